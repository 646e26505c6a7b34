"""What goes out: everything as JSON, the plan as a calendar, the search as a table or as a report to print."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Final

import streamlit as st

from followup.exchange.out import CALENDAR, WORKBOOK
from followup.exchange.out.report import report
from followup.exchange.out.sheet import as_csv, as_xlsx, sheet
from followup.model.facts import Facts
from followup.model.lossless.codec import encode
from followup.model.times import Clock
from followup.playbook.plan import plan
from followup.prose.text import full_date
from followup.ui.base import session
from followup.ui.parts.calendar_file import maker

_MANY: Final = 300  # applications, from which on a calendar or a workbook takes seconds
_PERIODS: Final = ("Everything", "This month", "Last month", "The last three months")


def export() -> None:
    """A button for each form; nothing is made before it is pressed."""
    st.header("Export", anchor=False)
    facts, clock = session.facts(), session.clock()
    day = clock.today
    with st.container(horizontal=True, gap="small"):
        _offer(
            "Export everything",
            ("json", "application/json", ":material/download:"),
            lambda: encode(facts),
            f"One JSON file with all that you entered, as of {full_date(day, day)}. "
            "What cannot be read is not in it.",
        )
        _long(
            "Calendar",
            ("ics", CALENDAR, ":material/event:"),
            maker(),
            "Interviews, and what there is to do, with an alarm each (.ics). Downloaded again later, it moves "
            "what it entered before, and withdraws what is no longer to be done.",
        )
        _offer(
            "Table",
            ("csv", "text/csv", ":material/table:"),
            partial(_table, facts, clock, as_csv),
            "A row for each application (.csv), as any spreadsheet reads it. Dropped on Today it comes in again.",
        )
        _long(
            "Excel",
            ("xlsx", WORKBOOK, ":material/table_view:"),
            partial(_table, facts, clock, as_xlsx),
            "The same as a workbook (.xlsx), in which days are days.",
        )
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            "A report to print",
            _PERIODS,
            key="data_report_period",
            width=280,
            help="What you did, when, for which role and where, and what came of it: as an agency asks for it. "
            "Open the file, and print it.",
        )
        chosen = st.session_state.get("data_report_period") or _PERIODS[0]
        first, last = _days(chosen, day)
        _offer(
            "Report",
            ("html", "text/html", ":material/print:"),
            lambda: report(facts, clock, first, last),
            "One page of HTML. It fetches nothing, so that it can be kept and sent.",
        )


def _table(
    facts: Facts,
    clock: Clock,
    write: Callable[..., bytes],
    *progress: Callable[[float], None],
) -> bytes:
    return write(sheet(facts, plan(facts, clock.now), clock), *progress)


def _days(period: str, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of a period; None: it is open on that side."""
    month = today.replace(day=1)
    before = month - timedelta(days=1)
    if period == "This month":
        return month, today
    if period == "Last month":
        return before.replace(day=1), before
    return (today - timedelta(days=91), today) if period == _PERIODS[3] else (None, None)


def _offer(
    label: str, form: tuple[str, str, str], make: Callable[[], bytes] | bytes, tip: str
) -> None:
    ending, mime, icon = form
    st.download_button(
        label,
        data=make,
        file_name=f"followup-{session.clock().today:%Y-%m-%d}.{ending}",
        mime=mime,
        key="data_export" if ending == "json" else f"data_export_{ending}",
        icon=icon,
        on_click="ignore",
        help=tip,
    )


def _long(label: str, form: tuple[str, str, str], make: Callable[..., bytes], tip: str) -> None:
    """The same; of many applications it is made first, with a bar that moves, and downloaded then."""
    key = f"data_made_{form[0]}"
    if len(session.facts().applications) < _MANY:
        _offer(label, form, make, tip)
        return
    version, data = st.session_state.get(key, ("", b""))
    if version == session.snapshot().version:
        _offer(label, form, data, tip)
    elif st.button(f"Make: {label}", key=f"{key}_go", icon=form[2], help=tip):
        bar = st.progress(0.0, f"{label} …")
        data = make(lambda part: bar.progress(min(part, 1.0), f"{label} …"))
        st.session_state[key] = session.refresh().version, data
        st.rerun()
