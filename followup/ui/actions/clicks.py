"""What one click on an action does: sent, snoozed, skipped, closed. Callbacks; each is one change of the store."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import reduce

import streamlit as st

from followup.model import changes, snoozes_and_skips
from followup.model.action import Action
from followup.model.errors import FollowupError, NotThere
from followup.model.facts import Application, Facts, Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import LIVE, Channel
from followup.playbook.case import company_name
from followup.playbook.proposal import means_whoever
from followup.prose.text import date_words
from followup.ui.base import session
from followup.ui.base.feedback import change, refuse
from followup.ui.parts import day_fields
from followup.views.words import keys_of, noun

GONE = "This is no longer open: it was answered, or something else took its place."


@dataclass(frozen=True, slots=True)
class SentMessage:
    """What went out: when, how, and the frozen text."""

    at: datetime
    channel: Channel
    subject: str = ""
    text: str = ""
    through: str | None = None  # who was written to instead of its person
    also: changes.ApplicationChange | None = None  # what its sending changes besides


@dataclass(frozen=True, slots=True)
class Target:
    """An action of the present plan, with its application."""

    action: Action
    application: Application


def target(key: str) -> Target | None:
    """The action with this key as it stands now; refuses with a sentence when it is gone."""
    try:
        session.refresh()
    except FollowupError as error:
        refuse(*str(error).splitlines())
        return None
    action = session.action(key)
    application = session.application(action.application) if action else None
    if action is None or application is None or action.status not in LIVE:
        refuse(GONE)
        return None
    return Target(action, application)


def sent(key: str, message: SentMessage | None = None) -> bool:
    """Log the message of an action as sent: to whom it went, for its purpose; thanks that are passed on, to both."""
    # Only here: it brings all that is known of letters, and a start shows none.
    from followup.messages.occasion import occasion_of

    found = target(key)
    if found is None:
        return False
    action = found.action
    message = message or SentMessage(session.now(), action.channel or "email")
    if message.at > session.now():
        refuse("That moment lies ahead: what is logged has happened.")
        return False
    moment = message.at.astimezone(session.clock().zone)
    touchpoint = changes.sent(action, message.channel, message.subject, message.text, moment)
    occasion = occasion_of(action, session.facts(), session.now())
    reader = occasion.case.person(message.through) or occasion.recipient
    if reader and means_whoever(action.kind):
        touchpoint = touchpoint.replace(people=(reader.id,))
        action = replace(action, to=reader.id)
    # Who was at the interview, too, has a thank-you of their own.
    elif (
        reader and message.channel == "email" and not (message.through and reader in occasion.team)
    ):
        people = dict.fromkeys((*touchpoint.people, reader.id))
        touchpoint = touchpoint.replace(people=tuple(people))
    what = f"Marked as sent: {noun(action, found.application)}"
    return bool(
        change(
            lambda: session.store().log(
                found.application.id,
                touchpoint,
                now=session.now(),
                what=what,
                also=_both(once(found.application, touchpoint), message.also),
            )
        )
    )


def _both(
    first: changes.ApplicationChange, then: changes.ApplicationChange | None
) -> changes.ApplicationChange:
    """Both changes, one behind the other; the first alone where nothing follows."""
    return (lambda fresh: then(first(fresh))) if then else first


def once(seen: Application, touchpoint: Touchpoint) -> changes.ApplicationChange:
    """Refuses, on the fresh facts, what another tab has logged since the application was `seen`."""
    known = {each.id for each in seen.touchpoints} | {touchpoint.id}

    def answer(of: Touchpoint) -> tuple[object, ...]:
        return of.direction, of.purpose, of.people, of.interview, of.promise

    def check(fresh: Application) -> Application:
        new = (each for each in fresh.touchpoints if each.id not in known)
        if any(answer(each) == answer(touchpoint) for each in new):
            raise NotThere(GONE)
        return fresh

    return check


def done(key: str) -> None:
    """As `sent`: now, by the action's own channel, without a text."""
    sent(key)


def sent_at(key: str, at_key: str, channel_key: str) -> None:
    """As `sent`, with the date and channel of the widgets under these keys."""
    at: datetime | None = day_fields.usable(at_key, "Say when it was sent.")
    if at is None:
        return
    sent(key, SentMessage(at.replace(tzinfo=session.clock().zone), st.session_state[channel_key]))


def snooze(key: str, until: date | None, popover: str = "") -> None:
    """Show the action again on this day, and not before."""
    found = target(key)
    if found is None or until is None:
        return
    here = session.clock()
    moment = datetime.combine(until, time(), tzinfo=here.zone)
    if in_utc(moment) <= here.now:
        refuse("That day is not ahead: choose a later one.")
        return
    said = f"Snoozed until {date_words(until, here.today)}"
    what = f"{said}: {noun(found.action, found.application)}"
    if change(lambda: session.store().snooze(key, moment, now=here.now, what=what)) and popover:
        st.session_state[popover] = False


def wake(key: str) -> None:
    """A snoozed action comes back now."""
    found = target(key)
    if found is None:
        return

    def woken(facts: Facts) -> Facts:
        return reduce(
            snoozes_and_skips.wake, keys_of(found.action, found.application, facts.snoozes), facts
        )

    what = f"No longer snoozed: {noun(found.action, found.application)}"
    change(lambda: session.store().update(what, woken, now=session.now()))


def snooze_to(key: str, day_key: str, popover: str = "") -> None:
    """As `snooze`, until the day in the widget under this key."""
    day: date | None = day_fields.usable(day_key, "Choose a day.")
    if day is not None:
        snooze(key, day, popover)


def skip(key: str, reason_key: str = "") -> None:
    """The user will not do this action; why is what the widget under `reason_key` holds."""
    found = target(key)
    if found is None:
        return
    reason = st.session_state.get(reason_key, "") if reason_key else ""
    what = f"Skipped: {noun(found.action, found.application)}"
    change(lambda: session.store().skip(key, reason or "", now=session.now(), what=what))


def close(application_id: str) -> None:
    """The application ends now, without an answer of theirs."""
    application = session.application(application_id)
    if application is None:
        refuse("This application is no longer in the file.")
        return
    now = session.now()
    change(
        lambda: session.store().change_application(
            application_id,
            lambda fresh: changes.ended(fresh, "closed", at=now),
            now=now,
            what=f"Closed: {company_name(application)}",
        )
    )


def snooze_days(today: date) -> Sequence[tuple[str, date]]:
    """The usual days to snooze until, soonest first and each once: in words, and the day."""
    monday = today + timedelta(days=7 - today.weekday())
    named = {
        today + timedelta(days=3): "In 3 days",
        monday: "Next Monday",
        today + timedelta(days=1): "Until tomorrow",
    }
    return tuple((named[day], day) for day in sorted(named))
