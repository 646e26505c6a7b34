"""What do I do now? The next thing, then one short list; what has to wait, what has time, and what comes."""

from datetime import timedelta

import streamlit as st

from followup.model.times import NEVER
from followup.prose.text import long_date
from followup.ui.actions.cards import todays_agenda
from followup.ui.actions.happened import happened_at
from followup.ui.actions.rows import held_rows
from followup.ui.base import session
from followup.ui.received.zone import drop_zone
from followup.ui.today.coming import (
    ask_for_times,
    coming_part,
    done_lately,
    entries_of_the_week,
    snoozed_for_longer,
    today_as_well,
)
from followup.ui.today.now import (
    greeting,
    how_many,
    in_reach,
    more_button,
    now_part,
    optional_part,
    times_to_choose,
    while_you_were_away,
)
from followup.views.agenda import NEAR, behind_my_turn, listed
from followup.views.listing import rounds_ahead

facts = session.facts()
here = session.clock()
today = here.today

if not facts.applications:
    st.title("Today", anchor=False)
    greeting()
    drop_zone()
    st.stop()

st.title(f"Today :small[:gray[{long_date(today)}]]", anchor=False)

every = session.actions()
plan = todays_agenda()
now = session.kept("now", lambda _: listed(plan.now, every))
later = session.kept("later", lambda _: listed(plan.open, every))
days = entries_of_the_week()

ahead = plan.upcoming[0].at if plan.upcoming else NEVER
begins = session.kept_by_parts(
    "next round",
    lambda application, _, here: rounds_ahead(application, facts.me, here.now),
    lambda found, _: min(found, default=NEVER),
)
first_below = bool(later.rows) or begins < ahead

with st.container(key="today", gap="xsmall"):
    drop_zone()
    while_you_were_away()
    ask_for_times()
    times_to_choose()
    today_as_well({today: days.get(today, ())})
    now_part(now.rows, plan, first_below=first_below)
    optional_part((*now.optional, *later.optional))

    if plan.held:
        st.header("Not yet", anchor=False)
        held_rows(plan.held[: how_many("held", len(plan.held))])
        more_button("held", len(plan.held))

    above = {a.key for a in (*plan.now, *plan.open, *plan.held)}
    if plan.upcoming and not now.rows and not plan.upcoming[0].snoozed and not first_below:
        above.add(plan.upcoming[0].action.key)
    above |= behind_my_turn(plan)
    above |= {a.promise for a in (*plan.now, *plan.open) if a.promise}
    ahead_of_today = {day: found for day, found in days.items() if day > today}
    coming_part(ahead_of_today, later.rows, above, now.rows)
    snoozed_for_longer(plan.upcoming, today + timedelta(days=NEAR.days))
    done_lately(facts)
happened_at()
in_reach()
