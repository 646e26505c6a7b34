"""What is typed into “What happened?”, as each kind of happening reads it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from followup.forms.checking import FieldProblem, meant, odd_year
from followup.forms.likely import newcomers
from followup.model.action import Action
from followup.model.changes import ApplicationChange
from followup.model.facts import Application, Interview, Promise, Touchpoint, new_id
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import CHANNELS, Direction, PromiseKind, Purpose
from followup.playbook.case import company_in_prose
from followup.prose.text import full_date

SOMEBODY_NEW = "new"  # in the place of a person's id
NOON = time(12)
JUST_NOW, YESTERDAY, EARLIER = "Just now", "Yesterday", "Earlier…"


def days_back(today: date) -> dict[str, date]:
    """The days before yesterday that what is logged is most often of, by what one calls them, newest first."""
    days = (today - timedelta(days=number) for number in range(2, 7))
    return {full_date(day, today): day for day in days}


def said_on(at: datetime, clock: Clock) -> dict[str, Any]:
    """The fields of When for a moment on the user's wall clock; just now where it does not lie back by a day."""
    today = clock.today
    if at.date() >= today:
        return {"when": JUST_NOW}
    near = {today - timedelta(days=1): YESTERDAY}
    near |= {day: day.isoformat() for day in days_back(today).values()}
    return {"when": near.get(at.date(), EARLIER), "at": at}


def thanked_on(interview: Interview, clock: Clock) -> dict[str, Any]:
    """The same for thanks of which no day is known: most are sent on the day after the interview."""
    day = clock.day(interview.ends) + timedelta(days=1)
    return said_on(datetime.combine(day, NOON), clock)


def days_near(day: date, today: date) -> dict[str, date]:
    """The six days around that of something in the log, which it may have been in truth; none lies ahead."""
    last = min(day + timedelta(days=3), today)
    days = (last - timedelta(days=number) for number in range(7))
    return {full_date(each, today): each for each in days if each != day}


class Odd(Exception):
    """Something is missing or cannot be at a field; `problem` says what."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.problem = FieldProblem(field, sentence)


@dataclass(frozen=True, slots=True)
class Happening:
    """What logging it does to the application, and the words for that, after “Logged: ”."""

    change: ApplicationChange
    words: str


@dataclass(frozen=True, slots=True)
class Log:
    """What was typed about an application; what it is made of raises Odd where that cannot be.

    `actions` are those of the plan, which a message of the user's may have been for; `role` is said where it alone
    tells which application is meant.
    """

    application: Application
    typed: Mapping[str, Any]
    clock: Clock
    actions: Sequence[Action] = ()
    role: str = ""

    @property
    def company(self) -> str:
        """The employer, inside a sentence."""
        return company_in_prose(self.application)

    @property
    def place(self) -> str:
        """The employer, and the role where that is to be said: “Globex, Analyst”."""
        return f"{self.company}, {self.role}" if self.role else self.company

    def text(self, field: str = "text") -> str:
        """The text of a field, without white space around it."""
        return str(self.typed.get(field) or "").strip()

    def with_its_person(self) -> "Log":
        """The same with whom it came from, or went to, on file; somebody new is a recruiter while nobody says else."""
        if self.typed.get("person") != SOMEBODY_NEW:
            return self
        new = newcomers(self.text("someone"), "recruiter")
        if not new:
            raise Odd("someone", "What is their name?")
        longer = self.application.replace(people=(*self.application.people, *new))
        return replace(self, application=longer, typed={**self.typed, "person": new[0].id})

    def ticked(self, field: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.typed.get(field))

    def day(self, field: str, missing: str = "") -> date | None:
        """The day of a field as it was meant; None where there is none, unless that is `missing` (a sentence)."""
        typed: date | None = self.typed.get(field)
        if typed is None:
            if missing:
                raise Odd(field, missing)
            return None
        if sentence := odd_year(meant(typed)):
            raise Odd(field, sentence)
        return meant(typed)

    def day_since(self, field: str, missing: str = "") -> date | None:
        """As `day`; one before the day on which it happened is a slip."""
        day = self.day(field, missing)
        if day and day < self.clock.day(self.at):
            raise Odd(field, "That day lies before their message.")
        return day

    def one_of(self, field: str, known: Mapping[str, Any] | tuple[str, ...], missing: str) -> str:
        """What was picked of those known."""
        picked: str | None = self.typed.get(field)
        if picked is None or picked not in known:
            raise Odd(field, missing)
        return picked

    @property
    def at(self) -> datetime:
        """When it happened: aware, in the user's zone, not ahead."""
        if self.typed.get("when") in (None, JUST_NOW):
            return self.clock.now.astimezone(self.clock.zone)
        wall: datetime | None = self.typed.get("at")
        if wall is None:
            raise Odd("at", "When was it?")
        if sentence := odd_year(meant(wall)):
            raise Odd("at", sentence)
        at = meant(wall).replace(tzinfo=self.clock.zone)
        if in_utc(at) > in_utc(self.clock.now):
            raise Odd("at", "That moment lies ahead: what is logged has happened.")
        return at

    @property
    def people(self) -> tuple[str, ...]:
        """Whom it came from, or went to; nobody in particular where none is picked."""
        picked = self.typed.get("person")
        return tuple(person.id for person in self.application.people if person.id == picked)

    def message(
        self, purpose: Purpose, direction: Direction = "received", **more: Any
    ) -> Touchpoint:
        """The touchpoint that is logged."""
        channel = self.typed.get("channel")
        return Touchpoint(
            **{
                "id": new_id(),
                "at": self.at,
                "channel": channel if channel in CHANNELS else "email",
                "direction": direction,
                "purpose": purpose,
                "people": self.people,
                "subject": self.text("subject"),
                "text": self.text(),
                "message_id": self.text("message_id"),
                **more,
            }
        )

    def promise(self, kind: PromiseKind, on: date | None, text: str = "", **more: Any) -> Promise:
        """What was promised in it."""
        return Promise(id=new_id(), kind=kind, on=on, text=text, made_at=self.at, **more)
