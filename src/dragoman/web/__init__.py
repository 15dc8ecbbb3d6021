"""The record in a browser, and the same contracts as JSON for programs.

Needs the extra `web`; importing this package without it gives an ExtraError that says so. Nothing else imports it.
"""

from __future__ import annotations

from importlib.util import find_spec

from dragoman.errors import ExtraError

_NEEDED = ("argon2", "fastapi", "httpx2", "itsdangerous", "jinja2", "protego", "python_multipart", "uvicorn")
_missing = [name for name in _NEEDED if find_spec(name) is None]
if _missing:
    raise ExtraError(
        "dragoman serve", f"needs packages that are not installed: {', '.join(_missing)}", "pip install 'dragoman[web]'"
    )
