"""The Calendar page's head: what the address shows, and the steps back and ahead."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import streamlit as st

from followup.model.times import FIRST_YEAR, LAST_YEAR
from followup.prose.text import full_date
from followup.views.calendar.days import (
    day_of_week,
    month_after,
    month_of,
    month_words,
    week_days,
    week_start,
    weeks_of_month,
)
from followup.views.words import Period

View = Literal["month", "week", "agenda"]
VIEWS: tuple[View, ...] = ("month", "week", "agenda")
_VIEW = "calendar_view"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: a month or a week (by its first day), as table and agenda or as agenda alone.

    `begins` is the weekday (0: Monday) on which weeks begin.
    """

    view: View
    first: date
    behind: bool
    begins: int

    @property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """The weeks of the table."""
        return (
            (week_days(self.first),)
            if self.view == "week"
            else weeks_of_month(self.first, self.begins)
        )

    @property
    def period(self) -> Period:
        """All days of these weeks."""
        return Period(self.weeks[0][0], self.weeks[-1][-1])

    @property
    def title(self) -> str:
        """In words: "September 2026", "14 to 20 September 2026"."""
        if self.view != "week":
            return month_words(self.first)
        last = self.period.last
        begins = f"{self.first.day}"
        if self.first.month != last.month:
            begins += f" {month_words(self.first)}"
        return f"{begins} to {last.day} {month_words(last)}"

    def moved(self, steps: int) -> date:
        """The first day of the month or week so many ahead."""
        return (
            self.first + timedelta(days=7 * steps)
            if self.view == "week"
            else month_after(self.first, steps)
        )


def choose(today: date, begins: int) -> Shown:
    """View, month or week, and what is over: all from the address, so that a link leads to what one sees."""
    asked = st.query_params.get("view", VIEWS[0])
    st.session_state[_VIEW] = asked if asked in VIEWS else VIEWS[0]
    view: View = st.radio(
        "View",
        VIEWS,
        key=_VIEW,
        format_func=str.capitalize,
        horizontal=True,
        label_visibility="collapsed",
        on_change=_to_view,
    )
    behind = st.toggle(
        "Show what is done",
        key="over",
        bind="query-params",
        help="On the day when it was done; what was skipped, or is too late, on the day on which it was due. "
        "What was called off or moved is struck out.",
    )
    return Shown(view, _first(view, today, begins), behind, begins)


def _to_view() -> None:
    """Into the address; a bound widget would name the view there by its label, with a capital."""
    st.query_params["view"] = st.session_state[_VIEW]


def _first(view: View, today: date, begins: int) -> date:
    month, named = month_of(st.query_params.get("month")), st.query_params.get("week")
    week = week_start(day, begins) if (day := day_of_week(named)) else None
    if view != "week":
        return (month or (week + timedelta(days=3) if week else today)).replace(day=1)
    if week is None and month and month != today.replace(day=1):
        return week_start(month, begins)
    return week or week_start(today, begins)


def steps(shown: Shown, today: date) -> None:
    """The heading, and one step back, to today, or one ahead."""
    st.header(shown.title, anchor=False, width="content")
    unit = "week" if shown.view == "week" else "month"
    with st.container(horizontal=True, gap="xxsmall", width="content", key="calendar_steps"):
        _step("Previous", f"The {unit} before", ":material/chevron_left:", shown, shown.moved(-1))
        _step("Today", f"The {unit} of {full_date(today, today)}", ":material/today:", shown, None)
        _step("Next", f"The {unit} after", ":material/chevron_right:", shown, shown.moved(1))


def _step(label: str, tip: str, icon: str, shown: Shown, to: date | None) -> None:
    st.button(
        label,
        key=f"calendar_{label.lower()}",
        icon=icon,
        help=tip,
        on_click=_go,
        args=(shown.view, to),
        disabled=bool(to and not FIRST_YEAR <= to.year <= LAST_YEAR),
    )


def _go(view: View, to: date | None) -> None:
    """Into the address, where it stays for a bookmark; the view is its own widget's."""
    for name in ("month", "week"):
        st.query_params.pop(name, None)
    if to:
        is_week = view == "week"
        st.query_params["week" if is_week else "month"] = (
            to.isoformat() if is_week else f"{to:%Y-%m}"
        )
