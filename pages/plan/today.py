"""What do I do now? At most three things on top, then the rest of the day, what has to wait and why, and what comes."""

from datetime import timedelta

import streamlit as st

from followup.ui import clock, session
from followup.ui.agenda import NEAR, agenda, batches
from followup.ui.cards import card
from followup.ui.greeting import greeting
from followup.ui.lists import (
    coming,
    done_lately,
    snoozed_for_longer,
    still_ahead,
    strip,
    today_as_well,
)
from followup.ui.text import long_date
from followup.ui.today import (
    batch_box,
    logging_entry,
    more_button,
    nothing_now,
    rows,
    show_more,
    summary,
)
from followup.views.calendar import entries
from followup.views.calendar_days import Span
from followup.views.timeline import Clock

TOP = 3

facts = session.facts()
now = clock.now()

st.title("Today", anchor=False)

if not facts.applications:
    greeting()
    st.stop()

plan = agenda(session.actions(), facts, now)
today = clock.today(facts)
days = entries(
    facts, session.actions(), Clock(now, clock.zone(facts.me)), Span(today, today + NEAR)
)
ahead = {day: listed for day, listed in days.items() if day > today}
alone, alike = batches(plan.now)

st.markdown(f"{long_date(today)}. {summary(plan, today)}")
today_as_well({today: days.get(today, ())})

if alone:
    st.header("Do now", anchor=False)
    for index, action in enumerate(alone[:TOP]):
        application = session.application(action.application)
        if application:
            card(action, application, primary=True, first=index == 0)
elif not alike:
    nothing_now(plan)

logging_entry(facts)

if alone[TOP:] or alike:
    st.header("Then today" if alone else "Today, if you like", anchor=False)
    rows(alone[TOP:], "rest")
    for batch in alike:
        batch_box(batch, "now")

if plan.held:
    st.header("Not now, because …", anchor=False)
    rows(plan.held, "held")

if plan.open:
    st.header("Open: no hurry yet", anchor=False)
    calm, calm_alike = batches(plan.open)
    rows(calm, "open")
    for batch in calm_alike:
        batch_box(batch, "open")

if listed := still_ahead(ahead):
    st.header("The coming seven days", anchor=False)
    strip(ahead, today + timedelta(days=1))
    coming(listed[: show_more("coming", len(listed))])
    more_button("coming", len(listed), "entry", "entries")
snoozed_for_longer(plan.upcoming, today + NEAR)

done_lately(facts)
