"""A table that has what is there already: each line joins it, adds what it lacks, and overwrites nothing."""

from collections.abc import Mapping
from datetime import date

import pytest

from followup.exchange.filled.added import line_words
from followup.exchange.filled.row import Said
from followup.exchange.filled.table import How, Line, Taken, days_open, lines_of, taken_of
from followup.exchange.out.sheet import as_csv, sheet
from followup.exchange.reader import Reader
from followup.exchange.table import Table, read_table
from followup.model.changes import reopened
from followup.model.facts import Application, Facts, Outcome
from followup.model.times import Clock
from followup.playbook.plan import plan
from tests.builders import ANN, applied, at, day, facts, interview, person, sent
from tests.builders.globex import globex

NOW = at("03-10 12:30")
RITA = person("Rita", "recruiter", email="")
THERE = applied("Globex", ANN, RITA, interview("02-03 10:00", by="ann"), notes="Ask for the team")
WORLD = facts(THERE.replace(role="Data Engineer"))
HEAD = "Company,Role,Applied,Status,Phone screen,Onsite,Rejected,Contact,Link,Notes\n"


class Import:
    """A table over facts, as it is read and taken."""

    def __init__(
        self,
        text: str,
        world: Facts = WORLD,
        how: Mapping[int, How] | None = None,
        said: Said | None = None,
    ) -> None:
        self.world, self.clock = world, Clock.of(NOW, world.me.zone)
        reader = Reader.of(world, NOW, world.me.zone.key)
        self.table: Table = read_table(text.encode(), reader)
        here = world.applications
        self.lines: tuple[Line, ...] = lines_of(self.table, here, reader, said or Said())
        self.taken: Taken = taken_of(self.table, self.lines, here, how or {})
        self.after = self.taken.into(world)

    def words(self, number: int) -> str:
        (line,) = (each for each in self.lines if each.row.line == number)
        return line_words(line, self.taken, self.clock)

    def days(self) -> list[tuple[int, str]]:
        asked = days_open(self.table, self.taken)
        return [(line, ask.kind) for line, asks in asked.items() for ask in asks]


def one(after: Facts) -> Application:
    (application,) = after.applications
    return application


FULL = (
    "Globex GmbH,data engineer (m/w/d),2026-01-20,Interview,2026-02-03,2026-03-12,,"
    "Rita <rita@globex.example>,https://globex.example/1,On-call every sixth week\n"
)


def test_what_is_there_is_filled_in_and_nothing_entered_is_overwritten() -> None:
    done = Import(HEAD + FULL)
    globex_ = one(done.after)
    assert (globex_.company, globex_.role) == ("Globex", "Data Engineer")
    assert globex_.applied == day("01-20")
    assert globex_.link == "https://globex.example/1"
    assert globex_.notes == "Ask for the team\nOn-call every sixth week"
    assert [(p.id, p.email) for p in globex_.people] == [
        ("ann", "ann@x.example"),
        ("rita", "rita@globex.example"),
    ]
    talk, onsite = globex_.interviews
    assert (talk.starts_at, talk.round, talk.interviewers) == (
        at("02-03 10:00"),
        "Phone screen",
        ("ann",),
    )
    assert (onsite.on, onsite.round) == (day("03-12"), "Onsite")
    assert done.words(2) == (
        "is there already: adds the day of applying (Tue 20 Jan), the name of the interview of Tue 3 Feb, 10:00 "
        "(Phone screen), the interview of Thu 12 Mar (Onsite), the address of Rita, the link and notes"
    )
    assert done.taken.words == "additions to 1 application"


def test_a_second_time_it_says_nothing_new() -> None:
    again = Import(HEAD + FULL, Import(HEAD + FULL).after)
    assert again.words(2) == "is there already: nothing new"
    assert not again.taken.holds_news
    assert again.after == again.world


def test_what_the_table_says_otherwise_stays_and_is_said() -> None:
    ended = THERE.replace(
        role="Data Engineer",
        applied=day("01-19"),
        link="https://globex.example/2",
        outcome=Outcome(kind="offer", at=at("03-01 10:00")),
    )
    done = Import(HEAD + "Globex,Data Engineer,2026-01-20,Rejected,,,2026-03-05,,,\n", facts(ended))
    assert one(done.after) == ended
    assert done.words(2) == (
        "is there already: nothing new; applied Mon 19 Jan stays, not Tue 20 Jan; their offer stays, not that they "
        "said no"
    )


def test_the_user_says_of_each_line_what_becomes_of_it() -> None:
    new = Import(HEAD + FULL, how={2: "new"})
    assert [a.company for a in new.after.applications] == ["Globex", "Globex GmbH"]
    left = Import(HEAD + FULL, how={2: "leave"})
    assert left.after == WORLD
    assert left.words(2) == "it is left out"


TWO = (
    HEAD + "Initech,Cook,2026-02-02,Applied,,,,Sam <sam@initech.example>,,\n"
    "Initech,Cook,2026-02-02,Interview,2026-02-16,,,,,Bring knives\n"
    "Initech,Cook,,Rejected,,,2026-02-20,,,\n"
)


def test_lines_of_one_application_are_one() -> None:
    done = Import(TWO, facts())
    cook = one(done.after)
    assert [(i.on, i.round) for i in cook.interviews] == [(day("02-16"), "Phone screen")]
    assert (cook.notes, cook.outcome and cook.outcome.kind) == ("Bring knives", "rejected")
    assert (
        done.words(3)
        == "the same as line 2: adds the interview of Mon 16 Feb (Phone screen) and notes"
    )
    assert done.words(4) == "the same as line 2: adds that they said no (Fri 20 Feb)"
    assert done.taken.words == "1 application"


def test_where_the_first_of_them_is_left_out_the_others_are_one_all_the_same() -> None:
    left = Import(TWO, facts(), how={2: "leave"})
    cook = one(left.after)
    assert [left.words(number) for number in (2, 3, 4)] == [
        "it is left out",
        "",
        "the same as line 3: adds that they said no (Fri 20 Feb)",
    ]
    assert (len(cook.interviews), cook.outcome and cook.outcome.kind) == (1, "rejected")
    apart = Import(TWO, facts(), how={3: "new"}).after.applications
    assert [bool(a.outcome) for a in apart] == [True, False]


def test_the_later_ending_of_two_lines_counts() -> None:
    text = "Company,Role,Status,Outcome on\nA,x,Offer,2026-02-20\nA,x,Accepted,2026-02-25\n"
    outcome = one(Import(text, facts()).after).outcome
    assert outcome
    assert outcome.kind == "accepted"


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("Globex,Data-Engineer,,Applied,,,,,,", True),
        ("GLOBEX Inc.,,,Applied,,,,,,", True),  # the only role there
        ("Globex,Analyst,,Applied,,,,,,", False),
        ("Globe,Data Engineer,,Applied,,,,,,", False),
        ("Globex,C++ Engineer,,Applied,,,,,,", False),
    ],
)
def test_the_same_is_the_same_company_and_role_however_they_are_written(
    line: str, same: bool
) -> None:
    assert (len(Import(HEAD + line + "\n").after.applications) == 1) is same


def test_who_applied_again_after_a_no_has_two() -> None:
    old = THERE.replace(role="Cook", outcome=Outcome(kind="rejected", at=at("02-10 10:00")))
    text = (
        HEAD
        + "Globex,Cook,2026-03-01,Applied,,,,,,\nGlobex,Cook,2026-03-01,Interview,2026-03-05,,,,,\n"
    )
    done = Import(text, facts(old))
    assert [len(a.interviews) for a in done.after.applications] == [1, 1]
    assert done.words(2) == "One is there already: this one comes in beside it"
    assert done.words(3).startswith("the same as line 2: adds the interview")
    again = facts(reopened(old, at("02-20 10:00")))
    assert len(Import(text, again).after.applications) == 1, "it is active again: the same one"


def test_two_postings_of_one_title_are_two() -> None:
    text = (
        HEAD
        + "A,x,2026-03-01,,,,,,https://a.example/1,\nA,x,2026-03-01,,,,,,https://a.example/2,\n"
    )
    assert len(Import(text, facts()).after.applications) == 2


def test_a_time_fills_in_a_day_and_a_round_of_that_hour_is_the_same() -> None:
    known = THERE.replace(
        role="x",
        interviews=(
            interview("03-02 10:00", by=""),
            interview(key="i2", by="").replace(on=day("03-12"), starts_at=None),
        ),
    )
    text = (
        "Company,Role,Screen,Onsite,Final\n"
        "Globex,x,2026-03-02T10:30+01:00,2026-03-12T14:00+01:00,2026-03-02T15:00+01:00\n"
    )
    rounds = one(Import(text, facts(known)).after).interviews
    assert [(i.starts_at, i.round) for i in rounds] == [
        (at("03-02 10:00"), "Screen"),
        (at("03-12 14:00"), "Onsite"),
        (at("03-02 15:00"), "Final"),
    ]


def test_a_no_without_a_day_comes_after_what_is_known_and_is_asked_about() -> None:
    text = HEAD + "Globex,Data Engineer,2026-01-20,Rejected,,,,,,\n"
    done = Import(text)
    outcome = one(done.after).outcome
    assert outcome
    assert outcome.at >= at("02-03 11:00"), "the interview was held, so that they said no later"
    assert done.days() == [(2, "ended")]
    said = Import(text, said=Said(days={("ended", 2): date(2026, 3, 5)}))
    assert "said no (Thu 5 Mar)" in said.words(2)
    assert Import(text, done.after).days() == [], "it is known by now"
    assert Import(text, how={2: "leave"}).days() == []


def test_a_thank_you_and_a_promise_that_the_notes_tell_come_in_by_the_day_that_is_said() -> None:
    text = (
        "Company,Role,Interview,Interviewer,Notes\n"
        "Initech,Cook,2026-03-09T15:00+01:00,Sam <sam@initech.example>,thank-you sent; they decide by 20 March\n"
    )
    said = Said(days={("thanked", 2): date(2026, 3, 9), ("promised", 2): date(2026, 3, 20)})
    done = Import(text, facts(), said=said)
    assert sorted(done.days()) == [(2, "promised"), (2, "thanked")]
    status = {action.kind: action.status for action in plan(done.after, NOW)}
    assert status["thank_you"] == "done"
    (check,) = (a for a in plan(done.after, NOW) if a.kind == "status_check")
    assert done.clock.day(check.opens) > day("03-20")
    assert not Import(text, done.after, said=said).taken.holds_news


def test_a_thank_you_that_is_in_the_log_is_not_logged_again() -> None:
    known = applied(
        "Globex", ANN, interview("03-09 15:00"), sent("thank_you", "03-09 18:00", to="ann")
    )
    world = facts(known.replace(role="Cook"))
    text = "Company,Role,Interview,Notes\nGlobex,Cook,2026-03-09,Thank-you sent\n"
    done = Import(text, world, said=Said(days={("thanked", 2): date(2026, 3, 9)}))
    assert len(one(done.after).touchpoints) == 1


def test_what_came_in_meanwhile_is_joined_and_what_was_deleted_comes_in() -> None:
    text = HEAD + FULL + "Initech,Cook,2026-02-02,Applied,,,,,,\n"
    taken = Import(text).taken
    meanwhile = WORLD.replace(
        applications=(*WORLD.applications, applied("Initech").replace(role="Cook", id="other"))
    )
    assert [a.company for a in taken.into(meanwhile).applications] == ["Globex", "Initech"]
    assert sorted(a.company for a in taken.into(facts()).applications) == ["Globex GmbH", "Initech"]


def test_our_own_table_adds_nothing() -> None:
    world = facts(globex(), THERE.replace(id="g2", role="Cook"))
    clock = Clock.of(NOW, world.me.zone)
    written = as_csv(sheet(world, plan(world, NOW), clock)).decode("utf-8-sig")
    done = Import(written, world)
    assert [done.words(line.row.line) for line in done.lines] == [
        "is there already: nothing new"
    ] * 2


def test_a_saved_line_of_another_application_comes_in_as_one_once_it_is_ticked() -> None:
    """Left out at first; the link and the day say that it is another posting for the same role."""
    here = facts(
        THERE.replace(role="Data Engineer", link="https://a.example/1", applied=day("02-01"))
    )
    found = Import(HEAD + "Globex,Data Engineer,05/03/2026,Saved,,,,,https://a.example/2,\n", here)
    (line,) = found.lines
    assert (line.how, line.same) == ("leave", "new")
    assert found.after == here
    ticked = Import(
        HEAD + "Globex,Data Engineer,05/03/2026,Saved,,,,,https://a.example/2,\n",
        here,
        how={line.row.line: line.same},
    )
    assert len(ticked.after.applications) == 2
