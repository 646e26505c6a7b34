"""What happened, as chosen and typed: one change of the application, or what is missing. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from followup.forms.checking import FieldProblem
from followup.forms.happened import mine, rounds, theirs
from followup.forms.happened.log import JUST_NOW, Happening, Log, Odd
from followup.forms.likely import usual
from followup.model.action import Action
from followup.model.facts import Application, Person
from followup.model.settings import Me
from followup.model.times import Clock
from followup.playbook.case import awaited_letter, case_of, ending_of, has_offer, is_over


@dataclass(frozen=True, slots=True)
class HappeningKind:
    """A kind of happening: what makes a change of it, whether they did it, and whether it has words worth keeping."""

    make: Callable[[Log], Happening]
    theirs: bool = True
    message: bool = True  # it came or went by some channel


KINDS: Final[Mapping[str, HappeningKind]] = {
    "replied": HappeningKind(theirs.replied),
    "date": HappeningKind(theirs.named_a_date),
    "next_round": HappeningKind(rounds.invited),
    "moved": HappeningKind(rounds.moved),
    "called_off": HappeningKind(rounds.called_off),
    "no_show": HappeningKind(rounds.no_show, message=False),
    "rejected": HappeningKind(theirs.rejected),
    "offer": HappeningKind(theirs.offered),
    "more_time": HappeningKind(theirs.more_time),
    "on_hold": HappeningKind(theirs.on_hold),
    "away": HappeningKind(theirs.away),
    "left": HappeningKind(theirs.left),
    "receipt": HappeningKind(theirs.receipt),
    "bounced": HappeningKind(theirs.bounced),
    "wrote": HappeningKind(mine.wrote, theirs=False),
    "task": HappeningKind(mine.sent_the_task, theirs=False),
    "accepted": HappeningKind(mine.accepted, theirs=False, message=False),
    "declined": HappeningKind(mine.declined, theirs=False, message=False),
    "withdrew": HappeningKind(mine.withdrew, theirs=False, message=False),
    "closed": HappeningKind(mine.closed, theirs=False, message=False),
    "reopened": HappeningKind(mine.reopened, theirs=False, message=False),
}


def possible_kinds(application: Application, me: Me, now: datetime) -> tuple[str, ...]:
    """The kinds that can have happened: what was never planned is not off, nothing comes back unsent, and the like."""
    ended, ending = is_over(application, me, now), ending_of(application, me, now)
    offered = ending is not None and ending.kind == "offer"
    missing = {
        "declined": not offered,
        "reopened": not ended,
        "closed": ended,
        "moved": not rounds.planned_rounds(application, now),
        "called_off": not rounds.planned_rounds(application, now),
        "no_show": not rounds.begun_rounds(application, now),
        "bounced": not theirs.went_out(application, now),
        "more_time": not has_offer(application),
        "left": not application.people,
    }
    return tuple(kind for kind in KINDS if not missing.get(kind))


def begin(application: Application, me: Me, now: datetime) -> dict[str, Any]:
    """The form before anything is chosen: now, by e-mail, with the person whom the plan would write to."""
    case = case_of(application, me, now)
    likely, letter = case.addressee, awaited_letter(case)
    planned = rounds.planned_rounds(application, now)
    question, owed = mine.asked(application, me, now), mine.owed(application, me, now)
    out = theirs.went_out(application, now)
    like = usual(application)
    return {
        "kind": None,
        "when": JUST_NOW,
        "channel": "email",
        "person": likely.id if likely else "",
        "received_as": theirs.likely_purpose(application, me, now),
        "asks": theirs.NOTHING,
        "awaited": letter.promise.on if letter else None,
        "new": rounds.ON_A_DAY,
        "zone": None,
        "mode": like["mode"],
        "minutes": like["minutes"],
        "who": list(like["interviewers"]),
        "which": planned[0].id if planned else None,
        "sent": out[0].id if out else None,
        "question": mine.name_of(question),
        "sent_for": "reply" if question and question.answered is None else "other",
        "task": owed[0].id if owed else None,
    }


def happening(
    application: Application,
    typed: Mapping[str, Any],
    clock: Clock,
    actions: Sequence[Action] = (),
    role: str = "",
) -> Happening | FieldProblem:
    """What was chosen and typed, as a change of the application; or what is missing. Raises ValidationError."""
    kind = KINDS.get(typed.get("kind") or "")
    if kind is None:
        return FieldProblem("kind", "Choose what happened.")
    log = Log(application, typed, clock, actions, role)
    try:
        log.at  # noqa: B018 - a moment that cannot be is said first
        known = log.with_its_person() if kind.message else log
        made = kind.make(known)
    except Odd as odd:
        return odd.problem
    new = known.application.people[len(application.people) :]
    words = made.words if log.place in made.words else f"{made.words} ({role})"
    at = log.at if kind.theirs and log.ticked("mine_first") else None

    def change(fresh: Application) -> Application:
        before = theirs.answered_before(fresh, at) if at else fresh
        return made.change(_with(before, new))

    return Happening(change, words)


def _with(application: Application, people: tuple[Person, ...]) -> Application:
    return application.replace(people=(*application.people, *people))
