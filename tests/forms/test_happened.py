"""What happened, as chosen and typed, becomes one change of the application: a table of its kinds."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from followup.forms.checking import FieldProblem
from followup.forms.happened import KINDS, begin, happening, possible_kinds
from followup.forms.happened.log import EARLIER, SOMEBODY_NEW, Happening
from followup.forms.happened.mine import asked, owed
from followup.forms.happened.rounds import (
    PROPOSED,
    TO_FOLLOW,
    begun_rounds,
    planned_rounds,
)
from followup.forms.happened.theirs import ANSWER, MATERIAL, answered_since, went_out
from followup.forms.likely import likely_interviewers
from followup.model import changes
from followup.model.facts import Application, Facts, Touchpoint
from followup.model.times import Clock
from followup.playbook.case import ending_of
from followup.playbook.plan import plan
from followup.views.story import touchpoint_words
from tests.builders import ANN, GUS, RITA, applied, decision_by, material, person, received, sent
from tests.builders import facts as world
from tests.builders import interview as round_
from tests.builders.globex import ME, at, globex, interview, thanked
from tests.rows import each_row

BERLIN = ZoneInfo("Europe/Berlin")
CLOCK = Clock(at("2026-09-16 10:00"), BERLIN)
NOW = at("2026-09-16 10:00")
FRIDAY = date(2026, 9, 18)
AHEAD = interview(id="i2", starts_at=at("2026-09-21 09:00"), round="On-site", minutes=90)
TWO_ROUNDS = globex(interviews=(interview(), AHEAD))


def log(kind: str, of: Application | None = None, **typed: Any) -> Application:
    """The application after logging it: what the form begins with, and what is typed over that."""
    application = of or globex()
    filled = {**begin(application, ME, CLOCK.now), "kind": kind, **typed}
    found = happening(application, filled, CLOCK)
    assert isinstance(found, Happening), found
    assert found.words.strip(".") == found.words
    return found.change(application)


def wall(text: str) -> datetime:
    """A moment as a field has it: naive, on the user's wall clock."""
    return datetime.fromisoformat(text)


def last(application: Application) -> Touchpoint:
    return application.touchpoints[-1]


def refused(kind: str, of: Application | None = None, **typed: Any) -> str:
    found = happening(of or globex(), {"kind": kind, **typed}, CLOCK)
    assert isinstance(found, FieldProblem)
    assert found.sentence.endswith((".", "?"))
    return found.field


# Every kind by the fewest clicks: what the form begins with is enough but for the day or the round that it needs.
NEEDED: dict[str, dict[str, Any]] = {
    "date": {"until": FRIDAY},
    "next_round": {"day": FRIDAY},
    "moved": {"day": FRIDAY},
    "no_show": {"which": "i1"},
    "more_time": {"deadline": FRIDAY},
}


@each_row(
    ("kind", "purpose", "direction"),
    [
        ("replied", "reply", "received"),
        ("date", "update", "received"),
        ("next_round", "invitation", "received"),
        ("moved", "cancellation", "received"),
        ("called_off", "cancellation", "received"),
        ("rejected", "rejection", "received"),
        ("offer", "offer", "received"),
        ("more_time", "offer", "received"),
        ("on_hold", "on_hold", "received"),
        ("away", "out_of_office", "received"),
        ("receipt", "receipt", "received"),
        ("bounced", "bounce", "received"),
        ("wrote", "other", "sent"),
        ("task", "send_material", "sent"),
    ],
)
def test_each_kind_is_a_message_of_now_with_the_likely_person(
    kind: str, purpose: str, direction: str
) -> None:
    before = TWO_ROUNDS.replace(touchpoints=(thanked("ann"),))
    message = last(log(kind, before, text=" Hello ", **NEEDED.get(kind, {})))
    assert (message.purpose, message.direction, message.at) == (purpose, direction, NOW)
    assert (message.channel, message.text) == ("email", "Hello")
    assert message.people == (() if kind == "receipt" else ("ann",))


def test_who_has_left_is_passed_over_and_named_with_who_comes_after_them() -> None:
    application = globex(people=(ANN, RITA))
    after = log("left", application, person="ann", successor="rita")
    gone = after.people[0]
    assert (gone.left, gone.successor) == (NOW.date(), "rita")
    assert after.touchpoints[-1].purpose == "out_of_office", "no message of theirs"
    assert refused("left", application, person="") == "person"
    ann, _, zoe = log("left", application, person="ann", somebody="Zoe Lind").people
    assert (ann.successor, zoe.name, zoe.role) == (zoe.id, "Zoe Lind", "recruiter")
    leaving = log(
        "left", application, person="ann", somebody="Zoe Lind <zoe@globex.example>", since=FRIDAY
    )
    assert leaving.people[0].left == FRIDAY, "she is there until then"
    assert (leaving.people[2].name, leaving.people[2].email) == ("Zoe Lind", "zoe@globex.example")


def test_every_kind_is_in_a_table_of_this_file() -> None:
    assert set(KINDS) == {
        *("replied", "date", "next_round", "moved", "called_off", "no_show", "rejected", "offer"),
        *("more_time", "on_hold", "away", "left", "receipt", "bounced", "wrote", "task"),
        *("accepted", "declined", "withdrew", "closed", "reopened"),
    }


def test_channel_person_and_moment_are_as_picked() -> None:
    message = last(
        log(
            "replied",
            channel="phone",
            person="ben",
            when=EARLIER,
            at=wall("2026-09-15 17:00"),
        )
    )
    assert (message.channel, message.people) == ("phone", ("ben",))
    assert message.at == at("2026-09-15 17:00")
    assert last(log("replied", person="ghost")).people == ()


@pytest.mark.parametrize("kind", ["replied", "away", "rejected", "wrote"])
def test_who_is_not_on_file_yet_is_put_there_by_what_they_wrote(kind: str) -> None:
    made = log(kind, person=SOMEBODY_NEW, someone="Zoe Lind <zoe@globex.example>")
    zoe = made.people[-1]
    assert (zoe.name, zoe.role, zoe.email) == ("Zoe Lind", "recruiter", "zoe@globex.example")
    assert last(made).people == (zoe.id,)
    assert refused(kind, person=SOMEBODY_NEW, someone=" ") == "someone"


def test_a_check_goes_to_whoever_wrote_last_though_she_was_not_on_file() -> None:
    made = log(
        "replied",
        person=SOMEBODY_NEW,
        someone="Zoe Lind",
        when=EARLIER,
        at=wall("2026-09-01 09:00"),
    )
    checks = [a for a in plan(world(made), NOW) if a.kind in ("status_check", "move_on")]
    assert [a.person for a in checks] == [made.people[-1].id]


# What they ask for.


def test_a_reply_asks_nothing_or_an_answer_or_something_to_send() -> None:
    plain = last(log("replied"))
    assert (plain.wants_answer, plain.promises) == (False, ())
    question = last(log("replied", asks=ANSWER))
    assert (question.wants_answer, question.promises) == (True, ())
    by_friday = last(log("replied", asks=ANSWER, by=FRIDAY, what="My earliest start"))
    (promise,) = by_friday.promises
    assert by_friday.wants_answer
    assert (promise.kind, promise.on, promise.text) == ("reply_by", FRIDAY, "My earliest start")
    assert promise.made_at == by_friday.at
    task = last(log("replied", asks=MATERIAL, by=FRIDAY, what="the case study"))
    (promise,) = task.promises
    assert (promise.kind, promise.on, promise.text) == ("material", FRIDAY, "the case study")
    assert not task.wants_answer


def test_what_they_wrote_is_a_reply_where_i_wrote_last_and_else_news_unless_one_says_so() -> None:
    wrote = globex(touchpoints=(thanked("ann"),))
    heard = globex(touchpoints=(thanked("ann"), received("reply", "2026-09-16 09:00", by="ann")))
    assert [last(log("replied", each)).purpose for each in (globex(), wrote, heard)] == [
        *("update", "reply", "update")
    ]
    assert last(log("replied", wrote, received_as="update")).purpose == "update"
    assert last(log("replied", wrote, received_as="other")).purpose == "other"


@pytest.mark.parametrize("kind", ["next_round", "moved"])
def test_an_invitation_for_a_day_may_want_an_answer(kind: str) -> None:
    made = log(kind, TWO_ROUNDS, day=FRIDAY, wants=True)
    assert (last(made).wants_answer, made.interviews[-1].on) == (True, FRIDAY)
    assert not last(log(kind, TWO_ROUNDS, day=FRIDAY)).wants_answer


def test_a_day_may_say_that_silence_means_no() -> None:
    (promise,) = last(log("date", until=FRIDAY, silence=True)).promises
    assert (promise.kind, promise.on, promise.silence_means_no) == ("decision_by", FRIDAY, True)
    assert not last(log("date", until=FRIDAY)).promises[0].silence_means_no


@pytest.mark.parametrize("kind", ["on_hold", "away"])
def test_a_freeze_and_an_absence_may_name_the_day_of_the_return(kind: str) -> None:
    assert last(log(kind, back=date(2026, 9, 28))).back_on == date(2026, 9, 28)
    assert last(log(kind)).back_on is None


def test_an_offer_has_a_last_day_and_a_day_for_the_letter() -> None:
    offer = last(log("offer", deadline=date(2026, 9, 25), letter=FRIDAY))
    assert offer.deadline == date(2026, 9, 25)
    assert [(p.kind, p.on) for p in offer.promises] == [("decision_by", FRIDAY)]
    assert last(log("offer")).promises == ()


def test_more_time_is_the_offer_until_another_day_and_its_letter_is_still_awaited() -> None:
    before: dict[str, Any] = {"when": EARLIER, "at": wall("2026-09-15 10:00")}
    offered = log("offer", **before, deadline=FRIDAY, letter=date(2026, 9, 25))
    later = log("more_time", offered, deadline=date(2026, 9, 30))
    assert [t.deadline for t in later.touchpoints] == [FRIDAY, date(2026, 9, 30)]
    (decide,) = (a for a in plan(world(later, me=ME), NOW) if a.kind == "decide_offer")
    assert decide.late == at("2026-10-01 00:00")
    assert [p.on for p in last(later).promises] == [date(2026, 9, 25)]
    assert refused("more_time", offered) == "deadline"


# Rounds.


def test_an_invitation_makes_a_round_at_a_time_or_on_a_day() -> None:
    timed = log("next_round", day=date(2026, 9, 21), time=time(9), minutes=45, mode="phone")
    _, coming = timed.interviews
    assert (coming.starts_at, coming.minutes, coming.mode) == (at("2026-09-21 09:00"), 45, "phone")
    assert last(timed).interview == coming.id
    _, whole_day = log("next_round", day=date(2026, 9, 21)).interviews
    assert (whole_day.on, whole_day.starts_at) == (date(2026, 9, 21), None)


def test_several_new_people_in_one_line_are_each_somebody_with_their_address() -> None:
    line = "Marcus Webb <marcus.webb@northlight-energy.com>, Dr Helen O'Shea"
    made = log("next_round", day=FRIDAY, somebody=line)
    marcus, helen = made.people[-2:]
    assert (marcus.name, marcus.email) == ("Marcus Webb", "marcus.webb@northlight-energy.com")
    assert (helen.name, helen.email) == ("Dr Helen O'Shea", "")
    assert {marcus.id, helen.id} <= set(made.interviews[-1].interviewers)


def test_that_they_named_a_day_says_which_and_in_the_place_of_which() -> None:
    def words(of: Application) -> str:
        found = happening(of, {"kind": "date", "until": date(2026, 9, 20)}, CLOCK)
        assert isinstance(found, Happening)
        return found.words

    assert words(globex()) == "Globex named Sun 20 Sep"
    promised = interview(promises=(decision_by("09-18", made_at=at("2026-09-15 12:00")),))
    assert (
        words(globex(interviews=(promised,))) == "Globex named another day: Fri 18 Sep → Sun 20 Sep"
    )


def test_an_invitation_says_who_will_be_there_also_somebody_new() -> None:
    made = log("next_round", day=FRIDAY, who=["ben"], somebody="Cleo Duval", round="On-site")
    newcomer = made.people[-1]
    assert newcomer.name == "Cleo Duval"
    assert made.interviews[-1].interviewers == ("ben", newcomer.id)
    assert made.interviews[-1].round == "On-site"


@pytest.mark.parametrize("kind", ["next_round", "moved"])
def test_times_to_choose_from_want_an_answer_and_name_their_zone(kind: str) -> None:
    made = log(
        kind, TWO_ROUNDS, new=PROPOSED, proposed="Tue 10:00 or Wed 15:00", zone="America/New_York"
    )
    assert last(made).wants_answer
    assert last(made).text == "Proposed (America/New_York time):\nTue 10:00 or Wed 15:00"
    assert len(made.interviews) == 2
    assert refused(kind, TWO_ROUNDS, new=PROPOSED, which="i2") == "proposed"


def test_an_invitation_whose_day_is_to_follow_makes_no_round() -> None:
    made = log("next_round", new=TO_FOLLOW)
    assert made.interviews == globex().interviews
    assert (last(made).purpose, last(made).interview) == ("invitation", None)


def test_a_moved_round_stays_as_moved_and_the_new_one_has_its_people() -> None:
    made = log("moved", TWO_ROUNDS, day=date(2026, 9, 23), time=time(11))
    old, new = made.interviews[1:]
    assert (old.id, old.state, last(made).interview) == ("i2", "moved", "i2")
    assert new.starts_at == at("2026-09-23 11:00")
    assert (new.minutes, new.round, new.interviewers) == (90, "On-site", AHEAD.interviewers)
    assert (new.specifics, new.state) == ((), "scheduled")


def test_a_round_moved_without_a_day_leaves_none_ahead() -> None:
    made = log("moved", TWO_ROUNDS, new=TO_FOLLOW)
    assert [i.state for i in made.interviews] == ["scheduled", "moved"]
    assert last(made).purpose == "cancellation"


def test_a_round_called_off_by_them_or_by_me() -> None:
    theirs = log("called_off", TWO_ROUNDS)
    assert [i.state for i in theirs.interviews] == ["scheduled", "cancelled"]
    assert (last(theirs).purpose, last(theirs).interview) == ("cancellation", "i2")
    mine = last(log("called_off", TWO_ROUNDS, by_me=True))
    assert (mine.direction, mine.purpose, mine.interview) == ("sent", "other", "i2")


def test_a_round_called_off_with_a_new_date_to_follow_is_off_and_the_date_is_owed() -> None:
    owed = log("called_off", TWO_ROUNDS, follows=True, date_by=FRIDAY)
    assert [i.state for i in owed.interviews] == ["scheduled", "cancelled"]
    assert [(p.kind, p.on, p.text) for p in last(owed).promises] == [
        ("decision_by", FRIDAY, "a new date")
    ]
    assert touchpoint_words(last(owed), owed) == (
        "Ann Adler: interview called off, a new date by Fri 18 Sep"
    )
    undated = log("called_off", TWO_ROUNDS, follows=True)
    assert touchpoint_words(last(undated), undated) == (
        "Ann Adler: interview called off, a new date is to follow"
    )
    assert last(log("called_off", TWO_ROUNDS, follows=True, by_me=True)).promises == ()
    moved = log("moved", TWO_ROUNDS, new=TO_FOLLOW)
    assert touchpoint_words(last(moved), moved) == "Ann Adler: interview moved"


def test_the_check_waits_for_the_day_on_which_they_name_the_new_date_and_says_so() -> None:
    owed = log("called_off", TWO_ROUNDS, follows=True, date_by=FRIDAY)
    (check,) = (a for a in plan(world(owed), at("2026-09-22 12:00")) if a.kind == "status_check")
    assert check.reason == "They said they would name a date by Fri 18 Sep; it is Tue 22 Sep."


def test_what_ended_goes_on_from_a_day_after_its_end() -> None:
    ended = globex(touchpoints=(received("rejection", "2026-09-15 17:00", by="ann"),))
    typed = {"when": EARLIER, "at": wall("2026-09-15 18:00")}
    again = log("reopened", ended, **typed)
    assert again.reopened_at == at("2026-09-15 18:00")
    assert ending_of(again, ME, NOW) is None
    assert refused("reopened", ended, when=EARLIER, at=wall("2026-09-15 16:00")) == "at"
    assert log("reopened", log("withdrew")).outcome is None


def test_a_no_show_names_its_interview_and_is_no_message() -> None:
    made = log("no_show", which="i1")
    assert (made.interviews[0].state, made.touchpoints) == ("no_show", ())
    assert refused("no_show", which="ghost") == "which"
    assert refused("no_show", TWO_ROUNDS, which="i2") == "which"  # it has not begun
    assert refused("no_show") == "which"


def test_a_new_time_is_in_the_applications_zone_unless_another_is_picked() -> None:
    london = globex(time_zone="Europe/London")
    made = log("next_round", london, day=FRIDAY, time=time(9))
    assert made.interviews[-1].starts_at == at("2026-09-18 09:00", "Europe/London")
    british = globex(country="GB")
    assert log("next_round", british, day=FRIDAY, time=time(9)).interviews[-1].starts_at == at(
        "2026-09-18 09:00", "Europe/London"
    )
    made = log("next_round", london, day=FRIDAY, time=time(9), zone="Asia/Tokyo")
    assert made.interviews[-1].time_zone == "Asia/Tokyo"
    assert refused("next_round", day=FRIDAY, time=time(9), zone="Nowhere") == "zone"
    assert refused("next_round", day=date(2027, 3, 28), time=time(2, 30)) == "time"


# A message that came back.


def test_a_bounce_empties_the_address_that_the_message_went_to() -> None:
    before = globex(touchpoints=(thanked("ann"),))
    after = log("bounced", before)
    assert last(after).bounced == "t_ann"
    assert last(after).text == "Not delivered to ann@globex.example."
    assert touchpoint_words(last(after), after).startswith(
        "Came back: your thank-you to Ann Adler of"
    )
    assert [p.email for p in after.people] == ["", "ben@globex.example"]
    again = happening(after, {"kind": "bounced", "sent": "t_ann"}, CLOCK)
    assert isinstance(again, FieldProblem)  # it is back already


def test_a_bounce_of_a_message_to_several_asks_whose_address_it_was() -> None:
    both = globex(touchpoints=(thanked("ann").replace(people=("ann", "ben")),))
    assert refused("bounced", both, sent="t_ann") == "person"
    assert [p.email for p in log("bounced", both, person="ben").people][1] == ""
    linkedin = globex(
        people=(ANN.replace(linkedin="linkedin.com/in/ann"),),
        interviews=(),
        touchpoints=(thanked("ann").replace(channel="linkedin"),),
    )
    (ann,) = log("bounced", linkedin).people
    assert (ann.linkedin, ann.email) == ("", ANN.email)


# What I did.


def test_what_i_wrote_unasked_answers_nothing_and_what_they_asked_can_be_answered() -> None:
    assert (last(log("wrote")).purpose, last(log("wrote")).promise) == ("other", None)
    question = received("reply", "2026-09-16 09:00", by="ann", wants_answer=True, id="q")
    waiting = globex(touchpoints=(question,))
    found = asked(waiting, ME, CLOCK.now)
    assert found is not None
    answer = last(log("wrote", waiting))
    assert (answer.purpose, answer.promise) == ("reply", "q")
    assert last(log("wrote", waiting, sent_for="other")).purpose == "other"
    assert asked(log("wrote", waiting), ME, CLOCK.now) is None
    invited = received("invitation", "2026-09-14 09:00", by="ann", wants_answer=True)
    led_on = globex(touchpoints=(invited,))  # to the interview of the 15th
    assert last(log("wrote", led_on)).purpose == "other", "nothing is open"
    assert last(log("wrote", led_on, sent_for="reply")).promise == invited.id


def test_the_task_that_i_sent_is_the_one_they_asked_for() -> None:
    asked_for = received("reply", "2026-09-16 09:00", material("2026-09-20", id="m"), by="ann")
    waiting = globex(touchpoints=(asked_for,))
    assert [p.id for p in owed(waiting, ME, CLOCK.now)] == ["m"]
    done = log("task", waiting)
    assert last(done).promise == "m"
    assert owed(done, ME, CLOCK.now) == ()
    assert last(log("task")).promise is None


def test_what_i_wrote_is_logged_to_whom_i_wrote_alone() -> None:
    max_ = person("Max", "hiring_manager")
    no = received("rejection", "2026-09-16 09:00", by="ann", id="no")
    turned_down = globex(people=(*globex().people, max_), touchpoints=(no,))
    actions = plan(world(turned_down), NOW)
    (answer,) = [a for a in actions if a.kind == "rejection_reply"]
    assert (answer.person, answer.to) == ("max", "ann")
    for picked in ("ann", "ben"):
        typed = {
            **begin(turned_down, ME, NOW),
            "kind": "wrote",
            "serves": [answer.key],
            "person": picked,
        }
        made = happening(turned_down, typed, CLOCK, actions)
        assert isinstance(made, Happening)
        assert last(made.change(turned_down)).people == (picked,)


ANSWERED = sent("reply", "2026-09-16 09:50", id="mine")


def _asks(**typed: Any) -> bool:
    """Whether their message of 09:40 still waits for an answer, where mine was logged at 09:50."""
    made = log(
        "replied",
        globex(touchpoints=(ANSWERED.replace(at=at("2026-09-16 09:50")),)),
        when=EARLIER,
        at=wall("2026-09-16 09:40"),
        asks=ANSWER,
        **typed,
    )
    return any(a.kind == "reply" and a.status != "done" for a in plan(world(made), NOW))


def test_an_answer_that_was_logged_later_than_it_went_out_answers_nothing_that_came_after_it() -> (
    None
):
    assert not _asks()
    assert _asks(mine_first=True)


def test_only_what_is_logged_within_a_day_after_it_may_have_gone_out_before() -> None:
    mine = globex(touchpoints=(ANSWERED.replace(at=at("2026-09-16 09:50")),))
    assert [t.id for t in answered_since(mine, at("2026-09-16 09:40"))] == ["mine"]
    assert answered_since(mine, at("2026-09-15 09:40")) == ()
    assert answered_since(mine, at("2026-09-16 09:55")) == ()


# Endings.


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("withdrew", "withdrawn"),
        ("declined", "withdrawn"),
        ("accepted", "accepted"),
        ("closed", "closed"),
    ],
)
def test_the_user_ends_it(kind: str, outcome: str) -> None:
    ended = log(kind, text="why").outcome
    assert ended is not None
    assert (ended.kind, ended.note, ended.at) == (outcome, "why", NOW)


@pytest.mark.parametrize("kind", ["rejected", "closed"])
def test_a_rejection_and_a_closing_call_off_what_lies_ahead(kind: str) -> None:
    a_day = interview(id="i3", starts_at=None, on=date(2026, 9, 16))
    made = log(kind, globex(interviews=(interview(), AHEAD, a_day)))
    assert [i.state for i in made.interviews] == ["scheduled", "cancelled", "cancelled"]


def test_a_rejection_that_is_logged_late_calls_off_no_round_that_took_place_since() -> None:
    made = log("rejected", TWO_ROUNDS, when=EARLIER, at=wall("2026-09-14 10:00"))
    assert [i.state for i in made.interviews] == ["scheduled", "cancelled"]


def test_a_message_is_all_that_a_rejection_and_an_offer_are() -> None:
    for kind in ("rejected", "offer"):
        assert log(kind).outcome is None


# What cannot be.


@each_row(
    ("kind", "typed", "field"),
    [
        ("", {}, "kind"),
        ("date", {}, "until"),
        ("date", {"until": date(2026, 9, 1)}, "until"),
        ("next_round", {}, "day"),
        ("next_round", {"day": FRIDAY, "minutes": 0}, "minutes"),
        ("next_round", {"day": date.max}, "day"),
        ("replied", {"asks": ANSWER, "by": date(2026, 9, 1)}, "by"),
        ("replied", {"when": EARLIER}, "at"),
        ("replied", {"when": EARLIER, "at": wall("2026-09-16 10:01")}, "at"),
        ("replied", {"when": EARLIER, "at": wall("0202-09-15 09:00")}, "at"),
        ("closed", {"when": EARLIER, "at": wall("2026-09-16 10:01")}, "at"),
        ("away", {"back": date(202, 9, 28)}, "back"),
        ("offer", {"deadline": date(9999, 1, 1)}, "deadline"),
        ("moved", {"day": FRIDAY}, "which"),
        ("called_off", {"which": "ghost"}, "which"),
        ("bounced", {}, "sent"),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused_at_its_field(
    kind: str, typed: dict[str, Any], field: str
) -> None:
    assert refused(kind, **typed) == field


def test_a_year_of_two_digits_is_of_this_century() -> None:
    assert last(log("away", back=date(26, 9, 28))).back_on == date(2026, 9, 28)


def test_which_rounds_can_be_meant() -> None:
    gone = interview(id="i3", state="cancelled")
    every = globex(interviews=(interview(), AHEAD, gone))
    assert [i.id for i in begun_rounds(every, CLOCK.now)] == ["i1"]
    assert [i.id for i in planned_rounds(every, CLOCK.now)] == ["i2", "i1"]


def test_only_what_can_have_happened_is_offered() -> None:
    assert set(KINDS) - set(possible_kinds(globex(interviews=()), ME, NOW)) == {
        *("moved", "called_off", "no_show", "bounced", "more_time", "declined", "reopened")
    }
    assert "no_show" not in possible_kinds(globex(interviews=(AHEAD,)), ME, NOW)
    full = log("offer", globex(touchpoints=(thanked("ann"),)))
    assert set(possible_kinds(full, ME, NOW)) == set(KINDS) - {"reopened"}
    ended = globex(touchpoints=(received("rejection", "2026-09-15 17:00", by="ann"),))
    assert "reopened" in possible_kinds(ended, ME, NOW)
    assert "closed" not in possible_kinds(ended, ME, NOW)


def test_what_may_come_back_was_sent_and_is_not_back_yet() -> None:
    by_hand = thanked("ben").replace(channel="in_person")
    back = received("bounce", "2026-09-16 09:00", id="b", bounced="t_ann")
    assert [t.id for t in went_out(globex(touchpoints=(thanked("ann"), by_hand)), NOW)] == ["t_ann"]
    assert went_out(globex(touchpoints=(thanked("ann"), back)), NOW) == ()


# Nobody is left without an address while people are on file.


@pytest.mark.parametrize("people", [(ANN,), (RITA,), (GUS,), (ANN, person("Ben"))])
def test_a_next_round_entered_by_its_day_alone_never_ends_in_no_address_is_known(
    people: tuple[Any, ...],
) -> None:
    before = applied("Globex", *people, round_("2026-09-14 10:00", by=people[0].id), id="g")
    after = log("next_round", before, day=date(2026, 9, 16), time=time(12))
    later = at("2026-09-16 14:00")
    thanks = [a for a in plan(world(after), later) if a.kind == "thank_you"]
    assert thanks
    assert not [action.key for action in thanks if action.needs_contact]


def test_the_first_round_entered_by_an_invitation_has_somebody() -> None:
    assert likely_interviewers(applied("Globex", ANN)) == ("ann",)
    assert likely_interviewers(applied("Globex", ANN, RITA)) == ()


BEN = person("Ben", email="")
NO_ADDRESS = RITA.replace(email="")


@pytest.mark.parametrize(
    ("people", "met", "likely"),
    [
        ((NO_ADDRESS, ANN), "", ("ann",)),  # she would be thanked, and no address of her is known
        ((NO_ADDRESS, ANN, BEN), "ben", ("ann",)),
        ((ANN, BEN), "ann ben", ("ann", "ben")),  # both were there, and Ann can be written to
        ((NO_ADDRESS, BEN), "ben", ()),  # nobody can: it stays with the recruiter
        ((RITA, BEN), "ben", ()),
        ((RITA.replace(left=date(2026, 9, 1)), BEN, ANN), "ben", ("ann",)),
    ],
)
def test_where_nobody_is_said_to_be_there_somebody_with_an_address_is_proposed(
    people: tuple[Any, ...], met: str, likely: tuple[str, ...]
) -> None:
    known = applied("Globex", *people, round_("2026-09-14 10:00", by=met), id="g")
    assert likely_interviewers(known) == likely


def test_through_an_agency_the_last_interviewer_stays_likely_without_an_address() -> None:
    known = applied("Globex", GUS, BEN, round_("2026-09-14 10:00", by="ben"), route="agency")
    assert likely_interviewers(known) == ("ben",)


# The plan.


def _kinds(application: Application, when: str) -> set[str]:
    facts: Facts = world(application)
    return {a.kind for a in plan(facts, at(when)) if a.status in ("due", "overdue", "open")}


def test_the_check_waits_for_the_day_that_they_named() -> None:
    before = applied("Globex", RITA, round_("2026-09-01 10:00", by="rita"), id="g")
    assert "status_check" in _kinds(before, "2026-09-16 10:00")
    named = log("date", before, until=date(2026, 9, 22))
    assert "status_check" not in _kinds(named, "2026-09-22 10:00")
    assert "status_check" in _kinds(named, "2026-09-23 10:00")


def test_a_spoken_date_counts_again_when_the_message_that_moved_it_is_taken_out() -> None:
    before = applied(
        "Globex", RITA, round_("2026-09-01 10:00", decision_by("2026-09-15"), by="rita"), id="g"
    )
    before = before.replace(touchpoints=(sent("thank_you", "2026-09-01 12:00", to="rita"),))
    moved = log("date", before, until=date(2026, 9, 22))
    assert "status_check" not in _kinds(moved, "2026-09-16 11:00")
    again = changes.without_touchpoint(moved, last(moved).id)
    assert again == before
    assert "status_check" in _kinds(again, "2026-09-16 11:00")
