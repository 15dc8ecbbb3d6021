"""Which sessions of mechanisms are still to come, and which are late."""

from __future__ import annotations

from datetime import date

from dragoman.views.calendar import Calendar, Series
from dragoman.views.upcoming import Next


def groups(contract: Calendar) -> list[tuple[str, list[Series]]]:
    """Series by what is to be said of their next session: to come first, the soonest leading; then what is late, the latest
    leading."""
    coming, late, custom, rest = [], [], [], []
    for one in contract.series:
        if one.next is None:
            rest.append(one)
        elif one.next.status == "overdue":
            late.append(one)
        elif comes(one.next, contract.as_of):
            coming.append(one)
        else:
            custom.append(one)
    groups = (
        ("To come", coming),
        ("Overdue", late[::-1]),
        ("Due by custom, and not told of since", custom[::-1]),
        ("Without a next session", rest),
    )
    return [(title, listed) for title, listed in groups if listed]


def comes(session: Next, today: date) -> bool:
    """Whether a session is still to come: promised without a date, or due on the day or later."""
    return session.status == "open" or bool(session.due and session.due >= today.isoformat()[: len(session.due)])
