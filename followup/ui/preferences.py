"""The Settings page's parts: who the user is, and the cadence with a preview of what a change would move."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from followup.model.facts import Cadence, Facts, Me
from followup.model.text import shown
from followup.model.vocabulary import Preset
from followup.playbook.cadence import PRESETS, SETTINGS, numbers_of
from followup.playbook.plan import plan
from followup.store.snapshot import Change
from followup.ui import clock, session
from followup.ui.choices import NO_COUNTRY, countries, country_label, zones
from followup.ui.feedback import change, refuse
from followup.ui.text import md1
from followup.views.difference import Derived, difference


@dataclass(frozen=True, slots=True)
class Setting:
    """A number of the cadence: what it means, in words, with its bounds (PLAYBOOK section 5)."""

    label: str
    meaning: str
    low: int
    high: int


CADENCE: dict[str, Setting] = {
    "thank_you_hours": Setting(
        "Thank-you after (hours)", "How long after an interview's end its thank-you is due.", 1, 48
    ),
    "wait_days": Setting(
        "Wait without a date (days)",
        "They named no date: how long to wait before a status check.",
        5,
        30,
    ),
    "specialised_days": Setting(
        "Extra wait, specialised role (days)", "Senior and specialised searches take longer.", 0, 30
    ),
    "promise_working_days": Setting(
        "After a promised date (working days)",
        "They named a date and it has passed: when to ask.",
        1,
        10,
    ),
    "outreach_days": Setting(
        "Between two messages (days)",
        "At least this long between two messages to one employer; a week is the floor.",
        7,
        30,
    ),
    "checks": Setting("Checks at most", "How often to ask after one round before moving on.", 0, 3),
    "move_on_days": Setting(
        "Move on after (days)", "How long after the last check to decide whether to move on.", 3, 60
    ),
    "keep_in_touch_days": Setting(
        "Keep in touch every (days)",
        "How often to write to people after a search has ended.",
        60,
        365,
    ),
}

PRESET_WORDS: dict[Preset, str] = {
    "gentle": "Gentle",
    "standard": "Standard",
    "persistent": "Persistent",
}
# What was typed outlives a change of page. (With on_change="ignore" it would not: a change of page does not carry it.)
_KEPT: dict[str, Any] = {"persist_state": "session"}
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
_SHOWN_MOVES = 12
_ME = ("name", "email", "phone", "time_zone", "country", "sign_off", "signature")


def me_form(me: Me) -> None:
    """Who the user is. What was typed stays through a refused save and a change of page."""
    _seed_me(me)
    known = [NO_COUNTRY, *countries()]
    with st.container(border=True):
        with st.grid(2, min_column_width=240):
            st.text_input(
                "Name", key="me_name", max_chars=200, help="Stands below your messages.", **_KEPT
            )
            st.text_input("E-mail", key="me_email", max_chars=300, **_KEPT)
            st.text_input("Phone", key="me_phone", max_chars=100, **_KEPT)
            st.selectbox(
                "Time zone",
                _with(me.time_zone, zones()),
                key="me_time_zone",
                help="Days are counted on this wall clock. Type to search.",
                **_KEPT,
            )
            st.selectbox(
                "Country",
                _with(me.country, known),
                key="me_country",
                format_func=country_label,
                help="Its public holidays are no working days, unless an application names another country.",
                **_KEPT,
            )
            st.text_input("Sign-off", key="me_sign_off", max_chars=200, **_KEPT)
        st.text_area(
            "Signature",
            key="me_signature",
            height=90,
            max_chars=2000,
            placeholder="What stands below your name: phone, a link to your work",
            **_KEPT,
        )
        st.button("Save", key="me_save", type="primary", icon=":material/save:", on_click=_save_me)


def _seed_me(me: Me) -> None:
    """What is saved, into the widgets: at first, and after a change elsewhere, except over what was typed."""
    seen: Me | None = st.session_state.get("me_seen")
    for field in _ME:
        key = f"me_{field}"
        new = seen is None or key not in st.session_state
        if new or (seen != me and st.session_state[key] == getattr(seen, field)):
            st.session_state[key] = getattr(me, field)
    st.session_state.me_seen = me
    st.session_state.settings_rev = session.snapshot().revs.get("settings", 0)


def _with(value: str | None, options: Sequence[str]) -> list[str]:
    """The options, and what the file says even where the list does not know it."""
    return [*options] if value is None or value in options else [value, *options]


def _save_me() -> None:
    values = {field: st.session_state.get(f"me_{field}") or "" for field in _ME}

    if values["email"] and not _ADDRESS.fullmatch(values["email"]):
        refuse(f"“{shown(values['email'])}” is no e-mail address; write it like kim@example.org.")
        return
    shot = session.snapshot()

    def save() -> Change:
        me = shot.facts.me.replace(**values)
        rev: int = st.session_state.get("settings_rev", 0)
        return session.store().save_settings(
            me, shot.facts.cadence, rev, now=clock.now(), what="Saved who you are"
        )

    change(save)


def cadence_part(facts: Facts) -> None:
    """The cadence: preset, numbers, and what a change would move, shown before it is saved."""
    _seed(facts.cadence)
    with st.container(border=True):
        st.radio(
            "Preset",
            list(PRESET_WORDS),
            key="cadence_preset",
            format_func=lambda preset: PRESET_WORDS[preset],
            horizontal=True,
            on_change=_use_preset,
            help="Sets all numbers below; each can be changed on its own.",
        )
        with st.grid(2, min_column_width=240):
            for name, setting in CADENCE.items():
                st.number_input(
                    setting.label,
                    min_value=setting.low,
                    max_value=setting.high,
                    step=1,
                    key=f"cadence_{name}",
                    help=f"{setting.meaning} From {setting.low} to {setting.high}.",
                )
        wanted = _wanted(facts.cadence)
        changed = (
            numbers_of(wanted) != numbers_of(facts.cadence) or wanted.preset != facts.cadence.preset
        )
        if changed:
            _preview(facts, wanted)
        with st.container(horizontal=True):
            st.button(
                "Save the cadence",
                key="cadence_save",
                type="primary",
                icon=":material/save:",
                disabled=not changed,
                on_click=_save_cadence,
            )
            if changed:
                st.button("Back to what is saved", key="cadence_reset", on_click=_reset)


def _seed(cadence: Cadence) -> None:
    """What is saved, into the widgets: at first, and after it changed elsewhere (an undo, another tab)."""
    if st.session_state.get("cadence_seen") != cadence or "cadence_preset" not in st.session_state:
        st.session_state.cadence_seen = cadence
        st.session_state.cadence_preset = cadence.preset
        for name, number in asdict(numbers_of(cadence)).items():
            st.session_state[f"cadence_{name}"] = number


def _use_preset() -> None:
    preset: Preset = st.session_state.cadence_preset
    for name, number in asdict(PRESETS[preset]).items():
        st.session_state[f"cadence_{name}"] = number


def _wanted(saved: Cadence) -> Cadence:
    """The cadence that the widgets show: the preset, and only the numbers that differ from it."""
    preset: Preset = st.session_state.get("cadence_preset") or saved.preset
    usual = PRESETS[preset]
    shown = {name: st.session_state.get(f"cadence_{name}") for name in SETTINGS}
    own = {
        name: None if number is None or number == getattr(usual, name) else number
        for name, number in shown.items()
    }
    return saved.replace(preset=preset, **own)


def _preview(facts: Facts, wanted: Cadence) -> None:
    now = clock.now()
    changed = facts.replace(cadence=wanted)
    before, after = Derived(facts, session.actions()), Derived(changed, plan(changed, now))
    moves = difference(before, after, now)
    if not moves:
        st.info("This would move nothing that is planned now.", icon=":material/event_available:")
        return
    body = "\n".join(f"- {md1(sentence)}" for sentence in moves[:_SHOWN_MOVES])
    rest = f"\n- … and {len(moves) - _SHOWN_MOVES} more." if len(moves) > _SHOWN_MOVES else ""
    st.info(body + rest, title="What this would move", icon=":material/event_repeat:")


def _save_cadence() -> None:
    shot = session.snapshot()

    def save() -> Change:
        rev: int = st.session_state.get("settings_rev", 0)
        wanted = _wanted(shot.facts.cadence)
        return session.store().save_settings(
            shot.facts.me, wanted, rev, now=clock.now(), what="Saved the cadence"
        )

    change(save)


def _reset() -> None:
    st.session_state.pop("cadence_seen", None)
