"""PLAYBOOK section 3: people worth keeping (linkedin_connect, keep_in_touch)."""

import pytest

from followup.model.facts import Facts
from tests.builders import (
    ANN,
    BEN,
    GUS,
    HUGO,
    MAX,
    RITA,
    actions,
    applied,
    clock,
    ended,
    facts,
    interview,
    opens,
    person,
    received,
    sent,
    status,
    the,
    window,
)
from tests.rows import each_row

WARM = person("Ann", rapport=True)


# linkedin_connect


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((ANN,), set()),
        ((WARM,), {"ann"}),
        ((ANN, RITA, GUS), {"rita", "gus"}),
        ((ANN, HUGO, MAX), set()),
        ((WARM, person("Hugo", "hr", rapport=True)), {"ann", "hugo"}),
    ],
)
def test_3_linkedin_connect_one_for_each_person_with_rapport_and_each_human_recruiter(
    people: tuple[object, ...], expected: set[str]
) -> None:
    everybody = " ".join(each.id for each in people)  # type: ignore[attr-defined]
    world = facts(applied("Globex", interview(by=everybody)).replace(people=people))
    assert {each.person for each in actions(world, "03-02 12:00", "linkedin_connect")} == expected


@pytest.mark.parametrize(
    ("starts", "thanked", "country", "expected"),
    [
        # Once thanked: 5 and 10 working days after, at the day's end; 30 days after the interview's end.
        ("03-02 10:00", "03-02 15:00", "DE", ("03-02 15:00", "03-10", "03-17", "04-01 11:00")),
        # Not thanked: 48 elapsed hours after the end.
        ("03-02 10:00", None, "DE", ("03-04 11:00", "03-12", "03-19", "04-01 11:00")),
        ("03-28 10:00", None, "DE", ("03-30 12:00", "04-09", "04-16", "04-27 11:00")),
        # Easter: 1, 2, 7, 8, 9 April in Germany; 1, 2, 3, 6, 7 in the United States.
        ("03-30 10:00", "03-31 10:00", "DE", ("03-31 10:00", "04-10", "04-17", "04-29 11:00")),
        ("03-30 10:00", "03-31 10:00", "US", ("03-31 10:00", "04-08", "04-15", "04-29 11:00")),
        # New Zealand's Anzac Day, a Saturday, is kept on Monday 27 April: 23, 24, 28, 29, 30.
        ("04-21 10:00", "04-22 10:00", "NZ", ("04-22 10:00", "05-01", "05-08", "05-21 11:00")),
        # The year's end is a pause: 4 to 8 January.
        ("12-28 10:00", "12-29 10:00", "DE", ("12-29 10:00", "2027-01-09", "2027-01-16", "2027-01-27 11:00")),
    ],
)  # fmt: skip
def test_3_linkedin_connect_opens_with_the_thank_you_else_after_48_hours(
    starts: str, thanked: str | None, country: str, expected: tuple[str, ...]
) -> None:
    world = facts(
        applied(
            "Globex", WARM, interview(starts), *([sent("thank_you", thanked)] if thanked else [])
        ),
        country=country,
    )
    found = the(world, thanked or starts[:5] + " 12:00", "linkedin_connect")
    moments = (clock(found.opens), clock(found.due), clock(found.late), clock(found.closes))
    assert moments == expected
    assert (found.channel, found.needs_contact) == ("linkedin", True)


ROUNDS = (WARM, BEN, RITA, interview(), interview("03-10 10:00", key="i2", by="ben"))


def test_3_linkedin_connect_counts_from_the_last_interview_held_with_them_else_the_last_held() -> (
    None
):
    wrote = received("update", "03-02 09:00", by="rita")  # known, but in no round
    world = facts(applied("Globex", *ROUNDS, wrote))
    assert window(world, "03-10 12:00", "linkedin_connect", person="ann")[::3] == (
        "03-04 11:00",
        "04-01 11:00",
    )
    assert window(world, "03-10 12:00", "linkedin_connect", person="rita")[::3] == (
        "03-12 11:00",
        "04-09 11:00",
    )


def test_3_linkedin_connect_is_done_by_a_request_to_that_person() -> None:
    world = facts(applied("Globex", *ROUNDS, sent("linkedin_connect", "03-11 10:00", to="rita")))
    assert status(world, "03-11 12:00", "linkedin_connect", person="rita") == "done"
    assert status(world, "03-11 12:00", "linkedin_connect", person="ann") == "due"


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [("offer", "open"), ("rejected", "open"), ("accepted", "open"), ("closed", "open"), ("withdrawn", "absent")],
)  # fmt: skip
def test_3_linkedin_connect_not_after_a_withdrawal(outcome: str, expected: str) -> None:
    world = facts(applied("Globex", WARM, interview(), ended(outcome, "03-05 10:00")))  # type: ignore[arg-type]
    assert status(world, "03-05 12:00", "linkedin_connect") == expected


def test_3_linkedin_connect_needs_an_interview_and_an_address() -> None:
    linked = person("Rita", "recruiter", linkedin="in/rita")
    assert status(facts(applied("Globex", linked)), "03-05", "linkedin_connect") == "absent"
    world = facts(applied("Globex", linked, interview(by="rita")))
    assert not the(world, "03-05", "linkedin_connect").needs_contact


# keep_in_touch


@pytest.mark.parametrize(
    ("people", "expected"),
    [((ANN,), set()), ((WARM,), {"ann"}), ((RITA, MAX, HUGO, GUS), {"rita", "max"})],
)
def test_3_keep_in_touch_with_rapport_recruiters_and_hiring_managers(
    people: tuple[object, ...], expected: set[str]
) -> None:
    met = interview("02-02 10:00", by="")
    world = facts(applied("Globex", met, ended("closed", "03-05 10:00")).replace(people=people))
    assert {each.person for each in actions(world, "03-06", "keep_in_touch")} == expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("rejected", "upcoming"),
        ("closed", "upcoming"),
        ("offer", "absent"),
        ("accepted", "absent"),
        ("withdrawn", "upcoming"),
    ],
)
def test_3_keep_in_touch_only_after_a_rejection_a_closing_or_a_withdrawal(
    outcome: str, expected: str
) -> None:
    world = facts(applied("Globex", RITA, interview(by="rita"), ended(outcome, "03-05 10:00")))  # type: ignore[arg-type]
    assert status(world, "03-06", "keep_in_touch") == expected


def _rita(*parts: object, **settings: object) -> Facts:
    met = interview("02-02 10:00", by="ben", key="i0")
    return facts(applied("Globex", RITA, BEN, met, *parts), **settings)  # type: ignore[arg-type]


@each_row(
    ("parts", "expected"),
    [
        # 90 days after 5 March: Wednesday 3 June; 14 and 28 days more.
        ((ended("rejected", "03-05 10:00"),), ("06-03", "06-17", "07-01", "never")),
        # A later contact with that person, or one that names nobody, or an interview with them.
        ((ended("rejected", "03-05 10:00"), sent("rejection_reply", "03-06 10:00", to="rita")),
         ("06-04", "06-18", "07-02", "never")),
        ((ended("rejected", "03-05 10:00"), sent("rejection_reply", "03-06 10:00")),
         ("06-04", "06-18", "07-02", "never")),
        ((ended("rejected", "03-05 10:00"), sent("rejection_reply", "03-06 10:00", to="ben")),
         ("06-03", "06-17", "07-01", "never")),
        ((interview("02-05 10:00", by="rita"), ended("rejected", "02-05 10:30")), ("05-06", "05-20", "06-03", "never")),
        ((interview("02-05 10:00", by=""), ended("rejected", "02-05 10:30")), ("05-06", "05-20", "06-03", "never")),
        ((interview("03-01 23:30", by="ben"), ended("rejected", "03-01 23:45")), ("06-01", "06-15", "06-29", "never")),
        # 90 days after 8 March is Saturday 6 June: Monday the 8th.
        ((ended("closed", "03-08 10:00"),), ("06-08", "06-22", "07-06", "never")),
        # 90 days after 2 October is 31 December, in the pause; after 3 October New Year's Day: Monday the 4th.
        ((ended("closed", "10-02 10:00"),), ("2027-01-04", "2027-01-18", "2027-02-01", "never")),
        ((ended("closed", "10-03 10:00"),), ("2027-01-04", "2027-01-18", "2027-02-01", "never")),
    ],
)  # fmt: skip
def test_3_keep_in_touch_90_days_after_the_last_contact_or_the_end_on_a_working_day(
    parts: tuple[object, ...], expected: tuple[str, ...]
) -> None:
    assert window(_rita(*parts), "10-04", "keep_in_touch") == expected


def test_3_keep_in_touch_at_most_two_a_year_to_one_person() -> None:
    end = ended("closed", "03-05 10:00")
    first = sent("keep_in_touch", "06-04 10:00", to="rita")
    second = sent("keep_in_touch", "08-04 10:00", to="rita")
    to_ben = sent("keep_in_touch", "08-04 11:00", to="ben")
    # Every 60 days: 4 August and 60 days is Saturday 3 October, hence Monday the 5th.
    world = _rita(end, first, second, keep_in_touch_days=60)
    assert opens(_rita(end, second, keep_in_touch_days=60), "08-05", "keep_in_touch") == "10-05"
    # But a third in a year waits until the first is a year old: Friday 4 June 2027.
    assert opens(world, "08-05", "keep_in_touch") == "2027-06-04"
    assert (
        opens(_rita(end, first, to_ben, keep_in_touch_days=60), "08-05", "keep_in_touch") == "08-03"
    )


def test_3_keep_in_touch_one_note_to_two_entries_of_one_person_is_one_note() -> None:
    # Rita is on file twice, under one address; the note names both, or nobody.
    again = RITA.replace(id="rita2", role="hr")
    end = ended("closed", "03-05 10:00")
    for named in (("rita", "rita2"), ()):
        note = sent("keep_in_touch", "06-04 10:00").replace(people=named)
        assert opens(_rita(end, again, note), "06-05", "keep_in_touch") == "09-02"


def test_3_keep_in_touch_a_year_after_a_leap_day() -> None:
    # Notes on 29 February and 5 May 2028: a year after the leap day is 1 March 2029, a Thursday.
    world = _rita(
        ended("closed", "2027-11-05 10:00"),
        sent("keep_in_touch", "2028-02-29 10:00", to="rita"),
        sent("keep_in_touch", "2028-05-05 10:00", to="rita"),
    )
    assert opens(world, "2028-05-06", "keep_in_touch") == "2029-03-01"


def test_3_keep_in_touch_their_message_counts_as_a_contact_too() -> None:
    world = _rita(ended("closed", "03-05 10:00"), received("update", "03-06 10:00", by="rita"))
    assert opens(world, "03-07", "keep_in_touch") == "06-04"
