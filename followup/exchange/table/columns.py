"""Which column is what: those of LinkedIn, Huntr, Teal, Simplify, JobSync, Notion, Airtable, and common sheets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.exchange.table.cells import Cell
from followup.exchange.table.dates import read_cell
from followup.model.fact import shown

Field = Literal[
    "company",
    "role",
    "applied",
    "status",
    "interview",
    "time",
    "person",
    "email",
    "phone",
    "link",
    "notes",
    "offered",
    "rejected",
    "acted",
    "place",
    "name",
    "skipped",
]
_HEAD_ROWS, _LONGEST, _TRIED = 15, 60, 50

# In this order: the first that fits counts.
_NAMES: tuple[tuple[Field, str], ...] = (
    (
        "skipped",
        (
            r"(next )?follow ?-?ups?( date)?|next (step|action)s?( date)?|reminder.*|resume.*|cv.*|cover "
            r"letter.*|question and answers|salary.*|(max|min)\.? salary|compensation|pay.*|excitement"
            r"|priority|rating|score|industry|company (size|url|website|location)|website|id|#|no\.?|row"
            r"|deadline|closing date|application deadline|date (saved|posted|found|added|created)|(created"
            r"|saved|posted|updated|last modified|last updated|added) ?(at|on|date|time)?|last edited.*|list "
            r"created|remote.*|job type|employment type|work ?type|seniority|tags?|skills|days .*|age"
            r"|experience|bookmarked|response time"
        ),
    ),
    (
        "skipped",
        (
            r"job description|description|(job )?source|platform|found (on|via)|via|where found|channel"
            r"|referr(al|er|ed by).*|application method"
        ),
    ),
    ("time", r"(interview|start(ing)?)? ?(time|hour)( of (the )?interview)?|uhrzeit|beginn"),
    (
        "rejected",
        (
            r"(date )?(rejected|rejection|declined)( date| on| at| by them| received| e?mail)?|(date of )?rejection"
            r"|(they )?said no|absage(datum| am)?|abgelehnt( am)?|(closed|outcome|decision) (date|on)"
        ),
    ),
    ("offered", r"(date )?(of )?offer(ed)?( date| on| at| received)?"),
    (
        "acted",
        r"last (action|contact|activity|touch|step|update)( date)?|letzter kontakt|status date|date of status",
    ),
    (
        "email",
        r"(contact|recruiter|hr|hiring manager|person)?('s)? ?e-?mail( address)?|contact'?s? mail",
    ),
    ("phone", r"(contact|recruiter)?('s)? ?(phone|telephone|tel|mobile)( number)?"),
    (
        "link",
        (
            r"(job|posting|application|listing|ad|vacancy)? ?(url|link|posting|ad|listing)( url| link)?|job "
            r"url|url|link|links|apply link|anzeige"
        ),
    ),
    (
        "applied",
        (
            r"applied|(date )?applied( at| on| date)?|date of application|application (date|sent|submitted)( "
            r"on)?|applied[ _]?(at|on)?|(date )?(submitted|sent)( at| on| date)?|apply date|submission date"
            r"|beworben( am)?|bewerbungsdatum|date|datum|when"
        ),
    ),
    (
        "status",
        (
            r"(application |current |job )?(status|stage|state|phase|progress|outcome|result)|list( name)?"
            r"|board|column|pipeline( stage)?|step"
        ),
    ),
    (
        "notes",
        (
            r"notes?|comments?|remarks?|details|notizen|bemerkung(en)?|thoughts|additional (notes"
            r"|info(rmation)?)|feedback"
        ),
    ),
    ("place", r"(job )?(location|city|place|office|country|ort|region)"),
    (
        "company",
        (
            r"(company|employer|organi[sz]ation|firm|business|client|firma|unternehmen|arbeitgeber)( ?name)?"
            r"|name of company|account"
        ),
    ),
    (
        "role",
        (
            r"(job|role|position|vacancy) ?(title|name)|title|role|position|job|opening|vacancy|stelle"
            r"|opportunity|(job )?position( title)?|job( applied for)?|applied for"
        ),
    ),
    (
        "person",
        (
            r"(contact|recruiter|hiring manager|interviewer|poc|point of contact|hr|ansprechpartner(in)?"
            r"|person|people)s?( ?(person|name|s))?( 1)?"
        ),
    ),
    (
        "interview",
        (
            r".*(interview|screen|on-?site|technical|assessment|panel|final( round)?|(first|second|third"
            r"|fourth|1st|2nd|3rd|4th) (round|call)|round ?#?\d|(phone|hr|recruiter|intro(ductory)?|video"
            r"|hiring manager|team|culture( fit)?) (call|chat|round)|gespräch).*"
        ),
    ),
    ("name", r"name|title|eintrag"),
)
_GENERIC = ("date", "datum", "when")
_COMPILED = tuple((field, re.compile(f"(?:{pattern})")) for field, pattern in _NAMES)
_MANY: frozenset[Field] = frozenset({"interview", "rejected", "offered", "skipped", "notes"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file, what it is (None: not recognised), and the first thing that stands in it."""

    name: str
    field: Field | None
    example: str = ""


def _kind(name: str) -> Field | None:
    plain = " ".join(re.sub(r"[^\w#.'() -]", " ", name.replace("_", " ").lower()).split()).strip(
        " .:-"
    )
    plain = re.sub(r"\s*\([^)]*\)", "", plain)
    return next((field for field, pattern in _COMPILED if pattern.fullmatch(plain)), None)


def _alone(kinds: list[Field | None], names: Sequence[str]) -> list[Field | None]:
    """Each kind once, but for those of which there can be several; “Name” and “Title” take what is not there.

    A day that has a column for its time beside it is an interview's, where no other column is.
    """
    generic = [name.strip().lower() in _GENERIC for name in names]
    if "time" in kinds and "interview" not in kinds:
        pairs = zip(kinds, generic, strict=True)
        kinds = ["interview" if kind == "applied" and plain else kind for kind, plain in pairs]
    seen: set[Field] = set()
    found: list[Field | None] = []
    for kind, name in zip(kinds, names, strict=True):
        exact = kind not in seen or kind in _MANY
        if kind == "applied" and not exact and name.strip().lower() in _GENERIC:
            found.append("skipped")
            continue
        found.append(kind if exact else "skipped")
        if kind:
            seen.add(kind)
    for field in ("company", "role"):
        if field not in seen and "name" in found:
            found[found.index("name")] = field
            seen.add(field)  # a table with neither names the company by it
    return ["skipped" if kind == "name" else kind for kind in found]


def _is_of_days(body: Sequence[tuple[int, tuple[Cell, ...]]], at: int) -> bool:
    """Whether all that stands in the column are days: “Hiring manager” is a stage then, and nobody's name."""
    filled = [cells[at] for _, cells in body if at < len(cells) and str(cells[at]).strip()]
    return bool(filled) and all(read_cell(cell, None, date.min) for cell in filled)


def columns_of(rows: Sequence[tuple[int, tuple[Cell, ...]]]) -> tuple[int, tuple[Column, ...]]:
    """Where the row of names stands among the first ones, and the columns: the row with most names that are known."""

    def known(at: int) -> int:
        return sum(
            _kind(str(cell)) not in (None, "skipped")
            for cell in rows[at][1]
            if isinstance(cell, str) and len(cell) < _LONGEST
        )

    at = max(range(min(_HEAD_ROWS, len(rows))), key=lambda each: (known(each), -each))
    names = [str(cell).strip() for cell in rows[at][1]]
    body = rows[at + 1 : at + 1 + _TRIED]
    named = [_kind(name) for name in names]
    met = [kind == "person" and _is_of_days(body, number) for number, kind in enumerate(named)]
    kinds = _alone(
        ["interview" if day else kind for day, kind in zip(met, named, strict=True)], names
    )

    def example(column: int) -> str:
        filled = (str(cells[column]).strip() for _, cells in body if column < len(cells))
        return shown(next((text for text in filled if text), ""))

    return at, tuple(
        Column(name, kind, example(number))
        for number, (name, kind) in enumerate(zip(names, kinds, strict=True))
    )
