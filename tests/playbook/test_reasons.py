"""Every action says why, in plain words built from the facts, and which guides stand behind it (PLAYBOOK 1, 3)."""

from typing import get_args

import pytest

from followup.model.facts import Facts
from followup.model.vocabulary import ActionKind
from tests.builders import (
    ANN,
    BEN,
    GUS,
    RITA,
    applied,
    decision_by,
    ended,
    facts,
    interview,
    material,
    person,
    received,
    reply_by,
    sent,
    skipped,
    snoozed,
    the,
)
from tests.rows import each_row

FIRST = sent("status_check", "03-09 10:00")
SECOND = sent("second_check", "03-16 10:00")
HELD = facts(
    applied("Globex", ANN.replace(rapport=True), interview("03-02 10:00", material("03-06")))
)
NO = facts(applied("Globex", RITA, interview(by="rita"), ended("rejected", "03-05 10:00")))


def globex(*parts: object, **settings: object) -> Facts:
    return facts(applied("Globex", *parts), **settings)  # type: ignore[arg-type]


TABLE: dict[str, tuple[Facts, str, tuple[str, ...], str]] = {
    "debrief": (
        HELD, "03-02 12:00", ("G1.3", "G2.2", "G5"),
        "The interview at Globex ended on Mon 2 Mar and nothing of what was said is noted: "
        "a message needs something to refer to.",
    ),
    "thank_you": (
        HELD, "03-02 12:00", ("G1.1", "G2.1", "G3.3", "G4", "G5"),
        "You spoke with Ann on Mon 2 Mar; a thank-you is best within a day.",
    ),
    "send_material": (HELD, "03-02 12:00", ("G2.5",), "You promised to send Globex something by Fri 6 Mar."),
    "reply": (
        globex(received("update", "03-05 10:00", reply_by("03-09"), by="ann")), "03-05 12:00", ("G3.2",),
        "Ann wrote on Thu 5 Mar and waits for your answer by Mon 9 Mar.",
    ),
    "linkedin_connect": (
        HELD, "03-05 12:00", ("G5",),
        "You got on well: connect with Ann, whatever comes of the interview of Mon 2 Mar.",
    ),
    "status_check": (
        globex(interview("09-08 10:00", decision_by("09-18"))), "09-22 09:00",
        ("G2.6", "G3.1", "G3.3", "G4", "G5"), "They said they would decide by Fri 18 Sep; it is Tue 22 Sep.",
    ),
    "second_check": (
        globex(interview(), FIRST), "03-17", ("G2.7", "G3.3", "G3.4"),
        "Your check of Mon 9 Mar went unanswered: ask for an estimate of the time.",
    ),
    "move_on": (
        globex(interview(), FIRST, SECOND), "03-24", ("G3.4",),
        "Two checks went unanswered: nothing more is worth sending. Close it, or keep watching until a date.",
    ),
    "rejection_reply": (
        NO, "03-05 12:00", ("G5",), "Globex turned you down on Thu 5 Mar; a gracious answer is remembered.",
    ),
    "feedback_request": (
        NO, "03-05 12:00", ("G1.5",),
        "As a part of your answer to the rejection you may ask what would have helped.",
    ),
    "keep_in_touch": (
        NO, "06-03 12:00", ("G3.3", "G5"), "It ended with Globex on Thu 5 Mar; a short note to Rita keeps the tie.",
    ),
    "offer_reply": (
        globex(ended("offer", "03-05 10:00", "03-13")), "03-05 12:00", ("common courtesy",),
        "Globex made you an offer on Thu 5 Mar: thank them, and say when you will decide. It stands until Fri 13 Mar.",
    ),
    "decide_offer": (
        globex(ended("offer", "03-05 10:00", "03-13")), "03-05 12:00", ("common practice",),
        "The offer of Globex stands until Fri 13 Mar: take it or decline it.",
    ),
    "expedite": (
        facts(applied("Globex", interview()), applied("Acme", BEN, ended("offer", "03-05 10:00", "03-13"))),
        "03-05 12:00", ("common practice",), "Acme made you an offer that stands until ",
    ),
    "withdraw_note": (
        globex(interview(), ended("withdrawn", "03-05 10:00")), "03-05 12:00", ("G3.1",),
        "You withdrew on Thu 5 Mar: tell Globex.",
    ),
    "tell_referrer": (
        globex(person("Rey", "referrer"), interview(by="")), "03-03", ("common courtesy",),
        "Your first interview at Globex was on Mon 2 Mar: thank Rey for the word.",
    ),
}  # fmt: skip


@each_row("kind", get_args(ActionKind))
def test_3_every_kind_says_why_and_names_its_guides(kind: str) -> None:
    world, now, guides, reason = TABLE[kind]
    found = the(world, now, kind)
    assert found.reason.startswith(reason)
    assert found.guides == guides


@pytest.mark.parametrize("kind", ["offer_reply", "expedite"])
def test_3_a_deadline_that_is_a_day_is_named_as_that_day(kind: str) -> None:
    world, now, _, _ = TABLE[kind]
    assert "until Fri 13 Mar" in the(world, now, kind).reason


@each_row(
    ("world", "now", "kind", "reason"),
    [
        (globex(interview(), sent("thank_you", "03-02 15:00")), "03-03", "thank_you", "Done on Mon 2 Mar."),
        (facts(applied("Globex", interview()), skipped("thank_you:globex:i1:ann")), "03-03", "thank_you",
         "You skipped it. You spoke with Ann on Mon 2 Mar"),
        (globex(interview()), "03-20", "thank_you", "Its time ended on Mon 9 Mar; now it would look odd. "),
        (facts(applied("Globex", interview()), snoozed("thank_you:globex:i1:ann", "03-05 10:00")), "03-04", "thank_you",
         "Snoozed until Thu 5 Mar. You spoke with Ann"),
        (globex(interview()), "03-20", "debrief", "Its time ended on Thu 5 Mar. The interview at Globex"),
        (globex(interview(by="")), "03-03", "thank_you", "You had an interview at Globex on Mon 2 Mar; "),
        (globex(interview(mode="ai")), "03-03", "thank_you", "No human met you in the AI interview of Mon 2 Mar: "),
        (globex(GUS, interview(by="gus"), route="agency"), "03-03", "thank_you",
         "You spoke with Gus on Mon 2 Mar; a thank-you is best within a day."),
        (globex(interview("03-02 10:00", material("03-06", text="the slides\n of my talk"))), "03-03", "send_material",
         "You promised to send Globex something by Fri 6 Mar: the slides of my talk."),
        (globex(interview("03-02 10:00", material(text="the slides!"))), "03-03", "send_material",
         "You promised to send Globex something: the slides! Within a day is usual."),
        (globex(interview("03-02 10:00", reply_by("03-06"))), "03-03", "reply",
         "You promised Globex an answer by Fri 6 Mar."),
        (globex(interview(), received("update", "03-05 10:00", wants_answer=True)), "03-05 12:00", "reply",
         "They wrote on Thu 5 Mar and wait for your answer. They named no day: within a day is usual."),
        (globex(RITA, interview(by="rita")), "03-05", "linkedin_connect",
         "A recruiter is worth knowing: connect with Rita, "),
        (globex(interview(), ended("offer", "03-05 10:00", "03-06")), "03-09", "offer_reply",
         "Its time ended on Fri 6 Mar; now it would look odd. Globex made you an offer on Thu 5 Mar: it stood until "),
        (globex(interview(), ended("rejected", "03-05 10:00")), "03-13", "feedback_request",
         "The rejection of Thu 5 Mar stays unanswered; you may still ask what would have helped."),
        (globex(RITA, interview(by="rita"), received("rejection", "03-05 10:00", by="rita")), "06-04", "keep_in_touch",
         "You were last in touch with Rita on Thu 5 Mar; a short note keeps the tie."),
        (globex(RITA, interview(by="rita"), received("rejection", "03-05 10:00")), "06-04", "keep_in_touch",
         "You were last in touch with Globex on Thu 5 Mar; a short note to Rita keeps the tie."),
        (facts(applied("Globex", interview()).replace(company="  ")), "03-02 12:00", "debrief",
         "The interview at an unnamed employer ended on "),
        (globex(interview(), checks=0), "03-09", "move_on", "No answer came: nothing more is worth sending."),
        (globex(interview(), FIRST, checks=1), "03-24", "move_on", "One check went unanswered: "),
        (globex(interview(), FIRST, SECOND, sent("second_check", "03-23 10:00"), checks=3), "03-31", "move_on",
         "Three checks went unanswered: "),
        (globex(interview("03-06 14:00", state="no_show")), "03-09", "status_check",
         "They did not show up on Fri 6 Mar: "),
        (globex(interview("12-21 10:00", decision_by("2027-01-08"))), "12-31", "status_check",
         "They said they would decide by Fri 8 Jan 2027; "),
        (globex(interview(), received("out_of_office", "03-06 10:00", back_on="03-11")), "03-09", "status_check",
         "Held until Thu 12 Mar: they are out of office until Wed 11 Mar."),
    ],
)  # fmt: skip
def test_3_the_reason_goes_with_the_status(world: Facts, now: str, kind: str, reason: str) -> None:
    said = the(world, now, kind).reason
    assert said.startswith(reason)
    assert said.endswith((".", "!", "?")), "a whole sentence"


def test_3_before_the_day_that_they_gave_the_reason_says_when_to_ask() -> None:
    world = globex(interview("03-02 10:00", decision_by("03-06")))
    waiting = "They said they would decide by Fri 6 Mar; ask when that day has passed, not before."
    assert the(world, "03-06 12:00", "status_check").reason == waiting
    passed = "They said they would decide by Fri 6 Mar; ask on Mon 9 Mar."
    assert the(world, "03-07 12:00", "status_check").reason == passed


WAIT = "7 days after the interview of Mon 2 Mar you may ask."
WAIT_FOR_WORDS = "7 days after their message of Tue 3 Mar you may ask."


@pytest.mark.parametrize(
    ("world", "now", "reason"),
    [
        (globex(interview()), "03-03", f"They gave no date; {WAIT}"),
        (globex(interview("03-02 10:00", decision_by("02-27"))), "03-03", f"They gave no date that counts; {WAIT}"),
        # 4.1: a message that came before the promised day spends the promise when that day ends.
        (globex(interview("03-02 10:00", decision_by("03-20")), received("update", "03-03 10:00")), "03-21",
         f"They named Fri 20 Mar, but they wrote again after they had named it; {WAIT_FOR_WORDS}"),
        (globex(interview("02-23 10:00", decision_by("02-27")), interview(key="i2")), "03-03",
         f"They named Fri 27 Feb, but another round was held after they had named it; {WAIT}"),
    ],
)  # fmt: skip
def test_4_2_the_reason_says_why_no_promised_day_counts(
    world: Facts, now: str, reason: str
) -> None:
    assert the(world, now, "status_check").reason == reason


def test_4_4_an_out_of_office_without_a_day_of_return_holds_nothing_and_the_reason_says_so() -> (
    None
):
    away = received("out_of_office", "03-06 10:00")
    said = " Their out-of-office of Fri 6 Mar names no day of return, so it holds nothing."
    check = the(globex(interview(), away), "03-09 09:00", "status_check")
    assert (check.status, check.reason) == ("due", f"They gave no date; {WAIT}{said}")
    for later in (
        received("update", "03-07 10:00"),
        received("out_of_office", "03-07 10:00", back_on="03-11"),
    ):
        assert said not in the(globex(interview(), away, later), "03-16", "status_check").reason


def test_a_company_that_ends_in_a_stop_ends_the_reason_with_one() -> None:
    world = facts(applied("Acme Inc.", interview(), ended("withdrawn", "03-05 10:00")))
    assert the(world, "03-05 12:00", "withdraw_note").reason.endswith(": tell Acme Inc.")


# The reason and the date of a check go together.


@pytest.mark.parametrize(
    ("world", "now", "reason"),
    [
        # A holiday that moved it, by its name: Good Friday is the 3rd of April, Easter Monday the 6th.
        (globex(interview("03-30 10:00"), country="GB"), "04-01",
         "They gave no date; 7 days after the interview of Mon 30 Mar you may ask. "
         "Easter Monday is no working day there."),
        (globex(interview("03-27 10:00")), "04-01",
         "They gave no date; 7 days after the interview of Fri 27 Mar you may ask. "
         "Good Friday and Easter Monday are no working days there."),
        (globex(interview("03-02 10:00", decision_by("04-02"))), "04-03",
         "They said they would decide by Thu 2 Apr; ask on Tue 7 Apr. "
         "Good Friday and Easter Monday are no working days there."),
        (globex(interview("12-14 10:00", decision_by("12-23"))), "12-24",
         "They said they would decide by Wed 23 Dec; ask on Mon 4 Jan 2027. "
         "From 24 December to 1 January nobody works there."),
        # What had held it, once that is over.
        (facts(applied("Globex", interview()), applied("Globex", RITA, sent("other", "03-05 10:00", to="rita"), id="g2",
         role="Planner")), "03-12",
         "They gave no date; 7 days after the interview of Mon 2 Mar you may ask. "
         "It was held until Thu 12 Mar: you wrote to Rita at Globex (Planner) on Thu 5 Mar."),
        # A message of theirs, and the day that they had named, which still counts.
        (globex(interview("03-02 10:00", decision_by("03-20")), received("update", "03-03 10:00")), "03-04",
         "They said they would decide by Fri 20 Mar; they wrote again, but no other day was named; "
         "ask when that day has passed, not before."),
        # A date that they owe: the same sentence before its day and after it.
        (globex(received("invitation", "03-09 10:00")), "03-10",
         "No date has been named since Mon 9 Mar: ask for one from Thu 12 Mar on, "
         "the third working day after Mon 9 Mar."),
        (globex(received("invitation", "03-09 10:00")), "03-16",
         "No date has been named since Mon 9 Mar: ask for one from Thu 12 Mar on, "
         "the third working day after Mon 9 Mar."),
    ],
)  # fmt: skip
def test_4_the_reason_accounts_for_the_date(world: Facts, now: str, reason: str) -> None:
    assert the(world, now, "status_check").reason == reason


def test_4_4_the_second_check_after_their_return_says_so() -> None:
    away = received("out_of_office", "03-09 11:00", back_on="03-16")
    found = the(globex(interview(), FIRST, away), "03-17", "second_check")
    assert found.reason == (
        "Your check of Mon 9 Mar went unanswered: ask for an estimate of the time, "
        "7 days after their return on Mon 16 Mar."
    )


def test_4_3_what_waits_for_another_names_it_and_its_role() -> None:
    first = applied("Globex", interview("02-27 10:00"), id="g1", role="Analyst")
    second = applied("Globex", RITA, interview("03-02 10:00", by="rita"), id="g2", role="Planner")
    held = the(facts(first, second), "03-10", "status_check", application="g2")
    assert held.status == "held"
    assert held.reason == (
        "Held while the status check to Ann at Globex (Analyst) of Fri 6 Mar is to go first; "
        "you can name this role in it."
    )


def test_4_13_the_offer_and_the_check_about_its_letter_say_which_comes_first() -> None:
    offer = received("offer", "03-02 15:00", decision_by("03-06", text="the contract"))
    there = globex(interview("02-27 10:00"), offer)
    decide = "by Fri 13 Mar, take it or decline it."
    assert the(there, "03-04", "decide_offer").reason.endswith(
        f"{decide} Their letter is to come by Fri 6 Mar: have it first."
    )
    assert the(there, "03-09 10:00", "decide_offer").reason.endswith(
        f"{decide} Their letter was to come by Fri 6 Mar: ask for it first."
    )
    assert the(there, "03-09 10:00", "status_check").reason == (
        "You were to hear from them by Fri 6 Mar; it is Mon 9 Mar. "
        "Ask for the letter first, and decide when you have it."
    )


def test_3_once_it_is_too_late_to_ask_the_reason_does_not_say_that_one_may() -> None:
    there = globex(interview(), ended("rejected", "03-05 10:00"))
    assert the(there, "03-19 12:00", "feedback_request").reason == (
        "Its time ended on Thu 19 Mar; now it would look odd. "
        "The rejection of Thu 5 Mar stays unanswered."
    )
