"""PLAYBOOK section 3: answers to what they wrote (reply, rejection_reply, feedback_request, offer_reply)."""

import pytest

from followup.model.facts import Facts
from tests.builders import (
    ANN,
    BEN,
    RITA,
    actions,
    applied,
    day,
    ended,
    facts,
    interview,
    material,
    opens,
    received,
    reply_by,
    sent,
    skipped,
    status,
    the,
    window,
)


def world(*parts: object, country: str = "DE") -> Facts:
    """Globex with Ann, who held an interview, and what else happened."""
    return facts(applied("Globex", ANN, interview(), *parts), country=country)  # type: ignore[arg-type]


# reply


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        # No date: 24 hours, then a day after due, then 7 days after late.
        (received("update", "03-03 10:00", wants_answer=True),
         ("03-03 10:00", "03-04 10:00", "03-05 10:00", "03-12 10:00")),
        # The change of the clocks: 24 h elapse, the day after due keeps the wall clock.
        (received("update", "03-28 10:00", wants_answer=True),
         ("03-28 10:00", "03-29 11:00", "03-30 11:00", "04-06 11:00")),
        # By Friday, asked on Wednesday: 24 h are earlier than Thursday's end; late when Friday is over.
        (received("update", "03-04 10:00", reply_by("03-06")),
         ("03-04 10:00", "03-05 10:00", "03-07", "03-14")),
        # By Monday, asked on Friday: the working day before it is Friday itself.
        (received("update", "03-06 15:00", reply_by("03-09"), wants_answer=True),
         ("03-06 15:00", "03-07", "03-10", "03-17")),
        # By the Tuesday after Easter, asked on Maundy Thursday: Thursday's end.
        (received("update", "04-02 15:00", reply_by("04-07")),
         ("04-02 15:00", "04-03", "04-08", "04-15")),
        # By today: due at once, late when the day is over.
        (received("update", "03-04 10:00", reply_by("03-04")),
         ("03-04 10:00", "03-04 10:00", "03-05", "03-12")),
        # The date had passed: all at once, but it stays open for a week.
        (received("update", "03-04 10:00", reply_by("03-02")),
         ("03-04 10:00", "03-04 10:00", "03-04 10:00", "03-11 10:00")),
        # Over the year's end: by 5 January, asked on the 3rd, a Sunday; the working day before is the 4th.
        (received("update", "2027-01-03 22:00", reply_by("2027-01-05")),
         ("2027-01-03 22:00", "2027-01-04 22:00", "2027-01-06", "2027-01-13")),
        # Asked in the pause, by its last day: at once, as no working day lies between.
        (received("update", "12-31 10:00", reply_by("2027-01-02")),
         ("12-31 10:00", "12-31 10:00", "2027-01-03", "2027-01-10")),
    ],
)  # fmt: skip
def test_3_reply_within_24_hours_or_the_window_that_they_gave(
    message: object, expected: tuple[str, ...]
) -> None:
    (asked,) = [message.at]  # type: ignore[attr-defined]
    assert window(world(message), asked, "reply") == expected


def test_3_reply_on_another_countrys_calendar() -> None:
    # Easter Monday is a working day in the United States: by Tuesday means by Monday's end, so the 24 hours win.
    asked = received("update", "04-05 15:00", reply_by("04-07"))
    assert window(world(asked, country="US"), "04-05 16:00", "reply")[1] == "04-06 15:00"
    assert window(world(asked, country="DE"), "04-05 16:00", "reply")[1] == "04-05 15:00"


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        (reply_by("03-06"), ("03-02 11:00", "03-03 11:00", "03-07", "03-14")),
        (reply_by(), ("03-02 11:00", "03-03 11:00", "03-04 11:00", "03-11 11:00")),
        (reply_by("03-06", made_at="03-02 10:20"), ("03-02 10:20", "03-03 10:20", "03-07", "03-14")),
    ],
)  # fmt: skip
def test_3_reply_promised_in_an_interview_opens_when_the_promise_was_made(
    promise: object, expected: tuple[str, ...]
) -> None:
    held = interview("03-02 10:00", promise)  # type: ignore[arg-type]
    there = facts(applied("Globex", held))
    assert window(there, "03-02 12:00", "reply") == expected
    assert the(there, "03-02 12:00", "reply").promise == promise.id  # type: ignore[attr-defined]


def test_3_reply_days_end_in_the_users_zone() -> None:
    there = facts(
        applied(
            "Globex",
            received("update", "03-04 10:00", reply_by("03-06")),
            time_zone="America/Los_Angeles",
        )
    )
    assert window(there, "03-04 12:00", "reply")[2] == "03-07"


def test_3_a_message_that_carries_a_promised_reply_is_one_reply() -> None:
    found = actions(
        world(received("update", "03-03 10:00", reply_by("03-06"), wants_answer=True)),
        "03-03 12:00",
        "reply",
    )
    assert [each.promise for each in found] == ["reply_by 03-06"]


def test_3_a_message_that_wants_no_answer_asks_for_none() -> None:
    assert status(world(received("update", "03-03 10:00")), "03-03 12:00", "reply") == "absent"


ASKED = received("update", "03-03 10:00", by="ann", wants_answer=True, id="mail")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (sent("reply", "03-03 09:59", to="ann"), "open"),  # an earlier one is no answer
        (sent("reply", "03-03 11:00", to="ann"), "done"),
        (sent("reply", "03-03 11:00", to="ben"), "done"),  # whoever it went to
        (sent("other", "03-03 11:00", to="ann"), "open"),
        (sent("other", "03-03 11:00", promise="mail"), "done"),  # names the message
        (received("update", "03-03 11:00", promise="mail"), "open"),  # theirs
        (sent("reply", "03-03 12:01", to="ann"), "open"),  # in the future
    ],
)
def test_3_reply_is_done_by_a_later_reply_or_by_what_names_the_message(
    message: object, expected: str
) -> None:
    assert status(world(BEN, ASKED, message), "03-03 12:00", "reply") == expected


def test_3_reply_is_done_by_the_material_that_it_asked_for() -> None:
    asked = received("update", "03-03 10:00", material(), wants_answer=True)
    send = sent("send_material", "03-03 11:00", promise="material")
    assert status(world(asked, send), "03-03 12:00", "reply") == "done"
    assert status(world(asked, send), "03-03 12:00", "send_material") == "done"


def test_3_reply_is_not_done_by_half_of_the_material_that_it_asked_for() -> None:
    asked = received(
        "update", "03-03 10:00", material("03-04"), material("03-05"), wants_answer=True
    )
    first = sent("send_material", "03-03 11:00", promise="material 03-04")
    second = sent("send_material", "03-03 11:30", promise="material 03-05")
    assert status(world(asked, first), "03-03 12:00", "reply") == "open"
    assert status(world(asked, first, second), "03-03 12:00", "reply") == "done"


def test_3_reply_sent_at_the_same_minute_is_not_a_later_one() -> None:
    assert status(world(ASKED, sent("reply", "03-03 10:00")), "03-03 12:00", "reply") == "open"


def test_3_a_message_that_asks_twice_is_a_reply_for_each_promise_and_none_of_its_own() -> None:
    asked = received(
        "update", "03-03 10:00", reply_by("03-09"), reply_by("03-06"), wants_answer=True
    )
    found = actions(world(asked), "03-03 12:00", "reply")
    assert {each.promise for each in found} == {"reply_by 03-06", "reply_by 03-09"}
    one = world(asked, sent("other", "03-03 11:00", promise="reply_by 03-06"))
    assert [each.status for each in actions(one, "03-03 12:00", "reply")] == ["done", "open"]
    both = world(asked, sent("reply", "03-03 11:00"))
    assert {each.status for each in actions(both, "03-03 12:00", "reply")} == {"done"}


def test_3_reply_to_a_promise_opens_when_it_was_made() -> None:
    asked = received("update", "03-03 10:00", reply_by("03-09", made_at="03-04 09:00"))
    assert opens(world(asked), "03-04 12:00", "reply") == "03-04 09:00"


@pytest.mark.parametrize("purpose", ["offer", "rejection"])
def test_3_an_offer_and_a_rejection_have_answers_of_their_own(purpose: str) -> None:
    asked = received(purpose, "03-03 10:00", wants_answer=True)  # type: ignore[arg-type]
    assert status(world(asked), "03-03 12:00", "reply") == "absent"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (interview("03-10 10:00", key="i2"), "done"),  # it starts after the invitation
        (interview("03-10 10:00", key="i2", state="no_show"), "done"),
        (interview("03-10 10:00", key="i2", state="moved"), "open"),
        (interview("03-02 10:00", key="i2"), "open"),
        (interview(starts_at=None, on=day("03-10"), key="i2"), "done"),  # a day without a time
    ],
)
def test_3_reply_to_an_invitation_is_done_by_the_round_that_it_led_to(
    after: object, expected: str
) -> None:
    asked = received("invitation", "03-03 10:00", wants_answer=True)
    assert status(world(asked, after), "03-03 12:00", "reply") == expected
    named = received("invitation", "03-03 10:00", wants_answer=True, interview="i2")
    held = interview("03-02 10:00", key="i2")
    assert status(world(named, held), "03-03 12:00", "reply") == "done"


def test_3_reply_after_the_end_to_what_they_asked_since() -> None:
    there = world(ended("withdrawn", "03-03 09:00"), ASKED)
    assert status(there, "03-03 12:00", "reply") == "open"


def test_3_reply_goes_past_a_sender_who_has_left() -> None:
    gone = ANN.replace(left=day("03-01"))
    asked = received("update", "03-03 10:00", by="ann", wants_answer=True)
    there = facts(applied("Globex", gone, RITA, interview(), asked))
    assert the(there, "03-03 12:00", "reply").person == "rita"


@pytest.mark.parametrize(
    ("message", "person"),
    [
        (received("update", "03-03 10:00", by="ann", wants_answer=True), "ann"),
        (received("update", "03-03 10:00", wants_answer=True), "rita"),
    ],
)
def test_3_reply_goes_to_the_sender_where_known(message: object, person: str) -> None:
    assert the(world(RITA, message), "03-03 12:00", "reply").person == person


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [("offer", "open"), ("rejected", "absent"), ("accepted", "absent"), ("withdrawn", "absent"), ("closed", "absent")],
)  # fmt: skip
def test_3_reply_only_while_the_outcome_is_none_or_an_offer(outcome: str, expected: str) -> None:
    there = world(ASKED, ended(outcome, "03-03 11:00"))  # type: ignore[arg-type]
    assert status(there, "03-03 12:00", "reply") == expected


# rejection_reply


REJECTION = received("rejection", "03-05 10:00")


@pytest.mark.parametrize("no", [REJECTION, ended("rejected", "03-05 10:00")])
def test_3_rejection_reply_is_due_after_24_hours_late_after_48_and_closes_after_a_week(
    no: object,
) -> None:
    assert window(world(no), "03-05 12:00", "rejection_reply") == (
        "03-05 10:00",
        "03-06 10:00",
        "03-07 10:00",
        "03-12 10:00",
    )


def test_3_rejection_reply_hours_elapse_and_the_week_keeps_the_wall_clock() -> None:
    no = received("rejection", "10-24 10:00")
    assert window(world(no), "10-24 12:00", "rejection_reply") == (
        "10-24 10:00",
        "10-25 09:00",
        "10-26 09:00",
        "10-31 10:00",
    )


def test_3_rejection_logged_as_message_and_entered_as_outcome_came_once_with_the_first() -> None:
    there = world(REJECTION, ended("rejected", "03-05 12:00"))
    assert window(there, "03-05 13:00", "rejection_reply")[0] == "03-05 10:00"


@pytest.mark.parametrize(
    ("purpose", "expected"), [("rejection_reply", "done"), ("reply", "due"), ("other", "due")]
)
def test_3_rejection_reply_is_done_by_one_sent_since_the_last_reopening(
    purpose: str, expected: str
) -> None:
    there = world(REJECTION, sent(purpose, "03-05 12:00"))  # type: ignore[arg-type]
    assert status(there, "03-06", "rejection_reply") == expected
    again = world(
        received("rejection", "03-04 10:00"),
        sent(purpose, "03-04 12:00"),  # type: ignore[arg-type]
        received("invitation", "03-04 15:00"),
        REJECTION,
    )
    assert status(again, "03-06", "rejection_reply") == "due", "the first ending is gone"


# feedback_request


@pytest.mark.parametrize(
    ("rejected", "country", "expected"),
    [
        # Thursday: the fifth working day is Thursday the 12th, the tenth Thursday the 19th, and it closes first.
        ("03-05 10:00", "DE", ("03-05 10:00", "03-13", "03-19 10:00", "03-19 10:00")),
        # Easter: 2, 7, 8, 9, 10 April are the five in Germany; 2, 3, 6, 7, 8 in the United States.
        ("04-01 10:00", "DE", ("04-01 10:00", "04-11", "04-15 10:00", "04-15 10:00")),
        ("04-01 10:00", "US", ("04-01 10:00", "04-09", "04-15 10:00", "04-15 10:00")),
        # Over the pause at the year's end there are but three; it closes before the fifth.
        ("12-18 10:00", "DE", ("12-18 10:00", "2027-01-01 10:00", "2027-01-01 10:00", "2027-01-01 10:00")),
    ],
)  # fmt: skip
def test_3_feedback_request_opens_with_the_rejection_reply_as_a_part_of_it(
    rejected: str, country: str, expected: tuple[str, ...]
) -> None:
    there = world(received("rejection", rejected), country=country)
    found = the(there, f"{rejected[:5]} 12:00", "feedback_request")
    assert window(there, f"{rejected[:5]} 12:00", "feedback_request") == expected
    assert found.status == "open"


def test_3_feedback_request_opens_two_working_days_after_the_reply_that_was_sent_without_it() -> (
    None
):
    # Thursday the 5th: Friday the 6th, Monday the 9th. Its due and late stay with the rejection.
    there = world(REJECTION, sent("rejection_reply", "03-05 15:00"))
    assert window(there, "03-05 16:00", "feedback_request") == (
        "03-09",
        "03-13",
        "03-19 10:00",
        "03-19 10:00",
    )
    assert status(there, "03-08", "feedback_request") == "upcoming"
    assert status(there, "03-09", "feedback_request") == "open"


def test_3_feedback_request_never_opens_before_the_rejection_that_an_earlier_note_had_answered() -> (
    None
):
    there = world(sent("rejection_reply", "02-24 15:00"), REJECTION)
    assert window(there, "03-05 16:00", "feedback_request")[0] == "03-05 10:00"


def test_3_feedback_request_sent_with_the_reply_is_done() -> None:
    there = world(
        REJECTION, sent("rejection_reply", "03-05 15:00"), sent("feedback_request", "03-05 15:00")
    )
    assert status(there, "03-05 16:00", "feedback_request") == "done"


def test_3_feedback_request_never_closes_before_it_opens_when_the_reply_was_late() -> None:
    there = world(REJECTION, sent("rejection_reply", "03-18 15:00"))
    assert window(there, "03-18 16:00", "feedback_request") == ("03-19 10:00",) * 4


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (interview(), "open"),
        (interview("03-09 10:00"), "absent"),
        (interview(state="cancelled"), "absent"),
        (interview(state="no_show"), "absent"),
    ],
)
def test_3_feedback_request_only_after_at_least_one_interview(held: object, expected: str) -> None:
    there = facts(applied("Globex", held, REJECTION))  # type: ignore[arg-type]
    assert status(there, "03-05 12:00", "feedback_request") == expected


def test_3_feedback_request_as_a_part_of_the_reply_is_not_held_but_sent_alone_it_is() -> None:
    thanked = sent("thank_you", "03-03 10:00")
    now = "03-09 09:00"
    assert status(world(thanked, REJECTION), now, "feedback_request") == "open"
    there = world(thanked, REJECTION, sent("rejection_reply", "03-05 15:00"))
    found = the(there, now, "feedback_request")
    assert (found.status, found.held_by) == ("held", "thank_you 03-03 10:00")
    assert found.held_until == the(there, now, "feedback_request").opens.replace(day=10)
    given_up = facts(*there.applications, skipped("rejection_reply:globex:ann"))
    assert status(given_up, now, "feedback_request") == "held"


def test_3_feedback_request_stands_alone_once_the_reply_has_lapsed() -> None:
    there = world(REJECTION, sent("other", "03-11 10:00"))
    assert status(there, "03-12 09:59", "feedback_request") == "due"
    assert status(there, "03-12 10:00", "rejection_reply") == "lapsed"
    assert status(there, "03-12 10:00", "feedback_request") == "held"


def test_3_an_answer_at_the_minute_of_the_rejection_counts() -> None:
    there = world(REJECTION, sent("rejection_reply", "03-05 10:00"))
    assert status(there, "03-05 12:00", "rejection_reply") == "done"


# offer_reply


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (None, ("03-05 10:00", "03-06 10:00", "03-07 10:00", "never")),
        ("03-20", ("03-05 10:00", "03-06 10:00", "03-07 10:00", "03-21")),
        ("03-06", ("03-05 10:00", "03-06 10:00", "03-07", "03-07")),
        ("03-06 08:00", ("03-05 10:00", "03-06 08:00", "03-06 08:00", "03-06 08:00")),
        ("2027-01-01", ("03-05 10:00", "03-06 10:00", "03-07 10:00", "2027-01-02")),
    ],
)
def test_3_offer_reply_within_24_hours_or_before_its_deadline(
    deadline: str | None, expected: tuple[str, ...]
) -> None:
    there = world(ended("offer", "03-05 10:00", deadline))
    assert window(there, "03-05 12:00", "offer_reply") == expected


def test_3_an_offers_deadline_that_is_a_day_ends_in_the_users_zone() -> None:
    offer = ended("offer", "03-05 10:00").replace(deadline=day("03-20"))
    there = facts(
        applied("Globex", offer, time_zone="America/Los_Angeles"), zone="Pacific/Auckland"
    )
    assert window(there, "03-06 12:00", "offer_reply")[3] == "03-21"


def test_3_offer_reply_until_it_is_answered_acceptance_included() -> None:
    offer = received("offer", "03-05 10:00")
    assert status(world(offer), "03-05 12:00", "offer_reply") == "open"
    answered = sent("offer_reply", "03-05 11:00")
    assert status(world(offer, answered), "03-05 12:00", "offer_reply") == "done"
    accepted = ended("accepted", "03-05 11:00")
    assert status(world(offer, accepted), "03-05 12:00", "offer_reply") == "done"


def test_3_offer_that_turned_into_a_rejection_asks_for_the_other_answer() -> None:
    there = world(received("offer", "03-04 10:00"), REJECTION)
    assert status(there, "03-05 12:00", "offer_reply") == "absent"
    assert status(there, "03-05 12:00", "rejection_reply") == "open"


def test_3_rejection_that_turned_into_an_offer_asks_for_the_other_answer() -> None:
    there = world(REJECTION, received("offer", "03-06 10:00"))
    assert status(there, "03-06 12:00", "offer_reply") == "open"
    assert status(there, "03-06 12:00", "rejection_reply") == "absent"
    assert status(there, "03-06 12:00", "feedback_request") == "absent"


def test_3_a_withdraw_note_takes_the_place_of_an_unanswered_offer_reply() -> None:
    offer = received("offer", "03-05 10:00")
    there = world(offer, ended("withdrawn", "03-05 12:00"))
    assert status(there, "03-05 13:00", "offer_reply") == "absent"
    assert status(there, "03-05 13:00", "withdraw_note") == "open"
    # One that was answered before goes with the offer; answered on that day, it told them.
    there = world(offer, sent("offer_reply", "03-05 11:00"), ended("withdrawn", "03-05 12:00"))
    assert status(there, "03-05 13:00", "offer_reply") == "absent"
    assert status(there, "03-05 13:00", "withdraw_note") == "done"
    # With an acceptance elsewhere it stays listed as done.
    there = world(offer, sent("offer_reply", "03-05 11:00"))
    taken = applied("Acme", BEN, ended("accepted", "03-05 12:00"))
    both = there.replace(applications=(*there.applications, taken))
    assert status(both, "03-05 13:00", "offer_reply") == "done"
