"""The demo shows every kind of action on whichever day one looks."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from followup.exchange.demo import demo_facts
from followup.model.vocabulary import ACTION_KINDS
from followup.playbook.plan import plan
from followup.playbook.workdays import Place, is_working_day
from tests.builders import at

AHEAD = {"overdue", "due", "open", "held", "upcoming"}


@pytest.mark.wide
def test_every_kind_is_shown_whenever_one_looks() -> None:
    times = (
        "00:10",
        "08:30",
        "16:30",
        "23:50",
    )  # four, so that each comes on every day of the week
    for days in range(400):
        now = at(f"01-01 {times[days % len(times)]}") + timedelta(days=days)
        actions = plan(demo_facts(now), now)
        assert {a.kind for a in actions if a.status in AHEAD} == set(ACTION_KINDS), now
        statuses = {a.status for a in actions}
        assert {"due", "upcoming", "done"} <= statuses, now
        pause = (now.month, now.day) >= (12, 24) or (now.month, now.day) <= (1, 3)
        assert pause or "held" in statuses, (
            now
        )  # nobody works then: what would be held is yet to come


def test_interviews_are_held_on_working_days_and_before_they_are_thanked_for() -> None:
    on_holidays = 0
    for days in range(400):
        now = at("01-01 08:30") + timedelta(days=days)
        for application in demo_facts(now).applications:
            for each in application.interviews:
                day = each.begins.astimezone(ZoneInfo(each.time_zone)).date()
                assert day.weekday() < 5, (now, application.company)
                on_holidays += not is_working_day(
                    day, Place(application.country or "DE", year_end_pause=False)
                )
            thanks = [t.at for t in application.touchpoints if t.purpose == "thank_you"]
            assert not thanks or application.interviews[0].begins < min(thanks), now
    assert on_holidays < 24, "around Easter alone, where no working day is near enough"


def test_it_moves_by_whole_days_and_keeps_the_time_of_day() -> None:
    summer, winter = demo_facts(at("07-01 12:00")), demo_facts(at("12-01 12:00"))
    first, later = (
        f.applications[0].interviews[0].begins.astimezone(ZoneInfo("Europe/Berlin"))
        for f in (summer, winter)
    )
    assert (first.isoformat(), later.isoformat()) == (
        "2026-06-30T14:00:00+02:00",
        "2026-11-30T14:00:00+01:00",
    )
