"""What a click does to the facts."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from followup.model import changes, snoozes_and_skips
from followup.model.action import Action
from followup.model.beside import Skip, Snooze
from followup.model.errors import NotThere
from followup.model.facts import (
    Application,
    Facts,
    Interview,
    Person,
    Promise,
    Specific,
    Touchpoint,
)
from followup.model.settings import Cadence, Me
from followup.model.vocabulary import OutcomeKind, ReceivedPurpose
from followup.playbook.case import ending_of
from tests.builders import applied
from tests.builders.globex import globex
from tests.builders.globex import interview as of_globex

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


def message(purpose: ReceivedPurpose, **more: Any) -> Touchpoint:
    return Touchpoint(
        **{"id": f"t-{purpose}", "at": NOW, "direction": "received", "purpose": purpose, **more}
    )


def heard(purpose: ReceivedPurpose, **more: Any) -> changes.ApplicationChange:
    return lambda one: changes.with_touchpoint(one, message(purpose, **more))


def test_saving_adds_as_the_last_or_replaces_in_place() -> None:
    new = application("a9")
    assert changes.save(FACTS, new).applications == (*FACTS.applications, new)
    other = application("a2", "Initech")
    saved = changes.save(FACTS, other)
    assert saved.applications == (FACTS.applications[0], other, FACTS.applications[2])


def test_logging_adds_a_contact_and_what_else_it_means() -> None:
    mail = message("rejection")
    logged = changes.log(FACTS, "a2", mail, also=lambda one: changes.ended(one, "rejected", at=NOW))
    assert logged.applications[1].touchpoints == (mail,)
    assert logged.applications[1].outcome is not None
    assert logged.applications[0] is FACTS.applications[0]
    assert changes.log(FACTS, "a2", mail).applications[1].outcome is None


@pytest.mark.parametrize(
    "change",
    [
        lambda: changes.log(FACTS, "gone", message("reply")),
        lambda: changes.delete(FACTS, "gone"),
        lambda: changes.change_application(FACTS, "gone", lambda one: one),
        lambda: changes.with_state(application(), "gone", "no_show"),
        lambda: changes.met(application(), "gone", ["a1-ann"]),
        lambda: changes.on_person(application(), "gone", lambda one: one),
        lambda: changes.on_touchpoint(application(), "gone", lambda one: one),
        lambda: changes.without_touchpoint(application(), "gone"),
        lambda: changes.noted(application(), "gone", [Specific(id="s", text="Kafka")]),
    ],
)
def test_what_is_gone_cannot_be_changed(change: Callable[[], object]) -> None:
    with pytest.raises(NotThere, match="no longer there"):
        change()


def test_a_later_snooze_or_skip_takes_the_place_of_the_earlier() -> None:
    facts = snoozes_and_skips.snooze(snoozes_and_skips.snooze(FACTS, "k", NOW), "other", NOW)
    later = snoozes_and_skips.snooze(facts, "k", NOW + timedelta(days=1))
    assert {each.action: each.until for each in later.snoozes} == {
        "k": NOW + timedelta(days=1),
        "other": NOW,
    }
    skipped = snoozes_and_skips.skip(snoozes_and_skips.skip(FACTS, "k", NOW), "k", NOW, "no time")
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
        heard("reply"),
        heard("update"),
        lambda one: changes.with_state(one, "a1-i1", "no_show"),
        lambda one: one.replace(
            interviews=(*one.interviews, one.interviews[0].replace(id="a1-i2"))
        ),
    ],
    ids=["reply", "moved date", "no-show", "next round"],
)
def test_a_check_that_was_put_aside_is_asked_again_when_the_count_starts_again(
    change: changes.ApplicationChange,
) -> None:
    after = changes.change_application(ASIDE, "a1", change)
    assert [each.action for each in after.snoozes] == ["move_on:a2"]
    assert [each.action for each in after.skips] == ["thank_you:a1:a1-i1"]


@pytest.mark.parametrize(
    "change",
    [
        heard("out_of_office", back_on=DAY),
        heard("receipt"),
        heard("bounce"),
        lambda one: one.replace(notes="Nice people"),
    ],
    ids=["out of office", "receipt", "bounce", "a note"],
)
def test_what_starts_no_count_leaves_it_aside(change: changes.ApplicationChange) -> None:
    after = changes.change_application(ASIDE, "a1", change)
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


def test_a_no_show_is_that_interviews_alone() -> None:
    one = application()
    two = one.replace(interviews=(*one.interviews, *application("x").interviews))
    missed = changes.with_state(two, "a1-i1", "no_show")
    assert [each.state for each in missed.interviews] == ["no_show", "scheduled"]


@pytest.mark.parametrize("kind", ["withdrawn", "accepted", "closed"])
def test_the_user_ends_it(kind: OutcomeKind) -> None:
    offer = heard("offer")(application())
    ended = changes.ended(offer, kind, at=NOW + timedelta(days=1), note="why")
    assert ended.outcome is not None
    assert (ended.outcome.kind, ended.outcome.at, ended.outcome.note) == (
        kind,
        NOW + timedelta(days=1),
        "why",
    )
    assert len(ended.touchpoints) == 1


def test_who_told_them_that_they_withdraw_has_withdrawn() -> None:
    """Of an application that an offer elsewhere ended, too: if that is taken back, nobody asks here again."""
    note = Touchpoint(id="w", at=NOW, channel="email", direction="sent", purpose="withdraw_note")
    told = changes.with_touchpoint(application(), note)
    ending = ending_of(told, Me(), NOW)
    assert ending
    assert (ending.kind, ending.at) == ("withdrawn", NOW)


@pytest.mark.parametrize("kind", ["withdrawn", "closed", "rejected", "accepted"])
def test_a_withdrawal_that_is_told_later_does_not_end_it_again(kind: OutcomeKind) -> None:
    note = Touchpoint(id="w", at=NOW, channel="email", direction="sent", purpose="withdraw_note")
    before = changes.ended(application(), kind, at=NOW - timedelta(days=1))
    told = changes.with_touchpoint(before, note)
    assert told.outcome == before.outcome


def test_a_closing_calls_off_what_lies_ahead_and_no_other_ending_does() -> None:
    day_before = NOW - timedelta(days=1)
    states: dict[OutcomeKind, str] = {"closed": "cancelled", "withdrawn": "scheduled"}
    for kind, state in states.items():
        ended = changes.ended(application(), kind, at=day_before)
        assert [each.state for each in ended.interviews] == [state]


def test_a_rejection_is_reopened_and_what_the_user_ended_is_taken_back() -> None:
    rejected = heard("rejection")(application())
    later = NOW + timedelta(minutes=1)
    again = changes.reopened(rejected, later)
    assert (again.reopened_at, again.touchpoints) == (later, rejected.touchpoints)
    # At one moment the later of the two records counts: the rejection came a second before.
    at_once = changes.reopened(rejected, rejected.touchpoints[-1].at)
    assert at_once.reopened_at == rejected.touchpoints[-1].at
    assert at_once.touchpoints[-1].at == rejected.touchpoints[-1].at - timedelta(seconds=1)
    assert ending_of(at_once, Me(), later) is None
    closed = changes.ended(application(), "closed", at=NOW)
    assert changes.reopened(closed, NOW + timedelta(minutes=1)).outcome == closed.outcome
    gone = changes.ended(application(), "withdrawn", at=NOW)
    assert changes.reopened(gone, NOW) == application()


def test_who_was_there_is_said_in_the_order_of_the_file() -> None:
    one = application().replace(
        people=(Person(id="a1-ann", name="Ann"), Person(id="b", name="Ben"))
    )
    assert changes.met(one, "a1-i1", ["b", "a1-ann", "ghost"]).interviews[0].interviewers == (
        "a1-ann",
        "b",
    )


def test_what_is_taken_out_of_the_log_is_named_nowhere_any_more() -> None:
    asked = Promise(id="p", kind="reply_by", on=DAY)
    question = message("reply", promises=(asked,))
    answer = message("other", id="answer", direction="sent", promise="p")
    back = message("bounce", id="back", bounced="answer")
    one = application().replace(touchpoints=(question, answer, back))
    left = changes.without_touchpoint(one, question.id)
    assert left.touchpoints == (answer.replace(promise=None), back)
    assert changes.without_touchpoint(left, "answer").touchpoints == (back.replace(bounced=None),)


def test_facts_find_an_application_by_its_id_whatever_was_made_of_them() -> None:
    first, second, third = (application(name) for name in ("a1", "a2", "a3"))
    world = Facts(applications=(first, second))
    assert world.application(second.id) is second
    other = world.model_copy(update={"applications": (third, second)})
    assert (other.application(first.id), other.application(second.id)) == (None, second)
    changed = second.replace(notes="called")
    after = world.with_application(changed).with_application(third)
    assert [after.application(each.id) for each in (first, second, third)] == [
        first,
        changed,
        third,
    ]
    assert world.application(second.id) is second
    assert after == Facts(applications=(first, changed, third))


def test_what_was_given_of_one_fact_is_not_changed_by_a_copy_of_another() -> None:
    one, other = applied("Globex"), applied("Initech")
    before = set(other.model_fields_set)
    assert one.model_copy(update={"notes": "Something"}).model_fields_set >= {"notes"}
    assert other.model_fields_set == before


def test_what_is_reworded_has_to_be_there() -> None:
    jotted = Specific(id="j", text="She asked how I would keep two teams", said_by="ann")
    g = globex(interviews=(of_globex(specifics=(jotted,)),))
    with pytest.raises(NotThere):
        changes.reworded(g.replace(interviews=(of_globex(specifics=()),)), jotted)
    assert (
        changes.reworded(g, jotted.replace(text="mended")).interviews[0].specifics[0].text
        == "mended"
    )
