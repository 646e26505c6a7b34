"""Whom one writes to instead, where the person of a message has left or has no address: there, and reachable."""

from dataclasses import replace

import pytest

from followup.messages.brief import brief_for
from followup.messages.draft import draft
from followup.messages.lint import lint
from followup.messages.occasion import Occasion, occasion_of
from followup.messages.templates import channels_for
from followup.model.facts import Person
from followup.playbook.case import stand_ins
from tests.builders import (
    ANN,
    BEN,
    GUS,
    HUGO,
    RITA,
    applied,
    at,
    day,
    facts,
    interview,
    person,
    received,
    specific,
    the,
)

UNREACHED = ANN.replace(email="")
GONE = ANN.replace(left=day("03-01"))
SAID = specific("the move to Kafka", frame="about", said_by="ann")


def thanks(
    *people: Person, by: str = "ann", name: str = "Globex", language: str = "en"
) -> Occasion:
    """The thank-you to Ann, a day after the interview."""
    met = applied(name, *people, interview("03-02 10:00", SAID, by=by), language=language)
    world = facts(met)
    return occasion_of(
        the(world, "03-03 09:00", "thank_you", person="ann"), world, at("03-03 09:00")
    )


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((ANN, RITA), []),
        ((UNREACHED,), []),
        ((UNREACHED, RITA, HUGO), ["rita", "hugo"]),
        ((GONE, RITA), ["rita"]),
        ((GONE.replace(successor="ben"), RITA, BEN), ["ben", "rita"]),
        ((GONE, BEN, GUS), ["gus"]),  # a colleague who interviewed is no post office
        ((GONE, RITA.replace(left=day("03-01")), HUGO.replace(email="")), []),
    ],
)
def test_thanks_are_passed_on_by_the_successor_or_whoever_arranges(
    people: tuple[Person, ...], expected: list[str]
) -> None:
    found = thanks(*people)
    assert [each.id for each in stand_ins(found.case, found.action)] == expected


def test_a_check_may_go_to_anybody_who_can_be_reached() -> None:
    world = facts(applied("Globex", RITA.replace(email=""), BEN, interview(by="ben")))
    found = occasion_of(the(world, "03-12 09:00", "status_check"), world, at("03-12 09:00"))
    assert found.recipient == world.applications[0].people[0]
    assert stand_ins(found.case, found.action) == (BEN,)


def test_of_those_who_can_be_reached_who_wrote_last_comes_first() -> None:
    met = interview(by="ann ben")
    wrote = received("update", "03-03 09:00", people=("gus",))
    there = applied("Globex", UNREACHED, BEN, GUS, met, wrote)
    found = occasion_of(
        the(facts(there), "03-13 09:00", "status_check"), facts(there), at("03-13 09:00")
    )
    assert found.recipient == UNREACHED  # by section 3 an interviewer goes before an agency
    assert [each.id for each in stand_ins(found.case, found.action)] == ["gus", "ben"]


def test_a_word_to_who_referred_me_is_for_nobody_else() -> None:
    ida = person("Ida", "referrer", email="")
    world = facts(applied("Globex", ida, RITA, interview(by="rita")))
    found = occasion_of(the(world, "03-03 09:00", "tell_referrer"), world, at("03-03 09:00"))
    assert found.needs_contact
    assert stand_ins(found.case, found.action) == ()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("letter", range(6))
def test_the_letter_asks_them_to_pass_the_thanks_on(language: str, letter: int) -> None:
    ann = UNREACHED.replace(name="Ann Adler")
    rita = RITA.replace(name="Rita Ray")
    found = replace(thanks(ann, rita, name=f"Firm{letter}", language=language), through=rita)
    assert channels_for(found) == ("email",)
    made = draft(found)
    assert (made.recipient, made.to) == (rita, rita.email)
    assert "Rita" in made.body or "Ray" in made.body
    assert "Adler" in made.body
    assert "arrang" not in made.body, "nobody said that she did"
    assert not [lack for lack in made.lacks if lack.field == "to"]
    errors = [
        f for f in lint(made.body, made.subject, brief_for(found, made)) if f.severity == "error"
    ]
    assert not errors, made.body


def test_who_interviewed_too_passes_on_the_thanks_of_another() -> None:
    rita = person("Rita", "recruiter")
    found = replace(thanks(UNREACHED, rita, by="ann rita"), through=rita)
    assert "Ann" in draft(found).body
