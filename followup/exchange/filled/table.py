"""The rows of a table as applications: what one click imports, and what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from followup.exchange.filled.people import newcomers
from followup.exchange.reader import Reader
from followup.exchange.table import Left, Row, Table
from followup.exchange.table.status import Status
from followup.model.fact import LINE_LIMIT, PROSE_LIMIT, shown
from followup.model.facts import Application, Facts, Interview, Outcome, new_id
from followup.model.times import FIRST_YEAR, LAST_YEAR, in_utc
from followup.model.vocabulary import OutcomeKind

_OUTCOMES: Final[dict[Status, OutcomeKind]] = {
    "offer": "offer",
    "accepted": "accepted",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
    "closed": "closed",
}
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Taken:
    """The new applications, and each line (or part of one) that is left out, with the reason."""

    applications: tuple[Application, ...]
    skipped: tuple[Left, ...]

    def into(self, facts: Facts) -> Facts:
        """The facts with the new applications; one that has come in meanwhile is not entered twice."""
        there = {_name(each) for each in facts.applications}
        new = (each for each in self.applications if _name(each) not in there)
        return facts.replace(applications=(*facts.applications, *new))


def taken_of(
    table: Table, here: Sequence[Application], reader: Reader, *, met: bool = False
) -> Taken:
    """What an import of the table would enter; a row that is only saved, or on file already, is left out.

    `met`: the contact of a row was at its interviews; an interviewer was in any case.
    """
    there = {_name(each) for each in here}
    found: list[Application] = []
    left = list(table.skipped)
    for row in table.rows:
        application = _application(row, reader, met=met)
        if row.status == "saved":
            left.append(Left(row.line, "it is only saved: you have not applied there"))
        elif _name(application) in there:
            left.append(Left(row.line, "it is on file already"))
        else:
            found.append(application)
    return Taken(tuple(found), tuple(sorted(left, key=lambda each: each.line)))


def _name(application: Application) -> tuple[str, ...]:
    """What tells it from another one."""
    texts = (application.company, application.role, str(application.applied or ""))
    return tuple(" ".join(text.split()).casefold() for text in texts)


def _application(row: Row, reader: Reader, *, met: bool) -> Application:
    people = newcomers([(row.person, row.contact)], ())
    there = tuple(p.id for p in people if met or p.role == "interviewer")
    rounds = [_round(each, reader, there) for each in row.interviews if _sane(each)]
    return Application(
        id=new_id(),
        company=shown(row.company or "", LINE_LIMIT),
        role=shown(row.role or "", LINE_LIMIT),
        applied=_sane(row.applied),
        link=shown(row.link or "", LINE_LIMIT),
        notes=(row.notes or "")[:PROSE_LIMIT],
        people=people,
        interviews=tuple(rounds),
        outcome=_outcome(row, rounds, reader),
    )


def _round(when: date | datetime, reader: Reader, there: tuple[str, ...]) -> Interview:
    zone = reader.zone
    if isinstance(when, datetime):
        return Interview(id=new_id(), starts_at=when, time_zone=zone, interviewers=there)
    return Interview(id=new_id(), on=when, time_zone=zone, interviewers=there)


def _outcome(row: Row, rounds: Sequence[Interview], reader: Reader) -> Outcome | None:
    """How it ended: on the day that the table gives, else on the last one that it knows of, else today."""
    kind = _OUTCOMES.get(row.status) if row.status else None
    if kind is None:
        return None
    known = [in_utc(each.ends) for each in rounds if each.ends <= reader.now]
    if row.ended or row.applied:
        day = row.ended or row.applied or reader.today
        known = [reader.at(day, _NOON)] if row.ended else [*known, reader.at(day, _NOON)]
    return Outcome(kind=kind, at=min(max(known, default=reader.now), reader.now))


def _sane(when: date | datetime | None) -> date | datetime | None:
    return when if when and FIRST_YEAR <= when.year <= LAST_YEAR else None
