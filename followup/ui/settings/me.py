"""Settings: who the user is, where, and how to reach them. What was typed stays until it is saved."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import streamlit as st

from followup.model.settings import Me
from followup.prose.name_parts import name_and_address
from followup.prose.names import odd
from followup.store.state import Change
from followup.ui.base import session, unsent
from followup.ui.base.feedback import change
from followup.ui.base.looks import TONES, md1
from followup.ui.base.options import (
    LANGUAGES,
    NO_COUNTRY,
    countries,
    country_label,
    language_name,
    region_of,
    regions,
    zones,
)
from followup.ui.parts.plan_preview import preview

# What was typed outlives a change of page. (With on_change="ignore" it would not: a change of page does not carry it.)
_KEPT: dict[str, Any] = {"persist_state": "session"}
_CHECKED = "me_checked"
_SEEN = "me_seen"
_NEWER = "me_newer"
_ME = (
    "name",
    "email",
    "phone",
    "time_zone",
    "country",
    "region",
    "language",
    "sign_off",
    "signature",
)


def me_form() -> None:
    """The form of who the user is. What was typed stays through a refused save and a change of page."""
    _seed()
    me = session.facts().me
    with st.container(border=True):
        with st.grid(2, min_column_width=240):
            with _field("name"):
                st.text_input(
                    "Name",
                    key="me_name",
                    help="Stands below your messages.",
                    **_KEPT,
                )
            with _field("email"):
                st.text_input("E-mail", key="me_email", **_KEPT)
            with _field("phone"):
                st.text_input("Phone", key="me_phone", **_KEPT)
            with _field("time_zone"):
                st.selectbox(
                    "Time zone",
                    _with(me.time_zone, zones()),
                    key="me_time_zone",
                    help="Days are counted on this wall clock. Type to search.",
                    **_KEPT,
                )
            with _field("country"):
                st.selectbox(
                    "Country",
                    _with(me.country, [NO_COUNTRY, *countries()]),
                    key="me_country",
                    index=None,
                    placeholder="Choose it",
                    format_func=country_label,
                    help="Its public holidays are no working days, unless an application names another country.",
                    **_KEPT,
                )
            _region()
            with _field("language"):
                st.selectbox(
                    "Letters in",
                    _with(me.language, [*LANGUAGES]),
                    key="me_language",
                    format_func=language_name,
                    help="Unless an application names another language.",
                    **_KEPT,
                )
            _tone()
            with _field("sign_off"):
                st.text_input("Sign-off", key="me_sign_off", **_KEPT)
        with _field("signature"):
            st.text_area(
                "Signature",
                key="me_signature",
                height=90,
                placeholder="What stands below your name: phone, a link to your work",
                **_KEPT,
            )
        wanted = me.replace(**_placed())
        if wanted != me and session.facts().applications:
            preview(session.facts().replace(me=wanted))
        st.button("Save", key="me_save", type="primary", icon=":material/save:", on_click=_save)


def _tone() -> None:
    """How letters sound where Compose has not been told otherwise of their kind: kept with what is not sent."""
    st.session_state.setdefault("me_tone", unsent.habits().tone)
    st.radio(
        "Letters sound",
        list(TONES),
        key="me_tone",
        format_func=lambda tone: TONES[tone],
        horizontal=True,
        on_change=lambda: unsent.remember(tone=st.session_state["me_tone"]),
        persist_state="session",
    )


def _region() -> None:
    """Asked for where a part of the country has holidays of its own."""
    country: str | None = st.session_state.get("me_country")
    known = regions(country)
    if not known:
        return
    if st.session_state.get("me_region") not in known:
        st.session_state["me_region"] = None
    with _field("region"):
        st.selectbox(
            "Region",
            list(known),
            key="me_region",
            index=None,
            placeholder="All of it" if country != "GB" else "England",
            format_func=lambda code: known.get(code, code),
            help="Its own public holidays are no working days either.",
            **_KEPT,
        )


@contextmanager
def _field(name: str) -> Iterator[None]:
    """A widget, and below it what is odd about it, or what another tab has saved there meanwhile."""
    with st.container(gap="xsmall", key=f"me_field_{name}"):
        yield
        if st.session_state.get(_CHECKED) and (sentence := _odd(name)):
            st.markdown(f":red[:material/error: {md1(sentence)}]")
        newer = st.session_state[_NEWER]
        if name in newer:
            words = _words(name, newer[name])
            st.markdown(f":orange[:material/sync_problem: Saved in another tab: {md1(words)}]")
            with st.container(horizontal=True):
                st.button("Keep mine", key=f"me_mine_{name}", on_click=_mine, args=(name,))
                st.button("Take that", key=f"me_that_{name}", on_click=_that, args=(name,))


def _words(name: str, value: str | None) -> str:
    if name == "region" and value:
        return regions(value[:2]).get(value, value)
    return country_label(value) if name == "country" and value is not None else value or "nothing"


def _mine(name: str) -> None:
    st.session_state[_NEWER].pop(name)


def _that(name: str) -> None:
    st.session_state[f"me_{name}"] = st.session_state[_NEWER].pop(name)


def _placed() -> dict[str, str | None]:
    """The zone, the country and its region as chosen: what moves dates."""
    chosen = {field: st.session_state.get(f"me_{field}") for field in ("time_zone", "country")}
    placed = {field: value for field, value in chosen.items() if value is not None}
    region = region_of(st.session_state.get("me_region"), chosen["country"])
    return {**placed, "region": region}


def _odd(field: str) -> str:
    value: str | None = st.session_state.get(f"me_{field}")
    if field == "country":
        return "" if value is not None else "Which one? “No public holidays” is a choice, too."
    return odd(field, (value or "").strip()) if field in ("email", "phone") else ""


def _seed() -> None:
    """What is saved, into the widgets: at first, and after a change elsewhere; what was typed over it stays."""
    saved = session.facts().me
    if (
        session.store().load().facts.me.time_zone
    ):  # they have said where they are; the name alone says nothing of it
        saved = saved.replace(country=saved.country or NO_COUNTRY)
    seen: Me | None = st.session_state.get(_SEEN)
    newer: dict[str, str | None] = st.session_state.setdefault(_NEWER, {})
    for field in _ME:
        key, value = f"me_{field}", getattr(saved, field)
        before = getattr(seen, field, None)
        if seen is None or key not in st.session_state:
            st.session_state[key] = value
        elif value == st.session_state[key]:
            newer.pop(field, None)
        elif value != before and st.session_state[key] == before:
            st.session_state[key] = value
        elif value != before:  # changed here and elsewhere
            newer[field] = value
    st.session_state[_SEEN] = saved


def _with(value: str | None, options: Sequence[str]) -> list[str]:
    """The options, and what the file says even where the list does not know it."""
    return [*options] if value is None or value in options else [value, *options]


def _split_mailbox() -> None:
    """Whoever pasted their name as a mail program has it (“Kim Ito <kim@…>”) has named their address with it."""
    name, address = name_and_address(st.session_state.get("me_name") or "")
    if name and address:
        st.session_state["me_name"] = name
        st.session_state["me_email"] = st.session_state.get("me_email") or address


def _save() -> None:
    st.session_state[_CHECKED] = True
    shot = session.newest()
    if shot is None:
        return
    _split_mailbox()
    _seed()  # what another tab has saved since the page was drawn
    if st.session_state[_NEWER] or any(_odd(field) for field in _ME):
        return
    values = {
        **{field: (st.session_state.get(f"me_{field}") or "").strip() for field in _ME},
        "region": _placed()["region"],
    }

    def save() -> Change:
        me = shot.facts.me.replace(**values)
        return session.store().save_settings(
            me,
            shot.facts.cadence,
            shot.revs.get("settings", 0),
            now=session.now(),
            what="Saved your details",
        )

    if change(save):
        st.session_state[_CHECKED] = False
