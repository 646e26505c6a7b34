"""What a letter offers fits the round that was held, and what it wishes for fits who reads it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest

from followup.messages.circumstances import said_of
from followup.messages.draft import draft
from followup.messages.fields import values
from followup.messages.languages import grammar_of, their_words
from followup.messages.languages.lines import head_of
from followup.messages.specifics import suggest_specifics
from followup.model.facts import Facts, Interview, Promise, Specific
from followup.model.vocabulary import ActionKind, Mode, Role
from followup.prose.jotted import is_convenience, only_approves
from followup.prose.rounds import said_of_rounds
from tests.builders.northwind import DANA, LEE, NOW, action, facts, occasion
from tests.rows import each_row

LAB = Specific(
    id="lab", text="the new lab", frame="about", topic="project", said_by="dana", ties_to="I grew up near one"
)  # fmt: skip
_ASKED = LAB.replace(frame="question", text="how I would set up a lab")
_DECIDED = Promise(id="d", kind="decision_by", on=date(2026, 11, 19))


def every_turn(kind: ActionKind, found: Facts, person: str = "dana") -> Iterator[str]:
    """That letter of as many searches as there are turns of a place."""
    for n in range(30):
        one = found.applications[0].replace(company=f"Company {n}")
        yield draft(occasion(action(kind, person), found.replace(applications=(one,)))).body


def world(
    said: Sequence[Specific] = (LAB,),
    *,
    language: str = "en",
    round_: str = "",
    role: Role = "hiring_manager",
    mode: Mode = "in_person",
) -> Facts:
    found = facts(said, people=[DANA.replace(role=role, terms="first")], mode=mode)
    (one,) = found.applications
    (held,) = one.interviews
    rounds = (held.replace(round=round_),)
    return found.replace(applications=(one.replace(interviews=rounds, language=language),))


@each_row(
    ("round_", "tried", "later"),
    [
        ("Trial shift", True, False),
        ("Weld test", True, False),
        ("Probeschweißen", True, False),
        ("Vorsprechen", True, False),
        ("Second round", False, True),
        ("Zweitgespräch", False, True),
        ("Phone screening", False, False),
        ("Fachgespräch", False, False),
        ("Practical test", True, False),
        ("Paid trial shift (Friday)", True, False),
        ("Stage", True, False),
        ("First stage", False, False),
        ("Stage 2", False, True),
        ("Clinical trial coordinator", False, False),
        ("Clinical trial", False, False),
        ("Probezeitgespräch", False, False),
        ("Round 2", False, True),
        ("Runde 2", False, True),
        ("2. Gespräch", False, True),
        ("Final", False, True),
        ("Second technical interview", False, True),
        ("Last-mile planning", False, False),
        ("Last-mile interview", False, False),
        ("Second-line support interview", False, False),
        ("Second line support interview", False, False),
        ("Zweitlinien-Support", False, False),
    ],
)
def test_the_name_of_a_round_says_whether_it_was_on_trial_or_a_later_one(
    round_: str, tried: bool, later: bool
) -> None:
    assert said_of_rounds([round_]) == {"tried": tried, "later": later}
    assert said_of_rounds([round_, ""])["later"]


@pytest.mark.parametrize("round_", ["Probearbeiten", "Hospitation", "Zweitgespräch"])
def test_after_a_trial_or_a_second_round_none_is_offered(round_: str) -> None:
    said = Specific(id="s", text="die neue Backstube", frame="about", said_by="dana")
    for body in every_turn("thank_you", world([said], language="de", round_=round_)):
        assert not re.search("Probetag|zweites Gespräch|vorbeikommen", body), body


@pytest.mark.parametrize("mode", ["video", "in_person"])
def test_after_a_second_round_nobody_asks_to_meet_the_others(mode: Mode) -> None:
    for body in every_turn("thank_you", world(round_="Second round", mode=mode)):
        assert not re.search("meet the others|see the place|I should meet", body), body


def test_a_german_round_on_trial_is_thanked_for_by_its_name() -> None:
    said = Specific(id="s", text="wie ich mit Kritik umgehe", frame="question", said_by="dana",
                    ties_to="Ich schlafe eine Nacht darüber")  # fmt: skip
    for body in every_turn("thank_you", world([said], language="de", round_="Probeschweißen")):
        assert "Probeschweißen" in body, body


def test_the_thought_is_the_last_word_of_its_paragraph_and_no_thanks_are_hung_on_it() -> None:
    for said in (LAB, LAB.replace(frame="that", text="the lab opens in May"), _ASKED):
        for body in every_turn("thank_you", world([said])):
            (told,) = (p for p in body.split("\n\n") if "grew up near one" in p)
            assert told.endswith("rew up near one."), told


@pytest.mark.parametrize(
    ("round_", "called"),
    [("Trial morning", "the trial morning"), ("HR interview", "the HR interview"), ("Round 3", "the interview")],
)  # fmt: skip
def test_who_withdraws_calls_off_the_round_by_its_name(round_: str, called: str) -> None:
    (one,) = (found := world()).applications
    ahead = Interview(id="i2", starts_at=NOW + timedelta(days=3), time_zone="UTC", round=round_)
    rounds = (*one.interviews, ahead)
    found = found.replace(applications=(one.replace(interviews=rounds),))
    bodies = [*every_turn("withdraw_note", found)]
    assert any(f"cancel {called} on 23 November" in body for body in bodies), bodies
    assert not any("appointment" in body for body in bodies)


def test_who_told_of_a_thing_is_named() -> None:
    canteen = LAB.replace(text="the canteen", ties_to="")
    told = [*every_turn("keep_in_touch", world([canteen]))]
    assert any("ou told me about the canteen" in body for body in told)
    assert not any("I heard about the canteen" in body for body in told)


def test_an_english_weld_test_and_an_audition_are_named() -> None:
    assert grammar_of("en").trial("Weld test") == "the weld test"
    assert grammar_of("en").trial("Audition") == "the audition"
    assert grammar_of("en").trial("Paid trial shift (Friday)") == "the trial shift"
    assert grammar_of("en").trial("Technical interview") == ""


@pytest.mark.parametrize("role", ["recruiter", "hr"])
def test_to_who_passes_the_papers_on_one_does_not_say_that_one_would_work_with_them(
    role: Role,
) -> None:
    for body in every_turn("thank_you", world(role=role, mode="phone")):
        assert not re.search(r"\b(?:work|start on that|help you) (?:\w+ )*?with you", body), body
    said = Specific(id="s", text="den neuen Fuhrpark", frame="about", said_by="dana",
                    ties_to="Ich habe einen aufgebaut")  # fmt: skip
    for body in every_turn("thank_you", world([said], language="de", role=role, mode="phone")):
        assert not re.search(
            "bei (?:euch|Ihnen) (?:anfangen|zu arbeiten)|zweites Gespräch", body
        ), body


@pytest.mark.parametrize("kind", ["status_check", "second_check"])
def test_an_agency_is_not_told_that_one_would_like_to_begin_with_them(kind: ActionKind) -> None:
    said = Specific(id="s", text="die Bewertung der Ernte", frame="about", said_by="dana",
                    ties_to="sechs Jahre lang dasselbe in einer Mühle")  # fmt: skip
    found = facts([said], people=[DANA, LEE.replace(terms="formal")], route="agency", language="de")
    for body in every_turn(kind, found, "lee"):
        assert not re.search("(?:bei|zu|mit) (?:Ihnen|euch) (?:an|arbeiten|zu)", body), body
        assert "habe ich sechs Jahre lang in einer Mühle gemacht" in body


def test_how_it_went_is_said_only_of_a_deed() -> None:
    nature = grammar_of("en").nature_of
    assert "deed" in nature("I moved our reports to Kafka at Acme.")
    assert "deed" not in nature("I grew up six blocks from one of those schools.")
    assert "deed" not in nature("I have spent four years on a stroke ward.")
    goal = LAB.replace(topic="goal")
    assert not any("how that" in body for body in every_turn("thank_you", world([goal])))


@pytest.mark.parametrize("kind", ["status_check", "second_check"])
def test_after_the_day_that_they_named_nobody_supposes_that_it_is_too_early(
    kind: ActionKind,
) -> None:
    found = facts([LAB], promises=[_DECIDED], people=[DANA])
    for body in every_turn(kind, found):
        assert not re.search("too early to say|I believe that", body), body


@pytest.mark.parametrize(
    ("text", "reason", "door"),
    [
        ("We have given the post to a colleague from our own team.", True, False),
        ("We have decided to fill the role internally.", True, False),
        ("We have promoted somebody from within.", True, False),
        ("Wir haben die Stelle aus unserem Team besetzt.", True, False),
        ("We will not be going ahead. If another post comes up, please apply again.", False, True),
        ("Wir melden uns gern bei Ihnen, wenn wieder eine Stelle frei wird.", False, True),
        ("We have decided not to take it further.", False, False),
        ("I am sorry to say no. Best wishes from the team", False, False),
        ("Leider müssen wir absagen. Viele Grüße aus unserem Team", False, False),
        ("Wir haben uns für eine Kollegin aus unserem Haus entschieden.", True, False),
        ("It was a pleasure to meet you and the team enjoyed it.", False, False),
    ],
)
def test_their_refusal_says_why_and_whether_the_door_stays_open(
    text: str, reason: bool, door: bool
) -> None:
    assert their_words.gives_a_reason(text) is reason
    assert their_words.opens_the_door(text) is door


def test_an_answer_that_was_given_is_no_new_thought() -> None:
    said = Specific(id="s", text="was ich mache, wenn die Zeichnung nicht stimmt", frame="question",
                    said_by="dana", ties_to="Ich messe noch einmal nach und gehe dann ins Büro.")  # fmt: skip
    pretended = re.compile(
        "noch beschäftigt|nachgedacht|noch einmal meine|noch einmal antworten|noch eine Antwort"
    )
    for kind in ("thank_you", "second_check"):
        for body in every_turn(kind, world([said], language="de")):
            assert "Ich messe noch einmal nach" in body
            assert not pretended.search(body), body
    assert "fresh" in grammar_of("de").nature_of(
        "Ich sagte drei Millimeter, heute würde ich zwei sagen."
    )


@pytest.mark.parametrize(
    ("thought", "fresh"),
    [
        ("I should have added that it is a hard one.", True),
        ("What I left out is the rota.", True),
        ("Today I would begin with the rota.", True),
        ("It came to me later that a rota helps.", True),
        ("The customer should have been rung first.", False),
        ("We cleaned up together afterwards.", False),
        ("I still think that a rota helps.", False),
        ("By now I run ten of them.", False),
        ("Nobody forgot a tool twice.", False),
    ],
)
def test_an_english_thought_is_new_only_where_it_says_so_of_its_writer(
    thought: str, fresh: bool
) -> None:
    assert ("fresh" in grammar_of("en").nature_of(thought)) is fresh


@pytest.mark.parametrize(
    ("thing", "head"),
    [
        (
            "two pages of dialogue that I translated for a game, and my notes",
            "two pages of dialogue",
        ),
        ("the code sample", "the code sample"),
        ("die Pläne vom Umbau und ein paar Fotos", "die Pläne vom Umbau"),
        ("my references, all three", "my references"),
    ],
)
def test_a_subject_says_the_head_of_what_was_promised(thing: str, head: str) -> None:
    assert head_of(thing) == head


@each_row(
    ("thought", "bare"),
    [
        ("Das finde ich gut.", True),
        ("sehe ich genauso", True),
        ("Da haben Sie recht", True),
        ("I agree", True),
        ("I couldn't agree more.", True),
        ("That makes sense to me", True),
        ("Sounds good, I like that approach", True),
        ("That's so true", True),
        ("I'm with you there", True),
        ("Gute Idee!", True),
        ("Stimmt, das sehe ich auch so", True),
        ("Das finde ich auch wichtig", True),
        ("That is good bread", False),
        ("I agree and would begin with the reports", False),
        ("I think that is why we lost half the pickers", False),
        ("Das hat gut geklappt bei uns", False),
        ("Das stimmt nicht", False),
        ("", False),
        ("I agree, because I was on call alone and broke the billing", False),
        ("Da bin ich ganz bei dir, die meisten werden für das Foto gepflanzt", False),
        ("So would I, and I have the scars to show for it", False),
    ],
)
def test_what_only_approves_is_known(thought: str, bare: bool) -> None:
    assert only_approves(thought) is bare


def test_a_detail_with_a_deed_goes_before_one_that_only_has_approval() -> None:
    deed = Specific(id="w", text="die Waldwoche im Mai", frame="about", said_by="dana",
                    ties_to="In Freetown war ich Pfadfinder und habe die Kleinen geführt")  # fmt: skip
    liked = Specific(id="l", text="ein Kind Langeweile braucht", frame="that", topic="culture",
                     said_by="dana", ties_to="Das finde ich gut.")  # fmt: skip
    first, *_ = suggest_specifics(occasion(found=world([deed, liked], language="de")))
    assert first.id == "w"


def test_to_human_resources_a_skill_goes_before_what_is_convenient() -> None:
    buses = LAB.replace(
        id="b", text="the new electric buses", ties_to="I have driven electric ones since May"
    )
    rest = Specific(id="r", text="the drivers choose their own rest days", frame="that", said_by="dana",
                    ties_to="That matters to me with two small children.")  # fmt: skip
    first, *_ = suggest_specifics(occasion(found=world([buses, rest], role="hr")))
    assert first.id == "b"
    assert is_convenience(rest.text)
    assert not is_convenience("I taught children in Leeds")


def test_words_of_a_round_hold_of_the_rounds_that_were_held() -> None:
    assert "tried" in said_of(occasion(found=world(round_="Trial shift")))
    assert values(occasion(found=world()), ())["promise"]["short"] == ""
