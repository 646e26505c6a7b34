"""What two writers' mails got wrong at first sight, a row for each kind of words; and whole mails of the mender."""

from pathlib import Path

import orjson
import pytest

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from followup.exchange.mail.parts.marked import answers_between, unmarked
from tests.exchange.mails import READER, Case, cases, wrong
from tests.exchange.test_mail_values import DE, GB, US, Sender, read, times
from tests.rows import each_row

OWN = [
    case
    for name in ("mails_of_kinds.txt", "mails_of_trades.txt", "mails_of_desks.txt")
    for case in cases(Path(__file__).with_name(name))
]


@each_row("case", OWN, ids=[case.name for case in OWN])
def test_a_mail_of_a_kind(case: Case) -> None:
    assert wrong(case) == []


LENGTHS = [
    (GB, "Your interview is on Thursday 3 December at 10.30am. It should take around 40 minutes.", 40),
    (GB, "Can you pop in for a chat on Thursday 3 December at 10am? Shouldn't be more than 20 mins.", 20),
    (GB, "Your interview is on Thursday 3 December at 10am. Please plan on one hour.", 60),
    (GB, "Your interview is now on Thursday 3 December at 10am. Still an hour, still on Teams.", 60),
    (GB, "Come in on Thursday 3 December at 9am. You will be talking to Noreen. Takes 20 mins. Flat shoes!", 20),
    (GB, "Your interview is on Thursday 3 December at 10am. Same two people and they want 75 mins this time.", 75),
    (GB, "Your interview is on Thursday 3 December at 10am. Please allow an hour and a half in total.", 90),
    (DE, "Ihr Gespräch ist am Donnerstag, 3. Dezember um 10 Uhr, geplant sind 30 Minuten.", 30),
    (DE, "Ihr Gespräch ist am Donnerstag, 3. Dezember um 10 Uhr. Sie sprechen mit Frau Au, ca. eine halbe Stunde.", 30),
    (DE, "Ihr Gespräch: Donnerstag, 3. Dezember, 10:00 Uhr\nDauer: ca. 75 Min.", 75),
    (DE, "Wir laden Sie ein: Donnerstag, 3.12., 16 Uhr, eine Stunde, bei uns im Haus.", 60),
    (GB, "Your interview is on Thursday 3 December at 10am. The walk from the station takes 20 minutes.", None),
    (GB, "Your interview is on Thursday 3 December at 10am. Please arrive 15 minutes before.", None),
    (GB, "Your interview is on Thursday 3 December at 10am. There is a short test first (15 minutes).", None),
    (DE, "Ihr Gespräch ist am Donnerstag, 3. Dezember um 10 Uhr. Der Fußweg vom Bahnhof dauert 15 Minuten.", None),
]  # fmt: skip


@each_row(("sender", "text", "minutes"), LENGTHS, ids=[row[1][-40:] for row in LENGTHS])
def test_how_long_it_takes_may_stand_in_a_sentence_of_its_own(
    sender: Sender, text: str, minutes: int | None
) -> None:
    [one] = read(sender, text)["interviews"]
    ends = one["ends_at"] and (int(one["ends_at"][11:13]) * 60 + int(one["ends_at"][14:16]))
    starts = int(one["starts_at"][11:13]) * 60 + int(one["starts_at"][14:16])
    assert (ends - starts if ends else None) == minutes


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (DE, "Ihr Gespräch ist am Donnerstag, 3. Dezember um 10 Uhr.\n\nSprechzeiten: Mo-Fr 8:30-12 Uhr, Do 14-17 Uhr"),
        (DE, "Ihr Gespräch ist am Donnerstag, 3. Dezember um 10 Uhr.\n\nMo, Di, Do 8-13 u. 14-18 Uhr"),
        (GB, "Your interview is on Thursday 3 December at 10am.\n\nOpening hours: Mon to Fri 9am - 5pm"),
    ],
)  # fmt: skip
def test_when_an_office_is_open_is_no_time_for_an_interview(sender: Sender, text: str) -> None:
    assert [one[:16] for one in times(read(sender, text), "interviews")] == ["2026-12-03T10:00"]


def test_days_that_are_proposed_are_no_opening_hours() -> None:
    found = read(
        GB, "We could see you for an interview. Would any of these suit?\n\nMon, Wed 10am - 11am?"
    )
    assert {one[1:11] for one in times(found, "interviews")} == {"2026-11-30", "2026-11-25"}


@pytest.mark.parametrize(
    ("sender", "text", "material"),
    [
        (DE, "Brauchst nix schicken, Zeugnisse hab ich.", None),
        (DE, "Ihre Unterlagen liegen vor und müssen nicht noch einmal eingereicht werden.", None),
        (GB, "There is no need to send us your certificates.", None),
        (
            GB,
            "No need to send the originals, just email me your certificates by Friday.",
            "certificates",
        ),
    ],
)
def test_what_need_not_be_sent_is_not_asked_for(
    sender: Sender, text: str, material: str | None
) -> None:
    found = read(sender, text)["material"]
    assert material in found["text"] if material else found is None


@pytest.mark.parametrize(
    ("sender", "text", "field", "day"),
    [
        (DE, "Wir möchten Sie gern einstellen. Anbei der Vertrag, Probezeit bis 30.06.2027. Wir halten Ihnen die"
         " Stelle bis einschließlich Freitag, 11.12. frei.", "deadline", "2026-12-11"),
        (US, "We are delighted to offer you the job. The contract is fixed-term until June 30, 2027. The offer stays"
         " open until December 11.", "deadline", "2026-12-11"),
        (DE, "Das Verfahren zur Besetzung der Stelle ruht und wird im ersten Quartal 2027 fortgesetzt.",
         "on_hold_until", "2027-01-01"),
        (GB, "Your interview is on Thursday 3 December at 10am. Please send your plan by Tuesday 1 December. The head"
         " will ring every candidate the same evening.", "promised", "2026-12-03"),
    ],
)  # fmt: skip
def test_which_day_is_meant(sender: Sender, text: str, field: str, day: str) -> None:
    assert read(sender, text)[field] == day


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("AW: Vorstellungstermin Ordinationsassistenz", "Ordinationsassistenz"),
        ("Entscheidung Buchhaltung", "Buchhaltung"),
        ("probetag MFA", "MFA"),
    ],
)
def test_what_a_subject_says_around_the_role(subject: str, role: str) -> None:
    assert read(DE, "danke für Ihre Nachricht, wir melden uns.", subject)["role"] == role


def test_what_is_written_between_the_lines_that_are_answered() -> None:
    lines = [
        "> Is there a",
        "> room, and",
        "how much?",
        "",
        "Yes, a small one.",
        "> When?",
        "",
        "In May.",
    ]
    assert [line for line in answers_between(lines) if line] == ["Yes, a small one.", "In May."]
    assert answers_between(["Von: Ann", "> older"]) == []
    assert unmarked("> a\n>\n> b") == "a\n\nb"
    assert unmarked("> a\nb") == "> a\nb"


def test_a_time_that_is_struck_out_is_off_and_silence_is_a_yes() -> None:
    mail = (
        "From: Bo Tran <bo@reefpower.test>\nTo: Kim Vale <kim@example.test>\nDate: Fri, 12 Feb 2027 15:48:10 +1000\n"
        "Subject: Change to your interview - Data Analyst\nContent-Type: text/html; charset=utf-8\n\n"
        "<p>Hi Kim,</p><p>Sorry, we\u2019ve had to move your interview for Data Analyst.</p>"
        "<p><s>Tuesday 16 February, 9.00 am</s><br><b>New time: Thursday 18 February, 2.30 pm Brisbane time</b></p>"
        "<p>If I don\u2019t hear from you I\u2019ll take it that this works.</p><p>Bo Tran<br>Reef Power</p>"
    )
    told = orjson.loads(to_json(read_mail(mail.encode(), READER)))
    assert times(told, "interviews") == ["2027-02-18T14:30:00+10:00"]
    assert told["wants_answer"] is False


def test_who_hires_may_part_like_a_friend() -> None:
    found = read(
        GB,
        "We'd like to invite you to interview on Thursday 3 December at 10am, at the pub.\n\nAnn xx",
    )
    assert found["what"] == "invitation"


def test_silence_that_means_no_is_no_yes() -> None:
    found = read(
        GB,
        "Please confirm Thursday 3 December at 10am."
        " If I don't hear from you I'll assume you are no longer interested.",
    )
    assert found["wants_answer"] is True


def test_what_was_nice_does_not_take_away_what_is_promised_behind_it() -> None:
    found = read(GB, "It was great to meet you and we will let you know by Friday.")
    assert found["promised"] == "2026-11-27"
