"""Encounters: every contact between representatives that a text reports, plans or recalls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.dates.calendar import Calendar
from dragoman.page.page import Page, Sentence
from dragoman.readers.calendar import calendar
from dragoman.readers.found import Found
from dragoman.readers.meeting.addresses import briefings
from dragoman.readers.meeting.chaired import along, chaired, retold
from dragoman.readers.meeting.clause import told
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.conferences import conferences
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.cues import cues
from dragoman.readers.meeting.dated import date
from dragoman.readers.meeting.discussing import RULE as DISCUSSED
from dragoman.readers.meeting.discussing import accompanied, discussing
from dragoman.readers.meeting.draft import Draft, Reference
from dragoman.readers.meeting.gapped import continued, gapped
from dragoman.readers.meeting.gatherings import gatherings
from dragoman.readers.meeting.imparting import imparting
from dragoman.readers.meeting.lead import finish
from dragoman.readers.meeting.leaders import leaders
from dragoman.readers.meeting.linear import linear
from dragoman.readers.meeting.merge import join, same, united
from dragoman.readers.meeting.opening import fallback, taken_for_known
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.readers.meeting.placed import place
from dragoman.readers.meeting.posted import posted
from dragoman.readers.meeting.protocol import slots
from dragoman.readers.meeting.series import Series, series
from dragoman.readers.meeting.sessions import sessions
from dragoman.readers.meeting.telling import tell
from dragoman.readers.meeting.visits import several, visiting
from dragoman.reading import Encounter
from dragoman.when import When

_FORMER = frozenset(("previous", "last", "preceding", "earlier"))
NEEDS = ("dating", "people")
YIELDS = ("encounters",)


def read(page: Page, found: Found) -> Iterator[Encounter]:
    """Encounters in the order in which the text first tells them, each once."""
    days = calendar(page, found)
    company = Company(page, found.people)
    named = series(page)
    for sentence in page.sentences:
        company.leaders += leaders(sentence, company)
    drafts: list[Draft] = []
    lost: list[Reference] = []
    lead = [s.number for s in page.prose][:2]
    for sentence in page.sentences:
        here, references = _told(page, sentence, company, [s for s in named if s.sentence == sentence.number], days)
        here = [] if retold(page, sentence, here, drafts) else here
        here = here or list(continued(page, sentence, drafts, company))
        for draft in here:
            draft.principal = draft.heading or (sentence.number in lead and not draft.recalled and not draft.loose)
            _enter(draft, drafts)
            company.remember(draft)
        for reference in references:
            if former := _former(sentence, reference, drafts, company):
                _enter(former, drafts)
            elif not _past(sentence, reference) and not _refer(reference, drafts):
                if (
                    len(reference.draft.actors) > 1
                    and reference.kind in ("meeting", "call")
                    and not reference.draft.change
                ):
                    _enter(reference.draft, drafts)  # "It was the first meeting between the two"
                elif (attended := _attended(reference)) is not None:
                    _enter(attended, drafts)
                else:
                    lost.append(reference)
        if not here:
            _qualify(page, sentence, drafts)
            chaired(page, sentence, drafts, company)
            along(page, sentence, drafts, company)
    drafts += _travels(page, lost, drafts)
    drafts += fallback(page, drafts, company, days)
    drafts += taken_for_known(drafts, lost, company)
    published = When.parse(found.dating.published) if found.dating and found.dating.published else None
    for draft in finish(page, drafts, company, days):
        past = any(w.tag in ("VBD", "VBN") for w in draft.words)  # then rather the day of publication is in doubt
        if draft.status == "held" and draft.date and published and not past and _to_come(draft.date, published):
            draft.status = "scheduled"
        yield _encounter(draft)


def _to_come(when: When, published: When) -> bool:
    """Whether a date lies after the day of publication anywhere on earth: what is told for it is a plan."""
    return (when.first - published.last).days > 1


def _travels(page: Page, lost: list[Reference], drafts: list[Draft]) -> list[Draft]:
    """The visits that a text takes for known and tells nowhere, "during his trip X sought …", each traveller's once."""
    found: list[Draft] = []
    for draft in (r.draft for r in lost if r.kind == "visit"):
        noun = draft.words[0]
        if noun.lemma == "stay" or not any(c.dep == "poss" for c in page.sentences[draft.sentence].children(noun)):
            continue
        known = {n for d in (*drafts, *found) if d.kind == "visit" for n in d.people}
        if (
            len(draft.people) == 1
            and draft.status == "held"
            and not (draft.change or draft.heading or draft.people & known)
        ):
            draft.actors = [a for a in draft.actors if a.kind == "person"]
            draft.rule, draft.confidence = "encounters.bare", 0.5
            found.append(draft)
    return found


def _told(
    page: Page, sentence: Sentence, company: Company, named: list[Series], days: Calendar
) -> tuple[list[Draft], list[Reference]]:
    """What one sentence tells, with dates and places."""
    here: list[Draft] = list(sessions(page, sentence, named, company))
    here += conferences(page, sentence, company, here)
    references: list[Reference] = []
    taken = {w.i for d in here for w in d.words}
    for cue in cues(page, sentence, company):
        if (
            _in_title(page, cue)
            or any(s.span.holds(cue.word.start) for s in named)
            or _carries(sentence, cue, here, taken)
        ):
            continue
        for item in tell(page, sentence, cue, company):
            if isinstance(item, Reference):
                references.append(item)
            else:
                here += several(page, sentence, item, company)
                company.remember(item)  # "was received by X before their talks"
    here += [
        v for v in visiting(page, sentence, company) if not any(d.kind == "visit" and d.people & v.people for d in here)
    ]
    here += gatherings(page, sentence, company, named, here)
    here += [b for b in briefings(page, sentence, company) if not any(d.kind == "address" for d in here)]
    here += linear(page, sentence, company, here)
    here = [d for d in here if not any(_twin(d, other) for other in here)]
    met = next((d for d in here if d.kind in ("meeting", "forum") and len(d.actors) > 1), None)
    for draft in (d for d in here if d.kind == "signing" and not d.actors):
        draft.actors, draft.other = ([*met.actors], [*met.other]) if met is not None else ([], [])
    here = [d for d in here if d.actors or d.kind != "signing"]
    for visit in (d for d in here if d.kind == "visit" and d.rule == "encounters.visit-noun" and len(d.people) == 1):
        for draft in (d for d in here if d.kind == "signing" and d.actors and not d.people):
            hosts = [c for c in visit.other if c != visit.actors[0].country]
            if len(hosts) == 1 and not {visit.actors[0].country, *hosts} <= set(draft.countries):
                draft.actors, draft.other = (
                    [*visit.actors, company.state(hosts[0])],
                    [],
                )  # "During X's visit the two sides signed"
    for draft in (*here, *(r.draft for r in references)):
        date(sentence, draft, days)
        place(page, sentence, draft, company)
    here += discussing(page, sentence, company, here)
    here += imparting(page, sentence, company, here)
    accompanied(sentence, company, here)
    for draft in here:
        if draft.date is None and draft.rule in (DISCUSSED, "encounters.imparted"):
            date(sentence, draft, days)
            place(page, sentence, draft, company)
    here = list(posted(page, sentence, company)) or here
    here += list(gapped(page, sentence, here, company, days))
    for draft in here:
        _counted(page, draft, named)
    _lend(sentence, here, company)
    for draft in here:
        known = {s.name for s in draft.protocol}
        if draft.kind in ("meeting", "call", "forum") and not draft.heading:
            found = [s for s in slots(page, sentence) if s.name not in known]
            draft.protocol += [s for s in found if draft.kind == "forum" or not s.value.endswith("-day")]
    return sorted(here, key=lambda d: d.cue), references


def _twin(bare: Draft, other: Draft) -> bool:
    """Whether talks told without the other side are joined to what tells it: "held talks and a working lunch with X"."""
    if bare.rule != "encounters.bare" or bare.kind != other.kind or not bare.people < other.people:
        return False
    one, two = bare.words[0], other.words[0]
    return (one.dep == "conj" and one.head == two.i) or (two.dep == "conj" and two.head == one.i)


def _in_title(page: Page, cue: Cue) -> bool:
    """Whether a word stands in the quoted title of an article or book, where most words have a capital."""
    quote = page.quote_at(cue.word.start)
    if quote is None or not cue.word.text[0].isupper():
        return False
    words = [w for w in quote.inner.of(page.text).split() if len(w) > 3]
    return 2 < len(words) < 20 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _carries(sentence: Sentence, cue: Cue, here: list[Draft], taken: set[int]) -> bool:
    """Whether a cue only carries a session that has been read already: "gathered for the ninth meeting"."""
    if cue.word.i in taken and cue.kind != "visit":
        return True
    if cue.noun and cue.kind == "meeting" and cue.verb is not None and cue.verb.dep == "relcl":
        return any(d.mechanism and d.people and cue.verb.head in {w.i for w in d.words} for d in here)
    return cue.word.lemma in ("meet", "gather", "convene") and any(
        d.mechanism
        and not any(t.low in ("margins", "sidelines") for t in sentence.tokens[cue.word.i : d.words[0].i])
        and (d.words[0].i > cue.word.i)
        and d.words[0].i - cue.word.i < 12
        and d.status != "proposed"
        for d in here
    )


def _counted(page: Page, draft: Draft, named: list[Series]) -> None:
    """Gives "its fifth session" the series whose fifth session the sentence names."""
    if (
        draft.mechanism
        or draft.kind != "meeting"
        or draft.words[0].lemma not in ("session", "meeting", "round", "edition")
    ):
        return
    before = page.text[max(0, draft.words[0].start - 30) : draft.words[0].start].split()[-2:]
    for known in named:
        if known.ordinal is not None and known.full and any(ordinal(w) == known.ordinal for w in before):
            draft.kind, draft.mechanism, draft.ordinal, draft.rule = (
                "forum",
                known.name,
                known.ordinal,
                "encounters.session",
            )
            draft.actors = [a for a in draft.actors if a.kind == "person"] if draft.status == "held" else []


def _lend(sentence: Sentence, here: list[Draft], company: Company) -> None:
    """A telling that depends on another in its sentence shares its date and place: "will fly to X on Friday to sign
    …"."""
    for draft in here:
        if draft.date is not None and draft.place:
            continue
        chain = list(sentence.ancestors(draft.words[0]))
        earlier = next((i for i, t in enumerate(chain) if t.low == "before"), len(chain))
        above = {t.i for t in chain[:earlier]}  # what comes before something else has a day of its own
        for other in here:
            if other is draft or not any(w.i in above for w in other.words):
                continue
            if other.kind == "address" and told(sentence, draft.words[0]):
                continue  # "told reporters on Monday that X had met Y"
            if other.change == "postponed" or (other.status != draft.status and other.kind != "visit"):
                continue
            if draft.kind == "visit" and other.kind != "visit":
                continue
            if draft.date is None and other.date is not None and other.status == draft.status:
                draft.date, draft.dated = other.date, other.dated
            if not draft.place and draft.kind not in ("visit", "address") and other.place:
                draft.place, draft.placed = other.place, other.placed
            if draft.kind != "visit":
                draft.other += [c for c in other.other if c not in draft.countries]
    for visit in (d for d in here if d.kind == "visit" and d.rule == "encounters.visit-noun"):
        _sides(sentence, visit, here, company)
        for draft in here:
            hangs = any(w.i in {t.i for t in sentence.ancestors(visit.words[0])} for w in draft.words)
            if (
                draft.kind in ("meeting", "call")
                and hangs
                and draft.date is None
                and visit.people & draft.people
                and visit.date is not None
            ):
                draft.date, draft.dated = visit.date, visit.dated
        around = {t.i for t in sentence.ancestors(visit.words[0])}
        for draft in here:
            if draft.kind == "meeting" and draft.people & visit.people and any(w.i in around for w in draft.words):
                draft.place, draft.placed = draft.place or visit.place, draft.placed or visit.placed


def _sides(sentence: Sentence, visit: Draft, here: list[Draft], company: Company) -> None:
    """Gives what "the two sides" did during a visit the guest's country and the host's: "During X's visit to Norway the two sides signed"."""
    both = next((t for t in sentence.tokens if t.low == "sides" and t.dep in ("nsubj", "nsubjpass")), None)
    states = [company.state(c) for c in visit.countries]
    for draft in here if both is not None and len(states) == 2 else ():
        told = draft.kind in ("meeting", "signing") and all(a.kind == "state" for a in draft.actors)
        if (
            told
            and set(draft.countries) != set(visit.countries)
            and both is not None
            and both.i in {w.i for w in sentence.subtree(draft.words[0])}
        ):
            draft.actors, draft.other = states, []


def _enter(draft: Draft, drafts: list[Draft]) -> None:
    for known in reversed(drafts):
        if same(known, draft):
            if known.kind == draft.kind or (known.heading and known.kind == "call"):
                join(known, draft)
            known.principal = known.principal or draft.principal
            return
    drafts.append(draft)


def _past(sentence: Sentence, reference: Reference) -> bool:
    """Whether what is taken up is said to be the one before: "the previous round"."""
    return any(c.low in _FORMER and c.dep == "amod" for w in reference.draft.words for c in sentence.children(w))


def _attended(reference: Reference) -> Draft | None:
    """A meeting taken for known and told nowhere, of those who are told to be there: "Tuesday's meeting is hosted by X"."""
    draft = reference.draft
    known = reference.kind == "meeting" and reference.attending and (draft.date or draft.place) and not draft.change
    if not known:
        return None
    return replace(
        draft, actors=united(draft.actors, list(reference.attending)), rule="encounters.bare", confidence=0.5
    )


def _former(sentence: Sentence, reference: Reference, drafts: list[Draft], company: Company) -> Draft | None:
    """The session or talks before those that the text tells of: "The previous meeting was held in Oslo in 2019"."""
    draft = reference.draft
    if not _past(sentence, reference) or draft.status != "held" or draft.people or not (draft.date or draft.place):
        return None
    series = next((d for d in reversed(drafts) if d.mechanism and d.ordinal is not None), None)
    talks = next((d for d in drafts if d.principal and d.kind == "meeting" and len(d.countries) > 1), None)
    known = series or talks
    if known is None or reference.kind != "meeting":
        return None
    return replace(draft, kind=known.kind, mechanism=known.mechanism, actors=[company.state(c) for c in known.countries],
                   recalled=True, again=True, loose=False, rule="encounters.session" if series else draft.rule)  # fmt: skip


def _refer(reference: Reference, drafts: list[Draft]) -> bool:
    """Adds what is said of "the talks" or "the visit" to the last such encounter told before; False where none is."""
    draft = reference.draft
    kinds = ("meeting", "call", "forum", "signing") if reference.kind == "meeting" else (reference.kind,)
    fitting = [
        d
        for d in drafts
        if d.kind in kinds and (not draft.people or reference.kind != "visit" or draft.people & d.people)
    ]
    fitting = [d for d in fitting if d.kind == "visit" and d.sentence == draft.sentence] or fitting
    fitting = [d for d in fitting if d.principal] or fitting
    fitting = [d for d in fitting if not d.heading] or fitting
    if not fitting:
        return False
    if draft.status == "scheduled" and draft.change is None:
        fitting = [d for d in drafts if d.kind in kinds and d.status == "scheduled"] or fitting
    known = fitting[-1] if reference.kind == "visit" or draft.change or draft.status == "scheduled" else fitting[0]
    if draft.change is not None and known.status == "held":  # what was held was not put off
        return True
    known.change = known.change or draft.change
    if draft.change == "postponed" and draft.date is not None:
        known.date, known.dated, known.status = draft.date, draft.dated, "scheduled"
    if reference.attending:
        known.actors = united(known.actors, list(reference.attending))
    alike = draft.status == known.status or (reference.kind == "visit" and bool(draft.people & known.people))
    if known.date is None and draft.date is not None and alike and draft.change is None:
        known.date, known.dated = draft.date, draft.dated
    if not known.place and draft.place and known.kind != "visit":
        known.place, known.placed = draft.place, draft.placed
    have = {s.name for s in known.protocol}
    known.protocol += [s for s in draft.protocol if s.name not in have]
    return True


def _qualify(page: Page, sentence: Sentence, drafts: list[Draft]) -> None:
    """Tone and length told in the sentences after an encounter: "They had a candid exchange of views"."""
    known = next((d for d in reversed(drafts) if d.principal and d.kind in ("meeting", "call", "forum")), None)
    if known is None or known.status != "held" or not 0 < sentence.number - known.sentence <= 3:
        return
    have = {s.name for s in known.protocol}
    known.protocol += [s for s in slots(page, sentence) if s.name in ("tone", "length") and s.name not in have]


def _present(draft: Draft) -> tuple[str, ...]:
    """The named people; where a side has nobody named, the body or the people not named that sat there for it."""
    people = [a for a in draft.actors if a.kind == "person"]
    if people and draft.kind in ("meeting", "call", "signing") and len({a.country for a in people}) == 1:
        home = people[0].country
        others = [a for a in draft.actors if a.kind != "person" and (a.country is None or a.country != home)]
        people += [a for a in others if a.kind == "group"] or (others if len(people) == 1 else [])
    bodies = {a.country for a in draft.actors if a.kind == "group" and a.country}
    everyone = [a for a in draft.actors if a.kind != "state" or a.country not in bodies]
    once = {
        (a.country, " ".join(a.name.split()[-2:])) if a.kind == "group" and a.country else a: a
        for a in reversed(people or everyone)
    }
    present = list(reversed(once.values()))
    wider = [a.name.lower() for a in present if a.kind == "group"]
    return tuple(
        a.name
        for a in present
        if a.kind != "group" or not any(a.name.lower() in w and w != a.name.lower() for w in wider)
    )


def _encounter(draft: Draft) -> Encounter:
    return Encounter(
        evidence=draft.evidence,
        rule=draft.rule,
        confidence=round(draft.confidence, 2),
        kind=draft.kind,
        status=draft.status,
        date=draft.date.start if draft.date else None,
        end=draft.date.end if draft.date else None,
        place=draft.place,
        participants=_present(draft),
        countries=tuple(draft.countries),
        mechanism=draft.mechanism,
        ordinal=draft.ordinal,
        principal=draft.principal,
        change=draft.change,
        cue=draft.cue,
        dated=draft.dated,
        placed=draft.placed,
        protocol=tuple(sorted(draft.protocol, key=lambda s: s.span)),
    )
