"""Times, days and kinds in mails, a row for each kind of wording: whom it is from, what it says, what is read."""

from typing import Any

import orjson
import pytest

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from tests.exchange.mails import READER
from tests.rows import each_row

GB = ("ann@priory.co.uk", "Tue, 24 Nov 2026 10:00:00 +0000")
IE = ("ann@priory.ie", "Tue, 24 Nov 2026 10:00:00 +0000")
US = ("ann@priory.com", "Tue, 24 Nov 2026 10:00:00 -0600")
IN = ("ann@priory.in", "Tue, 24 Nov 2026 10:00:00 +0530")
DE = ("ann@priory.de", "Tue, 24 Nov 2026 10:00:00 +0100")
NOWHERE = ("ann@priory.org", "Tue, 24 Nov 2026 10:00:00 +0000")
Sender = tuple[str, str]


def read(sender: Sender, text: str, subject: str = "Clerk") -> dict[str, Any]:
    email, at = sender
    mail = (
        f"From: Ann Wells <{email}>\nTo: Kim Vale <kim@example.test>\nDate: {at}\nSubject: {subject}\n"
        f"Content-Type: text/plain; charset=utf-8\n\nDear Kim,\n\n{text}\n\nAnn Wells\n"
    )
    found: dict[str, Any] = orjson.loads(to_json(read_mail(mail.encode(), READER)))
    return found


def asked(found: dict[str, Any]) -> set[str]:
    return {ask["field"] for ask in found["asks"]} - {"company"}


def times(found: dict[str, Any], field: str) -> list[str]:
    return [
        ("~" if one.get("proposed") else "") + (one["starts_at"] or one["on"])
        for one in found[field]
    ]


INTERVIEWS = [
    (GB, "Your interview is on Thursday 3 December at 10.30am.", "2026-12-03T10:30:00+00:00"),
    (IE, "Thursday it is then, half eleven. See you then!", "2026-11-26T11:30:00+00:00"),
    (US, "Can we talk Thursday 12/3 at 2 PM? I am in Omaha, NE.", "~2026-12-03T14:00:00-06:00"),
    (IN, "Your discussion is scheduled for 02.12.2026 at 3:30 PM.", "2026-12-02T15:30:00+05:30"),
    (NOWHERE, "Your interview is on 3 December at 10am at our Leeds office.", "2026-12-03T10:00:00+00:00"),
    (NOWHERE, "Das Gespräch findet am 3. Dezember um 10 Uhr statt. Wir freuen uns auf Sie und sind im 2. Stock.",
     "2026-12-03T10:00:00+01:00"),
    (DE, "Passt, dann bis Mittwoch 15 Uhr im Salon! Bring gern deine Scheren mit.", "2026-11-25T15:00:00+01:00"),
    (GB, "We would like you back for a second interview. Wednesday week at 10 if that suits? Failing that Thursday 3rd"
     " at half two.", "~2026-12-02T10:00:00+00:00 ~2026-12-03T14:30:00+00:00"),
    (DE, "Du kannst am Donnerstag, den 03.12. oder am Dienstag, den 08.12., jeweils von 8 bis 12 Uhr zur Hospitation"
     " kommen.", "~2026-12-03T08:00:00+01:00 ~2026-12-08T08:00:00+01:00"),
    (GB, "I am pleased to invite you to interview on Tuesday 8 December at 2.15 pm. There is"
     " a short exercise first, so"
     " please arrive at 1.45 pm.", "2026-12-08T14:15:00+00:00"),
    (GB, "We'd like you to meet the trustees too. Are you about on the 3rd or the 4th?", "~2026-12-03 ~2026-12-04"),
]  # fmt: skip


@each_row(("sender", "text", "wanted"), INTERVIEWS, ids=[row[1][:40] for row in INTERVIEWS])
def test_a_time_is_on_the_writers_clock_where_the_mail_tells_it(
    sender: Sender, text: str, wanted: str
) -> None:
    found = read(sender, text)
    assert (found["what"], times(found, "interviews")) == ("invitation", wanted.split())
    assert "interviews" not in asked(found)


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (NOWHERE, "Can you talk Thursday at 4pm? I'll ring you."),
        (("ann@priory.co.uk", "Tue, 24 Nov 2026 10:00:00 +0100"), "Can you talk Thursday at 4pm? I'll ring you."),
        (NOWHERE, "We would like to meet you once more. Could you be with us on 12/1?"),
        (DE, "Komm doch am Montag um 3 in die Backstube, dann siehst du, wie es läuft."),
    ],
)  # fmt: skip
def test_a_time_that_nothing_places_is_asked_about(sender: Sender, text: str) -> None:
    assert "interviews" in asked(read(sender, text))


MOVED = [
    (GB, "Small change for Thursday. Can we push the interview from 2pm to 2.30?",
     "2026-11-26T14:00:00+00:00", "~2026-11-26T14:30:00+00:00"),
    (GB, "Please note that your interview on Thursday 26 November will now start at 10.30am and not 9.30am.",
     "2026-11-26T09:30:00+00:00", "2026-11-26T10:30:00+00:00"),
    (GB, "I've shifted things about so can see you for the interview at 3 tomorrow rather than 4.",
     "2026-11-25T16:00:00+00:00", "2026-11-25T15:00:00+00:00"),
    (GB, "Can you make it Monday instead of Tuesday? Same time, 9.15.", "2026-12-01", "~2026-11-30T09:15:00+00:00"),
    (IN, "The discussion scheduled on 02.12.2026 at 3:30 PM has been postponed to 04.12.2026, same timings.",
     "2026-12-02T15:30:00+05:30", "2026-12-04T15:30:00+05:30"),
    (DE, "leider müssen wir Ihr Vorstellungsgespräch verschieben. Es findet statt am"
     " Mittwoch, 02.12.2026, 10:00 Uhr nunmehr"
     " am\n\nFreitag, 04.12.2026, 09:00 Uhr\n\nwie gehabt im Landratsamt statt.",
     "2026-12-02T10:00:00+01:00", "~2026-12-04T09:00:00+01:00"),
    (IE, "I'll have to call off the interview tomorrow. You were to come in to me at 11 but a pipe went this evening.",
     "2026-11-25T11:00:00+00:00", ""),
    (GB, "The interview panel on Friday 4 December (yours was at 10.45am) will not now be going ahead.",
     "2026-12-04T10:45:00+00:00", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sender", "text", "off", "new"), MOVED, ids=[row[1][:40] for row in MOVED]
)
def test_the_old_time_and_the_new_one(sender: Sender, text: str, off: str, new: str) -> None:
    found = read(sender, text)
    if found["what"] == "cancellation":
        assert times(found, "cancelled")[:1] == off.split() or not off
    assert found["what"] == "cancellation"
    assert [each.lstrip("~") for each in times(found, "interviews")] == [
        each.lstrip("~") for each in new.split()
    ]


def test_an_end_that_the_next_sentence_names_and_what_is_over_when_they_write() -> None:
    trial = read(GB, "You are down for a trial shift this Thursday, 4.30am start. Finish at 10.")
    assert trial["interviews"][0]["ends_at"] == "2026-11-26T10:00:00+00:00"
    assert read(GB, "It was good to interview you this morning at 9am.")["interviews"] == []


@pytest.mark.parametrize(
    ("sender", "text", "deadline"),
    [
        (US, "We are pleased to offer you the position. This offer expires on Monday, December 7,"
         " 2026 at 5:00 PM Eastern.",
         "2026-12-07T17:00:00-05:00"),
        (GB, "I am delighted to offer you the job. Could you give me a yes or a no by 5pm next Friday, 4 December?",
         "2026-12-04T17:00:00+00:00"),
        (NOWHERE, "I am delighted to offer you the job. Could you give me a yes or a no by 5pm on Friday, 4 December?",
         "2026-12-04"),
        (DE, "wir möchten Ihnen die Stelle anbieten. Bitte sagen Sie uns bis 4. Dezember zu.", "2026-12-04"),
    ],
)  # fmt: skip
def test_an_offer_ends_at_the_minute_where_it_is_plain_on_whose_clock(
    sender: Sender, text: str, deadline: str
) -> None:
    found = read(sender, text)
    assert (found["what"], found["deadline"]) == ("offer", deadline)


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        (
            "The board doesn't sit till the 3rd, so I'll give you a ring on Friday the 4th either way.",
            "2026-12-04",
        ),
        (
            "I've told him I need an answer out of him by Friday so expect a call from me on Monday.",
            "2026-11-30",
        ),
        (
            "Der Personalrat tagt am 30.11., erst danach wissen wir mehr. Spätestens am 2. hören Sie von mir.",
            "2026-12-02",
        ),
        ("Formell beschließen die das am 8.12., ich schreib dir am Tag drauf.", "2026-12-09"),
        (
            "Ich muss erst meinen Partner fragen. Du kriegst am 27. Bescheid, Ehrenwort.",
            "2026-11-27",
        ),
    ],
)
def test_the_day_on_which_they_tell_me_is_promised_and_not_that_on_which_others_meet(
    text: str, promised: str
) -> None:
    found = read(DE, text)
    assert (found["promised"], "promised" in asked(found)) == (promised, False)


@pytest.mark.parametrize(
    "text",
    [
        "Ich rechne fest damit, dass Sie noch vor Weihnachten von uns hören.",
        "Daher wird sich die Entscheidung wohl noch bis Mitte Jänner hinziehen.",
        "I return to you in the next days.",
        "It'll be the week of December 7 before we can get you an answer.",
        "We need two more weeks.",
        "We still need another two weeks to decide.",
        "Die Kommission hat sich nicht geeinigt. Wir benötigen dafür noch etwa zwei Wochen.",
    ],
)
def test_a_vague_day_on_which_they_answer_is_asked_about(text: str) -> None:
    found = read(DE, text)
    assert (found["promised"], "promised" in asked(found)) == (None, True)


@pytest.mark.parametrize(
    ("text", "back", "ask"),
    [
        ("ich habe Urlaub vom 23.11. bis 27.11. und lese keine Mails.", "2026-11-30", False),
        ("I am out of the office until December 2nd included.", "2026-12-03", False),
        ("I'll be on maternity leave until September 2027.", None, True),
    ],
)
def test_when_somebody_is_back(text: str, back: str | None, ask: bool) -> None:
    found = read(DE, text, "Automatic reply: Clerk")
    assert (found["what"], found["back_on"], "back_on" in asked(found)) == (
        "out_of_office",
        back,
        ask,
    )


@pytest.mark.parametrize(
    ("text", "until", "ask"),
    [
        (
            "Die Geschäftsführung hat einen Einstellungsstopp beschlossen, der bis Ende März gilt.",
            "2027-03-31",
            False,
        ),
        ("The vacancy is put on hold until 1 February 2027.", "2027-02-01", False),
        ("The QS job is parked til the new year at least.", None, True),
        ("Die Stelle ruht bis ins neue Jahr.", None, True),
    ],
)
def test_until_when_a_search_rests(text: str, until: str | None, ask: bool) -> None:
    found = read(DE, text)
    assert (found["what"], found["on_hold_until"], "on_hold_until" in asked(found)) == (
        "on_hold",
        until,
        ask,
    )


KINDS = [
    ("ja, wir sind noch dran. Sie kriegen bis Ende nächster Woche von mir Bescheid.", "AW: Clerk", "update", False),
    ("Got it, thanks!", "Re: Clerk", "reply", False),
    ("danke für die Bewerbung. Die Stelle ist seit letzter Woche weg.", "Clerk", "rejection", False),
    ("you're in! First shift Wednesday 9th, 10 till 6.", "Clerk", "offer", True),
    ("do you hold a full driving licence, and would you be OK with the odd Saturday?", "Re: Clerk", "reply", True),
    ("ich habe das Möbelhaus Kranich zum 31.10.2026 verlassen. Ihre Mail wird nicht gelesen.", "Clerk", "left", False),
    ("Your interview scheduled on 1st December at 11:00 AM stands cancelled.", "Clerk", "cancellation", False),
    ("Grab whatever slot works for you here: https://calendly.com/x. She's travelling the week after, so please book"
     " something by Wednesday.", "next steps", "invitation", True),
    ("We have now appointed to the post. I wish you well.", "Clerk", "rejection", False),
    ("Thank you for applying for the post of Clerk. Unfortunately you have not been selected for interview.", "Clerk",
     "rejection", False),
    ("leider können wir die Stelle im Moment nicht besetzen.", "Clerk", "on_hold", False),
    ("wir erinnern Sie an Ihren Termin zur Prophylaxe am Mittwoch, 02.12.2026 um 08:30"
     " Uhr.", "Ihr Termin", "other", False),
    ("Here it is: our proposal for the position of Clerk. We would like to have your"
     " decision within one week from today.",
     "Proposal", "offer", True),
    ("Schade, dass es nicht klappt: Hast gut gearbeitet, aber wir haben uns für jemand"
     " anderen entschieden. Den Tag kriegst"
     " du bezahlt, schick mir deine IBAN.", "Clerk", "rejection", True),
]  # fmt: skip


@each_row(("text", "subject", "what", "wants"), KINDS, ids=[row[0][:40] for row in KINDS])
def test_what_a_mail_is_and_whether_it_wants_an_answer(
    text: str, subject: str, what: str, wants: bool
) -> None:
    found = read(DE, text, subject)
    assert (found["what"], found["wants_answer"]) == (what, wants)


def test_a_code_to_sign_in_is_nothing_of_the_search() -> None:
    code = read(
        ("no-reply@priory.example", DE[1]),
        "Your verification code is 120426. It is valid for 10 minutes.",
        "Code",
    )
    assert (code["what"], asked(code)) == ("other", set())


@pytest.mark.parametrize(
    "text",
    [
        "You're all set for your interview on Thursday at 10 am. If something comes up just reply to this email.",
        "We confirm your interview on Thursday at 10 am. Please prepare some drawings which you made.",
        "laden wir Sie für Mittwoch, 2. Dezember um 8.30 Uhr zu einem Gespräch ein. Geben"
        " Sie bitte beim Portier Ihren Namen an.",
        "We have to cancel your interview on Thursday at 10 am. If you have already booked"
        " travel please send me the receipt.",
        "I would like to remind you about our interview tomorrow at 13:00. Please use the same link.",
    ],
)
def test_what_wants_no_answer(text: str) -> None:
    found = read(DE, text)
    assert (found["wants_answer"], "wants_answer" in asked(found)) == (False, False)


@each_row(
    ("words", "start", "end"),
    [
        ("Donnerstag, 3. Dezember 2026, 14.15 bis ca. 15.30 Uhr", "03T14:15", "03T15:30"),
        ("am 2. Dezember von 13.30 bis gegen 14.15 Uhr", "02T13:30", "02T14:15"),
        ("Tuesday 1 December, 11-11.45", "01T11:00", "01T11:45"),
        ("Thursday 3 December at 10 to about 11.30am", "03T10:00", "03T11:30"),
        ("a 45-minute video call on Tuesday 1 December at 2pm", "01T14:00", "01T14:45"),
        ("am 2. Dezember um 14 Uhr zu einem 60-minütigen Gespräch", "02T14:00", "02T15:00"),
        (
            "on Tuesday 1 December at 2pm. The interview will last about 45 minutes.",
            "01T14:00",
            "01T14:45",
        ),
        ("am 2. Dezember um 14 Uhr. Das Gespräch dauert etwa 45 Minuten.", "02T14:00", "02T14:45"),
        ("a half-hour chat on Wednesday 2 December at 4pm", "02T16:00", "02T16:30"),
        ("Thursday 3 December at 10am, with a 15-minute presentation", "03T10:00", ""),
    ],
)
def test_when_it_ends(words: str, start: str, end: str) -> None:
    found = read(DE, f"We would like to invite you / wir laden Sie zum Gespräch ein:\n\n{words}")
    (one,) = found["interviews"]
    assert (one["starts_at"][8:16], (one["ends_at"] or "")[8:16]) == (start, end)


@pytest.mark.parametrize(
    ("text", "field", "day"),
    [
        ("Please bring your certificate. Could you confirm your attendance no later than Wednesday 2nd December?",
         "answer_by", "2026-12-02"),
        ("Geben Sie mir doch bitte heute noch Bescheid.", "answer_by", "2026-11-24"),
        ("Please let me know today if that suits.", "answer_by", "2026-11-24"),
        ("Please keep us posted which of them suits by Friday 4 December.", "answer_by", "2026-12-04"),
        ("Kindly revert latest by tomorrow EOD.", "answer_by", "2026-11-25"),
        ("You hear from us on 18 December at the latest.", "promised", "2026-12-18"),
        ("il ring you tomorrow with a yes or no.", "promised", "2026-11-25"),
        ("Wir möchten Ihnen die Stelle anbieten. Dürfen wir Ihren Entscheid bis nächsten Freitag,"
         " 4. Dezember erwarten?",
         "deadline", "2026-12-04"),
    ],
)  # fmt: skip
def test_by_when(text: str, field: str, day: str | None) -> None:
    lead = {"answer_by": "We invite you to interview on Thursday 10 December at 2pm. "}
    assert read(DE, f"{lead.get(field, '')}{text}")[field] == day


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("the talk of 27 november 10.00h can not go on. We want to shift it to monday 30 november, 13.30h.",
         "cancellation"),
        ("have you a van licence? If not we won't hold it against you. What notice do you have to give?", "reply"),
        ("our chair has frozen every opening posted since May. I can't move anyone forward for now.", "on_hold"),
    ],
)  # fmt: skip
def test_what_is_no_rejection(text: str, what: str) -> None:
    assert read(DE, text, "Re: Clerk")["what"] == what


MACHINE = ("no-reply@priory.example", DE[1])
ELSEWHERE = [
    (GB, "I'd love you to come and meet Dr Hale and the team at our dental practice on Thursday 3 December at 10.30am."
     " I have booked you in with me.", "Thursday", "invitation", True),
    (DE, "wir möchten Sie gern am Donnerstag, 3. Dezember um 10 Uhr bei TÜV Nord kennenlernen. Der Termin dauert eine"
     " Stunde.", "Termin am Donnerstag", "invitation", True),
    (DE, "gern zeigen wir Ihnen am Donnerstag, 3. Dezember um 10 Uhr, wie es in der Lieferung läuft. Der Termin ist mit"
     " Herrn Kraft.", "Termin am Donnerstag", "invitation", True),
    (GB, "We would like to meet you on Thursday 3 December at 10.30am, I booked the small room. You would be our new"
     " reservation manager.", "Reservation manager", "invitation", False),
    (GB, "This is a reminder that your dental check-up is booked for Thursday 3 December at 10.30am.",
     "Your appointment", "other", False),
    (GB, "You are booked in with Sam for a haircut on Thursday 3 December at 10.30am.", "Booked", "other", False),
    (DE, "wir erinnern Sie an Ihren Termin zur Prophylaxe am Mittwoch, 02.12.2026 um 08:30 Uhr.", "Ihr Termin", "other",
     False),
    (MACHINE, "Thank you for your application. We have received it. Please verify your email address.",
     "Your application", "receipt", False),
    (MACHINE, "vielen Dank für Ihre Bewerbung. Bitte bestätigen Sie Ihre E-Mail-Adresse.", "Ihre Bewerbung", "receipt",
     False),
    (MACHINE, "Use this verification code to sign in to your candidate home: 123456", "Your code", "other", False),
]  # fmt: skip


@each_row(
    ("sender", "text", "subject", "what", "ask"), ELSEWHERE, ids=[row[1][:40] for row in ELSEWHERE]
)
def test_a_house_or_a_job_called_after_a_service_is_no_appointment_of_a_customers(
    sender: Sender, text: str, subject: str, what: str, ask: bool
) -> None:
    found = read(sender, text, subject)
    assert (found["what"], "what" in asked(found)) == (what, ask)
    assert bool(found["interviews"]) == (what == "invitation")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("We need your references within two weeks.", "2026-12-08"),
        ("wir brauchen Ihre Zeugnisse innerhalb von zwei Wochen.", "2026-12-08"),
        ("We need two more weeks.", None),
        ("wir benötigen dafür noch etwa zwei Wochen.", None),
        ("Leider werden wir noch zwei Wochen benötigen.", None),
    ],
)
def test_what_they_need_within_some_time_is_papers_and_time_itself_none(
    text: str, days: str | None
) -> None:
    found = read(DE, text)
    assert (found["what"], (found["material"] or {}).get("on")) == ("update", days)


@pytest.mark.parametrize(
    "text",
    [
        "We had a 30-minute call last week and liked you. We would like to invite you to a second interview on"
        " Thursday 3 December at 10.30am.",
        "unser 30-minütiges Gespräch letzte Woche hat uns gefallen. Wir laden Sie zum zweiten Gespräch am Donnerstag,"
        " 3. Dezember um 10 Uhr ein.",
        "We would like to invite you to interview on Thursday 3 December at 10.30am. Please bring your passport. There"
        " is parking behind the house. Our other candidates had a 20-minute call.",
    ],
)
def test_a_length_is_of_the_time_that_it_stands_beside_and_not_of_what_was(text: str) -> None:
    (one,) = read(DE, text)["interviews"]
    assert one["ends_at"] is None


def test_a_day_is_no_leave_where_its_reason_is_one() -> None:
    asks = read(
        GB,
        "Which of the two roles do you prefer? I'd like to hear by Friday 4 December as I'm away on Monday.",
    )["asks"]
    assert ("answer_by", "2026-12-04") in {(ask["field"], ask["suggestion"]) for ask in asks}


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Can you start the 2-hour test on our website?", False),
        ("Can you start monitoring the inbox for the link?", False),
        ("Can you start the 11th of Jan?", True),
        ("Could you start Monday?", True),
        ("Can you start on 4 January?", True),
    ],
)
def test_who_asks_for_a_day_to_start_on_may_be_hiring(text: str, ask: bool) -> None:
    asks = read(GB, f"Thanks for your mail. {text}", "Re: Clerk")["asks"]
    assert any(one["field"] == "what" and "offer" in str(one) for one in asks) is ask


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We would like you to come in on Thursday 3 December: 9.00 tour, 10.00 lesson, 11.00 talk with the head.",
         "09:00"),
        ("Please come to interview on Thursday 3 December.\n\n9.00 Tour of the school\n10.00 Lesson with Year 4\n"
         "11.00 Interview with the head", "09:00"),
        ("Interviews are on Thursday 3 December: tour at 9am, lesson at 10am, panel interview at 11am.", "09:00"),
        ("We invite you to interview on Thursday 3 December. You'll meet Ann at 9am, Bob at 10am and Carl at 11am.",
         "09:00"),
        ("wir laden Sie für Donnerstag, den 3. Dezember ein. Ablauf: 9.00 Uhr Rundgang, 10.00 Uhr Unterrichtsprobe,"
         " 11.00 Uhr Gespräch mit der Schulleitung.", "09:00"),
        ("wir laden Sie für Donnerstag, den 3. Dezember ein. Um 9 Uhr zeigen wir Ihnen das Haus, um 10 Uhr halten Sie"
         " eine Stunde, um 11 Uhr sprechen wir.", "09:00"),
        ("We can offer you Thursday 3 December at 9.00, 10.00 or 11.00 for your interview.", "09:00 10:00 11:00"),
        ("Panel interview slots on Thursday 3 December: 9am, 10am, 11am. Which would suit?", "09:00 10:00 11:00"),
        ("Please pick one of these for your interview on Thursday 3 December:\n\n9.00 with Sam\n10.00 with Ann\n"
         "11.00 with Bob", "09:00 10:00 11:00"),
    ],
)  # fmt: skip
def test_steps_of_one_day_are_one_interview_and_what_one_may_pick_are_several(
    text: str, wanted: str
) -> None:
    found = read(DE, text, "Interview")
    assert [one["starts_at"][11:16] for one in found["interviews"]] == wanted.split()


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "AW: Frage zur Stelle",
            "die Arbeitszeit ist von 8 bis 16 Uhr. Nach den Gesprächen geht es mit der Probearbeit weiter.",
        ),
        (
            "Re: Certificates",
            "Thanks Kim, got your certificates. I've passed them to Jane who will look at them with the rest.",
        ),
    ],
)
def test_what_answers_me_and_says_how_it_goes_on_is_asked_about(subject: str, text: str) -> None:
    found = read(DE, text, subject)
    assert found["what"] == "reply" or "what" in asked(found)


@pytest.mark.parametrize(
    "text",
    [
        "danke für deine Nachricht! Ruf mich doch morgen Abend nach 18 Uhr mal an, dann machen wir einen Tag zum"
        " Schnuppern aus.",
        "Would you come in for a chat? Ring me tomorrow after 6pm and we'll find a day.",
    ],
)
def test_after_which_time_one_may_ring_is_no_interviews(text: str) -> None:
    assert not any(one["starts_at"] for one in read(DE, text, "Clerk")["interviews"])


@pytest.mark.parametrize(
    "text",
    [
        "Ihre Bewerbung ist eingegangen. Die Einladungen verschicken wir bis zum 18. Dezember.",
        "We have received your application. Invitations will be sent out by 18 December.",
    ],
)
def test_a_day_by_which_invitations_go_out_is_promised(text: str) -> None:
    assert read(DE, text)["promised"] == "2026-12-18"


@pytest.mark.parametrize(
    ("text", "off", "new"),
    [
        ("Können wir Ihr Gespräch vom Donnerstag, 26.11., 15 Uhr auf den Montag, 30.11., 15 Uhr verlegen?",
         "2026-11-26T15:00:00+01:00", "~2026-11-30T15:00:00+01:00"),
        ("Your interview on Monday 7 December at 11am has been rearranged to Wednesday 9 December at 3.30pm.",
         "2026-12-07T11:00:00+01:00", "2026-12-09T15:30:00+01:00"),
        ("der Schnuppertag morgen um 9 Uhr fällt leider aus.", "2026-11-25T09:00:00+01:00", ""),
    ],
)  # fmt: skip
def test_from_a_day_to_another_and_what_falls_through(text: str, off: str, new: str) -> None:
    found = read(DE, text, "Termin")
    assert (found["what"], times(found, "cancelled")) == ("cancellation", off.split())
    assert times(found, "interviews") == new.split()


def test_either_of_two_short_days_is_proposed() -> None:
    found = read(GB, "Could you do a trial sat or sun? Bring wellies.")
    assert times(found, "interviews") == ["~2026-11-28", "~2026-11-29"]


@pytest.mark.parametrize(
    ("text", "starts", "ask"),
    [
        ("Sie können am Montag, 7.12. um 6:30 Uhr zur Probe kommen.", "06:30", False),
        ("Komm doch am Montag, 7.12. um 4 Uhr zum Gespräch.", "16:00", True),
        ("Komm doch am Montag, 7.12. um 16 Uhr zum Gespräch.", "16:00", False),
    ],
)
def test_an_hour_on_a_german_clock_is_as_it_is_written_or_asked_about(
    text: str, starts: str, ask: bool
) -> None:
    found = read(DE, text)
    (one,) = found["interviews"]
    assert (one["starts_at"][11:16], "interviews" in asked(found)) == (starts, ask)


def test_until_when_an_offer_is_held_open_is_its_end_and_no_promise() -> None:
    found = read(
        GB, "I'd like to offer you the job. I'll hold it open for you till a week tomorrow."
    )
    assert (found["what"], found["deadline"], found["promised"]) == ("offer", "2026-12-02", None)


def test_whom_they_will_invite_is_not_invited_yet() -> None:
    found = read(
        GB,
        "Please return the attached task by noon on Tuesday 1 December. We will then invite up to five candidates to"
        " interview on 10 December.",
    )
    assert (found["what"], found["interviews"]) == ("update", [])


def test_by_when_they_want_an_answer_is_no_day_for_what_one_brings_along() -> None:
    found = read(
        DE,
        "das Gespräch ist am Dienstag, den 01.12. um 10:30 Uhr. Bitte bringen Sie Ihre Urkunde mit. Geben Sie mir bitte"
        " heute noch Bescheid, ob das klappt.",
    )
    assert ((found["material"] or {}).get("on"), found["answer_by"]) == (None, "2026-11-24")


MONDAY_GB = ("ann@priory.co.uk", "Mon, 23 Nov 2026 10:00:00 +0000")
MONDAY_DE = ("ann@priory.de", "Mon, 23 Nov 2026 10:00:00 +0100")


@pytest.mark.parametrize(
    ("sender", "text", "wanted"),
    [
        (MONDAY_GB, "I'd love you to come in for an interview next week. I've got Tuesday 10am or Thursday 4pm free."
         " Tell me by Friday which one.", "~2026-12-01T10:00:00+00:00 ~2026-12-03T16:00:00+00:00"),
        (MONDAY_GB, "We would like to meet you next week: Thursday at 4pm or Friday at 10am.",
         "~2026-12-03T16:00:00+00:00 ~2026-12-04T10:00:00+00:00"),
        (MONDAY_DE, "Könnten Sie nächste Woche zum Gespräch kommen? Donnerstag um 16 Uhr würde uns passen.",
         "2026-12-03T16:00:00+01:00"),
        (MONDAY_GB, "We'd like to interview you next week. Let me know on Thursday which day suits.", ""),
        (MONDAY_GB, "Would you come in for an interview next week? I'll call you on Thursday to arrange it.", ""),
        (MONDAY_DE, "Könnten Sie am Donnerstag um 10 vor neun zum Gespräch da sein?", "~2026-11-26"),
        (MONDAY_GB, "You will join five other candidates for the assessment day on Thursday 10 December at 9am.",
         "2026-12-10T09:00:00+00:00"),
        (MONDAY_GB, "I'm away next week. Could you come in on Thursday at 4pm?", "~2026-11-26T16:00:00+00:00"),
    ],
)  # fmt: skip
def test_a_weekday_is_of_the_week_for_which_they_invite(
    sender: Sender, text: str, wanted: str
) -> None:
    found = read(sender, text)
    assert (times(found, "interviews"), "interviews" in asked(found)) == (wanted.split(), False)
    assert (found["what"], found["answer_by"]) == (
        "invitation",
        "2026-11-27" if "by Friday" in text else None,
    )


def test_a_house_that_is_closed_answers_by_itself() -> None:
    mail = (
        "From: Reservations Team <reservations@cliffhouse.example>\nTo: Kim Vale <kim@example.test>\n"
        "Date: Wed, 2 Dec 2026 03:03:00 +0000\nSubject: Auto: Re: Night porter\nAuto-Submitted: auto-replied\n\n"
        "The hotel is closed for the winter and we reopen on Friday 5 February 2027.\n"
    )
    found = orjson.loads(to_json(read_mail(mail.encode(), READER)))
    assert (found["what"], found["back_on"], found["company"]) == (
        "out_of_office",
        "2027-02-05",
        None,
    )


def test_who_hears_nothing_is_out() -> None:
    found = read(
        GB,
        "Thanks for applying. If we'd like to meet you we'll phone by Wednesday. If you haven't heard by then, sorry,"
        " not this time.",
    )
    assert (found["promised"], found["silence_means_no"]) == ("2026-11-25", True)


@pytest.mark.parametrize(
    ("sender", "text", "wanted"),
    [
        (DE, "das Vorspiel ist am Samstag, 16. Januar 2027, Sie sind um 11 Uhr an der Reihe; ab 10 Uhr können Sie sich"
         " einspielen.", "2027-01-16T11:00:00+01:00"),
        (GB, "Your interview is at 11am on Thursday 3 December, you can come in from 10.30am.",
         "2026-12-03T11:00:00+00:00"),
    ],
)  # fmt: skip
def test_from_when_one_may_come_is_no_interview_and_no_question(
    sender: Sender, text: str, wanted: str
) -> None:
    found = read(sender, text)
    assert (times(found, "interviews"), found["wants_answer"]) == ([wanted], False)


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("Your interview is on Thursday 3 December at 10.30am. Please bring your passport and certificates.", False),
        ("Your interview is on Thursday 3 December at 10.30am. You'll need your DBS and a photo ID.", False),
        ("Your interview is on Thursday 3 December at 10.30am. Please send us your passport first.", True),
    ],
)  # fmt: skip
def test_what_is_only_to_be_brought_along_is_nothing_to_send_and_wants_no_answer(
    text: str, wants: bool
) -> None:
    found = read(GB, text)
    assert (bool(found["material"]), found["wants_answer"]) == (wants, wants)


def test_a_day_that_is_left_out_is_not_proposed() -> None:
    found = read(
        GB, "Let me know if you want to come and see how we do things. Any morning bar Friday."
    )
    assert found["interviews"] == []


def test_two_times_with_an_and_are_two() -> None:
    found = read(
        US,
        "We have interview openings on Monday, December 7 at 9:00 a.m. and 1:00 p.m. I am in Omaha, NE.",
    )
    assert times(found, "interviews") == [
        "~2026-12-07T09:00:00-06:00",
        "~2026-12-07T13:00:00-06:00",
    ]


def test_who_turns_me_down_and_asks_something_is_asked_about() -> None:
    found = read(
        GB,
        "Unfortunately you have not been selected. We'll need someone from Easter, would you like us to put your name"
        " down?",
    )
    assert (found["what"], "wants_answer" in asked(found)) == ("rejection", True)


def test_by_when_they_must_have_it_is_not_when_they_tell_me() -> None:
    found = read(
        DE,
        "bitte schicken Sie mir noch zwei Fotos Ihrer Arbeiten. Wenn ich sie bis Donnerstag habe, kann ich Ihnen am"
        " Freitag sagen, ob wir uns treffen.",
    )
    assert (found["material"]["on"], found["promised"]) == ("2026-11-26", "2026-11-27")
