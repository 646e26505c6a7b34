"""The table of kinds is whole, and says of each kind one thing."""

from string import Formatter

import pytest

from followup.model.kinds import CHECKS, KINDS, WRITTEN, those
from followup.model.vocabulary import ACTION_KINDS, ActionKind
from tests.rows import each_row


def test_every_kind_has_a_row_and_no_row_is_of_no_kind() -> None:
    assert tuple(KINDS) == ACTION_KINDS


@pytest.mark.parametrize("field", ["icon", "word", "noun", "title"])
def test_no_two_kinds_look_or_read_alike(field: str) -> None:
    said = [getattr(kind, field) for kind in KINDS.values()]
    assert all(said)
    assert len(set(said)) == len(said)


@each_row("kind", ACTION_KINDS)
def test_a_title_asks_for_nothing_that_is_not_filled_in(kind: ActionKind) -> None:
    places = {name for _, name, _, _ in Formatter().parse(KINDS[kind].title) if name}
    assert places <= {"name", "material"}


def test_what_goes_to_nobody_is_no_message_in_any_other_way_either() -> None:
    for name in ACTION_KINDS:
        kind = KINDS[name]
        if not kind.written:
            assert not any((kind.outreach, kind.callable, kind.asks, kind.check, kind.personal))


def test_a_check_is_one_of_a_count_and_is_never_called_in_unasked() -> None:
    assert {"status_check", "second_check"} == CHECKS
    assert {*CHECKS, "move_on"} == set(those(lambda kind: kind.counted))
    assert not any(KINDS[name].callable for name in CHECKS)
    assert set(ACTION_KINDS) - set(WRITTEN) == {"debrief", "move_on", "decide_offer"}
