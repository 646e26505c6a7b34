"""A table of what each trait of a sentence weighs, as `tools/tone` and `tools/mails` learn it."""

import gzip
from pathlib import Path
from typing import Final

_SHELVES: Final = 4096  # some ten rows on each


class Weights:
    """The rows of a table, a trait and its weights apart by tabs, put away by the hash of the trait.

    A row is read where it is asked for, and few ever are: read as numbers, all 42,000 take seven times the memory.
    """

    def __init__(self, path: Path) -> None:
        shelves: list[list[str]] = [[""] for _ in range(_SHELVES)]
        for row in gzip.decompress(path.read_bytes()).decode().splitlines():
            shelves[hash(row.partition("\t")[0]) % _SHELVES].append(row)
        self._shelves = tuple("\n".join((*rows, "")) for rows in shelves)

    def of(self, trait: str) -> tuple[int, ...]:
        """What it weighs, in hundredths, by the columns; empty where it weighs nothing."""
        shelf, name = self._shelves[hash(trait) % _SHELVES], f"\n{trait}\t"
        at = shelf.find(name)
        if at < 0:
            return ()
        row = shelf[at + len(name) :].partition("\n")[0]
        return tuple(int(cell or 0) for cell in row.split("\t"))
