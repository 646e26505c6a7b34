"""A run that is cut short by the next one may never be drawn: what it filled in must be filled in again.

Else the browser shows such a field empty, and answers with that for it from then on, as if the user had emptied it.
"""

from contextlib import suppress
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from followup.exchange.demo import demo_facts
from followup.forms.happened import KINDS
from tests.builders import received
from tests.builders.globex import at, facts, globex, interview, thanked
from tests.pages.conftest import Start, opened

INTERVIEWS = "pages/record/interviews.py"
DEMO_NOW = at("03-03 12:30")
AHEAD = interview(id="i2", starts_at=at("2026-09-21 09:00"), specifics=())
OFFER = received("offer", "09-15 12:00", by="ann")
ENDED = facts(globex(touchpoints=(received("rejection", "09-15 17:00", by="ann"),)))
WORLD = facts(globex(interviews=(interview(), AHEAD), touchpoints=(thanked("ann"), OFFER)))


def shown(proto: Any) -> Any:
    """What a browser shows of a widget that it draws for the first time."""
    options = getattr(proto, "options", None)
    if proto.set_value:
        name = next(n for n in ("raw_value", "raw_values", "value") if hasattr(proto, n))
        found = getattr(proto, name)
    else:
        found = proto.default
        if not hasattr(found, "append"):
            with suppress(ValueError):  # which this one always has
                found = found if proto.HasField("default") else ""
    if options is not None and isinstance(found, int):
        return options[found] if options else ""
    return list(found) if hasattr(found, "append") else found


def widgets(page: AppTest) -> dict[str, Any]:
    """All that can show a value, by id."""
    every: list[Any] = [getattr(each, "proto", None) for each in (*page.main, *page.sidebar)]
    return {proto.id: proto for proto in every if hasattr(proto, "set_value")}


def lost(page: AppTest) -> dict[str, tuple[Any, Any]]:
    """By label, what is shown otherwise (before and after) by a browser that never heard of what was filled in."""
    before = {id_: each for id_, each in widgets(page).items() if each.set_value}
    known = page._tree.get_widget_states().widgets
    page._run(WidgetStates(widgets=[each for each in known if each.id not in before]))
    assert not page.exception
    after = widgets(page)
    return {
        each.label: (shown(each), shown(after[id_]))
        for id_, each in before.items()
        if shown(each) != shown(after[id_])
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_happened(app: Start, kind: str) -> None:
    world = ENDED if kind == "reopened" else WORLD
    page = opened(app, INTERVIEWS, world, application="g")
    page.button(key="what_happened_g").click().run()
    page.button(key=f"happened-button:g|kind_{kind}").click().run()
    assert lost(page) == {}


def test_the_entry_form(app: Start) -> None:
    page = opened(app, INTERVIEWS, WORLD, application="g", edit="1")
    assert lost(page) == {}
    page = opened(app, INTERVIEWS, None, new="1")
    page.button(key="entry-button:new|person").click().run()
    first, second = page.session_state["entry:new|people"]
    page.text_input(key=f"entry:new|name_{first}").set_value("Ann Adler").run()
    page.text_input(key=f"entry:new|name_{second}").set_value("Tom Novak").run()
    assert "Said by" in [each.label for each in widgets(page).values() if each.set_value]
    assert lost(page) == {}


@pytest.mark.parametrize(
    "name",
    [
        "plan/today",
        "plan/timeline",
        "plan/calendar",
        "write/compose",
        "write/templates",
        "record/interviews",
        "record/insights",
        "record/data",
        "record/settings",
    ],
)
def test_each_page(app: Start, name: str) -> None:
    page = app(demo_facts(DEMO_NOW), DEMO_NOW, f"pages/{name}.py")
    assert lost(page) == {}
