"""The Insights page's parts: each says its answer in words first, then draws it, with the numbers as a table behind."""

from collections.abc import Sequence

import streamlit as st

from followup.prose.text import counted, full_date
from followup.ui.base import session
from followup.ui.insights.table import table
from followup.ui.parts.charts import draw
from followup.views.insights.charts import kept_chart, rates_chart, weeks_chart
from followup.views.insights.insights import Insights, Kept, Week, insights
from followup.views.insights.replies import ENOUGH, Rate


def found() -> Insights:
    """All of the page."""
    facts, actions = session.facts(), session.actions()
    return session.kept("insights", lambda here: insights(facts, actions, here.now))


def at_a_glance(all_of_it: Insights) -> None:
    """Four numbers side by side: held, waiting, answered, kept in time."""
    asked = all_of_it.all_asked
    kept = sum(item.in_time for item in all_of_it.kept)
    with st.container(horizontal=True, gap="small"):
        st.metric("Interviews held", all_of_it.interviews, border=True)
        st.metric("Waiting for them", len(all_of_it.waiting), border=True)
        st.metric("Messages answered", f"{asked.answered} of {asked.of}", border=True)
        st.metric(
            "Done in time",
            f"{kept} of {sum(item.of for item in all_of_it.kept)}",
            border=True,
        )


def replies_part(all_of_it: Insights) -> None:
    """What share of the messages is answered, where there are enough to say one; what is too few, in one line."""
    st.header("What is answered", anchor=False)
    parts = (
        ("kind of message", "kind", all_of_it.kinds),
        ("channel", "channel", all_of_it.channels),
        ("hours from the interview to the thank-you", "hours", all_of_it.hours),
        ("number of checks in a wait", "checks", all_of_it.checks),
    )
    few = [part for part in parts if not any(rate.enough for rate in part[2])]
    if len(few) < len(parts):
        st.markdown(
            "They wrote within 14 days, before you asked again. What may still be answered is not counted yet."
        )
        columns = st.columns(2, gap="large")
        for number, part in enumerate(part for part in parts if part not in few):
            with columns[number % 2]:
                _rates(*part)
    if few:
        what = ", ".join(name for name, _, _ in few)
        st.markdown(f"Too few yet to say anything by {what}: it takes {ENOUGH} of a sort.")
        rows = [
            (rate.label, _share(rate), str(rate.waiting)) for *_, rates in few for rate in rates
        ]
        if rows:
            table(("Which", "Answered", "Not yet counted"), rows)


def _rates(name: str, key: str, rates: Sequence[Rate]) -> None:
    st.subheader(f"By {name}", anchor=False)
    best = max((rate for rate in rates if rate.enough), key=lambda rate: rate.share)
    draw(
        rates_chart(rates),
        key=f"insights_{key}",
        alt=f"By {name}: highest for {best.label}, {best.answered} of {best.of} answered.",
    )
    if key == "checks":
        st.markdown(
            "Where no answer comes one checks again: more checks do not cause fewer answers."
        )
    rows = [(rate.label, _share(rate), str(rate.waiting)) for rate in rates]
    table(("Which", "Answered", "Not yet counted"), rows)


def _share(rate: Rate) -> str:
    if not rate.of:
        return "None counted yet"
    numbers = f"{rate.answered} of {rate.of}"
    return f"{rate.share:.0%} ({numbers})" if rate.enough else numbers


def kept_part(kept: Sequence[Kept]) -> None:
    """How much of each kind was done in time, done late, or missed."""
    st.header("Done in time", anchor=False)
    of = sum(item.of for item in kept)
    if not of:
        st.markdown("Nothing with a last day has been done or missed yet.")
        return
    in_time, late, missed = (
        sum(getattr(item, name) for item in kept) for name in ("in_time", "late", "missed")
    )
    st.markdown(
        f"Of {counted(of, 'thing')} with a last day, {in_time} were done in time, {late} late, {missed} not at all. "
        "What you skipped, what can still be done, and what was over before the first message that you logged "
        "is not counted."
    )
    draw(
        kept_chart(kept),
        key="insights_kept",
        alt=f"Of {of} things with a last day {in_time} done in time, {late} late, {missed} missed.",
    )
    rows = [(k.label, *(str(n) for n in (k.in_time, k.late, k.missed, k.skipped))) for k in kept]
    table(("What", "In time", "Late", "Missed", "Skipped"), rows)


def weeks_part(weeks: Sequence[Week]) -> None:
    """Interviews and messages of the last weeks, a bar each."""
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
        most = max(weeks, key=lambda week: (week.interviews, week.sent))
        draw(
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
