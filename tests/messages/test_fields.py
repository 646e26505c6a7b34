"""The facts as words: names, days, and the user's notes as parts of a sentence."""

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.messages.field_list import FIELDS
from followup.messages.fields import (
    absent,
    closing,
    first_name,
    greeting_name,
    on_day,
    role_title,
    values,
    weeks,
)
from followup.messages.notes import Listener, material, note, qualification
from followup.messages.scene import scene
from followup.messages.wording import form_of, is_topic, listed, stopped, woven
from followup.model.facts import Promise, Specific, Touchpoint
from tests.messages.samples import DANA, ELSEWHERE, ME, NOW, SPECIFICS, TOM, action, facts

SPEAKER = Listener(inside=True, spoke=True)
COLLEAGUE = Listener(inside=True, spoke=False, speaker="Tom")
AGENCY = Listener(inside=False, spoke=False, speaker="Dana")


def said(text: str, listener: Listener = SPEAKER) -> str:
    return woven([note(text, listener)], "What stayed with me was", "What stayed with me")


@pytest.mark.parametrize(
    ("entered", "sentence"),
    [
        ("the move to Kafka", "What stayed with me was the move to Kafka."),
        ("The move to Kafka.", "What stayed with me was the move to Kafka."),
        ("- the new pricing engine;", "What stayed with me was the new pricing engine."),
        ("the move to Kafka, which starts in May", "What stayed with me was the move to Kafka, which starts in May."),
        ("the project that is starting in May", "What stayed with me was the project that is starting in May."),
        ("Dana's talk at PyCon", "What stayed with me was Dana's talk at PyCon."),
        ("Kafka migration", "What stayed with me: Kafka migration."),
        ("NASA contract", "What stayed with me: NASA contract."),
        ("iPhone app rewrite", "What stayed with me: iPhone app rewrite."),
        ("Team of six, two in Lisbon", "What stayed with me: team of six, two in Lisbon."),
        ("They deploy every day.", "What stayed with me was that you deploy every day."),
        ("They want to double their team", "What stayed with me was that you want to double your team."),
        ("They're hiring two more", "What stayed with me was that you're hiring two more."),
        ("they\u2019re hiring two more", "What stayed with me was that you\u2019re hiring two more."),
        ("deploys every day", "What stayed with me was that you deploy every day."),
        ("how they test in production", "What stayed with me was how you test in production."),
        ("their on-call rota is light", "What stayed with me was that your on-call rota is light."),
        ("their customers decide when they upgrade", "What stayed with me: your customers decide when they upgrade."),
        ("The role is new", "What stayed with me was that the role is new."),
        ("The CTO codes herself", "What stayed with me: the CTO codes herself."),
        ("the team uses Kafka", "What stayed with me: the team uses Kafka."),
        ("Tom is leaving in May", "What stayed with me was that Tom is leaving in May."),
        ("she leads teams and loves climbing", "What stayed with me was that you lead teams and love climbing."),
        ("She's moving the team to Lisbon", "What stayed with me was that you are moving the team to Lisbon."),
        ("he has his own lab", "What stayed with me was that you have your own lab."),
        ("She asked how I'd handle on-call", "What stayed with me was your question about how I'd handle on-call."),
        ("asked me about my thesis", "What stayed with me was your question about my thesis."),
        ("She asked if I would relocate", "What stayed with me was your question about whether I would relocate."),
        ("Tom asked why I left Acme", "What stayed with me was Tom's question about why I left Acme."),
        ("How would you scale the queue?", "What stayed with me was your question “How would you scale the queue?”"),
        ("Q: how do you rest?", "What stayed with me was your question “How do you rest?”"),
        ("She told me about her PhD", "What stayed with me was what you said about your PhD."),
        ("she mentioned the office in Porto", "What stayed with me was what you said about the office in Porto."),
        ("We talked about sailing", "What stayed with me was our conversation about sailing."),
        ("I liked their honesty", "What stayed with me was your honesty."),
        ("they use SAP. On-call is weekly.", "What stayed with me: you use SAP. On-call is weekly."),
        ("“Move slowly and fix things”", "What stayed with me: “Move slowly and fix things”."),
        ("It is new!!!", "What stayed with me was that it is new."),
        ("two\nlines", "What stayed with me: two lines."),
    ],
)  # fmt: skip
def test_a_note_reads_well_in_a_sentence_to_the_one_who_said_it(
    entered: str, sentence: str
) -> None:
    assert said(entered) == sentence


@pytest.mark.parametrize(
    ("entered", "to_colleague", "to_agency"),
    [
        (
            "She asked how I'd lead",
            "Tom's question about how I'd lead",
            "Dana's question about how I'd lead",
        ),
        ("they deploy every day", "you deploy every day", "they deploy every day"),
        ("he leads two teams", "Tom leads two teams", "Dana leads two teams"),
        ("she's moving to Lisbon", "Tom is moving to Lisbon", "Dana is moving to Lisbon"),
        (
            "we talked about sailing",
            "the conversation about sailing",
            "the conversation about sailing",
        ),
        (
            "told me about the merger",
            "what Tom said about the merger",
            "what Dana said about the merger",
        ),
    ],
)
def test_others_hear_it_as_somebody_elses(entered: str, to_colleague: str, to_agency: str) -> None:
    assert note(entered, COLLEAGUE) == to_colleague
    assert note(entered, AGENCY) == to_agency


@pytest.mark.parametrize(
    ("entered", "brought"),
    [
        ("my Kafka work at Acme", "I would bring my Kafka work at Acme."),
        ("5 years of on-call", "I would bring 5 years of on-call."),
        ("running Kafka at Acme", "I would bring my experience of running Kafka at Acme."),
        ("experience with GDPR", "I would bring experience with GDPR."),
        ("I ran the same migration", "It is close: I ran the same migration."),
        ("Led a team of 6", "It is close: I led a team of 6."),
        ("mentored two juniors", "It is close: I mentored two juniors."),
        ("SQL", "It is close: SQL."),
    ],
)
def test_a_qualification_reads_well(entered: str, brought: str) -> None:
    assert woven([qualification(entered)], "I would bring", "It is close") == brought


@pytest.mark.parametrize(
    ("entered", "thing"),
    [
        ("code sample", "the code sample"),
        ("send them the code sample", "the code sample"),
        ("I'd send over the deck", "the deck"),
        ("my slides", "my slides"),
        ("Link to my talk", "the link to my talk"),
        ("three references", "three references"),
        ("GitHub repo", "the GitHub repo"),
    ],
)
def test_what_was_promised_is_a_thing_to_send(entered: str, thing: str) -> None:
    assert material(entered) == thing


def test_several_texts_join_in_one_sentence() -> None:
    noun, clause, other = "the move to Kafka", "you deploy every day", "weekly demos"
    opening = ("What stayed with me was", "What stayed with me")
    assert woven([noun, clause], *opening) == (
        "What stayed with me was the move to Kafka and the fact that you deploy every day."
    )
    assert woven([clause, "it is new"], *opening) == (
        "What stayed with me was that you deploy every day and that it is new."
    )
    assert woven([noun, other], *opening) == "What stayed with me: the move to Kafka; weekly demos."
    assert woven([noun, "it is A. And B"], *opening) == (
        "What stayed with me:\n- The move to Kafka.\n- It is A. And B.\n"
    )
    assert woven([], *opening) == ""
    assert listed(["a", "b, c", "d"]) == "a; b, c; and d"


def test_things_talked_about_become_one_conversation() -> None:
    chosen = [
        Specific(id=str(n), text=t)
        for n, t in enumerate(["the move to Kafka", "weekly demos", "they test"])
    ]
    found = values(scene(action(), facts(), NOW), chosen)
    assert found["moments"] == [
        "our conversation about the move to Kafka and weekly demos",
        "you test",
    ]
    assert is_topic("Kafka migration")
    for text in (
        "Tom leads platform",
        "Tests run nightly",
        "Everyone codes",
        "use Kafka",
        "Kafka!",
        "team of six",
    ):
        assert not is_topic(text), text


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_notes_give_a_sentence_that_ends(texts: list[str]) -> None:
    for listener in (SPEAKER, COLLEAGUE, AGENCY):
        notes = [n for n in (note(t, listener) for t in texts) if n]
        sentence = woven(notes, "It was", "It was this")
        assert sentence == "" if not notes else sentence.startswith("It was")
        assert sentence == stopped(sentence)
        assert all(form_of(n) in {"phrase", "clause", "alone"} for n in notes)
    for text in texts:
        qualification(text)
        material(text)
        first_name(text)
        greeting_name(text)
        role_title(text)


@pytest.mark.parametrize(
    "piece", [" ", ".", "they ", "?! ", "a, ", "(", "(m/", "-", "she's ", "\n", "asked about "]
)
def test_notes_of_a_hundred_thousand_characters_take_no_time(piece: str) -> None:
    long = (piece * 100_000)[:99_999] + "x"
    found = facts(
        [Specific(id="s", text=long, ties_to=long)], role=long[:9_999], company=long[:9_999]
    )
    begin = time.perf_counter()
    values(scene(action(), found, NOW), found.applications[0].interviews[0].specifics)
    assert time.perf_counter() - begin < 0.5


# --- names and days ---


@pytest.mark.parametrize(
    ("name", "first", "greeting"),
    [
        ("Dana Adler", "Dana", "Dana"),
        ("Dana", "Dana", "Dana"),
        ("Adler, Dana", "Dana", "Dana"),
        ("Dr. Dana Adler", "Dana", "Dr. Adler"),
        ("Prof. Dr. Jürgen Öztürk", "Jürgen", "Prof. Dr. Öztürk"),
        ("Ms Adler", "Adler", "Ms Adler"),
        ("Drew Barry", "Drew", "Drew"),
        ("Msimang Nkosi", "Msimang", "Msimang"),
        ("  José   María ", "José", "José"),
    ],
)
def test_people_are_greeted_by_first_name_or_title(name: str, first: str, greeting: str) -> None:
    assert (first_name(name), greeting_name(name)) == (first, greeting)


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
        return values(scene(action(), facts(role=role), NOW), ())["the_role"]

    assert the_role("Trainee position") == "the Trainee position"
    assert the_role("Analyst") == "the Analyst role"
    assert the_role("") == "the role"


def test_days_are_said_so_that_a_draft_keeps_until_tomorrow() -> None:
    today = date(2026, 12, 31)
    assert on_day(date(2026, 12, 31), today) == "on Thursday"
    assert on_day(date(2026, 12, 25), today) == "on Friday"
    assert on_day(date(2026, 12, 24), today) == "on 24 December"
    assert on_day(date(2027, 1, 1), today) == "on 1 January 2027"


def test_weeks_are_said_in_words() -> None:
    said_weeks = {0: "a few days", 6: "a few days", 7: "a week", 10: "a week", 11: "two weeks", 21: "three weeks",
                  56: "eight weeks", 90: "some time"}  # fmt: skip
    assert {days: weeks(days) for days in said_weeks} == said_weeks


def test_the_name_stands_once_in_the_closing() -> None:
    assert closing("Best regards,", "Sam Rivera", "") == "Best regards,\nSam Rivera"
    assert (
        closing("Best regards", "Sam Rivera", "+49 30 555")
        == "Best regards,\nSam Rivera\n+49 30 555"
    )
    assert closing("Yours", "Sam Rivera", "Sam Rivera\nBerlin") == "Yours,\nSam Rivera\nBerlin"
    assert closing("", "Sam Rivera", "") == "Sam Rivera"


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
    got = values(scene(action(promise="m1"), found, NOW), SPECIFICS[:1])
    assert got["person"] == {"name": "Dana Adler", "first_name": "Dana", "greeting": "Dana"}
    assert got["interviewers"] == "Dana Adler and Tom Novak"
    assert got["colleagues"] == "Tom"
    assert got["interview"] == {"day": "on Tuesday", "round": "", "mode": "video"}
    assert got["decision_day"] == "19 November"
    assert got["last_note_day"] == "20 November"
    assert got["offer_day"] == "25 November"
    assert got["promise"] == {"text": "the slides", "day": "21 November"}
    assert got["specific"] == {
        "text": "the move to Kafka",
        "tie": "my Kafka work at Acme",
        "topic": "project",
    }


def test_the_agency_hears_of_the_company_in_the_third_person() -> None:
    agent = DANA.replace(id="lee", role="agency")
    found = facts(people=[TOM, agent], interviewers=["tom"], company="")
    got = values(scene(action("status_check", "lee"), found, NOW), SPECIFICS[1:2])
    assert got["to_agency"] is True
    assert got["company"] == "the company"
    assert got["specific"]["text"] == "they deploy every day"


def test_what_is_not_known_is_named_and_has_a_stand_in() -> None:
    nobody = facts([], people=[], interviewers=[], company="", role="", me=ME.replace(name=""))
    around = scene(action(person=None), nobody, NOW)
    got = values(around, ())
    assert got["person"]["greeting"] == "hiring team"
    assert got["company"] == "your company"
    assert {"company", "the_role", "person.greeting", "closing", "specifics"} <= absent(around, got)


def test_an_offers_deadline_that_has_passed_is_no_reason_to_hurry() -> None:
    later = datetime(2026, 12, 1, tzinfo=UTC)
    assert (
        values(scene(action("expedite"), facts(others=[ELSEWHERE]), later), ())["offer_day"] == ""
    )


def test_every_field_is_documented_with_an_example_that_differs() -> None:
    assert len({f.name for f in FIELDS}) == len(FIELDS)
    assert all(f.example or f.form == "list" for f in FIELDS)
