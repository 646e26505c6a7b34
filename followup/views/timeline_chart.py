"""The timeline's frames and its Altair chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import altair as alt
import orjson
import pandas as pd

from followup.model.vocabulary import Status
from followup.views.timeline import POINT_WORDS, Lane, Period

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
_POINT = "#7d7d7d"


@dataclass(frozen=True, slots=True)
class Frames:
    """The rows of the chart, as data frames with naive Timestamps."""

    lines: (
        pd.DataFrame
    )  # every line of the chart, from top to bottom; a lane's first line carries its label
    bars: pd.DataFrame
    points: pd.DataFrame


_LINE_COLUMNS = {"line": "str", "label": "str", "shaded": "bool"}
_BAR_COLUMNS = {
    "id": "str",
    "line": "str",
    "status": "str",
    "opens": "datetime64[ns]",
    "due": "datetime64[ns]",
    "ends": "datetime64[ns]",
    "title": "str",
    "company": "str",
    "when": "str",
    "reason": "str",
    "said": "str",
}
_POINT_COLUMNS = {
    "id": "str",
    "line": "str",
    "kind": "str",
    "at": "datetime64[ns]",
    "title": "str",
    "company": "str",
    "when": "str",
    "said": "str",
}


def frames(lanes: Sequence[Lane], words: Mapping[Status, str]) -> Frames:
    """The lanes as rows: for each a line with its name, then its windows and what happened."""
    lines: list[tuple[object, ...]] = []
    bars: list[tuple[object, ...]] = []
    points: list[tuple[object, ...]] = []
    for number, lane in enumerate(lanes):
        shaded = number % 2 == 0
        names = [f"{number}.{index}" for index in range(max(1, len(lane.lines)) + 1)]
        lines += [(name, lane.label if name == names[0] else "", shaded) for name in names]
        for name, line in zip(names[1:], lane.lines, strict=False):
            bars += [
                (
                    *(b.id, name, words[b.status], b.opens, b.due, b.ends),
                    *(b.title, lane.company, b.when, b.reason),
                    f"{lane.company}: {b.title}. {words[b.status]}, {b.when}",
                )
                for b in line
            ]
        points += [
            (
                *(p.id, names[1], POINT_WORDS[p.kind], p.at, p.title, lane.company, p.when),
                f"{lane.company}: {p.title}. {POINT_WORDS[p.kind]}, {p.when}",
            )
            for p in lane.points
        ]
    return Frames(
        _frame(lines, _LINE_COLUMNS), _frame(bars, _BAR_COLUMNS), _frame(points, _POINT_COLUMNS)
    )


def _frame(rows: Sequence[tuple[object, ...]], columns: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(columns)).astype(dict(columns))


def chart(data: Frames, colors: Mapping[str, str], period: Period, now: datetime) -> alt.LayerChart:
    """The chart: `colors` are the statuses' by their words, `now` the wall clock."""
    x = alt.Scale(domain=[_stamp(period.begins), _stamp(period.ends)])
    layers = [_shade(data), *_bars(data, colors, x), _points(data, x), _today(now, x)]
    whole = alt.layer(*layers, height=alt.Step(_STEP))
    framed: alt.LayerChart = whole.configure_view(stroke=None)
    return framed


def _stamp(moment: datetime) -> alt.DateTime:
    return alt.DateTime(
        year=moment.year,
        month=moment.month,
        date=moment.day,
        hours=moment.hour,
        minutes=moment.minute,
    )


def _y(data: Frames) -> alt.Y:
    labels = {
        str(line): str(label)
        for line, label in zip(data.lines["line"], data.lines["label"], strict=True)
        if label
    }
    axis = alt.Axis(
        title=None,
        labelExpr=f"{_as_json(labels)}[datum.value] || ''",
        labelAlign="left",
        labelPadding=-6,
        labelLimit=340,
        labelFontWeight="bold",
        labelOverlap=False,
        ticks=False,
        domain=False,
        grid=False,
    )
    scale = alt.Scale(domain=list(data.lines["line"]), paddingInner=0, paddingOuter=0)
    return alt.Y("line:N", axis=axis, scale=scale, sort=None)


def _as_json(value: Mapping[str, str]) -> str:
    return orjson.dumps(value).decode()


def _shade(data: Frames) -> alt.Chart:
    shade: alt.Chart = (
        alt.Chart(data.lines[data.lines["shaded"]])
        .mark_rect(color="#7d7d7d", opacity=0.07, aria=False)
        .encode(y=_y(data))
    )
    return shade


def _bars(data: Frames, colors: Mapping[str, str], x: alt.Scale) -> tuple[alt.Chart, alt.Chart]:
    used = [word for word in colors if (data.bars["status"] == word).any()]
    color = alt.Color(
        "status:N",
        scale=alt.Scale(domain=used, range=[colors[word] for word in used]),
        legend=alt.Legend(
            title=None, orient="top", columns=4, symbolType="square", symbolOpacity=1
        ),
    )
    tooltip = [
        alt.Tooltip("company:N", title="Company"),
        alt.Tooltip("title:N", title="What"),
        alt.Tooltip("status:N", title="Status"),
        alt.Tooltip("when:N", title="When"),
        alt.Tooltip("reason:N", title="Why"),
    ]
    base = alt.Chart(data.bars).encode(
        y=_y(data), color=color, tooltip=tooltip, description="said:N"
    )
    pick = alt.selection_point(name=SELECTED, fields=["id"])
    light = base.mark_bar(
        height=_BAR, opacity=0.35, aria=False, clip=True, cursor="pointer"
    ).encode(x=alt.X("opens:T", scale=x, axis=_days()), x2="ends:T")
    solid = base.mark_bar(height=_BAR, clip=True, cursor="pointer", opacity=1).encode(
        x=alt.X("opens:T", scale=x), x2="due:T"
    )
    return light, solid.add_params(pick)


def _days() -> alt.Axis:
    return alt.Axis(
        title=None,
        format="%-d %b",
        orient="top",
        tickCount="week",
        grid=True,
        gridOpacity=0.4,
        labelOverlap=True,
    )


def _points(data: Frames, x: alt.Scale) -> alt.Chart:
    used = [word for word in _SHAPES if (data.points["kind"] == word).any()]
    shape = alt.Shape(
        "kind:N",
        scale=alt.Scale(domain=used, range=[_SHAPES[word] for word in used]),
        legend=alt.Legend(
            title=None, orient="bottom", columns=4, symbolFillColor=_POINT, symbolStrokeColor=_POINT
        ),
    )
    points: alt.Chart = (
        alt.Chart(data.points)
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
            y=_y(data),
            x=alt.X("at:T", scale=x),
            shape=shape,
            description="said:N",
            tooltip=[
                alt.Tooltip("company:N", title="Company"),
                alt.Tooltip("kind:N", title="What"),
                alt.Tooltip("title:N", title="Who"),
                alt.Tooltip("when:N", title="When"),
            ],
        )
        .add_params(alt.selection_point(name=SELECTED_POINT, fields=["id"]))
    )
    return points


def _today(now: datetime, x: alt.Scale) -> alt.Chart:
    line: alt.Chart = (
        alt.Chart(pd.DataFrame({"at": pd.to_datetime([now])}))
        .mark_rule(color="#d64545", strokeWidth=1.5, strokeDash=[4, 3], clip=True, aria=False)
        .encode(x=alt.X("at:T", scale=x))
    )
    return line
