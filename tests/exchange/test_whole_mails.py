"""What a longer mail is by all of its words, where one strong sentence of it would say something else."""

import pytest

from followup.exchange.mail.kinds.all_words import KINDS, likely
from tests.exchange.test_mail_values import GB, asked, read

RECEIPT = (
    "Thank you for applying for the Clerk role at Priory. We have received your application and our recruiting team is "
    "reviewing it. While you wait, join our virtual information session on Wednesday, December 9 at 1:00 PM to learn "
    "more about life at Priory. If your background is a match, a recruiter will reach out about next steps. You can "
    "check the status of your application in your candidate profile at any time. Please do not reply to this email."
)
UPDATE = (
    "Thank you for your patience since the interview. Our practice manager left us rather suddenly last week, so the "
    "partners have not been able to meet and nothing has been decided yet. They now sit on Monday evening, and I will "
    "let you know by Wednesday 9 December which way it has gone. I am sorry that it takes so long, you are very much "
    "still in the running."
)


@pytest.mark.parametrize(("text", "kind"), [(RECEIPT, "receipt"), (UPDATE, "update")])
def test_all_words_together_outweigh_one_sentence(text: str, kind: str) -> None:
    found = read(GB, text, "Your application")
    assert (found["what"], "what" in asked(found)) == (kind, False)


def test_the_kinds_share_what_is_likely_among_them() -> None:
    odds = likely("Your application", RECEIPT.split(". "))
    assert set(odds) == set(KINDS)
    assert sum(odds.values()) == pytest.approx(1)
    assert max(odds, key=lambda kind: odds[kind]) == "receipt"
