"""Whom one is to meet, as invitations name them."""

from datetime import UTC, datetime

import pytest

from followup.exchange.mail import read_mail
from followup.exchange.reader import Reader

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def met(text: str) -> list[tuple[str | None, str | None]]:
    head = "From: Priya Raman <priya@globex.example>\nDate: Tue, 24 Nov 2026 08:00:00 +0000\nSubject: Interview"
    mail = read_mail(
        f"{head}\n\n{text}\n".encode(), Reader(NOW, "Europe/Berlin", name="Robin Example")
    )
    return [(each.name, each.email) for each in mail.hosts]


AT = "Your interview is on Tuesday 1 December at 9:30am."
UM = "Ihr Gespräch ist am Dienstag, 1. Dezember, um 9:30 Uhr."


@pytest.mark.parametrize(
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
        (f"{AT} The interview will be with David Chen (CTO).", ["David Chen"]),
        (
            f"{UM} Ihre Gesprächspartner sind Herr Dr. Jens Öztürk und Frau Miriam Vogt.",
            ["Herr Dr. Jens Öztürk", "Frau Miriam Vogt"],
        ),
        (f"{UM} Frau Nowak aus der Personalabteilung ist auch dabei.", ["Frau Nowak"]),
        (f"{UM} Das Gespräch mit Julia Sorel dauert eine Stunde.", ["Julia Sorel"]),
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
