"""The facts: what the user entered, and all that is stored (PLAYBOOK sections 1 and 8).

Every type is frozen, compares by value, keeps keys that it does not know, and checks what it is made of: making one
from wrong values raises pydantic's ValidationError, whose sentences `codec.problems_of` reads. Date-times are aware.
Cross-references (unknown person, duplicate id) are checked over a whole file by `references`.
"""

import secrets
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import Field, StrictBool, StrictInt, model_validator

from followup.model.beside import HandedOut, Skip, Snooze, Template
from followup.model.fact import Fact, Id, Line, Located, Prose, Zone
from followup.model.settings import Cadence, Me
from followup.model.times import Day, Deadline, Moment, in_utc
from followup.model.vocabulary import (
    Channel,
    Direction,
    Frame,
    InterviewState,
    Mode,
    OutcomeKind,
    PromiseKind,
    Purpose,
    Role,
    Route,
    Terms,
    Topic,
)


def new_id() -> str:
    """An id that no other record has."""
    return secrets.token_hex(6)


class Outcome(Fact):
    """How an application ended, or an offer. A `deadline` that is a day ends with that day in the user's zone."""

    kind: OutcomeKind
    at: Moment
    deadline: Deadline | None = None
    note: Prose = ""


class Person(Fact):
    """Somebody at the employer or the agency, or who referred the user.

    `left` is the day from which they are no longer there, `successor` the id of who took their place; `terms`: whether
    one is on first-name terms with them or formal, None where nobody has said.
    """

    id: Id
    name: Line
    role: Role = "interviewer"
    email: Line = ""
    phone: Line = ""
    linkedin: Line = ""
    rapport: StrictBool = False
    left: Day | None = None
    successor: Id | None = None
    terms: Terms | None = None


class Specific(Fact):
    """One thing said in an interview that a message can refer to; `said_by` is a person's id.

    `frame` says how a sentence takes the text up (“about …”, “that …”, “question …”); None: it is a jotting, and goes
    into no message.
    """

    id: Id
    text: Prose
    frame: Frame | None = None
    topic: Topic = "project"
    said_by: Id | None = None
    ties_to: Prose = ""


class Promise(Fact):
    """What was promised: theirs (`decision_by`) or mine (`material`, `reply_by`), `on` a day, given at `made_at`."""

    id: Id
    kind: PromiseKind
    on: Day | None = None
    text: Prose = ""
    made_at: Moment | None = None
    silence_means_no: StrictBool = False


class Interview(Fact):
    """One round. It is held once its end has passed and its state is still `scheduled`.

    `on` stands in the place of `starts_at` where only the day is known: it lies ahead until that day ends.
    `uid` and `sequence` are those of the invitation that it came from.
    """

    id: Id
    starts_at: Moment | None = None
    time_zone: Zone
    minutes: Annotated[StrictInt, Field(ge=1, le=10_080)] = 60
    mode: Mode = "video"
    round: Line = ""
    state: InterviewState = "scheduled"
    on: Day | None = None
    interviewers: tuple[Id, ...] = ()
    location: Line = ""
    link: Line = ""
    uid: Line = ""
    sequence: Annotated[StrictInt, Field(ge=0)] = 0
    notes: Prose = ""
    specifics: tuple[Specific, ...] = ()
    promises: tuple[Promise, ...] = ()

    @model_validator(mode="after")
    def _one_start(self) -> Self:
        if (self.starts_at is None) == (self.on is None):
            raise ValueError("needs starts_at, or on in its place where only the day is known")
        return self

    @property
    def begins(self) -> datetime:
        """When it starts, in UTC; where only the day is known, that day's 00:00 in its zone."""
        return in_utc(self.starts_at or self._midnight(0))

    @property
    def day(self) -> date:
        """The day on which it starts, in its zone."""
        return self.begins.astimezone(ZoneInfo(self.time_zone)).date()

    @property
    def ends(self) -> datetime:
        """When it is over, in UTC; where only the day is known, that day's end in its zone."""
        if self.starts_at is None:
            return in_utc(self._midnight(1))
        return in_utc(self.starts_at) + timedelta(minutes=self.minutes)

    def _midnight(self, days: int) -> datetime:
        day = (self.on or date.max) + timedelta(days=days)
        return datetime.combine(day, time(), ZoneInfo(self.time_zone))


class Touchpoint(Fact):
    """One contact that happened. `promise` names the promise or the received message that it answers.

    `back_on`: when an out-of-office ends, or an `on_hold`; `bounced` names the sent message that came back undelivered.
    """

    id: Id
    at: Moment
    channel: Channel = "email"
    direction: Direction
    purpose: Purpose
    people: tuple[Id, ...] = ()
    interview: Id | None = None
    subject: Line = ""
    text: Prose = ""
    wants_answer: StrictBool = False
    back_on: Day | None = None
    deadline: Deadline | None = None
    promise: Id | None = None
    bounced: Id | None = None
    message_id: Line = ""
    promises: tuple[Promise, ...] = ()


class Application(Located):
    """One role at one employer, with all that happened.

    `phone` is the company's general number; from `reopened_at` on it is active again, whatever ending came before.
    """

    id: Id
    company: Line
    role: Line
    specialised: StrictBool = False
    route: Route = "direct"
    channel: Channel = "email"
    language: Line | None = None
    country: Line | None = None
    region: Line | None = None
    time_zone: Zone | None = None
    phone: Line = ""
    applied: Day | None = None
    reopened_at: Moment | None = None
    outcome: Outcome | None = None
    notes: Prose = ""
    link: Line = ""
    people: tuple[Person, ...] = ()
    interviews: tuple[Interview, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone whose wall clock they live by; None: nobody has said, and it counts as the user's."""
        return ZoneInfo(self.time_zone) if self.time_zone else None


class Facts(Fact):
    """Everything that is stored. What names the file's form (format, schema) is the codec's."""

    me: Me = Me()
    cadence: Cadence = Cadence()
    applications: tuple[Application, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    skips: tuple[Skip, ...] = ()
    handed_out: tuple[HandedOut, ...] = ()
    templates: tuple[Template, ...] = ()

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each application stands, by its id."""
        return {each.id: at for at, each in enumerate(self.applications)}

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic's, without what was found out of the original."""
        made = super().model_copy(update=update, deep=deep)
        vars(made).pop("_places", None)
        return made

    def application(self, application_id: str) -> Application | None:
        """The application with this id."""
        at = self._places.get(application_id)
        return None if at is None else self.applications[at]

    def with_application(self, application: Application) -> Self:
        """The same facts with this application in the place of the one with its id, or as the last."""
        at = self._places.get(application.id, len(self.applications))
        applications = list(self.applications)
        applications[at : at + 1] = [application]
        made = self.model_copy(update={"applications": tuple(applications)})
        # All others are as they were, and where they were: to look at each would take as long as there are many.
        vars(made)["_places"] = (
            self._places if at < len(self.applications) else self._places | {application.id: at}
        )
        return made


def seen_from(facts: Facts, zone: str, country: str | None = None) -> Facts:
    """The facts as of a browser or a system in this zone and country: the user's, while they have not said theirs."""
    if facts.me.time_zone:
        return facts
    me = facts.me.replace(time_zone=zone, country=facts.me.country or country)
    return facts.replace(me=me)
