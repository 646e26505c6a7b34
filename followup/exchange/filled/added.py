"""What a line of a table adds to an application that is there, and what stays as it is, in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from followup.exchange.filled.table import Line, Taken
from followup.model.facts import Application, Interview
from followup.model.times import Clock
from followup.model.vocabulary import OutcomeKind
from followup.prose.text import date_words, day_words, moment_words, with_and

_OUTCOMES: Final[Mapping[OutcomeKind, str]] = {
    "rejected": "that they said no",
    "offer": "their offer",
    "accepted": "that you accepted",
    "withdrawn": "that you withdrew",
    "closed": "that it is closed",
}
_PROMISED: Final = "the day that they promised"


def line_words(line: Line, taken: Taken, clock: Clock) -> str:
    """What is known of a line before it comes in: “is there already: adds the interview of 3 Nov”; "" of a new one."""
    did = taken.lines.get(line.row.line)
    if did is None:
        saved = line.row.status == "saved"
        return "it is only saved: you have not applied there" if saved else "it is left out"
    if did.before is None:
        return _beside(line, taken.above(line), clock.today)
    there = "is there already" if line.here else f"the same as line {taken.above(line)}"
    added = tuple(_added(did.before, did.after, clock))
    stays = tuple(_stays(line.said, did.before, clock))
    adds = f"adds {with_and(added)}" if added else "nothing new"
    return f"{there}: {'; '.join((adds, *stays))}"


def _beside(line: Line, above: int | None, today: date) -> str:
    if line.here is None and above is None:
        return ""
    there = "One is there already" if line.here else f"Line {above} is one"
    applied = line.here and line.here.applied
    when = f", applied {date_words(applied, today)}" if applied else ""
    return f"{there}{when}: this one comes in beside it"


def _round_words(interview: Interview, clock: Clock) -> str:
    day = interview.on
    when = date_words(day, clock.today) if day else moment_words(interview.begins, clock)
    return f"{when} ({interview.round})" if interview.round else when


def _added(before: Application, after: Application, clock: Clock) -> Iterator[str]:
    if after.role != before.role:
        yield "the role"
    if after.applied and after.applied != before.applied:
        yield f"the day of applying ({date_words(after.applied, clock.today)})"
    rounds = {i.id: i for i in before.interviews}
    for interview in after.interviews:
        yield from _of_a_round(rounds.get(interview.id), interview, clock)
    yield from _people(before, after)
    for message in after.touchpoints[len(before.touchpoints) :]:
        sent = f"your thank-you of {day_words(message.at, clock)}"
        yield _PROMISED if message.promises else sent
    if after.link != before.link:
        yield "the link"
    if after.notes != before.notes:
        yield "notes"
    if after.outcome and after.outcome != before.outcome:
        day = date_words(clock.last_day(after.outcome.at), clock.today)
        yield f"{_OUTCOMES[after.outcome.kind]} ({day})"


def _of_a_round(before: Interview | None, after: Interview, clock: Clock) -> Iterator[str]:
    """What is new of it; each of it, once."""
    words = f"the interview of {_round_words(after, clock)}"
    if before is None:
        yield words
        return
    if after.starts_at != before.starts_at:
        yield f"the time of {words}"
    elif after.round != before.round:
        yield f"the name of {words}"
    if after.interviewers != before.interviewers:
        yield f"who was at {words}"
    if after.promises != before.promises:
        yield _PROMISED


def _people(before: Application, after: Application) -> Iterator[str]:
    there = {p.id: p for p in before.people}
    for person in after.people:
        if person.id not in there:
            yield person.name or person.email
        elif person.email != there[person.id].email:
            yield f"the address of {person.name}"


def _stays(said: Application, before: Application, clock: Clock) -> Iterator[str]:
    """What the line says otherwise than what was entered, which stays."""
    if said.applied and before.applied and said.applied != before.applied:
        days = (date_words(day, clock.today) for day in (before.applied, said.applied))
        yield "applied {} stays, not {}".format(*days)
    kind = before.outcome.kind if before.outcome else None
    if said.outcome and kind and said.outcome.kind != kind:
        yield f"{_OUTCOMES[kind]} stays, not {_OUTCOMES[said.outcome.kind]}"
