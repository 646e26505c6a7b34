"""For the frame: until settings are saved, the browser's zone is offered in the place of the one that is assumed."""

import streamlit as st

from followup.model.text import zone_names
from followup.ui import clock, session
from followup.ui.feedback import change
from followup.ui.text import md1


def offer() -> None:
    """A line on every page while the days are counted on another clock than the user's."""
    here = st.context.timezone
    shot = session.snapshot()
    assumed = shot.facts.me.time_zone
    if "settings" in shot.revs or not here or here == assumed or here not in zone_names():
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/schedule: Your computer's clock is that of {md1(here)}; days and holidays are counted for "
            f"{md1(assumed)}, Germany. Your country is under Settings.",
            width="stretch",
        )
        st.button(f"Use {md1(here)}", key="own_zone_use", on_click=_use, args=(here,))


def _use(zone: str) -> None:
    facts = session.facts()
    me = facts.me.replace(time_zone=zone)
    said = f"Days are counted for {zone}."
    change(
        lambda: session.store().save_settings(me, facts.cadence, now=clock.now(), what=said), said
    )
