"""The words and small parts of the Today page."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.ui import clock, session
from followup.ui.agenda import Agenda, Batch, Coming, batches
from followup.ui.cards import Moment, due_day, held_card, row
from followup.ui.status import KIND_ICONS, STATUSES, noun
from followup.ui.text import counted, day_words, full_date, last_day, md1, unturned

_PAGE = 12


def summary(plan: Agenda, today: date) -> str:
    """How much there is to do, in one sentence: each action counts once, and what was due before is not due today."""
    alone, alike = batches(plan.now)
    overdue = sum(action.status == "overdue" for action in alone)
    due = [action for action in alone if action.status == "due"]
    since = sum(due_day(action) < today for action in due)
    boxed = [action for batch in alike for action in batch.actions]
    late = sum(action.status == "overdue" for action in boxed)
    parts = [
        f"**{overdue} overdue**" if overdue else "",
        f"**{since} due since earlier**" if since else "",
        f"**{len(due) - since} due today**" if len(due) > since else "",
        f"{len(boxed)} optional{f' ({late} overdue)' if late else ''}" if boxed else "",
        f"{len(plan.open)} open" if plan.open else "",
        f"{len(plan.held)} to wait with" if plan.held else "",
    ]
    said = [part for part in parts if part]
    return f"{', '.join(said)}." if said else ""


def nothing_now(plan: Agenda) -> None:
    """Honest when there is nothing to do: says when the next thing comes."""
    nothing = "Nothing is due today." if plan.open or plan.held else "Nothing to do today."
    after = _next_words(plan.upcoming[0]) if plan.upcoming else "Nothing else is planned either."
    if plan.open:
        after = "What is open below has time, or can be done now. " + (
            after if plan.upcoming else ""
        )
    st.success(md1(after), title=nothing, icon=":material/spa:")


def _next_words(coming: Coming) -> str:
    application = session.application(coming.action.application)
    moment = Moment.present()
    day = day_words(coming.at, moment.now, moment.zone)
    what = noun(coming.action, application) if application else "the next thing"
    at = f" ({application.company})" if application and application.company not in what else ""
    return f"Next comes the {what}{at}: {day}."


def batch_box(batch: Batch, section: str) -> None:
    """One closed box that says what is in it: the same optional action for several applications."""
    actions = batch.actions
    key = f"batch_{section}_{batch.kind}"
    late = sum(action.status == "overdue" for action in actions)
    look = STATUSES["overdue"]
    overdue = f" :{look.color}-badge[{look.icon} {late} overdue]" if late else ""
    opened = st.expander(
        f"{md1(batch_words(batch))} :gray-badge[Optional]{overdue}",
        icon=KIND_ICONS[batch.kind],
        key=key,
        on_change="rerun",
    )
    if opened.open:
        with opened:
            rows(actions, key)


def batch_words(batch: Batch) -> str:
    """What the box holds: "Ask 9 others whether they can decide before Wed 2 Dec"."""
    count = len(batch.actions)
    match batch.kind:
        case "expedite":
            facts = session.facts()
            ends = [last_day(a.closes, clock.zone(facts.me)) for a in batch.actions if a.closes]
            before = f" before {full_date(min(ends), clock.today(facts))}" if ends else " sooner"
            return f"Ask {count} others whether they can decide{before}"
        case "linkedin_connect":
            return f"Connect with {count} people on LinkedIn"
        case "feedback_request":
            return f"Ask {count} employers for feedback"
        case _:
            return f"Keep in touch with {count} people"


def rows(actions: Sequence[Action], section: str) -> None:
    """Actions in short, a screenful at a time."""
    for action in actions[: show_more(section, len(actions))]:
        application = session.application(action.application)
        if application:
            (held_card if action.status == "held" else row)(action, application)
    more_button(section, len(actions))


def show_more(section: str, total: int) -> int:
    """How many of a section's cards to draw; offers the rest."""
    key = f"today_shown_{section}"
    shown: int = st.session_state.setdefault(key, _PAGE)
    return min(shown, total)


def more_button(section: str, total: int, one: str = "action", many: str = "actions") -> None:
    """The rest of a long section, a screenful at a time."""
    key = f"today_shown_{section}"
    rest = total - st.session_state.get(key, _PAGE)
    if rest > 0:
        st.button(
            f"Show {min(rest, _PAGE)} more of {counted(total, one, many)}",
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
            format_func=lambda a: unturned(f"{a.company} · {a.role}"),
            key="today_log_application",
            index=None,
            placeholder="Choose the application",
        )
        if chosen:
            from followup.ui.happened import log_what_happened

            log_what_happened(chosen)
