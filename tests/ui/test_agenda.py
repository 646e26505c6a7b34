"""What Today puts first."""

from followup.playbook.plan import plan
from followup.ui.agenda import after, agenda
from tests.builders import ANN, BEN, RITA, applied, at, facts, interview, sent, specific

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


def test_after_one_note_the_others_of_the_round_come_next() -> None:
    panel = applied("Fresh", ANN, BEN, interview("03-15 10:00", specific(), by="ann ben"))
    world = facts(CHECKED, panel)
    actions = plan(world, NOW)
    whole = agenda(actions, world, NOW)
    assert whole.now[0].application == "slow", "the most urgent in the plan"
    first, second = (a for a in actions if a.kind == "thank_you" and a.application == "fresh")
    assert after(first, whole) == (first, second, whole.now[0])
    assert after(None, whole) == whole.now
