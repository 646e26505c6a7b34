"""An English letter speaks of the talk as one does over coffee, and knows their last word."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from followup.messages.draft import Draft, draft
from followup.messages.languages import ENGLISH
from followup.messages.languages.english.typed import typed_out
from followup.messages.languages.listener import Listener
from followup.messages.languages.their_words import (
    asks_to_move,
    gives_a_reason,
    says_a_kind_word,
)
from followup.messages.templates import built_in
from followup.model.facts import Facts, Interview, Promise, Specific, Touchpoint
from followup.model.vocabulary import Frame
from tests.builders.northwind import DANA, NOW, action, facts, occasion, person
from tests.rows import each_row

TO_HER = Listener("Dana Adler", "first", spoke=True)
RYE = Specific(
    id="rye",
    text="the rye starter going flat",
    frame="about",
    said_by="dana",
    ties_to="I keep mine next to the boiler",
)
EARLY = Specific(
    id="early",
    text="if I can do 3 a.m. starts",
    frame="question",
    said_by="dana",
    ties_to="I did two winters on the milk round",
)
_ANNOUNCED = re.compile(
    r"\{\{ (?:talked_of|told_of|thing|second_talk) [^.:]*\}\} (?:came up|on my mind)"
    r"|(?:keep thinking|came away thinking|often think|went on thinking|caught myself thinking|still think|am still"
    r" thinking|listened closely[^.]*|felt at home|know something|keep coming back|glad that we talked) (?:about|of|to)"
    r" \{\{ (?:talked_of|told_of|thing)"
)


def after_a_no(text: str) -> Draft:
    """The answer to that rejection of Dana's."""
    came = Touchpoint(
        id="m", at=NOW, direction="received", purpose="rejection", people=("dana",), channel="email", text=text,
    )  # fmt: skip
    return draft(occasion(action("rejection_reply"), facts((RYE,), touchpoints=[came])))


def test_no_english_letter_announces_a_topic_instead_of_speaking_of_it() -> None:
    letters = [t.letter for t in built_in("en") if t.letter]
    places = [place for letter in letters for place in letter.places]
    said = {s.text for place in places for way in place.ways for s in way.sentences}
    assert [text for text in sorted(said) if _ANNOUNCED.search(text)] == []


def test_with_two_details_a_thank_you_closes_with_one_sentence() -> None:
    two = draft(occasion(action(), facts((RYE, EARLY)))).body.split("\n\n")
    assert "milk round" in two[1]
    assert len(re.findall(r"[.?!](?:\s|$)", two[2])) == 1


@each_row(
    ("role", "said"),
    [("Year 5 Teacher", "teach with you"), ("Teacher of Latin", "teach with you"), ("Head Baker", "bake with you")],
)  # fmt: skip
def test_who_has_a_trade_wants_to_do_it(role: str, said: str) -> None:
    found = facts((RYE,))
    (one,) = found.applications
    assert (
        said
        in draft(occasion(action(), found.replace(applications=(one.replace(role=role),)))).body
    )


@each_row(
    ("text", "frame", "said"),
    [
        ("the guy who flew his drone into the elk", "about", "the guy who flew his drone into the elk"),
        ("the visitor and his dog", "about", "the visitor and his dog"),
        ("the night Tom lost his keys", "about", "the night Tom lost his keys"),
        ("the drive to her old school", "about", "the drive to your old school"),
        ("would i be ok with lofts and heights", "question", "whether I would be OK with lofts and heights"),
        ("are you good with your hands", "question", "whether I am good with my hands"),
        ("what would I do with a leak", "question", "what I would do with a leak"),
        ("the elective no one picks - pond life & soils", "about", "the elective no one picks"),
        ("Tom said the last analyst left because nobody read the reports", "about", None),
    ],
)  # fmt: skip
def test_a_note_is_told_as_it_was_meant(text: str, frame: Frame, said: str | None) -> None:
    assert ENGLISH.said(text, frame, TO_HER) == said


def test_a_note_of_who_said_what_is_proposed_as_a_point() -> None:
    found = ENGLISH.proposed("Tom said the last analyst left because nobody read the reports.")
    assert found == ("that", "the last analyst left because nobody read the reports")
    assert (
        typed_out("they draw it - and then they hold it") == "they draw it, and then they hold it"
    )


@each_row(
    ("text", "why", "kind"),
    [
        ("Santa Fe is sending us a ranger on transfer. I'm sorry, I liked how you talk to people.", True, True),
        ("The post has been cut from the budget.", True, False),
        ("We were all impressed, but it is a no.", False, True),
        ("We have decided to go on without you.", False, False),
        ("It is a no. Your answer on evictions was the strongest we heard.", False, True),
        ("It is a no. My wife says you had the kindest way with the photos of anyone we saw.", False, True),
        ("It is a no. Neil asked me to say that he enjoyed your questions.", False, True),
    ],
)  # fmt: skip
def test_their_reason_and_their_kind_word_are_heard(text: str, why: bool, kind: bool) -> None:
    assert (gives_a_reason(text), says_a_kind_word(text)) == (why, kind)
    body = after_a_no(text).body
    assert ("kind words" in body) is kind
    assert not (why and "?" in body)


@pytest.mark.parametrize("text", ["Do stay in touch!", "I'd love to keep you in mind."])
def test_who_would_hear_from_me_again_is_answered_so(text: str) -> None:
    body = after_a_no(f"It went to an internal candidate. {text}").body
    assert re.search("touch|in mind|another place|think of me|gladly apply", body)
    assert "right person" not in body


@each_row(
    ("text", "moves"),
    [
        ("So sorry, could we push it to Monday?", True),
        ("I can't make it on Friday. Would another day suit you?", True),
        ("See you on Monday at ten.", False),
    ],
)
def test_a_request_to_move_is_known(text: str, moves: bool) -> None:
    assert asks_to_move(text) is moves


def _world(decides: date | None) -> Facts:
    promised = [Promise(id="d", kind="decision_by", on=decides)] if decides else []
    return facts((RYE,), promises=promised)


def test_an_expedite_asks_nothing_that_they_have_promised_anyway() -> None:
    last = (NOW + timedelta(days=9)).date()
    soon = replace(
        occasion(action("expedite"), _world((NOW + timedelta(days=3)).date())), offer_elsewhere=last
    )
    body = draft(soon).body
    assert "boiler" in body
    assert not re.search(
        r"decide by \w+ \d+ \w+\?|could I hear it by|chance that you will know", body
    )
    assert re.search(r"in time|nothing to hurry|comes before that", body)
    later = replace(
        occasion(action("expedite"), _world(last + timedelta(days=2))), offer_elsewhere=last
    )
    assert not re.search(r"in time, and|nothing to hurry|comes before that", draft(later).body)
    assert "more time" not in draft(later).body


def test_who_took_over_is_told_whom_i_met() -> None:
    gone = DANA.replace(left=NOW.date(), successor="owen")
    owen = person("owen", "Owen Black")
    sheet = Promise(id="pr", kind="material", text="my time sheet")
    found = facts((RYE,), people=[gone, owen], interviewers=["dana"], promises=[sheet])
    body = draft(
        occasion(replace(action("send_material", person="owen"), promise="pr"), found)
    ).body
    assert "Dana" in body
    assert not re.search(r"as we agreed|Thank you for the conversation|talk with you", body)


def test_warm_says_more_than_another_greeting() -> None:
    found = facts((RYE,), touchpoints=[])
    plain, warm = (
        draft(occasion(action("status_check"), found), tone=t).body for t in ("plain", "warm")
    )
    assert plain.split("\n\n")[1] != warm.split("\n\n")[1]


def test_another_time_is_no_problem_at_all() -> None:
    ahead = Interview(
        id="i2", starts_at=NOW + timedelta(days=3), time_zone="UTC", interviewers=("dana",)
    )
    asks = Touchpoint(
        id="m", at=NOW, direction="received", purpose="reply", people=("dana",), channel="email",
        text="So sorry, could we push it to Monday?", wants_answer=True, interview="i2",
    )  # fmt: skip
    found = facts((RYE,), touchpoints=[asks])
    (one,) = found.applications
    found = found.replace(applications=(one.replace(interviews=(*one.interviews, ahead)),))
    body = draft(replace(occasion(action("reply"), found), agreed=NOW + timedelta(days=6))).body
    first = body.split("\n\n")[1]
    assert re.match(r"(?:No problem at all|Of course|That is no trouble): \w+day ", first), body
    assert "boiler" not in body
