"""The rows of the timeline's chart, as data frames."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from followup.model.vocabulary import Status
from followup.views.timeline.labels import bar_words, beside, step_words
from followup.views.timeline.parts import POINT_WORDS, Lane
from followup.views.words import Period


@dataclass(frozen=True, slots=True)
class Frames:
    """The rows of the chart, as data frames with naive Timestamps."""

    lines: (
        pd.DataFrame
    )  # every line of the chart, from top to bottom; a lane's first line carries its label
    bars: pd.DataFrame
    points: pd.DataFrame
    quiet: pd.DataFrame  # on the first line of its lane
    texts: pd.DataFrame


_LINE_COLUMNS = {"line": "str", "first": "bool"}
_TEXT_COLUMNS = {"line": "str", "at": "datetime64[ns]", "text": "str", "side": "str"}
_QUIET_COLUMNS = {
    "line": "str",
    "begins": "datetime64[ns]",
    "ends": "datetime64[ns]",
    "company": "str",
    "words": "str",
}
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


def frames(
    lanes: Sequence[Lane],
    words: Mapping[Status, str],
    period: Period,
    steps: Mapping[str, str] | None = None,
) -> Frames:
    """The lanes as rows: for each a line with what happened, then its windows; `steps` by the application's id."""
    lines: list[tuple[object, ...]] = []
    bars: list[tuple[object, ...]] = []
    points: list[tuple[object, ...]] = []
    quiet: list[tuple[object, ...]] = []
    texts: list[tuple[object, ...]] = []
    for number, lane in enumerate(lanes):
        first = f"{number}.0|{lane.label}"  # the axis writes what stands behind the stroke
        names = [first, *(f"{number}.{index + 1}|" for index in range(len(lane.lines)))]
        lines += [(name, name == first) for name in names]
        quiet += [
            (first, shade.begins, shade.ends, lane.company, shade.words) for shade in lane.shades
        ]
        step = step_words(lane, (steps or {}).get(lane.application, ""), period)
        texts += [(first, each.at, each.text, each.side) for each in step]
        for name, line in zip(names[1:], lane.lines, strict=True):
            texts += [(name, each.at, each.text, each.side) for each in bar_words(line, period)]
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
                *(p.id, first, POINT_WORDS[p.kind], at, p.title, lane.company, p.when),
                f"{lane.company}: {p.title}. {POINT_WORDS[p.kind]}, {p.when}",
            )
            for p, at in beside(lane.points, period)
        ]
    return Frames(
        _frame(lines, _LINE_COLUMNS),
        _frame(bars, _BAR_COLUMNS),
        _frame(points, _POINT_COLUMNS),
        _frame(quiet, _QUIET_COLUMNS),
        _frame(texts, _TEXT_COLUMNS),
    )


def _frame(rows: Sequence[tuple[object, ...]], columns: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(columns)).astype(dict(columns))
