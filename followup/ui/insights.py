"""The Insights page's parts: each says its answer in words first, then draws it, with the numbers as a table behind."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from followup.model.action import Action
from followup.model.facts import Facts
from followup.store.place import data_path
from followup.ui import clock, session
from followup.ui.insights_table import table
from followup.ui.text import counted, full_date
from followup.views.insights import Insights, Kept, Week, insights
from followup.views.insights_replies import ENOUGH, Rate


def found() -> Insights:
    """All of the page, derived once for each version of the data and each minute."""
    shot, now = session.snapshot(), clock.now()
    minute = now.replace(second=0, microsecond=0)
    return _derived(
        str(data_path()),
        shot.version,
        minute,
        _facts=shot.facts,
        _actions=session.actions(),
        _now=now,
    )


@st.cache_resource(show_spinner=False, max_entries=4)
def _derived(
    path: str,
    version: str,
    minute: datetime,
    *,
    _facts: Facts,
    _actions: Sequence[Action],
    _now: datetime,
) -> Insights:
    del path, version, minute  # they name the entry in the cache
    return insights(_facts, _actions, _now)


def at_a_glance(all_of_it: Insights) -> None:
    """Four numbers."""
    asked = all_of_it.all_asked
    kept = sum(item.in_time for item in all_of_it.kept)
    with st.container(horizontal=True, gap="small"):
        st.metric("Interviews held", all_of_it.interviews, border=True)
        st.metric("Waiting for them", len(all_of_it.waiting), border=True)
        st.metric("Messages answered", f"{asked.answered} of {asked.of}", border=True)
        st.metric(
            "Windows kept in time",
            f"{kept} of {sum(item.of for item in all_of_it.kept)}",
            border=True,
        )


def replies_part(all_of_it: Insights) -> None:
    """Reply rates."""
    st.header("What is answered", anchor=False)
    st.markdown(
        "Answered: they wrote within 14 days, before you asked again. What may still be answered is not counted yet. "
        f"Of fewer than {ENOUGH}, a share says nothing."
    )
    left, right = st.columns(2, gap="large")
    with left:
        _rates("By kind of message", "kind", all_of_it.kinds)
        _rates("By hours from the interview to the thank-you", "hours", all_of_it.hours)
    with right:
        _rates("By channel", "channel", all_of_it.channels)
        _rates(
            "By number of checks in a wait",
            "checks",
            all_of_it.checks,
            "Where no answer comes one checks again: more checks do not cause fewer answers.",
        )


def _rates(heading: str, key: str, rates: Sequence[Rate], note: str = "") -> None:
    st.subheader(heading, anchor=False)
    if not rates:
        st.markdown("Nothing of this kind yet.")
        return
    enough = [rate for rate in rates if rate.enough]
    if enough:
        from followup.views.insights_chart import rates_chart

        best = max(enough, key=lambda rate: rate.share)
        st.vega_lite_chart(
            rates_chart(rates),
            key=f"insights_{key}",
            alt=f"{heading}: highest for {best.label}, {best.answered} of {best.of} answered.",
        )
    if note:
        st.markdown(note)
    rows = [(rate.label, _share(rate), str(rate.waiting)) for rate in rates]
    table(("Which", "Answered", "Not yet counted"), rows, opened=not enough)


def _share(rate: Rate) -> str:
    if not rate.of:
        return "None counted yet"
    numbers = f"{rate.answered} of {rate.of}"
    return f"{rate.share:.0%} ({numbers})" if rate.enough else f"{numbers}: too few to say"


def kept_part(kept: Sequence[Kept]) -> None:
    """Windows kept and missed."""
    st.header("Windows kept and missed", anchor=False)
    of = sum(item.of for item in kept)
    if not of:
        st.markdown("No window has been answered or has closed yet.")
        return
    in_time, late, missed = (
        sum(getattr(item, name) for item in kept) for name in ("in_time", "late", "missed")
    )
    st.markdown(
        f"Of {counted(of, 'window')}, {in_time} kept in time, {late} late, {missed} missed. "
        "Missed: it closed before anything was sent. Skipped ones, and what is still open, are not counted."
    )
    from followup.views.insights_counts import kept_chart

    st.vega_lite_chart(
        kept_chart(kept),
        key="insights_kept",
        alt=f"Of {of} windows {in_time} kept in time, {late} late, {missed} missed.",
    )
    rows = [(k.label, *(str(n) for n in (k.in_time, k.late, k.missed, k.skipped))) for k in kept]
    table(("Window", "In time", "Late", "Missed", "Skipped"), rows)


def weeks_part(weeks: Sequence[Week]) -> None:
    """The search by week."""
    st.header("The search by week", anchor=False)
    if not weeks:
        st.markdown("Nothing happened in the last 16 weeks.")
        return
    this = weeks[-1]
    st.markdown(
        f"This week: {counted(this.interviews, 'interview')} held, {counted(this.sent, 'message')} sent, "
        f"{this.received} received."
    )
    if len(weeks) > 1:
        from followup.views.insights_counts import weeks_chart

        most = max(weeks, key=lambda week: (week.interviews, week.sent))
        st.vega_lite_chart(
            weeks_chart(weeks),
            key="insights_weeks",
            alt=f"{len(weeks)} weeks; most interviews, {most.interviews}, in the week from "
            f"{full_date(most.monday, this.monday)}.",
        )
    rows = [
        (full_date(w.monday, this.monday), str(w.interviews), str(w.sent), str(w.received))
        for w in weeks
    ]
    table(
        ("Week from", "Interviews held", "Messages sent", "Messages received"),
        rows[::-1],
        opened=len(weeks) == 1,
    )
