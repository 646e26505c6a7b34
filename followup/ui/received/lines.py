"""The lines of a table before it is imported: a tick for each, what it joins, and the days that only the user knows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from followup.exchange.filled.added import line_words
from followup.exchange.filled.row import DayAsked, left_empty
from followup.exchange.filled.table import How, Line, Taken, days_open
from followup.exchange.table import Table
from followup.ui.base import session
from followup.ui.base.looks import in_label, md1
from followup.ui.parts.day_fields import day_field, usable
from followup.ui.received.preview import row_words
from followup.ui.received.zone import Received

_PER_PAGE, _LONGEST = 20, 400
_PAGE: Final = "received_page"
_HOW: Final[Mapping[How, str]] = {"join": "Add to it", "new": "A new application"}


def lines_part(waiting: Received, table: Table, lines: Sequence[Line], taken: Taken) -> None:
    """All lines; of many those that the user wants to see, a page at a time."""
    asked = days_open(table, taken)
    seen = _of_a_kind(lines, taken, asked) if len(lines) > _PER_PAGE else lines
    if lines[1:]:
        with st.container(horizontal=True, gap="small"):
            for tick, words in ((True, "Tick all"), (False, "Tick none")):
                key = f"received_tick_{tick}"
                st.button(
                    words, key=key, type="tertiary", on_click=_all, args=(waiting, seen, tick)
                )
    pages = max(1, -(-len(seen) // _PER_PAGE))
    page = min(st.session_state.get(_PAGE, 1), pages)
    with st.container(key="list_lines"):
        for line in seen[(page - 1) * _PER_PAGE : page * _PER_PAGE]:
            _line(waiting, line, taken, asked.get(line.row.line, ()))
    if pages > 1:
        session.show(_PAGE, page)
        st.pagination(pages, key=_PAGE, persist_state="page")


def _of_a_kind(lines: Sequence[Line], taken: Taken, asked: Mapping[int, object]) -> Sequence[Line]:
    """Those that the user wants to see; how many there are stands beside each."""
    kinds: Mapping[str, Callable[[Line], bool]] = {
        "All": lambda _: True,
        "There already": lambda line: line.may_be_there,
        "With a question": lambda line: line.row.line in asked,
        "Left out": lambda line: line.row.line not in taken.lines,
    }
    found = {name: [line for line in lines if fits(line)] for name, fits in kinds.items()}
    chosen = st.radio(
        "Lines",
        list(kinds),
        format_func=lambda name: f"{name} {len(found[name])}",
        key="received_kind",
        horizontal=True,
        label_visibility="collapsed",
        persist_state="page",
    )
    return found[chosen]


def _line(waiting: Received, line: Line, taken: Taken, asked: Sequence[DayAsked]) -> None:
    number = line.row.line
    comes = number in taken.lines
    with st.container(key=f"card_line_{number}", gap="small"):
        key = f"received_line_{number}"
        session.show(key, comes)
        st.checkbox(
            f"Line {number}: {in_label(row_words(line.row), _LONGEST)}",
            key=key,
            on_change=_ticked,
            args=(waiting, line, key),
            persist_state="page",
        )
        words = line_words(line, taken, session.clock())
        said = md1(f"{words[:1].upper()}{words[1:]}.", _LONGEST) if words else ""
        if comes and (line.here or taken.above(line)):
            _which(waiting, line, taken, said)
        elif said:
            st.markdown(f":small[{said}]")
        if asked:
            with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
                for ask in asked:
                    _day(waiting, ask, line)


def _which(waiting: Received, line: Line, taken: Taken, said: str) -> None:
    """Whether it joins what is there, or is another application."""
    key = f"received_how_{line.row.line}"
    new = taken.lines[line.row.line].before is None
    session.show(key, "new" if new else "join")
    st.radio(
        said,
        list(_HOW),
        format_func=lambda how: _HOW[how],
        key=key,
        horizontal=True,
        on_change=_chosen,
        args=(waiting, line, key),
        persist_state="page",
    )


def _day(waiting: Received, ask: DayAsked, line: Line) -> None:
    key, said = f"received_{ask.kind}_{ask.line}", day_said(waiting, ask)
    session.show(key, said)
    words = ask.sentence
    if ask.kind == "ended" and said is None and line.said.outcome:
        words += f" Left empty: {left_empty(line.row, line.said.outcome, session.clock())}."
    on_change = partial(_answered, waiting, ask, key)
    day_field(md1(words, _LONGEST), key, on_change=on_change, width=320)


def day_said(waiting: Received, ask: DayAsked) -> date | None:
    """The day that the user gave, while they gave none the one that is suggested."""
    days: Mapping[tuple[str, int], date | None] = waiting.chosen.get("days", {})
    return days.get((ask.kind, ask.line), ask.suggestion)


# ---- in callbacks


def _answered(waiting: Received, ask: DayAsked, key: str) -> None:
    said = waiting.chosen.get("days", {})
    waiting.chosen["days"] = {**said, (ask.kind, ask.line): usable(key, "")}


def _say(waiting: Received, said: Mapping[int, How]) -> None:
    waiting.chosen["how"] = {**waiting.chosen.get("how", {}), **said}


def _chosen(waiting: Received, line: Line, key: str) -> None:
    _say(waiting, {line.row.line: st.session_state[key]})


def _ticked(waiting: Received, line: Line, key: str) -> None:
    _all(waiting, (line,), st.session_state[key])


def _all(waiting: Received, lines: Sequence[Line], tick: bool) -> None:
    _say(waiting, {line.row.line: line.same if tick else "leave" for line in lines})
