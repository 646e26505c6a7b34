"""What two more batches of mails got wrong at first sight, a row for each kind of wording."""

from typing import Any

import orjson
import pytest

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from tests.exchange.mails import READER
from tests.exchange.test_mail_values import DE, GB, US, Sender, asked, read, times


def mail(sender: str, subject: str, text: str) -> dict[str, Any]:
    """A mail of somebody nobody knows, as it is read."""
    whole = (
        f"From: {sender}\nTo: Kim Vale <kim@example.test>\nDate: Tue, 24 Nov 2026 10:00:00 +0100\n"
        f"Subject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    )
    found: dict[str, Any] = orjson.loads(to_json(read_mail(whole.encode(), READER)))
    return found


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, "Your interview is on Thursday 3 December at 10.40am in Committee Room 2. Please report to the main desk"
         " by 10.25am. The desk is staffed from 8.45am to 12.30pm and from 1.30pm to 4.30pm."),
        (GB, "Your interview is on Thursday 3 December at 10.40am. Please report to reception by 10.25am."),
        (GB, "Your interview is on Thursday 3 December at 10.40am. Reception is open between 8am and 6pm."),
        (GB, "The gatehouse is manned 7am to 7pm. Your interview is on Thursday 3 December at 10.40am."),
        (GB, "Your interview is on Thursday 3 December at 10.40am. Our switchboard is open from 9 to 5, if needed."),
        (DE, "Ihr Gespräch findet am Donnerstag, 3. Dezember, um 10.40 Uhr statt. Die Pforte ist von 8 bis 12 Uhr und"
         " von 13 bis 17 Uhr besetzt."),
        (DE, "Ihr Gespräch findet am Donnerstag, 3. Dezember, um 10.40 Uhr statt. Unser Büro ist von 8:30 bis 16 Uhr"
         " geöffnet."),
        (DE, "Ihr Gespräch findet am Donnerstag, 3. Dezember, um 10.40 Uhr statt. Telefonisch erreichen Sie uns von 9"
         " bis 15 Uhr."),
        (DE, "Ihr Gespräch findet am Donnerstag, 3. Dezember, um 10.40 Uhr statt. Der Empfang hat von 7 bis 18 Uhr"
         " auf."),
    ],
)  # fmt: skip
def test_when_a_desk_is_staffed_is_no_time_and_pushes_none_out(sender: Sender, text: str) -> None:
    found = read(sender, text)
    assert [one[:16] for one in times(found, "interviews")] == ["2026-12-03T10:40"]
    assert "interviews" not in asked(found)


def test_a_time_that_is_free_or_kept_open_is_still_one() -> None:
    text = "For your interview we have Thursday 3 December from 10am to 11am open. Would that suit?"
    assert [one[1:17] for one in times(read(GB, text), "interviews")] == ["2026-12-03T10:00"]


@pytest.mark.parametrize(
    ("sender", "subject", "text", "role"),
    [
        (GB, "Invitation to interview - ref PE/2026/1104", "Post: Planning Enforcement Officer (Grade G, 37 hours)\n"
         "Reference: PE/2026/1104\n\nYou have been shortlisted.", "Planning Enforcement Officer"),
        (GB, "Your application", "Job title: Library Assistant (Scale 4, term time only)\n\nThank you for applying.",
         "Library Assistant"),
        (DE, "Ausschreibung 2026/118 - Ergebnis des Auswahlverfahrens", "wir beabsichtigen, Sie zum 01.02.2027 für die"
         " Sachbearbeitung Wohngeld (EG 9a TVöD, 39 Wochenstunden) einzustellen.", "Sachbearbeitung Wohngeld"),
        (DE, "Ergebnis Auswahlverfahren, Kennziffer 12/26", "wir möchten Sie für die Sachbearbeitung Meldewesen (E 8)"
         " gewinnen.", "Sachbearbeitung Meldewesen"),
        (DE, "Auswahlverfahren Kennziffer 4711", "wir kommen auf Ihre Bewerbung zurück.", None),
        (DE, "Ergebnis", "leider haben wir uns anders entschieden.", None),
    ],
)  # fmt: skip
def test_an_offices_role(sender: Sender, subject: str, text: str, role: str | None) -> None:
    assert read(sender, text, subject)["role"] == role


@pytest.mark.parametrize(
    "text",
    [
        "We've received your application. If there's a match, a recruiter will reach out to set up a 30-minute phone"
        " screen, followed by interviews with the team. If not, you can find our other openings on the careers page."
        " For your security this link expires in 24 hours.",
        "Thank you for your application. Should your profile fit, we will invite you to an interview.",
        "Thank you for applying, we have received your CV. If you are shortlisted we will call you to arrange an"
        " interview. If you are not successful, we will let you know by email.",
        "vielen Dank für Ihre Bewerbung. Ihre Unterlagen sind bei uns eingegangen. Sollten Sie in die engere Wahl"
        " kommen, laden wir Sie zu einem Vorstellungsgespräch ein. Sollten wir uns anders entscheiden, erhalten Sie"
        " eine Absage per E-Mail. Bitte sehen Sie von Rückfragen ab.",
        "Ihre Bewerbung ist eingegangen. Passt Ihr Profil zu uns, laden wir Sie zu einem Gespräch ein. Passt es nicht,"
        " erhalten Sie eine Absage.",
        "Ihre Bewerbung ist eingegangen. Kommen Sie in die nächste Runde, rufen wir Sie an und vereinbaren einen"
        " Termin mit Ihnen. Falls wir Ihnen absagen müssen, melden wir uns ebenfalls.",
        "Ihre Bewerbung ist eingegangen. Wenn wir Sie kennenlernen möchten, schicken wir Ihnen eine Einladung zum"
        " Vorstellungsgespräch.",
    ],
)  # fmt: skip
def test_a_receipt_says_under_conditions_how_it_may_go_on(text: str) -> None:
    found = mail("Globex Careers <no-reply@globex.test>", "Ihre Bewerbung - your application", text)
    told = (found["what"], found["wants_answer"], found["promised"], asked(found))
    assert told == ("receipt", False, None, set())


@pytest.mark.parametrize(
    "text",
    [
        "If you would like to come in for an interview, Thursday at 3pm would suit us. Does it suit you?",
        "If Thursday at 3pm suits, we would love to have you in for an interview.",
    ],
)  # fmt: skip
def test_what_hangs_on_me_alone_is_an_invitation_all_the_same(text: str) -> None:
    found = read(GB, text)
    assert (found["what"], found["wants_answer"]) == ("invitation", True)


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Stadtwerke Lindenau Karriere <noreply@bewerber.stadtwerke-lindenau.test>", "Stadtwerke Lindenau"),
        ("Stadtwerke Lindenau Bewerbermanagement <noreply@stadtwerke-lindenau.test>", "Stadtwerke Lindenau"),
        ("Stadtwerke Lindenau - Personalwesen <noreply@stadtwerke-lindenau.test>", "Stadtwerke Lindenau"),
        ("Brightwell Foods Recruiting Services <noreply@brightwell.test>", "Brightwell Foods"),
        ("Brightwell Foods Jobs <noreply@brightwell.test>", "Brightwell Foods"),
        ("Brightwell Foods Recruitment Centre <noreply@brightwell.test>", "Brightwell Foods"),
        ("Klinikum Auental Bewerberportal <noreply@klinikum-auental.test>", "Klinikum Auental"),
        ("Klinikum Auental Personalmarketing <noreply@klinikum-auental.test>", "Klinikum Auental"),
    ],
)  # fmt: skip
def test_a_house_before_its_team(sender: str, company: str) -> None:
    house = sender.partition(" <")[0]
    text = f"{company}\n\nvielen Dank für Ihre Bewerbung.\n\n{house}"
    assert mail(sender, "Eingangsbestätigung", text)["company"] == company


@pytest.mark.parametrize(
    ("text", "what", "company"),
    [
        ("Feedback in from Harcourt this morning on the Compliance Analyst role. They've decided not to take it any"
         " further, they've gone with somebody internal.\n\nBellmere is separate and still very much live for the Risk"
         " Manager job. They are seeing people until the 11th and nobody has been ruled out there.",
         "rejection", "Harcourt"),
        ("Nothing new from Bellmere yet, they are still reading CVs.\n\nHarcourt have gone with another candidate, I'm"
         " sorry.", "rejection", "Harcourt"),
        ("Bellmere is taking its time over the Risk Manager job.\n\nAt Harcourt they would like to see you for an"
         " interview on Thursday 3 December at 10am.", "invitation", "Harcourt"),
    ],
)  # fmt: skip
def test_of_an_agencys_two_clients_the_one_whose_verdict_it_is(
    text: str, what: str, company: str
) -> None:
    sender = "Gareth Lunn <gareth.lunn@fairweather-search.test>"
    signed = f"Hi Kim,\n\n{text}\n\nGareth\nSenior Consultant, Fairweather Search"
    found = mail(sender, "Harcourt / Bellmere", signed)
    assert (found["what"], found["company"]) == (what, company)


@pytest.mark.parametrize(
    ("sender", "text", "until"),
    [
        (DE, "Unsere Investoren haben alle Neueinstellungen gestoppt. Die Stelle liegt deshalb bis April auf Eis.",
         "2027-04-01"),
        (DE, "Das Verfahren ruht bis März.", "2027-03-01"),
        (GB, "The role is on ice until April.", "2027-04-01"),
    ],
)  # fmt: skip
def test_a_hold_until_a_month_alone_names_its_first_day_or_is_asked(
    sender: Sender, text: str, until: str
) -> None:
    found = read(sender, text)
    suggested = [ask["suggestion"] for ask in found["asks"] if ask["field"] == "on_hold_until"]
    assert found["what"] == "on_hold"
    assert [found["on_hold_until"], *suggested].count(until) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kim, loved today. So did Priya.\n\nWant you in. 78k + 0.4%, four yr vest. January ideally.\n\nCall me?",
        "We want you on the team! 52k, start in January.",
        "You're our pick, we want you. Call me?",
        "Wir wollen dich! 48.000 im Jahr, Start im Januar. Ruf mich an?",
    ],
)  # fmt: skip
def test_a_founders_short_offer_is_one_or_asked(text: str) -> None:
    found = read(GB, text, "so")
    choices = " ".join(ask["sentence"] for ask in found["asks"] if ask["field"] == "what")
    assert found["what"] == "offer" or "“offer”" in choices


@pytest.mark.parametrize(
    "text",
    [
        "I have to call off our eleven o'clock on Monday. I'll come back to you with a new date.",
        "Sorry, I can't make our 11 o'clock on Monday.",
        "I'm afraid Monday's eleven o'clock is off, I'll find us a new date.",
    ],
)  # fmt: skip
def test_an_hour_in_words_is_that_of_its_day(text: str) -> None:
    found = read(GB, text)
    assert (found["what"], times(found, "cancelled")) == (
        "cancellation", ["2026-11-30T11:00:00+00:00"],
    )  # fmt: skip


def test_by_when_they_need_and_that_i_will_hear_by_then_is_one_promise() -> None:
    text = (
        "Mandy is still up in Scotland and I don't like deciding without her, so we need until the 20th if that's"
        " alright. You will hear one way or the other by then, I promise."
    )
    for words, day in (("the 20th", "2026-12-20"), ("Friday 4 December", "2026-12-04")):
        found = read(GB, text.replace("the 20th", words))
        assert (found["what"], found["promised"], asked(found)) == ("update", day, set())


@pytest.mark.parametrize(
    ("sender", "text", "day"),
    [
        (GB, "The board sits on Friday 4 December. You will hear from me one way or the other by then.", "2026-12-04"),
        (DE, "Meine Kollegin ist bis Freitag, 4.12., verreist. Bis dahin hören Sie von mir.", "2026-12-04"),
        (DE, "Wir brauchen noch bis Freitag, 4.12., dann sage ich Ihnen Bescheid.", "2026-12-04"),
    ],
)  # fmt: skip
def test_by_then_is_the_day_that_was_just_named(sender: Sender, text: str, day: str) -> None:
    found = read(sender, text)
    assert (found["what"], found["promised"]) == ("update", day)


@pytest.mark.parametrize(
    "text",
    [
        "I can't make our 9 a.m. Central on December 2. Any chance you could do Thursday instead, same time?",
        "Hope you had a good Thursday if you don't do that over there. I can't make our 9 a.m. on December 2."
        " Any chance you could do Thursday instead, same time?",
        "We'd like to see you on Thursday at 9 a.m. If you do not confirm by Wednesday the slot goes to someone else.",
        "I can't make our call on December 2. Any chance of Thursday at 9 a.m. instead?",
        "We have to move your interview on December 2. Is there any chance you are free on Thursday at 9 a.m.?",
    ],
)  # fmt: skip
def test_who_asks_whether_another_day_would_do_wants_an_answer(text: str) -> None:
    assert read(US, text)["wants_answer"]


STRANGERS = [
    ("Hausverwaltung Krüger & Söhne <info@hv-krueger.test>", "Ablesung der Heizkostenverteiler",
     "die Ablesung der Heizkostenverteiler im Haus findet am Dienstag, 1. Dezember, zwischen 8:00 und 10:00 Uhr statt."
     "\n\nFalls Ihnen der Termin nicht passt, geben Sie uns bitte bis Freitag Bescheid."),
    ("Wollwelt Shop <bestellung@wollwelt-shop.test>", "Wir haben deine Bestellung erhalten",
     "Deine Bestellung Nr. 1012 ist bei uns eingegangen. Voraussichtliche Lieferung: Mittwoch, 2. Dezember, bis 18 Uhr."
     "\n\nUnser Angebot für dich: 20 % auf alles, nur noch bis Montag, 30.11.!\n\nLust, bei uns zu arbeiten? Schau auf"
     " unsere Jobseite."),
    ("Paketflitzer <noreply@paketflitzer.test>", "Ihre Sendung kommt am Samstag",
     "Ihr Paket ist auf dem Weg zu Ihnen. Voraussichtliche Zustellung: Samstag, 28.11.2026, zwischen 10:00 und 13:00"
     " Uhr.\n\nSie sind nicht da? Bis Freitag, 20 Uhr, können Sie einen anderen Termin wählen."),
    ("Milena Kurz <milena.kurz@posteo.test>", "Hunger", "Na du,\n\nDonnerstag um halb eins beim Vietnamesen?"
     " Ich hab endlich Urlaub. Ich lad dich ein, keine Widerrede.\n\nMile"),
    ("Bridge Street Garage <service@bridgestreet.test>", "Your car", "Your car is booked in for Thursday 3 December at"
     " 8.30am. Please confirm by Wednesday.\n\nBridge Street Garage"),
    ("Oakfield Lettings <hello@oakfield.test>", "Inspection", "We will inspect the flat on Tuesday 1 December between"
     " 9am and noon. Let us know by Friday if that doesn't suit.\n\nOakfield Lettings"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sender", "subject", "text"), STRANGERS, ids=[row[1] for row in STRANGERS]
)
def test_a_strangers_mail_without_a_word_of_the_search_is_no_invitation_unasked(
    sender: str, subject: str, text: str
) -> None:
    found = mail(sender, subject, text)
    assert found["what"] == "other" or "what" in asked(found)
    assert not found["wants_answer"]


def test_an_agency_by_its_address_asks_for_its_client() -> None:
    text = (
        "Die Kollegen von Rotbach fragen, welche Kündigungsfrist Sie haben. Können Sie mir das bis morgen Mittag sagen?"
        "\n\nBei dem anderen Kunden in Hanau gibt es nichts Neues.\n\nTorben Wieland\nPersonalkontor"
    )
    sender = "Torben Wieland <t.wieland@personalkontor.test>"
    assert mail(sender, "Rotbach - kurze Frage", text)["company"] == "Rotbach"
