"""`python -m followup read`: its JSON, its lines, its refusals."""

from pathlib import Path

import orjson
import pytest

from followup.cli import main
from followup.model.facts import Application
from followup.model.lossless.codec import encode
from tests.builders import applied, facts, person

MAIL = """From: Dana Fox <dana.fox@globex.example>
Date: Thu, 26 Nov 2026 17:40:00 +0100
Subject: Re: Data Engineer

Hi Kim, we'll get back to you by the end of next week.

Dana
"""


@pytest.fixture
def mail(tmp_path: Path) -> str:
    path = tmp_path / "mail.eml"
    path.write_text(MAIL)
    return str(path)


def test_the_json_of_a_mail(mail: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert (
        main(
            [
                "read",
                mail,
                "--json",
                "--now",
                "2026-11-30T12:00:00+01:00",
                "--zone",
                "Europe/Berlin",
            ]
        )
        == 0
    )
    found = orjson.loads(capfdbinary.readouterr().out)
    assert list(found)[:2] == ["kind", "from"]
    assert (found["kind"], found["what"], found["promised"]) == ("mail", "update", "2026-12-04")
    assert found["from"] == {"name": "Dana Fox", "email": "dana.fox@globex.example"}
    assert found["because"]


def test_the_lines_for_people(mail: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", mail]) == 0
    assert "promised: 2026-12-04" in capfd.readouterr().out


def test_the_application_is_found_by_the_address_and_asked_where_two_fit(
    mail: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    export = tmp_path / "facts.json"
    dana = person("Dana Fox", email="dana.fox@globex.example")

    def read(*applications: Application) -> dict[str, object]:
        export.write_bytes(encode(facts(*applications)))
        assert main(["read", mail, "--json", "--facts", str(export)]) == 0
        found: dict[str, object] = orjson.loads(capfdbinary.readouterr().out)
        return found

    found = read(applied("Globex Ltd", dana), applied("Hooli"))
    assert (found["company"], found["application"], found["asks"]) == ("Globex Ltd", "globex", [])
    again = person("Dana Fox", email="dana.fox@globex.example", id="again")
    other = applied("Globex Ltd", again, id="second", role="Analyst")
    found = read(applied("Globex Ltd", dana, role="Librarian"), other)
    assert found["application"] is None
    assert isinstance(found["asks"], list)
    assert [ask["field"] for ask in found["asks"]] == ["application"]
    found = read(applied("Globex Ltd", dana, role="Data Engineer"), other)
    assert found["application"] == "globex"


def test_what_cannot_be_read_is_one_sentence_and_status_2(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.ics"
    path.write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert main(["read", str(path)]) == 2
    assert capfd.readouterr().err.splitlines() == ["followup: The calendar file holds no event."]
    assert path.read_bytes() == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
