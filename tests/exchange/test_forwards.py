"""A forward answers nobody: not what they hand round among themselves, nor what I only pass on."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from followup.exchange.filled.mail import from_mail, served_by
from followup.exchange.mail import Mail, read_mail
from followup.exchange.reader import Reader
from followup.forms.happened import begin
from followup.model.facts import Touchpoint
from followup.model.settings import Me
from followup.model.times import Clock
from followup.playbook.plan import plan
from tests.builders import ANN, applied, at, facts, interview, person

NOW = datetime(2026, 3, 10, 12, 30, tzinfo=ZoneInfo("Europe/Berlin"))
KIM, RITA, HUGO = "Kim Cole <kim@home.example>", "rita@globex.example", "hugo@globex.example"
BELOW = """---------- Forwarded message ---------
From: {}
Date: Mon, 9 Mar 2026 at 10:00
Subject: My application
To: Rita <rita@globex.example>

Is there any news on my application? Could you tell me by Friday?
"""


def read(
    words: str,
    *,
    sender: str = RITA,
    to: str = HUGO,
    subject: str = "Fwd: My application",
    more: str = "",
) -> Mail:
    head = f"From: {sender}\nTo: {to}\nDate: Tue, 10 Mar 2026 09:12:00 +0100\nSubject: {subject}"
    reader = Reader(
        NOW, "Europe/Berlin", name="Kim Cole", addresses=frozenset({"kim@home.example"})
    )
    return read_mail(f"{head}\n{more}\n{words}\n\n{BELOW.format(KIM)}".encode(), reader)


def what(mail: Mail) -> tuple[str, bool]:
    return mail.what, any(ask.field == "what" for ask in mail.asks)


@pytest.mark.parametrize(
    "words", ["FYI - see below.", "Zur Kenntnis.", "Can you take this?", "Please see below."]
)
@pytest.mark.parametrize(
    "more", ["", "In-Reply-To: <a@home.example>\nReferences: <a@home.example>\n"]
)
def test_what_they_hand_round_among_themselves_is_no_answer_to_me(words: str, more: str) -> None:
    mail = read(words, more=more)
    assert what(mail) == ("other", True)
    assert not mail.wants_answer, "not of me"


def test_who_writes_to_me_above_my_own_mail_answers_it() -> None:
    assert read("Hi Kim, I have sent your mail on to them.", to=KIM).what == "reply"
    assert (
        read("Hi Kim, yes, there is parking.", to=KIM, subject="Re: My application").what == "reply"
    )


def test_a_refusal_that_they_hand_round_is_one_all_the_same() -> None:
    words = "Unfortunately we decided to go with another candidate, please tell Kim."
    assert read(words).what == "rejection"


def test_what_i_only_pass_on_answers_no_question_and_serves_no_action() -> None:
    asked = Touchpoint(
        id="t1",
        purpose="update",
        channel="email",
        direction="received",
        at=at("03-09 10:00"),
        people=("rita",),
        wants_answer=True,
    )
    rita = person("Rita", "recruiter", email=RITA)
    globex = applied("Globex", ANN, rita, interview("03-02 10:00", by="ann"), asked)
    world = facts(globex)

    def logged(mail: Mail) -> dict[str, Any]:
        fields = dict(from_mail(mail, globex, Clock.of(NOW, ZoneInfo("Europe/Berlin"))).fields)
        served = served_by(mail, globex, plan(world, NOW), fields["person"])
        return {**begin(globex, Me(name="Kim Cole"), NOW), **fields, "serves": served}

    written = logged(read("Here you are.", sender=KIM, to=RITA, subject="Re: My application"))
    assert (written["sent_for"], bool(written["serves"])) == ("reply", True)
    passed_on = logged(read("FYI", sender=KIM, to="Tom <tom@friend.example>"))
    assert (passed_on["sent_for"], passed_on["serves"]) == ("other", "")
