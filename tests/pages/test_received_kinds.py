"""A mail that may be one of two, that tells of two applications, or that came back: what the dialog begins with."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from followup.model.facts import Facts
from tests.builders import ANN, applied, day, facts, interview, sent
from tests.pages.conftest import Start
from tests.pages.test_received import GLOBEX, KIM, NOW, field, pasted, press
from tests.pages.test_today import text_of

Stored = Callable[[], Facts]
AHEAD = interview("03-20 10:00", key="i2")
WORLD = facts(applied("Globex", ANN, GLOBEX, interview(by="ann"), AHEAD)).replace(me=KIM)
AGAIN = GLOBEX.replace(id="rita2")
ROLES = facts(
    applied("Globex", GLOBEX, interview(by="rita"), role="Data Engineer", id="data"),
    applied(
        "Globex", AGAIN, interview(by="rita2", key="i9"), role="Analytics Engineer", id="analytics"
    ),
).replace(me=KIM)
HEAD = """From: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: {subject}

Hi Kim,

"""
TWO = (
    HEAD.format(subject="Your application for Data Engineer at Globex")
    + "Thank you for taking the time to interview with us. After careful consideration we have decided to move forward "
    "with another candidate for the Data Engineer position.\n\nYour application for the Analytics Engineer role is "
    "not affected, and we hope to get back to you on that by the end of next week.\n\nRita\n"
)
EITHER = (
    HEAD.format(subject="AW: Interview")
    + "I'm sorry, something has come up with our interview. I will let you know as soon as I know more.\n\nRita\n"
)


def which(page: AppTest) -> list[str]:
    """The kinds that the dialog offers to choose from by one click."""
    found = [each.options for each in page.radio if str(each.key).endswith("|either")]
    return list(found[0]) if found else []


def heading(page: AppTest) -> str:
    return [each.value for each in page.markdown if each.value.startswith("## ")][-1]


def test_a_mail_that_calls_the_interview_off_on_a_day_calls_it_off(
    app: Start, stored: Stored
) -> None:
    mail = (
        HEAD.format(subject="AW: Einladung")
        + "es tut mir sehr leid, aber ich muss das Gespräch am 20.03. leider absagen: wir haben die Stelle "
        "umstrukturiert. Ich melde mich, sobald ich Neues weiß.\n\nRita\n"
    )
    page = pasted(app(WORLD, NOW), mail)
    assert heading(page).endswith("An interview is called off")
    assert "leider absagen" in text_of(page)
    press(page, "Log it")
    assert stored().applications[0].interviews[-1].state == "cancelled"


def test_of_two_kinds_that_a_mail_may_be_each_is_one_click_in_words_of_the_page(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), EITHER)
    assert which(page) == ["An interview is called off", "They wrote"]
    assert heading(page).endswith("An interview is called off"), "what one must not miss"
    assert "“update”" not in text_of(page)
    assert "something has come up" in text_of(page), "the sentence that decides"
    next(r for r in page.radio if str(r.key).endswith("|either")).set_value("replied").run()
    assert heading(page).endswith("They wrote")
    press(page, "Log it")
    assert stored().applications[0].touchpoints[-1].purpose == "update"


def test_a_mail_that_turns_one_role_down_and_dates_the_other_is_logged_at_both(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(ROLES, NOW), TWO)
    assert "another candidate for the Data Engineer" in text_of(page)
    assert heading(page).endswith("They said no")
    press(page, "Log it")
    assert heading(page).endswith("They named or moved their date")
    assert field(page, "date_input", "until").value == day("03-20")
    press(page, "Log it")
    data, analytics = stored().applications
    assert [t.purpose for t in data.touchpoints] == ["rejection"]
    assert [(p.kind, p.on) for t in analytics.touchpoints for p in t.promises] == [
        ("decision_by", day("03-20"))
    ]
    assert not [b for b in page.button if b.label == "Log it"]


def test_the_date_of_another_role_is_never_that_of_the_one_that_is_turned_down(app: Start) -> None:
    page = pasted(app(ROLES, NOW), TWO)
    where = next(each for each in page.selectbox if each.label == "Which application?")
    analytics = next(o for o in where.options if "Analytics" in o)
    where.select(analytics).run()
    assert heading(page).endswith("They named or moved their date")
    alone = ROLES.replace(applications=ROLES.applications[:1])
    assert heading(pasted(app(alone, NOW), TWO)).endswith("They said no")


BOUNCE = """From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: kim@home.example
Date: Tue, 10 Mar 2026 09:40:00 +0100
Subject: Delivery Status Notification (Failure)

** Address not found **

Your message wasn't delivered to tom.whitfield@bellhouse.example because the address couldn't be found.

The response was:
550 5.1.1 The email account that you tried to reach does not exist.
"""


def test_a_mail_that_came_back_finds_its_application_by_the_address(
    app: Start, stored: Stored
) -> None:
    tom = ANN.replace(id="tom", name="Tom Whitfield", email="tom.whitfield@bellhouse.example")
    wrote = sent("status_check", "03-10 09:30", to="tom")
    out = facts(
        applied("Initech", ANN, interview()),
        applied("BA Ltd", tom, interview(by="tom", key="i9"), wrote, id="ba"),
    ).replace(me=KIM)
    page = pasted(app(out, NOW), BOUNCE)
    assert heading(page).endswith("My message came back")
    press(page, "Log it")
    ba = next(a for a in stored().applications if a.id == "ba")
    assert ba.touchpoints[-1].bounced == wrote.id
    assert [p.email for p in ba.people] == [""]
