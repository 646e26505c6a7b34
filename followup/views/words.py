"""Dates and actions in plain English, for pages, toasts and charts. Text only: whoever shows it escapes it."""

import re
from datetime import date, datetime, timedelta, tzinfo

from followup.model.action import Action
from followup.model.facts import Application, Person, Promise
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind
from followup.playbook.words import full_date as full_date  # noqa: PLC0414 (handed on: one way to write a day)

_FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FULL_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

NOUNS: dict[ActionKind, str] = {
    "debrief": "debrief",
    "thank_you": "thank-you",
    "send_material": "promised material",
    "reply": "reply",
    "linkedin_connect": "LinkedIn request",
    "status_check": "status check",
    "second_check": "second check",
    "move_on": "decision to move on",
    "rejection_reply": "graceful reply",
    "feedback_request": "request for feedback",
    "keep_in_touch": "keep-in-touch note",
    "offer_reply": "answer to the offer",
    "expedite": "request to decide sooner",
    "withdraw_note": "withdrawal note",
}


_OVERRIDES = re.compile("([\u202a-\u202e])")
_ISOLATES = re.compile("([\u2066-\u2068])")


def unturned(text: str) -> str:
    """The text with each mark of direction ended where it begins: what stands beside it keeps its order.

    All characters stay; letters that run from right to left do so by themselves.
    """
    return _ISOLATES.sub("\\1\u2069", _OVERRIDES.sub("\\1\u202c", text))


def date_words(day: date, today: date) -> str:
    """A day as one says it: "today", "tomorrow", else as `full_date`."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get((day - today).days) or full_date(day, today)


def day_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """The day of a moment: "today", "tomorrow", "Fri 18 Sep"."""
    return date_words(moment.astimezone(zone).date(), now.astimezone(zone).date())


def moment_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Day and time of a moment: "today, 14:30"; "Fri 18 Sep, 09:00"."""
    return f"{day_words(moment, now, zone)}, {moment.astimezone(zone):%H:%M}"


def deadline_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """By when: a moment at 00:00 is the end of the day before it, so "Fri 18 Sep" and not "Sat 19 Sep, 00:00"."""
    local = moment.astimezone(zone)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return day_words(in_utc(moment) - timedelta(seconds=1), now, zone)
    return moment_words(moment, now, zone)


def last_day(moment: datetime, zone: tzinfo) -> date:
    """The last day that belongs to a window ending at this moment (half-open: 00:00 belongs to the day before)."""
    return (in_utc(moment) - timedelta(microseconds=1)).astimezone(zone).date()


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 check", "2 checks"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def person_of(application: Application, action: Action) -> Person | None:
    """The person whom an action is for."""
    return next((person for person in application.people if person.id == action.person), None)


def promise_of(application: Application, promise: str | None) -> Promise | None:
    """A promise of the application, given in an interview or in a message."""
    spoken = [item for interview in application.interviews for item in interview.promises]
    written = [item for touchpoint in application.touchpoints for item in touchpoint.promises]
    return next((item for item in (*spoken, *written) if item.id == promise), None)


_TITLES: dict[ActionKind, str] = {
    "debrief": "Note down what was said",
    "thank_you": "Thank {name}",
    "send_material": "Send what you promised{material}",
    "reply": "Answer {name}",
    "linkedin_connect": "Connect with {name} on LinkedIn",
    "status_check": "Status check to {name}",
    "second_check": "Second check to {name}",
    "move_on": "Decide: close it or keep watching",
    "rejection_reply": "Answer the rejection",
    "feedback_request": "Ask {name} for feedback",
    "keep_in_touch": "Keep in touch with {name}",
    "offer_reply": "Answer the offer",
    "expedite": "Ask {name} to decide sooner",
    "withdraw_note": "Tell {name} that you withdraw",
}


def title(action: Action, application: Application) -> str:
    """What to do, as the heading of an action: "Thank Ann Adler", "Status check to Ann Adler"."""
    person = person_of(application, action)
    return _TITLES[action.kind].format(
        name=person.name if person and person.name else "them",
        material=_material(action, application),
    )


def _material(action: Action, application: Application) -> str:
    promise = promise_of(application, action.promise)
    return f": {promise.text}" if promise and promise.text else ""


def noun(action: Action, application: Application) -> str:
    """An action inside a sentence: "thank-you to Ann Adler", "status check to Ann Adler"."""
    person = person_of(application, action)
    if action.kind in ("debrief", "move_on"):
        return f"{NOUNS[action.kind]} ({application.company})"
    return f"{NOUNS[action.kind]} to {person.name if person else application.company}"


def long_date(day: date) -> str:
    """A day in full: "Friday, 18 September 2026"."""
    return f"{_FULL_WEEKDAYS[day.weekday()]}, {day.day} {_FULL_MONTHS[day.month - 1]} {day.year}"
