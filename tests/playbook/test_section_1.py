"""PLAYBOOK section 1: what is one employer."""

import pytest

from followup.playbook.case import employer
from tests.builders import applied
from tests.rows import each_row


@each_row(
    "company",
    [
        "Globex", "GLOBEX", " Glo bex ", "Globex Inc", "Globex, Inc.", "Globex Ltd", "Globex LLC", "Globex plc",
        "Globex GmbH", "Globex AG", "Globex S.A.", "Globex SL", "Globex B.V.", "Globex Oy", "Globex AB",
        "Globex GmbH & Co. KG", "Globex!",
    ],
)  # fmt: skip
def test_1_an_employer_is_its_name_case_spacing_punctuation_and_a_legal_form_aside(
    company: str,
) -> None:
    assert employer(applied(company)) == employer(applied("globex"))


@pytest.mark.parametrize(
    ("one", "other"), [("AG", "AB"), ("Globex Labs", "Globex"), ("SE", "Globex SE")]
)
def test_1_a_legal_form_is_never_the_only_word(one: str, other: str) -> None:
    assert employer(applied(one)) != employer(applied(other))


@each_row(
    "company", ["", "  ", "?", "-", "unknown", "Unknown", "Confidential", "n/a", "N/A", "TBD"]
)
def test_1_an_application_whose_company_is_unknown_is_an_employer_of_its_own(company: str) -> None:
    one = applied("Globex", id="one").replace(company=company)
    other = one.replace(id="other")
    assert employer(one) != employer(other)
    assert employer(one) == employer(one.replace(company=company.upper()))
