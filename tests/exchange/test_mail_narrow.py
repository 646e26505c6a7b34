"""Words that mean something else as well: what they say is read narrowly, and asked where it may be either."""

import pytest

from tests.exchange.test_mail_values import DE, GB, Sender, asked, read


@pytest.mark.parametrize(
    ("sender", "text", "what"),
    [
        (GB, "Come and see us on Thursday 3 December at 10am in Pizza Papa. You'll meet the head chef.", "other"),
        (GB, "Fingers crossed we can agree a time: could you come in and meet the team on Thursday 3 December at 10am?"
         " There's a café next door.", "other"),
        (GB, "Can you come for an interview on Thursday 3 December at 10am? Ask for Papa Joe at the pizza counter.",
         "invitation"),
        (GB, "We'd be glad to see you on Thursday 3 December at 10am to talk about running our summer fundraiser.",
         "other"),
        (DE, "Könnten Sie am Donnerstag, 3.12. um 10 Uhr zu uns kommen? Sie würden unser Sommerfest organisieren.",
         "other"),
        (GB, "I'm sorry, we have decided to go with another candidate for the gig. Fingers crossed! xx", "rejection"),
        (GB, "Unfortunately you were not selected. Reminder: your car service with us is due.", "other"),
        (GB, "Lovely to bump into you. Pub on Friday at 7? Mum says hi xx", "other"),
    ],
)  # fmt: skip
def test_a_mail_that_invites_or_refuses_never_vanishes_unasked(
    sender: Sender, text: str, what: str
) -> None:
    found = read(sender, text, "Hello")
    assert (found["what"], "what" in asked(found)) == (what, True)
