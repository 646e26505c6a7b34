"""What was said, as said to one reader; greetings, days and numbers of each language."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.messages.draft import draft
from followup.messages.languages import ENGLISH, LANGUAGES, grammar_of
from followup.messages.languages.english.brought import material
from followup.messages.languages.english.notes import proposed
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import raised, stopped
from followup.messages.languages.listener import Listener
from followup.messages.specifics import jottings, proposal
from followup.messages.templates import built_in
from followup.messages.thought import moment
from followup.model.facts import Promise, Specific
from followup.model.vocabulary import Frame, Terms
from followup.prose.jotted import is_shorthand
from tests.builders.northwind import DANA, SPECIFICS, TOM, action, facts, occasion, setting
from tests.messages.test_grid import SITUATIONS
from tests.rows import each_row

SPEAKER = Listener("Dana Adler", "first", spoke=True)
COLLEAGUE = Listener("Ann Ames", "first", speaker="Tom")
AGENCY = Listener("Lee Park", "first", inside=False, met=False, speaker="Dana")
UNKNOWN = Listener("Dana Adler", "first", met=False)


def said(frame: Frame, text: str, to: Listener = SPEAKER) -> str:
    found = ENGLISH.said(text, frame, to)
    return "" if found is None else ENGLISH.moment(frame, found, to)


@each_row(
    ("frame", "text", "to_speaker", "to_colleague", "to_agency"),
    [
        ("about", "the move to Kafka", "our conversation about the move to Kafka",
         "our conversation about the move to Kafka", "the conversation with Dana about the move to Kafka"),
        ("that", "nobody should work alone", "your point that nobody should work alone",
         "Tom's point that nobody should work alone", "Dana's point that nobody should work alone"),
        ("question", "how I'd keep two teams on one schema", "your question about how I'd keep two teams on one schema",
         "Tom's question about how I'd keep two teams on one schema",
         "Dana's question about how I'd keep two teams on one schema"),
        ("question", "if I would relocate", "your question about whether I would relocate",
         "Tom's question about whether I would relocate", "Dana's question about whether I would relocate"),
        ("that", "they deploy every day", "your point that you deploy every day",
         "Tom's point that you deploy every day", "Dana's point that they deploy every day"),
        ("that", "she leads two teams", "your point that you lead two teams",
         "Tom's point that Tom leads two teams", "Dana's point that Dana leads two teams"),
        ("about", "The tour", "the tour", "the tour", "the tour"),
        ("about", "their new plant", "our conversation about your new plant",
         "our conversation about your new plant", "the conversation with Dana about their new plant"),
        ("about", "Dana's plan for the lab", "our conversation about your plan for the lab",
         "our conversation about Dana's plan for the lab", "the conversation with Dana about Dana's plan for the lab"),
        ("that", "that it is new", "your point that it is new", "Tom's point that it is new",
         "Dana's point that it is new"),
    ],
)  # fmt: skip
def test_what_was_said_is_yours_to_who_said_it_and_a_colleagues_by_name(
    frame: Frame, text: str, to_speaker: str, to_colleague: str, to_agency: str
) -> None:
    found = [said(frame, text, to) for to in (SPEAKER, COLLEAGUE, AGENCY)]
    assert found == [to_speaker, to_colleague, to_agency]


@each_row(
    ("frame", "text", "to", "told"),
    [
        ("that", "they deploy every day", SPEAKER, "you said that you deploy every day"),
        ("that", "they deploy every day", COLLEAGUE, "Tom said that you deploy every day"),
        ("that", "they deploy every day", AGENCY, "Dana said that they deploy every day"),
        ("that", "they deploy every day", UNKNOWN, "I was told that you deploy every day"),
        ("question", "how I'd handle on-call", SPEAKER, "you asked me how I'd handle on-call"),
        (
            "question",
            "what I'd do if a lady won't take her evening meds",
            SPEAKER,
            "you asked me what I'd do if a lady won't take her evening meds",
        ),
        (
            "question",
            "how I'd tell a surgeon that his patient is afraid",
            SPEAKER,
            "you asked me how I'd tell a surgeon that his patient is afraid",
        ),
        (
            "question",
            "What is your biggest weakness?",
            SPEAKER,
            "you asked me what my biggest weakness is",
        ),
        (
            "question",
            "tell me about a time you failed",
            SPEAKER,
            "you asked me about a time I failed",
        ),
        ("question", "if I would relocate", COLLEAGUE, "Tom asked me whether I would relocate"),
        ("question", "my thesis", UNKNOWN, "I was asked about my thesis"),
        ("question", "Have you led a team?", SPEAKER, "you asked me “Have you led a team?”"),
        ("about", "the move to Kafka", SPEAKER, "what you told me about the move to Kafka"),
        ("about", "the move to Kafka", COLLEAGUE, "what Tom told me about the move to Kafka"),
        ("about", "the move to Kafka", UNKNOWN, "what I heard about the move to Kafka"),
        ("about", "my thesis", SPEAKER, ""),
    ],
)
def test_a_point_and_a_question_are_told_as_a_clause(
    frame: Frame, text: str, to: Listener, told: str
) -> None:
    assert ENGLISH.reported(frame, ENGLISH.said(text, frame, to) or "", to) == told


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("that", "the team does what she wants"),
        ("about", "the lab that he built"),
        ("that", "the board told Dana to hurry"),
        ("about", "what Ms Adler wants by May"),
    ],
)
def test_what_would_speak_of_the_reader_as_of_somebody_else_is_not_said(
    frame: Frame, text: str
) -> None:
    assert said(frame, text) == ""


@each_row(
    ("entered", "frame", "text"),
    [
        ("She asked how I'd handle on-call", "question", "how I'd handle on-call"),
        ("Tom asked why I left Acme", "question", "why I left Acme"),
        ("asked me about my thesis", "question", "my thesis"),
        ("How would you scale the queue?", "question", "“How would you scale the queue?”"),
        ("Q: how do you rest?", "question", "“How do you rest?”"),
        ("We talked about sailing", "about", "sailing"),
        ("The move to Kafka.", "about", "the move to Kafka"),
        ("- the new pricing engine;", "about", "the new pricing engine"),
        ("Kafka migration", "about", "Kafka migration"),
        ("I liked their honesty", "about", "their honesty"),
        ("They deploy every day.", "that", "they deploy every day"),
        ("deploys every day", "that", "they deploy every day"),
        ("The role is new", "that", "the role is new"),
        ("how they test in production", "about", "how they test in production"),
    ],
)  # fmt: skip
def test_a_jotting_is_proposed_as_the_sentence_that_it_surely_makes(
    entered: str, frame: Frame, text: str
) -> None:
    assert proposed(entered) == (frame, text)


@pytest.mark.parametrize(
    "entered",
    [
        "churn 14% -> wants 8 by summer",
        "you hate meetings w/o agenda; really",
        "I should send them my thesis",
        "they use SAP. On-call is weekly.",
        "Everyone codes",
        "team of six, two in Lisbon",
        "",
    ],
)
def test_what_is_not_sure_is_not_proposed(entered: str) -> None:
    assert proposed(entered) is None


@pytest.mark.parametrize(
    ("grammar", "text", "to", "heard", "agreed"),
    [
        (ENGLISH, "you deploy every day", SPEAKER, "to hear that you deploy every day", ""),
        (ENGLISH, "you deploy every day", COLLEAGUE, "to hear from Tom that you deploy every day", ""),
        (
            ENGLISH,
            "nobody should work alone at night",
            SPEAKER,
            "to hear that nobody should work alone at night",
            "with you that nobody should work alone at night",
        ),
        (
            grammar_of("de"),
            "nachts niemand allein arbeiten soll",
            COLLEAGUE,
            "von Tom zu hören, dass nachts niemand allein arbeiten soll",
            "wie Tom, dass nachts niemand allein arbeiten soll",
        ),
    ],
)  # fmt: skip
def test_a_point_without_a_thought_is_news_or_ones_own_view(
    grammar: Grammar, text: str, to: Listener, heard: str, agreed: str
) -> None:
    assert grammar.reported("that", text, to, "heard") == heard
    assert grammar.reported("that", text, to, "agreed") == agreed


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Teacher of mathematics, Key Stages 3 and 4", "Teacher of mathematics"),
        ("QC analyst, HPLC", "QC analyst"),
        ("Engineer, Platform", "Platform Engineer"),
        ("Staff nurse \u2013 acute medicine (nights)", "Staff nurse"),
        ("Nurse (ICU)", "Nurse"),
        ("Koch / Hauswirtschafter für unsere Kita-Küche", "Koch"),
        ("Data Engineer", "Data Engineer"),
    ],
)
def test_a_title_is_said_as_one_says_it(role: str, said: str) -> None:
    assert ENGLISH.short_role(role) == said


def test_two_roles_at_one_employer_keep_what_tells_them_apart() -> None:
    found = facts(SPECIFICS[:1])
    (first, *others) = found.applications
    first = first.replace(role="Data Engineer, Platform")
    twin = first.replace(id="twin", role="Data Engineer, Payments", interviews=(), touchpoints=())
    check = occasion(action("withdraw_note"), found.replace(applications=(first, twin, *others)))
    assert "data engineer, platform" in draft(check).subject
    alone = occasion(action("withdraw_note"), found.replace(applications=(first, *others)))
    assert "data engineer role" in draft(alone).subject


@pytest.mark.parametrize(
    ("country", "language", "said"),
    [
        ("US", "en", "December 4"),
        ("GB", "en", "4 December"),
        ("DE", "de", "Mit freundlichen Grüßen"),
        ("CH", "de", "Freundliche Grüsse"),
        ("DE", "de-CH", "Freundliche Grüsse"),
        ("US", "en-GB", "4 December"),
    ],
)
def test_a_letter_is_spelt_as_where_they_work(country: str, language: str, said: str) -> None:
    world = facts(SPECIFICS[:1], language=language, country=country)
    reader = world.applications[0].people[0].replace(terms="formal")
    here = world.applications[0].replace(people=(reader, *world.applications[0].people[1:]))
    decision = Promise(id="d", kind="decision_by", on=date(2026, 12, 4))
    (held, *more) = here.interviews
    here = here.replace(interviews=(held.replace(promises=(decision,)), *more))
    body = draft(
        occasion(action(), world.replace(applications=(here, *world.applications[1:])))
    ).body
    assert said in body
    assert "Grüsse" not in said or "ß" not in body


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ("Testkonzept für den Bestellvorgang", "das Testkonzept für den Bestellvorgang"),
        ("der Anbauplan 2025", "den Anbauplan 2025"),
        ("mein Lebenslauf", "meinen Lebenslauf"),
        ("Kopie des Meisterbriefs", "die Kopie des Meisterbriefs"),
        ("zwei Referenzen", "zwei Referenzen"),
        ("Schnurpsl", ""),
    ],
)
def test_what_is_sent_has_the_article_that_german_wants(thing: str, said: str) -> None:
    assert grammar_of("de").as_object(thing) == said


def test_somebody_on_formal_terms_is_ms_or_mr_where_the_name_tells() -> None:
    assert ENGLISH.greeting("Catherine Lowe", "formal", warm=False) == "Dear Ms Lowe,"
    assert grammar_of("en-US").greeting("Peter Hale", "formal", warm=True) == "Dear Mr. Hale,"
    assert ENGLISH.greeting("Robin Sky", "formal", warm=False) == "Dear Robin Sky,"
    assert ENGLISH.greeting("Catherine Lowe", "first", warm=True) == "Hi Catherine,"


def test_a_clock_time_inside_a_sentence_keeps_its_stops() -> None:
    said = Specific(
        id="a", text="the first drivers call in at 5 a.m.", frame="that", said_by="dana"
    )
    body = draft(occasion(action(), facts([said]))).body
    assert "at 5 a.m" in body
    assert not re.search(r"a\.m(?!\.)|a\.m\.\.", body)


def test_a_jotting_stands_beside_the_letter_until_its_sentence_is_finished() -> None:
    noted = Specific(id="n", text="She asked how I'd handle on-call", said_by="dana")
    found = occasion(action(), facts([noted]))
    assert jottings(found) == (noted,)
    made = draft(found)
    assert "on-call" not in made.body
    assert any("finish this sentence" in lack.sentence for lack in made.lacks)
    framed = proposal(found, noted)
    assert framed is not None
    assert moment(found, framed) == "your question about how I'd handle on-call"
    after = draft(occasion(action(), facts([framed])))
    assert re.search(r"ou(?:r question about| asked me) how I'd handle on-call", after.body)
    assert after.lacks == ()


def test_a_colleagues_point_is_theirs() -> None:
    point = Specific(id="p", text="the data is the product", frame="that", said_by="tom")
    found = facts([point], interviewers=["dana", "tom"])
    assert "from Tom that the data is the product" in draft(occasion(action(), found)).body
    to_tom = draft(occasion(action(person="tom"), found)).body
    assert "that the data is the product" in to_tom
    assert "Tom" not in to_tom.partition("\n")[2]


@pytest.mark.parametrize(
    ("entered", "clause"),
    [
        ("I ran the same migration", "I ran the same migration"),
        ("Led a team of 6", "I led a team of 6"),
        ("mentored two juniors", "I mentored two juniors"),
        ("my Kafka work at Acme", "I know something of that from my Kafka work at Acme"),
        (
            "my years on the ward, when half were new",
            "I know something of that from my years on the ward, when half were new",
        ),
        (
            "the checks I put in after that happened",
            "I know something of that from the checks I put in after that happened",
        ),
        ("SQL", ""),
        ("two years rolling out SAP", "I have spent two years rolling out SAP"),
    ],
)
def test_what_the_user_brings_is_a_sentence_of_its_own_or_missing(
    entered: str, clause: str
) -> None:
    assert ENGLISH.clause(entered) == clause
    tied = Specific(id="t", text="the move", frame="about", ties_to=entered)
    made = draft(occasion(action(), facts([tied])))
    told = ENGLISH.brought(entered) or f"{clause}."
    assert (told in made.body) if clause else any(m.field == "tie" for m in made.lacks)


@each_row(
    ("entered", "thing"),
    [
        ("code sample", "the code sample"),
        ("send them the code sample", "the code sample"),
        ("I'd send over the deck", "the deck"),
        ("my slides", "my slides"),
        ("Link to my talk", "the link to my talk"),
        ("three references", "three references"),
        ("GitHub repo", "the GitHub repo"),
        ("design exercise: redesign of the import screen", "the design exercise"),
        ("written contract by Friday", "the written contract"),
        ("the slides, the handout and the code", "the slides, the handout and the code"),
    ],
)
def test_what_was_promised_is_a_thing_to_send(entered: str, thing: str) -> None:
    assert material(entered) == thing


@given(st.text(max_size=80))
def test_any_note_is_a_jotting_a_sentence_or_nothing(text: str) -> None:
    for frame in ("about", "that", "question"):
        for to in (SPEAKER, COLLEAGUE, AGENCY, UNKNOWN):
            for grammar in LANGUAGES.values():
                if told := grammar.said(text, frame, to):
                    assert grammar.moment(frame, told, to)
    proposed(text)
    is_shorthand(text)
    material(text)
    ENGLISH.clause(text)
    stopped(raised(text)) if text else ""


# --- greetings, days, numbers ---


@each_row(
    ("language", "name", "terms", "greeting"),
    [
        ("en", "Dana Adler", "first", "Dear Dana,"),
        ("en", "Dana Adler", "formal", "Dear Dana Adler,"),
        ("en", "Dr. Dana Adler", "first", "Dear Dr. Adler,"),
        ("en", "SVEN KOCH", "first", "Dear Sven,"),
        ("en", "J. Smith", "first", "Dear J. Smith,"),
        ("de", "Dr. Anna Sorel", "formal", "Sehr geehrte Frau Dr. Sorel,"),
        ("de", "Frau Dr. Sorel", "formal", "Sehr geehrte Frau Dr. Sorel,"),
        ("de", "Dr. Sasha Sorel", "formal", "Guten Tag Dr. Sasha Sorel,"),
        ("de", "OStDin Dr. Sasha von Sorel", "formal", "Sehr geehrte Frau Dr. von Sorel,"),
        ("de", "DGKP Sasha Sorel", "formal", "Guten Tag Sasha Sorel,"),
        ("de", "StB Dipl.-Kfm. Wolfgang Rapp", "formal", "Sehr geehrter Herr Rapp,"),
        ("de", "Dipl.-Ing. ETH Reto Cavegn", "formal", "Sehr geehrter Herr Dipl.-Ing. Cavegn,"),
        ("de", "Carla Mendes Pinto", "formal", "Sehr geehrte Frau Mendes Pinto,"),
        ("de", "Bernd von der Heide", "formal", "Sehr geehrter Herr von der Heide,"),
        ("de", "Robin Sorel", "formal", "Guten Tag Robin Sorel,"),
        ("de", "Lena Koch", "first", "Liebe Lena,"),
        ("de", "Max Koch", "first", "Lieber Max,"),
        ("de", "Robin Koch", "first", "Hallo Robin,"),
        ("fr", "Dominique Dubois", "formal", "Bonjour Dominique Dubois,"),
        ("fr", "Claire Dubois", "formal", "Bonjour Madame Dubois,"),
        ("fr", "Mme Dubois", "formal", "Bonjour Madame Dubois,"),
        ("fr", "Claire Dubois", "first", "Bonjour Claire,"),
        ("es", "Sra. García", "formal", "Estimada Sra. García:"),
        ("es", "Ana García", "first", "Hola, Ana:"),
    ],
)
def test_one_is_greeted_by_the_terms(language: str, name: str, terms: Terms, greeting: str) -> None:
    assert grammar_of(language).greeting(name, terms, warm=False) == greeting


def test_days_are_said_as_one_says_them() -> None:
    today = date(2026, 12, 31)
    days = [
        date(2026, 12, 31),
        date(2026, 12, 30),
        date(2026, 12, 25),
        date(2026, 12, 24),
        date(2027, 1, 1),
    ]
    said = {code: [g.on_day(day, today) for day in days] for code, g in LANGUAGES.items()}
    assert said["en"] == [
        "today",
        "yesterday",
        "last Friday",
        "on 24 December",
        "tomorrow",
    ]
    assert said["de"] == ["heute", "gestern", "am Freitag", "am 24. Dezember", "morgen"]
    assert said["fr"] == ["jeudi", "mercredi", "vendredi", "le 24 décembre", "le 1er janvier 2027"]
    assert said["es"] == [
        "el jueves",
        "el miércoles",
        "el viernes",
        "el 24 de diciembre",
        "el 1 de enero de 2027",
    ]


def test_weeks_are_said_in_words() -> None:
    expected = {0: "a few days", 6: "a few days", 7: "a week", 10: "over a week", 12: "almost two weeks",
                14: "two weeks", 21: "three weeks",
                56: "eight weeks", 90: "some time"}  # fmt: skip
    assert {days: ENGLISH.since(days) for days in expected} == expected
    assert [grammar_of("de-AT").since(days) for days in (12, 14)] == [
        "knapp zwei Wochen",
        "zwei Wochen",
    ]


def test_a_day_that_has_passed_is_not_taken_for_the_coming_one() -> None:
    monday, days = date(2026, 3, 16), (date(2026, 3, 13), date(2026, 3, 15), date(2026, 3, 3))
    assert [ENGLISH.until(day, monday) for day in days] == ["last Friday", "yesterday", "3 March"]
    german = grammar_of("de")
    assert [german.until(day, monday) for day in days] == [
        "letzten Freitag",
        "gestern",
        "zum 3. März",
    ]
    assert ENGLISH.until(date(2026, 3, 16), date(2026, 3, 19)) == "Monday"


def test_things_are_listed() -> None:
    assert ENGLISH.listed(["a"]) == "a"
    assert ENGLISH.listed(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH.listed(["a", "b, c", "d"]) == "a; b, c; and d"
    assert grammar_of("de").listed(["a", "b"]) == "a und b"


def test_people_of_one_round_and_of_none() -> None:
    found = facts([Specific(id="x", text="the plan", frame="about")], interviewers=["dana", "tom"])
    lena = occasion(action("status_check", "mia"), found)
    (said_there,) = found.applications[0].interviews[0].specifics
    assert moment(lena, said_there) == "the conversation about the plan"
    assert {DANA.id, TOM.id} == {*found.applications[0].interviews[0].interviewers}


# --- whole letters in other languages ---

DE = (
    Specific(id="a", text="den Umzug ins neue Lager", frame="about", said_by="dana",
             ties_to="Bei Initech habe ich unsere Berichte ähnlich umgezogen"),
    Specific(id="b", text="niemand nachts allein arbeiten sollte", frame="that", said_by="dana"),
    Specific(id="c", text="wie ich zwei Teams auf einem Schema halten würde", frame="question", said_by="dana"),
)  # fmt: skip


@pytest.mark.parametrize("terms", ["formal", "first"])
@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_every_letter_keeps_to_its_form_of_address(language: str, terms: Terms) -> None:
    other = {
        ("de", "first"): r"\b(?:Sie|Ihnen|Ihre?[nrms]?)\b",
        ("de", "formal"): r"\b(?:du|dir|dich|deine?)\b",
        ("fr", "first"): r"\b(?:vous|votre|vos)\b",
        ("fr", "formal"): r"\b(?:tu|te|ton|ta|toi)\b",
        ("es", "first"): r"\b(?:usted|Le|su)\b",
        ("es", "formal"): r"\b(?:te|tu|ti)\b",
    }[language, terms]
    reader = DANA.replace(name="Dr. Anna Sorel", terms=terms)
    for template in built_in(language):
        if template.kind == "find_contact":
            continue  # a switchboard is always spoken to formally
        for when in SITUATIONS.get(template.kind, ("",)):
            if {"to_agency", "through_agency"} & {*when.split()}:
                continue  # an agency is written to formally here
            for specific in DE if language == "de" else (None,):
                said = [specific] if specific else []
                due, found = setting(
                    template.kind,
                    template.channel,
                    when.split(),
                    said,
                    reader=reader,
                )
                here = found.applications[0].replace(language=language)
                world = found.replace(applications=(here, *found.applications[1:]))
                made = draft(occasion(due, world), template=template)
                where = (template.id, when, made.body)
                assert not re.search(other, f"{made.subject} {made.body}"), where
                assert not re.search(r",,|,;|,\.| ,", made.body), where
                if template.channel == "email":
                    assert len(made.body.split("\n\n")) in {3, 4}, where


def test_a_german_thank_you_is_german_from_the_greeting_to_the_close() -> None:
    reader = DANA.replace(name="Dr. Anna Sorel", terms="formal")
    found = facts(DE[2:], people=[reader], language="de")
    made = draft(occasion(action(), found))
    assert re.match(r"Sehr geehrte Frau Dr. Sorel,\n\n[a-zäöü].*Dienstag", made.body)
    assert "Ihre Frage, wie ich zwei Teams auf einem Schema halten würde" in made.body
    assert made.body.endswith("Mit freundlichen Grüßen\nSam Rivera")
    assert made.lacks == ()


def test_a_letter_that_is_not_written_in_a_language_yet_says_so() -> None:
    made = draft(occasion(action("keep_in_touch"), facts(language="es")))
    assert made.body.startswith("Dear Dana")
    assert [m.field for m in made.lacks] == ["language"]


@pytest.mark.parametrize(
    ("text", "jotted"),
    [
        ("churn 14% -> wants 8 by summer", True),
        ("you hate meetings w/o agenda", True),
        ("three plants; two shifts", True),
        ("churn fell from 14 % to 8% in a year", False),
        ("you hate meetings without an agenda", False),
    ],
)
def test_a_share_in_a_note_hides_no_sign_that_it_was_jotted(text: str, jotted: bool) -> None:
    assert is_shorthand(text) is jotted


@pytest.mark.parametrize(
    ("language", "frame", "text", "terms", "said"),
    [
        ("fr", "that", "il y a une réunion par semaine", "formal", "vous m'avez dit qu'il y a une réunion par semaine"),
        ("fr", "that", "personne ne travaille seul", "first", "tu m'as dit que personne ne travaille seul"),
        ("fr", "question", "comment je ferais", "formal", "vous m'avez demandé comment je ferais"),
        ("fr", "question", "« Pourquoi nous ? »", "formal", ""),
        ("es", "that", "nadie trabaja solo", "formal", "me dijo que nadie trabaja solo"),
        ("es", "question", "cómo lo haría", "first", "me preguntaste cómo lo haría"),
        ("es", "question", "el turno de noche", "first", ""),
    ],
)  # fmt: skip
def test_a_point_and_a_question_are_told_in_french_and_spanish(
    language: str, frame: Frame, text: str, terms: Terms, said: str
) -> None:
    to = Listener("Dana Adler", terms, spoke=True)
    assert grammar_of(language).reported(frame, text, to) == said


def test_a_french_role_is_elided() -> None:
    assert grammar_of("fr").the_role("Infirmière") == "le poste d'infirmière"
    assert grammar_of("fr").the_role("Data Engineer") == "le poste de Data Engineer"


def test_an_english_letter_to_a_german_firm_does_not_deny_that_there_is_a_german_one() -> None:
    german = facts(language="de")
    english = next(t for t in built_in("en") if t.kind == "thank_you" and t.channel == "email")
    made = draft(occasion(action(), german), template=english)
    said = " ".join(lack.sentence for lack in made.lacks)
    assert "there is one of this kind" in said
    assert "no letter of this kind" not in said
