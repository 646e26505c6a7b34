"""The one door to the user's data: `load` gives a snapshot, and each use case is one call."""

from datetime import datetime

from followup.model import aside, changes
from followup.model.facts import Application, Cadence, Me, Touchpoint
from followup.store.importing import Importing
from followup.store.records import SETTINGS
from followup.store.snapshot import Change


class Store(Importing):
    """One data file: what a click may do, besides what Engine, Restoring, Merging and Importing do."""

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
        also: changes.OnApplication | None = None,
    ) -> Change:
        """One more contact, and what else it means for the application."""
        return self.update(
            what, lambda facts: changes.log(facts, application_id, touchpoint, also=also), now=now
        )

    def happened(
        self, application_id: str, change: changes.OnApplication, *, now: datetime, what: str
    ) -> Change:
        """What `model.changes` says of one application: they replied, they moved the date."""
        return self.update(what, lambda facts: changes.on(facts, application_id, change), now=now)

    def snooze(self, key: str, until: datetime, *, now: datetime, what: str = "Snoozed") -> Change:
        """The action with this key shows again at `until`."""
        return self.update(what, lambda facts: aside.snooze(facts, key, until), now=now)

    def skip(self, key: str, reason: str = "", *, now: datetime, what: str = "Skipped") -> Change:
        """The action with this key will not be done."""
        return self.update(what, lambda facts: aside.skip(facts, key, now, reason), now=now)

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
