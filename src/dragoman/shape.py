"""A reading as the JSON that `dragoman read --format jsonl` prints: the shape that annotations have, with the spans
added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.reading import (
    Attribution,
    Commitment,
    Dating,
    Encounter,
    Finding,
    Formula,
    Instrument,
    Issue,
    Mechanism,
    Office,
    Person,
    Reading,
)
from dragoman.span import Span

Item = dict[str, Any]
"""A JSON object."""


def shape(dispatch: Dispatch, reading: Reading) -> Item:
    """The reading as one JSON object.

    Keys `dispatch`, `people`, `encounters`, `attributions`, `commitments`, `mechanisms`, `instruments`, `issues`,
    `formulas`, each list in the order of the text. Every span is `{"start", "end", "text"}`: code points of
    `dispatch.text`, start inclusive, end exclusive, `text` those characters. Unknown is null. Instruments, issues and
    formulas are names and ids, once each, as an annotator lists them; where they stand is in `instrument_evidence`,
    `issue_evidence`, `formula_evidence`. ValueError where the reading is of another dispatch.
    """
    if reading.dispatch != dispatch.id:
        raise ValueError(f"a reading of {reading.dispatch}, not of {dispatch.id}")
    quote = _quoter(dispatch.text)
    return {
        "dispatch": _head(dispatch, reading, quote),
        "people": [_person(person, quote) for person in reading.people],
        "encounters": [_encounter(encounter, quote) for encounter in reading.encounters],
        "attributions": [_attribution(attribution, quote) for attribution in reading.attributions],
        "commitments": [_commitment(commitment, quote) for commitment in reading.commitments],
        "mechanisms": [_mechanism(mechanism, quote) for mechanism in reading.mechanisms],
        "instruments": _unique(instrument.name for instrument in reading.instruments),
        "issues": _unique(issue.id for issue in reading.issues),
        "formulas": _unique(formula.id for formula in reading.formulas),
        "instrument_evidence": [_instrument(instrument, quote) for instrument in reading.instruments],
        "issue_evidence": [_issue(issue, quote) for issue in reading.issues],
        "formula_evidence": [_formula(formula, quote) for formula in reading.formulas],
    }


def quoted(span: Span, text: str) -> Item:
    """One span with its characters."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


Quote = Callable[[Span | None], Item | None]


def _quoter(text: str) -> Quote:
    return lambda span: None if span is None else quoted(span, text)


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _grounds(finding: Finding, quote: Quote) -> Item:
    return {"evidence": quote(finding.evidence), "rule": finding.rule, "confidence": finding.confidence}


def _head(dispatch: Dispatch, reading: Reading, quote: Quote) -> Item:
    return {
        "id": dispatch.id,
        "language": reading.language,
        "outlet": reading.outlet,
        "outlet_country": reading.outlet_country,
        "title": reading.title,
        "title_span": quote(reading.title_span),
        "published": reading.dating.published,
        "dating": _dating(reading.dating, quote),
        "furniture": [{**(quote(item.span) or {}), "kind": item.kind} for item in reading.furniture],
        "garbled": [{**(quote(item.span) or {}), "reason": item.reason} for item in reading.garbled],
        "origin": dispatch.origin or None,
        "address": dispatch.address,
        "desks": list(reading.desks),
        "desk_hash": reading.desk_hash,
        "reader_version": reading.reader_version,
    }


def _dating(dating: Dating, quote: Quote) -> Item:
    return {
        "published": dating.published,
        "candidates": list(dating.candidates),
        "earliest": dating.earliest,
        "latest": dating.latest,
        "because": [quote(span) for span in dating.because],
        "rule": dating.rule,
    }


def _person(person: Person, quote: Quote) -> Item:
    return {
        "name": person.name,
        "country": person.country,
        "offices": _unique(office.title for office in person.offices),
        "kind": person.kind,
        "office_details": [_office(office, quote) for office in person.offices],
        "mentions": [quote(span) for span in person.mentions],
        "entry": person.entry,
        "because": person.because,
        **_grounds(person, quote),
    }


def _office(office: Office, quote: Quote) -> Item:
    return {
        "title": office.title,
        "span": quote(office.span),
        "role": office.role,
        "tense": office.tense,
        "conflict": office.conflict,
    }


def _encounter(encounter: Encounter, quote: Quote) -> Item:
    return {
        "kind": encounter.kind,
        "status": encounter.status,
        "date": encounter.date,
        "end": encounter.end,
        "place": encounter.place,
        "participants": list(encounter.participants),
        "countries": list(encounter.countries),
        "mechanism": encounter.mechanism,
        "ordinal": encounter.ordinal,
        "principal": encounter.principal,
        "change": encounter.change,
        "cue": quote(encounter.cue),
        "dated": quote(encounter.dated),
        "placed": quote(encounter.placed),
        "protocol": [{"name": slot.name, "value": slot.value, "span": quote(slot.span)} for slot in encounter.protocol],
        **_grounds(encounter, quote),
    }


def _attribution(attribution: Attribution, quote: Quote) -> Item:
    return {
        "speaker": attribution.speaker,
        "mode": attribution.mode,
        "act": attribution.act,
        "mention": attribution.mention,
        "cue": quote(attribution.cue),
        "source": quote(attribution.source),
        "content": [quote(span) for span in attribution.content],
        "speakers": list(attribution.speakers),
        "via": attribution.via,
        "nested": attribution.nested,
        "target": attribution.target,
        "issue": attribution.issue,
        "garbled": attribution.garbled,
        **_grounds(attribution, quote),
    }


def _commitment(commitment: Commitment, quote: Quote) -> Item:
    return {
        "parties": list(commitment.parties),
        "by": list(commitment.by),
        "kind": commitment.kind,
        "due": commitment.due,
        "due_said": quote(commitment.due_said),
        "open": commitment.open,
        "condition": quote(commitment.condition),
        **_grounds(commitment, quote),
    }


def _mechanism(mechanism: Mechanism, quote: Quote) -> Item:
    return {
        "name": mechanism.name,
        "ordinal": mechanism.ordinal,
        "entry": mechanism.entry,
        **_grounds(mechanism, quote),
    }


def _instrument(instrument: Instrument, quote: Quote) -> Item:
    return {"name": instrument.name, "entry": instrument.entry, **_grounds(instrument, quote)}


def _issue(issue: Issue, quote: Quote) -> Item:
    return {"id": issue.id, **_grounds(issue, quote)}


def _formula(formula: Formula, quote: Quote) -> Item:
    return {"id": formula.id, "form": formula.form, **_grounds(formula, quote)}


def spans(item: Mapping[str, Any]) -> Iterable[Item]:
    """Every `{"start", "end", "text"}` within a shaped reading, at any depth, for whoever checks them against the
    text."""
    for value in item.values():
        for part in value if isinstance(value, list) else (value,):
            if isinstance(part, dict):
                if {"start", "end", "text"} <= part.keys():
                    yield part
                yield from spans(part)
