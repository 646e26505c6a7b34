"""What an English letter takes up of the talk: in each answer a thing, in a short thank-you two, what is sore last."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from followup.messages.draft import Draft, draft
from followup.messages.languages import ENGLISH
from followup.messages.languages.english.typed import typed_out
from followup.messages.specifics import first_specifics, suggest_specifics, usual_specifics
from followup.model.facts import Promise, Specific, Touchpoint
from followup.model.vocabulary import ActionKind, Frame, Mode, Purpose
from followup.prose.rounds import visit_of
from tests.builders.northwind import DANA, NOW, TOM, action, facts, occasion


def note(text: str, thought: str, frame: Frame = "about", by: str = "dana") -> Specific:
    return Specific(id=f"{by}-{text}", text=text, frame=frame, said_by=by, ties_to=thought)


DOGS = note(
    "Jean knew every dog by its name", "I've started writing pet names on the cards", "that"
)
PARKED = note("patients who get as far as the car park", "I'd go out and meet them at the car")
LAGER = note("leaving the lager alone for eight weeks", "I would be on the side of the eight weeks")
RYE = note("the rye starter going flat", "I keep mine next to the boiler")
EARLY = note("if I can do 3 a.m. starts", "I did two winters on the milk round", "question")


def made(kind: ActionKind, *said: Specific, purpose: Purpose | None = None) -> Draft:
    """The letter of that kind after these notes, and after a message of theirs."""
    came = (
        [Touchpoint(id="m", at=NOW, direction="received", purpose=purpose, people=("dana",), channel="email")]
        if purpose
        else []
    )  # fmt: skip
    return draft(occasion(action(kind), facts(said, touchpoints=came)))


@pytest.mark.parametrize(
    ("kind", "purpose"),
    [
        ("offer_reply", "offer"),
        ("reply", "update"),
        ("status_check", None),
        ("second_check", None),
        ("keep_in_touch", None),
    ],
)
def test_each_answer_takes_up_something_of_the_talk_with_its_thought(
    kind: ActionKind, purpose: Purpose | None
) -> None:
    assert "eight weeks" in made(kind, LAGER, purpose=purpose).body
    assert "on the side of" in made(kind, LAGER, purpose=purpose).body


def test_what_is_sent_goes_with_a_thought_too() -> None:
    plan = Promise(id="pr", kind="material", text="the test plan")
    sending = replace(action("send_material"), promise="pr")
    assert "on the side of" in draft(occasion(sending, facts([LAGER], promises=[plan]))).body


@pytest.mark.parametrize("kind", ["rejection_reply", "withdraw_note"])
def test_after_a_no_what_one_would_do_there_gives_way_to_what_came_of_it(kind: ActionKind) -> None:
    body = made(kind, PARKED, DOGS).body
    assert "pet names" in body
    assert "at the car" not in body


def test_an_offer_is_thanked_for_to_the_writer_themself() -> None:
    for n in range(12):
        found = facts([LAGER]).applications[0]
        offered = occasion(action("offer_reply"), facts([LAGER], touchpoints=[]))
        moved = replace(
            offered, facts=offered.facts.replace(applications=(found.replace(role=f"R{n}"),))
        )
        before, _, _ = draft(moved).body.partition("eight weeks")
        assert any(word in before.casefold() for word in ("thank", "grateful"))


def test_a_short_thank_you_takes_up_two_things_each_with_its_thought() -> None:
    body = made("thank_you", RYE, EARLY).body
    assert "boiler" in body
    assert "And you asked me whether I can do 3 am starts. I did two winters" in body


def test_a_second_thing_is_none_without_a_thought_nor_a_sore_point_nor_where_it_grows_long() -> (
    None
):
    def ids(*said: Specific) -> list[str]:
        return [s.id for s in usual_specifics(occasion(action(), facts(said)))]

    assert ids(RYE, EARLY.replace(ties_to="")) == [RYE.id]
    assert ids(RYE, note("people calling in sick", "We planned three weeks ahead")) == [RYE.id]
    long = note("the new oven", "I baked in one for a year " + "and then another " * 15 + "at home")
    assert len(ids(RYE, long)) == 1


def test_in_a_panel_nobody_is_told_a_second_thing_that_another_gets_or_said() -> None:
    toms = note("the night bake", "I baked at night for two years", by="tom")
    found = facts([RYE, EARLY, toms], people=[DANA, TOM], interviewers=["dana", "tom"])
    panel = [occasion(replace(action(person=who), key=who), found) for who in ("dana", "tom")]
    hers, his = (first_specifics(one, panel) for one in panel)
    assert set(hers) == {RYE, EARLY}
    assert his == (toms,)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("most techs leave you after six months because nobody lets them do dentals", "that"),
        ("people calling in sick on the Sunday night", "about"),
        ("calling Jenufa with a conductor who skips the repeats", "about"),
        ("handovers running over", "about"),
    ],
)
def test_a_sore_point_of_theirs_comes_after_what_is_none(text: str, frame: Frame) -> None:
    sore = note(text, "I did forty of them in my last place", frame)
    found = occasion(action(), facts([sore, RYE]))
    assert suggest_specifics(found)[0] == RYE


@pytest.mark.parametrize(
    ("name", "mode", "again", "said"),
    [
        ("trial shift", "in_person", False, "the trial shift"),
        ("phone screen", "phone", False, "the phone call"),
        ("second round", "in_person", True, "having me back"),
        ("final interview", "video", True, "the final round"),
        ("site walk", "in_person", True, "the site walk"),
        ("forge visit", "in_person", False, "the forge visit"),
        ("first visit", "in_person", False, "the visit"),
        ("coffee", "in_person", False, "the coffee"),
        ("interview", "in_person", False, ""),
        ("tour manager interview", "video", False, ""),
        ("recorded interview", "ai", False, ""),
    ],
)
def test_a_round_is_thanked_for_as_what_it_was(
    name: str, mode: Mode, again: bool, said: str
) -> None:
    assert ENGLISH.talk(name, mode, again=again) == said


def test_a_round_that_is_over_is_named_in_subject_and_first_line() -> None:
    found = facts([RYE], mode="phone")
    letter = draft(occasion(action(), found))
    assert "the phone call" in letter.subject
    assert "the phone call on Tuesday" in letter.body
    assert visit_of("office hours") == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("I'd take the eight weeks, for what its worth.", "I'd take the eight weeks, for what it's worth."),
        ("the yard at 4 a.m. in sleet", "the yard at 4 am in sleet"),
        ("the libary on a monday", "the library on a Monday"),
    ],
)  # fmt: skip
def test_what_tired_hands_typed_is_mended(typed: str, said: str) -> None:
    assert typed_out(typed) == said


def test_who_is_named_by_whoever_is_a_thing_and_no_sentence() -> None:
    left: Sequence[Specific] = [
        note("the bulletin getting done by whoever is left", "I did one for six years")
    ]
    assert "whoever is left" in draft(occasion(action(), facts(left))).body
