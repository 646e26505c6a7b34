"""The numbers that the rules count with (PLAYBOOK section 5)."""

from dataclasses import dataclass, fields, replace
from typing import Final

from followup.model.settings import Cadence
from followup.model.vocabulary import Preset


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """One number, or a yes or no, for each setting; the names are those of the JSON and tell the unit."""

    thank_you_hours: int
    wait_days: int
    specialised_days: int
    promise_working_days: int
    outreach_days: int
    checks: int
    move_on_days: int
    keep_in_touch_days: int
    year_end_pause: bool = True


PRESETS: Final[dict[Preset, Numbers]] = {
    "gentle": Numbers(
        thank_you_hours=36,
        wait_days=10,
        specialised_days=10,
        promise_working_days=2,
        outreach_days=10,
        checks=1,
        move_on_days=7,
        keep_in_touch_days=180,
    ),
    "standard": Numbers(
        thank_you_hours=24,
        wait_days=7,
        specialised_days=7,
        promise_working_days=1,
        outreach_days=7,
        checks=2,
        move_on_days=7,
        keep_in_touch_days=90,
    ),
    "persistent": Numbers(
        thank_you_hours=12,
        wait_days=5,
        specialised_days=3,
        promise_working_days=1,
        outreach_days=7,
        checks=2,
        move_on_days=14,
        keep_in_touch_days=90,
    ),
}

SETTINGS: Final[tuple[str, ...]] = tuple(field.name for field in fields(Numbers))


def numbers_of(cadence: Cadence) -> Numbers:
    """The preset's numbers with the user's own over them."""
    own = {name: getattr(cadence, name) for name in SETTINGS}
    changed = {name: value for name, value in own.items() if value is not None}
    return replace(PRESETS[cadence.preset], **changed)
