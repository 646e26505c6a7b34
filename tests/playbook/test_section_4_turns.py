"""PLAYBOOK 4.2 to 4.4 and 4.10 to 4.13: whose turn it is, several at once, what waits, what goes stale, the letter."""

import pytest

from followup.model.facts import Application, Facts
from tests.builders import (
    ANN,
    BEN,
    HUGO,
    MAX,
    RITA,
    actions,
    applied,
    clock,
    day,
    decision_by,
    ended,
    facts,
    interview,
    kinds,
    material,
    opens,
    person,
    received,
    reply_by,
    sent,
    skipped,
    snoozed,
    status,
    the,
    window,
)


def globex(*parts: object, **settings: object) -> Facts:
    return facts(applied("Globex", *parts), **settings)  # type: ignore[arg-type]


# 4.2: my turn.

ASKED = received(
    "update", "03-03 10:00", wants_answer=True, id="mail"
)  # its reply closes on 12 March


def test_4_2_while_a_reply_is_not_done_no_check_opens_before_the_working_day_after_it_closes() -> (
    None
):
    assert opens(globex(interview(), ASKED), "03-04", "status_check") == "03-13"
    answered = globex(interview(), ASKED, sent("reply", "03-04 10:00"))
    assert opens(answered, "03-05", "status_check") == "03-11"


def test_4_2_a_lapsed_one_keeps_the_floor_and_a_skipped_one_until_the_day_after_the_skip() -> None:
    assert status(globex(interview(), ASKED), "03-12 12:00", "reply") == "lapsed"
    assert opens(globex(interview(), ASKED), "03-12 12:00", "status_check") == "03-13"
    late = globex(interview("02-16 10:00", material("02-27")))  # closes with 13 March
    assert opens(late, "03-10", "status_check") == "03-16"
    skip = skipped("send_material:globex:i1:ann:material 02-27", "03-03 10:00")
    there = facts(applied("Globex", interview("02-16 10:00", material("02-27"))), skip)
    assert opens(there, "03-10", "status_check") == "03-04"
    reason = the(there, "03-10", "status_check").reason
    assert reason.endswith("You skipped that on Tue 3 Mar: ask from Wed 4 Mar on."), reason


def test_4_2_my_turn_holds_for_move_on_too_and_the_reason_says_so() -> None:
    task = received("update", "03-10 10:00", material("03-16", text="your case study"))
    there = globex(interview(), task)
    found = the(there, "03-11", "status_check")
    assert clock(found.opens) == "03-31"
    assert (
        found.reason
        == "It is your turn first. Globex asked you on Tue 10 Mar to send something by Mon 16 Mar: your case study. "
        "The check waits for that, at the most until Mon 30 Mar: without it, ask from Tue 31 Mar on."
    )
    assert opens(globex(interview(), task, checks=0), "03-11", "move_on") == "04-07"
    owed = the(globex(interview(), ASKED), "03-04", "status_check")
    assert owed.reason == (
        "It is your turn first. They wrote on Tue 3 Mar and wait for your answer. "
        "The check waits for that, at the most until Thu 12 Mar: without it, ask from Fri 13 Mar on."
    ), "nobody named a day for the answer, so none is put into their mouth"
    days = reply_by("03-04"), reply_by("03-05")
    for both in (days, days[::-1]):
        asked = the(
            globex(interview(), received("update", "03-06 10:00", *both)),
            "03-06 12:00",
            "status_check",
        )
        assert "by Wed 4 Mar" in asked.reason, "the first day, in whatever order they were entered"


# 4.3: several at once.


def role(
    key: str, who: object, starts: str = "03-02 10:00", company: str = "Globex"
) -> Application:
    """A role with an interview by its one person."""
    by = who.id  # type: ignore[attr-defined]
    return applied(company, interview(starts, key=f"i {key}", by=by), id=key).replace(people=(who,))


def test_4_3_of_several_live_at_one_moment_one_goes_and_holds_the_others_while_it_is_live() -> None:
    world = facts(role("a", ANN), role("b", BEN, "03-03 10:00"))
    first, second = (the(world, "03-12", "status_check", application=key) for key in "ab")
    assert first.status in ("due", "overdue")
    assert (second.status, second.held_by, second.held_until) == ("held", first.key, None)
    assert clock(second.due) == "03-11", "due and late count from its own opening"
    skip = facts(role("a", ANN), role("b", BEN, "03-03 10:00"), skipped(first.key, "03-11 10:00"))
    assert the(skip, "03-12", "status_check", application="b").status != "held"


def test_4_3_checks_go_before_feedback_requests_and_these_before_notes() -> None:
    no = applied(
        "Globex", MAX, interview("02-02 10:00", by="max", key="i9"), ended("rejected", "03-05 10:00"),
        sent("rejection_reply", "03-05 11:00"), id="no",
    )  # fmt: skip
    kept = applied(
        "Globex", RITA, interview("2025-10-01 10:00", by="rita", key="i8"), ended("closed", "2025-10-02 10:00"),
        id="old",
    )  # fmt: skip
    world = facts(no, kept, role("a", ANN, "03-02 10:00"))
    found = {
        each.kind: each.status for each in actions(world, "03-10") if each.status != "upcoming"
    }
    assert (found["status_check"], found["feedback_request"], found["keep_in_touch"]) == (
        "due",
        "held",
        "held",
    )
    rest = actions(facts(no, kept), "03-10")
    without = {each.kind: each.status for each in rest if each.status != "upcoming"}
    assert (without["feedback_request"], without["keep_in_touch"]) == ("open", "held")


def test_4_3_checks_to_one_address_at_several_employers_go_one_by_one() -> None:
    mail = "gus@agency.example"
    gus, sam = (person(name, "recruiter", email=mail) for name in ("Gus", "Sam"))
    world = facts(role("a", gus), role("b", sam, "03-03 10:00", "Acme"))
    held = the(world, "03-11", "status_check", application="b")
    assert (held.status, held.held_by) == ("held", "status_check:a:gus")
    # Once sent, it holds the other until the next working day.
    first = role("a", gus).replace(touchpoints=(sent("status_check", "03-11 10:00", to="gus"),))
    after = the(
        facts(first, role("b", sam, "03-03 10:00", "Acme")),
        "03-11 12:00",
        "status_check",
        application="b",
    )
    assert (after.status, clock(after.held_until)) == ("held", "03-12")


def test_4_3_an_expedite_takes_over_the_checks_and_they_open_again_after_its_deadline() -> None:
    offer = applied("Acme", BEN, ended("offer", "03-05 10:00", "03-12"))
    here = applied("Globex", interview())
    assert kinds(facts(here, offer), "03-10", application="globex") >= {"expedite"}
    assert status(facts(here, offer), "03-10", "status_check") == "absent"
    again = window(facts(here, offer), "03-13", "status_check")
    assert again == ("03-13", "03-14", "03-19", "never")  # Thursday's deadline: Friday
    skip = skipped("expedite:globex:ann", "03-06 10:00")
    assert opens(facts(here, offer, skip), "03-10", "status_check") == "03-09"
    snooze = snoozed("expedite:globex:ann", "03-11 10:00")
    assert status(facts(here, offer, snooze), "03-10", "status_check") == "due"


# 4.4: out of office, and who it goes to.


def test_4_4_an_out_of_office_within_a_day_of_a_check_was_its_answer() -> None:
    check = sent("status_check", "03-09 10:00")
    away = received("out_of_office", "03-09 10:05", back_on="03-18")
    assert opens(globex(interview(), check, away), "03-10", "second_check") == "03-25"
    second = sent("second_check", "03-16 10:00")
    last = received("out_of_office", "03-16 10:05", back_on="03-20")
    assert opens(globex(interview(), check, second, last), "03-17", "move_on") == "03-27"


def test_4_4_who_the_check_was_sent_to_answered_it_by_being_away_whoever_is_asked_next() -> None:
    wrote = received("update", "03-03 10:00", by="max")
    check = sent("status_check", "03-12 10:00", to="rita")
    away = received("out_of_office", "03-12 10:05", by="rita", back_on="03-18")
    world = globex(RITA, MAX, interview(by="max"), wrote, check, away)
    assert opens(world, "03-13", "second_check") == "03-25"
    other = received("out_of_office", "03-12 10:05", by="hugo", back_on="03-18")
    world = globex(RITA, MAX, HUGO, interview(by="max"), wrote, check, other)
    assert opens(world, "03-13", "second_check") == "03-19"


def test_4_4_an_out_of_office_of_somebody_else_holds_nothing() -> None:
    away = received("out_of_office", "03-09 09:00", by="max", back_on="03-20")
    assert status(globex(RITA, MAX, interview(by="max"), away), "03-10", "status_check") == "due"


def test_4_4_a_return_more_than_28_days_off_holds_nothing_and_the_person_is_passed_over() -> None:
    away = received("out_of_office", "03-05 09:00", by="rita", back_on="04-03")
    there = globex(RITA, HUGO, interview(by="rita"), away)
    found = the(there, "03-10", "status_check")
    assert (found.status, found.person) == ("due", "hugo")
    near = globex(RITA, HUGO, interview(by="rita"), away.replace(back_on=day("04-02")))
    assert the(near, "03-10", "status_check").person == "rita"
    wrote = received("update", "03-06 10:00", by="rita")  # until their next message
    assert (
        the(globex(RITA, HUGO, interview(by="rita"), away, wrote), "03-10", "status_check").person
        == "rita"
    )


def test_3_who_has_left_is_passed_over_while_there_is_another() -> None:
    gone = RITA.replace(left=day("03-05"))
    assert the(globex(gone, HUGO, interview(by="rita")), "03-10", "status_check").person == "hugo"
    assert the(globex(gone, HUGO, interview(by="rita")), "03-04", "status_check").person == "rita"
    assert the(globex(gone, interview(by="rita")), "03-10", "status_check").person == "rita"


def test_3_of_those_who_decide_the_one_whose_message_came_last() -> None:
    there = globex(RITA, MAX, interview(by="rita"), received("update", "03-03 10:00", by="max"))
    assert the(there, "03-10", "status_check").person == "max"


# 4.10: nothing stays overdue for ever.


def test_4_10_a_check_28_days_past_late_is_stale_and_move_on_takes_its_place_at_once() -> None:
    assert kinds(globex(interview()), "04-10") & {"status_check", "move_on"} == {"move_on"}
    assert opens(globex(interview()), "04-10", "move_on") == "04-10"  # late on 13 March
    snooze = snoozed("status_check:globex:ann", "04-20")
    there = facts(applied("Globex", interview()), snooze)
    assert kinds(there, "04-12") & {"status_check", "move_on"} == {"status_check"}
    assert opens(there, "04-20", "move_on") == "04-20"


# 4.11: on hold.


@pytest.mark.parametrize(
    ("back", "until", "decide"), [("04-15", "04-16", "04-23"), (None, "04-02", "04-09")]
)
def test_4_11_on_hold_holds_the_checks_until_the_day_named_has_passed_or_for_28_days(
    back: str | None, until: str, decide: str
) -> None:
    there = globex(interview(), received("on_hold", "03-05 10:00", back_on=back))
    found = the(there, "03-20", "status_check")
    assert (found.status, clock(found.held_until)) == ("held", until)
    lifted = globex(
        interview(),
        received("on_hold", "03-05 10:00", back_on=back),
        received("update", "03-09 10:00"),
    )
    assert status(lifted, "03-20", "status_check") == "overdue"
    silent = globex(interview(), received("on_hold", "03-05 10:00", back_on=back), checks=0)
    assert opens(silent, "03-20", "move_on") == decide


# 4.12: silence that means no.


def test_4_12_where_silence_means_no_no_check_opens_but_move_on_the_working_day_after_it() -> None:
    no = decision_by("03-06", silence_means_no=True)
    there = globex(interview("03-02 10:00", no))
    assert kinds(there, "03-20") & {"status_check", "second_check", "move_on"} == {"move_on"}
    assert opens(there, "03-03", "move_on") == "03-09"
    wrote = globex(interview("03-02 10:00", no), received("update", "03-07 10:00"))
    assert "status_check" in kinds(wrote, "03-20")


# 4.13: the letter.

LETTER = received("offer", "03-02 15:00", decision_by("03-06"))


def test_4_13_a_promise_with_an_offer_derives_a_check_about_the_letter_a_second_and_no_move_on() -> (
    None
):
    there = globex(interview(), LETTER)
    found = the(there, "03-10", "status_check")
    assert (found.about, found.status, clock(found.opens)) == ("letter", "due", "03-09")
    first = sent("status_check", "03-10 10:00")
    assert the(globex(interview(), LETTER, first), "03-17", "second_check").about == "letter"
    second = sent("second_check", "03-17 10:00")
    assert "move_on" not in kinds(globex(interview(), LETTER, first, second), "04-10")


def test_4_13_a_cadence_of_three_checks_has_two_about_the_letter() -> None:
    first, second = sent("status_check", "03-10 10:00"), sent("second_check", "03-17 10:00")
    three = facts(applied("Globex", interview(), LETTER, first, second), checks=3)
    assert status(three, "04-10", "second_check") == "done"


def test_4_13_any_later_message_of_theirs_ends_it_and_a_stale_one_is_gone() -> None:
    wrote = received("update", "03-05 10:00")
    assert status(globex(interview(), LETTER, wrote), "03-10", "status_check") == "absent"
    assert kinds(globex(interview(), LETTER), "04-20") & {"status_check", "move_on"} == set()


def test_4_13_the_same_after_an_acceptance_here() -> None:
    taken = ended("accepted", "03-03 10:00")
    later = received("update", "03-04 10:00", decision_by("03-10"))
    assert the(globex(interview(), taken, later), "03-11", "status_check").about == "letter"
    none = globex(interview(), taken)
    assert status(none, "03-11", "status_check") == "absent"
