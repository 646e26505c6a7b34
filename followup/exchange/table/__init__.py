"""A table of applications (CSV, XLSX), such as trackers export and people keep."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.exchange.found import MAX_ASKS, Ask
from followup.exchange.reader import Reader
from followup.exchange.table.cells import Cell, grid_of, is_workbook
from followup.exchange.table.columns import Column, columns_of
from followup.exchange.table.dates import Order, order_of, read_cell
from followup.exchange.table.row import SAME_AS, Choices, Doubts, Left, Row
from followup.exchange.table.rows import RowReader
from followup.model.errors import FollowupError
from followup.model.fact import shown
from followup.prose.when import When, days_in

__all__ = [
    "SAME_AS",
    "Asked",
    "Choices",
    "Column",
    "Kind",
    "Left",
    "Row",
    "Table",
    "is_workbook",
    "read_table",
]

# What a table can leave open: the page has a field for each (ui/received/questions.py).
Kind = Literal["columns", "date_order", "status", "time_zone", "thanked", "promised"]

_DATED = ("applied", "interview", "offered", "rejected")
_NOTED = ("acted", "status")  # nobody is asked for the order of such days alone
_ENOUGH, _STEP = 2, 50
NOTHING_CHOSEN = Choices()


@dataclass(frozen=True, slots=True)
class Asked(Ask):
    """A question of a table; of a single line of it, that line."""

    field: Kind
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds: its rows, what was left out, how it was read, and what the user must say.

    `again` are those lines of the skipped ones that are of the same application as a line of `rows`: they may say more.
    """

    rows: tuple[Row, ...]
    skipped: tuple[Left, ...]
    columns: tuple[Column, ...]
    date_order: Order | None
    encoding: str | None
    delimiter: str | None
    asks: tuple[Asked, ...]
    again: tuple[Row, ...] = ()


def read_table(
    data: bytes,
    reader: Reader,
    choices: Choices = NOTHING_CHOSEN,
    progress: Callable[[float], None] | None = None,
) -> Table:
    """The applications of a table, read as the user has chosen; `progress` is told how much of it is read (0 to 1).

    Raises FollowupError for what is no table, or too large.
    """
    grid = grid_of(data)
    head, found = columns_of(grid.rows)
    columns = choices.chosen(found)
    body = grid.rows[head + 1 :]
    known = [column for column in columns if column.field and column.field != "skipped"]
    if not any(column.field in ("company", "role") for column in known):
        if len(columns) < _ENOUGH:
            raise FollowupError("The file is no table: it has a single column.")
        return Table((), (), columns, None, grid.encoding, grid.delimiter, (_unknown(columns),))
    order, orders, open_at = _orders(columns, body, reader)
    if choices.date_order:
        order, orders, open_at = choices.date_order, [choices.date_order] * len(columns), []
    rows = RowReader(columns, orders, reader, choices)
    kept = []
    for number, (line, cells) in enumerate(body):
        if progress and number % _STEP == 0:
            progress(number / len(body))
        if row := rows.read(line, cells):
            kept.append(row)
    read = tuple(kept)
    asks = (*_order_ask(columns, body, open_at), *_asks(rows.doubts, columns, reader))
    return Table(
        read,
        tuple(rows.doubts.left),
        columns,
        order,
        grid.encoding,
        grid.delimiter,
        asks[:MAX_ASKS],
        tuple(rows.doubts.again),
    )


def _unknown(columns: Sequence[Column]) -> Asked:
    names = ", ".join(f"“{shown(column.name)}”" for column in columns[:12])
    return Asked(
        "columns", None, f"Which column is the company, and which the role? The table has {names}."
    )


def _cells(body: Sequence[tuple[int, tuple[Cell, ...]]], at: int) -> Iterator[Cell]:
    return (cells[at] for _, cells in body if at < len(cells))


def _orders(
    columns: Sequence[Column], body: Sequence[tuple[int, tuple[Cell, ...]]], reader: Reader
) -> tuple[Order | None, list[Order | None], list[int]]:
    """The order of the table, that of each column, and the columns in which it stays open.

    A column tells its own; one that cannot follows the others where they agree. Nobody has applied in the future.
    """
    dated = [at for at, column in enumerate(columns) if column.field in _DATED + _NOTED]
    told = {at: order_of(_cells(body, at)) for at in dated}
    agreed = {order for order, _ in told.values() if order}
    common = agreed.pop() if len(agreed) == 1 else None
    if not common and not agreed:
        common = next(
            (
                past
                for at in dated
                if columns[at].field == "applied"
                if (past := _by_the_past(_cells(body, at), reader.today))
            ),
            None,
        )
    orders: list[Order | None] = [None] * len(columns)
    for at in dated:
        orders[at] = told[at][0] or common
    asked = [at for at in dated if columns[at].field not in _NOTED]
    opened = [at for at in asked if told[at][1] and not orders[at]]
    shown_order = common or (
        orders[opened[0]] if opened else next((orders[at] for at in dated if orders[at]), None)
    )
    if not shown_order and not opened and any(_is_iso(_cells(body, at)) for at in dated):
        shown_order = "ymd"
    return shown_order, orders, opened


def _is_iso(cells: Iterator[Cell]) -> bool:
    return any(
        isinstance(cell, str) and cell[:4].isdecimal() and cell[4:5] in "-/."
        for cell in cells
        if cell
    )


def _by_the_past(cells: Iterator[Cell], today: date) -> Order | None:
    """The only order in which no day of the column lies ahead."""
    ways: tuple[Order, Order] = ("dmy", "mdy")
    seen = [cell for cell in cells if isinstance(cell, str)]

    def fits(order: Order) -> bool:
        days = [
            found.day for cell in seen if (found := read_cell(cell, order, today)) and found.day
        ]
        return bool(days) and all(day <= today for day in days)

    fitting = [order for order in ways if fits(order)]
    return fitting[0] if len(fitting) == 1 else None


def _order_ask(
    columns: Sequence[Column], body: Sequence[tuple[int, tuple[Cell, ...]]], opened: Sequence[int]
) -> Iterator[Asked]:
    for at in opened:
        example = next((str(cell) for cell in _cells(body, at) if str(cell).strip()), "")
        yield Asked(
            "date_order",
            None,
            f"In “{shown(columns[at].name)}”, is “{shown(example)}” written with the day or the month first?",
        )


def _asks(doubts: Doubts, columns: Sequence[Column], reader: Reader) -> Iterator[Asked]:
    for status, line in list(doubts.statuses.items())[:20]:
        yield Asked("status", status, f"Line {line}: what does the status “{shown(status)}” mean?")
    if doubts.zoneless:
        yield Asked(
            "time_zone",
            reader.zone,
            "The times of the interviews name no zone. Whose clock is meant?",
        )
    for line, text in doubts.thanked[:20]:
        yield Asked(
            "thanked", None, f"Line {line}: “{shown(text)}”. On which day was it sent?", line
        )
    for line, text in doubts.limits[:20]:
        day = next((said.last for said in days_in(text, When(reader.today)) if said.last), None)
        yield Asked(
            "promised",
            day,
            f"Line {line}: “{shown(text)}”. Is that a day which they promised?",
            line,
        )
    missing = [
        kind for kind in ("company", "role") if all(column.field != kind for column in columns)
    ]
    for kind in missing:
        yield Asked("columns", None, f"Which column is the {kind}?")
