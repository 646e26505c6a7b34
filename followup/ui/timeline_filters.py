"""What the Timeline is to show: filters that live in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import streamlit as st

from followup.model.action import Action
from followup.model.facts import Facts
from followup.model.vocabulary import ActionKind, Status
from followup.store.place import data_path
from followup.ui import clock, session
from followup.ui.status import KIND_WORDS, STATUSES
from followup.ui.text import md1
from followup.views.quiet import Quiet, quiet_times
from followup.views.timeline import (
    OPEN,
    POINT_WORDS,
    Clock,
    Lane,
    Period,
    PointKind,
    Wanted,
    lanes,
    period_around,
)

_BY_WORD: dict[str, Status] = {look.word: status for status, look in STATUSES.items()}
_KINDS: dict[str, ActionKind | PointKind] = {
    **{word: kind for kind, word in POINT_WORDS.items()},
    **{word: kind for kind, word in KIND_WORDS.items()},
}
_PERIODS = {"Next weeks": (14, 42), "Last weeks": (56, 7), "Half a year": (91, 91)}
_ALL = "All"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the filters say; no companies, and no application: all of them."""

    wanted: Wanted
    companies: frozenset[str]
    application: str = ""


def present() -> Clock:
    """The moment and the zone."""
    return Clock(clock.now(), clock.zone(session.facts().me))


def filters(facts: Facts) -> Choice:
    """Status, company, kind and period, kept in the address."""
    left, middle, right = st.columns([2, 1, 1], vertical_alignment="bottom")
    shown = left.multiselect(
        "Status",
        list(_BY_WORD),
        default=[STATUSES[status].word for status in OPEN],
        key="status",
        bind="query-params",
        placeholder="None",
    )
    companies = sorted(
        {application.company for application in facts.applications}, key=str.casefold
    )
    chosen = middle.multiselect(
        "Company", companies, key="company", bind="query-params", placeholder="All companies"
    )
    kinds = right.multiselect(
        "Kind", list(_KINDS), key="kind", bind="query-params", placeholder="All kinds"
    )
    period = st.radio(
        "Period",
        [*_PERIODS, _ALL],
        key="period",
        bind="query-params",
        horizontal=True,
        label_visibility="collapsed",
    )
    wanted = Wanted(
        tuple(status for word, status in _BY_WORD.items() if word in shown),
        _period(period, facts, session.actions()),
        tuple(kind for word, kind in _KINDS.items() if word in kinds),
    )
    return Choice(wanted, frozenset(chosen), _one_application())


def _one_application() -> str:
    """The application that the address names, with a way back to all; one that it names in vain is said."""
    named = st.query_params.get("application", "")
    if not named:
        return ""
    application = session.application(named)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        if application:
            label = " · ".join(part for part in (application.company, application.role) if part)
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


def _period(name: str | None, facts: Facts, actions: Sequence[Action]) -> Period:
    today = present().today
    if name != _ALL:
        before, after = _PERIODS.get(name or "", _PERIODS["Next weeks"])
        return period_around(today, before, after)
    days: list[date] = [today]
    zone = present().zone
    for application in facts.applications:
        days += [item.starts_at.astimezone(zone).date() for item in application.interviews]
        days += [item.at.astimezone(zone).date() for item in application.touchpoints]
    for action in actions:
        days += [
            action.opens.astimezone(zone).date(),
            (action.closes or action.late).astimezone(zone).date(),
        ]
    return Period(min(days) - timedelta(days=3), max(days) + timedelta(days=3))


def found_lanes(choice: Choice) -> tuple[Lane, ...]:
    """The lanes that the filters ask for, made once for each version of the data and each minute."""
    shot, now = session.snapshot(), present()
    minute = now.now.replace(second=0, microsecond=0)
    found = _lanes(
        str(data_path()), shot.version, minute, choice.wanted, _clock=now, _facts=shot.facts
    )
    return tuple(
        lane
        for lane in found
        if (not choice.companies or lane.company in choice.companies)
        and choice.application in ("", lane.application)
    )


@st.cache_resource(show_spinner=False, max_entries=16)
def _lanes(
    path: str, version: str, minute: datetime, wanted: Wanted, *, _clock: Clock, _facts: Facts
) -> tuple[Lane, ...]:
    quiet = _quiet(path, version, minute, _facts=_facts, _now=_clock.now)
    return lanes(_facts, session.actions(), _clock, wanted, quiet)


@st.cache_resource(show_spinner=False, max_entries=4)
def _quiet(
    path: str, version: str, minute: datetime, *, _facts: Facts, _now: datetime
) -> Mapping[str, tuple[Quiet, ...]]:
    del path, version, minute  # they name the entry in the cache
    return quiet_times(_facts, _now)
