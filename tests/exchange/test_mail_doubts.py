"""What is unsure is asked about, and what strangers' mails got wrong at first sight: a row for each kind."""

import orjson
import pytest

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from tests.exchange.mails import READER
from tests.exchange.test_mail_values import DE, GB, Sender, asked, read, times

OFF = [
    (DE, "unser Gespräch am Freitag um 17 Uhr muss ich absagen, der Prüfer ist krank.",
     "2026-11-27T17:00:00+01:00", ""),
    (DE, "morgen früh um 8 klappt leider nicht, ich muss selbst fahren :( Ginge auch übermorgen, gleiche Zeit?",
     "2026-11-25T08:00:00+01:00", "~2026-11-26T08:00:00+01:00"),
]  # fmt: skip


@pytest.mark.parametrize(("sender", "text", "off", "new"), OFF, ids=["must", "does_not_work"])
def test_what_they_cannot_keep_is_off(sender: Sender, text: str, off: str, new: str) -> None:
    found = read(sender, text, "Termin")
    assert (times(found, "cancelled"), times(found, "interviews")) == ([off], [new] if new else [])


@pytest.mark.parametrize(
    ("sender", "text", "interviews"),
    [
        (DE, "magst du mal probearbeiten kommen? ginge Di 1. oder Do 3., jeweils ab 17 Uhr, so ca. 3 Std.",
         ["~2026-12-01T17:00:00+01:00", "~2026-12-03T17:00:00+01:00"]),
        (GB, "We invite you for an interview.\nWhen: Thursday 3 December, 14.00 - 14.30 h\nWhere: Teams",
         ["2026-12-03T14:00:00+00:00"]),
    ],
)  # fmt: skip
def test_a_day_and_a_time_as_others_write_them(
    sender: Sender, text: str, interviews: list[str]
) -> None:
    assert times(read(sender, text, "Interview"), "interviews") == interviews


@pytest.mark.parametrize(
    "text",
    [
        "Recruitment is paused while the budget gets settled, nobody is ruled out. The panel will meet and pick the"
        " process up again on Monday 1 February 2027. Your application stays where it is.",
        "Die Stelle ist bis auf Weiteres eingefroren. Die Kommission trifft sich am Donnerstag, 14. Januar 2027, und"
        " berät über alle Verfahren.",
    ],
)
def test_a_day_in_a_mail_that_neither_invites_nor_calls_off_is_no_interview_unasked(
    text: str,
) -> None:
    found = read(GB, text, "An update")
    assert not found["interviews"] or "interviews" in asked(found)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Job's yours if you want it. Workshop manager, 34k, van, start Monday 11th Jan.", "Workshop manager"),
        ("Wegen der Stelle (Werkstattleitung): wir würden gern mit dir reden. Donnerstag um 10?", "Werkstattleitung"),
        ("Alle Stellen sind eingefroren. Das betrifft leider auch die Flottenkoordination.", "Flottenkoordination"),
        ("You have the contract: 34.000 €. We want that you are our new Community Manager.", "Community Manager"),
    ],
)  # fmt: skip
def test_a_job_that_is_hardly_named_is_asked_about(text: str, role: str) -> None:
    found = read(DE, text, "Hallo")
    suggested = {ask["field"]: ask["suggestion"] for ask in found["asks"]}
    assert (found["role"], suggested.get("role")) == (None, role)


def test_by_when_who_turns_me_down_wants_a_word_about_another_job_is_asked() -> None:
    found = read(
        GB,
        "You came a very close second for Events Assistant and we've offered it to the other person. Our Front of House"
        " Supervisor is off in the spring. If you'd like me to put you forward for it, drop me a line before the 10th.",
        "Events Assistant",
    )
    assert found["what"] == "rejection"
    assert {"wants_answer", "answer_by"} <= asked(found)


def test_a_day_that_is_given_up_for_another_is_not_promised() -> None:
    found = read(
        GB, "You'll hear from me on Friday 4th rather than tomorrow as I'd said.", "Re: Clerk"
    )
    assert found["promised"] == "2026-12-04"


def test_the_name_of_an_address_is_found_beside_it_or_elsewhere() -> None:
    away = read(
        GB,
        "I am out of the office until Friday. If it can't wait, Priya Nair minds the shop: priya.nair@priory.co.uk.",
        "Automatic reply: Clerk",
    )
    assert away["stand_in"] == {"name": "Priya Nair", "email": "priya.nair@priory.co.uk"}
    left = read(
        GB,
        "I'm leaving Priory; my last day is tomorrow. Dana Whitlock takes over the Clerk search from Monday. Reach"
        " her at dwhitlock@priory.co.uk, and me at annwells@posteo.example. Invoices: billing@priory.co.uk.",
        "Handing over",
    )
    assert left["successors"] == [{"name": "Dana Whitlock", "email": "dwhitlock@priory.co.uk"}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("G'day Kim, I'll let you know either way on Friday. Hang in there\n\nRobbo", "Robbo"),
        ("hiya Kim, come in Monday at 9 for a trial morning.\n\nta\nDave Hollins\nHollins Motors", "Dave Hollins"),
    ],
)  # fmt: skip
def test_who_signs_a_text_that_was_copied_without_its_head_wrote_it(text: str, name: str) -> None:
    found = orjson.loads(to_json(read_mail(text.encode(), READER)))
    assert found["from"]["name"] == name
