"""The figures are the yardstick's; each part counts what its name says; malformed annotation is refused in one line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import QueryError
from dragoman.score import PARTS, score
from dragoman.score.likeness import alike, overlap, pair, same_name
from tests.conftest import Pair

TEXT = "Menu\n\nForeign Minister Ana Ruiz met Tom Berg in Lima on Monday. Ruiz said talks would go on. They agreed to meet in May."
MET = "Foreign Minister Ana Ruiz met Tom Berg in Lima on Monday."
GO_ON = "Ruiz said talks would go on."
AGREED = "They agreed to meet in May."
GOLD: dict[str, Any] = {
    "dispatch": {"published": "2024-04-02", "furniture": ["Menu"]},
    "people": [
        {"name": "Ana Ruiz", "country": "PER", "offices": ["Foreign Minister"]},
        {"name": "Tom Berg", "country": None, "offices": []},
    ],
    "encounters": [
        {"kind": "meeting", "status": "held", "date": "2024-04-01", "participants": ["Ana Ruiz", "Tom Berg"], "evidence": MET}
    ],
    "attributions": [{"speaker": "Ana Ruiz", "mode": "indirect", "act": "state", "evidence": GO_ON}],
    "commitments": [{"parties": ["PER"], "kind": "agreed", "due": "2024-05", "evidence": AGREED}],
    "mechanisms": [{"name": "Andean trade dialogue", "ordinal": 3}],
    "instruments": ["Treaty of Cusco"],
    "issues": ["trade"],
    "formulas": None,
}  # fmt: skip


def changed(part: str, value: Any) -> dict[str, Any]:
    """The gold as a reading, with one part of it changed."""
    return {**GOLD, part: value}


def one(part: str, **fields: Any) -> dict[str, Any]:
    """The gold as a reading, with fields of a part's first entry changed."""
    return changed(part, [{**GOLD[part][0], **fields}, *GOLD[part][1:]])


def counts(read: dict[str, Any], part: str, gold: dict[str, Any] = GOLD) -> tuple[int, int, int]:
    tally = score([("lima", TEXT, gold, read)]).tallies[part]
    return tally.hits, tally.gold, tally.read


# (reading, part, hits, in the gold, in the reading)
COUNTED = [
    # a reading equal to the annotation hits everything
    (GOLD, "people", 2, 2, 2),
    (GOLD, "encounters_strict", 1, 1, 1),
    (GOLD, "acts", 1, 1, 1),
    # furniture is counted by its characters
    (changed("dispatch", {"furniture": [{"start": 0, "end": 2}]}), "furniture", 2, 4, 2),
    # white space is no furniture
    (changed("dispatch", {"furniture": ["Menu\n\n"]}), "furniture", 4, 4, 4),
    # a date is right to the day, and one too many counts against precision
    (changed("dispatch", {"published": "2024-04-02T09:00"}), "published", 1, 1, 1),
    (changed("dispatch", {"published": "2024-04-03"}), "published", 0, 1, 1),
    (changed("dispatch", {}), "published", 0, 1, 0),
    # people are told apart by all words of the name, in whichever order
    (one("people", name="Ruiz Ana"), "people", 2, 2, 2),
    (one("people", name="Ruiz"), "people", 1, 2, 2),
    # a country is asked for only where the annotation has one; a missed person's is missed
    (one("people", country="CHL"), "countries", 0, 1, 1),
    (changed("people", []), "countries", 0, 1, 0),
    # offices need six words of ten in common; a missed person's are missed
    (one("people", offices=["Minister", "Envoy"]), "offices", 0, 1, 2),
    (one("people", offices=["the Foreign Minister"]), "offices", 1, 1, 1),
    (changed("people", []), "offices", 0, 1, 0),
    # a call and a meeting are kin; strictly they are not
    (one("encounters", kind="call"), "encounters", 1, 1, 1),
    (one("encounters", kind="call"), "encounters_strict", 0, 1, 1),
    (one("encounters", kind="visit", evidence=GO_ON), "encounters", 0, 1, 1),
    # an encounter told elsewhere in the text is the same where day and people agree
    (one("encounters", evidence=AGREED), "encounters", 1, 1, 1),
    (one("encounters", evidence=AGREED, date="2024-04-05"), "encounters", 0, 1, 1),
    # strictly, last names are enough and a wrong status is not
    (one("encounters", participants=["Ruiz", "Berg"]), "encounters_strict", 1, 1, 1),
    (one("encounters", status="scheduled"), "encounters_strict", 0, 1, 1),
    (one("encounters", participants=["Ana Ruiz"]), "encounters_strict", 0, 1, 1),
    # a sentence with another speaker is found and not right
    (one("attributions", speaker="Tom Berg"), "attribution_spans", 1, 1, 1),
    (one("attributions", speaker="Tom Berg"), "attributions", 0, 1, 1),
    (one("attributions", speaker="Ruiz"), "attributions", 1, 1, 1),
    (one("attributions", speaker="both sides"), "attributions", 0, 1, 1),
    # half of the shorter span is enough
    (one("attributions", evidence={"start": TEXT.index("talks"), "end": len(TEXT)}), "attributions", 1, 1, 1),
    (one("attributions", evidence=MET), "attribution_spans", 0, 1, 1),
    (one("attributions", act="urge"), "acts", 0, 1, 1),
    # a commitment of another kind is still the same clause; its date is asked for where either has one
    (one("commitments", kind="pledged"), "commitments", 1, 1, 1),
    (one("commitments", due=None), "commitments_due", 0, 1, 0),
    # a session of another number is another mechanism
    (one("mechanisms", name="the Andean dialogue on trade"), "mechanisms", 1, 1, 1),
    (one("mechanisms", ordinal=4), "mechanisms", 0, 1, 1),
    (changed("instruments", [{"name": "the Cusco Treaty"}]), "instruments", 1, 1, 1),
    (changed("issues", [{"id": "trade"}, "fisheries"]), "issues", 1, 1, 2),
    # an annotation that gives null for a part leaves it out
    (changed("formulas", ["new-era"]), "formulas", 0, 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(("read", "part", "hits", "gold", "made"), COUNTED)
def test_each_part_counts(read: dict[str, Any], part: str, hits: int, gold: int, made: int) -> None:
    assert counts(read, part) == (hits, gold, made)


def test_a_sentence_that_stands_twice_counts_twice() -> None:
    text = "He said so. She left. He said so."
    twice = [{"speaker": "Ana", "evidence": "He said so."}] * 2
    scores = score([("twice", text, {"attributions": twice}, {"attributions": twice})])
    assert scores.tallies["attributions"].hits == 2


def test_table_and_json_show_the_same_and_only_parts_that_occur() -> None:
    scores = score([("lima", TEXT, GOLD, one("people", name="Ruiz"))])
    head, *rows = scores.table()
    data = scores.as_json()
    assert head.split()[:4] == ["part", "F1", "prec.", "recall"]
    assert head.endswith("(1 dispatches)")
    assert [row.split()[0] for row in rows] == [p for p in PARTS if p != "formulas"]
    assert data["dispatches"] == 1
    assert data["people"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "hits": 1, "gold": 2, "read": 2}
    assert scores.f1("people") == 0.5


def test_misses_say_what_was_missed_and_what_was_added() -> None:
    scores = score([("lima", TEXT, GOLD, one("people", name="Ruiz"))])
    assert scores.misses("people") == ["- lima Ana Ruiz", "+ lima Ruiz"]
    assert scores.misses("furniture") == []


def test_a_missing_reading_misses_everything() -> None:
    scores = score([("lima", TEXT, GOLD, {})])
    assert all(t.hits == t.read == 0 for t in scores.tallies.values())
    assert scores.tallies["people"].gold == 2


MALFORMED = [
    ("{", "is not JSON"),
    ("[]", "is not a JSON object"),
    ('{"dispatch": 3}', "dispatch is not an object"),
    ('{"people": {"name": "x"}}', "people is not a list"),
    ('{"people": ["Ana"]}', "people[0] is not an object"),
    ('{"people": [{"country": "PER"}]}', "people[0] has no name"),
    ('{"people": [{"name": "Ana", "offices": "Minister"}]}', "people[0].offices is not a list"),
    ('{"people": [{"name": 7}]}', "people[0].name is not text"),
    ('{"attributions": [{"evidence": "x"}]}', "attributions[0] has no speaker"),
    ('{"commitments": [{"evidence": ["x"]}]}', "the evidence of commitments[0] is neither text nor start and end"),
    ('{"instruments": [1]}', "instruments holds something other than words"),
]


@pytest.mark.parametrize(("content", "said"), MALFORMED)
def test_malformed_annotation_is_named_with_a_remedy(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "lima.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(QueryError) as refused:
        score([("lima", TEXT, path, {})])
    assert refused.value.where == str(path)
    assert said in refused.value.what
    assert refused.value.remedy


def test_unreadable_annotation_is_named(tmp_path: Path) -> None:
    latin = tmp_path / "latin.json"
    latin.write_bytes(b'{"people": [{"name": "Jos\xe9"}]}')
    for path, said in ((latin, "not UTF-8"), (tmp_path / "absent.json", "No such file")):
        with pytest.raises(QueryError, match=said):
            score([("x", TEXT, path, {})])


# (one name, another, same name?, alike at one half?)
@pytest.mark.parametrize(
    ("a", "b", "same", "like"),
    [
        ("Ana Ruiz", "RUIZ, Ana", True, True),
        ("Ana Ruiz", "Ruiz", True, True),
        ("Ana Ruiz", "Ana Berg", False, False),
        ("Ministry of Trade", "Peru's Trade Ministry", False, True),
        ("the", "of", False, False),
        ("", "Ruiz", False, False),
    ],
)
def test_names(a: str, b: str, same: bool, like: bool) -> None:
    assert same_name(a, b) is same
    assert alike(a, b) is like


def test_overlap_is_over_the_shorter() -> None:
    assert overlap((0, 10), (5, 10)) == 1.0
    assert overlap((0, 4), (2, 12)) == 0.5
    assert overlap((0, 4), (4, 8)) == 0.0
    assert overlap(None, (0, 4)) == 0.0


def test_pairing_takes_the_best_first_and_each_once() -> None:
    fits = {(0, 0): 1.0, (0, 1): 3.0, (1, 1): 2.0}
    assert pair(range(2), range(2), lambda g, r: fits.get((g, r), 0)) == [(0, 1)]
    assert pair(range(2), range(2), lambda g, r: 1.0) == [(0, 0), (1, 1)]


def test_same_figures_as_the_shared_scorer(shared: Path, dev: tuple[Pair, ...], tmp_path: Path) -> None:
    readings, texts, gold = tmp_path / "r.jsonl", tmp_path / "texts", dev[0][2].parent
    texts.mkdir()
    with readings.open("w", encoding="utf-8") as out:
        for name, text, _, reading in dev:
            (texts / f"{name}.txt").write_bytes(text.encode("utf-8"))
            out.write(json.dumps({"file": f"{name}.txt", **reading}) + "\n")
    call = [sys.executable, str(shared / "tools" / "score.py"), "--texts", str(texts), "--gold", str(gold), "--read", str(readings)]  # fmt: skip
    theirs = json.loads(subprocess.run([*call, "--json"], check=True, capture_output=True, text=True).stdout)
    table = subprocess.run(call, check=True, capture_output=True, text=True).stdout.splitlines()
    ours = score(dev)
    assert ours.as_json() == theirs
    assert ours.table() == table
