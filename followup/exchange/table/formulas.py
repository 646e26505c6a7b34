"""Text of a CSV that a spreadsheet would take for a formula: an apostrophe before it makes it text, and goes again."""

import re
from typing import Final

_BEGINS: Final = "=+\\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"'*[ ]*[{_BEGINS}]")
_INERT = re.compile(rf"''*[ ]*[{_BEGINS}]")


def inert(text: str) -> str:
    """The text as it may stand in a CSV; `as_typed` gives the same text again, apostrophes of its own included."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_typed(cell: str) -> str:
    """What was typed, of a cell that we or another tool made inert."""
    return cell[1:] if _INERT.match(cell) else cell
