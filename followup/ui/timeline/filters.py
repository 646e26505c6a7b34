"""What the Timeline is to show: filters that live in the address."""

from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from followup.model.facts import Facts
from followup.model.kinds import KINDS
from followup.model.times import Clock
from followup.model.vocabulary import LIVE, ActionKind, Status
from followup.playbook.case import company_name
from followup.ui.base import session
from followup.ui.base.looks import STATUSES, md1
from followup.ui.base.options import offered
from followup.views.labels import application_labels
from followup.views.timeline.lanes import (
    lanes,
)
from followup.views.timeline.parts import POINT_WORDS, Lane, PointKind, Wanted
from followup.views.timeline.quiet import quiet_times
from followup.views.words import Period, period_around

_BY_WORD: dict[str, Status] = {look.word: status for status, look in STATUSES.items()}
_KINDS: dict[str, ActionKind | PointKind] = {
    **{word: kind for kind, word in POINT_WORDS.items()},
    **{row.word: kind for kind, row in KINDS.items()},
}
_PERIODS = {"Next weeks": (14, 42), "Last weeks": (56, 7), "Half a year": (91, 91)}
_ALL = "All"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the filters ask for; without companies, or an application, all of them."""

    wanted: Wanted
    companies: frozenset[str]
    application: str = ""


def filters(facts: Facts) -> Choice:
    """The widgets for status, company, kind and period, kept in the address; gives what they ask for."""
    row = st.container(horizontal=True, vertical_alignment="center", gap="medium")
    box = row.popover("Filter", icon=":material/tune:", key="timeline_filter")
    shown = box.multiselect(
        "Status",
        list(_BY_WORD),
        default=[STATUSES[status].word for status in LIVE],
        key="status",
        bind="query-params",
        placeholder="None",
    )
    companies = session.kept("companies", lambda _: _companies(facts))
    with box:
        chosen = st.multiselect(
            "Company",
            offered(companies, "company", "companies"),
            key="company",
            bind="query-params",
            placeholder="All companies",
        )
    kinds = box.multiselect(
        "Kind", list(_KINDS), key="kind", bind="query-params", placeholder="All kinds"
    )
    period = row.radio(
        "Period",
        [*_PERIODS, _ALL],
        key="period",
        bind="query-params",
        horizontal=True,
        label_visibility="collapsed",
    )
    wanted = Wanted(
        tuple(status for word, status in _BY_WORD.items() if word in shown),
        session.kept(("period", period), lambda here: _period(period, facts, here)),
        tuple(kind for word, kind in _KINDS.items() if word in kinds),
    )
    return Choice(wanted, frozenset(chosen), _one_application())


def _companies(facts: Facts) -> dict[str, str]:
    names = {company_name(application) for application in facts.applications}
    return {name: name for name in sorted(names, key=str.casefold)}


def _one_application() -> str:
    """The application that the address names, with a way back to all; one that it names in vain is said."""
    named = st.query_params.get("application", "")
    if not named:
        return ""
    application = session.application(named)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        if application:
            (label,) = application_labels([application]).values()
            st.markdown(f"Only {md1(label)}")
        else:
            st.warning(
                f"There is no application “{md1(named, 60)}”: all are shown.",
                icon=":material/search_off:",
            )
        st.button(
            "Show all" if application else "Dismiss",
            key="timeline_all",
            type="tertiary",
            on_click=_show_all,
        )
    return named if application else ""


def _show_all() -> None:
    st.query_params.pop("application", None)


def _period(name: str | None, facts: Facts, clock: Clock) -> Period:
    if name != _ALL:
        before, after = _PERIODS.get(name or "", _PERIODS["Next weeks"])
        return period_around(clock.today, before, after)
    days: list[date] = [clock.today]
    for application in facts.applications:
        days += [clock.day(interview.begins) for interview in application.interviews]
        days += [clock.day(touchpoint.at) for touchpoint in application.touchpoints]
    for action in session.actions():
        days += [clock.day(action.opens), clock.day(action.closes or action.late)]
    return Period(min(days) - timedelta(days=3), max(days) + timedelta(days=3))


def found_lanes(choice: Choice) -> tuple[Lane, ...]:
    """The lanes that the filters ask for."""
    facts, plan, wanted = session.facts(), session.plan(), choice.wanted
    actions = plan.live if set(wanted.statuses) <= set(LIVE) else plan.actions
    quiet = session.kept("quiet", lambda here: quiet_times(facts, here.now))
    found = session.kept(("lanes", wanted), lambda here: lanes(facts, actions, here, wanted, quiet))
    return tuple(
        lane
        for lane in found
        if (not choice.companies or lane.company in choice.companies)
        and choice.application in ("", lane.application)
    )
