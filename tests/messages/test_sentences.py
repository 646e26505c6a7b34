"""What no sentence of our letters may say, whatever its fields say: a verb of the wrong person, joy over a trouble."""

import re
from collections.abc import Iterator

import pytest

from followup.messages.letters import Way
from followup.messages.lint import Brief, lint
from followup.messages.templates import built_in

_BY_NO_VERB_OF_THEIRS = {
    "first": re.compile(r"(?:^|[.?!:] )\w+en (?:du|ihr)\b|\bSie\b"),
    "formal": re.compile(r"(?:^|[.?!:] )(?!damit)\w+t Sie\b|\b(?:du|dir|dich|euch)\b"),
}
_A_THING = r"(?:\w+ )*?\{\{ (?:thing|talked_of|topic) "
_GLAD_OF_IT = re.compile(
    r"(?i)(?:gespannt \w+ (?:\w+ )*auf|neugierig \w+ (?:\w+ )*auf|gefreut hat mich der teil über|gern gehört habe ich"
    r"|(?:glad to hear|(?:liked|enjoyed) hearing|liked what I heard) about|liked the sound of"
    r"|curious about|excited about"
    rf"|draws me to the job is|because of|good luck with) {_A_THING}"
    rf"|{_A_THING}\|? ?\}}\}}[^.]*made me want"
)


def ways(language: str) -> Iterator[Way]:
    for template in built_in(language):
        if template.letter:
            for place in (template.letter.subject, *template.letter.places):
                yield from place.ways


@pytest.mark.parametrize("terms", ["first", "formal"])
def test_a_german_sentence_by_terms_is_of_one_person_throughout(terms: str) -> None:
    said = [s.text for way in ways("de") if terms in way.words for s in way.sentences]
    assert [text for text in said if _BY_NO_VERB_OF_THEIRS[terms].search(text)] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_nobody_is_glad_of_a_thing_that_may_be_a_trouble_of_theirs(language: str) -> None:
    """What one talked about may be “the staff shortage”, unless it is known to be a job to do."""
    said = [
        s.text for way in ways(language) for s in way.sentences if "job" not in way.words | s.words
    ]
    assert [text for text in said if _GLAD_OF_IT.search(text)] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_answer_to_a_question_of_yes_or_no_is_no_thing_of_mine(language: str) -> None:
    asked = {"they_asked", "their_question"}
    woven = [way for way in ways(language) if "brought" in way.words and asked & way.words]
    assert woven
    assert all("!yes_or_no" in way.words for way in woven)


_FILLED = (
    ("point", "you deploy every day"),
    ("question", "how I would handle on-call"),
    ("day", "on Tuesday"),
    ("", "the plan"),
)


def _filled(text: str) -> str:
    """A line with something in its fields, said as on formal terms or in full."""
    said = re.sub(r"<([^<>|]*)\|[^<>]*>", r"\1", re.sub(r"\{%.*?%\}", "", text))
    return re.sub(
        r"\{\{(.*?)\}\}", lambda f: next(told for name, told in _FILLED if name in f[1]), said
    )


def test_no_sentence_of_ours_is_faulted_for_its_tone() -> None:
    """What the lint would have the user think again of, we do not write for them."""
    lines = {
        (template.kind, template.channel, line.text)
        for template in built_in("en")
        if template.letter and template.kind != "find_contact"
        for place in template.letter.places
        for way in place.ways
        for line in way.sentences
    }
    faulted = [
        (kind, text, finding.code)
        for kind, channel, text in sorted(lines)
        for finding in lint(
            f"Dear Ann,\n\n{_filled(text)}", "Hello", Brief(kind=kind, channel=channel)
        )
        if finding.code in {"pushy", "desperate", "complaint", "compensation"}
    ]
    assert faulted == []
