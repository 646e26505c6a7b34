"""What is read from a mail."""

from dataclasses import dataclass
from datetime import date, datetime

from followup.exchange.found import Ask, Person
from followup.exchange.invite import Event
from followup.exchange.mail.seen import What


@dataclass(frozen=True, slots=True)
class Interview:
    """A time for an interview that a mail names: aware, or a day alone.

    `zone_named` is whether it says on whose clock that is.
    """

    starts_at: datetime | None
    on: date | None
    ends_at: datetime | None
    time_zone: str | None
    proposed: bool
    link: str | None
    place: str | None
    zone_named: bool


@dataclass(frozen=True, slots=True)
class Off:
    """A time that a mail calls off."""

    starts_at: datetime | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Material:
    """What they ask for, and by when."""

    on: date | datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says. What is unknown, or left open and in `asks`, is None; `because` are its own sentences.

    `forwards` is whether it passes another mail on: of mine that answers nothing by itself; `rival` is another
    kind that it may as well be.
    """

    sender: Person
    to: tuple[Person, ...]
    at: datetime | None
    subject: str
    channel: str
    direction: str
    what: What
    rival: What | None
    company: str | None
    role: str | None
    application: str | None
    promised: date | datetime | None
    silence_means_no: bool
    back_on: date | datetime | None
    on_hold_until: date | datetime | None
    deadline: date | datetime | None
    answer_by: date | datetime | None
    wants_answer: bool
    material: Material | None
    interviews: tuple[Interview, ...]
    cancelled: tuple[Off, ...]
    bounced: str | None
    bounced_id: str | None
    hosts: tuple[Person, ...]
    successors: tuple[Person, ...]
    stand_in: Person | None
    message_id: str | None
    forwards: bool
    events: tuple[Event, ...]
    text: str
    because: tuple[str, ...]
    asks: tuple[Ask, ...]
