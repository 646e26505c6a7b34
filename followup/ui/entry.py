"""One form for an application with its people, interviews, what was said and promised: to enter one, or to edit it.

Nothing typed is lost: not by a failed check or save, not by another page, not by a reload or a restart.
"""

import streamlit as st

from followup.model.facts import Application
from followup.ui import clock, drafts, session
from followup.ui.choices import countries, zones
from followup.ui.entry_check import check
from followup.ui.entry_draft import fresh, opened, person_label
from followup.ui.entry_fields import ROUTES, Fields
from followup.ui.entry_gaps import Checked, Gap
from followup.ui.entry_people import people_part
from followup.ui.entry_rounds import rounds_part
from followup.ui.entry_rows import present
from followup.ui.entry_stale import settled, stale_box, stale_note
from followup.ui.entry_state import NEW, Entry
from followup.ui.feedback import change
from followup.ui.sight import arrive, bring_into_sight
from followup.ui.status import CHANNELS
from followup.ui.text import counted, md1

_SUGGESTED = 5
_MENDED = 8
_MORE = ("country", "zone", "link", "notes", "route", "channel")


def entry_form(application: Application | None, name: str = NEW) -> None:
    """The form; `application` is the stored one to edit, None enters a new one, or anew what was deleted (`name`)."""
    entry = Entry(application.id if application else name)
    seed = opened(application) if application else fresh(present())
    entry.begin(seed, _rev(entry.name))
    with st.container():  # its own place: what appears here must not make the page jump
        _news(entry, application)
    checked = _checked(entry)
    fields = Fields(entry, {gap.field: gap for gap in checked.gaps} if entry.meta.checked else {})
    _which(fields)
    people_part(fields)
    rounds_part(fields)
    _more(fields)
    entry.keep()
    drafts.trouble()
    _end(entry, checked)


def _checked(entry: Entry) -> Checked:
    base = session.application(entry.get("id"))
    return check(entry.collect(), base, present())


def _news(entry: Entry, application: Application | None) -> None:
    """What the user has to know before going on typing."""
    if application is None and entry.name != NEW:
        st.warning(
            "This application was deleted meanwhile. What you typed is still here: saving enters it anew."
        )
    stale_note(entry)
    if entry.meta.restored:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                ":material/history: Here is what you typed before, not yet saved.", width="stretch"
            )
            with st.popover("Start afresh"):
                st.button("Discard it", key=entry.button("afresh"), on_click=entry.clear)


def _rev(application_id: str) -> int:
    """The number of the stored record; 0 where there is none."""
    return session.snapshot().revs.get(application_id, 0)


def _which(fields: Fields) -> None:
    left, right = st.columns(2)
    with left:
        known = _companies()
        fields.line(
            "company",
            "Company",
            placeholder="e.g. Globex",
            autocomplete="off",
        )
        _suggest(fields.entry, known)
    with right:
        fields.line("role", "Role", placeholder="e.g. Data engineer", autocomplete="off")


def _companies() -> list[str]:
    return sorted(
        {application.company for application in session.facts().applications}, key=str.casefold
    )


def _suggest(entry: Entry, known: list[str]) -> None:
    """Companies that are in the file already: one search at one employer is counted together."""
    typed = " ".join((entry.get("company") or "").split()).casefold()
    found = [
        name for name in known if typed and typed in name.casefold() and typed != name.casefold()
    ]
    if not found:
        return
    with st.container(horizontal=True, gap="xsmall"):
        for index, name in enumerate(found[:_SUGGESTED]):
            st.button(
                md1(name, 60),
                key=entry.button(f"suggest_{index}"),
                icon=":material/history:",
                on_click=entry.put,
                args=({"company": name},),
            )


def _more(fields: Fields) -> None:
    me = session.facts().me
    odd = any(name in fields.gaps for name in _MORE)
    with st.expander(
        "More: route, channel, country, time zone, notes", icon=":material/tune:", expanded=odd
    ):
        fields.choose("route", "How you came to it", ROUTES)
        fields.tick(
            "specialised",
            "A senior or specialised role",
            help="Such searches take longer: the status check waits longer too.",
        )
        usual = {"email", "phone", "linkedin", fields.entry.get("channel")}
        channels = {channel: word for channel, (_, word) in CHANNELS.items() if channel in usual}
        fields.choose(
            "channel", "Check back by", channels, help="By e-mail, unless they prefer a call."
        )
        left, right = st.columns(2)
        with left:
            mine = countries().get(me.country or "", me.country)
            fields.pick(
                "country",
                "Country",
                countries(),
                empty=f"As mine: {mine}" if mine else "As mine",
                help="Its public holidays are no working days.",
            )
        with right:
            names = {name: name for name in zones()}
            fields.pick("zone", "Their time zone", names, empty=f"As mine: {me.time_zone}")
        fields.line("link", "Link to the posting", placeholder="https://…")
        fields.prose("notes", "Notes", height=90)


def _end(entry: Entry, checked: Checked) -> None:
    bring_into_sight("entry", entry.meta.refused)
    if entry.meta.checked and checked.gaps:
        asked = all(gap.asks for gap in checked.gaps)
        sentences = "\n".join(
            f"- {md1(_whose(entry, gap) + gap.sentence)}" for gap in checked.gaps[:_MENDED]
        )
        st.warning(
            sentences,
            title="Is this right?"
            if asked
            else f"Not saved yet: {counted(len(checked.gaps), 'thing')} to mend",
            icon=":material/help:" if asked else ":material/edit:",
        )
    compared = stale_box(entry)
    with st.container(horizontal=True):
        st.button(
            "Save what is picked" if compared else "Save",
            key=entry.button("save"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(entry,),
        )
        if entry.touched:  # one slip beside Save must not cost what was typed
            with st.popover("Discard what I typed"):
                _cancel(entry, "Discard all of it")
        else:
            _cancel(entry, "Cancel")


def _whose(entry: Entry, gap: Gap) -> str:
    """Whose field it is, where there are several."""
    draft, row = entry.collect(), gap.field.rpartition("_")[2]
    if row in draft["people"]:
        return f"{person_label(draft, row)}: "
    rounds: list[str] = draft["rounds"]
    return f"Round {rounds.index(row) + 1}: " if row in rounds and rounds[1:] else ""


def _cancel(entry: Entry, words: str) -> None:
    st.button(words, key=entry.button("cancel"), on_click=_leave, args=(entry,))


def _save(entry: Entry) -> None:
    entry.meta.checked = True
    entry.meta.refused += 1  # until it is saved
    if not settled(entry):
        return
    checked = _checked(entry)
    application = checked.application
    if application is None:
        return
    words = f"Saved {application.company}, {application.role}."
    rev = entry.meta.rev if session.application(application.id) else 0
    if change(lambda: session.store().save(application, rev, now=clock.now(), what=words), words):
        entry.clear()
        arrive()
        st.query_params.from_dict({"application": application.id})


def _leave(entry: Entry) -> None:
    entry.clear()
    st.query_params.from_dict({} if entry.name == NEW else {"application": entry.name})
