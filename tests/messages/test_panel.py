"""A round with several interviewers, and the channels that fit an action."""

from dataclasses import replace

import pytest

from followup.messages.channels import channels_for
from followup.messages.draft import draft, templates_for
from followup.messages.panel import most_alike, panel_of, suggestions, usual_template
from followup.model.facts import Facts, Specific
from followup.model.vocabulary import ActionKind, Channel
from followup.playbook.plan import plan
from tests.builders import ANN, BEN, GUS, MAX, applied, at, facts, interview, sent, the

NOW = "03-02 12:00"
SAID = (
    Specific(id="k", text="the move to Kafka", said_by="ann"),
    Specific(id="p", text="pair reviews on Thursdays", said_by="ann"),
    Specific(id="l", text="the team in Leipzig"),
)


def world(*more: object, by: str = "ann ben max", said: tuple[Specific, ...] = SAID) -> Facts:
    held = interview("03-02 10:00", *said, by=by)
    return facts(applied("Globex", ANN, BEN, MAX, held, *more))  # type: ignore[arg-type]


def test_each_of_a_panel_begins_with_words_of_its_own_but_an_agency_with_those_for_it() -> None:
    def begun(file: Facts) -> list[str | None]:
        panel = [a for a in plan(file, at(NOW)) if a.kind == "thank_you"]
        return [
            usual_template(a, panel, templates_for(a, file, at(NOW)), file, at(NOW)) for a in panel
        ]

    assert begun(world()) == [
        "thank_you.email.plain.panel",
        "thank_you.email.plain.video",
        "thank_you.email.plain",
    ]
    hidden = [person.replace(email="") for person in (ANN, BEN)]
    through = applied(
        "Globex", *hidden, GUS, interview("03-02 10:00", by="ann ben"), route="agency"
    )
    assert set(begun(facts(through))) == {"thank_you.email.plain.through_agency"}


def test_the_panel_is_the_round_done_or_not() -> None:
    thanked = sent("thank_you", "03-02 11:30", to="ann", interview="i1")
    actions = plan(world(thanked), at(NOW))
    mine = the(world(thanked), NOW, "thank_you", person="ben")
    found = panel_of(mine, actions)
    assert [(a.person, a.status) for a in found] == [
        ("ann", "done"),
        ("ben", "due" if mine.status == "due" else mine.status),
        ("max", mine.status),
    ]
    assert panel_of(the(world(by="ann"), NOW, "thank_you"), plan(world(by="ann"), at(NOW))) == ()


def test_each_begins_with_another_specific_and_ones_own_comes_first() -> None:
    file = world()
    panel = [a for a in plan(file, at(NOW)) if a.kind == "thank_you"]
    given = suggestions(sorted(panel, key=lambda a: a.key), file, at(NOW))
    first = {key.rpartition(":")[2]: some[0].id for key, some in given.items()}
    assert first["ann"] in ("k", "p")
    assert len(set(first.values())) == 3
    assert given[panel[0].key]


def test_where_too_little_was_said_two_share_it_rather_than_have_nothing() -> None:
    file = world(said=SAID[:1])
    panel = [a for a in plan(file, at(NOW)) if a.kind == "thank_you"]
    given = suggestions(panel, file, at(NOW))
    assert {s.id for some in given.values() for s in some} == {"k"}
    assert len(given) == 3
    assert suggestions(panel, world(said=()), at(NOW)) == {}


def test_the_most_alike_note_is_named() -> None:
    file = world()
    texts = {
        a.person: draft(a, file, at(NOW), specifics=SAID[:1]).body
        for a in plan(file, at(NOW))
        if a.kind == "thank_you"
    }
    others = {"Ben": texts["ben"], "Max": "Something else entirely, about other things."}
    found = most_alike(texts["ann"], others, "Kim Doe", "Ann")
    assert found is not None
    assert found.name == "Ben"
    assert found.share > 0.8
    assert most_alike("x", {"Ben": " "}, "", "") is None


@pytest.mark.parametrize(
    ("kind", "person", "changes", "expected"),
    [
        ("thank_you", {}, {}, ["email"]),
        ("thank_you", {"linkedin": "https://l.example/ann"}, {}, ["email", "linkedin"]),
        ("thank_you", {"email": ""}, {"needs_contact": True}, ["email", "phone"]),
        ("status_check", {"linkedin": "https://l.example/ann", "phone": "1"}, {}, ["email"]),
        ("status_check", {}, {"phone_offered": True}, ["email", "phone", "voicemail"]),
        ("status_check", {}, {"channel": "phone"}, ["phone", "voicemail"]),
        ("offer_reply", {"phone": "+49 30 1"}, {}, ["email", "phone", "voicemail"]),
        ("linkedin_connect", {}, {"channel": "linkedin"}, ["linkedin"]),
        ("send_material", {"phone": "+49 30 1"}, {}, ["email"]),
    ],
)
def test_the_channels_fit_the_action(
    kind: ActionKind, person: dict[str, str], changes: dict[str, object], expected: list[Channel]
) -> None:
    file = facts(applied("Globex", ANN.replace(**person), interview("03-02 10:00", *SAID)))
    thanks = the(file, NOW, "thank_you")
    asked = replace(thanks, **{"kind": kind, "needs_contact": False, **changes})  # type: ignore[arg-type]
    assert list(channels_for(asked, file, at(NOW))) == expected
