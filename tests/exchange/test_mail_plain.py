"""Plain everyday mails, several wordings of each kind, half of them German, and what is read of them unasked."""

from typing import Any

import orjson
import pytest

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from tests.exchange.mails import READER
from tests.exchange.test_mail_values import DE, GB, Sender, asked, read, times
from tests.rows import each_row


def _plain(found: dict[str, Any], name: str) -> Any:
    """A value as the rows write it: times on the writer's clock, a length in minutes."""
    if name in ("interviews", "cancelled"):
        return " ".join(one[:17].replace("T", " ").strip(":") for one in times(found, name))
    if name == "material":
        return (found["material"] or {}).get("on")
    return found[name]


def _check(found: dict[str, Any], wanted: dict[str, Any]) -> None:
    have = {name: _plain(found, name) for name in wanted}
    plain = {
        name: one[:16] if name == "interviews" and one[:1] != "~" else one
        for name, one in have.items()
    }
    assert plain == wanted
    assert not asked(found) & {*wanted}


def _ids(rows: list[Any]) -> list[str]:
    return [str(row[1])[:50] for row in rows]


PAST = [
    (DE, "vielen Dank für Ihre Rückmeldung, am Dienstag um 10 Uhr passt es uns gut.", "2026-12-01 10:00"),
    (DE, "Schön, dann sehen wir uns am Dienstag um 10 Uhr zum Gespräch.", "2026-12-01 10:00"),
    (DE, "Danke für Ihre Nachricht! Am Donnerstag, 3. Dezember, um 14 Uhr erwarten wir Sie zum Vorstellungsgespräch.",
     "2026-12-03 14:00"),
    (DE, "danke für deine Bewerbung, wir laden dich am Donnerstag, 3. Dezember, um 9 Uhr zum Gespräch ein.",
     "2026-12-03 09:00"),
    (DE, "vielen Dank für das nette Telefonat, wir erwarten Sie am Freitag um 11 Uhr zum Vorstellungsgespräch.",
     "2026-11-27 11:00"),
    (DE, "Schön, dass es am Dienstag um 10 Uhr bei Ihnen klappt. Wir freuen uns auf das Gespräch.", "2026-12-01 10:00"),
    (GB, "Thank you for your time yesterday, your second interview is on Tuesday 8 December at 10am.",
     "2026-12-08 10:00"),
    (GB, "Thanks for getting back to me, Thursday at 2pm it is for the interview.", "2026-11-26 14:00"),
    (GB, "It was great to talk today and we will see you on Thursday 3 December at 11am for the interview.",
     "2026-12-03 11:00"),
    (GB, "Lovely to hear from you. Your interview is on Thursday 3 December at 11am.", "2026-12-03 11:00"),
]  # fmt: skip


@each_row(("sender", "text", "at"), PAST, ids=_ids(PAST))
def test_the_time_behind_a_thank_you_is_an_interview(sender: Sender, text: str, at: str) -> None:
    _check(read(sender, text), {"interviews": at})


def test_a_time_behind_praise_may_be_proposed() -> None:
    found = read(GB, "We loved your CV, can you come in on Tuesday 8 December at 3pm?")
    assert times(found, "interviews") == ["~2026-12-08T15:00:00+00:00"]
    found = read(
        GB, "We liked your CV and could see you on Tuesday 8 December at 3pm if that suits?"
    )
    assert times(found, "interviews") == ["~2026-12-08T15:00:00+00:00"]


@each_row(
    ("sender", "text"),
    [
        (GB, "It was lovely to meet you on Monday. We will write to you soon."),
        (GB, "Thank you for coming in on Monday. We will write to you soon."),
        (GB, "We really enjoyed the chat on Monday. You will hear from us."),
        (DE, "danke für das Gespräch am Montag. Wir melden uns bald."),
        (DE, "vielen Dank für Ihren Besuch am Montag. Wir melden uns bald."),
        (DE, "Schön, dass wir uns am Montag kennengelernt haben. Wir melden uns bald."),
        (DE, "es war schön, Sie am Montag kennenzulernen. Wir melden uns bald."),
        (DE, "Es hat uns Spaß gemacht, Sie am Montag kennenzulernen. Wir melden uns bald."),
        (DE, "Danke, dass Sie am Montag bei uns waren. Wir melden uns bald."),
        (DE, "danke fürs Vorbeikommen am Montag. Wir melden uns bald."),
    ],
)  # fmt: skip
def test_the_day_of_what_is_past_is_none_to_come(sender: Sender, text: str) -> None:
    found = read(sender, text)
    assert (found["interviews"], found["promised"]) == ([], None)


PROMISED = [
    (DE, "vielen Dank für das Gespräch, bis Freitag melden wir uns bei Ihnen.", "2026-11-27"),
    (DE, "Es war schön, Sie kennenzulernen, und am Freitag geben wir Ihnen Bescheid.", "2026-11-27"),
    (GB, "Thank you for coming in, you will hear from us by Friday.", "2026-11-27"),
    (GB, "It was great meeting you and we will let you know by Friday 4 December.", "2026-12-04"),
    (GB, "Once you have submitted it we will get back to you by Friday 4 December.", "2026-12-04"),
]  # fmt: skip


@pytest.mark.parametrize(("sender", "text", "day"), PROMISED, ids=_ids(PROMISED))
def test_the_day_behind_a_thank_you_is_promised(sender: Sender, text: str, day: str) -> None:
    _check(read(sender, text), {"promised": day})


MATERIAL = [
    (GB, "Please do the attached exercise. Send it back within five days after receiving this email.", "2026-11-29"),
    (GB, "Please send us your certificates within three days of receipt of this message.", "2026-11-27"),
    (GB, "Please return the completed task within one week of this email.", "2026-12-01"),
    (GB, "Please send me your portfolio by Friday 27 November.", "2026-11-27"),
    (GB, "Track your changes and send me the file back by Monday 7 December.", "2026-12-07"),
    (DE, "Bitte senden Sie uns Ihre Zeugnisse innerhalb von drei Tagen nach Erhalt dieser E-Mail.", "2026-11-27"),
    (DE, "Bitte schicken Sie uns die Aufgabe innerhalb von fünf Tagen nach Eingang dieser Nachricht zurück.",
     "2026-11-29"),
    (DE, "Arbeiten Sie im Änderungsmodus und schicken Sie mir die Datei bis Montag, 7. Dezember, zurück.",
     "2026-12-07"),
    (DE, "Füllen Sie den Personalbogen aus und senden Sie ihn bis Freitag, 4. Dezember, zurück.", "2026-12-04"),
    (DE, "Lösen Sie die Aufgabe und mailen Sie mir das Ergebnis bis Freitag, 4. Dezember.", "2026-12-04"),
    (DE, "Bitte reichen Sie Ihre Zeugnisse bis Freitag, 4. Dezember, nach.", "2026-12-04"),
]  # fmt: skip


@each_row(("sender", "text", "day"), MATERIAL, ids=_ids(MATERIAL))
def test_a_last_day_for_what_is_sent_counts_from_this_mail(
    sender: Sender, text: str, day: str
) -> None:
    _check(read(sender, text), {"material": day})


def test_what_is_counted_from_something_else_is_asked() -> None:
    found = read(GB, "Please return the task within five days after receiving the link.")
    assert (found["material"]["on"], "material" in asked(found)) == (None, True)


def test_what_they_do_once_i_have_sent_it_is_no_last_day_of_mine() -> None:
    text = "Please send us the exercise. Once submitted, we review it within five days."
    found = read(GB, text)
    assert (found["material"]["on"], "material" in asked(found)) == (None, False)


LENGTHS = [
    (GB, "Your interview is on Tuesday 8 December at 10am. It will be 30 minutes with Dana and 30 minutes with Priya.",
     60),
    (GB, "Your interview is on Tuesday 8 December at 10am. It takes 45 minutes with the team, then 15 minutes with me.",
     60),
    (GB, "Your interview is on Tuesday 8 December at 10am. It should take 45 minutes.", 45),
    (GB, "Your interview is on Tuesday 8 December at 10am. It will take 30 minutes or 45 minutes.", None),
    (GB, "Your interview is on Tuesday 8 December at 10am. Please allow one hour and 15 minutes.", 75),
    (DE, "Ihr Gespräch ist am Dienstag, 8. Dezember, um 10 Uhr. Geplant sind 30 Minuten mit Frau Au und 30 Minuten mit"
     " Herrn Ley.", 60),
    (DE, "Ihr Gespräch ist am Dienstag, 8. Dezember, um 10 Uhr. Geplant sind 45 Minuten mit dem Team, dann 15 Minuten"
     " mit mir.", 60),
    (DE, "Ihr Gespräch ist am Dienstag, 8. Dezember, um 10 Uhr. Es dauert etwa 45 Minuten.", 45),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sender", "text", "minutes"), LENGTHS, ids=[row[1][-50:] for row in LENGTHS]
)
def test_the_parts_of_one_talk_are_added_up(sender: Sender, text: str, minutes: int | None) -> None:
    [one] = read(sender, text)["interviews"]
    start, end = (
        (int(at[11:13]) * 60 + int(at[14:16])) if at else 0
        for at in (one["starts_at"], one["ends_at"])
    )
    assert (end - start if end else None) == minutes


ANSWER = [
    (GB, "Your interview is on Tuesday 8 December at 10am. You don't need to do anything to prepare. Please confirm by"
     " Friday 27 November that you will attend.", {"wants_answer": True, "answer_by": "2026-11-27"}),
    (GB, "You don't need to bring anything. Which of the two roles would you prefer?", {"wants_answer": True}),
    (GB, "There is nothing for you to do before the interview. Please let me know which day suits you best.",
     {"wants_answer": True}),
    (GB, "Your interview is on Tuesday 8 December at 10am. No need to reply.", {"wants_answer": False}),
    (GB, "We have received your application. You do not need to do anything.", {"wants_answer": False}),
    (DE, "Sie müssen nichts vorbereiten. Bitte geben Sie uns bis Freitag, 27. November, Bescheid, ob Sie kommen.",
     {"wants_answer": True, "answer_by": "2026-11-27"}),
    (DE, "Sie brauchen sonst nichts mitzubringen. Welcher der beiden Tage ist Ihnen lieber?", {"wants_answer": True}),
    (DE, "Ihre Unterlagen sind angekommen. Eine Antwort ist nicht nötig.", {"wants_answer": False}),
]  # fmt: skip


@pytest.mark.parametrize(("sender", "text", "wanted"), ANSWER, ids=_ids(ANSWER))
def test_what_need_not_be_done_silences_no_request(
    sender: Sender, text: str, wanted: dict[str, Any]
) -> None:
    _check(read(sender, text), wanted)


FIXED = [
    (GB, "We are pleased to tell you that your interview is on Tuesday 8 December at 10am in room 4. Could you confirm"
     " receipt of this email?", "2026-12-08 10:00"),
    (GB, "Your interview is on Tuesday 8 December at 10am. Please confirm that you have received this.",
     "2026-12-08 10:00"),
    (GB, "Your interview is on Tuesday 8 December at 10am. Please confirm your attendance.", "2026-12-08 10:00"),
    (GB, "Your interview is on Tuesday 8 December at 10am. Please confirm that this time suits you.",
     "~2026-12-08 10:00"),
    (GB, "Your trial is on Tuesday 8 December at 10am. As our guests check out by 12 noon the lobby may be crowded.",
     "2026-12-08 10:00"),
    (GB, "Your interview is on Tuesday 8 December at 10am. The shop opens at 9am and the street is busy from then.",
     "2026-12-08 10:00"),
    (DE, "Ihr Gespräch ist am Dienstag, 8. Dezember, um 10 Uhr. Bitte bestätigen Sie den Erhalt dieser E-Mail.",
     "2026-12-08 10:00"),
    (DE, "Ihr Gespräch ist am Dienstag, 8. Dezember, um 10 Uhr. Bitte bestätigen Sie Ihre Teilnahme.",
     "2026-12-08 10:00"),
    (DE, "Ihr Gespräch ist am Dienstag, 8. Dezember, um 10 Uhr. Passt Ihnen das?", "~2026-12-08 10:00"),
    (DE, "Ihr Gespräch ist am Dienstag, 8. Dezember, um 10 Uhr. Da unsere Gäste bis 12 Uhr auschecken, ist die Lobby"
     " voll.", "2026-12-08 10:00"),
    (DE, "Ihre Probelektion ist am Dienstag, 8. Dezember. Die Kinder kommen um 8 Uhr, Sie beginnen um 8.30 Uhr.",
     "2026-12-08 08:30"),
    (GB, "Your trial lesson: Tuesday 8 December. You teach the children at 10am.", "2026-12-08 10:00"),
    (GB, "Please come for an interview on Tuesday 8 December. We open at 9am, so come at 9.15am.", "2026-12-08 09:15"),
    (GB, "Your interview is on Tuesday at 9am in our Leeds office.", "2026-12-01 09:00"),
    (DE, "Ihr Vorstellungsgespräch ist am Dienstag um 8 Uhr in Haus 2.", "2026-12-01 08:00"),
    (GB, "Meet me for the interview at the tapas bar on Tuesday 8 December at 3pm.", "2026-12-08 15:00"),
    (GB, "The interview is in the wine bar on Tuesday 8 December at 3pm.", "2026-12-08 15:00"),
    (GB, "Your trial for the early shift is on Tuesday 8 December at 9am.", "2026-12-08 09:00"),
    (DE, "Das Gespräch ist in der Bar am Dienstag, 8. Dezember, um 15 Uhr.", "2026-12-08 15:00"),
]  # fmt: skip


@each_row(("sender", "text", "at"), FIXED, ids=_ids(FIXED))
def test_a_time_stands_whatever_else_is_said(sender: Sender, text: str, at: str) -> None:
    found = read(sender, text)
    assert [one[: len(at)].replace("T", " ") for one in times(found, "interviews")] == [at]
    assert not asked(found) & {"interviews"}


def test_any_day_bar_one_leaves_that_out() -> None:
    found = read(
        GB, "Could you come in for an interview? Any morning next week bar Friday works for us."
    )
    assert not any(one.endswith("2026-12-04") for one in times(found, "interviews"))


def test_a_moved_shift_is_called_off() -> None:
    found = read(
        GB,
        "We have to shift your interview on Thursday 3 December at 10am to Friday 4 December at 11am.",
    )
    assert times(found, "cancelled") == ["2026-12-03T10:00:00+00:00"]
    assert times(found, "interviews") == ["2026-12-04T11:00:00+00:00"]


@pytest.mark.parametrize(
    ("sender", "text", "hour"),
    [
        (GB, "We'd like to see you for a trial shift in the shop on Tuesday 8 December at 2", "14:00"),
        (GB, "Come in for a trial shift in the kitchen on Tuesday 8 December at 6", "18:00"),
        (GB, "Come and see us bake on Tuesday 8 December at 5, in the bakery, for a trial.", "05:00"),
        (DE, "Komm am Dienstag, 8. Dezember, um 4 zum Probetag in die Backstube.", "04:00"),
    ],
)  # fmt: skip
def test_where_one_bakes_early_the_morning_is_likelier(
    sender: Sender, text: str, hour: str
) -> None:
    found = read(sender, text)
    suggested = [str(ask["suggestion"]) for ask in found["asks"] if ask["field"] == "interviews"]
    assert {one[11:16] for one in suggested} == {hour}


def named(
    sender: str, text: str, subject: str = "Your application", signed: str = ""
) -> dict[str, Any]:
    mail = (
        f"From: {sender}\nTo: Kim Vale <kim@example.test>\nDate: Tue, 24 Nov 2026 10:00:00 +0100\n"
        f"Subject: {subject}\nContent-Type: text/plain; charset=utf-8\n\nDear Kim,\n\n{text}\n\n{signed}\n"
    )
    found: dict[str, Any] = orjson.loads(to_json(read_mail(mail.encode(), READER)))
    return found


ROLES = [
    ("Für unsere Teamleiterin Petra Vogel ist Dienstag, der 8. Dezember, um 10 Uhr am besten.", "Ihr Gespräch", None),
    ("Für unseren Küchenchef Jan Weber nehmen wir Dienstag, den 8. Dezember, um 10 Uhr.", "Ihr Gespräch", None),
    ("Für die Filialleitung haben wir uns leider anders entschieden.", "Ihre Bewerbung", "Filialleitung"),
    ("danke für deine Bewerbung fürs Community Management bei Pfandfuchs. Wir melden uns.", "Kennenlernen",
     "Community Management"),
    ("vielen Dank für Ihre Bewerbung für die Finanzbuchhaltung. Wir melden uns.", "Eingang", "Finanzbuchhaltung"),
    ("Ihre Unterlagen für die Vermessungstechnik sind angekommen.", "Danke", "Vermessungstechnik"),
    ("danke für Ihre Bewerbung für das Projektmanagement bei uns. Wir melden uns.", "Eingang", "Projektmanagement"),
    ("anbei das Probelektorat für die Lektoratsassistenz: fünf Seiten.", "Probelektorat", "Lektoratsassistenz"),
    ("anbei die Probeaufgabe für die Redaktionsassistenz: zwei Seiten.", "Probeaufgabe", "Redaktionsassistenz"),
    ("leider hat der Vorstand alle Stellen ausgesetzt. Das betrifft auch das Projektreferat Umweltbildung.",
     "Projektreferat Umweltbildung", "Projektreferat Umweltbildung"),
    ("Am Ende übernimmt die Filialleitung nun jemand aus dem eigenen Haus.", "Ihre Bewerbung bei uns",
     "Filialleitung"),
    ("Leider übernimmt das Schulsekretariat jetzt eine Kollegin.", "Ihre Bewerbung bei uns", "Schulsekretariat"),
    ("Wir würden Sie gern einstellen. Disposition, Früh- und Spätschicht im Wechsel, 3.350 im Monat.", "Disposition",
     "Disposition"),
    ("Für die Kassenleitung würde ich dich gern kennenlernen, am Donnerstag, 3. Dezember, um 14 Uhr im Büro an der"
     " Talstation.", "Kassenleitung Talstation", "Kassenleitung"),
    ("wir freuen uns, Ihnen die Stelle der Wohnbereichsleitung im Wohnbereich 3 (32 Plätze) anzubieten.",
     "Wohnbereichsleitung - gute Nachrichten", "Wohnbereichsleitung"),
    ("We'd like to see you for the Store Manager role in Chelsea on Tuesday 8 December at 10am.",
     "Store Manager Chelsea", "Store Manager"),
    ("vielen Dank für Ihre Bewerbung für die Hausverwaltung. Wir melden uns.", "Eingang", "Hausverwaltung"),
    ("wir möchten Sie für die Küchenleitung gewinnen.", "Angebot", "Küchenleitung"),
    ("anbei der Vertrag für die Bauleitung im Neubau Süd.", "Vertrag", "Bauleitung"),
    ("für die Planung laden wir Sie am Dienstag, 8. Dezember, um 10 Uhr ein.", "Gespräch", None),
    ("Frau Koch übernimmt ab Januar die Teamleitung in Haus 2. Ihr Termin steht.", "Ihr Termin", None),
    ("Ihr Gespräch mit der Personalabteilung ist am Dienstag, 8. Dezember, um 10 Uhr.", "Ihr Gespräch", None),
    ("Your interview for the Office Manager role is on Tuesday 8 December at 10am.", "Interview", "Office Manager"),
]  # fmt: skip


@each_row(("text", "subject", "role"), ROLES, ids=[row[0][:50] for row in ROLES])
def test_the_role_is_the_post_and_nobody(text: str, subject: str, role: str | None) -> None:
    assert (
        named("Ann Wells <a.wells@priory.de>", text, subject, "Ann Wells\nPriory GmbH")["role"]
        == role
    )


COMPANIES = [
    ("Dana Fox <dana@globex.com>", "Looking forward to our call on Tuesday 8 December at 10am.",
     "Globex + Kim: intro call", "Dana Fox\nGlobex", "Globex"),
    ("Dana Fox <dana@globex.com>", "Looking forward to our call on Tuesday 8 December at 10am.",
     "Globex & Robin: intro call", "Dana Fox\nGlobex", "Globex"),
    ("Jo Pike <jo@marlow.co.uk>", "Your interview is on Tuesday 8 December at 10am.", "Interview",
     "Jo Pike\nMarlow & Pike", "Marlow & Pike"),
    ("Jo Hale <jo@hale.co.uk>", "Your interview at Hale & Sons is on Tuesday 8 December at 10am.", "Interview",
     "Jo\nHale & Sons", "Hale & Sons"),
    ("Dana Fox <dana.fox@globex.de>", "Ihr Gespräch ist am Dienstag, 8. Dezember, um 10 Uhr.", "Gespräch",
     "Dana Fox\nSenior HR Consultant\nGlobex GmbH", "Globex"),
    ("Dana Fox <dana.fox@globex.co.uk>", "Your interview is on Tuesday 8 December at 10am.", "Interview",
     "Dana Fox\nRecruitment Consultant\nGlobex Ltd", "Globex"),
    ("Klinikum Ostertal \u2013 Karriere <no-reply@bewerberportal.example>",
     "Ihre Bewerbung am Klinikum Ostertal ist eingegangen.", "Ihre Bewerbung", "Ihr Recruiting-Team\nKlinikum Ostertal",
     "Klinikum Ostertal"),
    ("Christoph Nagel <c.nagel@ib-tamms.test>", "danke für Ihre Nachfrage, Ihre Unterlagen sind angekommen.",
     "AW: Nachfrage", "C. Nagel\n\nIngenieurbüro Tamms\nDeichstr. 7, Husum", "Ingenieurbüro Tamms"),
    ("Ines Radtke <i.radtke@wg-lindental.test>", "Ihre Unterlagen sind bei der Wohnungsgenossenschaft Lindental"
     " angekommen.", "Ihre Bewerbung", "Ines Radtke\nLeiterin Personal", "Wohnungsgenossenschaft Lindental"),
    ("Eva Roth <roth@bg-auental.test>", "Ihre Unterlagen sind angekommen.", "Ihre Bewerbung",
     "Eva Roth\nBaugenossenschaft Auental", "Baugenossenschaft Auental"),
    ("Thandi Nel <thandi@karoorest.co.za>", "Your application has arrived.", "Your application",
     "Thandi Nel\nKaroo Rest NPC", "Karoo Rest"),
    ("Thandi Nel <thandi@karoorest.co.za>", "Your application has arrived.", "Your application",
     "Thandi Nel\nKaroo Rest (Pty) Ltd", "Karoo Rest"),
    ("Anil Rao <anil@tarangsoft.in>", "Your application has arrived.", "Your application",
     "Anil Rao\nTarang Soft Pvt. Ltd.", "Tarang Soft"),
    ("Daz Whitlock <daz@swiftcabs.test>", "had a word with tracey, let me know by sunday if you want to come in.",
     "Re: night desk", "ta\ndaz\nswift cabs\n24hr 01632 960 818", "Swift Cabs"),
]  # fmt: skip


@each_row(
    ("sender", "text", "subject", "signed", "company"),
    COMPANIES,
    ids=[f"{row[4]} {at}" for at, row in enumerate(COMPANIES)],
)
def test_the_company_is_as_it_signs(
    sender: str, text: str, subject: str, signed: str, company: str
) -> None:
    found = named(sender, text, subject, signed)
    assert (found["company"], {ask["field"] for ask in found["asks"]} & {"company"}) == (
        company,
        set(),
    )


@pytest.mark.parametrize(
    ("text", "signed", "agency"),
    [
        ("Our client would like to see you.", "Dana Fox\nRecruitment Consultant\nFox Talent", True),
        ("They would like to see you.", "Dana Fox\nFox HR Consulting", True),
    ],
)
def test_an_agency_is_one_by_its_name_or_its_client(text: str, signed: str, agency: bool) -> None:
    found = named("Dana Fox <dana@foxandco.co.uk>", text, "Clerk", signed)
    assert (found["company"] is None) == agency


def test_an_irish_school_writes_on_irelands_clock() -> None:
    text = (
        "The interviews for School Secretary on Wednesday 2 December can't go ahead. Yours was to be at 2.40pm.\n\n"
        "Le gach dea-ghuí,"
    )
    signed = "Gráinne Ní Dhomhnaill\nPríomhoide / Principal\nColáiste Mhuire"
    mail = (
        "From: Grainne <principal@colaistemhuire.test>\nTo: Kim Vale <kim@example.test>\n"
        "Date: Tue, 24 Nov 2026 10:00:00 +0000\nSubject: Interviews\n"
        f"Content-Type: text/plain; charset=utf-8\n\nDear Kim,\n\n{text}\n{signed}\n"
    )
    found: dict[str, Any] = orjson.loads(to_json(read_mail(mail.encode(), READER)))
    assert times(found, "cancelled") == ["2026-12-02T14:40:00+00:00"]
    assert "cancelled" not in asked(found)
