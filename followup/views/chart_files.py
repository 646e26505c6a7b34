"""Charts are Vega-Lite that `tools/charts` has built by Altair; here their rows go into them."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import orjson

Spec = dict[str, Any]
Row = Mapping[str, Any]


@cache
def charts(folder: Path) -> Mapping[str, Spec]:
    """The charts of this folder of views, by name."""
    found: dict[str, Spec] = json.loads((folder / "charts.json").read_text("utf-8"))
    return found


def with_rows(chart: Spec, **rows: Iterable[Row]) -> Spec:
    """The chart with the rows that its layers name; moments among them are the wall clock's.

    They go in as JSON, which Vega reads: of data in any other place Streamlit makes tables, for which it loads pandas
    and pyarrow, and to text that looks like a name of Altair's it gives another number.
    """
    data = {
        name: {"values": orjson.dumps(list(each)).decode(), "format": {"type": "json"}}
        for name, each in rows.items()
    }
    return _filled(chart, data)


INK = "#757575"  # of a chart's words: 4.6:1 on white, and too little on black
_ON_BLACK = "#c4c4c4"


def on_black(view: Any) -> Any:
    """The chart, or any part of it, with its words in a colour that is read on a dark ground."""
    if isinstance(view, dict):
        return {name: on_black(part) for name, part in view.items()}
    if isinstance(view, list):
        return [on_black(part) for part in view]
    return _ON_BLACK if view == INK else view


def _filled(view: Spec, data: Mapping[str, Spec]) -> Spec:
    filled = dict(view)
    if "data" in view:
        filled["data"] = data[view["data"]["name"]]
    if "layer" in view:
        filled["layer"] = [_filled(layer, data) for layer in view["layer"]]
    return filled
