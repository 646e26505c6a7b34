"""What an empty file says: what to do first."""

import sys

import streamlit as st

from followup.model.errors import FollowupError
from followup.model.facts import Facts, Me
from followup.ui import clock, session
from followup.ui.feedback import change

_PYTHON = r".venv\Scripts\python" if sys.platform == "win32" else ".venv/bin/python"
INTERVIEWS = "pages/record/interviews.py"


class NotEmpty(FollowupError):
    """Made-up data never goes beside the user's own."""


def greeting() -> None:
    """The first thing a new user sees."""
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
            st.switch_page(INTERVIEWS, query_params={"new": "1"})
    with st.container(border=True, gap="small"):
        st.markdown("## :material/looks_two: Or look around first")
        st.markdown(
            "Fill this empty file with made-up applications. Undo empties it again. To look around without touching "
            "your own file at all, open another terminal in the folder of Follow-up and type `make run ARGS=demo`, or "
            f"without make `{_PYTHON} -m followup demo`."
        )
        st.button(
            "Load the demo data",
            key="greeting_demo",
            icon=":material/science:",
            on_click=_load_demo,
        )
    st.markdown(
        ":small[Everything stays on this computer, in one file. Your name, time zone and country are under Settings.]"
    )


def _load_demo() -> None:
    from followup.exchange.demo import demo_facts

    now = clock.now()
    made_up = demo_facts(now)

    def fill(facts: Facts) -> Facts:
        if facts.applications:
            raise NotEmpty("Your file is no longer empty: nothing was loaded.")
        me = made_up.me if facts.me == Me() else facts.me
        return made_up.replace(me=me)

    change(lambda: session.store().update("Loaded the demo data", fill, now=now))
