"""The settings: who the user is, and the cadence that they follow up by. Facts as all others (`fact.py`)."""

from typing import Any
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
