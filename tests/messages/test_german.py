"""German as one types it in a hurry, and as a letter says it: order, subject, article, gender, titles, roles."""

from dataclasses import replace
from datetime import date

import pytest

from followup.messages.draft import draft
from followup.messages.languages import grammar_of
from followup.messages.languages.german.order import verb_last
from followup.messages.languages.german.questions import question_told
from followup.messages.languages.german.things import at_company, of_one, talked_about, the_position
from followup.messages.languages.german.thoughts import whole_thought
from followup.messages.languages.grammar import Listener
from followup.model.facts import Outcome, Promise, Specific, Touchpoint
from followup.model.vocabulary import ActionKind, Frame
from tests.builders.northwind import DANA, ME, TUESDAY, action, facts, occasion

GERMAN = grammar_of("de")
TO_HER = Listener("Dana Adler", "formal", spoke=True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("wir arbeiten immer zu zweit", "wir immer zu zweit arbeiten"),
        ("wir fangen um 7 an", "wir um 7 anfangen"),
        ("man muss auch mal improvisieren", "man auch mal improvisieren muss"),
        ("neue Kolleginnen werden sechs Wochen eingearbeitet", "neue Kolleginnen sechs Wochen eingearbeitet werden"),
        ("die Pausen können frei gelegt werden", "die Pausen frei gelegt werden können"),
        ("wir suchen jemanden, der anpackt", "wir jemanden suchen, der anpackt"),
        ("freitags wird mit den Kindern gekocht", "freitags mit den Kindern gekocht wird"),
        ("am Montag kochen wir nur Reste", "wir am Montag nur Reste kochen"),
        ("nachts arbeiten immer zwei", "nachts immer zwei arbeiten"),
        ("nachts niemand allein arbeiten sollte", "nachts niemand allein arbeiten sollte"),
        ("am Montag nur Reste gekocht werden", "am Montag nur Reste gekocht werden"),
        ("wir jeden Tag ausliefern", "wir jeden Tag ausliefern"),
        ("niemand nachts allein arbeiten sollte", "niemand nachts allein arbeiten sollte"),
        ("jeder im Team einmal im Monat ans Telefon geht", "jeder im Team einmal im Monat ans Telefon geht"),
        ("Stammkunden beim Namen begrüßt werden", "Stammkunden beim Namen begrüßt werden"),
        ("die Übergabe wichtig ist", "die Übergabe wichtig ist"),
    ],
)  # fmt: skip
def test_a_main_clause_behind_dass_has_its_verb_last(typed: str, said: str) -> None:
    assert verb_last(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("haben wir auch gemacht, lief super", "Das haben wir auch gemacht und es lief super"),
        ("hab ich in der Ausbildung auch gemacht", "Das habe ich in der Ausbildung auch gemacht"),
        ("kenn ich anders, war oft allein", "Das kenne ich anders, ich war oft allein"),
        ("war bei uns genauso", "Das war bei uns genauso"),
        ("war als Azubi auch so", "Das war als Azubi auch so"),
        ("hab ich bei DHL zwei Jahre gemacht", "Das habe ich bei DHL zwei Jahre gemacht"),
        ("war 3 Jahre auf der Station", "Ich war 3 Jahre auf der Station"),
        ("beim Bund gelernt", "Das habe ich beim Bund gelernt"),
        ("3 Jahre in der Notaufnahme gearbeitet", "Ich habe 3 Jahre in der Notaufnahme gearbeitet"),
        ("habe ich drei Jahre Nachtdienste gemacht", "Ich habe drei Jahre Nachtdienste gemacht"),
        ("würde kleine PRs erzwingen, max 200 Zeilen", "Ich würde kleine PRs erzwingen, höchstens 200 Zeilen"),
        ("hab bei meinem Vater gemerkt wie wichtig das ist",
         "Ich habe bei meinem Vater gemerkt, wie wichtig das ist"),
        ("genau mein Ding", ""),
        ("weil ich das kenne", ""),
    ],
)  # fmt: skip
def test_a_thought_without_its_subject_gets_one_where_it_is_sure(typed: str, said: str) -> None:
    assert whole_thought(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("wie gehe ich mit Stress um", "wie ich mit Stress umgehe"),
        ("wie ich mit Handys umgehe", "wie ich mit Handys umgehe"),
        ("was mache ich, wenn ein Kind beißt", "was ich mache, wenn ein Kind beißt"),
        ("was würden Sie zuerst ändern", "was ich zuerst ändern würde"),
        ("haben Sie einen Führerschein", "ob ich einen Führerschein habe"),
        ("womit ich zuerst aufhören würde", "womit ich zuerst aufhören würde"),
    ],
)
def test_a_question_as_it_was_put_is_told_or_quoted(typed: str, said: str) -> None:
    assert question_told(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("der neue Kran", "den neuen Kran"),
        ("neue Kantbank", "die neue Kantbank"),
        ("neues Lager", "das neue Lager"),
        ("eigener Kräutergarten", "den eigenen Kräutergarten"),
        ("Einarbeitung", "die Einarbeitung"),
        ("Nachtdienste", "Nachtdienste"),
        ("Kafka", "Kafka"),
    ],
)
def test_what_one_talked_about_has_its_article_and_case(typed: str, said: str) -> None:
    assert talked_about(typed) == said


@pytest.mark.parametrize(
    ("text", "frame", "said"),
    [
        ("bei uns alle per du sind", "that", "bei Ihnen alle per du sind"),
        ("sie jedem den Wagen mit nach Hause geben", "that", "Sie jedem den Wagen mit nach Hause geben"),
        ("wir uns viel Zeit nehmen", "that", "Sie sich viel Zeit nehmen"),
        ("unser Team gerade wächst", "that", "Ihr Team gerade wächst"),
        ("du auch aus Kassel kommst", "that", None),
        ("Küche zu klein", "that", None),
        ("jede Charge von zwei Leuten probiert wird", "that", "jede Charge von zwei Leuten probiert wird"),
        ("man mehr reden sollte", "that", "man mehr reden sollte"),
        ("Team ist 6 Leute", "that", "das Team 6 Leute ist"),
        ("im Frühjahr kommen zwei neue Stellen", "that", "im Frühjahr zwei neue Stellen kommen"),
        ("Teamgröße", "about", "die Teamgröße"),
        ("meine Stärken", "question", None),
        ("Wie gehe ich mit Kritik um?", "question", "wie ich mit Kritik umgehe"),
        ("Küche und Garten", "about", "die Küche und den Garten"),
        ("Dienstplan steht sechs Wochen vorher", "that", "der Dienstplan sechs Wochen vorher steht"),
        ("keine Nachtschichten", "that", None),
        ("die neue cnc fräse", "about", "die neue CNC-Fräse"),
        ("der umzug im winter", "about", "den Umzug im Winter"),
        ("Qualität vor Tempo geht", "that", "Qualität vor Tempo geht"),
    ],
)  # fmt: skip
def test_their_we_is_you_also_behind_a_preposition(
    text: str, frame: Frame, said: str | None
) -> None:
    assert GERMAN.said(text, frame, TO_HER) == said


@pytest.mark.parametrize(
    ("text", "liked"),
    [
        ("nachts immer zwei im Dienst sind", True),
        ("die Proben am Montag immer liegen bleiben", False),
        ("zu viele Überstunden anfallen", False),
        ("niemand nachts allein arbeiten sollte", False),
        ("Sie keine Tests für die Pipelines haben", False),
        ("die Stelle erst ab März frei wird", False),
    ],
)
def test_only_what_speaks_for_them_is_liked(text: str, liked: bool) -> None:
    assert bool(GERMAN.liked(text)) is liked


@pytest.mark.parametrize(
    ("role", "gender", "said"),
    [
        ("Kaufmann/-frau für Büromanagement", "f", "die Stelle als Kauffrau für Büromanagement"),
        ("Pflegefachfrau/-mann", "m", "die Stelle als Pflegefachmann"),
        ("Backend-Entwickler*in", "m", "die Stelle als Backend-Entwickler"),
        ("Erzieher/in", "f", "die Stelle als Erzieherin"),
        ("Ausbildung zum/zur Koch/Köchin", "f", "die Ausbildung zur Köchin"),
        ("Physiotherapeut*in 80%", "f", "die Stelle als Physiotherapeutin"),
        ("Einkauf/Logistik", "f", "die Stelle als Einkauf/Logistik"),
        ("Krankenschwester/-pfleger", "m", "die Stelle als Krankenpfleger"),
        ("Koch/Küchenhilfe", "f", "die Stelle als Koch/Küchenhilfe"),
        ("Verkäufer/Servicekraft", "m", "die Stelle als Verkäufer/Servicekraft"),
        ("Pflegefachkraft/Pfleger", "m", "die Stelle als Pflegefachkraft/Pfleger"),
        ("Entwickler:in", "", "die Stelle als Entwickler:in"),
        ("Buchhaltung", "f", "die Stelle in der Buchhaltung"),
        ("Duales Studium Informatik", "m", "das duale Studium Informatik"),
    ],
)
def test_a_role_of_both_genders_is_the_users_own(role: str, gender: str, said: str) -> None:
    assert the_position(of_one(role, gender)) == said


def test_the_users_name_tells_the_gender_of_the_role() -> None:
    found = facts(me=ME.replace(name="Anna Kolb"), role="Einkäufer*in (m/w/d)", language="de")
    made = draft(occasion(action("status_check"), found))
    assert "Einkäuferin" in made.subject


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("Zimmerei Alpen", "bei der Zimmerei Alpen"),
        ("Hotel Seeblick", "beim Hotel Seeblick"),
        ("Stadtwerke Ulm", "bei den Stadtwerken Ulm"),
        ("Northwind", "bei Northwind"),
        ("Nordbank", "bei Nordbank"),
    ],
)
def test_a_company_whose_name_begins_with_what_it_is_has_an_article(
    company: str, said: str
) -> None:
    assert at_company(company) == said


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("DI Markus Huber", "Sehr geehrter Herr Huber,"),
        ("Di Wang", "Guten Tag Di Wang,"),
        ("Ing. Karl Moser", "Sehr geehrter Herr Ing. Moser,"),
        ("Mag. Anna Gruber", "Sehr geehrte Frau Mag. Gruber,"),
        ("MMag. Eva Reiter", "Sehr geehrte Frau MMag. Reiter,"),
        ("Prim. Dr. Eva Holzer", "Sehr geehrte Frau Prim. Dr. Holzer,"),
        ("OStD'in Dr. Petra Vogel", "Sehr geehrte Frau Dr. Vogel,"),
        ("RA Dirk Hoffmann", "Sehr geehrter Herr Hoffmann,"),
    ],
)
def test_titles_are_said_as_one_says_them(name: str, greeting: str) -> None:
    assert GERMAN.greeting(name, "formal", warm=False) == greeting


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ("Impfnachweis und Führungszeugnis", "meinen Impfnachweis und mein Führungszeugnis"),
        ("Arbeitszeugnisse", "meine Arbeitszeugnisse"),
        ("Testkonzept und Gedöns", ""),
    ],
)
def test_papers_of_mine_are_mine_and_each_has_its_form(thing: str, said: str) -> None:
    assert GERMAN.as_object(thing) == said


def test_what_they_owe_is_theirs() -> None:
    assert GERMAN.as_subject("Unterlagen") == "die Unterlagen"


def test_a_limit_far_ahead_is_behind_zum() -> None:
    today = date(2026, 11, 10)
    days = [GERMAN.by_day(day, today) for day in (date(2026, 11, 13), date(2026, 12, 4))]
    assert days == ["Freitag, den 13. November,", "zum 4. Dezember"]


def test_a_withdrawal_after_their_offer_answers_the_offer() -> None:
    offer = Touchpoint(id="o", at=TUESDAY, direction="received", purpose="offer", people=(DANA.id,))
    gone = Outcome(kind="withdrawn", at=TUESDAY.replace(hour=18))
    found = facts((), touchpoints=[offer], outcome=gone, language="de")
    assert "Angebot" in draft(occasion(action("withdraw_note"), found)).body


def test_an_answer_that_was_promised_names_its_question() -> None:
    asked_for = Promise(id="r", kind="reply_by", text="ob ich am Wochenende arbeiten kann")
    found = facts((), promises=[asked_for], language="de")
    made = draft(occasion(replace(action("reply"), promise="r"), found))
    assert "ob ich am Wochenende arbeiten kann, " in made.body


def test_a_point_without_a_thought_stands_by_itself() -> None:
    said = Specific(
        id="a", text="wir arbeiten nachts immer zu zweit", frame="that", said_by=DANA.id
    )
    made = draft(occasion(action(), facts([said], language="de")))
    assert "Bemerkung" not in made.body
    assert "immer zu zweit" in made.body


@pytest.mark.parametrize(
    "typed", ["find ich klasse", "gefällt mir", "seh ich auch so", "super Idee"]
)
def test_what_only_says_that_one_liked_it_is_no_thought(typed: str) -> None:
    assert not GERMAN.clause(typed)


def test_a_day_inside_their_question_does_not_end_it() -> None:
    asked_for = Touchpoint(
        id="q",
        at=TUESDAY,
        direction="received",
        purpose="reply",
        people=(DANA.id,),
        text="Danke! Könnten Sie schon zum 1. Februar anfangen?",
        wants_answer=True,
    )
    found = facts((), touchpoints=[asked_for], language="de")
    (lack,) = (m for m in draft(occasion(action("reply"), found)).lacks if m.field == "reply")
    assert "“Könnten Sie schon zum 1. Februar anfangen?”" in lack.sentence


@pytest.mark.parametrize("kind", ["thank_you", "linkedin_connect"])
@pytest.mark.parametrize("text", ["die Proben montags liegen bleiben", "nachts immer zwei da sind"])
def test_a_linkedin_note_says_something_of_any_point(kind: ActionKind, text: str) -> None:
    said = Specific(id="a", text=text, frame="that", said_by=DANA.id)
    found = facts([said], language="de")
    made = draft(occasion(action(kind), found), channel="linkedin")
    assert text.split(" ", 1)[1] in made.body
