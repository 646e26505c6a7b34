"""For the frame: until settings are saved, the browser's zone and its country are offered; none is assumed unsaid."""

from functools import cache
from importlib.resources import files

import streamlit as st

from followup.model.facts import Me
from followup.model.text import zone_names
from followup.ui import clock, session
from followup.ui.choices import NO_COUNTRY, countries, country_label
from followup.ui.feedback import change
from followup.ui.preview import preview
from followup.ui.text import md1

_COUNTRY = "own_zone_country"
_SHOWN = 3


@cache
def _countries_by_zone() -> dict[str, str]:
    """The country of each zone, and of its other names, as the time zone database has them."""
    database = files("tzdata.zoneinfo")
    rows = (line.split("\t") for line in database.joinpath("zone.tab").read_text().splitlines())
    found = {row[2]: row[0] for row in rows if not row[0].startswith("#")}
    for line in database.joinpath("tzdata.zi").read_text().splitlines():
        if line.startswith("L "):  # a link: what it names, and the other name
            _, name, other = line.split()
            if name in found:
                found.setdefault(other, found[name])
    return found


def likely_country(zone: str) -> str | None:
    """The country that a zone belongs to; None for one that belongs to none, like UTC."""
    return _countries_by_zone().get(zone)


def likely_me(me: Me) -> Me:
    """The user with the zone and country of the browser, while no settings are saved."""
    here = st.context.timezone
    if "settings" in session.snapshot().revs or not here or here not in zone_names():
        return me
    return me.replace(time_zone=here, country=likely_country(here))


def offer() -> None:
    """A box on every page while days are counted on another clock than the user's, or with other holidays."""
    me = session.facts().me
    here = likely_me(me)
    if here == me:
        return
    st.session_state.setdefault(_COUNTRY, here.country)
    with st.container(border=True, key="own_zone"):
        st.markdown(
            f":material/schedule: Your computer's clock is that of **{md1(here.time_zone)}**. Until you say where you "
            f"are, days are counted for {md1(me.time_zone)}, and the public holidays are those of "
            f"{md1(country_label(me.country or NO_COUNTRY))}."
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                "Your country",
                [*countries(), NO_COUNTRY],
                key=_COUNTRY,
                index=None,
                format_func=country_label,
                placeholder="Choose it",
                help="Its public holidays are no working days.",
                persist_state="session",
                width=320,  # so that on a phone the button goes below it
            )
            country: str | None = st.session_state[_COUNTRY]
            st.button(
                f"Use {here.time_zone}",
                key="own_zone_use",
                disabled=country is None,
                help="Choose your country first" if country is None else None,
                on_click=_use,
                args=(here.time_zone,),
            )
        if session.facts().applications and country is not None:
            preview(session.facts().replace(me=here.replace(country=country)), _SHOWN)


def _use(zone: str) -> None:
    facts = session.facts()
    country: str = st.session_state[_COUNTRY]
    me = facts.me.replace(time_zone=zone, country=country)
    said = f"Days are counted for {zone}, holidays: {country_label(country)}."
    change(
        lambda: session.store().save_settings(me, facts.cadence, now=clock.now(), what=said), said
    )
