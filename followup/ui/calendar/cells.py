"""What the calendar's component is given: plain values, ready to be drawn."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from followup.model.facts import Facts
from followup.model.times import Clock
from followup.playbook.workdays import Place, holiday_name, is_weekend
from followup.prose.text import counted, full_date, long_date
from followup.ui.base import session
from followup.ui.base.looks import entry_look, entry_word
from followup.ui.calendar.head import Shown
from followup.views.calendar.days import week_start
from followup.views.calendar.entries import due_before, entries_by_day
from followup.views.calendar.entry import CalendarEntry
from followup.views.labels import unturned

COMPONENT = "calendar"
LATE = "late"  # the name of what is still to do, where the others have a day
_IN_A_CELL, _IN_A_WEEK, _IN_THE_AGENDA = 3, 12, 8
_BEHIND = 2  # in a cell of a week that is over, so that this one is in sight, late in a month too


def entries_of(facts: Facts, shown: Shown) -> Mapping[date, tuple[CalendarEntry, ...]]:
    """What falls on each of the days; where today is among them, also what is still to do from before them."""
    plan = session.plan()

    def of(now: Clock) -> Mapping[date, tuple[CalendarEntry, ...]]:
        actions, behind = plan.actions if shown.behind else plan.live, shown.behind
        every = entries_by_day(facts, actions, now, shown.period, behind=behind)
        found = {day: tuple(e for e in some if behind or not e.over) for day, some in every.items()}
        found = {day: some for day, some in found.items() if some}
        if now.today in shown.period:
            for entry in due_before(facts, plan.live, now, shown.period.first):
                found[entry.day] = (*found.get(entry.day, ()), entry)
        return found

    return session.kept(("calendar", shown.period, shown.behind), of)


def component_data(
    facts: Facts, shown: Shown, now: Clock, by_day: Mapping[date, tuple[CalendarEntry, ...]]
) -> dict[str, Any]:
    """What the component draws: the weeks (none in the agenda view) and the days in words."""
    place, today = Place(facts.me.country, facts.me.region), now.today
    late = still_to_do(by_day, today)
    rest = {
        day: tuple(e for e in listed if day >= today or not is_late(e))
        for day, listed in by_day.items()
    }
    ahead = {day for day, listed in rest.items() if listed and day >= today}
    before = sorted(day for day, listed in rest.items() if listed and day < today)
    running = today in shown.period

    def part(day: date) -> dict[str, Any]:
        return _section(day, rest.get(day, ()), place, today)

    coming = [_late_section(late)] if late else []
    coming += [
        part(day) for day in (sorted(ahead | {today}) if running else sorted(ahead) or before)
    ]
    return {
        "title": shown.title,
        "names": _names(shown),
        "weeks": _weeks(shown, by_day, place, today) if shown.view != "agenda" else [],
        "agenda": "Agenda" if coming else "Nothing on these days.",
        "narrow": f"There is no room here for the {shown.view} as a table: its days stand one below the other.",
        "sections": coming,
        "earlier": [part(day) for day in before] if running else [],
        "earlier_title": f"Earlier: {counted(sum(len(rest[day]) for day in before), 'entry', 'entries')}",
    }


def still_to_do(
    by_day: Mapping[date, Sequence[CalendarEntry]], today: date
) -> tuple[CalendarEntry, ...]:
    """What was due before today and is still to be done, the oldest first."""
    return tuple(
        entry for day in sorted(by_day) for entry in by_day[day] if day < today and is_late(entry)
    )


def is_late(entry: CalendarEntry) -> bool:
    """Whether it was due by its day, and is still to be done."""
    return entry.look in ("overdue", "due")


def _late_section(late: Sequence[CalendarEntry]) -> dict[str, Any]:
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


def _names(shown: Shown) -> list[tuple[str, str]]:
    days = shown.weeks[0]
    return [(full_date(day, day)[:3], long_date(day).partition(",")[0]) for day in days]


def _weeks(
    shown: Shown, by_day: Mapping[date, Sequence[CalendarEntry]], place: Place, today: date
) -> list[list[dict[str, Any]]]:
    def most(day: date) -> int:
        if shown.view == "week":
            return _IN_A_WEEK
        return (
            _BEHIND
            if today in shown.period and day < week_start(today, shown.begins)
            else _IN_A_CELL
        )

    def cell(day: date) -> dict[str, Any]:
        out = shown.view == "month" and day.month != shown.first.month
        named = out or shown.view == "week"
        label = full_date(day, day)[4:] if named else str(day.day)
        return {
            "iso": day.isoformat(),
            "label": f"{label} · today" if day == today else label,
            "out": out,
            "today": day == today,
            "weekend": is_weekend(day, place.country),
            "holiday": holiday_name(day, place),
            **_listed(day.isoformat(), f"on {long_date(day)}", by_day.get(day, ()), most(day)),
        }

    return [[cell(day) for day in week] for week in shown.weeks]


def _section(
    day: date, listed: Sequence[CalendarEntry], place: Place, today: date
) -> dict[str, Any]:
    words = full_date(day, today)
    return {
        "iso": day.isoformat(),
        "title": f"Today, {words}" if day == today else words,
        "today": day == today,
        "holiday": holiday_name(day, place),
        "empty": "Nothing is due today.",
        **_listed(day.isoformat(), f"on {long_date(day)}", listed, _IN_THE_AGENDA),
    }


def _listed(name: str, of: str, listed: Sequence[CalendarEntry], most: int) -> dict[str, Any]:
    """The first entries, and how many more there are; one more than fits takes no more room than “+1 more”."""
    cut = len(listed) if len(listed) <= most else most - 1
    hidden = len(listed) - cut
    # Two lists of one page have the same entry: the name tells them apart when the focus is put back.
    drawn = [{**_drawn(entry), "day": name} for entry in listed[:cut]]
    return {"entries": drawn, "more": {"text": f"+{hidden} more", "of": of} if hidden else None}


def _drawn(entry: CalendarEntry) -> dict[str, Any]:
    """An entry; in a `cell`, which cuts it, what to do comes first, and of an interview with whom it is."""
    icon, color = entry_look(entry)
    interview, text = entry.look == "interview", f"{entry.company}: {entry.title}"
    return {
        "id": entry.id,
        "icon": icon,
        "color": color,
        "word": entry_word(entry),
        "time": entry.time,
        "text": unturned(text),
        "cell": unturned(text if interview else f"{entry.title} · {entry.company}"),
        "off": interview and entry.over,
        "when": entry.when,
        "note": entry.note,
        "over": entry.over,
    }
