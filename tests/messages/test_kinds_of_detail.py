"""A detail without a thought is answered by its kind, and each thought stands behind its own detail."""

from dataclasses import replace

import pytest

from followup.messages.draft import draft
from followup.messages.languages import ENGLISH
from followup.messages.languages.english.frames import with_article
from followup.messages.languages.english.points import kinds_of
from followup.model.facts import Facts, Specific
from followup.model.vocabulary import ActionKind, Frame, Topic
from tests.builders.northwind import SPECIFICS, action, facts, occasion
from tests.rows import each_row


@each_row(
    ("frame", "topic", "text", "kind"),
    [
        ("that", "culture", "nobody shouts on the pass", "practice"),
        ("that", "culture", "nobody leaves until the walk-in is labelled", "practice"),
        ("that", "culture", "good mechanics listen before they open the bonnet", "practice"),
        ("that", "goal", "you plan two more shops", "plan"),
        ("that", "culture", "the staff meal is cooked by whoever was late", ""),
        ("that", "project", "residents choose when they get up, not the rota", "practice"),
        ("that", "project", "the kids build their own weather station", "practice"),
        ("that", "culture", "nobody eats alone unless they want to", "practice"),
        ("that", "culture", "you do handovers in person", "habit"),
        ("that", "project", "you want to halve turnaround", "plan"),
        ("that", "project", "residents need more outings", "plan"),
        ("that", "project", "you can't get people for the heat pump jobs", "trouble"),
        ("that", "project", "nobody knows how the old system works", "trouble"),
        ("that", "culture", "nobody stays longer than two years", ""),
        ("that", "culture", "nobody gets blamed for a near miss", "practice"),
        ("that", "project", "you must move out of the depot by May", "plan"),
        ("that", "project", "the biggest customer is a bakery in Cork", ""),
        ("that", "project", "month end is three days, not one", ""),
        ("that", "culture", "the last manager left in June", "sore"),
        ("that", "project", "you get about 300 samples a day", ""),
        ("that", "project", "drivers should be rung before a route changes", "saying"),
        ("that", "culture", "a lesson is over when they stop asking", "saying"),
        ("that", "project", "the Haas is down every second week", "trouble"),
        ("about", "project", "the switch to online booking", "job"),
        ("about", "project", "replanting the storm damage", "job"),
        ("about", "goal", "the old presses in bay 3", "job"),
        ("about", "project", "the canteen", ""),
        ("about", "project", "your holiday house, the new one in Wales", ""),
        ("about", "project", "working from home", ""),
        ("question", "question", "what I would do if a child refuses to come in", "of_work"),
        ("question", "question", "why I want nights", "yes_or_no"),
    ],
)
def test_what_kind_of_thing_was_said(frame: Frame, topic: Topic, text: str, kind: str) -> None:
    found = kinds_of(frame, topic, text)
    assert kind in found if kind else not found


def bodies(kind: ActionKind, person: str, found: Facts) -> list[str]:
    """The letters of that kind at a dozen turns."""
    (one, *others) = found.applications
    made = []
    for n in range(12):
        world = found.replace(applications=(one.replace(id=f"a{n}"), *others))
        due = replace(action(kind, person), application=f"a{n}")
        made.append(draft(occasion(due, world)).body)
    return made


def test_where_they_want_something_help_is_offered_and_no_hardship_is_good_to_hear() -> None:
    said = Specific(
        id="w", text="they can't get people for the night shift", frame="that", said_by="dana"
    )
    for body in bodies("thank_you", "dana", facts([said])):
        assert "you can't get people for the night shift" in body
        assert "good to hear" not in body
        assert "easier" in body


def test_how_things_are_done_there_is_where_one_would_like_to_work() -> None:
    said = Specific(id="p", text="nobody shouts", frame="that", topic="culture", said_by="dana")
    assert all("nobody shouts" in body for body in bodies("thank_you", "dana", facts([said])))
    assert any(
        "a place where nobody shouts" in b for b in bodies("thank_you", "dana", facts([said]))
    )


def test_two_thoughts_each_stand_behind_their_own_detail() -> None:
    both = draft(occasion(action(), facts()), specifics=SPECIFICS[:2]).body
    moved, ran = both.index("I moved our reports"), both.index("I ran such a pipeline")
    assert both.index("the move to Kafka") < moved < both.index("you deploy every day") < ran
    bare = SPECIFICS[0].replace(ties_to="")
    late = draft(occasion(action(), facts([bare, SPECIFICS[1]])), specifics=[bare, SPECIFICS[1]])
    deployed, told = late.body.index("you deploy every day"), late.body.index("I ran such")
    assert late.body.index("the move to Kafka") < deployed < told
    assert late.body.count("I ran such a pipeline") == 1


def test_who_was_not_in_that_round_is_not_told_of_a_talk_with_them() -> None:
    said = Specific(id="c", text="the canteen", frame="about", said_by="tom")
    kinds: tuple[ActionKind, ...] = ("status_check", "second_check", "keep_in_touch")
    for kind in kinds:
        for body in bodies(kind, "mia", facts([said], interviewers=["tom"])):
            assert "ur conversation about the canteen" not in body, body
            assert "we said about" not in body, body
            assert "ur talk about" not in body, body


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Kafka migration", "the Kafka migration"),
        ("office move in June", "the office move in June"),
        ("our office move", "our office move"),
        ("the launch", "the launch"),
        ("that kebab shop", "that kebab shop"),
        ("drainage on the back nine", "drainage on the back nine"),
        ("moving off the monolith", "moving off the monolith"),
    ],
)
def test_a_thing_jotted_down_gets_its_article(typed: str, said: str) -> None:
    assert with_article(typed) == said


def test_somebody_named_in_what_was_said_may_be_she_in_the_thought() -> None:
    asked = Specific(
        id="q",
        text="how I would handle a float nurse who refuses an assignment",
        frame="question",
        said_by="dana",
        ties_to="I'd ask what she needs to feel safe",
    )
    made = draft(occasion(action(), facts([asked])))
    assert "I'd ask what she needs to feel safe." in made.body
    assert made.lacks == ()


@each_row(
    ("title", "role"),
    [
        ("Year 4 Class Teacher", "the Year 4 Class Teacher role"),
        ("Year 4 teacher", "the Year 4 teacher role"),
        ("Stonemason", "the stonemason role"),
        ("Java Developer", "the Java Developer role"),
        ("QA Analyst", "the QA analyst role"),
        ("Customer Service", "the customer service role"),
        ("SRE", "the SRE role"),
        ("Docker Engineer", "the Docker Engineer role"),
        ("Steiner teacher", "the Steiner teacher role"),
        ("Kafka engineer", "the Kafka engineer role"),
        ("Goat herder", "the goat herder role"),
        ("Head of Finance", "the head of finance role"),
    ],
)
def test_a_title_is_written_small_where_it_is_no_name(title: str, role: str) -> None:
    assert ENGLISH.the_role(title) == role
