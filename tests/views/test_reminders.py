"""What reminds of the plan: each morning, and half an hour after an interview."""

from followup.model.facts import Facts
from followup.views.reminders import Reminder, for_today, reminders
from tests.builders import ANN, BEN, applied, at, facts, interview, sent, specific

TWO = facts(applied("Globex", ANN, BEN, interview("03-02 10:00", specific(), by="ann ben")))


def said(since: str, now: str, world: Facts = TWO) -> list[str]:
    return [one.title for one in reminders(world, at(since), at(now))]


def test_half_an_hour_after_an_interview_it_says_whom_to_thank_and_once() -> None:
    assert said("03-02 11:15", "03-02 11:29") == []
    (one,) = reminders(TWO, at("03-02 11:15"), at("03-02 11:30"))
    assert one == Reminder(
        "interview:globex:i1",
        at("03-02 11:30"),
        "Your interview at Globex is over",
        ("Thank 2 people · Globex · best tonight",),
    )
    assert said("03-02 11:30", "03-02 11:45") == []
    assert said("03-02 09:00", "03-02 12:00") == [one.title], "a computer that slept meanwhile"


def test_who_has_thanked_already_or_had_no_interview_is_not_reminded() -> None:
    thanked = facts(
        applied(
            "Globex",
            interview("03-02 10:00", specific()),
            sent("thank_you", "03-02 11:10", to="ann"),
        )
    )
    off = facts(applied("Globex", interview("03-02 10:00", state="cancelled")))
    for world in (thanked, off):
        assert said("03-02 11:00", "03-02 12:00", world) == []


def test_at_nine_it_says_what_is_due_as_today_does() -> None:
    (one,) = reminders(TWO, at("03-03 08:59"), at("03-03 09:00"))
    assert one == Reminder(
        "today:2026-03-03",
        at("03-03 09:00"),
        "1 thing to do today",
        ("Thank 2 people · Globex · by 11:00 today",),
    )
    assert said("03-03 09:00", "03-03 10:00") == []
    assert for_today(TWO, at("03-03 15:00")) is not None


def test_a_day_without_anything_to_do_says_nothing() -> None:
    quiet = facts(
        applied("Globex", interview("03-02 10:00", specific()), sent("thank_you", "03-02 15:00"))
    )
    assert for_today(quiet, at("03-04 09:00")) is None
    assert said("03-04 08:00", "03-04 10:00", quiet) == []
    assert for_today(facts(), at("03-04 09:00")) is None


def test_nine_is_nine_on_the_users_own_clock() -> None:
    there = TWO.replace(me=TWO.me.replace(time_zone="America/New_York"))
    assert said("03-03 08:30", "03-03 09:30", there) == []
    assert said("03-03 14:30", "03-03 15:30", there) == ["1 thing to do today"]
