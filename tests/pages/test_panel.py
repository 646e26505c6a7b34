"""Several interviewers of one round: side by side, something else for each, and who is done."""

from streamlit.testing.v1 import AppTest

from followup.model.facts import Specific
from tests.builders.globex import facts, globex, interview, thanked
from tests.pages.conftest import Start
from tests.pages.test_compose import THANK_ANN, THANK_BEN, Stored, body, compose
from tests.pages.test_today import text_of

SWITCH = "compose_panel_g_i1"
SAID = (
    Specific(id="s1", text="the move to Kafka", frame="about", said_by="ann"),
    Specific(id="s2", text="the team in Leipzig", frame="about"),
)


def panel(app: Start, **changes: object) -> AppTest:
    world = facts(globex(interviews=(interview(specifics=SAID),), **changes))
    key = THANK_BEN if changes.get("touchpoints") else THANK_ANN
    return compose(app, world, key).toggle(key=SWITCH).set_value(True).run()


def test_each_note_begins_with_something_else_that_was_said(app: Start) -> None:
    page = panel(app)
    assert not page.exception
    assert "Kafka" in body(page, THANK_ANN)
    assert "Leipzig" in body(page, THANK_BEN)
    assert "Kafka" not in body(page, THANK_BEN)
    assert "0 of 2 done" in text_of(page)


def test_our_own_words_are_not_what_our_own_lint_finds_too_alike(app: Start) -> None:
    page = panel(app)
    assert "like the note to" in text_of(page)
    assert "the same as the note to" not in text_of(page)
    page = compose(app, facts(globex(interviews=(interview(specifics=SAID),))), THANK_BEN)
    plain = body(page, THANK_BEN)
    page.radio(key=f"compose_tone_{THANK_BEN}").set_value("warm").run()
    page.toggle(key=SWITCH).set_value(True).run()
    assert body(page, THANK_BEN) != plain
    assert "the same as the note to" not in text_of(page)


def test_how_alike_the_notes_are_is_said_and_too_alike_is_found(app: Start) -> None:
    page = panel(app)
    text = body(page, THANK_ANN)
    page.text_area(key=f"compose_body_{THANK_BEN}").set_value(text.replace("Ann", "Ben")).run()
    assert "like the note to Ann Adler" in text_of(page)
    assert "the same as the note to" in text_of(page)


def test_who_is_done_shows_what_was_sent(app: Start) -> None:
    page = panel(app, touchpoints=(thanked("ann"),))
    assert not page.exception
    assert "1 of 2 done" in text_of(page)
    assert "Thank you for the talk." in [text.value for text in page.text]


def test_one_is_sent_and_the_other_goes_on(app: Start, stored: Stored) -> None:
    page = panel(app)
    page.text_area(key=f"compose_body_{THANK_ANN}").set_value("My words to Ann").run()
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert not page.exception
    assert [t.people for t in stored().applications[0].touchpoints] == [("ann",)]
    assert "1 of 2 done" in text_of(page), "the round stays on the page"
    assert "Leipzig" in body(page, THANK_BEN)


def test_what_was_shown_to_one_is_not_rewritten_when_another_is_sent(app: Start) -> None:
    page = panel(app)
    shown = body(page, THANK_BEN)
    page.button(key=f"compose_sent_{THANK_ANN}").click().run()
    assert body(page, THANK_BEN) == shown


def test_one_interviewer_is_no_panel(app: Start) -> None:
    page = compose(app, facts(globex(interviews=(interview(interviewers=("ann",)),))))
    assert SWITCH not in [toggle.key for toggle in page.toggle]
