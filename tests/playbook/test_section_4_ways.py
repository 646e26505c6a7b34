"""PLAYBOOK 4.6, 4.7 and 4.9: by which way a message goes."""

import pytest

from followup.model.facts import Facts, Touchpoint
from tests.builders import (
    ANN,
    BEN,
    GUS,
    HUGO,
    MAX,
    RITA,
    actions,
    applied,
    facts,
    interview,
    person,
    received,
    sent,
    status,
    the,
)
from tests.rows import each_row

NUMBER = person("Ann", phone="+49 30 1")
WARM = NUMBER.replace(rapport=True)


# 4.6: one method.


@pytest.mark.parametrize("channel", ["email", "phone"])
def test_4_6_a_check_goes_by_the_applications_own_channel(channel: str) -> None:
    world = facts(applied("Globex", interview(), channel=channel))
    assert the(world, "03-09 12:00", "status_check").channel == channel


@pytest.mark.parametrize(
    ("who", "channel", "needs_contact"),
    [
        (ANN, "email", False),
        (person("Ann", email=""), "email", True),
        (ANN, "phone", True),
        (NUMBER, "phone", False),
    ],
)
def test_4_6_a_person_without_an_address_for_the_channel_keeps_the_check_and_needs_a_contact(
    who: object, channel: str, needs_contact: bool
) -> None:
    world = facts(applied("Globex", interview(), channel=channel).replace(people=(who,)))
    assert the(world, "03-09 12:00", "status_check").needs_contact is needs_contact


FIRST = sent("status_check", "03-09 10:00")
WORD = received("update", "03-10 10:00")


@each_row(
    ("who", "messages", "now", "kind", "offered"),
    [
        (ANN, (), "03-09 12:00", "status_check", False),  # no number
        (NUMBER, (), "03-09 12:00", "status_check", False),  # neither rapport nor an unanswered check
        (WARM, (), "03-09 12:00", "status_check", True),
        (WARM, (), "03-09 03:00", "status_check", True),  # at any hour
        (ANN.replace(rapport=True), (), "03-09 12:00", "status_check", False),
        (NUMBER, (FIRST,), "03-15 12:00", "second_check", False),
        (NUMBER, (FIRST,), "03-16 12:00", "second_check", True),  # unanswered for 7 days
        (ANN, (FIRST,), "03-16 12:00", "second_check", False),
        (NUMBER, (FIRST.replace(channel="phone"),), "03-16 12:00", "second_check", False),  # no e-mail check
        (NUMBER, (FIRST, WORD), "03-17 12:00", "status_check", False),  # it was answered
        (WARM, (FIRST, WORD), "03-17 12:00", "status_check", True),
    ],
)  # fmt: skip
def test_4_6_the_phone_is_offered_with_rapport_or_after_a_week_without_an_answer(
    who: object, messages: tuple[Touchpoint, ...], now: str, kind: str, offered: bool
) -> None:
    world = facts(applied("Globex", interview(), *messages).replace(people=(who,)))
    assert the(world, now, kind).phone_offered is offered


def test_4_6_the_phone_is_offered_for_checks_and_beside_a_thank_you_alone() -> None:
    world = facts(applied("Globex", WARM, interview()))
    offered = {each.kind for each in actions(world, "03-09 12:00") if each.phone_offered}
    assert offered == {"status_check", "thank_you"}
    reserved = facts(applied("Globex", NUMBER, interview()))
    assert not the(reserved, "03-03", "thank_you").phone_offered, "without rapport it is not"


def test_4_6_a_call_counts_as_the_same_outreach() -> None:
    world = facts(applied("Globex", WARM, interview(), FIRST.replace(channel="phone")))
    assert status(world, "03-12 12:00", "status_check") == "done"
    other = facts(
        applied("Globex", interview("03-03 10:00")),
        applied("Globex", BEN, sent("other", "03-06 10:00", channel="voicemail"), id="b"),
    )
    assert status(other, "03-10 12:00", "status_check") == "held"


# 4.7: through the agency.


def test_4_7_checks_go_to_the_agencys_person() -> None:
    world = facts(applied("Globex", ANN, RITA, GUS, interview(), route="agency"))
    assert the(world, "03-09 12:00", "status_check").person == "gus"


def _thanks(
    *people: object, route: str = "agency", by: str = "ann", touchpoints: object = ()
) -> Facts:
    world = applied("Globex", interview(by=by), route=route)
    return facts(world.replace(people=people, touchpoints=touchpoints))


MUTE = person("Ann", email="")
THROUGH = sent("thank_you", "03-02 12:00", to="gus")


@pytest.mark.parametrize(
    ("world", "person_id", "needs_contact", "expected"),
    [
        (_thanks(ANN, GUS), "ann", False, "due"),
        (_thanks(MUTE, GUS), "ann", False, "due"),  # through the agency
        (_thanks(MUTE, GUS, route="direct"), "ann", True, "due"),
        (_thanks(MUTE), "ann", True, "due"),
        (_thanks(MUTE, GUS.replace(email="")), "ann", True, "due"),
        (_thanks(MUTE, GUS, touchpoints=(THROUGH,)), "ann", False, "done"),
        (_thanks(ANN, GUS, touchpoints=(THROUGH,)), "ann", False, "due"),  # an address is known
    ],
)
def test_4_7_thank_yous_go_to_the_interviewer_where_an_address_is_known_else_through_the_agency(
    world: Facts, person_id: str, needs_contact: bool, expected: str
) -> None:
    found = the(world, "03-03 09:00", "thank_you")
    assert (found.person, found.needs_contact, found.status) == (person_id, needs_contact, expected)


def test_4_7_what_goes_through_the_agency_answers_the_one_whom_it_names() -> None:
    tom = person("Tom", id="tom", email="")
    said = sent("thank_you", "03-02 12:00", to="ann").replace(people=("ann", "gus"))
    world = facts(
        applied("Globex", interview(by="ann tom"), route="agency").replace(
            people=(MUTE, tom, GUS), touchpoints=(said,)
        )
    )
    found = {a.person: a.status for a in actions(world, "03-03 09:00", "thank_you")}
    assert found == {"ann": "done", "tom": "due"}


# 4.9: an ai interview.


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((ANN, MAX, HUGO, RITA), "rita"),
        ((ANN, MAX, HUGO), "hugo"),
        ((ANN, MAX), "max"),
        ((ANN, GUS), None),
        ((), None),
    ],
)
@pytest.mark.parametrize("entered", [True, False])
def test_4_9_an_ai_interviews_one_thank_you_goes_to_recruiter_hr_or_hiring_manager(
    people: tuple[object, ...], expected: str | None, entered: bool
) -> None:
    by = "ann" if entered and ANN in people else ""
    world = facts(applied("Globex", interview(mode="ai", by=by)).replace(people=people))
    found = the(world, "03-02 12:00", "thank_you")
    assert (found.person, found.needs_contact) == (expected, expected is None)


@pytest.mark.parametrize(
    ("to", "when", "expected"),
    [
        ("ann", "03-02 12:00", "done"),
        ("", "03-02 12:00", "done"),
        ("hugo", "03-02 12:00", "done"),
        ("hugo", "03-02 10:30", "open"),  # it had not ended: sent for another
    ],
)
def test_4_9_it_is_answered_by_any_thank_you_sent_for_that_interview(
    to: str, when: str, expected: str
) -> None:
    world = facts(
        applied("Globex", ANN, HUGO, interview(mode="ai"), sent("thank_you", when, to=to))
    )
    assert status(world, "03-02 13:00", "thank_you") == expected


def test_4_9_it_is_marked_as_mattering_more() -> None:
    world = facts(applied("Globex", RITA, interview(mode="ai", by="")))
    assert "matters more" in the(world, "03-02 12:00", "thank_you").reason


def test_4_9_whoever_was_entered_for_an_ai_interview_held_none() -> None:
    # Ann has rapport, but held no round: 48 hours after the last one held.
    world = facts(
        applied(
            "Globex",
            WARM,
            interview(mode="ai"),
            interview("03-04 10:00", key="i2", by="").replace(mode="video"),
            sent("other", "03-02 09:00", to="ann"),
        )
    )
    found = the(world, "03-04 12:00", "linkedin_connect")
    assert found.opens == the(world, "03-04 12:00", "debrief", interview="i2").opens.replace(day=6)
