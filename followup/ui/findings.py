"""What a message still lacks, live under the text. Nothing here stops the user: it is their message."""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from followup.messages.draft import Draft, told_to_others
from followup.messages.lint import Brief, Finding, lint
from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.playbook.case import employer
from followup.playbook.workdays import is_working_day
from followup.ui import clock
from followup.ui.composing import Writing, field, text_of
from followup.ui.text import md, md1

_LOOKS = {
    "error": (":red[:material/error:]", "Do not send it like this"),
    "warning": (":orange[:material/warning:]", "Think again"),
    "hint": (":blue[:material/lightbulb:]", "Hint"),
}
_QUOTED = 60
_NO_PLACE = ("no-", "too-", "quiet-")  # what is missing, or wrong with the whole, stands nowhere


def findings(writing: Writing, application: Application, facts: Facts) -> None:
    """What the draft could not fill in, then what the lint finds in the text as it stands."""
    made, key = writing.made, writing.action.key
    subject, body = text_of(key)
    for item in made.missing:
        st.markdown(f":orange[:material/edit_note:] {md(item.message)}")
    brief = brief_of(writing, application, facts, clock.now())
    found = lint(body, subject if made.channel == "email" else None, brief)
    if not found:
        st.markdown(":green[:material/check_circle:] Nothing stands against sending it.")
    for number, finding in enumerate(found):
        _finding(finding, key, number)


def _finding(finding: Finding, key: str, number: int) -> None:
    icon, word = _LOOKS[finding.severity]
    text = text_of(key)[0 if finding.part == "subject" else 1]
    place = " ".join(text[finding.start : finding.end].split())
    shown = 0 < len(place) <= _QUOTED and not finding.code.startswith(_NO_PLACE)
    quoted = f" “{md1(place)}”:" if shown else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            f"{icon} **{word}:**{quoted} {md(finding.message)}",
            width="stretch",
            help=f"From the guides: {finding.guide}" if finding.guide else None,
        )
        if finding.mend is not None:
            st.button(
                "Mend",
                key=f"compose_mend_{number}_{key}",
                icon=":material/auto_fix_high:",
                help=f"Put “{md1(finding.mend)}” there." if finding.mend else "Take it out.",
                on_click=_mend,
                args=(key, finding, text),
            )


def _mend(key: str, finding: Finding, seen: str) -> None:
    name = field("subject" if finding.part == "subject" else "body", key)
    if st.session_state.get(name) == seen:  # else the text has moved on, and the place with it
        st.session_state[name] = seen[: finding.start] + (finding.mend or "") + seen[finding.end :]


def brief_of(writing: Writing, application: Application, facts: Facts, now: datetime) -> Brief:
    """What the lint has to know of a message's surroundings."""
    action, made = writing.action, writing.made
    others = [a for a in facts.applications if a.id != application.id]
    own = {person.name for person in application.people}
    local = now.astimezone(ZoneInfo(application.time_zone or facts.me.time_zone))
    until, reason = _too_soon(action)
    return Brief(
        kind=action.kind,
        channel=made.channel,
        to=(made.person.name,) if made.person else (),
        colleagues=tuple(own - {made.person.name if made.person else ""}),
        company=application.company,
        role=application.role,
        me=facts.me.name,
        sign_off=facts.me.sign_off,
        specifics=tuple(specific.text for specific in writing.specifics),
        other_names=tuple({p.name for a in others for p in a.people} - own),
        other_companies=tuple({a.company for a in others if employer(a) != employer(application)}),
        other_notes=_notes(action, application, facts, now),
        held_until=until,
        held_reason=reason,
        local_time=local if _is_call(made) else None,
        is_working_day=is_working_day(local.date(), application.country or facts.me.country),
    )


def _is_call(made: Draft) -> bool:
    return made.channel in ("phone", "voicemail")


def _too_soon(action: Action) -> tuple[datetime | None, str]:
    """Until when section 4 forbids it: what holds it, or the day on which a check opens."""
    if action.held_until:
        return action.held_until, action.reason
    if action.status == "upcoming" and action.kind in ("status_check", "second_check"):
        return action.opens, action.reason
    return None, ""


def _notes(action: Action, application: Application, facts: Facts, now: datetime) -> dict[str, str]:
    """The thank-yous to the other interviewers of the round, by their names."""
    if action.kind != "thank_you":
        return {}
    names = {person.id: person.name for person in application.people}
    return {
        ", ".join(names[id_] for id_ in told.people if id_ in names): told.text
        for told in reversed(told_to_others(action, facts, now))
        if told.text
    }
