"""Which charts are in which file, and how a file is written: Vega-Lite, its rows named and not there."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import altair as alt

from followup.home import HOME
from tools.charts import insights, timeline

_VIEW = ("data", "transform", "mark", "encoding", "layer")
_VIEWS = HOME / "followup" / "views"
FILES: Final[Mapping[Path, Callable[[], Mapping[str, alt.TopLevelMixin]]]] = {
    _VIEWS / "insights" / "charts.json": insights.charts,
    _VIEWS / "timeline" / "charts.json": timeline.charts,
}


def text_of(charts: Mapping[str, alt.TopLevelMixin]) -> str:
    """The file of these charts."""
    made = {name: _compiled(chart) for name, chart in charts.items()}
    return json.dumps(made, indent=1, sort_keys=True) + "\n"


def _compiled(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """All that is drawn is a layer, since Streamlit makes tables of the data that stands above the layers."""
    spec: dict[str, Any] = chart.to_dict()
    view = {name: spec.pop(name) for name in _VIEW if name in spec}
    return {**spec, "layer": [view]}
