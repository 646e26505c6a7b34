"""The facts as words: names, days, and what was chosen of the interview."""

import re
from datetime import UTC, date, datetime

import pytest

from followup.messages.draft import draft
from followup.messages.field_list import FIELDS
from followup.messages.fields import absent, closing, values
from followup.messages.templates import built_in
from followup.messages.things import role_title
from followup.model.facts import Promise, Specific, Touchpoint
from tests.builders.northwind import (
    DANA,
    ELSEWHERE,
    ME,
    NOW,
    SPECIFICS,
    TOM,
    action,
    facts,
    occasion,
)
from tests.rows import each_row


@each_row(
    "piece", [" ", ".", "they ", "?! ", "a, ", "(", "(m/", "-", "she's ", "\n", "asked about "]
)
def test_notes_of_a_hundred_thousand_characters_are_read_to_the_end(piece: str) -> None:
    long = (piece * 100_000)[:99_999] + "x"
    found = facts(
        [Specific(id="s", text=long, frame="that", ties_to=long)],
        role=long[:9_999],
        company=long[:9_999],
    )
    assert values(occasion(action(), found), found.applications[0].interviews[0].specifics)


# --- names and days ---


@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("Data Engineer (m/w/d)", "Data Engineer"),
        ("Data Engineer (f/m/x)", "Data Engineer"),
        ("Engineer (all genders)", "Engineer"),
        ("Engineer (Backend)", "Engineer (Backend)"),
        ("Entwickler*in (w/m/d), Berlin", "Entwickler*in, Berlin"),
    ],
)
def test_a_role_is_said_without_its_genders(role: str, title: str) -> None:
    assert role_title(role) == title


def test_the_word_role_is_said_once() -> None:
    def the_role(role: str) -> object:
        return values(occasion(action(), facts(role=role)), ())["the_role"]

    assert the_role("Trainee position") == "the trainee position"
    assert the_role("Analyst") == "the analyst role"
    assert the_role("") == "the role"


def test_the_name_stands_once_in_the_closing() -> None:
    assert closing("Best regards,", "Sam Rivera", "") == "Best regards,\nSam Rivera"
    assert (
        closing("Best regards", "Sam Rivera", "+49 30 555")
        == "Best regards,\nSam Rivera\n+49 30 555"
    )
    assert closing("Yours", "Sam Rivera", "Sam Rivera\nBerlin") == "Yours,\nSam Rivera\nBerlin"
    assert closing("", "Sam Rivera", "") == "Sam Rivera"


def test_a_sign_off_that_nobody_changed_closes_no_letter_of_another_language() -> None:
    german = facts(me=ME.replace(language="de"), language="de")
    assert (
        values(occasion(action(), german), ())["closing"] == "Mit freundlichen Grüßen\nSam Rivera"
    )
    mine = facts(me=ME.replace(language="de", sign_off="Beste Grüße"), language="de")
    assert values(occasion(action(), mine), ())["closing"] == "Beste Grüße\nSam Rivera"


# --- the values ---


def test_the_fields_come_from_the_facts() -> None:
    checked = Touchpoint(id="t1", at=NOW, direction="sent", purpose="status_check")
    promised = [
        Promise(id="d1", kind="decision_by", on=date(2026, 11, 19)),
        Promise(id="m1", kind="material", on=date(2026, 11, 21), text="send her the slides"),
    ]
    found = facts(
        interviewers=["dana", "tom"], promises=promised, touchpoints=[checked], others=[ELSEWHERE]
    )
    got = values(occasion(action(promise="m1"), found), SPECIFICS[:1])
    assert got["person"] == {
        "name": "Dana Adler", "named": "Dana Adler", "first_name": "Dana", "greeting": "Dana"
    }  # fmt: skip
    assert got["interviewers"] == "Dana Adler and Tom Novak"
    assert got["colleagues"] == "Tom"
    assert got["interview"] == {
        "day": "on Tuesday",
        "date": "Tuesday",
        "round": "",
        "mode": "video",
    }
    assert got["decision_day"] == "yesterday"
    assert got["last_note_day"] == "20 November"
    assert (got["offer_day"], got["answer_day"]) == (
        "Wednesday 25 November",
        "Tuesday 24 November",
    )
    assert got["promise"] == {
        "text": "the slides",
        "short": "the slides",
        "object": "the slides",
        "day": "21 November",
    }
    assert got["specific"] == {
        "text": "our conversation about the move to Kafka",
        "reported": "what you told me about the move to Kafka",
        "heard": "",
        "agreed": "",
        "liked": "",
        "frame": "about",
        "bare": "the move to Kafka",
        "point": "",
        "tie": "I moved our reports to Kafka at Acme.",
        "brought": "",
        "topic": "project",
    }


def test_the_agency_hears_of_the_company_in_the_third_person() -> None:
    agent = DANA.replace(id="lee", role="agency")
    found = facts(people=[TOM, agent], interviewers=["tom"], company="")
    got = values(occasion(action("status_check", "lee"), found), SPECIFICS[1:2])
    assert got["to_agency"] is True
    assert got["company"] == "your client"
    assert got["specific"]["text"] == "Tom's point that they deploy every day"
    assert (got["they_said"], got["they_asked"]) == ("Tom said that they deploy every day", "")


def test_what_is_not_known_is_named_and_has_a_stand_in() -> None:
    nobody = facts([], people=[], interviewers=[], company="", role="", me=ME.replace(name=""))
    here = occasion(action(person=None), nobody)
    got = values(here, ())
    assert got["person"]["greeting"] == "hiring team"
    assert got["company"] == "your company"
    assert {"company", "the_role", "person.greeting", "closing", "specifics"} <= absent(here, got)


def test_an_offers_deadline_that_has_passed_is_no_reason_to_hurry() -> None:
    later = datetime(2026, 12, 1, tzinfo=UTC)
    assert (
        values(occasion(action("expedite"), facts(others=[ELSEWHERE]), later), ())["offer_day"]
        == ""
    )


def test_every_field_is_documented_with_an_example_that_differs() -> None:
    assert len({f.name for f in FIELDS}) == len(FIELDS)
    assert all(f.example or f.type == "list" for f in FIELDS)


@pytest.mark.parametrize(
    ("promised", "linked", "link"),
    [
        ("the link to my Grafana dashboards", "the link to my Grafana dashboards", ""),
        ("link to my work: https://kim.example/w", "the link to my work", "https://kim.example/w"),
        ("my portfolio (https://kim.example/w).", "my portfolio", "https://kim.example/w"),
        ("the deck https://kim.example/w", "the deck", "https://kim.example/w"),
        ("https://kim.example/w", "the link", "https://kim.example/w"),
        ("two work samples", "", ""),
    ],
)
def test_a_link_that_was_promised_is_not_attached_but_put_in(
    promised: str, linked: str, link: str
) -> None:
    owed = Promise(id="p", kind="material", text=promised, on=None)
    attached = re.compile(r"(?i)attach|file|with this|im anhang|schicke|mit dieser mail")
    every = (*built_in("en"), *built_in("de"))
    for template in (t for t in every if t.letter and "link" in t.letter.fields):
        assert template.kind != "find_contact"
        language = template.language
        due = action(template.kind, promise="p")
        said = occasion(due, facts(promises=[owed], language=language))
        made = draft(said, template=template)
        lacks = [lack.sentence for lack in made.lacks]
        assert language == "de" or values(said, ())["linked"] == linked
        assert not linked or not attached.search(made.body), made.body
        assert linked or language == "de" or attached.search(made.body), made.body
        assert ("The link itself is still to be put in." in lacks) == (bool(linked) and not link)
        assert f"{link}\n" in made.body
        assert "http" not in made.subject
        assert not re.search(r"\b(?:it is|here is)\b", made.body)
