"""What Today puts first."""

from followup.playbook.plan import plan
from followup.ui.agenda import agenda
from tests.builders import RITA, applied, at, facts, interview, sent, specific

NOW = at("03-16 09:00")
CHECKED = applied(
    "Slow", interview("03-02 10:00", specific()), sent("thank_you", "03-02 15:00", to="ann")
)
UNTHANKED = applied("Lost", interview("03-13 10:00", specific(), key="i2"))
TODAY = applied("Fresh", interview("03-15 10:00", specific(), key="i3"))
CONTACT = applied(
    "Light",
    RITA,
    interview("02-25 10:00", specific(), by="rita", key="i4"),
    interview("04-20 10:00", key="i5"),
    sent("thank_you", "02-25 15:00", to="rita", interview="i4"),
)


def test_overdue_before_due_what_is_lost_soonest_on_top_and_what_nobody_waits_for_last() -> None:
    world = facts(TODAY, CONTACT, CHECKED, UNTHANKED)
    now = agenda(plan(world, NOW), world, NOW).now
    assert [(action.status, action.kind, action.application) for action in now] == [
        ("overdue", "thank_you", "lost"),  # closes
        ("overdue", "status_check", "slow"),  # only gets later
        ("due", "thank_you", "fresh"),
        ("overdue", "linkedin_connect", "light"),  # optional: what somebody waits for goes first
    ]
