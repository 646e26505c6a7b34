"""What an import would change here, in words."""

from collections.abc import Mapping

from followup.model.facts import Facts
from followup.model.lossless.codec import decode, encode
from followup.model.lossless.imports import has_settings, imported
from followup.store.compare import Comparison, RecordCounts, compared

_KINDS = {
    "applications": ("application", "applications"),
    "interviews": ("interview", "interviews"),
    "touchpoints": ("message or call", "messages and calls"),
}


def preview_import(here: Facts, there: Facts, *, settings: bool = False) -> list[str]:
    """What an import of `there` would change here, a sentence for each kind of record; none: nothing.

    Raises CannotRead where the two do not go together: one id for two things.
    """
    made = decode(encode(imported(here, there, settings=settings)))
    if made == here:
        return []
    lines = _lines(compared(made, here))
    if (made.me, made.cadence) != (here.me, here.cadence):
        instead = "replace yours" if has_settings(here) else "come in, since you have made none"
        lines.append(f"The settings {instead}.")
    return lines or ["Only snoozes, skips or templates change."]


def _lines(seen: Comparison) -> list[str]:
    counts: Mapping[str, RecordCounts] = {kind: getattr(seen, kind) for kind in _KINDS}
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
