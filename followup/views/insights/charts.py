"""The charts of Insights: each specification is built by Altair once, and then fed rows.

Labels are text and numbers are numbers: no date reaches the browser, so no zone can move one.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import altair as alt

from followup.prose.text import counted
from followup.views.insights.replies import Rate

# Over 4:1 on light and on dark.
BLUE, GREEN, ORANGE, RED = "#3b7dd8", "#2e8b57", "#b36b00", "#d64545"
_TEXT = "#757575"  # over 4.5:1 on white and on black: a mark's text does not follow the theme
# What the guides say of the time after an interview; none of them gives a survey.
REFERENCES = (
    (7, "1 week", "A week: ask, if they gave no date (G4, G5)"),
    (14, "2 weeks", "Week two: it might be best to move on (G3.4)"),
)
STEP = 30

Spec = dict[str, Any]


def source(name: str = "rows") -> alt.Chart:
    return alt.Chart(alt.NamedData(name=name))


def compiled(chart: alt.TopLevelMixin) -> Spec:
    """The width is the page's; a height by rows is its own, so it is not made to fit."""
    spec: Spec = chart.to_dict()
    words = {"labelColor": _TEXT, "titleColor": _TEXT}
    spec["config"] = {**spec.get("config", {}), "axis": words, "legend": words}
    if isinstance(spec.get("height"), dict):
        spec["autosize"] = {"type": "fit-x", "contains": "padding"}
    return spec


def fed(
    template: Spec, rows: Sequence[Mapping[str, object]], **more: Sequence[Mapping[str, object]]
) -> Spec:
    data = {name: list(values) for name, values in {"rows": rows, **more}.items()}
    return {**template, "datasets": data}


NAMES = alt.Axis(title=None, labelLimit=180, ticks=False, domain=False, labelPadding=8)


@cache
def _rates() -> Spec:
    base = source().encode(
        y=alt.Y("label:N", sort=None, axis=NAMES),
        tooltip=[
            alt.Tooltip("label:N", title="Which"),
            alt.Tooltip("words:N", title="Answered"),
            alt.Tooltip("share:Q", title="Share", format=".0%"),
        ],
    )
    x = alt.X(
        "share:Q",
        title="Answered",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format="%", tickCount=5),
    )
    bars = base.mark_bar(color=BLUE, height=16).encode(x=x, description="words:N")
    ends = base.mark_text(align="left", dx=5, color=_TEXT, aria=False).encode(x=x, text="words:N")
    return compiled(alt.layer(bars, ends).properties(height=alt.Step(STEP)))


def rates_chart(rates: Sequence[Rate]) -> Spec:
    """The share that was answered, for the groups that have enough to say one of."""
    return fed(
        _rates(),
        [
            {"label": item.label, "share": item.share, "words": f"{item.answered} of {item.of}"}
            for item in rates
            if item.enough
        ],
    )


def _references() -> tuple[alt.Chart, ...]:
    """Two lines, with their names on either side, so that they keep apart on a narrow screen."""
    marks = source("guides").encode(
        x="days:Q", tooltip=[alt.Tooltip("words:N", title="The guides")]
    )
    rule = marks.mark_rule(color=ORANGE, strokeDash=[5, 4], strokeWidth=1.5)
    (first, *_), (second, *_) = REFERENCES
    left = marks.transform_filter(f"datum.days == {first}").mark_text(
        align="right", dx=3, baseline="bottom", color=_TEXT, aria=False
    )
    right = marks.transform_filter(f"datum.days == {second}").mark_text(
        align="left", dx=-3, baseline="bottom", color=_TEXT, aria=False
    )
    above = {"text": "short:N", "y": alt.value(-4)}
    return rule, left.encode(**above), right.encode(**above)


def _guides() -> list[dict[str, object]]:
    return [{"days": days, "short": short, "words": words} for days, short, words in REFERENCES]


@cache
def _days() -> Spec:
    bars = (
        source()
        .mark_bar(color=BLUE, width=9)
        .encode(
            x=alt.X(
                "days:Q",
                title="Days from the interview to their answer",
                scale=alt.Scale(domainMin=0, nice=False, padding=12),
                axis=alt.Axis(tickMinStep=1, format="d"),
            ),
            y=alt.Y("answers:Q", title="Answers", axis=alt.Axis(tickMinStep=1, format="d")),
            tooltip=[
                alt.Tooltip("days:Q", title="Days"),
                alt.Tooltip("answers:Q", title="Answers"),
            ],
            description="words:N",
        )
    )
    return compiled(alt.layer(bars, *_references()).properties(height=280))


def days_chart(days: Sequence[int]) -> Spec:
    """How many answers came after so many days, with what the guides say of a week and of two."""
    counts = {day: days.count(day) for day in sorted(set(days))}
    rows = [
        {
            "days": day,
            "answers": number,
            "words": f"{counted(number, 'answer')} after {counted(day, 'day')}",
        }
        for day, number in counts.items()
    ]
    return fed(_days(), rows, guides=_guides())
