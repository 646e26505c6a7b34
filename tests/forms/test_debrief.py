"""The debrief's fields become what was said and promised, or the sentences that say why not."""

from datetime import date

import pytest
from pydantic import ValidationError

from followup.forms.debrief import debriefed, empty_debrief
from followup.model.facts import Interview
from tests.builders.globex import interview

HELD: Interview = interview()  # on Tuesday 15 September 2026, with ann and ben


def test_an_empty_debrief_asks_for_one_detail() -> None:
    assert debriefed(HELD, empty_debrief(HELD)).slips == (
        "Nothing was entered yet: one detail is enough.",
    )
    blank = empty_debrief(HELD) | {"said_ann": "  \n", "material_text": " "}
    assert debriefed(HELD, blank).slips


def test_each_detail_is_by_the_one_it_was_typed_for() -> None:
    typed = {"said_ben": " Kafka ", "topic_ben": "goal", "said_anyone": "Leipzig"}
    found = debriefed(HELD, empty_debrief(HELD) | typed)
    assert [(each.text, each.topic, each.said_by) for each in found.said] == [
        ("Kafka", "goal", "ben"),
        ("Leipzig", "project", None),
    ]
    assert not found.promises
    assert not found.slips


def test_a_detail_is_the_end_of_a_sentence_or_a_note_that_stays_one() -> None:
    typed = {"said_ann": "the move", "said_ben": "churn 14%", "frame_ben": "", "said_anyone": "x"}
    found = debriefed(HELD, empty_debrief(HELD) | typed | {"frame_anyone": "question"})
    assert [each.frame for each in found.said] == ["about", None, "question"]


def test_a_thought_goes_with_what_was_said_and_none_stands_alone() -> None:
    typed = {"said_ann": "the move", "ties_ann": " I would begin with the reports "}
    found = debriefed(HELD, empty_debrief(HELD) | typed)
    assert [each.ties_to for each in found.said] == ["I would begin with the reports"]
    alone = debriefed(HELD, empty_debrief(HELD) | {"ties_ben": "I would wait", "said_ann": "x"})
    assert alone.slips == ("“I would wait”: what was said that made you think so?",)
    assert not alone.said


def test_a_promise_needs_a_day_or_a_text_and_a_year_of_two_digits_is_of_this_century() -> None:
    typed = {
        "decision_by": date(26, 9, 25),
        "material_text": "the slides",
        "promised": ["material"],
    }
    found = debriefed(HELD, empty_debrief(HELD) | typed)
    assert [(each.kind, each.on, each.text) for each in found.promises] == [
        ("decision_by", date(2026, 9, 25), ""),
        ("material", None, "the slides"),
    ]
    assert found.slips == ()


def test_a_promise_typed_with_its_day_is_by_that_day() -> None:
    typed = {"material_text": "the slides by the 25th", "promised": ["material"]}
    (promise,) = debriefed(HELD, empty_debrief(HELD) | typed).promises
    assert (promise.text, promise.on) == ("the slides", date(2026, 9, 25))


def test_what_was_taken_back_is_no_promise() -> None:
    typed = {"reply_by": date(2026, 9, 25), "material_text": "the slides", "said_ann": "Kafka"}
    assert debriefed(HELD, empty_debrief(HELD) | typed).promises == ()


def test_who_was_there_is_enough_where_nobody_had_said() -> None:
    alone = interview(interviewers=())
    assert debriefed(alone, empty_debrief(alone) | {"met": ["ben"]}).met == ("ben",)
    assert debriefed(HELD, empty_debrief(HELD) | {"met": ["ben"]}).met == ()


@pytest.mark.parametrize(
    ("day", "slip"),
    [
        (date(2026, 9, 14), "“They want my answer by” lies before the interview: check the date."),
        (
            date(2500, 1, 1),
            "“They want my answer by”: The year is 2500: it must lie between 1900 and 2199.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_a_slip(day: date, slip: str) -> None:
    assert debriefed(
        HELD, empty_debrief(HELD) | {"reply_by": day, "promised": ["reply_by"]}
    ).slips == (slip,)
    same_day = debriefed(
        HELD, empty_debrief(HELD) | {"reply_by": date(2026, 9, 15), "promised": ["reply_by"]}
    )
    assert same_day.slips == ()


def test_a_text_beyond_the_limit_is_refused_by_the_facts() -> None:
    with pytest.raises(ValidationError):
        debriefed(HELD, empty_debrief(HELD) | {"said_ann": "x" * 100_001})
