"""What a click does to the facts."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from followup.model import aside, changes
from followup.model.action import Action
from followup.model.errors import NotThere
from followup.model.facts import (
    Application,
    Cadence,
    Facts,
    Interview,
    Me,
    Person,
    Skip,
    Snooze,
    Touchpoint,
)

NOW = datetime(2026, 9, 22, 10, tzinfo=UTC)
DAY = date(2026, 9, 25)


def application(name: str = "a1", company: str = "Globex") -> Application:
    return Application(
        id=name,
        company=company,
        role="Engineer",
        people=(Person(id=f"{name}-ann", name="Ann"),),
        interviews=(Interview(id=f"{name}-i1", starts_at=NOW, time_zone="Europe/Berlin"),),
    )


FACTS = Facts(applications=(application("a1"), application("a2"), application("a1:b")))


def test_saving_adds_as_the_last_or_replaces_in_place() -> None:
    new = application("a9")
    assert changes.save(FACTS, new).applications == (*FACTS.applications, new)
    other = application("a2", "Initech")
    saved = changes.save(FACTS, other)
    assert saved.applications == (FACTS.applications[0], other, FACTS.applications[2])


def test_logging_adds_a_contact_and_what_else_it_means() -> None:
    mail = changes.received("rejection", NOW)
    logged = changes.log(FACTS, "a2", mail, also=lambda one: changes.ended(one, "rejected", at=NOW))
    assert logged.applications[1].touchpoints == (mail,)
    assert logged.applications[1].outcome is not None
    assert logged.applications[0] is FACTS.applications[0]
    assert changes.log(FACTS, "a2", mail).applications[1].outcome is None


@pytest.mark.parametrize(
    "change",
    [
        lambda: changes.log(FACTS, "gone", changes.received("reply", NOW)),
        lambda: changes.delete(FACTS, "gone"),
        lambda: changes.on(FACTS, "gone", lambda one: one),
        lambda: changes.no_show(application(), "gone"),
    ],
)
def test_what_is_gone_cannot_be_changed(change: Callable[[], object]) -> None:
    with pytest.raises(NotThere, match="no longer there"):
        change()


def test_a_later_snooze_or_skip_takes_the_place_of_the_earlier() -> None:
    facts = aside.snooze(aside.snooze(FACTS, "k", NOW), "other", NOW)
    later = aside.snooze(facts, "k", NOW + timedelta(days=1))
    assert {each.action: each.until for each in later.snoozes} == {
        "k": NOW + timedelta(days=1),
        "other": NOW,
    }
    skipped = aside.skip(aside.skip(FACTS, "k", NOW), "k", NOW, "no time")
    assert skipped.skips == (Skip(action="k", at=NOW, reason="no time"),)


def test_deleting_takes_along_what_was_said_of_its_actions_and_no_more() -> None:
    keys = (
        "thank_you:a1:x",
        "status_check:a1",
        "thank_you:a2:x",
        "reply:a1:b:c",
        "reply:a11",
        "odd",
    )
    facts = FACTS.replace(
        snoozes=[Snooze(action=key, until=NOW) for key in keys],
        skips=[Skip(action=key, at=NOW) for key in keys],
    )
    left = changes.delete(facts, "a1")
    assert [each.id for each in left.applications] == ["a2", "a1:b"]
    assert [each.action for each in left.snoozes] == [
        "thank_you:a2:x",
        "reply:a1:b:c",
        "reply:a11",
        "odd",
    ]
    assert [each.action for each in left.skips] == [each.action for each in left.snoozes]


ASIDE = FACTS.replace(
    snoozes=(Snooze(action="move_on:a1", until=NOW), Snooze(action="move_on:a2", until=NOW)),
    skips=(Skip(action="status_check:a1:ann", at=NOW), Skip(action="thank_you:a1:a1-i1", at=NOW)),
)


@pytest.mark.parametrize(
    "change",
    [
        lambda one: changes.they_replied(one, at=NOW),
        lambda one: changes.they_moved_the_date(one, at=NOW, until=DAY),
        lambda one: changes.no_show(one, "a1-i1"),
        lambda one: changes.next_round(one, one.interviews[0].replace(id="a1-i2"), at=NOW),
    ],
    ids=["reply", "moved date", "no-show", "next round"],
)
def test_a_check_that_was_put_aside_is_asked_again_when_the_count_starts_again(
    change: changes.OnApplication,
) -> None:
    after = changes.on(ASIDE, "a1", change)
    assert [each.action for each in after.snoozes] == ["move_on:a2"]
    assert [each.action for each in after.skips] == ["thank_you:a1:a1-i1"]


@pytest.mark.parametrize(
    "change",
    [
        lambda one: changes.out_of_office(one, at=NOW, back_on=DAY),
        lambda one: one.replace(notes="Nice people"),
    ],
    ids=["out of office", "a note"],
)
def test_what_starts_no_count_leaves_it_aside(change: changes.OnApplication) -> None:
    after = changes.on(ASIDE, "a1", change)
    assert (after.snoozes, after.skips) == (ASIDE.snoozes, ASIDE.skips)


def test_settings_change_the_user_and_the_cadence_alone() -> None:
    changed = changes.settings(FACTS, Me(name="Kim"), Cadence(preset="gentle"))
    assert (changed.me.name, changed.cadence.preset) == ("Kim", "gentle")
    assert changed.applications == FACTS.applications


def test_what_was_sent_answers_its_action() -> None:
    action = Action(
        key="reply:a1:a1-i1:a1-ann:p1",
        kind="reply",
        application="a1",
        interview="a1-i1",
        person="a1-ann",
        promise="p1",
        opens=NOW,
        due=NOW,
        late=NOW,
        status="due",
        channel="email",
        reason="They asked.",
        guides=("G3.2",),
    )
    sent = changes.sent(action, "linkedin", "Hello", "Dear Ann", NOW)
    assert sent == Touchpoint(
        id=sent.id,
        at=NOW,
        channel="linkedin",
        direction="sent",
        purpose="reply",
        people=("a1-ann",),
        interview="a1-i1",
        subject="Hello",
        text="Dear Ann",
        promise="p1",
    )


def test_they_replied() -> None:
    message = changes.they_replied(
        application(), at=NOW, people=("a1-ann",), wants_answer=True
    ).touchpoints[-1]
    assert (message.direction, message.purpose, message.at) == ("received", "reply", NOW)
    assert message.wants_answer
    assert message.people == ("a1-ann",)


def test_they_moved_the_date() -> None:
    message = changes.they_moved_the_date(application(), at=NOW, until=DAY).touchpoints[-1]
    assert (message.direction, message.purpose) == ("received", "update")
    assert [(each.kind, each.on, each.made_at) for each in message.promises] == [
        ("decision_by", DAY, NOW)
    ]


def test_they_are_out_of_office() -> None:
    message = changes.out_of_office(application(), at=NOW, back_on=DAY).touchpoints[-1]
    assert (message.direction, message.purpose, message.back_on) == (
        "received",
        "out_of_office",
        DAY,
    )


def test_they_invite_to_the_next_round() -> None:
    second = Interview(id="a1-i2", starts_at=NOW + timedelta(days=7), time_zone="Europe/Berlin")
    invited = changes.next_round(application(), second, at=NOW)
    assert invited.interviews[-1] == second
    assert invited.touchpoints[-1].purpose == "invitation"
    assert invited.touchpoints[-1].interview == "a1-i2"


def test_a_rejection_and_an_offer_are_a_message_and_an_outcome_of_the_same_moment() -> None:
    no = changes.rejected(application(), at=NOW)
    assert no.outcome is not None
    assert (no.touchpoints[-1].purpose, no.touchpoints[-1].at) == ("rejection", NOW)
    assert (no.outcome.kind, no.outcome.at, no.outcome.deadline) == ("rejected", NOW, None)
    yes = changes.offered(application(), at=NOW, deadline=DAY)
    assert yes.outcome is not None
    assert (yes.touchpoints[-1].purpose, yes.touchpoints[-1].at) == ("offer", NOW)
    assert (yes.outcome.kind, yes.outcome.at, yes.outcome.deadline) == ("offer", NOW, DAY)


def test_a_no_show_is_that_interviews_alone() -> None:
    two = changes.next_round(application(), application("x").interviews[0], at=NOW)
    missed = changes.no_show(two, "a1-i1")
    assert [each.state for each in missed.interviews] == ["no_show", "scheduled"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [(changes.withdrawn, "withdrawn"), (changes.accepted, "accepted"), (changes.closed, "closed")],
)
def test_the_user_ends_it(change: Callable[..., Application], kind: str) -> None:
    ended = change(changes.offered(application(), at=NOW), at=NOW + timedelta(days=1), note="why")
    assert ended.outcome is not None
    assert (ended.outcome.kind, ended.outcome.at, ended.outcome.note) == (
        kind,
        NOW + timedelta(days=1),
        "why",
    )
    assert len(ended.touchpoints) == 1


def test_every_new_record_has_its_own_id() -> None:
    one = application()
    for _ in range(3):
        one = changes.they_moved_the_date(one, at=NOW, until=DAY)
    names = [each.id for each in one.touchpoints] + [
        each.promises[0].id for each in one.touchpoints
    ]
    assert len(set(names)) == 6
