"""A table that was dropped: what becomes of each line is the user's, and each question has its field."""

import re
from datetime import date
from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from followup.exchange.reader import Reader
from followup.exchange.table import Kind, read_table
from followup.model.facts import Facts
from tests.builders import ANN, applied, at, day, facts, interview
from tests.pages.conftest import Start
from tests.pages.test_received import GLOBEX, KIM, NOW, Stored, pasted, press

ROLE = applied("Globex", ANN, GLOBEX, interview("02-03 10:00", by="ann"), role="Data Engineer")
WORLD = facts(ROLE).replace(me=KIM)
TABLE = """Company,Role,Applied,Status,Phone screen,Onsite,Notes
Globex,Data Engineer,2026-01-20,Interview,2026-02-03,2026-03-12,
Initech,Librarian,2026-02-02,Applied,,,
Hooli,Tester,2026-02-02,zzz,,,
Wonka,Taster,,Bookmarked,,,
"""


def ticks(page: AppTest) -> dict[int, bool]:
    """By line."""
    found = {str(box.key): box.value for box in page.checkbox}
    return {
        int(key.removeprefix("received_line_")): value
        for key, value in found.items()
        if key.startswith("received_line_")
    }


def said(widget: Any) -> str:
    """Its label, as it is read."""
    return re.sub(r"\\(.)", r"\1", widget.label)


def companies(stored: Facts) -> list[str]:
    return [application.company for application in stored.applications]


def test_a_line_that_is_there_joins_it_by_one_click(app: Start, stored: Stored) -> None:
    page = pasted(app(WORLD, NOW), TABLE)
    (which,) = page.radio
    assert said(which).startswith("Is there already: adds the day of applying (Tue 20 Jan), ")
    assert "the interview of Thu 12 Mar (Onsite)" in said(which)
    assert ticks(page) == {2: True, 3: True, 4: True, 5: False}
    press(page, "Import 2 applications and additions to 1")
    globex, *_ = stored().applications
    assert companies(stored()) == ["Globex", "Initech", "Hooli"]
    assert [i.round for i in globex.interviews] == ["Phone screen", "Onsite"]
    assert globex.people == ROLE.people
    press(page, "Undo")
    assert stored().applications == WORLD.applications


def test_it_can_be_another_application_all_the_same(app: Start, stored: Stored) -> None:
    page = pasted(app(WORLD, NOW), TABLE)
    page.radio[0].set_value("new").run()
    assert said(page.radio[0]) == "One is there already: this one comes in beside it."
    press(page, "Import 3 applications")
    assert companies(stored()) == ["Globex", "Globex", "Initech", "Hooli"]
    assert stored().applications[0] == ROLE


def test_what_is_left_out_stays_left_out_when_something_else_is_answered(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), TABLE)
    page.checkbox(key="received_line_2").uncheck().run()
    page.checkbox(key="received_line_3").uncheck().run()
    page.checkbox(key="received_line_5").check().run()
    page.selectbox(key="received_status_zzz").select("They said no").run()
    page.selectbox(key="received_column_6").select("Leave out").run()
    assert ticks(page) == {2: False, 3: False, 4: True, 5: True}
    press(page, "Import 2 applications")
    assert companies(stored()) == ["Globex", "Hooli", "Wonka"]
    assert stored().applications[0] == ROLE


def test_of_many_lines_one_sees_those_that_one_wants_to_see(app: Start, stored: Stored) -> None:
    many = "".join(f"Firm {n},Role,2026-02-{n % 28 + 1:02},Rejected,,,\n" for n in range(50))
    page = pasted(app(WORLD, NOW), TABLE.replace("Hooli", "Stark") + many)
    assert len(ticks(page)) == 20
    (kind,) = [radio for radio in page.radio if radio.key == "received_kind"]
    assert kind.options == ["All 54", "There already 1", "With a question 50", "Left out 1"]
    kind.set_value("There already").run()
    assert list(ticks(page)) == [2]
    page.radio(key="received_kind").set_value("With a question").run()
    press(page, "Tick none")
    press(page, "Import 2 applications and additions to 1")
    assert companies(stored()) == ["Globex", "Initech", "Stark"]


# ---- every kind of question has a field

RAISED: dict[Kind, tuple[str, str, object]] = {
    "date_order": ("Company,Role,Applied\nA,x,02/03/2026\n", "received_order", "dmy"),
    "time_zone": (
        "Company,Role,Interview\nA,x,2026-02-03 10:00\n",
        "received_zone",
        "Europe/London",
    ),
    "status": ("Company,Role,Status\nA,x,zzz\n", "received_status_zzz", "offer"),
    "columns": ("Company,Beta,Applied\nA,x,2026-02-02\n", "received_column_1", "role"),
    "thanked": (
        "Company,Role,Interview,Notes\nA,x,2026-02-03,Thank-you sent\n",
        "received_thanked_2",
        date(2026, 2, 4),
    ),
    "promised": (
        "Company,Role,Interview,Notes\nA,x,2026-02-03,They decide by then\n",
        "received_promised_2",
        date(2026, 3, 20),
    ),
}


@pytest.mark.parametrize("kind", get_args(Kind))
def test_each_kind_of_question_has_a_field_whose_answer_comes_in(
    app: Start, stored: Stored, kind: Kind
) -> None:
    text, key, answer = RAISED[kind]
    asks = read_table(text.encode(), Reader.of(WORLD, NOW, "Europe/Berlin")).asks
    assert kind in {ask.field for ask in asks}, "the example asks it"
    page = pasted(app(WORLD, NOW), text)
    (field,) = [each for each in (*page.selectbox, *page.date_input) if each.key == key]
    field.set_value(answer).run()
    press(page, "Import 1 application")
    new = stored().applications[-1]
    promises = [p.on for i in new.interviews for p in i.promises]
    came: dict[Kind, object] = {
        "date_order": new.applied == day("03-02"),
        "time_zone": [i.time_zone for i in new.interviews] == ["Europe/London"],
        "status": new.outcome and new.outcome.kind == "offer",
        "columns": new.role == "x",
        "thanked": [(t.purpose, t.at.date()) for t in new.touchpoints]
        == [("thank_you", date(2026, 2, 4))],
        "promised": promises == [date(2026, 3, 20)],
    }
    assert came[kind]


def test_the_day_of_an_ending_is_asked_for_at_its_line(app: Start, stored: Stored) -> None:
    page = pasted(app(WORLD, NOW), "Company,Role,Applied,Status\nA,x,2026-02-02,Rejected\n")
    (asked,) = page.date_input
    assert said(asked) == "On which day did they say no? Left empty: Mon 2 Feb, when you applied."
    asked.set_value(date(2026, 2, 20)).run()
    press(page, "Import 1 application")
    outcome = stored().applications[-1].outcome
    assert outcome
    assert outcome.at.date() == date(2026, 2, 20)


def test_a_mailbox_of_an_office_is_nobody_by_its_name(app: Start, stored: Stored) -> None:
    offices = ("bewerbung", "jobs", "hr", "info", "personal", "karriere", "recruiting", "careers")
    lines = [f"Firm {name};Tester;{name}@{name}-firm.example" for name in offices]
    page = pasted(app(WORLD, NOW), "\n".join(["Company;Role;E-Mail", *lines]))
    press(page, "Import")
    people = [p for a in stored().applications[1:] for p in a.people]
    assert [(p.name, p.email.partition("@")[0]) for p in people] == [("", n) for n in offices]


def test_who_writes_from_a_mailbox_by_their_name_has_it(app: Start, stored: Stored) -> None:
    mail = """From: Julia Becker <bewerbung@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Data Engineer

Dear Kim, we need until the 20th to come to a decision. Best, Julia
"""
    press(pasted(app(WORLD, NOW), mail), "Log it")
    assert stored().applications[0].people[-1].name == "Julia Becker"
    team = mail.replace("Julia Becker <", "Bewerbung Globex <").replace("Best, Julia", "HR")
    page = pasted(app(WORLD, NOW), team)
    entered = [said(b).replace("\u2060", "") for b in page.checkbox]
    assert "Enter bewerbung@globex.example as" in entered


def test_the_day_on_which_they_said_no_is_stored_as_it_was_shown(
    app: Start, stored: Stored
) -> None:
    table = """Company,Role,Applied,Status,Interview
Finch,Analyst,2025-09-01,rejected,2025-09-15
Zeta,Clerk,2025-09-03,rejected,
"""
    page = pasted(app(WORLD, NOW), table)
    asked = [said(each) for each in page.date_input if "say no" in each.label]
    assert [words.partition("Left empty: ")[2] for words in asked] == [
        "Mon 15 Sep 2025.",
        "Wed 3 Sep 2025, when you applied.",
    ]
    press(page, "Import 2 applications")
    ended = [a.outcome.at for a in stored().applications[1:] if a.outcome]
    assert ended == [at("2025-09-15 12:00"), at("2025-09-03 12:00")]


def test_an_application_of_a_table_is_in_the_language_of_their_first_mail(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), "Company,Role,E-Mail\nInitech,Tester,info@initech.example\n")
    press(page, "Import")
    mail = """From: info@initech.example
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Ihre Bewerbung

Guten Tag, vielen Dank für Ihre Bewerbung. Wir melden uns bis Freitag bei Ihnen, ob wir Sie einladen. Viele Grüße
"""
    press(pasted(page, mail), "Log it")
    assert stored().applications[-1].language == "de"
    chosen = stored().applications[-1].replace(language="en", touchpoints=())
    page = pasted(app(facts(chosen).replace(me=KIM), NOW), mail)
    press(page, "Log it")
    assert stored().applications[-1].language == "en", "as the user chose"


def test_what_the_user_did_is_said_of_them(app: Start) -> None:
    page = pasted(app(WORLD, NOW), "Company,Role,Status\nGrau,Developer,withdrawn\n")
    assert any("I withdrew" in said(box) for box in page.checkbox)
