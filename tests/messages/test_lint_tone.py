"""How tone is judged: sentence by sentence, whatever the typing, and not where it is what is asked about."""

import gzip
from dataclasses import replace

import pytest

from followup.messages.lint import Brief, Finding, lint
from followup.prose.tone import WEIGHTS

THANKS = Brief(
    kind="thank_you",
    to=("Ann Adler",),
    company="Brightwater",
    role="Nurse",
    me="Maya Lind",
    specifics=("electronic charts on ward 7",),
)
FAULTY = {
    "compensation": "What salary do you offer?",
    "pushy": "I need an answer by Friday.",
    "desperate": "Please, I beg you, give me this job.",
    "complaint": "Your interviewer was rude and had not read my CV.",
}


def found(sentence: str, brief: Brief = THANKS) -> list[tuple[Finding, str]]:
    text = (
        f"Dear Ann,\n\nThank you for Tuesday and for the electronic charts. {sentence} I'd love to"
        " join you.\n\nBest regards,\nMaya Lind\n"
    )
    return [(f, text[f.start : f.end]) for f in lint(text, "Thank you", brief) if f.code in FAULTY]


@pytest.mark.parametrize(("code", "sentence"), FAULTY.items())
def test_the_whole_sentence_is_marked_and_no_other(code: str, sentence: str) -> None:
    ((finding, marked),) = found(sentence)
    assert (finding.code, marked) == (code, sentence)
    assert finding.message.endswith(".")
    assert finding.guide


@pytest.mark.parametrize(
    "typed",
    [
        "I need an answer\nby Friday.",
        "I need an answer \r\nby Friday.",
        "I NEED AN ANSWER BY FRIDAY.",
        "I\u00a0need an answer by\u202fFriday.",
        "I really do need an answer by Monday.",
    ],
)
def test_how_it_is_typed_does_not_matter(typed: str) -> None:
    assert "pushy" in {finding.code for finding, _ in found(typed)}


def test_curly_and_straight_apostrophes_are_judged_alike() -> None:
    straight = found("I'm begging you, don't turn me down.")
    curly = found("I\u2019m begging you, don\u2019t turn me down.")
    assert [(f.code, f.start, f.end) for f, _ in straight] == [
        (f.code, f.start, f.end) for f, _ in curly
    ]
    assert straight


def test_pay_may_be_spoken_of_where_it_is_what_is_asked_about() -> None:
    asked = "You asked what salary I expect. My salary expectation is 45k."
    assert found(asked)
    assert not found(asked, replace(THANKS, kind="reply"))
    assert not found(FAULTY["compensation"], replace(THANKS, kind="offer_reply"))
    aside = "The forms are attached. What salary do you offer?"
    assert found(aside, replace(THANKS, kind="reply"))


def test_words_of_the_role_are_not_held_against_it() -> None:
    said = "I ran the payroll and checked the salary statements."
    clerk = replace(THANKS, role="Payroll clerk", specifics=("salary statements in one run",))
    assert not found(said, clerk)


def test_an_expedite_may_tell_of_another_offers_deadline() -> None:
    said = "I have another offer and must answer by Friday, so could you tell me where I stand?"
    assert not found(said, replace(THANKS, kind="expedite"))


def test_the_weights_are_small_and_in_order() -> None:
    assert WEIGHTS.stat().st_size < 300_000
    rows = gzip.decompress(WEIGHTS.read_bytes()).decode().splitlines()
    names = [row.partition("\t")[0] for row in rows]
    assert names == sorted(set(names))
