"""What stands in a mail beside the search: events for many, when somebody can be reached, a newsletter's sender."""

import pytest

from followup.exchange.mail import read_mail
from tests.exchange.mails import READER
from tests.exchange.test_mail_values import DE, GB, Sender, read, times


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, "You will hear by Friday 4 December. Our open day, by the way, is on Saturday 5 December from 11am."),
        (GB, "We will let you know by Friday 4 December. Come to the Christmas drinks on Thursday 10 December at 6pm!"),
        (DE, "Wir geben Ihnen bis Freitag, 4.12., Bescheid. Tag der offenen Tür ist am Samstag, 5.12., ab 11 Uhr."),
        (DE, "Wir geben Ihnen bis Freitag, 4.12., Bescheid. Unser Umtrunk ist am 9. Dezember um 18 Uhr."),
    ],
)  # fmt: skip
def test_what_many_are_invited_to_is_no_interview(sender: Sender, text: str) -> None:
    found = read(sender, text)
    assert (found["what"], times(found, "interviews")) == ("update", [])
    assert found["promised"] == "2026-12-04"


@pytest.mark.parametrize(
    "text",
    [
        "Could you come for an interview at our open day on Saturday 5 December at 11am?",
        "Please join the staff lunch with the team you would work in on Saturday 5 December at 11am.",
        "We'd like to see you for a trial shift at the Christmas market on Saturday 5 December at 11am.",
    ],
)
def test_an_interview_at_such_a_place_is_one(text: str) -> None:
    assert times(read(GB, text), "interviews")[0].lstrip("~")[:16] == "2026-12-05T11:00"


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, "This offer will expire at 5:00 PM ET on Friday, December 11, 2026. If you have any questions I am in the "
         "office through Wednesday, December 9."),
        (DE, "Das Angebot gilt bis Freitag, 11.12. Herr Abel beantwortet Fragen, er ist nur bis zum 9. Dezember da."),
    ],
)  # fmt: skip
def test_until_when_somebody_can_be_reached_is_no_deadline(sender: Sender, text: str) -> None:
    offer = (
        "We are delighted to offer you the position of Clerk. "
        if sender is GB
        else ("wir freuen uns, Ihnen die Stelle anbieten zu können. ")
    )
    found = read(sender, offer + text, "Your offer")
    assert (found["what"], str(found["deadline"])[:10]) == ("offer", "2026-12-11")
    assert not found["interviews"]


@pytest.mark.parametrize(
    ("sender", "text", "off", "on"),
    [
        (DE, "Unser Gespräch am Montag (7.12., 10 Uhr) muss ich leider kippen. Neuer Termin ist Mittwoch, "
         "der 9.12., um 16 Uhr.",
         ["2026-12-07T10:00"], ["2026-12-09T16:00"]),
        (GB, "This is about your discussion which was scheduled for Friday 27 November, 4:00 PM. Kindly note that the "
         "same stands cancelled. We are conducting a walk-in drive on 12 December, 9:30 AM onwards.",
         ["2026-11-27T16:00"], []),
    ],
)  # fmt: skip
def test_what_was_planned_is_off_and_the_new_time_on(
    sender: Sender, text: str, off: list[str], on: list[str]
) -> None:
    found = read(sender, text)
    assert [one[:16] for one in times(found, "cancelled")] == off
    assert [one.lstrip("~")[:16] for one in times(found, "interviews")] == on


def test_who_is_off_on_a_day_is_not_back_on_it() -> None:
    found = read(
        DE,
        "vom 30. November bis 4. Dezember bin ich auf der Messe und nur sporadisch erreichbar, am 7. Dezember habe "
        "ich frei. Ab Dienstag, den 8. Dezember, bin ich wieder für Sie da.",
        "Abwesend: Re: Clerk",
    )
    assert (found["what"], found["back_on"]) == ("out_of_office", "2026-12-08")


def test_a_receipt_that_says_when_one_can_ring_is_one_and_says_until_when_they_decide() -> None:
    found = read(
        ("noreply@jobs.norhaven.example", GB[1]),
        "Thank you for applying for Clerk. This email confirms that we have received your application form. You will "
        "hear from us, whatever the outcome, by Friday 18 December 2026. If you have a question call the Recruitment "
        "Team on 01632 960 118, Monday to Thursday 9am-5pm, Friday 9am-4:30pm.",
        "Application received: Clerk",
    )
    assert (found["what"], found["promised"], found["interviews"]) == ("receipt", "2026-12-18", [])


def test_who_goes_says_no_interview_on_their_last_day() -> None:
    found = read(
        DE,
        "morgen, Freitag der 4.12., ist mein letzter Tag. Ab Montag kümmert sich Miriam Yilmaz (miriam@priory.de) "
        "um alle laufenden Bewerbungen.",
        "Tschüss",
    )
    assert (found["what"], found["interviews"]) == ("left", [])
    assert found["successors"] == [{"name": "Miriam Yilmaz", "email": "miriam@priory.de"}]


def test_what_a_school_writes_to_parents_is_none_of_the_search() -> None:
    found = read(
        ("sekretariat@gs-am-weiher.example", DE[1]),
        "liebe Eltern der 3b, am Mittwoch, den 9. Dezember, findet unser Elternsprechtag statt. Ihr Gespräch mit Frau "
        "Kowalke ist für 16:20 Uhr in Raum 12 eingeplant.",
        "Elternsprechtag",
    )
    assert (found["what"], found["interviews"]) == ("other", [])


def test_who_signs_what_was_copied_wrote_it() -> None:
    mail = "Dear Kim\n\nYou get our answer by the end of next week.\n\nKind regards\nBeat Lüthi\nHelvedia AG"
    assert read_mail(mail.encode(), READER).sender.name == "Beat Lüthi"
    mail = (
        "Buongiorno Kim,\n\nyou tell me if is ok?\n\ntanti saluti\nMarco\n\nWhatsApp 0176 555 0121"
    )
    assert read_mail(mail.encode(), READER).sender.name == "Marco"
    assert read_mail(b"Dear Kim,\n\nsee you on Friday!\n\nThe Team", READER).sender.name is None


def test_who_thanks_for_an_application_and_wants_an_answer_by_a_day_asks() -> None:
    found = read(
        DE,
        "vielen Dank für Ihre Bewerbung als Schichtleiter. Wir benötigen noch Ihre Kündigungsfrist. Bitte "
        "antworten Sie uns bis Do., 10.12., eine formlose Mail genügt.",
        "Rückfragen zu Ihrer Bewerbung",
    )
    assert (found["what"], found["answer_by"], found["wants_answer"]) == (
        "update",
        "2026-12-10",
        True,
    )


def test_a_newsletter_is_one_whatever_it_speaks_of() -> None:
    sender = ("newsletter@karriere.example", DE[1])
    found = read(
        sender, "Dein Vorstellungsgespräch am Do., 10.12., 18 Uhr: so überzeugst du. Melde dich an!"
    )
    assert (found["what"], found["interviews"]) == ("noise", [])
