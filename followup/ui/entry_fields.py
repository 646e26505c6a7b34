"""The widgets of the entry form: each keeps its value across pages, and what is missing stands right below it."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from followup.model.vocabulary import InterviewState, Mode, Role, Route
from followup.ui.days import day_field
from followup.ui.entry_gaps import Gap
from followup.ui.entry_state import Entry
from followup.ui.text import md1

ROLES: dict[Role, str] = {
    "interviewer": "Interviewer",
    "hiring_manager": "Hiring manager",
    "recruiter": "Recruiter",
    "hr": "HR",
    "agency": "Agency",
}
MODES: dict[Mode, str] = {
    "video": "Video",
    "in_person": "In person",
    "phone": "Phone",
    "ai": "AI",
}
STATES: dict[InterviewState, str] = {
    "scheduled": "As planned",
    "moved": "Moved",
    "cancelled": "Cancelled",
    "no_show": "They did not show up",
}
ROUTES: dict[Route, str] = {
    "direct": "Direct",
    "agency": "Through an agency",
    "referral": "By referral",
}
_KEPT: dict[str, Any] = {"persist_state": "session"}


def labels_mark(names: Mapping[str, str]) -> str:
    """A short mark that changes with the labels."""
    return format(zlib.crc32(repr(tuple(names.items())).encode("utf-8", "replace")), "x")


def _take(entry: Entry, field: str, key: str) -> None:
    entry.put({field: st.session_state[key]})


@dataclass(frozen=True, slots=True)
class Fields:
    """The form's widgets, with what a failed check found."""

    entry: Entry
    gaps: Mapping[str, Gap]

    def _gap(self, field: str) -> None:
        gap = self.gaps.get(field)
        if gap:
            color, icon = ("orange", "help") if gap.asks else ("red", "error")
            st.markdown(f":{color}[:material/{icon}: {md1(gap.sentence)}]")
        sure = self.entry.key(f"sure_{field}")
        if (gap and gap.asks) or st.session_state.get(sure):
            st.checkbox("It is right", key=sure, **_KEPT)

    def line(self, field: str, label: str, **more: Any) -> None:
        """A text of one line."""
        st.text_input(label, key=self.entry.key(field), **more, **_KEPT)
        self._gap(field)

    def prose(self, field: str, label: str, **more: Any) -> None:
        """A text of several lines."""
        st.text_area(label, key=self.entry.key(field), **more, **_KEPT)
        self._gap(field)

    def day(self, field: str, label: str) -> None:
        """A day, or none."""
        day_field(label, self.entry.key(field), **_KEPT)
        self._gap(field)

    def time(self, field: str, label: str) -> None:
        """A time of day."""
        st.time_input(label, value=None, key=self.entry.key(field), step=300, **_KEPT)
        self._gap(field)

    def minutes(self, field: str, label: str) -> None:
        """A number of minutes."""
        st.number_input(
            label,
            value=None,  # no limits here: the browser would drop what lies beyond, and the old number be saved
            step=15,
            key=self.entry.key(field),
            **_KEPT,
        )
        self._gap(field)

    def choose(self, field: str, label: str, words: Mapping[Any, str], **more: Any) -> None:
        """One of a closed list; all of it in sight where it is short."""
        st.radio(
            label,
            list(words),
            format_func=lambda value: words[value],
            key=self.entry.key(field),
            horizontal=True,
            **more,
            **_KEPT,
        )
        self._gap(field)

    def pick(
        self, field: str, label: str, words: Mapping[Any, str], *, empty: str = "", **more: Any
    ) -> None:
        """One of a long list, or with `empty` (the words for it) none."""
        if empty:
            more |= {"index": None, "placeholder": empty}
        chosen = self.entry.get(field)
        known: Sequence[Any] = list(words)
        if (
            chosen is not None and chosen not in words
        ):  # what the file says stays, also where no list has it
            known = [chosen, *known]
        st.selectbox(
            label,
            known,
            format_func=lambda value: words.get(value, str(value)),
            key=self.entry.key(field),
            **more,
            **_KEPT,
        )
        self._gap(field)

    def person(self, field: str, label: str, names: Mapping[str, str]) -> None:
        """One of the people being entered, or none.

        A browser knows options by their labels, and these change while names are typed: so each set of names has a
        widget of its own, and the choice is kept apart from it.
        """
        key = self.entry.button(f"{field}_{labels_mark(names)}")
        chosen = self.entry.get(field)
        st.session_state[key] = chosen if chosen in names else None
        st.selectbox(
            label,
            list(names),
            index=None,
            format_func=lambda value: names.get(value, str(value)),
            placeholder="Not sure",
            key=key,
            on_change=_take,
            args=(self.entry, field, key),
        )
        self._gap(field)

    def tick(self, field: str, label: str, **more: Any) -> None:
        """Yes or no."""
        st.checkbox(label, key=self.entry.key(field), **more, **_KEPT)
        self._gap(field)

    def note(self, field: str) -> None:
        """What is wrong with a whole list of rows."""
        self._gap(field)
