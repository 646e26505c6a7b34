"""An offer's last day is a day like others, and what passed since the last visit is said."""

from datetime import date

import pytest

from followup.model.facts import Application, Facts
from followup.model.times import Clock
from followup.model.vocabulary import LIVE
from followup.playbook.plan import plan
from followup.views.calendar.entries import entries_by_day
from followup.views.difference import last_day_of, last_day_words, passed
from followup.views.timeline.lanes import lanes
from followup.views.timeline.parts import Wanted
from followup.views.words import Period
from tests.builders import ANN, applied, at, day, ended, facts, interview, received, sent

OFFER = received("offer", "03-09 10:00", deadline=day("03-13"), by="ann")
GLOBEX = applied("Globex", ANN, interview(), OFFER)


def clock(when: str) -> Clock:
    world = facts()
    return Clock.of(at(when), world.me.zone)


def last(application: Application, when: str = "03-10 09:00") -> date | None:
    found = last_day_of(application, facts().me, at(when))
    return found.day if found else None


def test_an_offer_that_stands_has_a_last_day() -> None:
    assert last(GLOBEX) == day("03-13")
    assert last(GLOBEX, "03-08 09:00") is None
    assert last(applied("Globex", interview(), ended("offer", "03-09", "03-12"))) == day("03-12")
    assert last(applied("Globex", interview(), received("offer", "03-09"))) is None
    for gone in (ended("accepted", "03-09 18:00"), ended("rejected", "03-09 18:00")):
        assert last(GLOBEX.replace(outcome=gone)) is None


def test_it_stands_in_the_calendar_until_it_is_over() -> None:
    world = facts(GLOBEX)

    def shown(when: str) -> list[tuple[str, bool]]:
        here = clock(when)
        period = Period(day("03-09"), day("03-15"))
        found = entries_by_day(world, plan(world, here.now), here, period)
        return [(e.word, e.over) for e in found.get(day("03-13"), ()) if e.look == "deadline"]

    assert shown("03-10 09:00") == [("Offer ends", False)]
    assert shown("03-13 23:00") == [("Offer ends", False)]
    assert shown("03-14 09:00") == [("Offer ends", True)]


def test_it_is_a_point_of_the_timeline() -> None:
    world, here = facts(GLOBEX), clock("03-10 09:00")
    wanted = Wanted(LIVE, Period(day("03-02"), day("03-20")))
    (lane,) = lanes(world, plan(world, here.now), here, wanted)
    assert [(p.at.date(), p.when) for p in lane.points if p.id == "deadline:globex"] == [
        (day("03-13"), "by Fri 13 Mar")
    ]


def test_it_is_said_in_words() -> None:
    found = last_day_of(GLOBEX, facts().me, at("03-10 09:00"))
    assert found
    assert last_day_words(found, day("03-13")) == "The offer stands until Fri 13 Mar"
    assert last_day_words(found, day("03-14")) == "The offer stood until Fri 13 Mar"


# While you were away.


def away(world: Facts, since: str, now: str) -> tuple[str, ...]:
    here = clock(now)
    return passed(world, plan(world, here.now), at(since), here)


@pytest.mark.parametrize(
    ("since", "now", "said"),
    [
        ("03-12 09:00", "03-16 09:00", True),
        ("03-12 09:00", "03-13 23:59", False),  # it stands
        ("03-14 00:00", "03-16 09:00", False),  # seen when it had ended
    ],
)
def test_an_offer_that_ended_meanwhile_is_said(since: str, now: str, said: bool) -> None:
    answered = GLOBEX.replace(
        touchpoints=(
            sent("thank_you", "03-02 12:00", to="ann"),
            OFFER,
            sent("offer_reply", "03-09 12:00", to="ann"),
        )
    )
    words = "The offer of Globex ended on Fri 13 Mar."
    assert (words in away(facts(answered), since, now)) is said


def test_what_it_is_too_late_to_send_is_said() -> None:
    world = facts(applied("Globex", ANN, interview()))
    words = "The time for a thank-you to Ann (Globex) ended on Mon 9 Mar."
    assert words in away(world, "03-05 09:00", "03-12 09:00")
    assert away(world, "03-10 09:00", "03-12 09:00") == ()


# A day whose time is not known yet.


def test_a_round_on_a_day_alone_shows_no_time() -> None:
    alone = interview("03-12", key="i2", starts_at=None, on=day("03-12"))
    world, here = facts(applied("Globex", ANN, interview(), alone)), clock("03-10 09:00")
    period = Period(day("03-09"), day("03-15"))
    (entry,) = (
        e
        for e in entries_by_day(world, plan(world, here.now), here, period)[day("03-12")]
        if e.look == "interview"
    )
    assert (entry.time, entry.note) == ("", "no time yet")
