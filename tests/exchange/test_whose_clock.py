"""On whose clock a mail's time is entered: on the one that it names, else the employer's, else the user's own."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from followup.exchange.filled.when import of_mail
from followup.exchange.mail import read_mail
from followup.exchange.reader import Reader
from followup.model.times import Clock
from tests.builders import applied

NOW = datetime(2026, 3, 10, 12, 30, tzinfo=ZoneInfo("Europe/Berlin"))
BERLIN, LONDON, NEW_YORK = "Europe/Berlin", "Europe/London", "America/New_York"
HERE, THERE, SERVER = "+0100", "-0500", "+0000"


def entered(
    words: str, offset: str, *, user: str = BERLIN, day: str = "Tue, 10 Mar", **known: Any
) -> str:
    """Time and zone as the form begins with them."""
    mail = f"""From: Rita <rita@globex.example>
Date: {day} 2026 09:12:00 {offset}
Subject: Second interview

Your second interview is on Thursday, 19 March at {words}. See you then!
"""
    reader = Reader(NOW, user)
    application = applied("Globex").replace(**known)
    fields = of_mail(read_mail(mail.encode(), reader), application, Clock.of(NOW, ZoneInfo(user)))
    return f"{fields['time']:%H:%M} {fields['zone']}"


@pytest.mark.parametrize(
    "words",
    ["17:30 (Berlin)", "17:30 Berlin time", "17:30 CET", "17:30 your time", "17:30 (your time)"],
)
def test_a_zone_that_is_named_stays_whatever_the_country_of_the_application(words: str) -> None:
    for offset in (HERE, SERVER):
        assert entered(words, offset, country="GB") == f"17:30 {BERLIN}"
        assert entered(words, offset, time_zone=LONDON).startswith("17:30 Europe/Berlin")


def test_your_time_is_the_readers_also_where_the_employers_clock_is_known() -> None:
    assert entered("17:30 your time", THERE, time_zone=NEW_YORK) == f"17:30 {BERLIN}"
    assert entered("17:30 your time (11:30 am ET)", THERE) == f"17:30 {BERLIN}"
    assert entered("17:30 Uhr Ihrer Zeit", HERE, country="GB") == f"17:30 {BERLIN}"
    assert entered("17:30. All times are in your local time zone", HERE, country="GB") == (
        f"17:30 {BERLIN}"
    )


def test_thanks_for_your_time_name_no_clock() -> None:
    assert entered("17:30. Thank you for your time", SERVER, country="GB") == f"17:30 {LONDON}"


def test_a_time_without_a_zone_is_the_users_where_the_mail_was_written_on_their_clock() -> None:
    assert entered("17:30", HERE, country="GB") == f"17:30 {BERLIN}"
    assert entered("17:30", HERE, country="GB", user="Europe/Paris") == "17:30 Europe/Paris"


@pytest.mark.parametrize("offset", [SERVER, ""])
def test_a_time_without_a_zone_is_else_the_employers(offset: str) -> None:
    assert entered("17:30", offset, country="GB") == f"17:30 {LONDON}"


def test_the_zone_that_was_chosen_for_an_application_counts_before_the_mails_date() -> None:
    assert entered("17:30", HERE, country="GB", time_zone=LONDON) == f"17:30 {LONDON}"


def test_who_lives_on_the_servers_clock_is_told_nothing_by_it() -> None:
    assert entered("17:30", SERVER, user=LONDON, country="DE") == f"17:30 {BERLIN}"


def test_at_an_address_the_clock_on_its_wall_counts() -> None:
    at = "17:30 at our office, 12 Canal Road, Leeds LS1 4AB"
    assert entered(at, SERVER) == f"17:30 {LONDON}"
    assert entered(at, HERE) == f"17:30 {LONDON}"


def test_one_zone_of_several_that_are_named_is_not_all_of_theirs() -> None:
    said = "17:30 (16:30 London time)"
    assert entered(said, HERE) == f"17:30 {BERLIN}"
