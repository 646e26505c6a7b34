"""What is said of a failure helps to mend it, and holds nothing that anybody wrote."""

import sys
from pathlib import Path

import pytest

from followup.exchange.error_report import report

SECRET = "Dear Ann, ann@globex.example"


def fail(text: str) -> None:
    known: dict[str, str] = {}
    try:
        known[text]
    except KeyError as error:
        raise ValueError(text) from error


def endless(text: str) -> None:
    endless(text)


def test_it_holds_kinds_places_and_versions_and_no_texts() -> None:
    with pytest.raises(ValueError, match=SECRET) as caught:
        fail(SECRET)
    said = report(caught.value)
    for word in ("builtins.ValueError", "builtins.KeyError", "test_error_report.py:", "in fail"):
        assert word in said
    assert "streamlit 1." in said
    assert f"Python {sys.version_info.major}." in said
    for personal in ("Ann", "@", "globex", str(Path.home()), str(Path(__file__).parent)):
        assert personal not in said


def test_a_recursion_without_end_is_told_in_short() -> None:
    with pytest.raises(RecursionError) as caught:
        endless(SECRET)
    assert len(report(caught.value).splitlines()) < 40


def test_errors_that_led_to_each_other_are_told_once() -> None:
    one, two = ValueError(SECRET), KeyError(SECRET)
    one.__cause__, two.__cause__ = two, one
    assert report(one).count("KeyError") == 1
