"""One thing on a day of the calendar."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from followup.model.vocabulary import Status

Look = Status | Literal["interview", "deadline", "promise", "snooze"]
OPENS = "Opens"  # the word of a day on which something begins that is due later


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing on one day. `word` says what it is where `look` is no status; `over`: nothing comes of it any more."""

    id: str
    look: Look
    word: str
    day: date
    at: datetime
    time: str
    title: str
    company: str
    when: str
    note: str = ""  # what its day and its time leave open
    over: bool = False

    def placed(self, application: str, where: Mapping[str, str]) -> "CalendarEntry":
        """The same with the role, where the company alone does not say which application it is of (`words.places`)."""
        return replace(self, company=where[application]) if application in where else self
