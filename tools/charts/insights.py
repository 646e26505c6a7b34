"""The charts of Insights.

Labels are text and numbers are numbers: no date reaches the browser, so no zone can move one.
"""

from collections.abc import Mapping

import altair as alt

from followup.views.chart_files import INK
from followup.views.insights.charts import HAPPENED, KEPT, REFERENCES

Drawn = alt.Chart | alt.LayerChart | alt.FacetChart

# Over 4:1 on light and on dark.
_BLUE, _GREEN, _ORANGE, _RED = "#3b7dd8", "#2e8b57", "#b36b00", "#d64545"
_STEP = alt.Step(30)
_NAMES = alt.Axis(title=None, labelLimit=180, ticks=False, domain=False, labelPadding=8)
_WHOLE = alt.Axis(tickMinStep=1, format="d")


def charts() -> Mapping[str, alt.TopLevelMixin]:
    """All of them, by name."""
    words = alt.AxisConfig(labelColor=INK, titleColor=INK)
    legend = alt.LegendConfig(labelColor=INK, titleColor=INK)
    made = {"rates": _rates(), "days": _days(), "kept": _kept(), "weeks": _weeks()}
    return {
        name: chart.configure_axis(**words.to_dict()).configure_legend(**legend.to_dict())
        for name, chart in made.items()
    }


def _source(name: str = "rows") -> alt.Chart:
    return alt.Chart(alt.NamedData(name=name))


def _by_rows(chart: Drawn) -> Drawn:
    """The width is the page's; the height is the rows' own, so it is not made to fit."""
    return chart.properties(
        height=_STEP, autosize=alt.AutoSizeParams(type="fit-x", contains="padding")
    )


def _rates() -> Drawn:
    base = _source().encode(
        y=alt.Y("label:N", sort=None, axis=_NAMES),
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
    bars = base.mark_bar(color=_BLUE, height=16).encode(x=x, description="words:N")
    ends = base.mark_text(align="left", dx=5, color=INK, aria=False).encode(x=x, text="words:N")
    return _by_rows(alt.layer(bars, ends))


def _guides() -> Drawn:
    """Two lines, with their names on either side, so that they keep apart on a narrow screen."""
    marks = _source("guides").encode(
        x="days:Q", tooltip=[alt.Tooltip("words:N", title="The guides")]
    )
    rule = marks.mark_rule(color=_ORANGE, strokeDash=[5, 4], strokeWidth=1.5)
    (first, *_), (second, *_) = REFERENCES
    left = marks.transform_filter(f"datum.days == {first}").mark_text(
        align="right", dx=3, baseline="bottom", color=INK, aria=False
    )
    right = marks.transform_filter(f"datum.days == {second}").mark_text(
        align="left", dx=-3, baseline="bottom", color=INK, aria=False
    )
    above = {"text": "short:N", "y": alt.value(-4)}
    return alt.layer(rule, left.encode(**above), right.encode(**above))


def _days() -> Drawn:
    bars = (
        _source()
        .mark_bar(color=_BLUE, width=9)
        .encode(
            x=alt.X(
                "days:Q",
                title="Days from the interview to their answer",
                scale=alt.Scale(domainMin=0, nice=False, padding=12),
                axis=_WHOLE,
            ),
            y=alt.Y("answers:Q", title="Answers", axis=_WHOLE),
            tooltip=[
                alt.Tooltip("days:Q", title="Days"),
                alt.Tooltip("answers:Q", title="Answers"),
            ],
            description="words:N",
        )
    )
    return alt.layer(bars, _guides()).properties(height=280)


def _colors(words: Mapping[str, str]) -> alt.Color:
    return alt.Color(
        "what:N",
        scale=alt.Scale(domain=list(words), range=list(words.values())),
        sort=None,
        legend=alt.Legend(title=None, orient="top", symbolType="square"),
    )


def _kept() -> Drawn:
    chart = (
        _source()
        .mark_bar(height=16)
        .encode(
            y=alt.Y("label:N", sort=None, axis=_NAMES),
            x=alt.X("number:Q", title="How many", stack=True, axis=_WHOLE),
            color=_colors(dict(zip(KEPT, (_GREEN, _ORANGE, _RED), strict=True))),
            order="order:Q",
            tooltip=[
                alt.Tooltip("label:N", title="What"),
                alt.Tooltip("what:N", title="Kept"),
                alt.Tooltip("number:Q", title="How many"),
            ],
            description="words:N",
        )
    )
    return _by_rows(chart)


def _weeks() -> Drawn:
    chart: Drawn = (
        _source()
        .mark_bar()
        .encode(
            x=alt.X(
                "week:N",
                sort=None,
                title="Week from",
                axis=alt.Axis(labelAngle=0, labelOverlap=True),
            ),
            xOffset=alt.XOffset("what:N", sort=None),
            y=alt.Y("number:Q", title="How many", axis=_WHOLE),
            color=_colors(dict(zip(HAPPENED, (_ORANGE, _BLUE, _GREEN), strict=True))),
            tooltip=[
                alt.Tooltip("week:N", title="Week from"),
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("number:Q", title="How many"),
            ],
            description="words:N",
        )
        .properties(height=280)
    )
    return chart
