"""The occasion of a message: an action and its case, looked up once and handed to all that writes or judges it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from followup.messages.languages import grammar_of
from followup.messages.languages.grammar import Grammar
from followup.messages.lint.findings import in_office_hours
from followup.model.action import Action
from followup.model.errors import FollowupError
from followup.model.facts import Application, Facts, Interview, Person, Promise, Touchpoint
from followup.model.settings import Me
from followup.model.vocabulary import ActionKind, Channel
from followup.playbook.case import (
    Case,
    address_of,
    answers,
    by_employer,
    case_of,
    employer,
    ending_of,
    interviewers,
    lacks_address,
    letter_of,
    question_of,
    recipient,
    with_addresses,
    with_offers,
)
from followup.playbook.search import search_of
from followup.playbook.workdays import is_working_day


class NothingToWrite(FollowupError):
    """The action is not one that a message answers, or its application is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An action, its case, and what of other applications a message may say; all else is derived from these.

    `offer_elsewhere` is the last day, on the user's clock, of the offer of another application that stands for the
    shortest time; `accepted_elsewhere` says that accepting another one ended this application. `through` is who was
    chosen to be written to instead, where its person has left or has no address; `agreed` the time, of those that they
    propose, that the answer accepts, on the clock that it is told by; `reply` what it says in the user's own words.
    """

    action: Action
    case: Case
    facts: Facts
    offer_elsewhere: date | None
    accepted_elsewhere: bool
    through: Person | None = None
    agreed: datetime | None = None
    reply: str = ""

    @property
    def key(self) -> str:
        """The action's key."""
        return self.action.key

    @property
    def kind(self) -> ActionKind:
        """The action's kind."""
        return self.action.kind

    @property
    def application(self) -> Application:
        """The application as it was entered."""
        return self.case.application

    @property
    def me(self) -> Me:
        """The user."""
        return self.facts.me

    @property
    def language(self) -> str:
        """The language of the letter, as a tag: the application's, else the user's."""
        return self.application.language or self.me.language

    def grammar(self, language: str | None = None) -> Grammar:
        """The grammar of a language (a tag; without one the letter's), as it is written where they work.

        A language without a region is the letter's own tag where that is the same one.
        """
        own = self.language
        tag = own if own.casefold().startswith((language or own).casefold()) else language
        return grammar_of(tag, self.case.place.country)

    # When.

    @property
    def today(self) -> date:
        """The day on the user's clock."""
        return self.case.clock.today

    @property
    def local_time(self) -> datetime:
        """Now, with the offset of the employer's zone."""
        return self.case.theirs.local(self.case.now)

    @property
    def is_working_day_there(self) -> bool:
        """Whether the employer's day is a working day in the application's country."""
        return is_working_day(self.case.theirs.today, self.case.place)

    @property
    def in_office_hours(self) -> bool:
        """Whether now is a moment to call the employer at."""
        return self.is_working_day_there and in_office_hours(self.local_time.time())

    # Who.

    @property
    def person(self) -> Person | None:
        """Whom the action is about: an interviewer who is thanked, else whom it goes to by itself."""
        own = self.kind == "thank_you"
        return self.case.person(self.action.person) if own else recipient(self.case, self.action)

    @property
    def recipient(self) -> Person | None:
        """Who gets the message: who was chosen, else the person, or whom the plan names to pass a thank-you on."""
        return self.through or recipient(self.case, self.action)

    @property
    def needs_contact(self) -> bool:
        """Whether nothing is known of where to send it, and nobody was chosen instead."""
        channel = self.action.channel
        return bool(channel and (not self.recipient or lacks_address(self.recipient, channel)))

    def address(self, channel: Channel) -> str:
        """Where the recipient is reached: an e-mail address, a number, a profile; "" where it is not known."""
        return (self.recipient and address_of(self.recipient, channel)) or ""

    # About what.

    @property
    def interview(self) -> Interview | None:
        """The action's round; of an action of the whole application the last that was held, or that they missed."""
        named = self.action.interview
        return self.case.interview(named) if named else self.case.last_round

    @property
    def team(self) -> tuple[Person, ...]:
        """The interviewers of the round; an ai interview has none, whoever was entered."""
        return interviewers(self.case, self.interview) if self.interview else ()

    @property
    def promise(self) -> Promise | None:
        """What the message keeps or answers; a thank-you may carry what was promised in its interview."""
        if self.kind == "thank_you" and self.interview:
            return next((p for p in self.interview.promises if p.kind == "material"), None)
        promised = self.case.promised(self.action.promise)
        return promised.promise if promised else None

    @property
    def quotable(self) -> Touchpoint | None:
        """Their message that an answer can quote: the one that the action answers, else the last that came."""
        question = question_of(self.case, self.action)
        return (question and question.message) or self.case.last_contact("received")

    @property
    def thread(self) -> Touchpoint | None:
        """Their e-mail that this message answers, in whose thread it goes; None where it begins one of its own."""
        question = question_of(self.case, self.action)
        letter = None if self.kind == "feedback_request" else letter_of(self.case, self.kind)
        mail = letter or (question and question.message)
        return mail if mail and mail.channel == "email" else None

    @property
    def answer(self) -> Touchpoint | None:
        """The first that was sent of what answers the action; None: not yet."""
        return next((t for t in self.case.touchpoints if answers(self.case, t, self.action)), None)

    @property
    def others_decide(self) -> bool:
        """Whether another employer that has met the user, too, has yet to decide."""
        mine, now = employer(self.application), self.case.now
        others = [a for a in self.facts.applications if employer(a) != mine]
        open_ = (a for a in others if ending_of(a, self.me, now) is None)
        return any(case_of(a, self.me, now).held for a in open_)

    def beside(self, action: Action) -> "Occasion":
        """The occasion of another action of the same application."""
        return replace(self, action=action)


def occasion_of(action: Action, facts: Facts, now: datetime) -> Occasion:
    """The occasion of an action of the plan at `now` (aware); raises NothingToWrite when its application is gone."""
    application = facts.application(action.application)
    if application is None:
        raise NothingToWrite("The application of this action is no longer there.")
    others = (a for a in with_offers(facts.applications) if _is_offered(a, facts.me, now))
    within_reach = (application, *(other for other in others if other is not application))
    search = search_of(facts.replace(applications=within_reach), now)
    case, *_ = search.cases
    there = by_employer(facts.applications)[employer(application)]
    case = replace(case, application=with_addresses(application, there))
    offer = search.offer_elsewhere(case)
    return Occasion(
        action=action,
        case=case,
        facts=facts,
        offer_elsewhere=case.clock.last_day(offer[2]) if offer else None,
        accepted_elsewhere=search.accepted_elsewhere(case) is not None,
    )


def _is_offered(application: Application, me: Me, now: datetime) -> bool:
    """Of other applications a message says no more than their offers."""
    ending = ending_of(application, me, now)
    return ending is not None and ending.kind in ("offer", "accepted")


def occasion_to_try(
    kind: ActionKind,
    channel: Channel,
    application: Application,
    actions: Sequence[Action],
    facts: Facts,
    now: datetime,
) -> Occasion:
    """The occasion on which a template is tried: the application's own action of that kind, else one as it would be."""
    for action in actions:
        if action.kind == kind and action.application == application.id:
            return occasion_of(action, facts, now)
    people = [person.id for person in application.people]
    imagined = Action(
        key=f"preview:{kind}:{application.id}",
        kind=kind,
        application=application.id,
        person=next(iter(people), None),
        opens=now,
        due=now,
        late=now,
        status="open",
        channel=channel,
        reason="",
        guides=(),
    )
    found = occasion_of(imagined, facts, now)
    last = next(reversed(found.case.held or application.interviews), None)
    met = [id_ for id_ in (last.interviewers if last else ()) if id_ in people]
    return found.beside(
        replace(
            imagined, interview=last.id if last else None, person=next(iter(met), imagined.person)
        )
    )
