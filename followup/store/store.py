"""The store: all that is done with the user's facts, over whatever storage there is (`storage.py`)."""

from collections.abc import Callable, Mapping
from datetime import datetime

from followup.model import changes, snoozes_and_skips
from followup.model.facts import Application, Facts, Touchpoint
from followup.model.lossless.imports import imported
from followup.model.settings import Cadence, Me
from followup.store.backups import Backups, BadRecords
from followup.store.rows.rows import SETTINGS
from followup.store.state import NOTHING, Change, Replaced, Snapshot, changing, undoing
from followup.store.storage import Storage
from followup.store.unsent import KeptUnsent


class Store:
    """One person's data, wherever it is: with its backups, its bad records, and what is unsent.

    One instance serves all threads; any number of processes may have their own. Errors are those of
    `followup.store.errors`, and CannotRead for facts that do not hold together. Every `now` is aware.
    """

    def __init__(self, storage: Storage, unsent: KeptUnsent) -> None:
        self._storage = storage
        self.unsent = unsent

    @property
    def key(self) -> str:
        """Tells this data from any other: for caches."""
        return self._storage.key

    @property
    def backups(self) -> Backups:
        """Its backups."""
        return Backups(self._storage)

    @property
    def bad_records(self) -> BadRecords:
        """What can be done with the records that cannot be read."""
        return BadRecords(self._storage)

    def load(self) -> Snapshot:
        """The facts as they are now. It never changes them."""
        return self._storage.read().snapshot

    def update(
        self,
        what: str,
        change: Callable[[Facts], Facts],
        *,
        now: datetime,
        expect: Mapping[str, int] = NOTHING,
        before: str | None = None,
    ) -> Change:
        """Saves what `change`, a pure function, makes of the facts; when this returns, it is there to stay.

        `change` may run more than once, each time on fresh facts, when another program saves in the same instant.
        `expect` holds the revs that a form was opened on: StaleRecord where they no longer hold. `before`
        (“before-import”) asks for a backup first, without which nothing is saved; a bulk delete gets one in any case.
        """
        return self._storage.write(changing(what, change, now, expect=expect, before=before), now)

    def undo(self, change: str | Replaced, *, now: datetime) -> Change:
        """Takes back the change with this `Change.id`; what it did not touch stays. This itself cannot be undone.

        Raises CannotUndo where what it touched has been changed since, and what a save raises.
        """
        if isinstance(change, Replaced):
            return self.backups.undo(change, now=now)
        return self._storage.write(undoing(change), now)

    # ---- what a click may do

    def save(
        self, application: Application, rev: int = 0, *, now: datetime, what: str | None = None
    ) -> Change:
        """A new application (rev 0), or one that a form was opened on."""
        return self.update(
            what or f"Saved {application.company}",
            lambda facts: changes.save(facts, application),
            now=now,
            expect={application.id: rev},
        )

    def log(
        self,
        application_id: str,
        touchpoint: Touchpoint,
        *,
        now: datetime,
        what: str,
        also: changes.ApplicationChange | None = None,
    ) -> Change:
        """One more contact, and what else it means for the application."""
        return self.update(
            what, lambda facts: changes.log(facts, application_id, touchpoint, also=also), now=now
        )

    def change_application(
        self, application_id: str, change: changes.ApplicationChange, *, now: datetime, what: str
    ) -> Change:
        """What `model.changes` says of one application: they replied, they moved the date."""
        return self.update(
            what, lambda facts: changes.change_application(facts, application_id, change), now=now
        )

    def snooze(self, key: str, until: datetime, *, now: datetime, what: str = "Snoozed") -> Change:
        """The action with this key shows again at `until`."""
        return self.update(what, lambda facts: snoozes_and_skips.snooze(facts, key, until), now=now)

    def skip(self, key: str, reason: str = "", *, now: datetime, what: str = "Skipped") -> Change:
        """The action with this key will not be done."""
        return self.update(
            what, lambda facts: snoozes_and_skips.skip(facts, key, now, reason), now=now
        )

    def delete(
        self, application_id: str, rev: int, *, now: datetime, what: str = "Deleted"
    ) -> Change:
        """An application and all that belongs to it."""
        return self.update(
            what,
            lambda facts: changes.delete(facts, application_id),
            now=now,
            expect={application_id: rev},
        )

    def save_settings(
        self,
        me: Me,
        cadence: Cadence,
        rev: int = 0,
        *,
        now: datetime,
        what: str = "Saved the settings",
    ) -> Change:
        """The user and the cadence."""
        return self.update(
            what,
            lambda facts: changes.settings(facts, me, cadence),
            now=now,
            expect={SETTINGS: rev},
        )

    def import_facts(
        self, there: Facts, *, settings: bool = False, now: datetime, what: str = "Imported"
    ) -> Change:
        """What a lossless export holds, after a backup; `settings`: its settings, too, in the place of those here."""
        return self.update(
            what,
            lambda here: imported(here, there, settings=settings),
            now=now,
            before="before-import",
        )
