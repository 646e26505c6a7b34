"""The entry form's interviews, with what was said and promised: made into facts, or what is missing. Pure."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from followup.model.facts import Interview, Promise, Specific
from followup.model.text import zone_names
from followup.model.times import in_utc
from followup.ui.entry_draft import interviewers
from followup.ui.entry_gaps import Form
from followup.ui.entry_times import MOST_MINUTES, decision_day

_LONG_MINUTES = 8 * 60
_FAR_AHEAD = timedelta(days=366)
_LONG_AGO = timedelta(days=731)


def rounds_of(form: Form, people: set[str]) -> list[Interview]:
    """All rounds that the form describes; `people` are the ids of those who are in it."""
    stored = {interview.id: interview for interview in form.base.interviews} if form.base else {}
    found = (_round(form, row, stored.get(row), people) for row in form.draft["rounds"])
    return [interview for interview in found if interview]


def _round(form: Form, row: str, stored: Interview | None, people: set[str]) -> Interview | None:
    zone_name = form.draft[f"zone_{row}"] or form.draft["zone"] or form.present.me.time_zone
    starts_at = _starts_at(form, row, zone_name, stored)
    minutes = form.draft[f"minutes_{row}"]
    possible = minutes is not None and 1 <= minutes <= MOST_MINUTES
    if not possible:
        form.missing(f"minutes_{row}", "How long was it, in minutes? At least 1, at most 10,080.")
    if starts_at is None or not possible:
        _specifics(form, row, stored, people)
        return None
    end = in_utc(starts_at) + timedelta(minutes=int(minutes))
    _plausible(form, row, starts_at, stored)
    fields: dict[str, Any] = {
        "starts_at": starts_at,
        "time_zone": zone_name,
        "minutes": int(minutes),
        "mode": form.draft[f"mode_{row}"],
        "round": form.text(f"round_{row}"),
        "state": form.draft[f"state_{row}"],
        "interviewers": tuple(
            person for person in interviewers(form.draft, row) if person in people
        ),
        "location": form.text(f"location_{row}"),
        "notes": form.text(f"notes_{row}"),
        "specifics": _specifics(form, row, stored, people),
        "promises": _promises(form, row, stored, end),
    }
    return form.made(
        row, lambda: stored.replace(**fields) if stored else Interview(id=row, **fields)
    )


def _starts_at(form: Form, row: str, zone_name: str, stored: Interview | None) -> datetime | None:
    day = form.day(f"day_{row}")
    at: time | None = form.draft[f"time_{row}"]
    if form.draft[f"day_{row}"] is None:
        form.missing(f"day_{row}", "On which day?")
    if at is None:
        form.missing(f"time_{row}", "At what time?")
    if day is None or at is None:
        return None
    if zone_name not in zone_names():
        form.missing(f"zone_{row}", "Which time zone? Write it like Europe/Berlin.")
        return None
    zone = ZoneInfo(zone_name)
    wall = datetime.combine(day, at)
    if stored and stored.time_zone == zone_name:
        kept = stored.starts_at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
        if kept == wall.replace(second=0, microsecond=0):
            return stored.starts_at
    starts_at = wall.replace(tzinfo=zone)
    if starts_at.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall:
        form.missing(f"time_{row}", "There was no such time on that day: the clocks went forward.")
        return None
    return starts_at


def _plausible(form: Form, row: str, starts_at: datetime, stored: Interview | None) -> None:
    if stored and stored.starts_at == starts_at and stored.minutes == form.draft[f"minutes_{row}"]:
        return
    if form.draft[f"minutes_{row}"] > _LONG_MINUTES:
        form.ask(f"minutes_{row}", "That is longer than eight hours.")
    ahead = in_utc(starts_at) - in_utc(form.present.now)
    if ahead > _FAR_AHEAD:
        form.ask(f"day_{row}", "That is more than a year ahead.")
    elif -ahead > _LONG_AGO:
        form.ask(f"day_{row}", "That is more than two years ago.")


def _specifics(
    form: Form, row: str, stored: Interview | None, people: set[str]
) -> tuple[Specific, ...]:
    before = {item.id: item for item in stored.specifics} if stored else {}
    found = []
    for item in form.draft[f"specifics_{row}"]:
        text, ties_to = form.text(f"text_{item}"), form.text(f"ties_to_{item}")
        if not text and not ties_to and item not in before:
            continue
        if not text:
            form.missing(f"text_{item}", "What was said? Remove this detail if there is none.")
            continue
        said_by = form.draft[f"said_by_{item}"]
        fields = {
            "text": text,
            "topic": form.draft[f"topic_{item}"],
            "said_by": said_by if said_by in people else None,
            "ties_to": ties_to,
        }
        found.append(_specific(form, item, before.get(item), fields))
    return tuple(specific for specific in found if specific)


def _promises(form: Form, row: str, stored: Interview | None, end: datetime) -> tuple[Promise, ...]:
    before = {item.id: item for item in stored.promises} if stored else {}
    found = (
        _promise(form, row, item, before.get(item), end) for item in form.draft[f"promises_{row}"]
    )
    return tuple(promise for promise in found if promise)


def _promise(
    form: Form, row: str, item: str, stored: Promise | None, end: datetime
) -> Promise | None:
    kind, text = form.draft[f"kind_{item}"], form.text(f"text_{item}")
    choice = form.draft[f"choice_{item}"] if kind == "decision_by" else "day"
    typed = form.draft[f"on_{item}"] if choice == "day" else None
    on = form.day(f"on_{item}") if typed else None
    if typed and on is None:
        return None  # the check of the day has said why
    if kind == "decision_by":
        on = decision_day(choice, on, form.day(f"day_{row}"), form.present.today)
        if choice in (None, "none"):  # one that was stored without a day keeps its words
            return stored if stored and stored.on is None else None
    if on is None and kind != "material":
        form.missing(f"on_{item}", "By which day? Choose one, or take this back.")
        return None
    if kind == "material" and not text:
        form.missing(f"text_{item}", "What did you promise to send? Remove it if nothing.")
        return None
    if on and (stored is None or stored.on != on):
        _after_the_interview(form, item, on, end)
    fields: dict[str, Any] = {"kind": kind, "on": on, "text": text}
    return form.made(
        item, lambda: stored.replace(**fields) if stored else Promise(id=item, **fields)
    )


def _after_the_interview(form: Form, item: str, on: date, end: datetime) -> None:
    zone = form.company_zone if form.draft[f"kind_{item}"] == "decision_by" else form.present.zone
    if on >= end.astimezone(zone).date():
        return
    counts = (
        " A date like that counts as none." if form.draft[f"kind_{item}"] == "decision_by" else ""
    )
    form.ask(f"on_{item}", f"That day lies before the end of the interview.{counts}")


def _specific(
    form: Form, item: str, stored: Specific | None, fields: dict[str, Any]
) -> Specific | None:
    return form.made(
        item, lambda: stored.replace(**fields) if stored else Specific(id=item, **fields)
    )
