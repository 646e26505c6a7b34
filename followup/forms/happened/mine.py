"""What the user did, as one change of the application: wrote unasked, sent the task, decided. Pure."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial, reduce
from zoneinfo import ZoneInfo

from followup.forms.happened.log import NOON, Happening, Log, Odd
from followup.forms.happened.theirs import logged
from followup.forms.happened.then import SENT
from followup.model import changes
from followup.model.action import Action
from followup.model.changes import ApplicationChange
from followup.model.facts import Application, Interview, Touchpoint
from followup.model.purposes import SPOKEN, purpose_words
from followup.model.settings import Me
from followup.model.times import in_utc
from followup.model.vocabulary import OutcomeKind, Purpose
from followup.playbook.case import Promised, Question, case_of
from followup.playbook.proposal import means_whoever
from followup.prose.names import listed, to_whom


def owed(application: Application, me: Me, now: datetime) -> tuple[Promised, ...]:
    """The materials that the user still has to send, the first asked for first."""
    promises = case_of(application, me, now).promises
    return tuple(p for p in promises if p.promise.kind == "material" and not p.answered)


def asked(application: Application, me: Me, now: datetime) -> Question | None:
    """What they asked last and have no answer to."""
    open_ = [q for q in case_of(application, me, now).questions if q.answer is None]
    return max(open_, key=lambda question: question.at, default=None)


def name_of(question: Question | None) -> str | None:
    """The id by which an answer names the question."""
    if question is None:
        return None
    return question.promise or (question.message.id if question.message else None)


def wrote(log: Log) -> Happening:
    """The user wrote, rang or met them: for actions (`serves`, their keys), or for the purpose `sent_for`.

    A reply answers their `question`, where there is one.
    """
    keys = log.typed.get("serves") or ()
    made = [_sent(log, action) for action in log.actions if action.key in keys]
    if not made:
        chosen = log.typed.get("sent_for")
        purpose: Purpose = chosen if chosen in SENT else "other"
        answers: str | None = log.typed.get("question") if purpose == "reply" else None
        made = [log.message(purpose, "sent", promise=answers)]
    words = f"{_told(log, made)} ({log.place})"
    return Happening(lambda fresh: reduce(changes.with_touchpoint, made, fresh), words)


def _told(log: Log, made: Sequence[Touchpoint]) -> str:
    """As in “your thank-you to Ann Adler and Ben Novak” and “you rang Ann Adler”."""
    names = {person.id: person.name for person in log.application.people}
    to: dict[Purpose, list[str]] = {}
    for each in made:
        to.setdefault(each.purpose, []).extend(names[one] for one in each.people if one in names)
    spoken = SPOKEN.get(made[0].channel)
    if spoken and to.get("other"):
        return f"you {spoken} {listed(to['other'])}"
    told = {purpose: listed(who) if who else "" for purpose, who in to.items()}
    return listed([f"your {to_whom(purpose_words(each), who)}" for each, who in told.items()])


def _sent(log: Log, action: Action) -> Touchpoint:
    own = log.message(action.kind, "sent")
    made = changes.sent(action, own.channel, own.subject, own.text, own.at)
    picked = own.people if means_whoever(action.kind) else ()
    return made.replace(message_id=own.message_id, people=picked or made.people)


def sent_the_task(log: Log) -> Happening:
    """The user sent what was promised; `task` is the promise, where there is one."""
    message = log.message("send_material", "sent", promise=log.typed.get("task"))
    return logged(message, f"you sent it to {log.company}")


def _ended(log: Log, kind: OutcomeKind, words: str) -> Happening:
    return Happening(partial(changes.ended, kind=kind, at=log.at, note=log.text()), words)


def accepted(log: Log) -> Happening:
    """The user took the offer."""
    return _ended(log, "accepted", f"you accepted at {log.company}")


def declined(log: Log) -> Happening:
    """The user does not take the offer."""
    return _ended(log, "withdrawn", f"you declined the offer of {log.company}")


def withdrew(log: Log) -> Happening:
    """The user does not want it any more."""
    return _ended(log, "withdrawn", f"you withdrew at {log.company}")


def reopened(log: Log) -> Happening:
    """What ended goes on: they called again, or the user takes it back."""
    outcome = log.application.outcome
    ends = [in_utc(t.at) for t in log.application.touchpoints if t.purpose == "rejection"]
    ends += [in_utc(outcome.at)] if outcome and outcome.kind in ("rejected", "closed") else []
    if any(in_utc(log.at) < end <= log.clock.now for end in ends):
        raise Odd("at", "It ended after that: when did it go on?")
    return Happening(partial(changes.reopened, at=log.at), f"{log.company} goes on")


def closed(log: Log) -> Happening:
    """The user waits no longer; the rounds that lie ahead are off."""
    return _ended(log, "closed", f"{log.company} is closed")


def spoke_that_day(interview: Interview) -> ApplicationChange:
    """A round of which only the day is known took place on it: from noon on, while nobody says at what time."""
    noon = (
        datetime.combine(interview.on, NOON, ZoneInfo(interview.time_zone))
        if interview.on
        else None
    )
    return partial(
        changes.on_interview,
        interview_id=interview.id,
        change=lambda fresh: fresh.replace(on=None, starts_at=noon) if fresh.on else fresh,
    )
