"""Which messages were answered: by kind, channel, hours to the thank-you.

**Asking messages** are those that an answer may follow: thank-yous, promised material, LinkedIn requests, checks,
requests for feedback, keep-in-touch notes, requests to decide sooner. Replies to them and withdrawals ask for nothing.

A message is **answered** when they wrote within 14 days after it, and before the next check asked again: any message of
theirs but an out-of-office, or an entered rejection or offer. 14 days, because “if nothing has come back by week two it
might be best to move on” (G3.4). A personal message (thank-you, material, LinkedIn request, keep-in-touch note) to Ann
is not answered by a plain reply of Ben's; news, an invitation, a rejection and an offer answer everyone's.

A message **counts** once it was answered or its time is over. What may still be answered is `waiting`, and no part of a
rate; what the user ended themselves (withdrawn, closed, accepted) before its time was over counts nowhere.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from followup.model.facts import Touchpoint
from followup.model.kinds import CHECKS, KINDS, those
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind, Channel, Purpose
from followup.playbook.case import Case, end_of
from followup.views.words import CHANNEL_WORDS

ENOUGH = 10
ANSWER_TIME = timedelta(days=14)
ASKING = those(lambda kind: kind.asks)
_PERSONAL = those(lambda kind: kind.personal)
_PLAIN: tuple[Purpose, ...] = ("reply", "other")
_MINE = ("withdrawn", "closed", "accepted")
HOURS = ("Within 24 hours", "24 to 48 hours", "Later")
_DAY, _TWO_DAYS = 24.0, 48.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of theirs: its moment (UTC) and, where it is a plain reply, whose it is."""

    at: datetime
    purpose: Purpose | None
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class AskingMessage:
    """An asking message. `counts`: answered, or its time is over; `hours`: from the interview's end to a thank-you."""

    touchpoint: Touchpoint
    answered: datetime | None
    counts: bool
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many were answered; `waiting` may still be, and are not among them."""

    label: str
    answered: int
    of: int
    waiting: int = 0

    @property
    def enough(self) -> bool:
        """Whether there are enough to say a share of."""
        return self.of >= ENOUGH

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.answered / self.of if self.of else 0.0


def heard(case: Case) -> tuple[Heard, ...]:
    """Their messages, oldest first; an entered rejection or offer is one, unless it was logged as a message as well."""
    found = [Heard(in_utc(t.at), t.purpose, frozenset(t.people)) for t in case.messages]
    moments = {message.at for message in found}
    found += [
        Heard(ending.at, None, frozenset())
        for ending in (case.rejected, case.offered)
        if ending and ending.at not in moments
    ]
    return tuple(sorted(found, key=lambda message: message.at))


def called_off(case: Case) -> datetime | None:
    """When the user ended it themselves."""
    return case.outcome.at if case.outcome and case.outcome.kind in _MINE else None


def asked(case: Case) -> Iterator[AskingMessage]:
    """Each asking message of an application, and what came of it."""
    messages, ended = heard(case), called_off(case)
    checks = [in_utc(t.at) for t in case.sent(*CHECKS)]
    for touchpoint in case.sent(*ASKING):
        at = in_utc(touchpoint.at)
        over = min([at + ANSWER_TIME, *(check for check in checks if check > at)])
        answers = [m.at for m in messages if at < m.at <= over and _is_for(m, touchpoint)]
        if answers or not (ended and at <= ended < over):
            yield AskingMessage(
                touchpoint,
                min(answers, default=None),
                counts=bool(answers) or over <= case.now,
                hours=_hours(case, touchpoint),
            )


def _is_for(message: Heard, touchpoint: Touchpoint) -> bool:
    named = message.purpose in _PLAIN and touchpoint.purpose in _PERSONAL
    if not named or not message.people or not touchpoint.people:
        return True
    return bool(message.people & set(touchpoint.people))


def _hours(case: Case, touchpoint: Touchpoint) -> float | None:
    """From the interview's end to its thank-you; None for anything else, and for a slip."""
    if touchpoint.purpose != "thank_you":
        return None
    key = case.interview_of(touchpoint)
    end = next((end_of(interview) for interview in case.held if interview.id == key), None)
    if end is None or in_utc(touchpoint.at) < end:
        return None
    return (in_utc(touchpoint.at) - end).total_seconds() / 3600


def rate(label: str, messages: Iterable[AskingMessage]) -> Rate:
    """The rate of some messages."""
    all_of_them = tuple(messages)
    counting = [message for message in all_of_them if message.counts]
    answered = sum(message.answered is not None for message in counting)
    return Rate(label, answered, len(counting), len(all_of_them) - len(counting))


def by_kind(messages: Sequence[AskingMessage]) -> tuple[Rate, ...]:
    """By what the message was for: thank-yous and checks, then the others in the playbook's order."""
    first: tuple[ActionKind, ...] = ("thank_you", *those(lambda kind: kind.check))
    kinds = dict.fromkeys((*first, *ASKING))
    return _rates(messages, ((kind_word(kind), _is_purpose(kind)) for kind in kinds))


def by_channel(messages: Sequence[AskingMessage]) -> tuple[Rate, ...]:
    """By the way it went."""
    return _rates(
        messages, ((word, _is_channel(channel)) for channel, word in CHANNEL_WORDS.items())
    )


def by_hours(messages: Sequence[AskingMessage]) -> tuple[Rate, ...]:
    """Thank-yous by the elapsed hours from the interview's end: 24 h sharp is within, 48 h sharp is before "later"."""
    return _rates(messages, ((label, _is_within(label)) for label in HOURS))


def _rates(
    messages: Sequence[AskingMessage], groups: Iterable[tuple[str, Callable[[AskingMessage], bool]]]
) -> tuple[Rate, ...]:
    rates = (rate(label, filter(belongs, messages)) for label, belongs in groups)
    return tuple(found for found in rates if found.of or found.waiting)


def kind_word(kind: ActionKind) -> str:
    """Its noun, as a label."""
    noun = KINDS[kind].noun
    return noun[:1].upper() + noun[1:]


def _is_purpose(purpose: Purpose) -> Callable[[AskingMessage], bool]:
    return lambda message: message.touchpoint.purpose == purpose


def _is_channel(channel: Channel) -> Callable[[AskingMessage], bool]:
    return lambda message: message.touchpoint.channel == channel


def _is_within(label: str) -> Callable[[AskingMessage], bool]:
    def belongs(message: AskingMessage) -> bool:
        if message.hours is None:
            return False
        if message.hours <= _DAY:
            return label == HOURS[0]
        return label == (HOURS[1] if message.hours <= _TWO_DAYS else HOURS[2])

    return belongs
