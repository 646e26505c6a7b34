"""What stands in a calendar: the interviews that take place, and what there is to do, each by an id that stays."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from followup.model.action import Action
from followup.model.errors import NotThere
from followup.model.fact import shown
from followup.model.facts import Application, Facts, Interview
from followup.model.kinds import KINDS
from followup.model.times import ONE_DAY, Clock, in_utc
from followup.model.vocabulary import LIVE
from followup.playbook.case import company_name, takes_place
from followup.playbook.proposal import by_application
from followup.views.labels import one_line
from followup.views.story import interview_words
from followup.views.words import comes_back, day_of, title

_AT_NINE = timedelta(hours=9)  # of a whole day, which begins at 00:00
_BEFORE = -timedelta(hours=1)
_SHORT = timedelta(minutes=15)  # what is due at a moment is drawn as long
_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a calendar: from day to day (`ends` is the day after), or from moment to moment in UTC.

    `of` is the action's key or the interview's id; `alarm` counts from the start.
    """

    uid: str
    of: str
    title: str
    starts: date | datetime
    ends: date | datetime
    alarm: timedelta
    text: str = ""
    place: str = ""
    link: str = ""
    busy: bool = False


def entries(
    facts: Facts, actions: Iterable[Action], now: datetime, only: str | None = None
) -> tuple[Entry, ...]:
    """Interviews, past ones too, and of the plan at `now` (aware) the live actions, in the order of their days.

    `only` names one of them, by an action's key or an interview's id; raises NotThere where there is none.
    """
    found = (*_rounds(facts), *_actions(facts, actions, now))
    chosen = [entry for entry in found if only in (None, entry.of)]
    if only and not chosen:
        raise NotThere(f"Neither an action of the plan nor an interview is named “{shown(only)}”.")
    return tuple(sorted(chosen, key=lambda entry: (entry.starts.isoformat(), entry.uid)))


def _uid(*parts: str) -> str:
    """The same for the same thing, whenever it is asked, and no other's; it names nobody."""
    return f"{hashlib.sha256(':'.join(parts).encode()).hexdigest()[:32]}@followup"


def _rounds(facts: Facts) -> Iterator[Entry]:
    for application in facts.applications:
        for interview in application.interviews:
            if takes_place(interview):
                yield _round(interview, application)


def uid_of_what_is_off(facts: Facts, interview_id: str) -> str:
    """The id of an entry that an interview had which does not take place; “” of any other name."""
    found = (
        _uid("interview", application.id, interview.id)
        for application in facts.applications
        for interview in application.interviews
        if interview.id == interview_id and not takes_place(interview)
    )
    return next(found, "")


def _round(interview: Interview, application: Application) -> Entry:
    starts = in_utc(interview.starts_at) if interview.starts_at else interview.on
    ends = interview.ends if interview.starts_at else (interview.on or date.max) + ONE_DAY
    words = f"{company_name(application)}: {interview_words(interview, application)}"
    return Entry(
        uid=_uid("interview", application.id, interview.id),
        of=interview.id,
        title=one_line(words, _LIMIT),
        starts=starts or interview.begins,
        ends=ends,
        alarm=_BEFORE if interview.starts_at else _AT_NINE,
        text="\n".join(part for part in (application.role, interview.link) if part),
        place=interview.location or interview.link,
        link=interview.link if interview.link.lower().startswith(("https://", "http://")) else "",
        busy=bool(interview.starts_at),
    )


def _actions(facts: Facts, actions: Iterable[Action], now: datetime) -> Iterator[Entry]:
    clock = Clock.of(now, facts.me.zone)
    by_id = {application.id: application for application in facts.applications}
    snoozes = by_application(facts.snoozes)
    for action in actions:
        application = by_id.get(action.application)
        if action.status in LIVE and application:
            back = comes_back(action, application, snoozes.get(application.id, ()), clock.now)
            yield _action(action, application, back, clock)


def _action(action: Action, application: Application, back: datetime | None, clock: Clock) -> Entry:
    """On its due day, or at its due moment; a held one on the day on which it may go, a snoozed one when it is back."""
    single = KINDS[action.kind].single  # whoever it goes to, it is the same one
    starts = _stands(action, back, clock)
    timed = isinstance(starts, datetime)
    words = f"{title(action, application)} ({company_name(application)})"
    return Entry(
        uid=_uid(action.kind, action.application) if single else _uid(action.key),
        of=action.key,
        title=one_line(words, _LIMIT),
        starts=starts,
        ends=starts + (_SHORT if timed else ONE_DAY),
        alarm=_BEFORE if timed else _AT_NINE,
        text="\n".join(part for part in (action.reason, application.role) if part),
    )


def _stands(action: Action, back: datetime | None, clock: Clock) -> date | datetime:
    day = day_of(action, clock)
    if back and clock.day(back) >= day:
        return clock.day(back)
    held = action.status == "held" and action.held_until is not None
    if held or clock.wall(action.due).time() == time():
        return day
    return in_utc(action.due)
