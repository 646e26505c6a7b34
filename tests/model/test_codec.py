"""PLAYBOOK section 8: reading what was written gives the same facts, and writing them again the same bytes."""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.model.beside import Template
from followup.model.errors import CannotRead
from followup.model.fact import clean_line, clean_prose
from followup.model.facts import Facts, Outcome
from followup.model.lossless.codec import decode, encode, from_document, to_document
from followup.model.settings import Cadence, Me
from tests.builders import (
    ANN,
    applied,
    at,
    day,
    decision_by,
    ended,
    facts,
    interview,
    received,
    reply_by,
    sent,
    skipped,
    snoozed,
    specific,
)
from tests.explore import examples
from tests.rows import each_row
from tests.strategies import worlds

FULL = facts(
    applied(
        "Globex",
        ANN,
        interview("03-02 10:00", decision_by("03-06"), specific(said_by="ann")),
        sent("thank_you", "03-02 15:00", to="ann", interview="i1"),
        received("update", "03-05 10:00", reply_by("03-06", made_at="03-05 10:00"), by="ann"),
        ended("offer", "03-09 10:00", "03-13"),
    ),
    snoozed("debrief:globex:i1", "03-03 10:00"),
    skipped("thank_you:globex:i1:ann"),
    preset="gentle",
    checks=0,
).replace(templates=(Template(id="t", kind="thank_you", name="Mine", body="Dear {{ name }}"),))


def same_again(world: Facts) -> None:
    data = encode(world)
    again = decode(data)
    assert again == world
    assert encode(again) == data


def test_a_file_with_something_of_everything_reads_back_the_same() -> None:
    same_again(FULL)


def test_the_empty_file_is_complete_and_starts_with_its_form() -> None:
    document = json.loads(encode(Facts()))
    assert list(document) == [
        "format", "schema", "me", "cadence", "applications", "snoozes", "skips", "handed_out", "templates",
    ]  # fmt: skip
    assert (document["format"], document["schema"]) == ("followup", 2)
    assert document["cadence"] == {"preset": "standard"}
    assert document["me"] == {
        "name": "",
        "email": "",
        "phone": "",
        "time_zone": None,
        "country": None,
        "region": None,
        "language": "en",
        "sign_off": "Best regards",
        "signature": "",
    }


def test_missing_optional_keys_take_the_default() -> None:
    least = {
        "format": "followup",
        "applications": [
            {
                "id": "a",
                "company": "Globex",
                "role": "Engineer",
                "people": [{"id": "p", "name": "Ann"}],
                "interviews": [
                    {
                        "id": "i",
                        "starts_at": "2026-03-02T10:00:00+01:00",
                        "time_zone": "Europe/Berlin",
                        "specifics": [{"id": "s", "text": "Kafka"}],
                        "promises": [{"id": "r", "kind": "material"}],
                    }
                ],
                "touchpoints": [
                    {
                        "id": "t",
                        "at": "2026-03-02T10:00:00Z",
                        "direction": "sent",
                        "purpose": "other",
                    }
                ],
            }
        ],
    }
    assert from_document(least) == from_document({"format": "followup"}).replace(
        applications=least["applications"]
    )
    written = to_document(from_document(least))["applications"][0]
    assert (written["route"], written["channel"], written["outcome"]) == ("direct", "email", None)
    assert written["people"][0]["role"] == "interviewer"
    assert (written["interviews"][0]["minutes"], written["interviews"][0]["mode"]) == (60, "video")
    assert written["interviews"][0]["specifics"][0]["topic"] == "project"
    assert written["touchpoints"][0]["at"] == "2026-03-02T10:00:00+00:00"
    assert written["touchpoints"][0]["channel"] == "email"


def test_the_cadence_writes_the_preset_and_the_users_own_numbers_alone() -> None:
    world = Facts(cadence=Cadence(preset="gentle", checks=0))
    assert json.loads(encode(world))["cadence"] == {"preset": "gentle", "checks": 0}
    nulls = {"format": "followup", "cadence": {"preset": "gentle", "checks": None}}
    assert json.loads(encode(from_document(nulls)))["cadence"] == {"preset": "gentle"}


@pytest.mark.parametrize("deadline", [None, day("03-13"), at("03-13 18:00"), at("03-13")])
def test_a_deadline_stays_a_day_or_a_moment(deadline: object) -> None:
    outcome = Outcome.model_validate(
        {"kind": "offer", "at": at("03-05 10:00"), "deadline": deadline}
    )
    again = decode(encode(facts(applied("Globex", outcome)))).applications[0].outcome
    assert again is not None
    assert again.deadline == deadline
    assert isinstance(again.deadline, datetime) is isinstance(deadline, datetime)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
        "2026-03-02T10:00:00.000001-11:30",
        "2026-03-02T10:00:00+14:00",
    ],
)
def test_a_moment_keeps_its_offset_as_it_was_written(text: str) -> None:
    world = Facts.model_validate(
        {"skips": [{"action": "x", "at": text}], "snoozes": [{"action": "x", "until": text}]}
    )
    document = json.loads(encode(world))
    assert (document["skips"][0]["at"], document["snoozes"][0]["until"]) == (text, text)


# Unknown keys.

ODD_KEYS = [
    "later", "replace", "model_config", "model_dump", "model_fields_set", "__class__", "__dict__", "self", "", "a.b",
    "_x", "copy", "json", "__pydantic_extra__", "Ключ", "🙂",
]  # fmt: skip


def _everywhere(value: Any, add: Callable[[dict[str, Any]], None]) -> Any:
    if isinstance(value, dict):
        for each in list(value.values()):
            _everywhere(each, add)
        add(value)
    elif isinstance(value, list):
        for each in value:
            _everywhere(each, add)
    return value


def _objects(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + sum(_objects(each) for each in value.values())
    return sum(_objects(each) for each in value) if isinstance(value, list) else 0


@each_row("key", ODD_KEYS)
def test_unknown_keys_are_kept_at_every_level_whatever_their_name(key: str) -> None:
    document = _everywhere(json.loads(encode(FULL)), lambda each: each.update({key: [1, None]}))
    world = decode(json.dumps(document).encode())
    same_again(world)
    assert json.loads(encode(world)) == document


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=5), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@examples(80)
@given(worlds(most=2), JSON)
def test_round_trip_is_exact_with_unknown_keys_at_every_level(world: Facts, extra: Any) -> None:
    same_again(world)
    document = _everywhere(json.loads(encode(world)), lambda each: each.update({"later": extra}))
    richer = decode(json.dumps(document).encode())
    same_again(richer)
    assert json.loads(encode(richer)) == document


def test_every_object_of_the_file_was_visited_above() -> None:
    assert _objects(json.loads(encode(FULL))) == 15


# Text.


@examples(150)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_kept_or_cleaned_once_and_for_all(line: str, prose: str) -> None:
    world = Facts(me=Me(name=line, signature=prose))
    same_again(world)
    assert not set(world.me.name) & set("\n\r\t\x00\u2028\u2029\x85")
    assert "\r" not in world.me.signature
    assert not [each for each in world.me.name if "\ud800" <= each <= "\udfff"]


@pytest.mark.parametrize(
    "name",
    [
        "Ann 👩‍💻🇩🇪",  # joined by U+200D, and flags of two letters
        "مريم بنت عليّ",
        "שרה לוי",
        "\u202eevil\u202c",
        "Zoë",  # composed, and decomposed
        "Zoe\u0308",
        "李小龍",
        "\U0001d504\U0001d52b\U0001d52b",  # beyond the first plane
    ],
)
def test_names_of_all_scripts_come_back_as_they_were(name: str) -> None:
    world = facts(applied("Globex", ANN.replace(name=name), interview()))
    assert decode(encode(world)).applications[0].people[0].name == name
    assert name.encode() in encode(world)


def test_printable_text_is_taken_as_it_is_and_all_that_is_cleaned_away_is_none() -> None:
    """`str.isprintable` is how the door knows what it need not look at: a control in the text makes it look at all."""
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    printable = [each for each in every if each.isprintable()]
    behind = clean_line("\t" + "".join(printable))
    assert behind == " " + "".join(printable)
    assert clean_prose("".join(printable)) == "".join(printable)


def test_lone_surrogates_become_the_replacement_character() -> None:
    data = (
        b'{"format": "followup", "me": {"name": "A\\ud800B"}, "l\\udfffx": "\\ud83d\\ude42\\udc00"}'
    )
    world = decode(data)
    assert world.me.name == "A\ufffdB"
    assert json.loads(encode(world))["l\ufffdx"] == "🙂\ufffd"
    same_again(world)


def test_two_keys_that_are_the_same_once_cleaned_are_refused() -> None:
    with pytest.raises(CannotRead, match="stands twice"):
        decode(b'{"format": "followup", "a\\ud800": 1, "a\\udfff": 2}')


def test_facts_built_from_a_zones_own_clock_equal_what_is_read_back() -> None:
    second = datetime.fromisoformat("2026-10-25T02:10").replace(
        tzinfo=ZoneInfo("Europe/Berlin"), fold=1
    )
    same_again(facts(applied("Globex", interview(), received("update", "10-25", at=second))))
