"""What any file from elsewhere can hold besides its own: a person, and a question that only the user can answer."""

from dataclasses import dataclass
from datetime import date, datetime

MAX_ASKS = 200


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named; what is not known is None."""

    name: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class Ask:
    """What the user must say: which field, what is suggested (None: nothing), and the question as a sentence."""

    field: str
    suggestion: str | date | datetime | None
    sentence: str
