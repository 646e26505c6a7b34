"""What a change did to the plan, in sentences."""

from collections.abc import Callable
from datetime import datetime

from followup.model import changes
from followup.model.facts import Application, Facts
from followup.model.settings import Cadence
from followup.playbook.plan import plan
from followup.views.difference import Derived, difference
from tests.builders import decision_by, received
from tests.builders.globex import at, facts, globex, interview, thanked

NOW = at("2026-09-17 10:00")
WAITING = facts(globex(touchpoints=(thanked("ann"), thanked("ben"))))


def after(change: Callable[[Application], Application], before: Facts = WAITING) -> Facts:
    return changes.change_application(before, "g", change)


def told(before: Facts, later: Facts, now: datetime = NOW) -> tuple[str, ...]:
    return difference(Derived(before, plan(before, now)), Derived(later, plan(later, now)), now)


MOVED = received("update", "2026-09-17 09:30", decision_by("2026-09-28"))
NO = received("rejection", "2026-09-17 09:30", by="ann")


def test_nothing_changed_says_nothing() -> None:
    assert told(WAITING, WAITING) == ()


def test_a_promise_moves_the_check() -> None:
    moved = after(lambda g: changes.with_touchpoint(g, MOVED))
    assert told(WAITING, moved) == (
        "The status check to Ann Adler moved from Tue 22 Sep to Tue 29 Sep.",
    )


def test_a_rejection_drops_the_check_and_brings_the_graceful_reply() -> None:
    over = after(lambda g: changes.with_touchpoint(g, NO))
    sentences = told(WAITING, over)
    assert "Dropped: status check to Ann Adler." in sentences
    assert sentences[0] == "New: answer to the rejection, to Ann Adler (Globex), due tomorrow."


def test_several_checks_are_counted() -> None:
    other = globex(
        id="h",
        company="Hooli",
        people=(),
        interviews=(interview(id="i2", interviewers=(), specifics=()),),
    )
    both = facts(*WAITING.applications, other)
    assert "2 checks dropped." in told(both, facts(applications=()))


def test_what_was_done_is_not_called_dropped() -> None:
    before = facts(globex(touchpoints=(thanked("ann"),)))
    sentences = told(before, WAITING, at("2026-09-17 09:30"))
    assert not any("Dropped" in sentence for sentence in sentences)


def test_a_hold_says_until_when() -> None:
    other = globex(
        id="h",
        role="Analyst",
        people=(),
        interviews=(interview(id="i2", interviewers=(), specifics=()),),
    )
    now = at("2026-09-22 10:00")
    before = facts(*WAITING.applications, other)
    sent = thanked("ann").replace(
        id="x", at=at("2026-09-22 09:00"), purpose="status_check", people=(), interview=None
    )
    later = changes.log(before, "h", sent)
    assert any("held until Tue 29 Sep" in sentence for sentence in told(before, later, now))


def test_a_cadence_moves_dates() -> None:
    slow = WAITING.replace(cadence=Cadence(wait_days=14))
    assert told(WAITING, slow) == (
        "The status check to Ann Adler moved from Tue 22 Sep to Tue 29 Sep.",
    )


def test_a_deleted_application_is_still_named() -> None:
    assert told(WAITING, facts(applications=()))
