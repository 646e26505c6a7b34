"""The rows of a table as applications: what each says, what is left out and why, what the user must say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from followup.exchange.reader import Reader
from followup.exchange.table.cells import Cell
from followup.exchange.table.columns import Column
from followup.exchange.table.contacts import NOTHING, contact_of, person_in
from followup.exchange.table.dates import Found, Order, moment_of, read_cell
from followup.exchange.table.round_names import round_of
from followup.exchange.table.row import SAME_AS, Choices, Doubts, Left, Row
from followup.exchange.table.status import Status, read_status
from followup.model.fact import clean_line, shown

_DONE = re.compile(r"(?:x|y|yes|ja|true|done|✓|✔|✅|☑|ok)", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>\"]+")
# Where the day of an ending stands: in its own column, else in the status itself, else it is the last one noted.
_ENDED: Final[Mapping[Status, tuple[str, ...]]] = {
    "rejected": ("rejected", "status", "acted"),
    "closed": ("rejected", "status", "acted"),
    "withdrawn": ("rejected", "status", "acted"),
    "offer": ("offered", "rejected", "status", "acted"),
    "accepted": ("rejected", "status", "offered", "acted"),
}
_GOING_ON: Final = ("applied", "open", "interview")


def _says_no_more(text: str) -> bool:
    """Whether a cell that names no day says all by itself: that there was nothing, or that it was held."""
    known = NOTHING.fullmatch(text) or _DONE.fullmatch(text)
    return bool(known) or read_status(text) is not None


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
        self._seen: dict[tuple[object, ...], int] = {}
        self._told: set[tuple[int, str]] = set()
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
        if not company and "company" in self._at:
            self._leave(line, "it names no company; the row is taken without one")
        if applied and applied > self.reader.today:
            self._leave(
                line,
                f"it was applied for on {applied}, a day that lies ahead; the row is taken with it",
            )
        link = self._link(cells)
        key = ((company or "").casefold(), (role or "").casefold(), applied, link)
        twin = self._seen.setdefault(key, line)
        found = self._rounds(line, cells)
        rounds = tuple(when for when, _ in found)
        self._remark(line, twin, cells)
        status = self._status(line, cells, rounds)
        row = Row(
            line,
            company,
            role,
            applied,
            status,
            rounds[-1] if rounds else None,
            rounds,
            person_in(self._text(cells, "person") or "", self._text(cells, "email") or ""),
            link,
            self._notes(cells),
            self._ended(line, cells, status),
            contact_of(self.columns[at].name for at in self._at.get("person", ())),
            tuple(name for _, name in found),
        )
        if twin != line:
            self._leave(line, f"{SAME_AS}{twin}")
            self.doubts.again.append(row)
            return None
        return row

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
                if kind == "interview" and not _says_no_more(str(cell).strip()):
                    why = "names no day; the row is taken without it"
                    self._leave(line, f"{column.name}: “{shown(str(cell))}” {why}")
                continue
            if not found.day and not found.open:
                self._leave(
                    line,
                    f"{column.name}: “{shown(str(cell))}” is no day that exists; the row is taken without it",
                )
            yield column.name, found

    def _rounds(self, line: int, cells: Sequence[Cell]) -> list[tuple[date | datetime, str]]:
        """The days and moments of its interviews, in their order, each with the name of its round."""
        found: list[tuple[date | datetime, str]] = []
        dated = [each for each in self._dates(line, cells, "interview") if each[1].day]
        timeless = [said.day for _, said in dated if said.day and not said.at]
        timed = self._at_its_time(line, cells, timeless) if timeless else None
        for name, said in dated:
            at = said.at or timed
            if at and at.tzinfo is None and not self.choices.zone:
                self.doubts.zoneless = self.doubts.zoneless or line
            if at:
                found.append((at if at.tzinfo else at.replace(tzinfo=self.zone), round_of(name)))
            elif said.day:
                found.append((said.day, round_of(name)))
        return sorted(found, key=lambda each: each[0].isoformat())

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

    def _ended(self, line: int, cells: Sequence[Cell], status: Status | None) -> date | None:
        """The day of its ending: in the column for that, else in the words of the status, else the last one noted."""
        kinds = _ENDED.get(status, ()) if status else ()
        dated = (found for kind in kinds for _, found in self._dates(line, cells, kind))
        return next((found.day for found in dated if found.day), None)

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
            return "rejected" if status in _GOING_ON and self._said_no(cells) else status
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

    def _said_no(self, cells: Sequence[Cell]) -> bool:
        """Whether a column of rejections has a day: it is newer than a status that nobody has changed since."""
        dated = (
            read_cell(cells[at], self.orders[at], self.reader.today)
            for at in self._at.get("rejected", ())
            if at < len(cells) and read_status(self.columns[at].name) == "rejected"
        )
        return any(found and found.day for found in dated)

    def _remark(self, line: int, twin: int, cells: Sequence[Cell]) -> None:
        """What is said in passing, and may be worth entering; once for lines of one application."""
        for kind in ("acted", "notes", "status"):
            for _, text in self._texts(cells, kind):
                if (twin, text) in self._told:
                    continue
                self._told.add((twin, text))
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
