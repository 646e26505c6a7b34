"""One application as its story, and what came of its promises."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from followup.model.facts import Application, Interview, Outcome, Person, Promise, Touchpoint
from followup.model.settings import Me
from followup.playbook.case import promises_of
from followup.views.story import promise_state, story, touchpoint_words

BERLIN = ZoneInfo("Europe/Berlin")
ME = Me()


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2026, 9, day, hour, tzinfo=BERLIN)


def told(
    identity: str, day: int, purpose: str, direction: str = "received", **more: object
) -> Touchpoint:
    return Touchpoint.model_validate(
        {"id": identity, "at": at(day), "direction": direction, "purpose": purpose, **more}
    )


def globex(*given: Promise, **changes: object) -> Application:
    usual = Application(
        id="g",
        company="Globex",
        role="Engineer",
        people=(Person(id="ann", name="Ann Adler"),),
        interviews=(
            Interview(
                id="i",
                starts_at=at(8),
                time_zone="Europe/Berlin",
                interviewers=("ann",),
                promises=given,
            ),
        ),
    )
    return usual.replace(**changes)


DECIDE = Promise(id="d", kind="decision_by", on=date(2026, 9, 18))
SLIDES = Promise(id="m", kind="material", on=date(2026, 9, 10), text="the slides")
ANSWER = Promise(id="r", kind="reply_by", on=date(2026, 9, 12))


def state(application: Application, now: datetime, identity: str) -> str:
    return next(p.state for p in promises_of(application, ME, now) if p.id == identity)


def test_the_story_is_newest_first_with_interviews_messages_and_the_outcome() -> None:
    application = globex(
        touchpoints=(
            told("t", 9, "thank_you", "sent", people=("ann",), text="Thanks"),
            told("u", 12, "update", wants_answer=True),
        ),
        outcome=Outcome(kind="rejected", at=at(14)),
    )
    events = story(application, at(16))
    assert [event.title for event in events] == [
        "They rejected",
        "They: news, wants an answer",
        "You: thank-you to Ann Adler",
        "Interview by video with Ann Adler",
    ]
    assert events[2].text == "Thanks"


def test_a_message_says_the_day_that_it_named() -> None:
    until = Promise(id="d2", kind="decision_by", on=date(2026, 9, 25))
    application = globex(
        touchpoints=(
            told("u", 12, "update", promises=(until,)),
            told("o", 13, "out_of_office", back_on=date(2027, 1, 4)),
        ),
    )
    assert [event.title for event in story(application, at(16))][:2] == [
        "They: out of office, back on Mon 4 Jan 2027",
        "They: news, a decision by Fri 25 Sep",
    ]


def test_who_has_left_is_not_away_and_what_was_said_is_no_message() -> None:
    ann = Person(id="ann", name="Ann Adler", left=date(2026, 9, 10))
    away = told("a", 10, "out_of_office", people=("ann",))
    assert touchpoint_words(away, globex(people=(ann,))) == "Ann Adler is no longer there"
    assert touchpoint_words(away, globex()) == "Ann Adler: out of office"
    rang = told("b", 10, "other", "sent", people=("ann",), channel="phone")
    assert touchpoint_words(rang, globex()) == "You rang Ann Adler"


def test_a_question_of_theirs_is_not_called_the_decision_that_they_promised() -> None:
    application = globex(DECIDE, touchpoints=(told("q", 10, "reply", wants_answer=True),))
    (promised,) = promises_of(application, ME, at(11))
    assert promise_state(promised) == "they wrote"


def test_who_called_did_not_write() -> None:
    rang = told("q", 10, "reply", people=("ann",), channel="phone")
    assert touchpoint_words(rang, globex()) == "Ann Adler called"
    news = told("n", 10, "update", channel="voicemail")
    assert touchpoint_words(news, globex()) == "They called: news"
    (promised,) = promises_of(globex(DECIDE, touchpoints=(rang,)), ME, at(11))
    assert promise_state(promised) == "they called"
    (event, *_) = story(globex(touchpoints=(rang,)), at(11))
    assert (event.kind, event.spoken) == ("received", True)


def test_a_mode_that_nobody_has_said_is_not_said() -> None:
    day = Interview(id="i", on=date(2026, 9, 8), time_zone="Europe/Berlin")
    (event,) = story(globex(interviews=(day,)), at(11))
    assert event.title == "Interview"
    linked = day.replace(link="https://meet.example/x")
    (event,) = story(globex(interviews=(linked,)), at(11))
    assert event.title == "Interview by video"
    (event,) = story(globex(interviews=(day.replace(mode="phone"),)), at(11))
    assert event.title == "Interview by phone"


def test_a_day_of_theirs_counts_until_it_has_passed_whatever_else_they_write() -> None:
    wrote = told("a", 10, "update")
    for day, counts in ((11, True), (18, True), (19, False)):
        (promised,) = promises_of(globex(DECIDE, touchpoints=(wrote,)), ME, at(day))
        assert (promised.state, promised.goes_on, promised.settled) == ("kept", counts, not counts)
    for said in ("rejection", "offer"):
        ended = globex(DECIDE, touchpoints=(told("a", 10, said),))
        (promised,) = promises_of(ended, ME, at(11))
        assert not promised.goes_on
    withdrawn = Outcome(kind="withdrawn", at=at(11, 8))
    (promised,) = promises_of(globex(DECIDE, touchpoints=(wrote,), outcome=withdrawn), ME, at(11))
    assert not promised.goes_on


def test_what_is_dated_ahead_is_a_slip_but_for_an_interview() -> None:
    application = globex(touchpoints=(told("t", 20, "update"),))
    assert {event.kind: event.slip for event in story(application, at(7))} == {
        "interview": False,
        "received": True,
    }


@pytest.mark.parametrize(
    ("touchpoints", "day", "expected"),
    [
        ((), 18, "open"),
        ((), 19, "broken"),
        ((told("a", 17, "update"),), 20, "kept"),
        ((told("a", 19, "update"),), 20, "late"),
        ((told("a", 17, "out_of_office"),), 20, "broken"),
        ((told("a", 7, "update"),), 20, "broken"),
        ((told("a", 25, "update"),), 20, "broken"),
    ],
)
def test_their_decision(touchpoints: tuple[Touchpoint, ...], day: int, expected: str) -> None:
    assert state(globex(DECIDE, touchpoints=touchpoints), at(day), "d") == expected


def test_a_new_day_of_theirs_moves_the_old_one() -> None:
    until = Promise(id="d2", kind="decision_by", on=date(2026, 9, 25))
    moved = globex(DECIDE, touchpoints=(told("a", 17, "update", promises=(until,)),))
    assert state(moved, at(20), "d") == "moved"
    assert state(moved, at(20), "d2") == "open"


def test_a_rejection_is_a_decision() -> None:
    assert state(globex(DECIDE, outcome=Outcome(kind="rejected", at=at(17))), at(20), "d") == "kept"


def test_what_i_promised() -> None:
    sent = told("s", 9, "send_material", "sent", promise="m")
    replied = told("s2", 13, "reply", "sent")
    application = globex(SLIDES, ANSWER, touchpoints=(sent, replied))
    assert (state(application, at(20), "m"), state(application, at(20), "r")) == ("kept", "late")
    assert (state(globex(SLIDES), at(20), "m"), state(globex(SLIDES), at(9), "m")) == (
        "broken",
        "open",
    )


def test_a_message_that_names_another_promise_answers_that_one_only() -> None:
    other = Promise(id="m2", kind="material", text="references")
    application = globex(
        SLIDES, other, touchpoints=(told("s", 9, "send_material", "sent", promise="m2"),)
    )
    assert (state(application, at(9, 12), "m"), state(application, at(9, 12), "m2")) == (
        "open",
        "kept",
    )


def test_nothing_is_open_once_it_is_over() -> None:
    over = globex(SLIDES, outcome=Outcome(kind="withdrawn", at=at(8, 18)))
    assert state(over, at(9), "m") == "over"


def test_promises_stand_in_the_order_given() -> None:
    late = Promise(id="z", kind="material", text="x", made_at=at(8) - timedelta(days=1))
    assert [p.id for p in promises_of(globex(SLIDES, late), ME, at(9))] == ["z", "m"]
