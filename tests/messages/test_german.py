"""German as one types it in a hurry, and as a letter says it: order, subject, article, gender, titles, roles."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from followup.messages.draft import draft
from followup.messages.languages import grammar_of
from followup.messages.languages.german.companies import at_company, of_one, the_position
from followup.messages.languages.german.order import verb_last
from followup.messages.languages.german.questions import question_told
from followup.messages.languages.german.things import talked_about
from followup.messages.languages.german.thoughts import whole_thought
from followup.messages.languages.listener import Listener
from followup.model.facts import Outcome, Promise, Specific, Touchpoint
from followup.model.vocabulary import ActionKind, Frame, Topic
from tests.builders.northwind import DANA, ME, TUESDAY, action, facts, occasion
from tests.rows import each_row

GERMAN = grammar_of("de")
TO_HER = Listener("Dana Adler", "formal", spoke=True)


@each_row(
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
        ("Kunden rufen direkt bei uns an", "Kunden direkt bei uns anrufen"),
        ("die meisten bleiben bis zur Rente", "die meisten bis zur Rente bleiben"),
        ("unsere Azubis schreiben ihre Berichte hier", "unsere Azubis ihre Berichte hier schreiben"),
        ("Fehler besprochen werden und nicht bestraft", "Fehler besprochen werden und nicht bestraft"),
    ],
)  # fmt: skip
def test_a_main_clause_behind_dass_has_its_verb_last(typed: str, said: str) -> None:
    assert verb_last(typed) == said


@each_row(
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
        ("hatten wir im alten Betrieb nicht, hat uns zwei Azubis gekostet",
         "Das hatten wir im alten Betrieb nicht, das hat uns zwei Azubis gekostet"),
        ("war damals die einzige die geblieben ist", "Ich war damals die Einzige, die geblieben ist"),
        ("seit September hab ich vier davon und denk jedes mal an dich",
         "seit September habe ich vier davon und denke jedes Mal an dich"),
        ("wir hatten das in Linz, hieß Werkstattrunde", "wir hatten das in Linz, das hieß Werkstattrunde"),
        ("weiß ich aus eigener erfahrung", "Das weiß ich aus eigener Erfahrung"),
        ("das vergess ich nicht", "das vergesse ich nicht"),
        ("seit ich Mutter bin sehe ich das anders", "seit ich Mutter bin, sehe ich das anders"),
        ("genau mein Ding", ""),
        ("weil ich das kenne", ""),
    ],
)  # fmt: skip
def test_a_thought_without_its_subject_gets_one_where_it_is_sure(typed: str, said: str) -> None:
    assert whole_thought(typed) == said


@each_row(
    ("typed", "said"),
    [
        ("wie gehe ich mit Stress um", "wie ich mit Stress umgehe"),
        ("wie ich mit Handys umgehe", "wie ich mit Handys umgehe"),
        ("was mache ich, wenn ein Kind beißt", "was ich mache, wenn ein Kind beißt"),
        ("was würden Sie zuerst ändern", "was ich zuerst ändern würde"),
        ("haben Sie einen Führerschein", "ob ich einen Führerschein habe"),
        ("womit ich zuerst aufhören würde", "womit ich zuerst aufhören würde"),
        ("Wie gehen Sie mit Fehlern um?", "wie ich mit Fehlern umgehe"),
        ("was machst du, wenn der Zug ausfällt", "was ich mache, wenn der Zug ausfällt"),
        ("wie stellst du dir das vor", "wie ich mir das vorstelle"),
        ("kennen Sie sich mit DATEV aus", "ob ich mich mit DATEV auskenne"),
        ("was war mein größter Fehler", "was mein größter Fehler war"),
        ("wie geht man damit um, wenn es brennt", "wie man damit umgeht, wenn es brennt"),
        ("wie lange ich brauchen würde", "wie lange ich brauchen würde"),
        ("was mich an der Nachtschicht reizt", "was mich an der Nachtschicht reizt"),
        ("Was würden Ihre Kollegen über Sie sagen?", "Was würden Ihre Kollegen über Sie sagen?"),
        ("warum soll ich dich nehmen", ""),
        ("Wann ich jemanden wecke und wann nicht", "wann ich jemanden wecke und wann nicht"),
        ("wie oft ich nachfasse und wo ich aufhöre", "wie oft ich nachfasse und wo ich aufhöre"),
    ],
)
def test_a_question_as_it_was_put_is_told_or_quoted(typed: str, said: str) -> None:
    assert question_told(typed) == said


@each_row(
    ("typed", "said"),
    [
        ("der neue Kran", "den neuen Kran"),
        ("neue Kantbank", "die neue Kantbank"),
        ("neues Lager", "das neue Lager"),
        ("eigener Kräutergarten", "den eigenen Kräutergarten"),
        ("Einarbeitung", "die Einarbeitung"),
        ("Nachtdienste", "Nachtdienste"),
        ("Kafka", "Kafka"),
        ("ein Lager ohne Papier", "ein Lager ohne Papier"),
        ("unser Hof", "unseren Hof"),
        ("SAP Umstellung", "die SAP-Umstellung"),
        ("Berliner Filiale", "die Berliner Filiale"),
    ],
)
def test_what_one_talked_about_has_its_article_and_case(typed: str, said: str) -> None:
    assert talked_about(typed) == said


@each_row(
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
        ("wer fragt wird nicht ausgelacht", "that", "„Wer fragt, wird nicht ausgelacht“"),
        ("wenn was kaputt geht reparieren wir es selbst", "that", "„Wenn was kaputt geht, reparieren wir es selbst“"),
        ("zuerst zuhören, dann bohren", "that", "„Zuerst zuhören, dann bohren“"),
        ("der Ofen ist 80 Jahre alt und läuft", "that", "„Der Ofen ist 80 Jahre alt und läuft“"),
        ("unsere Leute können jederzeit zu mir kommen", "that", "„Unsere Leute können jederzeit zu mir kommen“"),
        ("Police lieber doppelt gespeichert werden als falsch verknüpft", "that",
         "Police lieber doppelt gespeichert werden als falsch verknüpft"),
        ("wir bilden nur aus wen wir auch behalten", "that", "Sie nur ausbilden, wen Sie auch behalten"),
        ("sie jeden Montag gemeinsam kochen", "that", "Sie jeden Montag gemeinsam kochen"),
        ("bei euch kein Dresscode gilt", "that", "bei Ihnen kein Dresscode gilt"),
        ("bei ihnen keiner schreit", "that", "bei Ihnen keiner schreit"),
        ("er früher Fahrer war", "that", None),
        ("Pünktlichkeit wichtiger als Anzug", "that", None),
        ("so was wie mich suchen sie schon lange", "that", None),
        ("man darf fehler machen", "that", "man Fehler machen darf"),
        ("der Polier am Tisch sitzt bevor der Plan fertig ist", "that",
         "der Polier am Tisch sitzt, bevor der Plan fertig ist"),
        ("die alte CNC an die keiner ran will", "about", "die alte CNC, an die keiner ran will,"),
        ("umzug nach Halle 3", "about", "den Umzug nach Halle 3"),
        ("euer Lager", "about", "Ihr Lager"),
        ("seinen Hund im Büro", "about", "Ihren Hund im Büro"),
        ("das Team: 6 Leute, 2 neue", "about", "das Team"),
        ("Papierakten digitalisieren", "about", None),
        ("weniger Plastik in der Küche", "about", "weniger Plastik in der Küche"),
        ("wir verkaufen nichts was wir nicht essen würden", "that", "Sie nichts verkaufen, was Sie nicht essen würden"),
        ("wer zuerst kommt mahlt zuerst", "that", "„Wer zuerst kommt, mahlt zuerst“"),
        ("wir Sie gern im Team hätten", "that", "Sie mich gern im Team hätten"),
        ("Sie zu uns passen würden", "that", None),
        ("wie wir Sie überzeugen können", "question", "wie Sie mich überzeugen können"),
        ("warum gerade wir", "question", "„Warum gerade wir?“"),
        ("Haben Sie Fragen an uns?", "question", "ob ich Fragen an Sie habe"),
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


@each_row(
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
        ("Pflegefachfrau/-mann Intensivstation", "f", "die Stelle als Pflegefachfrau"),
        ("Rechtsanwältin Medizinrecht", "f", "die Stelle als Rechtsanwältin"),
        ("Leiterin Vertrieb", "f", "die Stelle als Leiterin Vertrieb"),
        ("Customer Success Manager", "f", "die Stelle als Customer Success Manager"),
    ],
)
def test_a_role_of_both_genders_is_the_users_own(role: str, gender: str, said: str) -> None:
    assert the_position(of_one(role, gender)) == said


def test_the_users_name_tells_the_gender_of_the_role() -> None:
    found = facts(me=ME.replace(name="Anna Kolb"), role="Einkäufer*in (m/w/d)", language="de")
    made = draft(occasion(action("status_check"), found))
    assert "Einkäuferin" in made.subject


@each_row(
    ("company", "said"),
    [
        ("Zimmerei Alpen", "bei der Zimmerei Alpen"),
        ("Hotel Seeblick", "beim Hotel Seeblick"),
        ("Stadtwerke Ulm", "bei den Stadtwerken Ulm"),
        ("Northwind", "bei Northwind"),
        ("Nordbank", "bei Nordbank"),
        ("Stadt Ulm, Standesamt", "bei der Stadt Ulm"),
        ("Kanton Bern, Amt für Wald", "beim Kanton Bern"),
        ("Siemens, Abteilung Einkauf", "bei Siemens"),
        ("Städtisches Klinikum Ulm", "beim Städtischen Klinikum Ulm"),
        ("Technische Universität Graz", "bei der Technischen Universität Graz"),
        ("Hamburger Verkehrsbetriebe", "bei den Hamburger Verkehrsbetrieben"),
        ("Ev.-Luth. Kirchgemeinde Sankt Annen", "bei der Ev.-Luth. Kirchgemeinde Sankt Annen"),
        ("Die Brauerei Alpen", "bei der Brauerei Alpen"),
        ("Gerberei Lang", "bei der Gerberei Lang"),
        ("Nova Studio", "bei Nova Studio"),
        ("Huber, Maier & Partner", "bei Huber, Maier & Partner"),
        ("Kanzlei Weber, Dr. Huber", "bei der Kanzlei Weber, Dr. Huber"),
    ],
)
def test_a_company_whose_name_begins_with_what_it_is_has_an_article(
    company: str, said: str
) -> None:
    assert at_company(company) == said


def test_a_company_without_a_person_is_greeted_with_its_article() -> None:
    assert (
        GERMAN.greeting_team("Stadt Ulm, Standesamt") == "Guten Tag, liebes Team von der Stadt Ulm,"
    )
    assert GERMAN.greeting_team("Hotel Seeblick") == "Guten Tag, liebes Team vom Hotel Seeblick,"


@each_row(
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
        ("Dir. Mag. Erwin Lindtner", "Sehr geehrter Herr Dir. Mag. Lindtner,"),
        ("Priv.-Doz. Dr. Marlene Szabo", "Sehr geehrte Frau Dr. Szabo,"),
        ("KommR Franz Hofer", "Sehr geehrter Herr KommR Hofer,"),
        ("Prok. Hans Gruber", "Sehr geehrter Herr Gruber,"),
        ("Gian-Andrea Caduff", "Sehr geehrter Herr Caduff,"),
        ("Dr. Heiner Freiherr von Lüders", "Sehr geehrter Herr Dr. von Lüders,"),
        ("Küchenchef Ali Demir", "Sehr geehrter Herr Demir,"),
        ("Filialleiter Herr Koch", "Sehr geehrter Herr Koch,"),
        ("Meister Huber", "Guten Tag Meister Huber,"),
        ("Kim Berger", "Guten Tag Kim Berger,"),
        ("Anna Gräfin zu Solms", "Sehr geehrte Frau Gräfin zu Solms,"),
        ("Hans Graf", "Sehr geehrter Herr Graf,"),
        ("OAR Ing. Herbert Moser", "Sehr geehrter Herr Ing. Moser,"),
        ("Ing. Herbert Moser, OAR", "Sehr geehrter Herr Ing. Moser,"),
        ("Kapitän Uwe Behnke", "Sehr geehrter Herr Kapitän Behnke,"),
        ("Kapitänin Kim Behnke", "Sehr geehrte Frau Kapitänin Behnke,"),
        ("Superintendentin Kim zu Dohlen", "Sehr geehrte Frau Superintendentin zu Dohlen,"),
        ("Dekan Ulrich Vogt", "Sehr geehrter Herr Dekan Vogt,"),
        ("Bischof, Anna", "Sehr geehrte Frau Bischof,"),
        ("Schwester Monika", "Sehr geehrte Schwester Monika,"),
        ("Pater Anselm", "Sehr geehrter Pater Anselm,"),
        ("Dr. Kim Sorel", "Guten Tag Dr. Kim Sorel,"),
    ],
)
def test_titles_are_said_as_one_says_them(name: str, greeting: str) -> None:
    assert GERMAN.greeting(name, "formal", warm=False) == greeting


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ("Impfnachweis und Führungszeugnis", "meinen Impfnachweis und mein Führungszeugnis"),
        ("Arbeitszeugnisse", "meine Arbeitszeugnisse"),
        ("Testkonzept und Schnurpsl", ""),
    ],
)
def test_papers_of_mine_are_mine_and_each_has_its_form(thing: str, said: str) -> None:
    assert GERMAN.as_object(thing) == said


@pytest.mark.parametrize(
    ("owed", "said"),
    [
        ("Unterlagen", "die Unterlagen"),
        ("Vertragsentwurf", "den Vertragsentwurf"),
        ("der Vertrag", "den Vertrag"),
        ("Schnurpsl", ""),
    ],
)
def test_what_they_owe_is_theirs_and_an_object(owed: str, said: str) -> None:
    assert GERMAN.as_subject(owed) == said


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


def test_an_answer_noted_as_half_a_sentence_is_a_whole_one() -> None:
    assert (
        GERMAN.clause("mit seinen eigenen Zahlen", "question")
        == "Kurz gesagt: mit seinen eigenen Zahlen"
    )
    said = GERMAN.clause("dass wir zuerst die Aufgabe suchen, die sie kann", "question")
    assert said == "Ich würde sagen, dass wir zuerst die Aufgabe suchen, die sie kann"
    assert not GERMAN.clause("mit seinen eigenen Zahlen", "that")


@each_row(
    ("frame", "topic", "text", "kind"),
    [
        ("that", "culture", "die Fachgruppe ihre Arbeiten gegenseitig liest", "practice"),
        ("that", "culture", "keiner nach zehn noch schreit", "practice"),
        ("that", "strength", "ich ruhig geblieben bin", "of_me"),
        ("that", "project", "Sie 40 Fahrer brauchen", "plan"),
        ("that", "project", "die Übergaben zu lange dauern", "trouble"),
        ("that", "project", "Sie bis Mai die Heizung tauschen müssen", "plan"),
        ("that", "project", "die Software im Sommer abgelöst werden soll", "plan"),
        ("that", "culture", "niemand nachts allein arbeiten sollte", ""),
        ("that", "project", "die letzte Stelle ein Jahr leer war", ""),
        ("that", "culture", "„Wer fragt, wird nicht ausgelacht“", ""),
        ("about", "project", "den Umzug nach Halle 3", "job"),
        ("about", "culture", "die Trauergruppe am Sonntag", ""),
        ("question", "question", "wie ich mit Stress umgehe", "of_work"),
        ("question", "question", "warum ich gewechselt habe", ""),
    ],
)
def test_what_kind_of_thing_was_said(frame: Frame, topic: Topic, text: str, kind: str) -> None:
    found = GERMAN.kinds_of(frame, topic, text)
    assert kind in found if kind else not found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Schnuppertag in der Küche", "den Schnuppertag"),
        ("Hospitation", "die Hospitation"),
        ("telefonat", "das Telefonat"),
        ("Vorstellungsgespräch", "das Gespräch"),
        ("Testtag", "den Testtag"),
        ("Schnupperschicht im Service", "die Schnupperschicht"),
        ("Zweitgespräch mit Rundgang", "das zweite Gespräch"),
        ("Rundgang", "den Rundgang"),
        ("Telefongespräch", "das Telefonat"),
        ("Kaffee in der Werkstatt", "den Kaffee"),
    ],
)
def test_a_round_is_thanked_for_by_its_name(name: str, said: str) -> None:
    assert GERMAN.talk(name) == said


def test_a_call_is_thanked_for_as_one() -> None:
    assert GERMAN.talk("Kennenlernen", "phone") == "das Telefonat"


_A_ROW = Specific(
    id="row", text="die Treppe, wo keine Wand im Winkel ist", frame="about", said_by=DANA.id,
    ties_to="Ich habe daheim noch mal gerechnet, mit 19 Zentimetern müsste es aufgehen.",
)  # fmt: skip


@pytest.mark.parametrize(
    "kind",
    ["reply", "offer_reply", "send_material", "status_check", "withdraw_note", "rejection_reply"],
)
def test_what_they_write_is_answered_with_one_thing_of_the_talk_and_the_thought_on_it(
    kind: ActionKind,
) -> None:
    found = facts((_A_ROW,), language="de")
    body = draft(occasion(action(kind), found)).body
    assert "19 Zentimetern" in body
    assert "Treppe" in body


def test_what_one_would_do_there_is_not_said_as_one_withdraws() -> None:
    mine = _A_ROW.replace(ties_to="Da will ich was lernen, bei uns kam das aus dem Eimer.")
    assert (
        "Eimer" not in draft(occasion(action("withdraw_note"), facts((mine,), language="de"))).body
    )


def test_a_reason_noted_for_a_withdrawal_is_asked_for_and_never_said_as_noted() -> None:
    gone = Outcome(kind="withdrawn", at=TUESDAY.replace(hour=18), note="samstage gehen nicht")
    found = facts((_A_ROW,), language="de")
    one = found.applications[0].replace(outcome=gone)
    letter = draft(occasion(action("withdraw_note"), found.replace(applications=(one,))))
    assert "samstage" not in letter.body
    assert any("samstage gehen nicht" in lack.sentence for lack in letter.lacks)


def test_a_thank_you_takes_a_friendlier_note_before_their_trouble() -> None:
    sore = Specific(
        id="sore", text="in drei Jahren fünf Leute in Rente gehen und kein Plan stimmt", frame="that",
        said_by=DANA.id, ties_to="Ich würde einmal die Woche mitfahren.",
    )  # fmt: skip
    letter = draft(occasion(action(), facts((sore, _A_ROW), language="de")))
    assert "Treppe" in letter.body
    assert "Rente" not in letter.body


def test_a_check_takes_up_a_thing_before_an_answer_that_they_have_heard() -> None:
    heard = Specific(
        id="heard", text="ob ich mit dem Bus mitfahre", frame="question", said_by=DANA.id,
        ties_to="Mir wird im Bus nicht schlecht.",
    )  # fmt: skip
    letter = draft(occasion(action("status_check"), facts((heard, _A_ROW), language="de")))
    assert "Treppe" in letter.body
    assert "Bus" not in letter.body


def test_a_hold_ends_at_the_end_of_a_month_as_one_says_it() -> None:
    today = date(2026, 1, 14)
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 9)]
    assert [GERMAN.roughly(day, today) for day in days] == [
        "Ende Februar",
        "Anfang März",
        "zum 9. März",
    ]


def test_austrians_say_jaenner() -> None:
    assert grammar_of("de-AT").in_month(date(2026, 1, 5)) == "im Jänner"
    assert grammar_of("de", "AT").day(date(2026, 1, 5), date(2026, 1, 9)) == "5. Jänner"


def mailed(text: str, **more: Any) -> Touchpoint:
    return Touchpoint(
        id="m", at=TUESDAY, direction="sent", purpose="thank_you", people=(DANA.id,), text=text
    ).replace(**more)


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("Liebe Frau Adler,\n\nvielen Dank.", "Liebe Frau Adler,"),
        ("Liebe Dana,\n\ndanke dir.", "Sehr geehrte Frau Adler,"),
        ("Sehr geehrte Damen und Herren,\n\nvielen Dank.", "Sehr geehrte Frau Adler,"),
        ("Vielen Dank, Frau Adler, für gestern.", "Sehr geehrte Frau Adler,"),
    ],
)
def test_a_letter_greets_as_the_user_has_before(text: str, greeting: str) -> None:
    known = DANA.replace(terms="formal", name="Frau Dana Adler")
    found = facts((), people=[known], touchpoints=[mailed(text)], language="de")
    assert draft(occasion(action("status_check"), found)).body.startswith(greeting)


def test_who_mourns_is_not_asked_for_a_day_first() -> None:
    off = mailed(
        "Unsere Kollegin ist gestorben, ich muss leider absagen.",
        direction="received",
        purpose="cancellation",
    )
    found = facts((), state="cancelled", touchpoints=[off], language="de")
    assert "Beileid" in draft(occasion(action("status_check"), found)).body


def test_a_check_knows_that_what_was_sent_has_come() -> None:
    promised = Promise(id="task", kind="material", text="Konzept")
    sent = mailed(
        "Anbei.", id="s", purpose="send_material", promise="task", at=TUESDAY + timedelta(days=1)
    )
    came = mailed(
        "Ist angekommen.",
        id="r",
        direction="received",
        purpose="reply",
        at=TUESDAY + timedelta(days=1, hours=2),
    )
    found = facts((), promises=[promised], touchpoints=[sent, came], language="de")
    body = draft(occasion(action("status_check"), found)).body
    assert "öffnen ließ" not in body
    assert "18. November" in body


def test_to_whom_one_says_du_their_ihr_stays() -> None:
    to = Listener("Lena Koch", "first", spoke=True)
    assert GERMAN.said("ihr keine Chefs habt", "that", to) == "ihr keine Chefs habt"


@pytest.mark.parametrize(
    "said",
    [
        "die Oma meiner Freundin lebt dort",
        "Meine Dissertation handelt von alten Karten",
        "meine Schwester arbeitet auf so einer Station",
    ],
)
def test_a_sentence_that_begins_with_a_thing_is_no_thing(said: str) -> None:
    assert GERMAN.clause(said) == said


ABOUT = Specific(id="s", frame="about", text="den Anbau mit vier Gästezimmern", said_by=DANA.id)
POINT = Specific(id="s", frame="that", text="im Depot noch 80 Felle liegen", said_by=DANA.id)
TURNS = range(12)


@pytest.mark.parametrize("kind", ["status_check", "second_check", "expedite", "offer_reply"])
@pytest.mark.parametrize("noted", [ABOUT, POINT])
def test_a_letter_that_wants_an_answer_takes_up_no_detail_without_a_thought(
    kind: ActionKind, noted: Specific
) -> None:
    for n in TURNS:
        found = facts((noted,), language="de", company=f"Nordwind {n}")
        body = draft(occasion(action(kind), found)).body
        assert "Anbau" not in body
        assert "Felle" not in body


def test_an_answer_to_a_rejection_ends_with_its_question() -> None:
    for n in TURNS:
        found = facts((), language="de", company=f"Nordwind {n}")
        said = draft(occasion(action("rejection_reply"), found)).body.split("\n\n")[-2]
        assert said.endswith(("?", "hilft mir.", "helfen.", "bitte.", "gern.", "weiterhelfen."))


def test_thanks_stand_before_the_writers_own_thought() -> None:
    mine = POINT.replace(ties_to="Ich habe in Graz ein Depot geräumt")
    for n in TURNS:
        found = facts((mine,), language="de", company=f"Nordwind {n}")
        _, _, behind = draft(occasion(action(), found)).body.partition("Depot geräumt.")
        assert behind.startswith("\n\n"), behind


def test_the_reader_is_not_spoken_of_as_of_somebody_else() -> None:
    spoke = Listener("Henrike Adler", "first", spoke=True)
    assert not GERMAN.said("das Stück, mit dem sie durch die Dörfer fährt", "about", spoke)
    assert GERMAN.said("das Stück, mit dem ihr durch die Dörfer fahrt", "about", spoke)
    said = "ein Garten nach zehn Jahren besser aussehen muss"
    assert GERMAN.of_somebody("Da bin ich ganz bei ihm, die meisten sind fürs Foto", said) == "ihm"
    assert GERMAN.of_somebody("Da bin ich ganz bei ihr", said) == "ihr"
    assert GERMAN.of_somebody("Da bin ich bei ihm, dem Garten, gern", said) == ""
    assert GERMAN.of_somebody("Ich war bei ihr Schwimmkurs", said) == ""


def test_a_verb_gets_no_capital() -> None:
    tie = "Meiner ist erst fünf, aber er hat schon einen Umzug überlebt."
    assert GERMAN.clause(tie) == tie.rstrip(".")


def test_an_idea_of_theirs_keeps_its_article_and_what_it_is() -> None:
    idea = "deine Idee, montags für die Leute aus dem Pflegeheim aufzumachen"
    assert GERMAN.said(idea, "about", Listener("Jana", "first", spoke=True)) == idea
