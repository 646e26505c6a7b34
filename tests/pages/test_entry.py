"""The entry form's pure half: fields become an application, or a list of what is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from followup.model.facts import Application, Me, Promise, Touchpoint
from followup.ui.entry_addresses import is_address, is_link, is_linkedin, is_phone
from followup.ui.entry_check import check
from followup.ui.entry_draft import (
    Draft,
    add_person,
    add_promise,
    add_round,
    add_specific,
    fresh,
    interviewers,
    needed_ids,
    opened,
    person_label,
)
from followup.ui.entry_gaps import Checked
from followup.ui.entry_times import Present, decision_day, last_full_hour
from tests.pages.samples import at, globex, interview, thanked

PRESENT = Present(at("2026-09-16 10:20"), Me())


def typed(**changes: Any) -> Draft:
    """A new application at Globex with Ann, who held it an hour ago."""
    draft = fresh(PRESENT)
    (person,), (row,) = draft["people"], draft["rounds"]
    (said,), (decision,) = draft[f"specifics_{row}"], draft[f"promises_{row}"]
    draft |= {"company": "Globex", "role": "Engineer", f"name_{person}": "Ann"}
    ids = {"P": person, "R": row, "S": said, "D": decision}
    return draft | {_named(name, ids): value for name, value in changes.items()}


def _named(name: str, ids: dict[str, str]) -> str:
    field, _, row = name.rpartition("_")
    return f"{field}_{ids[row]}" if row in ids else name


def gaps(checked: Checked) -> list[str]:
    assert checked.application is None
    return [gap.field.rpartition("_")[0] or gap.field for gap in checked.gaps]


def made(draft: Draft, base: Application | None = None) -> Application:
    checked = check(draft, base, PRESENT)
    assert checked.gaps == ()
    assert checked.application is not None
    return checked.application


def test_the_start_is_the_last_full_hour_on_the_wall() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert last_full_hour(at("2026-09-16 10:20"), berlin) == at("2026-09-16 09:00")
    assert last_full_hour(at("2026-09-16 00:20"), berlin) == at("2026-09-15 23:00")
    gone = datetime.fromisoformat("2026-10-25T02:30:00+01:00")  # the hour that comes twice
    assert last_full_hour(gone, berlin).fold == 0


def test_a_new_form_needs_a_company_and_a_role_only() -> None:
    assert gaps(check(fresh(PRESENT), None, PRESENT)) == ["company", "role"]
    application = made(typed(name_P=""))
    assert application.people == ()
    assert application.interviews[0].starts_at == at("2026-09-16 09:00")


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"company": " "}, ["company"]),
        ({"role": ""}, ["role"]),
        ({"name_P": "", "phone_P": "123"}, ["name"]),
        ({"email_P": "ann at globex"}, ["email"]),
        ({"phone_P": "abc"}, ["phone"]),
        ({"linkedin_P": "javascript:alert(1)"}, ["linkedin"]),
        ({"link": "http://globex.example/job"}, ["link"]),
        ({"day_R": None}, ["day"]),
        ({"time_R": None}, ["time"]),
        ({"minutes_R": None}, ["minutes"]),
        ({"minutes_R": 0}, ["minutes"]),
        ({"minutes_R": 600}, ["minutes"]),
        ({"zone_R": "Mars/Base"}, ["zone"]),
        ({"day_R": date(2020, 1, 1)}, ["day"]),
        ({"day_R": date(2028, 1, 1)}, ["day"]),
        ({"day_R": date(202, 9, 16)}, ["day"]),
        ({"day_R": date.max}, ["day"]),
        ({"choice_D": "day", "on_D": date(202, 9, 16)}, ["on"]),
        ({"day_R": date(2027, 3, 28), "time_R": time(2, 30)}, ["time"]),  # the clocks go forward
        ({"text_S": "", "ties_to_S": "my work"}, ["text"]),
        ({"choice_D": "day"}, ["on"]),
        ({"choice_D": "day", "on_D": date(2026, 9, 15)}, ["on"]),
        ({"company": "x" * 10_001}, ["company"]),
        ({"zone": "Mars/Base"}, ["zone", "zone"]),
    ],
)
def test_what_is_missing_or_odd_is_asked_at_its_field(
    changes: dict[str, Any], missing: list[str]
) -> None:
    assert sorted(gaps(check(typed(**changes), None, PRESENT))) == sorted(missing)


def test_a_year_of_two_digits_is_of_this_century() -> None:
    (held,) = made(typed(day_R=date(26, 9, 15), choice_D="day", on_D=date(26, 9, 18))).interviews
    assert held.starts_at == at("2026-09-15 09:00")
    assert held.promises[0].on == date(2026, 9, 18)


def test_all_that_is_missing_is_asked_at_once() -> None:
    draft = typed(company="", email_P="?", day_R=None, text_S="", ties_to_S="x", choice_D="day")
    assert set(gaps(check(draft, None, PRESENT))) == {"company", "email", "day", "text"}


def test_every_question_is_settled_by_saying_that_it_is_right() -> None:
    for name, value in {"minutes_R": 600, "day_R": date(2020, 1, 1)}.items():
        draft = typed(**{name: value})
        (gap,) = check(draft, None, PRESENT).gaps
        assert gap.asks
        assert made(draft | {f"sure_{gap.field}": True}).company == "Globex"


def test_those_just_entered_who_interview_or_manage_held_the_round() -> None:
    draft = typed()
    manager, recruiter, nameless = add_person(draft), add_person(draft), add_person(draft)
    draft |= {f"name_{manager}": "Ben", f"role_{manager}": "hiring_manager"}
    draft |= {f"name_{recruiter}": "Cy", f"role_{recruiter}": "recruiter"}
    (row,) = draft["rounds"]
    assert interviewers(draft, row) == [draft["people"][0], manager]
    assert nameless not in interviewers(draft, row)
    assert interviewers(draft | {f"who_{row}": [recruiter]}, row) == [recruiter]
    assert interviewers(draft | {f"mode_{row}": "ai"}, row) == []


def test_a_further_detail_is_by_the_next_person() -> None:
    draft = typed()
    second = add_person(draft)
    (row,) = draft["rounds"]
    first_said = draft[f"specifics_{row}"][0]
    assert draft[f"said_by_{first_said}"] == draft["people"][0]
    assert draft[f"said_by_{add_specific(draft, row)}"] == second
    assert draft[f"said_by_{add_specific(draft, row)}"] is None


def test_no_two_people_are_called_alike_in_the_pickers() -> None:
    draft = typed()
    add_person(draft)
    third = add_person(draft)
    draft[f"name_{third}"] = " Ann"
    labels = [person_label(draft, person) for person in draft["people"]]
    assert labels == ["Ann", "Person 2", "Ann (3)"]


def test_a_detail_by_somebody_who_was_taken_out_is_by_nobody() -> None:
    application = made(typed(text_S="Kafka") | {"people": []})
    assert application.interviews[0].specifics[0].said_by is None


def test_promises_of_all_kinds() -> None:
    draft = typed(choice_D="two_weeks")
    (row,) = draft["rounds"]
    slides, answer = add_promise(draft, row, "material"), add_promise(draft, row, "reply_by")
    assert gaps(check(draft, None, PRESENT)) == ["text", "on"]
    draft |= {f"text_{slides}": "the slides", f"on_{answer}": date(2026, 9, 21)}
    kinds = [(p.kind, p.on, p.text, p.made_at) for p in made(draft).interviews[0].promises]
    assert kinds == [
        ("decision_by", date(2026, 9, 30), "", None),
        ("material", None, "the slides", None),
        ("reply_by", date(2026, 9, 21), "", None),
    ]


@pytest.mark.parametrize(
    ("choice", "held_on", "today", "day"),
    [
        ("this_friday", date(2026, 9, 15), date(2026, 9, 16), date(2026, 9, 18)),
        ("this_friday", date(2026, 9, 18), date(2026, 9, 18), date(2026, 9, 18)),
        ("this_friday", date(2026, 9, 18), date(2026, 9, 19), date(2026, 9, 25)),
        ("this_friday", date(2026, 9, 30), date(2026, 9, 16), date(2026, 10, 2)),
        ("next_friday", date(2026, 12, 29), date(2026, 12, 29), date(2027, 1, 8)),
        ("week", date(2026, 9, 10), date(2026, 9, 16), date(2026, 9, 17)),
        ("two_weeks", None, date(2026, 9, 16), date(2026, 9, 30)),
        ("none", date(2026, 9, 10), date(2026, 9, 16), None),
        (None, date(2026, 9, 10), date(2026, 9, 16), None),
    ],
)
def test_quick_choices(
    choice: str | None, held_on: date | None, today: date, day: date | None
) -> None:
    assert decision_day(choice, None, held_on, today) == day


def test_a_decision_day_counts_in_the_companys_zone() -> None:
    # 09:00 to 10:00 on the 16th in Berlin is still the 15th in Honolulu.
    draft = typed(
        choice_D="day", on_D=date(2026, 9, 15), zone="Pacific/Honolulu", zone_R="Europe/Berlin"
    )
    assert made(draft).interviews[0].promises[0].on == date(2026, 9, 15)


def test_a_stored_application_opened_and_saved_is_the_same() -> None:
    stored = globex(
        specialised=True,
        country="AT",
        time_zone="Europe/Vienna",
        odd="kept",
        touchpoints=(thanked("ann"),),
        interviews=(
            interview(
                starts_at=at("2026-09-15 14:00:31"),
                minutes=700,
                promises=(
                    Promise(id="p", kind="decision_by", on=date(2026, 9, 1), text="soon"),
                    Promise(id="q", kind="decision_by", text="no day"),
                    Promise(id="m", kind="material", text="slides", made_at=at("2026-09-15 16:00")),
                ),
            ),
            interview(id="old", starts_at=at("2019-01-01 10:00"), specifics=(), state="no_show"),
        ),
    )
    assert made(opened(stored), stored) == stored


def test_what_was_added_elsewhere_meanwhile_is_kept() -> None:
    draft = opened(globex())
    newer = globex(
        people=(*globex().people, globex().people[0].replace(id="cy", name="Cy")),
        touchpoints=(thanked("ben"),),
        interviews=(
            interview(),
            interview(id="i2", specifics=(), starts_at=at("2026-09-20 10:00")),
        ),
    )
    assert made(draft, newer) == newer


def test_who_and_what_the_log_names_has_to_stay() -> None:
    answered = Touchpoint(
        id="t", at=at("2026-09-15 20:00"), direction="sent", purpose="send_material", promise="m"
    )
    stored = globex(
        touchpoints=(thanked("ann"), answered),
        interviews=(interview(promises=(Promise(id="m", kind="material", text="slides"),)),),
    )
    assert needed_ids(stored) == {"ann", "i1", "m"}
    draft = opened(stored)
    assert gaps(check(draft | {"people": ["ben"], "who_i1": ["ben"]}, stored, PRESENT)) == [
        "people"
    ]
    assert "rounds" in gaps(check(draft | {"rounds": []}, stored, PRESENT))
    assert gaps(check(draft | {"promises_i1": []}, stored, PRESENT)) == ["rounds"]
    assert made(draft | {"people": ["ann"]}, stored).people == stored.people[:1]


def test_a_round_that_is_added_has_the_zone_of_the_application_or_mine() -> None:
    draft = opened(globex(time_zone="America/New_York"))
    add_round(draft, replace(PRESENT, me=Me(time_zone="Asia/Tokyo")))
    assert made(draft, globex()).interviews[1].time_zone == "America/New_York"


def test_hostile_text_is_kept_and_cleaned_by_the_facts() -> None:
    application = made(typed(company="\ud800![x](http://y)\x00", text_S="a\r\nb"))
    assert application.company == "\ufffd![x](http://y)"
    assert application.interviews[0].specifics[0].text == "a\nb"


@pytest.mark.parametrize(
    "text", ["a@b.co", "ann.adler+jobs@globex.example", "é@büro.example", "o'neil@x-y.org"]
)
def test_addresses(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "a@b",
        "a@.b",
        "a@b.",
        "a b@c.de",
        "a@b@c.de",
        "<a@b.de>",
        "a@b.de,c@d.de",
        "a@b..de",
        "x" * 250 + "@b.de",
    ],
)
def test_no_addresses(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    ("fits", "texts"),
    [
        (
            is_phone,
            ["+49 (0)30 1234-567", "030/1234567", "555.0100 ext. 12", "+1 555 0100x12", "112"],
        ),
        (
            is_linkedin,
            ["linkedin.com/in/ann", "https://www.linkedin.com/in/ann?x=1", "de.LinkedIn.com/in/ä"],
        ),
        (
            is_link,
            [
                "https://globex.example/job/1?a=b#c",
                "globex.example/job",
                "https://localhost.test:8080",
            ],
        ),
    ],
)
def test_what_looks_right(fits: Callable[[str], bool], texts: list[str]) -> None:
    assert [text for text in texts if not fits(text)] == []


@pytest.mark.parametrize(
    ("fits", "texts"),
    [
        (is_phone, ["abc", "12", "+", "1" * 30, "call me on 030 1234", "030 1234 javascript:"]),
        (
            is_linkedin,
            [
                "javascript:alert(1)",
                "javascript://linkedin.com/%0aalert(1)",
                "http://linkedin.com/in/ann",
                "https://linkedin.com.evil.example/in/ann",
                "https://linkedin.com@evil.example",
                "https://evil.example/linkedin.com",
                "ann adler",
            ],
        ),
        (
            is_link,
            [
                "javascript:alert(1)",
                "data:text/html,x",
                "http://globex.example",
                "job 12",
                "https://[x",
                "x:y",
            ],
        ),
    ],
)
def test_what_does_not(fits: Callable[[str], bool], texts: list[str]) -> None:
    assert [text for text in texts if fits(text)] == []


def test_an_odd_address_of_an_old_file_is_left_as_it_is() -> None:
    old = globex(
        people=(
            globex().people[0].replace(phone="ask reception", linkedin="ann"),
            *globex().people[1:],
        )
    )
    assert made(opened(old), old) == old
