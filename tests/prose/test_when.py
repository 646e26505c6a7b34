"""Days and times in prose: a table of words, said on a day, and the day they mean or suggest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.playbook.workdays import Place, working_days_after
from followup.prose.when import Said, When, days_in, order_in
from followup.prose.when.clock import times_in
from followup.prose.when.said import Order
from tests.rows import each_row

THURSDAY = date(2026, 11, 26)
SURE = [
    ("we'll get back to you by the end of next week", "2026-12-04"),
    ("by Monday, 30 November, 12:00", "2026-11-30"),
    ("by close of business on Friday, 4 December", "2026-12-04"),
    ("until 07/12/2026", "2026-12-07"),
    ("on 13/12", "2026-12-13"),
    ("Thursday 12/3", "2026-12-03"),
    ("Wednesday's 10:00 conversation", "2026-12-02"),
    ("by the 20th", "2026-12-20"),
    ("within 5 business days", "2026-12-03"),
    ("within two weeks", "2026-12-10"),
    ("in a fortnight", "2026-12-10"),
    ("within 48 hours", "2026-11-28"),
    ("by the end of the month", "2026-11-30"),
    ("at the end of January", "2027-01-31"),
    ("end of Q1", "2027-03-31"),
    ("through the end of the quarter", "2026-12-31"),
    ("by the end of next quarter", "2027-03-31"),
    ("by year-end", "2026-12-31"),
    ("Friday the 4th", "2026-12-04"),
    ("on Friday 4th", "2026-12-04"),
    ("next Tuesday", "2026-12-01"),
    ("this Friday", "2026-11-27"),
    ("a week on Tuesday", "2026-12-08"),
    ("Tuesday week", "2026-12-08"),
    ("Wednesday of next week", "2026-12-02"),
    ("next week on Wednesday", "2026-12-02"),
    ("end of the week after next", "2026-12-11"),
    ("December 4, 2026", "2026-12-04"),
    ("Dec. 4th", "2026-12-04"),
    ("the 4th of December", "2026-12-04"),
    ("am 7.12. um 14 Uhr", "2026-12-07"),
    ("30.11.2026", "2026-11-30"),
    ("passt Ihnen Mi 10 Uhr", "2026-12-02"),
    ("Do., 3.12.", "2026-12-03"),
    ("am Do, 10.12., um 14 Uhr", "2026-12-10"),
    ("Mi 9.12.", "2026-12-09"),
    ("am Fr, den 11. Dezember", "2026-12-11"),
    ("and so on 4 December", "2026-12-04"),
    ("2026-12-04", "2026-12-04"),
    ("by EOD", "2026-11-26"),
    ("EOD Friday", "2026-11-27"),
    ("by tomorrow noon", "2026-11-27"),
    ("the day after tomorrow", "2026-11-28"),
    ("on 5 January", "2027-01-05"),
    ("we met on 24 November", "2026-11-24"),
    ("bis Ende der KW 3", "2027-01-22"),
    ("bis spätestens Ende der 50. KW", "2026-12-11"),
    ("Thurs 3rd @ 10", "2026-12-03"),
    ("Mon 7th at 9.15", "2026-12-07"),
    ("by the end of calendar week 50", "2026-12-11"),
    ("Ende KW 49/2026", "2026-12-04"),
    ("bis Ende der Woche", "2026-11-27"),
    ("bis Ende nächster Woche", "2026-12-04"),
    ("Ende Januar 2027", "2027-01-31"),
    ("bis zum Monatsende", "2026-11-30"),
    ("innerhalb von 14 Tagen", "2026-12-10"),
    ("in zwei Wochen", "2026-12-10"),
    ("innerhalb von drei Werktagen", "2026-12-01"),
    ("bis übermorgen", "2026-11-28"),
    ("bis morgen", "2026-11-27"),
    ("ginge Fr 9:30", "2026-11-27"),
    ("das für morgen, 14 Uhr, vereinbarte Gespräch", "2026-11-27"),
    ("Ihr Termin morgen", "2026-11-27"),
    ("Morgen wird's leider nichts", "2026-11-27"),
    ("can do 2pm tomoz", "2026-11-27"),
    ("spätestens am Freitag der KW 50", "2026-12-11"),
    ("bis Freitag der 51. KW", "2026-12-18"),
    ("Friday of week 50", "2026-12-11"),
    ("Mittwoch nächster Woche", "2026-12-02"),
    ("nächste Woche Mittwoch", "2026-12-02"),
    ("kommenden Mittwoch", "2026-12-02"),
    ("2-Dec-2026 (Wed)", "2026-12-02"),
    ("trial this sat 4pm", "2026-11-28"),
    ("swing by sat morning", "2026-11-28"),
    ("the Wednesday after, so the 9th", "2026-12-09"),
    ("Friday week, 4th December", "2026-12-04"),
    ("I'll give you a ring on Friday the 11th either way", "2026-12-11"),
    ("we decide on the 9th we hope", "2026-12-09"),
    ("this coming Tuesday", "2026-12-01"),
    ("on the first of December", "2026-12-01"),
    ("December the third", "2026-12-03"),
    ("a week today", "2026-12-03"),
    ("tomorrow week", "2026-12-04"),
    ("Friday fortnight", "2026-12-11"),
    ("a fortnight on Friday", "2026-12-11"),
    ("Freitag in 14 Tagen", "2026-12-11"),
    ("heute in einer Woche", "2026-12-03"),
    ("Dienstag in acht Tagen", "2026-12-08"),
    ("in zehn Werktagen", "2026-12-10"),
    ("innerhalb von zwei bis drei Wochen", "2026-12-17"),
    ("bis zum Jahresende", "2026-12-31"),
    ("am 3.12 um 14 Uhr", "2026-12-03"),
    ("Spätestens am 30. hören Sie von mir", "2026-11-30"),
]
OPEN = [
    ("12/3", "2026-12-03"),
    ("certainly before the holidays", "2026-12-23"),
    ("early in the new year", "2027-01-08"),
    ("the week of the 14th", "2026-12-18"),
    ("w/c 14 December", "2026-12-18"),
    ("next week", "2026-12-04"),
    ("early next week", "2026-12-01"),
    ("in two to three weeks", "2026-12-17"),
    ("in a couple of weeks", "2026-12-10"),
    ("in the coming days", "2026-12-01"),
    ("mid-January", "2027-01-15"),
    ("next Friday", "2026-12-04"),
    ("by Thursday", "2026-11-26"),
    ("Monday, 4 December", "2026-12-04"),
    ("between 7 and 11 December", "2026-12-11"),
    ("Dec 7-11", "2026-12-11"),
    ("after the summer", "2027-09-01"),
    ("in December", "2026-12-31"),
    ("in KW 50", "2026-12-11"),
    ("Mitte Januar", "2027-01-15"),
    ("Anfang Januar", "2027-01-10"),
    ("kommende Woche", "2026-12-04"),
    ("before Christmas", "2026-12-23"),
    ("nächsten Freitag", "2026-12-04"),
    ("noch vor Weihnachten", "2026-12-23"),
    ("nach den Feiertagen", "2027-01-04"),
    ("zwischen den Jahren", "2026-12-31"),
    ("noch in diesem Jahr", "2026-12-31"),
    ("before the year is out", "2026-12-31"),
    ("in den nächsten Tagen", "2026-12-01"),
    ("in zwei bis drei Wochen", "2026-12-17"),
    ("noch etwa zwei Wochen", "2026-12-10"),
    ("Mitte nächster Woche", "2026-12-02"),
    ("im Laufe der nächsten Woche", "2026-12-04"),
    ("wir melden uns im Januar", "2027-01-31"),
    ("nach dem Wochenende", "2026-11-30"),
    ("before the weekend", "2026-11-27"),
]
NONE = [
    "the 1st round on the 2nd floor",
    "24/7 support",
    "as soon as possible",
    "we'll be in touch shortly",
    "I may sit in the sun",
    "three of the 12 people",
    "so 5 of us do 10 interviews",
    "we spoke for 30 minutes",
    "until further notice",
    "Guten Morgen Frau Vale",
    "Morgen, Robin",
    "we sat with 4 people",
    "close of business that day",
    "40 kW 3-phase",
    "3.12 Euro",
    "the 2nd round is on the 3rd floor",
]


def said_in(text: str, today: date = THURSDAY, order: Order | None = None) -> Said:
    (said,) = days_in(text, When(today, order))
    return said


@each_row(("text", "day"), SURE, ids=[text for text, _ in SURE])
def test_a_day_that_the_words_name(text: str, day: str) -> None:
    said = said_in(text)
    assert (str(said.last), said.sure) == (day, True)


@each_row(("text", "day"), OPEN, ids=[text for text, _ in OPEN])
def test_a_day_that_the_words_leave_open_is_suggested(text: str, day: str) -> None:
    said = said_in(text)
    assert (str(said.last), said.sure) == (day, False)


@each_row("text", NONE)
def test_what_names_no_day(text: str) -> None:
    assert days_in(text, When(THURSDAY)) == ()


def test_the_first_day_of_a_named_stretch_is_sure_where_its_end_is_not() -> None:
    said = said_in("until spring 2027")
    assert (str(said.first), said.begins, said.sure) == ("2027-03-01", True, False)


@pytest.mark.parametrize(("order", "day"), [("day", "2027-03-12"), ("month", "2026-12-03")])
def test_a_known_order_settles_what_numbers_leave_open(order: Order, day: str) -> None:
    said = said_in("12/3", order=order)
    assert (str(said.last), said.sure) == (day, True)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("We have you down for Thursday 12/3. Send it by Tuesday 12/1 if you can.", "month"),
        ("Tuesday 1/12 or Thursday 3/12", "day"),
        ("by 12/25", "month"),
        ("Could you be with us on 12/1?", None),
    ],
)
def test_the_order_of_day_and_month_is_told_by_a_weekday_or_a_day_past_twelve(
    text: str, order: Order | None
) -> None:
    assert order_in(text, THURSDAY) == order


@pytest.mark.parametrize(
    ("country", "text", "day", "sure"),
    [
        ("US", "within 3 business days", "2026-12-01", True),
        ("GB", "within 3 working days", "2026-11-30", True),
        ("AT", "innerhalb von 10 Werktagen", "2026-12-10", True),
        ("DE", "innerhalb von 10 Werktagen", "2026-12-09", True),
    ],
)
def test_working_days_leave_out_the_public_holidays_of_the_writers_country(
    country: str, text: str, day: str, sure: bool
) -> None:
    (said,) = days_in(text, When(date(2026, 11, 25), country=country))
    assert (str(said.last), said.sure) == (day, sure)


def test_hours_from_one_to_another_are_no_day() -> None:
    assert not list(days_in("Bürozeiten 8 bis 12.", When(THURSDAY, country="DE")))


def test_great_britain_stands_for_england_as_in_the_plan() -> None:
    (said,) = days_in("within 3 working days", When(date(2026, 8, 27), country="GB"))
    assert str(said.last) == "2026-09-02"  # the bank holiday of 31 August is England's
    place = Place("GB", year_end_pause=False)
    assert working_days_after(date(2026, 8, 27), 3, place) == said.last


def test_a_weekday_of_today_behind_others_to_come_is_next_weeks() -> None:
    *_, last = days_in(
        "one on Monday, and the governors meet on Wednesday evening, so you have it by Thursday",
        When(THURSDAY),
    )
    assert (str(last.last), last.sure) == ("2026-12-03", True)


def test_other_dates_of_the_same_text_tell_the_order() -> None:
    days = days_in("on 12/13 or 12/10", When(THURSDAY))
    assert [(str(said.last), said.sure) for said in days] == [
        ("2026-12-13", True),
        ("2026-12-10", True),
    ]


def test_at_a_weekend_this_and_next_week_are_asked_about() -> None:
    sunday = date(2026, 11, 29)
    assert not said_in("by the end of next week", sunday).sure


TIMES = [
    ("at 11:00 (CET)", "11:00", None, "Europe/Berlin", True),
    ("3pm ET", "15:00", None, "America/New_York", True),
    ("4 p.m. Eastern time", "16:00", None, "America/New_York", True),
    ("10-11am", "10:00", "11:00", None, True),
    ("11-1pm", "11:00", "13:00", None, True),
    ("2-3pm UK time", "14:00", "15:00", "Europe/London", True),
    ("from 9.30 to 10.15", "09:30", "10:15", None, True),
    ("at 3", "15:00", None, None, False),
    ("at 10", "10:00", None, None, True),
    ("14.30 Uhr", "14:30", None, None, True),
    ("14 Uhr c.t.", "14:15", None, None, True),
    ("18 Uhr s. t.", "18:00", None, None, True),
    ("at noon", "12:00", None, None, True),
    ("at 1430", "14:30", None, None, True),
    ("14:00 (UTC+1)", "14:00", None, "UTC+01:00", True),
    ("Thurs 12th @ half two", "14:30", None, None, True),
    ("um halb zehn", "09:30", None, None, True),
    ("quarter past nine", "09:15", None, None, True),
    ("Dienstag, 17.11., 13.30 bei uns in Visp", "13:30", None, None, True),
    ("Thurs 12th @ 10", "10:00", None, None, True),
    ("Freitag um 10 in der Früh", "10:00", None, None, True),
    ("um 3 Uhr in der Früh", "03:00", None, None, True),
    ("um 7 abends", "19:00", None, None, True),
    ("at 7 in the evening", "19:00", None, None, True),
    ("next Thursday, say 2?", "14:00", None, None, False),
    ("Sat morning around 9?", "09:00", None, None, True),
    ("this Saturday, 8 till 2", "08:00", "14:00", None, True),
    ("Saturday 14th 9-1", "09:00", "13:00", None, True),
    ("14 Uhr 30", "14:30", None, None, True),
    ("um dreiviertel drei", "14:45", None, None, True),
    ("um viertel elf", "10:15", None, None, True),
    ("at ten past three", "15:10", None, None, True),
    ("at half two.", "14:30", None, None, True),
    ("10 o clock", "10:00", None, None, True),
    ("that's the 7th, 8 til 12", "08:00", "12:00", None, True),
    ("zwischen 13 und 15 Uhr", "13:00", "15:00", None, True),
    ("same time, 9.15.", "09:15", None, None, True),
    ("at 16h (Paris hour)", "16:00", None, "Europe/Paris", True),
    ("10 Uhr Londoner Zeit", "10:00", None, "Europe/London", True),
]


@each_row(("text", "start", "end", "zone", "sure"), TIMES, ids=[row[0] for row in TIMES])
def test_a_time_of_day(
    text: str, start: str, end: str | None, zone: str | None, sure: bool
) -> None:
    (said,) = times_in(text)
    assert f"{said.start:%H:%M}" == start
    assert (f"{said.end:%H:%M}" if said.end else None) == end
    assert (said.zone.name if said.zone else None) == zone
    assert said.sure == sure


@each_row(
    "text",
    [
        "for 45 minutes",
        "half an hour",
        "half two of them",
        "2 to 3 weeks",
        "between 2 and 3 candidates",
        "100%",
        "within 24 hours",
        "at 3 Mill Lane",
        "at 1450 Industrial Parkway",
        "um 5 Plätze",
        "ab 12 Euro die Stunde",
    ],
)
def test_what_is_no_time_of_day(text: str) -> None:
    assert list(times_in(text)) == []


@given(st.text(max_size=200), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_any_text_is_read_and_every_answer_lies_in_it(text: str, today: date) -> None:
    for said in days_in(text, When(today)):
        assert 0 <= said.span.start < said.span.end <= len(text) + 1
    list(times_in(text))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 250))
def test_a_written_date_is_the_day_it_is(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assert said_in(f"by {day:%A}, {day.day} {day:%B} {day.year}", today).last == day


def test_that_week_is_the_one_of_the_day_named_before() -> None:
    same = days_in(
        "It meets on Monday 14 December, and by Friday of that week you know.", When(THURSDAY)
    )
    assert [(one.last, one.sure) for one in same][1] == (date(2026, 12, 18), True)
    (named,) = days_in("by the Wednesday of that week", When(THURSDAY, named=date(2026, 12, 14)))
    assert (named.last, named.sure) == (date(2026, 12, 16), True)
    (nothing,) = days_in("by the Wednesday of that week", When(THURSDAY))
    assert not nothing.sure


def test_a_weekday_after_a_week_that_is_named_is_of_that_week() -> None:
    (_, sure) = days_in("next week (Monday)", When(THURSDAY))
    assert (sure.last, sure.sure) == (date(2026, 11, 30), True)
    monday = date(2026, 11, 23)
    (_, beside) = days_in("Anfang nächster Woche, spätestens Mittwoch", When(monday))
    assert (beside.last, beside.sure) == (date(2026, 12, 2), True)
    (_, apart) = days_in("We interview next week, so I'll call you Friday", When(monday))
    assert (apart.last, apart.sure) == (date(2026, 12, 4), False)


def test_what_is_moved_from_a_day_to_another_is_no_stretch() -> None:
    days = days_in("rescheduled from 5th Dec to 8th Dec", When(THURSDAY))
    assert [(str(said.last), said.sure) for said in days] == [
        ("2026-12-05", True),
        ("2026-12-08", True),
    ]


def test_the_old_hour_of_instead_of_is_in_the_same_half_of_the_day() -> None:
    assert [f"{one.start:%H:%M}" for one in times_in("4pm instead of 3?")] == ["16:00", "15:00"]
    assert len(list(times_in("4pm for two people instead of 3 people"))) == 1
    assert not list(times_in("Good afternoon"))
