"""The parts of Insights about time: what is waiting, and how long answers take."""

from collections.abc import Sequence

import streamlit as st

from followup.model.action import Action
from followup.ui import clock, session
from followup.ui.cards import INTERVIEWS
from followup.ui.insights_table import table
from followup.ui.status import STATUSES, title
from followup.ui.text import counted, full_date, md1
from followup.views.insights import Insights
from followup.views.insights_replies import ENOUGH
from followup.views.insights_waits import Waiting, median
from followup.views.listing import next_actions
from followup.views.timeline import lane_labels

_TWO_WEEKS = 14
_LINKS = 7
_FEW = 3  # fewer answers than this are said, not drawn


def waiting_part(items: Sequence[Waiting]) -> None:
    """What is waiting, and for how long."""
    st.header("What is waiting, and for how long", anchor=False)
    if not items:
        st.markdown(
            "Nothing waits for them: no active application has an interview behind it and none ahead."
        )
        return
    labels = lane_labels(session.facts().applications)
    longest, old = items[0], sum(item.days >= _TWO_WEEKS for item in items)
    st.markdown(
        f"{counted(len(items), 'application')}. The longest, {md1(labels[longest.application.id])}: "
        f"{counted(longest.days, 'day')} without a word. Two weeks or more: {old}."
    )
    from followup.views.insights_chart import MOST_BARS, waiting_chart

    st.vega_lite_chart(
        waiting_chart(items, labels),
        key="insights_waiting",
        alt=f"Days without a word: {longest.days} at most. The table below says the same.",
    )
    if len(items) > MOST_BARS:
        st.markdown(f"The chart shows the {MOST_BARS} that wait longest.")
    upcoming = next_actions(session.actions())
    with st.container(gap="xxsmall"):
        for item in items[:_LINKS]:
            st.page_link(
                INTERVIEWS,
                label=f"{counted(item.days, 'day')} · {md1(labels[item.application.id])}",
                icon=":material/hourglass_empty:",
                query_params={"application": item.application.id},
            )
    table(
        ("Application", "Days", "Since", "Checks sent", "Next"),
        [
            (
                md1(labels[item.application.id]),
                str(item.days),
                f"{full_date(item.since, clock.today(session.facts()))}, {item.after}",
                str(item.checks),
                _next(upcoming.get(item.application.id), item),
            )
            for item in items
        ],
    )


def _next(action: Action | None, item: Waiting) -> str:
    if action is None:
        return "Nothing to do"
    look = STATUSES[action.status]
    return f"{look.icon} {look.word}: {md1(title(action, item.application), 80)}"


def days_part(all_of_it: Insights) -> None:
    """Days from the interview to the answer."""
    st.header("Days from interview to answer", anchor=False)
    days = all_of_it.days
    open_ones = sum(wait.answered is None for wait in all_of_it.waits)
    beside = f" {counted(open_ones, 'wait')} without an answer {'is' if open_ones == 1 else 'are'} not among them."
    guides = "The guides: a week is a fair wait when they gave no date (G4, G5); nothing by week two, move on (G3.4)."
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
    if len(days) < _FEW:
        return
    from followup.views.insights_chart import days_chart

    st.vega_lite_chart(
        days_chart(days),
        key="insights_days",
        alt=f"{len(days)} answers, after {days[0]} to {days[-1]} days; the guides' week and two weeks are marked.",
    )
    table(("Days", "Answers"), [(str(day), str(days.count(day))) for day in sorted(set(days))])


def _days_words(days: Sequence[int]) -> str:
    *first, last = [str(day) for day in days]
    return f"{', '.join(first)} and {last} days" if first else counted(days[0], "day")
