"""From the bytes of a file to all that is known of it."""

from followup.model.errors import CannotRead
from followup.store import journal, records
from followup.store.bad import Bad, sort_out
from followup.store.disk import digest_of
from followup.store.migrations import Migrations
from followup.store.snapshot import State, state_of
from followup.store.steps import Plan
from followup.store.storage import META, Contents, FileStorage, database, row_problems, tables_of

_OURS = (*records.LISTS, records.SETTINGS, META, journal.CHANGES)


def understood(data: bytes | None, migrations: Migrations) -> State:
    """The state of a file with these bytes; raises CannotRead, NewerSchema.

    A record that cannot be read is set aside. What is refused is a file that is none of ours.
    """
    if data is None:
        return _state(Contents(None, {}), ())
    tables, upgraded = migrations.upgrade(tables_of(data))
    digest = digest_of(data)
    refusal: CannotRead | None = None
    if all(
        name in _OURS and not row_problems("", row)
        for name, rows in tables.items()
        for row in rows.values()
    ):
        try:
            return _state(Contents(digest, tables, upgraded=upgraded), ())
        except CannotRead as error:
            refusal = error
    good, aside, bad = sort_out(tables)
    if refusal and not bad:
        raise refusal
    return _state(Contents(digest, good, aside, upgraded), bad)


def _state(contents: Contents, bad: tuple[Bad, ...]) -> State:
    with database(FileStorage(contents)) as db:
        facts, rows = records.read(db)
        return state_of(contents, Plan(facts, rows, ()), journal.read(db), bad)
