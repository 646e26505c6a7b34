"""One form for an application with its people, interviews, what was said and promised: to enter one, or to edit it.

Nothing typed is lost: not by a failed check or save, not by another page, not by a reload or a restart.
"""

import streamlit as st

from followup.forms.check import check_entry
from followup.forms.checking import Checked, FieldProblem, row_owner
from followup.forms.fields import fresh, opened
from followup.forms.likely import language_of_letters
from followup.model.facts import Application
from followup.model.settings import Me
from followup.playbook.case import company_in_prose
from followup.prose.text import counted
from followup.ui.actions.own_clock import take_zone_of_country
from followup.ui.base import session, unsent
from followup.ui.base.feedback import change
from followup.ui.base.looks import CHANNELS, md1
from followup.ui.base.options import LANGUAGES, countries, language_name, regions, zones
from followup.ui.base.pages import next_from_its_top, scroll_here
from followup.ui.entry.people import people_part, route_field, route_row
from followup.ui.entry.rounds import rounds_part
from followup.ui.entry.versions import rebased, versions_box, versions_note
from followup.ui.entry.widgets import Widgets
from followup.ui.parts.kept_form import NEW, KeptForm

_SUGGESTED = 5
_MENDED = 8
_MORE = ("language", "country", "region", "zone", "link", "notes", "route", "channel")


def entry_form(application: Application | None, name: str = NEW) -> None:
    """The form; `application` is the stored one to edit, None enters a new one, or anew what was deleted (`name`)."""
    form = KeptForm(application.id if application else name)
    seed = opened(application) if application else fresh(session.clock())
    form.begin(seed, session.rev(form.name))
    with st.container():  # its own place: what appears here must not make the page jump
        _news(form, application)
    checked = _checked(form)
    widgets = Widgets(
        form, {problem.field: problem for problem in checked.problems} if form.state.checked else {}
    )
    _which(widgets)
    people_part(widgets)
    rounds_part(widgets)
    _more(widgets)
    form.keep()
    unsent.warning()
    _end(form, checked)


def _checked(form: KeptForm) -> Checked:
    stored = session.application(form.get("id"))
    return check_entry(form.collect(), stored, session.clock(), session.facts().me.language)


def _news(form: KeptForm, application: Application | None) -> None:
    """What the user has to know before going on typing."""
    if application is None and form.name != NEW:
        st.warning(
            "This application was deleted meanwhile. What you typed is still here: saving enters it anew."
        )
    if _is_behind(form):
        versions_note(form)
    if form.state.restored:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                ":material/history: Here is what you typed before, not yet saved.", width="stretch"
            )
            with st.popover("Start over"):
                st.button("Discard it", key=form.button("discard_kept"), on_click=form.clear)


def _is_behind(form: KeptForm) -> bool:
    """Whether its application was saved, elsewhere, since the form was opened."""
    return session.rev(form.name) != form.state.rev


def _which(widgets: Widgets) -> None:
    left, right = st.columns(2)
    with left:
        known = _companies()
        widgets.line(
            "company",
            "Company",
            placeholder="e.g. Globex",
            autocomplete="off",
        )
        _suggest(widgets.form, known)
    with right:
        widgets.line("role", "Role", placeholder="e.g. Data engineer", autocomplete="off")


def _companies() -> list[str]:
    return sorted(
        {application.company for application in session.facts().applications}, key=str.casefold
    )


def _suggest(form: KeptForm, known: list[str]) -> None:
    """Companies that are in the file already: one search at one employer is counted together."""
    typed = " ".join((form.get("company") or "").split()).casefold()
    found = [
        name for name in known if typed and typed in name.casefold() and typed != name.casefold()
    ]
    if not found:
        return
    with st.container(horizontal=True, gap="xsmall"):
        for index, name in enumerate(found[:_SUGGESTED]):
            st.button(
                md1(name, 60),
                key=form.button(f"suggest_{index}"),
                icon=":material/history:",
                on_click=form.put,
                args=({"company": name},),
            )


def _more(widgets: Widgets) -> None:
    me = session.facts().me
    odd = any(name in widgets.problems for name in _MORE)
    with st.expander(
        "More: route, channel, language, country, time zone, notes",
        icon=":material/tune:",
        expanded=odd,
    ):
        if not route_row(widgets.form):
            route_field(widgets)
        widgets.tick(
            "specialised",
            "A senior or specialised role",
            help="Such searches take longer: the status check waits longer too.",
        )
        usual = {"email", "phone", "linkedin", widgets.form.get("channel")}
        channels = {channel: word for channel, (_, word) in CHANNELS.items() if channel in usual}
        widgets.choose(
            "channel", "Check back by", channels, help="By e-mail, unless they prefer a call."
        )
        left, right = st.columns(2)
        with left:
            mine = countries().get(me.country or "", me.country)
            widgets.pick(
                "country",
                "Country",
                countries(),
                empty=f"As mine: {mine}" if mine else "As mine",
                help="Its public holidays are no working days.",
                on_change=take_zone_of_country,
                args=(widgets.form,),
            )
            _region(widgets, me)
        with right:
            names = {name: name for name in zones()}
            widgets.pick("zone", "Their time zone", names, empty=f"As mine: {me.time_zone}")
            _language(widgets, me)
        widgets.line("link", "Link to the posting", placeholder="https://…")
        widgets.prose("notes", "Notes", height=90)


def _language(widgets: Widgets, me: Me) -> None:
    noted = language_of_letters({**widgets.form.collect(), "language": None}, me.language)
    usual = (
        f"As your notes: {LANGUAGES[noted]}" if noted else f"As mine: {language_name(me.language)}"
    )
    widgets.pick("language", "Letters in", LANGUAGES, empty=usual)


def _region(widgets: Widgets, me: Me) -> None:
    """Asked for where a part of the country has holidays of its own."""
    country = widgets.form.get("country")
    known = regions(country or me.country)
    region = widgets.form.get("region")
    if region and region[:2] != (country or me.country):
        widgets.form.put({"region": None})  # of the country that stood here before
    if known:
        usual = known.get(me.region or "") if not country or country == me.country else None
        empty = f"As mine: {usual}" if usual else "England" if country == "GB" else "All of it"
        widgets.pick("region", "Region", known, empty=empty)


def _end(form: KeptForm, checked: Checked) -> None:
    scroll_here("entry", form.state.refused)
    if form.state.checked and checked.problems:
        asked = all(problem.asks for problem in checked.problems)
        sentences = "\n".join(
            f"- {md1(_sentence(form, problem))}" for problem in checked.problems[:_MENDED]
        )
        st.warning(
            sentences,
            title="Is this right?"
            if asked
            else f"Not saved yet: {counted(len(checked.problems), 'thing')} to mend",
            icon=":material/help:" if asked else ":material/edit:",
        )
    compared = _is_behind(form) and versions_box(form)
    with st.bottom, st.container(horizontal=True, key=form.button("reach")):
        st.button(
            "Save what is picked" if compared else "Save",
            key=form.button("save"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(form,),
        )
        if form.touched:  # one slip beside Save must not cost what was typed
            with st.popover("Discard what I typed"):
                _leave_button(form, "discard", "Discard all of it")
        else:
            _leave_button(form, "cancel", "Cancel")


def _sentence(form: KeptForm, problem: FieldProblem) -> str:
    """What is to mend, and whose field it is where there are several."""
    owner = row_owner(form.collect(), problem.field.rpartition("_")[2])
    return f"{owner}: {problem.sentence}" if owner else problem.sentence


def _leave_button(form: KeptForm, name: str, words: str) -> None:
    st.button(words, key=form.button(name), on_click=_leave, args=(form,))


def _save(form: KeptForm) -> None:
    form.state.checked = True
    form.state.refused += 1  # until it is saved
    session.newest()  # where there is none, the save itself will say what is wrong with the file
    if _is_behind(form) and not rebased(form):
        return
    checked = _checked(form)
    application = checked.application
    if application is None:
        return
    words = f"Saved {company_in_prose(application)}, {application.role}."
    rev = form.state.rev if session.application(application.id) else 0
    if change(lambda: session.store().save(application, rev, now=session.now(), what=words), words):
        form.clear()
        next_from_its_top()
        st.query_params.from_dict({"application": application.id})


def _leave(form: KeptForm) -> None:
    form.clear()
    st.query_params.from_dict({} if form.name == NEW else {"application": form.name})
