"""A round with several interviewers: whom to thank, a different specific for each, and how alike the notes are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from followup.messages.draft import MOST_SPECIFICS, suggest_specifics
from followup.messages.lint import likeness
from followup.messages.scene import scene
from followup.messages.templates import MessageTemplate, situation
from followup.model.action import Action
from followup.model.facts import Facts, Specific

_LISTED = frozenset({"overdue", "due", "open", "upcoming", "held", "done"})


def panel_of(action: Action, actions: Sequence[Action]) -> tuple[Action, ...]:
    """The thank-yous of the same round, done or not; empty where there is but one."""
    if action.kind != "thank_you":
        return ()
    same = [
        each
        for each in actions
        if each.kind == "thank_you"
        and (each.application, each.interview) == (action.application, action.interview)
        and each.status in _LISTED
    ]
    return tuple(sorted(same, key=lambda each: each.key)) if len(same) > 1 else ()


def suggestions(
    panel: Sequence[Action], facts: Facts, now: datetime
) -> Mapping[str, tuple[Specific, ...]]:
    """By action key the specifics to begin with: one that nobody else is told, then more of what that person said."""
    first: dict[str, Specific] = {}
    for action in panel:
        taken = {specific.id for specific in first.values()}
        ranked = suggest_specifics(action, facts, now, taken=taken)
        free = [specific for specific in ranked if specific.id not in taken]
        if ranked:
            first[action.key] = (free or list(ranked))[0]
    given = {specific.id for specific in first.values()}
    found: dict[str, tuple[Specific, ...]] = {}
    for action in panel:
        if one := first.get(action.key):
            said = suggest_specifics(action, facts, now, taken=given)
            mine = [s for s in said if s.said_by == action.person and s.id not in given]
            found[action.key] = (one, *mine)[:MOST_SPECIFICS]
    return found


def usual_template(
    action: Action,
    panel: Sequence[Action],
    templates: Sequence[MessageTemplate],
    facts: Facts,
    now: datetime,
) -> str | None:
    """The template to begin with: the first, but where that is ours for a panel, for each another one that fits.

    Two notes by one template are alike but for what was said.
    """
    if not templates:
        return None
    first = templates[0]
    holds = situation(scene(action, facts, now), facts)
    fit = [t for t in templates if t.when <= holds and t.tone == first.tone and not t.choice]
    if first.own or first.when != {"panel"} or action not in panel:
        return first.id
    return fit[list(panel).index(action) % len(fit)].id


@dataclass(frozen=True, slots=True)
class Alike:
    """The note that is most like another one: to whom that other one goes, and how alike, 0 to 1."""

    name: str
    share: float


def most_alike(text: str, others: Mapping[str, str], me: str, whom: str) -> Alike | None:
    """Which of the other notes, by the name of whom each goes to, is most like this one."""
    names = tuple(name for name in (whom, me, *others) if name)
    found = [
        Alike(name, likeness(text, other, names)) for name, other in others.items() if other.strip()
    ]
    return max(found, key=lambda alike: alike.share, default=None)
