"""The list of applications: what is asked for, in the order in which one needs it. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from followup.model.action import Action
from followup.model.facts import Application
from followup.views.difference import AHEAD

_RANK = {"overdue": 0, "due": 1, "open": 2, "held": 3, "upcoming": 4}


@dataclass(frozen=True, slots=True)
class Listed:
    """One application with the next thing to do about it."""

    application: Application
    next: Action | None


def next_actions(actions: Iterable[Action]) -> dict[str, Action]:
    """For each application the action that comes first: what is overdue, then due, then open, then what waits."""
    found: dict[str, Action] = {}
    for action in sorted(
        (action for action in actions if action.status in AHEAD),
        key=lambda action: (_RANK[action.status], action.due.timestamp(), action.key),
    ):
        found.setdefault(action.application, action)
    return found


def listing(
    applications: Sequence[Application], upcoming: Mapping[str, Action], search: str = ""
) -> tuple[Listed, ...]:
    """The applications that have every searched word in who, what was said or noted; the active ones first."""
    words = search.casefold().split()
    found = [
        Listed(application, upcoming.get(application.id))
        for application in applications
        if _matches(application, words)
    ]
    return tuple(sorted(found, key=_order))


def _matches(application: Application, words: Sequence[str]) -> bool:
    rounds = application.interviews
    said = (specific.text for interview in rounds for specific in interview.specifics)
    text = " ".join(
        (
            *(application.company, application.role, application.notes),
            *(person.name for person in application.people),
            *(interview.notes for interview in rounds),
            *said,
        )
    ).casefold()
    return all(word in text for word in words)


def _order(item: Listed) -> tuple[bool, bool, int, float, str, str]:
    ahead = item.next
    return (
        ahead is None,
        item.application.outcome is not None,
        _RANK[ahead.status] if ahead else 0,
        ahead.due.timestamp() if ahead else 0.0,
        item.application.company.casefold(),
        item.application.id,
    )
