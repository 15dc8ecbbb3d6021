"""Lines in another script than the page's."""

from __future__ import annotations

from dragoman.page.script import alien

STORY = "The two ministers met in Lima on Monday and talked about the harbour for an hour."


def test_lines_in_another_script_are_not_the_article_s() -> None:
    assert alien([STORY, "วันที่เผยแพร่ 3 May", "Поделиться", STORY]) == {1, 2}


def test_a_name_in_its_own_script_beside_latin_letters_stays() -> None:
    assert alien([STORY, "Ana Ruiz (Ана Руис) left", STORY]) == set()


def test_a_page_in_two_scripts_or_in_another_tells_nothing() -> None:
    russian = "Два министра встретились в Лиме в понедельник и час говорили о порте и рыбаках."
    assert alien([STORY, russian]) == set()
    assert alien([russian, "NATO", russian]) == set()
    assert alien(["", "12:30"]) == set()
