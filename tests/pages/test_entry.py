"""The entry form's pure half: fields become an application, or a list of what is missing."""

from datetime import date, datetime, time
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from followup.forms.check import check_entry
from followup.forms.checking import (
    Checked,
    decision_day,
    last_full_hour,
    person_label,
    row_owner,
)
from followup.forms.fields import (
    Fields,
    add_known,
    add_person,
    add_promise,
    add_round,
    add_specific,
    fresh,
    needed_ids,
    opened,
)
from followup.forms.likely import interviewers, on_file, people_at
from followup.model.facts import Application, Person, Promise, Touchpoint
from followup.model.times import Clock
from followup.model.vocabulary import Role
from tests.builders.globex import at, globex, interview, thanked
from tests.rows import each_row

BERLIN = ZoneInfo("Europe/Berlin")
CLOCK = Clock(at("2026-09-16 10:20"), BERLIN)


def typed(**changes: Any) -> Fields:
    """A new application at Globex with Ann, who held it an hour ago."""
    draft = fresh(CLOCK)
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
    return [gap.field.rpartition("_")[0] or gap.field for gap in checked.problems]


def made(draft: Fields, base: Application | None = None) -> Application:
    checked = check_entry(draft, base, CLOCK)
    assert checked.problems == ()
    assert checked.application is not None
    return checked.application


@pytest.mark.parametrize(
    ("noted", "chosen", "mine", "letters"),
    [
        ("", None, "en", None),
        ("the move to Kafka that they plan for spring", None, "en", None),
        ("wie ich zwei Teams auf einem Schema halten würde", None, "en", "de"),
        ("wie ich zwei Teams auf einem Schema halten würde", None, "de-AT", None),
        ("wie ich zwei Teams auf einem Schema halten würde", "en", "de", "en"),
        ("the move to Kafka that they plan for spring", None, "de", "en"),
        ("comment je garderais deux équipes sur un schéma", None, "en", "fr"),
    ],
)
def test_letters_are_in_the_language_of_the_notes_until_one_is_chosen(
    noted: str, chosen: str | None, mine: str, letters: str | None
) -> None:
    draft = typed(text_S=noted, frame_S="question", language=chosen)
    application = check_entry(draft, None, CLOCK, mine).application
    assert application is not None
    assert application.language == letters


def test_the_start_is_the_last_full_hour_on_the_wall() -> None:
    assert last_full_hour(Clock(at("2026-09-16 10:20"), BERLIN)) == at("2026-09-16 09:00")
    assert last_full_hour(Clock(at("2026-09-16 00:20"), BERLIN)) == at("2026-09-15 23:00")
    gone = datetime.fromisoformat("2026-10-25T02:30:00+01:00")  # the hour that comes twice
    assert last_full_hour(Clock(gone, BERLIN)).fold == 0


def test_first_name_terms_are_entered_and_stay() -> None:
    (ann,) = made(typed(terms_P="first")).people
    assert ann.terms == "first"
    stored = made(typed(terms_P="formal"))
    assert made(opened(stored), stored).people == stored.people
    assert made(typed()).people[0].terms is None


def test_a_new_form_needs_a_company_and_a_role_only() -> None:
    assert gaps(check_entry(fresh(CLOCK), None, CLOCK)) == ["company", "role"]
    application = made(typed(name_P=""))
    assert application.people == ()
    assert application.interviews[0].starts_at == at("2026-09-16 09:00")


@each_row(
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
        ({"day_R": date(2025, 9, 15)}, ["day"]),  # the year that was, written by habit
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
    assert sorted(gaps(check_entry(typed(**changes), None, CLOCK))) == sorted(missing)


def test_an_interview_long_past_is_asked_about_with_its_year() -> None:
    (gap,) = check_entry(typed(day_R=date(2025, 9, 15)), None, CLOCK).problems
    assert gap.sentence == "That was Monday, 15 September 2025, 366 days ago: is the year right?"
    assert len(made(typed(day_R=date(2026, 4, 1))).interviews) == 1


def test_a_year_of_two_digits_is_of_this_century() -> None:
    (held,) = made(typed(day_R=date(26, 9, 15), choice_D="day", on_D=date(26, 9, 18))).interviews
    assert held.starts_at == at("2026-09-15 09:00")
    assert held.promises[0].on == date(2026, 9, 18)


def test_all_that_is_missing_is_asked_at_once() -> None:
    draft = typed(company="", email_P="?", day_R=None, text_S="", ties_to_S="x", choice_D="day")
    assert set(gaps(check_entry(draft, None, CLOCK))) == {"company", "email", "day", "text"}


def test_every_question_is_settled_by_saying_that_it_is_right() -> None:
    for name, value in {"minutes_R": 600, "day_R": date(2020, 1, 1)}.items():
        draft = typed(**{name: value})
        (gap,) = check_entry(draft, None, CLOCK).problems
        assert gap.asks
        assert made(draft | {f"sure_{gap.field}": True}).company == "Globex"


@pytest.mark.parametrize("role", get_args(Role))
def test_whoever_is_entered_as_met_was_there_and_who_is_only_involved_was_not(role: Role) -> None:
    draft = typed()
    other, apart, nameless = (
        add_person(draft),
        add_person(draft, apart=True),
        add_person(draft),
    )
    draft |= {f"name_{other}": "Ben", f"role_{other}": role}
    draft |= {f"name_{apart}": "Cy", f"role_{apart}": role}
    (row,) = draft["rounds"]
    assert interviewers(draft, row) == [draft["people"][0], other]
    assert nameless not in interviewers(draft, row)


def test_who_was_there_is_as_chosen_and_of_an_ai_nobody() -> None:
    draft = typed()
    recruiter = add_person(draft, apart=True)
    draft |= {f"name_{recruiter}": "Cy"}
    (row,) = draft["rounds"]
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


def test_a_detail_is_the_end_of_a_sentence_and_a_note_stays_one_when_it_is_opened_again() -> None:
    said = made(typed(text_S="the move to Kafka")).interviews[0].specifics[0]
    assert (said.frame, said.text) == ("about", "the move to Kafka")
    noted = made(typed(text_S="churn 14%", frame_S=""))
    assert noted.interviews[0].specifics[0].frame is None
    assert made(opened(noted), noted) == noted


def test_no_two_people_are_called_alike_in_the_pickers() -> None:
    draft = typed()
    add_person(draft)
    third = add_person(draft)
    draft[f"name_{third}"] = " Ann"
    labels = [person_label(draft, person) for person in draft["people"]]
    assert labels == ["Ann", "Person 2", "Ann (3)"]


def test_a_detail_is_by_nobody_who_was_not_there() -> None:
    draft = typed(text_S="Kafka")
    ann = draft["people"][0]
    ben = add_person(draft)
    draft |= {f"name_{ben}": "Ben"}
    (row,) = draft["rounds"]
    assert made(draft).interviews[0].specifics[0].said_by == ann
    assert made(draft | {f"who_{row}": [ben]}).interviews[0].specifics[0].said_by is None
    draft[f"who_{row}"] = [ben]
    assert draft[f"said_by_{add_specific(draft, row)}"] == ben


def test_a_round_that_was_held_with_nobody_ticked_is_asked_about() -> None:
    draft = typed(who_R=[])
    (gap,) = check_entry(draft, None, CLOCK).problems
    assert (gap.field, gap.asks) == (f"who_{draft['rounds'][0]}", True)
    assert made(draft | {f"sure_{gap.field}": True}).interviews[0].interviewers == ()
    for spared in (
        typed(who_R=[], mode_R="ai"),
        typed(who_R=[], day_R=date(2026, 9, 18)),  # who comes may not be known yet
        typed(name_P="", who_R=[]),
    ):
        assert check_entry(spared, None, CLOCK).problems == ()
    unknown = globex(interviews=(interview(interviewers=(), specifics=()),))
    assert made(opened(unknown), unknown) == unknown, "that nobody is known was said before"


def test_whoever_is_added_after_a_tick_was_there_too() -> None:
    draft = typed()
    (row,) = draft["rounds"]
    draft[f"who_{row}"] = []
    ben = add_person(draft)
    add_person(draft, apart=True)
    assert interviewers(draft | {f"name_{ben}": "Ben"}, row) == [ben]
    known = opened(globex())
    cy = add_person(known)
    assert known["who_i1"] == ["ann", "ben", cy], "there is but one round to have met them in"
    talks = (interview(), interview(id="i2", specifics=()))
    several = opened(globex(interviews=talks))
    add_person(several)
    assert several["who_i1"] == ["ann", "ben"], "nobody knows in which of them"


def test_at_night_no_time_is_taken_for_granted() -> None:
    for now, start in {"04:20": None, "08:30": None, "10:20": time(9), "23:50": None}.items():
        clock = Clock(at(f"2026-09-16 {now}"), BERLIN)
        draft = fresh(clock)
        (row,) = draft["rounds"]
        assert draft[f"time_{row}"] == start, now


# Who is on file already.


def names_of(draft: Fields, known: tuple[Application, ...]) -> list[str]:
    found = people_at(draft["company"], draft["id"], known)
    return [p.name for p in on_file(draft, found, CLOCK.today)]


def test_the_people_of_the_employer_and_of_agencies_are_offered_each_once() -> None:
    gus = Person(id="gus", name="Gus Hill", role="agency", email="gus@search.example")
    left = Person(id="lea", name="Lea", left=date(2026, 9, 1))
    here = globex(people=(*globex().people, left))
    again = globex(id="g2", people=(globex().people[0].replace(id="ann2"),))
    other = globex(id="i", company="Initech", people=(gus, globex().people[1]), interviews=())
    known = (here, again, other)

    def offered(**changes: Any) -> list[str]:
        return names_of(typed(name_P="", **changes), known)

    assert offered(company="globex GmbH") == ["Ann Adler", "Ben Novak", "Gus Hill"]
    assert offered(company="Hooli") == ["Gus Hill"]
    assert offered(company="") == []
    draft = typed(company="Globex", name_P="ann adler")
    assert names_of(draft, known) == ["Ben Novak", "Gus Hill"]
    assert names_of(opened(here), (here,)) == []


def test_who_is_on_file_comes_with_all_that_is_known_into_an_empty_row() -> None:
    draft = typed(name_P="")
    ann = globex().people[0].replace(phone="+49 30 1", rapport=True)
    row = add_known(draft, ann)
    assert draft["people"] == [row]
    assert made(draft).people == (ann.replace(id=row),)
    assert made(draft).interviews[0].interviewers == (row,)
    second = add_known(draft, globex().people[1])
    assert draft["people"] == [row, second]


def test_a_detail_by_somebody_who_was_taken_out_is_by_nobody() -> None:
    application = made(typed(text_S="Kafka") | {"people": []})
    assert application.interviews[0].specifics[0].said_by is None


def test_promises_of_all_kinds() -> None:
    draft = typed(choice_D="two_weeks")
    (row,) = draft["rounds"]
    slides, answer = add_promise(draft, row, "material"), add_promise(draft, row, "reply_by")
    assert gaps(check_entry(draft, None, CLOCK)) == ["text", "on"]
    draft |= {f"text_{slides}": "the slides", f"on_{answer}": date(2026, 9, 21)}
    kinds = [(p.kind, p.on, p.text, p.made_at) for p in made(draft).interviews[0].promises]
    assert kinds == [
        ("decision_by", date(2026, 9, 30), "", None),
        ("material", None, "the slides", None),
        ("reply_by", date(2026, 9, 21), "", None),
    ]


def test_a_promise_of_mine_typed_with_its_day_is_by_that_day_of_the_interviews_week() -> None:
    draft = typed(choice_D="none", day_R=date(2026, 9, 14))
    slides = add_promise(draft, draft["rounds"][0], "material")
    draft |= {f"text_{slides}": "the slides by tomorrow"}
    (promise,) = made(draft).interviews[0].promises
    assert (promise.text, promise.on) == ("the slides", date(2026, 9, 15))


@pytest.mark.parametrize(
    ("choice", "held_on", "today", "day"),
    [
        ("this_friday", date(2026, 9, 15), date(2026, 9, 16), date(2026, 9, 18)),
        ("this_friday", date(2026, 9, 18), date(2026, 9, 18), date(2026, 9, 25)),
        ("this_friday", date(2026, 9, 10), date(2026, 9, 19), date(2026, 9, 11)),
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
    assert gaps(check_entry(draft | {"people": ["ben"], "who_i1": ["ben"]}, stored, CLOCK)) == [
        "people"
    ]
    assert "rounds" in gaps(check_entry(draft | {"rounds": []}, stored, CLOCK))
    assert gaps(check_entry(draft | {"promises_i1": []}, stored, CLOCK)) == ["rounds"]
    assert made(draft | {"people": ["ann"]}, stored).people == stored.people[:1]


def test_a_round_that_is_added_has_the_zone_of_the_application_or_mine() -> None:
    draft = opened(globex(time_zone="America/New_York"))
    add_round(draft, Clock(CLOCK.now, ZoneInfo("Asia/Tokyo")))
    assert made(draft, globex()).interviews[1].time_zone == "America/New_York"


def test_hostile_text_is_kept_and_cleaned_by_the_facts() -> None:
    application = made(typed(company="\ud800![x](http://y)\x00", text_S="a\r\nb"))
    assert application.company == "\ufffd![x](http://y)"
    assert application.interviews[0].specifics[0].text == "a\nb"


def test_an_odd_address_of_an_old_file_is_left_as_it_is() -> None:
    old = globex(
        people=(
            globex().people[0].replace(phone="ask reception", linkedin="ann"),
            *globex().people[1:],
        )
    )
    assert made(opened(old), old) == old


def test_whose_a_row_is_goes_unsaid_only_where_there_is_but_one_round() -> None:
    fields = typed()
    (person,), (first,) = fields["people"], fields["rounds"]
    assert row_owner(fields, person) == "Ann"
    assert row_owner(fields, first) == row_owner(fields, "company") == ""
    second = add_round(fields, CLOCK)
    (said,) = fields[f"specifics_{second}"]
    assert [row_owner(fields, row) for row in (first, second, said)] == [
        "Round 1",
        "Round 2",
        "Round 2",
    ]


# A day whose time is not known yet.


def _round_on(day: date, **typed_over: Any) -> tuple[Application, Fields]:
    stored = globex(
        interviews=(interview(), interview(id="i2", starts_at=None, on=day, specifics=())),
    )
    return stored, opened(stored) | typed_over


def test_a_round_on_a_day_without_a_time_stays_one() -> None:
    stored, draft = _round_on(date(2026, 9, 21))
    assert draft["time_i2"] is None
    assert made(draft, stored) == stored
    timed = made(draft | {"time_i2": time(9)}, stored).interviews[1]
    assert (timed.starts_at, timed.on) == (at("2026-09-21 09:00"), None)
    moved = check_entry(draft | {"day_i2": date(2026, 9, 23)}, stored, CLOCK)
    assert gaps(moved) == ["time"]
    sure = made(draft | {"day_i2": date(2026, 9, 23), "sure_time_i2": True}, stored)
    assert sure.interviews[1].on == date(2026, 9, 23)


def test_once_the_day_is_over_its_time_is_asked_for() -> None:
    stored, draft = _round_on(date(2026, 9, 15))
    assert gaps(check_entry(draft, stored, CLOCK)) == ["time"]
    called_off, draft = _round_on(date(2026, 9, 15), state_i2="cancelled")
    assert made(draft, called_off).interviews[1].on == date(2026, 9, 15)


# Who was there, and through whom.


def test_somebody_at_an_agency_makes_the_route_until_it_is_chosen() -> None:
    assert made(typed()).route == "direct"
    assert made(typed(role_P="agency")).route == "agency"
    assert made(typed(role_P="referrer")).route == "referral"
    assert made(typed(role_P="agency", route="direct")).route == "direct"


def test_somebody_at_an_agency_entered_later_asks_for_the_route() -> None:
    draft = opened(globex())
    gus = add_person(draft, apart=True)
    draft |= {f"name_{gus}": "Gus Hill", f"role_{gus}": "agency"}
    assert gaps(check_entry(draft, globex(), CLOCK)) == ["route"]
    assert made(draft | {"route": "agency"}, globex()).route == "agency"
    assert made(draft | {"sure_route": True}, globex()).route == "direct"


def test_a_further_round_is_with_those_of_the_last_where_else_nobody_could_be_thanked() -> None:
    draft = opened(globex())
    row = add_round(draft, CLOCK)
    assert interviewers(draft, row) == ["ann", "ben"]
    draft["role_ben"] = "recruiter"
    assert interviewers(draft, row) == []
    draft["email_ben"] = ""  # he would be thanked, and no address of his is known
    assert interviewers(draft, row) == ["ann", "ben"]


# The region.


def test_a_region_is_entered_and_opened_again() -> None:
    berlin = made(typed(country="DE", region="DE-BE"))
    assert (berlin.country, berlin.region) == ("DE", "DE-BE")
    assert opened(berlin)["region"] == "DE-BE"
