"""A time that is on another clock than the user's, on theirs as well; and whose clock it is on, by place or country."""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from followup.forms.checking import meant, odd_year, wall_moment
from followup.model.fact import zone_names
from followup.prose.text import moment_words
from followup.prose.when.places import (
    chosen_or_of_country,
    other_zone,
    zone_of_address,
    zone_of_country,
)
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


def offer_their_clock(form: KeptForm, row: str, start: datetime, likely: str | None) -> None:
    """The offer to read a round's start on the clock of its place or of the employer, where that shows another time."""
    place = zone_of_address(form.get(f"location_{row}") or "")
    theirs = chosen_or_of_country(form.get("zone"), form.get("country"))
    zone = other_zone(place or theirs or likely, str(start.tzinfo), start)
    if zone and form.get(f"zone_{row}") is None and likely:
        st.markdown(
            ":small[:orange[:material/help: On whose clock is that? They seem to live on another one.]]"
        )
    if zone and (likely is None or form.get(f"zone_{row}") is None):
        st.button(
            f"It is {start:%H:%M} {md1(zone)} time",
            key=form.button(f"their_clock_{row}"),
            icon=":material/schedule:",
            on_click=form.put,
            args=({f"zone_{row}": zone, **({"zone": zone} if likely else {})},),
        )


def take_zone_of_place(form: KeptForm, row: str) -> None:
    """In a callback: an address was typed. The round is on its clock, where that is sure and none was chosen."""
    here, chosen = session.clock(), form.get(f"zone_{row}")
    zone = zone_of_address(form.get(f"location_{row}") or "")
    if chosen is None and other_zone(zone, form.get("zone") or here.zone.key, here.now):
        form.put({f"zone_{row}": zone})


def take_zone_of_country(form: KeptForm) -> None:
    """In a callback: a country was chosen. Its zone is, too, where its clock is not the user's, until one is chosen."""
    known, here = form.button("zone_of_country"), session.clock()
    if form.get("zone") in (None, st.session_state.get(known)):
        zone = other_zone(zone_of_country(form.get("country")), here.zone.key, here.now)
        form.put({"zone": zone})
        st.session_state[known] = zone
