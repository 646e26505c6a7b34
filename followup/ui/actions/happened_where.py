"""“What happened?” from Today: at which application, by one click where there are few."""

from collections.abc import Callable, Mapping
from itertools import islice

import streamlit as st

from followup.model.facts import Application
from followup.model.times import Clock
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.base.options import offered
from followup.views.labels import all_labels

WHERE = "happened_where"
_IN_SIGHT = 8


def _labels() -> Mapping[str, str]:
    """Any application by what it is called, the active ones first."""
    plan = session.plan()

    def of(_: Clock) -> Mapping[str, str]:
        applications = session.facts().applications
        return all_labels(tuple(sorted(applications, key=lambda each: each.id in plan.over)))

    return session.kept("labels, those that go on first", of)


def where() -> Application | None:
    """The application that is chosen, of any."""
    labels = _labels()
    if st.session_state.get(WHERE) not in labels:
        st.session_state[WHERE] = next(iter(labels)) if len(labels) == 1 else None
    st.selectbox(
        "Where?",
        offered(labels, WHERE, "applications"),
        format_func=lambda id_: labels.get(id_, id_),
        key=WHERE,
        index=None,
        placeholder="Choose the application",
        persist_state="page",
    )
    if st.session_state[WHERE] is None:
        in_sight(_choose_where, "happened_at")
    return session.application(st.session_state[WHERE])


def in_sight(choose: Callable[[str], None], name: str, *, quiet: bool = False) -> None:
    """One click where there are few applications, or where it is one of those that are heard of first."""
    with st.container(horizontal=True, gap="xxsmall" if quiet else "xsmall"):
        for id_, words in islice(_labels().items(), _IN_SIGHT):
            st.button(
                md1(words, 60),
                key=f"{name}_{id_}",
                type="tertiary" if quiet else "secondary",
                on_click=choose,
                args=(id_,),
            )


def _choose_where(application_id: str) -> None:
    st.session_state[WHERE] = application_id
