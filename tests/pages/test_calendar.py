"""The Calendar: what the address shows, what the component is given, and what a press opens."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from followup.model.beside import Snooze
from followup.model.facts import Facts, Promise
from tests.builders import person
from tests.builders.globex import at, facts, globex, interview, thanked
from tests.pages.conftest import Start

PAGE = "pages/plan/calendar.py"
THANK_ANN = "thank_you:g:i1:ann"
NASTY = "![](http://evil.example/x.png) <b>:red[x]"


def drawn(page: AppTest) -> dict[str, Any]:
    """What the component was given."""
    (component,) = months(page)
    data: dict[str, Any] = json.loads(component.proto.json)
    return data


def months(page: AppTest) -> list[Any]:
    """The calendar's own component, not the frame's."""
    return [c for c in page.get("bidi_component") if c.proto.component_name.endswith("_month")]


def days(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {cell["iso"]: cell for week in data["weeks"] for cell in week}


def text_of(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown)


def test_without_facts_it_says_what_will_stand_here(app: Start) -> None:
    page = app(page=PAGE)
    assert not page.exception
    assert "Nothing is entered yet" in text_of(page)
    assert not months(page)


def test_the_month_of_today_with_its_days(app: Start) -> None:
    page = app(facts(), page=PAGE)
    data = drawn(page)
    cells = days(data)
    assert page.header[0].value == data["title"] == "September 2026"
    assert (min(cells), max(cells)) == ("2026-08-31", "2026-10-04")
    assert [iso for iso, cell in cells.items() if cell["today"]] == ["2026-09-16"]
    assert cells["2026-08-31"]["out"]
    assert not cells["2026-09-01"]["out"]
    assert cells["2026-09-19"]["weekend"]
    assert not cells["2026-09-18"]["weekend"]
    assert cells["2026-10-03"]["holiday"] == "German Unity Day"
    assert [entry["word"] for entry in cells["2026-09-15"]["entries"]] == ["Interview"]
    words = [
        (entry["word"], entry["time"], entry["text"]) for entry in cells["2026-09-16"]["entries"]
    ]
    assert words == [
        ("Due", "15:00", "Globex: Thank Ann Adler"),
        ("Due", "15:00", "Globex: Thank Ben Novak"),
    ]


@pytest.mark.parametrize(
    ("query", "title", "weeks"),
    [
        ({"month": "2026-10"}, "October 2026", 5),
        ({"view": "week"}, "14 to 20 September 2026", 1),
        ({"view": "week", "week": "2026-09-30"}, "28 September 2026 to 4 October 2026", 1),
        ({"view": "week", "month": "2026-10"}, "28 September 2026 to 4 October 2026", 1),
        ({"view": "agenda", "month": "2026-10"}, "October 2026", 0),
        ({"week": "2026-09-30"}, "October 2026", 5),
        ({"view": "bogus", "month": "2026-13"}, "September 2026", 5),
    ],
)
def test_the_address_says_what_is_shown(
    app: Start, query: dict[str, str], title: str, weeks: int
) -> None:
    app(facts())
    page = opened(app, query)
    assert not page.exception
    assert (drawn(page)["title"], len(drawn(page)["weeks"])) == (title, weeks)


def opened(app: Start, query: dict[str, str]) -> AppTest:
    """The page at an address."""
    page = app(page=PAGE)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def test_previous_next_and_today_go_into_the_address(app: Start) -> None:
    page = app(facts(), page=PAGE)
    page.button(key="calendar_next").click().run()
    assert (drawn(page)["title"], page.query_params["month"]) == ("October 2026", "2026-10")
    page.button(key="calendar_previous").click().run()
    page.button(key="calendar_previous").click().run()
    assert drawn(page)["title"] == "August 2026"
    page.radio(key="calendar_view").set_value("week").run()
    assert (drawn(page)["title"], page.query_params["view"]) == (
        "27 July 2026 to 2 August 2026",
        "week",
    )
    page.button(key="calendar_next").click().run()
    assert page.query_params["week"] == "2026-08-03"
    page.button(key="calendar_today").click().run()
    assert drawn(page)["title"] == "14 to 20 September 2026"


def test_the_agenda_begins_with_what_is_still_to_do_and_puts_the_past_behind(app: Start) -> None:
    page = app(facts(), now="2026-09-17T16:00:00+02:00", page=PAGE)
    data = drawn(page)
    assert [section["title"] for section in data["sections"]][:2] == [
        "Still to do from before",
        "Today, Thu 17 Sep",
    ]
    assert {entry["word"] for entry in data["sections"][0]["entries"]} == {"Overdue"}
    assert data["earlier_title"] == "Earlier: 1 entry"


def test_what_is_still_to_do_from_before_the_days_shown_is_not_left_out(app: Start) -> None:
    page = app(facts(), now="2026-09-21T10:00:00+02:00", page=PAGE)
    page.radio(key="calendar_view").set_value("week").run()
    late = drawn(page)["sections"][0]
    assert late["title"] == "Still to do from before"
    assert {entry["text"] for entry in late["entries"]} == {
        "Globex: Thank Ann Adler",
        "Globex: Thank Ben Novak",
    }
    page.button(key="calendar_next").click().run()
    assert "Still to do from before" not in [s["title"] for s in drawn(page)["sections"]]


def test_more_than_fits_is_counted(app: Start) -> None:
    busy = [
        globex(
            id=f"g{n}",
            company=f"Globex {n}",
            people=(person(f"Ann{n}"), person(f"Ben{n}")),
            interviews=(interview(id=f"i{n}", interviewers=(f"ann{n}", f"ben{n}"), specifics=()),),
        )
        for n in range(5)
    ]
    cells = days(drawn(app(facts(*busy), page=PAGE)))
    assert len(cells["2026-09-16"]["entries"]) == 2
    assert cells["2026-09-16"]["more"] == {
        "text": "+8 more",
        "of": "on Wednesday, 16 September 2026",
    }


def test_a_day_opens_as_a_list_whose_entries_open(app: Start) -> None:
    page = app(facts(), page=PAGE)
    page.session_state["calendar_day"] = "2026-09-16"
    page.run()
    listed = [button for button in page.button if (button.key or "").startswith("calendar_list_")]
    assert [button.label for button in listed] == [
        "**15:00 Due** · Globex: Thank Ann Adler",
        "**15:00 Due** · Globex: Thank Ben Novak",
    ]


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        (THANK_ANN, "Thank Ann Adler"),
        ("i1", "Interview by video with Ann Adler"),
        ("p1", "They decide"),
        ("status_check:g:ann", "Status check to Ann Adler"),
    ],
)
def test_what_is_pressed_opens_once(app: Start, identity: str, words: str) -> None:
    promised = interview(
        promises=(Promise(id="p1", kind="decision_by", on=at("2026-09-22 00:00").date()),)
    )
    page = app(facts(globex(interviews=(promised,))), page=PAGE)
    page.session_state["calendar_open"] = identity
    page.run()
    assert not page.exception
    assert words in text_of(page)
    assert page.button(key="calendar_whole").label == "The whole application"
    page.run()
    assert words not in text_of(page)


@pytest.mark.parametrize("identity", ["nothing", "thank_you:g:i1:gone", ""])
def test_what_is_no_longer_there_opens_nothing(app: Start, identity: str) -> None:
    page = app(facts(), page=PAGE)
    page.session_state["calendar_open"] = page.session_state["calendar_day"] = identity
    page.run()
    assert not page.exception


def test_done_from_the_dialog_changes_the_calendar(app: Start, stored: Any) -> None:
    page = app(facts(), page=PAGE)
    page.session_state["calendar_open"] = THANK_ANN
    page.run()
    page.button(key=f"done_{THANK_ANN}").click().run()
    assert not page.exception
    today = days(drawn(page))["2026-09-16"]["entries"]
    assert [entry["text"] for entry in today] == ["Globex: Thank Ben Novak"]
    assert [t.purpose for t in stored().applications[0].touchpoints] == ["thank_you"]


def test_what_is_over_is_shown_when_asked_for(app: Start) -> None:
    page = app(facts(globex(touchpoints=(thanked("ann"), thanked("ben")))), page=PAGE)
    assert [entry["word"] for entry in days(drawn(page))["2026-09-15"]["entries"]] == ["Interview"]
    page.toggle(key="over").set_value(True).run()
    assert [entry["word"] for entry in days(drawn(page))["2026-09-15"]["entries"]] == [
        "Interview",
        "Done",
        "Done",
    ]


def test_a_cell_that_cuts_says_first_what_to_do_and_what_was_called_off_is_struck_out(
    app: Start,
) -> None:
    off = interview(id="i2", starts_at=at("2026-09-18 14:00"), state="moved", specifics=())
    page = app(facts(globex(interviews=(interview(), off))), page=PAGE)
    assert not days(drawn(page))["2026-09-18"]["entries"], "it is over"
    page.toggle(key="over").set_value(True).run()
    cells = days(drawn(page))
    (first, *_) = cells["2026-09-16"]["entries"]
    assert first["cell"] == "Thank Ann Adler · Globex"
    (held,), (moved,) = cells["2026-09-15"]["entries"], cells["2026-09-18"]["entries"]
    assert [held["off"], moved["off"]] == [False, True]
    assert held["cell"].startswith("Globex: ")


def test_a_snooze_stands_where_it_ends(app: Start) -> None:
    world: Facts = facts().replace(
        snoozes=(Snooze(action=THANK_ANN, until=at("2026-09-18 08:00")),)
    )
    cells = days(drawn(app(world, page=PAGE)))
    assert [entry["word"] for entry in cells["2026-09-18"]["entries"]] == ["Snoozed"]
    assert [entry["text"] for entry in cells["2026-09-16"]["entries"]] == [
        "Globex: Thank Ben Novak"
    ]


def test_a_nasty_name_is_text_everywhere(app: Start) -> None:
    world = facts(globex(company=NASTY))
    page = app(world, page=PAGE)
    assert NASTY in days(drawn(page))["2026-09-16"]["entries"][0]["text"]
    page.session_state["calendar_day"] = "2026-09-16"
    page.run()
    label = next(b.label for b in page.button if (b.key or "").startswith("calendar_list_"))
    assert "![](" not in label
    assert ":red[" not in label
    assert "<b>" not in label.replace("\\<", "")


def test_opening_an_address_changes_nothing(app: Start, data_file: Any) -> None:
    app(facts())
    before = data_file.read_bytes()
    for query in ({"month": "2026-10"}, {"view": "week", "week": "2020-01-01"}, {"over": "true"}):
        assert not opened(app, query).exception
    assert data_file.read_bytes() == before
