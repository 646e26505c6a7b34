"""Whom a message goes to: who wrote what it answers, whom it was promised; and the address that they have elsewhere."""

import pytest

from followup.messages.draft import draft
from followup.messages.occasion import Occasion, occasion_of
from followup.model.facts import Facts
from followup.model.vocabulary import ActionKind
from followup.playbook.case import stand_ins
from followup.views.words import noun, title
from tests.builders import (
    ANN,
    BEN,
    GUS,
    MAX,
    RITA,
    applied,
    at,
    day,
    facts,
    interview,
    material,
    person,
    received,
    sent,
    the,
)

ANN_FOX = person("Ann Fox")
CALLED_OFF = interview("03-12 10:00", by="max", key="i2", state="cancelled")
NO = received("rejection", "03-10 09:00", by="ann")


def occasion(world: Facts, now: str, kind: ActionKind) -> Occasion:
    """The occasion of the first application's action of that kind."""
    return occasion_of(the(world, now, kind, application=world.applications[0].id), world, at(now))


@pytest.mark.parametrize("kind", ["rejection_reply", "feedback_request"])
def test_a_rejection_is_answered_to_who_wrote_it(kind: ActionKind) -> None:
    # Max, a hiring manager, came with an invitation that was called off: he never wrote.
    world = facts(applied("Globex", ANN, MAX, interview(), CALLED_OFF, NO))
    found = occasion(world, "03-10 10:00", kind)
    assert found.action.person == "max", "the plan's own person stays"
    assert (found.recipient, found.action.to) == (ANN, "ann")
    assert draft(found).to == ANN.email
    assert stand_ins(found.case, found.action) == (MAX,)


def test_pages_name_the_same_as_the_letter() -> None:
    world = facts(applied("Globex", ANN, MAX, interview(), NO))
    action = the(world, "03-10 10:00", "feedback_request")
    assert title(action, world.applications[0]) == "Ask Ann for feedback"
    assert noun(action, world.applications[0]) == "request for feedback to Ann"


def test_an_offer_is_answered_to_who_made_it() -> None:
    world = facts(
        applied(
            "Globex", RITA, MAX, interview(by="max"), received("offer", "03-10 09:00", by="max")
        )
    )
    assert occasion(world, "03-10 10:00", "offer_reply").recipient == MAX


@pytest.mark.parametrize(
    ("wrote", "reader"),
    [
        (ANN.replace(email=""), "max"),  # nothing to write to
        (ANN.replace(left=day("03-09")), "max"),
        (ANN, "ann"),
    ],
)
def test_who_wrote_is_answered_where_they_are_there_and_have_an_address(
    wrote: object, reader: str
) -> None:
    world = facts(applied("Globex", wrote, MAX, interview(), NO))  # type: ignore[arg-type]
    assert occasion(world, "03-10 10:00", "rejection_reply").action.to == reader


def test_nobody_is_rung_to_be_thanked_for_a_rejection_while_its_sender_has_an_address() -> None:
    marcus = MAX.replace(email="")
    no = received("rejection", "03-10 09:00", by="gus")
    world = facts(applied("Globex", GUS, marcus, interview(by="max"), no))
    found = occasion(world, "03-10 10:00", "rejection_reply")
    assert found.action.needs_contact, "of the plan's person"
    assert not found.needs_contact
    assert not found.action.unreached
    assert draft(found).channel == "email"
    assert draft(found).to == GUS.email


def test_a_rejection_from_before_it_was_reopened_says_nothing_of_the_next() -> None:
    again = received("invitation", "03-12 09:00", by="max")
    no = received("rejection", "03-20 09:00")
    world = facts(applied("Globex", ANN, MAX, interview(), NO, again, no))
    assert occasion(world, "03-20 10:00", "rejection_reply").recipient == MAX


def test_what_was_promised_goes_to_whom_it_was_promised() -> None:
    met = interview("03-02 10:00", material("03-06"), by="ann")
    later = interview("03-12 10:00", by="max", key="i2")
    world = facts(applied("Globex", ANN, MAX, met, later))
    found = occasion(world, "03-03 10:00", "send_material")
    assert found.action.person == "max"
    assert found.recipient == ANN
    assert stand_ins(found.case, found.action) == (MAX,)


def test_of_several_to_whom_it_was_promised_the_plan_names_one() -> None:
    met = interview("03-02 10:00", material("03-06"), by="ann max")
    world = facts(applied("Globex", ANN, MAX, met))
    assert occasion(world, "03-03 10:00", "send_material").recipient == MAX


def test_what_a_message_asked_for_goes_to_who_asked() -> None:
    asked = received("update", "03-03 09:00", material("03-06"), by="ben")
    world = facts(applied("Globex", ANN, BEN, RITA, interview(), asked))
    assert occasion(world, "03-03 10:00", "send_material").recipient == BEN


# The same person in another application.


def test_an_address_known_from_another_application_there_is_used() -> None:
    here = ANN_FOX.replace(id="a1", email="")
    first = applied("Globex", here, interview(by="a1"))
    other = applied("Globex GmbH", ANN_FOX.replace(name="ann  fox"), id="other", role="Analyst")
    found = occasion(facts(first, other), "03-02 12:00", "thank_you")
    assert found.address("email") == ANN_FOX.email
    assert not found.needs_contact
    assert not found.action.unreached
    assert draft(found).to == ANN_FOX.email


@pytest.mark.parametrize(
    "other",
    [
        applied("Initech", ANN_FOX),  # another employer
        applied("Globex", person("Ann"), id="other"),  # no name that is one person's
        applied("Globex", ANN_FOX.replace(left=day("03-01")), id="other"),
    ],
)
def test_nobody_else_lends_an_address(other: object) -> None:
    name = "Ann" if other == applied("Globex", person("Ann"), id="other") else "Ann Fox"
    here = ANN_FOX.replace(id="a1", name=name, email="")
    world = facts(applied("Globex", here, interview(by="a1")), other)  # type: ignore[arg-type]
    assert occasion(world, "03-02 12:00", "thank_you").needs_contact


def test_the_same_ampersand_is_the_same_employer() -> None:
    here = ANN_FOX.replace(id="a1", email="")
    first = applied("harrow and finch", here, interview(by="a1"))
    other = applied("Harrow & Finch Ltd", ANN_FOX, sent("status_check", "03-01 10:00"), id="other")
    assert not occasion(facts(first, other), "03-02 12:00", "thank_you").needs_contact
