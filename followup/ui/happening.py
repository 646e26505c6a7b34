"""What happened, as chosen and typed: one change of the application, or what is missing. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from followup.model import changes
from followup.model.changes import OnApplication
from followup.model.facts import Application, Interview, new_id
from followup.model.times import in_utc
from followup.ui.entry_times import MOST_MINUTES, Present, meant, odd_year

JUST_NOW, EARLIER = "Just now", "Earlier…"
_DAYS = {"moved": "until", "away": "back", "offer": "deadline", "next_round": "day"}


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, at which field."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What the click does to the application, and the words for it."""

    change: OnApplication
    words: str


def begun_rounds(application: Application, now: datetime) -> tuple[Interview, ...]:
    """The interviews whose start has passed and that are still as planned, newest first."""
    begun = [i for i in application.interviews if i.starts_at <= now and i.state == "scheduled"]
    return tuple(sorted(begun, key=lambda item: in_utc(item.starts_at), reverse=True))


def happening(
    application: Application, typed: Mapping[str, Any], present: Present
) -> Happening | Gap:
    """What was chosen and typed, as a change of the application; or what is missing."""
    kind: str = typed.get("kind") or ""
    typed = {
        name: meant(value) if isinstance(value, date) else value for name, value in typed.items()
    }
    for name in ("at" if typed.get("when") == EARLIER else "", _DAYS.get(kind, "")):
        if (day := typed.get(name)) and (sentence := odd_year(day)):
            return Gap(name, sentence)
    at = _at(typed, present)
    if at is None:
        return Gap("at", "When was it?")
    if in_utc(at) > in_utc(present.now):
        return Gap("at", "That moment lies ahead: what is logged has happened.")
    if kind == "next_round":
        return _next_round(application, typed, at, present)
    if kind in ("replied", "moved", "away", "rejected", "offer"):
        return _message(application, kind, typed, at, present)
    return _ending(application, kind, typed, at)


def _from(application: Application, typed: Mapping[str, Any]) -> tuple[str, ...]:
    sender: str | None = typed.get("from")
    return (sender,) if sender and any(p.id == sender for p in application.people) else ()


def _text(typed: Mapping[str, Any]) -> str:
    return str(typed.get("text") or "").strip()


def _message(
    application: Application, kind: str, typed: Mapping[str, Any], at: datetime, present: Present
) -> Happening | Gap:
    company = application.company
    who: dict[str, Any] = {"at": at, "people": _from(application, typed)}
    text = _text(typed)
    match kind:
        case "replied":
            wants = bool(typed.get("wants"))
            do = partial(changes.they_replied, **who, text=text, wants_answer=wants)
            words = f"{company} replied"
        case "moved":
            until: date | None = typed.get("until")
            if until is None:
                return Gap("until", "Until which day do they need?")
            if until < at.astimezone(present.zone).date():
                return Gap("until", "That day lies before their message.")
            do = partial(changes.they_moved_the_date, **who, until=until, text=text)
            words = f"{company} moved the date"
        case "away":
            do = partial(changes.out_of_office, **who, back_on=typed.get("back"))
            words = f"out of office at {company}"
        case "rejected":
            do, words = partial(changes.rejected, **who, text=text), f"{company} said no"
        case _:
            do = partial(changes.offered, **who, deadline=typed.get("deadline"), text=text)
            words = f"an offer from {company}"
    return Happening(do, f"Logged: {words}.")


def _ending(
    application: Application, kind: str, typed: Mapping[str, Any], at: datetime
) -> Happening | Gap:
    company, text = application.company, _text(typed)
    match kind:
        case "no_show":
            which: str | None = typed.get("which")
            if not any(item.id == which for item in application.interviews) or which is None:
                return Gap("which", "Which interview was it?")
            words = f"Logged: nobody showed up at {company}."
            return Happening(partial(changes.no_show, interview_id=which), words)
        case "withdrew":
            return Happening(
                partial(changes.withdrawn, at=at, note=text), f"Logged: you withdrew at {company}."
            )
        case "accepted":
            return Happening(
                partial(changes.accepted, at=at, note=text), f"Logged: you accepted at {company}."
            )
        case "closed":
            return Happening(partial(changes.closed, at=at, note=text), f"Closed: {company}.")
    return Gap("kind", "Choose what happened.")


def _next_round(
    application: Application, typed: Mapping[str, Any], at: datetime, present: Present
) -> Happening | Gap:
    day: date | None = typed.get("day")
    start: time | None = typed.get("time")
    if day is None:
        return Gap("day", "On which day is it?")
    if start is None:
        return Gap("time", "At what time?")
    minutes = typed.get("minutes", 60)
    if minutes is None or not 1 <= minutes <= MOST_MINUTES:
        return Gap("minutes", "How long will it take, in minutes? At least 1, at most 10,080.")
    zone = application.time_zone or present.me.time_zone
    interview = Interview(
        id=new_id(),
        starts_at=datetime.combine(day, start, tzinfo=ZoneInfo(zone)),
        time_zone=zone,
        minutes=int(minutes),
        mode=typed.get("mode") or "video",
    )
    do = partial(changes.next_round, interview=interview, at=at, people=_from(application, typed))
    return Happening(do, f"Logged: a next round at {application.company}.")


def _at(typed: Mapping[str, Any], present: Present) -> datetime | None:
    if typed.get("when") != EARLIER:
        return present.now.astimezone(present.zone)
    wall: datetime | None = typed.get("at")
    return wall.replace(tzinfo=present.zone) if wall else None
