# Two commands for a newcomer: `make demo` and `make test`. Everything lands in .venv; nothing is installed elsewhere.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo serve test check calibrate setup setup-dev lock clean

setup: .venv/.base        ## the product alone
setup-dev: .venv/.dev     ## the product and its tests

.venv/bin/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else f"Dragoman needs Python 3.11 to 3.13 and found {v[0]}.{v[1]}: run make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv

.venv/.base: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/.dev: .venv/.base requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: .venv/.base         ## read the samples that ship with the package and show what the record holds
	@$(BIN)/dragoman demo

.venv/.web: .venv/.base requirements-web.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-web.lock
	@touch $@

serve: .venv/.web         ## the demonstration's record in a browser
	@[ -f demo/dragoman.db ] || $(BIN)/dragoman demo
	$(BIN)/dragoman serve --record demo/dragoman.db

test: .venv/.dev          ## all tests
	$(BIN)/python -m pytest

check: .venv/.dev         ## lint, types, layers, desks
	$(BIN)/ruff check src tests benchmarks scripts
	$(BIN)/ruff format --check src tests benchmarks scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dragoman desk check

calibrate: .venv/.dev     ## measure again how far findings may be trusted, after readers have changed
	$(BIN)/python scripts/calibrate.py

lock:                     ## renew both locks (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet pyproject.toml --extra dev -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet pyproject.toml --extra web --extra charts --extra parquet -o requirements-web.lock

clean:
	rm -rf .venv build dist demo
