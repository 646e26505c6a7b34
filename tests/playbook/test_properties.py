"""What holds of the plan for all facts (PLAYBOOK sections 1 to 4).

Where a property holds only in part for a good reason, the reason stands beside it.
"""

import random
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given
from hypothesis import strategies as st

from followup.model.action import Action
from followup.model.changes import log, sent
from followup.model.facts import Application, Facts, Touchpoint
from followup.model.kinds import KINDS
from followup.model.lossless.codec import decode, encode
from followup.model.snoozes_and_skips import snooze
from followup.model.times import in_utc
from followup.playbook.cadence import numbers_of
from followup.playbook.case import employer, ending_of
from followup.playbook.plan import plan
from followup.playbook.search import search_of
from tests.builders import BEN, applied, at, decision_by, ended, facts, interview, received
from tests.builders import sent as sent_then
from tests.explore import examples
from tests.strategies import happenings, worlds, worlds_at

LIVE = ("open", "due", "overdue")
HOLDABLE = ("status_check", "second_check", "feedback_request", "keep_in_touch")
SILENT = (
    "reply", "send_material", "linkedin_connect", "rejection_reply", "offer_reply", "debrief", "move_on",
    "decide_offer", "tell_referrer",
)  # fmt: skip
NEVER_SENT = ("debrief", "move_on", "decide_offer")
MINUTE = timedelta(minutes=1)

Scene = tuple[Facts, datetime]


# What `make explore` found.
TAKEN_HERE = facts(  # a date was owed, and they took an offer of the same employer: what is sent now joins the two
    applied("Globex", ended("accepted", "03-05 05:00"), id="a"),
    applied("Globex", BEN, interview("02-27 13:00", by="ben", state="cancelled"), id="b"),
)
MY_TURN = facts(  # the reason says whose turn it is, and the promise below it is spent at midnight
    applied(
        "Globex",
        interview("02-27 13:00"),
        received("reply", "03-17 12:00", wants_answer=True),
        received("update", "03-18 12:00", decision_by("03-22")),
        received("update", "03-21 21:00"),
    )
)
CAME_BACK = facts(
    applied(
        "Globex",
        interview("02-20 10:00"),
        sent_then("thank_you", "02-20 12:00", to="ann"),
        sent_then("other", "02-26 10:00", id="lost"),
        received("bounce", "02-26 10:05", bounced="lost"),
    )
)


def by_key(actions: tuple[Action, ...]) -> dict[str, Action]:
    return {each.key: each for each in actions}


def send(world: Facts, action: Action, at: datetime) -> Facts:
    """What a click on “I sent it” does."""
    return log(world, action.application, sent(action, action.channel or "email", "", "", at))


@examples(150)
@given(worlds_at())
def test_moments_are_in_order_aware_and_in_the_users_zone_and_keys_are_unique(scene: Scene) -> None:
    world, now = scene
    actions = plan(world, now)
    assert len({each.key for each in actions}) == len(actions)
    touchpoints = {t.id for each in world.applications for t in each.touchpoints}
    live = {each.key for each in actions if each.status in LIVE}
    for each in actions:
        moments = [each.opens, each.due, each.late, *([each.closes] if each.closes else [])]
        assert moments == sorted(moments, key=lambda moment: moment.astimezone(UTC)), each
        assert {str(moment.tzinfo) for moment in moments} == {world.me.time_zone}
        assert (each.status == "held") == (each.held_by is not None)
        # By a message until a day, or by a live action that goes first.
        assert each.held_until is None or each.held_until > now
        assert each.held_by is None or each.held_by in (touchpoints if each.held_until else live)
        assert each.reason.endswith((".", "!", "?", "…")), "a whole sentence"
        assert each.phone_offered <= (each.kind in ("status_check", "second_check", "thank_you"))
    order = [(each.due.astimezone(UTC), each.opens.astimezone(UTC), each.key) for each in actions]
    assert order == sorted(order)


@examples(150)
@given(worlds_at())
def test_a_status_is_what_its_moments_say(scene: Scene) -> None:
    world, now = scene
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    for each in plan(world, now):
        match each.status:
            case "open" | "due" | "overdue" | "held":
                assert in_utc(each.opens) <= in_utc(now), "nothing is due before it opens"
                assert each.closes is None or in_utc(now) < in_utc(each.closes)
            case "lapsed":
                assert each.closes is not None
                assert in_utc(each.closes) <= in_utc(now)
        if each.status in LIVE:
            # In UTC: within one zone Python compares what the clocks show, which is the same twice on one night.
            late = in_utc(each.late) <= in_utc(now) and not each.optional
            found = "overdue" if late else "due" if each.due <= midnight else "open"
            assert each.status == found


def _mixed(world: Facts, seed: int) -> Facts:
    chance = random.Random(seed)

    def any_order(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: any_order(each) for key, each in value.items()}
        if isinstance(value, list):
            items = [any_order(each) for each in value]
            return chance.sample(items, len(items))
        return value

    return Facts.model_validate(any_order(world.model_dump(mode="json")))


@examples(150)
@given(worlds_at(), st.integers(0, 2**32))
def test_order_of_entry_is_irrelevant(scene: Scene, seed: int) -> None:
    world, now = scene
    assert plan(_mixed(world, seed), now) == plan(world, now)


@examples(100)
@given(worlds_at(), st.sampled_from(["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]))
def test_the_same_moment_written_in_another_zone_and_the_file_read_again_give_the_same(
    scene: Scene, zone: str
) -> None:
    world, now = scene
    assert plan(world, now.astimezone(ZoneInfo(zone))) == plan(world, now)
    assert plan(decode(encode(world)), now) == plan(world, now)


def _ends_here(world: Facts, action: Action, now: datetime) -> bool:
    """Whether an acceptance of another offer ends the action's application."""
    search = search_of(world, now)
    (case,) = (each for each in search.cases if each.id == action.application)
    return search.accepted_elsewhere(case) is not None


@examples(200)
@given(worlds_at())
@example((TAKEN_HERE, at("03-05 05:00")))
def test_the_answering_touchpoint_takes_exactly_its_action_from_live_to_done(scene: Scene) -> None:
    world, now = scene
    before = by_key(plan(world, now))
    done = {key for key, each in before.items() if each.status == "done"}
    for each in before.values():
        if each.status not in LIVE:
            continue
        later = now + MINUTE  # an answer to what came this minute comes after it
        plain = {k for k, a in by_key(plan(world, later)).items() if a.status == "done"}
        answered = send(world, each, later)
        if _ends_here(answered, each, later) and not _ends_here(world, each, later):
            continue  # within a week of an acceptance: what is sent then makes it of the same search (4.8)
        after = by_key(plan(answered, later))
        new = {key for key, action in after.items() if action.status == "done"} - done - plain
        match each.kind:
            case "keep_in_touch":  # never done: the next one takes its place
                assert after[each.key].status in ("upcoming", "held")
                assert new == set()
            case "reply":  # one answer answers all that was asked before it (section 3)
                assert each.key in new
                assert {after[key].kind for key in new} == {"reply"}
            case "send_material":  # also the reply to the message that asked for it (section 3)
                assert each.key in new
                # Now they are to say something: a check that went before is one only from here on.
                kinds = {after[key].kind for key in new if key in before}
                assert kinds <= {"send_material", "reply"}
            case "tell_referrer":  # a word may be for both occasions
                assert each.key in new
                assert {after[key].kind for key in new} == {"tell_referrer"}
            case "second_check" if numbers_of(world.cadence).checks == 3 and not new:
                assert after[each.key].opens > later, "the further one has the same key"
            case _:
                assert new == {each.key}, each.kind


ALLOWED = {  # what section 3 has in each outcome, letters of theirs aside
    "rejected": {
        "rejection_reply", "feedback_request", "keep_in_touch", "linkedin_connect", "tell_referrer", "reply",
    },
    "closed": {"keep_in_touch", "reply", "linkedin_connect", "tell_referrer"},
    "withdrawn": {"withdraw_note", "tell_referrer", "keep_in_touch", "reply"},
    "accepted": {"status_check", "second_check", "reply", "thank_you", "linkedin_connect", "tell_referrer"},
    "offer": {
        "status_check", "second_check",  # about the letter
        "debrief", "thank_you", "send_material", "reply", "linkedin_connect", "offer_reply", "decide_offer",
        "withdraw_note", "tell_referrer",
    },
}  # fmt: skip


@examples(200)
@given(worlds_at(letters=False))
def test_nothing_is_due_for_an_ended_application_but_what_section_3_allows(scene: Scene) -> None:
    world, now = scene
    for application in world.applications:
        if ending := ending_of(application, world.me, now):
            live = {
                each.kind
                for each in plan(world, now)
                if each.application == application.id and each.status in (*LIVE, "held", "upcoming")
            }
            assert live <= ALLOWED[ending.kind]


def _starts_the_days(touchpoint: Touchpoint) -> bool:
    answer = touchpoint.purpose == "other" and touchpoint.promise is not None
    return touchpoint.direction == "sent" and touchpoint.purpose not in (*SILENT,) and not answer


def _came_back(application: Application, by: datetime) -> set[str | None]:
    """What came back undelivered, which counts nowhere as sent."""
    back = {t.bounced for t in application.touchpoints if t.at <= by}
    # Of what was entered twice the first by id stays, and either may be named.
    return {f"{id_}{again}" for id_ in back if id_ for again in ("", "+", "-")}


def _part_of_the_reply(action: Action, actions: tuple[Action, ...]) -> bool:
    return action.kind == "feedback_request" and any(
        each.kind == "rejection_reply"
        and each.application == action.application
        and each.status not in ("done", "skipped", "lapsed")
        for each in actions
    )


@examples(40)
@given(worlds_at(after_all=True, latest=100), st.integers(0, 23))
@example((CAME_BACK, at("02-27 09:00")), 9)  # what came back undelivered was no outreach
def test_no_two_outreaches_that_the_plan_allows_lie_under_the_cadences_gap(
    scene: Scene, hour: int
) -> None:
    # Step through ten weeks and send the first thing that the limits let through each day. Messages that are never held
    # (thank-yous, expedites, ...) may follow an outreach at any distance; what is held may not.
    world, now = scene
    gap = numbers_of(world.cadence).outreach_days
    owner = {each.id: employer(each) for each in world.applications}
    zone = world.me.zone
    for day in range(70):
        moment = (now + timedelta(days=day)).replace(hour=hour)
        actions = plan(world, moment)
        ready = [
            each
            for each in actions
            if each.status in LIVE
            and each.kind not in NEVER_SENT
            and not _part_of_the_reply(each, actions)
        ]
        if not ready:
            continue
        action = ready[0]
        if action.kind in HOLDABLE and action.about != "no_show":
            last = [
                t.at.astimezone(zone).date()
                for each in world.applications
                if owner[each.id] == owner[action.application]
                for t in each.touchpoints
                if _starts_the_days(t) and t.at <= moment and t.id not in _came_back(each, moment)
            ]
            distance = (moment.date() - max(last)).days if last else gap
            assert distance >= gap, (action.key, distance)
        world = send(world, action, moment)


@examples(150)
@given(worlds_at(after_all=True), st.integers(0, 60 * 24))
def test_moving_now_forward_never_unlapses(scene: Scene, hours: int) -> None:
    # Nothing happens in between: a new round or a later touchpoint may well open or answer something again.
    world, now = scene
    later = by_key(plan(world, now + timedelta(hours=hours)))
    for key, each in by_key(plan(world, now)).items():
        if each.status == "lapsed" and key in later:
            assert later[key].status == "lapsed"
        if each.status in ("done", "skipped") and key in later:
            assert later[key].status == each.status


def _promised_between(world: Facts, key: str, now: datetime, then: datetime) -> bool:
    """Whether a day by which they promised to decide ends in between, on the application's clock."""
    (application,) = (each for each in world.applications if each.id == key)
    zone = application.zone or world.me.zone
    promises = [p for interview in application.interviews for p in interview.promises]
    promises += [p for touchpoint in application.touchpoints for p in touchpoint.promises]
    days = (p.on for p in promises if p.kind == "decision_by" and p.on)
    ends = (datetime.combine(on + timedelta(days=1), time(), tzinfo=zone) for on in days)
    return any(now < end <= then for end in ends)


@examples(150)
@given(worlds_at(after_all=True), st.integers(0, 60 * 24))
@example((MY_TURN, at("03-22 17:00")), 7)
def test_moving_now_forward_never_makes_something_due_before_the_opening_that_was_told(
    scene: Scene, hours: int
) -> None:
    # But for a check whose promised date passes meanwhile, and is spent: 4.2 counts from then on, whatever else its
    # reason says (4.1).
    world, now = scene
    then = (now.astimezone(UTC) + timedelta(hours=hours)).astimezone(now.tzinfo)
    later = by_key(plan(world, then))
    for key, each in by_key(plan(world, now)).items():
        if each.status == "upcoming" and each.opens > then and key in later:
            passes = _promised_between(world, each.application, now, then)
            promised = passes or each.kind != "status_check"
            if each.kind not in ("status_check", "second_check", "move_on") or not promised:
                assert later[key].status == "upcoming"
                assert later[key].opens == each.opens


@examples(100)
@given(worlds_at(after_all=True, said=False))
def test_a_snooze_never_hides_past_closes_nor_past_its_own_end(scene: Scene) -> None:
    world, now = scene
    until = now + timedelta(days=400)
    for each in plan(world, now):
        if each.status not in LIVE:
            continue
        hidden = snooze(world, each.key, until)
        assert by_key(plan(hidden, now))[each.key].status == "upcoming"
        if (
            each.closes and each.closes < until and each.kind != "expedite"
        ):  # whose offer is over then
            found = by_key(plan(hidden, each.closes)).get(each.key)
            assert (
                found is None or found.status == "lapsed"
            )  # None: another request is listed in its place
        if not KINDS[each.kind].counted:  # a snooze moves on when a check goes stale (4.10)
            assert plan(hidden, until) == plan(world, until)


@examples(100)
@given(worlds(most=3, letters=False), st.integers(0, 40 * 24))
def test_applications_at_other_employers_do_not_touch_each_other(world: Facts, hours: int) -> None:
    # But for offers, which section 3 lets reach across, and people whom several of them know by one address.
    world = world.replace(
        applications=tuple(
            each.replace(
                people=tuple(p.replace(email=f"{p.id}@x.example", linkedin="") for p in each.people)
            )
            for each in world.applications
        )
    )
    names = Counter(employer(each) for each in world.applications)
    assume(max(names.values()) == 1)
    kinds = {each.outcome.kind for each in world.applications if each.outcome}
    assume(not kinds & {"offer", "accepted"})
    known = happenings(world)
    assume(known)
    now = known[0] + timedelta(hours=hours)
    together = plan(world, now)
    for application in world.applications:
        alone = plan(world.replace(applications=(application,)), now)
        assert alone == tuple(each for each in together if each.application == application.id)
