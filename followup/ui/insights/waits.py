"""The parts of Insights about time: what is waiting, and how long answers take."""

from collections.abc import Sequence

import streamlit as st

from followup.model.action import Action
from followup.model.kinds import KINDS
from followup.prose.text import counted, full_date
from followup.ui.actions.cards import due_marked
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.base.pages import INTERVIEWS
from followup.ui.insights.table import table
from followup.ui.parts.charts import draw
from followup.views.insights.charts import days_chart
from followup.views.insights.insights import Insights
from followup.views.insights.replies import ENOUGH
from followup.views.insights.waits import Waiting, median
from followup.views.labels import application_labels
from followup.views.listing import next_actions
from followup.views.timeline.lanes import LABEL
from followup.views.words import title

_TWO_WEEKS = 14
_LISTED = 15
_NAME_WIDTH = 330  # pixels


def waiting_part(items: Sequence[Waiting]) -> None:
    """The applications that wait for an answer, the longest first; who wrote today has just given one."""
    items = [item for item in items if item.days]
    st.header("Who has not answered yet", anchor=False)
    if not items:
        st.markdown(
            "Nothing waits for them: each active application has a round ahead, or it is your turn."
        )
        return
    applications = session.facts().applications
    labels = session.kept("short labels", lambda _: application_labels(applications, LABEL))
    longest, old = items[0], sum(item.days >= _TWO_WEEKS for item in items)
    st.markdown(
        f"{counted(len(items), 'application')}. The longest, {md1(labels[longest.application.id])}: "
        f"{counted(longest.days, 'day')} without a word. Two weeks or more: {old}."
    )
    live = session.plan().live
    upcoming = session.kept("next", lambda here: next_actions(live, here))
    with st.container(border=True, key="list_waiting", gap=None):
        for item in items[:_LISTED]:
            _row(item, labels[item.application.id], upcoming.get(item.application.id))
    if items[_LISTED:]:
        st.markdown(f"And {len(items) - _LISTED} more, which wait less long.")


def _row(item: Waiting, label: str, action: Action | None) -> None:
    """How long, since what, and what is next; it leads to the application."""
    since = f"since {full_date(item.since, session.clock().today)}, {item.after}"
    asked = f" · {counted(item.checks, 'check')} sent" if item.checks else ""
    step = "Nothing to do yet"
    if item.days >= _TWO_WEEKS:
        step = "The plan has no further step: write once more, or close it"
    if action:
        what = md1(title(action, item.application), 80)
        step = f"{KINDS[action.kind].icon} {what}, {due_marked(action)}"
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"card_{item.application.id}"
    ):
        st.page_link(
            INTERVIEWS,
            label=f"**{counted(item.days, 'day')}** · {md1(label)}",
            query_params={"application": item.application.id},
            width=_NAME_WIDTH,
        )
        st.markdown(f"{step}  \n:small[{md1(since)}{asked}]", width="stretch")


def days_part(all_of_it: Insights) -> None:
    """How many days passed from each interview to its answer."""
    st.header("Days from interview to answer", anchor=False)
    days = all_of_it.days
    open_ones = sum(wait.answered is None for wait in all_of_it.waits)
    beside = f" {counted(open_ones, 'wait')} without an answer {'is' if open_ones == 1 else 'are'} not among them."
    guides = "A week is a fair wait when they gave no date; nothing by week two, move on."
    if not days:
        st.markdown(
            f"No answer has come yet, so there is nothing to say.{beside if open_ones else ''} {guides}"
        )
        return
    middle = median(days)
    said = (
        f"Half of {len(days)} answers came within {middle:g} days."
        if len(days) >= ENOUGH
        else f"{counted(len(days), 'answer')} so far, after {_days_words(days)}: too few to say what is usual."
    )
    st.markdown(f"{said}{beside if open_ones else ''} {guides}")
    if len(days) < ENOUGH:
        return
    draw(
        days_chart(days),
        key="insights_days",
        alt=f"{len(days)} answers, after {days[0]} to {days[-1]} days; the guides' week and two weeks are marked.",
    )
    table(("Days", "Answers"), [(str(day), str(days.count(day))) for day in sorted(set(days))])


def _days_words(days: Sequence[int]) -> str:
    *first, last = [str(day) for day in days]
    return f"{', '.join(first)} and {last} days" if first else counted(days[0], "day")
