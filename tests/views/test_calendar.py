"""The calendar: on which day a thing stands, in which order, and what an address names."""

from datetime import date

import pytest

from followup.model.facts import Facts
from followup.model.times import Clock
from followup.model.vocabulary import OutcomeKind
from followup.playbook.plan import plan
from followup.playbook.workdays import Place, holiday_name, is_weekend, is_working_day
from followup.views.calendar.days import (
    day_of_week,
    first_weekday,
    month_after,
    month_of,
    month_words,
    week_days,
    week_start,
    weeks_of_month,
)
from followup.views.calendar.entries import entries_by_day
from followup.views.calendar.entry import CalendarEntry
from followup.views.words import Period
from tests.builders import (
    ANN,
    BERLIN,
    RITA,
    applied,
    at,
    day,
    decision_by,
    ended,
    facts,
    interview,
    material,
    person,
    sent,
    skipped,
    snoozed,
    specific,
)

YEAR = Period(day("01-01"), day("12-31"))


def listed(
    world: Facts, now: str, *, behind: bool = False, period: Period = YEAR
) -> list[CalendarEntry]:
    """Everything of the span, in the order to read it."""
    moment = at(now, world.me.zone.key)
    clock = Clock(moment, world.me.zone)
    by_day = entries_by_day(world, plan(world, moment), clock, period, behind=behind)
    assert all(entry.day == day for day, found in by_day.items() for entry in found)
    return [entry for found in by_day.values() for entry in found]


def days_of(world: Facts, now: str, look: str, *, behind: bool = False) -> list[str]:
    return [f"{e.day:%m-%d}" for e in listed(world, now, behind=behind) if e.look == look]


TALKED = facts(applied("Globex", interview("03-02 10:00", specific())))
THANKED = facts(
    applied(
        "Globex", interview("03-02 10:00", specific()), sent("thank_you", "03-02 15:00", to="ann")
    )
)


class TestWhereThingsStand:
    def test_an_interview_stands_on_its_day_with_its_hours(self) -> None:
        (found,) = [e for e in listed(TALKED, "03-01 09:00") if e.look == "interview"]
        assert (found.day, found.time, found.word) == (day("03-02"), "10:00", "Interview")
        assert (found.note, found.when) == ("10:00 to 11:00", "Mon 2 Mar, 10:00 to 11:00")
        assert (found.company, found.title) == ("Globex", "Interview by video with Ann")

    @pytest.mark.parametrize(
        ("state", "word", "over"),
        [
            ("cancelled", "Interview, called off", True),
            ("moved", "Interview, moved", True),
            ("no_show", "Interview, no-show", False),
        ],
    )
    def test_an_interview_that_was_not_held_says_so(
        self, state: str, word: str, over: bool
    ) -> None:
        world = facts(applied("Globex", interview("03-02 10:00", state=state)))
        (found,) = [e for e in listed(world, "03-03 09:00") if e.look == "interview"]
        assert (found.word, found.over) == (word, over)

    def test_a_day_is_the_users_own(self) -> None:
        world = facts(applied("Globex", interview("03-02 23:30", zone="America/New_York")))
        (found,) = [e for e in listed(world, "03-01 09:00") if e.look == "interview"]
        assert (found.day, found.time) == (day("03-03"), "05:30")

    def test_what_is_due_stands_on_the_day_on_which_it_is_due(self) -> None:
        (found,) = [e for e in listed(TALKED, "03-03 09:00") if e.look == "due"]
        assert (found.day, found.time) == (day("03-03"), "11:00")
        assert found.when == "due today, 11:00"

    def test_what_is_best_done_tonight_stands_on_the_day_by_which_it_is_due_and_says_so(
        self,
    ) -> None:
        (found,) = [e for e in listed(TALKED, "03-02 12:00") if e.look == "open"]
        assert (found.day, found.time, found.note) == (day("03-03"), "11:00", "best tonight")
        assert found.when == "best tonight, due tomorrow, 11:00"

    def test_a_window_that_ends_at_midnight_belongs_to_the_day_before(self) -> None:
        (found,) = [e for e in listed(THANKED, "03-09 09:00") if e.look == "due"]
        assert (found.id, found.day, found.time) == ("status_check:globex:ann", day("03-09"), "")
        assert found.when == "due today"

    def test_what_is_overdue_stays_on_the_day_on_which_it_was_due(self) -> None:
        (found,) = [e for e in listed(THANKED, "03-20 09:00") if e.look == "overdue"]
        assert (found.day, found.when) == (day("03-09"), "was due Mon 9 Mar")

    def test_what_is_held_stands_on_the_day_on_which_it_may_go(self) -> None:
        other = applied("Globex", interview("03-05 10:00", specific(), key="i2"), id="other")
        thanks = sent("thank_you", "03-11 09:00", to="ann", interview="i2")
        world = facts(THANKED.applications[0], other.replace(touchpoints=(thanks,)))
        (found,) = [e for e in listed(world, "03-12 09:00") if e.look == "held"]
        assert (found.day, found.when) == (day("03-18"), "held until Wed 18 Mar")

    def test_what_opens_before_it_is_due_stands_on_both_days(self) -> None:
        world = facts(applied("Globex", RITA, interview("03-02 10:00", specific(), by="rita")))
        found = [e for e in listed(world, "03-03 09:00") if e.id.startswith("linkedin_connect")]
        assert [(e.day, e.word, e.when) for e in found] == [
            (day("03-04"), "Opens", "opens Wed 4 Mar, due Wed 11 Mar"),
            (day("03-11"), "", "due Wed 11 Mar"),
        ]

    def test_what_is_done_skipped_or_lapsed_is_shown_when_it_is_asked_for(self) -> None:
        world = THANKED
        assert days_of(world, "03-04 09:00", "done") == []
        (done,) = [e for e in listed(world, "03-04 09:00", behind=True) if e.look == "done"]
        assert (done.day, done.when) == (
            day("03-02"),
            "done Mon 2 Mar",
        )  # when it was, not when it was due
        skip = facts(TALKED.applications[0], skipped("thank_you:globex:i1:ann"))
        assert days_of(skip, "03-03 09:00", "skipped", behind=True) == ["03-03"]
        assert days_of(TALKED, "03-10 09:00", "lapsed", behind=True) == ["03-03"]

    def test_days_outside_the_span_are_left_out(self) -> None:
        assert listed(TALKED, "03-02 12:00", period=Period(day("03-04"), day("03-05"))) == []
        only = listed(TALKED, "03-02 12:00", period=Period(day("03-02"), day("03-02")))
        assert [e.look for e in only] == ["interview"]


class TestSnoozes:
    KEY = "status_check:globex:ann"

    def test_what_is_snoozed_stands_where_it_comes_back(self) -> None:
        world = facts(THANKED.applications[0], snoozed(self.KEY, "03-12 08:00"))
        found = [e for e in listed(world, "03-10 09:00") if e.id == self.KEY]
        assert [(e.look, f"{e.day:%m-%d}", e.word) for e in found] == [
            ("snooze", "03-12", "Snoozed")
        ]
        assert found[0].when == "comes back Thu 12 Mar, was due yesterday"

    def test_and_on_the_day_on_which_it_is_due_where_that_is_later(self) -> None:
        key = "linkedin_connect:globex:ann"
        ann = ANN.replace(rapport=True)
        base = applied(
            "Globex",
            ann,
            interview("03-02 10:00", specific()),
            sent("thank_you", "03-02 15:00", to="ann"),
        )
        world = facts(base, snoozed(key, "03-05 08:00"))
        found = [e for e in listed(world, "03-03 09:00") if e.id == key]
        assert [(e.look, f"{e.day:%m-%d}") for e in found] == [
            ("snooze", "03-05"),
            ("upcoming", "03-09"),
        ]

    def test_a_check_keeps_its_snooze_when_its_person_changes(self) -> None:
        globex = THANKED.applications[0]
        met = globex.replace(people=(*globex.people, person("Rita", "recruiter")))
        world = facts(met, snoozed("status_check:globex:ann", "03-12 08:00"))
        assert [e.id for e in listed(world, "03-10 09:00") if e.look == "snooze"] == [
            "status_check:globex:rita"
        ]
        assert days_of(world, "03-10 09:00", "snooze") == ["03-12"]

    def test_a_snooze_that_is_over_is_none(self) -> None:
        world = facts(THANKED.applications[0], snoozed(self.KEY, "03-10 08:00"))
        assert days_of(world, "03-10 09:00", "snooze") == []
        assert days_of(world, "03-10 09:00", "due") == ["03-09"]


class TestPromises:
    def test_theirs_stands_on_its_day_and_says_what_came_of_it(self) -> None:
        world = facts(applied("Globex", interview("03-02 10:00", specific(), decision_by("03-06"))))
        for now, word in (
            ("03-03 09:00", "Their promise"),
            ("03-09 09:00", "Their promise, not kept"),
        ):
            (found,) = [e for e in listed(world, now) if e.look == "promise"]
            assert (found.day, found.word, found.time) == (day("03-06"), word, "")

    @pytest.mark.parametrize("kind", ["closed", "withdrawn", "accepted"])
    def test_theirs_is_no_longer_needed_once_the_application_has_ended(
        self, kind: OutcomeKind
    ) -> None:
        gave = interview("03-02 10:00", specific(), decision_by("03-06"))
        world = facts(applied("Globex", gave, ended(kind, "03-04 09:00")))
        (found,) = [e for e in listed(world, "03-05 09:00") if e.look == "promise"]
        assert (found.word, found.over) == ("Their promise, no longer needed", True)

    def test_mine_is_not_repeated_where_its_action_stands_on_the_same_day(self) -> None:
        world = facts(applied("Globex", interview("03-02 10:00", specific(), material("03-06"))))
        found = [e for e in listed(world, "03-03 09:00") if e.day == day("03-06")]
        assert [(e.look, e.id) for e in found] == [
            ("open", "send_material:globex:i1:ann:material 03-06")
        ]

    def test_mine_is_shown_as_kept_once_it_was_sent(self) -> None:
        gave = interview("03-02 10:00", specific(), material("03-06"))
        done = sent("send_material", "03-04 09:00", promise="material 03-06")
        (found,) = [
            e
            for e in listed(facts(applied("Globex", gave, done)), "03-05 09:00")
            if e.look == "promise"
        ]
        assert (found.word, found.over) == ("Your promise, kept", True)

    def test_one_without_a_day_is_not_in_the_calendar(self) -> None:
        world = facts(applied("Globex", interview("03-02 10:00", specific(), decision_by(None))))
        assert days_of(world, "03-03 09:00", "promise") == []


def test_the_order_to_read_a_day_is_the_same_whatever_was_entered_first() -> None:
    both = [
        applied("Globex", interview("03-03 16:00", specific())),
        applied("Initech", interview("03-02 10:00", specific(), key="i2")),
    ]
    one, two = listed(facts(*both), "03-03 09:00"), listed(facts(*both[::-1]), "03-03 09:00")
    assert one == two
    third = [(e.look, e.company) for e in one if e.day == day("03-03")]
    assert third == [("interview", "Globex"), ("due", "Initech")]


def test_on_a_past_day_what_is_still_to_be_done_comes_before_what_was_held() -> None:
    world = facts(
        THANKED.applications[0], applied("Initech", interview("03-09 08:00", specific(), key="i2"))
    )
    first = [e.look for e in listed(world, "03-20 09:00") if e.day == day("03-09")]
    assert first == ["overdue", "interview"]


def test_long_text_is_cut_and_line_breaks_go() -> None:
    world = facts(applied("G" * 500, interview("03-02 10:00", round="a  " * 300)))
    (found,) = [e for e in listed(world, "03-01 09:00") if e.look == "interview"]
    assert (len(found.company), len(found.title)) == (60, 120)
    assert found.company.endswith("…")


class TestAddresses:
    @pytest.mark.parametrize(
        ("text", "month"),
        [
            ("2026-10", date(2026, 10, 1)),
            ("2026-13", None),
            ("2026-1", None),
            ("2026-10-01", None),
            ("1899-12", None),
            ("2200-01", None),
            ("\u0662\u0660\u0662\u0666-\u0661\u0660", None),
            ("", None),
            (None, None),
        ],
    )
    def test_a_month(self, text: str | None, month: date | None) -> None:
        assert month_of(text) == month

    @pytest.mark.parametrize(
        ("text", "monday"),
        [
            ("2026-10-07", date(2026, 10, 5)),
            ("2026-01-01", date(2025, 12, 29)),
            ("2026-02-30", None),
            ("2026-10", None),
            ("x", None),
            (None, None),
        ],
    )
    def test_a_week_by_any_of_its_days(self, text: str | None, monday: date | None) -> None:
        day = day_of_week(text)
        assert (day and week_start(day, 0)) == monday

    @pytest.mark.parametrize(
        ("first", "steps", "then"),
        [
            ("2026-12-01", 1, "2027-01-01"),
            ("2026-01-01", -1, "2025-12-01"),
            ("2026-05-01", 14, "2027-07-01"),
        ],
    )
    def test_so_many_months_on(self, first: str, steps: int, then: str) -> None:
        assert month_after(date.fromisoformat(first), steps) == date.fromisoformat(then)


class TestDays:
    def test_the_weeks_of_a_month_run_from_monday_to_sunday(self) -> None:
        weeks = weeks_of_month(date(2026, 9, 1))
        assert (weeks[0][0], weeks[-1][-1]) == (date(2026, 8, 31), date(2026, 10, 4))
        assert all(week == week_days(week[0]) and week[0].weekday() == 0 for week in weeks)

    def test_a_month_that_is_four_weeks_sharp(self) -> None:
        assert len(weeks_of_month(date(2027, 2, 1))) == 4

    @pytest.mark.parametrize(
        ("country", "begins", "weekend"),
        [
            ("DE", "2026-09-14", "Sat Sun"),
            ("US", "2026-09-13", "Sun Sat"),
            ("IL", "2026-09-13", "Fri Sat"),
            ("EG", "2026-09-12", "Sat Fri"),
            (None, "2026-09-14", "Sat Sun"),
        ],
    )
    def test_a_week_begins_and_rests_as_in_the_users_country(
        self, country: str | None, begins: str, weekend: str
    ) -> None:
        start = week_start(date(2026, 9, 16), first_weekday(country))
        assert start == date.fromisoformat(begins)
        month = weeks_of_month(date(2026, 9, 1), first_weekday(country))
        assert start in {week[0] for week in month}
        assert {f"{d:%a}" for d in week_days(start) if is_weekend(d, country)} == set(
            weekend.split()
        )

    def test_weekends(self) -> None:
        assert [is_weekend(d, None) for d in week_days(date(2026, 9, 14))] == [False] * 5 + [
            True
        ] * 2

    def test_the_month_in_words(self) -> None:
        assert month_words(date(2026, 9, 16)) == "September 2026"

    @pytest.mark.parametrize(
        ("on", "place", "name"),
        [
            ("2026-10-03", Place("DE"), "German Unity Day"),
            ("2026-07-04", Place("US"), "Independence Day"),
            ("2026-12-25", Place(" gb "), "Christmas Day"),
            ("2026-04-06", Place("GB"), "Easter Monday"),
            ("2026-04-06", Place("GB", "SCT"), ""),
            ("2027-01-06", Place("DE", "DE-BY"), "Epiphany"),
            ("2027-01-06", Place("DE"), ""),
            ("2026-10-03", Place("US"), ""),
            ("2026-10-03", Place("XX"), ""),
            ("2026-10-03", Place(None), ""),
            ("2026-10-03", Place(""), ""),
        ],
    )
    def test_public_holidays_have_their_names(self, on: str, place: Place, name: str) -> None:
        assert holiday_name(date.fromisoformat(on), place) == name

    @pytest.mark.parametrize("country", ["DE", "US", "JP", "FR", "IN", "NZ", "BR", "IL"])
    def test_they_are_the_days_on_which_the_playbook_does_not_work(self, country: str) -> None:
        days = [date.fromordinal(date(2026, 1, 1).toordinal() + number) for number in range(365)]
        there = Place(country, year_end_pause=False)
        assert not any(holiday_name(d, there) and is_working_day(d, there) for d in days)
        everywhere = [d for d in days if d.weekday() < 4 and not holiday_name(d, there)]
        assert all(is_working_day(d, there) for d in everywhere)


def test_the_clock_change_moves_no_day() -> None:
    world = facts(applied("Globex", interview("10-24 10:00", specific())), zone=BERLIN)
    (found,) = [e for e in listed(world, "10-25 08:00") if e.look == "due"]
    assert (found.day, found.time) == (day("10-25"), "10:00")
