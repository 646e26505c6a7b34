"""What Today says of now: what passed meanwhile, the next thing, the list, what is optional; or how to begin.

Looking changes nothing: only closing the box is kept, beside the drafts.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import streamlit as st

from followup.home import COMMAND, INSTALLED
from followup.model.action import Action
from followup.model.errors import FollowupError
from followup.model.facts import Facts
from followup.model.settings import Me
from followup.model.times import read_moment
from followup.model.vocabulary import ACTION_KINDS, ActionKind
from followup.prose.rounds import PROPOSED
from followup.prose.text import counted, full_date
from followup.store.unsent import UnsavedForm
from followup.ui.actions.cards import due_words
from followup.ui.actions.happened import what_happened_button
from followup.ui.actions.rows import listed_rows, next_up
from followup.ui.application.proposed import proposed_parts
from followup.ui.base import pages, session, unsent
from followup.ui.base.feedback import change
from followup.ui.base.looks import md1
from followup.ui.base.pages import ENTERING, INTERVIEWS
from followup.views.agenda import ActionRow, Agenda
from followup.views.difference import passed
from followup.views.words import title

_PYTHON = r".venv\Scripts\python" if sys.platform == "win32" else ".venv/bin/python"
_DEMO = (
    f"and type `{COMMAND} demo`"
    if INSTALLED
    else "in the folder of Follow-up and type `make run ARGS=demo`, or "
    f"without make `{_PYTHON} -m followup demo`"
)
_APART = f" To look around without touching your own file at all, open another terminal {_DEMO}."
_WHERE = {True: "on this computer, in one file", False: "on this server, for you alone"}


class NotEmpty(FollowupError):
    """The file has applications: made-up data never goes beside the user's own."""


def greeting() -> None:
    """What a new user sees: enter an interview, or load the demo data."""
    st.markdown(
        "The interview is over. What do you do now, when, and what do you write? "
        "Enter the interview, and from then on this page tells you each day: whom to write to, by when, and why."
    )
    with st.container(border=True, gap="small"):
        st.markdown("## :material/looks_one: Enter your interview")
        st.markdown("The company, the people, when it was, what was said. It takes two minutes.")
        if st.button(
            "Enter an interview", key="greeting_enter", type="primary", icon=":material/add:"
        ):
            st.switch_page(pages.INTERVIEWS, query_params=pages.ENTERING)
        with st.container(horizontal=True):
            pages.guide_link("The first interview", "How that goes, with pictures")
            pages.guide_link("Moving in", "You have a table, or mails?")
    with st.container(border=True, gap="small"):
        st.markdown("## :material/looks_two: Or look around first")
        st.markdown(
            "Fill these empty pages with made-up applications. Undo empties it again."
            + (_APART if session.file() else "")
        )
        st.button(
            "Load the demo data",
            key="greeting_demo",
            icon=":material/science:",
            on_click=_load_demo,
        )
    st.markdown(
        f":small[Everything stays {_WHERE[session.file() is not None]}. "
        "Your name, time zone and country are under Settings.]"
    )


def _load_demo() -> None:
    from followup.exchange.demo import demo_facts

    now = session.now()
    made_up = demo_facts(now)

    def fill(facts: Facts) -> Facts:
        if facts.applications:
            raise NotEmpty("Your file is no longer empty: nothing was loaded.")
        me = made_up.me if facts.me == Me() else facts.me
        return made_up.replace(me=me)

    change(lambda: session.store().update("Loaded the demo data", fill, now=now))


_KEPT_AS = "away:closed"


def while_you_were_away() -> None:
    """A box with what passed, until it is closed or something is changed."""
    since = max(_last_here(), default=None)
    if since is None:
        return
    facts, actions = session.facts(), session.actions()
    sentences = session.kept(("away", since), lambda here: passed(facts, actions, since, here))
    if not sentences:
        return
    with st.container(border=True, key="away", gap="xsmall"):
        st.markdown("**While you were away**")
        st.markdown("\n".join(f"- {md1(sentence)}" for sentence in sentences))
        st.button("Got it", key="away_got_it", on_click=_got_it)


def times_to_choose() -> None:
    """The times that they propose while none is taken; looked for only where a message proposes any."""
    proposing = session.kept_by_parts(
        "proposing",
        lambda of, _, __: (t.id for t in of.touchpoints if PROPOSED.search(t.text)),
        lambda found, _: any(found),
    )
    if proposing:
        proposed_parts()


def _last_here() -> list[datetime]:
    found = [change.at for change in session.snapshot().changes[-1:]]
    kept = unsent.kept_form(_KEPT_AS)
    return [*found, *([read_moment(str(kept.typed["at"]))] if kept and "at" in kept.typed else [])]


def _got_it() -> None:
    now = session.now()
    unsent.keep_form(_KEPT_AS, UnsavedForm(at=now, typed={"at": now.isoformat()}, seed={}))


_PAGE = 12


def now_part(rows: Sequence[ActionRow], plan: Agenda, *, first_below: bool) -> None:
    """The next thing on top, then the rest of the list; or that nothing is to be done, and what comes next.

    `first_below`: something that comes before all that the plan has ahead stands further down, with its day.
    """
    if not rows:
        _nothing_now(plan, first_below=first_below)
        return
    next_up(rows[0])
    if rows[1:]:
        paged(rows[1:], "now")


def _nothing_now(plan: Agenda, *, first_below: bool) -> None:
    words = "" if first_below or plan.held else "Nothing else is planned either."
    if plan.upcoming and not first_below:
        action = plan.upcoming[0].action
        if of := session.application(action.application):
            words = f"Next: {title(action, of)}, {session.place(of)}, {due_words(action)}."
    st.markdown(f":green[:material/spa:] **Nothing to do today.** {md1(words)}")


def optional_part(actions: Sequence[Action]) -> None:
    """What nobody waits for, in one closed row, kind by kind."""
    if not actions:
        return
    opened = st.expander(
        f"{len(actions)} optional, when you like",
        icon=":material/coffee:",
        key="optional",
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        for kind, each in _alike(actions).items():
            if len(each) > 1:
                st.markdown(f"**{md1(alike_words(kind, each))}**")
            paged([ActionRow((action,)) for action in each], kind)


def _alike(actions: Iterable[Action]) -> Mapping[ActionKind, Sequence[Action]]:
    """What is optional by its kind, in the order of the kinds; each kind once, and in its own order."""
    found: dict[ActionKind, list[Action]] = {}
    for action in sorted(actions, key=lambda each: ACTION_KINDS.index(each.kind)):
        found.setdefault(action.kind, []).append(action)
    return found


def alike_words(kind: ActionKind, actions: Sequence[Action]) -> str:
    """What several of a kind are: "Ask 9 others whether they can decide before Wed 2 Dec"."""
    count = len(actions)
    match kind:
        case "expedite":
            here = session.clock()
            ends = [here.last_day(action.closes) for action in actions if action.closes]
            before = f" before {full_date(min(ends), here.today)}" if ends else " sooner"
            return f"Ask {count} others whether they can decide{before}"
        case "linkedin_connect":
            return f"Connect with {count} people on LinkedIn"
        case "feedback_request":
            return f"Ask {count} employers for feedback"
        case _:
            return f"Keep in touch with {count} people"


def paged(rows: Sequence[ActionRow], section: str) -> None:
    """Rows, a screenful at a time."""
    listed_rows(rows[: how_many(section, len(rows))], section)
    more_button(section, len(rows))


def how_many(section: str, total: int) -> int:
    """How many of a section's `total` to show: a screenful, and one more for each press of `more_button`."""
    key = f"today_shown_{section}"
    shown: int = st.session_state.setdefault(key, _PAGE)
    return min(shown, total)


def more_button(section: str, total: int) -> None:
    """A button for the next screenful of a section of which not all is shown."""
    key = f"today_shown_{section}"
    rest = total - st.session_state.get(key, _PAGE)
    if rest > 0:
        st.button(
            f"Show {min(rest, _PAGE)} more of {counted(total, 'entry', 'entries')}",
            key=f"today_more_{section}",
            icon=":material/expand_more:",
            on_click=_more,
            args=(key,),
        )


def _more(key: str) -> None:
    st.session_state[key] = st.session_state.get(key, _PAGE) + _PAGE


def in_reach() -> None:
    """A new interview, and what happened: at the bottom of the window, on a phone at the thumb."""
    with st.bottom, st.container(key="reach", horizontal=True, gap="small"):
        if st.button("Enter an interview", key="reach_enter", icon=":material/add:"):
            st.switch_page(INTERVIEWS, query_params=ENTERING)
        what_happened_button(key="today_what_happened")
