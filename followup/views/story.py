"""One application as its story: what happened when, and promises in words. Plain text: whoever shows it escapes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from followup.model.facts import Application, Interview, Touchpoint
from followup.model.purposes import SPOKEN, purpose_words, they_said
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import Mode, OutcomeKind
from followup.playbook.case import Promised, PromiseState, takes_place
from followup.prose.names import to_whom
from followup.prose.text import date_words, full_date, moment_words

StoryEventKind = Literal["interview", "sent", "received", "outcome", "reopened"]

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
_PROMISE_STATES: dict[PromiseState, str] = {
    "open": "open",
    "kept": "kept",
    "late": "kept late",
    "broken": "not kept",
    "moved": "moved to another day",
    "over": "no longer needed",
}
_STATES = {"cancelled": "called off", "moved": "moved", "no_show": "they did not show up"}


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One thing that happened, or an interview that lies ahead."""

    id: str
    kind: StoryEventKind
    at: datetime
    title: str
    subject: str = ""
    text: str = ""
    slip: bool = False  # logged with a moment that lies ahead: a slip to mend
    ahead: bool = False  # an interview that is to take place
    spoken: bool = False  # a call of theirs
    day: date | None = None  # where only that is known

    def when(self, clock: Clock) -> str:
        """Its moment: “Fri 18 Sep, 09:00”; where only the day is known, “Fri 18 Sep, no time yet”."""
        return _no_time_yet(self.day, clock) if self.day else moment_words(self.at, clock)


def names(application: Application, ids: tuple[str, ...]) -> str:
    """As in “Ann Adler, Ben Novak”."""
    known = {person.id: person.name or person.email for person in application.people}
    return ", ".join(known[item] for item in ids if item in known)


def interview_words(interview: Interview, application: Application) -> str:
    """As in “First talk by video with Ann Adler”."""
    met = names(application, interview.interviewers)
    words = " ".join(filter(None, (interview.round or "Interview", _mode_words(interview))))
    words += f" with {met}" if met else ""
    state = _STATES.get(interview.state)
    return f"{words}: {state}" if state else words


def _mode_words(interview: Interview) -> str:
    """“By video”; nothing where that is only what a file has that does not say: no link, no place and nobody there."""
    known = interview.link or interview.location or interview.interviewers
    return MODE_WORDS[interview.mode] if known or interview.mode != "video" else ""


def round_when(interview: Interview, clock: Clock) -> str:
    """When a round is: “Fri 18 Sep, 09:00”; where its time is not known yet, “Fri 18 Sep, no time yet”."""
    if interview.on:
        return _no_time_yet(interview.on, clock)
    return moment_words(interview.begins, clock)


def _no_time_yet(day: date, clock: Clock) -> str:
    return f"{date_words(day, clock.today)}, no time yet"


def round_label(interview: Interview, clock: Clock) -> str:
    """A round in a list to choose from: “On-site, Fri 18 Sep, 09:00”."""
    return f"{interview.round or 'Interview'}, {round_when(interview, clock)}"


def touchpoint_words(touchpoint: Touchpoint, application: Application) -> str:
    """As in “You: thank-you to Ann Adler” and “They: news”."""
    who = names(application, touchpoint.people)
    what = purpose_words(touchpoint.purpose)
    if touchpoint.direction == "sent":
        if touchpoint.purpose == "other" and who and touchpoint.channel in SPOKEN:
            return f"You {SPOKEN[touchpoint.channel]} {who}"
        return f"You: {to_whom(what, who)}"
    if touchpoint.purpose == "bounce":
        return _came_back(touchpoint, application)
    if touchpoint.purpose == "out_of_office" and _have_left(touchpoint, application):
        return f"{who} is no longer there"
    if touchpoint.purpose == "cancellation":
        what = _cancelled(touchpoint, application)
    elif (did := they_said(touchpoint.channel)) != "wrote":
        said = "" if touchpoint.purpose in ("reply", "other") else f": {what}"
        return ", ".join((f"{who or 'They'} {did}{said}", *_named_days(touchpoint)))
    return ", ".join((f"{who or 'They'}: {what}", *_named_days(touchpoint)))


def _cancelled(touchpoint: Touchpoint, application: Application) -> str:
    """As its round says: moved, or called off; both where it names none, or that one is on again."""
    about = next((i for i in application.interviews if i.id == touchpoint.interview), None)
    told = {"moved": "interview moved", "cancelled": "interview called off"}
    return told.get(about.state if about else "", purpose_words(touchpoint.purpose))


def promise_state(promised: Promised) -> str:
    """What came of a promise; a message of theirs need not be what they had promised, so it is told as one."""
    if promised.theirs and promised.answer:
        did = f"they {they_said(promised.answer.channel)}"
        return {"kept": did, "late": f"{did} later"}[promised.state]
    return _PROMISE_STATES[promised.state]


def _have_left(answer: Touchpoint, application: Application) -> bool:
    """Whether those whose absence was told had left by then."""
    told = [person for person in application.people if person.id in answer.people]
    return bool(told) and all(each.left and each.left <= answer.at.date() for each in told)


def _came_back(bounce: Touchpoint, application: Application) -> str:
    """As in “Came back: your thank-you to Ann Adler of Wed 16 Sep”."""
    sent = next((t for t in application.touchpoints if t.id == bounce.bounced), None)
    if sent is None:
        return "A message of yours came back"
    who = names(application, bounce.people) or names(application, sent.people)
    day = full_date(sent.at.date(), bounce.at.date())
    return f"Came back: your {to_whom(purpose_words(sent.purpose), who)} of {day}"


def _named_days(touchpoint: Touchpoint) -> Iterator[str]:
    """What a message of theirs asks for and announces; its own year goes without saying."""
    written = touchpoint.at.date()
    if touchpoint.wants_answer:
        yield "wants an answer"
    for promise in touchpoint.promises:
        if promise.kind == "decision_by" and promise.on:
            yield f"{promise.text or 'a decision'} by {full_date(promise.on, written)}"
        elif promise.kind == "decision_by" and promise.text:
            yield f"{promise.text} is to follow"
        if promise.kind == "decision_by" and promise.silence_means_no:
            yield "silence means no"
        if promise.kind != "decision_by":
            yield f"asks for {promise.text or 'an answer'}{_by(promise.on, written)}"
    if touchpoint.deadline:
        yield f"answer{_by(touchpoint.deadline, written)}"
    if touchpoint.back_on:
        until = "until" if touchpoint.purpose == "on_hold" else "back on"
        yield f"{until} {full_date(touchpoint.back_on, written)}"


def _by(day: date | datetime | None, written: date) -> str:
    if day is None:
        return ""
    return f" by {full_date(day.date() if isinstance(day, datetime) else day, written)}"


def story(application: Application, now: datetime) -> tuple[StoryEvent, ...]:
    """Everything with a date, newest first."""
    return tuple(
        sorted(_events(application, now), key=lambda event: in_utc(event.at), reverse=True)
    )


def _events(application: Application, now: datetime) -> Iterator[StoryEvent]:
    for interview in application.interviews:
        words = interview_words(interview, application)
        yield StoryEvent(
            interview.id,
            "interview",
            interview.begins,
            words,
            text=interview.notes,
            day=interview.on,
            ahead=interview.begins > now and takes_place(interview),
        )
    for touchpoint in application.touchpoints:
        yield StoryEvent(
            touchpoint.id,
            "sent" if touchpoint.direction == "sent" else "received",
            touchpoint.at,
            touchpoint_words(touchpoint, application),
            touchpoint.subject,
            touchpoint.text,
            slip=touchpoint.at > now,
            spoken=touchpoint.direction == "received" and they_said(touchpoint.channel) != "wrote",
        )
    if at := application.reopened_at:
        yield StoryEvent(
            f"reopened:{application.id}", "reopened", at, "Reopened: it goes on", slip=at > now
        )
    if application.outcome:
        outcome = application.outcome
        yield StoryEvent(
            f"outcome:{application.id}",
            "outcome",
            outcome.at,
            OUTCOME_WORDS[outcome.kind],
            text=outcome.note,
            slip=outcome.at > now,
        )


def promised_words(promised: Promised) -> str:
    """A promise as who does what: “They decide”, “You send the slides”."""
    text = promised.promise.text
    match promised.promise.kind:
        case "decision_by":
            return f"They owe you {text}" if text else "They decide"
        case "material":
            return f"You send {text or 'what you promised'}"
        case _:
            return f"You answer: {text}" if text else "You answer"
