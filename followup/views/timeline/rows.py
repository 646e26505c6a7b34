"""The rows of the timeline's chart, and the chart with them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from followup.model.vocabulary import Status
from followup.views.chart_files import Row, Spec, charts, with_rows
from followup.views.timeline.labels import bar_words, stacked, step_words
from followup.views.timeline.parts import POINT_WORDS, Lane
from followup.views.words import Period

Rows = Mapping[str, Sequence[Row]]


def chart(rows: Rows, period: Period, now: datetime) -> Spec:
    """The chart of these rows; `now` is the wall clock."""
    whole = with_rows(charts(Path(__file__).parent)["timeline"], now=[{"at": now}], **rows)
    return _within(whole, [_stamp(period.begins), _stamp(period.ends)])


def _stamp(moment: datetime) -> dict[str, int]:
    return {
        "year": moment.year,
        "month": moment.month,
        "date": moment.day,
        "hours": moment.hour,
        "minutes": moment.minute,
    }


def _within(view: Spec, domain: list[dict[str, int]]) -> Spec:
    """The chart, or a layer of it, with its time axis set to the period."""
    found = dict(view)
    if "x" in view.get("encoding", {}):
        x = {**view["encoding"]["x"], "scale": {"domain": domain}}
        found["encoding"] = {**view["encoding"], "x": x}
    if "layer" in view:
        found["layer"] = [_within(layer, domain) for layer in view["layer"]]
    return found


def rows_of(
    lanes: Sequence[Lane],
    words: Mapping[Status, str],
    period: Period,
    steps: Mapping[str, tuple[str, str]] | None = None,
) -> Rows:
    """The lanes as rows: for each what happened, then its windows.

    `steps`, by the application's id, are the key of what is next there, and its words: they stand at its bar.
    """
    at_bars = dict((steps or {}).values())
    lines: list[Row] = []  # every line from top to bottom; a lane's first line carries its label
    bars: list[Row] = []
    points: list[Row] = []
    quiet: list[Row] = []  # on the first line of its lane
    texts: list[Row] = []
    for number, lane in enumerate(lanes):
        first = f"{number}.0|{lane.label}"  # the axis writes what stands behind the stroke
        marks = list(stacked(lane.points, period))
        above = max((line for _, line, _ in marks), default=0)  # lines of marks below the first
        names = [first, *(f"{number}.{at + 1}|" for at in range(above + len(lane.lines)))]
        lines += [{"line": name, "first": name == first} for name in names]
        quiet += [
            {
                "line": first,
                "begins": shade.begins,
                "ends": shade.ends,
                "company": lane.company,
                "words": shade.words,
            }
            for shade in lane.shades
        ]
        key, words_of = (steps or {}).get(lane.application, ("", ""))
        seen = any(bar.id == key for bar in lane.bars)
        step = step_words(lane, "" if seen else words_of, period)
        texts += [
            {"line": first, "at": each.at, "text": each.text, "side": each.side} for each in step
        ]
        for name, line in zip(names[above + 1 :], lane.lines, strict=True):
            texts += [
                {"line": name, "at": each.at, "text": each.text, "side": each.side}
                for each in bar_words(line, period, at_bars)
            ]
            bars += [
                {
                    "id": bar.id,
                    "line": name,
                    "status": words[bar.status],
                    "opens": bar.opens,
                    "due": bar.due,
                    "ends": bar.ends,
                    "title": bar.title,
                    "company": lane.company,
                    "when": bar.when,
                    "reason": bar.reason,
                    "said": f"{lane.company}: {bar.title}. {words[bar.status]}, {bar.when}",
                }
                for bar in line
            ]
        points += [
            {
                "id": point.id,
                "line": names[line],
                "hollow": point.hollow,
                "kind": POINT_WORDS[point.kind],
                "at": at,
                "title": point.title,
                "company": lane.company,
                "when": point.when,
                "said": f"{lane.company}: {point.title}. {POINT_WORDS[point.kind]}, {point.when}",
            }
            for point, line, at in marks
        ]
    return {"lines": lines, "bars": bars, "points": points, "quiet": quiet, "texts": texts}
