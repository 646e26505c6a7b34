"""Today: what is due and why, and what each button does to the file and the plan."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from followup.exchange.demo import demo_facts
from followup.model.beside import Skip, Snooze
from followup.model.facts import Application, Facts, Person, Promise, Touchpoint
from tests.builders import day, person, received
from tests.builders.globex import ANN, BEN, at, facts, globex, interview, thanked
from tests.pages.conftest import NOW, Start

Stored = Callable[[], Facts]
THANK_ANN = "thank_you:g:i1:ann"
DEBRIEF = "debrief:g:i1"


def text_of(app: AppTest) -> str:
    """All that the page says, one element a line."""
    shown = [*app.title, *app.header, *app.markdown, *app.success, *app.info, *app.error]
    return (
        "\n".join(str(element.value) for element in shown).replace("\\", "").replace("\u2060", "")
    )


def keys(app: AppTest) -> set[str]:
    return {button.key for button in app.button if button.key}


def with_menu(page: AppTest, key: str = THANK_ANN) -> AppTest:
    """The page with the menu of this row open; a round's people stand in a row that is opened first."""
    page.session_state["round_shown_g_i1"] = True
    page.session_state[f"more_{key}"] = True
    return page.run()


def test_what_is_due_is_on_top_with_its_reason(app: Start) -> None:
    page = app(facts(globex(touchpoints=(thanked("ben"),))))
    assert not page.exception
    text = text_of(page)
    assert "Thank Ann Adler" in text
    assert "Globex · by 15:00 today" in text
    assert "You spoke with Ann Adler on Tue 15 Sep" in text
    assert {f"compose_{THANK_ANN}", f"done_{THANK_ANN}"} <= keys(page)


def test_offers_and_answers_come_before_thank_yous_and_those_before_checks(app: Start) -> None:
    text = text_of(app(demo_facts(datetime.fromisoformat(NOW))))
    order = ["Answer the offer", "Answer Ula Berg", "Thank 2 people", "Status check to Jo"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_a_round_is_one_row_that_opens_to_each_of_its_people(app: Start) -> None:
    mia = ANN.replace(id="mia", name="Mia Roth", email="mia@globex.example")
    panel = interview(interviewers=("ann", "ben", "mia"))
    met = globex(people=(ANN, BEN, mia), interviews=(panel,), touchpoints=(thanked("mia"),))
    page = app(facts(met))
    assert "Thank 2 people, 1 of 3 sent" in text_of(page)
    assert "Thank Ben Novak" not in text_of(page)
    page.button(key="show_round_shown_g_i1").click().run()
    assert "Thank Ben Novak" in text_of(page)
    assert {f"compose_{THANK_ANN}", "compose_thank_you:g:i1:ben"} <= keys(page)


def test_half_an_hour_after_an_interview_something_is_best_done_tonight(app: Start) -> None:
    page = app(facts(), "2026-09-15T15:30:00+02:00")
    assert "best tonight" in text_of(page)
    assert "Nothing" not in text_of(page)
    assert f"compose_{THANK_ANN}" in keys(page)


def test_nothing_stands_twice_on_the_page(app: Start) -> None:
    page = app(demo_facts(datetime.fromisoformat(NOW)))
    page.session_state["optional"] = True
    page.run()
    names = [key for key in (button.key for button in page.button) if key]
    assert len(names) == len(set(names))
    heads = re.findall(r"## .*\n.*", text_of(page))
    assert len(heads) > 12
    assert len(heads) == len(set(heads))


def test_the_coming_days_list_what_comes_and_nothing_that_stands_above(app: Start) -> None:
    text = text_of(app(demo_facts(datetime.fromisoformat(NOW))))
    coming = text[text.index("The coming days") :]
    assert "Technical interview by video with Raj Patel · Cyberdyne · 10:00 to 11:30" in coming
    assert "They decide · Northwind Analytics" in coming
    assert "Status check to Ann Adler" not in coming  # it is my turn: the slides
    assert "You answer: when I could start" not in coming  # it stands above
    assert "Sam Whitfield" not in coming  # it is held


def test_an_interview_of_the_week_after_next_is_in_sight_too(app: Start) -> None:
    far = interview(id="i2", starts_at=at("2026-09-29 14:00"), specifics=())
    text = text_of(app(facts(globex(interviews=(interview(), far)))))
    assert "Tue 29 Sep" in text
    assert "14:00 to 15:00" in text


def test_what_stands_above_and_is_due_tomorrow_is_named_among_what_is_due_tomorrow(
    app: Start,
) -> None:
    text = text_of(app(demo_facts(datetime.fromisoformat(NOW))))
    assert text.count("Also due (above): Send what you promised: the slides") == 1
    assert "You send the slides" not in text


def test_coming_days_with_nothing_but_what_is_called_off_are_not_shown(app: Start) -> None:
    off = interview(starts_at=at("2026-09-18 14:00"), state="cancelled", specifics=())
    page = app(facts(globex(interviews=(off,))))
    assert "The coming days" not in text_of(page)


def test_an_interview_later_today_stands_on_top(app: Start) -> None:
    page = app(facts(globex(interviews=(interview(starts_at=at("2026-09-16 14:00")),))))
    assert "Interview today, 14:00" in text_of(page)


def test_an_interview_today_whose_time_is_not_known_says_so(app: Start) -> None:
    of_day = interview(starts_at=None, on=at("2026-09-16 14:00").date())
    page = app(facts(globex(interviews=(of_day,))))
    assert "Interview today, no time yet: " in text_of(page)


def test_done_logs_what_was_sent_and_the_action_goes_away(app: Start, stored: Stored) -> None:
    page = with_menu(app(facts()))
    page.button(key=f"done_{THANK_ANN}").click().run()
    (sent,) = stored().applications[0].touchpoints
    assert (sent.purpose, sent.people, sent.interview) == ("thank_you", ("ann",), "i1")
    assert sent.at == at("2026-09-16 10:00")
    assert f"done_{THANK_ANN}" not in keys(page)
    assert "Marked as sent: thank-you to Ann Adler." in text_of(page)


def test_undo_brings_the_action_back(app: Start, stored: Stored) -> None:
    page = with_menu(app(facts()))
    page.button(key=f"done_{THANK_ANN}").click().run()
    page.button(key="feedback_undo").click().run()
    assert stored().applications[0].touchpoints == ()
    assert "Thank 2 people" in text_of(page)
    assert "feedback_undo" not in keys(page)
    assert "Undone: “Marked as sent: thank-you to Ann Adler”." in text_of(page)


def test_what_a_change_moved_in_the_plan_opens_from_its_line(app: Start) -> None:
    page = app()
    page.button(key="greeting_demo").click().run()
    said = [str(m.value).replace("\\", "") for m in page.markdown]
    (all_,) = [words for words in said if words.startswith("- New: ")]
    labels = [str(box.proto.popover.label) for box in page.get("popover")]
    assert f"{all_.count('New: ')} changes in the plan" in labels


def test_the_line_stays_on_its_page_and_the_change_in_the_history(
    app: Start, stored: Stored
) -> None:
    page = with_menu(app(facts()))
    page.button(key=f"done_{THANK_ANN}").click().run()
    page.run()
    assert "feedback_undo" in keys(page)
    page.switch_page("pages/record/settings.py").run()
    assert "feedback_undo" not in keys(page)
    page.session_state["feedback_kept"] = True
    page.run()
    assert "Marked as sent: thank-you to Ann Adler." in text_of(page)
    page.button(key="feedback_undo_0").click().run()
    assert stored().applications[0].touchpoints == ()
    assert "Undone: “Marked as sent: thank-you to Ann Adler”." in text_of(page)
    page.run()
    assert "feedback_undo_1" not in keys(page)


def test_done_at_another_time_and_by_another_channel(app: Start, stored: Stored) -> None:
    page = with_menu(app(facts()))
    page.datetime_input(key=f"sent_at_{THANK_ANN}").set_value(
        at("2026-09-15 19:30").replace(tzinfo=None)
    )
    page.selectbox(key=f"sent_channel_{THANK_ANN}").select("in_person")
    page.button(key=f"sent_{THANK_ANN}").click().run()
    (sent,) = stored().applications[0].touchpoints
    assert (sent.at, sent.channel) == (at("2026-09-15 19:30"), "in_person")


def test_a_moment_ahead_is_refused_and_the_entry_stays(app: Start, stored: Stored) -> None:
    page = with_menu(app(facts()))
    ahead = at("2026-09-17 08:00").replace(tzinfo=None)
    page.datetime_input(key=f"sent_at_{THANK_ANN}").set_value(ahead)
    page.button(key=f"sent_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints == ()
    assert "That moment lies ahead" in text_of(page)
    assert page.session_state[f"sent_at_{THANK_ANN}"] == ahead


def test_snooze_until_tomorrow(app: Start, stored: Stored) -> None:
    page = with_menu(app(facts()))
    page.button(key=f"snooze_0_{THANK_ANN}").click().run()
    (snooze,) = stored().snoozes
    assert (snooze.action, snooze.until) == (THANK_ANN, at("2026-09-17 00:00"))
    assert f"done_{THANK_ANN}" not in keys(page)
    assert "Tomorrow" in text_of(page)
    assert f"wake_{THANK_ANN}" in keys(page)


def test_a_snooze_can_be_ended_early_and_that_be_undone(app: Start, stored: Stored) -> None:
    asleep = Snooze(action=THANK_ANN, until=at("2026-09-18 00:00"))
    page = app(facts(globex(touchpoints=(thanked("ben"),)), snoozes=(asleep,)))
    assert f"compose_{THANK_ANN}" not in keys(page)
    page.button(key=f"wake_{THANK_ANN}").click().run()
    assert stored().snoozes == ()
    assert f"compose_{THANK_ANN}" in keys(page)
    page.button(key="feedback_undo").click().run()
    assert stored().snoozes == (asleep,)


def test_what_is_snoozed_for_longer_is_not_out_of_sight(app: Start, stored: Stored) -> None:
    page = app(facts(snoozes=(Snooze(action=THANK_ANN, until=at("2026-09-27 00:00")),)))
    assert [box.label for box in page.expander if "Snoozed" in box.label]
    page.session_state["snoozed"] = True
    page.run()
    page.button(key=f"wake_{THANK_ANN}").click().run()
    assert stored().snoozes == ()


def test_one_thing_stands_on_top_with_a_main_button(app: Start) -> None:
    page = app(demo_facts(datetime.fromisoformat(NOW)))
    assert [b.key for b in page.button if b.proto.type == "primary"] == [
        "compose_offer_reply:acme:acme-ivo"
    ]


def test_what_is_optional_stands_in_one_closed_row_kind_by_kind(app: Start) -> None:
    page = app(demo_facts(datetime.fromisoformat(NOW)))
    assert "8 optional, when you like" in [box.label for box in page.expander]
    assert not [key for key in keys(page) if key.startswith("compose_expedite")]
    page.session_state["optional"] = True
    page.run()
    assert "Ask 2 others whether they can decide before Thu 24 Sep" in text_of(page)
    assert len([key for key in keys(page) if key.startswith("compose_expedite")]) == 2


def test_one_kind_that_is_late_and_has_time_stands_in_one_list(app: Start) -> None:
    """Some of a kind are for now and some have time, with another kind between: each kind is one list of its own."""
    fresh = interview(
        id="i2", starts_at=at("2026-09-11 14:00"), interviewers=("rae",), specifics=()
    )
    late = interview(starts_at=at("2026-08-31 14:00"), interviewers=("ann",))
    recruiter = person("Rae Fox", "recruiter", id="rae", email="rae@acme.example")
    hooli = Application(
        id="h", company="Hooli", role="Analyst", people=(recruiter,), interviews=(fresh,)
    )
    offer = Application(
        id="o",
        company="Initech",
        role="Analyst",
        touchpoints=(received("offer", "09-15 10:00", deadline=day("09-24")),),
    )
    at_globex = globex(
        people=(ANN.replace(role="recruiter"),),
        interviews=(late,),
        touchpoints=(thanked("ann", "2026-08-31 18:00"),),
    )
    page = app(facts(at_globex, hooli, offer))
    page.session_state["optional"] = True
    page.run()
    assert not page.exception
    assert text_of(page).count("on LinkedIn**") == 1


def test_skip_with_a_reason(app: Start, stored: Stored) -> None:
    page = with_menu(app(facts()))
    page.text_input(key=f"skip_reason_{THANK_ANN}").set_value("we spoke")
    page.button(key=f"skip_{THANK_ANN}").click().run()
    assert [(skip.action, skip.reason) for skip in stored().skips] == [(THANK_ANN, "we spoke")]
    assert f"compose_{THANK_ANN}" not in keys(page)


def test_what_must_wait_says_why(app: Start) -> None:
    waiting = globex(
        interviews=(
            interview(promises=(Promise(id="p", kind="decision_by", on=date(2026, 9, 18)),)),
        ),
        touchpoints=(thanked("ann"), thanked("ben")),
    )
    page = app(facts(waiting), "2026-09-21T09:00:00+02:00")
    assert not page.exception
    assert "Not yet" in text_of(page)
    (box,) = [box.label for box in page.expander if "waits until" in box.label]
    assert (
        "Status check to Ann Adler · Globex · waits until Tue 22 Sep: you wrote to Globex"
        in box.replace("\\", "")
    )
    page.session_state["held_status_check:g:ann"] = True
    page.run()
    assert "Held until" in text_of(page)


def test_the_debrief_is_added_in_place(app: Start, stored: Stored) -> None:
    page = app(facts(globex(interviews=(interview(specifics=()),))))
    page.button(key=f"debrief_open_{DEBRIEF}").click().run()
    page.text_area(key=f"debrief:{DEBRIEF}|said_ann").set_value("They move to Kafka")
    page.date_input(key=f"debrief:{DEBRIEF}|decision_by").set_value(at("2026-09-25 00:00").date())
    page.button(key=f"debrief_save_{DEBRIEF}").click().run()
    (held,) = stored().applications[0].interviews
    assert [(s.text, s.said_by) for s in held.specifics] == [("They move to Kafka", "ann")]
    assert [(p.kind, str(p.on), p.made_at) for p in held.promises] == [
        ("decision_by", "2026-09-25", at("2026-09-15 15:00"))
    ]
    assert f"debrief_open_{DEBRIEF}" not in keys(page)


def test_a_debrief_with_a_slip_is_refused_and_keeps_what_was_typed(
    app: Start, stored: Stored
) -> None:
    page = app(facts(globex(interviews=(interview(specifics=()),))))
    page.button(key=f"debrief_open_{DEBRIEF}").click().run()
    page.text_area(key=f"debrief:{DEBRIEF}|said_ann").set_value("They move to Kafka")
    page.date_input(key=f"debrief:{DEBRIEF}|decision_by").set_value(at("2026-09-01 00:00").date())
    page.button(key=f"debrief_save_{DEBRIEF}").click().run()
    assert stored().applications[0].interviews[0].specifics == ()
    assert "lies before the interview" in text_of(page)
    assert page.text_area(key=f"debrief:{DEBRIEF}|said_ann").value == "They move to Kafka"


def test_move_on_closes_the_application(app: Start, stored: Stored) -> None:
    quiet = globex(
        touchpoints=(
            thanked("ann"),
            thanked("ben"),
            thanked("ann").replace(id="c1", purpose="status_check", at=at("2026-09-22 09:00")),
            thanked("ann").replace(id="c2", purpose="second_check", at=at("2026-09-29 09:00")),
        )
    )
    page = app(facts(quiet), "2026-10-08T09:00:00+02:00")
    page.button(key="close_move_on:g:ann").click().run()
    outcome = stored().applications[0].outcome
    assert outcome is not None
    assert outcome.kind == "closed"
    assert "close_move_on:g:ann" not in keys(page)


def test_an_empty_file_says_what_to_do_first(app: Start) -> None:
    page = app()
    assert not page.exception
    assert {"greeting_enter", "greeting_demo"} <= keys(page)


def test_the_demo_data_is_an_ordinary_change_that_undo_takes_back(
    app: Start, stored: Stored
) -> None:
    page = app()
    page.button(key="greeting_demo").click().run()
    assert not page.exception
    assert stored().applications
    page.button(key="feedback_undo").click().run()
    assert stored().applications == ()
    assert "greeting_enter" in keys(page)


def test_when_nothing_is_due_it_says_when_the_next_thing_comes(app: Start) -> None:
    quiet = globex(touchpoints=(thanked("ann"), thanked("ben")))
    page = app(facts(quiet))
    assert "Next: Status check to Ann Adler, Globex, on Tue 22 Sep." in text_of(page)
    assert text_of(page).count("Status check") == 1


def test_what_was_sent_is_listed_with_its_text(app: Start) -> None:
    page = app(facts(globex(touchpoints=(thanked("ann"),))))
    assert "Done lately: 1" in [box.label for box in page.expander]
    page.session_state["done_lately"] = True
    page.run()
    assert "Thank you for the talk." in [text.value for text in page.text]


def test_what_was_skipped_is_listed(app: Start) -> None:
    skip = Skip(action=THANK_ANN, at=at("2026-09-16 09:00"), reason="")
    page = app(facts(skips=(skip,)))
    page.session_state["done_lately"] = True
    page.run()
    assert "Skipped thank-you (Globex)" in text_of(page)


def test_a_hostile_name_shows_as_text(app: Start) -> None:
    nasty = "![x](http://evil.example/p.png) <script>alert(1)</script> :material/home: $x$"
    page = app(facts(globex(company=nasty)))
    assert not page.exception
    shown = "\n".join(str(element.value) for element in page.markdown)
    assert "![x](" not in shown
    assert "\\!\\[x\\]" in shown


def test_a_file_that_cannot_be_read_shows_a_sentence_and_stays(app: Start, data_file: Path) -> None:
    data_file.write_bytes(b'{"cut off')
    page = app()
    assert not page.exception
    assert [box.value for box in page.error]
    assert not page.title
    assert data_file.read_bytes() == b'{"cut off'


def test_what_passed_since_something_was_done_here_is_said_once(app: Start) -> None:
    offer = received("offer", "2026-09-15 18:00", by="ann", deadline=day("2026-09-18"))
    words = "The offer of Globex ended on Fri 18 Sep."
    assert words not in text_of(app(facts(globex(touchpoints=(offer,)))))
    page = app(now="2026-09-21T10:00:00+02:00")
    assert words in text_of(page)
    page.button(key="away_got_it").click().run()
    assert words not in text_of(page)
    assert words not in text_of(app(now="2026-09-21T11:00:00+02:00"))


def test_a_day_that_is_over_asks_for_its_time_since_nobody_else_knows_it(app: Start) -> None:
    known = interview(starts_at=None, on="2026-09-14")
    page = app(facts(globex(interviews=(known,))))
    text = text_of(page)
    assert "Did you speak with Globex on Mon 14 Sep?** Its time is not entered yet." in text
    page.button(key="moved_i1").click().run()
    assert "An interview is moved" in text_of(page)
    ahead = app(facts(globex(interviews=(known.replace(on=date(2026, 9, 17)),))))
    assert "Did you speak with" not in text_of(ahead)


def test_that_one_spoke_on_a_day_is_one_click_without_a_time(
    app: Start, stored: Callable[[], Facts]
) -> None:
    page = app(
        facts(globex(interviews=(interview(starts_at=None, on="2026-09-15", specifics=()),)))
    )
    page.button(key="yes_i1").click().run()
    assert not page.exception
    assert "Did you speak with" not in text_of(page)
    (round_,) = stored().applications[0].interviews
    assert (round_.on, round_.starts_at) == (None, at("2026-09-15 12:00"))
    assert "Note down what was said" in text_of(page), "the plan goes on"


def test_of_many_such_days_the_last_ones_are_asked_about_first(app: Start) -> None:
    rounds = tuple(
        interview(starts_at=None, on=f"2026-09-{number:02}", id=f"i{number}", specifics=())
        for number in range(1, 11)
    )
    text = text_of(app(facts(globex(interviews=rounds))))
    assert text.count("Did you speak with Globex") == 3
    assert "on Thu 10 Sep?" in text
    assert "And 7 earlier interviews whose time is not entered" in text


def test_the_line_on_top_says_nothing_that_the_list_below_belies(app: Start) -> None:
    """No “nothing else is planned” above an interview that is booked, however far ahead."""
    booked = interview().replace(id="i2", starts_at=at("10-07 10:00"))
    page = app(facts(globex(interviews=(booked,))))
    text = text_of(page)
    assert "Nothing to do today." in text
    assert "Nothing else is planned either." not in text


def two_roles(**changes: Any) -> Facts:
    """Two applications at Globex whose checks are due on one day."""
    rita = Person(id="rita", name="Rita Ray", email="rita@globex.example")
    first = globex(touchpoints=(thanked("ann"), thanked("ben")))
    talk = interview(id="i2", interviewers=("rita",), specifics=())
    second = globex(
        id="h",
        role="Planner",
        people=(rita,),
        interviews=(talk,),
        touchpoints=(thanked("rita").replace(interview="i2"),),
    )
    return facts(first, second.replace(**changes))


def test_where_an_employer_has_several_applications_each_row_names_its_role(app: Start) -> None:
    page = app(two_roles(), "2026-09-22T09:00:00+02:00")
    said = text_of(page)
    assert "Globex · Data engineer · today" in said
    (box,) = [box.label.replace("\\", "") for box in page.expander if "waits" in box.label]
    assert box.startswith("Status check to Rita Ray · Globex · Planner · waits while the status ")
    assert "check to Ann Adler at Globex (Data engineer) of Tue 22 Sep is to go first" in box
    assert "today" not in box
    page.session_state["done_lately"] = True
    page.run()
    assert "Thank-you to Rita Ray · Globex · Planner" in text_of(page)
    alone = text_of(app(facts(), "2026-09-22T09:00:00+02:00"))
    assert "Globex · Data engineer" not in alone, "one application needs no role"


def test_what_came_back_is_not_done_and_the_card_says_why_it_is_to_be_sent_again(
    app: Start,
) -> None:
    back = Touchpoint(
        id="b", at=at("2026-09-15 19:00"), direction="received", purpose="bounce", bounced="t_ann"
    )
    world = facts(globex(touchpoints=(thanked("ann"), thanked("ben"), back)))
    page = app(world)
    assert "Yours of Tue 15 Sep came back undelivered." in text_of(page)
    page.session_state["done_lately"] = True
    page.run()
    said = text_of(page)
    assert "Thank-you to Ann Adler · Globex (E-mail) · :orange[came back undelivered]" in said
    assert "Thank-you to Ben Novak · Globex (E-mail)\n" in said


def test_thank_yous_that_are_written_together_name_everybody_in_their_reason(app: Start) -> None:
    said = text_of(app(facts()))
    assert "Thank 2 people" in said
    assert "You spoke with Ann Adler and Ben Novak on Tue 15 Sep; a thank-you is best" in said
