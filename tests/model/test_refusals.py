"""Every refusal is a sentence with its place in the file, and all of them come at once (PLAYBOOK section 8)."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup.model.errors import CannotRead, NewerSchema
from followup.model.facts import Facts
from followup.model.lossless.codec import decode, encode, from_document
from followup.model.vocabulary import SCHEMA
from tests.builders import applied, decision_by, ended, facts, interview, received, specific
from tests.explore import examples
from tests.model.test_codec import FULL, JSON
from tests.rows import each_row

WORLD = facts(
    applied(
        "Globex",
        interview("03-02 10:00", decision_by("03-06"), specific()),
        received("update", "03-05 10:00"),
        ended("offer", "03-09 10:00", "03-13"),
    )
)
APPLICATION = "applications[0]"
HELD = f"{APPLICATION}.interviews[0]"
MAIL = f"{APPLICATION}.touchpoints[0]"


def document(path: str, value: Any) -> dict[str, Any]:
    """A good file with one place changed."""
    found = json.loads(encode(WORLD))
    *inside, last = path.replace("[", ".").replace("]", "").split(".")
    place = found
    for part in inside:
        place = place[int(part)] if part.isdigit() else place[part]
    place[int(last) if last.isdigit() else last] = value
    return found  # type: ignore[no-any-return]


def tried(data: bytes) -> Facts | CannotRead:
    """What a file gives: its facts, or its refusal."""
    try:
        return decode(data)
    except CannotRead as refused:
        return refused


def problems(value: Any) -> list[str]:
    with pytest.raises(CannotRead) as refused:
        from_document(value)
    assert str(refused.value) == "\n".join(str(each) for each in refused.value.problems)
    return [str(each) for each in refused.value.problems]


@each_row(
    ("path", "value", "says"),
    [
        # Moments and days.
        (f"{HELD}.starts_at", "2026-03-02T10:00:00", "has no offset from UTC; add one, like +02:00 or Z"),
        (f"{HELD}.starts_at", "2026-03-02", "is not a date-time; write it like 2026-09-18T10:00:00+02:00"),
        (f"{HELD}.starts_at", "2026-02-29T10:00:00Z", "is not a date-time that exists"),
        (f"{HELD}.starts_at", "2026-03-02T25:00:00Z", "is not a date-time that exists"),
        (f"{HELD}.starts_at", "tomorrow", "“tomorrow” is not a date-time"),
        (f"{HELD}.starts_at", "", "is not a date-time"),
        (f"{HELD}.starts_at", 1772445600, "must be a date-time written as text"),
        (f"{HELD}.starts_at", "1899-12-31T10:00:00Z", "the year must lie between 1900 and 2199"),
        (f"{HELD}.starts_at", "9999-12-31T23:59:59-23:59", "the year must lie between 1900 and 2199"),
        (f"{HELD}.starts_at", "٢٠٢٦-03-02T10:00:00Z", "is not a date-time"),
        (f"{HELD}.promises[0].on", "2026-02-29", "is not a day that exists"),
        (f"{HELD}.promises[0].on", "6.3.2026", "is not a day; write it like 2026-09-18"),
        (f"{HELD}.promises[0].on", "2026-03-06T00:00:00Z", "is not a day; write it like 2026-09-18"),
        (f"{HELD}.promises[0].made_at", "2026-03-02T10:00", "has no offset from UTC"),
        (f"{MAIL}.at", "2026-03-05T10:00:00", "has no offset from UTC"),
        (f"{MAIL}.back_on", 20260306, "must be a day written as text"),
        (f"{APPLICATION}.outcome.deadline", "2026-03-13T18:00:00", "has no offset from UTC"),
        (f"{APPLICATION}.outcome.deadline", "2026-13-01", "is not a day that exists"),
        (f"{APPLICATION}.outcome.deadline", True, "must be a date-time written as text"),
        # Zones.
        ("me.time_zone", "Europe/Atlantis", "“Europe/Atlantis” is not a time zone; write it like “Europe/Berlin”"),
        ("me.time_zone", "../../etc/passwd", "is not a time zone"),
        ("me.time_zone", "", "is not a time zone"),
        ("me.time_zone", "a\x00b", "is not a time zone"),
        (f"{HELD}.time_zone", "CET+1", "is not a time zone"),
        (f"{APPLICATION}.time_zone", "Berlin", "is not a time zone"),
        # Who names whom, and ids.
        (f"{HELD}.interviewers[0]", "bob", "“bob” is no person of this application"),
        (f"{HELD}.specifics[0].said_by", "bob", "“bob” is no person of this application"),
        (f"{MAIL}.people", ["bob"], "“bob” is no person of this application"),
        (f"{MAIL}.interview", "i9", "“i9” is no interview of this application"),
        (f"{MAIL}.promise", "i1", "“i1” is no promise or message of this application"),
        (f"{MAIL}.id", "i1", "“i1” is already the id of applications[0].interviews[0]; each id stands once"),
        (f"{MAIL}.id", "", "must not be empty"),
        (f"{MAIL}.id", 7, "must be text, not a number"),
        # Words of a closed list.
        (f"{APPLICATION}.route", "agent", "“agent” is not one of direct, agency, referral; did you mean agency?"),
        (f"{APPLICATION}.channel", "fax", "“fax” is not one of email, phone, voicemail, linkedin, post, in_person"),
        (f"{APPLICATION}.outcome.kind", None, "must be one of rejected, offer, accepted, withdrawn, closed, not null"),
        (f"{HELD}.mode", "Video", "“Video” is not one of in_person, phone, video, ai; did you mean video?"),
        (f"{HELD}.state", "held", "is not one of scheduled, cancelled, moved, no_show"),
        ("cadence.preset", "standart", "did you mean standard?"),
        # Cadence bounds, and numbers.
        ("cadence.thank_you_hours", 0, "0 is too small; at least 1"),
        ("cadence.thank_you_hours", 49, "49 is too large; at most 48"),
        ("cadence.wait_days", 4, "4 is too small; at least 5"),
        ("cadence.wait_days", 31, "31 is too large; at most 30"),
        ("cadence.specialised_days", -1, "-1 is too small; at least 0"),
        ("cadence.specialised_days", 31, "31 is too large; at most 30"),
        ("cadence.promise_working_days", 0, "0 is too small; at least 1"),
        ("cadence.promise_working_days", 11, "11 is too large; at most 10"),
        ("cadence.outreach_days", 6, "6 is too small; at least 7"),
        ("cadence.outreach_days", 31, "31 is too large; at most 30"),
        ("cadence.checks", -1, "-1 is too small; at least 0"),
        ("cadence.checks", 4, "4 is too large; at most 3"),
        ("cadence.move_on_days", 2, "2 is too small; at least 3"),
        ("cadence.move_on_days", 61, "61 is too large; at most 60"),
        ("cadence.keep_in_touch_days", 59, "59 is too small; at least 60"),
        ("cadence.keep_in_touch_days", 366, "366 is too large; at most 365"),
        ("cadence.checks", 2.0, "must be a whole number, not a number"),
        ("cadence.checks", True, "must be a whole number, not true or false"),
        ("cadence.checks", "2", "must be a whole number, not text"),
        (f"{HELD}.minutes", 0, "0 is too small; at least 1"),
        (f"{HELD}.minutes", -60, "-60 is too small; at least 1"),  # an end before the start
        (f"{HELD}.minutes", 10_081, "is too large; at most 10080"),
        # Shapes.
        ("applications", {}, "must be a list, not an object"),
        ("applications", None, "must be a list, not null"),
        ("applications[0]", 7, "must be an object, not a number"),
        ("me", [], "must be an object, not a list"),
        ("me.name", ["Kim"], "must be text, not a list"),
        (f"{APPLICATION}.specialised", 1, "must be true or false, not a number"),
        (f"{APPLICATION}.specialised", "false", "must be true or false, not text"),
        (f"{HELD}.interviewers", "ann", "must be a list, not text"),
        (f"{APPLICATION}.notes", "x" * 10_000_000, "is 10,000,000 characters long; at most 100,000 fit"),
        (f"{APPLICATION}.company", "x" * 10_001, "is 10,001 characters long; at most 10,000 fit"),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else repr(value)[:20],
)  # fmt: skip
def test_a_refusal_is_a_sentence_with_its_path(path: str, value: Any, says: str) -> None:
    (found,) = [each for each in problems(document(path, value)) if each.startswith(path)]
    assert says in found
    assert len(found) < 300, "nothing long is repeated"


@pytest.mark.parametrize("value", ["thankyou", 7, None])
def test_a_wrong_purpose_is_one_problem_at_its_own_path(value: Any) -> None:
    (found,) = problems(document(f"{MAIL}.purpose", value))
    assert found.partition(":")[0] == f"{MAIL}.purpose"


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (APPLICATION, "company"),
        (APPLICATION, "id"),
        (HELD, "time_zone"),
        (MAIL, "direction"),
        (MAIL, "purpose"),
        (f"{HELD}.promises[0]", "kind"),
        (f"{HELD}.specifics[0]", "text"),
        (f"{APPLICATION}.people[0]", "name"),
        (f"{APPLICATION}.outcome", "at"),
    ],
)
def test_what_must_not_be_missing_says_so(path: str, key: str) -> None:
    whole = document(f"{path}.{key}", None)
    place = whole
    for part in path.replace("[", ".").replace("]", "").split("."):
        place = place[int(part)] if part.isdigit() else place[part]  # type: ignore[index]
    del place[key]
    assert f"{path}.{key}: is missing" in problems(whole)


def test_all_refusals_come_at_once_in_the_order_of_the_file() -> None:
    whole = document(f"{HELD}.starts_at", "2026-03-02T10:00:00")
    whole["me"]["time_zone"] = "Mars/Olympus"
    whole["applications"][0]["touchpoints"][0]["people"] = ["bob"]
    whole["applications"][0]["route"] = "agent"
    whole["cadence"]["checks"] = 9
    found = [each.partition(":")[0] for each in problems(whole)]
    assert set(found) == {
        "me.time_zone",
        "cadence.checks",
        "applications[0].route",
        f"{HELD}.starts_at",
        f"{MAIL}.people[0]",
    }
    assert found[:2] == ["me.time_zone", "cadence.checks"]


def test_an_id_stands_once_in_the_whole_file_whatever_it_names() -> None:
    whole = document(f"{HELD}.promises[0].id", "globex")
    assert problems(whole) == [
        f"{HELD}.promises[0].id: “globex” is already the id of applications[0]; each id stands once"
    ]


@pytest.mark.parametrize("schema", [SCHEMA + 1, 999])
def test_a_newer_schema_is_refused_with_what_to_do(schema: int) -> None:
    with pytest.raises(NewerSchema, match=r"a newer Follow-up wrote it\. Update the program"):
        from_document({"format": "followup", "schema": schema, "applications": "in a new form"})


@pytest.mark.parametrize("schema", [0, -1, "1", 1.0, True, None, [1]])
def test_a_schema_is_a_whole_number(schema: Any) -> None:
    (found,) = problems({"format": "followup", "schema": schema})
    assert found.startswith("schema: must be a whole number from 1")


@each_row(
    "other",
    [
        {},
        [],
        None,
        "followup",
        7,
        [{"format": "followup"}],
        {"format": "Followup"},
        {"_default": {"1": {"name": "TinyDB"}}},
        {"name": "package", "version": "1.0.0", "dependencies": {}},
        {"basics": {"name": "JSON Resume"}, "work": []},
        {"format": ["followup"]},
    ],
)
def test_another_programs_file_is_named_as_such(other: Any) -> None:
    assert problems(other) == [
        'This is not a Follow-up file: it does not say "format": "followup" at its start.'
    ]


# Whatever stands at any place: facts or sentences, never a traceback.


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in items:
        if isinstance(each, dict | list):
            found += _places(each, (*path, key))
        else:
            found.append((*path, key))
    return found


PLACES = _places(json.loads(encode(FULL)))


@settings(examples(400), suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PLACES), JSON, st.sampled_from(PLACES), JSON)
def test_anything_at_any_place_gives_facts_or_sentences(
    first: tuple[Any, ...], one: Any, second: tuple[Any, ...], other: Any
) -> None:
    whole = json.loads(encode(FULL))
    for path, value in ((first, one), (second, other)):
        place = whole
        for part in path[:-1]:
            place = place[part] if isinstance(place, list | dict) and _has(place, part) else None
        if isinstance(place, list | dict) and _has(place, path[-1]):
            place[path[-1]] = value
    found = tried(json.dumps(whole).encode())
    if isinstance(found, CannotRead):
        assert found.problems
        for each in found.problems:
            assert each.message
            assert not each.message.startswith(("Input should", "Value error")), each
    else:
        assert decode(encode(found)) == found


def _has(place: Any, part: Any) -> bool:
    if isinstance(place, dict):
        return part in place
    return isinstance(part, int) and part < len(place)


@pytest.mark.parametrize("both", [True, False])
def test_a_round_has_a_start_or_a_day_in_its_place(both: bool) -> None:
    whole = document(f"{HELD}.on", "2026-03-02" if both else None)
    if not both:
        whole["applications"][0]["interviews"][0]["starts_at"] = None
    assert problems(whole) == [
        f"{HELD}: needs starts_at, or on in its place where only the day is known"
    ]
