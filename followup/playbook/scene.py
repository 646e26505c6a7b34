"""All applications at one moment, and what reaches from one to another (PLAYBOOK 4.3, 4.8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from followup.model.facts import Facts, Touchpoint
from followup.model.times import in_utc
from followup.playbook.cadence import Numbers, numbers_of
from followup.playbook.candidate import Candidate, Hold
from followup.playbook.case import Case, Ended, employer, look
from followup.playbook.wall import Wall
from followup.playbook.words import on
from followup.playbook.workdays import first_working_day

# What never starts the seven days: answers to them, what they asked for, and a request on LinkedIn (G3.2); nor what
# goes to nobody.
_NO_OUTREACH = (
    *("reply", "send_material", "linkedin_connect", "rejection_reply", "offer_reply"),
    *("debrief", "move_on"),
)
_REACH_DAYS = 7


@dataclass(frozen=True, slots=True)
class Outreach:
    """The last message to an employer that starts the days between two outreaches."""

    touchpoint: Touchpoint
    company: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that the rules look at, built once for a plan; `accepted` and `offers` are of all applications."""

    now: datetime
    wall: Wall
    numbers: Numbers
    cases: tuple[Case, ...]
    accepted: tuple[tuple[Case, Ended], ...]
    offers: tuple[tuple[Case, Ended], ...]
    outreaches: dict[str, Outreach]
    skips: frozenset[str]
    snoozes: dict[str, datetime]

    def is_skipped(self, candidate: Candidate) -> bool:
        """The user said that they will not do it."""
        return any(candidate.is_named(key) for key in self.skips)

    def snoozed_until(self, candidate: Candidate) -> datetime | None:
        """When a snooze that still runs ends, in UTC."""
        ends = [until for key, until in self.snoozes.items() if candidate.is_named(key)]
        latest = max(ends, default=None)
        return latest if latest and latest > self.now else None

    def hold(self, case: Case) -> Hold | None:
        """The days between two outreaches to the case's employer: until 00:00 of a working day (4.3)."""
        last = self.outreaches.get(employer(case.application))
        if last is None:
            return None
        sent = self.wall.day(last.touchpoint.at)
        free = first_working_day(sent + timedelta(days=self.numbers.outreach_days), case.country)
        until = self.wall.start(free)
        reason = f"Held until {on(case, free)}: you wrote to {last.company} on {on(case, sent)}."
        return Hold(until, last.touchpoint.id, reason)

    def accepted_elsewhere(self, case: Case) -> tuple[Case, Ended] | None:
        """The first acceptance of another offer that ends this application too; a later search is untouched (4.8)."""
        offer_open = case.kind == "offer" and not case.offer_answered
        if not case.active and not offer_open:
            return None
        found = [
            (other, ended)
            for other, ended in self.accepted
            if other.id != case.id and _reaches(case, self.wall.days_after(ended.at, _REACH_DAYS))
        ]
        return min(found, key=lambda pair: (pair[1].at, pair[0].id), default=None)


def _reaches(case: Case, limit: datetime) -> bool:
    dates = [in_utc(t.at) for t in case.touchpoints]
    dates += [
        in_utc(i.starts_at)
        for i in case.application.interviews
        if i.state not in ("cancelled", "moved")
    ]
    if case.outcome:
        dates.append(case.outcome.at)
    return any(moment <= limit for moment in dates)


def _starts_the_days(touchpoint: Touchpoint) -> bool:
    if touchpoint.direction != "sent" or touchpoint.purpose in _NO_OUTREACH:
        return False
    # An unasked message is one that answers nothing of theirs.
    return not (touchpoint.purpose == "other" and touchpoint.promise is not None)


def _outreaches(cases: Iterable[Case]) -> dict[str, Outreach]:
    last: dict[str, Outreach] = {}
    for case in cases:
        name = employer(case.application)
        for touchpoint in case.touchpoints:
            if _starts_the_days(touchpoint):
                found = Outreach(touchpoint, case.company)
                last[name] = max(
                    found,
                    last.get(name, found),
                    key=lambda o: (in_utc(o.touchpoint.at), o.touchpoint.id),
                )
    return last


def scene_of(facts: Facts, now: datetime) -> Scene:
    """The facts at `now` (aware)."""
    cases = tuple(look(application, facts.me, now) for application in facts.applications)
    snoozes: dict[str, datetime] = {}
    for snooze in facts.snoozes:
        until = in_utc(snooze.until)
        snoozes[snooze.action] = max(until, snoozes.get(snooze.action, until))
    return Scene(
        now=in_utc(now),
        wall=Wall(ZoneInfo(facts.me.time_zone)),
        numbers=numbers_of(facts.cadence),
        cases=cases,
        accepted=tuple((c, c.outcome) for c in cases if c.outcome and c.kind == "accepted"),
        offers=tuple((c, c.outcome) for c in cases if c.outcome and c.kind == "offer"),
        outreaches=_outreaches(cases),
        skips=frozenset(skip.action for skip in facts.skips),
        snoozes=snoozes,
    )
