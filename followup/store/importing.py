"""An import: what a lossless export would change here, and the change itself, after a backup."""

from collections.abc import Mapping
from datetime import datetime

from followup.model.bringing import bring_in, has_settings
from followup.model.codec import decode, encode
from followup.model.facts import Facts
from followup.store.compare import Comparison, Count, compared
from followup.store.conflicts import Merging
from followup.store.snapshot import Change

_KINDS = {
    "applications": ("application", "applications"),
    "interviews": ("interview", "interviews"),
    "touchpoints": ("message or call", "messages and calls"),
}


class Importing(Merging):
    """Merging, with what `import` on the command line and the page “Data” do."""

    def preview_import(self, there: Facts, *, settings: bool = False) -> list[str]:
        """What the import would change, a sentence for each kind of record; none: nothing.

        Raises CannotRead where the two do not go together: one id for two things.
        """
        here = self.load().facts
        made = decode(encode(bring_in(here, there, settings=settings)))
        if made == here:
            return []
        lines = _lines(compared(made, here))
        if (made.me, made.cadence) != (here.me, here.cadence):
            instead = "replace yours" if has_settings(here) else "come in, since you have made none"
            lines.append(f"The settings {instead}.")
        return lines or ["Only snoozes, skips or templates change."]

    def bring(
        self, there: Facts, *, settings: bool = False, now: datetime, what: str = "Imported"
    ) -> Change:
        """The import; undoable, and a backup is made first."""
        return self.update(
            what,
            lambda here: bring_in(here, there, settings=settings),
            now=now,
            before="before-import",
        )


def _lines(seen: Comparison) -> list[str]:
    counts: Mapping[str, Count] = {kind: getattr(seen, kind) for kind in _KINDS}
    said = []
    for kind, count in counts.items():
        verbs = (
            (count.only_there, "comes in", "come in"),
            (count.changed, "is replaced", "are replaced"),
            (count.only_here, "goes", "go"),
        )
        for number, one, many in verbs:
            if number:
                name = _KINDS[kind][number != 1]
                said.append(f"{number} {name} {one if number == 1 else many}.")
    return said
