"""The promises of an application, theirs and mine: when each was given, what answered it, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from followup.model.facts import Application, Interview, Promise, Touchpoint
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import AUTOMATIC
from followup.playbook.case.course import end_of, interview_of, is_held

PromiseState = Literal["open", "kept", "late", "broken", "moved", "over"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A promise as it stands: given at `at` (UTC), in the `interview` or the `touchpoint`.

    `counts`: it was given by now, in a round that was held or a message that went; no rule asks for any other.
    `answered` is when it was kept first, in the offset of what kept it, and None while it was not; `answer` is the
    touchpoint that did (None too where an entered outcome or a round was the answer). `state`:

    - open: nothing has come of it yet; broken: its day has passed;
    - kept, late: answered, and after its day;
    - moved: theirs, and they named another day in time; over: open when the application ended.

    `goes_on`: until its day has passed a message of theirs with other news takes nothing from it (4.1).
    """

    promise: Promise
    at: datetime
    interview: Interview | None = None
    touchpoint: Touchpoint | None = None
    counts: bool = True
    answer: Touchpoint | None = None
    answered: datetime | None = None
    state: PromiseState = "open"
    goes_on: bool = False

    @property
    def id(self) -> str:
        return self.promise.id

    @property
    def theirs(self) -> bool:
        """They promised it, not the user."""
        return self.promise.kind == "decision_by"

    @property
    def settled(self) -> bool:
        """Nothing is left to come of it; a broken one may still be kept late."""
        return self.state in ("kept", "late", "moved", "over") and not self.goes_on

    @property
    def round(self) -> str | None:
        """The id of the interview that it belongs to."""
        if self.interview:
            return self.interview.id
        return self.touchpoint.interview if self.touchpoint else None

    def kept_by(self, answer: Touchpoint | None, at: datetime | None = None) -> "Promised":
        """The same with the touchpoint that kept it; `at`: when it was kept, where none did."""
        return replace(self, answer=answer, answered=answer.at if answer else at)

    @property
    def order(self) -> tuple[datetime, date, str]:
        """Given later comes later; of several given together the one for the later day does."""
        return self.at, self.promise.on or date.min, self.promise.id

    def is_slip(self, theirs: Clock) -> bool:
        """Whether its date lies before the end of the interview in which it was given, on their clock (4.1)."""
        on = self.promise.on
        return bool(on and self.interview and theirs.end(on) <= end_of(self.interview))


def given(
    application: Application, touchpoints: Sequence[Touchpoint], now: datetime
) -> Iterator[Promised]:
    """Every promise, before it is known what came of it; `touchpoints` are those that happened, each once."""
    for interview in application.interviews:
        for promise in interview.promises:
            at = in_utc(promise.made_at or end_of(interview))
            counts = is_held(interview, now) and at <= now
            yield Promised(promise=promise, at=at, interview=interview, counts=counts)
    ahead = [t for t in application.touchpoints if t.at > now]
    for touchpoint in (*touchpoints, *ahead):
        for promise in touchpoint.promises:
            at = in_utc(promise.made_at or touchpoint.at)
            counts = max(at, in_utc(touchpoint.at)) <= now
            yield Promised(promise=promise, at=at, touchpoint=touchpoint, counts=counts)


def first_of(found: Iterable[Touchpoint]) -> Touchpoint | None:
    return min(found, key=lambda t: (t.at, t.id), default=None)


def brings(touchpoint: Touchpoint, promised: Promised, held: Sequence[Interview]) -> bool:
    """Whether what was sent is the promised material: under its own name, or, since it could be sent, under none.

    One of an interview is brought by what was sent for that interview.
    """
    if (touchpoint.direction, touchpoint.purpose) != ("sent", "send_material"):
        return False
    if touchpoint.promise is not None:
        return touchpoint.promise == promised.id
    if touchpoint.at < (end_of(promised.interview) if promised.interview else promised.at):
        return False
    of_round = promised.interview if promised.counts else None
    return of_round is None or interview_of(touchpoint, held) == of_round.id


def decided(
    promised: Promised, application: Application, touchpoints: Iterable[Touchpoint], now: datetime
) -> Promised:
    """Their promise with what kept it: a message with news, or an entered rejection or offer.

    “We need until the 20th” is no news: it moves the day.
    """
    heard = [
        t
        for t in touchpoints
        if t.direction == "received"
        and t.purpose not in AUTOMATIC
        and t.at >= promised.at
        and not any(other.kind == "decision_by" for other in t.promises)
    ]
    news = first_of(heard)
    moments = [news.at] if news else []
    outcome = application.outcome
    if outcome and outcome.kind in ("rejected", "offer") and promised.at <= outcome.at <= now:
        moments.append(outcome.at)
    answered = min(moments, default=None)
    other = all(t.purpose not in ("rejection", "offer", "on_hold") for t in heard)
    return replace(
        promised,
        answer=news if news and news.at == answered else None,
        answered=answered,
        goes_on=bool(heard) and other,
    )


def with_state(
    promised: Promised, every: Iterable[Promised], clock: Clock, *, ended: bool
) -> Promised:
    """With its state; `clock` is of those who promised."""
    on = promised.promise.on
    if promised.answered:
        late = on is not None and clock.day(promised.answered) > on
        goes_on = bool(promised.goes_on and on and clock.now < clock.end(on) and not ended)
        return replace(promised, state="late" if late else "kept", goes_on=goes_on)
    if promised.theirs and any(
        other.theirs
        and other.counts
        and other.order > promised.order
        and (on is None or clock.day(other.at) <= on)
        for other in every
    ):
        return replace(promised, state="moved")
    if on and clock.now >= clock.end(on):
        return replace(promised, state="broken")
    return replace(promised, state="over" if ended else "open")
