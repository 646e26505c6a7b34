"""PLAYBOOK section 8: files of schema 1 are read and upgraded, and nothing in them is lost."""

import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from followup.model.errors import CannotRead
from followup.model.facts import Facts
from followup.model.lossless.codec import decode, encode, from_document, to_document
from tests.strategies import worlds

NEW_KEYS = {
    "": ("handed_out",),
    "me": ("region", "language"),
    "cadence": ("year_end_pause",),
    "applications": ("language", "region", "phone", "applied", "reopened_at"),
    "people": ("left", "successor", "terms"),
    "interviews": ("on", "link", "uid", "sequence"),
    "specifics": ("frame",),
    "promises": ("silence_means_no",),
    "touchpoints": ("deadline", "bounced", "message_id"),
}


def schema_1(document: Any, kind: str = "") -> Any:
    """A document of schema 2 as schema 1 had it: without the keys that were not there yet."""
    if isinstance(document, list):
        return [schema_1(each, kind) for each in document]
    if not isinstance(document, dict):
        return document
    left_out = NEW_KEYS.get(kind, ())
    return {k: schema_1(v, k) for k, v in document.items() if k not in left_out}


def old(**more: Any) -> dict[str, Any]:
    return {
        "format": "followup",
        "schema": 1,
        "applications": [{"id": "a", "company": "Globex", "role": "Engineer"}],
        **more,
    }


def test_what_schema_1_left_unsaid_was_berlin_and_germany() -> None:
    me = from_document(old()).me
    assert (me.time_zone, me.country, me.region, me.language) == ("Europe/Berlin", "DE", None, "en")
    me = from_document(old(me={"country": None, "time_zone": "Asia/Tokyo"})).me
    assert (me.time_zone, me.country) == ("Asia/Tokyo", None)


def test_in_schema_2_nobody_is_german_by_default() -> None:
    me = from_document({**old(), "schema": 2}).me
    assert (me.time_zone, me.country) == (None, None)


@pytest.mark.parametrize("schema", [1, 2])
def test_a_region_given_as_the_country_is_split(schema: int) -> None:
    there = {"id": "a", "company": "G", "role": "R", "country": "CA-ON"}
    facts = from_document(
        {**old(), "schema": schema, "me": {"country": "GB-ENG"}, "applications": [there]}
    )
    assert (facts.me.country, facts.me.region) == ("GB", "GB-ENG")
    assert (facts.applications[0].country, facts.applications[0].region) == ("CA", "CA-ON")


def test_an_unknown_key_that_has_a_meaning_now_keeps_its_value() -> None:
    there = {"id": "a", "company": "G", "role": "R", "region": "DE-BY", "applied": "once", "x": [1]}
    facts = from_document(old(handed_out="yes", applications=[there]))
    assert facts.applications[0].region == "DE-BY"
    assert facts.applications[0].applied is None
    assert facts.applications[0].model_extra == {"applied (schema 1)": "once", "x": [1]}
    assert facts.model_extra == {"handed_out (schema 1)": "yes"}


def test_a_round_and_a_person_with_unknown_keys_that_would_now_name_something() -> None:
    there = {
        "id": "a", "company": "G", "role": "R",
        "people": [{"id": "p", "name": "Ann", "successor": "the new one"}],
        "interviews": [
            {"id": "i", "starts_at": "2026-03-02T10:00:00Z", "time_zone": "UTC", "on": "2026-03-02"}
        ],
    }  # fmt: skip
    application = from_document(old(applications=[there])).applications[0]
    assert application.people[0].model_extra == {"successor (schema 1)": "the new one"}
    assert application.interviews[0].model_extra == {"on (schema 1)": "2026-03-02"}


def test_what_is_wrong_in_an_old_file_is_named_where_it_stands() -> None:
    with pytest.raises(CannotRead, match=r"applications\[0\]\.route"):
        from_document(old(applications=[{"id": "a", "company": "G", "role": "R", "route": "x"}]))
    with pytest.raises(CannotRead, match="applications: must be a list"):
        from_document(old(applications="none"))


@given(
    worlds(),
    st.dictionaries(st.sampled_from(["x", "region", "applied", "left"]), st.none() | st.booleans()),
)
def test_nothing_is_lost_and_a_second_upgrade_gives_the_same_bytes(
    world: Facts, strange: dict[str, Any]
) -> None:
    assume(all(i.starts_at for each in world.applications for i in each.interviews))
    document = schema_1(to_document(world))
    document["schema"] = 1
    for application in document["applications"]:
        application.update(strange)
    read = from_document(document)
    data = encode(read)
    assert encode(decode(data)) == data
    assert json.loads(data)["schema"] == 2
    kept = [dict(each) | (each.model_extra or {}) for each in read.applications]
    for there in kept:
        for key, value in strange.items():
            assert value in (there.get(key, there), there.get(f"{key} (schema 1)", there))
    if not strange:
        assert schema_1(to_document(read)) == schema_1(to_document(world))
