"""Lists in a mail: what begins an item, and the line that announces them."""

import re
from collections.abc import Sequence

MARK = r"(?:[-*\u2022\u2013\u25cf\u00b7]|\(?\d{1,2}[.)]{1,2}|[a-z]\))"
ITEM = re.compile(rf"\s*{MARK}\s+")
"""“- ”, “1. ”, “(2) ”, “b) ” at the beginning of a line."""


def head_of(lines: Sequence[str], at: int, item: re.Pattern[str] = ITEM) -> int:
    """The place of the line that announces the list in which a line stands; of no such list its own."""
    head = at
    while head and item.match(lines[head]):
        head -= 1
    return head if lines[head].endswith(":") else at
