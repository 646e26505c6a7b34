"""Offers: thank them, decide; and what one elsewhere asks for here: ask in time, or withdraw with a word (G3.1)."""

from collections.abc import Iterator
from datetime import datetime

from followup.model.fact import with_one_stop
from followup.model.times import hours_after, in_utc
from followup.playbook.case import Case, awaited_letter, end_of, promised_letter
from followup.playbook.proposal import Proposal, the_day, the_last_day
from followup.playbook.search import Search
from followup.playbook.workdays import working_day_before, working_days_after


def offer_reply(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `offer_reply` (common courtesy), of the newest offer: thank them and say when you will decide."""
    if not case.offered:
        return
    at, deadline = case.offered.at, case.offered.deadline
    answered = case.offer_answered
    # A withdrawal note takes the place of an unanswered offer's reply.
    if not answered and search.accepted_elsewhere(case):
        return
    then = "thank them, and say when you will decide."
    if deadline and case.now < deadline:
        then += f" It stands until {the_last_day(case, deadline)}."
    elif deadline:
        then = f"it stood until {the_last_day(case, deadline)}."
    yield Proposal(
        case=case,
        kind="offer_reply",
        person=case.addressee,
        opens=at,
        due=_earlier(hours_after(at, 24), deadline),
        late=_earlier(hours_after(at, 48), deadline),
        closes=deadline,
        reason=f"{case.company} made you an offer on {the_day(case, at)}: {then}",
        answered=answered,
        anew=at,
    )


def _earlier(moment: datetime, deadline: datetime | None) -> datetime:
    return min(moment, deadline) if deadline else moment


def decide_offer(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `decide_offer` (common practice), of the newest offer, while it stands: take it or decline it."""
    if not case.offered or case.kind != "offer" or search.accepted_elsewhere(case):
        return
    at, deadline = case.offered.at, case.offered.deadline
    due, late = _until(case, search, deadline)
    decided = next((t.at for t in case.sent("decide_offer") if t.at >= at), None)
    yield Proposal(
        case=case,
        kind="decide_offer",
        person=case.addressee,
        opens=at,
        due=due,
        late=late,
        channel=None,
        reason=_why_decide(case, at, deadline, due),
        answered=decided,
        anew=at,
    )


def _until(case: Case, search: Search, deadline: datetime | None) -> tuple[datetime, datetime]:
    """Due and late: by the deadline; without one, in working days from its receipt, or from the letter's day (4.13)."""
    clock = search.clock
    if deadline:
        return clock.end(working_day_before(clock.last_day(deadline), case.place)), deadline
    letter = promised_letter(case)
    days = [clock.day(case.offered.at)] if case.offered else []
    days += [letter.promise.on] if letter and letter.promise.on else []
    due = working_days_after(max(days), 5, case.place)
    return clock.end(due), clock.end(working_days_after(due, 5, case.place))


def _why_decide(case: Case, at: datetime, deadline: datetime | None, due: datetime) -> str:
    if deadline is None:
        return (
            f"{case.company} made you an offer on {the_day(case, at)} and named no last day: within five working "
            f"days, by {the_last_day(case, due)}, take it or decline it.{_letter_first(case)}"
        )
    day = the_last_day(case, deadline)
    if deadline <= case.now:
        return f"The day of the offer of {case.company}, {day}, has passed: close the application."
    return f"The offer of {case.company} stands until {day}: take it or decline it.{_letter_first(case)}"


def _letter_first(case: Case) -> str:
    """What comes before the decision: the letter that they promised and that has not come."""
    letter = awaited_letter(case)
    if letter is None or letter.promise.on is None:
        return ""
    day = the_day(case, letter.promise.on)
    if case.now < case.theirs.end(letter.promise.on):
        return f" Their letter is to come by {day}: have it first."
    return f" Their letter was to come by {day}: ask for it first."


def asker(case: Case, search: Search) -> Case | None:
    """Of the applications at the case's employer that wait for an answer, the one whose interview was last."""
    found = [
        each
        for each in search.at_employer(case)
        if each.active and each.held and not search.accepted_elsewhere(each)
    ]
    return max(found, key=lambda c: (end_of(c.held[-1]), c.id), default=None)


def asks_from(case: Case, offered: datetime) -> datetime:
    """From when an expedite may go: the later of the offer, the end of the first interview and the reopening."""
    return max(filter(None, (offered, end_of(case.held[0]), case.course.reopened)))


def expedite(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `expedite` (common practice), optional, one for each employer: can they tell before a deadline."""
    if asker(case, search) is not case:
        return
    # Where no deadline is ahead any more, the last that there was: it has lapsed, or it was done.
    gone = max(
        search.offers_elsewhere(case), key=lambda found: (found[2], found[1].at), default=None
    )
    elsewhere = search.offer_elsewhere(case) or gone
    if not elsewhere:
        return
    other, offer, deadline = elsewhere
    opens = asks_from(case, offer.at)
    if opens >= deadline:
        return
    asked = [
        in_utc(t.at)
        for each in search.at_employer(case)
        for t in each.sent("expedite")
        if t.at >= offer.at
    ]
    ahead = [o.at for _, o, until in search.offers_elsewhere(case) if until > case.now]
    yield Proposal(
        case=case,
        kind="expedite",
        person=case.addressee,
        opens=opens,
        due=hours_after(opens, 24),
        late=hours_after(opens, 48),
        closes=deadline,
        reason=f"{other.company} made you an offer that stands until {the_last_day(case, deadline)}: "
        f"ask politely whether {case.company} can tell you before then.",
        answered=min(asked, default=None),
        anew=max(ahead, default=offer.at),
    )


def withdraw_note(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `withdraw_note` (G3.1): the user withdrew, or accepted another offer (4.8), and tells them once."""
    accepted = search.accepted_elsewhere(case)
    if accepted and accepted.tell:
        ended, opens = accepted.at, _first_here(case, accepted.at)
        reason = f"You accepted the offer of {accepted.other.company} on {the_day(case, ended)}: tell {case.company}"
    elif case.outcome and case.kind == "withdrawn":
        ended = opens = case.outcome.at
        reason = f"You withdrew on {the_day(case, ended)}: tell {case.company}"
    else:
        return
    if case.ahead:
        reason += f", and call off the round of {the_day(case, case.ahead[0].begins)}"
    that_day = search.clock.day(ended)
    told = [t.at for t in case.since_reopened("withdraw_note")]
    told += [t.at for t in case.sent("offer_reply") if search.clock.day(t.at) >= that_day]
    yield Proposal(
        case=case,
        kind="withdraw_note",
        person=case.addressee,
        opens=opens,
        due=hours_after(opens, 24),
        late=hours_after(opens, 48),
        closes=search.clock.days_after(opens, 7),
        reason=with_one_stop(f"{reason}."),
        answered=min(told, default=None),
        anew=ended,
    )


def _first_here(case: Case, accepted: datetime) -> datetime:
    """The latest of the acceptance, the reopening, and the first touchpoint here or a round before that."""
    touched = [in_utc(t.at) for t in case.touchpoints]
    first = min(touched, default=None)
    if first:
        rounds = (i for i in case.application.interviews if i.state not in ("cancelled", "moved"))
        first = min(first, *(i.begins for i in rounds if i.starts_at), first)
    return max(filter(None, (accepted, case.course.reopened, first)))
