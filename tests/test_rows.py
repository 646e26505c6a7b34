"""A table that is one test says of each row that fails what went wrong in it, and which one it was."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tests.rows import each_row


def outcome(test: Callable[..., None]) -> str:
    """What its tests say that fail; empty where none does."""
    (mark,) = test.pytestmark  # type: ignore[attr-defined]
    said = []
    for rows in mark.args[1]:
        try:
            test(rows=rows)
        except pytest.fail.Exception as failed:
            said.append(str(failed))
    return "\n".join(said)


def tried(table: Sequence[Any], **how: Any) -> tuple[list[int], str]:
    """The rows that a test over this table was asked of, in which 3 and 5 fail; and what it said."""
    asked: list[int] = []

    @each_row("number", table, **how)
    def no_three_and_no_five(number: int) -> None:
        asked.append(number)
        assert number != 3, "a three"
        if number == 5:
            pytest.skip("none today")

    return asked, outcome(no_three_and_no_five)


def test_every_row_is_tried_and_each_that_fails_is_named_with_its_reason() -> None:
    asked, said = tried(range(7), ids=lambda number: f"the number {number}")
    assert asked == [*range(7)]
    assert "2 of 7 rows" in said
    assert "the number 3\n" in said
    assert "AssertionError: a three" in said
    assert "the number 5\n" in said  # a row that is skipped would be a row that says nothing
    assert "the number 4" not in said


def test_a_table_in_parts_tries_each_row_once() -> None:
    asked, said = tried(range(7), parts=3)
    assert sorted(asked) == [*range(7)]
    assert "1 of 3 rows" in said
    assert "1 of 2 rows" in said


def test_where_all_is_well_nothing_is_said() -> None:
    assert tried([1, pytest.param(2, id="two")]) == ([1, 2], "")


def test_a_table_without_rows_or_of_what_the_test_does_not_take_is_refused() -> None:
    with pytest.raises(AssertionError, match="no rows"):
        tried([])
    with pytest.raises(AssertionError, match="does not take"):
        each_row("word", ["a"])(lambda number: None)
    with pytest.raises(AssertionError, match="a mark"):
        tried([pytest.param(1, marks=pytest.mark.wide)])
