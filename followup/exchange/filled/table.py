"""The lines of a table as applications: which comes in, which joins one that is there, which is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from followup.exchange.filled.accounts import Accounts, likest
from followup.exchange.filled.joining import identity, joined
from followup.exchange.filled.row import (
    NOTHING_SAID,
    DayAsked,
    Said,
    application_of,
    days_asked,
    ended_after,
)
from followup.exchange.reader import Reader
from followup.exchange.table import SAME_AS, Left, Row, Table
from followup.model.facts import Application, Facts
from followup.prose.text import counted, with_and

How = Literal["join", "new", "leave"]
Same = Literal["join", "new"]
NO_CHOICES: Mapping[int, How] = {}


@dataclass(frozen=True, slots=True)
class Line:
    """A line as an application, the one that it may be (`here`: on file; `above`: of that line), and whether it is."""

    row: Row
    said: Application
    here: Application | None
    above: int | None
    same: Same

    @property
    def may_be_there(self) -> bool:
        """Whether it has something to join."""
        return self.here is not None or self.above is not None

    @property
    def how(self) -> How:
        """What is done with it unless the user says otherwise: nobody has applied where a posting was only saved."""
        return "leave" if self.row.status == "saved" else self.same


@dataclass(frozen=True, slots=True)
class Joined:
    """What a line came to: the application before and with it; `before` is None of a new one."""

    before: Application | None
    after: Application


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import enters: new applications, accounts of ones on file (by their id), and what each line comes to.

    `skipped` is each line, or part of one, that is left out, with the reason; `roots` the line that began the
    application of a line.
    """

    new: tuple[Application, ...]
    more: Mapping[str, tuple[Application, ...]]
    changed: int
    lines: Mapping[int, Joined]
    skipped: tuple[Left, ...]
    roots: Mapping[int, int]
    known: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def holds_news(self) -> bool:
        """Whether it changes anything."""
        return bool(self.new or self.changed)

    def above(self, line: Line) -> int | None:
        """The line whose application it may be, of those that come in."""
        root = self.roots.get(line.above) if line.above else None
        return root if root != line.row.line else None

    @property
    def words(self) -> str:
        """How much it is: “2 applications and additions to 3”."""
        more = self.changed if self.new else counted(self.changed, "application")
        parts = [counted(len(self.new), "application")] if self.new or not self.changed else []
        return with_and([*parts, *([f"additions to {more}"] if self.changed else [])])

    def into(self, facts: Facts) -> Facts:
        """The facts with all of it; what has come in meanwhile is joined, not entered twice."""
        since = {identity(a): a.id for a in facts.applications if a.id not in self.known}
        more, new = dict(self.more), []
        for each in self.new:
            if id_ := since.get(identity(each)):
                more[id_] = (*more.get(id_, ()), each)
            else:
                new.append(each)
        there = {a.id for a in facts.applications}
        new += [joined(said[0], said[1:]) for id_, said in more.items() if id_ not in there]
        kept = (joined(a, more.get(a.id, ())) for a in facts.applications)
        return facts.replace(applications=(*kept, *new))


def lines_of(
    table: Table, here: Sequence[Application], reader: Reader, said: Said = NOTHING_SAID
) -> tuple[Line, ...]:
    """Each line with the application that it makes, and the one that it may be."""
    on_file, above = Accounts(), Accounts()
    for application in here:
        on_file.add(application, None)
    found = []
    for row in sorted((*table.rows, *table.again), key=lambda each: each.line):
        application = application_of(row, reader, said)
        accounts = (*on_file.of(application), *above.of(application))
        like = likest(accounts, application, row, reader)
        here_is = like.known if like and not like.of else None
        line_above = like.of.line if like and like.of else None
        same: Same = "join" if like and not like.apart else "new"
        if like and not like.apart and not (row.ended or said.days.get(("ended", row.line))):
            application = ended_after(application, like.known, reader)
        found.append(Line(row, application, here_is, line_above, same))
        above.add(application, row)
    return tuple(found)


def taken_of(
    table: Table,
    lines: Sequence[Line],
    here: Sequence[Application],
    choices: Mapping[int, How] = NO_CHOICES,
) -> Taken:
    """What comes in of the lines, beside what is `here`, as the user has chosen for some of them (by their number)."""
    new: dict[int, Application] = {}
    roots: dict[int, int] = {}  # the line that began the application of a line
    more: dict[str, list[Application]] = {}
    whole: dict[str, Application] = {}  # of those on file, with what has joined them so far
    did: dict[int, Joined] = {}
    for line in lines:
        number = line.row.line
        how = choices.get(number, line.how)
        if how == "leave":
            continue
        if how == "join" and line.here:
            id_ = line.here.id
            before = whole.get(id_, line.here)
            more.setdefault(id_, []).append(line.said)
            whole[id_] = joined(before, [line.said])
            did[number] = Joined(before, whole[id_])
        elif how == "join" and line.above in roots:
            roots[number] = root = roots[line.above]
            before, new[root] = new[root], _later(new[root], line.said)
            did[number] = Joined(before, new[root])
        else:
            new[number], did[number] = line.said, Joined(None, line.said)
            roots[number] = number
            if (
                how == "join" and line.above
            ):  # the line that it would join is left out: it stands for that one
                roots[line.above] = number
    known = {application.id: application for application in here}
    twins = {row.line for row in table.again}
    return Taken(
        new=tuple(new.values()),
        more={id_: tuple(said) for id_, said in more.items()},
        changed=sum(after is not known[id_] for id_, after in whole.items()),
        lines=did,
        skipped=tuple(
            left
            for left in table.skipped
            if left.line not in twins or not left.reason.startswith(SAME_AS)
        ),
        roots=roots,
        known=frozenset(known),
    )


def days_open(table: Table, taken: Taken) -> Mapping[int, tuple[DayAsked, ...]]:
    """The days that only the user knows, of the lines that come in: by line.

    An ending that is known needs none, and nobody waits for a promised day where it has ended.
    """
    found: dict[int, tuple[DayAsked, ...]] = {}
    for ask in days_asked(table):
        did = taken.lines.get(ask.line)
        if did and _is_open(ask, did):
            found[ask.line] = (*found.get(ask.line, ()), ask)
    return found


def _is_open(ask: DayAsked, did: Joined) -> bool:
    outcome = did.after.outcome
    if ask.kind == "ended":
        return did.before is None or did.before.outcome != outcome
    return ask.kind != "promised" or outcome is None or outcome.kind == "offer"


def _later(first: Application, said: Application) -> Application:
    """Two lines of one table: nobody entered the first one, so that of two endings the later one counts."""
    made = joined(first, [said])
    if first.outcome and said.outcome and said.outcome.at > first.outcome.at:
        return made.replace(outcome=said.outcome)
    return made
