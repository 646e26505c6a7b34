"""Every change of the data goes through `change`: it says what was done and offers Undo, or says why it was not done.

Call it in an `on_click` callback: it runs before the page is drawn, so that the page shows the new state, and what was
typed stays in its widgets when the change is refused.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st
from pydantic import ValidationError

from followup.model.codec import problems_of
from followup.model.errors import FollowupError, Problem
from followup.model.facts import Facts
from followup.model.text import with_one_stop
from followup.store.errors import NotSynced
from followup.store.snapshot import Change
from followup.ui import clock, session
from followup.ui.shortcuts import letter
from followup.ui.text import md, md1
from followup.views.difference import Derived, difference

log = logging.getLogger(__name__)

_T = TypeVar("_T")

_DONE = "feedback_done"
_REFUSED = "feedback_refused"
_TOASTS = "feedback_toasts"
_UNSURE = "feedback_unsure"
_NAMED = 3  # sentences in sight; the rest is one click away


@dataclass(frozen=True, slots=True)
class Done:
    """What the last change did: in words, what it moved in the plan, and the change itself while it can be undone."""

    words: str
    consequences: tuple[str, ...]
    warnings: tuple[str, ...]
    change: Change | None


def change(do: Callable[[], Change], said: str = "") -> Change | None:
    """Run one store call. Gives its Change, or None when it was refused: the sentence is then shown.

    `said` says what was done, in plain text; without it the Change's own words do.
    """
    before = _derived()
    made = _attempt(do)
    if made is None:
        return None
    _remember(with_one_stop(said or f"{made.what}."), before, made)
    return made


def made(make: Callable[[], _T]) -> _T | None:
    """What the facts' own checks let through; None where they refuse it: the sentence is then shown."""
    try:
        return make()
    except ValidationError as error:
        refuse(*(_sentence(problem) for problem in problems_of(error)))
    return None


def refuse(*sentences: str) -> None:
    """Show why something was not done; what was typed stays."""
    st.session_state[_REFUSED] = sentences


def tell(words: str) -> None:
    """Show a short message that nothing is to be undone of."""
    st.session_state.setdefault(_TOASTS, []).append(words)


def bar() -> None:
    """The frame's part: what was refused, or what was done, with Undo, in sight on every page until dismissed."""
    for words in st.session_state.pop(_TOASTS, []):
        st.toast(md1(words), icon=":material/check:")
    refused: tuple[str, ...] = st.session_state.pop(_REFUSED, ())
    unsure: str | None = st.session_state.pop(_UNSURE, None)
    done: Done | None = st.session_state.get(_DONE)
    if not (refused or unsure or done):
        return
    with st.bottom:
        if refused:
            body = "\n".join(f"- {md1(sentence)}" for sentence in refused)
            st.error(
                md(refused[0]) if len(refused) == 1 else body,
                title="Not saved",
                icon=":material/block:",
            )
        if unsure:
            st.warning(md(unsure), icon=":material/warning:")
        if done:
            _show(done)


def _show(done: Done) -> None:
    with st.container(key="feedback_bar", border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.markdown(f":green[:material/check_circle:] {md1(done.words)}", width="stretch")
            if done.change and done.change.id:
                st.button(
                    "Undo",
                    key="feedback_undo",
                    icon=":material/undo:",
                    shortcut=letter("U"),
                    on_click=_undo,
                )
            st.button("Dismiss", key="feedback_dismiss", type="tertiary", on_click=_dismiss)
        for warning in done.warnings:
            st.warning(md(warning), icon=":material/warning:")
        _show_consequences(done.consequences)


def _show_consequences(sentences: tuple[str, ...]) -> None:
    """What it did to the plan: the first in sight, and all of them behind a button; one more is named, not counted."""
    named = sentences if len(sentences) <= _NAMED + 1 else sentences[:_NAMED]
    if named:
        st.markdown(f":small[{md1(' '.join(named), 1500)}]")
    if len(sentences) > len(named):
        rest = len(sentences) - len(named)
        with st.popover(f"And {rest} more changes of the plan", key="feedback_all"):
            st.markdown("\n".join(f"- {md1(sentence)}" for sentence in sentences))


def _undo() -> None:
    done: Done | None = st.session_state.get(_DONE)
    if done is None or done.change is None or done.change.id is None:
        return
    last, before = done.change.id, _derived()
    if _attempt(lambda: session.store().undo(last, now=clock.now())) is not None:
        _remember(f"Undone: “{done.words.removesuffix('.')}”.", before, None)


def _dismiss() -> None:
    st.session_state.pop(_DONE, None)


def _remember(words: str, before: Derived, made: Change | None) -> None:
    consequences = difference(before, _derived(), clock.now())
    warnings = made.warnings if made else ()
    st.session_state[_DONE] = Done(words, consequences, warnings, made)
    st.session_state.setdefault(_TOASTS, []).append(words)


def _derived() -> Derived:
    try:
        session.refresh()
        return Derived(session.facts(), session.actions())
    except FollowupError:  # the page itself says what is wrong with the file
        return Derived(Facts(), ())


def _attempt(do: Callable[[], Change]) -> Change | None:
    try:
        return do()
    except ValidationError as error:
        refuse(*(_sentence(problem) for problem in problems_of(error)))
    except NotSynced as error:
        # It is in the file, so it counts as done: the page shows the new state.
        st.session_state[_UNSURE] = str(error)
    except FollowupError as error:
        refuse(*str(error).splitlines())
    except Exception:
        log.exception("A change failed")
        refuse("Something went wrong, and nothing was changed. What you typed is still there.")
    return None


def _sentence(problem: Problem) -> str:
    field = problem.path.rsplit(".", 1)[-1].replace("_", " ")
    return f"{field.capitalize()}: {problem.message}." if field else problem.message
