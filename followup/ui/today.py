"""The words and small parts of the Today page."""

import streamlit as st

from followup.model.facts import Application, Facts
from followup.ui.agenda import Agenda, Coming
from followup.ui.cards import Moment
from followup.ui.status import noun
from followup.ui.text import counted, day_words, md1

_PAGE = 12


def summary(plan: Agenda) -> str:
    """How much there is to do, in one sentence."""
    overdue = sum(action.status == "overdue" for action in plan.now)
    due = len(plan.now) - overdue
    parts = [
        f"**{overdue} overdue**" if overdue else "",
        f"**{due} due today**" if due else "",
        f"{len(plan.open)} open" if plan.open else "",
        f"{len(plan.held)} to wait with" if plan.held else "",
    ]
    said = [part for part in parts if part]
    return f"{', '.join(said)}." if said else ""


def nothing_now(plan: Agenda) -> None:
    """Honest when there is nothing to do: says when the next thing comes."""
    upcoming = (*plan.coming, *plan.later)
    nothing = "Nothing is due today." if plan.open or plan.held else "Nothing to do today."
    after = _next_words(upcoming[0]) if upcoming else "Nothing else is planned either."
    if plan.open:
        after = "What is open below has time, or can be done now. " + (after if upcoming else "")
    st.success(md1(after), title=nothing, icon=":material/spa:")


def _next_words(coming: Coming) -> str:
    from followup.ui import session

    application = session.application(coming.action.application)
    moment = Moment.present()
    day = day_words(coming.at, moment.now, moment.zone)
    what = noun(coming.action, application) if application else "the next thing"
    at = f" ({application.company})" if application and application.company not in what else ""
    return f"Next comes the {what}{at}: {day}."


def show_more(section: str, total: int) -> int:
    """How many of a section's cards to draw; offers the rest."""
    key = f"today_shown_{section}"
    shown: int = st.session_state.setdefault(key, _PAGE)
    return min(shown, total)


def more_button(section: str, total: int) -> None:
    """The rest of a long section, a screenful at a time."""
    key = f"today_shown_{section}"
    rest = total - st.session_state.get(key, _PAGE)
    if rest > 0:
        st.button(
            f"Show {min(rest, _PAGE)} more of {counted(total, 'action')}",
            key=f"today_more_{section}",
            icon=":material/expand_more:",
            on_click=_show_more,
            args=(key,),
        )


def _show_more(key: str) -> None:
    st.session_state[key] = st.session_state.get(key, _PAGE) + _PAGE


def logging_entry(facts: Facts) -> None:
    """They replied, they moved the date, a rejection came …: for any application, from Today."""
    active = [a for a in facts.applications if a.outcome is None or a.outcome.kind == "offer"]
    others = [a for a in facts.applications if a not in active]
    with st.expander(
        "Log what happened", icon=":material/add_comment:", key="today_log", on_change="rerun"
    ) as opened:
        if not opened.open:
            return
        chosen: Application | None = st.selectbox(
            "Where?",
            [*active, *others],
            format_func=lambda a: f"{a.company} · {a.role}",
            key="today_log_application",
            index=None,
            placeholder="Choose the application",
        )
        if chosen:
            from followup.ui.happened import log_what_happened

            log_what_happened(chosen)
