"""The charts of Insights that count: windows by kind, and what happened in each week."""

from collections.abc import Mapping, Sequence
from functools import cache

import altair as alt

from followup.prose.text import full_date
from followup.views.insights.charts import (
    BLUE,
    GREEN,
    NAMES,
    ORANGE,
    RED,
    STEP,
    Spec,
    compiled,
    fed,
    source,
)
from followup.views.insights.insights import Kept, Week

_KEPT = {"In time": GREEN, "Late": ORANGE, "Missed": RED}
_HAPPENED = {"Interviews": ORANGE, "Sent": BLUE, "Received": GREEN}


def _colors(words: Mapping[str, str]) -> alt.Color:
    return alt.Color(
        "what:N",
        scale=alt.Scale(domain=list(words), range=list(words.values())),
        sort=None,
        legend=alt.Legend(title=None, orient="top", symbolType="square"),
    )


@cache
def _kept() -> Spec:
    chart = (
        source()
        .mark_bar(height=16)
        .encode(
            y=alt.Y("label:N", sort=None, axis=NAMES),
            x=alt.X(
                "number:Q", title="How many", stack=True, axis=alt.Axis(tickMinStep=1, format="d")
            ),
            color=_colors(_KEPT),
            order="order:Q",
            tooltip=[
                alt.Tooltip("label:N", title="What"),
                alt.Tooltip("what:N", title="Kept"),
                alt.Tooltip("number:Q", title="How many"),
            ],
            description="words:N",
        )
    )
    return compiled(chart.properties(height=alt.Step(STEP)))


def kept_chart(kept: Sequence[Kept]) -> Spec:
    """Windows kept in time, kept late and missed, by kind."""
    rows = [
        {
            "label": item.label,
            "what": what,
            "number": number,
            "order": order,
            "words": f"{item.label}: {number} {what}",
        }
        for item in kept
        for order, (what, number) in enumerate(
            zip(_KEPT, (item.in_time, item.late, item.missed), strict=True)
        )
        if number
    ]
    return fed(_kept(), rows)


@cache
def _weeks() -> Spec:
    chart = (
        source()
        .mark_bar()
        .encode(
            x=alt.X(
                "week:N",
                sort=None,
                title="Week from",
                axis=alt.Axis(labelAngle=0, labelOverlap=True),
            ),
            xOffset=alt.XOffset("what:N", sort=None),
            y=alt.Y("number:Q", title="How many", axis=alt.Axis(tickMinStep=1, format="d")),
            color=_colors(_HAPPENED),
            tooltip=[
                alt.Tooltip("week:N", title="Week from"),
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("number:Q", title="How many"),
            ],
            description="words:N",
        )
    )
    return compiled(chart.properties(height=280))


def weeks_chart(weeks: Sequence[Week]) -> Spec:
    """What happened in each week."""
    rows = []
    for item in weeks:
        label = full_date(item.monday, item.monday)[4:]
        for what, number in zip(
            _HAPPENED, (item.interviews, item.sent, item.received), strict=True
        ):
            rows.append(
                {
                    "week": label,
                    "what": what,
                    "number": number,
                    "words": f"Week from {label}: {number} {what}",
                }
            )
    return fed(_weeks(), rows)
