"""What an address tells of who is behind it."""

import pytest

from followup.exchange.senders import employer_label, is_mailbox
from tests.rows import each_row


@each_row(
    ("name", "email", "mailbox"),
    [
        ("info", "info@globex.example", True),
        ("", "jobs@globex.example", True),
        ("bewerbung", "bewerbung@globex.example", True),
        ("hr-team", "hr-team@globex.example", True),
        ("jobs+4711", "jobs+4711@globex.example", True),
        ("Globex Talent", "talent@globex.example", True),
        ("Dana Fox", "info@globex.example", False),  # a small firm: she reads it
        ("dana.fox", "dana.fox@globex.example", False),
        ("dana", "dana@globex.example", False),
        ("infantino", "infantino@globex.example", False),
    ],
)
def test_a_mailbox_of_nobody_in_particular(name: str, email: str, mailbox: bool) -> None:
    assert is_mailbox(name, email) is mailbox


@pytest.mark.parametrize(
    ("email", "label"),
    [
        ("x@globex.co.uk", "globex"),
        ("x@globex.or.at", "globex"),
        ("x@mail.globex.school.nz", "globex"),
        ("x@dept.nsw.gov.au", "dept"),
        ("x@careers.health.com", "health"),
        ("x@mail.act.org", "act"),
        ("x@jobs.school.com", "school"),
        ("x@mail.police.com", "police"),
        ("x@mail.health.de", "health"),
    ],
)
def test_what_names_nobody_before_a_countrys_end_is_a_name_elsewhere(
    email: str, label: str
) -> None:
    assert employer_label(email) == label
