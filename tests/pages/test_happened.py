"""What happened, as chosen and typed, becomes one change of the application: the pure half."""

from datetime import date, datetime, time
from typing import Any

import pytest

from followup.model.facts import Application, Me
from followup.ui.entry_times import Present
from followup.ui.happened import KINDS
from followup.ui.happening import Gap, Happening, begun_rounds, happening
from tests.pages.samples import at, globex, interview

PRESENT = Present(at("2026-09-16 10:00"), Me())


def after(kind: str, **typed: Any) -> Application:
    found = happening(globex(), {"kind": kind, **typed}, PRESENT)
    assert isinstance(found, Happening)
    assert found.words.endswith(".")
    return found.change(globex())


def refused(kind: str, **typed: Any) -> str:
    found = happening(globex(), {"kind": kind, **typed}, PRESENT)
    assert isinstance(found, Gap)
    return found.field


def test_a_reply_that_wants_an_answer() -> None:
    (message,) = after("replied", wants=True, text=" Hello ", **{"from": "ann"}).touchpoints
    assert (message.purpose, message.direction, message.wants_answer) == ("reply", "received", True)
    assert (message.people, message.text, message.at) == (("ann",), "Hello", at("2026-09-16 10:00"))


def test_a_sender_who_is_not_there_is_nobody() -> None:
    assert after("replied", **{"from": "ghost"}).touchpoints[0].people == ()


def test_out_of_office_with_and_without_a_day() -> None:
    assert after("away", back=date(2026, 9, 28)).touchpoints[0].back_on == date(2026, 9, 28)
    assert after("away").touchpoints[0].purpose == "out_of_office"


def test_a_next_round_in_the_applications_zone() -> None:
    application = after("next_round", day=date(2026, 9, 21), time=time(9), minutes=45, mode="phone")
    _, coming = application.interviews
    assert (coming.starts_at, coming.minutes, coming.mode) == (at("2026-09-21 09:00"), 45, "phone")
    assert application.touchpoints[0].interview == coming.id


def test_outcomes() -> None:
    offer = after("offer", deadline=date(2026, 9, 25)).outcome
    assert offer is not None
    assert (offer.kind, offer.deadline) == ("offer", date(2026, 9, 25))
    for kind, outcome in (
        ("rejected", "rejected"),
        ("withdrew", "withdrawn"),
        ("accepted", "accepted"),
        ("closed", "closed"),
    ):
        ended = after(kind, text="why").outcome
        assert ended is not None
        assert ended.kind == outcome


def test_a_no_show_names_its_interview() -> None:
    assert after("no_show", which="i1").interviews[0].state == "no_show"
    assert refused("no_show", which="ghost") == "which"
    assert refused("no_show") == "which"


def test_what_is_missing_or_lies_ahead_is_refused_at_its_field() -> None:
    assert refused("moved") == "until"
    assert refused("moved", until=date(2026, 9, 1)) == "until"
    assert refused("next_round") == "day"
    assert refused("next_round", day=date(2026, 9, 21), time=None) == "time"
    assert refused("replied", when="Earlier…") == "at"
    assert (
        refused("replied", when="Earlier…", at=at("2026-09-16 10:01").replace(tzinfo=None)) == "at"
    )
    assert refused("next_round", day=date(2026, 9, 21), time=time(9), minutes=0) == "minutes"
    assert refused("next_round", day=date.max, time=time(9)) == "day"
    assert refused("away", back=date(202, 9, 28)) == "back"
    assert refused("offer", deadline=date(9999, 1, 1)) == "deadline"
    assert (
        refused("replied", when="Earlier…", at=datetime.combine(date(202, 9, 15), time(9))) == "at"
    )
    assert refused("") == "kind"


def test_a_year_of_two_digits_is_of_this_century() -> None:
    assert after("away", back=date(26, 9, 28)).touchpoints[0].back_on == date(2026, 9, 28)


@pytest.mark.parametrize("kind", KINDS)
def test_an_earlier_moment_is_on_the_users_wall(kind: str) -> None:
    extra = {"until": date(2026, 9, 30), "day": date(2026, 9, 30), "time": time(9), "which": "i1"}
    application = after(
        kind, when="Earlier…", at=at("2026-09-15 18:30").replace(tzinfo=None), **extra
    )
    moments = [t.at for t in application.touchpoints]
    if application.outcome:
        moments.append(application.outcome.at)
    assert all(moment == at("2026-09-15 18:30") for moment in moments)


def test_only_rounds_that_have_begun_can_be_no_shows() -> None:
    ahead = interview(id="i2", starts_at=at("2026-09-17 10:00"))
    gone = interview(id="i3", state="cancelled")
    assert [
        item.id for item in begun_rounds(globex(interviews=(interview(), ahead, gone)), PRESENT.now)
    ] == ["i1"]
