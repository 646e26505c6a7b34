"""Whom one is to meet, as invitations name them."""

from datetime import UTC, datetime

from followup.exchange.invite import read_invite
from followup.exchange.mail import read_mail
from followup.exchange.reader import Reader
from tests.rows import each_row

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def met(text: str) -> list[tuple[str | None, str | None]]:
    head = "From: Priya Raman <priya@globex.example>\nDate: Tue, 24 Nov 2026 08:00:00 +0000\nSubject: Interview"
    mail = read_mail(
        f"{head}\n\n{text}\n".encode(), Reader(NOW, "Europe/Berlin", name="Robin Example")
    )
    return [(each.name, each.email) for each in mail.hosts]


AT = "Your interview is on Tuesday 1 December at 9:30am."
UM = "Ihr Gespräch ist am Dienstag, 1. Dezember, um 9:30 Uhr."


@each_row(
    ("said", "names"),
    [
        (
            f"{AT} You will meet Marcus Webb and Dr Helen O'Shea.",
            ["Marcus Webb", "Dr Helen O'Shea"],
        ),
        (
            f"{AT} You'll be meeting Peter Lang, Head of Data, and Sara Holm.",
            ["Peter Lang", "Sara Holm"],
        ),
        (
            f"{AT} The panel will be Anna Reyes, Tom Novak and Mrs Okafor.",
            ["Anna Reyes", "Tom Novak", "Mrs Okafor"],
        ),
        (f"{AT} Maria Silva from our lab will join us.", ["Maria Silva"]),
        (f"{AT} It is a final chat with our CEO Martin Feld.", ["Martin Feld"]),
        (f"{AT} You will meet our Head of Data Marcus Webb.", ["Marcus Webb"]),
        (f"{AT} You will meet the whole Data Team.", []),
        (f"{AT} The interview will be with David Chen (CTO).", ["David Chen"]),
        (
            f"{UM} Ihre Gesprächspartner sind Herr Dr. Jens Öztürk und Frau Miriam Vogt.",
            ["Herr Dr. Jens Öztürk", "Frau Miriam Vogt"],
        ),
        (f"{UM} Frau Nowak aus der Personalabteilung ist auch dabei.", ["Frau Nowak"]),
        (f"{UM} Das Gespräch mit Julia Sorel dauert eine Stunde.", ["Julia Sorel"]),
        (f"{AT} You will meet Marcus Webb and Xolani Dube.", ["Marcus Webb", "Xolani Dube"]),
        (f"{AT} Xolani Dube and Marcus Webb will join.", ["Xolani Dube", "Marcus Webb"]),
        (f"{AT} Interviewers: Xolani Dube, Thandeka Mbeki", ["Xolani Dube", "Thandeka Mbeki"]),
        (f"{AT} You'll meet Priya and Tom.", ["Priya", "Tom"]),
        (
            f"{AT} You will meet Sara Baker, Customer Success, and Ben Cole.",
            ["Sara Baker", "Ben Cole"],
        ),
        (
            f"{UM} Von unserer Seite nehmen Xolani Dube und Herr Lang teil.",
            ["Xolani Dube", "Herr Lang"],
        ),
        (
            f"{UM} Am Gespräch werden Julia Sorel und Jens Lang teilnehmen.",
            ["Julia Sorel", "Jens Lang"],
        ),
        (f"{UM} Dabei sind Jens Öztürk und Miriam Vogt.", ["Jens Öztürk", "Miriam Vogt"]),
        (f"{UM} Sie treffen Jens Öztürk (Leiter Einkauf).", ["Jens Öztürk"]),
        (f"{UM} Du triffst Jens und Miriam Vogt.", ["Jens", "Miriam Vogt"]),
        (
            f"{UM} Das Gespräch führen Julia Sorel und Dr. Peter Lang.",
            ["Julia Sorel", "Dr. Peter Lang"],
        ),
        (f"{UM} Das Gespräch wird von Frau Dr. Sorel geführt.", ["Frau Dr. Sorel"]),
        (f"{UM} Sie sprechen mit Herrn Weber und Frau Vogt.", ["Herr Weber", "Frau Vogt"]),
        (
            f"{AT} You'll be speaking with our CTO Marcus Webb and Ben Cole.",
            ["Marcus Webb", "Ben Cole"],
        ),
        (f"{AT} You'll meet the Head of Data, Marcus Webb.", ["Marcus Webb"]),
        (f"{AT} Marcus and Priya will be interviewing you.", ["Marcus", "Priya"]),
        (f"{UM} Das Interview führt unser Teamleiter Jens Öztürk.", ["Jens Öztürk"]),
        (
            f"{UM} Von unserer Seite sind Frau Nowak und Herr Lang dabei.",
            ["Frau Nowak", "Herr Lang"],
        ),
        (
            f"{UM} Teilnehmen werden Frau Sorel (HR) und Herr Dr. Lang.",
            ["Frau Sorel", "Herr Dr. Lang"],
        ),
        (f"{UM} Mit Ihnen sprechen Julia Sorel und Jens Ott.", ["Julia Sorel", "Jens Ott"]),
        (f"{UM} Du wirst mit Jens und Miriam sprechen.", ["Jens", "Miriam"]),
        (f"{UM} Ich werde Frau Nowak bitten, Ihnen die Unterlagen zu schicken.", []),
        (f"{UM} Wir werden mit Frau Nowak klären, ob das geht.", []),
        (f"{AT} You will see the new building and our workshop.", []),
        (f"{AT} You will meet Human Resources and Berlin Office.", []),
        (f"{AT} We look forward to seeing Canary Wharf with you.", []),
        (f"{UM} Bitte haben Sie dabei Ihren Ausweis.", []),
        (f"{UM} Sprechen Sie mit Empfang oder Pforte.", []),
        (f"{AT} You will meet the team and see the workshop.", []),
        (f"{AT} You will meet Robin Example.", []),
        (f"{AT} Please speak to Reception at Globex House.", []),
        (f"{UM} Sprechen Sie bitte am Empfang vor.", []),
    ],
)
def test_who_will_be_there(said: str, names: list[str]) -> None:
    assert [name for name, _ in met(said)] == names


def test_an_address_beside_the_name_is_theirs() -> None:
    found = met(
        f"{AT} You will meet Marcus Webb (Head of Data, marcus@globex.example) and Helen O'Shea."
    )
    assert found == [("Marcus Webb", "marcus@globex.example"), ("Helen O'Shea", None)]


def test_an_event_names_them_in_the_same_words() -> None:
    said = "Das Gespräch führen Xolani Dube und Herrn Weber.\\nInterviewer: Thandeka Mbeki"
    head = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:u1\nSUMMARY:Interview"
    event = f"{head}\nDTSTART:20261201T093000Z\nDESCRIPTION:{said}\nEND:VEVENT\nEND:VCALENDAR"
    (found,) = read_invite(event.encode(), Reader(NOW, "Europe/Berlin")).events
    names = [each.name for each in found.people]
    assert names == ["Xolani Dube", "Herr Weber", "Thandeka Mbeki"]
