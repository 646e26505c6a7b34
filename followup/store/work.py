"""What one save is to write."""

from dataclasses import dataclass

from tinydb.table import Document

from followup.model.vocabulary import SCHEMA
from followup.store import journal, steps
from followup.store.records import HEADER_ID
from followup.store.storage import STORE_FORMAT, Contents

HEADER = Document({"rev": 0, "record": {"format": STORE_FORMAT, "schema": SCHEMA}}, HEADER_ID)
_MANY = 2  # so many applications deleted at once are a bulk delete, whoever asked for it


@dataclass(frozen=True, slots=True)
class Work:
    """The plan, the changes that can be undone afterwards, and the reason for a backup first."""

    what: str
    plan: steps.Plan
    entries: tuple[journal.Entry, ...]
    entry: journal.Entry | None = None
    before: str | None = None

    def reason(self, contents: Contents) -> str | None:
        """Why there must be a backup first, if there must."""
        if contents.upgraded:
            return "before-upgrade"
        gone = [each for each in self.plan.differences if each.after is None]
        if sum(each.key[0] == "applications" for each in gone) >= _MANY:
            return self.before or "before-delete"
        return self.before
