"""When a dispatch was published: told, or worked out."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers import dating
from dragoman.readers.found import Found
from dragoman.reading import Dating


def date(text: str, published: str | None = None, packs: tuple[str, ...] = ("world", "en")) -> Dating:
    page = lay(Dispatch(text, published=published), desk(packs))
    return next(iter(dating.read(page, Found())), Dating())


STORY = "The two ministers met in Lima and talked about the harbour for an hour."

TOLD = [
    # text, published, the rule
    (f"Ministers meet in Lima\n\nSeptember 14, 2023\n\n{STORY}", "2023-09-14", "date-line"),
    (f"Ministers meet in Lima\nUpdated 09:16, 26-Nov-2019\nPort Daily\n\n{STORY}", "2019-11-26", "update-stamp"),
    (f"Ministers meet\n\nPublished: 9 June 2010 18:05 | Updated: 10 June 2010 21:40\n\n{STORY}", "2010-06-09", "stamp"),
    (f"Ministers meet\n\nDelivered on: 2 June 2025\nPublished 3 June 2025\n\n{STORY}", "2025-06-03", "stamp"),
    (f"Ministers meet\n\nBy Ana Reyes in Lima | 13 November 2015 | 6:30 pm\n\n{STORY}", "2015-11-13", "date-line"),
    # a head of keys and values, and a line of figures beneath a title
    (
        f'---\ntitle: "Ministers meet in Lima"\ndate: "2016-03-09"\ncreators:\n  - "Reyes, Ana"\n---\n\n{STORY}',
        "2016-03-09",
        "stamp",
    ),
    (
        f"---\ntitle: Ministers meet in Lima\ndate: 2016-03-09T15:57:23UTC\nlayout: post\n---\n\n{STORY}",
        "2016-03-09",
        "stamp",
    ),
    (
        f"Statement on a Meeting of the Two Ministers in Lima and on What Comes of It\n2021-09-14\n\n{STORY}",
        "2021-09-14",
        "date-line",
    ),
    (f"JOINT STATEMENT\nLIMA, 4 NOVEMBER 2015\n\n{STORY}", "2015-11-04", "date-line"),
    (f"Ministers meet\n\n{STORY}\n\nLima\nMay 26, 2022", "2022-05-26", "date-line"),
    (f"Ministers meet\n\n1174-11-06-2019\n\n{STORY}", "2019-06-11", "document-number"),
    (f"Press conference by Minister Ana Reyes, Lima, 8 November 2012\n\n{STORY}", "2012-11-08", "heading"),
    (f"LIMA, March 5, 2024 (Port Wire) - {STORY}", "2024-03-05", "dateline"),
    (f"Lima, Rajab 3, 1445, November 21, 2023, PW -- {STORY}", "2023-11-21", "dateline"),
    (f"LIMA, March 5 (Port Wire) - {STORY}\n\n© 2024 Port Wire", "2024-03-05", "dateline"),
    (
        "LIMA (Port Wire) -- The minister will sail on Friday, the harbour office said on Wednesday, 12 March 2014.",
        "2014-03-12",
        "announced",
    ),
    (f"Ministers meet\n\nSource: Port Wire 2020-03-03 15:00:00\n\n{STORY}", "2020-03-03", "date-line"),
    (f"Ministers meet\n\n2020.03.03\n\n{STORY}", "2020-03-03", "date-line"),
    (f"Ministers meet\n\n13/3/2020 10:00\n\n{STORY}", "2020-03-13", "date-line"),
    (f"(Lima, March 3, 2020) {STORY}", "2020-03-03", "dateline"),
    (f"Today, 3 March 2020, the two signed a protocol. {STORY}", "2020-03-03", "today"),
    # a stamp run into the story, years in two figures, the page's own address
    (f"date 2014-05-03 {STORY}", "2014-05-03", "stamp"),
    (f"Ministers meet\n\n27.03.18 | Harbour\n\n{STORY}", "2018-03-27", "date-line"),
    (
        f"{STORY}\nDirect link to this article: https://wire.example/2014/09/17/ministers-talked-harbour/",
        "2014-09-17",
        "address",
    ),
    # agency and day in brackets behind the place; a stamp in solid figures; a text that says when it was issued
    (f"LIMA, (Port Wire / Harbour News - 02nd May, 2021) {STORY}", "2021-05-02", "dateline"),
    (f"20120407 PWA {STORY}", "2012-04-07", "date-line"),
    (
        f"Ministers meet\n\nThe press release issued by the Harbour Office on 6 April 2023.\n\n{STORY}",
        "2023-04-06",
        "stamp",
    ),
    # a stamp in words of another script, above a lead that begins with a day
    (
        f"Ministers meet\n\nวันที่เผยแพร่ 7 Dec 2023\n\nOn 6 December 2023, H.E. Ms. Rosa Prado met the envoy. {STORY}",
        "2023-12-07",
        "date-line",
    ),
    # the weekday of a day to come settles the year, the day before it the story's
    (
        "The ministry said Monday that Ana Reyes would come to Lima on Thursday (June 20). Her last stay there was in March 2018.",
        "2019-06-17",
        "weekday",
    ),
    # a plan with its month and year is soon after the day; the story's weekday settles which year's
    (
        "LIMA, Nov 14 (Port Wire) - Ana Reyes and Luis Prado on Thursday agreed on the harbour. They will meet again before the end "
        "of January 2020.",
        "2019-11-14",
        "dateline",
    ),
    # an anniversary counted from its year
    (
        "LIMA, October 9 (Port Wire) -- Ana Reyes met Luis Prado on Tuesday. The port will mark next year the 30th anniversary of "
        "the flood in 1985.",
        "2014-10-09",
        "dateline",
    ),
    (f"PORT WIRE\n05/03/2024 - 14:10\n\nLIMA, March 5 (Port Wire) - {STORY}", "2024-03-05", "date-line"),
]


@pytest.mark.parametrize(("text", "published", "rule"), TOLD)
def test_told(text: str, published: str, rule: str) -> None:
    found = date(text)
    assert (found.published, found.rule) == (published, rule)
    assert found.because


def test_the_carrier_goes_before_the_page() -> None:
    found = date(f"Ministers meet\n\nSeptember 14, 2023\n\n{STORY}", published="2023-09-15T08:00:00Z")
    assert (found.published, found.rule) == ("2023-09-15", "carrier")


def test_the_page_goes_before_the_agency_line() -> None:
    assert date(f"Ministers meet\n\nDecember 05, 2024\n\nLIMA, Dec. 4 (Port Wire) -- {STORY}").published == "2024-12-05"


NOT_TOLD = [
    STORY,
    "The two ministers met on Monday in Lima. They will meet again next month.",
    "LIMA, June 7 (Port Wire) -- The two met Friday. Their harbours were dredged in the late 1970s, Reyes said.",
    "He recalled that the treaty was signed on 3 May 1998.",
    "Related: The treaty of 3 May 1998\n\n" + STORY,
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text: str) -> None:
    assert date(text).published is None


def test_the_day_of_the_news_is_a_bound_and_no_date_of_publication() -> None:
    found = date(f"On November 25, 2020, the two ministers met in Lima. {STORY}")
    assert (found.published, found.earliest, found.rule) == (None, "2020-11-25", "event")


AFTER_TALKS = (
    "The minister met the delegates on Tuesday in Lima. The visit comes less than a month after the two ministers held "
    "talks in Quito in December 2024. A fleet will call at Guayaquil in mid-January, the navy said."
)


def test_a_dated_event_that_is_still_called_by_its_weekday_is_of_that_week() -> None:
    text = (
        "Minister receives envoy\n\nAna Reyes shakes hands with Luis Prado in Lima on February 3, 2020. "
        "Peru's foreign minister on Monday received the Chilean envoy, Luis Prado, and promised help."
    )
    found = date(text)
    assert (found.published, found.earliest, found.latest) == ("2020-02", "2020-02-03", "2020-02-08")


def test_bounds_from_weekday_events_and_plans() -> None:
    found = date(AFTER_TALKS)
    assert (found.published, found.candidates) == ("2025-01", ("2025-01-07", "2025-01-14"))
    said = [s.of(AFTER_TALKS) for s in found.because]
    assert said == ["on Tuesday", "less than a month after", "in December 2024", "in mid-January"]


def test_a_month_called_by_its_year_is_over_and_a_day_in_full_may_be_this_month() -> None:
    found = date(AFTER_TALKS.replace("in December 2024", "on 20 December 2024"))
    assert (found.published, found.candidates[0], found.candidates[-1]) == (None, "2024-12-24", "2025-01-14")


def test_the_new_year_leaves_its_first_weeks() -> None:
    text = AFTER_TALKS.replace("in December 2024", "on 20 December 2024")
    found = date(f"{text} Both want more trade in the new year.")
    assert (found.published, found.candidates) == ("2025-01", ("2025-01-07", "2025-01-14"))


def test_a_weekday_counted_from_a_date_in_full() -> None:
    text = "The two failed on Tuesday to agree, three days after they signed a pact on 4 March 2017."
    found = date(text)
    assert (found.published, found.earliest, found.latest) == ("2017-03", "2017-03-07", "2017-03-12")
    assert [s.of(text) for s in found.because] == ["on Tuesday", "three days after they signed a pact on 4 March 2017"]


def test_tenures_bound_a_text_without_any_date() -> None:
    found = date(
        "Japanese Foreign Minister Yoko Kamikawa met her Chinese counterpart in Jakarta and asked for talks.",
        packs=("world", "en", "china-japan"),
    )
    assert (found.published, found.earliest, found.latest) == (None, "2023-09-13", "2024-10-01")
