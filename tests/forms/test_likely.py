"""What the forms take for true of what is typed: by when something was promised."""

from datetime import date

import pytest

from followup.forms.likely import dated, likely_zone

TUESDAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "thing", "day"),
    [
        ("my excel sheet by thursday", "my excel sheet", 3),
        ("my excel sheet by Thu", "my excel sheet", 3),
        ("meine Arbeitszeugnisse bis Donnerstag", "meine Arbeitszeugnisse", 3),
        ("meine Zeugnisse bis spätestens donnerstag", "meine Zeugnisse", 3),
        ("die Unterlagen bis Do", "die Unterlagen", 3),
        ("bis zum 5. das Konzept", "das Konzept", 5),
        ("the slides before the weekend", "the slides", 4),
        ("die Zeugnisse vor dem Wochenende", "die Zeugnisse", 4),
        ("cv by the 5th", "cv", 5),
        ("the plan by Thursday for the warehouse", "the plan for the warehouse", 3),
        ("notes by tomorrow", "notes", 2),
        ("tomorrow: my cv", "my cv", 2),
        ("my cv (by fri)", "my cv", 4),
        ("excel sheet, by thursday latest", "excel sheet", 3),
        ("references by EOD Thursday", "references", 3),
        ("references before Friday", "references", 3),
        ("the plan by monday morning", "the plan", 7),
        ("my portfolio within two days", "my portfolio", 3),
        ("sheet by end of week", "sheet", 4),
        ("the case study: the import by 8 Dec", "the case study: the import", 8),
    ],
)
def test_a_promise_typed_with_its_day_is_by_that_day(typed: str, thing: str, day: int) -> None:
    assert dated(typed, None, TUESDAY) == (thing, date(2026, 12, day))


@pytest.mark.parametrize(
    "typed",
    [
        "the slides of my talk on Thursday",
        "the Monday report",
        "the Q3 report",
        "two pages on the March 2025 budget",
        "the notes by Anna",
        "das Konzept für morgens",
    ],
)
def test_a_day_that_is_part_of_the_thing_is_no_limit(typed: str) -> None:
    assert dated(typed, None, TUESDAY) == (typed, None)


def test_a_day_that_was_chosen_stands() -> None:
    typed, friday, thursday = "my sheet by thursday", date(2026, 12, 4), date(2026, 12, 3)
    assert dated(typed, friday, TUESDAY) == (typed, friday)
    assert dated(typed, thursday, TUESDAY) == ("my sheet", thursday)


@pytest.mark.parametrize(
    ("company", "email", "role", "language", "zone"),
    [
        ("Brockmeyer", "k.wessels@brockmeyer-logistik.de", "interviewer", None, "Europe/Berlin"),
        ("Brockmeyer", "k.wessels@brockmeyer.ch", "interviewer", None, "Europe/Zurich"),
        ("Harrow", "p.nair@harrow.co.uk", "interviewer", None, "Europe/London"),
        ("Brockmeyer", "k@brockmeyer.com", "interviewer", None, None),
        ("Brockmeyer Logistik GmbH", "", "interviewer", "de", "Europe/Berlin"),
        ("Brockmeyer Logistik GmbH", "", "interviewer", None, None),
        ("Startup", "joe@startup.io", "interviewer", None, None),
        ("Harrow", "gus@harper.de", "agency", None, None),
    ],
)
def test_on_whose_clock_an_employer_lives(
    company: str, email: str, role: str, language: str | None, zone: str | None
) -> None:
    typed = {
        "company": company, "role": "", "language": language, "people": ["p"], "rounds": [],
        "email_p": email, "role_p": role,
    }  # fmt: skip
    assert likely_zone(typed, "en") == zone
