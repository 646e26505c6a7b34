"""What the facts keep of calendar entries that were given out, so that they can be changed and withdrawn.

A program that has an entry takes a change of it by a higher number alone, and one that is no longer true has to be
cancelled.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime

from followup.exchange.out.entries import Entry, entries, uid_of_what_is_off
from followup.model.action import Action
from followup.model.beside import HandedOut
from followup.model.errors import NotThere
from followup.model.facts import Facts
from followup.model.times import Clock


def handed_out(
    facts: Facts, actions: Iterable[Action], now: datetime, only: str | None = None
) -> tuple[HandedOut, ...]:
    """What is to be kept of a calendar file that is given out at `now` (aware): a mark of each entry, and of what went.

    With `only` (an action's key or an interview's id) of that one, and the others as they were.
    """
    found, gone = marked(facts, actions, now, only)
    kept = facts.handed_out if only else ()
    marks = {mark.uid: mark for mark in (*kept, *gone, *(mark for _, mark in found))}
    return tuple(marks.values())


def out_of_date(facts: Facts, interview: str, now: datetime) -> bool:
    """Whether a calendar that was given this interview (by its id) has it otherwise than it is, or not called off."""
    try:
        found, gone = marked(facts, (), now, interview)
    except NotThere:
        return False
    given = {each.uid: each.sequence for each in facts.handed_out}
    marks = (*gone, *(mark for _, mark in found))
    return any(given.get(mark.uid, mark.sequence) != mark.sequence for mark in marks)


def marked(
    facts: Facts, actions: Iterable[Action], now: datetime, only: str | None = None
) -> tuple[tuple[tuple[Entry, HandedOut], ...], tuple[HandedOut, ...]]:
    """The entries, each with its mark, and the marks of what went; with `only` one, of that alone.

    Raises NotThere where there is none of that name, and none was given out that is off by now.
    """
    known, today = (
        {each.uid: each for each in facts.handed_out},
        Clock.of(now, facts.me.zone).today,
    )
    off = known.get(uid_of_what_is_off(facts, only)) if only else None
    if off:
        return (), tuple(_gone((off,), (), today))
    found = tuple((entry, _mark(entry, known)) for entry in entries(facts, actions, now, only))
    if only:
        return found, ()
    there = {entry.uid for entry, _ in found}
    return found, tuple(_gone(facts.handed_out, there, today))


def _mark(entry: Entry, known: Mapping[str, HandedOut]) -> HandedOut:
    """What is known of an entry once it is given out: its number rises when it says something else."""
    content, before = hashlib.sha256(repr(entry).encode()).hexdigest()[:16], known.get(entry.uid)
    number = before.sequence + (before.content != content) if before else 0
    return HandedOut(
        uid=entry.uid,
        sequence=number,
        title=entry.title,
        starts_at=entry.starts,
        content=content,
    )


def _gone(known: Iterable[HandedOut], there: Collection[str], today: date) -> Iterator[HandedOut]:
    """The marks of what was given out and is no longer true, withdrawn; what is past rings no more."""
    for mark in known:
        if mark.uid not in there and _day(mark.starts_at) >= today:
            again = not mark.content
            yield mark if again else mark.replace(sequence=mark.sequence + 1, content="")


def _day(starts: date | datetime | None) -> date:
    return starts.date() if isinstance(starts, datetime) else starts or date.min
