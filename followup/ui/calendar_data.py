"""What the calendar's component is given: plain values, ready to be drawn."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from followup.model.facts import Facts
from followup.ui import session
from followup.ui.calendar import Shown
from followup.ui.status import STATUSES
from followup.ui.text import counted, full_date, long_date, unturned
from followup.views.calendar import Entry, Look, entries
from followup.views.calendar_days import Span, holiday_name, is_weekend, week_days
from followup.views.timeline import Clock

COMPONENT = "calendar"
LATE = "late"  # the name of what is still to do, where the others have a day
_IN_A_CELL, _IN_A_WEEK, _IN_THE_AGENDA = 3, 12, 8
# Beside the statuses': an icon and the colour of the mark.
_LOOKS: dict[Look, tuple[str, str]] = {
    "interview": ("groups", "var(--st-text-color)"),
    "promise": ("event_available", "#7d7d7d"),
    "snooze": ("snooze", STATUSES["upcoming"].mark),
}


def entries_of(facts: Facts, shown: Shown, now: Clock) -> Mapping[date, tuple[Entry, ...]]:
    """What falls on each of the days; where today is among them, also what is still to do from before them."""
    actions = session.actions()
    found = dict(entries(facts, actions, now, shown.span, behind=shown.behind))
    if now.today in shown.span:
        before = Span(date.min, shown.span.first - timedelta(days=1))
        for entry in still_to_do(entries(facts, actions, now, before), now.today):
            found[entry.day] = (*found.get(entry.day, ()), entry)
    return found


def component_data(
    facts: Facts, shown: Shown, now: Clock, by_day: Mapping[date, tuple[Entry, ...]]
) -> dict[str, Any]:
    """What the component draws: the weeks (none in the agenda view) and the days in words."""
    country, today = facts.me.country, now.today
    late = still_to_do(by_day, today)
    rest = {day: tuple(e for e in listed if e not in late) for day, listed in by_day.items()}
    ahead = {day for day, listed in rest.items() if listed and day >= today}
    before = sorted(day for day, listed in rest.items() if listed and day < today)
    running = today in shown.span

    def part(day: date) -> dict[str, Any]:
        return _section(day, rest.get(day, ()), country, today)

    coming = [_late_section(late)] if late else []
    coming += [
        part(day) for day in (sorted(ahead | {today}) if running else sorted(ahead) or before)
    ]
    return {
        "title": shown.title,
        "names": _names(),
        "weeks": _weeks(shown, by_day, country, today) if shown.view != "agenda" else [],
        "agenda": "Agenda" if coming else "Nothing falls on these days.",
        "sections": coming,
        "earlier": [part(day) for day in before] if running else [],
        "earlier_title": f"Earlier: {counted(sum(len(rest[day]) for day in before), 'entry', 'entries')}",
    }


def still_to_do(by_day: Mapping[date, Sequence[Entry]], today: date) -> tuple[Entry, ...]:
    """What was due before today and is still to be done, the oldest first."""
    return tuple(
        entry
        for day in sorted(by_day)
        for entry in by_day[day]
        if day < today and entry.look in ("overdue", "due")
    )


def _late_section(late: Sequence[Entry]) -> dict[str, Any]:
    listed = _listed(LATE, "from before", late, _IN_THE_AGENDA)
    for drawn in listed["entries"]:
        drawn["note"] = drawn["when"]
    return {
        "iso": LATE,
        "title": "Still to do from before",
        "today": False,
        "holiday": "",
        "empty": "",
        **listed,
    }


def _names() -> list[tuple[str, str]]:
    days = week_days(date(2026, 9, 14))
    return [(full_date(day, day)[:3], long_date(day).partition(",")[0]) for day in days]


def _weeks(
    shown: Shown, by_day: Mapping[date, Sequence[Entry]], country: str | None, today: date
) -> list[list[dict[str, Any]]]:
    most = _IN_A_WEEK if shown.view == "week" else _IN_A_CELL

    def cell(day: date) -> dict[str, Any]:
        out = shown.view == "month" and day.month != shown.first.month
        named = out or shown.view == "week"
        label = full_date(day, day)[4:] if named else str(day.day)
        return {
            "iso": day.isoformat(),
            "label": f"{label} · today" if day == today else label,
            "out": out,
            "today": day == today,
            "weekend": is_weekend(day),
            "holiday": holiday_name(day, country),
            **_listed(day.isoformat(), f"on {long_date(day)}", by_day.get(day, ()), most),
        }

    return [[cell(day) for day in week] for week in shown.weeks]


def _section(
    day: date, listed: Sequence[Entry], country: str | None, today: date
) -> dict[str, Any]:
    words = full_date(day, today)
    return {
        "iso": day.isoformat(),
        "title": f"Today, {words}" if day == today else words,
        "today": day == today,
        "holiday": holiday_name(day, country),
        "empty": "Nothing falls on today.",
        **_listed(day.isoformat(), f"on {long_date(day)}", listed, _IN_THE_AGENDA),
    }


def _listed(name: str, of: str, listed: Sequence[Entry], most: int) -> dict[str, Any]:
    """The first entries, and how many more there are; one more than fits takes no more room than “+1 more”."""
    cut = len(listed) if len(listed) <= most else most - 1
    hidden = len(listed) - cut
    # Two lists of one page have the same entry: the name tells them apart when the focus is put back.
    drawn = [{**_drawn(entry), "day": name} for entry in listed[:cut]]
    return {"entries": drawn, "more": {"text": f"+{hidden} more", "of": of} if hidden else None}


def _drawn(entry: Entry) -> dict[str, Any]:
    icon, color = look_of(entry)
    return {
        "id": entry.id,
        "icon": icon,
        "color": color,
        "word": word_of(entry),
        "time": entry.time,
        "text": unturned(f"{entry.company}: {entry.title}"),
        "when": entry.when,
        "note": entry.note,
        "over": entry.over,
    }


def look_of(entry: Entry) -> tuple[str, str]:
    """The icon's name and the mark's colour, from the one status language."""
    for status, look in STATUSES.items():
        if entry.look == status:
            return look.icon.removeprefix(":material/").removesuffix(":"), look.mark
    return _LOOKS[entry.look]


def look_badge(entry: Entry) -> str:
    """The entry's icon and word, in the colour of its status."""
    icon = f":material/{look_of(entry)[0]}:"
    color = next((look.color for status, look in STATUSES.items() if entry.look == status), "gray")
    return f":{color}-badge[{icon} {word_of(entry)}]"


def word_of(entry: Entry) -> str:
    """What it is, in a word: its status, or "Interview", "Their promise"."""
    return entry.word or next(
        look.word for status, look in STATUSES.items() if entry.look == status
    )
