"""A mail as people copy it: with the lines that their program puts above it, or the report of a server."""

from datetime import date, datetime

import pytest

from followup.exchange.mail.mail import read_mail
from followup.exchange.mail.parts.pasted import with_headers
from followup.exchange.reader import Reader

TODAY = date(2026, 12, 5)
ROSA = "Rosa Delgado <rosa@paloma.example>"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (f"On Thu, Dec 3, 2026 at 3:12 PM {ROSA} wrote:", "2026-12-03T15:12"),
        (f"On 3 Dec 2026, at 15:12, {ROSA} wrote:", "2026-12-03T15:12"),
        (f"Am 23.11.2026 um 09:14 schrieb {ROSA}:", "2026-11-23T09:14"),
        (f"Am Mi., 2. Dez. 2026 um 09:12 Uhr schrieb {ROSA}:", "2026-12-02T09:12"),
        (f"{ROSA}\nThu, Dec 3, 2026, 3:12 PM\nto me", "2026-12-03T15:12"),
        (f"{ROSA}\nan mich\n\nMi., 2. Dez., 09:12 (vor 3 Tagen)", "2026-12-02T09:12"),
        (f"{ROSA}\nSun, Dec 20, 6:40 PM\nto me, Pablo", "2025-12-20T18:40"),
    ],
)
def test_who_wrote_and_when_stands_above_what_was_copied(head: str, day: str) -> None:
    parts = with_headers(f"{head}\n\nHi Kim!\nTomorrow at 3:30 is off.", TODAY)
    assert (parts.sender.name, parts.sender.email) == ("Rosa Delgado", "rosa@paloma.example")
    assert parts.at == datetime.fromisoformat(day)
    assert parts.text == "Hi Kim!\nTomorrow at 3:30 is off."


@pytest.mark.parametrize("date", ["1 Dec 2026 13:20", "Tue, 1 Dec 2026 13:20:00 +0100"])
def test_a_family_name_before_a_comma_is_no_person_of_its_own(date: str) -> None:
    mail = f"From: Becker, Julia <becker@havelland.example>\nDate: {date}\nSubject: Hello\n\nGuten Tag!\n"
    now = datetime.fromisoformat("2026-12-01T14:00:00+01:00")
    sender = read_mail(mail.encode(), Reader(now, "Europe/Berlin")).sender
    assert (sender.name, sender.email) == ("Julia Becker", "becker@havelland.example")


@pytest.mark.parametrize(
    "text", ["On Friday at 3:12 we met.\nThanks!", "Hi Kim\nsee you at 10:00", "Rosa\nto me\n10:00"]
)
def test_words_that_only_look_like_it_stay(text: str) -> None:
    parts = with_headers(text, TODAY)
    assert (parts.sender.email, parts.text) == (None, text)


def test_the_report_of_a_server_is_one_though_it_was_pasted() -> None:
    text = (
        "Address not found\n\nYour message wasn't delivered to t.okafor@bramble.example because the address couldn't "
        "be found, or is unable to receive mail.\n\n---------- Forwarded message ----------\n"
        "From: Kim <kim@x.example>\nTo: t.okafor@bramble.example\nSubject: My availability\n\n"
        "I could do Tuesday 8 December at 10."
    )
    read = read_mail(
        text.encode(),
        Reader(now=datetime.fromisoformat("2026-12-05T12:00+01:00"), zone="Europe/Berlin"),
    )
    assert (read.what, read.bounced, read.interviews) == ("bounce", "t.okafor@bramble.example", ())


def test_gmail_in_a_browser_shows_the_subject_and_the_inbox_first() -> None:
    text = f"Marlow Foods\nInbox\n\n{ROSA}\nThu, 3 Dec, 17:05 (2 days ago)\nto me\n\nHi Kim"
    parts = with_headers(text, TODAY)
    assert (parts.subject, parts.sender.name, parts.text) == (
        "Marlow Foods",
        "Rosa Delgado",
        "Hi Kim",
    )


def test_outlook_in_a_browser_shows_the_subject_first() -> None:
    text = (
        "Automatic reply: Thank you\nNia Probert <nia@arts.example>\nFri 27/11/2026 10:41\n"
        "To: Kim Vale <kim@x.example>\n\nI am away."
    )
    parts = with_headers(text, TODAY)
    assert (parts.subject, parts.sender.name) == ("Automatic reply: Thank you", "Nia Probert")
    assert (parts.at, parts.text) == (datetime.fromisoformat("2026-11-27T10:41"), "I am away.")
