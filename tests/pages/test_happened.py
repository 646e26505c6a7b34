"""“What happened?”: the dialog, opened from an application or from Today, in few clicks."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from followup.forms.happened import KINDS
from followup.model.facts import Facts, Person
from followup.playbook.case import ending_of
from tests.builders import person, received
from tests.builders.globex import ANN, ME, at, facts, globex, interview, thanked
from tests.pages.conftest import NOW, Start, opened

PAGE = "pages/record/interviews.py"
Stored = Callable[[], Facts]
AHEAD = interview(id="i2", starts_at=at("2026-09-21 09:00"), specifics=())


def text_of(app: AppTest) -> str:
    return "\n".join(str(e.value) for e in (*app.markdown, *app.success)).replace("\\", "")


OFFER = received("offer", "09-15 12:00", by="ann")
NO = received("rejection", "08-28 09:00", by="ann")
TURNED_DOWN = facts(
    globex(interviews=(interview(starts_at=at("2026-08-25 14:00")),), touchpoints=(NO,))
)


def dialogs_of(page: AppTest) -> set[str]:
    """The titles of the dialogs that are open."""
    return {block.proto.dialog.title.replace("\\", "") for block in page.get("dialog")}


def begun(app: Start, kind: str, stored: Facts | None = None) -> AppTest:
    page = opened(app, PAGE, stored or facts(), application="g")
    page.button(key="what_happened_g").click().run()
    page.button(key=f"happened-button:g|kind_{kind}").click().run()
    assert not page.exception
    return page


def logged(page: AppTest) -> AppTest:
    page.button(key="happened-button:g|go").click().run()
    assert not page.exception
    return page


def test_what_ended_at_this_very_moment_is_reopened_by_the_later_record(
    app: Start, stored: Stored
) -> None:
    page = logged(begun(app, "rejected"))
    page.button(key="reopen_g").click().run()
    assert "is active again" in text_of(page)
    assert "reopen_g" not in {button.key for button in page.button}


def test_what_ended_is_reopened_where_one_logs_and_the_story_has_it(
    app: Start, stored: Stored
) -> None:
    page = logged(begun(app, "reopened", TURNED_DOWN))
    assert "Logged: Globex goes on. It is active again." in text_of(page)
    assert [each for each in page.expander if "it goes on" in each.label], "in the story"
    page.button(key="not_reopened_g").click().run()
    assert stored().applications[0].reopened_at is None
    assert "reopen_g" in {button.key for button in page.button}, "it has ended again"


def test_an_invitation_after_a_rejection_says_that_it_goes_on(app: Start) -> None:
    page = begun(app, "next_round", TURNED_DOWN)
    page.button(key="quick:happened:g|day|In a week").click().run()
    words = "Logged: Globex invited you to an interview. It is active again."
    assert words in text_of(logged(page))


def test_an_address_that_is_right_stays_though_a_message_came_back(
    app: Start, stored: Stored
) -> None:
    world = facts(globex(touchpoints=(thanked("ann"),)))
    page = begun(app, "bounced", world)
    page.checkbox(key="happened:g|right_address").check().run()
    logged(page)
    (g,) = stored().applications
    assert (g.people[0].email, g.touchpoints[-1].purpose) == ("ann@globex.example", "bounce")


def test_the_story_shows_how_a_text_begins_and_an_edit_of_nothing_says_nothing(
    app: Start, stored: Stored
) -> None:
    page = opened(app, PAGE, facts(globex(touchpoints=(thanked("ann"),))), application="g")
    assert [each for each in page.expander if "Thank you for the talk" in each.label]
    page.button(key="mend-button:t_ann|edit").click().run()
    page.button(key="mend-button:t_ann|save").click().run()
    assert "Saved:" not in text_of(page)
    assert "mend-button:t_ann|save" not in {button.key for button in page.button}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_opens_and_logs_or_says_what_is_missing(app: Start, kind: str) -> None:
    world = facts(globex(interviews=(interview(), AHEAD), touchpoints=(thanked("ann"), OFFER)))
    page = logged(begun(app, kind, TURNED_DOWN if kind == "reopened" else world))
    said = text_of(page)
    assert "Logged: " in said or ":material/error:" in said


def test_a_day_that_they_named_is_one_click(app: Start, stored: Stored) -> None:
    page = begun(app, "date")
    logged(page)
    assert "Until which day do they need?" in text_of(page)
    page.button(key="quick:happened:g|until|In a week").click().run()
    assert page.date_input(key="happened:g|until").value == date(2026, 9, 23)
    logged(page)
    (message,) = stored().applications[0].touchpoints
    assert (message.purpose, message.promises[0].on) == ("update", date(2026, 9, 23))
    assert message.people == ("ann",)
    assert "happened-button:g|go" not in {button.key for button in page.button}
    assert "they would decide by Wed 23 Sep" in text_of(page)


def test_news_that_ask_for_something_are_said_to_be_both(app: Start, stored: Stored) -> None:
    page = begun(app, "replied", facts(globex(touchpoints=(thanked("ann"),))))
    assert page.radio(key="happened:g|received_as").value == "reply"
    page.radio(key="happened:g|received_as").set_value("update").run()
    page.radio(key="happened:g|asks").set_value("Something I send").run()
    page.text_input(key="happened:g|what").set_value("the case study").run()
    logged(page)
    assert "Logged: news from Globex, who ask for the case study." in text_of(page)
    assert stored().applications[0].touchpoints[-1].purpose == "update"


def test_an_invitation_for_a_fixed_day_says_that_they_want_an_answer(
    app: Start, stored: Stored
) -> None:
    page = begun(app, "next_round")
    page.button(key="quick:happened:g|day|Fri 18 Sep").click().run()
    page.checkbox(key="happened:g|wants").check().run()
    logged(page)
    assert stored().applications[0].touchpoints[-1].wants_answer


def test_a_day_that_is_no_quick_one_is_typed(app: Start, stored: Stored) -> None:
    page = begun(app, "date")
    page.date_input(key="happened:g|until").set_value(date(2026, 9, 29)).run()
    logged(page)
    assert stored().applications[0].touchpoints[0].promises[0].on == date(2026, 9, 29)


def test_a_rejection_takes_the_checks_away_and_undo_brings_them_back(
    app: Start, stored: Stored
) -> None:
    page = begun(app, "rejected")
    assert "Status check" in text_of(page)
    logged(page)
    ending = ending_of(stored().applications[0], ME, at("2026-09-16 10:00"))
    assert ending is not None
    assert ending.kind == "rejected"
    assert "Answer the rejection" in text_of(page)
    page.button(key="feedback_undo").click().run()
    assert stored().applications == (globex(),)
    assert "Status check" in text_of(page)


def test_a_rejection_says_that_it_calls_off_what_lies_ahead(app: Start, stored: Stored) -> None:
    page = begun(app, "rejected", facts(globex(interviews=(interview(), AHEAD))))
    assert "It calls off what lies ahead: Interview, Mon 21 Sep, 09:00." in text_of(page)
    logged(page)
    assert [i.state for i in stored().applications[0].interviews] == ["scheduled", "cancelled"]


def test_a_next_round_on_a_day_without_a_time_with_those_who_will_be_there(
    app: Start, stored: Stored
) -> None:
    page = begun(app, "next_round")
    page.button(key="quick:happened:g|day|Fri 18 Sep").click().run()
    page.text_input(key="happened:g|somebody").set_value("Cleo Duval").run()
    logged(page)
    (g,) = stored().applications
    assert g.interviews[-1].on == date(2026, 9, 18)
    assert g.people[-1].name == "Cleo Duval"
    assert g.people[-1].id in g.interviews[-1].interviewers


def test_a_moved_interview_gets_its_new_time(app: Start, stored: Stored) -> None:
    page = begun(app, "moved", facts(globex(interviews=(interview(), AHEAD))))
    page.button(key="quick:happened:g|day|In a week").click().run()
    page.time_input(key="happened:g|time").set_value(time(11)).run()
    logged(page)
    _, old, new = stored().applications[0].interviews
    assert (old.state, new.starts_at) == ("moved", at("2026-09-23 11:00"))


def proposing(app: Start) -> AppTest:
    """They have proposed two times, on a Wednesday at ten."""
    page = begun(app, "next_round")
    page.radio(key="happened:g|new").set_value("They propose times").run()
    page.text_area(key="happened:g|proposed").set_value("Wed 10:00 or Fri 18 Sep at 3 pm").run()
    logged(page)
    return page


def test_of_the_times_that_they_propose_one_is_taken_by_a_click(app: Start, stored: Stored) -> None:
    page = proposing(app)
    take = [b for b in page.button if (b.key or "").startswith("take_g_")]
    assert [button.label for button in take] == ["Fri 18 Sep, 15:00", "Wed 23 Sep, 10:00"]
    take[1].click().run()
    (g,) = stored().applications
    assert g.interviews[-1].starts_at == at("2026-09-23 10:00")
    assert g.touchpoints[-1].interview == g.interviews[-1].id
    assert not [b for b in page.button if (b.key or "").startswith("take_g_")]


def test_the_answer_says_the_time_that_is_chosen_and_enters_it_with_one_undo(
    app: Start, stored: Stored
) -> None:
    page = proposing(app)
    page.switch_page("pages/plan/today.py").run()
    (key,) = (b.key for b in page.button if (b.key or "").startswith("compose_reply"))
    action = str(key).removeprefix("compose_")
    page.switch_page("pages/write/compose.py")
    page.query_params["action"] = action
    page.run()
    body = page.text_area(key=f"compose_body_{action}").value or ""
    assert "18 September" not in body
    assert "Proposed (" not in body, "nobody wrote that"
    slots = page.button_group(key=f"compose_agreed_{action}")
    assert len(slots.options) == 2
    chosen = at("2026-09-18 15:00").isoformat()
    slots.set_value(chosen).run()
    assert not page.exception
    said = page.text_area(key=f"compose_body_{action}").value or ""
    assert "Friday 18 September at 15:00" in said
    assert "still to be written" not in text_of(page)
    page.button(key=f"compose_sent_{action}").click().run()
    assert not page.exception
    g = stored().applications[0]
    assert (g.interviews[-1].starts_at, g.touchpoints[-1].purpose) == (
        at("2026-09-18 15:00"),
        "reply",
    )
    page.button(key="feedback_undo").click().run()
    assert len(stored().applications[0].interviews) == len(g.interviews) - 1
    assert page.button_group(key=f"compose_agreed_{action}").value == chosen, "as the text has it"
    st.cache_resource.clear()
    fresh = opened(app, "pages/write/compose.py", stored(), action=action)
    assert fresh.button_group(key=f"compose_agreed_{action}").value == chosen, "another session"


def test_where_the_answer_left_it_open_today_asks_which_time_it_is(
    app: Start, stored: Stored
) -> None:
    page = proposing(app)
    page.switch_page("pages/plan/today.py").run()
    assert not [b for b in page.button if (b.key or "").startswith("take_g_")]
    next(b for b in page.button if (b.key or "").startswith("done_reply")).click().run()
    take = [b for b in page.button if (b.key or "").startswith("take_g_")]
    assert [button.label for button in take] == ["Fri 18 Sep, 15:00", "Wed 23 Sep, 10:00"]
    take[0].click().run()
    assert stored().applications[0].interviews[-1].starts_at == at("2026-09-18 15:00")


def test_whom_the_first_invitation_names_hold_the_round_whose_time_is_taken_later(
    app: Start, stored: Stored
) -> None:
    rita = Person(id="rita", name="Rita", role="recruiter", email="rita@globex.example")
    page = begun(app, "next_round", facts(globex(people=(rita, ANN), interviews=())))
    page.radio(key="happened:g|new").set_value("They propose times").run()
    page.text_area(key="happened:g|proposed").set_value("Fri 18 Sep at 3 pm").run()
    logged(page)
    next(b for b in page.button if (b.key or "").startswith("take_g_")).click().run()
    assert stored().applications[0].interviews[0].interviewers == (ANN.id,)


def test_of_new_times_for_a_moved_interview_one_is_taken_too(app: Start, stored: Stored) -> None:
    onsite = AHEAD.replace(round="On-site", location="Leipzig")
    page = begun(app, "moved", facts(globex(interviews=(interview(), onsite))))
    page.radio(key="happened:g|new").set_value("They propose times").run()
    page.text_area(key="happened:g|proposed").set_value("tomorrow 9am / 11am").run()
    logged(page)
    (_, take) = [b for b in page.button if (b.key or "").startswith("take_g_")]
    take.click().run()
    *_, new = stored().applications[0].interviews
    assert (new.starts_at, new.round, new.location) == (
        at("2026-09-17 11:00"),
        "On-site",
        "Leipzig",
    )


def test_a_no_show_is_of_an_interview_that_has_begun(app: Start, stored: Stored) -> None:
    logged(begun(app, "no_show", facts(globex(interviews=(AHEAD, interview())))))
    assert [i.state for i in stored().applications[0].interviews] == ["scheduled", "no_show"]


def test_what_they_asked_is_answered_by_what_i_wrote(app: Start, stored: Stored) -> None:
    question = received("reply", "2026-09-16 09:00", by="ann", wants_answer=True, id="q")
    page = begun(app, "wrote", facts(globex(touchpoints=(question,))))
    page.radio(key="happened:g|channel").set_value("phone").run()
    logged(page)
    answer = stored().applications[0].touchpoints[-1]
    assert (answer.purpose, answer.promise, answer.channel) == ("reply", "q", "phone")


def test_an_answer_of_weeks_ago_is_said_in_the_same_words_in_the_dialog_the_story_and_its_edit(
    app: Start, stored: Stored
) -> None:
    page = begun(app, "wrote", TURNED_DOWN)
    what = page.selectbox(key="happened:g|sent_for")
    assert {"Answer to a rejection", "Reply", "Thank-you", "Status check"} <= set(what.options)
    page.radio(key="happened:g|when").set_value("Earlier…").run()
    page.datetime_input(key="happened:g|at").set_value(datetime(2026, 8, 28, 12)).run()  # noqa: DTZ001
    ticks = [box for box in page.checkbox if "|serves_" in (box.key or "")]
    assert ticks[0].label == "Answer the rejection", "what was to be done on that day comes first"
    page.selectbox(key="happened:g|sent_for").set_value("rejection_reply").run()
    logged(page)
    assert "Logged: your answer to the rejection, to Ann Adler (Globex)." in text_of(page)
    answer = stored().applications[0].touchpoints[-1]
    assert (answer.purpose, answer.at) == ("rejection_reply", at("2026-08-28 12:00"))
    page.button(key=f"mend-button:{answer.id}|edit").click().run()
    edit = page.selectbox(key=f"mend:{answer.id}|purpose")
    assert edit.options == sorted(what.options, key=edit.options.index)
    assert edit.value == "rejection_reply"


def test_what_was_ticked_stays_whatever_day_is_chosen(app: Start, stored: Stored) -> None:
    page = begun(app, "wrote", facts(globex(interviews=(interview(), AHEAD))))
    (thanks, *_) = [box for box in page.checkbox if "|serves_thank_you" in (box.key or "")]
    thanks.check().run()
    page.radio(key="happened:g|when").set_value("2026-09-11").run()
    logged(page)
    assert stored().applications[0].touchpoints[-1].purpose == "thank_you"


def test_yesterday_is_a_click_and_its_time_can_be_mended(app: Start, stored: Stored) -> None:
    page = begun(app, "replied")
    page.radio(key="happened:g|when").set_value("Yesterday").run()
    logged(page)
    assert stored().applications[0].touchpoints[0].at == at("2026-09-15 12:00")


def test_thanks_from_before_the_interview_was_entered_take_two_clicks_and_the_log(
    app: Start, stored: Stored
) -> None:
    page = opened(app, PAGE, facts(), application="g")
    page.button(key="thanked_i1").click().run()
    page.radio(key="happened:g|when").set_value("2026-09-13").run()
    logged(page)
    sent = stored().applications[0].touchpoints
    assert {(t.purpose, t.interview, t.people) for t in sent} == {
        ("thank_you", "i1", ("ann",)),
        ("thank_you", "i1", ("ben",)),
    }
    assert {t.at for t in sent} == {at("2026-09-13 12:00")}


def test_thanks_for_an_interview_of_weeks_ago_begin_on_the_day_after_it(
    app: Start, stored: Stored
) -> None:
    old = facts(globex(interviews=(interview(starts_at=at("2026-08-25 14:00")),)))
    page = opened(app, PAGE, old, application="g")
    page.button(key="thanked_i1").click().run()
    logged(page)
    assert {t.at for t in stored().applications[0].touchpoints} == {at("2026-08-26 12:00")}


def test_thanks_for_an_interview_of_yesterday_begin_now(app: Start, stored: Stored) -> None:
    page = opened(app, PAGE, facts(), application="g")
    page.button(key="thanked_i1").click().run()
    assert page.radio(key="happened:g|when").value == "Just now"


def test_what_is_logged_late_has_its_days_from_the_day_of_the_message(
    app: Start, stored: Stored
) -> None:
    page = begun(app, "date")
    page.radio(key="happened:g|when").set_value("2026-09-11").run()
    page.button(key="quick:happened:g|until|Two weeks later").click().run()
    logged(page)
    (message,) = stored().applications[0].touchpoints
    assert (message.at, message.promises[0].on) == (at("2026-09-11 12:00"), date(2026, 9, 25))


def test_an_interview_of_this_very_day_and_who_left_before_the_message_are_a_click(
    app: Start,
) -> None:
    page = begun(app, "next_round")
    page.button(key="quick:happened:g|day|Today").click().run()
    assert page.date_input(key="happened:g|day").value == date(2026, 9, 16)
    page = begun(app, "left")
    page.button(key="quick:happened:g|since|Mon 31 Aug").click().run()
    assert page.date_input(key="happened:g|since").value == date(2026, 8, 31)


def test_an_earlier_day_begins_before_those_that_are_offered(app: Start) -> None:
    page = begun(app, "replied")
    page.radio(key="happened:g|when").set_value("Earlier…").run()
    begins = page.datetime_input(key="happened:g|at").value
    assert begins
    assert begins.date() < date(2026, 9, 10), "the first of the days to click"


def test_a_day_that_was_chosen_stays_where_the_dialog_is_gone_on_with_a_week_later(
    app: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begun(app, "replied")
    page.radio(key="happened:g|when").set_value("2026-09-13").run()
    page.text_area(key="happened:g|text").set_value("They will see").run()
    monkeypatch.setenv("FOLLOWUP_NOW", "2026-09-23T10:00:00+02:00")
    page.run()
    assert page.radio(key="happened:g|when").value == "Earlier…"
    assert page.datetime_input(key="happened:g|at").value == datetime(2026, 9, 13, 12)  # noqa: DTZ001


def test_they_called_is_a_kind_of_its_own_that_sets_the_channel(app: Start, stored: Stored) -> None:
    page = opened(app, PAGE, facts(), application="g")
    page.button(key="what_happened_g").click().run()
    page.button(key="happened-button:g|aloud_offer").click().run()
    assert page.radio(key="happened:g|channel").value == "phone"
    page.button(key="happened-button:g|other").click().run()
    page.button(key="happened-button:g|kind_offer").click().run()
    assert page.radio(key="happened:g|channel").value == "email"
    page.button(key="happened-button:g|other").click().run()
    page.button(key="happened-button:g|aloud_replied").click().run()
    assert "They called" in text_of(page)
    logged(page)
    assert stored().applications[0].touchpoints[-1].channel == "phone"


def test_today_opens_the_dialog_of_an_application_by_one_click(app: Start, stored: Stored) -> None:
    page = app(facts(globex(), globex(id="h", company="Initech", people=(), interviews=())))
    page.button(key="today_happened_h").click().run()
    assert dialogs_of(page) == {"What happened at Initech?"}
    page = app(facts())
    assert "today_happened_g" not in {button.key for button in page.button}, "the bar has it"


def test_a_wrong_choice_is_one_click_back(app: Start) -> None:
    page = begun(app, "rejected")
    page.button(key="happened-button:g|other").click().run()
    assert "happened-button:g|kind_offer" in {button.key for button in page.button}


def test_what_happened_is_logged_from_today_for_any_application(app: Start, stored: Stored) -> None:
    page = app(facts(globex(), globex(id="h", company="Initech", people=(), interviews=())))
    page.button(key="today_what_happened").click().run()
    page.button(key="happened_at_g").click().run()
    page.button(key="happened-button:g|kind_closed").click().run()
    logged(page)
    outcome = stored().applications[0].outcome
    assert outcome is not None
    assert outcome.kind == "closed"


def test_of_one_application_nobody_asks_which(app: Start) -> None:
    page = app(facts())
    page.button(key="today_what_happened").click().run()
    assert page.selectbox(key="happened_where").value == "g"
    assert "happened-button:g|kind_closed" in {button.key for button in page.button}


def test_two_applications_of_one_name_can_be_told_apart_where_one_logs(app: Start) -> None:
    page = app(facts(globex(), globex(id="h", people=(), interviews=())))
    page.button(key="today_what_happened").click().run()
    options = page.selectbox(key="happened_where").options
    assert options == ["Globex · Data engineer", "Globex · Data engineer (2)"]


def test_where_an_employer_has_two_roles_the_dialog_and_its_line_say_which(app: Start) -> None:
    two = facts(globex(), globex(id="h", role="Analyst", people=(), interviews=()))
    for kind, line in (
        ("accepted", "Logged: you accepted at Globex (Data engineer)."),
        ("wrote", "Logged: your message to Ann Adler (Globex, Data engineer)."),
    ):
        page = begun(app, kind, two)
        assert "What happened at Globex, Data engineer?" in dialogs_of(page)
        assert line in text_of(logged(page))


def test_an_employer_that_nobody_named_is_called_by_its_agency_or_as_unnamed(app: Start) -> None:
    lea = person("Lea Hart", "agency")
    for company, people, label, inside in (
        ("?", (lea,), "Client of Lea Hart", "a client of Lea Hart"),
        ("Confidential", (), "Unnamed employer", "an unnamed employer"),
    ):
        page = begun(app, "closed", facts(globex(company=company, people=people, interviews=())))
        assert label in {title.value for title in page.title}
        assert f"What happened at {inside}, Data engineer?" in dialogs_of(page)
        assert f"Logged: {inside} is closed (Data engineer)." in text_of(logged(page))


@pytest.mark.parametrize(
    "page", ["plan/today", "plan/calendar", "plan/timeline", "record/interviews"]
)
def test_no_page_calls_an_employer_that_nobody_named_a_question_mark(app: Start, page: str) -> None:
    unknown = globex(company="?", people=(*globex().people, person("Lea Hart", "agency")))
    shown = app(facts(unknown), page=f"pages/{page}.py")
    texts = [str(e.value) for e in (*shown.markdown, *shown.title)]
    texts += [e.label for e in (*shown.expander, *shown.button, *shown.multiselect)]
    texts += [option for e in shown.multiselect for option in e.options]
    assert any("lient of Lea Hart" in text for text in texts) or page == "plan/calendar"
    assert not [text for text in texts if "· ?" in text or "**?" in text or text == "?"]


def test_names_and_texts_are_shown_as_written(app: Start) -> None:
    nasty = "![x](http://evil.example/a.png) *b* :material/home:"
    ann, ben = globex().people
    world = globex(
        company=nasty,
        people=(ann.replace(name=nasty), ben),
        interviews=(interview(round=nasty), AHEAD.replace(round=nasty)),
        touchpoints=(
            thanked("ann"),
            OFFER,
            received("reply", NOW[:16].replace("T", " "), by="ann", wants_answer=True, text=nasty),
        ),
    )
    for kind in set(KINDS) - {"reopened"}:
        page = begun(app, kind, facts(world))
        raw = [str(e.value) for e in page.markdown]
        raw += [e.label for e in (*page.button, *page.checkbox, *page.radio)]
        raw += [option for e in page.radio for option in e.options]
        assert not [text for text in raw if "![x]" in text or " :material/home:" in text], kind
