"""What Today puts first."""

from zoneinfo import ZoneInfo

from followup.model.times import Clock
from followup.playbook.plan import plan
from followup.views.agenda import after, agenda, behind_my_turn, coming, listed
from followup.views.labels import places
from tests.builders import (
    ANN,
    BEN,
    RITA,
    applied,
    at,
    facts,
    interview,
    material,
    received,
    sent,
    specific,
)

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


def test_thank_yous_before_checks_what_is_lost_soonest_first_and_what_nobody_waits_for_last() -> (
    None
):
    world = facts(TODAY, CONTACT, CHECKED, UNTHANKED)
    now = agenda(plan(world, NOW), world, NOW).now
    assert [(action.status, action.kind, action.application) for action in now] == [
        ("overdue", "thank_you", "lost"),  # closes
        ("due", "thank_you", "fresh"),
        ("overdue", "status_check", "slow"),  # only gets later
        ("due", "linkedin_connect", "light"),  # optional
    ]


def test_offers_and_answers_come_before_all_else() -> None:
    offered = applied("Offer", interview("03-10 10:00", key="i6"), received("offer", "03-15 10:00"))
    asked = applied(
        "Asked",
        interview("03-10 10:00", key="i7"),
        received("reply", "03-15 11:00", wants_answer=True),
    )
    world = facts(TODAY, CHECKED, asked, offered)
    now = agenda(plan(world, NOW), world, NOW).now
    order = list(dict.fromkeys(action.application for action in now if not action.optional))
    assert order == ["offer", "asked", "fresh", "slow"]


def test_what_came_up_today_is_for_today_though_it_has_until_tomorrow() -> None:
    world = facts(TODAY)
    soon = at("03-15 11:30")
    found = agenda(plan(world, soon), world, soon)
    assert [(action.kind, action.status) for action in found.now] == [("thank_you", "open")]
    assert found.open == ()


def test_what_i_owe_by_a_later_day_is_on_the_list_below_what_is_due() -> None:
    task = interview("03-13 10:00", specific(), material("03-27"), key="i8")
    world = facts(applied("Owing", task), CHECKED)
    found = agenda(plan(world, NOW), world, NOW)
    assert [(a.kind, a.status) for a in found.now][-1] == ("send_material", "open")
    assert not [a for a in found.open if a.kind == "send_material"]


def test_a_round_is_one_row_with_how_many_are_done_and_what_is_optional_stands_apart() -> None:
    panel = applied(
        "Fresh",
        ANN,
        BEN,
        RITA,
        interview("03-15 10:00", specific(), by="ann ben rita"),
        sent("thank_you", "03-15 15:00", to="ben"),
    )
    world = facts(panel, TODAY, CONTACT)
    actions = plan(world, NOW)
    found = listed(agenda(actions, world, NOW).now, actions)
    shown = [(len(row.actions), row.sent, row.of) for row in found.rows]
    assert sorted(shown) == [(1, 0, 1), (2, 1, 3)]
    assert [action.kind for action in found.optional] == ["linkedin_connect"]
    keys = [action.key for row in found.rows for action in row.actions]
    assert len(keys) == len(set(keys))


def test_after_one_note_the_others_of_the_round_come_next() -> None:
    panel = applied("Fresh", ANN, BEN, interview("03-15 10:00", specific(), by="ann ben"))
    world = facts(CHECKED, panel)
    actions = plan(world, NOW)
    whole = agenda(actions, world, NOW)
    ann, ben = (a for a in actions if a.kind == "thank_you" and a.application == "fresh")
    check = next(a for a in actions if a.application == "slow" and a.status == "overdue")
    assert after(ben, whole) == (ann, ben, check)
    assert after(check, whole) == whole.now
    assert after(None, whole) == whole.now


def test_people_are_thanked_in_the_order_in_which_they_were_entered() -> None:
    zoe = ANN.replace(id="z", name="Zoe")
    world = facts(applied("Two", zoe, BEN, interview("03-15 10:00", specific(), by="ben z")))
    (row,) = listed(agenda(plan(world, NOW), world, NOW).now, plan(world, NOW)).rows
    assert [action.person for action in row.actions] == ["z", "ben"]


def test_no_check_is_listed_as_coming_while_they_wait_for_an_answer_of_mine() -> None:
    asked = received("update", "03-03 10:00", wants_answer=True)
    mine = applied("Globex", interview(), asked)
    theirs = applied("Initech", interview("03-02 12:00", key="i2"))
    world, moment = facts(mine, theirs), at("03-04 09:00")
    found = agenda(plan(world, moment), world, moment)
    checks = {i.action.application for i in found.upcoming if i.action.kind == "status_check"}
    assert checks == {"globex", "initech"}
    (behind,) = behind_my_turn(found)
    assert behind.startswith("status_check:globex")


def test_what_stands_above_and_is_due_on_a_coming_day_is_said_there_in_one_line() -> None:
    slides = interview("03-15 10:00", specific(), material("03-18", text="the slides"), key="i8")
    asked = received("reply", "03-16 08:00", wants_answer=True)
    world = facts(applied("Slides", slides, sent("thank_you", "03-15 12:00", to="ann"), asked))
    now, clock = agenda(plan(world, NOW), world, NOW).now, Clock(NOW, ZoneInfo("Europe/Berlin"))
    here = {each.id: each for each in world.applications}
    rows, where = listed(now, now).rows, places(world.applications)
    lines = coming((), (), rows, (), applications=here, where=where, clock=clock)
    assert [(f"{line.day:%m-%d}", line.words) for line in lines] == [
        ("03-17", "Also due (above): Answer Ann · Slides by 08:00"),
        ("03-18", "Also due (above): Send what you promised: the slides · Slides"),
    ]
