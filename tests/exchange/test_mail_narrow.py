"""Words that mean something else as well: what they say is read narrowly, and asked where it may be either."""

import pytest

from tests.exchange.test_mail_values import DE, GB, Sender, asked, read, times
from tests.rows import each_row


@each_row(
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
        (GB, "Could you pop in on Thursday 3 December at 3pm, 5 Mill Lane? The landlord's office is above the pharmacy;"
         " mind the parcels in the hall.", "invitation"),
        (GB, "Can you come on Thursday 3 December at 3pm, 5 Mill Lane? Entrance by the pharmacy, beside the lettings"
         " office.", "invitation"),
        (DE, "Kommen Sie am Donnerstag, 3. Dezember, um 15 Uhr zu uns in die Hausverwaltung, Lindenstr. 4. Der"
         " Hausmeister lässt Sie ein.", "invitation"),
        (DE, "Wir treffen uns am Donnerstag, 3. Dezember, um 15 Uhr im Gemeindehaus, Pfarrsaal, mit dem Vorstand des"
         " Vereins.", "invitation"),
        (GB, "Come and see us on Thursday 3 December at 3pm: we'd talk about deliveries on your next order, parcels and"
         " vouchers, which you would look after.", "other"),
    ],
)  # fmt: skip
def test_a_mail_that_invites_or_refuses_never_vanishes_unasked(
    sender: Sender, text: str, what: str
) -> None:
    found = read(sender, text, "Hello")
    assert (found["what"], "what" in asked(found)) == (what, True)


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, "Your next order is ready to collect on Thursday 3 December at 3pm from 5 Mill Lane."),
        (GB, "Your car is booked in for its MOT on Thursday 3 December at 8am, 5 Mill Lane."),
        (GB, "Choir rehearsal is on Thursday 3 December at 7pm in the church hall. Altos, bring the Rutter."),
        (DE, "Ihre Bestellung ist da und kann abgeholt werden, am besten am Donnerstag, 3. Dezember, um 15 Uhr."),
    ],
)  # fmt: skip
def test_what_only_a_customer_or_a_member_is_told_is_not_asked_about(
    sender: Sender, text: str
) -> None:
    found = read(sender, text, "Hello")
    assert (found["what"], asked(found) & {"what"}) == ("other", set())


@pytest.mark.parametrize(
    ("sender", "text", "what"),
    [
        (GB, "You are in good hands with our HR team, who will write to you.", "update"),
        (GB, "You are in the next round. We will write with a date by Friday.", "update"),
        (GB, "You're in! Start on 4 January.", "offer"),
        (GB, "Your papers have gone to the board, who meet on Thursday.", "update"),
        (GB, "The post has gone up for approval to the council.", "update"),
        (GB, "The position has taken longer to fill than we hoped, you will hear by Friday.", "update"),
        (DE, "die Stelle geht an eine Personalberatung, die sich bei Ihnen bis Freitag meldet.", "update"),
        (DE, "die Stelle geht leider an eine interne Kollegin.", "rejection"),
        (GB, "The role has gone to a colleague.", "rejection"),
    ],
)  # fmt: skip
def test_who_is_in_good_hands_is_not_hired_nor_turned_down_by_where_papers_go(
    sender: Sender, text: str, what: str
) -> None:
    assert read(sender, text, "Hello")["what"] == what


@pytest.mark.parametrize(
    ("sender", "text", "day"),
    [
        (GB, "The search is on hold until and including Friday 15 January.", "2027-01-15"),
        (DE, "Das Verfahren ruht bis einschließlich 14. Januar 2027.", "2027-01-14"),
        (GB, "The search is on hold through 14 January.", "2027-01-14"),
    ],
)  # fmt: skip
def test_the_last_day_of_a_hold_is_not_counted_twice(sender: Sender, text: str, day: str) -> None:
    assert read(sender, text)["on_hold_until"] == day


AT_TEN = "Your interview is on Thursday 3 December at 10am. "
UM_ZEHN = "Ihr Gespräch ist am Donnerstag, 3. Dezember um 10 Uhr. "


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, f"{AT_TEN}It is a 5 minutes' walk from the station."),
        (GB, f"{AT_TEN}We ask you to come 10 minutes early."),
        (GB, f"{AT_TEN}We are 30 minutes by tram from the centre."),
        (GB, f"{AT_TEN}The car park is near, allow 10 minutes."),
        (GB, f"{AT_TEN}The lift takes about 10 minutes."),
        (GB, f"{AT_TEN}We are on the ring road, 15 minutes."),
        (DE, f"{UM_ZEHN}Mit der Tram sind es 30 Minuten."),
        (DE, f"{UM_ZEHN}Mit dem Rad: 15 Minuten."),
    ],
)
def test_minutes_of_something_else_are_not_how_long_the_interview_takes(
    sender: Sender, text: str
) -> None:
    [one] = read(sender, text)["interviews"]
    assert one["ends_at"] is None


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, "You'll meet Ann on Thursday 3 December at 10:00 or 11:00, whichever suits."),
        (GB, "We'd like to interview you on Thursday 3 December.\n10:00 with Ann\n11:00 with Bob\nWhichever suits."),
        (GB, "You'll see us on Thursday 3 December, tour at 10:00, talk at 11:00, as you prefer."),
        (DE, "Wir laden Sie ein: Donnerstag, 3. Dezember, 10:00, 11:00 Uhr, wie es Ihnen passt."),
    ],
)  # fmt: skip
def test_times_of_which_one_may_pick_are_no_steps_of_a_day(sender: Sender, text: str) -> None:
    found = times(read(sender, text), "interviews")
    assert [one[:17] for one in found] == ["~2026-12-03T10:00", "~2026-12-03T11:00"]


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (DE, f"{UM_ZEHN}Stundenlohn: 19.50 brutto, Zulage: 10.00 monatlich."),
        (GB, f"{AT_TEN}Pay: 19.50, rising to 20.10 later."),
        (GB, f"{AT_TEN}\n\nMonday to Friday: 9 - 5\nMon - Fri 9am-5pm\nTues & Thurs 10-4"),
        (GB, "Our office hours: come to see us on Thursday 3 December at 10am."),
        (DE, "Sprechzeiten sind nicht nötig: Ihr Gespräch ist am Donnerstag, 3. Dezember um 10 Uhr."),
    ],
)  # fmt: skip
def test_neither_a_price_nor_opening_hours_are_a_time(sender: Sender, text: str) -> None:
    assert [one[:16] for one in times(read(sender, text), "interviews")] == ["2026-12-03T10:00"]


def test_names_are_no_weekdays() -> None:
    found = read(GB, "Your interview is on Thursday 3 December.\nMike, Dora: 9:30 - 10:00")
    assert times(found, "interviews") == ["2026-12-03T09:30:00+00:00"]


@pytest.mark.parametrize(
    ("text", "what", "promised"),
    [
        ("We need more time with you: could you come again on Thursday 3 December at 10am?", "invitation", False),
        ("Thank you for your patience. I have two more days of leave.", "update", False),
        ("Thank you for your patience. We need two more days.", "update", True),
        ("We can do 40 hours a week at most.", "other", False),
        ("Can do Thursday at half past seven.", "invitation", False),
    ],
)  # fmt: skip
def test_time_that_they_have_or_give_is_not_time_until_they_answer(
    text: str, what: str, promised: bool
) -> None:
    found = read(GB, text, "Hello")
    assert (found["what"], "promised" in asked(found)) == (what, promised)


@pytest.mark.parametrize(
    ("text", "means_no"),
    [
        ("If you do not hear from us by Friday, assume the interview goes ahead.", False),
        ("If you don't hear from us by Friday, assume the train is late.", False),
        ("If you haven't heard by Friday, sorry, not this time.", True),
        ("If you hear nothing by Friday, assume we have gone with another candidate.", True),
    ],
)
def test_silence_means_no_only_where_they_say_so(text: str, means_no: bool) -> None:
    assert read(GB, text)["silence_means_no"] is means_no


OLD, NEW = "2026-12-03T10:00", "2026-12-04T14:00"


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, "Your interview on Thursday 3 December at 10am has been switched to Friday 4 December at 2pm."),
        (GB, "Your interview on Thursday 3 December at 10am has been put back to Friday 4 December at 2pm."),
        (GB, "I've swapped your interview from Thursday 3 December at 10am to Friday 4 December at 2pm."),
        (DE, "Wir haben Sie von Donnerstag, 3.12., 10 Uhr auf Freitag, 4.12., 14 Uhr umgebucht."),
        (DE, "Ihr Gespräch am Donnerstag, 3.12., 10 Uhr wurde auf Freitag, 4.12., 14 Uhr umgebucht."),
    ],
)  # fmt: skip
def test_whatever_word_moves_an_interview_the_old_time_is_off(sender: Sender, text: str) -> None:
    found = read(sender, text)
    assert [
        found["what"],
        *(times(found, name)[0][:16] for name in ("cancelled", "interviews")),
    ] == [
        "cancellation",
        OLD,
        NEW,
    ]


def test_what_of_theirs_is_put_back_is_no_interview() -> None:
    found = read(
        GB,
        "The wash-up has been put back to Thursday. You'll have something from me the day after, good or bad.",
    )
    assert (found["interviews"], found["cancelled"], found["promised"]) == ([], [], "2026-11-27")


@pytest.mark.parametrize(
    ("subject", "company"),
    [
        ("Interview Globex & Kim", "Globex"),
        ("Globex + Ann: a chat", "Globex"),
        ("Globex Shop Assistant - interview", "Globex"),
        ("Interview at Globex & Sons", "Globex & Sons"),
    ],
)
def test_a_firm_is_not_run_together_with_a_person_or_a_job(subject: str, company: str) -> None:
    sender = ("ann@globex.co.uk", GB[1])
    found = read(sender, f"{AT_TEN}We look forward to seeing you at Globex.", subject)
    assert found["company"] == company


def test_a_question_about_pay_invites_to_nothing() -> None:
    found = read(GB, "And is 58 your floor or would you look at 55 with the bonus?", "quick q")
    assert (found["what"], found["wants_answer"]) == ("update", True)


def test_what_is_not_needed_is_no_rejection_where_they_promise_an_answer() -> None:
    found = read(
        GB,
        "3) PE license - not needed for the writer job, that line is boilerplate somebody in corporate puts in"
        " everything.\n\nI've told HR I want this wrapped up, so figure you'll know by Friday one way or the other.",
        "Re: Couple of questions",
    )
    assert (found["what"], "what" in asked(found)) == ("update", True)


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, "Your interview on Thursday 3 December at 10am stands; only the room has been changed to 2.04."),
        (DE, "Ihr Gespräch am Donnerstag, 3.12., 10 Uhr bleibt; nur der Raum wurde auf 2.04 geändert."),
        (DE, "Das Gespräch ist am 3.12. um 10 Uhr, wir haben nur den Raum umgebucht."),
        (GB, "Your interview is on Thursday 3 December at 10am. Our office has been moved to Mill Street."),
    ],
)  # fmt: skip
def test_where_only_the_room_is_another_the_interview_stands(sender: Sender, text: str) -> None:
    found = read(sender, text)
    assert (found["what"], found["cancelled"]) == ("invitation", [])
    assert [one[:16] for one in times(found, "interviews")] == ["2026-12-03T10:00"]


def test_a_shift_that_is_swapped_is_off_on_the_day_that_the_other_stands_instead_of() -> None:
    found = read(
        GB,
        "Your trial shift has been swapped: Saturday 5 December at 8am instead of Friday 4 December at 8am.",
    )
    assert [one[:10] for one in times(found, "interviews")] == ["2026-12-05"]
    assert [one[:10] for one in times(found, "cancelled")] == ["2026-12-04"]


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("Can you join us for a chat on Thursday 3 December at 14:00?", ["2026-12-03T14:00"]),
        ("Could you join us at 14:00 on Thursday 3 December for an interview?", ["2026-12-03T14:00"]),
        ("Can you join us on Thursday 3 December at 14:00? https://zoom.us/j/123456", ["2026-12-03T14:00"]),
        ("We would like you to join the team on Monday 4 January.", []),
        ("You will join us on Monday 4 January at 9am.", []),
    ],
)  # fmt: skip
def test_one_joins_a_talk_at_a_time_and_a_team_on_a_day(text: str, moments: list[str]) -> None:
    assert [
        moment.strip("~")[:16] for moment in times(read(GB, text, "Hello"), "interviews")
    ] == moments
