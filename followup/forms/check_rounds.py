"""The entry form's interviews, with what was said and promised: made into facts, or what is missing. Pure."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from followup.forms.checking import (
    MOST_MINUTES,
    EntryCheck,
    decision_day,
    meant,
    odd_year,
    wall_moment,
)
from followup.forms.likely import dated, interviewers, said_by
from followup.model.fact import zone_names
from followup.model.facts import Interview, Promise, Specific
from followup.model.times import in_utc
from followup.prose.text import long_date

NOBODY = "Nobody is ticked as having been there: who interviewed you?"
_LONG_MINUTES = 8 * 60
_FAR_AHEAD = timedelta(days=366)
_LONG_AGO = timedelta(days=183)


def rounds_of(check: EntryCheck, people: set[str]) -> list[Interview]:
    """All rounds that the form describes; `people` are the ids of those who are in it."""
    stored = (
        {interview.id: interview for interview in check.stored.interviews} if check.stored else {}
    )
    found = (_round(check, row, stored.get(row), people) for row in check.typed["rounds"])
    return [interview for interview in found if interview]


def _round(
    check: EntryCheck, row: str, stored: Interview | None, people: set[str]
) -> Interview | None:
    zone_name = check.typed[f"zone_{row}"] or check.typed["zone"] or check.clock.zone.key
    starts_at, on = _start(check, row, zone_name, stored)
    minutes = check.typed[f"minutes_{row}"]
    possible = minutes is not None and 1 <= minutes <= MOST_MINUTES
    if not possible:
        check.refuse(f"minutes_{row}", "How long was it, in minutes? At least 1, at most 10,080.")
    if (starts_at is None and on is None) or not possible:
        _specifics(check, row, stored, people)
        return None
    end = _end(starts_at, on, zone_name, int(minutes))
    if starts_at:
        _plausible(check, row, starts_at, stored)
    there = tuple(person for person in interviewers(check.typed, row) if person in people)
    named = any(check.text(f"name_{person}") for person in people)
    if named and not there and end <= check.clock.now:
        _somebody(check, row, stored)
    fields: dict[str, Any] = {
        "starts_at": starts_at,
        "on": on,
        "time_zone": zone_name,
        "minutes": int(minutes),
        "mode": check.typed[f"mode_{row}"],
        "round": check.text(f"round_{row}"),
        "state": check.typed[f"state_{row}"],
        "interviewers": there,
        "location": check.text(f"location_{row}"),
        **_invitation(check, row),
        "notes": check.text(f"notes_{row}"),
        "specifics": _specifics(check, row, stored, people),
        "promises": _promises(check, row, stored, end),
    }
    return check.record(Interview, row, stored, fields)


def _somebody(check: EntryCheck, row: str, stored: Interview | None) -> None:
    """A round that was held was held by somebody; where nobody was put down before, that was known."""
    mode, state = (check.typed[f"{name}_{row}"] for name in ("mode", "state"))
    if mode != "ai" and state == "scheduled" and not (stored and not stored.interviewers):
        check.ask(f"who_{row}", NOBODY)


def _invitation(check: EntryCheck, row: str) -> dict[str, Any]:
    """What a round brings along that was filled in from an invitation."""
    names = ("link", "uid", "sequence")
    return {name: v for name in names if (v := check.typed.get(f"{name}_{row}")) is not None}


def _end(starts_at: datetime | None, on: date | None, zone_name: str, minutes: int) -> datetime:
    """When it is over; of a day alone, that day's end."""
    if starts_at:
        return in_utc(starts_at) + timedelta(minutes=minutes)
    midnight = datetime.combine((on or date.max) + timedelta(days=1), time(), ZoneInfo(zone_name))
    return in_utc(midnight)


def _start(
    check: EntryCheck, row: str, zone_name: str, stored: Interview | None
) -> tuple[datetime | None, date | None]:
    """When it begins, or the day alone while its time is not known: a day that has passed has one."""
    if check.typed[f"time_{row}"] is not None or check.typed[f"state_{row}"] != "scheduled":
        return _starts_at(check, row, zone_name, stored), _day_alone(check, row, stored)
    day = check.day(f"day_{row}")
    if check.typed[f"day_{row}"] is None:
        check.refuse(f"day_{row}", "On which day?")
    elif day and day < check.clock.today:
        check.refuse(f"time_{row}", "At what time?")
    elif day and not (stored and stored.on == day):
        check.ask(f"time_{row}", "Is only the day known yet?")
    if zone_name not in zone_names():
        check.refuse(f"zone_{row}", "Which time zone? Write it like Europe/Berlin.")
        return None, None
    return None, day


def _day_alone(check: EntryCheck, row: str, stored: Interview | None) -> date | None:
    """The day of a round that never had a time, and did not take place."""
    alone = stored is not None and stored.on is not None and check.typed[f"time_{row}"] is None
    return check.day(f"day_{row}") if alone else None


def _starts_at(
    check: EntryCheck, row: str, zone_name: str, stored: Interview | None
) -> datetime | None:
    day = check.day(f"day_{row}")
    at: time | None = check.typed[f"time_{row}"]
    if check.typed[f"day_{row}"] is None:
        check.refuse(f"day_{row}", "On which day?")
    if at is None:
        if not (stored and stored.on):
            check.refuse(f"time_{row}", "At what time?")
        return None
    if day is None:
        return None
    if zone_name not in zone_names():
        check.refuse(f"zone_{row}", "Which time zone? Write it like Europe/Berlin.")
        return None
    zone = ZoneInfo(zone_name)
    wall = datetime.combine(day, at)
    if stored and stored.starts_at and stored.time_zone == zone_name:
        kept = stored.begins.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
        if kept == wall.replace(second=0, microsecond=0):
            return stored.starts_at
    starts_at = wall_moment(day, at, zone)
    if starts_at is None:
        check.refuse(f"time_{row}", "There was no such time on that day: the clocks went forward.")
    return starts_at


def _plausible(check: EntryCheck, row: str, starts_at: datetime, stored: Interview | None) -> None:
    if stored and stored.starts_at == starts_at and stored.minutes == check.typed[f"minutes_{row}"]:
        return
    if check.typed[f"minutes_{row}"] > _LONG_MINUTES:
        check.ask(f"minutes_{row}", "That is longer than eight hours.")
    ahead = in_utc(starts_at) - in_utc(check.clock.now)
    if ahead > _FAR_AHEAD:
        check.ask(f"day_{row}", "That is more than a year ahead.")
    elif -ahead > _LONG_AGO:
        on = starts_at.astimezone(check.clock.zone).date()
        ago = (check.clock.today - on).days
        check.ask(f"day_{row}", f"That was {long_date(on)}, {ago} days ago: is the year right?")


def _specifics(
    check: EntryCheck, row: str, stored: Interview | None, people: set[str]
) -> tuple[Specific, ...]:
    before = {item.id: item for item in stored.specifics} if stored else {}
    found = []
    for item in check.typed[f"specifics_{row}"]:
        text, ties_to = check.text(f"text_{item}"), check.text(f"ties_to_{item}")
        if not text and not ties_to and item not in before:
            continue
        if not text:
            check.refuse(f"text_{item}", "What was said? Remove this detail if there is none.")
            continue
        who = said_by(check.typed, row, item)
        fields = {
            "text": text,
            "frame": check.typed.get(f"frame_{item}") or None,
            "topic": check.typed[f"topic_{item}"],
            "said_by": who if who in people else None,
            "ties_to": ties_to,
        }
        found.append(check.record(Specific, item, before.get(item), fields))
    return tuple(specific for specific in found if specific)


def _promises(
    check: EntryCheck, row: str, stored: Interview | None, end: datetime
) -> tuple[Promise, ...]:
    before = {item.id: item for item in stored.promises} if stored else {}
    found = (
        _promise(check, row, item, before.get(item), end) for item in check.typed[f"promises_{row}"]
    )
    return tuple(promise for promise in found if promise)


def _promise(
    check: EntryCheck, row: str, item: str, stored: Promise | None, end: datetime
) -> Promise | None:
    kind, text = check.typed[f"kind_{item}"], check.text(f"text_{item}")
    choice = check.typed[f"choice_{item}"] if kind == "decision_by" else "day"
    typed = check.typed[f"on_{item}"] if choice == "day" else None
    on = check.day(f"on_{item}") if typed else None
    if typed and on is None:
        return None  # the check of the day has said why
    if kind == "decision_by":
        on = decision_day(choice, on, check.day(f"day_{row}"), check.clock.today)
        if choice in (None, "none"):  # one that was stored without a day keeps its words
            return stored if stored and stored.on is None else None
    else:
        text, on = dated(text, on, _held_on(check, row))
    if on is None and kind != "material":
        check.refuse(f"on_{item}", "By which day? Choose one, or take this back.")
        return None
    if kind == "material" and not text:
        check.refuse(f"text_{item}", "What did you promise to send? Remove it if nothing.")
        return None
    if on and (stored is None or stored.on != on):
        _after_the_interview(check, item, on, end)
    fields: dict[str, Any] = {"kind": kind, "on": on, "text": text}
    return check.record(Promise, item, stored, fields)


def _held_on(check: EntryCheck, row: str) -> date:
    """The day of the round, from which the days count that were named in it; today where it is not known."""
    day: date | None = check.typed[f"day_{row}"]
    return meant(day) if day and not odd_year(meant(day)) else check.clock.today


def _after_the_interview(check: EntryCheck, item: str, on: date, end: datetime) -> None:
    zone = check.company_zone if check.typed[f"kind_{item}"] == "decision_by" else check.clock.zone
    if on >= end.astimezone(zone).date():
        return
    counts = (
        " A date like that counts as none." if check.typed[f"kind_{item}"] == "decision_by" else ""
    )
    check.ask(f"on_{item}", f"That day lies before the end of the interview.{counts}")
