"""A run sends no value back that the page shows already: it would take back what the user chose meanwhile."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders.globex import facts, globex, interview
from tests.pages.conftest import Start, opened
from tests.pages.test_compose import THANK_ANN, compose

INTERVIEWS = "pages/record/interviews.py"


def entry(app: Start) -> AppTest:
    return opened(app, INTERVIEWS, facts(), application="g", edit="1")


def happened(app: Start) -> AppTest:
    page = opened(app, INTERVIEWS, facts(), application="g")
    page.button(key="what_happened_g").click().run()
    page.button(key="happened-button:g|kind_next_round").click().run()
    return page


def who_was_there(app: Start) -> AppTest:
    page = opened(app, INTERVIEWS, facts(), application="g")
    page.session_state["met_i1"] = True
    return page.run()


def debrief(app: Start) -> AppTest:
    page = app(facts(globex(interviews=(interview(specifics=()),))))
    page.button(key="debrief_open_debrief:g:i1").click().run()
    return page


def letter(app: Start) -> AppTest:
    return compose(app, facts(), THANK_ANN)


def sent_back(page: AppTest) -> list[str]:
    kinds = (page.checkbox, page.date_input, page.multiselect, page.radio, page.selectbox)
    return [each.label for kind in kinds for each in kind if each.proto.set_value]


@pytest.mark.parametrize("begun", [entry, happened, who_was_there, debrief, letter])
def test_no_choice_is_sent_back_that_the_page_shows_already(
    app: Start, begun: Callable[[Start], AppTest]
) -> None:
    page = begun(app).run()
    assert not page.exception
    assert sent_back(page) == []


def test_what_one_picks_is_called_the_same_when_another_field_changes(app: Start) -> None:
    """The browser says by its words what is picked: with other words by then, nothing would be."""
    page = opened(app, INTERVIEWS, facts(), application="g", edit="1")
    (decide,) = (each for each in page.radio if each.label == "They decide by")
    (day,) = (each for each in page.date_input if each.label == "Day")
    before = decide.options
    day.set_value(date(2026, 9, 1)).run()
    (decide,) = (each for each in page.radio if each.label == "They decide by")
    assert decide.options == before
