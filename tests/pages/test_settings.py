"""Settings: who the user is, and the cadence with what a change would move."""

from collections.abc import Callable

from followup.model.facts import Cadence, Facts
from tests.pages.conftest import Start
from tests.pages.samples import ME, facts, globex, thanked
from tests.pages.test_today import text_of

Stored = Callable[[], Facts]
PAGE = "pages/record/settings.py"


def test_saving_who_i_am(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.text_input(key="me_name").set_value("Kim Ödegård 🎉")
    page.selectbox(key="me_time_zone").select("America/New_York")
    page.selectbox(key="me_country").select("US")
    page.text_area(key="me_signature").set_value("+1 555 0100")
    page.button(key="me_save").click().run()
    assert not page.exception
    me = stored().me
    assert (me.name, me.time_zone, me.country) == ("Kim Ödegård 🎉", "America/New_York", "US")
    assert (me.signature, me.email) == ("+1 555 0100", ME.email)


def test_undo_brings_back_who_i_was_into_the_fields(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.text_input(key="me_name").set_value("Somebody else")
    page.button(key="me_save").click().run()
    page.button(key="feedback_undo").click().run()
    assert stored().me == ME
    assert page.text_input(key="me_name").value == ME.name


def test_a_failed_save_says_why_and_keeps_what_was_typed(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.text_input(key="me_name").set_value("Kim the Second")
    page.text_input(key="me_email").set_value("kim at example")
    page.button(key="me_save").click().run()
    assert stored().me == ME
    assert "“kim at example” is no e-mail address" in text_of(page)
    assert page.text_input(key="me_name").value == "Kim the Second"
    assert page.text_input(key="me_email").value == "kim at example"


def test_what_was_typed_survives_a_change_of_page(app: Start) -> None:
    page = app(facts(), page=PAGE)
    page.text_input(key="me_name").set_value("Half typed").run()
    page.switch_page("pages/plan/today.py").run()
    page.switch_page(PAGE).run()
    assert page.text_input(key="me_name").value == "Half typed"


def test_the_cadence_shows_what_it_would_move_before_it_is_saved(
    app: Start, stored: Stored
) -> None:
    waiting = globex(touchpoints=(thanked("ann"), thanked("ben")))
    page = app(facts(waiting), page=PAGE)
    page.number_input(key="cadence_wait_days").set_value(14).run()
    assert "The status check to Ann Adler moved from Tue 22 Sep to Tue 29 Sep." in text_of(page)
    assert stored().cadence == Cadence()
    page.button(key="cadence_save").click().run()
    assert stored().cadence == Cadence(wait_days=14)


def test_a_preset_sets_every_number_and_is_saved_without_them(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.radio(key="cadence_preset").set_value("gentle").run()
    assert page.number_input(key="cadence_checks").value == 1
    page.button(key="cadence_save").click().run()
    assert stored().cadence == Cadence(preset="gentle")


def test_undo_brings_the_saved_cadence_back_into_the_fields(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.number_input(key="cadence_checks").set_value(0).run()
    page.button(key="cadence_save").click().run()
    page.button(key="feedback_undo").click().run()
    assert stored().cadence == Cadence()
    assert page.number_input(key="cadence_checks").value == 2


def test_back_to_what_is_saved(app: Start) -> None:
    page = app(facts(), page=PAGE)
    page.number_input(key="cadence_checks").set_value(0).run()
    page.button(key="cadence_reset").click().run()
    assert page.number_input(key="cadence_checks").value == 2


def test_a_country_that_nobody_knows_stays_as_it_is(app: Start, stored: Stored) -> None:
    page = app(facts(me=ME.replace(country="ZZ")), page=PAGE)
    assert not page.exception
    page.button(key="me_save").click().run()
    assert stored().me.country == "ZZ"


def test_it_says_where_the_data_lies(app: Start, data_file: object) -> None:
    page = app(facts(), page=PAGE)
    assert str(data_file) in [code.value for code in page.code]
