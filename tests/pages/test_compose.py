"""Compose: from the action to the text, out of here, and back with what was sent."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from followup.model.facts import Facts, Specific
from tests.pages.conftest import Start
from tests.pages.samples import ANN, at, facts, globex, interview, thanked
from tests.pages.test_today import keys, text_of

Stored = Callable[[], Facts]
PAGE = "pages/write/compose.py"
THANK_ANN = "thank_you:g:i1:ann"
THANK_BEN = "thank_you:g:i1:ben"
KAFKA = "You are moving the billing system to Kafka"


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


def test_an_action_that_is_no_longer_there_is_said(app: Start) -> None:
    page = compose(app, facts(), "thank_you:gone:i1:ann")
    assert not page.exception
    assert "no longer in the plan" in text_of(page)


def test_the_chips_choose_what_goes_in(app: Start) -> None:
    more = Specific(id="s2", text="The team meets in Leipzig every quarter", said_by="ann")
    said = (*interview().specifics, more)
    page = compose(app, facts(globex(interviews=(interview(specifics=said),))))
    page.multiselect(key=f"compose_specifics_{THANK_ANN}").set_value(["s1"]).run()
    assert "Kafka" in body(page)
    assert "Leipzig" not in body(page)
    page.multiselect(key=f"compose_specifics_{THANK_ANN}").set_value(["s2"]).run()
    assert "Leipzig" in body(page)


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
    page.datetime_input(key=f"compose_at_{THANK_ANN}").set_value(
        at("2026-09-15 20:00").replace(tzinfo=None)
    )
    page.button(key=f"compose_sent_at_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints[0].at == at("2026-09-15 20:00")


def test_a_time_ahead_is_refused_and_the_text_stays(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My own words")
    page.datetime_input(key=f"compose_at_{THANK_ANN}").set_value(
        at("2026-09-18 20:00").replace(tzinfo=None)
    )
    page.button(key=f"compose_sent_at_{THANK_ANN}").click().run()
    assert stored().applications[0].touchpoints == ()
    assert "That moment lies ahead" in text_of(page)
    assert body(page) == "My own words"


def test_the_text_can_be_copied_and_mailed(app: Start) -> None:
    page = compose(app, facts())
    assert body(page) in [code.value for code in page.code]
    (link,) = page.get("link_button")
    assert str(getattr(link, "url", "")).startswith("mailto:ann%40globex.example?subject=")


def test_a_new_detail_is_kept_with_the_interview_and_goes_in(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    page.text_area(key=f"compose_new_{THANK_ANN}").set_value("The team meets in Leipzig")
    page.button(key=f"compose_add_{THANK_ANN}").click().run()
    said = stored().applications[0].interviews[0].specifics
    assert [(s.text, s.said_by) for s in said][1:] == [("The team meets in Leipzig", "ann")]
    assert "Leipzig" in body(page)


def test_who_has_no_address_is_reached_by_the_companys_number(app: Start) -> None:
    unknown = globex(
        people=(ANN.replace(email=""),), interviews=(interview(interviewers=("ann",)),)
    )
    page = compose(app, facts(unknown))
    assert not page.exception
    assert "general number" in text_of(page)


def test_a_call_is_offered_where_it_is_fine(app: Start) -> None:
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


def test_with_nothing_to_write_it_says_so(app: Start) -> None:
    assert "Nothing is waiting to be written." in text_of(app(page=PAGE))


def test_a_hostile_name_shows_as_text_and_is_kept_in_the_message(app: Start) -> None:
    nasty = "![x](http://evil.example/p.png)"
    page = compose(app, facts(globex(company=nasty)))
    assert not page.exception
    assert "![x](" not in "\n".join(str(element.value) for element in page.markdown)
    assert nasty in body(page)


def test_the_lint_follows_the_text_and_stops_nobody(app: Start, stored: Stored) -> None:
    page = compose(app, facts())
    assert "Nothing stands against sending it." in text_of(page)
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
    assert "Thank you for the talk." in [text.value for text in page.text]
