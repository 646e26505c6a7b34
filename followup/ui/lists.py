"""The quieter parts of Today: what comes in the next days, and what was done lately."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from followup.model.facts import Facts
from followup.model.times import in_utc
from followup.ui import session
from followup.ui.agenda import Coming, Meeting, Sent, sent_lately, skipped_lately
from followup.ui.cards import Moment, compose_button
from followup.ui.status import CHANNELS, KIND_ICONS, KIND_WORDS, title
from followup.ui.text import counted, day_words, full_date, md, md1, moment_words
from followup.ui.waking import wake_button

_SHOWN = 12
_BOX = 84  # pixels: seven beside each other on a laptop, three on a phone


def strip(items: Sequence[Coming], meetings_ahead: Sequence[Meeting]) -> None:
    """The coming seven days as seven small boxes: how many interviews, how much to do."""
    moment = Moment.present()
    today = moment.now.astimezone(moment.zone).date()
    to_do = Counter(item.at.astimezone(moment.zone).date() for item in items)
    talks = Counter(item.at.astimezone(moment.zone).date() for item in meetings_ahead)
    with st.container(horizontal=True, border=True, gap="xsmall", key="strip"):
        for ahead in range(1, 8):
            day = today + timedelta(days=ahead)
            name, number, _ = full_date(day, day).split(" ", 2)
            said = [
                f":blue-badge[{counted(talks[day], 'interview')}]" if talks[day] else "",
                f":gray-badge[{to_do[day]} to do]" if to_do[day] else "",
            ]
            st.markdown(
                f"**{name}** {number}  \n{' '.join(said).strip() or ':gray[free]'}", width=_BOX
            )


def coming(items: Sequence[Coming], meetings_ahead: Sequence[Meeting], shown: int) -> int:
    """The same in words, soonest first: interviews, and what opens or comes back from a snooze. Gives how many."""
    moment = Moment.present()
    rows: list[Coming | Meeting] = sorted((*items, *meetings_ahead), key=lambda row: in_utc(row.at))
    for row in rows[:shown]:
        if isinstance(row, Meeting):
            _meeting(row, moment)
        else:
            _coming(row, moment)
    return len(rows)


def _meeting(meeting: Meeting, moment: Moment) -> None:
    interview = meeting.interview
    when = moment_words(meeting.at, moment.now, moment.zone)
    name = f" ({interview.round})" if interview.round else ""
    what = f"Interview with {meeting.application.company}{name}"
    st.markdown(f":material/groups: **{md1(when[:1].upper() + when[1:])}** · {md1(what)}")


def _coming(item: Coming, moment: Moment) -> None:
    application = session.application(item.action.application)
    if application is None:
        return
    action = item.action
    day = day_words(item.at, moment.now, moment.zone)
    snoozed = " · snoozed" if item.snoozed else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            f"{KIND_ICONS[action.kind]} **{md1(day[:1].upper() + day[1:])}** · "
            f"{md1(title(action, application))} · {md1(application.company)}{snoozed}  \n"
            f":small[{md(action.reason)}]",
            width="stretch",
        )
        if item.snoozed:
            wake_button(action)
        elif action.kind not in ("debrief", "move_on"):
            compose_button(action, primary=False, label="Prepare")


def snoozed_for_longer(later: Sequence[Coming]) -> None:
    """What was put off past the coming days, so that nothing is out of sight for good."""
    found = [item for item in later if item.snoozed]
    if not found:
        return
    words = f"Snoozed past these days: {counted(len(found), 'action')}"
    opened = st.expander(words, icon=":material/snooze:", key="snoozed", on_change="rerun")
    if opened.open:
        with opened:
            for item in found[:_SHOWN]:
                _coming(item, Moment.present())


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
