"""The language that the text shows, or that its carrier claims where it shows none."""

from __future__ import annotations

import pytest

from dragoman.dispatch import Dispatch
from dragoman.page.language import language


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The two ministers met in Lima and talked of the harbour.", "en"),
        ("Les deux ministres se sont entretenus à Lima et ont parlé du port.", "fr"),
        ("Die beiden Minister trafen sich in Lima und sprachen über den Hafen.", "de"),
        ("Los dos ministros se reunieron en Lima y hablaron del puerto.", "es"),
        ("İki bakan Lima'da bir araya geldi ve liman için konuştu", "tr"),
        # by script; kana tell Japanese from Chinese
        ("両外相は東京で会談した。", "ja"),
        ("两国外长在北京举行会谈。", "zh"),
        ("두 장관은 서울에서 회담했다.", "ko"),
        ("Министры встретились в Москве.", "ru"),
        ("التقى الوزيران في عمان", "ar"),
        # a name in another script does not change the text's
        ("The minister of 日本 spoke of the talks with China and of fish.", "en"),
        # too short or too odd to tell
        ("Łódź", None),
        ("12345 --", None),
        ("", None),
    ],
)
def test_by_the_text(text: str, told: str | None) -> None:
    assert language(Dispatch(text)) == told


def test_the_carrier_is_believed_only_where_the_text_is_silent() -> None:
    assert language(Dispatch("12345", language="ko")) == "ko"
    assert language(Dispatch("The two met in the harbour of Lima.", language="ko")) == "en"
