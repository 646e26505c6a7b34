"""What a sixth stranger's mails got wrong at first sight: each kind in other words, and the nearest that is none."""

import pytest

from followup.exchange.mail import read_mail
from tests.exchange.mails import READER
from tests.exchange.test_mail_second import mail
from tests.exchange.test_mail_values import DE, GB, Sender, read, times
from tests.rows import each_row

ANN = "Ann Fox <ann@longmead.test>"
ROLES = [
    ("", "Here's what we're offering: Dairy Herd Assistant, 40 hours, from January.", "Dairy Herd Assistant"),
    ("", "We'd like to offer you the job: Relief Milker, 30 hours a week.", "Relief Milker"),
    ("", "Would you come in for a chat about the part-time Shop Assistant job on Wednesday?", "Shop Assistant"),
    ("", "I'm writing about the seasonal Garden Guide vacancy.", "Garden Guide"),
    ("Kennenlernen? Growth Operations bei Nivo", "Deine Bewerbung für Growth Operations hat uns gefallen.",
     "Growth Operations"),
    ("Partner Success - a chat", "Thank you for your application for Partner Success.", "Partner Success"),
    ("", "ich melde mich wegen Ihrer Bewerbung als Archivarin im Stadtarchiv Ellwerda.", "Archivarin"),
    ("", "Ihre Bewerbung als Kassiererin in der Buchhandlung Lenz liegt uns vor.", "Kassiererin"),
    ("Re: Bookseller", "Thank you for coming in. I'll write next week.", "Bookseller"),
    # What is near it: a price, what is for sale, a house, a title's own “in der”.
    ("", "Here's what we're offering: a caravan, 40 hours, from January.", None),
    ("", "Would you come in for a chat about the part-time arrangement on Wednesday?", None),
    ("", "Unser Angebot: Frühstück, 8 Euro.", None),
    ("", "I'm writing about the temporary Christmas Market.", None),
    ("Kennenlernen? Nivo", "Deine Bewerbung für Januar hat uns gefallen.", None),
    ("Re: Thursday", "Thank you for coming in. I'll write next week.", None),
    ("Re: Question", "Thank you for coming in. I'll write next week.", None),
    ("", "Ihre Bewerbung als Referentin in der Denkmalpflege liegt uns vor.", "Referentin in der Denkmalpflege"),
]  # fmt: skip


@each_row(("subject", "text", "role"), ROLES, ids=[f"{row[0]} {row[1][:60]}" for row in ROLES])
def test_a_job_is_found_where_it_is_named(subject: str, text: str, role: str | None) -> None:
    assert mail(ANN, subject or "Hello", text)["role"] == role


NAMED_ONCE = [
    ("Re: Bookbinding", "Bookbinding"),
    ("Re: Front of House", "Front of House"),
    ("AW: Hofladen", "Hofladen"),
    ("Re: Brennmeisterei", "Brennmeisterei"),
    ("Bookbinding", None),
    ("AW: Ihre Nachricht", None),
    ("Re: Longmead", None),
    ("Re: your question", None),
]


@each_row(("subject", "role"), NAMED_ONCE, ids=[row[0] for row in NAMED_ONCE])
def test_a_subject_that_may_be_the_job_is_asked_about(subject: str, role: str | None) -> None:
    text = "We are still thinking and will write on Friday.\n\nAnn\nLongmead Ltd"
    asks = {ask["field"]: ask["suggestion"] for ask in mail(ANN, subject, text)["asks"]}
    assert asks.get("role") == role


EVENTS = [
    (DE, "Morgen um 19 Uhr eröffnen wir unsere Ausstellung."),
    (DE, "Am Freitag, 4. Dezember, um 18 Uhr feiern wir hier den Advent."),
    (DE, "Am 5. Dezember ist Hoffest ab 11 Uhr."),
    (DE, "Am Donnerstag, 3. Dezember, um 16 Uhr tagt der Ausschuss."),
    (GB, "Our own opening is on Friday 4 December at 7pm."),
    (GB, "We launch the spring list on Friday 4 December at 6pm."),
    (GB, "There's the stocktake on Friday 4 December from 8am."),
    (GB, "Tomorrow at 7pm the gallery opens to the public."),
]
MEETINGS = [
    (DE, "Morgen um 19 Uhr erwarten wir Sie in der Ausstellung."),
    (DE, "Am Freitag, 4. Dezember, um 18 Uhr passt es für ein Gespräch vor der Feier."),
    (DE, "Am Samstag, 5. Dezember, um 11 Uhr sehen wir Sie."),
    (DE, "Am Donnerstag, 3. Dezember, um 16 Uhr lernen Sie den Ausschuss kennen."),
    (GB, "Your interview is on Friday 4 December at 7pm."),
    (GB, "We could see you on Friday 4 December at 6pm."),
    (GB, "Come for a trial shift on Friday 4 December from 8am."),
    (GB, "Could you be here tomorrow at 7pm, when the gallery opens?"),
    (GB, "Friday 4 December at 10am with our vet, Dr Hall."),
    (GB, "Tuesday 1 December at 10am for the Clerk opening."),
    (DE, "Freitag, 4. Dezember, 10 Uhr, Treffpunkt Eingang Messe."),
    (DE, "Freitag, 4. Dezember, 10 Uhr, Vorstellung vor dem Ausschuss."),
]
INVITES = {
    DE: "Wir möchten Sie gern zu einem Gespräch einladen. ",
    GB: "We'd like to invite you to an interview. ",
}


@each_row(("sender", "text"), EVENTS, ids=[row[1] for row in EVENTS])
def test_what_they_have_on_themselves_is_no_interview(sender: Sender, text: str) -> None:
    assert times(read(sender, INVITES[sender] + text), "interviews") == []


@each_row(("sender", "text"), MEETINGS, ids=[row[1] for row in MEETINGS])
def test_a_time_beside_it_to_meet_is_one(sender: Sender, text: str) -> None:
    assert len(times(read(sender, INVITES[sender] + text), "interviews")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ich kann Ihnen folgende Termine anbieten:\n\n- Di, 1.12., 10:00 Uhr\n- Mi, 2.12., 14:30 Uhr\n\nAm 4.12."
         " streichen wir ab 9 Uhr den Saal.", 2),
        ("Ich kann Ihnen folgende Termine anbieten:\n\n- Di, 1.12., 10:00 Uhr\n- Mi, 2.12., 14:30 Uhr\n\nOder wir"
         " laden Sie am Freitag, 4.12., um 9 Uhr zum Gespräch ein.", 3),
    ],
)  # fmt: skip
def test_of_a_list_of_times_only_what_else_invites_is_one_more(text: str, count: int) -> None:
    assert len(times(read(DE, text, "Gespräch"), "interviews")) == count


QUESTIONS = [
    "How soon could you start if we were to offer you the post?",
    "When could you start, should we offer you the job?",
    "Would you accept 28,000 if you were offered the role?",
    "If we decided to hire you, would you move here?",
    "Ab wann könnten Sie anfangen, falls wir Ihnen die Stelle anbieten?",
    "Würden Sie umziehen, wenn wir Sie einstellen?",
    "Wie lange ist Ihre Kündigungsfrist im Falle einer Zusage?",
    "In case we take you on, could you start in January?",
]
OFFERS = [
    "We are delighted to offer you the post. How soon could you start?",
    "We would like to offer you the job, should you still want it.",
    "We are pleased to offer you the role at 28,000.",
    "We have decided to hire you. Would you like the job?",
    "Gerne bieten wir Ihnen die Stelle an. Ab wann könnten Sie anfangen?",
    "Wir möchten Sie gern einstellen. Passt Ihnen der 1. Januar?",
    "Ich freue mich, Ihnen eine Zusage für die Stelle geben zu können.",
    "We'd love you to take the job. Could you start in January?",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_an_offer_that_is_only_supposed_is_none(text: str) -> None:
    found = mail(ANN, "Your application", f"Thank you for applying. I have one question. {text}")
    assert found["what"] != "offer"


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_beside_a_question_is_one(text: str) -> None:
    assert mail(ANN, "The job", text)["what"] == "offer"


WORDS = [
    (GB, "Please let me have a line by Thursday 3 December."),
    (GB, "Do you need a visa? Drop me a line by Thursday 3 December."),
    (GB, "Please send me a quick note by Thursday 3 December whether you would relocate."),
    (GB, "Best to sign up by Thursday 3 December, the calendar fills quickly."),
    (GB, "Please give me an answer by Thursday 3 December."),
    (DE, "Am besten trägst du dich bis Donnerstag, 3. Dezember, ein."),
    (DE, "Bitte tragen Sie sich bis Donnerstag, 3. Dezember, im Kalender ein."),
    (DE, "Tragen Sie sich am besten bis Donnerstag, 3. Dezember, ein."),
]
NO_WORDS = [
    (GB, "Please let me have your certificates by Thursday 3 December."),
    (GB, "I'll drop you a line by Thursday 3 December."),
    (GB, "Please send me a copy of your diploma by Thursday 3 December."),
    (GB, "All staff sign up by Thursday 3 December for the party."),
    (DE, "Das Paket trägt bis Donnerstag, 3. Dezember, der Bote aus."),
    (DE, "Bis Donnerstag, 3. Dezember, trägt unsere Kollegin die Kosten."),
    (DE, "Ich trage Ihre Daten bis Donnerstag, 3. Dezember, ein."),
    (DE, "Wir tragen bis Donnerstag, 3. Dezember, die Termine nach."),
]


@each_row(("sender", "text"), WORDS, ids=[row[1] for row in WORDS])
def test_a_word_is_wanted_by_a_day(sender: Sender, text: str) -> None:
    found = read(sender, text, "Your application")
    assert (found["answer_by"], found["material"]) == ("2026-12-03", None)


@each_row(("sender", "text"), NO_WORDS, ids=[row[1] for row in NO_WORDS])
def test_no_word_is_wanted_where_papers_are_or_they_do_it(sender: Sender, text: str) -> None:
    assert read(sender, text, "Your application")["answer_by"] is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("I need both in my file by Thursday, December 3:", "2026-12-03"),
        ("Please let us have by Thursday 3 December:", "2026-12-03"),
        ("Bis Donnerstag, 3. Dezember, brauche ich noch zwei Dinge:", "2026-12-03"),
        ("These are due on Thursday, December 3:", None),
        ("We discussed on Thursday, November 19:", None),
        ("The office is closed on Thursday, December 3. I need:", None),
    ],
)
def test_the_day_before_a_list_of_papers_is_the_lists(head: str, day: str | None) -> None:
    text = f"{head}\n\n1. the signed form (attached)\n2. a copy of your diploma\n\nYou can e-mail them to me."
    assert mail(ANN, "Deputy Clerk", text)["material"]["on"] == day


AWAY = "Thank you for your mail. I am away until Tuesday 8 December.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "- Jobs that will not keep: my colleague Femi Adeyemi, femi.adeyemi@longmead.test",
            "Femi Adeyemi",
        ),
        ("- Jobs: Femi Adeyemi (femi.adeyemi@longmead.test)", "Femi Adeyemi"),
        (
            "Anything about the shop goes to Femi Adeyemi: femi.adeyemi@longmead.test",
            "Femi Adeyemi",
        ),
        ("Femi Adeyemi has the diary and reads femi.adeyemi@longmead.test", "Femi Adeyemi"),
        ("The box office reads femi.adeyemi@longmead.test", None),
        ("Anything else: team@longmead.test", None),
    ],
)
def test_whose_address_it_is_while_one_is_away_is_named(text: str, name: str | None) -> None:
    found = mail(ANN, "Automatic reply: Clerk", f"{AWAY}{text}\n\nAnn")
    assert found["stand_in"]["name"] == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You will also see a lot of noise about the gala on 10 December.", None),
        ("You may read about our board in the papers by 10 December.", None),
        ("Sie lesen bis zum 10. Dezember sicher einiges über uns.", None),
        ("You will see the results by 10 December.", "2026-12-10"),
        ("You will hear from me by 10 December.", "2026-12-10"),
        ("Sie hören bis zum 10. Dezember von uns.", "2026-12-10"),
    ],
)
def test_what_anybody_sees_is_no_promise(text: str, day: str | None) -> None:
    found = mail(ANN, "Your application", f"Nothing is decided yet. {text}")
    assert found["promised"] == day


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("No preparation is needed and there is no need to reply to this message.", False),
        ("There is no need to answer this mail.", False),
        ("No reply to this email is needed.", False),
        ("You don't need to confirm.", False),
        ("Please confirm that you can come.", True),
        ("There is no need to bring anything. Please let me know that you can come.", True),
    ],
)
def test_whether_an_answer_is_wanted_of_who_is_invited(text: str, wants: bool) -> None:
    found = read(GB, f"Your interview is confirmed for Thursday 3 December at 10am. {text}")
    assert found["wants_answer"] == wants


@pytest.mark.parametrize(
    ("text", "writer", "company"),
    [
        (
            "Schöne Grüße vom Deich\nHinrich Petersen\n\nBiohof Petersen",
            "Hinrich Petersen",
            "Biohof Petersen",
        ),
        ("Viele Grüße in die Stadt\nMaren Kolb\n\nGärtnerei Kolb", "Maren Kolb", "Gärtnerei Kolb"),
        ("Best wishes\nJudith Penrose\nPenrose Wools, Ludlow", "Judith Penrose", "Penrose Wools"),
        ("Kind regards\nTom Harker\n\nHarker & Daughter", "Tom Harker", "Harker & Daughter"),
        ("Schöne Grüße vom Deich\nHinrich Petersen", "Hinrich Petersen", None),
        ("Viele Grüße\nMaren Kolb\n\nFrau Kolb", "Maren Kolb", None),
        ("Best wishes\nJudith Penrose\nAnna Penrose", "Judith Penrose", None),
        ("Kind regards\nTom Harker\n\nOwner Harker", "Tom Harker", None),
    ],
)
def test_a_house_with_the_writers_name_is_the_company(
    text: str, writer: str, company: str | None
) -> None:
    found = read_mail(f"Moin,\n\nalles ist gut angekommen, danke.\n\n{text}\n".encode(), READER)
    assert (found.sender.name, found.company) == (writer, company)
