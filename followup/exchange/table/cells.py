"""The cells of a table: of a CSV whose encoding and delimiter are decided, or of an XLSX that is no bomb."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import IO, Any

from python_calamine import CalamineError, CalamineWorkbook, ZipError

from followup.exchange.decoding import text_of
from followup.exchange.table.formulas import as_typed
from followup.model.errors import FollowupError
from followup.model.fact import clean_prose

Cell = str | date | datetime | float
MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS, MAX_CELL = 20_000, 300, 50_000
_MAX_UNZIPPED, _MAX_PARTS = 80 * 1024 * 1024, 2_000
_DELIMITERS = ",;\t|"
_TRIED_LINES = 60
_LARGEST = 5_000_000  # cells of a sheet, with the empty ones between
_PLACE = re.compile(rb' r="([A-Z]{1,3})(\d{1,7})"')


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows that are not empty, each with its line (from 1); of a workbook `encoding` and `delimiter` are None."""

    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    encoding: str | None
    delimiter: str | None


def is_workbook(data: bytes) -> bool:
    """Whether it is a zip file, as an XLSX is."""
    return data.startswith(b"PK\x03\x04")


def grid_of(data: bytes) -> Grid:
    """The cells of a file; raises FollowupError for what is no table, or too large for one."""
    if len(data) > MAX_BYTES:
        raise FollowupError(f"The table is larger than {MAX_BYTES // 1024**2} MB.")
    return _workbook(data) if is_workbook(data) else _csv(data)


def _narrow(row: Iterable[Any], line: int) -> tuple[Cell, ...]:
    cells = list(row)
    while cells and cells[-1] in ("", None):
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise FollowupError(
            f"Line {line} has {len(cells):,} columns; at most {MAX_COLUMNS} can be read."
        )
    for cell in cells:
        if isinstance(cell, str) and len(cell) > MAX_CELL:
            raise FollowupError(
                f"A cell in line {line} has {len(cell):,} characters; at most {MAX_CELL:,} can be read."
            )
    return tuple(cells)


def _rows(rows: Iterable[tuple[int, Iterable[Any]]]) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
    kept = []
    for line, row in rows:
        cells = _narrow(row, line)
        if any(str(cell).strip() for cell in cells):
            kept.append((line, cells))
        if len(kept) > MAX_ROWS:
            raise FollowupError(f"The table has more than {MAX_ROWS:,} rows.")
    if not kept:
        raise FollowupError("The table is empty.")
    return tuple(kept)


# ---- CSV


def _csv(data: bytes) -> Grid:
    text, encoding = text_of(data)
    head, _, rest = text.partition("\n")
    stated = head.strip().lower().removeprefix("sep=") if head.lower().startswith("sep=") else ""
    delimiter = (
        (stated or "\t")[0] if stated or head.lower().startswith("sep=") else _delimiter(text)
    )
    body, first = (rest, 1) if head.lower().startswith("sep=") else (text, 0)
    csv.field_size_limit(MAX_BYTES)
    try:
        return Grid(_rows(_records(body, delimiter, first)), encoding, delimiter)
    except csv.Error as error:
        raise FollowupError(f"The table cannot be read as CSV: {error}.") from error


def _records(text: str, delimiter: str, above: int) -> Iterable[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    line = above + 1
    for row in reader:
        yield line, [clean_prose(as_typed(cell)).strip() for cell in row]
        line = above + reader.line_num + 1


def _delimiter(text: str) -> str:
    """The mark that cuts most rows into the same number of cells, and into more than one."""
    sample = "".join(text.splitlines(keepends=True)[:_TRIED_LINES])[:200_000]

    def fit(mark: str) -> tuple[float, int]:
        try:
            widths = [
                len(row)
                for row in csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
                if row
            ]
        except csv.Error:
            return 0.0, 0
        if not widths or widths[0] == 1:
            return 0.0, 0
        return widths.count(widths[0]) / len(widths), widths[0]

    return max(_DELIMITERS, key=fit)


# ---- XLSX


def _check_zip(data: bytes) -> None:
    """Refuse what unpacks to more than any list of applications; what lies about its size is found by its sum."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNZIPPED:
                raise FollowupError(
                    f"The workbook unpacks to more than {_MAX_UNZIPPED // 1024**2} MB: no list of applications does."
                )
            if "xl/workbook.xml" not in packed.namelist():
                raise FollowupError("The file is a zip archive, and no workbook of Excel (.xlsx).")
            for part in parts:
                with packed.open(part) as opened:
                    _check_part(opened, part.filename)
    except (
        zipfile.BadZipFile,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
        EOFError,
    ) as error:
        raise FollowupError(f"The workbook is damaged: {error}.") from error


def _check_part(opened: IO[bytes], name: str) -> None:
    """Unpack a part, which finds a wrong size out; refuse a sheet of two cells so far apart that it is huge."""
    columns = rows = 0
    rest = b""
    while chunk := opened.read(1 << 20):
        if name.startswith("xl/worksheets/"):
            for found in _PLACE.finditer(rest + chunk):
                columns = max(columns, _number(found[1]))
                rows = max(rows, int(found[2]))
            rest = chunk[-32:]
    if columns * rows > _LARGEST:
        raise FollowupError(
            f"A sheet of the workbook has {rows:,} rows and {columns:,} columns: too many."
        )


def _number(letters: bytes) -> int:
    """The number of a column named A to XFD."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _workbook(data: bytes) -> Grid:
    _check_zip(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            grids = [_sheet(book, name) for name in book.sheet_names[:20]]
    except (CalamineError, ZipError, OSError, ValueError) as error:
        raise FollowupError(f"The workbook cannot be read: {error}.") from error
    filled = [grid for grid in grids if grid]
    if not filled:
        raise FollowupError("The workbook is empty.")
    return Grid(max(filled, key=len), None, None)


def _sheet(book: CalamineWorkbook, name: str) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None or sheet.end is None:
        return ()
    rows = (
        (at, [_plain(cell) for cell in row]) for at, row in enumerate(sheet.iter_rows(), start=1)
    )
    try:
        return _rows(rows)
    except FollowupError:
        if sheet.height <= 1:
            return ()
        raise


def _plain(cell: Any) -> Cell:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, time | timedelta):
        return str(cell)
    return clean_prose(cell).strip() if isinstance(cell, str) else cell
