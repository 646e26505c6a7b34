"""Status checks: the clock and the limits (PLAYBOOK section 4; G2.6, G2.7, G3.1 to G3.4, G4, G5)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from followup.model.facts import Touchpoint
from followup.model.kinds import CHECKS
from followup.model.vocabulary import ActionKind
from followup.playbook.case import Case
from followup.playbook.proposal import Hold, Proposal, the_day
from followup.playbook.rules.check_about import Asking, asking_of
from followup.playbook.rules.holds import (
    away_without_end,
    because_free,
    deadlines,
    hold_of_freeze,
    holds_away,
    returned,
)
from followup.playbook.rules.offers import asker, expedite
from followup.playbook.search import Search
from followup.playbook.workdays import first_working_day, working_days_after

# Fixed, whatever the cadence says: from one check to the next, and until the phone is offered (4.3, 4.6).
WEEK = 7
STALE = 28  # days past its late moment (4.10)
_COUNTS = {1: "One check", 2: "Two checks", 3: "Three checks"}


@dataclass(frozen=True, slots=True)
class CheckCount:
    """The checks of an application since the count began (4.4): what they ask, those sent, how many there may be."""

    case: Case
    search: Search
    asking: Asking
    sent: tuple[Touchpoint, ...]
    most: int

    @property
    def first(self) -> Proposal:
        """The status check."""
        answered = self.sent[0].at if self.sent else None
        return _check(self, "status_check", self.asking.at, self.asking.reason, answered)

    @property
    def second(self) -> Proposal:
        """The check after the one that was sent: the second, or a further one under the same key."""
        # The check before the one that is due, or before the one that was sent last when none is left.
        before = self.sent[: self.most - 1][-1]
        answered = self.sent[self.most - 1].at if len(self.sent) >= self.most else None
        case = self.case
        from_on = returned(case, [before])
        day = case.clock.day(from_on or before.at) + timedelta(days=WEEK)
        opens = case.clock.start(first_working_day(day, case.place))
        opens = max(filter(None, (opens, self.asking.floor)))
        back = f", {WEEK} days after their return on {the_day(case, from_on)}" if from_on else ""
        reason = (
            f"Your check of {the_day(case, before.at)} went unanswered: ask for an estimate of the time"
            f"{back}.{because_free(case, day, opens)}"
        )
        return _check(self, "second_check", opens, reason, answered)

    @property
    def next(self) -> Proposal | None:
        """The check that is still to be sent; None: all were."""
        if len(self.sent) >= self.most:
            return None
        return self.second if self.sent else self.first


def count_of(case: Case, search: Search) -> CheckCount | None:
    """The count of checks; None: there is nothing to ask."""
    asking = asking_of(case, search)
    if asking is None:
        return None
    sent = tuple(t for t in case.sent(*CHECKS) if t.at > asking.began)
    most = search.numbers.checks
    return CheckCount(
        case, search, asking, sent, min(most, 2) if asking.about == "letter" else most
    )


def stale_at(check: Proposal, search: Search) -> datetime:
    """When a check goes stale: four weeks past its late moment, and not snoozed (4.10)."""
    until = search.snoozed_until(check)
    return max(filter(None, (search.clock.days_after(check.late, STALE), until)))


def stale_from(check: Proposal, search: Search) -> datetime | None:
    """The same, where it has gone stale; None where it has not, or was sent or skipped."""
    if check.answered or search.skipped(check):
        return None
    at = stale_at(check, search)
    return at if at <= search.clock.now else None


def _offers_phone(count: CheckCount) -> bool:
    """With rapport, or when the last e-mail check stayed unanswered for a week; a number must be known (4.6)."""
    case = count.case
    person = case.addressee
    if person is None or not person.phone.strip():
        return False
    mailed = [case.clock.day(t.at) for t in count.sent if t.channel == "email"]
    waited = bool(mailed) and mailed[-1] + timedelta(days=WEEK) <= case.clock.today
    return person.rapport or waited


def _check(
    count: CheckCount, kind: ActionKind, opens: datetime, reason: str, answered: datetime | None
) -> Proposal:
    case, search, asking = count.case, count.search, count.asking
    no_show, person = asking.about == "no_show", case.addressee
    found = [*holds_away(case), hold_of_freeze(case)]
    if not no_show:
        found += [search.hold(case), search.hold_of_address(case, person)]
    holds = [] if answered else [hold for hold in found if hold]
    hold = max(holds, key=lambda h: (h.until, h.by), default=None)
    day = case.clock.day(max(opens, hold.until) if hold else opens)
    check = Proposal(
        case=case,
        kind=kind,
        person=person,
        opens=opens,
        due=case.clock.end(day),
        late=case.clock.end(working_days_after(day, 3, case.place)),
        channel=case.application.channel,
        reason=reason + away_without_end(case) + _moved(hold, opens, case),
        answered=answered,
        anew=asking.began,
        hold=hold,
        limited=not no_show,
        phone_offered=_offers_phone(count),
        about=asking.about,
    )
    return check if answered or search.skipped(check) else _after_deadlines(check, search)


def _moved(hold: Hold | None, opens: datetime, case: Case) -> str:
    """What moved a check from the day that its reason names."""
    if hold is None or hold.until <= opens:
        return ""
    was = "was" if hold.until <= case.now else "is"
    return f" It {was} {hold.reason[:1].lower()}{hold.reason[1:]}"


def _after_deadlines(check: Proposal, search: Search) -> Proposal:
    """The check as it opens again after the deadlines of offers elsewhere, unless it had gone stale before (4.3)."""
    case = check.case
    if check.about not in ("news", "date"):
        return check
    for asked, floor in deadlines(case, search):
        if stale_at(check, search) > asked and floor.at > check.opens:
            day = case.clock.day(max(floor.at, check.hold.until) if check.hold else floor.at)
            check = replace(
                check,
                opens=floor.at,
                due=case.clock.end(day),
                late=case.clock.end(working_days_after(day, 3, case.place)),
                reason=floor.reason + _moved(check.hold, floor.at, case),
            )
    return check


def status_check(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `status_check` (G2.6, G3.1, G3.3, G4, G5): the first of the count (4.1, 4.2, 4.4) asks."""
    count = count_of(case, search)
    if count is None or count.most == 0 or (count.asking.silent and not count.sent):
        return
    check = count.first
    if not stale_from(check, search):
        yield check


def second_check(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `second_check` (G2.7, G3.3, G3.4): one check went unanswered, ask for an estimate (4.4).

    A cadence of three checks has a further one, under the same key.
    """
    count = count_of(case, search)
    if count is None or count.most <= 1 or not count.sent:
        return
    check = count.second
    if check.answered or not (count.asking.silent or stale_from(check, search)):
        yield check


def move_on(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `move_on` (G3.4): nothing more is worth sending, close it or keep watching until a date (4.4)."""
    count = count_of(case, search)
    if count is None or count.asking.about == "letter":
        return
    decided = _decision_from(count)
    if decided is None:
        return
    opens, said = decided
    if count.asking.floor:
        opens = max(opens, count.asking.floor)
    after = count.sent[-1].at if count.sent else count.asking.began
    answers = [t.at for t in case.sent("move_on") if t.at > after]
    yield Proposal(
        case=case,
        kind="move_on",
        person=case.addressee,
        opens=opens,
        due=search.clock.days_after(opens, 7),
        late=search.clock.days_after(opens, 14),
        channel=None,
        reason=f"{said}: {_what_is_left(case, search)}",
        answered=answers[0] if answers else None,
        anew=count.asking.began,
    )


def _what_is_left(case: Case, search: Search) -> str:
    """What there is to do: where another's offer has them asked to hurry, that one message is worth sending."""
    asks = asker(case, search)
    hurry = expedite(asks, search) if asks else ()
    if any(each.opens <= case.now and not search.is_over(each) for each in hurry):
        return (
            "no check is worth sending any more. Ask them to decide sooner, for the sake of the other offer, "
            "or close it."
        )
    return "nothing more is worth sending. Close it, or keep watching until a date."


def _decision_from(count: CheckCount) -> tuple[datetime, str] | None:
    """From when it is time to decide, and what was; None: a check comes first."""
    asking, search, sent, check = count.asking, count.search, count.sent, count.next
    days, later = search.numbers.move_on_days, search.clock.days_after
    if asking.silent:
        return asking.at, "They said that silence would mean no, and nothing came"
    said = f"{_COUNTS.get(len(sent), 'Your checks')} went unanswered" if sent else "No answer came"
    if check is None:
        last = [asking.at] if count.most == 0 else []
        last += [sent[-1].at] if sent else []
        freeze = hold_of_freeze(count.case) if count.most == 0 else None
        last += [freeze.until] if freeze else []
        last += filter(None, [returned(count.case, sent)])
        return later(max(last), days), said
    if skipped := search.skipped(check):
        return later(max(check.opens, skipped), days), "You skipped the check"
    if stale := stale_from(check, search):
        return stale, f"A check was due on {the_day(count.case, check.opens)} and was not sent"
    return None
