"""What is pasted on Today: read, shown filled in, and logged by one click; nothing before that."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from followup.model.facts import Facts
from followup.model.settings import Me
from tests.builders import ANN, RITA, applied, at, day, facts, interview, person, sent, specific
from tests.pages.conftest import Start
from tests.pages.test_today import text_of

NOW = at("03-10 12:30")  # a Tuesday, a week after the interview
GLOBEX = person("Rita", "recruiter", email="rita@globex.example")
KIM = Me(name="Kim Cole", email="kim@home.example", time_zone="Europe/Berlin")
WORLD = facts(applied("Globex", ANN, GLOBEX, interview(by="ann"))).replace(me=KIM)
Stored = Callable[[], Facts]

MAIL = """From: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Re: Your interview
Message-ID: <one@globex.example>

Hi,

thank you for your patience. The panel met only yesterday, and they need until the 20th to come to a decision.
Could you send me two references by Friday?

Rita
"""


def event(
    *lines: str, uid: str = "u1", start: str = "20260312T130000Z", method: str = "REQUEST"
) -> str:
    words = (
        "BEGIN:VCALENDAR",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "SUMMARY:Second round",
        f"DTSTART:{start}",
        "ORGANIZER;CN=Rita:mailto:rita@globex.example",
        *lines,
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "\n".join(words)


def pasted(page: AppTest, text: str) -> AppTest:
    page.chat_input[0].set_value(text).run()
    assert not page.exception
    return page


def labels(page: AppTest) -> list[str]:
    """What stands beside the boxes and over the choices of the lines, as it is read."""
    found = [*page.checkbox, *page.radio]
    return [re.sub(r"\\(.)|\u2060", r"\1", each.label) for each in found]


def press(page: AppTest, name: str) -> AppTest:
    next(b for b in page.button if b.label.startswith(name)).click().run()
    assert not page.exception
    return page


def field(page: AppTest, kind: str, name: str) -> Any:
    return next(each for each in page.get(kind) if str(each.key).endswith(f"|{name}"))


def test_a_mail_is_filled_in_and_logged_by_one_click(app: Start, stored: Stored) -> None:
    page = pasted(app(WORLD, NOW), MAIL)
    assert stored() == WORLD, "nothing is logged before it is confirmed"
    assert "need until the 20th" in text_of(page)
    press(page, "Log it")
    (message,) = stored().applications[0].touchpoints
    assert (message.purpose, message.people, message.at) == ("update", ("rita",), at("03-10 09:12"))
    assert [(p.kind, p.on) for p in message.promises] == [
        ("decision_by", day("03-20")),
        ("material", day("03-13")),
    ]
    assert message.subject == "Re: Your interview"
    assert message.message_id == "one@globex.example"
    assert message.text.startswith("Hi,")
    pasted(page, MAIL)
    assert "You logged this mail already, at Globex" in text_of(page)
    assert not any(b.label == "Log it" for b in page.button)


@pytest.mark.parametrize("again", ["", "Date: Wed, 11 Mar 2026 09:12:00 +0100\n"])
def test_the_same_mail_without_an_id_is_not_logged_twice_unless_one_wants_to(
    app: Start, stored: Stored, again: str
) -> None:
    mail = MAIL.replace("Message-ID: <one@globex.example>\n", "")
    if again:  # of no other moment, but of the same words
        mail = mail.replace("Date: Tue, 10 Mar 2026 09:12:00 +0100\n", "")
    page = pasted(app(WORLD, NOW), mail)
    press(page, "Log it")
    pasted(page, again + mail)
    assert "You logged this mail already, at Globex" in text_of(page)
    assert not any(b.label == "Log it" for b in page.button)
    press(page, "Go on all the same")
    press(page, "Log it")
    assert len(stored().applications[0].touchpoints) == 2


def test_another_mail_of_the_same_person_is_logged_at_once(app: Start, stored: Stored) -> None:
    page = pasted(app(WORLD, NOW), MAIL)
    press(page, "Log it")
    other = MAIL.replace("one@globex", "two@globex").replace("09:12:00", "09:40:00")
    pasted(page, other.replace("thank you for your patience. ", "one thing more. "))
    press(page, "Log it")
    assert len(stored().applications[0].touchpoints) == 2


def test_the_one_time_that_they_propose_stands_at_on_a_day_too(app: Start, stored: Stored) -> None:
    mail = """From: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Second interview

We would like to invite you to a second interview on Thursday, 19 March at 10:00. Does that work for you?
"""
    page = pasted(app(WORLD, NOW), mail)
    assert field(page, "radio", "new").value == "They propose times"
    field(page, "radio", "new").set_value("On a day").run()
    press(page, "Log it")
    assert stored().applications[0].interviews[-1].starts_at == at("03-19 10:00")


def test_who_answers_an_answer_of_mine_that_was_logged_late_waits_for_the_next_one(
    app: Start, stored: Stored
) -> None:
    (globex,) = WORLD.applications
    late = sent("reply", "03-10 12:29", id="mine")
    world = WORLD.with_application(globex.replace(touchpoints=(late,)))
    page = pasted(app(world, NOW), MAIL)
    (box,) = [each for each in page.checkbox if each.label.startswith("My answer, logged ")]
    assert box.value
    press(page, "Log it")
    mine, theirs, *_ = stored().applications[0].touchpoints
    assert mine.at < theirs.at


def test_a_mail_of_a_stranger_begins_a_new_application_without_a_choice(app: Start) -> None:
    mail = """From: Sara Holm <sara@initech.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Your application as an analyst at Initech

Dear Kim, thank you for applying to Initech. We would like to invite you to an interview on 19 March at 10:00.
"""
    page = pasted(app(WORLD, NOW), mail)
    where = next(each for each in page.selectbox if each.label == "Which application?")
    assert where.options[0] == "A new application"
    assert field(page, "text_input", "company").value == "Initech"
    known = pasted(app(WORLD, NOW), MAIL)
    where = next(each for each in known.selectbox if each.label == "Which application?")
    assert where.options[-1] == "A new application"


def test_what_is_asked_stands_at_its_field_and_what_was_typed_elsewhere_stays(
    app: Start, stored: Stored
) -> None:
    page = app(WORLD, NOW)
    page.button(key="today_what_happened").click().run()
    press(page, "They wrote")
    field(page, "text_area", "text").set_value("They rang.").run()
    vague = MAIL.replace("need until the 20th", "will tell you early in the new year")
    pasted(page, vague)
    assert "leaves the day open" in text_of(page)
    press(page, "Log it")
    (promise, _) = stored().applications[0].touchpoints[0].promises
    assert promise.on, "the suggestion stood there, and was confirmed"
    page.button(key="today_what_happened").click().run()
    assert field(page, "text_area", "text").value == "They rang."


def test_an_invitation_is_entered_and_its_update_moves_it_and_keeps_what_was_entered(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), event("ATTENDEE;CN=Mia Moss:mailto:mia@globex.example"))
    press(page, "Log it")
    (globex,) = stored().applications
    round_ = globex.interviews[1]
    assert (round_.starts_at, round_.uid, round_.round) == (at("03-12 14:00"), "u1", "Second round")
    assert [p.name for p in globex.people] == ["Ann", "Rita", "Mia Moss"]
    assert round_.interviewers == (globex.people[2].id,)

    pasted(page, event())
    assert "on file just so" in text_of(page)
    pasted(page, event("SEQUENCE:1", start="20260313T090000Z"))
    press(page, "Log it")
    (_, moved) = stored().applications[0].interviews
    assert (moved.starts_at, moved.sequence) == (at("03-13 10:00"), 1)
    assert (moved.id, moved.interviewers, moved.round) == (
        round_.id,
        round_.interviewers,
        "Second round",
    )
    pasted(page, event("SEQUENCE:2", start="20260313T090000Z", method="CANCEL"))
    press(page, "Log it")
    assert stored().applications[0].interviews[1].state == "cancelled"


@pytest.mark.parametrize("through", [True, False])
def test_somebody_at_an_agency_is_asked_about_and_then_what_concerns_all_goes_to_them(
    app: Start, stored: Stored, through: bool
) -> None:
    mail = MAIL.replace("Rita <rita@globex.example>", "Dan Osei <dan@osei-recruitment.example>")
    page = pasted(app(WORLD, NOW), mail)
    where = next(each for each in page.selectbox if each.label == "Which application?")
    where.set_value(WORLD.applications[0].id).run()
    (box,) = [each for each in page.checkbox if each.label.startswith("It goes through Dan Osei")]
    assert not box.value, "a recruiter of Globex is on file"
    box.set_value(through).run()
    press(page, "Log it")
    assert stored().applications[0].route == ("agency" if through else "direct")


def test_a_mail_of_somebody_new_makes_the_application(app: Start, stored: Stored) -> None:
    text = MAIL.replace("globex", "initech").replace("Re: Your interview", "Librarian at Initech")
    page = pasted(app(WORLD, NOW), text)
    assert "Which does the mail belong to?" in text_of(page)
    where = next(s for s in page.selectbox if s.label == "Which application?")
    where.select("A new application").run()
    field(page, "text_input", "company").set_value("Initech")
    field(page, "text_input", "role").set_value("Librarian").run()
    press(page, "Log it")
    (_, new) = stored().applications
    assert (new.company, new.role, new.touchpoints[0].purpose) == ("Initech", "Librarian", "update")
    assert [(p.name, p.email, p.role) for p in new.people] == [
        ("Rita", "rita@initech.example", "recruiter")
    ]
    assert new.touchpoints[0].people == (new.people[0].id,)


def test_a_german_mail_of_somebody_new_makes_an_application_with_german_letters(
    app: Start, stored: Stored
) -> None:
    text = (
        "From: Rita <rita@initech.example>\nTo: Kim <kim@example.org>\nSubject: Ihre Bewerbung als Bibliothekarin\n\n"
        "Guten Tag, wir melden uns bis Freitag bei Ihnen, ob wir Sie einladen. Viele Grüße, Rita\n"
    )
    page = pasted(app(WORLD, NOW), text)
    where = next(s for s in page.selectbox if s.label == "Which application?")
    where.select("A new application").run()
    field(page, "text_input", "company").set_value("Initech")
    field(page, "text_input", "role").set_value("Bibliothekarin").run()
    press(page, "Log it")
    assert stored().applications[-1].language == "de"


def test_whom_an_invitation_names_are_entered_and_stand_in_its_round(
    app: Start, stored: Stored
) -> None:
    text = (
        "From: Rita <rita@globex.example>\nDate: Wed, 16 Sep 2026 08:00:00 +0200\nSubject: Second interview\n\n"
        "We would like to invite you to a second interview on Monday 21 September at 10:00. You will meet Marcus Webb "
        "(marcus@globex.example) and Dr Helen O'Shea.\n"
    )
    page = pasted(app(WORLD, NOW), text)
    press(page, "Log it")
    g = stored().applications[0]
    there = {p.id: p for p in g.people}
    assert [(there[i].name, there[i].email) for i in g.interviews[-1].interviewers][-2:] == [
        ("Marcus Webb", "marcus@globex.example"),
        ("Dr Helen O'Shea", ""),
    ]


def test_who_is_not_entered_wrote_the_mail_all_the_same_and_nobody_on_file_did(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), MAIL.replace("Rita <rita@", "Ines Roe <ines.roe@"))
    box = next(box for box in page.checkbox if box.label.startswith("Enter Ines Roe"))
    box.uncheck().run()
    press(page, "Log it")
    (application,) = stored().applications
    assert [person.name for person in application.people] == ["Ann", "Rita"]
    assert application.touchpoints[0].people == ()


def test_a_team_that_has_no_address_is_not_entered_as_a_person(app: Start) -> None:
    page = pasted(app(WORLD, NOW), MAIL.replace("Rita <rita@", "Globex Talent <no-reply@"))
    assert not [box.label for box in page.checkbox if box.label.startswith("Enter ")]


def test_a_mail_of_mine_is_logged_as_sent_for_what_it_was_for(app: Start, stored: Stored) -> None:
    mine = """From: Kim Cole <kim@home.example>
To: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: The analyst position

Dear Rita, could you tell me how things stand with the position?

Kim
"""
    page = pasted(app(WORLD, NOW), mine)
    press(page, "Log it")
    (message,) = stored().applications[0].touchpoints
    assert (message.direction, message.purpose, message.people) == (
        "sent",
        "status_check",
        ("rita",),
    )
    assert message.text.startswith("Dear Rita")


def test_of_several_events_and_of_one_that_recurs_one_is_chosen_and_a_broken_one_is_named(
    app: Start, stored: Stored
) -> None:
    one = event().removesuffix("END:VCALENDAR")
    weekly = event("RRULE:FREQ=WEEKLY;COUNT=3", uid="u2", start="20260312T150000Z")
    broken = "BEGIN:VEVENT\nUID:u3\nSUMMARY:Lunch\nBEGIN:VALARM\nEND:VEVENT\n"
    body = weekly.split("METHOD:REQUEST\n")[1]
    page = pasted(app(WORLD, NOW), one + broken + body)
    assert "“Lunch”" in " ".join(str(w.value) for w in page.warning)
    assert not any(b.label == "Log it" for b in page.button), "first one is chosen"
    which = next(s for s in page.selectbox if s.label.startswith("It holds several"))
    which.select_index(len(which.options) - 1).run()
    day_ = next(s for s in page.selectbox if s.label.startswith("It recurs"))
    day_.select_index(1).run()
    press(page, "Log it")
    assert stored().applications[0].interviews[1].starts_at == at("03-19 16:00")


TABLE = """Company;Position;Applied on;Status;Contact
Initech;Librarian;03/02/2026;Applied;Sam <sam@initech.example>
Hooli;Tester;25/02/2026;Rejected ❌;
Hooli;Tester;25/02/2026;Rejected ❌;
;;;;nobody
Umbrella;Cook;31/02/2026;zzz;
"""


def test_a_table_is_shown_and_comes_in_as_one_change_that_can_be_undone(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), TABLE)
    assert stored() == WORLD
    assert "day first" in text_of(page)
    assert "zzz" in page.selectbox[0].label
    assert "The same as line 3: nothing new." in labels(page)
    left = next(t.value for t in page.text if "Line 5" in t.value)
    assert "Line 6" in left
    page.selectbox[0].select("They said no").run()
    press(page, "Import 3 applications")
    (_, initech, hooli, umbrella) = stored().applications
    assert (initech.company, initech.applied, initech.outcome) == ("Initech", day("02-03"), None)
    assert initech.interviews == ()
    assert [(p.name, p.email) for p in initech.people] == [("Sam", "sam@initech.example")]
    assert hooli.outcome
    assert hooli.outcome.kind == "rejected"
    assert NOW - hooli.outcome.at > timedelta(days=10), (
        "a rejection of long ago asks for nothing now"
    )
    assert umbrella.outcome
    assert not any(a.startswith("rejection_reply") for a in (b.key or "" for b in page.button))
    pasted(page, TABLE)
    assert labels(page).count("Is there already: nothing new.") == 4
    assert next(b for b in page.button if b.label.startswith("Import")).disabled
    closed(page)
    press(page, "Undo")
    assert stored().applications == WORLD.applications


TIMES = """Company,Role,Date,Time,Contact
Initech,Librarian,2026-05-06,10:00,Sam Reed <sam@initech.example>
"""


def test_the_times_of_a_table_are_shown_and_come_in_on_the_clock_that_is_asked_for(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, at("05-20 12:00")), TIMES)
    (line,) = [label for label in labels(page) if label.startswith("Line 2: ")]
    assert "interview Wed 6 May, 10:00 · Sam Reed sam@initech.example (recruiter)" in line
    (go,) = [b for b in page.button if b.label.startswith("Import")]
    assert go.disabled, "whose clock is meant is not said yet"
    page.selectbox(key="received_zone").set_value("Europe/London").run()
    page.checkbox(key="received_met").check().run()
    press(page, "Import 1 application")
    (_, initech) = stored().applications
    (talk,) = initech.interviews
    assert talk.starts_at == at("05-06 10:00", "Europe/London")
    assert talk.interviewers == (initech.people[0].id,)


def test_what_was_pasted_and_closed_can_be_gone_on_with_as_it_was(app: Start) -> None:
    page = pasted(app(WORLD, at("05-20 12:00")), TIMES)
    page.selectbox(key="received_zone").set_value("Europe/London").run()
    closed(page)
    assert not any(b.label.startswith("Import") for b in page.button)
    press(page, "Go on with it")
    assert page.selectbox(key="received_zone").value == "Europe/London"
    assert not next(b for b in page.button if b.label.startswith("Import")).disabled
    closed(page)
    press(page, "Leave it")
    assert not any(b.label == "Go on with it" for b in page.button)


def closed(page: AppTest) -> None:
    """What closing the dialog does, which no AppTest can."""
    page.session_state["received_put_aside"] = page.session_state["received_read"]
    del page.session_state["received_read"]
    page.run()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "holds no event"),
        ("%PDF-1.7", "PDF"),
        (event(method="REPLY"), "accepted or declined"),
    ],
)
def test_what_is_nothing_to_log_is_said(app: Start, stored: Stored, text: str, words: str) -> None:
    page = pasted(app(WORLD, NOW), text)
    assert words in text_of(page) + " ".join(str(e.value) for e in page.error)
    assert stored() == WORLD


def test_an_invitation_of_an_unknown_employer_fills_in_the_entry_form(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), event("SEQUENCE:3").replace("globex", "initech"))
    page.query_params["new"] = "1"
    press(page, "Enter it as a new application")
    page.switch_page("pages/record/interviews.py").run()
    values = [each.value for each in page.text_input]
    assert "Initech" in values
    assert "rita@initech.example" in values
    field(page, "text_input", "role").set_value("Librarian").run()
    press(page, "Save")
    (_, new) = stored().applications
    (round_,) = new.interviews
    assert (round_.starts_at, round_.uid, round_.sequence) == (at("03-12 14:00"), "u1", 3)
    assert specific() not in round_.specifics
    assert RITA not in new.people


RECEIPT = """From: Initech Careers <jobs@initech.example>
To: Kim <kim@home.example>
Date: Fri, 6 Mar 2026 09:12:00 +0100
Subject: Your application as Librarian at Initech

Thank you for applying for the position of Librarian at Initech. We have received your application and will review it.
This is an automated message.
"""


def test_a_receipt_fills_in_the_day_of_applying_and_no_mailbox_is_ticked(
    app: Start, stored: Stored
) -> None:
    page = pasted(app(WORLD, NOW), RECEIPT)
    where = next(s for s in page.selectbox if s.label == "Which application?")
    where.select("A new application").run()
    assert field(page, "date_input", "applied").value == day("03-06")
    boxes = [box.value for box in page.checkbox if box.label.startswith("Enter ")]
    assert boxes == [False]
    field(page, "text_input", "company").set_value("Initech").run()
    press(page, "Log it")
    (_, new) = stored().applications
    assert (new.applied, new.people) == (day("03-06"), ())
    assert [t.purpose for t in new.touchpoints] == ["receipt"]


def test_a_hold_is_entered_as_one_until_it_is_confirmed(app: Start, stored: Stored) -> None:
    page = pasted(app(WORLD, NOW), event("STATUS:TENTATIVE"))
    assert "have not confirmed this time yet" in text_of(page)
    assert field(page, "text_input", "round").value == "Second round (hold)"
    press(page, "Log it")
    held = stored().applications[0].interviews[1]
    assert (held.round, held.notes) == (
        "Second round (hold)",
        "A hold: they have not confirmed this time yet.",
    )
    pasted(page, event("STATUS:TENTATIVE"))
    assert "on file just so" in text_of(page)
    pasted(page, event("STATUS:CONFIRMED", "SEQUENCE:1"))
    press(page, "Log it")
    sure = stored().applications[0].interviews[1]
    assert (sure.id, sure.round, sure.notes) == (held.id, "Second round", "")
    assert sure.starts_at == held.starts_at


def test_a_time_at_an_address_abroad_is_on_the_clock_there_and_says_so(
    app: Start, stored: Stored
) -> None:
    mail = """From: Sabine Krueger <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00
Subject: Einladung

Gerne laden wir Sie zu einem Vorstellungsgespräch am Donnerstag, den 19. März 2026 um 10:00 Uhr in unser Büro,
Uferstraße 12, 14482 Potsdam ein.
"""
    tom = KIM.replace(time_zone="Europe/London")
    page = pasted(app(WORLD.replace(me=tom), NOW), mail)
    assert "Europe/Berlin time; on your clock: Thu 19 Mar, 09:00." in text_of(page)
    press(page, "Log it")
    talk = stored().applications[0].interviews[-1]
    assert (talk.starts_at, talk.time_zone) == (at("03-19 10:00", "Europe/Berlin"), "Europe/Berlin")
    said = pasted(app(WORLD.replace(me=tom), NOW), mail.replace("10:00 Uhr", "10:00 Uhr GMT"))
    assert "Europe/Berlin time" not in text_of(said), "they say whose clock it is"


def test_a_time_without_a_zone_is_on_the_employers_clock_where_that_is_known(app: Start) -> None:
    mail = """From: Rita <rita@globex.example>
Date: Tue, 10 Mar 2026 09:12:00 +0100
Subject: Second interview

Your second interview is on Thursday, 19 March at 10:00. See you then!
"""
    (globex,) = WORLD.applications
    world = WORLD.replace(applications=(globex.replace(country="GB"),))
    page = pasted(app(world, NOW), mail.replace("+0100", "+0000"))
    assert "Europe/London time; on your clock: Thu 19 Mar, 11:00." in text_of(page)
    here = pasted(app(world, NOW), mail)
    assert "Europe/London time" not in text_of(here), "it was written on the user's own clock"


def test_an_invitation_on_another_clock_is_shown_on_the_users_too(app: Start) -> None:
    there = event().replace(
        "DTSTART:20260312T130000Z", "DTSTART;TZID=America/New_York:20260312T090000"
    )
    page = pasted(app(WORLD, NOW), there)
    assert field(page, "time_input", "time").value.hour == 9
    assert "America/New_York time; on your clock: Thu 12 Mar, 14:00." in text_of(page)
    assert "on your clock" not in text_of(pasted(app(WORLD, NOW), event()))
