"""The guide, a closed row for each part, of which the address opens one; text and pictures are those of docs/."""

import re
from itertools import zip_longest

import streamlit as st

from followup.home import HOME
from followup.ui.base.pages import guide_part

_DOCS = HOME / "docs"
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)\n")
_LINK = re.compile(r"\[([^\]]+)\]\((\w+\.md)\)")

st.title("Guide", anchor=False)
asked = st.query_params.get("part", "")
_, *parts = re.split(r"^## ", (_DOCS / "guide.md").read_text("utf-8"), flags=re.MULTILINE)
for part in parts:
    title, _, text = part.partition("\n")
    row = st.expander(
        title,
        expanded=guide_part(title) == asked,
        key=f"guide_{guide_part(title)}",
        on_change="rerun",
    )
    if not row.open:
        continue
    words, alts, paths = (_PICTURE.split(text)[start::3] for start in range(3))
    for said, alt, path in zip_longest(words, alts, paths):
        row.markdown(_LINK.sub(r"“\1” (docs/\2)", said))
        if path:
            row.image(_DOCS / path, alt=alt, width="stretch")
