"""An import brings a file's records in, each in the place of its own earlier state, and takes nothing away."""

from hypothesis import given
from hypothesis import strategies as st

from followup.model.facts import Facts
from followup.model.lossless.imports import imported
from followup.model.settings import Cadence, Me
from tests.builders import applied, facts, interview, skipped, snoozed
from tests.explore import examples
from tests.strategies import worlds

GLOBEX = applied("Globex", interview())
INITECH = applied("Initech", interview(key="i2"))


@examples(40)
@given(worlds(), st.booleans())
def test_a_file_comes_whole_into_nothing_and_a_second_time_changes_nothing(
    world: Facts, asked: bool
) -> None:
    there = world.replace(followup_of_tomorrow={"kept": 1})
    assert imported(Facts(), there, settings=asked) == there
    assert imported(there, there, settings=asked) == there


def test_what_the_file_does_not_know_of_stays() -> None:
    here = facts(GLOBEX, INITECH, snoozed("thank_you:initech:i2:ann", "03-05"))
    there = facts(GLOBEX.replace(role="Changed"), applied("Umbrella"))
    made = imported(here, there)
    assert [(each.id, each.role) for each in made.applications] == [
        ("globex", "Changed"),
        ("initech", "Engineer"),
        ("umbrella", "Engineer"),
    ]
    assert made.snoozes == here.snoozes


def test_an_application_brings_its_snoozes_and_skips_in_the_place_of_the_old() -> None:
    here = facts(GLOBEX, snoozed("debrief:globex:i1", "03-05"), skipped("thank_you:globex:i1:ann"))
    there = facts(GLOBEX, snoozed("status_check:globex:ann", "03-12"))
    made = imported(here, there)
    assert (made.snoozes, made.skips) == (there.snoozes, ())


def test_settings_stay_unless_asked_for_or_never_made() -> None:
    mine, theirs = Me(name="Kim Doe"), Me(name="Robin")
    here, there = Facts(me=mine), Facts(me=theirs, cadence=Cadence(preset="gentle"))
    assert imported(here, there).me == mine
    assert imported(here, there).cadence == here.cadence
    assert imported(here, there, settings=True) == there
    assert imported(Facts(), there) == there
