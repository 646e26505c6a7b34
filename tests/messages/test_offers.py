"""An offer can be answered in other ways than with thanks, by a letter that is chosen and never comes by itself."""

import pytest

from followup.messages.brief import brief_for
from followup.messages.draft import draft
from followup.messages.languages.their_words import gives_more_time
from followup.messages.lint import lint
from followup.messages.occasion import Occasion, occasion_of
from followup.messages.templates import templates_for
from followup.playbook.plan import plan
from tests.builders import received
from tests.builders.globex import at, facts, globex, thanked

NOW = at("2026-09-16 12:00")


def offered(language: str) -> Occasion:
    came = received("offer", "2026-09-16 09:00", by="ann")
    world = facts(globex(touchpoints=(thanked("ann"), thanked("ben"), came), language=language))
    action = next(each for each in plan(world, NOW) if each.kind == "offer_reply")
    return occasion_of(action, world, NOW)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", {"Accepting the offer", "Declining the offer", "Asking for more time"}),
        ("de", {"Zusage zu einem Angebot", "Absage an ein Angebot", "Bitte um mehr Bedenkzeit"}),
    ],
)  # fmt: skip
def test_an_offer_is_accepted_declined_or_asked_more_time_for(
    language: str, names: set[str]
) -> None:
    occasion = offered(language)
    choices = templates_for(occasion, channel="email", tone="plain")
    assert not choices[0].choice
    found = {
        each.name.split(",")[0]: each for each in choices if each.choice and each.tone == "plain"
    }
    assert found.keys() == names
    for name, template in found.items():
        made = draft(occasion, template=template, specifics=())
        assert not made.lacks
        errors = [
            one
            for one in lint(made.body, made.subject, brief_for(occasion, made))
            if one.severity != "hint"
        ]
        assert not errors, (name, errors)


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Of course, take until Friday.", True),
        ("We are happy to extend the deadline to 12 December.", True),
        ("I can give you a little more time, shall we say Monday?", True),
        ("You can let us know by the 14th instead.", True),
        ("We'd like to extend you a revised offer: 65,000.", False),
        ("We cannot give you more time, I am afraid.", False),
        ("Unfortunately an extension is not possible.", False),
    ],
)
def test_more_time_is_what_they_give_and_not_what_they_refuse(text: str, gives: bool) -> None:
    assert gives_more_time(text) is gives


def test_a_question_after_the_round_is_none_about_one_that_lies_ahead() -> None:
    asks = received(
        "other",
        "2026-09-16 09:00",
        by="ann",
        interview="i1",
        wants_answer=True,
        text="One more question after our talk: what is your notice period?",
    )
    world = facts(globex(touchpoints=(thanked("ann"), thanked("ben"), asks)))
    action = next(each for each in plan(world, NOW) if each.kind == "reply")
    body = draft(occasion_of(action, world, NOW)).body
    assert "invitation" not in body
    assert "good time for you" not in body
