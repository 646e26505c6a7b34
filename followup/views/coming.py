"""What Today says of the days after today: a line for each thing that comes, with what can be done already."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from followup.model.action import Action
from followup.model.facts import Application
from followup.model.times import Clock
from followup.views.agenda import ActionRow
from followup.views.calendar.entry import OPENS, CalendarEntry
from followup.views.labels import one_line, place_of
from followup.views.words import day_of, thanks_words, title


@dataclass(frozen=True, slots=True)
class ComingLine:
    """One line: its day, what it is; `row` can be done already, `asleep` is snoozed; else it only comes."""

    id: str
    day: date
    words: str
    look: CalendarEntry | None = None
    row: ActionRow | None = None
    asleep: bool = False


def still_ahead(
    days: Mapping[date, Sequence[CalendarEntry]], clock: Clock
) -> tuple[CalendarEntry, ...]:
    """The entries of which something still comes, day by day: nothing that is over, no interview that has begun."""
    entries = (entry for day in sorted(days) for entry in days[day] if not entry.over)
    return tuple(
        entry
        for entry in entries
        if entry.look != "interview" or clock.now < clock.moment(entry.at)
    )


def coming(
    entries: Iterable[CalendarEntry],
    can: Iterable[ActionRow],
    above: Collection[str],
    applications: Mapping[str, Application],
    where: Mapping[str, str],
    clock: Clock,
) -> tuple[ComingLine, ...]:
    """The lines by day: what the calendar has, but for what stands `above` (ids), and what `can` be done already."""
    lines: dict[str, ComingLine] = {}
    for entry in entries:
        if entry.id not in above and entry.word != OPENS:
            said = " · ".join(part for part in (entry.title, entry.company, entry.note) if part)
            asleep = entry.look == "snooze"
            lines.setdefault(entry.id, ComingLine(entry.id, entry.day, said, entry, asleep=asleep))
    for row in can:
        action = row.first
        what = _what(row, action, applications[action.application], where)
        lines[action.key] = ComingLine(action.key, day_of(action, clock), what, row=row)
    return tuple(sorted(lines.values(), key=lambda line: line.day))


def _what(
    row: ActionRow, action: Action, application: Application, where: Mapping[str, str]
) -> str:
    several = len(row.actions) > 1
    what = (
        thanks_words(len(row.actions), row.sent, row.of) if several else title(action, application)
    )
    return f"{one_line(what, 120)} · {place_of(application, where)}"
