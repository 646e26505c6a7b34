"""What holds of a search as the days go by (PLAYBOOK sections 2 to 4): nothing is forgotten, nothing piles up."""

from collections import Counter
from datetime import datetime, timedelta

from hypothesis import given

from followup.model.action import Action
from followup.model.facts import Facts
from followup.model.kinds import KINDS
from followup.model.vocabulary import ACTIONABLE
from followup.playbook.case import Case, employer
from followup.playbook.plan import plan
from followup.playbook.search import search_of
from tests.explore import examples
from tests.strategies import worlds_at

Scene = tuple[Facts, datetime]

HELD = ("status_check", "second_check", "feedback_request", "keep_in_touch")
CHAIN = ("status_check", "second_check", "move_on")
ASIDE = ("thank_you", "reply", "send_material")
SIX_WEEKS = 42


def _waits(case: Case) -> bool:
    """An active application with an interview held or an invitation, and no round of which only the day was known."""
    invited = any(t.purpose == "invitation" for t in case.messages)
    unsure = any(i.starts_at is None for i in case.application.interviews)
    return case.active and bool(case.held or invited) and not unsure


def _is_left_alone(case: Case, actions: tuple[Action, ...]) -> bool:
    """Nothing is listed of it but what is past, and nothing lies ahead; its checks and decision aside."""
    mine = [each for each in actions if each.application == case.id]
    coming = any(each.status not in ("done", "skipped", "lapsed") for each in mine)
    return not coming and not case.ahead and not any(each.kind in CHAIN for each in mine)


@examples(60)
@given(worlds_at(after_all=True, latest=200))
def test_no_application_that_waits_is_left_with_nothing_for_six_weeks(scene: Scene) -> None:
    world, now = scene
    alone: Counter[str] = Counter()
    for days in range(0, 120, 7):
        moment = now + timedelta(days=days)
        search, actions = search_of(world, moment), plan(world, moment)
        for case in search.cases:
            forgotten = _waits(case) and not search.accepted_elsewhere(case)
            left = forgotten and _is_left_alone(case, actions)
            alone[case.id] = alone[case.id] + 7 if left else 0
            assert alone[case.id] < SIX_WEEKS, case.id


def _goes(action: Action, actions: tuple[Action, ...]) -> bool:
    """Whether it is one that 4.3 lets through one at a time, live: about no no-show, nor with the rejection reply."""
    with_reply = action.kind == "feedback_request" and any(
        other.kind == "rejection_reply"
        and other.application == action.application
        and other.status not in ("done", "skipped", "lapsed")
        for other in actions
    )
    counted = action.kind in HELD and action.about != "no_show" and not with_reply
    return counted and action.status in ACTIONABLE


@examples(100)
@given(worlds_at())
def test_at_no_moment_two_of_the_held_kinds_live_for_one_employer(scene: Scene) -> None:
    world, now = scene
    owner = {each.id: employer(each) for each in world.applications}
    for days in (0, 3, 9, 20, 95):
        actions = plan(world, now + timedelta(days=days))
        going = Counter(owner[each.application] for each in actions if _goes(each, actions))
        assert not going or max(going.values()) == 1, going


@examples(100)
@given(worlds_at())
def test_at_most_six_live_for_one_application_what_answers_and_the_optional_aside(
    scene: Scene,
) -> None:
    world, now = scene
    for days in (0, 2, 8, 30):
        live = Counter(
            each.application
            for each in plan(world, now + timedelta(days=days))
            if each.status in ACTIONABLE and each.kind not in ASIDE and not each.optional
        )
        assert not live or max(live.values()) <= 6, live


def test_every_optional_kind_is_one_of_the_table() -> None:
    optional = {kind for kind, row in KINDS.items() if row.optional}
    assert optional == {"linkedin_connect", "feedback_request", "expedite", "keep_in_touch"}
