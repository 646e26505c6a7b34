"""What a check of an application asks about, from when on, and why (PLAYBOOK section 3 `status_check`, 4.1, 4.2)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from followup.model.facts import Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import About
from followup.playbook.case import Case, Promised, awaited_letter, count_began, date_owed, end_of
from followup.playbook.proposal import the_day
from followup.playbook.rules.holds import Floor, because_free, my_turn
from followup.playbook.search import Search
from followup.playbook.workdays import first_working_day, is_working_day, working_days_after
from followup.prose.text import counted


@dataclass(frozen=True, slots=True)
class Asking:
    """When a first check opens, and why; no check goes before `floor`. `silent`: silence is to mean no (4.12).

    `began` is when the count of checks began (4.4).
    """

    about: About
    at: datetime
    reason: str
    began: datetime
    floor: datetime | None = None
    silent: bool = False

    def not_before(self, floor: Floor) -> "Asking":
        """The same, with one moment more before which nothing goes."""
        later = self.floor is None or floor.at > self.floor
        held = floor.at > self.at
        return replace(
            self,
            at=max(self.at, floor.at),
            floor=floor.at if later else self.floor,
            reason=floor.reason if held and floor.reason else self.reason,
        )


def asking_of(case: Case, search: Search) -> Asking | None:
    """What a check asks about now; None: there is nothing to ask."""
    if search.accepted_elsewhere(case):
        return None
    asking = _of_active(case, search) if case.active else _of_letter(case, search)
    if asking is None or asking.about == "no_show":
        return asking
    for floor in my_turn(case, search):
        asking = asking.not_before(floor)
    return asking


def _of_active(case: Case, search: Search) -> Asking | None:
    if case.ahead:
        return None
    began = count_began(case)
    if owed := date_owed(case):
        return _for_date(case, search, owed[0], began or owed[0])
    last, sent = case.last_round, case.sent("send_material")
    if last is None and not sent:
        return None
    began = began or in_utc(sent[0].at) - timedelta(microseconds=1)
    if last is None or last.state != "no_show":
        return _for_news(case, search, "news", began)
    if any(t.at > last.begins for t in case.messages):
        return _for_news(case, search, "date", began)
    missed = last.begins
    opens, day = missed + timedelta(minutes=30), case.clock.day(missed + timedelta(minutes=30))
    if not is_working_day(day, case.place):
        opens = case.clock.start(first_working_day(day, case.place))
    reason = f"They did not show up on {the_day(case, missed)}: ask what happened and offer another time."
    return Asking("no_show", opens, reason, began)


# 4.1: they gave a date.


def _since(case: Case, promised: Promised) -> Iterator[str]:
    """In words, what spends a promise once its day has passed: another round, or another message of theirs (4.1)."""
    interview = promised.interview.id if promised.interview else None
    message = promised.touchpoint.id if promised.touchpoint else None
    if any(t.id != message and t.at > promised.at for t in case.messages):
        yield "they wrote again"
    if any(i.id != interview and end_of(i) > promised.at for i in case.held):
        yield "another round was held"


def _allowed(case: Case, search: Search, promised: Promised) -> datetime:
    """From when 4.1 lets one ask: a working day after the promised one, which has passed where they are, too."""
    on = promised.promise.on or case.clock.today
    days = search.numbers.promise_working_days
    day = working_days_after(on, days, case.place)
    opens = max(case.clock.start(day), case.theirs.end(on))
    # Where the day's end there falls on a free day here, on the next working day's 00:00 (4.5).
    free = first_working_day(case.clock.day(opens), case.place)
    return opens if free == case.clock.day(opens) else case.clock.start(free)


def _promised(case: Case, promised: Promised, allowed: datetime, what: str) -> str:
    then = f"it is {the_day(case, case.clock.today)}"
    on = promised.promise.on or case.clock.today
    if case.now < case.theirs.end(on):
        then = "ask when that day has passed, not before"
    elif case.now < allowed:
        then = f"ask on {the_day(case, allowed)}"
    free = because_free(case, on + timedelta(days=1), allowed)
    why = " and ".join(_since(case, promised))
    meanwhile = f"; {why}, but no other day was named" if why else ""
    return f"{what} by {the_day(case, on)}{meanwhile}; {then}.{free}"


def _is_silent(case: Case, promised: Promised) -> bool:
    """Whether the promise, or one given with it for that day, says that silence after it means no (4.12)."""
    return any(
        p.promise.silence_means_no
        and p.theirs
        and (p.at, p.promise.on) == (promised.at, promised.promise.on)
        for p in case.promises
    )


def _by_promise(
    case: Case, search: Search, promised: Promised | None, otherwise: Asking, what: str = "decide"
) -> Asking:
    """The check by 4.1, where a promise counts that is not spent; else the other, not before a spent one's moment."""
    if promised is None or promised.promise.on is None:
        return otherwise
    allowed = _allowed(case, search, promised)
    passed = case.now >= case.theirs.end(promised.promise.on)
    if passed and any(_since(case, promised)):
        return otherwise.not_before(Floor(allowed))
    reason = _promised(case, promised, allowed, f"They said they would {what}")
    return replace(
        otherwise, at=allowed, reason=reason, floor=allowed, silent=_is_silent(case, promised)
    )


def _of_letter(case: Case, search: Search) -> Asking | None:
    letter = awaited_letter(case)
    if letter is None:
        return None
    allowed = _allowed(case, search, letter)
    reason = _promised(case, letter, allowed, "You were to hear from them")
    if case.kind == "offer":
        reason += " Ask for the letter first, and decide when you have it."
    began = max(filter(None, (count_began(case), letter.at)))
    return Asking("letter", allowed, reason, began, floor=allowed)


# 4.2: they gave none.


def _no_date(case: Case) -> str:
    """Why no promised day counts."""
    decision = case.decision
    if decision and decision.promise.on:
        why = " and ".join(_since(case, decision))
        if why:
            return f"They named {the_day(case, decision.promise.on)}, but {why} after they had named it"
    slips = any(p.theirs and p.promise.on for p in case.promises)
    return "They gave no date that counts" if slips else "They gave no date"


def _for_news(case: Case, search: Search, about: About, began: datetime) -> Asking:
    days = search.numbers.wait_days
    days += search.numbers.specialised_days if case.application.specialised else 0
    since = [(end_of(i), f"the interview of {the_day(case, end_of(i))}") for i in case.held]
    since += [(t.at, f"your thank-you of {the_day(case, t.at)}") for t in case.sent("thank_you")]
    since += [(t.at, f"their message of {the_day(case, t.at)}") for t in case.messages]
    since += [(t.at, f"{_my(t)} of {the_day(case, t.at)}") for t in case.my_answers]
    last, what = max(since, key=lambda pair: pair[0])
    earliest = case.clock.day(last) + timedelta(days=days)
    opens = case.clock.start(first_working_day(earliest, case.place))
    reason = (
        f"{_no_date(case)}; {counted(days, 'day')} after {what} you may ask."
        f"{because_free(case, earliest, opens)}"
    )
    what = "name a date" if about == "date" else "decide"
    return _by_promise(case, search, case.decision, Asking(about, opens, reason, began), what)


def _my(touchpoint: Touchpoint) -> str:
    return "your material" if touchpoint.purpose == "send_material" else "your answer"


def _for_date(case: Case, search: Search, owed: datetime, began: datetime) -> Asking:
    """Three working days after the last that was said, while a date is still to come."""
    said = [in_utc(t.at) for t in (*case.messages, *case.my_answers)]
    last = max([owed, *said])
    opens = case.clock.start(working_days_after(case.clock.day(last), 3, case.place))
    free = because_free(case, case.clock.day(last) + timedelta(days=1), opens)
    ahead = owed > case.now
    off = f"The round of {the_day(case, owed)} is off, and no" if ahead else "No"
    named = "" if ahead else f" since {the_day(case, owed)}"
    reason = (
        f"{off} date has been named{named}: ask for one from {the_day(case, opens)} on, "
        f"the third working day after {the_day(case, last)}.{free}"
    )
    asking = Asking("date", opens, reason, began)
    # Of a round ahead that is off, nobody has said when they said so: what they promised before it counts.
    promised = case.decision
    since = promised is not None and promised.at >= owed
    what = "name a date" if since else "decide"
    return _by_promise(case, search, promised if since or ahead else None, asking, what)
