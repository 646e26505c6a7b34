"""Settings: who the user is, and the cadence with what a change would move."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from followup.model.facts import Application, Facts
from followup.model.settings import Cadence
from followup.store.file_store import FileStore
from tests.builders.globex import ME, facts, globex, interview, thanked
from tests.pages.conftest import NOW, Start
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


def test_my_name_pasted_with_an_address_is_my_name(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.text_input(key="me_name").set_value("Kim Ito <kim@ito.example>")
    page.text_input(key="me_email").set_value("")
    page.button(key="me_save").click().run()
    assert (stored().me.name, stored().me.email) == ("Kim Ito", "kim@ito.example")


def test_saving_the_language_of_my_letters(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.selectbox(key="me_language").select("de")
    page.button(key="me_save").click().run()
    assert not page.exception
    assert stored().me.language == "de"


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
    assert "does not look like an e-mail address" in text_of(page)
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
    assert "The status check to Ann Adler would move from Tue 22 Sep to Tue 29 Sep." in text_of(
        page
    )
    assert stored().cadence == Cadence()
    page.button(key="cadence_save").click().run()
    assert stored().cadence == Cadence(wait_days=14)


def test_a_single_move_more_is_named_and_not_counted(app: Start) -> None:
    def waiting(number: int) -> Application:
        return Application(
            id=f"a{number}",
            company=f"Company {number}",
            role="Engineer",
            interviews=(interview(id=f"i{number}", interviewers=(), specifics=()),),
        )

    for count, last in ((13, "Company 12"), (14, "and 2 more")):
        page = app(facts(*map(waiting, range(count))), page=PAGE)
        page.number_input(key="cadence_wait_days").set_value(14).run()
        (said,) = [str(info.value) for info in page.info]
        assert last in said.replace("\\", "")
        assert said.count("\n- ") == 12


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


def test_a_number_that_cannot_be_is_refused_beside_its_field(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.number_input(key="cadence_wait_days").set_value(99).run()
    assert "From 5 to 30, please." in text_of(page)
    assert page.button(key="cadence_save").disabled
    assert stored().cadence == Cadence()


def test_another_country_says_what_it_would_move_before_it_is_saved(app: Start) -> None:
    waiting = globex(
        touchpoints=(thanked("ann"), thanked("ben"))
    )  # the check: Tuesday 22 September
    page = app(facts(waiting), page=PAGE)
    page.selectbox(key="me_country").select("MT").run()  # Independence Day: Monday 21 September
    assert "This would move nothing" in next(info.value for info in page.info)
    page.selectbox(key="me_country").select("BG").run()  # Independence Day: Tuesday 22 September
    assert "The status check to Ann Adler would move from Tue 22 Sep to" in text_of(page)


def test_what_two_tabs_typed_is_chosen_field_by_field(
    app: Start, stored: Stored, data_file: Path
) -> None:
    page = app(facts(), page=PAGE)
    page.text_input(key="me_name").set_value("Kim of this tab")
    page.text_input(key="me_phone").set_value("+49 30 1234").run()
    other = FileStore(data_file)
    saved = ME.replace(name="Kim of that tab", sign_off="Cheers")
    other.save_settings(
        saved, Cadence(), other.load().revs["settings"], now=datetime.fromisoformat(NOW)
    )
    page.button(key="me_save").click().run()
    assert not page.exception
    assert stored().me == saved
    assert "Saved in another tab: Kim of that tab" in text_of(page)
    assert page.text_input(key="me_sign_off").value == "Cheers"
    page.button(key="me_mine_name").click().run()
    page.button(key="me_save").click().run()
    assert stored().me == saved.replace(name="Kim of this tab", phone="+49 30 1234")


def test_numbers_typed_here_outlive_a_cadence_saved_in_another_tab(
    app: Start, stored: Stored, data_file: Path
) -> None:
    page = app(facts(), page=PAGE)
    page.number_input(key="cadence_checks").set_value(1).run()
    other = FileStore(data_file)
    other.save_settings(
        ME, Cadence(wait_days=9), other.load().revs["settings"], now=datetime.fromisoformat(NOW)
    )
    page.button(key="cadence_save").click().run()
    assert "changed in another tab" in text_of(page)
    page.button(key="cadence_save").click().run()
    assert stored().cadence == Cadence(wait_days=9, checks=1)


def test_a_country_that_nobody_knows_stays_as_it_is(app: Start, stored: Stored) -> None:
    page = app(facts(me=ME.replace(country="ZZ")), page=PAGE)
    assert not page.exception
    page.button(key="me_save").click().run()
    assert stored().me.country == "ZZ"


def test_it_says_where_the_data_lies(app: Start, data_file: object) -> None:
    page = app(facts(), page=PAGE)
    assert str(data_file) in [code.value for code in page.code]


def test_a_file_that_cannot_be_read_at_the_save_is_said_and_what_was_typed_stays(
    app: Start, data_file: Path
) -> None:
    page = app(facts(), page=PAGE)
    page.text_input(key="me_name").set_value("Kim the Second")
    page.number_input(key="cadence_checks").set_value(1).run()
    whole = data_file.read_bytes()
    for button in ("me_save", "cadence_save"):
        data_file.write_bytes(b"{")
        page.button(key=button).click().run()
        assert not page.exception
        assert "Something went wrong" not in [error.proto.title for error in page.error]
        assert "cannot be read" in " ".join(error.proto.title for error in page.error)
        data_file.write_bytes(whole)
        page.run()
        assert page.text_input(key="me_name").value == "Kim the Second"
        assert page.number_input(key="cadence_checks").value == 1


def test_a_region_is_asked_for_where_a_country_has_some(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    page.selectbox(key="me_region").select("DE-BE").run()
    page.button(key="me_save").click().run()
    assert (stored().me.country, stored().me.region) == ("DE", "DE-BE")
    page.selectbox(key="me_country").select("MT").run()
    assert "me_region" not in {box.key for box in page.selectbox}
    page.button(key="me_save").click().run()
    assert (stored().me.country, stored().me.region) == ("MT", None)


def test_the_pause_at_the_years_end_can_be_left_out(app: Start, stored: Stored) -> None:
    page = app(facts(), page=PAGE)
    box = page.checkbox(key="cadence_year_end_pause")
    assert box.value is True
    box.uncheck().run()
    page.button(key="cadence_save").click().run()
    assert stored().cadence.year_end_pause is False
    page.button(key="feedback_undo").click().run()
    assert page.checkbox(key="cadence_year_end_pause").value is True
    assert stored().cadence == Cadence()
