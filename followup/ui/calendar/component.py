"""The calendar's table and agenda as one component: real buttons, arrow keys, the theme's own colours.

All text goes in as text (`textContent`), never as markup. Where it is narrow, or the text is large, the table is not
shown: the agenda beside it says the same.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

_HTML = "<div id='root'></div>"
_CSS = Path(__file__).with_suffix(".css").read_text("utf-8")
_JS = Path(__file__).with_suffix(".js").read_text("utf-8")

_MONTH = st.components.v2.component("followup_month", html=_HTML, css=_CSS, js=_JS)


def month(
    data: Mapping[str, Any], key: str, *, on_open: Callable[[], None], on_day: Callable[[], None]
) -> None:
    """The table and the agenda.

    `on_open` runs when an entry was pressed (its id stands in `st.session_state[key].open`), `on_day` when a day's
    “+3 more” was (the day stands in `.day`).
    """
    # Tuples: of a list Streamlit loads pandas to find out whether it is a table.
    told = {name: tuple(each) if isinstance(each, list) else each for name, each in data.items()}
    _MONTH(key=key, data=told, on_open_change=on_open, on_day_change=on_day)
