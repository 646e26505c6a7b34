"""What stands in the log is mended: as typed over what is stored, and nothing else moves."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from followup.forms.checking import FieldProblem
from followup.forms.happened.log import Happening
from followup.forms.mending import (
    mended_message,
    mended_outcome,
    opened_message,
    opened_outcome,
)
from followup.model.facts import Application, Touchpoint
from followup.model.times import Clock
from tests.builders import at, day, decision_by, ended, material, received
from tests.builders.globex import globex, thanked
from tests.forms.test_happened import wall

CLOCK = Clock(at("2026-09-20 10:00"), ZoneInfo("Europe/Berlin"))
SAID = received("update", "2026-09-16 10:00", decision_by("2026-09-18"), by="ann", id="u")
TASK = received("reply", "2026-09-16 10:00", material("2026-09-18", text="it"), by="ann", id="m")
OFFER = received("offer", "2026-09-16 10:00", deadline=at("2026-09-25 12:00"), id="o")
AWAY = received("out_of_office", "2026-09-16 10:00", back_on="2026-09-28", by="ann", id="a")


def mended(message: Touchpoint, **typed: Any) -> Touchpoint:
    application = globex(touchpoints=(thanked("ben"), message))
    found = mended_message(application, message, {**opened_message(message, CLOCK), **typed}, CLOCK)
    assert isinstance(found, Happening), found
    before, after = found.change(application).touchpoints
    assert before == thanked("ben")
    return after


@pytest.mark.parametrize("message", [SAID, TASK, OFFER, AWAY, thanked("ann")], ids=lambda m: m.id)
def test_what_is_opened_and_saved_as_it_is_stays_as_it_is(message: Touchpoint) -> None:
    assert mended(message) == message


@pytest.mark.parametrize(
    ("message", "typed", "changed"),
    [
        (SAID, {"at": wall("2026-09-15 09:00")}, {"at": at("2026-09-15 09:00")}),
        (SAID, {"channel": "phone", "people": ["ben"]}, {"channel": "phone", "people": ("ben",)}),
        (SAID, {"text": " New ", "subject": "Re"}, {"text": "New", "subject": "Re"}),
        (SAID, {"wants": True}, {"wants_answer": True}),
        (AWAY, {"back": day("2026-10-05")}, {"back_on": day("2026-10-05")}),
        (AWAY, {"purpose": "reply"}, {"purpose": "reply", "back_on": None}),
        (OFFER, {"deadline": day("2026-09-30")}, {"deadline": day("2026-09-30")}),
        (OFFER, {"deadline": None}, {"deadline": None}),
        (thanked("ann"), {"purpose": "other"}, {"purpose": "other"}),
    ],
)
def test_what_is_typed_over_it_and_nothing_else_is_changed(
    message: Touchpoint, typed: dict[str, Any], changed: dict[str, Any]
) -> None:
    assert mended(message, **typed) == message.replace(**changed)


def test_the_day_and_the_words_of_what_was_promised_in_it() -> None:
    (promise,) = SAID.promises
    (moved,) = mended(
        SAID, **{f"on_{promise.id}": day("2026-09-22"), f"silence_{promise.id}": True}
    ).promises
    assert moved == promise.replace(on=day("2026-09-22"), silence_means_no=True)
    (task,) = TASK.promises
    (changed,) = mended(TASK, **{f"on_{task.id}": None, f"what_{task.id}": "the essay"}).promises
    assert changed == task.replace(on=None, text="the essay")


@pytest.mark.parametrize(
    ("message", "typed", "field"),
    [
        (SAID, {"at": None}, "at"),
        (SAID, {"at": wall("2026-09-20 10:01")}, "at"),
        (SAID, {"purpose": "thank_you"}, "purpose"),
        (SAID, {f"on_{SAID.promises[0].id}": None}, f"on_{SAID.promises[0].id}"),
        (AWAY, {"back": date(202, 9, 28)}, "back"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    message: Touchpoint, typed: dict[str, Any], field: str
) -> None:
    opened = {**opened_message(message, CLOCK), **typed}
    found = mended_message(globex(touchpoints=(message,)), message, opened, CLOCK)
    assert isinstance(found, FieldProblem)
    assert found.field == field


def test_a_slip_into_the_future_is_mended_or_stays_while_something_else_is() -> None:
    slip = SAID.replace(at=at("2026-10-16 10:00"), promises=())
    assert mended(slip, text="New").at == slip.at
    assert mended(slip, at=wall("2026-09-16 10:00")).at == at("2026-09-16 10:00")


def _ended(application: Application, **typed: Any) -> Application:
    assert application.outcome
    opened = {**opened_outcome(application.outcome, CLOCK), **typed}
    found = mended_outcome(application, application.outcome, opened, CLOCK)
    assert isinstance(found, Happening)
    return found.change(application)


def test_an_outcome_is_mended_too() -> None:
    outcome = ended("offer", "2026-09-16 10:00", "2026-09-25")
    offered = globex(outcome=outcome)
    assert _ended(offered) == offered
    assert _ended(offered, deadline=day("2026-09-28"), text="By phone").outcome == outcome.replace(
        deadline=day("2026-09-28"), note="By phone"
    )
    assert _ended(offered, kind="rejected").outcome == outcome.replace(
        kind="rejected", deadline=None
    )
