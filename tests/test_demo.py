"""The demo shows every kind of action on whichever day one looks."""

from datetime import timedelta

import pytest

from followup.exchange.demo import demo_facts
from followup.model.vocabulary import ACTION_KINDS
from followup.playbook.plan import plan
from tests.builders import at

AHEAD = {"overdue", "due", "open", "held", "upcoming"}


@pytest.mark.parametrize("days", range(0, 371, 7 * 3 + 1))
def test_every_kind_is_shown_and_something_is_held(days: int) -> None:
    now = at("01-01 08:30") + timedelta(days=days)
    actions = plan(demo_facts(now), now)
    assert {a.kind for a in actions if a.status in AHEAD} == set(ACTION_KINDS)
    assert {"due", "held", "upcoming", "done"} <= {a.status for a in actions}


def test_it_moves_by_whole_days_and_keeps_the_time_of_day() -> None:
    summer, winter = demo_facts(at("07-01 12:00")), demo_facts(at("12-01 12:00"))
    first, later = (f.applications[0].interviews[0].starts_at for f in (summer, winter))
    assert (first.isoformat(), later.isoformat()) == (
        "2026-06-30T14:00:00+02:00",
        "2026-11-30T14:00:00+01:00",
    )
