"""Citations hold what is known and no more, and TeX takes them as text."""

from dragoman.views.contract import Source
from dragoman.web.citing import cite


def source(**given: object) -> Source:
    plain: dict[str, object] = {
        "dispatch": "9f86d081884c7d65", "origin": "x.txt", "outlet": "Herald & Post", "side": None, "readout": False,
        "title": "Talks at 100%", "language": "en", "first_day": "2024-05-02", "last_day": "2024-05-02", "source": "x",
    }  # fmt: skip
    return Source(**{**plain, **given})  # type: ignore[arg-type]


def test_words_of_a_dispatch() -> None:
    made = cite(source(), "https://herald.example/talks", (3, 9), "met\n  Bo")
    assert made.plain == (
        "“met Bo” Herald & Post, “Talks at 100%”, May 2, 2024 (dispatch 9f86d081884c7d65, characters 3–9)."
        " https://herald.example/talks."
    )
    assert made.chicago.startswith("Herald & Post. “Talks at 100%.” May 2, 2024. https://herald.example/talks.")
    assert r"title = {Talks at 100\%}" in made.bibtex
    assert r"author = {{Herald \& Post}}" in made.bibtex
    assert "date = {2024-05-02}" in made.bibtex


def test_what_is_not_known_is_not_made_up() -> None:
    made = cite(source(outlet=None, title=None, first_day=None, last_day=None), None)
    assert made.plain == "publisher unknown, “Untitled”, no date (dispatch 9f86d081884c7d65)."
    assert "author" not in made.bibtex
    assert "date" not in made.bibtex
