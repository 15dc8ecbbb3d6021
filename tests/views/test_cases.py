"""Known cases of diplomacy, told by the samples from each side: what the views say of them, texts in and views out."""

from __future__ import annotations

from dragoman.record.store import Record
from dragoman.views import calendar, compare, formulas, person, timeline
from dragoman.views.contract import Evidence
from dragoman.views.encounters import EncounterEntry
from dragoman.views.query import Query
from tests.views.annotated import named, samples

DAY = "2025-12-31"


def entries(record: Record, day: str, *people: str) -> list[EncounterEntry]:
    """The encounters of a day in which all of some people took part."""
    shown = timeline.view(record, Query(limit=10_000)).encounters
    return [e for e in shown if e.date == day and set(people) <= {p.entry for p in e.participants}]


def said(evidence: Evidence) -> tuple[str, str]:
    return named(evidence.dispatch), " ".join(evidence.text.split())


def test_the_contested_sentence_is_one_encounter_with_claim_silence_and_denials(whole: Record) -> None:
    (one,) = entries(whole, "2025-03-21", "person-wang-yi", "person-shigeru-ishiba")
    found = compare.view(whole, Query(entry=one.entry))
    (contest,) = (p.contest for p in found.points if p.status == "contested")
    assert contest is not None
    assert [said(e) for e in contest.claim] == [
        (
            "2025-03-21-china-wang-ishiba.txt",
            "said that Japan knows the great weight of the four political documents and respects the positions set out by the "
            "Chinese side.",
        )
    ]
    assert [named(e.dispatch) for e in contest.silence] == ["2025-03-21-japan-ishiba-wang.html"]
    assert [said(e) for e in contest.denial] == [
        ("2025-03-22-japan-statement-on-chinese-announcement.txt", "2. Prime Minister Ishiba made no such statement."),
        (
            "2025-03-24-japan-chief-cabinet-secretary.txt",
            "The Prime Minister did not say what that account has him say.",
        ),
    ]
    assert "We lodged a protest with the Chinese side and asked for its immediate removal." in {
        said(e)[1] for e in contest.protest
    }
    assert [named(e.dispatch) for e in contest.reply] == ["2025-03-24-china-guo-jiakun.html"]
    assert len(found.dispatches) == 5
    assert {source.side for source in found.dispatches} == {"CHN", "JPN"}


def test_four_points_are_aligned_and_the_third_differs_in_views_and_positions(whole: Record) -> None:
    (one,) = entries(whole, "2014-11-07", "person-yang-jiechi", "person-shotaro-yachi")
    points = compare.view(whole, Query(entry=one.entry)).points
    begun = {
        "First": "both sides will abide",
        "Second": "both sides have reached some agreement",
        "Third": "acknowledge that they hold different positions",
        "Fourth": "both sides will use multilateral",
    }
    told = {
        key: next(p for p in points if any(words in said(w.evidence)[1] for w in p.told))
        for key, words in begun.items()
    }
    sides = {"2014-11-07-china-four-points.txt", "2014-11-07-japan-four-points.txt"}
    assert [{named(w.account) for w in p.told} for p in told.values()] == [sides] * 4
    third = told["Third"]
    assert third.status == "differs"
    assert {said(e)[1] for w in third.told for e in w.differing} == {"positions", "views"}
    assert {"Diaoyu", "Senkaku"} == {n for w in third.told for n in ("Diaoyu", "Senkaku") if n in w.evidence.text}


def test_a_dialogue_that_lapsed_has_hosts_in_turn_gaps_and_an_open_next_session(whole: Record) -> None:
    series = next(s for s in calendar.view(whole, Query.of(as_of=DAY)).series if "Economic Dialogue" in s.name)
    held = {s.number: s for s in series.sessions if s.status == "held"}
    assert [held[n].host for n in (3, 4, 5, 6)] == ["CHN", "JPN", "CHN", "JPN"]
    assert (held[4].resumed, held[6].resumed) == (True, True)
    assert [round(held[n].after_years or 0) for n in (4, 6)] == [8, 6]
    assert series.next is not None
    assert (series.next.number, series.next.host, series.next.due, series.next.status) == (7, "CHN", None, "open")
    assert said(series.next.evidence[0])[0].startswith("2025-03-22")


def test_one_formula_has_names_by_language_and_side(whole: Record) -> None:
    found = formulas.view(whole, Query(words="strategic-mutual-benefit")).formula
    assert found is not None
    sides = {(w.side, w.words.casefold()) for w in found.wordings if w.language == "en" and w.side}
    assert sides == {
        ("CHN", "strategic relationship of mutual benefit"),
        ("JPN", "mutually beneficial relationship based on common strategic interests"),
    }
    assert (found.first.day, found.last.day) == ("2008-05-07", "2025-10-31")
    returns = [(gap.before.day, gap.after.day, gap.after.evidence.text) for gap in found.gaps]
    assert returns[-1] == (
        "2014-11-10",
        "2023-11-16",
        "Mutually Beneficial Relationship Based on Common Strategic Interests",
    )
    assert {"both sides", "Xi Jinping"} <= {speaker.name for speaker in found.speakers}


def test_topics_that_one_side_alone_tells(whole: Record) -> None:
    (one,) = entries(whole, "2022-05-18", "person-yoshimasa-hayashi", "person-wang-yi")
    only = {
        issue: {named(key) for key in p.silent}
        for p in compare.view(whole, Query(entry=one.entry)).points
        for issue in p.issues
        if p.status == "only" and {named(w.account) for w in p.told} == {"2022-05-18-japan-hayashi-wang.html"}
    }
    silent = {"2022-05-18-china-wang-hayashi.txt"}
    assert [only[issue] for issue in ("hong-kong", "xinjiang-tibet", "detained-nationals")] == [silent] * 3


def test_misleading_names_are_one_person_and_kept_as_written(whole: Record) -> None:
    for name, spellings in {
        "Hayashi Yoshimasa": {"Lin Fangzheng", "HAYASHI Yoshimasa"},
        "Ishiba Shigeru": {"Shi Po Mao", "Ishiba Shigeru"},
        "Toshimitsu Motegi": {"Mogi", "Toshimitsu Motegi"},
    }.items():
        assert spellings <= {s.name for s in person.view(whole, Query(person=name)).spellings}, name


def test_the_same_pair_on_other_days_are_other_encounters(whole: Record) -> None:
    days = ("2016-07-25", "2016-08-24", "2019-11-25", "2020-11-24", "2024-12-25", "2025-03-22")
    ministers = ("person-fumio-kishida", "person-toshimitsu-motegi", "person-takeshi-iwaya")
    found = {}
    for day in days:
        met = [e for m in ministers for e in entries(whole, day, "person-wang-yi", m) if e.kind == "meeting"]
        found[day] = {e.entry for e in met if len(e.participants) == 2}
    assert {day: len(keys) for day, keys in found.items()} == dict.fromkeys(days, 1)
    assert len(set.union(*found.values())) == len(days)
    copied = compare.view(whole, Query(entry=min(found["2025-03-22"]))).accounts
    assert {named(a.dispatch): [named(c) for c in a.copies] for a in copied} == {
        "2025-03-22-japan-iwaya-wang.txt": [],
        "2025-03-22-japan-agency-iwaya-wang.txt": ["2025-03-23-japan-daily-iwaya-wang.html"],
    }


def test_a_story_without_a_date_has_two_candidates_and_the_phrases_they_rest_on() -> None:
    dispatch, reading = samples()["undated-ruling-parties-beijing.txt", None]
    assert reading.dating.candidates == ("2025-01-07", "2025-01-14")
    assert [span.of(dispatch.text) for span in reading.dating.because] == [
        "On Tuesday",
        "less than a month after",
        "in December 2024",
        "in mid-January",
    ]
