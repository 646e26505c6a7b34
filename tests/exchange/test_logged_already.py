"""Which message of which log a mail is, where it stands there already; and whom one meets by it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from followup.exchange.filled.logged import logged_already
from followup.exchange.filled.mail import from_mail
from followup.exchange.mail import Mail, read_mail
from followup.exchange.reader import Reader
from followup.model.facts import Application, Touchpoint
from followup.model.times import Clock
from tests.builders import applied, at, person

NOW = datetime(2026, 3, 10, 12, 30, tzinfo=ZoneInfo("Europe/Berlin"))
HERE = Clock.of(NOW, ZoneInfo("Europe/Berlin"))
RITA = person("Rita", "recruiter", email="rita@globex.example")
WORDS = "thank you for your patience, the panel met only yesterday."


def mail(words: str = WORDS, *, id_: str = "one@globex.example") -> Mail:
    head = "From: Rita <rita@globex.example>\nDate: Tue, 10 Mar 2026 09:12:00 +0100\nSubject: Your interview"
    named = f"\nMessage-ID: <{id_}>" if id_ else ""
    return read_mail(f"{head}{named}\n\n{words}\n".encode(), Reader(NOW, "Europe/Berlin"))


def logged(*, id_: str = "", company: str = "Globex", text: str = WORDS) -> Application:
    message = Touchpoint(
        id="t1",
        purpose="reply",
        channel="email",
        direction="received",
        at=at("03-10 09:12"),
        people=("rita",),
        text=text,
        message_id=id_,
    )
    return applied(company, RITA, message)


def found(mail: Mail, *applications: Application) -> str | None:
    there = logged_already(mail, applications, HERE)
    return there.application.company if there else None


def test_a_mail_is_known_by_its_id_in_whichever_log_it_stands() -> None:
    there = logged_already(mail(), [applied("Initech"), logged(id_="one@globex.example")], HERE)
    assert there
    assert (there.application.company, there.by_id) == ("Globex", True)


def test_two_mails_with_ids_of_their_own_are_two_though_of_one_minute_and_word() -> None:
    assert found(mail(), logged(id_="other@globex.example")) is None
    assert found(mail(id_=""), logged(id_="other@globex.example")) == "Globex"


def test_without_an_id_it_is_told_by_minute_and_person_or_by_its_words() -> None:
    assert found(mail(), logged(text="")) == "Globex"
    assert found(mail(id_=""), logged()) == "Globex"
    assert (
        found(
            mail("Quite another matter: could you come on Friday?", id_=""), applied("Globex", RITA)
        )
        is None
    )


def test_whom_the_calendar_brings_and_whom_the_words_name_are_met_both() -> None:
    ann = person("Ann", email="ann@globex.example")
    marcus = person("Marcus Webb")
    whole = """From: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Second interview
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Your interview is on Thursday at 14:00. You will meet Marcus Webb.
--b
Content-Type: text/calendar

BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:u1
SUMMARY:Second round
DTSTART:20260312T130000Z
ORGANIZER;CN=Rita:mailto:rita@globex.example
ATTENDEE;CN=Ann:mailto:ann@globex.example
END:VEVENT
END:VCALENDAR
--b--
"""
    reader = Reader(NOW, "Europe/Berlin", addresses=frozenset({"kim@home.example"}))
    both = read_mail(whole.encode(), reader)
    fields = from_mail(both, applied("Globex", ann, RITA, marcus), HERE).fields
    assert fields["who"] == [ann.id, marcus.id]
