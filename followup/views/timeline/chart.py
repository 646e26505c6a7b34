"""The timeline's chart: specified once by Altair, then fed with rows (building it anew costs five times as much)."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal

import altair as alt
import pandas as pd

from followup.views.timeline.frames import Frames
from followup.views.words import Period

SELECTED = "picked"  # the name of the first selection; both mark layers answer to it and to `SELECTED_POINT`
SELECTED_POINT = "picked_point"
_STEP = 17
_BAR = 11
_SHAPES = {
    "Interview": "square",
    "Promise": "diamond",
    "Sent": "triangle-right",
    "Received": "triangle-left",
}
# By a status' word: its colour, and "plain" or "dashed" where it is only outlined.
Looks = Mapping[str, tuple[str, str]]
_POINT = "#7d7d7d"
_QUIET = "#8a63c9"
_NOW = "#d64545"
_TEXT = "#757575"  # over 4.5:1 on white and on black


def chart(data: Frames, looks: Looks, period: Period, now: datetime) -> dict[str, Any]:
    """The specification with its rows: `looks` are the statuses' by their words, `now` the wall clock."""
    whole = _template(tuple(looks.items()))
    domain = [_stamp(period.begins), _stamp(period.ends)]
    return {
        **whole,
        "layer": [_within(layer, domain) for layer in whole["layer"]],
        "datasets": {
            "lines": data.lines,
            "quiet": data.quiet,
            "bars": data.bars,
            "points": data.points,
            "texts": data.texts,
            "now": pd.DataFrame({"at": pd.to_datetime([now])}),
        },
    }


def _stamp(moment: datetime) -> dict[str, int]:
    return {
        "year": moment.year,
        "month": moment.month,
        "date": moment.day,
        "hours": moment.hour,
        "minutes": moment.minute,
    }


def _within(layer: dict[str, Any], domain: list[dict[str, int]]) -> dict[str, Any]:
    """The layer with its time axis set to the period."""
    encoding = layer["encoding"]
    if "x" not in encoding:
        return layer
    x = {**encoding["x"], "scale": {"domain": domain}}
    return {**layer, "encoding": {**encoding, "x": x}}


@lru_cache(maxsize=2)
def _template(looks: tuple[tuple[str, tuple[str, str]], ...]) -> dict[str, Any]:
    """The chart without its rows and its period."""
    layers = [
        *(_lines(), _quiet(), *_bars(dict(looks))),
        *(_texts("left", 6), _texts("right", -6)),
        *(_today(), _now_word(), _points()),
    ]
    whole = alt.layer(*layers, height=alt.Step(_STEP)).configure_view(stroke=None)
    spec: dict[str, Any] = whole.to_dict()
    return spec


def _y() -> alt.Y:
    axis = alt.Axis(
        title=None,
        labelExpr="slice(datum.value, indexof(datum.value, '|') + 1)",
        labelPadding=8,
        labelLimit=alt.ExprRef("windowSize()[0] < 640 ? 110 : 180"),
        labelFontWeight="bold",
        labelColor=_TEXT,
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


def _texts(side: Literal["left", "right"], shift: int) -> alt.Chart:
    """The words that end, or begin, at their moment; on a narrow plot none."""
    texts: alt.Chart = (
        alt.Chart(alt.NamedData("texts"))
        .transform_filter(f"datum.side == '{side}'")
        .mark_text(
            align=side,
            dx=shift,
            color=_TEXT,
            aria=False,
            opacity=alt.ExprRef("windowSize()[0] < 900 ? 0 : 1"),
            clip=True,
        )
        .encode(y=_y(), x=alt.X("at:T"), text="text:N")
    )
    return texts


def _quiet() -> alt.Chart:
    tooltip = [
        alt.Tooltip("company:N", title="Do not write yet to"),
        alt.Tooltip("ends:T", title="Until", format="%a %-d %b"),
        alt.Tooltip("words:N", title="Why"),
    ]
    quiet: alt.Chart = (
        alt.Chart(alt.NamedData("quiet"))
        .mark_bar(color=_QUIET, opacity=0.6, height=3, clip=True, aria=False)
        .encode(y=_y(), x=alt.X("begins:T"), x2="ends:T", tooltip=tooltip)
    )
    return quiet


def _bars(looks: Looks) -> tuple[alt.Chart, alt.Chart]:
    scale = alt.Scale(domain=list(looks), range=[color for color, _ in looks.values()])
    outlined = _one_of(looks, "plain", "dashed")
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
        strokeDash=alt.condition(_one_of(looks, "dashed"), alt.value([3, 2]), alt.value([1, 0])),
        tooltip=tooltip,
        description="said:N",
    )
    pick = alt.selection_point(name=SELECTED, fields=["id"])
    light = base.mark_bar(
        height=_BAR, opacity=0.35, aria=False, clip=True, cursor="pointer"
    ).encode(x=alt.X("opens:T", axis=_days()), x2="ends:T")
    solid = base.mark_bar(height=_BAR, clip=True, cursor="pointer", opacity=1).encode(
        x=alt.X("opens:T"), x2="due:T"
    )
    return light, solid.add_params(pick)


def _one_of(looks: Looks, *outlines: str) -> str:
    """Whether a row's status has one of these outlines."""
    words = [word for word, (_, outline) in looks.items() if outline in outlines]
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
        labelColor=_TEXT,
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
            stroke="white",
            strokeWidth=1,
            clip=True,
            cursor="pointer",
        )
        .encode(
            y=_y(),
            x=alt.X("at:T"),
            shape=alt.Shape("kind:N", scale=scale, legend=None),
            description="said:N",
            tooltip=tooltip,
        )
        .add_params(alt.selection_point(name=SELECTED_POINT, fields=["id"]))
    )
    return points


def _today() -> alt.Chart:
    line: alt.Chart = (
        alt.Chart(alt.NamedData("now"))
        .mark_rule(color=_NOW, strokeWidth=1.5, strokeDash=[4, 3], clip=True, aria=False)
        .encode(x=alt.X("at:T"))
    )
    return line


def _now_word() -> alt.Chart:
    word: alt.Chart = (
        alt.Chart(alt.NamedData("now"))
        .mark_text(dy=10, color=_TEXT, fontWeight="bold", aria=False)
        .encode(x=alt.X("at:T"), y=alt.value("height"), text=alt.value("now"))
    )
    return word
