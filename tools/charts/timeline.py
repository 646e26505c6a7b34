"""The timeline's chart: windows as bars, what happened as points, quiet times, and words at the marks."""

from collections.abc import Mapping
from typing import Literal

import altair as alt

from followup.ui.base.looks import STATUSES
from followup.views.chart_files import INK

_STEP = 17
_LABEL = "slice(datum.value, indexof(datum.value, '|') + 1)"
# Where a label is cut, of a company's name no more than what leaves room for the role, which tells two lanes apart.
_LONG = "^(.{5})[^·]{3,} · "
_BAR = 11
_SHAPES = {
    "Interview": "square",
    "Promise": "diamond",
    "Sent": "triangle-right",
    "Received": "triangle-left",
}
_LOOKS = STATUSES.values()
_POINT = "#7d7d7d"
_QUIET = "#8a63c9"
_NOW = "#d64545"


def charts() -> Mapping[str, alt.TopLevelMixin]:
    """The one chart, by its name."""
    layers = (_lines(), _quiet(), alt.layer(*_bars()), _texts(), _now(), _points())
    whole = alt.layer(*layers)
    return {"timeline": whole.properties(height=alt.Step(_STEP)).configure_view(stroke=None)}


def _y() -> alt.Y:
    axis = alt.Axis(
        title=None,
        labelExpr=f"windowSize()[0] < 640 ? replace({_LABEL}, regexp('{_LONG}'), '$1… · ') : {_LABEL}",
        labelPadding=8,
        labelLimit=alt.ExprRef("windowSize()[0] < 640 ? 110 : 180"),
        labelFontWeight="bold",
        labelColor=INK,
        labelOverlap=False,
        ticks=False,
        domain=False,
        grid=False,
    )
    return alt.Y("line:N", axis=axis, scale=alt.Scale(paddingInner=0, paddingOuter=0), sort=None)


def _lines() -> alt.Chart:
    """Every line in its order, a rule above each lane."""
    lines: alt.Chart = (
        alt.Chart(alt.NamedData("lines"))
        .mark_rule(color=_POINT, aria=False)
        .encode(
            y=_y().bandPosition(0),
            opacity=alt.condition("datum.first", alt.value(0.35), alt.value(0)),
        )
    )
    return lines


def _texts() -> alt.LayerChart | alt.FacetChart:
    """The words that end, or begin, at their moment; on a narrow plot none."""
    texts = alt.Chart(alt.NamedData("texts")).encode(y=_y(), x=alt.X("at:T"), text="text:N")
    sides: tuple[tuple[Literal["left", "right"], int], ...] = (("left", 6), ("right", -6))
    marks = (
        texts.transform_filter(f"datum.side == '{side}'").mark_text(
            align=side,
            dx=shift,
            color=INK,
            aria=False,
            opacity=alt.ExprRef("windowSize()[0] < 900 ? 0 : 1"),
            clip=True,
        )
        for side, shift in sides
    )
    return alt.layer(*marks)


def _quiet() -> alt.Chart:
    tooltip = [
        alt.Tooltip("company:N", title="No check yet to"),
        alt.Tooltip("ends:T", title="Until", format="%a %-d %b"),
        alt.Tooltip("words:N", title="Why"),
    ]
    quiet: alt.Chart = (
        alt.Chart(alt.NamedData("quiet"))
        .mark_bar(color=_QUIET, opacity=0.6, height=3, clip=True, aria=False)
        .encode(y=_y(), x=alt.X("begins:T"), x2="ends:T", tooltip=tooltip)
    )
    return quiet


def _bars() -> tuple[alt.Chart, alt.Chart]:
    scale = alt.Scale(domain=[one.word for one in _LOOKS], range=[one.mark for one in _LOOKS])
    outlined = _one_of("plain", "dashed")
    tooltip = [
        alt.Tooltip("company:N", title="Company"),
        alt.Tooltip("title:N", title="What"),
        alt.Tooltip("status:N", title="Status"),
        alt.Tooltip("when:N", title="When"),
        alt.Tooltip("reason:N", title="Why"),
    ]
    base = alt.Chart(alt.NamedData("bars")).encode(
        y=_y(),
        color=alt.Color("status:N", scale=scale, legend=None),
        stroke=alt.Stroke("status:N", scale=scale, legend=None),
        fillOpacity=alt.condition(outlined, alt.value(0), alt.value(1)),
        strokeWidth=alt.condition(outlined, alt.value(1.5), alt.value(0)),
        strokeDash=alt.condition(_one_of("dashed"), alt.value([3, 2]), alt.value([1, 0])),
        tooltip=tooltip,
        description="said:N",
    )
    pick = alt.selection_point(name="picked", fields=["id"])
    light = base.mark_bar(
        height=_BAR, opacity=0.35, aria=False, clip=True, cursor="pointer"
    ).encode(x=alt.X("opens:T", axis=_days()), x2="ends:T")
    solid = base.mark_bar(height=_BAR, clip=True, cursor="pointer", opacity=1).encode(
        x=alt.X("opens:T"), x2="due:T"
    )
    return light, solid.add_params(pick)


def _one_of(*outlines: str) -> str:
    """Whether a row's status has one of these outlines."""
    words = [one.word for one in _LOOKS if one.outline in outlines]
    return f"indexof({words}, datum.status) >= 0"


def _days() -> alt.Axis:
    return alt.Axis(
        title=None,
        format="%-d %b",
        orient="top",
        tickCount="week",
        grid=True,
        gridOpacity=0.4,
        labelOverlap=True,
        labelColor=INK,
    )


def _points() -> alt.Chart:
    scale = alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values()))
    tooltip = [
        alt.Tooltip("company:N", title="Company"),
        alt.Tooltip("kind:N", title="What"),
        alt.Tooltip("title:N", title="Who"),
        alt.Tooltip("when:N", title="When"),
    ]
    points: alt.Chart = (
        alt.Chart(alt.NamedData("points"))
        .mark_point(
            filled=True,
            size=85,
            opacity=1,
            color=_POINT,
            clip=True,
            cursor="pointer",
        )
        .encode(
            y=_y(),
            x=alt.X("at:T"),
            shape=alt.Shape("kind:N", scale=scale, legend=None),
            fillOpacity=alt.condition("datum.hollow", alt.value(0), alt.value(1)),
            stroke=alt.condition("datum.hollow", alt.value(_POINT), alt.value("white")),
            strokeWidth=alt.condition("datum.hollow", alt.value(1.5), alt.value(1)),
            description="said:N",
            tooltip=tooltip,
        )
        .add_params(alt.selection_point(name="picked_point", fields=["id"]))
    )
    return points


def _now() -> alt.LayerChart | alt.FacetChart:
    now = alt.Chart(alt.NamedData("now")).encode(x=alt.X("at:T"))
    line = now.mark_rule(color=_NOW, strokeWidth=1.5, strokeDash=[4, 3], clip=True, aria=False)
    word = now.mark_text(dy=10, color=INK, fontWeight="bold", aria=False)
    return alt.layer(line, word.encode(y=alt.value("height"), text=alt.value("now")))
