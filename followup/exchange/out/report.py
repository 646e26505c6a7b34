"""A report of the search to print, as an agency asks for it: what was done when, for which role where, what came of it.

One page of HTML that fetches nothing and runs nothing; whatever was typed stands in it as text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from jinja2 import Environment, StrictUndefined

from followup.model.facts import Application, Facts
from followup.model.purposes import purpose_words
from followup.model.times import Clock
from followup.playbook.case import company_name, ending_of, takes_place
from followup.prose.names import to_whom
from followup.prose.text import counted, long_date
from followup.views.labels import unturned
from followup.views.story import OUTCOME_WORDS, interview_words, names
from followup.views.words import CHANNEL_WORDS

_PAGE: Final = Environment(autoescape=True, undefined=StrictUndefined).from_string(
    Path(__file__).with_suffix(".html").read_text("utf-8")
)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing that was done, or that came back, on a day. `kind` is what it counts as."""

    day: date
    company: str
    role: str
    what: str
    result: str
    kind: str


def report(
    facts: Facts, clock: Clock, first: date | None = None, last: date | None = None
) -> bytes:
    """The page, of all that was done between two days (both included), or before or after one, or ever."""
    rows = [
        row
        for row in done(facts, clock)
        if (first is None or row.day >= first) and (last is None or row.day <= last)
    ]
    page = _PAGE.render(
        name=facts.me.name,
        contact=" · ".join(part for part in (facts.me.email, facts.me.phone) if part),
        period=_period(rows, first, last),
        today=_words(clock.today),
        rows=[(_words(row.day), row) for row in rows],
        counts=_counts(rows),
    )
    return unturned(page).encode("utf-8", "replace")


def done(facts: Facts, clock: Clock) -> tuple[ReportLine, ...]:
    """All that was done up to now, the oldest first."""
    found = (row for application in facts.applications for row in _of(application, facts, clock))
    rows = (row for row in found if row.day <= clock.today)
    return tuple(sorted(rows, key=lambda row: (row.day, row.company, row.what)))


def _of(application: Application, facts: Facts, clock: Clock) -> Iterator[ReportLine]:
    ending = ending_of(application, facts.me, clock.now)
    result = "No answer yet" if not application.interviews else "Under way"
    if ending:
        result = f"{OUTCOME_WORDS[ending.kind]}, {_words(clock.day(ending.at))}"

    def row(day: date, what: str, kind: str) -> ReportLine:
        return ReportLine(day, company_name(application), application.role, what, result, kind)

    if application.applied:
        yield row(application.applied, "Applied", "application")
    for interview in application.interviews:
        if takes_place(interview):
            day = interview.on or clock.day(interview.begins)
            yield row(day, interview_words(interview, application), "interview")
    for touchpoint in application.touchpoints:
        if touchpoint.at <= clock.now:
            mine = touchpoint.direction == "sent"
            who = names(application, touchpoint.people)
            what = purpose_words(touchpoint.purpose)
            whom = f" from {who}" if who else ""
            said = f"Sent: {to_whom(what, who)}" if mine else f"Received: {what}{whom}"
            what = f"{said} ({CHANNEL_WORDS[touchpoint.channel]})"
            yield row(clock.day(touchpoint.at), what, "message" if mine else "")


def _period(rows: list[ReportLine], first: date | None, last: date | None) -> str:
    """“1 September 2026 to 30 September 2026”; without days given, those of what was done."""
    begins, ends = first or (rows and rows[0].day), last or (rows and rows[-1].day)
    return f"{_words(begins)} to {_words(ends)}" if begins and ends else ""


def _words(day: date) -> str:
    """“1 September 2026”."""
    return long_date(day).partition(", ")[2]


def _counts(rows: list[ReportLine]) -> str:
    """“4 roles, 3 applications, 2 interviews, 5 messages and calls”."""
    kinds = [row.kind for row in rows]
    said = (
        counted(len({(row.company, row.role) for row in rows}), "role"),
        counted(kinds.count("application"), "application"),
        counted(kinds.count("interview"), "interview"),
        counted(kinds.count("message"), "message or call", "messages and calls"),
    )
    return ", ".join(words for words in said if not words.startswith("0 "))
