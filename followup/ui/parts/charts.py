"""A chart on the page's ground, light or dark: its words are read on both."""

from typing import Any

import streamlit as st

from followup.views.chart_files import Spec, on_black


def draw(chart: Spec, *, key: str, alt: str, **more: Any) -> None:
    """Draws it; `alt` says it to those who do not see it, and `more` is Streamlit's."""
    dark = st.context.theme.type == "dark"
    st.vega_lite_chart(on_black(chart) if dark else chart, key=key, alt=alt, **more)
