"""The quieter parts of Today: rounds whose time is missing, what comes in the next days, what was done lately."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

import streamlit as st

from followup.forms.happened.mine import spoke_that_day
from followup.model.action import Action
from followup.model.facts import Application, Facts, Interview
from followup.model.kinds import KINDS
from followup.model.times import Clock
from followup.playbook.case import company_in_prose
from followup.prose.text import counted, date_words, day_words, full_date, moment_words
from followup.ui.actions.cards import snoozes
from followup.ui.actions.happened import open_dialog
from followup.ui.actions.popovers import wake_button
from followup.ui.actions.rows import row_buttons
from followup.ui.base import session
from followup.ui.base.feedback import change_application
from followup.ui.base.looks import CHANNELS, entry_look, md, md1
from followup.ui.base.pages import INTERVIEWS
from followup.ui.today.now import how_many, more_button
from followup.views.agenda import NEAR, ActionRow, Coming, ComingLine, coming
from followup.views.calendar.entry import CalendarEntry, Window, by_day, entries_of, still_ahead
from followup.views.difference import Sent, newest_first, sent_lately, skipped_lately
from followup.views.listing import of_unknown_time
from followup.views.words import Period, title

Days = Mapping[date, Sequence[CalendarEntry]]
_SHOWN = 12
_DAY_WIDTH = 92  # pixels: "Wed 16 Sep"


def entries_of_the_week() -> Days:
    """What falls on today and the days after it; interviews of the next three weeks."""
    facts, asleep = session.facts(), snoozes()

    def of(
        application: Application, actions: Sequence[Action], here: Clock
    ) -> Iterator[tuple[Application, CalendarEntry]]:
        weeks = Window(facts.me, here, Period(here.today, here.today + 3 * NEAR))
        every = entries_of(application, actions, asleep.get(application.id, ()), weeks)
        near = here.today + NEAR
        return ((of, e) for of, e in every if e.day <= near or e.look == "interview")

    return session.kept_by_parts(
        "week", of, lambda found, here: by_day(found, facts.applications, here.today)
    )


def today_as_well(days: Days) -> None:
    """The interviews of today that lie ahead, and what they promised by today."""
    for entry in still_ahead(days, session.clock()):
        if entry.look == "interview":
            words = f"{entry.time or entry.note}: {entry.title} · {entry.company}"
            st.markdown(f":material/groups: **Interview today, {md1(words)}**")
        elif entry.look == "deadline":
            st.markdown(f":material/hourglass_bottom: **{md1(entry.title)}: {md1(entry.company)}**")
        elif entry.look == "promise":
            words = f"{entry.company} · {entry.title}"
            st.markdown(f":material/event_available: {md1(entry.word)} for today: {md1(words)}")


def coming_part(
    days: Days, can: Sequence[ActionRow], above: Collection[str], now: Sequence[ActionRow]
) -> None:
    """What comes on the days after today, a line each, with the buttons of what `can` be done already.

    What of the rows of `now` is due on one of them is named there, too.
    """
    here, known = session.clock(), session.applications()
    ahead = still_ahead(days, here)
    lines = coming(ahead, can, now, above, applications=known, where=session.where(), clock=here)
    if not lines:
        return
    st.header("The coming days", anchor=False)
    with st.container(key="list_coming", gap=None):
        before = None
        for (day, _), some in groupby(lines[: how_many("coming", len(lines))], key=_apart):
            _lines(list(some), named=day != before)
            before = day
    more_button("coming", len(lines))


def _apart(line: ComingLine) -> tuple[date, str]:
    """Lines with the same stand together in one text: those of a day that have no button."""
    has_button = line.row or (line.asleep and session.action(line.id))
    return line.day, line.id if has_button else ""


def _lines(lines: Sequence[ComingLine], *, named: bool) -> None:
    first, *_ = lines
    day = date_words(first.day, session.clock().today)
    words = "  \n".join(f"{_icon(line)} {md1(line.words)}" for line in lines)
    across = partial(st.container, horizontal=True, gap="xsmall")
    with across(wrap=False):
        st.markdown(f"**{day[:1].upper()}{day[1:]}**" if named else "", width=_DAY_WIDTH)
        _, own = _apart(first)
        if not own:
            st.markdown(words, width="stretch")
            return
        with across(vertical_alignment="center", key=f"coming_{own}"):
            st.markdown(words, width="stretch")
            action = session.action(own)
            if action and first.asleep:
                wake_button(action)
            elif first.row:
                row_buttons(first.row.first)


def _icon(line: ComingLine) -> str:
    if line.row:
        return KINDS[line.row.first.kind].icon
    return f":material/{entry_look(line.look)[0]}:" if line.look else ":material/north:"


def snoozed_for_longer(upcoming: Sequence[Coming], shown_until: date) -> None:
    """What was put off past the coming days, so that nothing is out of sight for good."""
    here = session.clock()
    days = {item.action.key: here.day(item.at) for item in upcoming}
    found = [i for i in upcoming if i.snoozed and days[i.action.key] > shown_until]
    if not found:
        return
    words = f"Snoozed for longer: {counted(len(found), 'action')}"
    opened = st.expander(words, icon=":material/snooze:", key="snoozed", on_change="rerun")
    if opened.open:
        with opened:
            for item in found[:_SHOWN]:
                application = session.application(item.action.application)
                if application:
                    _snoozed(item, application, here)
            if found[_SHOWN:]:
                st.markdown(f"And {len(found) - _SHOWN} more, which the Calendar shows.")


def _snoozed(item: Coming, application: Application, here: Clock) -> None:
    action = item.action
    day = day_words(item.at, here)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            f"{KINDS[action.kind].icon} **{md1(day[:1].upper() + day[1:])}** · "
            f"{md1(title(action, application))} · {md1(session.place(application))}  \n"
            f":small[{md(action.reason)}]",
            width="stretch",
        )
        wake_button(action)


def done_lately(facts: Facts) -> None:
    """What went out in the last seven days, with its text, and what was skipped."""
    here = session.clock()
    sent = session.kept_by_parts(
        "sent",
        lambda application, _, here: sent_lately(application, here.now),
        lambda found, _: newest_first(found),
    )
    skipped = skipped_lately(facts, here.now)
    if not sent and not skipped:
        return
    box = st.expander(
        f"Done lately: {len(sent) + len(skipped)}",
        icon=":material/task_alt:",
        key="done_lately",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        for item in sent[:_SHOWN]:
            _sent(item, here)
        for skip in skipped[:_SHOWN]:
            words = _key_words(skip.action)
            reason = f": {skip.reason}" if skip.reason else ""
            when = moment_words(skip.at, here)
            st.markdown(f":material/skip_next: {md1(f'{when} · Skipped {words}{reason}')}")


def _sent(item: Sent, here: Clock) -> None:
    touchpoint, application = item.touchpoint, item.application
    icon, channel = CHANNELS[touchpoint.channel]
    names = [p.name for p in application.people if p.id in touchpoint.people]
    purpose = _kind_word(touchpoint.purpose) or "Message"
    to = f" to {', '.join(names)}" if names else ""
    when = moment_words(touchpoint.at, here)
    back = " · :orange[came back undelivered]" if item.came_back else ""
    words = f"{when} · {purpose}{to} · {session.place(application)}"
    st.markdown(f"{icon} {md1(words)} ({channel}){back}")
    if touchpoint.subject or touchpoint.text:
        with st.expander("What was sent", icon=":material/drafts:"):
            if touchpoint.subject:
                st.markdown(f"**{md1(touchpoint.subject)}**")
            st.text(touchpoint.text)


def _kind_word(kind: str) -> str | None:
    return next((row.word for name, row in KINDS.items() if name == kind), None)


def _key_words(key: str) -> str:
    kind, _, rest = key.partition(":")
    application = session.application(rest.partition(":")[0])
    word = (_kind_word(kind) or "an action").lower()
    return f"{word} ({session.place(application)})" if application else word


_ASKED = 3  # of a table that came in there can be hundreds


def ask_for_times() -> None:
    """Interviews whose day is over and whose time was never entered: only once it is, the plan can go on."""
    here = session.clock()
    me = session.facts().me
    open_ = session.kept_by_parts(
        "of unknown time",
        lambda application, _, here: of_unknown_time((application,), me, here.now),
        lambda found, _: sorted(found, key=lambda each: each[1].ends, reverse=True),
    )
    for application, interview in open_[:_ASKED]:
        day = full_date(interview.on or here.today, here.today)
        with st.container(border=True, key=f"time_of_{interview.id}", gap="xsmall"):
            st.markdown(
                f"**Did you speak with {md1(company_in_prose(application))} on {day}?** Its time is not entered yet."
            )
            with st.container(horizontal=True, gap="xsmall"):
                words = (
                    f"You spoke with {company_in_prose(application)} on {day}. It stands at noon."
                )
                args = (application.id, interview, words)
                key = f"yes_{interview.id}"
                st.button("Yes", key=key, on_click=_spoke, args=args)
                if st.button("Yes, at a time", key=f"held_{interview.id}"):
                    asked = {"application": application.id, "edit": "1"}
                    st.switch_page(INTERVIEWS, query_params=asked)
                for kind, words in (("moved", "It was moved"), ("called_off", "It is off")):
                    st.button(
                        words,
                        key=f"{kind}_{interview.id}",
                        on_click=open_dialog,
                        args=(application.id, kind, {"which": interview.id}),
                    )
    if open_[_ASKED:]:
        more = counted(len(open_) - _ASKED, "earlier interview")
        st.markdown(f":small[And {more} whose time is not entered: they are asked about next.]")


def _spoke(application_id: str, interview: Interview, words: str) -> None:
    change_application(application_id, spoke_that_day(interview), words)
