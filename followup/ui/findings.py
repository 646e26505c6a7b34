"""What a message still lacks, live under the text, each place marked. Nothing here stops the user from sending."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from followup.messages.draft import told_to_others
from followup.messages.lint import Brief, Finding, lint
from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.playbook.case import employer
from followup.playbook.workdays import is_working_day
from followup.ui import drafts
from followup.ui.composing import Writing, field, text_of
from followup.ui.text import md, md1

_LOOKS = {
    "error": (":red[:material/error:]", "Do not send it like this", "red"),
    "warning": (":orange[:material/warning:]", "Think again", "orange"),
    "hint": (":blue[:material/lightbulb:]", "Hint", "blue"),
}
_OF_ANY_CALL = ("placeholder", "quiet-hours")
_AROUND, _MARKED = 32, 90
_NO_PLACE = (
    "no-",
    "too-soon",
    "quiet-",
    "weak-",
)  # what is missing, or wrong with the whole, stands nowhere


def findings(
    writing: Writing, facts: Facts, now: datetime, others: Mapping[str, str] | None = None
) -> None:
    """What the draft could not fill in, then what the lint finds in the text as it stands."""
    made, key = writing.made, writing.action.key
    subject, body = text_of(key)
    untouched = body == made.body  # what the user wrote instead is for the lint alone
    missing = [item for item in made.missing if untouched or item.field == "to"]
    for item in missing:
        st.markdown(f":orange[:material/edit_note:] {md(item.message)}")
    brief = brief_of(writing, facts, now, others)
    found = lint(body, subject if made.channel == "email" else None, brief)
    if made.template.kind == "find_contact":  # not a message to that person: it only asks for one
        found = tuple(finding for finding in found if finding.code in _OF_ANY_CALL)
    if not (found or missing):
        st.markdown(":green[:material/check_circle:] Nothing stands against sending it.")
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


def brief_of(
    writing: Writing, facts: Facts, now: datetime, others: Mapping[str, str] | None = None
) -> Brief:
    """What the lint has to know of a message's surroundings. `others` are notes being written beside this one."""
    action, made, application = writing.action, writing.made, writing.application
    elsewhere = [a for a in facts.applications if a.id != application.id]
    own = {person.name for person in application.people}
    local = now.astimezone(ZoneInfo(application.time_zone or facts.me.time_zone))
    until, reason = _too_soon(action)
    to = () if made.template.kind == "find_contact" or not made.person else (made.person.name,)
    return Brief(
        kind=action.kind,
        channel=made.channel,
        to=to,
        colleagues=tuple(own - set(to)),
        company=application.company,
        role=application.role,
        me=facts.me.name,
        sign_off=facts.me.sign_off,
        specifics=tuple(specific.text for specific in writing.specifics),
        other_names=tuple({p.name for a in elsewhere for p in a.people} - own),
        other_companies=tuple(
            {a.company for a in elsewhere if employer(a) != employer(application)}
        ),
        other_notes={**notes_sent(action, application, facts, now), **(others or {})},
        held_until=until and until.astimezone(ZoneInfo(facts.me.time_zone)),
        held_reason=reason,
        local_time=local if made.channel in ("phone", "voicemail") else None,
        is_working_day=is_working_day(local.date(), application.country or facts.me.country),
        linkedin_limit=drafts.habits().linkedin_limit,
    )


def _too_soon(action: Action) -> tuple[datetime | None, str]:
    """Until when section 4 forbids it: what holds it, or the day on which a check opens."""
    if action.held_until:
        return action.held_until, action.reason
    if action.status == "upcoming" and action.kind in ("status_check", "second_check"):
        return action.opens, action.reason
    return None, ""


def notes_sent(
    action: Action, application: Application, facts: Facts, now: datetime
) -> dict[str, str]:
    """The thank-yous to the other interviewers of the round, by their names."""
    if action.kind != "thank_you":
        return {}
    names = {person.id: person.name for person in application.people}
    return {
        ", ".join(names[id_] for id_ in told.people if id_ in names): told.text
        for told in reversed(told_to_others(action, facts, now))
        if told.text
    }
