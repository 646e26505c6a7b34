"""A click that meets another request still does all that it does."""

import pytest
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from followup.server.whole_clicks import keep_clicks_whole

LOOK = "_maybe_handle_execution_control_request"


def page() -> None:
    """A button whose work is under way when something else arrives from the browser."""
    import streamlit as st
    from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx

    def log_it() -> None:
        run = get_script_run_ctx()
        assert run
        assert run.script_requests
        st.session_state["saved"] = st.session_state.get("saved", 0) + 1
        run.script_requests.request_rerun(RerunData(page_script_hash=run.page_script_hash))
        st.session_state["closed"] = True

    st.button("Log it", on_click=log_it)
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    st.text("whole")


def test_a_click_is_whole_whatever_arrives_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScriptRunner, LOOK, getattr(ScriptRunner, LOOK))  # as it was, afterwards
    keep_clicks_whole()
    app = AppTest.from_function(page).run()
    app.button[0].click().run()
    assert not app.exception
    assert (app.session_state["saved"], "closed" in app.session_state) == (1, True)
    assert app.session_state["runs"] == 2  # and what arrived has its run
    assert app.text[0].value == "whole"
