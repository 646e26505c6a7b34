"""The user's own templates beside ours: copy one to edit it, with the fields beside it and its message below."""

import streamlit as st

from followup.model.kinds import KINDS, WRITTEN
from followup.ui.base.looks import md
from followup.ui.templates import editor
from followup.ui.templates.fields import field_guide
from followup.ui.templates.preview import errors, preview
from followup.ui.templates.voice import offer_own_voice

st.title("Templates", anchor=False)
st.markdown(
    "Every message begins from a template. Yours stand beside ours and are offered first; "
    "ours stay as they are: copy one to change it."
)

editor.first_kind()
kind = st.selectbox(
    "For which message",
    WRITTEN,
    key=editor.KIND,
    format_func=lambda each: KINDS[each].word,
    on_change=editor.discard,
    persist_state="session",
)
if kind is None:
    st.stop()
offer_own_voice(kind)
shelf = editor.shelf(kind)
labels = shelf.labels()

if editor.is_new():
    chosen = None
    st.markdown("**A new template of yours**")
else:
    if st.session_state.get(editor.CHOSEN) not in labels:
        st.session_state[editor.CHOSEN] = next(iter(labels), None)
    st.selectbox(
        "Template",
        list(labels),
        key=editor.CHOSEN,
        format_func=lambda id_: labels.get(id_, ""),
        on_change=editor.discard,
        persist_state="session",
    )
    chosen = shelf.find(st.session_state.get(editor.CHOSEN))
    editor.open_form(chosen)
    with st.container(horizontal=True, gap="small"):
        if chosen:
            st.button(
                "Copy to edit" if not chosen.own else "Copy",
                key="templates_copy",
                icon=":material/content_copy:",
                type="secondary" if chosen.own else "primary",
                on_click=editor.copy,
                args=(chosen,),
            )
        st.button(
            "Begin a new one", key="templates_new", icon=":material/add:", on_click=editor.empty
        )
        if chosen and chosen.own:
            st.button(
                "Delete",
                key="templates_delete",
                icon=":material/delete:",
                on_click=editor.delete,
                args=(chosen.id, chosen.name),
            )

if chosen and not chosen.own:
    st.header("What it gives", anchor=False)
    preview(chosen, kind)
    with st.expander("How it is written", icon=":material/data_object:", key="templates_source"):
        if chosen.channel == "email":
            st.markdown(f"**Subject:** {md(chosen.subject)}")
        st.code(chosen.body, language=None, wrap_lines=True)
    st.stop()
if chosen is None and not editor.is_new():
    st.stop()

left, right = st.columns([3, 2], gap="medium")
with left:
    editor.form(kind)
    edited = editor.edited(kind)
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Save",
            key="templates_save",
            type="primary",
            icon=":material/save:",
            on_click=editor.save,
            args=(kind,),
        )
        st.button("Discard what I changed", key="templates_discard", on_click=editor.discard)
    wrong = errors(edited) if edited.body.strip() else False
    if not wrong and edited.body.strip():
        st.header("What it gives", anchor=False)
        preview(edited, kind)
with right:
    field_guide()
