"""What every page stands in: keystrokes, reminders, the zone that is offered, and what stands in a broken page's place.

Streamlit 1.67 takes a text over on blur or Ctrl+Enter alone (`live=` is for one line), and has ways to lose it:

- A page change (the browser's Back, a link) sends no values of the page that is left. So what was not taken over yet is
  put aside in the browser's `localStorage`, also by a reload or the closing of the tab, and put back once its field
  is there again, if the field still says what it said before: nothing newer is ever overwritten.
- The values of a blur are sent a moment later than the click that caused it, under the address of the old page: the
  click on a link is undone. So that click waits until they have arrived.
- What a run was handed dies with it. So what was typed stays in `localStorage` until a whole run has answered for it
  (`heard`), which has put it on the disk where its page does so. Another session, of a server that was started again,
  knows nothing: it is told all of it once more, and a click waits until it has answered.
- A click on a button ends the typing, the run that this leads to may lay the page out anew before the mouse is up, and
  a browser sees no click then. The button that the mouse went down on is pressed all the same.

Taking over is Streamlit's own Ctrl+Enter, pressed by us: it does nothing to focus, caret or selection.

Reminders are the browser's notifications, where its user asked for them by a click: the page asks our server each
minute what came up (`server/reminding.py`). A phone's browser wants more than a page for them: none are offered there.
"""

from pathlib import Path
from uuid import uuid4

import streamlit as st

from followup.exchange.error_report import report
from followup.home import database_url
from followup.model.errors import FollowupError
from followup.prose.text import counted
from followup.ui.base import session
from followup.ui.base.feedback import change
from followup.ui.base.looks import COMPONENT_CSS, md, md1
from followup.ui.base.options import NO_COUNTRY, countries, country_label, region_of, regions
from followup.ui.base.pages import key_moves
from followup.ui.data import backups
from followup.ui.parts.plan_preview import preview

_HERE = Path(__file__).parent
_KEYSTROKES = st.components.v2.component(
    "followup_keystrokes", js=(_HERE / "keystrokes.js").read_text("utf-8")
)
_HEARD = st.components.v2.component("followup_heard", js=(_HERE / "heard.js").read_text("utf-8"))
_WHOSE = st.components.v2.component("followup_whose", js=(_HERE / "whose.js").read_text("utf-8"))
_REMINDING = st.components.v2.component(
    "followup_reminding",
    html="<div id='root'></div>",
    css=COMPONENT_CSS + (_HERE / "reminding.css").read_text("utf-8"),
    js=(_HERE / "reminding.js").read_text("utf-8"),
)
_SAID, _SESSION = "keystrokes_said", "keystrokes_session"


def reminding() -> None:
    """The switch in the sidebar, and what asks while it is on; it asks for what is in a file."""
    if session.file() is None:
        return
    with st.sidebar:
        _REMINDING(key="reminding")


def keystrokes() -> None:
    """For the frame, at the start of a run: starts the watch, of which each tab has one, and says what keys do."""
    with st.sidebar:
        told = _KEYSTROKES(
            key="keystrokes",
            height=1,
            data={"owner": session.owner_mark(), "keys": key_moves()},
            default={"said": 0},
            on_said_change=_nothing,
        )
        _whose(session.owner_mark())
    st.session_state[_SAID] = told.said or 0


def _whose(owner: str) -> None:
    """Tells the browser whose this tab is ("": nobody's), where several may use it."""
    if database_url():
        _WHOSE(key="whose", height=1, data={"owner": owner})


def heard() -> None:
    """For the frame, at the end of a run that showed its page whole: answers for what it began with."""
    session = st.session_state.setdefault(_SESSION, uuid4().hex)
    with st.sidebar:
        _HEARD(
            key="keystrokes_heard",
            height=1,
            data={"said": st.session_state[_SAID], "session": session},
        )


def _nothing() -> None:
    """A new number leads to a run, and to nothing else."""


_COUNTRY = "own_zone_country"
_REGION = "own_zone_region"
_SHOWN = 3


def ask_zone() -> None:
    """A box on every page while nobody has said whose public holidays count, and there are days that they move."""
    facts = session.facts()
    said = session.store().load().facts.me.time_zone  # the name alone says nothing of it
    if said or facts.me.country or not facts.applications:
        return
    with st.container(border=True, key="own_zone"):
        st.markdown(
            f":material/schedule: Days are counted on your computer's clock, **{md1(facts.me.zone.key)}**. "
            "Which country's public holidays are no working days?"
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                "Your country",
                [*countries(), NO_COUNTRY],
                key=_COUNTRY,
                index=None,
                format_func=country_label,
                placeholder="Choose it",
                persist_state="session",
                width=320,  # so that on a phone the button goes below it
            )
            country: str | None = st.session_state[_COUNTRY]
            if known := regions(country):
                if st.session_state.get(_REGION) not in known:
                    st.session_state[_REGION] = None
                st.selectbox(
                    "Your region",
                    list(known),
                    key=_REGION,
                    index=None,
                    format_func=lambda code: known.get(code, code),
                    placeholder="All of it" if country != "GB" else "England",
                    persist_state="session",
                    width=220,
                )
            st.button(
                "Save",
                key="own_zone_use",
                disabled=country is None,
                help="Choose your country first" if country is None else None,
                on_click=_use,
            )
        if country is not None:
            preview(facts.replace(me=facts.me.replace(country=country, region=_region())), _SHOWN)


def _region() -> str | None:
    return region_of(st.session_state.get(_REGION), st.session_state[_COUNTRY])


def _use() -> None:
    facts = session.facts()
    country: str = st.session_state[_COUNTRY]
    me = facts.me.replace(time_zone=facts.me.zone.key, country=country, region=_region())
    said = f"Days are counted for {me.time_zone}, holidays: {country_label(country)}."
    change(
        lambda: session.store().save_settings(me, facts.cadence, now=session.now(), what=said), said
    )


def sign_in() -> None:
    """All that somebody sees who has not signed in."""
    st.title("Follow-up", anchor=False)
    st.markdown("What to do after an interview, when, and what to write.")
    st.button("Sign in", key="frame_sign_in", type="primary", on_click=st.login)
    _whose("")


def cannot_read(error: FollowupError) -> None:
    """The data file was refused: the sentences, where the file lies, its backups, and nothing of the page."""
    lines = str(error).splitlines()
    body = md(lines[0]) if len(lines) == 1 else "\n".join(f"- {md1(line)}" for line in lines[:20])
    store = session.file()
    title = "Your data file cannot be read" if store else "Your data cannot be read"
    st.error(body, title=title, icon=":material/heart_broken:")
    if store and str(store.path) not in str(error):
        st.code(str(store.path), language=None, wrap_lines=True)
    backups.rescue()
    st.button("Try again", key="frame_again", icon=":material/refresh:")


def broken(error: Exception) -> None:
    """An error that nobody foresaw: that the data is safe, and a report of it that holds nothing personal."""
    st.error(
        "This page could not be shown in full. Your data is safe: what was saved is there, "
        "and what you typed here is kept.",
        title="Something went wrong",
        icon=":material/sentiment_dissatisfied:",
    )
    st.button("Try again", key="frame_again", icon=":material/refresh:")
    with st.expander("Details for a report", icon=":material/bug_report:"):
        st.markdown(
            "Where in the program it went wrong, and versions; nothing that you wrote. "
            "The log file has the same."
        )
        st.code(report(error), language=None, wrap_lines=True)


def notice() -> None:
    """A line on every page while something on the page Data waits for the user."""
    bad = len(session.snapshot().bad)
    store = session.file()
    copies = len(store.copies.list()) if store else 0
    said = [
        f"{counted(bad, 'record')} of your data cannot be read." if bad else "",
        "A sync service left another version of your data beside it." if copies else "",
    ]
    if words := " ".join(filter(None, said)):
        st.warning(f"{words} See the page “Data”.", icon=":material/warning:")
