"""What a company is in law is one answer: of the plan, the lint and the mails."""

from followup.exchange.mail.about.called import as_said
from followup.playbook.case.people import called, employer
from followup.prose.names import without_form
from tests.builders import applied
from tests.rows import each_row


@each_row(
    ("name", "said"),
    [
        ("Globex GmbH & Co. KG", "Globex"),
        ("Globex UG (haftungsbeschränkt)", "Globex"),
        ("Globex GmbH (Berlin)", "Globex"),
        ("Globex \u2013 GmbH", "Globex"),
        ("globex ag", "globex"),
        ("Hooli Pvt. Ltd.", "Hooli"),
        ("Initech, Inc.", "Initech"),
        ("Globex SL", "Globex"),
        ("Globex & Co. KG", "Globex & Co."),
        ("Smith & Co. Ltd", "Smith & Co."),
        ("The Bread Company", "The Bread Company"),
        ("The Limited", "The Limited"),
        ("The Company", "The Company"),
        ("GmbH", "GmbH"),
    ],
)
def test_a_name_is_said_without_its_legal_form_unless_nothing_else_is_left(
    name: str, said: str
) -> None:
    assert (without_form(name), called(name), as_said(name)) == (said, said, said)


def test_a_bare_co_makes_no_other_employer() -> None:
    told = {
        employer(applied(name)) for name in ("Acme", "Acme & Co.", "Acme Co", "Acme and Company")
    }
    assert len(told) == 1
