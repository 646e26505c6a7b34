"""A row of a table as it was read, what was left out of it, and what the user says of the whole table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from followup.exchange.found import Person
from followup.exchange.table.columns import Column, Field
from followup.exchange.table.dates import Order
from followup.exchange.table.status import Status
from followup.model.vocabulary import Role

SAME_AS = "the same as line "


@dataclass(frozen=True, slots=True)
class Row:
    """One application. `interview` is the last round's day or moment (aware); `interviews` has all of the row's.

    `rounds` has the name of each of them, "" where its column only says that it is an interview.
    """

    line: int
    company: str | None
    role: str | None
    applied: date | None
    status: Status | None
    interview: date | datetime | None
    interviews: tuple[date | datetime, ...]
    person: Person | None
    link: str | None
    notes: str | None
    ended: date | None = None  # when they said no, or made the offer
    contact: Role = "recruiter"  # what the person is, by the name of the column
    rounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A line, or a part of it, that was not taken, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user says of a table: columns (by number), order of dates, statuses, whose clock it is on."""

    columns: Mapping[int, Field | None] = field(default_factory=dict)
    date_order: Order | None = None
    statuses: Mapping[str, Status] = field(default_factory=dict)
    zone: str | None = None

    def chosen(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """The columns as the user has them."""
        return tuple(
            replace(column, field=self.columns.get(at, column.field))
            for at, column in enumerate(columns)
        )


@dataclass(slots=True)
class Doubts:
    """What came up while the rows were read; `again` are further lines of an application that has its row."""

    left: list[Left] = field(default_factory=list)
    again: list[Row] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    zoneless: int | None = None
    thanked: list[tuple[int, str]] = field(default_factory=list)
    limits: list[tuple[int, str]] = field(default_factory=list)
