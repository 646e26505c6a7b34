"""The Settings page's cadence, with a preview of what a change would move."""

from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from followup.model.facts import Facts
from followup.model.settings import Cadence
from followup.model.vocabulary import Preset
from followup.playbook.cadence import PRESETS, SETTINGS, numbers_of
from followup.store.state import Change
from followup.ui.base import session
from followup.ui.base.feedback import change, refuse
from followup.ui.parts.plan_preview import preview


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

_PAUSE = "cadence_year_end_pause"
PRESET_WORDS: dict[Preset, str] = {
    "gentle": "Gentle",
    "standard": "Standard",
    "persistent": "Persistent",
}


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
            persist_state="page",
            help="Sets all numbers below; each can be changed on its own.",
        )
        with st.grid(2, min_column_width=240):
            for name, setting in CADENCE.items():
                with st.container(gap="xsmall"):
                    st.number_input(
                        setting.label,
                        value=None,  # no limits: the browser would drop what lies beyond, and the old number be saved
                        step=1,
                        key=f"cadence_{name}",
                        help=f"{setting.meaning} From {setting.low} to {setting.high}.",
                        persist_state="page",
                    )
                    if name in _beyond():
                        limits = f"From {setting.low} to {setting.high}, please."
                        st.markdown(f":red[:material/error: {limits}]")
        st.checkbox(
            "Nobody is asked between Christmas and New Year",
            key=_PAUSE,
            help="24 December to 1 January are no working days.",
            persist_state="page",
        )
        wanted = facts.cadence if _beyond() else _wanted(facts.cadence)
        changed = _shown(wanted) != _shown(facts.cadence)
        if changed:
            preview(facts.replace(cadence=wanted))
        with st.container(horizontal=True):
            st.button(
                "Save the cadence",
                key="cadence_save",
                type="primary",
                icon=":material/save:",
                disabled=not changed,
                on_click=_save_cadence,
            )
            if changed or _beyond():
                st.button("Back to what is saved", key="cadence_reset", on_click=_reset)


def _seed(cadence: Cadence) -> None:
    """What is saved, into the widgets: at first, and after it changed elsewhere (an undo, another tab)."""
    seen: Cadence | None = st.session_state.get("cadence_seen")
    if seen == cadence and "cadence_preset" in st.session_state:
        return
    before, now = _shown(seen) if seen else {}, _shown(cadence)
    for key, value in now.items():
        # What was typed over it stays.
        if key not in before or st.session_state.get(key) in (None, before[key]):
            st.session_state[key] = value
    st.session_state["cadence_seen"] = cadence


def _shown(cadence: Cadence) -> dict[str, Any]:
    """What the widgets show of a cadence, by their keys."""
    numbers = asdict(numbers_of(cadence))
    return {
        "cadence_preset": cadence.preset,
        **{f"cadence_{name}": number for name, number in numbers.items()},
        _PAUSE: cadence.year_end_pause is not False,
    }


def _use_preset() -> None:
    preset: Preset = st.session_state.cadence_preset
    for name, number in asdict(PRESETS[preset]).items():
        st.session_state[f"cadence_{name}"] = number


def _beyond() -> list[str]:
    """The names of the numbers that lie out of their bounds as typed."""
    numbers = {name: st.session_state.get(f"cadence_{name}") for name in CADENCE}
    return [
        name
        for name, number in numbers.items()
        if number is not None and not CADENCE[name].low <= number <= CADENCE[name].high
    ]


def _wanted(saved: Cadence) -> Cadence:
    """The cadence that the widgets show: the preset, and only the numbers that differ from it."""
    preset: Preset = st.session_state.get("cadence_preset") or saved.preset
    usual = PRESETS[preset]
    shown = {name: st.session_state.get(f"cadence_{name}") for name in SETTINGS}
    own = {
        name: None if number is None or number == getattr(usual, name) else number
        for name, number in shown.items()
    }
    pause = None if st.session_state.get(_PAUSE, True) else False
    return saved.replace(preset=preset, **{**own, "year_end_pause": pause})


def _save_cadence() -> None:
    shot = session.newest()
    if shot is None:
        return
    if shot.facts.cadence != st.session_state.get("cadence_seen"):
        refuse("The cadence was changed in another tab meanwhile. Look at the numbers, then save.")
        return

    def save() -> Change:
        rev = shot.revs.get("settings", 0)
        wanted = _wanted(shot.facts.cadence)
        return session.store().save_settings(
            shot.facts.me, wanted, rev, now=session.now(), what="Saved the cadence"
        )

    change(save)


def _reset() -> None:
    st.session_state.pop("cadence_seen", None)
