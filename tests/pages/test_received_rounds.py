"""What an invitation says of a round stands in it, whenever its time is taken; what it asks for is owed."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from followup.model.facts import Facts, Interview
from followup.playbook.plan import plan
from tests.builders import applied, at, day, facts, interview
from tests.pages.conftest import Start
from tests.pages.test_received import GLOBEX, KIM, NOW, field, pasted, press
from tests.pages.test_today import text_of

Stored = Callable[[], Facts]
ANN = GLOBEX.replace(id="ann", name="Ann Adler", role="interviewer", email="ann@globex.example")
WORLD = facts(applied("Globex", ANN, GLOBEX, interview(by="ann"))).replace(me=KIM)

SEVERAL = """From: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Einladung zur zweiten Runde

Hallo Kim,

wir möchten Sie gerne in einer zweiten Runde persönlich kennenlernen. Dabei sein werden Frau Dr. Hanna Petersen und
Herr Jan-Ole Brandt.

Folgende Termine kann ich Ihnen anbieten:

- Montag, 16.03.2026, 14:00 - 15:30 Uhr
- Mittwoch, 18.03.2026, 10:00 - 11:00 Uhr

Das Gespräch findet vor Ort in der Hafenstraße 12, 20457 Hamburg statt. Bitte geben Sie mir bis Donnerstag kurz
Bescheid, welcher Termin Ihnen passt.

Rita
"""
LINKED = """From: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Re: Analyst

Hi Kim,

Could you join us for a final chat with our CEO Martin Feld tomorrow (Wednesday) at 4pm on Zoom? It will take about two
hours. https://zoom.us/j/123456789

Rita
"""
FIXED = """From: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Einladung zum Vorstellungsgespräch

Sehr geehrter Herr Cole,

wir laden Sie zum Vorstellungsgespräch am Dienstag, den 17. März 2026 um 13:30 Uhr in unsere Zentrale,
Potsdamer Straße 7, 14467 Potsdam, ein. Bitte planen Sie etwa zwei Stunden ein.
Bitte bestätigen Sie den Termin bis Freitag, 13. März.

Rita
"""


def taken(app: Start, stored: Stored, mail: str, number: int) -> Interview:
    """The round that comes of a mail's times, once it is logged and one of them taken on the application's page."""
    page = press(pasted(app(WORLD, NOW), mail), "Log it")
    page.switch_page("pages/record/interviews.py")
    page.query_params["application"] = "globex"
    page.run()
    [*(b for b in page.button if (b.key or "").startswith("take_"))][number].click().run()
    assert not page.exception
    return stored().applications[0].interviews[-1]


def names(stored: Stored, round_: Interview) -> list[str]:
    people = {p.id: p.name for p in stored().applications[0].people}
    return [people[id_] for id_ in round_.interviewers]


@pytest.mark.parametrize(
    ("number", "start", "minutes"), [(0, "03-16 14:00", 90), (1, "03-18 10:00", 60)]
)
def test_a_time_that_is_taken_is_a_round_as_the_mail_says_it(
    app: Start, stored: Stored, number: int, start: str, minutes: int
) -> None:
    round_ = taken(app, stored, SEVERAL, number)
    assert (round_.starts_at, round_.mode, round_.minutes) == (at(start), "in_person", minutes)
    assert (round_.location, round_.round) == ("Hafenstraße 12, 20457 Hamburg", "Zweite Runde")
    assert names(stored, round_) == ["Frau Dr. Hanna Petersen", "Herr Jan-Ole Brandt"]


def test_the_link_the_length_and_whom_they_name_stand_in_the_one_time_that_they_propose(
    app: Start, stored: Stored
) -> None:
    round_ = taken(app, stored, LINKED, 0)
    assert (round_.starts_at, round_.mode, round_.minutes) == (at("03-11 16:00"), "video", 120)
    assert (round_.link, round_.round) == ("https://zoom.us/j/123456789", "Final round")
    assert names(stored, round_) == ["Martin Feld"]


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("Bitte planen Sie etwa zwei Stunden ein.", 120),
        ("Bitte planen Sie zweieinhalb Stunden ein.", 150),
        ("Bitte nehmen Sie sich dafür eineinhalb Stunden Zeit.", 90),
        ("Das Gespräch wird etwa 3 Stunden dauern.", 180),
        ("Please allow about two hours.", 120),
        ("It should take two and a half hours.", 150),
    ],
)
def test_the_length_that_they_name_in_hours_is_that_of_the_round(
    app: Start, stored: Stored, words: str, minutes: int
) -> None:
    mail = FIXED.replace("Bitte planen Sie etwa zwei Stunden ein.", words)
    press(pasted(app(WORLD, NOW), mail), "Log it")
    round_ = stored().applications[0].interviews[-1]
    assert (round_.minutes, round_.mode) == (minutes, "in_person")
    assert round_.location == "Potsdamer Straße 7, 14467 Potsdam"


def promised(stored: Stored) -> list[tuple[str, object]]:
    return [(p.kind, p.on) for t in stored().applications[0].touchpoints for p in t.promises]


def replies(stored: Stored, now: str = "03-10 13:00") -> list[tuple[str, str]]:
    """The replies that are owed: their status, and the day by which."""
    found = [a for a in plan(stored(), at(now)) if a.kind == "reply" and a.status != "done"]
    return [(a.status, f"{a.late:%m-%d %H:%M}") for a in found]


@pytest.mark.parametrize(("mail", "on"), [(SEVERAL, "03-12"), (FIXED, "03-13")])
def test_the_answer_that_an_invitation_wants_by_a_day_is_owed_by_that_day(
    app: Start, stored: Stored, mail: str, on: str
) -> None:
    page = pasted(app(WORLD, NOW), mail)
    assert field(page, "date_input", "answer_by").value == day(on)
    press(page, "Log it")
    assert promised(stored) == [("reply_by", day(on))]
    ((status, late),) = replies(stored)
    assert status in ("open", "due")
    assert late.startswith(f"{day(on) + timedelta(days=1):%m-%d}")
    assert "named no day" not in text_of(page)


def test_a_confirmation_that_they_want_by_a_day_is_owed_though_the_round_is_entered(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), FIXED)
    assert field(page, "checkbox", "wants").value
    press(page, "Log it")
    assert stored().applications[0].interviews[-1].starts_at == at("03-17 13:30")
    assert [status for status, _ in replies(stored)] == ["open"]
    assert stored().applications[0].touchpoints[-1].text == (
        "Bitte bestätigen Sie den Termin bis Freitag, 13. März."
    )
    (key,) = (str(b.key) for b in page.button if str(b.key).startswith("compose_reply"))
    letter = app(stored(), NOW)
    letter.switch_page("pages/write/compose.py")
    letter.query_params["action"] = key.removeprefix("compose_")
    letter.run()
    body = letter.text_area(key=f"compose_body_{key.removeprefix('compose_')}").value or ""
    assert "17. März, um 13:30" in body, "what is confirmed"
    assert "schulde" not in body


def test_who_does_not_want_an_answer_is_owed_none(app: Start, stored: Stored) -> None:
    page = pasted(app(WORLD, NOW), FIXED)
    field(page, "checkbox", "wants").uncheck().run()
    press(page, "Log it")
    assert promised(stored) == []
    assert replies(stored) == []
