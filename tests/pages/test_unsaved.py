"""What was typed and is not saved comes back after a reload and a restart; what is too long is said, and stays."""

import json
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from followup.model.fact import LINE_LIMIT, PROSE_LIMIT
from followup.model.facts import Facts
from tests.builders.globex import facts, globex, interview
from tests.pages.conftest import Start
from tests.pages.test_compose import THANK_ANN, body, compose
from tests.pages.test_today import DEBRIEF, keys, text_of

Stored = Callable[[], Facts]
INTERVIEWS = "pages/record/interviews.py"


def restarted(app: Start, page: str | None = None, **query: str) -> AppTest:
    """Another session of a server that has just begun."""
    st.cache_resource.clear()
    again = app(None, page=page)
    for name, value in query.items():
        again.query_params[name] = value
    return again.run()


def opened(app: Start, file: Facts, **query: str) -> AppTest:
    page = app(file, page=INTERVIEWS)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def test_a_debrief_comes_back_until_it_is_saved(app: Start, stored: Stored) -> None:
    page = app(facts(globex(interviews=(interview(specifics=()),))))
    page.button(key=f"debrief_open_{DEBRIEF}").click().run()
    page.text_area(key=f"debrief:{DEBRIEF}|said_ann").set_value("They move to Kafka").run()
    page.date_input(key=f"debrief:{DEBRIEF}|decision_by").set_value(date(2026, 9, 25)).run()

    page = restarted(app)
    assert not page.exception
    assert page.text_area(key=f"debrief:{DEBRIEF}|said_ann").value == "They move to Kafka"
    assert page.date_input(key=f"debrief:{DEBRIEF}|decision_by").value == date(2026, 9, 25)
    page.button(key=f"debrief_save_{DEBRIEF}").click().run()
    (held,) = stored().applications[0].interviews
    assert [said.text for said in held.specifics] == ["They move to Kafka"]
    page.button(key="feedback_undo").click().run()
    assert f"debrief:{DEBRIEF}|said_ann" not in keys(restarted(app))


def test_a_new_application_comes_back_until_it_is_saved_or_discarded(
    app: Start, data_file: Path
) -> None:
    page = opened(app, facts(), new="1")
    page.text_input(key="entry:new|company").set_value("Umbrella").run()
    (row,) = page.session_state["entry:new|rounds"]
    page.time_input(key=f"entry:new|time_{row}").set_value(time(9, 30)).run()

    page = restarted(app, INTERVIEWS, new="1")
    assert not page.exception
    assert "Here is what you typed before" in text_of(page)
    assert page.text_input(key="entry:new|company").value == "Umbrella"
    assert page.time_input(key=f"entry:new|time_{row}").value == time(9, 30)
    page.button(key="entry-button:new|discard").click().run()
    assert "Umbrella" not in data_file.with_name("followup.drafts.json").read_text()
    assert restarted(app, INTERVIEWS, new="1").text_input(key="entry:new|company").value == ""


def test_what_happened_comes_back_until_it_is_logged(app: Start, stored: Stored) -> None:
    page = opened(app, facts(), application="g")
    page.button(key="what_happened_g").click().run()
    page.button(key="happened-button:g|kind_replied").click().run()
    page.text_area(key="happened:g|text").set_value("We need another week").run()

    page = restarted(app, INTERVIEWS, application="g")
    assert not page.exception
    assert not page.warning
    page.button(key="what_happened_g").click().run()
    assert page.text_area(key="happened:g|text").value == "We need another week"
    page.button(key="happened-button:g|go").click().run()
    assert [t.text for t in stored().applications[0].touchpoints] == ["We need another week"]
    page = restarted(app, INTERVIEWS, application="g")
    assert page.button(key="what_happened_g").label == "What happened?"


@pytest.mark.parametrize("field", ["company", "role", "link", "notes"])
def test_a_text_that_is_too_long_for_the_file_is_said_and_stays(app: Start, field: str) -> None:
    long = "x" * ((PROSE_LIMIT if field == "notes" else LINE_LIMIT) + 1)
    page = opened(app, facts(), application="g", edit="1")
    widget = page.text_area if field == "notes" else page.text_input
    widget(key=f"entry:g|{field}").set_value(long).run()
    page.button(key="entry-button:g|save").click().run()
    assert not page.exception
    assert "characters" in text_of(page)
    assert widget(key=f"entry:g|{field}").value == long


def test_no_field_drops_what_is_too_long_for_it(app: Start) -> None:
    """A browser leaves out, in silence, a text that is longer than a field's own limit: so none has one."""
    page = opened(app, facts(), application="g", edit="1")
    shown = [*page.text_input, *page.text_area]
    page = compose(app, facts())
    shown += [*page.text_input, *page.text_area]
    page.switch_page("pages/record/settings.py").run()
    shown += [*page.text_input, *page.text_area]
    assert len(shown) > 10
    assert not [field.label for field in shown if field.proto.max_chars]


def test_a_message_that_is_too_long_is_said_and_stays(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("word " * 30_000).run()
    assert not page.exception
    assert "longer than 100,000 characters" in page.warning[0].value.replace("\\", "")
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert not stored().applications[0].touchpoints
    assert "shorten it" in text_of(page)
    assert body(page) == "word " * 30_000


def test_a_debrief_that_is_too_long_is_said_and_stays(app: Start, stored: Stored) -> None:
    page = app(facts(globex(interviews=(interview(specifics=()),))))
    page.button(key=f"debrief_open_{DEBRIEF}").click().run()
    page.text_area(key=f"debrief:{DEBRIEF}|said_ann").set_value("x" * (PROSE_LIMIT + 1)).run()
    page.button(key=f"debrief_save_{DEBRIEF}").click().run()
    assert not page.exception
    assert "characters" in text_of(page)
    assert not stored().applications[0].interviews[0].specifics
    assert len(page.text_area(key=f"debrief:{DEBRIEF}|said_ann").value or "") > PROSE_LIMIT


@pytest.mark.parametrize("odd", [{"day": "soon"}, {"century": "21"}, {}, {"day": 1, "time": 2}])
def test_a_kept_form_that_makes_no_sense_is_left_out(
    app: Start, data_file: Path, odd: dict[str, object]
) -> None:
    page = opened(app, facts(), application="g", edit="1")
    page.text_input(key="entry:g|company").set_value("Umbrella").run()
    drafts = data_file.with_name("followup.drafts.json")
    kept = json.loads(drafts.read_text())
    kept["forms"]["entry:g"]["typed"]["company"] = odd
    drafts.write_text(json.dumps(kept))

    page = restarted(app, INTERVIEWS, application="g", edit="1")
    assert not page.error
    assert page.text_input(key="entry:g|company").value == "Globex"


def test_a_form_that_another_version_kept_is_left_out(app: Start, data_file: Path) -> None:
    page = opened(app, facts(), application="g", edit="1")
    page.text_input(key="entry:g|company").set_value("Umbrella").run()
    drafts = data_file.with_name("followup.drafts.json")
    kept = json.loads(drafts.read_text())
    kept["forms"]["entry:g"]["shape"] -= 1
    for part in ("typed", "seed"):
        del kept["forms"]["entry:g"][part]["role"]
    drafts.write_text(json.dumps(kept))

    page = restarted(app, INTERVIEWS, application="g", edit="1")
    assert not page.error
    assert page.text_input(key="entry:g|company").value == "Globex"
