"""A round with several interviewers, and the channels that fit an action."""

from dataclasses import replace

import pytest

from followup.messages.brief import most_alike
from followup.messages.draft import Draft, draft
from followup.messages.occasion import Occasion, occasion_of
from followup.messages.specifics import first_specifics, panel_of, suggestions
from followup.messages.templates import channels_for
from followup.model.facts import Facts, Specific
from followup.model.vocabulary import ActionKind, Channel
from followup.playbook.plan import plan
from tests.builders import ANN, BEN, MAX, applied, at, facts, interview, sent, the

NOW = "03-02 12:00"
SAID = (
    Specific(id="k", text="the move to Kafka", frame="about", said_by="ann"),
    Specific(id="p", text="pair reviews on Thursdays", frame="about", said_by="ann"),
    Specific(id="l", text="the team in Leipzig", frame="about"),
)


def world(*more: object, by: str = "ann ben max", said: tuple[Specific, ...] = SAID) -> Facts:
    held = interview("03-02 10:00", *said, by=by)
    return facts(applied("Globex", ANN, BEN, MAX, held, *more))  # type: ignore[arg-type]


def thanks(file: Facts) -> list[Occasion]:
    """The occasions of all its thank-yous, as the plan has them."""
    due = [action for action in plan(file, at(NOW)) if action.kind == "thank_you"]
    return [occasion_of(action, file, at(NOW)) for action in due]


def test_each_of_a_panel_begins_with_words_of_its_own() -> None:
    bodies = [draft(one, specifics=SAID[:1]).body.split("\n\n") for one in thanks(world())]
    assert len(bodies) == 3
    for place in (1, 2):
        assert len({body[place] for body in bodies}) == 3


def test_sending_one_note_changes_no_other(  # what was shown to one stays theirs
) -> None:
    def begun(file: Facts) -> dict[str | None, Draft]:
        panel = thanks(file)
        return {
            one.person.name if one.person else None: draft(
                one, specifics=first_specifics(one, panel)
            )
            for one in panel
        }

    before = begun(world())
    for who in ("ann", "ben", "max"):
        text = next(d.body for name, d in before.items() if name and name.lower() == who)
        after = begun(world(sent("thank_you", "03-02 11:30", to=who, interview="i1", text=text)))
        assert {n: d.body for n, d in after.items()} == {n: d.body for n, d in before.items()}


def test_the_panel_is_the_round_done_or_not() -> None:
    thanked = sent("thank_you", "03-02 11:30", to="ann", interview="i1")
    file = world(thanked)
    mine = the(file, NOW, "thank_you", person="ben")
    found = panel_of(occasion_of(mine, file, at(NOW)), plan(file, at(NOW)))
    assert [(one.action.person, one.action.status) for one in found] == [
        ("ann", "done"),
        ("ben", mine.status),
        ("max", mine.status),
    ]
    (alone,) = thanks(world(by="ann"))
    assert panel_of(alone, plan(world(by="ann"), at(NOW))) == ()


def test_each_begins_with_another_specific_and_ones_own_comes_first() -> None:
    panel = thanks(world())
    begun = suggestions(sorted(panel, key=lambda one: one.key))
    first = {key.rpartition(":")[2]: said.id for key, said in begun.items()}
    assert first["ann"] in ("k", "p")
    assert len(set(first.values())) == 3


def test_where_too_little_was_said_only_one_is_told_it_and_the_others_drafts_say_so() -> None:
    panel = thanks(world(said=SAID[:1]))
    begun = suggestions(panel)
    assert [said.id for said in begun.values()] == ["k"]
    others = [one for one in panel if one.key not in begun]
    made = [draft(one, specifics=first_specifics(one, panel)) for one in others]
    assert len(made) == 2
    assert not any("Kafka" in each.body for each in made)
    assert all("goes to the others" in each.lacks[0].sentence for each in made)
    assert suggestions(thanks(world(said=()))) == {}


def test_the_most_alike_note_is_named() -> None:
    (ann, *_) = [draft(one, specifics=SAID[:1]).body for one in thanks(world())]
    others = {
        "Ben": ann.replace("Ann", "Ben"),
        "Max": "Something else entirely, about other things.",
    }
    found = most_alike(ann, others, "Kim Doe", "Ann")
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
    assert list(channels_for(occasion_of(asked, file, at(NOW)))) == expected


def test_what_one_alone_said_is_theirs_while_its_sentence_is_unfinished() -> None:
    jotted = Specific(id="k", text="churn 14% -> wants 8", said_by="ann")
    mine = Specific(id="l", text="the team in Leipzig", frame="about", said_by="ben")
    finished = jotted.replace(text="the plan to keep customers", frame="about")

    def first(said: Specific) -> dict[str | None, list[str]]:
        panel = thanks(world(by="ann ben", said=(said, mine)))
        return {one.action.person: [s.id for s in first_specifics(one, panel)] for one in panel}

    assert first(jotted) == {"ann": [], "ben": ["l"]}
    assert first(finished) == {"ann": ["k"], "ben": ["l"]}
    gossip = mine.replace(text="why everybody quit in spring")
    told = first(finished), thanks(world(by="ann ben", said=(finished, gossip)))
    panel = told[1]
    assert [s.id for s in first_specifics(panel[1], panel)] == []


THOUGHTFUL = (
    Specific(id="a1", text="the move to Kafka", frame="about", said_by="ann", ties_to="I did one at Acme"),
    Specific(id="a2", text="nobody is on call alone", frame="that", said_by="ann", ties_to="I was, for a year"),
    Specific(id="b1", text="the team in Leipzig", frame="about", said_by="ben"),
    Specific(id="b2", text="the new badge readers", frame="about", said_by="ben"),
)  # fmt: skip


def test_who_said_nothing_that_one_thought_of_is_told_a_thought_on_a_colleagues_words() -> None:
    panel = thanks(world(said=THOUGHTFUL, by="ann ben"))
    first = {one.action.person: first_specifics(one, panel)[0].id for one in panel}
    assert first["ann"] in {"a1", "a2"}
    assert first["ben"] in {"a1", "a2"} - {first["ann"]}


def test_nobody_is_told_the_thought_of_somebody_who_has_no_other() -> None:
    panel = thanks(world(said=THOUGHTFUL[1:], by="ann ben"))
    first = {one.action.person: first_specifics(one, panel)[0].id for one in panel}
    assert first["ann"] == "a2"
    assert first["ben"] in {"b1", "b2"}
