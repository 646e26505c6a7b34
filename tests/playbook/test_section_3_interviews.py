"""PLAYBOOK section 3: what a held interview asks for (debrief, thank_you, send_material)."""

import pytest

from followup.model.facts import Facts, Interview, Promise
from tests.builders import (
    ANN,
    BEN,
    GUS,
    HUGO,
    MAX,
    RITA,
    actions,
    applied,
    decision_by,
    ended,
    facts,
    interview,
    kinds,
    material,
    person,
    received,
    sent,
    specific,
    status,
    the,
    window,
)

NOON = "03-02 12:00"


# debrief


def test_3_debrief_opens_at_the_end_is_due_that_day_late_a_day_later_and_closes_after_three() -> (
    None
):
    found = the(facts(applied("Globex", interview())), NOON, "debrief")
    assert window(facts(applied("Globex", interview())), NOON, "debrief") == (
        "03-02 11:00",
        "03-03",
        "03-04",
        "03-05 11:00",
    )
    assert (found.channel, found.person, found.interview, found.needs_contact) == (
        None,
        None,
        "i1",
        False,
    )


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (None, "due"),
        (ended("offer", NOON), "due"),
        (ended("rejected", NOON), "absent"),
        (ended("accepted", NOON), "absent"),
        (ended("withdrawn", NOON), "absent"),
        (ended("closed", NOON), "absent"),
    ],
)
def test_3_debrief_only_while_the_outcome_is_none_or_an_offer(
    outcome: object, expected: str
) -> None:
    world = facts(applied("Globex", interview()).replace(outcome=outcome))
    assert status(world, "03-02 13:00", "debrief") == expected


def test_3_debrief_is_gone_once_something_that_was_said_is_noted_for_that_interview() -> None:
    world = facts(
        applied(
            "Globex",
            interview("03-02 10:00", specific()),
            interview("03-03 10:00", key="i2"),
        )
    )
    assert [each.interview for each in actions(world, "03-03 12:00", "debrief")] == ["i2"]


def test_3_debrief_that_was_logged_is_done_for_its_interview_alone() -> None:
    world = facts(
        applied(
            "Globex",
            interview(),
            interview("03-03 10:00", key="i2"),
            sent("debrief", "03-02 12:00", channel="in_person"),
        )
    )
    found = {each.interview: each.status for each in actions(world, "03-03 12:00", "debrief")}
    assert found == {"i1": "done", "i2": "due"}


# thank_you


@pytest.mark.parametrize(
    ("mode", "late"),
    [
        ("video", "03-04 11:00"),
        ("phone", "03-04 11:00"),
        ("ai", "03-04 11:00"),
        ("in_person", "03-05 11:00"),
    ],
)
def test_3_thank_you_is_due_after_24_hours_late_after_48_in_person_72_and_closes_after_a_week(
    mode: str, late: str
) -> None:
    world = facts(applied("Globex", RITA, ANN, interview(mode=mode)))
    assert window(world, NOON, "thank_you") == ("03-02 11:00", "03-03 11:00", late, "03-09 11:00")


def test_3_thank_you_one_for_each_interviewer_of_each_interview() -> None:
    world = facts(
        applied(
            "Globex",
            ANN,
            BEN,
            interview(by="ann ben"),
            interview("03-03 10:00", key="i2", by="ben"),
        )
    )
    found = {(each.interview, each.person) for each in actions(world, "03-03 12:00", "thank_you")}
    assert found == {("i1", "ann"), ("i1", "ben"), ("i2", "ben")}


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((RITA, HUGO, MAX), "rita"),
        ((HUGO, MAX), "hugo"),
        ((MAX, ANN), "max"),
        ((ANN, GUS), None),
    ],
)
def test_3_thank_you_where_nobody_was_entered_one_to_the_person_whom_4_9_names(
    people: tuple[object, ...], expected: str | None
) -> None:
    world = facts(applied("Globex", interview(by="")).replace(people=people))
    found = the(world, NOON, "thank_you")
    assert (found.person, found.needs_contact) == (expected, expected is None)


@pytest.mark.parametrize("state", ["cancelled", "moved"])
def test_3_an_interview_that_did_not_take_place_derives_no_debrief_and_no_thank_you(
    state: str,
) -> None:
    world = facts(applied("Globex", interview(state=state), people=(ANN, RITA)))
    assert kinds(world, "03-20 12:00") == {"status_check"}  # about a date


def test_3_an_interview_in_the_future_derives_nothing_yet() -> None:
    world = facts(applied("Globex", RITA, interview("03-02 10:00", material("03-04"), by="")))
    assert kinds(world, "03-01 12:00") == set()
    assert kinds(world, "03-02 10:59") == set()


def test_3_promises_of_an_interview_that_did_not_take_place_count_for_nothing() -> None:
    gone = interview("03-02 10:00", decision_by("03-27"), material(), state="cancelled")
    held = interview("03-03 10:00", key="i2")
    world = facts(applied("Globex", gone, held))
    assert status(world, "03-04", "send_material") == "absent"
    assert window(world, "03-04", "status_check")[0] == "03-10"


def test_3_a_thank_you_for_somebody_without_an_address_stays_and_says_so() -> None:
    world = facts(applied("Globex", person("Ann", email=""), interview()))
    assert the(world, NOON, "thank_you").needs_contact
    assert status(world, NOON, "thank_you") == "open"


# send_material


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        (material("03-06"), ("03-02 11:00", "03-07", "03-08", "03-21")),
        (material(), ("03-02 11:00", "03-03 11:00", "03-04 11:00", "03-17 11:00")),
        # Its own date lies before the interview's end: nothing is due before it opens.
        (material("02-27"), ("03-02 11:00", "03-02 11:00", "03-03 11:00", "03-16 11:00")),
        (material("03-02"), ("03-02 11:00", "03-03", "03-04", "03-17")),
        # 14 days after due keep the wall clock over the change of the clocks.
        (material("03-27"), ("03-02 11:00", "03-28", "03-29", "04-11")),
        (material("12-31"), ("03-02 11:00", "2027-01-01", "2027-01-02", "2027-01-15")),
    ],
)
def test_3_send_material_is_due_on_its_own_date_else_after_24_hours(
    promise: Promise, expected: tuple[str, ...]
) -> None:
    assert window(
        facts(applied("Globex", interview("03-02 10:00", promise))), NOON, "send_material"
    ) == (expected)


def test_3_send_material_promised_in_a_mail_opens_when_it_was_promised() -> None:
    world = facts(applied("Globex", interview(), sent("other", "03-04 15:00", material())))
    assert window(world, "03-04 16:00", "send_material") == (
        "03-04 15:00",
        "03-05 15:00",
        "03-06 15:00",
        "03-19 15:00",
    )


def test_3_material_promised_in_a_mail_is_answered_by_any_sent_after_it_that_names_no_promise() -> (
    None
):
    promise = sent("other", "03-04 15:00", material())
    parts = (interview(), interview("03-03 10:00", key="i2"), promise)
    for answer, expected in (
        (sent("send_material", "03-04 15:30"), "done"),
        (sent("send_material", "03-04 14:00"), "open"),
        (sent("send_material", "03-04 15:30", interview="i2"), "done"),
    ):
        assert (
            status(facts(applied("Globex", *parts, answer)), "03-04 16:00", "send_material")
            == expected
        )


def test_3_material_that_a_mail_asks_for_is_of_the_whole_application_whatever_round_the_mail_names() -> (
    None
):
    asked = received("update", "03-04 10:00", material(), interview="i1")
    found = the(facts(applied("Globex", interview(), asked)), "03-04 12:00", "send_material")
    assert (found.interview, found.key) == (None, "send_material:globex:ann:material")


def test_3_material_of_an_interview_is_answered_by_what_was_sent_since_its_end() -> None:
    late_said = interview("03-02 10:00", material(made_at="03-04 10:00"))
    brought = sent("send_material", "03-03 10:00")
    assert status(facts(applied("Globex", late_said, brought)), "03-05", "send_material") == "done"


BOTH = interview("03-02 10:00", material("03-06"), material("03-07"))


@pytest.mark.parametrize(
    ("message", "first", "second"),
    [
        (sent("send_material", "03-03 10:00", promise="material 03-06"), "done", "open"),
        (sent("send_material", "03-03 10:00"), "done", "done"),
        (sent("send_material", "03-03 10:00", promise="material 03-07"), "open", "done"),
        (sent("other", "03-03 10:00"), "open", "open"),
    ],
)
def test_3_send_material_one_for_each_promised_material(
    message: object, first: str, second: str
) -> None:
    world = facts(applied("Globex", BOTH).replace(touchpoints=(message,)))
    found = {each.promise: each.status for each in actions(world, "03-03 12:00", "send_material")}
    assert found == {"material 03-06": first, "material 03-07": second}


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [("offer", "open"), ("rejected", "absent"), ("withdrawn", "absent"), ("closed", "absent"), ("accepted", "absent")],
)  # fmt: skip
def test_3_send_material_only_while_the_outcome_is_none_or_an_offer(
    outcome: str, expected: str
) -> None:
    world = facts(
        applied("Globex", interview("03-02 10:00", material("03-06")), ended(outcome, NOON))  # type: ignore[arg-type]
    )
    assert status(world, "03-02 13:00", "send_material") == expected


def _world(held: Interview, *people: object) -> Facts:
    return facts(applied("Globex", held).replace(people=people))


def test_3_send_material_goes_to_the_person_of_the_application() -> None:
    held = interview("03-02 10:00", material())
    assert the(_world(held, ANN, RITA), NOON, "send_material").person == "rita"
    assert the(_world(held, ANN), NOON, "send_material").person == "ann"


def test_3_a_message_of_theirs_is_no_answer_to_a_thank_you_or_a_material() -> None:
    world = facts(
        applied(
            "Globex",
            interview("03-02 10:00", material()),
            received("update", "03-02 11:30", by="ann"),
        )
    )
    assert {"thank_you", "send_material"} <= {
        each.kind for each in actions(world, NOON) if each.status == "open"
    }
