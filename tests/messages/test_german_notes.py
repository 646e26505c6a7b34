"""German notes as people type them after an interview, each as a letter tells it, formal and per du, or left out of it.

`german_notes.txt` holds them with what a native speaker would say; where the program cannot be sure, it says nothing.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from followup.messages.answers import own_point
from followup.messages.draft import draft
from followup.messages.languages import grammar_of
from followup.messages.thought import listener, thought_of, told
from followup.model.facts import Specific
from followup.model.vocabulary import Frame, Terms
from tests.builders.northwind import DANA, action, facts, occasion
from tests.rows import each_row

GERMAN = grammar_of("de")
LEFT_OUT, THE_SAME = "-", "="
A_DETAIL = {
    "about": "den Umbau",
    "that": "niemand allein arbeiten sollte",
    "question": "wie ich das lösen würde",
}


def _notes() -> Iterator[tuple[str, str, str, str]]:
    text = Path(__file__).with_name("german_notes.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, note, formal, first = line.split(" | ")
            yield kind, note, formal, formal if first == THE_SAME else first


NOTES = tuple(_notes())


def _specific(kind: str, note: str) -> Specific:
    """A detail, a thought on one (“thought that”), or what the user forgot to say."""
    frames = {str(frame): frame for frame in get_args(Frame)}
    if kind == "missed":
        return Specific(
            id="n", text=note, topic="missed", frame="that" if note.startswith("dass ") else None
        )
    frame = frames[kind.removeprefix("thought ")]
    if kind in frames:
        return Specific(id="n", text=note, frame=frame, said_by=DANA.id)
    return Specific(id="n", text=A_DETAIL[frame], frame=frame, ties_to=note, said_by=DANA.id)


def _said(kind: str, note: str, terms: Terms) -> str:
    specific = _specific(kind, note)
    found = facts((specific,), language="de", people=(DANA.replace(terms=terms),))
    case = occasion(action(), found)
    if kind == "missed":
        return own_point(case, "missed", GERMAN) or LEFT_OUT
    if kind.startswith("thought"):
        return thought_of(case, specific, GERMAN) or LEFT_OUT
    text, to = told(case, specific, GERMAN), listener(case, specific, GERMAN)
    if not text or kind == "about":
        return text or LEFT_OUT
    return GERMAN.reported(specific.frame or "that", text, to)


@each_row(("kind", "note", "formal", "first"), NOTES, ids=[n[1] for n in NOTES])
def test_a_note_reads_as_a_native_would_say_it_or_is_left_out(
    kind: str, note: str, formal: str, first: str
) -> None:
    assert _said(kind, note, "formal") == formal
    assert _said(kind, note, "first") == first


@pytest.mark.parametrize("terms", get_args(Terms))
def test_a_letter_around_a_note_has_each_comma_once(terms: Terms) -> None:
    for kind, note, *_ in NOTES[::20]:
        found = facts((_specific(kind, note),), language="de", people=(DANA.replace(terms=terms),))
        assert not re.search(r",,|,\.| ,|  ", draft(occasion(action(), found)).body), note


def test_most_notes_go_into_the_letter() -> None:
    left_out = [note for _, note, formal, _ in NOTES if formal == LEFT_OUT]
    assert len(left_out) < len(NOTES) / 4
