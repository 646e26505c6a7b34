"""The letter as it stands, to be edited; the name below it; and live under it what it lacks, each place marked."""

from collections.abc import Mapping

import streamlit as st
from pydantic import JsonValue

from followup.messages.brief import brief_for
from followup.messages.field_list import NO_NAME
from followup.messages.lint import Finding, lint
from followup.messages.lint.findings import SPOKEN
from followup.model import changes
from followup.model.facts import Facts
from followup.playbook.case import company_in_prose
from followup.store.unsent import UnsavedForm
from followup.ui.base import session, unsent
from followup.ui.base.feedback import change, refuse
from followup.ui.base.looks import CHANNELS, md, md1
from followup.ui.compose.unsent_text import field, text_of, write_anew
from followup.ui.compose.writing import Writing

_NAME, _NAME_KEPT_AS = "compose_my_name", "compose:my_name"
_HEIGHT, _BELOW_A_QUESTION = 270, 180  # so that the way out is on the first screen, too


def written(writing: Writing) -> None:
    """The fields of one message; what the user wrote stays whatever is chosen beside it."""
    draft, occasion, key = writing.draft, writing.occasion, writing.occasion.key
    icon, channel = CHANNELS[draft.channel]
    company = company_in_prose(occasion.application)
    whom = draft.recipient.name if draft.recipient else company
    if draft.template.kind == "find_contact":
        st.markdown(f"{icon} **To** the switchboard of {md1(company)} ({channel})")
    else:
        address = f" · {md1(draft.to)}" if draft.to else ""
        st.markdown(f"{icon} **To** {md1(whom)}{address} ({channel})")
    if draft.channel == "email":
        st.text_input("Subject", key=field("subject", key), persist_state="session")
    height = _BELOW_A_QUESTION if occasion.kind == "reply" else _HEIGHT
    st.text_area("Text", key=field("body", key), height=height, persist_state="session")
    ask_name()
    unsent.warning()
    if writing.stale:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("This is your own text, so it stays as it is.", width="stretch")
            st.button(
                "Write it anew from the choices",
                key=f"compose_anew_{key}",
                icon=":material/refresh:",
                on_click=write_anew,
                args=(key, draft.subject, draft.body),
            )


def ask_name() -> None:
    """Asks who the user is, in place, until they have said it; what is typed is kept, and saved to the settings."""
    if session.facts().me.name:
        return
    if _NAME not in st.session_state:
        kept = unsent.kept_form(_NAME_KEPT_AS)
        st.session_state[_NAME] = str(kept.typed["name"]) if kept else ""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            "What is your name? It stands below your letters",
            key=_NAME,
            on_change=_keep_name,
            persist_state="session",
        )
        st.button("Save it", key="compose_my_name_save", on_click=_save_name)


def _keep_name() -> None:
    typed: dict[str, JsonValue] = {"name": st.session_state[_NAME]}
    unsent.keep_form(_NAME_KEPT_AS, UnsavedForm(at=session.now(), typed=typed, seed={}))


def _save_name() -> None:
    name: str = st.session_state[_NAME].strip()
    if not name:
        refuse("Write your name first.")
        return

    def saved(facts: Facts) -> Facts:
        return changes.settings(facts, facts.me.replace(name=name), facts.cadence)

    now = session.now()
    if change(lambda: session.store().update("Saved your name", saved, now=now)):
        unsent.keep_form(_NAME_KEPT_AS, None)
        del st.session_state[_NAME]


_LOOKS = {
    "error": (":red[:material/error:]", "Do not send it like this", "red"),
    "warning": (":orange[:material/warning:]", "Think again", "orange"),
    "hint": (":blue[:material/lightbulb:]", "Hint", "blue"),
}
_OF_ANY_CALL = ("placeholder", "quiet-hours")
_AROUND, _MARKED = 32, 90
# It says of the whole letter that its tone was not checked: nothing stands against sending it.
_NOT_CHECKED = "other-language"
_NO_PLACE = (
    "no-",
    "too-soon",
    "quiet-",
    "weak-",
    _NOT_CHECKED,
)  # what is missing, or wrong with the whole, stands nowhere


def findings(writing: Writing, others: Mapping[str, str] | None = None) -> None:
    """What the draft could not fill in, then what the lint finds in the text as it stands.

    `others` are the notes that are being written beside this one, by the name of whom each goes to.
    """
    draft, key = writing.draft, writing.occasion.key
    subject, body = text_of(key)
    untouched = body == draft.body  # what the user wrote instead is for the lint alone
    lacks = [lack for lack in draft.lacks if untouched or lack.field == "to"]
    lacks = [lack for lack in lacks if lack.sentence != NO_NAME]  # it is asked for above
    for lack in lacks:
        st.markdown(f":orange[:material/edit_note:] {md(lack.sentence)}")
    brief = brief_for(
        writing.occasion,
        draft,
        specifics=writing.specifics,
        others=others,
        limit=unsent.habits().linkedin_limit,
    )
    found = lint(body, subject if draft.channel == "email" else None, brief)
    if draft.template.kind == "find_contact":  # not a message to that person: it only asks for one
        found = tuple(finding for finding in found if finding.code in _OF_ANY_CALL)
    if not lacks and all(one.code == _NOT_CHECKED for one in found):
        ready = "It is ready to be said" if draft.channel in SPOKEN else "It is ready to send"
        st.markdown(f":green[:material/check_circle:] {ready}.")
    for number, finding in enumerate(found):
        _finding(finding, key, number)


def _finding(finding: Finding, key: str, number: int) -> None:
    icon, word, color = _LOOKS[finding.severity]
    text = text_of(key)[0 if finding.part == "subject" else 1]
    place = excerpt(text, finding, color)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"finding_{number}_{key}"
    ):
        with st.container(gap="xxsmall"):
            st.markdown(
                f"{icon} **{word}:** {md(finding.message)}",
                help=f"From the guides: {finding.guide}" if finding.guide else None,
            )
            if place:
                where = "in the subject: " if finding.part == "subject" else ""
                st.markdown(f"{where}{place}")
        if finding.mend is not None:
            st.button(
                "Mend",
                key=f"compose_mend_{number}_{key}",
                icon=":material/auto_fix_high:",
                help=f"Writes “{md1(finding.mend, 80)}” there."
                if finding.mend
                else "Takes it out.",
                on_click=_mend,
                args=(key, finding, text),
            )


def excerpt(text: str, finding: Finding, color: str) -> str:
    """The place in the text as Markdown, with some words around it and the place itself marked; "" for none."""
    place = text[finding.start : finding.end]
    if not place.strip() or finding.code.startswith(_NO_PLACE):
        return ""
    before, after = text[: finding.start], text[finding.end :]
    lead = _tail(before)
    marked = md1(place, _MARKED)
    return f"“{lead}:{color}-background[**{marked}**]{_head(after)}”"


def _tail(text: str) -> str:
    """The last words before a place, with the space that parts them from it."""
    line = text.rsplit("\n", 1)[-1][-_AROUND:]
    cut = "…" if len(line) < len(text) else ""
    if cut and " " in line:
        line = line[line.index(" ") + 1 :] if len(line) == _AROUND else line
    return cut + md1(line) + (" " if line[-1:].isspace() else "")


def _head(text: str) -> str:
    """The first words after a place."""
    line = text.split("\n", 1)[0][:_AROUND]
    cut = "…" if len(line) < len(text) else ""
    if len(line) == _AROUND and " " in line:
        line = line[: line.rindex(" ")]
    return (" " if line[:1].isspace() else "") + md1(line) + cut


def _mend(key: str, finding: Finding, seen: str) -> None:
    name = field("subject" if finding.part == "subject" else "body", key)
    if st.session_state.get(name) == seen:  # else the text has moved on, and the place with it
        st.session_state[name] = seen[: finding.start] + (finding.mend or "") + seen[finding.end :]
