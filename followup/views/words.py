"""How things are said on every page: actions, days, snoozes. Text only: whoever shows it escapes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from followup.model.action import Action
from followup.model.beside import Snooze
from followup.model.facts import Application, Person, Promise
from followup.model.kinds import KINDS
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import PAST, Channel
from followup.playbook.case import company_name
from followup.playbook.proposal import means
from followup.prose.names import to_whom
from followup.prose.text import counted, date_words, deadline_words, full_date

TONIGHT = "best tonight"
_SOON = 1  # day: beyond tomorrow the time of day says nothing
_ZONES = 2  # days that two zones may be apart


def day_of(action: Action, clock: Clock, back: datetime | None = None) -> date:
    """The user's day for an action: the one on which a held one may go or a snoozed one is `back`, else its last."""
    until = back or (action.held_until if action.status == "held" else None)
    return clock.day(until) if until else clock.last_day(action.due)


def stands_on(action: Action, clock: Clock) -> date:
    """The day on which it stands, everywhere: by which it is due, or on which it may go; of what is done, its own."""
    return clock.day(action.answered) if action.answered else day_of(action, clock)


def due_on(action: Action, clock: Clock) -> str:
    """As in “due tomorrow, 11:00”, “was due Fri 11 Sep”, “done Fri 11 Sep”, “best tonight, due tomorrow, 11:00”."""
    if action.answered:
        return f"done {full_date(clock.day(action.answered), clock.today)}"
    if action.status == "held":
        return by_when(action, clock)
    was = "was due" if action.due <= clock.now or action.status in PAST else "due"
    words = f"{was} {deadline_words(action.due, clock)}"
    return f"{TONIGHT}, {words}" if _tonight(action, clock) else words


def _tonight(action: Action, clock: Clock) -> bool:
    return action.kind == "thank_you" and is_fresh(action, clock)


def note_of(action: Action, clock: Clock) -> str:
    """What the day by which it is due leaves open: “best tonight”."""
    return TONIGHT if _tonight(action, clock) else ""


def is_fresh(action: Action, clock: Clock) -> bool:
    """Whether it came up today and has until tomorrow: nobody waits for it yet, and it is best done today."""
    today = clock.today
    return (
        action.status == "open"
        and abs((action.opens.date() - today).days) <= _ZONES  # of most it is said at once
        and clock.day(action.opens) == today
        and (clock.last_day(action.due) - today).days <= _SOON
    )


def by_when(action: Action, clock: Clock, back: datetime | None = None) -> str:
    """As in “by 17:00 today”, “since Fri 11 Sep”, “waits until Mon 21 Sep”, “back on Mon 21 Sep”, “best tonight”.

    `back` is when the user's own snooze ends, where that alone keeps it away (`views.snoozes.comes_back`).
    """
    day = day_of(action, clock, back)
    if back:
        return f"back {_on(day, clock.today)}"
    if action.status == "held":
        until = f"until {date_words(day, clock.today)}" if action.held_until else ""
        return f"waits {until or 'for another message'}"
    if action.status in PAST:
        return f"was due {date_words(day, clock.today)}"
    if action.status == "overdue":
        return f"overdue since {date_words(day, clock.today)}"
    if day < clock.today:
        waited_for = not (action.optional and KINDS[action.kind].light)
        return f"since {date_words(day, clock.today)}" if waited_for else "when you like"
    if _tonight(action, clock):
        return TONIGHT
    words = f"{_time(action.due, day, clock)}{date_words(day, clock.today)}"
    if words == "today":
        return words
    if action.status == "upcoming" and clock.day(action.opens) == day:
        return _on(day, clock.today)
    return f"by {words}"


def held_words(action: Action) -> str:
    """What a held action waits for: “waits until Mon 21 Sep: you wrote to Globex on Mon 14 Sep”."""
    return f"waits{action.reason.removeprefix('Held').removesuffix('.')}"


def _on(day: date, today: date) -> str:
    words = date_words(day, today)
    return f"on {words}" if words == full_date(day, today) else words


def time_of(action: Action, clock: Clock) -> str:
    """“11:30”, where it is due at a time of its day; "" where its day's end is meant."""
    own = clock.day(action.due) == day_of(action, clock) and action.due > clock.now
    return f"{clock.wall(action.due):%H:%M}" if own and action.status not in PAST else ""


def _time(due: datetime, day: date, clock: Clock) -> str:
    """“17:00 ” where it lies ahead today or tomorrow; nothing for a day's end."""
    near = (day - clock.today).days <= _SOON
    whole = clock.day(due) != day
    return "" if whole or not near or due <= clock.now else f"{clock.wall(due):%H:%M} "


def keys_of(action: Action, application: Application, snoozes: Iterable[Snooze]) -> tuple[str, ...]:
    """The keys of the snoozes that mean this action."""
    keys = (snooze.action for snooze in snoozes)
    return tuple(key for key in keys if means(key, action.key, action.kind, application))


def comes_back(
    action: Action, application: Application, snoozes: Iterable[Snooze], now: datetime
) -> datetime | None:
    """When the snooze ends that alone keeps the action away; None where none does."""
    snoozes = tuple(snoozes) if action.status == "upcoming" else ()
    if not snoozes:
        return None
    keys = keys_of(action, application, snoozes)
    last = max((s.until for s in snoozes if s.action in keys), key=in_utc, default=None)
    return last if last and now < in_utc(last) > in_utc(action.opens) else None


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def nearly(self, moment: datetime) -> bool:
        """Whether the moment may fall on one of the days, in whatever zone one asks."""
        return moment.toordinal() in self._near

    @cached_property
    def _near(self) -> range:
        return range(self.first.toordinal() - _ZONES, self.last.toordinal() + _ZONES + 1)

    @property
    def begins(self) -> datetime:
        """The first moment, on the wall (naive)."""
        return datetime.combine(self.first, time())

    @property
    def ends(self) -> datetime:
        """The first moment after it, on the wall (naive)."""
        return datetime.combine(self.last + timedelta(days=1), time())


def period_around(today: date, before: int = 14, after: int = 42) -> Period:
    """Some days back and some ahead."""
    return Period(today - timedelta(days=before), today + timedelta(days=after))


CHANNEL_WORDS: dict[Channel, str] = {
    "email": "E-mail",
    "phone": "Phone",
    "voicemail": "Voicemail",
    "linkedin": "LinkedIn",
    "post": "Post",
    "in_person": "In person",
}


def person_of(application: Application, action: Action) -> Person | None:
    """The person whom an action is for; of one that is no thank-you, who is written to."""
    to = action.person if action.kind == "thank_you" else action.to or action.person
    return next((person for person in application.people if person.id == to), None)


def promise_of(application: Application, promise: str | None) -> Promise | None:
    """A promise of the application, given in an interview or in a message."""
    return next((each for each in promises_in(application) if each.id == promise), None)


def promises_in(application: Application) -> Iterator[Promise]:
    """Every promise of the application."""
    for interview in application.interviews:
        yield from interview.promises
    for touchpoint in application.touchpoints:
        yield from touchpoint.promises


def title(action: Action, application: Application) -> str:
    """What to do, as the heading of an action: "Thank Ann Adler", "Status check to Ann Adler"."""
    person = person_of(application, action)
    return KINDS[action.kind].title.format(
        name=person.name if person and person.name else "them",
        material=_material(action, application),
    )


def thanks_words(left: int, sent: int, of: int) -> str:
    """The thank-yous of a round in one line: "Thank 4 people", "Thank 3 people, 1 of 4 sent"."""
    done = f", {sent} of {of} sent" if sent else ""
    return f"Thank {counted(left, 'person', 'people')}{done}"


def _material(action: Action, application: Application) -> str:
    promise = promise_of(application, action.promise)
    return f": {promise.text}" if promise and promise.text else ""


def noun(action: Action, application: Application) -> str:
    """An action inside a sentence: "thank-you to Ann Adler", "status check to Ann Adler"."""
    person = person_of(application, action)
    kind = KINDS[action.kind]
    if not kind.written:
        return f"{kind.noun} ({company_name(application)})"
    return to_whom(kind.noun, (person and person.name) or company_name(application))
