"""The SQL of one owner's backups: whole data files under the names that those in a folder have."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from followup.store.database.connections import Cursor
from followup.store.file.backup_folder import (
    AUTO,
    KEPT_OF_A_REASON,
    by_age,
    described,
    worth_keeping,
)
from followup.store.file.disk import stamp
from followup.store.state import Backup


class BackupRows:
    """The backups of one owner, inside a transaction of theirs."""

    def __init__(self, cursor: Cursor, owner: str) -> None:
        self._cursor = cursor
        self._owner = owner

    def listed(self, *reasons: str) -> list[Backup]:
        """Those for these reasons, or all of them, newest first."""
        query = "select name from backups where owner = %s order by name desc"
        names = self._cursor.execute(query, (self._owner,)).fetchall()
        found = [each for each in (described(name) for (name,) in names) if each]
        return [each for each in found if each.reason in reasons or not reasons]

    def last(self) -> datetime | None:
        """When the newest automatic one was made."""
        return next((each.at for each in self.listed(AUTO)), None)

    def data(self, name: str) -> bytes | None:
        """What it holds; None where there is none of this name."""
        query = "select data from backups where owner = %s and name = %s"
        row = self._cursor.execute(query, (self._owner, name)).fetchone()
        return row[0].encode() if row else None

    def make(self, data: bytes, now: datetime, why: str) -> Backup:
        """One more. Of each kind the oldest go."""
        name = f"{stamp(now)}-{secrets.token_hex(3)}.{why}.json"
        query = "insert into backups (owner, name, data) values (%s, %s, %s)"
        self._cursor.execute(query, (self._owner, name, data.decode()))
        names = [each.name for each in self.listed(why)]
        if why == AUTO:
            self._drop(set(names) - worth_keeping(names, now, name))
        else:
            self._drop(by_age(names, now, name)[:-KEPT_OF_A_REASON])
        return next(each for each in self.listed(why) if each.name == name)

    def _drop(self, names: Iterable[str]) -> None:
        query = "delete from backups where owner = %s and name = any(%s)"
        self._cursor.execute(query, (self._owner, list(names)))
