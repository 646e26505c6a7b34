"""The list of applications: what comes first, and what a search finds."""

import dataclasses
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from followup.model.action import Action
from followup.model.facts import Application, Facts, Outcome, Person
from followup.model.settings import Me
from followup.model.times import Clock
from followup.model.vocabulary import Status
from followup.playbook.plan import plan
from followup.views.agenda import agenda, listed
from followup.views.listing import ORDERS, last_contact, listing, next_actions, stage, waited_for
from tests.builders import (
    applied,
    at,
    day,
    decision_by,
    ended,
    facts,
    interview,
    material,
    received,
    sent,
    specific,
)

NOW = datetime(2026, 9, 16, 10, tzinfo=ZoneInfo("Europe/Berlin"))
HERE = Clock.of(NOW, ZoneInfo("Europe/Berlin"))


def action(application: str, status: Status, days: int = 0) -> Action:
    due = NOW + timedelta(days=days)
    return Action(
        key=f"status_check:{application}:{status}:{days}",
        kind="status_check",
        application=application,
        opens=due,
        due=due,
        late=due,
        status=status,
        channel="email",
        reason="",
        guides=(),
    )


def application(name: str, **more: object) -> Application:
    return Application.model_validate({"id": name, "company": name, "role": "Engineer", **more})


def test_the_next_action_is_the_most_urgent_and_nothing_done_counts() -> None:
    found = next_actions(
        [action("a", "upcoming", -3), action("a", "overdue"), action("b", "done")], HERE
    )
    assert {key: item.status for key, item in found.items()} == {"a": "overdue"}


def test_what_is_next_is_what_stands_first_on_today() -> None:
    """What was promised goes before thanks on Today, though the thanks are due first."""
    said = interview("03-02 10:00", specific(), material("03-06", text="the slides"))
    world = facts(applied("Globex", said))
    for moment in ("03-02 12:00", "03-03 09:00", "03-05 12:00", "03-07 12:00"):
        actions = plan(world, at(moment))
        here = agenda(actions, world, at(moment))
        first = listed((*here.now, *here.open), actions).rows[0].first
        found = next_actions(actions, Clock.of(at(moment), world.me.zone))
        assert found["globex"] == first, moment


def test_what_is_optional_does_not_stand_before_what_is_not() -> None:
    light = dataclasses.replace(action("light", "due", -1), optional=True)
    upcoming = next_actions([light, action("now", "open", 1)], HERE)
    both = Facts(applications=(application("light"), application("now")))
    assert [item.application.id for item in listing(both, upcoming, NOW)] == ["now", "light"]


def test_a_round_that_was_called_off_is_not_said_never_to_have_been() -> None:
    off = applied("Globex", interview("03-02 10:00", state="cancelled"))
    assert stage(off, facts(off).me, at("03-01 09:00")) == "Interview called off"
    assert stage(applied("Globex"), facts().me, at("03-01 09:00")) == "No interview yet"


def test_of_two_alike_the_one_due_first_is_next() -> None:
    assert next_actions([action("a", "due", 3), action("a", "due", 1)], HERE)[
        "a"
    ].due == NOW + timedelta(days=1)


def test_those_with_something_to_do_come_first_and_the_ended_last() -> None:
    applications = (
        application("ended", outcome=Outcome(kind="rejected", at=NOW)),
        application("quiet"),
        application("later"),
        application("now"),
    )
    upcoming = next_actions([action("later", "upcoming", 5), action("now", "due")], HERE)
    assert [
        item.application.id for item in listing(Facts(applications=applications), upcoming, NOW)
    ] == [
        "now",
        "later",
        "quiet",
        "ended",
    ]


def test_what_ended_by_a_message_alone_has_ended_and_what_is_dated_ahead_has_not() -> None:
    rejected = applied("Globex", interview(), received("rejection", "03-03 09:00"))
    early = applied("Acme", interview(), ended("closed", "12-01 09:00"))
    active = applied("Zeta", interview())
    world = Facts(applications=(rejected, active, early))
    found = listing(world, {}, NOW)
    assert [(item.application.company, item.ended) for item in found] == [
        ("Acme", False),
        ("Zeta", False),
        ("Globex", True),
    ]


def test_search_wants_every_word_in_company_role_or_people() -> None:
    ann = application("Globex", people=(Person(id="p", name="Ann Ädler"),))
    other = application("Hooli")
    for words, found in (
        ("", 2),
        ("engineer", 2),
        ("ÄDLER glob", 1),
        ("ann hooli", 0),
        ("  hooli ", 1),
    ):
        assert len(listing(Facts(applications=(ann, other)), {}, NOW, words)) == found


def test_search_finds_what_was_said_and_noted() -> None:
    said = applied(
        "Globex", interview("03-02 10:00", specific("The move to Kafka")), notes="By tram"
    )
    others = (said, applied("Initech", interview(key="i2")))
    for words in ("kafka", "globex tram"):
        assert [
            item.application.company for item in listing(Facts(applications=others), {}, NOW, words)
        ] == ["Globex"]


def test_whose_turn_it_is() -> None:
    theirs = applied("Theirs", interview(), sent("thank_you", "03-02 15:00", to="ann"))
    mine = applied("Mine", interview(key="i2"), received("reply", "03-03 09:00", wants_answer=True))
    held = applied("Held", interview(key="i3"), received("on_hold", "03-03 09:00"))
    until = received("on_hold", "03-03 09:00", back_on=day("03-20"))
    until_then = applied("Until", interview(key="i4"), until)
    over = applied("Over", interview(key="i5"), received("rejection", "03-03 09:00"))
    world = facts(theirs, mine, held, until_then, over)
    for now, of_until in (("03-04 09:00", "hold"), ("03-20 09:00", "waiting")):
        moment = at(now)
        upcoming = {"mine": action("mine", "due")}
        found = {i.application.id: i.state for i in listing(world, upcoming, moment)}
        assert found == {
            "theirs": "waiting",
            "mine": "turn",
            "held": "hold",
            "until": of_until,
            "over": "ended",
        }


def test_what_an_acceptance_ended_is_not_waited_for_and_says_why() -> None:
    accepted = applied(
        "Globex", interview(), ended("accepted", "03-06 10:00"), id="a", role="Analyst"
    )
    there = applied("Globex", interview("03-03 10:00", key="i2"), id="b", role="Planner")
    told = applied(
        "Initech", interview("03-03 10:00", key="i3"), sent("withdraw_note", "03-06 12:00")
    )
    later = applied("Hooli", interview("05-04 10:00", key="i4"))
    world, moment = facts(accepted, there, told, later), at("05-11 10:00")
    found = {item.application.id: item for item in listing(world, {}, moment)}
    why = "You accepted the offer of Globex (Analyst) on Fri 6 Mar"
    for id_, state, said in (
        ("a", "ended", ""),
        ("b", "ended", why),
        ("initech", "ended", why),
        ("hooli", "waiting", ""),
    ):
        assert (found[id_].state, found[id_].why) == (state, said), id_
    before = {item.application.id: item for item in listing(world, {}, at("03-05 10:00"))}
    assert before["b"].state == "waiting"


def test_the_order_is_by_next_step_last_contact_or_company() -> None:
    old = applied("Zeta", interview("03-02 10:00"))
    new = applied("Acme", interview("03-04 10:00", key="i2"))
    world, upcoming = (
        facts(old, new),
        {"zeta": action("zeta", "due"), "acme": action("acme", "open")},
    )
    orders = {
        order: [item.application.company for item in listing(world, upcoming, NOW, "", order)]
        for order in ORDERS
    }
    assert orders == {
        "next": ["Zeta", "Acme"],
        "contact": ["Acme", "Zeta"],
        "company": ["Acme", "Zeta"],
    }


def test_what_is_on_hold_is_so_with_something_to_do_too() -> None:
    held = applied("Globex", interview(), received("on_hold", "03-03 09:00"))
    world = facts(held)
    (item,) = listing(
        world,
        next_actions(
            plan(world, at("03-03 10:00")), Clock(at("03-03 10:00"), ZoneInfo("Europe/Berlin"))
        ),
        at("03-03 10:00"),
    )
    assert (item.state, item.on_hold) == ("turn", True)


def test_who_called_is_said_to_have_called() -> None:
    rang = applied("Globex", interview(), received("reply", "03-03 09:00", channel="phone"))
    assert (
        last_contact(rang, Me(time_zone="Europe/Berlin"), at("03-04 09:00"))
        == "They called yesterday"
    )
    mine = applied("Globex", interview(), sent("other", "03-03 09:00", channel="phone"))
    assert (
        last_contact(mine, Me(time_zone="Europe/Berlin"), at("03-04 09:00")) == "You rang yesterday"
    )


def test_stage_last_contact_and_what_is_waited_for_in_a_few_words() -> None:
    me, now = Me(time_zone="Europe/Berlin"), at("03-04 09:00")
    ahead = applied(
        "Globex",
        interview("03-02 10:00", decision_by("03-06"), round="First talk"),
        interview("03-09 10:00", key="i2", round="Second talk"),
    )
    met = ahead.replace(interviews=ahead.interviews[:1])
    wrote = met.replace(touchpoints=(sent("thank_you", "03-03 15:00", to="ann"),))
    back = met.replace(touchpoints=(*wrote.touchpoints, received("bounce", "03-04 08:00")))
    over = met.replace(touchpoints=(received("rejection", "03-03 09:00"),))
    held = met.replace(touchpoints=(received("on_hold", "03-03 09:00", back_on="06-01"),))
    off = applied("Globex", interview("03-09 10:00", round="First talk", state="cancelled"))
    assert stage(off, me, now) == "First talk called off"
    assert stage(off.replace(interviews=()), me, now) == "No interview yet"
    said = [
        tuple(each(application, me, now) for each in (stage, last_contact, waited_for))
        for application in (ahead, met, wrote, back, over, held)
    ]
    assert said == [
        ("Second talk Mon 9 Mar", "You met Mon 2 Mar", "They decide by Fri 6 Mar"),
        ("First talk", "You met Mon 2 Mar", "They decide by Fri 6 Mar"),
        ("First talk", "You wrote yesterday", "They decide by Fri 6 Mar"),
        ("First talk", "You wrote yesterday", "They decide by Fri 6 Mar"),
        ("They rejected", "They wrote yesterday", ""),
        ("First talk", "On hold since yesterday", ""),
    ]
