"""Timeline: filters in the address, the list of the same entries, and the dialog of an entry."""

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from followup.model.beside import Snooze
from followup.model.facts import Facts
from tests.builders.globex import at, facts, globex, interview, thanked
from tests.pages.conftest import Start, opened

PAGE = "pages/plan/timeline.py"
THANK_ANN = "thank_you:g:i1:ann"
Stored = Callable[[], Facts]


def text_of(app: AppTest) -> str:
    shown = [*app.title, *app.subheader, *app.markdown, *app.info, *app.error]
    return (
        "\n".join(str(element.value) for element in shown).replace("\\", "").replace("\u2060", "")
    )


def keys(app: AppTest) -> set[str]:
    return {button.key for button in app.button if button.key}


def many(count: int) -> Facts:
    return facts(
        *(
            globex(
                id=f"g{n}",
                company=f"Company {n}",
                people=(),
                interviews=(interview(id=f"i{n}", interviewers=(), specifics=()),),
            )
            for n in range(count)
        )
    )


def test_an_empty_file_says_what_will_stand_here(app: Start) -> None:
    assert "Nothing is entered yet" in text_of(opened(app, PAGE, None))


def test_the_chart_has_a_name_for_those_who_do_not_see_it(app: Start) -> None:
    page = opened(app, PAGE, facts())
    (chart,) = page.get("arrow_vega_lite_chart") or page.get("vega_lite_chart")
    assert "Timeline of 1 application," in str(chart.proto)


def test_every_window_and_happening_is_a_button_too(app: Start) -> None:
    page = opened(app, PAGE, facts(globex(touchpoints=(thanked("ben"),))))
    assert {
        f"timeline_plan_{THANK_ANN}",
        "timeline_happened_i1",
        "timeline_happened_t_ben",
    } <= keys(page)


def test_a_quiet_time_says_what_it_is_quiet_about(app: Start) -> None:
    """The answer to a refusal stood beside “When not to write” to the same firm."""
    said = "\n".join(
        str(m.value) for m in app(facts(globex(touchpoints=(thanked("ann"),))), page=PAGE).markdown
    )
    assert "**Where no check goes yet**" in said
    assert "Answers, thanks, what you promised and word of another offer do not wait." in said


def test_an_entry_opens_its_action_with_compose_and_done(app: Start, stored: Stored) -> None:
    page = opened(app, PAGE, facts())
    page.button(key=f"timeline_plan_{THANK_ANN}").click().run()
    assert {f"compose_{THANK_ANN}", f"done_{THANK_ANN}"} <= keys(page)
    page.button(key=f"done_{THANK_ANN}").click().run()
    assert not page.exception
    assert [t.purpose for t in stored().applications[0].touchpoints] == ["thank_you"]
    assert f"timeline_plan_{THANK_ANN}" not in keys(page)
    assert f"done_{THANK_ANN}" not in keys(page)


def test_a_snoozed_action_can_be_woken_from_its_dialog(app: Start, stored: Stored) -> None:
    asleep = Snooze(action=THANK_ANN, until=at("2026-09-18 00:00"))
    page = opened(app, PAGE, facts(snoozes=(asleep,)))
    page.button(key=f"timeline_plan_{THANK_ANN}").click().run()
    page.button(key=f"wake_{THANK_ANN}").click().run()
    assert stored().snoozes == ()


def test_a_message_opens_with_its_text(app: Start) -> None:
    page = opened(app, PAGE, facts(globex(touchpoints=(thanked("ben"),))))
    page.button(key="timeline_happened_t_ben").click().run()
    assert "Thank you for the talk." in [text.value for text in page.text]
    assert "timeline_whole" in keys(page)


def test_a_dialog_opens_once(app: Start) -> None:
    page = opened(app, PAGE, facts())
    page.button(key="timeline_happened_i1").click().run()
    assert "timeline_whole" in keys(page)
    assert "timeline_whole" not in keys(page.run())


def test_filters_live_in_the_address(app: Start) -> None:
    other = globex(
        id="h", company="Hooli", people=(), interviews=(interview(id="i2", interviewers=()),)
    )
    both = facts(
        globex(), other.replace(interviews=(interview(id="i2", interviewers=(), specifics=()),))
    )
    page = opened(app, PAGE, both, company="Hooli")
    assert "timeline_happened_i2" in keys(page)
    assert "timeline_happened_i1" not in keys(page)
    page = opened(app, PAGE, both, kind="Interview")
    assert "timeline_happened_i1" in keys(page)
    assert f"timeline_plan_{THANK_ANN}" not in keys(page)
    page = opened(app, PAGE, facts(), status="Upcoming")
    assert f"timeline_plan_{THANK_ANN}" not in keys(page)
    page.multiselect(key="status").set_value(["Due"]).run()
    assert f"timeline_plan_{THANK_ANN}" in keys(page)


def test_an_address_can_name_one_application(app: Start) -> None:
    page = opened(app, PAGE, many(3), application="g1")
    assert {"timeline_happened_i1"} <= keys(page)
    assert not {"timeline_happened_i0", "timeline_happened_i2"} & keys(page)
    page.button(key="timeline_all").click().run()
    assert {"timeline_happened_i0", "timeline_happened_i2"} <= keys(page)


def test_an_application_that_is_none_is_said_and_all_are_shown(app: Start) -> None:
    page = opened(app, PAGE, facts(), application="zz")
    assert "There is no application “zz”: all are shown." in [w.value for w in page.warning]
    assert "timeline_happened_i1" in keys(page)


def test_an_address_that_makes_no_sense_shows_the_page_and_changes_nothing(
    app: Start, data_file: Path
) -> None:
    app(facts())
    before = data_file.read_bytes()
    page = opened(app, PAGE, None, status="nonsense", company="Nobody", period="x", lanes="99")
    assert f"timeline_plan_{THANK_ANN}" in keys(page)
    assert data_file.read_bytes() == before


def test_more_than_twenty_lanes_are_paged(app: Start) -> None:
    page = opened(app, PAGE, many(45))
    assert "45 applications" in text_of(page)
    assert "Timeline of 20 applications," in str(
        (page.get("arrow_vega_lite_chart") or page.get("vega_lite_chart"))[0].proto
    )


def test_a_period_with_nothing_in_it_says_so(app: Start) -> None:
    old = globex(interviews=(interview(starts_at=at("2020-09-15 14:00")),), outcome=None)
    page = opened(app, PAGE, facts(old.replace(people=(), interviews=())))
    assert "Nothing in this period" in text_of(page)
