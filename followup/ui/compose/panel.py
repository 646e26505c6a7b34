"""All interviewers of a round side by side: who is done, and a note for each that is not like the others."""

from collections.abc import Mapping, Sequence

import streamlit as st

from followup.messages.brief import Alike, most_alike, notes_sent
from followup.messages.occasion import NothingToWrite, Occasion
from followup.prose.text import moment_words
from followup.ui.base.looks import md, md1, status_badge
from followup.ui.base.pages import guide_link
from followup.ui.compose.choices import chips
from followup.ui.compose.handoff import hand_off
from followup.ui.compose.letter import ask_name, findings
from followup.ui.compose.said import ask_thought
from followup.ui.compose.stand_in import no_address
from followup.ui.compose.unsent_text import field, text_of
from followup.ui.compose.writing import Writing, writing
from followup.views.words import title

_IN_A_ROW = 2


def side_by_side(panel: Sequence[Occasion]) -> bool:
    """Show the switch where a round has several thank-yous; whether it is on."""
    if not panel:
        return False
    action = panel[0].action
    all_of_them = {2: "Both"}.get(len(panel), f"All {len(panel)}")
    return st.toggle(
        f"{all_of_them} interviewers of this round side by side",
        key=f"compose_panel_{action.application}_{action.interview}",
        persist_state="session",
    )


def notes(panel: Sequence[Occasion]) -> None:
    """One column for each of the round, two in a row; on a narrow screen one below the other."""
    written: dict[str, Writing | str] = {}
    for one in panel:
        if one.action.status != "done":
            try:
                written[one.key] = writing(one, panel)
            except NothingToWrite as error:
                written[one.key] = str(error)
    ask_name()
    guide_link("A panel", "How to write to a panel")
    done = sum(one.action.status == "done" for one in panel)
    st.markdown(f"**{done} of {len(panel)} done.** People compare: something else for each.")
    for start in range(0, len(panel), _IN_A_ROW):
        columns = st.columns(_IN_A_ROW)
        for column, one in zip(columns, panel[start : start + _IN_A_ROW], strict=False):
            with column, st.container(key=f"panel_{one.key}", border=True, gap="small"):
                found = written.get(one.key)
                st.markdown(f"## {md1(_name(one))} {status_badge(one.action.status)}")
                if isinstance(found, Writing):
                    _note(found, [other for other in panel if other is not one])
                elif found:
                    st.markdown(md(found))
                else:
                    _done(one)


def _name(one: Occasion) -> str:
    return one.person.name if one.person else title(one.action, one.application)


def _note(writing: Writing, beside: Sequence[Occasion]) -> None:
    occasion, key, draft = writing.occasion, writing.occasion.key, writing.draft
    no_address(occasion)
    chips(writing)
    if draft.channel == "email":
        st.text_input("Subject", key=field("subject", key), persist_state="session")
    st.text_area("Text", key=field("body", key), height=300, persist_state="session")
    others = _written_now(beside)
    whom = draft.recipient.name if draft.recipient else ""
    told = {**notes_sent(occasion), **others}
    _alike(most_alike(text_of(key)[1], told, occasion.me.name, whom))
    ask_thought(writing)
    findings(writing, others)
    hand_off(writing, beside)


def _written_now(beside: Sequence[Occasion]) -> Mapping[str, str]:
    """The other notes that are not sent yet, as they stand in the fields, by whom they go to."""
    return {
        one.person.name if one.person else one.key: text_of(one.key)[1]
        for one in beside
        if one.action.status != "done"
    }


def _alike(alike: Alike | None) -> None:
    if alike is None:
        return
    color = "orange" if alike.too_alike else "green"
    st.markdown(
        f":{color}[:material/compare:] {alike.share:.0%} like the note to {md1(alike.name)}"
    )


def _done(one: Occasion) -> None:
    """When it was sent, and what it said."""
    if sent := one.answer:
        st.markdown(f"Sent {md(moment_words(sent.at, one.case.clock))}.")
        if sent.text:
            st.text(sent.text)
