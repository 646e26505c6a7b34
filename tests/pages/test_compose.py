"""Compose: from the action to the text, out of here, and back with what was sent."""

import json
import threading
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import DownloadButton, LinkButton

from followup.model.beside import Template
from followup.model.facts import Facts, Person, Specific, Touchpoint
from followup.model.settings import Me
from tests.builders import received
from tests.builders.globex import ANN, BEN, ME, at, facts, globex, interview, thanked
from tests.pages.conftest import Start
from tests.pages.test_today import keys, text_of, with_menu

Stored = Callable[[], Facts]
PAGE = "pages/write/compose.py"
THANK_ANN = "thank_you:g:i1:ann"
THANK_BEN = "thank_you:g:i1:ben"


def body(app: AppTest, key: str = THANK_ANN) -> str:
    return app.text_area(key=f"compose_body_{key}").value or ""


def compose(app: Start, file: Facts, key: str = THANK_ANN, **options: object) -> AppTest:
    """The composer as its address opens it."""
    page = app(file, page=PAGE, **options)
    page.query_params["action"] = key
    return page.run()


def test_the_address_chooses_the_action_and_the_text_is_filled_from_the_facts(app: Start) -> None:
    page = compose(app, facts(), THANK_BEN)
    assert not page.exception
    assert page.selectbox(key="compose_action").value == THANK_BEN
    assert "Ben" in body(page, THANK_BEN)
    assert "Kim Doe" in body(page, THANK_BEN)
    assert "ben@globex.example" in text_of(page)


def test_without_an_address_the_first_due_action_is_chosen(app: Start) -> None:
    page = app(facts(), page=PAGE)
    assert page.selectbox(key="compose_action").value in {THANK_ANN, THANK_BEN}


def test_an_action_that_is_not_there_is_said_and_no_other_takes_its_place(app: Start) -> None:
    page = compose(app, facts(), "thank_you:gone:i1:ann")
    assert not page.exception
    assert "That is no longer due" in text_of(page)
    assert page.selectbox(key="compose_action").value is None
    assert not [name for name in keys(page) if name.startswith("compose_sent")]
    page.selectbox(key="compose_action").select(THANK_BEN).run()
    assert "That is no longer" not in text_of(page)
    assert "Ben" in body(page, THANK_BEN)


def test_what_was_answered_is_said_to_be_and_what_was_undone_is_no_longer_due(app: Start) -> None:
    page = compose(app, facts(globex(touchpoints=(thanked("ben"),))), THANK_BEN)
    assert "no longer on your list: it was answered or skipped." in text_of(page)
    page = compose(app, facts(globex()), "rejection_reply:g:ann")
    assert "That is no longer due: what it was for was undone" in text_of(page)
    assert "answered or skipped" not in text_of(page)


def test_the_chips_choose_what_goes_in(app: Start) -> None:
    more = Specific(
        id="s2", text="the team meets in Leipzig every quarter", frame="that", said_by="ann"
    )
    said = (*interview().specifics, more)
    page = compose(app, facts(globex(interviews=(interview(specifics=said),))))
    page.multiselect(key=f"compose_specifics_{THANK_ANN}").set_value(["s1"]).run()
    assert "Kafka" in body(page)
    assert "Leipzig" not in body(page)
    page.multiselect(key=f"compose_specifics_{THANK_ANN}").set_value(["s2"]).run()
    assert "Leipzig" in body(page)


def test_an_answer_to_an_offer_takes_up_what_was_said_so_it_is_offered(app: Start) -> None:
    offer = received("offer", "2026-09-16 09:00", by="ann")
    said = interview().specifics[0].replace(ties_to="dozens of moves")
    world = globex(interviews=(interview(specifics=(said,)),), touchpoints=(offer,))
    page = compose(app, facts(world), "offer_reply:g:ann")
    assert "Ann" in body(page, "offer_reply:g:ann")
    assert "What was said: choose what goes in" in [each.label for each in page.multiselect]
    assert "What you bring to it" not in text_of(page), "nor is one found wanting"


def test_a_letter_that_takes_up_none_of_what_is_chosen_says_so(app: Start) -> None:
    mine = Template(id="t1", kind="thank_you", name="Mine", subject="Thanks", body="{{ greeting }}")
    page = compose(app, facts(templates=(mine,)))
    assert page.multiselect(key=f"compose_specifics_{THANK_ANN}").value == ["s1"]
    assert "takes none of it up" in page.caption[0].value
    page.multiselect(key=f"compose_specifics_{THANK_ANN}").set_value([]).run()
    assert not page.caption


def test_a_letter_without_a_thought_asks_for_one_and_takes_it_at_once(
    app: Start, stored: Stored
) -> None:
    page = compose(app, facts())
    asked = f"compose_thought_s1_{THANK_ANN}"
    assert page.text_input(key=asked).value == ""
    page.button(key=f"compose_begin_0_{THANK_ANN}").click().run()
    assert page.text_input(key=asked).value == "I would begin with "
    page.text_input(key=asked).set_value("I would begin with").run()
    assert "finish the sentence" in text_of(page)
    assert stored().applications[0].interviews[0].specifics[0].ties_to == ""
    page.text_input(key=asked).set_value("I would begin with the invoices").run()
    assert "I would begin with the invoices." in body(page)
    (said,) = stored().applications[0].interviews[0].specifics
    assert (said.text, said.ties_to) == (
        "the move of billing to Kafka",
        "I would begin with the invoices",
    )
    assert asked not in keys(page), "it has one now"
    again = next(each for each in page.text_input if "compose_again_" in str(each.key))
    assert again.value == "I would begin with the invoices"
    again.set_value("I would begin with the reports").run()
    page.button(key=f"compose_keep_again_s1_{THANK_ANN}").click().run()
    assert "I would begin with the reports" in body(page)
    page.button(key="feedback_undo").click().run()
    assert "I would begin with the invoices." in body(page)
    next(each for each in page.text_input if "_again_" in str(each.key)).set_value("").run()
    page.button(key=f"compose_keep_again_s1_{THANK_ANN}").click().run()
    assert "invoices" not in body(page)


def test_another_beginning_leaves_what_is_being_written(app: Start) -> None:
    page = compose(app, facts())
    asked = f"compose_thought_s1_{THANK_ANN}"
    page.button(key=f"compose_begin_0_{THANK_ANN}").click().run()
    page.button(key=f"compose_begin_1_{THANK_ANN}").click().run()
    assert page.text_input(key=asked).value == "In my last job I "
    page.text_input(key=asked).set_value("dozens of moves").run()
    assert "no whole sentence" in text_of(page)
    page.button(key=f"compose_begin_0_{THANK_ANN}").click().run()
    assert page.text_input(key=asked).value == "dozens of moves"


def test_an_edited_text_stays_until_the_user_asks_for_another(app: Start) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My own words").run()
    page.multiselect(key=f"compose_specifics_{THANK_ANN}").set_value([]).run()
    assert body(page) == "My own words"
    page.button(key=f"compose_anew_{THANK_ANN}").click().run()
    assert "My own words" not in body(page)


def test_a_draft_survives_a_change_of_page(app: Start) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My own words").run()
    page.switch_page("pages/plan/today.py").run()
    page.switch_page(PAGE).run()
    assert body(page) == "My own words"
    page.selectbox(key="compose_action").select(THANK_BEN).run()
    assert "My own words" not in body(page, THANK_BEN)
    page.selectbox(key="compose_action").select(THANK_ANN).run()
    assert body(page) == "My own words"


def test_i_sent_it_logs_the_final_text_and_undo_takes_it_back(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.text_input(key=f"compose_subject_{THANK_ANN}").set_value("Thanks!")
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My own words")
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert not page.exception
    (sent,) = stored().applications[0].touchpoints
    assert (sent.subject, sent.text, sent.people) == ("Thanks!", "My own words", ("ann",))
    assert (sent.purpose, sent.channel, sent.at) == ("thank_you", "email", at("2026-09-16 10:00"))
    assert f"compose_{THANK_BEN}" in keys(page), "the next action is offered"
    page.button(key="feedback_undo").click().run()
    assert stored().applications[0].touchpoints == ()
    assert page.selectbox(key="compose_action").value == THANK_ANN
    assert body(page) == "My own words"


def test_sent_at_another_time(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.session_state[f"compose_when_{THANK_ANN}"] = True
    page.run()
    page.datetime_input(key=f"compose_at_{THANK_ANN}").set_value(
        at("2026-09-15 20:00").replace(tzinfo=None)
    )
    page.button(key=f"compose_sent_at_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints[0].at == at("2026-09-15 20:00")


def test_a_time_ahead_is_refused_and_the_text_stays(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My own words")
    page.session_state[f"compose_when_{THANK_ANN}"] = True
    page.run()
    page.datetime_input(key=f"compose_at_{THANK_ANN}").set_value(
        at("2026-09-18 20:00").replace(tzinfo=None)
    )
    page.button(key=f"compose_sent_at_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints == ()
    assert "That moment lies ahead" in text_of(page)
    assert body(page) == "My own words"


def links(page: AppTest) -> dict[str, str]:
    """Where the link buttons lead, by their labels."""
    return {
        link.label: link.url for link in page.get("link_button") if isinstance(link, LinkButton)
    }


def copyable(page: AppTest) -> list[dict[str, str]]:
    """What the copy buttons were given."""
    (component,) = page.main.get("bidi_component")
    items: list[dict[str, str]] = json.loads(component.proto.json)["items"]
    return items


def test_the_text_can_be_copied_mailed_and_opened_in_web_mail(app: Start) -> None:
    page = compose(app, facts())
    subject = page.text_input(key=f"compose_subject_{THANK_ANN}").value
    assert [(item["what"], item["text"]) for item in copyable(page)] == [
        ("body", body(page)),
        ("subject", subject),
    ]
    found = links(page)
    assert found["Open in mail"].startswith("mailto:ann%40globex.example?subject=")
    assert found["Gmail"].startswith("https://mail.google.com/mail/?")
    assert found["Outlook on the web"].startswith("https://outlook.office.com/mail/")
    assert "Did you send it?" not in text_of(page)


def test_a_text_too_long_for_a_link_is_said_and_the_file_is_offered(app: Start) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("word " * 2000).run()
    assert not page.exception
    assert links(page) == {}
    assert "too long for a link" in text_of(page)
    assert page.get("download_button")


def test_a_text_longer_than_anything_is_refused_and_stays(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("x" * 100_001).run()
    assert not page.exception
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert not page.exception
    assert stored().applications[0].touchpoints == ()
    assert len(body(page)) == 100_001


def test_a_bad_address_is_a_sentence_and_copying_stays(app: Start) -> None:
    page = compose(app, facts(globex(people=(ANN.replace(email="Ann, evil@x.example"), BEN))))
    assert not page.exception
    assert "The text can be copied." in text_of(page)
    assert copyable(page)


# --- did you send it? ---


def handed(page: AppTest, key: str = THANK_ANN) -> AppTest:
    """The draft was downloaded."""
    (button,) = (b for b in page.get("download_button") if isinstance(b, DownloadButton))
    button.click()
    return page.run()


def test_after_the_download_it_asks_and_one_click_logs_it(app: Start, stored: Stored) -> None:
    page = handed(compose(app, facts()))
    assert "Did you send it?" in text_of(page)
    assert "You downloaded it" in text_of(page)
    text = body(page)
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    (sent,) = stored().applications[0].touchpoints
    assert (sent.text, sent.people) == (text, ("ann",))


def test_what_was_edited_after_it_left_is_logged_as_edited(app: Start, stored: Stored) -> None:
    page = handed(compose(app, facts()))
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("Edited afterwards").run()
    assert "The text was changed since" in text_of(page)
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints[0].text == "Edited afterwards"


def test_or_as_it_was_when_it_left(app: Start, stored: Stored) -> None:
    page = handed(compose(app, facts()))
    before = body(page)
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("Edited afterwards").run()
    page.button(key=f"compose_sent_as_handed_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints[0].text == before


def test_not_yet_takes_the_question_away(app: Start) -> None:
    page = handed(compose(app, facts()))
    page.button(key=f"compose_not_yet_{THANK_ANN}").click().run()
    assert "Did you send it?" not in text_of(page)


def test_who_says_so_hours_later_is_logged_with_the_time_when_it_left(
    app: Start, stored: Stored
) -> None:
    handed(compose(app, facts()))
    page = compose(app, stored(), now="2026-09-16T18:00:00+02:00")
    assert "Did you send it?" in text_of(page), "the question outlives the session"
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints[0].at == at("2026-09-16 10:00")


# --- drafts survive ---


def drafts_file(data_file: Path) -> Path:
    return data_file.with_name("followup.drafts.json")


def test_a_draft_survives_a_new_session_and_is_gone_once_sent(
    app: Start, stored: Stored, data_file: Path
) -> None:
    page = compose(app, facts())
    assert not drafts_file(data_file).exists(), "looking changes nothing"
    page.multiselect(key=f"compose_specifics_{THANK_ANN}").set_value([])
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My own words").run()
    st.cache_resource.clear()
    page = compose(app, stored())
    assert body(page) == "My own words"
    assert page.multiselect(key=f"compose_specifics_{THANK_ANN}").value == []
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert not page.exception
    assert b"My own words" not in drafts_file(data_file).read_bytes()
    page.button(key="feedback_undo").click().run()
    assert body(page) == "My own words"
    assert b"My own words" in drafts_file(data_file).read_bytes()


def test_an_untouched_text_follows_the_facts_in_the_next_session(
    app: Start, stored: Stored
) -> None:
    compose(app, facts())
    page = compose(app, facts(globex(people=(ANN.replace(name="Anna Berg"), BEN))))
    assert body(page).startswith("Dear Anna,")


def test_a_draft_is_not_written_anew_without_a_change(app: Start, data_file: Path) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My own words").run()
    before = drafts_file(data_file).stat().st_ino
    page.run()
    assert drafts_file(data_file).stat().st_ino == before


def test_an_action_answered_elsewhere_begins_anew(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My own words").run()
    key = "thank_you:g:i1:ann"
    with_menu(page.switch_page("pages/plan/today.py").run())
    page.button(key=f"done_{key}").click().run()
    undone = globex(touchpoints=(thanked("ann", "2026-09-16 12:00"),))
    later = compose(app, facts(undone), THANK_BEN, now="2026-09-17T10:00:00+02:00")
    assert not later.exception
    assert "My own words" not in body(later, THANK_BEN)


def test_drafts_that_cannot_be_read_are_said_and_the_page_stands(
    app: Start, data_file: Path
) -> None:
    drafts_file(data_file).write_bytes(b"{ broken")
    page = compose(app, facts())
    assert not page.exception
    assert "cannot be read" in page.warning[0].value
    assert "Ann" in body(page)


# --- choices ---


def test_the_tone_is_chosen_for_letters_of_that_kind_to_them_alone(app: Start) -> None:
    hal = Person(id="hal", name="Hal Ito", email="hal@hooli.example")
    round_ = interview(id="i2", interviewers=("hal",), specifics=())
    other = globex(id="h", company="Hooli", people=(hal,), interviews=(round_,))
    page = compose(app, facts(globex(), other))
    plain = body(page)
    page.radio(key=f"compose_tone_{THANK_ANN}").set_value("warm").run()
    assert body(page) != plain
    page.query_params["action"] = THANK_BEN
    page.run()
    assert page.radio(key=f"compose_tone_{THANK_BEN}").value == "warm"
    elsewhere = "thank_you:h:i2:hal"
    page.query_params["action"] = elsewhere
    page.run()
    assert page.radio(key=f"compose_tone_{elsewhere}").value == "plain"


def test_the_tone_in_settings_counts_for_all(app: Start, stored: Stored) -> None:
    page = app(facts(), page="pages/record/settings.py")
    page.radio(key="me_tone").set_value("warm").run()
    st.cache_resource.clear()
    page = compose(app, stored())
    assert page.radio(key=f"compose_tone_{THANK_ANN}").value == "warm"


def test_the_order_of_what_goes_in_can_be_changed(app: Start) -> None:
    more = Specific(id="s2", text="the team in Leipzig", frame="about", said_by="ann")
    said = (*interview().specifics, more)
    page = compose(app, facts(globex(interviews=(interview(specifics=said),))))
    page.multiselect(key=f"compose_specifics_{THANK_ANN}").set_value(["s1", "s2"]).run()
    page.button(key=f"compose_up_1_{THANK_ANN}").click().run()
    assert page.multiselect(key=f"compose_specifics_{THANK_ANN}").value == ["s2", "s1"]


def test_linkedin_counts_against_the_limit_of_the_account(app: Start) -> None:
    known = ANN.replace(linkedin="https://www.linkedin.com/in/ann")
    page = compose(app, facts(globex(people=(known, BEN))))
    page.radio(key=f"compose_channel_{THANK_ANN}").set_value("linkedin").run()
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("Dear Ann, " + "x" * 240).run()
    assert "250 of 200 characters, 50 too many" in text_of(page)
    page.radio(key=f"compose_limit_{THANK_ANN}").set_value(300).run()
    assert "250 of 300 characters" in text_of(page)
    assert "LinkedIn takes" not in text_of(page)


def test_a_template_of_ones_own_that_is_refused_ends_in_a_sentence(app: Start) -> None:
    mine = Template(id="t1", kind="thank_you", name="Mine", subject="Hi", body="{{ compny }}")
    page = compose(app, facts(templates=(mine,)))
    assert not page.exception
    assert "Your template “Mine” cannot be used" in page.warning[0].value
    assert "did you mean “company”" in page.warning[0].value
    assert "Ann" in body(page), "the text is ours meanwhile"


def test_their_last_message_can_be_quoted(app: Start) -> None:
    asked = Touchpoint(
        id="m1",
        at=at("2026-09-16 09:00"),
        direction="received",
        purpose="reply",
        people=("ann",),
        subject="Your visit",
        text="Could you send your notice period?",
        wants_answer=True,
    )
    key = "reply:g:ann:m1"
    page = compose(app, facts(globex(touchpoints=(asked,))), key)
    assert page.text_input(key=f"compose_subject_{key}").value == "Re: Your visit"
    assert "> Could you send your notice period?" in body(page, key)
    page.checkbox(key=f"compose_quote_{key}").uncheck().run()
    assert "> Could" not in body(page, key)
    # The answer itself is the user's: until it is written, that stands against sending it.
    assert "They asked: “Could you send your notice period?”" in text_of(page)
    assert "It is ready to send" not in text_of(page)
    greeting, rest = body(page, key).split("\n\n", 1)
    own = f"{greeting}\n\nIt is three months. {rest}"
    page.text_area(key=f"compose_body_{key}").set_value(own).run()
    assert "still to be written" not in text_of(page)
    assert "It is ready to send" in text_of(page)


def test_a_finding_shows_its_place_and_is_mended_by_one_click(app: Start) -> None:
    page = compose(app, facts())
    text = body(page).replace("Dear Ann", "Dear Ben")
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value(text).run()
    assert ":red-background[**Ben**]" in text_of(page)
    page.button(key=f"compose_mend_0_{THANK_ANN}").click().run()
    assert "Dear Ann" in body(page)
    assert "It is ready to send." in text_of(page)


def test_a_jotting_is_taken_up_by_one_click(app: Start, stored: Stored) -> None:
    jotted = Specific(id="j", text="She asked how I would keep two teams", said_by="ann")
    page = compose(app, facts(globex(interviews=(interview(specifics=(jotted,)),))))
    assert "two teams" not in body(page)
    assert "Your question about how I would keep two teams" in text_of(page)
    page.button(key=f"compose_accept_j_{THANK_ANN}").click().run()
    assert not page.exception
    (kept,) = stored().applications[0].interviews[0].specifics
    assert (kept.frame, kept.text) == ("question", "how I would keep two teams")
    assert "how I would keep two teams" in body(page)


def test_a_sentence_under_the_wrong_beginning_is_offered_under_the_right_one(
    app: Start, stored: Stored
) -> None:
    noted = Specific(id="j", text="Our launch needs a second team", frame="about", said_by="ann")
    page = compose(app, facts(globex(interviews=(interview(specifics=(noted,)),))))
    assert "second team" not in body(page)
    page.button(key=f"compose_accept_j_{THANK_ANN}").click().run()
    assert not page.exception
    assert stored().applications[0].interviews[0].specifics[0].frame == "that"
    assert "your launch needs a second team" in body(page)


def test_a_jotting_that_fits_no_frame_is_finished_by_the_user(app: Start, stored: Stored) -> None:
    jotted = Specific(id="j", text="churn 14% -> wants 8", said_by="ann")
    page = compose(app, facts(globex(interviews=(interview(specifics=(jotted,)),))))
    assert f"compose_accept_j_{THANK_ANN}" not in keys(page)
    page.text_input(key=f"compose_end_j_{THANK_ANN}").set_value("the plan to keep customers")
    page.button(key=f"compose_keep_j_{THANK_ANN}").click().run()
    assert not page.exception
    assert stored().applications[0].interviews[0].specifics[0].frame == "about"
    assert "the plan to keep customers" in body(page)


def test_the_language_is_switched_for_all_letters_to_them_and_back(
    app: Start, stored: Stored
) -> None:
    page = compose(app, facts())
    assert "Thank" in body(page)
    page.selectbox(key=f"compose_language_{THANK_ANN}").select("de").run()
    assert not page.exception
    assert stored().applications[0].language == "de"
    assert "Sehr geehrte" in body(page)
    page.button(key="feedback_undo").click().run()
    assert stored().applications[0].language is None
    assert "Thank" in body(page)


def test_a_note_in_german_offers_the_letter_in_german(app: Start, stored: Stored) -> None:
    noted = Specific(id="n", text="dass wir zu dritt anfangen", frame="that", said_by="ann")
    page = compose(app, facts(globex(interviews=(interview(specifics=(noted,)),))))
    assert "Finish this sentence" not in text_of(page)
    page.button(key=f"compose_language_n_{THANK_ANN}").click().run()
    assert not page.exception
    assert stored().applications[0].language == "de"
    assert "zu dritt" in body(page)


def test_a_new_detail_is_kept_with_the_interview_and_goes_in(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.session_state[f"compose_new_detail_{THANK_ANN}"] = True
    page.run()
    page.text_area(key=f"compose_new_{THANK_ANN}").set_value("The team meets in Leipzig")
    page.button(key=f"compose_add_{THANK_ANN}").click().run()
    said = stored().applications[0].interviews[0].specifics
    assert [(s.text, s.said_by) for s in said][1:] == [("The team meets in Leipzig", "ann")]
    assert "Leipzig" in body(page)


def test_a_company_with_a_stop_ends_a_sentence_with_one(app: Start) -> None:
    page = compose(app, facts(globex(company="Globex Inc.")))
    page.session_state[f"compose_new_detail_{THANK_ANN}"] = True
    page.run()
    page.text_area(key=f"compose_new_{THANK_ANN}").set_value("The team meets in Leipzig")
    page.button(key=f"compose_add_{THANK_ANN}").click().run()
    assert "Added to the interview with Globex Inc." in text_of(page)
    assert "Inc.." not in text_of(page) + body(page)


def test_what_is_open_is_offered_next_where_nothing_is_due(app: Start) -> None:
    """The other interviewer of an hour ago, whose thank-you is due tomorrow only."""
    page = compose(app, facts(), now=at("2026-09-15 17:00"))
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert f"compose_{THANK_BEN}" in keys(page)


def test_who_has_no_address_is_reached_by_the_companys_number(app: Start) -> None:
    unknown = globex(
        people=(ANN.replace(email=""),), interviews=(interview(interviewers=("ann",)),)
    )
    page = compose(app, facts(unknown))
    assert not page.exception
    assert "general number" in text_of(page)
    assert "human resources" in body(page)
    assert "It is ready to be said." in text_of(page)
    assert f"compose_sent_{THANK_ANN}" not in keys(page), "asking for an address answers nothing"


def test_who_has_left_is_thanked_through_somebody_who_is_there(app: Start, stored: Stored) -> None:
    rita = Person(id="rita", name="Rita Ray", role="recruiter", email="rita@globex.example")
    gone = ANN.replace(left=date(2026, 9, 15))
    only = interview(interviewers=("ann",))
    page = compose(app, facts(globex(people=(gone, rita), interviews=(only,))))
    assert "Ann Adler is no longer there" in text_of(page)
    assert "ann@globex.example" in text_of(page), "until another is chosen"
    page.button(key=f"compose_through_rita_{THANK_ANN}").click().run()
    assert "rita@globex.example" in text_of(page)
    assert "Ann Adler" in body(page)
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert not page.exception
    (sent,) = stored().applications[0].touchpoints
    assert (sent.purpose, sent.people) == ("thank_you", ("ann", "rita"))


def test_whom_one_writes_to_instead_is_kept_and_taken_back(app: Start) -> None:
    rita = Person(id="rita", name="Rita Ray", role="recruiter", email="rita@globex.example")
    only = interview(interviewers=("ann",))
    world = facts(globex(people=(ANN.replace(email=""), rita), interviews=(only,)))
    page = compose(app, world)
    assert "general number" in text_of(page)
    page.button(key=f"compose_through_rita_{THANK_ANN}").click().run()
    assert "general number" not in text_of(page)
    again = compose(app, world)
    assert "rita@globex.example" in text_of(again)
    again.button(key=f"compose_not_through_{THANK_ANN}").click().run()
    assert "general number" in text_of(again)


def test_a_call_is_offered_where_it_is_fine(app: Start, stored: Stored) -> None:
    known = ANN.replace(phone="+49 30 1234", rapport=True)
    waiting = globex(
        people=(known,),
        interviews=(interview(interviewers=("ann",)),),
        touchpoints=(thanked("ann"),),
    )
    key = "status_check:g:ann"
    page = compose(app, facts(waiting), key, now="2026-09-23T10:00:00+02:00")
    page.radio(key=f"compose_channel_{key}").set_value("phone").run()
    assert not page.exception
    assert "+49 30 1234" in text_of(page)
    assert "Wednesday, 10:00 there" in text_of(page)
    assert "outside of office hours" not in text_of(page)
    assert any("Kim Doe" in text.value for text in page.text), "the voicemail text"
    page.radio(key=f"compose_channel_{key}").set_value("voicemail").run()
    assert not page.exception
    page.button(key=f"compose_sent_{key}").click().run()
    assert stored().applications[0].touchpoints[-1].channel == "voicemail"


def test_a_call_in_the_evening_there_says_so(app: Start) -> None:
    far = globex(
        people=(ANN.replace(phone="+1 555 0100", rapport=True),),
        interviews=(interview(interviewers=("ann",)),),
        touchpoints=(thanked("ann"),),
        time_zone="America/New_York",
        channel="phone",
    )
    page = compose(app, facts(far), "status_check:g:ann", now="2026-09-23T10:00:00+02:00")
    assert not page.exception
    assert "Wednesday, 04:00 there: now is outside of office hours there" in text_of(page)
    assert "call between 09:00 and 17:00" in text_of(page)


def test_with_nothing_to_write_it_says_so(app: Start) -> None:
    assert "Nothing is waiting to be written." in text_of(app(page=PAGE))


def test_a_hostile_name_shows_as_text_and_is_kept_in_the_message(app: Start) -> None:
    nasty = "![x](http://evil.example/p.png)"
    page = compose(app, facts(globex(company=nasty), me=ME.replace(name=nasty)))
    assert not page.exception
    assert "![x](" not in "\n".join(str(element.value) for element in page.markdown)
    assert body(page).endswith(nasty)


def test_the_lint_follows_the_text_and_stops_nobody(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    assert "It is ready to send." in text_of(page)
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("Dear Ben,\n\nreply asap!!!").run()
    assert "Do not send it like this" in text_of(page)
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints[0].text.startswith("Dear Ben")


def test_a_check_that_is_not_yet_allowed_says_until_when(app: Start) -> None:
    waiting = globex(touchpoints=(thanked("ann"), thanked("ben")))
    page = compose(app, facts(waiting), "status_check:g:ann")
    assert "Sending it now is too soon; wait until Tuesday 22 September 2026" in text_of(page)


def test_what_the_others_were_told_is_shown(app: Start) -> None:
    page = compose(app, facts(globex(touchpoints=(thanked("ann"),))), THANK_BEN)
    page.session_state[f"compose_told_{THANK_BEN}"] = True
    page.run()
    assert "Thank you for the talk." in [text.value for text in page.text]


def test_a_thank_you_through_the_agency_is_logged_to_both_and_answers_its_own(
    app: Start, stored: Stored
) -> None:
    silent = (ANN.replace(email=""), BEN.replace(email=""))
    gus = Person(id="gus", name="Gus Lind", role="agency", email="gus@agency.example")
    page = compose(app, facts(globex(route="agency", people=(*silent, gus))))
    assert "gus@agency.example" in text_of(page)
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    (sent,) = stored().applications[0].touchpoints
    assert sent.people == ("ann", "gus")
    page.switch_page("pages/plan/today.py").run()
    assert f"compose_{THANK_ANN}" not in keys(page)
    assert f"compose_{THANK_BEN}" in keys(page)


def test_the_one_at_the_agency_whom_the_plan_names_gets_it(app: Start, stored: Stored) -> None:
    """The first whose address is known: what the card says, the letter and the log say, too."""
    abe = Person(id="abe", name="Abe Lind", role="agency")
    bea = Person(id="bea", name="Bea Lind", role="agency", email="bea@agency.example")
    page = compose(
        app, facts(globex(route="agency", people=(ANN.replace(email=""), BEN, abe, bea)))
    )
    assert "It goes through Bea Lind" in text_of(page)
    assert "**To** Bea Lind" in text_of(page)
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    (sent,) = stored().applications[0].touchpoints
    assert sent.people == ("ann", "bea")


REJECTED = "rejection_reply:g:max"


def _turned_down_by_ann() -> Facts:
    """Max, a hiring manager without an address, never wrote; Ann and Ben can be reached."""
    max_ = Person(id="max", name="Max Marlow", role="hiring_manager")
    no = received("rejection", "09-16 09:00", by="ann", id="no")
    return facts(globex(people=(max_, ANN, BEN), touchpoints=(no,)))


def test_who_turned_me_down_is_answered_and_the_log_names_nobody_else(
    app: Start, stored: Stored
) -> None:
    page = compose(app, _turned_down_by_ann(), REJECTED)
    assert "general number" not in text_of(page)
    assert "**To** Ann Adler" in text_of(page)
    assert "Max" not in body(page, REJECTED)
    page.button(key=f"compose_sent_{REJECTED}").click().run()
    assert stored().applications[0].touchpoints[-1].people == ("ann",)


def test_somebody_else_may_be_answered_and_the_log_names_them(app: Start, stored: Stored) -> None:
    page = compose(app, _turned_down_by_ann(), REJECTED)
    assert "It goes to Ann Adler. Or write to:" in text_of(page)
    page.button(key=f"compose_through_ben_{REJECTED}").click().run()
    assert "**To** Ben Novak" in text_of(page)
    page.button(key=f"compose_sent_{REJECTED}").click().run()
    assert stored().applications[0].touchpoints[-1].people == ("ben",)


def test_today_names_who_is_answered(app: Start) -> None:
    page = app(_turned_down_by_ann(), page="pages/plan/today.py")
    assert "Ann Adler, Globex" in text_of(page)
    assert "Max" not in text_of(page)


# --- one way through ---


def calls_of_a_run(page: AppTest) -> Counter[str]:
    """How often each function of ours was called while the page ran once more, by module and name."""
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        module = frame.f_globals.get("__name__", "")
        if event == "call" and module.startswith("followup."):
            calls[f"{module}.{frame.f_code.co_name}"] += 1

    threading.setprofile(count)  # AppTest runs the script in a thread of its own
    try:
        page.run()
    finally:
        threading.setprofile(None)
    return calls


def test_the_action_is_looked_up_once_and_its_case_read_once(app: Start) -> None:
    """A thank-you beside another one of its round, which asks for all that Compose can show."""
    page = compose(app, facts(globex(touchpoints=(thanked("ben"),))))
    calls = calls_of_a_run(page)
    assert calls["followup.messages.draft.draft"] == 1, "the run was counted"
    assert calls["followup.ui.base.session.action"] == 1
    assert calls["followup.messages.occasion.occasion_of"] == 1
    assert calls["followup.playbook.search.search_of"] == 1


def test_of_a_round_side_by_side_the_case_is_read_once_too(app: Start) -> None:
    page = compose(app, facts())
    page.toggle(key="compose_panel_g_i1").set_value(True).run()
    calls = calls_of_a_run(page)
    assert calls["followup.messages.draft.draft"] == 2, "one for each of the round"
    assert calls["followup.ui.base.session.action"] == 1
    assert calls["followup.messages.occasion.occasion_of"] == 1
    assert calls["followup.playbook.search.search_of"] == 1


def test_my_name_is_asked_for_in_place_kept_while_typed_and_saved_to_the_settings(
    app: Start, stored: Stored
) -> None:
    nameless = facts().replace(me=Me(email="kim@example.org"))
    page = compose(app, nameless)
    page.text_input(key="compose_my_name").set_value("Kim Doe").run()
    later = app(None, page=PAGE, query={"action": THANK_ANN})
    assert later.text_input(key="compose_my_name").value == "Kim Doe", "a new session has it"
    later.button(key="compose_my_name_save").click().run()
    assert not later.exception
    me = stored().me
    assert (me.name, me.time_zone, me.country) == ("Kim Doe", None, None), (
        "nothing else is said by it"
    )
    assert body(later).endswith("Kim Doe")
    assert "compose_my_name" not in keys(later)


def test_what_they_asked_stands_above_the_letter_and_my_answer_goes_into_it_until_it_is_sent(
    app: Start, stored: Stored
) -> None:
    asks = received(
        "update",
        "2026-09-16 09:00",
        by="ann",
        wants_answer=True,
        text="We liked it. Could you start on 2.11.? Do you drive?",
    )
    key = "reply:g:ann:update 2026-09-16 09:00"
    page = compose(app, facts(globex(touchpoints=(thanked("ann"), thanked("ben"), asks))), key)
    asked = page.text_input(key=f"compose_reply_{key}").label.replace("\\", "")
    assert "They asked: “Could you start on 2.11.? Do you drive?”" in asked
    assert "still to be written" in text_of(page)
    page.text_input(key=f"compose_reply_{key}").set_value("the second suits me, and I drive").run()
    assert "\n\nThe second suits me, and I drive." in body(page, key)
    assert "still to be written" not in text_of(page)
    st.cache_resource.clear()
    page = compose(app, stored(), key)
    assert page.text_input(key=f"compose_reply_{key}").value == "the second suits me, and I drive"
    page.button(key=f"compose_sent_{key}").click().run()
    assert "The second suits me, and I drive." in stored().applications[0].touchpoints[-1].text
    page.button(key="feedback_undo").click().run()
    assert page.text_input(key=f"compose_reply_{key}").value == "the second suits me, and I drive"
    assert "The second suits me, and I drive." in body(page, key)


def test_a_german_letter_is_ready_too_though_its_tone_was_not_checked(app: Start) -> None:
    said = (
        interview()
        .specifics[0]
        .replace(
            text="den Umzug nach Kafka", ties_to="Bei Initech habe ich das im Frühjahr gemacht."
        )
    )
    world = globex(interviews=(interview(specifics=(said,)),), language="de")
    page = compose(app, facts(world))
    assert "This is not in English" in text_of(page)
    assert "It is ready to send." in text_of(page)
    assert "background[" not in text_of(page), "no place of it is meant"


def test_an_email_to_nobody_is_not_logged_and_its_way_out_is_not_the_main_one(app: Start) -> None:
    here = globex(people=(Person(id="ann", name="Ann Adler"), Person(id="ben", name="Ben")))
    page = compose(app, facts(here))
    page.radio(key=f"compose_channel_{THANK_ANN}").set_value("email").run()
    assert f"compose_sent_{THANK_ANN}" not in keys(page)
    assert "With an address entered" in text_of(page)
    page.radio(key=f"compose_channel_{THANK_ANN}").set_value("phone").run()
    assert "With an address entered" not in text_of(page)
