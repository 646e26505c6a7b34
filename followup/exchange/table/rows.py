"""The rows of a table as applications: what each says, what is left out and why, what the user must say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from followup.exchange.found import Person
from followup.exchange.reader import Reader
from followup.exchange.table.cells import Cell
from followup.exchange.table.columns import Column, Field
from followup.exchange.table.contacts import NOTHING, contact_of, person_in
from followup.exchange.table.dates import Found, Order, moment_of, read_cell
from followup.exchange.table.status import Status, read_status
from followup.model.fact import clean_line, shown
from followup.model.vocabulary import Role

_DONE = re.compile(r"(?:x|y|yes|ja|true|done|✓|✔|✅|☑|ok)", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One application. `interview` is the last round's day or moment (aware); `interviews` has all of the row's."""

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
    """What came up while the rows were read."""

    left: list[Left] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    zoneless: int | None = None
    thanked: list[tuple[int, str]] = field(default_factory=list)
    limits: list[tuple[int, str]] = field(default_factory=list)


class RowReader:
    """Reads rows of one table, whose columns and orders of dates are known."""

    def __init__(
        self,
        columns: Sequence[Column],
        orders: Sequence[Order | None],
        reader: Reader,
        choices: Choices,
    ) -> None:
        self.columns, self.orders, self.reader, self.choices = columns, orders, reader, choices
        self.zone = ZoneInfo(choices.zone or reader.zone)
        self.doubts = Doubts()
        self._seen: dict[tuple[str, str, date | None], int] = {}
        self._at: dict[str, list[int]] = {}  # the columns of each field
        for at, column in enumerate(columns):
            self._at.setdefault(column.field or "", []).append(at)

    def read(self, line: int, cells: Sequence[Cell]) -> Row | None:
        """The row; None where it is left out, which is then among the doubts."""
        company, role = (self._text(cells, kind) for kind in ("company", "role"))
        if not company and not role:
            self._leave(line, "it names neither a company nor a role")
            return None
        applied = next(
            (found.day for _, found in self._dates(line, cells, "applied") if found.day), None
        )
        twin = self._seen.setdefault(
            ((company or "").casefold(), (role or "").casefold(), applied), line
        )
        if twin != line:
            self._leave(line, f"the same as line {twin}")
            return None
        rounds = self._rounds(line, cells)
        self._remark(line, cells)
        return Row(
            line,
            company,
            role,
            applied,
            self._status(line, cells, rounds),
            rounds[-1] if rounds else None,
            tuple(rounds),
            person_in(self._text(cells, "person") or "", self._text(cells, "email") or ""),
            self._link(cells),
            self._notes(cells),
            self._ended(line, cells),
            contact_of(self.columns[at].name for at in self._at.get("person", ())),
        )

    def _texts(self, cells: Sequence[Cell], kind: str) -> list[tuple[str, str]]:
        """What the columns of a field say, each with its name."""
        filled = [at for at in self._at.get(kind, ()) if at < len(cells) and str(cells[at]).strip()]
        return [(self.columns[at].name, clean_line(str(cells[at])).strip()) for at in filled]

    def _text(self, cells: Sequence[Cell], kind: str) -> str | None:
        return next((text for _, text in self._texts(cells, kind)), None)

    def _leave(self, line: int, reason: str) -> None:
        self.doubts.left.append(Left(line, reason))

    def _dates(self, line: int, cells: Sequence[Cell], kind: str) -> Iterator[tuple[str, Found]]:
        """The days of the columns of a kind; one that does not exist is named."""
        for at in self._at.get(kind, ()):
            cell, column = cells[at] if at < len(cells) else "", self.columns[at]
            if not str(cell).strip():
                continue
            found = read_cell(cell, self.orders[at], self.reader.today)
            if found is None:
                continue
            if not found.day and not found.open:
                self._leave(
                    line,
                    f"{column.name}: “{shown(str(cell))}” is no day that exists; the row is taken without it",
                )
            yield column.name, found

    def _rounds(self, line: int, cells: Sequence[Cell]) -> list[date | datetime]:
        """The days and moments of its interviews, in their order."""
        found: list[date | datetime] = []
        days = [said for _, said in self._dates(line, cells, "interview") if said.day]
        timeless = [said.day for said in days if said.day and not said.at]
        timed = self._at_its_time(line, cells, timeless) if timeless else None
        for said in days:
            at = said.at or timed
            if at and at.tzinfo is None and not self.choices.zone:
                self.doubts.zoneless = self.doubts.zoneless or line
            if at:
                found.append(at if at.tzinfo else at.replace(tzinfo=self.zone))
            elif said.day:
                found.append(said.day)
        return sorted(found, key=lambda each: each.isoformat())

    def _at_its_time(
        self, line: int, cells: Sequence[Cell], days: Sequence[date]
    ) -> datetime | None:
        """The moment of the one day that names no time, by the column of times; what cannot be taken is named."""
        for name, text in self._texts(cells, "time"):
            if NOTHING.fullmatch(text):
                continue
            at = moment_of(days[0], text, text) if len(days) == 1 else None
            if at:
                return at
            why = "is no time that can be read" if len(days) == 1 else "may be of either interview"
            self._leave(line, f"{name}: “{shown(text)}” {why}; the row is taken without it")
        return None

    def _ended(self, line: int, cells: Sequence[Cell]) -> date | None:
        """The day in the column of the rejection, else in that of the offer."""
        for kind in ("rejected", "offered"):
            for _, found in self._dates(line, cells, kind):
                if found.day:
                    return found.day
        return None

    def _filled(self, cells: Sequence[Cell], kind: str) -> bool:
        return any(not NOTHING.fullmatch(text) for _, text in self._texts(cells, kind))

    def _status(self, line: int, cells: Sequence[Cell], rounds: Sequence[object]) -> Status | None:
        """What the column of the status says, else what columns for each stage tell by being filled."""
        stated = self._text(cells, "status")
        if stated:
            status = read_status(stated)
            status = self.choices.statuses.get(stated, status)
            if status is None:
                self.doubts.statuses.setdefault(stated, line)
            return status
        if self._filled(cells, "rejected"):
            return "rejected"
        if self._filled(cells, "offered"):
            return "offer"
        if rounds or any(
            _DONE.fullmatch(text) or read_status(text) == "interview"
            for _, text in self._texts(cells, "interview")
        ):
            return "interview"
        return "applied" if "status" not in self._at or self._filled(cells, "applied") else None

    def _remark(self, line: int, cells: Sequence[Cell]) -> None:
        """What is said in passing, and may be worth entering."""
        for kind in ("acted", "notes", "status"):
            for _, text in self._texts(cells, kind):
                if re.search(r"\bthank(?:s|ed)?[ -]?(?:you)?\b", text, re.IGNORECASE) and re.search(
                    r"\b(?:sent|wrote|mailed|emailed)\b", text, re.IGNORECASE
                ):
                    self.doubts.thanked.append((line, text))
                if kind == "notes" and re.search(
                    r"\b(?:decide|decision|hear back|answer|respond|let me know)\b.{0,30}\b(?:by|until|before)\b",
                    text,
                    re.IGNORECASE,
                ):
                    self.doubts.limits.append((line, text))

    def _link(self, cells: Sequence[Cell]) -> str | None:
        found = (_LINK.search(text) for _, text in self._texts(cells, "link"))
        return next((each.group() for each in found if each), None)

    def _notes(self, cells: Sequence[Cell]) -> str | None:
        kept = [str(cells[at]).strip() for at in self._at.get("notes", ()) if at < len(cells)]
        return "\n".join(text for text in kept if text) or None
