"""What a change of the settings would move, shown before it is saved."""

import streamlit as st

from followup.model.facts import Facts
from followup.playbook.plan import plan
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.views.difference import Derived, difference


def preview(wanted: Facts, most: int = 12) -> None:
    """Which dates the plan would have with these facts in the place of the stored ones; `most` of them by name."""
    now = session.now()
    before = Derived(session.facts(), session.actions())
    moves = difference(before, Derived(wanted, plan(wanted, now)), now, would=True)
    if not moves:
        st.info("This would move nothing that is planned now.", icon=":material/event_available:")
        return
    shown = moves if len(moves) <= most + 1 else moves[:most]  # “and 1 more” is no shorter than it
    lines = [f"- {md1(sentence)}" for sentence in shown]
    if len(shown) < len(moves):
        lines.append(f"- … and {len(moves) - len(shown)} more.")
    st.info("\n".join(lines), title="What this would move", icon=":material/event_repeat:")
