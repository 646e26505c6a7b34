"""The connections to the database, shared by all owners: each transaction is of one, and runs again if it is cut."""

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any, Final, LiteralString, TypeVar

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool

from followup.store.errors import Busy, CannotOpen, CannotSave, StoreError

T = TypeVar("T")
Cursor = psycopg.Cursor[tuple[Any, ...]]

_AT_ONCE = 10
_PAUSE = 0.1
_RACES = ("40001", "40P01")  # that another transaction won
_CUT = ("08", "57P")  # the connection broke, or the server is being shut down or started
_FULL = "53100"
NOT_UNDERSTOOD: Final = (errors.FeatureNotSupported, errors.SyntaxErrorOrAccessRuleViolation)
SETTINGS: Final[dict[str, Any]] = {  # a connection that is cut without a word is noticed
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "tcp_user_timeout": 10_000,
    "application_name": "followup",
}
# For this transaction alone: the owner, and that nobody waits or keeps others waiting for ever.
_BEGIN = """
    select set_config('app.owner', %s, true), set_config('lock_timeout', '10s', true),
        set_config('idle_in_transaction_session_timeout', '30s', true)
"""


def name_of(url: str) -> str:
    """The database as it may be shown: where it is, and no password."""
    try:
        parts = conninfo_to_dict(url)
    except psycopg.Error:
        return "The database"
    return f"{parts.get('dbname', '')} at {parts.get('host', 'this computer')}:{parts.get('port', 5432)}"


def reason(error: psycopg.Error) -> str:
    """What the database or the system said, in one line."""
    if error.sqlstate == _FULL:
        return "the disk of the database is full; whoever runs it has to free some space"
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__


def _passes(error: psycopg.Error) -> bool:
    """Whether it may go better the next time; what has no number was not said by the server."""
    state = error.sqlstate
    unsaid = state is None and isinstance(error, psycopg.OperationalError)
    fell = (
        error.diag.severity_nonlocalized == "PANIC"
    )  # over its full log; also after the commit was in it
    return unsaid or fell or (state is not None and (state in _RACES or state.startswith(_CUT)))


def _refusal(error: psycopg.Error, *, reads: bool) -> StoreError:
    if reads:
        return CannotOpen(f"Your data cannot be read: {reason(error)}.")
    return CannotSave(f"Not saved, and your data is as it was: {reason(error)}.")


class NoAnswer(CannotOpen):
    """The database is silent."""


class Connections:
    """To one database. One instance serves all threads and owners of a process.

    `patience` is how many seconds are waited for a database that does not answer.
    """

    def __init__(self, url: str, *, patience: float = 10.0) -> None:
        self.name = name_of(url)
        self._patience = patience
        self._not_understood: set[str] = set()
        self._pool = ConnectionPool(
            url,
            kwargs=SETTINGS,
            min_size=0,
            max_size=_AT_ONCE,
            max_idle=60,
            timeout=patience,
            reconnect_timeout=patience,
            check=ConnectionPool.check_connection,
            open=True,
        )

    def close(self) -> None:
        """Ends them all."""
        self._pool.close()

    def run(self, owner: str, work: Callable[[Cursor], T], *, reads: bool = False) -> T:
        """What `work` gives, in one transaction of this owner; it runs again where the connection or a race is lost.

        Raises what `work` raises, Busy, CannotOpen (of what only `reads`) or CannotSave where the database refuses, and
        NoAnswer where it is silent: whether the last attempt was committed is then open.
        """
        end = time.monotonic() + self._patience
        while True:
            try:
                with self._transaction(owner, reads=reads) as cursor:
                    return work(cursor)
            except errors.LockNotAvailable as error:
                text = "Not saved: your data is being saved elsewhere, for too long. Try again."
                raise Busy(text) from error
            except psycopg.Error as error:
                if not _passes(error):
                    raise _refusal(error, reads=reads) from error
                if time.monotonic() >= end:
                    text = f"The database does not answer ({self.name}). Try again in a minute."
                    raise NoAnswer(text) from error
            time.sleep(_PAUSE)

    def tell(self, query: LiteralString, *told: str) -> None:
        """A query of no owner, whose loss costs nothing: nothing is raised; what is not understood is asked once."""
        if query in self._not_understood:
            return
        try:
            with self._pool.connection() as connection:
                connection.execute(query, told)
        except NOT_UNDERSTOOD:
            self._not_understood.add(query)
        except psycopg.Error:
            return

    @contextlib.contextmanager
    def _transaction(self, owner: str, *, reads: bool) -> Iterator[Cursor]:
        """The owner is set inside of it alone: without one no row is seen."""
        with (
            self._pool.connection() as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            if reads:  # both its questions see one moment
                cursor.execute("set transaction isolation level repeatable read, read only")
            cursor.execute(_BEGIN, (owner,))
            yield cursor
