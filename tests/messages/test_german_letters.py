"""German letters as their receivers read them: what was told stands plainly, and a thing's clause ends its sentence."""

import re
from dataclasses import replace
from datetime import date

import pytest

from followup.messages.draft import draft
from followup.messages.languages import grammar_of, their_words
from followup.messages.languages.german.companies import with_its_own_word
from followup.messages.languages.german.details import said
from followup.messages.languages.german.nouns import behind_von
from followup.messages.languages.german.points import is_trouble
from followup.messages.languages.german.typed import nouns_large
from followup.messages.languages.listener import Listener
from followup.messages.letters import Way
from followup.messages.templates import built_in
from followup.model.facts import Promise, Specific, Touchpoint
from followup.model.vocabulary import ActionKind
from followup.prose.jotted import only_approves
from tests.builders.northwind import DANA, NOW, action, facts, occasion, person
from tests.rows import each_row

GERMAN = grammar_of("de")
TO_HER = Listener("Dana Adler", "formal", met=True, spoke=True)
COPIER = Specific(
    id="copier", text="den Kopierer, der nur auf Frau Herweg hört", frame="about", said_by=DANA.id,
    ties_to="So einen hatten wir auch, bei uns half ein Stück Pappe.",
)  # fmt: skip
ASKED = Specific(
    id="asked", text="warum ich aus der Montage weg will", frame="question", said_by=DANA.id,
    ties_to="Ich will wieder Holz in der Hand haben.",
)  # fmt: skip


@each_row(
    ("thing", "von"),
    [
        ("den Kopierer, der nur auf sie hört", "von dem Kopierer, der nur auf sie hört"),
        ("den Umzug ins neue Lager", "vom Umzug ins neue Lager"),
        ("das erste Jahr in der Halle, wo alles anders ist", "vom ersten Jahr in der Halle, wo alles anders ist"),
        ("die Übergabe am Bett", "von der Übergabe am Bett"),
        ("die alten Filme im Keller", "von den alten Filmen im Keller"),
        ("Leute, die nur kurz kommen", "von Leuten, die nur kurz kommen"),
        ("zwei Tage im Keller", "von zwei Tagen im Keller"),
        ("die alte CNC, an die keiner ran will", "von der alten CNC, an die keiner ran will"),
        ("Ihre neue Linie", "von Ihrer neuen Linie"),
        ("eure Idee, montags aufzumachen", "von eurer Idee, montags aufzumachen"),
        ("einen neuen Ofen", "von einem neuen Ofen"),
        ("den Kollegen Meier", "vom Kollegen Meier"),
        ("die Probezeit und die Fortbildung", "von der Probezeit und von der Fortbildung"),
        ("die Nachtrunde und warum ihr nie zu zweit geht", "von der Nachtrunde und warum ihr nie zu zweit geht"),
        ("die Leiter im Hof", ""),  # one that one climbs, or several who lead
        ("Einarbeitung", ""),
        ("die zwölf Perücken und nur drei Köpfe", ""),
        ("den Chef, einen alten Kollegen", ""),
    ],
)  # fmt: skip
def test_what_one_was_told_of_has_its_dative_where_that_is_sure(thing: str, von: str) -> None:
    assert "".join(behind_von(thing)) == von


def test_what_the_reader_told_is_told_so_and_its_clause_ends_the_sentence() -> None:
    told = GERMAN.reported("about", COPIER.text, TO_HER)
    assert told == "Sie haben mir von dem Kopierer erzählt, der nur auf Frau Herweg hört"
    by_tom = Listener("Dana Adler", "first", speaker="Tom")
    assert GERMAN.reported("about", "den Umzug", by_tom) == "Tom hat mir vom Umzug erzählt"
    assert GERMAN.reported("about", "den Umzug, den ich geleitet habe", TO_HER) == ""


_ANNOUNCED = re.compile(
    r"ging es ja|haben wir ja|Gemerkt habe ich|Im Kopf habe ich|Nicht vergessen habe|\}\} habe ich nicht vergessen"
    r"|In guter Erinnerung behalte|denke noch an|dachte ich öfter|Wort über|musste ich (?:danach|gleich)"
)
_STOCK = re.compile(
    r"Fehlt (?:Ihnen|dir) noch|Wenn noch eine Frage auftaucht|richte ich mich nach den anderen|überlege es mir gut"
    r"|kam viel dazwischen|als aus jeder Anzeige|für alles über|mit (?:Ihnen|euch) zusammen machen|den Weg wert"
    r"|wieder etwas Ähnliches frei wird\.|bitte ich dort um mehr Zeit|dagegen entschieden, bei"
    r"|^wie geht es nach|^ist schon etwas entschieden, oder|gegen mich sprach, wüsste ich es gern"
)


def ways() -> list[Way]:
    return [
        way
        for template in built_in("de")
        if template.letter and template.channel == "email"
        for place in template.letter.places
        for way in place.ways
    ]


def test_no_german_sentence_announces_what_it_could_say_nor_closes_as_nobody_does() -> None:
    texts = [s.text for way in ways() for s in way.sentences]
    assert [t for t in texts if _ANNOUNCED.search(t) or _STOCK.search(t)] == []


def test_a_thing_that_may_have_a_clause_stands_before_no_verb() -> None:
    """“topic” is a short thing with none; “An das Feature, nach dem vierzig Kunden … haben musste ich” was sent."""
    verbs = re.compile(
        r"\{\{ thing(?: \| capital)? \}\} (?:habe|hatte|musste|würde|möchte|denke|denken|gesprochen|gehört|erfahren) "
    )
    said = [(way, s) for way in ways() for s in way.sentences if "topic" not in way.words | s.words]
    assert [s.text for _, s in said if verbs.search(s.text)] == []


@pytest.mark.parametrize("kind", ["thank_you", "status_check", "send_material", "reply"])
def test_the_thought_follows_what_was_told_at_once(kind: ActionKind) -> None:
    body = draft(occasion(action(kind), facts((COPIER,), language="de"))).body
    assert "Herweg hört. So einen hatten wir auch" in body


def test_two_details_close_with_one_short_sentence() -> None:
    body = draft(occasion(action(), facts((COPIER, ASKED), language="de"))).body
    last = body.split("\n\n")[-2]
    first, _, rest = last.partition(". ")
    assert first.startswith("Und Sie haben ")
    assert len(re.findall(r"[.?!](?: |$)", rest)) == 2  # the thought, and what closes it


def test_a_saying_on_what_one_does_is_no_trouble_of_theirs() -> None:
    assert not is_trouble("eine Roadmap die Liste der Sachen ist, die man noch nicht abgesagt hat")
    assert is_trouble("die neue Halle noch nicht fertig ist")


def test_a_habit_of_ones_own_is_no_more_than_agreement() -> None:
    assert only_approves("Ich habe es bisher so gehalten und würde daran nichts ändern.")
    assert not only_approves("In Fulda haben wir es so gehalten, bis die Uhrzeit nicht mehr ging.")


@each_row(
    ("typed", "said_"),
    [
        ("in essen hatten wir zwei", "in Essen hatten wir zwei"),
        ("ich war in halle und in kiel", "ich war in Halle und in Kiel"),
        ("beim essen reden alle", "beim Essen reden alle"),
        ("die gruppe auf whatsapp", "die Gruppe auf WhatsApp"),
    ],
)
def test_a_town_that_is_a_word_has_its_capital_where_no_word_can_stand(
    typed: str, said_: str
) -> None:
    assert nouns_large(typed) == said_


def test_a_place_before_its_clause_gets_no_comma() -> None:
    typed = "das erste halbe jahr in der fertigung wo jeder mal an die maschine muss"
    told = said(typed, "about", TO_HER)
    assert told == "das erste halbe Jahr in der Fertigung, wo jeder mal an die Maschine muss,"


def test_what_was_promised_is_written_with_its_capitals() -> None:
    assert GERMAN.thing("meine arbeitszeugnisse als pdf") == "meine Arbeitszeugnisse als PDF"
    assert GERMAN.as_object(GERMAN.thing("umzug nach halle")) == "den Umzug nach Halle"


def test_an_apprenticeship_is_no_post() -> None:
    letter = "Die Stelle hätte ich gern. Ich würde die Aufgabe sehr gern übernehmen."
    own = "Die Ausbildung hätte ich gern. Ich würde die Ausbildung sehr gern machen."
    assert with_its_own_word(letter, "Ausbildung zur Industriekauffrau") == own
    assert with_its_own_word(letter, "Koch") == letter


def test_who_asks_to_hear_again_in_two_words_is_heard() -> None:
    assert their_words.wants_news("Tut mir echt leid. Meld dich mal wieder!")
    assert not their_words.wants_news("Wir melden uns wieder.")


def test_why_it_is_a_no_is_taken_up() -> None:
    assert their_words.of_a_no("Die Stelle wurde gestrichen.")["post_gone"]
    assert their_words.of_a_no("eine Bewerberin aus dem eigenen Haus")["from_inside"]


def test_on_the_phone_one_has_talked_with_herrn_yilmaz() -> None:
    man = person("m", "Herr Mehmet Yilmaz").replace(email="", phone="")
    found = facts((), language="de", people=(man,))
    due = action("thank_you", "m", channel="phone", needs_contact=True)
    script = draft(occasion(due, found)).body
    assert "mit Herrn Yilmaz" in script
    assert "von Herrn Yilmaz" in script


def test_below_a_formal_letter_no_sign_off_is_a_single_word() -> None:
    found = facts((COPIER,), language="de")
    me = found.me.model_copy(update={"sign_off": "Gruß", "language": "de"})
    assert "\nViele Grüße\n" in draft(occasion(action(), found.replace(me=me))).body


_MET = re.compile(
    r"kennenzulernen|kennengelernt|mit (?:Ihnen|dir) gesprochen|(?:Sie haben|Du hast) mich im Gespräch erlebt"
    r"|[Uu]nser(?:em)? Gespräch|Gespräch mit (?:Ihnen|dir)"
)


@pytest.mark.parametrize(
    "kind", ["send_material", "rejection_reply", "feedback_request", "withdraw_note"]
)
@pytest.mark.parametrize("n", range(14))
def test_who_came_later_is_not_told_that_one_met(kind: ActionKind, n: int) -> None:
    """“No longer there, now Owen Black”: whatever sentences are in turn."""
    owed = Promise(id="m1", kind="material", text="das Organigramm")
    found = facts((COPIER,), language="de", promises=(owed,))
    (one,) = found.applications
    gone = tuple(
        p.replace(left=date(2026, 11, 18)) if p.name == "Dana Adler" else p for p in one.people
    )
    one = one.replace(people=gone)
    later = found.replace(applications=(one.replace(id=f"a1{'x' * n}", company=f"Nord {n}"),))
    owes = "m1" if kind == "send_material" else None
    due = replace(action(kind, "tom", promise=owes), application=later.applications[0].id)
    letter = draft(occasion(due, later))
    assert not _MET.search(letter.body), letter.body


@each_row(
    ("text", "why", "not_you"),
    [
        ("Fachlich hat nichts gegen Sie gesprochen.", False, True),
        ("An dir lag es nicht, die Kinder fragen noch nach dir.", False, True),
        ("Es lag wirklich nicht an Ihnen.", False, True),
        ("Wir haben uns für einen Bewerber aus dem Bezirk entschieden, der das Revier kennt.", True, False),
        ("Wir nehmen jetzt eine Kollegin, die ihr Anerkennungsjahr bei uns gemacht hat.", True, False),
        ("Es lag nicht am Geld.", False, False),
    ],
)  # fmt: skip
def test_who_hears_the_reason_or_that_it_was_not_them_asks_for_no_fault_of_theirs(
    text: str, why: bool, not_you: bool
) -> None:
    assert their_words.gives_a_reason(text) is why
    assert their_words.of_a_no(text)["not_you"] is not_you
    no = Touchpoint(
        id="no", at=NOW, direction="received", purpose="rejection", people=("dana",), channel="email", text=text,
    )  # fmt: skip
    body = draft(
        occasion(action("rejection_reply"), facts((COPIER,), language="de", touchpoints=[no]))
    ).body
    asks = "?" in body or "gegen mich" in body
    assert not (asks and (why or not_you))
