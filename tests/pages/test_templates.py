"""Templates: one's own beside ours, never over them."""

from streamlit.testing.v1 import AppTest

from followup.model.beside import Template
from tests.builders.globex import facts
from tests.builders.voice import search
from tests.pages.conftest import Start
from tests.pages.test_compose import THANK_ANN, Stored, body, compose
from tests.pages.test_today import keys, text_of

PAGE = "pages/write/templates.py"
MINE = Template(
    id="t1", kind="thank_you", name="Mine", subject="Hi", body="Dear {{ person.greeting }},"
)


def templates(app: Start, *own: Template) -> AppTest:
    page = app(facts(templates=own), page=PAGE)
    assert not page.exception
    return page


def ours() -> str:
    return "thank_you.email.plain"


def form(page: AppTest, **typed: str) -> AppTest:
    for name, value in typed.items():
        field = page.text_area if name == "body" else page.text_input
        field(key=f"templates_{name}").set_value(value)
    return page


def test_ours_are_shown_with_what_they_give_and_cannot_be_edited(app: Start) -> None:
    page = templates(app)
    assert "templates_body" not in keys(page)
    assert any("{{ greeting }}" in code.value for code in page.code)
    assert any("Dear Ann" in text.value for text in page.text)
    assert "templates_delete" not in keys(page)


def test_a_copy_is_edited_saved_used_and_undone(app: Start, stored: Stored) -> None:
    page = templates(app)
    page.button(key="templates_copy").click().run()
    assert stored().templates == (), "nothing is saved yet"
    form(
        page, name="Short", subject="Thanks", body="Dear {{ person.greeting }},\n\nA short one.\n"
    ).run()
    assert any("Dear Ann,\n\nA short one." in text.value for text in page.text), "the preview"
    page.button(key="templates_save").click().run()
    assert not page.exception
    (saved,) = stored().templates
    assert (saved.name, saved.kind, saved.channel) == ("Short", "thank_you", "email")
    page.switch_page("pages/write/compose.py").run()
    page.session_state["feedback_kept"] = True
    page.run()
    page.button(key="feedback_undo_0").click().run()
    assert stored().templates == ()


def test_ones_own_is_offered_first_in_the_composer(app: Start) -> None:
    page = compose(app, facts(templates=(MINE,)))
    assert body(page) == "Dear Ann,"
    assert page.selectbox(key=f"compose_template_{THANK_ANN}").value == "t1"


def test_faults_are_named_with_line_reason_and_the_nearest_field(
    app: Start, stored: Stored
) -> None:
    page = templates(app, MINE)
    form(page, body="Dear {{ person.greting }},\n{{ 9 ** 9 }}\n{% for a in x %}{% endfor %}").run()
    said = text_of(page)
    assert "Line 1" in said
    assert "did you mean “person\\.greeting”" in said or "did you mean “person.greeting”" in said
    assert "Line 2: a template does not calculate" in said
    page.button(key="templates_save").click().run()
    assert stored().templates == (MINE,), "what cannot be used is not saved"
    assert "person.greting" in (page.text_area(key="templates_body").value or "")


def test_an_edit_changes_the_one_and_delete_takes_it_away_with_undo(
    app: Start, stored: Stored
) -> None:
    page = templates(app, MINE)
    form(page, body="Dear {{ person.greeting }},\nbye").run()
    page.button(key="templates_save").click().run()
    assert [(t.id, t.body) for t in stored().templates] == [
        ("t1", "Dear {{ person.greeting }},\nbye")
    ]
    page.button(key="templates_delete").click().run()
    assert stored().templates == ()
    page.button(key="feedback_undo").click().run()
    assert [t.id for t in stored().templates] == ["t1"]


def test_what_was_changed_can_be_discarded(app: Start) -> None:
    page = templates(app, MINE)
    form(page, body="Something else").run()
    page.button(key="templates_discard").click().run()
    assert page.text_area(key="templates_body").value == MINE.body


def test_a_change_elsewhere_is_not_written_over(app: Start, stored: Stored) -> None:
    page = templates(app, MINE)
    form(page, body="Dear all").run()
    templates(app, MINE.replace(body="From another tab"))
    page.button(key="templates_save").click().run()
    assert stored().templates[0].body == "From another tab"
    assert "changed elsewhere" in text_of(page)
    assert page.text_area(key="templates_body").value == "Dear all"


def test_a_new_one_needs_a_name_and_a_text(app: Start, stored: Stored) -> None:
    page = templates(app)
    page.button(key="templates_new").click().run()
    page.button(key="templates_save").click().run()
    assert stored().templates == ()
    assert "Give the template a name." in text_of(page)
    page.button(key="templates_discard").click().run()
    assert page.selectbox(key="templates_chosen").value == ours()


def test_every_kind_can_be_opened_and_previewed(app: Start) -> None:
    page = templates(app)
    for kind in page.selectbox(key="templates_kind").options:
        page.selectbox(key="templates_kind").select(kind).run()
        assert not page.exception, kind


def test_what_recurs_in_what_they_sent_is_offered_kept_and_undone(
    app: Start, stored: Stored
) -> None:
    page = app(search(), page=PAGE)
    assert not page.exception
    assert "You would get somebody who likes to see a thing through" in text_of(page)
    assert "2 of 3" in text_of(page)
    assert any("thanks a lot for the chat {{ interview.day }}" in c.value for c in page.code)
    assert stored().templates == (), "nothing is kept that they did not ask for"
    page.button(key="templates_voice_keep").click().run()
    assert not page.exception
    (kept,) = stored().templates
    assert (kept.name, kept.kind, kept.channel) == ("My thank-you", "thank_you", "email")
    assert page.selectbox(key="templates_chosen").value == kept.id, "it is open to be looked at"
    assert page.text_area(key="templates_body").value == kept.body
    assert "templates_voice_keep" not in keys(page), "what was taken is not offered again"
    page.button(key="feedback_undo").click().run()
    assert stored().templates == ()


def test_what_they_decline_is_not_offered_again(app: Start, stored: Stored) -> None:
    page = app(search(), page=PAGE)
    page.button(key="templates_voice_decline").click().run()
    assert not page.exception
    assert "templates_voice_keep" not in keys(page)
    assert "not offered again" in text_of(page)
    assert stored().templates == ()
    again = app(page=PAGE)
    assert "templates_voice_keep" not in keys(again), "nor tomorrow"
    again.switch_page("pages/write/compose.py").run()
    assert not again.exception


def test_where_nothing_of_theirs_recurs_nothing_is_offered(app: Start) -> None:
    page = templates(app)
    assert "templates_voice_keep" not in keys(page)
    assert "templates_voice_keep" not in keys(app(search().replace(templates=(MINE,)), page=PAGE))
