"""The settings: who the user is, and the cadence that they follow up by, with the numbers that the rules count with.

Facts as all others (`fact.py`); the numbers are section 5 of the playbook.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, Final
from zoneinfo import ZoneInfo

from pydantic import Field, StrictBool, StrictInt

from followup.model.fact import Fact, Line, Located, Prose, Zone
from followup.model.vocabulary import Preset


class Me(Located):
    """The user. `time_zone` is the wall clock that days are counted on, None the machine's (see `seen_from`).

    `country` (ISO 3166-1) and `region` (ISO 3166-2) give the working days, None: nobody has said.
    """

    name: Line = ""
    email: Line = ""
    phone: Line = ""
    time_zone: Zone | None = None
    country: Line | None = None
    region: Line | None = None
    language: Line = "en"
    sign_off: Line = "Best regards"
    signature: Prose = ""

    @property
    def zone(self) -> ZoneInfo:
        """The zone whose wall clock the user lives by; UTC before anybody has said one (`seen_from`)."""
        return ZoneInfo(self.time_zone or "UTC")


def _setting(low: int, high: int) -> Any:
    return Field(default=None, ge=low, le=high, exclude_if=lambda value: value is None)


class Cadence(Fact):
    """A preset and what the user changed of it, within section 5's bounds; None keeps the preset's number."""

    preset: Preset = "standard"
    thank_you_hours: StrictInt | None = _setting(1, 48)
    wait_days: StrictInt | None = _setting(5, 30)
    specialised_days: StrictInt | None = _setting(0, 30)
    promise_working_days: StrictInt | None = _setting(1, 10)
    outreach_days: StrictInt | None = _setting(7, 30)
    checks: StrictInt | None = _setting(0, 3)
    move_on_days: StrictInt | None = _setting(3, 60)
    keep_in_touch_days: StrictInt | None = _setting(60, 365)
    year_end_pause: StrictBool | None = Field(default=None, exclude_if=lambda value: value is None)


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
