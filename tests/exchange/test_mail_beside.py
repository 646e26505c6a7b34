"""What stands in a mail beside the search: events for many, when somebody can be reached, a newsletter's sender."""

import pytest

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
