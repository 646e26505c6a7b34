"""A thought of the user's own: what stands in the letter, what is refused and why, and when it is asked for."""

from datetime import timedelta

import pytest

from followup.messages.draft import draft
from followup.messages.fields import values
from followup.messages.languages import ENGLISH, grammar_of
from followup.messages.thought import refusal, thought_of
from followup.model.facts import Specific, Touchpoint
from followup.model.vocabulary import Frame
from tests.builders.northwind import SPECIFICS, TUESDAY, action, facts, occasion
from tests.rows import each_row

MOVE = Specific(id="m", text="the move to Kafka", frame="about", said_by="dana")


@each_row(
    ("typed", "said"),
    [
        ("i moved our reports at Acme.", "I moved our reports at Acme"),
        ("… and I would begin with the reports nobody reads", "I would begin with the reports nobody reads"),
        ("We did the same at Acme, one report a week", "We did the same at Acme, one report a week"),
        ("Two weeks in parallel would be the least, I think", "Two weeks in parallel would be the least, I think"),
        ("That is how my last team worked.", "That is how my last team worked"),
        ("What I left out is that I also ran the on-call rota", "What I left out is that I also ran the on-call rota"),
        ("I said by review; I would add a test", "I said by review; I would add a test"),
        ("The weekly meeting: at Acme we dropped it", "The weekly meeting: at Acme we dropped it"),
        ("I said by review. I would add a test that guards it.", "I said by review. I would add a test that guards it"),
        ("I have since asked our old nurse, and she agrees", "I have since asked our old nurse, and she agrees"),
        ("my last team did it in a weekend", "my last team did it in a weekend"),
        ("A list of what nobody reads is the place to start", "A list of what nobody reads is the place to start"),
        ("Led a team of 6", "I led a team of 6"),
    ],
)  # fmt: skip
def test_whatever_reads_as_a_sentence_stands_as_it_was_typed(typed: str, said: str) -> None:
    assert ENGLISH.clause(typed) == said
    made = draft(occasion(action(), facts([MOVE.replace(ties_to=typed)])))
    assert f"{said}.".casefold() in made.body.casefold()  # behind a colon its first word is small
    assert made.lacks == ()
    assert made.asks is None


@each_row(
    ("typed", "why"),
    [
        ("dozens of moves", "no whole sentence"),
        ("reports -> Kafka, 3 wks", "no whole sentence"),
        ("I did that @ Acme", "no whole sentence"),
        ("mostly the things at Acme", "no whole sentence"),
        ("because I did it before", "no whole sentence"),
        ("I would begin with", "goes on"),
        ("I would begin with …", "goes on"),
        ("Ich habe das bei Acme gemacht", "another language"),
        ("I think Dana is right", "say “you”"),
        ("I think she is right about it", "say “you”"),
    ],
)
def test_a_jotting_a_beginning_and_what_speaks_of_the_reader_are_refused_with_a_sentence(
    typed: str, why: str
) -> None:
    said = MOVE.replace(ties_to=typed)
    assert why in refusal(occasion(action(), facts([said])), said, ENGLISH)
    made = draft(occasion(action(), facts([said])))
    assert typed not in made.body
    assert [lack.field for lack in made.lacks] == ["tie"]
    assert made.asks == said


@each_row(
    ("typed", "stands"),
    [
        ("Bei Initech haben wir zuerst die Berichte umgezogen", True),
        ("Zwei Wochen Parallelbetrieb wären für mich das Mindeste", False),
        ("Zwei Wochen Parallelbetrieb sind für mich das Mindeste", True),
        ("habe ich bei Initech so gemacht", True),
        ("mein altes Team in Ulm", True),
        ("meine zwei Jahre im Rechtsamt", True),
        ("die drei Prüfungen, die ich schon habe", True),
        ("weil ich das kenne", False),
        ("Das spart Zeit und macht Spaß", True),
        ("Am Telefon hört man besser zu", True),
        ("Das war die Zeit, in der ich am meisten gelernt habe", True),
        ("Ich werde leiser, nicht lauter, und warte", True),
        ("Bei uns hängt der Plan an der Tür und jeder trägt sich ein", True),
        ("Seit ich selbst Kinder habe, verstehe ich die Eltern besser", True),
        ("In Ulm haben wir zwei Listen: eine für die Eiligen, eine für alle anderen", True),
        ("ich werde leiser und warte", True),  # each half is sure by itself
        ("ich werde leiser ich warte", False),  # typed in haste, where a stop may be forgotten
    ],
)
def test_german_thoughts_likewise(typed: str, stands: bool) -> None:
    assert bool(grammar_of("de").clause(typed)) is stands


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("dutzende Umzüge", "no whole sentence yet: begin it with “ich”"),
        ("ich hab das schon mal verbockelt", "say “verbockelt” another way"),
        ("Bei uns stand die Fräse allein weil niemand wollte die lernen", "short, plain sentences"),
    ],
)
def test_a_german_thought_is_refused_for_what_keeps_it_out(typed: str, why: str) -> None:
    said = MOVE.replace(ties_to=typed)
    case = occasion(action(), facts([said], language="de"))
    assert why in refusal(case, said, grammar_of("de"))


@each_row(
    ("language", "thought", "follows"),
    [
        ("en", "I moved our reports at Acme.", "I moved our reports at Acme"),
        ("en", "I've run such a rota for two years.", "I've run such a rota for two years"),
        ("en", "My last team worked so.", "my last team worked so"),
        ("en", "I would begin with the reports nobody reads.", ""),
        ("en", "I have since tried it.", ""),
        ("en", "I said by review; I would add a test.", ""),
        ("en", "I was on call. We swapped.", ""),
        ("en", "Two weeks in parallel would be the least.", ""),
        ("de", "Ich habe das bei Acme gemacht.", "ich habe das bei Acme gemacht"),
        ("de", "Ich würde zuerst fragen.", ""),
        ("fr", "J'ai fait cela.", ""),
    ],
)
def test_what_one_has_done_is_a_reason_and_a_plan_or_an_answer_is_none(
    language: str, thought: str, follows: str
) -> None:
    assert grammar_of(language).because(thought) == follows


def test_what_one_has_done_is_the_reason_for_its_own_detail_and_for_no_other() -> None:
    own = MOVE.replace(ties_to="I moved our reports at Acme")
    other = Specific(id="o", text="the new lab in Leeds", frame="about", said_by="dana")
    of = occasion(action(), facts([own, other]))
    assert values(of, [own, other])["because"] == "I moved our reports at Acme"
    assert values(of, [other, own])["because"] == ""


def test_a_german_thing_of_mine_is_what_i_thought_of() -> None:
    said = grammar_of("de").clause("die Prüfungen, die ich schon habe")
    assert said == "Ich dachte dabei an die Prüfungen, die ich schon habe"


@each_row(
    ("typed", "said", "thing"),
    [
        ("zwei jahre nachtdienst", "Ich bringe zwei Jahre Nachtdienst mit", "meine zwei Jahre Nachtdienst"),
        ("der umzug bei brauns", "Ich dachte dabei an den Umzug bei Brauns", "den Umzug bei Brauns"),
        ("erfahrung mit dem kassensystem", "Ich habe Erfahrung mit dem Kassensystem", ""),
        ("fünf jahre telefonzentrale", "", ""),  # which may be an adjective for all that is known
        ("fünf jahre Telefonzentrale", "Ich bringe fünf Jahre Telefonzentrale mit", "meine fünf Jahre Telefonzentrale"),
        ("drei Monate Keller begutachten nach dem Hochwasser 2024",
         "Ich habe nach dem Hochwasser 2024 drei Monate lang Keller begutachtet", ""),
        ("sechs Jahre lang dasselbe in einer Mühle", "Dasselbe habe ich sechs Jahre lang in einer Mühle gemacht", ""),
        ("zehn Jahre lang Nachtdienst in Köln", "Ich habe zehn Jahre lang Nachtdienst in Köln gemacht", ""),
        ("drei Monate auf der Intensivstation arbeiten", "Ich habe drei Monate auf der Intensivstation gearbeitet", ""),
        ("ein Winter Schnee räumen in Davos", "Ich habe in Davos einen Winter lang Schnee geräumt", ""),
        ("vier Sommer Trockenmauern bauen im Wallis", "Ich habe im Wallis vier Sommer lang Trockenmauern gebaut", ""),
        ("acht Jahre Kühlzüge, meistens nach Danzig", "", ""),
        ("zwei Jahre Nachtumzüge bei Initech", "", ""),
        ("drei Jahre Kinder betreuen", "Ich habe drei Jahre lang Kinder betreut", ""),
        ("zwei Jahre mit Azubis", "Hinter mir liegen zwei Jahre mit Azubis", "meine zwei Jahre mit Azubis"),
        ("zwei Jahre Pakete verteilen", "Ich habe zwei Jahre lang Pakete verteilt", ""),
        ("zwei Jahre das Lager leiten", "Ich habe zwei Jahre lang das Lager geleitet", ""),
        ("zwei Jahre das Lager", "", ""),
        ("zwei Jahre alte Menschen pflegen", "Ich habe zwei Jahre lang alte Menschen gepflegt", ""),
        ("zwei Jahre Touren planen und fahren", "", ""),  # “habe geplant” and “bin gefahren”
        ("zwei Jahre Bus fahren", "Ich bin zwei Jahre lang Bus gefahren", ""),
        ("Sechs Jahre lang dasselbe in einer Mühle", "Dasselbe habe ich sechs Jahre lang in einer Mühle gemacht", ""),
        ("sechs Jahre etwas ähnliches in Fulda", "Etwas Ähnliches habe ich sechs Jahre in Fulda gemacht", ""),
        ("ein Winter Skilehrer in Oberstdorf", "Ich war einen Winter Skilehrer in Oberstdorf", ""),
        ("die Lymphdrainage und die manuelle Therapie", "", ""),  # a list: of whom?
        ("den Staplerschein und zwei Jahre Hochregal", "Ich bringe den Staplerschein und zwei Jahre Hochregal mit", ""),
        ("Staplerschein", "Ich habe den Staplerschein", ""),
        ("Ich saß eine Woche daneben und keiner hat gedrängelt",
         "Ich saß eine Woche daneben und keiner hat gedrängelt", ""),
        ("meine schwester", "", ""),
        ("meine schwester holt die kleinen", "meine Schwester holt die Kleinen", ""),
    ],
)  # fmt: skip
def test_a_german_thing_typed_small_is_written_large_where_every_word_is_sure(
    typed: str, said: str, thing: str
) -> None:
    german = grammar_of("de")
    assert (german.clause(typed, "about"), german.brought(typed)) == (said, thing)


def test_a_german_point_of_mine_follows_its_colon() -> None:
    german = grammar_of("de")
    assert (
        german.own("ich den Staplerschein schon habe", "that")
        == "dass ich den Staplerschein schon habe"
    )
    assert (
        german.own("ich habe den Staplerschein schon", "that") == "ich habe den Staplerschein schon"
    )


def test_a_thought_that_the_reader_has_read_is_not_said_again_and_a_new_one_asked_for() -> None:
    tied = SPECIFICS[0]
    thanked = Touchpoint(
        id="t", at=TUESDAY + timedelta(hours=4), direction="sent", purpose="thank_you", people=("dana",),
        text="Dear Dana, … I moved our reports to Kafka at Acme. …",
    )  # fmt: skip
    check = occasion(action("status_check"), facts([tied], touchpoints=[thanked]))
    assert thought_of(check, tied, ENGLISH) == ""
    made = draft(check)
    assert "Acme" not in made.body
    assert made.asks == tied
    assert made.lacks == ()
    assert "Acme" in draft(occasion(action("status_check"), facts([tied]))).body


def test_a_question_of_any_kind_is_worth_a_check_once_there_is_a_new_answer_to_it() -> None:
    asked = Specific(
        id="q", text="“What is the worst ticket you ever closed?”", frame="question", said_by="dana"
    )
    bare = draft(occasion(action("status_check"), facts([asked])))
    assert "ticket" not in bare.body
    assert bare.asks == asked
    told = asked.replace(ties_to="Since then I have rung that customer")
    made = draft(occasion(action("status_check"), facts([told])))
    assert "you asked me “What is the worst ticket you ever closed?” " in made.body
    assert "Since then I have rung that customer." in made.body


def test_what_takes_up_no_detail_asks_for_no_thought() -> None:
    assert draft(occasion(action("offer_reply"), facts([MOVE]))).asks == MOVE
    assert draft(occasion(action(), facts([]))).asks is None


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_each_beginning_is_unfinished_by_itself_and_a_sentence_once_it_goes_on(
    language: str,
) -> None:
    ends = {"en": "the two reports that nobody reads", "de": "die zwei Berichte, die niemand liest"}
    frames: tuple[Frame | None, ...] = ("about", "that", "question", None)
    for frame in frames:
        grammar = grammar_of(language)
        some = grammar.beginnings(frame)
        assert 2 <= len(some) <= 3
        for each in some:
            assert grammar.unfinished(each)
            assert grammar.unfinished(f"{each} …")
            if language in ends:
                assert grammar.clause(f"{each} {ends[language]}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("eight years refrigerated trucks, mostly to Gdansk", ""),
        ("six years the same in a mill", ""),
        ("three months inspecting cellars", "I have spent three months inspecting cellars"),
        (
            "driving the electric ones since last year",
            "I have been driving the electric ones since last year",
        ),
        ("because I wanted to be home at night", "I wanted to be home at night"),
    ],
)
def test_an_english_time_without_a_verb_is_no_thing_that_one_knows(typed: str, said: str) -> None:
    frame: Frame = "question" if typed.startswith("because") else "about"
    assert grammar_of("en").clause(typed, frame) == said
