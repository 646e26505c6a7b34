"""Interviews: entering, editing and finding applications, and what happens to what was typed."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from streamlit.testing.v1 import AppTest

from followup.exchange.out.marks import handed_out
from followup.model.facts import Application, Facts, Outcome, Person, Promise, Touchpoint
from followup.store.file_store import FileStore
from tests.builders import day
from tests.builders.globex import at, facts, globex, interview, thanked
from tests.pages.conftest import NOW, Start, opened

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
    return opened(app, PAGE, stored, new="1")


def test_a_whole_sentence_as_a_note_is_told_at_once_and_taken_as_their_point(app: Start) -> None:
    page = new(app)
    (person,), (row,) = rows(page, "people"), rows(page, "rounds")
    (said,) = rows(page, f"specifics_{row}")
    page.text_input(key=field(page, f"name_{person}")).set_value("Tom Berg").run()
    note = page.text_area(key=field(page, f"text_{said}"))
    note.set_value("the move to the new warehouse").run()
    assert "Our conversation about the move to the new warehouse." in text_of(page)
    note.set_value("Tom said the last analyst left because nobody read the reports.").run()
    assert "whole sentence: was it their point? Your point that the last analyst left" in text_of(
        page
    ).replace("]", "")
    press(page, f"fits_text_{said}")
    assert page.session_state[field(page, f"frame_{said}")] == "that"
    assert "Your point that the last analyst left because nobody read the reports." in text_of(page)
    assert "whole sentence" not in text_of(page)


def test_a_round_at_a_foreign_address_asks_whose_clock_it_is_on(app: Start) -> None:
    page = new(app)
    (person,), (row,) = rows(page, "people"), rows(page, "rounds")
    page.text_input(key=field(page, f"email_{person}")).set_value("k@globex.co.uk").run()
    assert "On whose clock is that?" in text_of(page)
    press(page, f"their_clock_{row}")
    chosen = (
        page.session_state[field(page, f"zone_{row}")],
        page.session_state[field(page, "zone")],
    )
    assert chosen == ("Europe/London", "Europe/London")
    assert "On whose clock is that?" not in text_of(page)


def test_german_notes_have_german_beginnings(app: Start) -> None:
    page = new(app)
    (row,) = rows(page, "rounds")
    (said,) = rows(page, f"specifics_{row}")
    note = page.text_area(key=field(page, f"text_{said}"))
    note.set_value("der Umzug nach Halle, den sie für das Frühjahr planen").run()
    begun = [box.options for box in page.selectbox if "Just a note for me" in box.options]
    assert begun[0][:3] == ["Unser Gespräch über …", "Ihre Bemerkung, dass …", "Ihre Frage, …"]


def test_a_pasted_mailbox_fills_the_name_and_the_address(app: Start) -> None:
    page = new(app)
    (person,) = rows(page, "people")
    name, email = field(page, f"name_{person}"), field(page, f"email_{person}")
    page.text_input(key=name).set_value("Maria Schmidt <m@globex.example>").run()
    assert (page.text_input(key=name).value, page.text_input(key=email).value) == (
        "Maria Schmidt",
        "m@globex.example",
    )


def test_several_people_typed_as_one_name_have_a_row_each(app: Start) -> None:
    page = new(app)
    (person,) = rows(page, "people")
    line = "Marcus Webb <marcus.webb@northlight.example>, Dr Helen O'Shea und Sara Holm"
    page.text_input(key=field(page, f"name_{person}")).set_value(line).run()
    typed = [
        tuple(page.text_input(key=field(page, f"{name}_{row}")).value for name in ("name", "email"))
        for row in rows(page, "people")
    ]
    assert typed == [
        ("Marcus Webb", "marcus.webb@northlight.example"),
        ("Dr Helen O'Shea", ""),
        ("Sara Holm", ""),
    ]
    for one in ("Webb, Marcus", "Gus Hill, Robert Half"):  # an agency stands behind a name
        page.text_input(key=field(page, f"name_{person}")).set_value(one).run()
        assert len(rows(page, "people")) == 3


def test_who_was_there_is_asked_once_beside_each_whatever_they_are(
    app: Start, stored: Stored
) -> None:
    page = new(app)
    page.text_input(key=field(page, "company")).set_value("Globex")
    page.text_input(key=field(page, "role")).set_value("Analyst")
    (rita,), (row,) = rows(page, "people"), rows(page, "rounds")
    page.text_input(key=field(page, f"name_{rita}")).set_value("Rita Ray").run()
    page.selectbox(key=field(page, f"role_{rita}")).set_value("recruiter").run()
    press(page, "apart")
    hal = rows(page, "people")[1]
    page.text_input(key=field(page, f"name_{hal}")).set_value("Hal Hr").run()
    there = {p: f"entry-button:new|who_{row}_{p}" for p in (rita, hal)}
    assert page.checkbox(key=there[rita]).value
    assert not page.checkbox(key=there[hal]).value
    labels = [box.label for box in page.checkbox if "Ray" in box.label or "Hal" in box.label]
    assert labels == ["Rita Ray was there", "Hal Hr was there"], "and nowhere else"
    assert "With Rita Ray, as ticked above." in text_of(page)
    said_by = next(box for box in page.selectbox if box.label == "Said by")
    assert said_by.value == rita
    assert said_by.options == ["Rita Ray"]

    page.checkbox(key=there[rita]).uncheck().run()
    assert next(box for box in page.selectbox if box.label == "Said by").value is None
    press(page, "save")
    assert "Nobody is ticked as having been there" in text_of(page)
    assert stored().applications == ()
    page.checkbox(key=there[rita]).check().run()
    press(page, "save")
    assert stored().applications[0].interviews[0].interviewers == (rita,)


def test_an_agency_makes_the_route_beside_the_person_and_it_can_be_changed(
    app: Start, stored: Stored
) -> None:
    page = filled(app)
    (person,) = rows(page, "people")

    def route() -> Any:
        (only,) = (radio for radio in page.radio if radio.label == "How you came to it")
        return only

    assert route().value == "direct"
    page.selectbox(key=field(page, f"role_{person}")).set_value("agency").run()
    assert route().value == "agency"
    page.selectbox(key=field(page, f"role_{person}")).set_value("hr").run()
    assert route().value == "direct", "nobody had chosen it"
    page.selectbox(key=field(page, f"role_{person}")).set_value("agency").run()
    route().set_value("referral").run()
    press(page, "save")
    assert stored().applications[0].route == "referral"


def test_a_round_ahead_is_asked_for_in_words_that_fit_it(app: Start) -> None:
    page = filled(app)
    (row,) = rows(page, "rounds")
    assert "Who you met" in text_of(page)
    page.date_input(key=field(page, f"day_{row}")).set_value(date(2026, 9, 18)).run()
    assert "Who you will meet" in text_of(page)
    assert "Cleo Duval will be there" in [box.label for box in page.checkbox]
    assert "What was said" not in text_of(page).replace("What was said and promised is asked", "")
    page.date_input(key=field(page, f"day_{row}")).set_value(date(2026, 9, 15)).run()
    (said,) = rows(page, f"specifics_{row}")
    page.text_area(key=field(page, f"text_{said}")).set_value("the move").run()
    page.date_input(key=field(page, f"day_{row}")).set_value(date(2026, 9, 18)).run()
    assert page.text_area(key=field(page, f"text_{said}")).value == "the move", "never out of sight"


def test_who_is_on_file_at_the_employer_comes_by_one_click(app: Start, stored: Stored) -> None:
    page = new(app, facts())
    page.text_input(key=field(page, "company")).set_value("Globex").run()
    page.text_input(key=field(page, "role")).set_value("Analyst")
    press(page, "known_ann")
    (row,) = rows(page, "people")
    assert page.text_input(key=field(page, f"email_{row}")).value == "ann@globex.example"
    assert "Ann Adler, Interviewer" not in [button.label for button in page.button]
    press(page, "save")
    second = next(a for a in stored().applications if a.role == "Analyst")
    assert [p.email for p in second.people] == ["ann@globex.example"]


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
    assert "Thank 2 people" in text_of(page)
    assert "You met today · They decide by Fri 18 Sep" in text_of(page)


def test_the_clock_of_a_country_or_an_address_is_taken_in_sight_until_another_is_chosen(
    app: Start, stored: Stored
) -> None:
    page = new(app)
    (row,) = rows(page, "rounds")
    page.date_input(key=field(page, f"day_{row}")).set_value(date(2026, 9, 14)).run()
    page.time_input(key=field(page, f"time_{row}")).set_value(time(10, 0)).run()
    country, zone = field(page, "country"), field(page, "zone")
    page.selectbox(key=country).set_value("GB").run()
    assert page.selectbox(key=zone).value == "Europe/London"
    assert "10:00 to 11:00, Europe/London time; for you Mon 14 Sep, 11:00" in text_of(page)
    page.selectbox(key=country).set_value("DE").run()
    assert page.selectbox(key=zone).value is None, "as mine: Berlin is there, too"
    page.selectbox(key=country).set_value("PT").run()
    assert page.selectbox(key=zone).value is None, "the Azores have another clock"
    place = field(page, f"location_{row}")
    page.text_input(key=place).set_value("12 Canal Road, Leeds LS1 4AB").run()
    assert page.selectbox(key=field(page, f"zone_{row}")).value == "Europe/London"
    page.selectbox(key=field(page, f"zone_{row}")).set_value("Europe/Berlin").run()
    assert "10:00 to 11:00, Europe/Berlin time" in text_of(page)
    press(page, f"their_clock_{row}")
    assert "10:00 to 11:00, Europe/London time; for you" in text_of(page)


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
        "Which company is it? Write “?” while they do not say.",
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
    press(again, "discard_kept")
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
    return opened(app, PAGE, facts(application), application=application.id, edit="1")


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
    assert (second.starts_at, second.interviewers) == (
        at("2026-09-16 09:00"),
        ("ann", "ben"),  # else nobody could be thanked: no recruiter, HR or manager is on file
    )


def save_elsewhere(data_file: Path, application: Application) -> None:
    store = FileStore(data_file)
    rev = store.load().revs[application.id]
    store.save(application, rev, now=datetime.fromisoformat(NOW))


def test_two_tabs_over_one_application_show_both_versions_and_save_what_is_picked(
    app: Start, stored: Stored
) -> None:
    mine, other = edited(app, globex()), opened(app, PAGE, None, application="g", edit="1")
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
    FileStore(data_file).delete(
        "g", FileStore(data_file).load().revs["g"], now=datetime.fromisoformat(NOW)
    )
    page.run()
    assert "was deleted meanwhile" in text_of(page)
    press(page, "save", "g")
    assert stored().applications[0].role == "Staff engineer"


def test_one_application_stands_under_its_own_address(app: Start, data_file: Path) -> None:
    page = app(facts(globex(touchpoints=(thanked("ann"),))))
    before = data_file.read_bytes()
    page = opened(app, PAGE, None, application="g")
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
    page = opened(app, PAGE, facts(), application="![x](http://evil.example)")
    assert "There is no application with the address" in text_of(page)
    assert "evil.example" in text_of(page)


def test_the_list_says_stage_last_contact_and_next_step_and_shows_one_state(app: Start) -> None:
    over = globex(
        id="h",
        company="Hooli",
        people=(),
        interviews=(),
        outcome=Outcome(kind="rejected", at=at("09-15 10:00")),
    )
    page = opened(app, PAGE, facts(globex(touchpoints=(thanked("ben"),)), over))
    assert "Interview · You wrote yesterday" in page.button(key="open_g").label
    assert "Thank Ann Adler  \nby 15:00 today" in text_of(page)
    page.radio(key="state").set_value("ended").run()
    assert {b.key for b in page.button if b.key and b.key.startswith("open_")} == {"open_h"}
    page.radio(key="state").set_value("hold").run()
    assert "None of them is in this state." in text_of(page)


def test_search_finds_company_role_and_person(app: Start) -> None:
    other = Application(
        id="h", company="Hooli", role="Researcher", people=(Person(id="z", name="Zoë Quinn"),)
    )
    page = opened(app, PAGE, facts(globex(), other))
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
    page = opened(app, PAGE, None)
    assert "Nothing is entered yet" in text_of(page)
    page.button(key="interviews_new").click().run()
    assert page.query_params == {"new": "1"}


def test_a_deletion_is_asked_about_and_can_be_undone(app: Start, stored: Stored) -> None:
    page = opened(app, PAGE, facts(), application="g")
    page.button(key="delete_g").click().run()
    assert stored().applications
    page.button(key="delete_sure_g").click().run()
    assert stored().applications == ()
    page.button(key="feedback_undo").click().run()
    assert stored().applications == (globex(),)


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
        page = opened(app, PAGE, facts(hostile), **query)
        raw = [str(e.value) for e in (*page.title, *page.header, *page.subheader, *page.markdown)]
        raw += [e.label for e in (*page.button, *page.expander, *page.radio, *page.checkbox)]
        raw += [option for e in page.radio for option in e.options]
        assert not [
            text
            for text in raw
            if "![x]" in text or "<script>" in text or ":material/home:" in text
        ]


# The log is mended.


def test_a_message_in_the_story_is_mended_in_place(app: Start, stored: Stored) -> None:
    page = opened(app, PAGE, facts(globex(touchpoints=(thanked("ann"),))), application="g")
    page.button(key="mend-button:t_ann|edit").click().run()
    page.text_area(key="mend:t_ann|text").set_value("Thank you for your time.").run()
    page.radio(key="mend:t_ann|channel").set_value("linkedin").run()
    page.button(key="mend-button:t_ann|save").click().run()
    assert not page.exception
    (message,) = stored().applications[0].touchpoints
    expected = thanked("ann").replace(text="Thank you for your time.", channel="linkedin")
    assert message == expected
    assert "mend-button:t_ann|save" not in {button.key for button in page.button}


def test_a_moment_that_lies_ahead_is_refused_and_what_was_typed_stays(app: Start) -> None:
    page = opened(app, PAGE, facts(globex(touchpoints=(thanked("ann"),))), application="g")
    page.button(key="mend-button:t_ann|edit").click().run()
    page.datetime_input(key="mend:t_ann|at").set_value(datetime(2026, 9, 17, 10)).run()  # noqa: DTZ001
    page.button(key="mend-button:t_ann|save").click().run()
    assert "lies ahead" in text_of(page)
    page.button(key="mend-button:t_ann|cancel").click().run()
    assert "mend-button:t_ann|edit" in {button.key for button in page.button}


def test_a_message_is_taken_out_of_the_story_and_undo_brings_it_back(
    app: Start, stored: Stored
) -> None:
    world = facts(globex(touchpoints=(thanked("ann"),)))
    page = opened(app, PAGE, world, application="g")
    page.button(key="mend-button:t_ann|remove").click().run()
    assert stored().applications[0].touchpoints == ()
    page.button(key="feedback_undo").click().run()
    assert stored() == world


def test_an_outcome_is_mended_and_taken_out(app: Start, stored: Stored) -> None:
    outcome = Outcome(kind="offer", at=at("2026-09-15 18:00"))
    page = opened(app, PAGE, facts(globex(outcome=outcome)), application="g")
    page.button(key="mend-button:outcome:g|edit").click().run()
    page.date_input(key="mend:outcome:g|deadline").set_value(date(2026, 9, 25)).run()
    page.button(key="mend-button:outcome:g|save").click().run()
    assert stored().applications[0].outcome == outcome.replace(deadline=date(2026, 9, 25))
    page.button(key="mend-button:outcome:g|remove").click().run()
    assert stored().applications[0].outcome is None


def test_the_day_of_a_message_in_the_story_is_one_click_and_its_time_stays(
    app: Start, stored: Stored
) -> None:
    page = opened(app, PAGE, facts(globex(touchpoints=(thanked("ann"),))), application="g")
    before = stored().applications[0].touchpoints[0].at.astimezone(BERLIN)
    page.button(key="mend-button:t_ann|edit").click().run()
    page.button(key="mend-button:t_ann|back_2026-09-12").click().run()
    page.button(key="mend-button:t_ann|save").click().run()
    after = stored().applications[0].touchpoints[0].at.astimezone(BERLIN)
    assert after.date() == date(2026, 9, 12)
    assert after.time().replace(second=0, microsecond=0) == before.time().replace(
        second=0, microsecond=0
    )


def test_a_round_of_which_the_day_alone_is_known_is_no_nothing_planned(app: Start) -> None:
    ahead = interview().replace(starts_at=None, on=date(2026, 9, 24), specifics=(), promises=())
    page = opened(app, PAGE, facts(globex(interviews=(ahead,), touchpoints=())), application="g")
    assert "lies ahead: Thu 24 Sep" in text_of(page)
    assert "Nothing is planned" not in text_of(page)
    over = ahead.replace(on=date(2026, 9, 14))
    page = opened(app, PAGE, facts(globex(interviews=(over,), touchpoints=())), application="g")
    assert "Mon 14 Sep, no time yet: did it take place?" in text_of(page)
    assert "Nothing is planned" not in text_of(page)


def test_an_ended_application_is_reopened_and_what_i_ended_is_taken_back(
    app: Start, stored: Stored
) -> None:
    closed = Outcome(kind="closed", at=at("2026-09-15 18:00"))
    page = opened(app, PAGE, facts(globex(outcome=closed)), application="g")
    page.button(key="reopen_g").click().run()
    (g,) = stored().applications
    assert (g.reopened_at, g.outcome) == (at("2026-09-16 10:00"), closed)
    mine = closed.replace(kind="withdrawn")
    page = opened(app, PAGE, facts(globex(outcome=mine)), application="g")
    assert page.button(key="reopen_g").label == "Take it back"
    page.button(key="reopen_g").click().run()
    assert stored().applications[0].outcome is None
    assert "reopen_g" not in {button.key for button in page.button}


def test_somebody_is_no_longer_there_and_has_a_successor(app: Start, stored: Stored) -> None:
    page = opened(app, PAGE, facts(), application="g")
    page.session_state["left_ann"] = True
    page.run()
    page.text_input(key="left_ann_new").set_value("Cleo Duval").run()
    page.button(key="left_ann_save").click().run()
    assert not page.exception
    ann, _, cleo = stored().applications[0].people
    assert (ann.left, ann.successor) == (date(2026, 9, 16), cleo.id)
    assert "no longer there since Wed 16 Sep; now Cleo Duval" in text_of(page)
    page.button(key="back_ann").click().run()
    assert stored().applications[0].people[0] == globex().people[0]


def test_a_successor_pasted_with_an_address_has_both(app: Start, stored: Stored) -> None:
    page = opened(app, PAGE, facts(), application="g")
    page.session_state["left_ann"] = True
    page.run()
    page.text_input(key="left_ann_new").set_value("Owen Black <owen@globex.example>").run()
    page.button(key="left_ann_save").click().run()
    owen = stored().applications[0].people[2]
    assert (owen.name, owen.email) == ("Owen Black", "owen@globex.example")
    assert "now Owen Black" in text_of(page)


# Each round has its own moves.


def test_who_was_there_is_ticked_for_any_round(app: Start, stored: Stored) -> None:
    later = interview(id="i2", starts_at=at("2026-09-21 09:00"), interviewers=(), specifics=())
    page = opened(app, PAGE, facts(globex(interviews=(interview(), later))), application="g")
    page.session_state["met_i2"] = True
    page.run()
    page.checkbox(key="met_i2_ben").check().run()
    assert stored().applications[0].interviews[1].interviewers == ("ben",)


def test_a_round_is_moved_called_off_or_missed_by_its_own_buttons(
    app: Start, stored: Stored
) -> None:
    later = interview(id="i2", starts_at=at("2026-09-21 09:00"), specifics=())
    last = interview(id="i3", starts_at=at("2026-09-28 09:00"), specifics=())
    world = facts(globex(interviews=(interview(), later, last)))
    page = opened(app, PAGE, world, application="g")
    page.button(key="called_off_i3").click().run()
    assert page.radio(key="happened:g|which").value == "i3"
    page.button(key="happened-button:g|go").click().run()
    page.button(key="moved_i2").click().run()
    page.button(key="quick:happened:g|day|In a week").click().run()
    page.button(key="happened-button:g|go").click().run()
    page.button(key="no_show_i1").click().run()
    page.button(key="happened-button:g|go").click().run()
    states = [i.state for i in stored().applications[0].interviews]
    assert states == ["no_show", "moved", "cancelled", "scheduled"]
    page.button(key="on_again_i3").click().run()
    assert stored().applications[0].interviews[2].state == "scheduled"


def test_the_past_round_of_what_ended_is_no_longer_moved_or_called_off(app: Start) -> None:
    unknown = interview(starts_at=None, on=day("2026-09-10"), specifics=())
    page = opened(app, PAGE, facts(globex(interviews=(unknown,))), application="g")
    assert {"moved_i1", "called_off_i1"} <= {b.key for b in page.button}
    ended = globex(
        interviews=(unknown,), outcome=Outcome(kind="rejected", at=at("2026-09-12 10:00"))
    )
    page = opened(app, PAGE, facts(ended), application="g")
    assert not {"moved_i1", "called_off_i1", "no_show_i1"} & {b.key for b in page.button}
    assert "Who will be there" not in [box.proto.popover.label for box in page.get("popover")]


def test_an_interview_that_the_calendar_has_otherwise_says_so(app: Start, stored: Stored) -> None:
    later = interview(id="i2", starts_at=at("2026-09-21 09:00"), specifics=())
    world = facts(globex(interviews=(later,)))
    now = at("2026-09-16 10:00")
    given = world.replace(handed_out=handed_out(world, (), now))
    assert "Your calendar" not in text_of(opened(app, PAGE, given, application="g"))
    moved = globex(interviews=(later.replace(starts_at=at("2026-09-22 09:00")),))
    page = opened(app, PAGE, given.replace(applications=(moved,)), application="g")
    assert "Your calendar still has it as it was." in text_of(page)
    off = globex(interviews=(later.replace(state="cancelled"),))
    page = opened(app, PAGE, given.replace(applications=(off,)), application="g")
    assert "Your calendar still has it as it was." in text_of(page)
    assert [b.proto.label for b in page.get("download_button")] == ["Update my calendar"]


def test_more_of_what_was_said_is_added_to_any_round_that_was_held(
    app: Start, stored: Stored
) -> None:
    page = opened(app, PAGE, facts(), application="g")
    page.button(key="debrief_more_i1").click().run()
    page.text_area(key="debrief:debrief:g:i1|said_ben").set_value("Hiking on Fridays").run()
    page.button(key="debrief_save_debrief:g:i1").click().run()
    said = stored().applications[0].interviews[0].specifics
    assert [item.text for item in said][1:] == ["Hiking on Fridays"]


def test_a_debrief_asks_who_was_there_where_nobody_has_said(app: Start, stored: Stored) -> None:
    alone = interview(interviewers=(), specifics=())
    page = opened(app, PAGE, facts(globex(interviews=(alone,))), application="g")
    key = "debrief:g:i1"
    page.button(key=f"debrief_open_{key}").click().run()
    page.checkbox(key=f"debrief-button:{key}|met_ben").check().run()
    page.button(key=f"debrief_save_{key}").click().run()
    assert stored().applications[0].interviews[0].interviewers == ("ben",)


def test_what_an_acceptance_ended_says_so_and_is_closed_by_one_click(
    app: Start, stored: Stored
) -> None:
    taken = globex(outcome=Outcome(kind="accepted", at=at("2026-09-16 08:00")))
    rita = Person(id="rita", name="Rita Ray")
    talk = interview(id="i2", interviewers=("rita",), specifics=())
    other = globex(id="g2", role="Planner", people=(rita,), interviews=(talk,))
    page = opened(app, PAGE, facts(taken, other), application="g2")
    why = "You accepted the offer of Globex (Data engineer) on Wed 16 Sep."
    assert f"{why} That ends this application, too" in text_of(page)
    assert "Nothing is planned" not in text_of(page)
    page.button(key="close_ended_g2").click().run()
    closed = next(a for a in stored().applications if a.id == "g2")
    assert closed.outcome
    assert closed.outcome.kind == "closed"
    assert why not in text_of(page)


def test_what_an_acceptance_ended_does_not_deny_the_note_below_it(app: Start) -> None:
    taken = globex(company="Acme", outcome=Outcome(kind="accepted", at=at("2026-09-16 08:00")))
    rita = Person(id="rita", name="Rita Ray")
    talk = interview(id="i2", interviewers=("rita",), specifics=())
    page = opened(
        app,
        PAGE,
        facts(taken, globex(id="g2", people=(rita,), interviews=(talk,))),
        application="g2",
    )
    assert "what is left to do stands below" in text_of(page)
    assert "nothing is asked here" not in text_of(page)
    assert "Tell Rita Ray that you withdraw" in text_of(page)


def test_a_day_that_they_promised_says_which_holiday_it_is(app: Start) -> None:
    on = (Promise(id="p", kind="decision_by", on=date(2026, 12, 25)),)
    page = opened(app, PAGE, facts(globex(interviews=(interview(promises=on),))), application="g")
    assert "by Fri 25 Dec (Christmas Day): open" in text_of(page)


def test_until_its_day_a_message_with_other_news_takes_nothing_from_their_promise(
    app: Start,
) -> None:
    wrote = Touchpoint(
        id="r", at=at("2026-09-15 17:00"), direction="received", purpose="update", people=("ann",)
    )
    promise = Promise(id="p", kind="decision_by", on=date(2026, 9, 18))
    there = globex(interviews=(interview(promises=(promise,)),), touchpoints=(wrote,))
    page = opened(app, PAGE, facts(there), application="g")
    assert "by Fri 18 Sep: they wrote since, and the day still counts" in text_of(page)
    assert "they wrote again, but no other day was named" in text_of(page)


def test_what_was_promised_in_an_interview_of_weeks_ago_counts_its_days_from_it(app: Start) -> None:
    promise = Promise(id="m", kind="material", text="slides")
    old = interview(starts_at=at("2026-08-25 14:00"), promises=(promise,))
    page = opened(
        app,
        "pages/record/interviews.py",
        facts(globex(interviews=(old,))),
        application="g",
        edit="1",
    )
    page.button(key="quick:entry:g|on_m|Two weeks later").click().run()
    assert page.date_input(key="entry:g|on_m").value == date(2026, 9, 8)
