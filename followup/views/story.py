"""One application as its story: what happened when, which promises were kept. Plain text: whoever shows it escapes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from followup.model.facts import Application, Interview, Promise, Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import Mode, OutcomeKind, Purpose, ReceivedPurpose
from followup.views.words import NOUNS, full_date

EventKind = Literal["interview", "sent", "received", "outcome"]
PromiseState = Literal["open", "kept", "late", "broken", "moved", "over"]

MODE_WORDS: dict[Mode, str] = {
    "in_person": "in person",
    "phone": "by phone",
    "video": "by video",
    "ai": "with an AI",
}
OUTCOME_WORDS: dict[OutcomeKind, str] = {
    "rejected": "They rejected",
    "offer": "They made an offer",
    "accepted": "You accepted",
    "withdrawn": "You withdrew",
    "closed": "Closed",
}
PROMISE_STATES: dict[PromiseState, str] = {
    "open": "open",
    "kept": "kept",
    "late": "kept late",
    "broken": "not kept",
    "moved": "moved to another day",
    "over": "no longer needed",
}
_RECEIVED: dict[ReceivedPurpose, str] = {
    "reply": "reply",
    "update": "news",
    "out_of_office": "out of office",
    "invitation": "invitation",
    "rejection": "rejection",
    "offer": "offer",
    "other": "message",
}
_PURPOSES: Mapping[str, str] = dict([*NOUNS.items(), *_RECEIVED.items()])
_STATES = {"cancelled": "cancelled", "moved": "moved", "no_show": "they did not show up"}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or an interview that lies ahead."""

    id: str
    kind: EventKind
    at: datetime
    title: str
    subject: str = ""
    text: str = ""
    slip: bool = False  # logged with a moment that lies ahead: a slip to mend


@dataclass(frozen=True, slots=True)
class Given:
    """A promise, by whom, and what came of it."""

    promise: Promise
    theirs: bool
    made_at: datetime
    state: PromiseState
    words: str


def names(application: Application, ids: tuple[str, ...]) -> str:
    """As in “Ann Adler, Ben Novak”."""
    known = {person.id: person.name for person in application.people}
    return ", ".join(known[item] for item in ids if item in known)


def purpose_words(purpose: Purpose) -> str:
    """What a touchpoint was for, inside a sentence."""
    return _PURPOSES[purpose]


def end_of(interview: Interview) -> datetime:
    """When a round ends."""
    return in_utc(interview.starts_at) + timedelta(minutes=interview.minutes)


def interview_words(interview: Interview, application: Application) -> str:
    """As in “First talk by video with Ann Adler”."""
    met = names(application, interview.interviewers)
    words = f"{interview.round or 'Interview'} {MODE_WORDS[interview.mode]}"
    words += f" with {met}" if met else ""
    state = _STATES.get(interview.state)
    return f"{words}: {state}" if state else words


def touchpoint_words(touchpoint: Touchpoint, application: Application) -> str:
    """As in “You: thank-you to Ann Adler” and “They: news”."""
    who = names(application, touchpoint.people)
    what = purpose_words(touchpoint.purpose)
    if touchpoint.direction == "sent":
        return f"You: {what}{f' to {who}' if who else ''}"
    return ", ".join((f"{who or 'They'}: {what}", *_named_days(touchpoint)))


def _named_days(touchpoint: Touchpoint) -> Iterator[str]:
    """What a message of theirs asks for and announces; its own year goes without saying."""
    written = touchpoint.at.date()
    if touchpoint.wants_answer:
        yield "wants an answer"
    for promise in touchpoint.promises:
        if promise.kind == "decision_by" and promise.on:
            yield f"a decision by {full_date(promise.on, written)}"
    if touchpoint.back_on:
        yield f"back on {full_date(touchpoint.back_on, written)}"


def story(application: Application, now: datetime) -> tuple[Event, ...]:
    """Everything with a date, newest first."""
    return tuple(
        sorted(_events(application, now), key=lambda event: in_utc(event.at), reverse=True)
    )


def _events(application: Application, now: datetime) -> Iterator[Event]:
    for interview in application.interviews:
        words = interview_words(interview, application)
        yield Event(interview.id, "interview", interview.starts_at, words, text=interview.notes)
    for touchpoint in application.touchpoints:
        yield Event(
            touchpoint.id,
            "sent" if touchpoint.direction == "sent" else "received",
            touchpoint.at,
            touchpoint_words(touchpoint, application),
            touchpoint.subject,
            touchpoint.text,
            slip=touchpoint.at > now,
        )
    if application.outcome:
        outcome = application.outcome
        yield Event(
            f"outcome:{application.id}",
            "outcome",
            outcome.at,
            OUTCOME_WORDS[outcome.kind],
            text=outcome.note,
            slip=outcome.at > now,
        )


def promises(application: Application, now: datetime, zone: ZoneInfo) -> tuple[Given, ...]:
    """Every promise, theirs and mine, in the order given."""
    made = [
        (promise, promise.made_at or end_of(interview))
        for interview in application.interviews
        for promise in interview.promises
    ]
    made += [
        (promise, promise.made_at or touchpoint.at)
        for touchpoint in application.touchpoints
        for promise in touchpoint.promises
    ]
    made.sort(key=lambda item: in_utc(item[1]))
    return tuple(_given(promise, at, application, now, zone) for promise, at in made)


def _given(
    promise: Promise, made_at: datetime, application: Application, now: datetime, zone: ZoneInfo
) -> Given:
    theirs = promise.kind == "decision_by"
    what = {
        "decision_by": "They decide",
        "material": f"You send {promise.text or 'what you promised'}",
        "reply_by": f"You answer{f': {promise.text}' if promise.text else ''}",
    }[promise.kind]
    if theirs and promise.text:
        what += f" ({promise.text})"
    answered = _answered(promise, made_at, application, now)
    state = _state(promise.on, answered, now, zone)
    if theirs and state in ("open", "broken") and _moved(promise, made_at, application, now, zone):
        state = "moved"
    if state == "open" and _is_over(application, now):
        state = "over"
    return Given(promise, theirs, made_at, state, what)


def _is_over(application: Application, now: datetime) -> bool:
    outcome = application.outcome
    return outcome is not None and outcome.kind != "offer" and outcome.at <= now


def _state(
    on: date | None, answered: datetime | None, now: datetime, zone: ZoneInfo
) -> PromiseState:
    if answered:
        return "late" if on and answered.astimezone(zone).date() > on else "kept"
    return "broken" if on and now.astimezone(zone).date() > on else "open"


def _answered(
    promise: Promise, made_at: datetime, application: Application, now: datetime
) -> datetime | None:
    """When a promise was answered first."""
    moments = [
        t.at for t in application.touchpoints if made_at <= t.at <= now and _answers(t, promise)
    ]
    outcome = application.outcome
    told = outcome is not None and outcome.kind in ("rejected", "offer")
    if outcome and told and promise.kind == "decision_by" and made_at <= outcome.at <= now:
        moments.append(outcome.at)
    return min(moments, key=in_utc, default=None)


def _answers(touchpoint: Touchpoint, promise: Promise) -> bool:
    if promise.kind == "decision_by":
        theirs = touchpoint.direction == "received" and touchpoint.purpose != "out_of_office"
        # "We need until the 20th" is no news: it moves the day.
        return theirs and not any(other.kind == "decision_by" for other in touchpoint.promises)
    if touchpoint.direction != "sent":
        return False
    if touchpoint.promise:
        return touchpoint.promise == promise.id
    return touchpoint.purpose == ("send_material" if promise.kind == "material" else "reply")


def _moved(
    promise: Promise, made_at: datetime, application: Application, now: datetime, zone: ZoneInfo
) -> bool:
    """Whether they named another day later, before this one had passed."""
    for touchpoint in application.touchpoints:
        for other in touchpoint.promises:
            at = other.made_at or touchpoint.at
            in_time = promise.on is None or at.astimezone(zone).date() <= promise.on
            if (
                other.kind == "decision_by"
                and other.id != promise.id
                and made_at <= at <= now
                and in_time
            ):
                return True
    return False
