"""The quieter parts of Today: what comes in the next days, and what was done lately."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from followup.model.facts import Application, Facts
from followup.ui import clock, session
from followup.ui.agenda import Coming, Sent, sent_lately, skipped_lately
from followup.ui.calendar_data import look_badge
from followup.ui.cards import Moment, compose_button
from followup.ui.status import CHANNELS, KIND_ICONS, KIND_WORDS, title
from followup.ui.text import counted, date_words, day_words, full_date, md, md1, moment_words
from followup.ui.waking import wake_button
from followup.views.calendar import Entry

Days = Mapping[date, Sequence[Entry]]
_SHOWN = 12
_BOX = 84  # pixels: seven beside each other on a laptop, three on a phone


def still_ahead(days: Days) -> list[Entry]:
    """What still comes of the day's entries, in their order."""
    moment = Moment.present()
    now = moment.now.astimezone(moment.zone).replace(tzinfo=None)
    entries = (entry for day in sorted(days) for entry in days[day] if not entry.over)
    return [e for e in entries if e.look != "interview" or e.at > now]


def today_as_well(days: Days) -> None:
    """The interviews of today that lie ahead, and what they promised by today."""
    for entry in still_ahead(days):
        if entry.look == "interview":
            words = f"{entry.time}: {entry.title} · {entry.company}"
            st.markdown(f":material/groups: **Interview today, {md1(words)}**")
        elif entry.look == "promise":
            words = f"{entry.company} · {entry.title}"
            st.markdown(f":material/event_available: {md1(entry.word)} for today: {md1(words)}")


def strip(days: Days, first: date) -> None:
    """Seven days from the first as seven small boxes: how many interviews, how much to do, as the Calendar has it."""
    with st.container(horizontal=True, border=True, gap="xsmall", key="strip"):
        for ahead in range(7):
            day = first + timedelta(days=ahead)
            name, number, _ = full_date(day, day).split(" ", 2)
            listed = still_ahead({day: days.get(day, ())})
            talks = sum(entry.look == "interview" for entry in listed)
            given = sum(entry.look == "promise" for entry in listed)
            to_do = len(listed) - talks - given
            said = [
                f":blue-badge[{counted(talks, 'interview')}]" if talks else "",
                f":gray-badge[{to_do} to do]" if to_do else "",
                f":gray-badge[{counted(given, 'promise')}]" if given else "",
            ]
            st.markdown(
                f"**{name}** {number}  \n{' '.join(said).strip() or ':gray[free]'}", width=_BOX
            )


def coming(listed: Sequence[Entry]) -> None:
    """The same in words, day by day, as the Calendar's agenda."""
    today = clock.today(session.facts())
    buttons: set[str] = set()
    day = None
    for entry in listed:
        if entry.day != day:
            day = entry.day
            words = date_words(day, today)
            st.markdown(f"**{words[:1].upper() + words[1:]}**")
        _entry(entry, with_button=entry.id not in buttons)
        buttons.add(entry.id)


def _entry(entry: Entry, *, with_button: bool) -> None:
    """One line, and for what is shown nowhere else its reason and its button."""
    action = session.action(entry.id)
    fresh = action is not None and action.status == "upcoming" and with_button
    when = entry.note or (entry.when if action else "")
    words = " · ".join(part for part in (entry.title, entry.company, when) if part)
    line = f"{look_badge(entry)} {md1(words)}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        reason = f"  \n:small[{md(action.reason)}]" if action and fresh else ""
        st.markdown(f"{line}{reason}", width="stretch")
        if action is None or not fresh:
            return
        if entry.look == "snooze":
            wake_button(action)
        elif action.kind not in ("debrief", "move_on"):
            compose_button(action, primary=False, label="Prepare")


def snoozed_for_longer(upcoming: Sequence[Coming], shown_until: date) -> None:
    """What was put off past the coming days, so that nothing is out of sight for good."""
    moment = Moment.present()
    days = {item.action.key: item.at.astimezone(moment.zone).date() for item in upcoming}
    found = [i for i in upcoming if i.snoozed and days[i.action.key] > shown_until]
    if not found:
        return
    words = f"Snoozed past these days: {counted(len(found), 'action')}"
    opened = st.expander(words, icon=":material/snooze:", key="snoozed", on_change="rerun")
    if opened.open:
        with opened:
            for item in found[:_SHOWN]:
                application = session.application(item.action.application)
                if application:
                    _snoozed(item, application, moment)
            if found[_SHOWN:]:
                st.markdown(f"And {len(found) - _SHOWN} more, which the Calendar shows.")


def _snoozed(item: Coming, application: Application, moment: Moment) -> None:
    action = item.action
    day = day_words(item.at, moment.now, moment.zone)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            f"{KIND_ICONS[action.kind]} **{md1(day[:1].upper() + day[1:])}** · "
            f"{md1(title(action, application))} · {md1(application.company)}  \n"
            f":small[{md(action.reason)}]",
            width="stretch",
        )
        wake_button(action)


def done_lately(facts: Facts) -> None:
    """What went out in the last seven days, with its text, and what was skipped."""
    moment = Moment.present()
    sent, skipped = sent_lately(facts, moment.now), skipped_lately(facts, moment.now)
    if not sent and not skipped:
        return
    st.header("Done lately", anchor=False)
    with st.container(border=True, gap="small", key="done_lately"):
        for item in sent[:_SHOWN]:
            _sent(item, moment)
        for skip in skipped[:_SHOWN]:
            words = _key_words(skip.action)
            reason = f": {skip.reason}" if skip.reason else ""
            when = moment_words(skip.at, moment.now, moment.zone)
            st.markdown(f":material/skip_next: {md1(f'{when} · Skipped {words}{reason}')}")


def _sent(item: Sent, moment: Moment) -> None:
    touchpoint, application = item.touchpoint, item.application
    icon, channel = CHANNELS[touchpoint.channel]
    names = [p.name for p in application.people if p.id in touchpoint.people]
    purpose = _kind_word(touchpoint.purpose) or "Message"
    to = f" to {', '.join(names)}" if names else ""
    when = moment_words(touchpoint.at, moment.now, moment.zone)
    st.markdown(f"{icon} {md1(f'{when} · {purpose}{to} · {application.company}')} ({channel})")
    if touchpoint.subject or touchpoint.text:
        with st.expander("What was sent", icon=":material/drafts:"):
            if touchpoint.subject:
                st.markdown(f"**{md1(touchpoint.subject)}**")
            st.text(touchpoint.text)


def _kind_word(kind: str) -> str | None:
    return next((word for name, word in KIND_WORDS.items() if name == kind), None)


def _key_words(key: str) -> str:
    kind, _, rest = key.partition(":")
    application = session.application(rest.partition(":")[0])
    word = (_kind_word(kind) or "an action").lower()
    return f"{word} ({application.company})" if application else word
