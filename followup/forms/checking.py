"""What a check of a form finds; whose fields they are; the days that are typed into forms, and which were meant."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from followup.model.fact import Fact, zone_names
from followup.model.facts import Application
from followup.model.lossless.codec import problems_of
from followup.model.times import FIRST_YEAR, LAST_YEAR, Clock, in_utc
from followup.prose.text import full_date

Typed = Mapping[str, Any]


def person_label(typed: Typed, person: str) -> str:
    """What a person is called in the form's pickers: no two are called alike."""
    rows: list[str] = typed["people"]
    number = rows.index(person) + 1 if person in rows else 0
    name = " ".join((typed.get(f"name_{person}") or "").split())
    if not name:
        return f"Person {number}"
    same = [row for row in rows if " ".join((typed.get(f"name_{row}") or "").split()) == name]
    return name if same[:1] == [person] else f"{name} ({number})"


def row_owner(typed: Typed, row: str) -> str:
    """Whose a row is, or what is in it, where there are several: "Ann Adler", "Round 2"; "" where that goes unsaid."""
    if row in typed["people"]:
        return person_label(typed, row)
    rounds: list[str] = typed["rounds"]
    for number, each in enumerate(rounds, start=1):
        if row in (each, *typed[f"specifics_{each}"], *typed[f"promises_{each}"]):
            return f"Round {number}" if rounds[1:] else ""
    return ""


CHOICES = ("none", "this_friday", "next_friday", "week", "two_weeks", "day")
MOST_MINUTES = 10_080  # a week
_FRIDAY = 4
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MARKS = (10, 15, 20)  # the days of a month by which people promise
_MONTHS = 4
_SHORT_YEARS = 100

AnyDay = TypeVar("AnyDay", bound=date)


def meant(day: AnyDay) -> AnyDay:
    """A day or moment as it was meant: a year of two digits is one of this century."""
    return day.replace(year=2000 + day.year) if day.year < _SHORT_YEARS else day


def odd_year(day: date) -> str:
    """Why a day cannot be taken, as a sentence; "" where it can."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return ""
    return f"The year is {day.year}: it must lie between {FIRST_YEAR} and {LAST_YEAR}."


def last_full_hour(clock: Clock) -> datetime:
    """When the last hour that has wholly passed began: aware, in the user's zone."""
    begun = in_utc(clock.now).astimezone(clock.zone).replace(minute=0, second=0, microsecond=0)
    return (in_utc(begun) - timedelta(hours=1)).astimezone(clock.zone)


def decision_day(
    choice: str | None, on: date | None, held_on: date | None, today: date
) -> date | None:
    """The day that one of CHOICES names, counted from the interview (or today), or `on`; None for “none”."""
    if held_on is None or odd_year(held_on):
        held_on = today
    friday = _friday(held_on + _DAY)
    days = {
        "this_friday": friday,
        "next_friday": friday + _WEEK,
        "week": held_on + _WEEK,
        "two_weeks": held_on + 2 * _WEEK,
        "day": on,
    }
    return days.get(choice or "none")


_AHEAD = ("Tomorrow", "In a week", "End of next week", "In two weeks", "In four weeks")
_LATER = (
    *("The day after", "A week later", "End of the week after"),
    *("Two weeks later", "Four weeks later"),
)


def quick_days(since: date, today: date, *, each: bool = False) -> dict[str, date]:
    """The days after `since` that one says most, by today's words, soonest first; `each` working day of two weeks."""
    next_day, a_week, friday_after, two_weeks, four_weeks = _AHEAD if since == today else _LATER
    friday = _friday(since + _DAY)
    monthly = next(day for day in _days_after(since + 2 * _DAY) if day.day in _MARKS)
    named = {
        next_day: since + _DAY,
        full_date(friday, today): friday,
        a_week: since + _WEEK,
        friday_after: _friday(since + (7 - since.weekday()) * _DAY),
        two_weeks: since + 2 * _WEEK,
        four_weeks: since + 4 * _WEEK,
        f"The {monthly.day}th": monthly,
    }
    to_next_friday = 11 - since.weekday() if each else 0
    near = islice(_days_after(since + _DAY), to_next_friday)
    named |= {full_date(day, today): day for day in near if day.weekday() <= _FRIDAY}
    return _soonest_first(named)


def far_days(since: date, today: date) -> dict[str, date]:
    """First days of months, beyond what `quick_days` reaches to: “until spring”, “after the summer”."""
    firsts = (day for day in _days_after(since + 4 * _WEEK + _DAY) if day.day == 1)
    return {full_date(day, today): day for day in islice(firsts, _MONTHS)}


def days_around(since: date, today: date) -> dict[str, date]:
    """The days from which somebody has left who is said on `since` to have: ends of months, the days beside it."""
    month = since.replace(day=1)
    end = (month + 31 * _DAY).replace(day=1) - _DAY
    found = (
        *(month - _DAY, _friday(since - _WEEK), since - _DAY, since),
        *(_friday(since + _DAY), end, since + 2 * _WEEK),
    )
    return _soonest_first({full_date(day, today): day for day in found})


def _soonest_first(named: dict[str, date]) -> dict[str, date]:
    """Each day once, by the first of its words."""
    by_day = {day: words for words, day in reversed(named.items())}
    return {by_day[day]: day for day in sorted(by_day)}


def _days_after(day: date) -> Iterator[date]:
    return (day + number * _DAY for number in count(1))


def wall_moment(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """The moment that the zone's wall clock shows so; None where the clocks leave it out."""
    moment = datetime.combine(day, at, tzinfo=zone)
    back = moment.astimezone(UTC).astimezone(zone)
    return moment if back.replace(tzinfo=None) == moment.replace(tzinfo=None) else None


def start_and_end(
    typed: Mapping[str, Any], row: str, usual: str
) -> tuple[datetime, datetime] | None:
    """When a round of the entry form begins and ends, in its own zone (else in `usual`); None where that is open."""
    day, start, minutes = (typed.get(f"{name}_{row}") for name in ("day", "time", "minutes"))
    name = typed.get(f"zone_{row}") or typed.get("zone") or usual
    if day is None or start is None or odd_year(meant(day)) or name not in zone_names():
        return None
    begun = datetime.combine(meant(day), start, tzinfo=ZoneInfo(name))
    lasting = timedelta(minutes=minutes if minutes and 1 <= minutes <= MOST_MINUTES else 0)
    return begun, (in_utc(begun) + lasting).astimezone(begun.tzinfo)


def _friday(day: date) -> date:
    return day + timedelta(days=(_FRIDAY - day.weekday()) % 7)


_T = TypeVar("_T")
_F = TypeVar("_F", bound=Fact)


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is missing or odd at a field. One that only asks is no problem once the user says that it is right."""

    field: str
    sentence: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """The application that the form describes, or why it describes none yet."""

    application: Application | None
    problems: tuple[FieldProblem, ...] = ()


@dataclass(slots=True)
class EntryCheck:
    """A check under way: what was typed over what is stored, when, where, the user's language, the problems found."""

    typed: Typed
    stored: Application | None
    clock: Clock
    mine: str
    problems: list[FieldProblem] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The text of a field, without white space around it."""
        return str(self.typed.get(name) or "").strip()

    def day(self, name: str) -> date | None:
        """The day of a field, as it was meant; None where there is none, or after refusing one that cannot be."""
        found: date | None = self.typed.get(name)
        day = meant(found) if found else None
        if day and (sentence := odd_year(day)):
            self.refuse(name, sentence)
            return None
        return day

    def refuse(self, name: str, sentence: str) -> None:
        """Notes that something has to be mended at a field."""
        self.problems.append(FieldProblem(name, sentence))

    def ask(self, name: str, sentence: str) -> None:
        """Notes that something looks odd at a field, unless the user has said that it is right."""
        if not self.typed.get(f"sure_{name}"):
            self.problems.append(FieldProblem(name, sentence, asks=True))

    def made(self, row: str, make: Callable[[], _T]) -> _T | None:
        """What `make` gives; None after refusing, beside the fields of the row, what the facts' own checks refuse."""
        try:
            return make()
        except ValidationError as error:
            for problem in problems_of(error):
                name = problem.path.partition(".")[0].partition("[")[0]
                name = {"time_zone": "zone", "starts_at": "day"}.get(name, name)
                self.refuse(
                    f"{name}_{row}" if row else name,
                    f"{problem.message[:1].upper()}{problem.message[1:]}.",
                )
            return None

    def record(
        self, kind: type[_F], row: str, stored: _F | None, fields: Mapping[str, Any]
    ) -> _F | None:
        """A row's record: the stored one with what was typed, or a new one under the row's id; as `made`."""
        return self.made(
            row,
            lambda: (
                stored.replace(**fields) if stored else kind.model_validate({"id": row, **fields})
            ),
        )

    @property
    def company_zone(self) -> ZoneInfo:
        """The application's own zone, else the user's."""
        name = self.typed.get("zone")
        return ZoneInfo(name) if name in zone_names() else self.clock.zone
