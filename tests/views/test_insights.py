"""Insights: numbers that were counted by hand, and what their definitions leave out."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from followup.model.facts import Application, Facts, Touchpoint
from followup.model.vocabulary import Purpose
from followup.playbook.plan import plan
from followup.views.chart_files import Spec
from followup.views.insights.charts import days_chart, kept_chart, rates_chart, weeks_chart
from followup.views.insights.insights import Insights, Kept, Week, insights
from followup.views.insights.replies import ENOUGH, Rate
from followup.views.insights.waits import median
from tests.builders import (
    ANN,
    BEN,
    applied,
    at,
    day,
    ended,
    facts,
    interview,
    received,
    sent,
    skipped,
    specific,
)


def of(world: Facts, now: str) -> Insights:
    moment = at(now, world.me.zone.key)
    return insights(world, plan(world, moment), moment)


def globex(*what: object, **more: object) -> Application:
    """Ann's interview on Monday 2 March from 10:00 to 11:00, and what came of it."""
    return applied("Globex", interview("03-02 10:00", specific()), *what, **more)  # type: ignore[arg-type]


def check(when: str) -> Touchpoint:
    return sent("status_check", when, to="ann")


THANKS = sent("thank_you", "03-02 15:00", to="ann", interview="i1")


def shown(rates: Sequence[Rate]) -> dict[str, tuple[int, int, int]]:
    return {rate.label: (rate.answered, rate.of, rate.waiting) for rate in rates}


class TestAnswered:
    """One thank-you of 2 March at 15:00: (answered, of, not yet counted)."""

    @pytest.mark.parametrize(
        ("now", "after", "numbers"),
        [
            ("03-10 09:00", [], (0, 0, 1)),
            ("03-16 14:59", [], (0, 0, 1)),
            ("03-16 15:00", [], (0, 1, 0)),
            ("03-10 09:00", [received("reply", "03-03 09:00")], (1, 1, 0)),
            ("03-10 09:00", [received("out_of_office", "03-03 09:00")], (0, 0, 1)),
            ("03-10 09:00", [received("reply", "03-01 09:00")], (0, 0, 1)),
            ("03-30 09:00", [received("reply", "03-16 15:00")], (1, 1, 0)),
            ("03-30 09:00", [received("reply", "03-16 15:01")], (0, 1, 0)),
            ("03-10 09:00", [received("reply", "03-12 09:00")], (0, 0, 1)),
            ("03-10 09:00", [ended("rejected", "03-06 09:00")], (1, 1, 0)),
            ("03-10 09:00", [ended("offer", "03-06 09:00")], (1, 1, 0)),
            ("03-30 09:00", [ended("withdrawn", "03-06 09:00")], (0, 0, 0)),
            ("03-30 09:00", [ended("closed", "03-20 09:00")], (0, 1, 0)),
        ],
        ids=[
            "waiting",
            "a minute before two weeks",
            "two weeks",
            "a reply",
            "out of office",
            "a reply before it",
            "a reply at the last moment",
            "a reply too late",
            "a reply dated ahead",
            "an entered rejection",
            "an entered offer",
            "withdrawn before its time was over",
            "closed after its time was over",
        ],
    )
    def test_what_is_an_answer(
        self, now: str, after: list[object], numbers: tuple[int, int, int]
    ) -> None:
        rate = of(facts(globex(THANKS, *after)), now).all_asked
        assert (rate.answered, rate.of, rate.waiting) == numbers

    def test_a_check_asks_again_and_gets_the_answer(self) -> None:
        found = of(
            facts(globex(THANKS, check("03-09 09:00"), received("reply", "03-10 09:00"))),
            "03-11 09:00",
        )
        assert shown(found.kinds) == {"Thank-you": (0, 1, 0), "Status check": (1, 1, 0)}

    @pytest.mark.parametrize(
        ("purpose", "by", "answered"),
        [("reply", "ann", 1), ("reply", "", 2), ("update", "ann", 2), ("rejection", "ann", 2)],
    )
    def test_a_plain_reply_of_ann_does_not_answer_what_went_to_ben(
        self, purpose: Purpose, by: str, answered: int
    ) -> None:
        talk = interview("03-02 10:00", specific(), by="ann ben")
        both = [sent("thank_you", f"03-02 15:0{n}", to=who) for n, who in enumerate(("ann", "ben"))]
        theirs = received(purpose, "03-04 09:00", by=by)
        found = of(facts(applied("Globex", ANN, BEN, talk, *both, theirs)), "03-30 09:00")
        assert shown(found.kinds) == {"Thank-you": (answered, 2, 0)}

    def test_a_check_is_answered_by_whoever_answers(self) -> None:
        theirs = received("reply", "03-10 09:00", by="ben")
        world = facts(globex(ANN, BEN, check("03-09 09:00"), theirs))
        assert shown(of(world, "03-11 09:00").kinds) == {"Status check": (1, 1, 0)}

    def test_replies_to_them_and_withdrawals_ask_for_nothing(self) -> None:
        mine = [
            sent(p, "03-05 09:00")
            for p in ("reply", "rejection_reply", "offer_reply", "withdraw_note")
        ]
        assert of(facts(globex(*mine)), "03-30 09:00").kinds == ()

    def test_what_was_entered_twice_counts_once(self) -> None:
        world = facts(globex(THANKS, THANKS.replace(id="again")))
        assert shown(of(world, "03-30 09:00").kinds) == {"Thank-you": (0, 1, 0)}

    def test_by_channel(self) -> None:
        call = sent("status_check", "03-09 09:00", channel="phone")
        world = facts(globex(THANKS, call, received("reply", "03-09 10:00")))
        assert shown(of(world, "03-10 09:00").channels) == {"E-mail": (0, 1, 0), "Phone": (1, 1, 0)}

    @pytest.mark.parametrize(
        ("when", "label"),
        [
            ("03-02 11:00", "Within 24 hours"),
            ("03-03 11:00", "Within 24 hours"),
            ("03-03 11:01", "24 to 48 hours"),
            ("03-04 11:00", "24 to 48 hours"),
            ("03-04 11:01", "Later"),
        ],
    )
    def test_by_the_hours_from_the_interviews_end(self, when: str, label: str) -> None:
        world = facts(globex(sent("thank_you", when, to="ann"), received("reply", "03-06 09:00")))
        assert shown(of(world, "03-30 09:00").hours) == {label: (1, 1, 0)}

    def test_a_thank_you_dated_before_the_end_has_no_hours(self) -> None:
        world = facts(globex(sent("thank_you", "03-02 10:30", to="ann", interview="i1")))
        found = of(world, "03-30 09:00")
        assert (found.hours, shown(found.kinds)) == ((), {"Thank-you": (0, 1, 0)})

    @pytest.mark.parametrize(("number", "enough"), [(ENOUGH - 1, False), (ENOUGH, True)])
    def test_under_ten_is_too_few_to_say(self, number: int, enough: bool) -> None:
        assert Rate("x", 3, number).enough is enough

    def test_the_share(self) -> None:
        assert (Rate("x", 3, 12).share, Rate("x", 0, 0).share) == (0.25, 0.0)


class TestWaits:
    def test_days_are_calendar_days_from_the_interview_to_their_first_message(self) -> None:
        theirs = [received("reply", "03-04 08:00"), received("rejection", "03-20 09:00")]
        assert of(facts(globex(*theirs)), "03-30 09:00").days == (2,)

    def test_a_second_interview_begins_a_second_wait(self) -> None:
        second = interview("03-11 10:00", specific(), key="i2")
        world = facts(
            globex(received("invitation", "03-05 09:00"), second, received("offer", "03-16 09:00"))
        )
        assert of(world, "03-30 09:00").days == (3, 5)

    def test_of_two_without_a_message_between_the_last_begins_it(self) -> None:
        second = interview("03-05 10:00", specific(), key="i2")
        assert of(facts(globex(second, received("reply", "03-09 09:00"))), "03-30 09:00").days == (
            4,
        )

    def test_days_are_counted_on_the_users_clock(self) -> None:
        # 23:30 in New York on the 2nd is the 3rd in Berlin.
        late = applied(
            "Globex",
            interview("03-02 22:30", zone="America/New_York"),
            received("reply", "03-05 09:00"),
        )
        assert of(facts(late), "03-30 09:00").days == (2,)

    def test_an_interview_that_was_not_held_begins_none(self) -> None:
        world = facts(
            applied(
                "Globex",
                interview("03-02 10:00", state="cancelled"),
                received("reply", "03-05 09:00"),
            )
        )
        assert of(world, "03-30 09:00").days == ()

    @pytest.mark.parametrize(
        ("now", "what", "numbers"),
        [
            ("03-10 09:00", [], {"No check": (0, 0, 1)}),
            ("03-16 11:00", [], {"No check": (0, 1, 0)}),
            ("03-16 11:00", [THANKS], {"No check": (0, 0, 1)}),
            ("03-20 09:00", [THANKS, check("03-09 09:00")], {"1 check": (0, 0, 1)}),
            ("03-23 09:00", [THANKS, check("03-09 09:00")], {"1 check": (0, 1, 0)}),
            (
                "03-23 09:00",
                [check("03-09 09:00"), received("reply", "03-10 09:00")],
                {"1 check": (1, 1, 0)},
            ),
            (
                "03-23 09:00",
                [received("reply", "03-04 09:00"), check("03-12 09:00")],
                {"No check": (1, 1, 0)},
            ),
            ("03-10 09:00", [ended("withdrawn", "03-06 09:00")], {}),
            ("03-30 09:00", [ended("withdrawn", "03-06 09:00")], {}),
            ("03-30 09:00", [ended("closed", "03-20 09:00")], {"No check": (0, 1, 0)}),
            ("03-30 09:00", [interview("04-02 10:00", key="i2")], {}),
        ],
    )
    def test_by_the_number_of_checks(
        self, now: str, what: list[object], numbers: dict[str, tuple[int, int, int]]
    ) -> None:
        assert shown(of(facts(globex(*what)), now).checks) == numbers

    def test_three_checks_and_more_are_one_group(self) -> None:
        checks = [check(f"03-{n:02} 09:00") for n in (9, 16, 23, 30)]
        assert shown(of(facts(globex(*checks), checks=3), "04-20 09:00").checks) == {
            "3 or more checks": (0, 1, 0)
        }

    @pytest.mark.parametrize(
        ("numbers", "middle"), [((4,), 4), ((1, 9), 5), ((1, 2, 9), 2), ((2, 3, 4, 100), 3.5)]
    )
    def test_the_median(self, numbers: tuple[int, ...], middle: float) -> None:
        assert median(numbers) == middle


class TestWaiting:
    @pytest.mark.parametrize(
        ("what", "row"),
        [
            ([], (18, 0, "the interview")),
            ([THANKS, check("03-09 09:00")], (18, 1, "the interview")),
            ([check("03-09 09:00"), received("update", "03-12 09:00")], (8, 0, "their message")),
            ([received("out_of_office", "03-12 09:00")], (18, 0, "the interview")),
        ],
    )
    def test_since_the_last_word_of_theirs(
        self, what: list[object], row: tuple[int, int, str]
    ) -> None:
        (found,) = of(facts(globex(*what)), "03-20 09:00").waiting
        assert (found.days, found.checks, found.after) == row
        assert found.since == day("03-20") - timedelta(days=row[0])

    @pytest.mark.parametrize(
        "what",
        [
            [ended("rejected", "03-06 09:00")],
            [ended("closed", "03-06 09:00")],
            [interview("03-25 10:00", key="i2")],
            [received("reply", "03-19 09:00", wants_answer=True)],
        ],
        ids=["rejected", "closed", "a round ahead", "my turn"],
    )
    def test_what_does_not_wait_for_them(self, what: list[object]) -> None:
        assert of(facts(globex(*what)), "03-20 09:00").waiting == ()

    def test_who_never_answered_an_application_is_waited_for_since_its_day(self) -> None:
        silent = applied("Initech", applied=day("03-02"))
        receipt = received("receipt", "03-03 09:00")
        (found,) = of(facts(silent.replace(touchpoints=(receipt,))), "03-20 09:00").waiting
        assert (found.days, found.after) == (18, "your application")

    def test_the_longest_first(self) -> None:
        other = applied("Initech", interview("02-02 10:00", specific(), key="i2"))
        found = of(facts(globex(), other), "03-20 09:00").waiting
        assert [item.application.company for item in found] == ["Initech", "Globex"]


class TestWindows:
    @pytest.mark.parametrize(
        ("what", "now", "kept"),
        [
            ([THANKS], "03-05 09:00", (1, 0, 0, 0)),
            ([sent("thank_you", "03-04 10:59", to="ann")], "03-05 09:00", (1, 0, 0, 0)),
            ([sent("thank_you", "03-04 11:00", to="ann")], "03-05 09:00", (0, 1, 0, 0)),
            ([sent("other", "03-02 09:00", to="ann")], "03-30 09:00", (0, 0, 1, 0)),
        ],
        ids=["in time", "just before it was late", "late", "missed"],
    )
    def test_a_thank_you(
        self, what: list[object], now: str, kept: tuple[int, int, int, int]
    ) -> None:
        (found,) = [k for k in of(facts(globex(*what)), now).kept if k.label == "Thank-you"]
        assert (found.in_time, found.late, found.missed, found.skipped) == kept

    def test_what_is_open_does_not_count_yet(self) -> None:
        assert of(facts(globex()), "03-05 09:00").kept == ()

    def test_what_was_over_before_the_first_message_was_logged_is_no_miss(self) -> None:
        assert of(facts(globex()), "03-30 09:00").kept == ()
        later = applied("Initech", sent("other", "03-20 09:00"), id="later")
        assert of(facts(globex(), later), "03-30 09:00").kept == ()

    def test_what_was_skipped_stands_apart(self) -> None:
        world = facts(globex(), skipped("thank_you:globex:i1:ann"))
        (found,) = of(world, "03-05 09:00").kept
        assert (found, found.of) == (Kept("Thank-you", 0, 0, 0, 1), 0)


class TestWeeks:
    def test_each_week_from_its_monday_with_the_empty_ones_between(self) -> None:
        world = facts(
            globex(
                THANKS, received("reply", "03-18 09:00"), received("out_of_office", "03-19 09:00")
            )
        )
        assert of(world, "03-24 09:00").weeks == (
            Week(day("03-02"), 1, 1, 0),
            Week(day("03-09"), 0, 0, 0),
            Week(day("03-16"), 0, 0, 1),
            Week(day("03-23"), 0, 0, 0),
        )

    def test_a_sunday_evening_belongs_to_its_week(self) -> None:
        world = facts(globex(sent("thank_you", "03-08 23:30", to="ann")))
        assert [week.sent for week in of(world, "03-09 09:00").weeks] == [1, 0]

    def test_only_the_last_sixteen(self) -> None:
        world = facts(globex(THANKS))
        assert len(of(world, "06-21 09:00").weeks) == 16  # the week from 15 June is the sixteenth
        assert of(world, "06-22 09:00").weeks == ()


def test_nothing_entered_is_no_error() -> None:
    found = of(facts(), "03-24 09:00")
    assert (found.interviews, found.all_asked) == (0, Rate("All messages", 0, 0))
    assert not any((found.kinds, found.days, found.waiting, found.kept, found.weeks, found.checks))


def test_the_order_of_entry_changes_nothing() -> None:
    parts = [
        THANKS,
        check("03-09 09:00"),
        received("update", "03-10 09:00"),
        received("rejection", "03-20 09:00"),
    ]
    other = applied("Initech", interview("02-02 10:00", specific(), key="i2"))
    one = of(facts(globex(*parts), other), "03-30 09:00")
    assert one == of(facts(other, globex(*parts[::-1])), "03-30 09:00")


def rows_in(view: Spec) -> list[list[dict[str, Any]]]:
    """The rows of its layers, one list for each that has some."""
    own = [json.loads(view["data"]["values"])] if "data" in view else []
    return own + [rows for layer in view.get("layer", ()) for rows in rows_in(layer)]


class TestCharts:
    def test_days_are_counted_beside_what_the_guides_say(self) -> None:
        rows, guides = rows_in(days_chart((2, 2, 5)))
        assert [(row["days"], row["answers"]) for row in rows] == [(2, 2), (5, 1)]
        assert [row["days"] for row in guides] == [7, 14]

    def test_rates_with_too_few_are_not_drawn(self) -> None:
        (rows,) = rows_in(rates_chart([Rate("A", 3, 12), Rate("B", 1, 2)]))
        assert rows == [{"label": "A", "share": 0.25, "words": "3 of 12"}]

    def test_windows_of_none_are_not_drawn(self) -> None:
        (rows,) = rows_in(kept_chart([Kept("Reply", 2, 0, 1)]))
        assert [(row["what"], row["number"]) for row in rows] == [("In time", 2), ("Missed", 1)]

    def test_no_date_reaches_the_browser_as_a_date(self) -> None:
        (rows,) = rows_in(weeks_chart([Week(day("03-02"), 1, 2, 3)]))
        assert {row["week"] for row in rows} == {"2 Mar"}
