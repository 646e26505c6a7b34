"""The user's own templates beside ours: copy one to edit it, with the fields beside it and its message below."""

import streamlit as st

from followup.ui import templates
from followup.ui.status import KIND_WORDS
from followup.ui.templates_fields import field_guide
from followup.ui.templates_preview import errors, preview
from followup.ui.text import md

st.title("Templates", anchor=False)
st.markdown(
    "Every message begins from a template. Yours stand beside ours and are offered first; "
    "ours stay as they are: copy one to change it."
)

templates.first_kind()
kind = st.selectbox(
    "For which message",
    templates.KINDS,
    key=templates.KIND,
    format_func=lambda each: KIND_WORDS[each],
    on_change=templates.discard,
    persist_state="session",
)
if kind is None:
    st.stop()
shelf = templates.shelf(kind)
labels = shelf.labels()

if templates.is_new():
    chosen = None
    st.markdown("**A new template of yours**")
else:
    if st.session_state.get(templates.CHOSEN) not in labels:
        st.session_state[templates.CHOSEN] = next(iter(labels), None)
    st.selectbox(
        "Template",
        list(labels),
        key=templates.CHOSEN,
        format_func=lambda id_: labels.get(id_, ""),
        on_change=templates.discard,
        persist_state="session",
    )
    chosen = shelf.find(st.session_state.get(templates.CHOSEN))
    templates.open_form(chosen)
    with st.container(horizontal=True, gap="small"):
        if chosen:
            st.button(
                "Copy to edit" if not chosen.own else "Copy",
                key="templates_copy",
                icon=":material/content_copy:",
                type="secondary" if chosen.own else "primary",
                on_click=templates.copy,
                args=(chosen,),
            )
        st.button(
            "Begin a new one", key="templates_new", icon=":material/add:", on_click=templates.empty
        )
        if chosen and chosen.own:
            st.button(
                "Delete",
                key="templates_delete",
                icon=":material/delete:",
                on_click=templates.delete,
                args=(chosen.id, chosen.name),
            )

if chosen and not chosen.own:
    if chosen.channel == "email":
        st.markdown(f"**Subject:** {md(chosen.subject)}")
    st.code(chosen.body, language=None, wrap_lines=True)
    st.header("What it gives", anchor=False)
    preview(chosen, kind)
    st.stop()
if chosen is None and not templates.is_new():
    st.stop()

left, right = st.columns([3, 2], gap="medium")
with left:
    templates.fields(kind)
    edited = templates.edited(kind)
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Save",
            key="templates_save",
            type="primary",
            icon=":material/save:",
            on_click=templates.save,
            args=(kind,),
        )
        st.button("Discard what I changed", key="templates_discard", on_click=templates.discard)
    wrong = errors(edited) if edited.body.strip() else False
    if not wrong and edited.body.strip():
        st.header("What it gives", anchor=False)
        preview(edited, kind)
with right:
    field_guide()
