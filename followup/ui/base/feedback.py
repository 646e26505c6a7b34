"""Every change of the data goes through `change`: it says what was done and offers Undo, or says why it was not done.

Call it in an `on_click` callback: it runs before the page is drawn, so that the page shows the new state, and what was
typed stays in its widgets when the change is refused.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

import streamlit as st
from pydantic import ValidationError

from followup.model.changes import ApplicationChange
from followup.model.errors import FollowupError, Problem
from followup.model.fact import with_one_stop
from followup.model.facts import Facts
from followup.model.lossless.codec import problems_of
from followup.prose.text import counted, moment_words
from followup.store.errors import NotSynced
from followup.store.state import Change, Replaced, Snapshot
from followup.ui.base import session
from followup.ui.base.looks import md, md1
from followup.ui.base.pages import shortcut
from followup.views.difference import Derived, difference

log = logging.getLogger(__name__)

_T = TypeVar("_T")

_LINE = "feedback_line"  # what stands in the line: a Done, and the page on which it was done
_HISTORY = "feedback_history"
_COUNT = "feedback_count"
_REFUSED = "feedback_refused"
_UNSURE = "feedback_unsure"
_KEPT = 8  # changes in the history


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What a change did: in words, what it moved in the plan, and the change itself while it can be undone."""

    words: str
    at: datetime
    consequences: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    change: Change | None = None

    @property
    def undoable(self) -> str | Replaced | None:
        """What the store takes to undo it."""
        return self.change.id if self.change else None


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


def change_application(application_id: str, do: ApplicationChange, words: str) -> bool:
    """Change one application as it is in the file now, and say so in these words; whether it was done."""
    store, now = session.store(), session.now()
    return bool(
        change(lambda: store.change_application(application_id, do, now=now, what=words), words)
    )


def made(make: Callable[[], _T]) -> _T | None:
    """What `make` gives; None where the facts' own checks refuse it (ValidationError): the sentence is then shown."""
    try:
        return make()
    except ValidationError as error:
        refuse(*(_sentence(problem) for problem in problems_of(error)))
    return None


def refuse(*sentences: str) -> None:
    """Show, in this run, why something was not done, a sentence each; what was typed stays."""
    st.session_state[_REFUSED] = sentences


def tell(words: str) -> None:
    """Say what cannot be undone; beside what a change of the same click did, if one was made."""
    line: tuple[ShownChange, str | None] | None = st.session_state.get(_LINE)
    if line and line[1] is None:
        _say(replace(line[0], words=f"{line[0].words} {words}"))
    else:
        _say(ShownChange(words, session.now()))


def bar(page: str) -> None:
    """For the frame, once a run: what was refused, or in one line what was done on this page (its address), with Undo.

    The line goes by itself (looks.css), and does not follow to another page. Below the navigation it is kept.
    """
    refused: tuple[str, ...] = st.session_state.pop(_REFUSED, ())
    unsure: str | None = st.session_state.pop(_UNSURE, None)
    done, where = st.session_state.get(_LINE, (None, None))
    if done and where in (None, page):
        st.session_state[_LINE] = done, page
    elif done:
        st.session_state.pop(_LINE)
        done = None
    if refused or unsure or done:
        with st.bottom:
            _stand(refused, unsure, done)
    _history()


def _stand(refused: tuple[str, ...], unsure: str | None, done: ShownChange | None) -> None:
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
        for warning in done.warnings:
            st.warning(md(warning), icon=":material/warning:")
        _line(done)


def _line(done: ShownChange) -> None:
    # Every second line has another name, so that its time begins anew.
    name = f"feedback_line_{st.session_state.get(_COUNT, 0) % 2}"
    with st.container(key=name, horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.success(md1(done.words), icon=":material/check_circle:")
        if done.consequences:
            with st.popover(_moved(done), key="feedback_moved"):
                _consequences(done)
        if done.undoable:
            st.button(
                "Undo",
                key="feedback_undo",
                icon=":material/undo:",
                shortcut=shortcut("U"),
                on_click=_undo,
                args=(done,),
            )


def _moved(done: ShownChange) -> str:
    return f"{counted(len(done.consequences), 'change')} in the plan"


def _consequences(done: ShownChange) -> None:
    st.markdown("\n".join(f"- {md1(sentence)}" for sentence in done.consequences))


def _history() -> None:
    """What was done in this session, newest first, each to be undone as long as nothing else was made of it."""
    known: list[ShownChange] = st.session_state.get(_HISTORY, [])
    if not known:
        return
    here = session.clock()
    box = st.sidebar.expander(
        "What you did", icon=":material/history:", key="feedback_kept", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        for number, done in enumerate(known):
            st.markdown(f"{md1(moment_words(done.at, here))}: {md1(done.words)}")
            if done.consequences:
                with st.popover(_moved(done), key=f"feedback_moved_{number}"):
                    _consequences(done)
            if done.undoable:
                st.button(
                    "Undo this",
                    key=f"feedback_undo_{number}",
                    icon=":material/undo:",
                    on_click=_undo,
                    args=(done,),
                )


def _undo(done: ShownChange) -> None:
    last, before = done.undoable, _derived()
    if last and (made := _attempt(lambda: session.store().undo(last, now=session.now()))):
        known: list[ShownChange] = st.session_state.get(_HISTORY, [])
        st.session_state[_HISTORY] = [each for each in known if each is not done]
        _remember(f"Undone: “{done.words.removesuffix('.')}”.", before, made, undoable=False)


def _remember(words: str, before: Derived, made: Change, *, undoable: bool = True) -> None:
    moved = difference(before, _derived(made.snapshot), session.now())
    done = ShownChange(words, session.now(), moved, made.warnings, made if undoable else None)
    _say(done)
    known: list[ShownChange] = st.session_state.get(_HISTORY, [])
    st.session_state[_HISTORY] = [done, *known][:_KEPT]


def _say(done: ShownChange) -> None:
    """Into the line of the page that is drawn next."""
    st.session_state[_LINE] = done, None
    st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1


def _derived(saved: Snapshot | None = None) -> Derived:
    try:
        session.refresh(saved)
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
