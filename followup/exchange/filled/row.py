"""A row of a table as an application, with what the user says of the days that it leaves open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final, Literal

from followup.exchange.filled.joining import once_over
from followup.exchange.filled.people import newcomers
from followup.exchange.reader import Reader
from followup.exchange.table import Row, Table
from followup.exchange.table.status import Status
from followup.model.fact import LINE_LIMIT, PROSE_LIMIT, shown
from followup.model.facts import Application, Interview, Outcome, Promise, Touchpoint, new_id
from followup.model.times import FIRST_YEAR, LAST_YEAR, Clock, in_utc
from followup.model.vocabulary import OutcomeKind
from followup.prose.text import date_words

DayKind = Literal["thanked", "promised", "ended"]

_OUTCOMES: Final[Mapping[Status, OutcomeKind]] = {
    "offer": "offer",
    "accepted": "accepted",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
    "closed": "closed",
}
_ENDED: Final[Mapping[OutcomeKind, str]] = {
    "offer": "On which day did they make the offer?",
    "accepted": "On which day did you accept?",
    "rejected": "On which day did they say no?",
    "withdrawn": "On which day did you withdraw?",
    "closed": "On which day did it end?",
}
_NOON: Final = time(12)


@dataclass(frozen=True, slots=True)
class DayAsked:
    """A day of one line that only the user knows: what for, what is suggested, and the question."""

    kind: DayKind
    line: int
    suggestion: date | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of the lines: whether each contact was at its interviews, and the days that were asked for."""

    met: bool = False
    days: Mapping[tuple[DayKind, int], date] = field(default_factory=dict)


NOTHING_SAID: Final = Said()


def days_asked(table: Table) -> tuple[DayAsked, ...]:
    """The days that only the user knows, line by line."""
    found: list[DayAsked] = []
    for ask in table.asks:
        if ask.field in ("thanked", "promised") and ask.line:
            guess = ask.suggestion if isinstance(ask.suggestion, date) else None
            words = ask.sentence.removeprefix(f"Line {ask.line}: ")
            found.append(DayAsked(ask.field, ask.line, guess, words))
    for row in (*table.rows, *table.again):
        kind = _OUTCOMES.get(row.status) if row.status else None
        if kind and not _sane(row.ended):
            found.append(DayAsked("ended", row.line, None, _ENDED[kind]))
    return tuple(sorted(found, key=lambda each: each.line))


def application_of(row: Row, reader: Reader, said: Said) -> Application:
    """The application that the row alone makes; an interviewer was at its rounds in any case."""
    people = newcomers([(row.person, row.contact)], ())
    there = tuple(p.id for p in people if said.met or p.role == "interviewer")
    rounds = [
        _round(when, name, reader, there)
        for when, name in zip(row.interviews, row.rounds, strict=True)
        if _sane(when)
    ]
    application = Application(
        id=new_id(),
        company=shown(row.company or "", LINE_LIMIT),
        role=shown(row.role or "", LINE_LIMIT),
        applied=_sane(row.applied),
        link=shown(row.link or "", LINE_LIMIT),
        notes=(row.notes or "")[:PROSE_LIMIT],
        people=people,
        interviews=tuple(rounds),
        outcome=_outcome(row, rounds, reader, said.days.get(("ended", row.line))),
    )
    thanked, promised = (said.days.get((kind, row.line)) for kind in ("thanked", "promised"))
    if thanked:
        at = once_over(reader.at(thanked, _NOON), rounds)
        application = _with_thanks(application, min(at, reader.now))
    return _with_promise(application, promised, reader) if promised else application


def _round(when: date | datetime, name: str, reader: Reader, there: tuple[str, ...]) -> Interview:
    timed = {"starts_at": when} if isinstance(when, datetime) else {"on": when}
    return Interview(
        id=new_id(),
        time_zone=reader.zone,
        round=shown(name, LINE_LIMIT),
        interviewers=there,
        **timed,
    )


def _outcome(
    row: Row, rounds: Sequence[Interview], reader: Reader, said: date | None
) -> Outcome | None:
    """How it ended: on the day that the table gives or the user says, else the last one that it knows of, else now."""
    kind = _OUTCOMES.get(row.status) if row.status else None
    if kind is None:
        return None
    known = [_over(each, reader) for each in rounds if each.ends <= reader.now]
    if ended := said or _sane(row.ended):
        known = [once_over(reader.at(ended, _NOON), rounds)]
    elif row.applied:
        known.append(in_utc(reader.at(row.applied, _NOON)))
    return Outcome(kind=kind, at=min(max(known, default=reader.now), reader.now))


def _over(interview: Interview, reader: Reader) -> datetime:
    """When a round was over; of one of which only the day is known, a moment of that day."""
    return in_utc(reader.at(interview.on, _NOON) if interview.on else interview.ends)


def left_empty(row: Row, outcome: Outcome, clock: Clock) -> str:
    """On which day it ended while the user says none: on the last that the table knows of, were it that of applying."""
    day = clock.last_day(outcome.at)
    words = date_words(day, clock.today)
    return f"{words}, when you applied" if day == row.applied and not row.interviews else words


def ended_after(application: Application, known: Application, reader: Reader) -> Application:
    """An account whose ending has no day: not before what is known of it, which went on until then."""
    if application.outcome is None:
        return application
    happened = [_over(i, reader) for i in known.interviews]
    happened += [in_utc(t.at) for t in known.touchpoints]
    last = max((at for at in happened if at <= reader.now), default=application.outcome.at)
    if last <= application.outcome.at:
        return application
    return application.replace(outcome=application.outcome.replace(at=last))


def _last_round(application: Application, by: datetime) -> Interview | None:
    """The last round that had begun by then."""
    begun = (i for i in application.interviews if i.begins <= in_utc(by))
    return max(begun, key=lambda i: i.begins, default=None)


def _with_thanks(application: Application, at: datetime) -> Application:
    """With the thank-you that the user sent, to whom the row names."""
    interview = _last_round(application, at)
    message = Touchpoint(
        id=new_id(),
        at=at,
        direction="sent",
        purpose="thank_you",
        people=tuple(p.id for p in application.people),
        interview=interview.id if interview else None,
    )
    return application.replace(touchpoints=(*application.touchpoints, message))


def _with_promise(application: Application, on: date, reader: Reader) -> Application:
    """With the day that they promised: in the last round, else in a message of the day of applying, or of now."""
    promise = Promise(id=new_id(), kind="decision_by", on=on)
    if interview := _last_round(application, reader.now):
        kept = interview.replace(promises=(*interview.promises, promise))
        rounds = tuple(kept if i is interview else i for i in application.interviews)
        return application.replace(interviews=rounds)
    at = reader.at(application.applied, _NOON) if application.applied else reader.now
    message = Touchpoint(
        id=new_id(),
        at=min(in_utc(at), in_utc(reader.now)),
        direction="received",
        purpose="update",
        people=tuple(p.id for p in application.people),
        promises=(promise,),
    )
    return application.replace(touchpoints=(*application.touchpoints, message))


def _sane(when: date | datetime | None) -> date | datetime | None:
    return when if when and FIRST_YEAR <= when.year <= LAST_YEAR else None
