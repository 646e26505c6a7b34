"""One owner's rows in PostgreSQL as a storage: `read` their state, `write` a commit, `replace` the whole."""

import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from followup.model.errors import CannotRead, NotThere
from followup.model.facts import new_id
from followup.store.database.connections import Connections, Cursor, NoAnswer
from followup.store.database.known import Known, followed, read_whole
from followup.store.database.rows import Mark, OwnRows, remembered, written
from followup.store.database.telling import tell
from followup.store.errors import CannotSave, NotSynced
from followup.store.file.backup_folder import AUTO, EVERY
from followup.store.file.data_file import in_the_way
from followup.store.file.disk import digest_of
from followup.store.file.reader import check_read_back, read_state
from followup.store.file.storage import HEADER, RELEASED, Migrations
from followup.store.file.tables import Lines, Tables, encode, row_problems, tables_of
from followup.store.rows.changeset import RowChange
from followup.store.rows.rows import HEADER_ID, META, bytes_of
from followup.store.state import Backup, Change, Commit, MakeCommit, Replaced, State

T = TypeVar("T")
Attempt = Callable[[OwnRows], tuple[Change, Known | None]]


class Database:
    """The data of one owner. One instance serves all threads; any number of processes may have their own.

    The mark of what is there is asked at each `read`, and only what others changed since is read again.
    """

    def __init__(
        self, connections: Connections, owner: str, *, migrations: Migrations = RELEASED
    ) -> None:
        self.owner = owner
        self.migrations = migrations
        self._connections = connections
        self._known: Known | None = None
        self._knowing = threading.Lock()  # one finds out what is there; the others share it
        self._backed_up: datetime | None = None

    @property
    def key(self) -> str:
        """Tells this data from any other."""
        return f"{self._connections.name}, {self.owner}"

    def read(self) -> State:
        """The state now; raises CannotRead, NewerSchema and CannotOpen."""
        return self._read(lambda own: self._newest(own, own.mark()).state)

    def write(self, make: MakeCommit, now: datetime) -> Change:
        """Commits what `make`, a pure function, makes of the newest state; a commit of nothing writes nothing.

        `make` runs again where the connection is lost before it is known that all was committed. Raises what `make` and
        `read` raise, CannotSave, Busy, and NotSynced where it stays unknown.
        """
        token = new_id()

        def attempt(own: OwnRows) -> tuple[Change, Known | None]:
            known = self._newest(own, own.held())
            commit = make(known.state)
            if not commit.changeset.changes:
                return Change(None, commit.what, now, known.state.snapshot), None
            after = self._commit(own, known, commit, token, now)
            return Change(commit.id, commit.what, now, after.state.snapshot), after

        return self._saved(attempt, token, now)

    def replace(
        self, what: str, why: str, make: Callable[[bytes | None], bytes], now: datetime
    ) -> Change:
        """Puts the data file that `make` makes of what is there (None: nothing) in its place, after a backup (`why`).

        Raises as `write`, and CannotRead where it makes none, or one in which a row is no row.
        """
        token = new_id()

        def attempt(own: OwnRows) -> tuple[Change, Known | None]:
            mark = own.held()
            old = own.file()
            new = make(old)
            if new == old:
                return Change(None, what, now, self._newest(own, mark).state.snapshot), None
            read_state(new, self.migrations)
            tables = tables_of(new)
            if problems := [
                problem
                for name, rows in tables.items()
                for doc_id, row in rows.items()
                for problem in row_problems(f"{name}.{doc_id}", row)
            ]:
                raise CannotRead(problems)
            kept = own.backups.make(old, now, why) if old else None
            own.replace(tables, Mark(mark.version + 1, token))
            after = read_whole(own, own.mark(), self.migrations)
            undo = Replaced(kept.name, digest_of(encode(tables))) if kept else None
            return Change(undo, what, now, after.state.snapshot), after

        return self._saved(attempt, token, now)

    def backups(self) -> Sequence[Backup]:
        """All of them, newest first; raises CannotOpen."""
        return self._read(lambda own: own.backups.listed())

    def backup(self, name: str) -> bytes:
        """The data file that is kept under this name; raises NotThere."""
        data = self._read(lambda own: own.backups.data(name))
        if data is None:
            raise NotThere("There is no such backup (any more).")
        return data

    def back_up(self, now: datetime) -> Backup:
        """One more, by hand; raises CannotSave."""

        def work(cursor: Cursor) -> Backup:
            own = OwnRows(cursor, self.owner)
            own.held()
            data = own.file()
            if data is None:
                raise CannotSave("There is nothing to back up: you have entered nothing yet.")
            return own.backups.make(data, now, "by-hand")

        return self._connections.run(self.owner, work)

    def file(self) -> bytes | None:
        """All that is there, as a data file; None where there is nothing."""
        return self._read(lambda own: own.file())

    def delete(self) -> None:
        """Leaves nothing of this owner, no backup either; raises CannotSave."""
        self._connections.run(self.owner, lambda cursor: OwnRows(cursor, self.owner).delete())
        self._known = None

    def _read(self, work: Callable[[OwnRows], T]) -> T:
        return self._connections.run(
            self.owner, lambda cursor: work(OwnRows(cursor, self.owner)), reads=True
        )

    def _saved(self, attempt: Attempt, token: str, now: datetime) -> Change:
        """The change of the attempt that was committed, and learnt."""
        if now.utcoffset() is None:
            msg = "“now” must be an aware date-time"
            raise ValueError(msg)
        tried: list[tuple[Change, Known | None]] = []

        def work(cursor: Cursor) -> tuple[Change, Known | None]:
            own = OwnRows(cursor, self.owner)
            if tried:
                own.held()  # the lost transaction has ended by then
                if own.has(token):
                    return tried[-1]
            tried.append(attempt(own))
            return tried[-1]

        try:
            change, after = self._connections.run(self.owner, work)
        except NoAnswer as error:
            if not tried:
                raise
            text = "Whether this was saved is not known, since the database stopped to answer"
            raise NotSynced(
                f"{text}. Look once it answers again, before you do it again."
            ) from error
        if after:
            self._known = after
            tell(self._connections, self.owner, after.mark.token)
        return change

    def _newest(self, own: OwnRows, mark: Mark) -> Known:
        """What is there at this mark."""
        known = self._known
        if known and known.mark == mark:
            return known
        with self._knowing:
            known = self._known
            if not (known and known.mark == mark):
                self._known = known = (known and followed(known, own, mark)) or read_whole(
                    own, mark, self.migrations
                )
            return known

    def _commit(
        self, own: OwnRows, known: Known, commit: Commit, token: str, now: datetime
    ) -> Known:
        made = commit.changeset
        check_read_back(_lines_of(made.changes), made, self.migrations)
        self._back_up(own, known, commit, now)
        if known.upgraded:
            own.replace(known.upgraded, known.mark)
        changes, places = remembered(known.places, commit.history)
        rows = written(made.changes) | changes
        if not known.mark.version:
            rows[META, HEADER_ID] = (0, bytes_of(HEADER).decode())
        gone = set(known.places.values()) - set(places.values())
        after = Mark(known.mark.version + 1, token)
        own.write(rows, gone, after)
        if not known.mark.version:  # before the first save of all there is nothing to keep
            own.backups.make(own.file() or b"", now, AUTO)
        if known.state.snapshot.bad:
            return self._beside_bad(own, after, commit)
        return Known(after, commit.state(token, known.state.taken, ()), places)

    def _beside_bad(self, own: OwnRows, after: Mark, commit: Commit) -> Known:
        """What is there then; raises CannotSave where a record that cannot be read is in the way."""
        found = read_whole(own, after, self.migrations)
        if found.state.snapshot.facts != commit.changeset.facts:
            raise in_the_way()
        return found

    def _back_up(self, own: OwnRows, known: Known, commit: Commit, now: datetime) -> None:
        """A backup of what is there, where one is asked for or due: every ten minutes, whichever process saves."""
        why = "before-upgrade" if known.upgraded else commit.reason
        last = self._backed_up
        if not why and (last is None or abs(now - last) >= EVERY):
            last = own.backups.last()
            why = AUTO if last is None or abs(now - last) >= EVERY else None
            self._backed_up = now if why else last
        if why and (data := own.file()):
            own.backups.make(data, now, why)


def _lines_of(changes: Iterable[RowChange]) -> Lines:
    """The rows that are to be written, as a data file of them alone would hold them."""
    tables: Tables = {META: {str(HEADER_ID): {"rev": 0, "record": HEADER}}}
    for each in changes:
        if (row := each.after) is not None:
            document = {"rev": row.rev, "record": row.record}
            tables.setdefault(each.key[0], {})[str(row.doc_id)] = document
    return Lines.of(tables)
