"""The facts: what the user entered, and all that is stored (PLAYBOOK sections 1 and 8).

Every type is frozen, compares by value, keeps keys that it does not know, and checks what it is made of: making one
from wrong values raises pydantic's ValidationError, whose sentences `codec.problems_of` reads. Date-times are aware.
Cross-references (unknown person, duplicate id) are checked over a whole file by `references`.
"""

import secrets
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from followup.model.text import Id, Line, Prose, Zone
from followup.model.times import Day, Deadline, Moment
from followup.model.vocabulary import (
    ActionKind,
    Channel,
    Direction,
    InterviewState,
    Mode,
    OutcomeKind,
    Preset,
    PromiseKind,
    Purpose,
    Role,
    Route,
    Topic,
)


class Fact(BaseModel):
    """The base of all facts."""

    model_config = ConfigDict(frozen=True, extra="allow")

    def replace(self, **changes: Any) -> Self:
        """The same fact with some fields changed, checked again; raises ValidationError."""
        return type(self).model_validate({**dict(self), **changes})


def new_id() -> str:
    """An id that no other record has."""
    return secrets.token_hex(6)


class Me(Fact):
    """The user. `time_zone` is the wall clock that days are counted on, `country` gives the holidays."""

    name: Line = ""
    email: Line = ""
    phone: Line = ""
    time_zone: Zone = "Europe/Berlin"
    country: Line | None = "DE"
    sign_off: Line = "Best regards"
    signature: Prose = ""


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


class Outcome(Fact):
    """How an application ended, or an offer. A `deadline` that is a day ends with that day in the user's zone."""

    kind: OutcomeKind
    at: Moment
    deadline: Deadline | None = None
    note: Prose = ""


class Person(Fact):
    """Somebody at the employer or the agency."""

    id: Id
    name: Line
    role: Role = "interviewer"
    email: Line = ""
    phone: Line = ""
    linkedin: Line = ""
    rapport: StrictBool = False


class Specific(Fact):
    """One thing said in an interview that a message can refer to; `said_by` is a person's id."""

    id: Id
    text: Prose
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


class Interview(Fact):
    """One round. It is held once its end has passed and its state is still `scheduled`."""

    id: Id
    starts_at: Moment
    time_zone: Zone
    minutes: Annotated[StrictInt, Field(ge=1, le=10_080)] = 60
    mode: Mode = "video"
    round: Line = ""
    state: InterviewState = "scheduled"
    interviewers: tuple[Id, ...] = ()
    location: Line = ""
    notes: Prose = ""
    specifics: tuple[Specific, ...] = ()
    promises: tuple[Promise, ...] = ()


class Touchpoint(Fact):
    """One contact that happened. `promise` names the promise or the received message that it answers."""

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
    promise: Id | None = None
    promises: tuple[Promise, ...] = ()


class Application(Fact):
    """One role at one employer, with all that happened."""

    id: Id
    company: Line
    role: Line
    specialised: StrictBool = False
    route: Route = "direct"
    channel: Channel = "email"
    country: Line | None = None
    time_zone: Zone | None = None
    outcome: Outcome | None = None
    notes: Prose = ""
    link: Line = ""
    people: tuple[Person, ...] = ()
    interviews: tuple[Interview, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()


class Snooze(Fact):
    """The user wants to see the action with this key again at `until`, not before."""

    action: Line
    until: Moment


class Skip(Fact):
    """The user will not do the action with this key."""

    action: Line
    at: Moment
    reason: Prose = ""


class Template(Fact):
    """A message template of the user's own."""

    id: Id
    kind: ActionKind
    channel: Channel = "email"
    name: Line
    subject: Line = ""
    body: Prose = ""


class Facts(Fact):
    """Everything that is stored. What names the file's form (format, schema) is the codec's."""

    me: Me = Me()
    cadence: Cadence = Cadence()
    applications: tuple[Application, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    skips: tuple[Skip, ...] = ()
    templates: tuple[Template, ...] = ()
