"""Days and moments in plain English."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from followup.model.times import Clock
from followup.prose.text import date_words, day_words, deadline_words, moment_words

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 12, 30)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 30), "today"),
        (date(2026, 12, 31), "tomorrow"),
        (date(2026, 12, 29), "yesterday"),
        (date(2026, 7, 15), "Wed 15 Jul"),
        (date(2026, 1, 15), "Thu 15 Jan 2026"),  # more than half a year off: which January?
        (date(2026, 12, 21), "Mon 21 Dec"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
    ],
)
def test_days_are_said_as_one_says_them(day: date, words: str) -> None:
    assert date_words(day, TODAY) == words


def test_the_day_is_the_day_in_the_zone() -> None:
    now = datetime.fromisoformat("2026-09-16T23:30:00+00:00")
    assert day_words(now, Clock(now, BERLIN)) == "today"
    late = datetime.fromisoformat("2026-09-16T21:30:00+00:00")
    assert day_words(late, Clock(now, BERLIN)) == "yesterday"
    assert moment_words(late, Clock(now, BERLIN)) == "yesterday, 23:30"


def test_an_end_at_midnight_is_the_day_before() -> None:
    now = datetime.fromisoformat("2026-09-16T10:00:00+02:00")
    end = datetime.fromisoformat("2026-09-18T00:00:00+02:00")
    assert deadline_words(end, Clock(now, BERLIN)) == "tomorrow"
    assert Clock(now, BERLIN).last_day(end) == date(2026, 9, 17)


def test_an_end_at_midnight_after_the_clocks_went_back_is_the_day_before() -> None:
    now = datetime.fromisoformat("2026-10-20T10:00:00+02:00")
    end = datetime(2026, 10, 26, tzinfo=BERLIN)
    assert deadline_words(end, Clock(now, BERLIN)) == "Sun 25 Oct"
