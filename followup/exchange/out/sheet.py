"""The search as a table, a row for each application: CSV and XLSX, which `import` reads again.

No text of it is a formula to a spreadsheet, whatever it begins with.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from followup.exchange.table.cells import MAX_CELL
from followup.exchange.table.formulas import inert
from followup.model.action import Action
from followup.model.facts import Application, Facts, Interview, Person
from followup.model.times import Clock
from followup.model.vocabulary import OutcomeKind
from followup.playbook.case import ADDRESSEES, Ending, ending_of, in_role, takes_place
from followup.playbook.case.course import in_order
from followup.views.listing import next_actions
from followup.views.words import day_of, title

Value = str | date
_LONGEST: Final = 32_767  # what a cell of Excel holds
_STEP: Final = 50  # rows, after which the progress is told
_NO_XML: Final = dict.fromkeys((0xFFFE, 0xFFFF))
_WIDTHS: Final = {"Company": 24, "Role": 28, "Link": 30, "Notes": 50, "Next step": 32}
_STATUS: Final[dict[OutcomeKind, str]] = {
    "offer": "Offer",
    "accepted": "Accepted",
    "rejected": "Rejected",
    "withdrawn": "Withdrawn",
    "closed": "Closed",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The names of the columns, as `import` knows them, and the rows, made one by one."""

    head: tuple[str, ...]
    count: int
    rows: Iterable[tuple[Value, ...]]


def sheet(facts: Facts, actions: Iterable[Action], clock: Clock) -> Sheet:
    """All applications in the order in which they were entered; what comes next is of the plan's actions."""
    most = max((len(_rounds(each)) for each in facts.applications), default=0)
    head = (
        *("Company", "Role", "Status", "Applied"),
        *(f"Interview {number}" for number in range(1, most + 1)),
        *("Outcome on", "Contact", "E-mail", "Link", "Notes", "Next step", "Next step date"),
    )
    upcoming = next_actions(actions, clock)
    rows = (_row(each, upcoming.get(each.id), most, facts, clock) for each in facts.applications)
    return Sheet(head, len(facts.applications), rows)


def as_csv(table: Sheet) -> bytes:
    """The table as spreadsheets read it without a question: UTF-8 with its mark, commas, every cell in quotes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(table.head)
    for row in table.rows:
        writer.writerow([inert(str(value)[:MAX_CELL]) for value in row])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(table: Sheet, progress: Callable[[float], None] = lambda _: None) -> bytes:
    """The same as a workbook, in which days are days; `progress` is told how much of it is made (0 to 1)."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    page = book.create_sheet("Applications")
    page.freeze_panes = "A2"
    for number, name in enumerate(table.head, start=1):
        page.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 18)

    def cell(value: Value) -> Cell:
        made = WriteOnlyCell(page)
        if isinstance(value, str):
            made.value = value[:_LONGEST].translate(_NO_XML)
            made.data_type = "s"  # else what begins with “=” is a formula
            made.quotePrefix = True  # and becomes none when somebody edits it
        else:
            made.value = value
            made.number_format = "yyyy-mm-dd"
        return made

    bold = [cell(name) for name in table.head]
    for each in bold:
        each.font = Font(bold=True)
    page.append(bold)
    for number, row in enumerate(table.rows):
        page.append([cell(value) for value in row])
        if number % _STEP == 0:
            progress(number / table.count)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _row(
    application: Application, ahead: Action | None, most: int, facts: Facts, clock: Clock
) -> tuple[Value, ...]:
    ending = ending_of(application, facts.me, clock.now)
    person = _contact(application)
    rounds = [_when(each, clock) for each in _rounds(application)]
    return (
        application.company,
        application.role,
        _status(application, ending),
        application.applied or "",
        *rounds,
        *[""] * (most - len(rounds)),
        clock.day(ending.at) if ending else "",
        person.name if person else "",
        person.email if person else "",
        application.link,
        application.notes,
        title(ahead, application) if ahead else "",
        day_of(ahead, clock) if ahead else "",
    )


def _rounds(application: Application) -> list[Interview]:
    return [each for each in in_order(application.interviews) if takes_place(each)]


def _when(interview: Interview, clock: Clock) -> Value:
    """The day alone where that is all that is known; else with the time and its offset, as no cell of Excel has it."""
    if interview.on:
        return interview.on
    return clock.local(interview.begins).isoformat(timespec="minutes")


def _status(application: Application, ending: Ending | None) -> str:
    if ending:
        return _STATUS[ending.kind]
    return "Interview" if _rounds(application) else "Applied"


def _contact(application: Application) -> Person | None:
    """The first of those whom one asks, else whoever is on file."""
    people = application.people
    return next(iter((*in_role(people, ADDRESSEES), *people)), None)
