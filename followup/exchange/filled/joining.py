"""Two accounts of one application: whether they are of one, and what they make together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from typing import Final

from followup.exchange.filled.people import among
from followup.model.changes import ended
from followup.model.fact import PROSE_LIMIT
from followup.model.facts import Application, Interview, Person, Promise, Touchpoint
from followup.playbook.case import employer

# What a title says besides the job: “(m/w/d)”.
_FOR_ALL: Final = re.compile(r"\((?:[a-z]\s*/\s*){1,4}[a-z]\)|\(all genders\)")

Identity = tuple[str, str]


def identity(application: Application) -> Identity:
    """What is the same for two accounts of one application: its employer and its role, however they are written."""
    name = employer(application)
    if name == f"?{application.id}":  # an employer that nobody named is told by what stands there
        name = f"?{_plain(application.company)}"
    return name, _plain(application.role)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w+#]+", _FOR_ALL.sub(" ", text.casefold())))


def joined(known: Application, said: Iterable[Application]) -> Application:
    """The application with what the other accounts know and it lacks; nothing in it is overwritten.

    It is `known` itself where they know nothing more.
    """
    return reduce(_joined, said, known)


def _joined(known: Application, said: Application) -> Application:
    people = {p.id: among(p, known.people) for p in said.people}
    ids = {id_: there.id if there else id_ for id_, there in people.items()}
    more = {there.id: p for p in said.people if (there := people[p.id])}
    pairs = _pairs(known.interviews, said.interviews)
    again = {old.id: new for new in said.interviews if (old := pairs.get(new.id))}
    rounds = {i.id: pairs[i.id].id if i.id in pairs else i.id for i in said.interviews}
    every = (*known.interviews, *said.interviews)
    made = known.replace(
        role=known.role or said.role,
        applied=known.applied or said.applied,
        link=known.link or said.link,
        notes=_notes(known.notes, said.notes),
        people=(
            *(_person(p, more[p.id]) if p.id in more else p for p in known.people),
            *(p for p in said.people if not people[p.id]),
        ),
        interviews=(
            *(_round(i, again[i.id], ids) if i.id in again else i for i in known.interviews),
            *(_there(i, ids) for i in said.interviews if i.id not in pairs),
        ),
        touchpoints=(
            *known.touchpoints,
            *(_message(t, ids, rounds, every) for t in said.touchpoints if not _has(known, t)),
        ),
    )
    if said.outcome and not _has_ended(known):
        made = ended(made, said.outcome.kind, at=once_over(said.outcome.at, every))
    return known if made == known else made


def _has_ended(application: Application) -> bool:
    """Whether something stands there already of how it ended, or that it goes on."""
    told = any(t.purpose in ("rejection", "offer") for t in application.touchpoints)
    return told or bool(application.outcome or application.reopened_at)


def _notes(known: str, said: str) -> str:
    """The notes, and each line of the others that is not among them."""
    new = [line for line in said.splitlines() if line.strip() and line.strip() not in known]
    return "\n".join(filter(None, (known, *new)))[: max(PROSE_LIMIT, len(known))]


def _person(known: Person, said: Person) -> Person:
    return known if known.email else known.replace(email=said.email)


# ---- rounds


def _at_once(one: Interview, other: Interview) -> bool:
    """Whether one cannot be in both: they are the same one. A day without a time is all of it."""
    return one.begins < other.ends and other.begins < one.ends


def _pairs(known: Sequence[Interview], said: Sequence[Interview]) -> Mapping[str, Interview]:
    """The round that is on file of each that is said again, by the id of the latter."""
    left, found = list(known), {}
    for new in said:
        alike = [old for old in left if _at_once(old, new)]
        if alike:
            found[new.id] = min(alike, key=lambda old: abs(old.begins - new.begins))
            left.remove(found[new.id])
    return found


def _there(said: Interview, ids: Mapping[str, str]) -> Interview:
    """The round with the people on file in the place of those that it came with."""
    return said.replace(interviewers=tuple(ids.get(id_, id_) for id_ in said.interviewers))


def _round(known: Interview, said: Interview, ids: Mapping[str, str]) -> Interview:
    """The round with its time, name and people where they were not known, and what else was promised there."""
    when = known if known.starts_at or not said.starts_at else said
    return known.replace(
        starts_at=when.starts_at,
        on=when.on,
        time_zone=when.time_zone,
        round=known.round or said.round,
        interviewers=known.interviewers or _there(said, ids).interviewers,
        promises=(*known.promises, *_new(said.promises, known.promises)),
    )


# ---- what was promised and sent


def _new(said: Sequence[Promise], known: Sequence[Promise]) -> tuple[Promise, ...]:
    there = {(p.kind, p.on) for p in known}
    return tuple(p for p in said if (p.kind, p.on) not in there)


def _has(application: Application, said: Touchpoint) -> bool:
    """Whether such a message of that day stands in the log, or the promise that it brings is known."""
    given = [each.promises for each in application.interviews]
    given += [each.promises for each in application.touchpoints]
    if said.promises and not _new(said.promises, [p for each in given for p in each]):
        return True
    day, zone = said.at.date(), said.at.tzinfo
    same = (t for t in application.touchpoints if t.purpose == said.purpose)
    return any(t.direction == said.direction and t.at.astimezone(zone).date() == day for t in same)


def _message(
    said: Touchpoint,
    ids: Mapping[str, str],
    rounds: Mapping[str, str],
    every: Sequence[Interview],
) -> Touchpoint:
    to = tuple(ids.get(id_, id_) for id_ in said.people)
    interview = rounds.get(said.interview or "", said.interview)
    return said.replace(at=once_over(said.at, every), people=to, interview=interview)


def once_over(at: datetime, interviews: Iterable[Interview]) -> datetime:
    """The moment that stands for a day of which no more is known: not before the rounds of that day are over."""
    ends = (i.ends.astimezone(at.tzinfo) for i in interviews if i.starts_at)
    return max((at, *(end for end in ends if end.date() == at.date())))
