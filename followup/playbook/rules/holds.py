"""Before what no check goes, and what holds one: my turn, a deadline elsewhere, who is away (PLAYBOOK 4.2 to 4.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup.model.facts import Touchpoint
from followup.playbook.case import Case, is_long
from followup.playbook.proposal import NO_DAY, NO_DAY_OF_MINE, Hold, Proposal, the_day
from followup.playbook.rules.answers import reply
from followup.playbook.rules.interview import send_material
from followup.playbook.rules.offers import asker, asks_from
from followup.playbook.search import Search
from followup.playbook.workdays import first_working_day, why_free, working_days_after

FREEZE = 28  # days, where no day is named


def _concerns(case: Case, away: Touchpoint, also: Sequence[str] = ()) -> bool:
    """Whether it is of the person whom a check goes to, of one to whom it went `also`, or of nobody named."""
    people = {*also, *([case.addressee.id] if case.addressee else [])}
    return not away.people or not people.isdisjoint(away.people)


def _returns(case: Case, also: Sequence[str] = ()) -> list[Touchpoint]:
    """The out-of-office messages that say when the person of the checks is back, no further off than that one waits."""
    return [
        t
        for t in case.away
        if t.back_on and _concerns(case, t, also) and not is_long(t, case.clock)
    ]


def holds_away(case: Case) -> list[Hold]:
    """An out-of-office with a return date: until the first working day after it (4.4)."""
    holds = []
    for away in _returns(case):
        if away.back_on:
            back = working_days_after(away.back_on, 1, case.place)
            until = the_day(case, away.back_on)
            free = because_free(case, away.back_on + timedelta(days=1), case.clock.start(back))
            reason = (
                f"Held until {the_day(case, back)}: they are out of office until {until}.{free}"
            )
            holds.append(Hold(case.clock.start(back), away.id, reason))
    return holds


def returned(case: Case, checks: Sequence[Touchpoint]) -> datetime | None:
    """The return from which the next step counts: that of an out-of-office within a day of the last check (4.4)."""
    if not checks:
        return None
    sent, to = checks[-1].at, checks[-1].people
    days = [
        t.back_on
        for t in _returns(case, to)
        if t.back_on and sent <= t.at <= sent + timedelta(days=1)
    ]
    return case.clock.start(max(days)) if days else None


def away_without_end(case: Case) -> str:
    """An out-of-office that says no day of return holds nothing, which the reason does not keep quiet (4.4)."""
    last = next((t for t in reversed(case.away) if _concerns(case, t)), None)
    if last is None or last.back_on:
        return ""
    return f" Their out-of-office of {the_day(case, last.at)} names no day of return, so it holds nothing."


def hold_of_freeze(case: Case) -> Hold | None:
    """On hold: until the working day after the day that they named, else for four weeks; any later message lifts it."""
    last = next(iter(case.messages[-1:]), None)
    if last is None or last.purpose != "on_hold":
        return None
    if last.back_on:
        day = working_days_after(last.back_on, 1, case.place)
        why = f"they put it on hold until {the_day(case, last.back_on)}"
    else:
        asked = case.clock.day(last.at) + timedelta(days=FREEZE)
        day = first_working_day(asked, case.place)
        why = f"they put it on hold on {the_day(case, last.at)} and named no day"
    return Hold(case.clock.start(day), last.id, f"Held until {the_day(case, day)}: {why}.")


def because_free(case: Case, day: date, opens: datetime) -> str:
    """As one more sentence, why it opens later than on that day: the holidays between."""
    said = why_free(day, case.clock.day(opens), case.place)
    return f" {said}" if said else ""


@dataclass(frozen=True, slots=True)
class Floor:
    """A moment (UTC) before which nothing goes; `reason` says so, “” where what waits says it itself."""

    at: datetime
    reason: str = ""


def my_turn(case: Case, search: Search) -> Iterator[Floor]:
    """Who owes an answer or material does not ask: until the working day after its time, or after its skip (4.2)."""
    for owed in (*reply(case, search), *send_material(case, search)):
        if owed.answered or owed.closes is None:
            continue
        skipped = search.skipped(owed)
        day = search.clock.day(skipped) if skipped else search.clock.last_day(owed.closes)
        asks = working_days_after(day, 1, case.place)
        why = owed.reason.removesuffix(f" {NO_DAY}").removesuffix(f" {NO_DAY_OF_MINE}")
        yield Floor(
            search.clock.start(asks), _your_turn(case, why, day, asks, skipped=bool(skipped))
        )


def _your_turn(case: Case, why: str, day: date, asks: date, *, skipped: bool) -> str:
    """Why they are not asked before `asks`: the check waits until `day` for what the user owes, or they skipped it."""
    then = f"ask from {the_day(case, asks)} on"
    if skipped:
        return f"{why} You skipped that on {the_day(case, day)}: {then}."
    waits = "waited for that" if day < case.clock.today else "waits for that, at the most"
    return f"It is your turn first. {why} The check {waits} until {the_day(case, day)}: without it, {then}."


def deadlines(case: Case, search: Search) -> Iterator[tuple[datetime, Floor]]:
    """After the deadline of another offer that stands the checks open again that an expedite took over (4.3).

    Each with the moment from which it did.
    """
    asking = asker(case, search)
    if asking is None:
        return
    for other, offer, deadline in search.offers_elsewhere(case):
        asked = asks_from(asking, offer.at)
        if asked >= deadline or deadline > case.now or _was_skipped(case, search, offer.at):
            continue
        last = search.clock.last_day(deadline)
        day = working_days_after(last, 1, case.place)
        reason = (
            f"You were to ask them before the offer of {other.company} ended on "
            f"{the_day(case, last)}; ask again from {the_day(case, day)} on."
        )
        yield asked, Floor(search.clock.start(day), reason)


def _was_skipped(case: Case, search: Search, offered: datetime) -> bool:
    """Whether the user said that they would not ask this employer to hurry."""
    return any(
        Proposal(
            case=each,
            kind="expedite",
            person=each.addressee,
            reason="",
            opens=offered,
            due=offered,
            late=offered,
            anew=offered,
        ).is_named(skip.action)
        and skip.at >= offered
        for each in search.at_employer(case)
        for skip in search.skips.get(each.id, ())
    )
