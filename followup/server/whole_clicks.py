"""A click is whole: what it does ends before the next thing that the browser says is looked at.

Streamlit 1.67 looks for a newer request at every use of the session state, in a callback too, and before the values of
the request at hand are taken over. There the newer one wins: the callback ends halfway (saved, but the dialog stays
open), or the click is gone with its request, since the browser says a click once. What is typed reaches us at each
pause and with every blur, so requests come close together here. After the callbacks it may interrupt as it likes.
"""

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx


def keep_clicks_whole() -> None:
    """For the server, once, before its first session."""
    look = ScriptRunner._maybe_handle_execution_control_request  # noqa: SLF001 - it has no public place for this

    def look_later(runner: ScriptRunner) -> None:
        run = get_script_run_ctx(suppress_warning=True)
        if run is None or run.has_script_started:
            look(runner)

    setattr(ScriptRunner, look.__name__, look_later)
