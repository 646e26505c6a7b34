"""The charts that the program ships are those that Altair builds, and their rows bring nothing heavy with them."""

import json
from pathlib import Path

import pytest

from followup.views.chart_files import INK, on_black, with_rows
from tools.charts.files import FILES, text_of


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_the_file_is_what_altair_builds(path: Path) -> None:
    """Made anew by `python -m tools.charts`."""
    assert path.read_text("utf-8") == text_of(FILES[path]())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_on_a_dark_ground_the_words_of_a_chart_have_a_lighter_colour(path: Path) -> None:
    chart = json.loads(path.read_text("utf-8"))
    assert INK in json.dumps(chart)
    assert INK not in json.dumps(on_black(chart))
    assert on_black({"values": f'[{{"title": "{INK}"}}]'})["values"] == f'[{{"title": "{INK}"}}]'


def test_rows_go_into_the_layers_that_name_them() -> None:
    bar = {"mark": "bar", "data": {"name": "rows"}}
    rule = {"layer": [{"mark": "rule", "data": {"name": "guides"}}]}
    found = with_rows({"layer": [bar, rule]}, rows=[{"a": '“ä"\\'}], guides=[])
    first, second = found["layer"]
    assert json.loads(first["data"]["values"]) == [{"a": '“ä"\\'}]
    assert second["layer"][0]["data"] == {"values": "[]", "format": {"type": "json"}}
    assert bar["data"] == {"name": "rows"}
