"""Today: what is due and why, and what each button does to the file and the plan."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from followup.exchange.demo import demo_facts
from followup.model.facts import Facts, Promise, Skip, Snooze
from tests.pages.conftest import NOW, Start
from tests.pages.samples import at, facts, globex, interview, thanked

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


def test_what_is_due_is_on_top_with_its_reason(app: Start) -> None:
    page = app(facts())
    assert not page.exception
    assert "Thank Ann Adler" in text_of(page)
    assert "2 due today" in text_of(page)
    assert {f"compose_{THANK_ANN}", f"done_{THANK_ANN}"} <= keys(page)


def test_the_headline_tells_overdue_from_due_since_earlier_and_due_today(app: Start) -> None:
    text = text_of(app(demo_facts(datetime.fromisoformat(NOW))))
    assert (
        "**1 overdue**, **4 due since earlier**, **7 due today**, 11 optional (1 overdue)" in text
    )


def test_the_coming_days_count_what_the_calendar_shows(app: Start) -> None:
    page = app(demo_facts(datetime.fromisoformat(NOW)))
    boxes = [m.value for m in page.markdown if re.match(r"\*\*[A-Z][a-z]{2}\*\* \d", m.value)]
    strip = {box[2:5]: box for box in boxes}
    assert "3 to do" in strip["Thu"]  # a promised material is due, two windows open
    assert "free" in strip["Sun"]
    assert "1 interview" in strip["Mon"]
    assert "1 to do" in strip["Mon"]  # what was held may go
    assert "1 promise" in strip["Tue"]


def test_coming_days_with_nothing_but_what_is_called_off_are_not_shown(app: Start) -> None:
    off = interview(starts_at=at("2026-09-18 14:00"), state="cancelled", specifics=())
    page = app(facts(globex(interviews=(off,))))
    assert "The coming seven days" not in text_of(page)


def test_an_interview_later_today_stands_on_top(app: Start) -> None:
    page = app(facts(globex(interviews=(interview(starts_at=at("2026-09-16 14:00")),))))
    assert "Interview today, 14:00" in text_of(page)


def test_done_logs_what_was_sent_and_the_action_goes_away(app: Start, stored: Stored) -> None:
    page = app(facts())
    page.button(key=f"done_{THANK_ANN}").click().run()
    (sent,) = stored().applications[0].touchpoints
    assert (sent.purpose, sent.people, sent.interview) == ("thank_you", ("ann",), "i1")
    assert sent.at == at("2026-09-16 10:00")
    assert f"done_{THANK_ANN}" not in keys(page)
    assert "Marked as sent: thank-you to Ann Adler." in text_of(page)


def test_undo_brings_the_action_back(app: Start, stored: Stored) -> None:
    page = app(facts())
    page.button(key=f"done_{THANK_ANN}").click().run()
    page.button(key="feedback_undo").click().run()
    assert stored().applications[0].touchpoints == ()
    assert f"done_{THANK_ANN}" in keys(page)
    assert "feedback_undo" not in keys(page)
    assert "Undone: “Marked as sent: thank-you to Ann Adler”." in text_of(page)


def test_a_change_of_many_dates_names_the_first_and_lists_them_all(app: Start) -> None:
    page = app()
    page.button(key="greeting_demo").click().run()
    said = [str(m.value).replace("\\", "") for m in page.markdown]
    (bar,) = [words for words in said if words.startswith(":small[New: ")]
    (all_,) = [words for words in said if words.startswith("- New: ")]
    labels = [str(box.proto.popover.label) for box in page.get("popover")]
    rest = all_.count("New: ") - bar.count("New: ")
    assert rest > 1
    assert f"And {rest} more changes of the plan" in labels


def test_undo_is_offered_on_the_next_page_too_until_it_is_dismissed(app: Start) -> None:
    page = app(facts())
    page.button(key=f"done_{THANK_ANN}").click().run()
    page.switch_page("pages/record/settings.py").run()
    assert "feedback_undo" in keys(page)
    page.button(key="feedback_dismiss").click().run()
    assert "feedback_undo" not in keys(page)


def test_done_at_another_time_and_by_another_channel(app: Start, stored: Stored) -> None:
    page = app(facts())
    page.session_state[f"more_{THANK_ANN}"] = True
    page.run()
    page.datetime_input(key=f"sent_at_{THANK_ANN}").set_value(
        at("2026-09-15 19:30").replace(tzinfo=None)
    )
    page.selectbox(key=f"sent_channel_{THANK_ANN}").select("in_person")
    page.button(key=f"sent_{THANK_ANN}").click().run()
    (sent,) = stored().applications[0].touchpoints
    assert (sent.at, sent.channel) == (at("2026-09-15 19:30"), "in_person")


def test_a_moment_ahead_is_refused_and_the_entry_stays(app: Start, stored: Stored) -> None:
    page = app(facts())
    page.session_state[f"more_{THANK_ANN}"] = True
    page.run()
    ahead = at("2026-09-17 08:00").replace(tzinfo=None)
    page.datetime_input(key=f"sent_at_{THANK_ANN}").set_value(ahead)
    page.button(key=f"sent_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints == ()
    assert "That moment lies ahead" in text_of(page)
    assert page.session_state[f"sent_at_{THANK_ANN}"] == ahead


def test_snooze_until_tomorrow(app: Start, stored: Stored) -> None:
    page = app(facts())
    page.session_state[f"snooze_{THANK_ANN}"] = True
    page.run()
    page.button(key=f"snooze_0_{THANK_ANN}").click().run()
    (snooze,) = stored().snoozes
    assert (snooze.action, snooze.until) == (THANK_ANN, at("2026-09-17 00:00"))
    assert f"done_{THANK_ANN}" not in keys(page)
    assert "snooze: Snoozed] Thank Ann Adler" in text_of(page)


def test_a_snooze_can_be_ended_early_and_that_be_undone(app: Start, stored: Stored) -> None:
    asleep = Snooze(action=THANK_ANN, until=at("2026-09-18 00:00"))
    page = app(facts(snoozes=(asleep,)))
    assert f"done_{THANK_ANN}" not in keys(page)
    page.button(key=f"wake_{THANK_ANN}").click().run()
    assert stored().snoozes == ()
    assert f"done_{THANK_ANN}" in keys(page)
    page.button(key="feedback_undo").click().run()
    assert stored().snoozes == (asleep,)


def test_what_is_snoozed_for_longer_is_not_out_of_sight(app: Start, stored: Stored) -> None:
    page = app(facts(snoozes=(Snooze(action=THANK_ANN, until=at("2026-09-27 00:00")),)))
    assert [box.label for box in page.expander if "Snoozed" in box.label]
    page.session_state["snoozed"] = True
    page.run()
    page.button(key=f"wake_{THANK_ANN}").click().run()
    assert stored().snoozes == ()


def test_at_most_three_things_stand_on_top_with_a_main_button(app: Start) -> None:
    page = app(demo_facts(datetime.fromisoformat(NOW)))
    text = text_of(page)
    top = text[text.index("Do now") :] if "Do now" in text else text
    assert top
    assert len([b for b in page.button if b.proto.type == "primary"]) <= 3


def test_the_same_optional_action_for_many_stands_in_one_closed_box(app: Start) -> None:
    page = app(demo_facts(datetime.fromisoformat(NOW)))
    boxes = [box.label.replace("\\", "") for box in page.expander]
    (box,) = [label for label in boxes if label.startswith("Ask ")]
    assert "Ask 9 others whether they can decide before Thu 24 Sep" in box
    assert not [key for key in keys(page) if key.startswith("compose_expedite")]
    page.session_state["batch_now_expedite"] = True
    page.run()
    assert len([key for key in keys(page) if key.startswith("compose_expedite")]) == 9


def test_what_happened_is_logged_from_here_for_any_application(app: Start, stored: Stored) -> None:
    page = app(facts())
    page.session_state["today_log"] = True
    page.run()
    page.selectbox(key="today_log_application").select_index(0).run()
    page.radio(key="happened:g|kind").set_value("rejected").run()
    page.button(key="happened-button:g|go").click().run()
    assert not page.exception
    outcome = stored().applications[0].outcome
    assert outcome is not None
    assert outcome.kind == "rejected"


def test_skip_with_a_reason(app: Start, stored: Stored) -> None:
    page = app(facts())
    page.session_state[f"more_{THANK_ANN}"] = True
    page.run()
    page.text_input(key=f"skip_reason_{THANK_ANN}").set_value("we spoke")
    page.button(key=f"skip_{THANK_ANN}").click().run()
    assert [(skip.action, skip.reason) for skip in stored().skips] == [(THANK_ANN, "we spoke")]
    assert f"done_{THANK_ANN}" not in keys(page)
    assert "Skipped thank-you (Globex): we spoke" in text_of(page)


def test_what_must_wait_says_why(app: Start) -> None:
    waiting = globex(
        interviews=(
            interview(promises=(Promise(id="p", kind="decision_by", on=date(2026, 9, 18)),)),
        ),
        touchpoints=(thanked("ann"), thanked("ben")),
    )
    page = app(facts(waiting), "2026-09-21T09:00:00+02:00")
    assert not page.exception
    assert "Not now" in text_of(page)


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
    assert "Next comes the status check to" in text_of(page)


def test_what_was_sent_is_listed_with_its_text(app: Start) -> None:
    page = app(facts(globex(touchpoints=(thanked("ann"),))))
    assert "Done lately" in text_of(page)
    assert "Thank you for the talk." in [text.value for text in page.text]


def test_what_was_skipped_is_listed(app: Start) -> None:
    skip = Skip(action=THANK_ANN, at=at("2026-09-16 09:00"), reason="")
    assert "Skipped thank-you (Globex)" in text_of(app(facts(skips=(skip,))))


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
