"""The times in which nothing goes to an employer: from an outreach until the next may go, and while they are away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from followup.model.facts import Application, Facts
from followup.model.settings import Me
from followup.model.times import in_utc
from followup.playbook.case import Case, employer, ending_of
from followup.playbook.search import Search, search_of
from followup.prose.text import full_date


@dataclass(frozen=True, slots=True)
class Quiet:
    """A quiet time, in UTC, and why; `id` is the touchpoint that began it."""

    id: str
    begins: datetime
    ends: datetime
    words: str


def quiet_times(facts: Facts, now: datetime) -> Mapping[str, tuple[Quiet, ...]]:
    """For each application (by its id) that has any: its quiet times."""
    going = [each for each in facts.applications if _may_be_quiet(each, facts.me, now)]
    employers = {employer(each) for each in going}
    near = tuple(each for each in facts.applications if employer(each) in employers)
    search = search_of(facts.replace(applications=near), now)
    sent = {t.id: t.at for case in search.cases for t in case.touchpoints}
    found = {case.id: tuple(_quiet(case, search, sent)) for case in search.cases}
    return {name: times for name, times in found.items() if times}


def _may_be_quiet(application: Application, me: Me, now: datetime) -> bool:
    """Whether it runs, or they ever were out of office."""
    away = any(t.purpose == "out_of_office" for t in application.touchpoints)
    return away or ending_of(application, me, now) is None


def _quiet(case: Case, search: Search, sent: Mapping[str, datetime]) -> Iterator[Quiet]:
    hold = search.hold(case)
    if hold and case.active:
        words = hold.reason.partition(": ")[2] or hold.reason
        yield Quiet(hold.by, in_utc(sent[hold.by]), hold.until, words)
    yield from _away(case)


def _away(case: Case) -> Iterator[Quiet]:
    for touchpoint in case.away:
        if on := touchpoint.back_on:
            back = case.clock.start(on)
            words = f"they are out of office until {full_date(on, case.clock.today)}."
            if touchpoint.at < back:
                yield Quiet(touchpoint.id, in_utc(touchpoint.at), back, words)
