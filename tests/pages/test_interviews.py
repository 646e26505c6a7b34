"""Interviews: entering, editing and finding applications, and what happens to what was typed."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from streamlit.testing.v1 import AppTest

from followup.model.facts import Application, Facts, Outcome, Person, Promise
from followup.store.store import Store
from tests.pages.conftest import NOW, Start
from tests.pages.samples import at, facts, globex, interview, thanked

PAGE = "pages/record/interviews.py"
BERLIN = ZoneInfo("Europe/Berlin")
Stored = Callable[[], Facts]


def text_of(app: AppTest) -> str:
    """All that the page says, one element a line, with the escapes taken out."""
    shown = [
        *app.title,
        *app.header,
        *app.subheader,
        *app.markdown,
        *app.warning,
        *app.info,
        *app.error,
    ]
    words = "\n".join(str(element.value) for element in shown)
    return words.replace("\\", "").replace("\u2060", "")


def rows(app: AppTest, field: str, name: str = "new") -> list[str]:
    value: list[str] = app.session_state[f"entry:{name}|{field}"]
    return value


def field(app: AppTest, name: str, form: str = "new") -> str:
    return f"entry:{form}|{name}"


def press(app: AppTest, name: str, form: str = "new") -> AppTest:
    return app.button(key=f"entry-button:{form}|{name}").click().run()


def new(app: Start, stored: Facts | None = None) -> AppTest:
    return opened(app, stored, new="1")


def opened(app: Start, stored: Facts | None, **query: str) -> AppTest:
    page = app(stored)
    page.switch_page(PAGE)
    for name, value in query.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def test_an_application_with_two_interviewers_a_detail_each_and_a_decision_by_friday(
    app: Start, stored: Stored
) -> None:
    page = new(app)
    page.text_input(key=field(page, "company")).set_value("Globex")
    page.text_input(key=field(page, "role")).set_value("Data engineer")
    press(page, "person")
    first, second = rows(page, "people")
    page.text_input(key=field(page, f"name_{first}")).set_value("Ann Adler")
    page.text_input(key=field(page, f"email_{first}")).set_value("ann@globex.example")
    page.text_input(key=field(page, f"name_{second}")).set_value("Ben Novak")
    page.selectbox(key=field(page, f"role_{second}")).set_value("hiring_manager").run()
    (round_,) = rows(page, "rounds")
    press(page, f"specific_{round_}")
    ours, theirs = rows(page, f"specifics_{round_}")
    page.text_area(key=field(page, f"text_{ours}")).set_value("They move billing to Kafka")
    page.text_area(key=field(page, f"text_{theirs}")).set_value("Hiking on Fridays")
    (decision,) = rows(page, f"promises_{round_}")
    page.radio(key=field(page, f"choice_{decision}")).set_value("this_friday").run()
    press(page, "save")
    assert not page.exception

    (application,) = stored().applications
    assert (application.company, application.role) == ("Globex", "Data engineer")
    assert [person.name for person in application.people] == ["Ann Adler", "Ben Novak"]
    (held,) = application.interviews
    assert held.interviewers == (first, second)
    assert held.starts_at == datetime(
        2026, 9, 16, 9, tzinfo=BERLIN
    )  # the last full hour before 10:00
    assert (held.minutes, held.mode, held.time_zone) == (60, "video", "Europe/Berlin")
    assert [(s.text, s.said_by) for s in held.specifics] == [
        ("They move billing to Kafka", first),
        ("Hiking on Fridays", second),
    ]
    (promise,) = held.promises
    assert (promise.kind, promise.on) == ("decision_by", date(2026, 9, 18))
    assert page.query_params == {"application": application.id}
    assert "Thank Ann Adler" in text_of(page)


def test_the_start_says_its_weekday_and_its_zone_and_what_that_is_here(app: Start) -> None:
    page = new(app)
    (row,) = rows(page, "rounds")
    assert "Wed 16 Sep, 09:00 to 10:00, Europe/Berlin time" in text_of(page)
    page.selectbox(key=field(page, f"zone_{row}")).select("America/New_York").run()
    words = "Wed 16 Sep, 09:00 to 10:00, America/New_York time; for you today, 15:00"
    assert words in text_of(page)
    page.date_input(key=field(page, f"day_{row}")).set_value(date.max).run()
    assert not page.exception


def filled(app: Start, stored: Facts | None = None) -> AppTest:
    """A new application with company, role and one person, not saved yet."""
    page = new(app, stored)
    page.text_input(key=field(page, "company")).set_value("Initech")
    page.text_input(key=field(page, "role")).set_value("Analyst")
    (person,) = rows(page, "people")
    page.text_input(key=field(page, f"name_{person}")).set_value("Cleo Duval").run()
    return page


def test_a_failed_check_keeps_what_was_typed_and_asks_beside_the_fields(
    app: Start, stored: Stored
) -> None:
    page = new(app)
    (person,) = rows(page, "people")
    (round_,) = rows(page, "rounds")
    (said,) = rows(page, f"specifics_{round_}")
    page.text_input(key=field(page, f"email_{person}")).set_value("ann at globex")
    page.text_area(key=field(page, f"text_{said}")).set_value("They move billing to Kafka").run()
    press(page, "save")
    assert stored().applications == ()
    for sentence in (
        "Which company is it?",
        "For which role?",
        "What is their name?",
        "e-mail address",
    ):
        assert sentence in text_of(page)
    assert page.text_input(key=field(page, f"email_{person}")).value == "ann at globex"
    assert page.text_area(key=field(page, f"text_{said}")).value == "They move billing to Kafka"
    page.text_input(key=field(page, "company")).set_value("Globex").run()
    assert "Which company is it?" not in text_of(page)


def test_what_was_typed_survives_another_page(app: Start) -> None:
    page = filled(app)
    page.switch_page("pages/record/settings.py").run()
    page.switch_page(PAGE)
    page.query_params["new"] = "1"
    page.run()
    assert page.text_input(key=field(page, "company")).value == "Initech"
    (person,) = rows(page, "people")
    assert page.text_input(key=field(page, f"name_{person}")).value == "Cleo Duval"


def test_what_was_typed_survives_a_reload_and_can_be_given_up(app: Start) -> None:
    filled(app)
    again = new(app)
    assert again.text_input(key=field(again, "company")).value == "Initech"
    assert "Here is what you typed before" in text_of(again)
    press(again, "afresh")
    assert again.text_input(key=field(again, "company")).value == ""


def test_a_form_that_nobody_touched_leaves_nothing_behind(app: Start) -> None:
    new(app)
    assert "Here is what you typed before" not in text_of(new(app))


def test_a_row_that_was_removed_can_be_put_back_with_its_words(app: Start) -> None:
    page = filled(app)
    (person,) = rows(page, "people")
    press(page, f"remove_{person}")
    assert rows(page, "people") == []
    press(page, "back_people")
    assert page.text_input(key=field(page, f"name_{person}")).value == "Cleo Duval"


def test_a_decision_before_the_end_of_the_interview_is_asked_about_and_allowed(
    app: Start, stored: Stored
) -> None:
    page = filled(app)
    (round_,) = rows(page, "rounds")
    (decision,) = rows(page, f"promises_{round_}")
    page.radio(key=field(page, f"choice_{decision}")).set_value("day").run()
    page.date_input(key=field(page, f"on_{decision}")).set_value(date(2026, 9, 10)).run()
    press(page, "save")
    assert "Is this right?" not in [w.value for w in page.warning]
    assert "before the end of the interview" in text_of(page)
    assert stored().applications == ()
    page.checkbox(key=field(page, f"sure_on_{decision}")).check().run()
    press(page, "save")
    assert stored().applications[0].interviews[0].promises[0].on == date(2026, 9, 10)


def test_a_company_of_the_file_is_suggested_while_typing(app: Start) -> None:
    page = new(app, facts())
    page.text_input(key=field(page, "company")).set_value("glo").run()
    press(page, "suggest_0")
    assert page.text_input(key=field(page, "company")).value == "Globex"


def edited(app: Start, application: Application) -> AppTest:
    return opened(app, facts(application), application=application.id, edit="1")


def test_an_edit_changes_what_was_changed_and_nothing_else(app: Start, stored: Stored) -> None:
    odd = globex(
        touchpoints=(thanked("ann"),),
        outcome=Outcome(kind="offer", at=at("2026-09-15 20:00")),
        shoe_size=44,
        interviews=(interview(starts_at=at("2026-09-15 14:00:27"), promises=(promise(),)),),
    )
    page = edited(app, odd)
    page.text_input(key=field(page, "role", "g")).set_value("Staff engineer").run()
    press(page, "save", "g")
    assert not page.exception
    assert stored().applications == (odd.replace(role="Staff engineer"),)


def promise() -> Promise:
    return Promise(
        id="p1",
        kind="decision_by",
        on=date(2026, 9, 18),
        text="they said",
        made_at=at("2026-09-15 15:10"),
    )


def test_an_edit_can_add_a_round(app: Start, stored: Stored) -> None:
    page = edited(app, globex())
    press(page, "round", "g")
    press(page, "save", "g")
    first, second = stored().applications[0].interviews
    assert first == interview()
    assert (second.starts_at, second.interviewers) == (at("2026-09-16 09:00"), ())


def save_elsewhere(data_file: Path, application: Application) -> None:
    store = Store(data_file)
    rev = store.load().revs[application.id]
    store.save(application, rev, now=datetime.fromisoformat(NOW))


def test_two_tabs_over_one_application_show_both_versions_and_save_what_is_picked(
    app: Start, stored: Stored
) -> None:
    mine, other = edited(app, globex()), opened(app, None, application="g", edit="1")
    for page, role in ((mine, "Staff engineer"), (other, "Lead")):
        page.text_input(key=field(page, "role", "g")).set_value(role)
        page.text_input(key=field(page, f"name_{'ann' if page is mine else 'ben'}", "g")).set_value(
            "Anna Adler" if page is mine else "Benno Novak"
        ).run()
    press(other, "save", "g")
    assert stored().applications[0].role == "Lead"

    press(mine, "save", "g")
    assert stored().applications[0].role == "Lead"
    assert "Not saved yet: it was changed in another tab meanwhile" in text_of(mine)
    assert {"Staff engineer", "Lead", "Anna Adler", "Benno Novak"} <= {t.value for t in mine.text}
    assert mine.text_input(key=field(mine, "role", "g")).value == "Staff engineer"
    press(mine, "save", "g")  # nothing is picked yet where both changed it
    assert stored().applications[0].role == "Lead"
    assert "Both changed it: pick one." in text_of(mine)

    pick(mine, "role").set_value("mine").run()
    press(mine, "save", "g")
    assert not mine.exception
    (application,) = stored().applications
    assert application.role == "Staff engineer"
    assert [person.name for person in application.people] == ["Anna Adler", "Benno Novak"]


def pick(page: AppTest, name: str) -> Any:
    return next(
        each
        for each in page.radio
        if each.key and "pick_" in each.key and each.key.endswith(f"_{name}")
    )


def test_all_of_the_newer_state_can_be_taken_at_one_click(
    app: Start, stored: Stored, data_file: Path
) -> None:
    page = edited(app, globex())
    page.text_input(key=field(page, "role", "g")).set_value("Staff engineer")
    page.text_input(key=field(page, "link", "g")).set_value("globex.example/job").run()
    newer = globex(role="Lead", people=(*globex().people, Person(id="cy", name="Cy Berg")))
    save_elsewhere(data_file, newer)
    page.run()
    assert "Added there, and kept: Cy Berg" in text_of(page)
    press(page, "all_newer", "g")
    press(page, "save", "g")
    assert stored().applications == (newer,)


def test_what_changes_nothing_in_the_form_asks_nothing(
    app: Start, stored: Stored, data_file: Path
) -> None:
    page = edited(app, globex())
    page.text_input(key=field(page, "role", "g")).set_value("Staff engineer").run()
    save_elsewhere(data_file, globex(touchpoints=(thanked("ann"),)))
    press(page, "save", "g")
    assert stored().applications == (globex(role="Staff engineer", touchpoints=(thanked("ann"),)),)


def test_what_was_deleted_elsewhere_while_editing_can_be_entered_anew(
    app: Start, stored: Stored, data_file: Path
) -> None:
    page = edited(app, globex())
    page.text_input(key=field(page, "role", "g")).set_value("Staff engineer").run()
    Store(data_file).delete("g", Store(data_file).load().revs["g"], now=datetime.fromisoformat(NOW))
    page.run()
    assert "was deleted meanwhile" in text_of(page)
    press(page, "save", "g")
    assert stored().applications[0].role == "Staff engineer"


def test_one_application_stands_under_its_own_address(app: Start, data_file: Path) -> None:
    page = app(facts(globex(touchpoints=(thanked("ann"),))))
    before = data_file.read_bytes()
    page = opened(app, None, application="g")
    said = text_of(page)
    for words in (
        "Globex",
        "Data engineer",
        "Ann Adler",
        "ben@globex.example",
        "Kafka",
        "Thank Ben Novak",
    ):
        assert words in said
    labels = [item.label.replace("\\", "") for item in page.expander]
    assert any("You: thank-you to Ann Adler" in label for label in labels)
    assert "Thank you for the talk." in [text.value for text in page.text]
    assert data_file.read_bytes() == before


def test_an_unknown_address_says_so_calmly(app: Start) -> None:
    page = opened(app, facts(), application="![x](http://evil.example)")
    assert "There is no application with the address" in text_of(page)
    assert "evil.example" in text_of(page)


def test_search_finds_company_role_and_person(app: Start) -> None:
    other = Application(
        id="h", company="Hooli", role="Researcher", people=(Person(id="z", name="Zoë Quinn"),)
    )
    page = opened(app, facts(globex(), other))
    for words, found in (
        ("", {"g", "h"}),
        ("globex", {"g"}),
        ("RESEARCH", {"h"}),
        ("zoë", {"h"}),
        ("ann data", {"g"}),
    ):
        page.text_input(key="search").set_value(words).run()
        assert {b.key[5:] for b in page.button if b.key and b.key.startswith("open_")} == found
    page.text_input(key="search").set_value("nobody").run()
    assert "No application has" in text_of(page)


def test_an_empty_file_says_what_to_do_first(app: Start) -> None:
    page = opened(app, None)
    assert "Nothing is entered yet" in text_of(page)
    page.button(key="interviews_new").click().run()
    assert page.query_params == {"new": "1"}


def test_a_deletion_is_asked_about_and_can_be_undone(app: Start, stored: Stored) -> None:
    page = opened(app, facts(), application="g")
    page.button(key="delete_g").click().run()
    assert stored().applications
    page.button(key="delete_sure_g").click().run()
    assert stored().applications == ()
    page.button(key="feedback_undo").click().run()
    assert stored().applications == (globex(),)


def test_a_new_day_that_they_named_is_logged_with_one_date(app: Start, stored: Stored) -> None:
    page = opened(app, facts(), application="g")
    page.radio(key="happened:g|kind").set_value("moved").run()
    page.button(key="happened-button:g|go").click().run()
    assert "Until which day do they need?" in text_of(page)
    page.date_input(key="happened:g|until").set_value(date(2026, 9, 20)).run()
    page.button(key="happened-button:g|go").click().run()
    (message,) = stored().applications[0].touchpoints
    assert (message.purpose, message.promises[0].on) == ("update", date(2026, 9, 20))
    assert page.radio(key="happened:g|kind").value is None
    assert "they would decide by Sun 20 Sep" in text_of(page)


def test_a_rejection_takes_the_checks_away_and_undo_brings_them_back(
    app: Start, stored: Stored
) -> None:
    page = opened(app, facts(), application="g")
    assert "Status check" in text_of(page)
    page.radio(key="happened:g|kind").set_value("rejected").run()
    page.button(key="happened-button:g|go").click().run()
    assert stored().applications[0].outcome is not None
    assert "Status check" not in text_of(page).split("Story")[0]
    assert "Answer the rejection" in text_of(page)
    page.button(key="feedback_undo").click().run()
    assert stored().applications == (globex(),)
    assert "Status check" in text_of(page)


def test_text_of_the_user_is_shown_as_written(app: Start) -> None:
    nasty = "![x](http://evil.example/a.png) <script>*b* :material/home: $x$"
    hostile = globex(
        company=nasty,
        role=nasty,
        notes=nasty,
        people=(Person(id="ann", name=nasty, email=nasty, linkedin=nasty), globex().people[1]),
        touchpoints=(thanked("ann").replace(subject=nasty, text=nasty),),
    )
    for query in ({}, {"application": "g"}, {"application": "g", "edit": "1"}, {"new": "1"}):
        page = opened(app, facts(hostile), **query)
        raw = [str(e.value) for e in (*page.title, *page.header, *page.subheader, *page.markdown)]
        raw += [e.label for e in (*page.button, *page.expander, *page.pills, *page.checkbox)]
        raw += [option for e in page.pills for option in e.options]
        assert not [
            text
            for text in raw
            if "![x]" in text or "<script>" in text or ":material/home:" in text
        ]
