"""What was typed over an older state of an application and a newer state of it, merged field by field. Pure.

All three are fields of the entry form (see `fields`): `base` is what the form began with, `mine` what stands in it,
`newer` what it would begin with now. What one side alone changed is that side's; what both changed has to be picked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from followup.forms.checking import Typed, decision_day
from followup.forms.fields import Fields

Side = Literal["mine", "newer"]

MAIN = (
    "company",
    "role",
    "specialised",
    "route",
    "channel",
    "language",
    "country",
    "region",
    "zone",
    "link",
    "notes",
)
PERSON = ("name", "role", "email", "phone", "linkedin", "rapport", "terms")
ROUND = ("day", "time", "zone", "minutes", "mode", "round", "state", "who", "location", "notes")
SPECIFIC = ("text", "frame", "topic", "said_by", "ties_to")
_ROWS = "rows:"


@dataclass(frozen=True, slots=True)
class Differing:
    """A field whose two versions differ, or a row (`rows`: its list) that one version does not have.

    `name` is the field without its row. `changed` says who changed it.
    """

    field: str
    name: str
    row: str
    changed: tuple[Side, ...]
    rows: str = ""

    @property
    def preset(self) -> Side | None:
        """The side that alone changed it; None where both did."""
        return self.changed[0] if len(self.changed) == 1 else None


@dataclass(frozen=True, slots=True)
class Versions:
    """The three, with the empty row for “They decide by” under one id in all of them."""

    base: Typed
    mine: Typed
    newer: Typed
    today: date

    def differing(self) -> tuple[Differing, ...]:
        """Every field and row in which what was typed and the newer state differ, in the form's order."""
        return tuple(self._differing())

    def added(self, rows: str) -> list[str]:
        """The rows of a list that the newer state alone has."""
        known = {*self.base.get(rows, ()), *self.mine.get(rows, ())}
        return [row for row in self.newer.get(rows, ()) if row not in known]

    def merged(self, picks: Mapping[str, Side]) -> Fields:
        """The newer state with what was typed in its place, where that is picked; what either added is kept."""
        typed = {**self.mine, **self.newer}
        for difference in self.differing():
            side = picks.get(difference.field, difference.preset)
            if not difference.rows and side != "newer":
                for key in _keys(difference):
                    typed[key] = self.mine[key]
        gone = {
            difference.row
            for difference in self.differing()
            if difference.rows
            and difference.row
            not in self._side(picks.get(difference.field, difference.preset))[difference.rows]
        }
        for rows in self._lists():
            both = (*self.newer.get(rows, ()), *self.mine.get(rows, ()))
            typed[rows] = [row for row in dict.fromkeys(both) if row not in gone]
        return typed

    def _side(self, side: Side | None) -> Typed:
        return self.newer if side == "newer" else self.mine

    def _lists(self) -> Iterator[str]:
        yield "people"
        yield "rounds"
        for row in {*self.mine["rounds"], *self.newer["rounds"]}:
            yield f"specifics_{row}"
            yield f"promises_{row}"

    def _differing(self) -> Iterator[Differing]:
        yield from self._fields("", MAIN)
        for row in self._rows("people"):
            yield from self._row("people", row, PERSON)
        for row in self._rows("rounds"):
            yield from self._row("rounds", row, ROUND)
            if self._in_both("rounds", row):
                for item in self._rows(f"specifics_{row}"):
                    yield from self._row(f"specifics_{row}", item, SPECIFIC)
                for item in self._rows(f"promises_{row}"):
                    decision = self._side("mine").get(f"kind_{item}") == "decision_by"
                    names = ("choice", "text") if decision else ("text", "on")
                    yield from self._row(f"promises_{row}", item, names, row)

    def _rows(self, rows: str) -> Iterable[str]:
        return dict.fromkeys((*self.newer.get(rows, ()), *self.mine.get(rows, ())))

    def _in_both(self, rows: str, row: str) -> bool:
        return row in self.mine.get(rows, ()) and row in self.newer.get(rows, ())

    def _row(
        self, rows: str, row: str, names: tuple[str, ...], round_: str = ""
    ) -> Iterator[Differing]:
        if self._in_both(rows, row):
            yield from self._fields(row, names, round_)
        elif row in self.base.get(rows, ()):  # one side took it away; the other may have changed it
            left: Side = "mine" if row in self.mine.get(rows, ()) else "newer"
            away: Side = "newer" if left == "mine" else "mine"
            kept = self._side(left)
            same = all(
                self._value(kept, name, row, round_) == self._value(self.base, name, row, round_)
                for name in names
            )
            changed = (away,) if same else (left, away)
            yield Differing(f"{_ROWS}{rows}:{row}", "", row, changed, rows)

    def _fields(self, row: str, names: tuple[str, ...], round_: str = "") -> Iterator[Differing]:
        for name in names:
            base, mine, newer = (
                self._value(typed, name, row, round_)
                for typed in (self.base, self.mine, self.newer)
            )
            if mine != newer:
                sides: tuple[tuple[Side, Any], ...] = (("mine", mine), ("newer", newer))
                changed = tuple(side for side, value in sides if value != base)
                yield Differing(key_of(name, row), name, row, changed)

    def _value(self, typed: Typed, name: str, row: str, round_: str) -> Any:
        if name == "choice":
            return self.decided(typed, row, round_)
        value = typed.get(key_of(name, row))
        if name == "who":
            return None if value is None else sorted(value)
        return value.strip() if isinstance(value, str) else value

    def decided(self, typed: Typed, promise: str, round_: str) -> date | None:
        """The day that they decide by, whichever quick choice names it."""
        choice, on = typed.get(f"choice_{promise}"), typed.get(f"on_{promise}")
        return decision_day(choice, on, typed.get(f"day_{round_}"), self.today)


def key_of(name: str, row: str) -> str:
    """The name, in the form's dictionary, of a field in a row."""
    return f"{name}_{row}" if row else name


def _keys(difference: Differing) -> tuple[str, ...]:
    also = (f"on_{difference.row}",) if difference.name == "choice" else ()
    return (difference.field, *also)


def versions(base: Typed, mine: Typed, newer: Typed, today: date) -> Versions:
    """The three forms as Versions. Quick choices (“A week after”) count from `today` where the interview has no day."""
    for row in newer["rounds"]:
        there, here = _decision(newer, row), _decision(base, row)
        if not there or not here or there == here:
            continue
        if there not in newer["known"]:
            newer = _renamed(newer, there, here)
        elif here not in base["known"]:
            base, mine = _renamed(base, here, there), _renamed(mine, here, there)
    return Versions(base, mine, newer, today)


def _decision(typed: Typed, row: str) -> str | None:
    rows = typed.get(f"promises_{row}", ())
    return next((item for item in rows if typed.get(f"kind_{item}") == "decision_by"), None)


def _renamed(typed: Typed, old: str, new: str) -> Fields:
    def name(value: Any) -> Any:
        return (
            [new if item == old else item for item in value] if isinstance(value, list) else value
        )

    return {
        (f"{key[: -len(old)]}{new}" if key.endswith(f"_{old}") else key): name(value)
        for key, value in typed.items()
    }
