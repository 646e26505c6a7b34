"""What they want an answer to: which messages and promises ask, and what answered each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from followup.model.facts import Interview, Touchpoint
from followup.model.times import in_utc
from followup.playbook.case.course import start_of, takes_place
from followup.playbook.case.promises import Promised, first_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that they want an answer to: a message, or a `reply_by` promise and the message that carries it.

    `by` is the day that they gave, `interview` and `promise` are ids, `names` all ids by which an answer may name it.
    `round`: the one that an invitation led to, which is an answer too.
    """

    at: datetime
    by: date | None
    interview: str | None
    promise: str | None
    message: Touchpoint | None
    names: frozenset[str]
    answer: Touchpoint | None = None
    round: Interview | None = None

    @property
    def answered(self) -> datetime | None:
        """When it was answered, in the answer's own offset; an invitation by its round, when it came."""
        if self.answer:
            return self.answer.at
        return self.at if self.round else None


def replies(touchpoint: Touchpoint, question: Question) -> bool:
    """Whether what was sent answers the question: it names it, or it is a reply and came later."""
    if touchpoint.direction != "sent":
        return False
    later = touchpoint.purpose == "reply" and touchpoint.at > question.at
    return touchpoint.promise in question.names or later


def spoken(promised: Promised) -> Question:
    """The question of a `reply_by` promise that was given in an interview."""
    return Question(
        at=promised.at,
        by=promised.promise.on,
        interview=promised.round,
        promise=promised.id,
        message=None,
        names=frozenset([promised.id]),
    )


def written(touchpoint: Touchpoint) -> Iterator[Question]:
    """The questions of a touchpoint: a promise each, else its own. Offers and rejections have answers of their own."""
    received = touchpoint.direction == "received"
    message = touchpoint if received else None
    # By their day: of two that are equally urgent the plan names the first.
    carried = sorted(
        (p for p in touchpoint.promises if p.kind == "reply_by"),
        key=lambda p: (p.on or date.max, p.id),
    )
    for promise in carried:
        yield Question(
            at=in_utc(promise.made_at or touchpoint.at),
            by=promise.on,
            interview=None,
            promise=promise.id,
            message=message,
            names=frozenset([touchpoint.id, promise.id]),
        )
    asks = touchpoint.wants_answer and touchpoint.purpose not in ("offer", "rejection")
    if received and asks and not carried:
        yield Question(
            at=in_utc(touchpoint.at),
            by=None,
            interview=None,
            promise=None,
            message=message,
            names=frozenset([touchpoint.id]),
        )


def led_to(message: Touchpoint, rounds: Iterable[Interview]) -> Interview | None:
    """The first scheduled or missed round that an invitation names, or that starts after it."""
    found = (r for r in rounds if takes_place(r))
    return next((r for r in found if message.interview == r.id or start_of(r) > message.at), None)


def with_answer(
    question: Question,
    touchpoints: Iterable[Touchpoint],
    materials: Iterable[Promised],
    rounds: Iterable[Interview],
) -> Question:
    """The question with its first answer; the material that a message asked for, all of it, is one."""
    found = [t for t in touchpoints if replies(t, question)]
    asked = [
        m
        for m in materials
        if m.touchpoint and question.message and m.touchpoint.id == question.message.id
    ]
    sent = [m.answer for m in asked if m.answer]
    if asked and len(sent) == len(asked):
        found.append(max(sent, key=lambda t: (t.at, t.id)))
    message = question.message
    invited = message is not None and message.purpose == "invitation"
    met = led_to(message, rounds) if message and invited else None
    return replace(question, answer=first_of(found), round=met)
