"""The one place where pages read the clock; FOLLOWUP_NOW (an ISO date-time with offset) stops it, for tests."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from followup.model.facts import Facts, Me
from followup.model.times import read_moment


def now() -> datetime:
    """The present moment, in UTC."""
    fixed = os.environ.get("FOLLOWUP_NOW")
    return read_moment(fixed).astimezone(UTC) if fixed else datetime.now(UTC)


def zone(me: Me) -> ZoneInfo:
    """The zone whose wall clock the user lives by."""
    return ZoneInfo(me.time_zone)


def today(facts: Facts) -> date:
    """The day it is for the user."""
    return now().astimezone(zone(facts.me)).date()
