"""What the dates beside a promise say of it: whether it lies ahead, is a limit, or is long past."""

from __future__ import annotations

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.page.page import Sentence, Token

_ONTO = frozenset(("to", "until", "till"))


_OPENING = frozenset(("begin", "start", "open", "kick", "commence"))
"""With these the present and the day of the dispatch by its name tell a plan: "begins a visit on Tuesday"."""


class Days:
    """The dates of one page, asked by the clause."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    def dated(self, sentence: Sentence, head: Token) -> bool:
        """A date that can lie ahead stands in the clause."""
        unknown = self._calendar.day is None
        return any(
            e.kind not in ("vague", "open", "fiscal")
            and e.bound != "since"
            and not self._calendar.text.startswith("'s", e.span.end)
            and ((unknown and not e.absolute) or self._calendar.when(e, "future"))
            for e in self._calendar.within(sentence.reach(head))
        )

    def limited(self, sentence: Sentence, head: Token) -> bool:
        """Its date is the last day for it and not the day itself: "by June"."""
        return any(e.bound in ("by", "before", "until", "within") for e in self._calendar.within(sentence.reach(head)))

    def under_subject(self, sentence: Sentence, head: Token) -> bool:
        """The only date of a clause is its subject's: "the visit in May will deal with fish"."""
        subject = next((t for t in sentence.children(head) if t.dep == "nsubj"), None)
        here = self._calendar.within(sentence.reach(head))
        own = sentence.reach(subject) if subject is not None else None
        return own is not None and bool(here) and all(own.covers(e.span) for e in here)

    def moved(self, sentence: Sentence, head: Token) -> bool:
        here = self._calendar.within(sentence.reach(head))
        return any(self.lead(e) in _ONTO and self._calendar.when(e, "future") for e in here)

    def ahead(self, sentence: Sentence, head: Token, loosely: bool = False) -> bool:
        """A date in the clause lies after the dispatch's own day: "the talks open on Monday"."""
        day = self._calendar.day
        if day is None:
            return False
        for expression in self._calendar.within(sentence.reach(head)):
            when = (
                None
                if expression.kind in ("vague", "open", "fiscal") or expression.bound
                else self._calendar.when(expression, "future")
            )
            if not loosely and self._elsewhere(sentence, expression, head):
                continue
            later = expression.span.of(self._calendar.text).lower().startswith(
                "later "
            ) or self._calendar.text.endswith("later ", 0, expression.span.start)
            if later and when is not None and when.last > day.last:
                return True
            begun = head.tag == "VBG" and when is not None and when.first >= day.first and when.last > day.last
            opens = head.lemma in _OPENING and expression.kind == "weekday" and when == day
            if (
                when is not None
                and (begun or opens or when.first > day.last)
                and (loosely or expression.to_the_day or head.tag == "VBG")
            ):
                return True
        return False

    def _elsewhere(self, sentence: Sentence, expression: Expression, head: Token) -> bool:
        """Said of another verb within the clause: "is taking them back on aid as on preparing for the summit in May"."""
        inside = sentence.within(expression.span)
        above = (t for t in sentence.ancestors(inside[0]) if t.pos == "VERB") if inside else iter(())
        return next(above, head).i != head.i

    def to_come(self, sentence: Sentence, head: Token) -> bool:
        """With "will" and a day that can lie ahead."""
        will = any(t.low == "will" and t.dep == "aux" for t in sentence.children(head))
        return will and self.dated(sentence, head)

    def bygone(self, sentence: Sentence, head: Token, deed: Token) -> bool:
        """Settled years ago by the sentence's own words, which is history: "in 2009 they agreed to"."""
        day = self._calendar.day
        for e in self._calendar.within(sentence.span) if day is not None else ():
            when = self._calendar.when(e, "past") if e.absolute and e.span.end <= deed.start else None
            if when is not None and day is not None and when.last.year < day.first.year - 1:
                inside = sentence.within(e.span)
                if inside and any(t.i == head.i for t in sentence.ancestors(inside[0])):
                    return True
        return False

    def long_gone(self, sentence: Sentence, head: Token) -> bool:
        """Said to have been done a month or more before: "announced it last year"."""
        day = self._calendar.day
        for e in self._calendar.within(sentence.reach(head)) if day is not None else ():
            inside = sentence.within(e.span)
            near = [inside[0], *sentence.ancestors(inside[0])][:3] if inside else []
            when = self._calendar.when(e, "past") if any(t.head == head.i for t in near) else None
            if when is not None and day is not None and (day.first - when.last).days > 30:
                return True
        return False

    def lead(self, expression: Expression) -> str:
        """The preposition before a date."""
        return self._calendar.text[expression.said.start : expression.span.start].strip().lower()
