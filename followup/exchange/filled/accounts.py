"""What is told of one application in several places: which of the accounts is of the same, and which of another."""

from collections.abc import Sequence
from typing import NamedTuple

from followup.exchange.filled.joining import Identity, identity
from followup.exchange.reader import Reader
from followup.exchange.table import Row
from followup.model.facts import Application


class Accounts:
    """Applications by what tells them apart, each with the line that it is made of (None: it is on file)."""

    def __init__(self) -> None:
        self._same: dict[Identity, list[tuple[Application, Row | None]]] = {}
        self._roles: dict[str, set[str]] = {}

    def add(self, application: Application, of: Row | None) -> None:
        """One more."""
        company, role = key = identity(application)
        self._same.setdefault(key, []).append((application, of))
        self._roles.setdefault(company, set()).add(role)

    def of(self, application: Application) -> Sequence[tuple[Application, Row | None]]:
        """Those at the same employer in the same role; in its only one where that or this has no name."""
        company, role = key = identity(application)
        roles = self._roles.get(company, set())
        if role not in roles and len(roles) == 1 and (not role or "" in roles):
            key = company, next(iter(roles))
        return self._same.get(key, ())


class Like(NamedTuple):
    """An account that is like what a line says."""

    known: Application
    of: Row | None
    apart: bool  # it is another application all the same


def likest(
    accounts: Sequence[tuple[Application, Row | None]], said: Application, row: Row, reader: Reader
) -> Like | None:
    """The account that is most likely of the same application, one on file before one of a line."""
    found = [Like(known, of, _apart(known, of, said, row, reader)) for known, of in accounts]
    return min(
        found,
        key=lambda like: (like.apart, like.of is not None, like.known.applied != said.applied),
        default=None,
    )


def _apart(known: Application, of: Row | None, said: Application, row: Row, reader: Reader) -> bool:
    """Whether two accounts of one role tell of two applications: one had ended before the other began, or links differ.

    A posting that the user has noted may have another link in a table: there the day of applying has to differ, too.
    """
    days = bool(known.applied and said.applied and known.applied != said.applied)
    links = bool(known.link and said.link and known.link != said.link)
    if of:
        ended = of.ended
    else:
        outcome = known.outcome if not known.reopened_at else None
        ended = reader.day(outcome.at) if outcome else None
    over = ended and said.applied and ended < said.applied
    earlier = row.ended and known.applied and row.ended < known.applied
    return bool(over or earlier) or (links and (days or of is not None))
