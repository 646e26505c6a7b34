"""A button that downloads a calendar file, of an action, an interview or all; it is made when it is pressed."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from followup.exchange.out import CALENDAR
from followup.model.errors import FollowupError
from followup.model.facts import Facts, seen_from
from followup.playbook.plan import plan
from followup.store.store import Store
from followup.ui.base import session

log = logging.getLogger(__name__)


def calendar_button(
    only: str,
    key: str,
    *,
    label: str = "To my calendar",
    width: Literal["content", "stretch"] = "content",
) -> None:
    """For one action, by its key, or one interview, by its id."""
    st.download_button(
        label,
        data=maker(only),
        file_name="followup.ics",
        mime=CALENDAR,
        key=key,
        icon=":material/event:",
        width=width,
        on_click="ignore",
        help="A calendar file (.ics) with an alarm. Downloaded again later, it moves what it entered before.",
    )


def given_otherwise(interview_id: str) -> bool:
    """Whether a calendar was given this interview that has been moved, changed or called off since."""
    facts = session.facts()
    if not facts.handed_out:
        return False
    from followup.exchange.out.marks import out_of_date

    return out_of_date(facts, interview_id, session.now())


def maker(only: str | None = None) -> Callable[..., bytes]:
    """What makes the file once it is called, for the user of this session; it may be told of the progress."""
    return partial(_made, session.store(), str(session.facts().me.zone), only)


def _made(
    store: Store, zone: str, only: str | None, progress: Callable[[float], None] = lambda _: None
) -> bytes:
    # Called outside of a run, so that no session answers here. The library of calendars is imported late.
    from followup.exchange.out.ics import calendar_file
    from followup.exchange.out.marks import handed_out

    now = session.now()
    facts = seen_from(store.load().facts, zone)
    actions = plan(facts, now)

    def noted(fresh: Facts) -> Facts:
        given = handed_out(seen_from(fresh, zone), actions, now, only)
        return fresh.replace(handed_out=given)

    data = calendar_file(facts, actions, now, only, progress)
    try:
        store.update("Gave out calendar entries", noted, now=now)
    except FollowupError:  # it can be used all the same; only a later file will not withdraw it
        log.warning("The calendar entries that were given out could not be noted", exc_info=True)
    return data
