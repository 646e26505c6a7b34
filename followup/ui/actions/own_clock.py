"""A time that is on another clock than the user's, on theirs as well."""

from zoneinfo import ZoneInfo

import streamlit as st

from followup.forms.checking import meant, odd_year, wall_moment
from followup.model.fact import zone_names
from followup.prose.text import moment_words
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.parts.kept_form import KeptForm


def own_clock(form: KeptForm, zone: str) -> None:
    """The user's own day and time of what stands in the fields, where their clock shows another one."""
    day, at = form.get("day"), form.get("time")
    if day is None or at is None or odd_year(meant(day)) or zone not in zone_names():
        return
    moment, here = wall_moment(meant(day), at, ZoneInfo(zone)), session.clock()
    if moment and here.wall(moment) != moment.replace(tzinfo=None):
        words = f"{md1(zone)} time; on your clock: {md1(moment_words(moment, here))}."
        st.markdown(f":small[:material/schedule: {words}]")
