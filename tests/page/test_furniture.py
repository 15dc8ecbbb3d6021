"""What is not the article is marked, and nothing else is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from tests.page.pages import page, texts

STORY = "The two ministers met in Lima on Monday and talked about the harbour for an hour."
MORE = "They agreed to meet again in Oslo next year, a spokesperson said after the talks."
TITLE = "Ministers meet in Lima"


def marked(text: str) -> list[tuple[str, str]]:
    return [(f.span.of(text), f.kind) for f in page(text, parsed=False).furniture]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a plain story has none
        (f"{TITLE}\n\n{STORY}\n\n{MORE}", []),
        # breadcrumbs, menus, sections
        (f"Home > News > World\n{TITLE}\n\n{STORY}", [("Home > News > World", "navigation")]),
        (f"Menu  Search  Login\n{TITLE}\n\n{STORY}", [("Menu  Search  Login", "notice")]),
        (f"{STORY}\n\nTerms | Privacy | Contact", [("Terms | Privacy | Contact", "navigation")]),
        # whose page it is, behind the headline; a dash in a headline is its own
        (
            f"{TITLE} - Ministry of Foreign Affairs of Peru\n\n{STORY}",
            [("- Ministry of Foreign Affairs of Peru", "outlet")],
        ),
        (f"{TITLE} | harbour.example.org\n\n{STORY}", [("| harbour.example.org", "outlet")]),
        (f"{TITLE} - harbour open\n\n{STORY}", []),
        # share links, one a line
        (f"Facebook\nTwitter\nEmail\n{STORY}", [("Facebook", "share"), ("Twitter", "share"), ("Email", "share")]),
        (f"{STORY}\nShare on Facebook", [("Share on Facebook", "share")]),
        # stamps and clocks, with the video's length
        (f"{TITLE}\n09:16, 3 May 2024\n\n{STORY}", [("09:16, 3 May 2024", "stamp")]),
        (
            f"{TITLE} and Talk of the Harbour, of Fish and of the Ships that Sail from it to Oslo\n2024-05-03\n\n{STORY.replace(' and ', chr(10) + 'and ')}",
            [("2024-05-03", "stamp")],
        ),
        (f"{TITLE}\nUpdated: 3 May 2024, 10:15\n{STORY}", [("Updated: 3 May 2024, 10:15", "stamp")]),
        (f"{STORY}\n1:05 / 2:30\n{MORE}", [("1:05 / 2:30", "stamp")]),
        # bylines, credits, contributors
        (f"{TITLE}\nBy Ana Reyes\n\n{STORY}", [("By Ana Reyes", "byline")]),
        (f"{STORY}\n\nPhoto: Port Wire\n\n{MORE}", [("Photo: Port Wire", "credit")]),
        (f"{STORY}\n\nEditor: Tom Berg", [("Editor: Tom Berg", "byline")]),
        # cookies, subscriptions, advertising
        (f"Accept all cookies\n{STORY}", [("Accept all cookies", "notice")]),
        (f"{STORY}\nADVERTISEMENT\n{MORE}", [("ADVERTISEMENT", "notice")]),
        (f"{STORY}\nSubscribe to our newsletter", [("Subscribe to our newsletter", "notice")]),
        # related headlines, which have no sign of their own, after a sign that has
        (
            f"{STORY}\n\nRelated stories\nHarbour fees rise\nFish quotas cut",
            [("Related stories", "related"), ("Harbour fees rise", "related"), ("Fish quotas cut", "related")],
        ),
        (f"{STORY}\nRead more: Harbour fees rise\n{MORE}", [("Read more: Harbour fees rise", "related")]),
        # the agency's end mark and the year of rights
        (f"{STORY}\n\n(END)", [("(END)", "notice")]),
        (f"{STORY}\n\n© 2024 Port Wire", [("© 2024 Port Wire", "notice")]),
        # the title again, a caption printed twice, who stands where in a picture
        (f"{TITLE}\n\n{TITLE}\n\n{STORY}", [(TITLE, "navigation")]),
        (
            f"{TITLE}\nDelegates raise their glasses by the water.\nDelegates raise their glasses by the water.\n{STORY}\n{MORE}",
            [("Delegates raise their glasses by the water.", "notice")] * 2,
        ),
        # another story's title amid the prose, whose words the next paragraphs do not take up; a section's title is the article's
        (
            f"{STORY}\n\nWhy the capital's bakers have stopped using imported flour\n\n{MORE}",
            [("Why the capital's bakers have stopped using imported flour", "related")],
        ),
        (f"{STORY}\n\nWhat comes next\n\n{MORE}", []),
        # a byline with its days, a dash between them
        (
            f"{TITLE}\n\nOrhan Example |22.08.2023 - Update : 23.08.2023\n\n{STORY}",
            [("Orhan Example |22.08.2023 - Update : 23.08.2023", "byline")],
        ),
        # a stamp run into the story's first words, an agency's sign behind its last
        (f"date 2014-05-03 {STORY}", [("date 2014-05-03", "stamp")]),
        (f"{TITLE}\n\n{STORY}\n\n{MORE}-PWA", [("-PWA", "outlet")]),
        # words of another kind below the prose
        (f"{TITLE}\n\n{STORY}\n\nOlder numbers", [("Older numbers", "navigation")]),
        # a link in capitals, a credit and a call to act run into the story's lines
        (
            f"{TITLE}\n\n{STORY}\n\nBerg said so. MINISTERS OF TWO LANDS SIGN PACT ON RIVERS The talks went on until late. CLICK HERE TO GET THE APP",
            [("MINISTERS OF TWO LANDS SIGN PACT ON RIVERS", "related"), ("CLICK HERE TO GET THE APP", "related")],
        ),
        # a letterhead is no menu; two blanks behind a sentence are a typist's habit
        (f"MINISTER FOR TRADE\n\nThe Hon Anna Lund MP\n\n{TITLE}\n\n{STORY}", []),
        (f"{TITLE}\n\nMINISTER LUND:  Good day.  I thank you  \nall for this warm welcome to the house.\n\n{MORE}", []),
        # words of the trade inside a sentence are the article's
        (f"{TITLE}\n\nBerg said that readers should subscribe to the treaty and share its costs in full.", []),
    ],
)
def test_marked(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


WRAPPED = """\
The two ministers met in Lima on Monday and spoke for an hour of
address, port and quay, as the harbour master had been asked to
issued by both governments this week. They agreed to go on in the
comments."""


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_wrapped_text_s_lines_are_its_own_whatever_they_hold(between: str) -> None:
    assert marked(WRAPPED.replace("\n", between)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who signs, and on which day, belongs to the text
        (f"{TITLE}\n\n{STORY}\n\n{MORE}\n\nMINISTRY OF PORTS\n3 MAY 2024\n\nLast updated on 3 May 2024", ["Last updated on 3 May 2024"]),
        (f"{TITLE}\n\n{STORY}\n\n{MORE}\n\nFor the Government of Peru\nAna Reyes\nMinister of Ports\n\nFor the Government of Norway\nTom Berg\nMinister of Trade", []),
        # A speaker's turn is no field and no byline
        (f"Transcript of the briefing\nSpokesperson: Good afternoon. I have one announcement.\n{STORY}\nReporter: When?\n{MORE}", []),
        # A party's letter is nobody's place in a picture
        (f"Senator Ana Reyes (R) and the mayor of the port spoke for the treaty today.\n{STORY}\n{MORE}", []),
        # A page's number between dashes
        (f"{TITLE}\n\n{STORY}\n\n- 2 -\n\n{MORE}", ["- 2 -"]),
        # Links under their label amid the story; the line under a caption's label
        (
            f"{TITLE}\n\n{STORY}\n\nRelated news\nAustria extends border checks\nTourism record on the coast\n\n{MORE}",
            ["Related news", "Austria extends border checks", "Tourism record on the coast"],
        ),
        (
            f"{TITLE}\n\nImage caption\n\nTrucks wait at the northern crossing\n\n{STORY}\n\n{MORE}",
            ["Image caption", "Trucks wait at the northern crossing"],
        ),
        # Consent run into the story's line
        (f"{TITLE}\n\n{STORY} By entering your email you agree to the terms of use. {MORE}", ["By entering your email you agree to the terms of use."]),
    ],
)  # fmt: skip
def test_what_belongs_to_an_oddly_laid_text(text: str, expected: list[str]) -> None:
    assert [words for words, _ in marked(text)] == expected


def test_a_line_inside_a_sentence_is_left_out_of_its_words() -> None:
    text = "The two ministers met in Lima on Monday and\nADVERTISEMENT\ntalked about the harbour for an hour."
    laid = page(text)
    assert [(f.span.of(text), f.kind) for f in laid.furniture] == [("ADVERTISEMENT", "injected")]
    (sentence,) = laid.sentences
    assert sentence.span.of(text) == text
    assert "ADVERTISEMENT" not in [t.text for t in sentence.tokens]


@given(texts)
def test_furniture_lies_in_the_text_in_order_and_apart(text: str) -> None:
    laid = page(text, parsed=False)
    spans = [f.span for f in laid.furniture]
    assert spans == sorted(spans)
    assert all(s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
