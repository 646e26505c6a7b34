"""What became of a round, as one change of the application: invited, moved, called off, missed by them. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from followup.forms.checking import MOST_MINUTES, wall_moment
from followup.forms.happened.log import Happening, Log, Odd
from followup.forms.happened.proposed import like, noted
from followup.forms.happened.theirs import asked_for, logged
from followup.forms.likely import newcomers, unsaid
from followup.model import changes
from followup.model.changes import ApplicationChange
from followup.model.fact import zone_names
from followup.model.facts import Application, Interview, Person, Touchpoint, new_id
from followup.model.vocabulary import Mode
from followup.prose.rounds import NOT_CONFIRMED, as_hold, is_hold, plain_name, proposing
from followup.prose.when.places import employer_zone

ON_A_DAY, PROPOSED, TO_FOLLOW = "On a day", "They propose times", "To follow"


def begun_rounds(application: Application, now: datetime) -> tuple[Interview, ...]:
    """The interviews whose start has passed and that are still as planned, newest first."""
    begun = [i for i in application.interviews if i.begins <= now and i.state == "scheduled"]
    return tuple(sorted(begun, key=lambda item: item.begins, reverse=True))


def planned_rounds(application: Application, now: datetime) -> tuple[Interview, ...]:
    """What may still be moved or called off: the rounds that lie ahead, soonest first, then the begun ones."""
    ahead = changes.ahead_of(application, now)
    return (*ahead, *(i for i in begun_rounds(application, now) if i not in ahead))


def invited(log: Log) -> Happening:
    """They invite to a further interview, at a time, on a day, at times to choose from, or with no time yet."""
    words = f"{log.company} invited you to an interview"
    new_people = newcomers(log.text("somebody"))
    who = [*(log.typed.get("who") or ()), *(person.id for person in new_people)]
    mode = log.typed.get("mode")
    fields: dict[str, Any] = {
        "mode": mode if mode in get_args(Mode) else "video",
        "minutes": _minutes(log),
        "round": log.text("round"),
        "notes": log.text("notes"),
        "interviewers": tuple(p.id for p in (*log.application.people, *new_people) if p.id in who),
        **_invitation(log),
    }
    new = _new_round(log, fields)
    whole = log.application.replace(people=(*log.application.people, *new_people))
    known = unsaid(whole)
    said = noted({n: v for n, v in fields.items() if known.get(n) != v}, whole.people)
    message = _said(log, "invitation", new[0].id if new else None, said)
    told = partial(_added, people=new_people, rounds=new, message=message)
    return Happening(_confirmed_apart(log, told, message) if new else told, words)


def _confirmed_apart(log: Log, told: ApplicationChange, message: Touchpoint) -> ApplicationChange:
    """With the confirmation that they want by a day as a message of its own.

    An invitation is answered by the round that is entered (PLAYBOOK 3), and nobody has told them by that.
    """
    by = [each for each in message.promises if each.kind == "reply_by"]
    if not by:
        return told
    rest = tuple(each for each in message.promises if each not in by)
    asks = log.message(
        "other", interview=message.interview, text=log.text("asked"), wants_answer=True, promises=by
    )
    alone = message.replace(wants_answer=False, promises=rest)

    def change(application: Application) -> Application:
        made = changes.on_touchpoint(told(application), message.id, lambda _: alone)
        return changes.with_touchpoint(made, asks)

    return change


def moved(log: Log) -> Happening:
    """A round is moved: the old one stays as moved, and the new one, where it has a day, is another.

    By a newer version of the invitation that it came from, it is the same round at another time.
    """
    old = _which(log, planned_rounds(log.application, log.clock.now))
    if old.uid and old.uid == log.text("uid"):
        return _followed(log, old)
    elsewhere = _elsewhere(log)
    new = _new_round(log, {**like(old), **elsewhere})
    message = _said(log, "cancellation", old.id, noted(elsewhere, ()))

    def change(application: Application) -> Application:
        return _added(changes.with_state(application, old.id, "moved"), (), new, message)

    words = f"the interview at {log.company} is moved"
    open_ = log.typed.get("new") == TO_FOLLOW
    return Happening(change, f"{words}, its new date is to follow" if open_ else words)


def _followed(log: Log, old: Interview) -> Happening:
    """The round as the newer invitation has it; all else that was entered stays."""
    (new,) = _new_round(log, {**_invitation(log), "minutes": _minutes(log)}) or (old,)
    when = ("starts_at", "on", "time_zone", "minutes", "uid", "sequence")
    said = {name: getattr(new, name) for name in ("link", "location") if getattr(new, name)}
    same = (new.starts_at, new.on) == (old.starts_at, old.on)
    changed = {**{name: getattr(new, name) for name in when}, **said, "state": "scheduled"}
    changed |= _held(log, old)
    message = log.message("invitation", interview=old.id, **_asked(log, choice=False))

    def change(application: Application) -> Application:
        moved = changes.on_interview(application, old.id, lambda it: it.replace(**changed))
        return changes.with_touchpoint(moved, message)

    news = "moved" if not same else "only held" if log.ticked("hold") else "confirmed"
    return Happening(change, f"the interview at {log.company} is {news}")


def _held(log: Log, old: Interview) -> dict[str, str]:
    """Its name and notes as they say whether its time is only held, by the newer version of the invitation."""
    notes = old.notes.replace(NOT_CONFIRMED, "").strip()
    if log.ticked("hold"):
        return {
            "round": as_hold(old.round),
            "notes": "\n".join(filter(None, (notes, NOT_CONFIRMED))),
        }
    return {"round": plain_name(old.round), "notes": notes} if is_hold(old.round) else {}


def _elsewhere(log: Log) -> dict[str, Any]:
    """Where and how a round that is moved takes place now, where a mail says so; else all that stays."""
    where = {name: log.text(name) for name in ("location", "link")}
    mode = log.typed.get("mode")
    return (
        {**where, **({"mode": mode} if mode in get_args(Mode) else {})}
        if any(where.values())
        else {}
    )


def _invitation(log: Log) -> dict[str, Any]:
    """What only an invitation knows."""
    lines = {name: log.text(name) for name in ("link", "location", "uid")}
    sequence = log.typed.get("sequence")
    return {**lines, "sequence": sequence if isinstance(sequence, int) else 0}


def called_off(log: Log) -> Happening:
    """A round will not take place; where they say that a new date is to follow, they owe it, perhaps by a day."""
    old = _which(log, planned_rounds(log.application, log.clock.now))
    message = _said(log, "cancellation", old.id)
    follows = log.ticked("follows")
    if follows and message.direction == "received":
        owed = log.promise("decision_by", log.day_since("date_by"), "a new date")
        message = message.replace(promises=(*message.promises, owed))

    def change(application: Application) -> Application:
        return _added(changes.with_state(application, old.id, "cancelled"), (), (), message)

    words = f"the interview at {log.company} is called off"
    return Happening(change, f"{words}, a new date is to follow" if follows else words)


def no_show(log: Log) -> Happening:
    """They did not come."""
    old = _which(log, begun_rounds(log.application, log.clock.now))
    missed = partial(changes.with_state, interview_id=old.id, state="no_show")
    return Happening(missed, f"nobody showed up at {log.company}")


def _which(log: Log, rounds: Sequence[Interview]) -> Interview:
    known = {interview.id: interview for interview in rounds}
    return known[log.one_of("which", known, "Which interview was it?")]


def _said(
    log: Log,
    purpose: Literal["invitation", "cancellation"],
    interview: str | None,
    noted: Mapping[str, str] = {},
) -> Touchpoint:
    """Their message, or mine where it was I who moved it; times to choose from want an answer."""
    proposed = log.text("proposed") if _proposes(log) else ""
    text = proposing(log.text(), proposed, _zone(log), noted) if proposed else log.text()
    if log.ticked("by_me"):
        return log.message("other", "sent", interview=interview, text=text)
    asked = _asked(log, choice=bool(proposed))
    return log.message(purpose, interview=interview, text=text, **asked)


def _asked(log: Log, *, choice: bool) -> dict[str, Any]:
    """Whether they want an answer, as a `choice` of times does anyway, by when, and what they want sent besides."""
    wants = choice or log.ticked("wants")
    by = log.day_since("answer_by") if wants else None
    promises = [log.promise("reply_by", by)] if by else []
    sent = [each for each in asked_for(log) if each.kind == "material"]
    return {"wants_answer": wants, "promises": (*promises, *sent)}


def _proposes(log: Log) -> bool:
    """Whether they named times to choose from."""
    return log.typed.get("kind") != "called_off" and log.typed.get("new") == PROPOSED


def _zone(log: Log) -> str:
    name = log.typed.get("zone") or employer_zone(log.application) or log.clock.zone.key
    if name not in zone_names():
        raise Odd("zone", "Which time zone? Write it like Europe/Berlin.")
    return str(name)


def _new_round(log: Log, fields: dict[str, Any]) -> tuple[Interview, ...]:
    """The round on the day that they named; none where that is open."""
    if _proposes(log) and not log.text("proposed"):
        raise Odd("proposed", "Which times do they propose?")
    if log.typed.get("new") in (PROPOSED, TO_FOLLOW):
        return ()
    day: date | None = log.day("day", "On which day is it? “To follow” if nobody has said.")
    start: time | None = log.typed.get("time")
    zone = _zone(log)
    if day is None or start is None:
        return (Interview(id=new_id(), on=day, time_zone=zone, **fields),)
    starts_at = wall_moment(day, start, ZoneInfo(zone))
    if starts_at is None:
        raise Odd("time", "There is no such time on that day: the clocks go forward.")
    return (Interview(id=new_id(), starts_at=starts_at, time_zone=zone, **fields),)


def _minutes(log: Log) -> int:
    minutes = log.typed.get("minutes", 60)
    if minutes is None or not 1 <= minutes <= MOST_MINUTES:
        raise Odd("minutes", "How long will it take, in minutes? At least 1, at most 10,080.")
    return int(minutes)


def _added(
    application: Application,
    people: Sequence[Person],
    rounds: Sequence[Interview],
    message: Touchpoint,
) -> Application:
    longer = application.replace(
        people=(*application.people, *people), interviews=(*application.interviews, *rounds)
    )
    return logged(message, "").change(longer)
