"""Everything that happens in a search, each entered within six clicks, and no day is typed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.model.facts import Application
from followup.store.file_store import FileStore
from followup.ui.actions.happened_kinds import ALOUD, HAPPENINGS
from tests.browser.conftest import idle
from tests.builders import (
    ANN,
    RITA,
    applied,
    at,
    day,
    facts,
    interview,
    material,
    person,
    received,
    sent,
)

MAX = person("Max", "hiring_manager")
IDA, UMA = person("Ida"), person("Uma")
TASK = received("reply", "03-03 09:00", material("03-10", text="the case study"), by="rita")
WORLD = facts(
    applied(
        "Globex",
        *(ANN, RITA, MAX),
        *(interview(), interview("03-12 14:00", key="i2")),
        *(sent("thank_you", "03-02 15:00", to="ann"), TASK),
    ),
    applied(
        "Initech",
        IDA,
        interview("02-24 10:00", by="ida", key="i3"),
        received("offer", "03-02 09:00"),
    ),
    applied(
        "Umbrella",
        *(UMA, interview("02-20 10:00", by="uma", key="i4"), received("rejection", "03-02 09:00")),
    ),
)
NOW = "03-03 12:30"  # a Tuesday
MOST = 6

Visit = Callable[..., Page]


class Type(NamedTuple):
    """A click into a field; what is typed there is free, and never a day."""

    field: str
    text: str
    enter: bool = False


class Among(NamedTuple):
    """A click on one of a group, where the same words stand elsewhere, too."""

    group: str
    words: str


class Second(NamedTuple):
    """A click on the second of two that are alike."""

    words: str


class Open(NamedTuple):
    """A click on an entry of the story."""

    words: str


Step = str | Type | Among | Second | Open


@dataclass(frozen=True)
class Row:
    """A happening: the clicks for it, and what the application then has of it."""

    what: str
    steps: tuple[Step, ...]
    has: Callable[[Application], Any]
    expected: Any
    at: str = "globex"

    @property
    def clicks(self) -> tuple[Step, ...]:
        """All of them: what is logged in the dialog begins with its button and ends with its own."""
        if self.steps[0] in WORDS:
            return ("What happened?", *self.steps, "Log it")
        return self.steps


WORDS = {words: kind for table in (HAPPENINGS, ALOUD) for kind, (_, words) in table.items()}


def last(application: Application, *fields: str) -> tuple[Any, ...]:
    """Of the last message."""
    return tuple(getattr(application.touchpoints[-1], field) for field in fields)


def promised(application: Application) -> list[tuple[Any, ...]]:
    """What was promised in the last message."""
    return [(p.kind, p.on, p.text) for p in application.touchpoints[-1].promises]


def rounds(application: Application) -> list[tuple[Any, ...]]:
    """How the rounds stand, and when they are."""
    return [(i.state, i.on or i.starts_at) for i in application.interviews]


LABELS = {each.id: f"{each.company} · {each.role}" for each in WORLD.applications}
HELD = ("scheduled", at("03-02 10:00"))
AHEAD = ("scheduled", at("03-12 14:00"))

USUAL = (
    Row(
        "a date, after which silence means no",
        (
            "They named or moved their date",
            "End of next week",
            "No word after it means no",
            "Phone",
        ),
        lambda it: [(p.on, p.silence_means_no) for p in it.touchpoints[-1].promises],
        [(day("03-13"), True)],
    ),
    Row(
        "moved by me to a day whose time is not known",
        ("An interview is moved", "In two weeks", "I moved it, not they"),
        lambda it: (rounds(it), last(it, "direction")),
        ([HELD, ("moved", at("03-12 14:00")), ("scheduled", day("03-17"))], ("sent",)),
    ),
    Row(
        "an offer by phone, with a deadline",
        ("They called with an offer", "Fri 6 Mar", "Ann"),
        lambda it: last(it, "purpose", "deadline", "channel", "people"),
        ("offer", day("03-06"), "phone", ("ann",)),
    ),
)

# The longest of all, from its application and from Today.
OFFER = Row(
    "an offer by phone some days ago, with a deadline and a day for its letter",
    ("They called with an offer", "Sat 28 Feb", "Fri 6 Mar", Second("Two weeks later")),
    lambda it: (last(it, "at", "channel", "deadline"), promised(it)),
    (
        (at("02-28 12:00"), "phone", day("03-06")),
        [("decision_by", day("03-14"), "the offer in writing")],
    ),
)
FROM_TODAY = (OFFER, USUAL[0])

REST = (
    Row(
        "a reply that asks for an answer by a day",
        ("They wrote", "An answer", "Fri 6 Mar"),
        lambda it: (last(it, "purpose", "wants_answer"), promised(it)),
        (("update", True), [("reply_by", day("03-06"), "")]),
    ),
    Row(
        "a reply that asks for something to send, and what",
        (
            "They wrote",
            "Something I send",
            "In a week",
            Type("What am I to send? (optional)", "two references"),
        ),
        promised,
        [("material", day("03-10"), "two references")],
    ),
    Row(
        "yesterday, by phone, somebody else",
        ("They called", "Max", "Yesterday"),
        lambda it: last(it, "people", "channel", "at"),
        (("max",), "phone", at("03-02 12:00")),
    ),
    Row(
        "a reply of somebody who is not on file",
        (
            "They wrote",
            "Somebody new…",
            Type("Who is it?", "Zoe Lind <zoe@globex.example>"),
        ),
        lambda it: (it.people[-1].email, last(it, "people") == ((it.people[-1].id,),)),
        ("zoe@globex.example", True),
    ),
    Row(
        "moved, with its new time",
        ("An interview is moved", "In two weeks", Type("At (empty: not said yet)", "15:00")),
        rounds,
        [HELD, ("moved", at("03-12 14:00")), ("scheduled", at("03-17 15:00"))],
    ),
    Row(
        "moved, with times to choose from in their own zone",
        (
            "An interview is moved",
            "They propose times",
            Type("The times", "Tue 10:00 or Wed 15:00"),
            Type("Time zone", "America/New_York", enter=True),
        ),
        lambda it: (last(it, "purpose", "text"), rounds(it)[1][0]),
        (
            ("cancellation", "Proposed (America/New_York time):\nTue 10:00 or Wed 15:00"),
            "moved",
        ),
    ),
    Row(
        "moved, the new date to follow",
        ("An interview is moved", "To follow"),
        rounds,
        [HELD, ("moved", at("03-12 14:00"))],
    ),
    Row(
        "called off, a new date promised",
        ("An interview is called off", "A new date is to follow", "In a week"),
        lambda it: (rounds(it), promised(it)),
        (
            [HELD, ("cancelled", at("03-12 14:00"))],
            [("decision_by", day("03-10"), "a new date")],
        ),
    ),
    Row(
        "invited to a round: its day, its time, who will be there",
        (
            "They invited me to an interview",
            "In two weeks",
            Type("At (empty: not said yet)", "15:00"),
            "Max",
        ),
        lambda it: (rounds(it)[2], it.interviews[-1].interviewers, last(it, "purpose")),
        (("scheduled", at("03-17 15:00")), ("max",), ("invitation",)),
    ),
    Row(
        "invited to a round on a day without a time, with somebody new",
        (
            "They invited me to an interview",
            "In two weeks",
            Type("Somebody new (optional)", "Zoe Lind <zoe@globex.example>"),
        ),
        lambda it: (rounds(it)[2], it.people[-1].email),
        (("scheduled", day("03-17")), "zoe@globex.example"),
    ),
    Row(
        "on hold, with a day",
        ("It is on hold", "In four weeks"),
        lambda it: last(it, "purpose", "back_on"),
        ("on_hold", day("03-31")),
    ),
    Row(
        "out of office: whose, and until when",
        ("Out of office", "Max", "In two weeks"),
        lambda it: last(it, "purpose", "people", "back_on"),
        ("out_of_office", ("max",), day("03-17")),
    ),
    Row(
        "an automatic receipt",
        ("An automatic receipt",),
        lambda it: last(it, "purpose", "people"),
        ("receipt", ()),
    ),
    Row(
        "not delivered: its address is gone",
        ("My message came back",),
        lambda it: (last(it, "purpose", "bounced"), it.people[0].email),
        (("bounce", "thank_you 03-02 15:00"), ""),
    ),
    Row(
        "rejected, and what lies ahead is off",
        ("They said no", "Rita"),
        lambda it: (last(it, "purpose", "people"), rounds(it)[1][0]),
        (("rejection", ("rita",)), "cancelled"),
    ),
    Row(
        "an offer with a deadline, its letter by another day",
        ("They made an offer", "In two weeks", Second("Fri 6 Mar")),
        lambda it: (last(it, "deadline"), promised(it)),
        ((day("03-17"),), [("decision_by", day("03-06"), "the offer in writing")]),
    ),
    Row(
        "they did not show up",
        ("They did not show up",),
        lambda it: rounds(it)[0],
        ("no_show", at("03-02 10:00")),
    ),
    Row(
        "rang them unasked",
        ("I rang or met them", "Max"),
        lambda it: last(it, "direction", "purpose", "people", "channel"),
        ("sent", "other", ("max",), "phone"),
    ),
    Row(
        "met them unasked, some days ago",
        ("I rang or met them", "Max", "In person", "Sat 28 Feb"),
        lambda it: last(it, "purpose", "channel", "at"),
        ("other", "in_person", at("02-28 12:00")),
    ),
    Row(
        "sent the task",
        ("I sent what they asked for",),
        lambda it: last(it, "purpose", "promise"),
        ("send_material", "material 03-10"),
    ),
    Row(
        "somebody has left, and who is there now",
        ("Somebody has left", "Ann", Among("Who is there in their place?", "Rita")),
        lambda it: (it.people[0].left, it.people[0].successor),
        (day("03-03"), "rita"),
    ),
    Row(
        "the user withdraws",
        ("I withdrew",),
        lambda it: it.outcome and it.outcome.kind,
        "withdrawn",
    ),
    Row(
        "the user waits no longer",
        ("I stop waiting: close it",),
        lambda it: (it.outcome and it.outcome.kind, rounds(it)[1][0]),
        ("closed", "cancelled"),
    ),
    # Where it stands, in the application itself.
    Row(
        "somebody is no longer there, and who is",
        ("No longer there", Type("Who is there now?", "Rita", enter=True), "Save"),
        lambda it: (it.people[0].left, it.people[0].successor),
        (day("03-03"), "rita"),
    ),
    Row(
        "a round ahead is moved from its own place",
        ("Move", "In two weeks", "Log it"),
        rounds,
        [HELD, ("moved", at("03-12 14:00")), ("scheduled", day("03-17"))],
    ),
    Row(
        "an entry of the log is mended: how, when, and the day of what it asks for",
        (Open("Rita: reply"), "Edit", "Phone", "Sat 28 Feb", "Four weeks later", "Save"),
        lambda it: (last(it, "channel", "at"), promised(it)),
        (("phone", at("02-28 09:00")), [("material", day("03-28"), "the case study")]),
    ),
    Row(
        "an entry of the log is removed",
        (Open("Rita: reply"), "Remove"),
        lambda it: len(it.touchpoints),
        1,
    ),
    Row(
        "more time for an offer",
        ("They gave me more time", "In two weeks"),
        lambda it: last(it, "purpose", "deadline"),
        ("offer", day("03-17")),
        at="initech",
    ),
    Row(
        "the user accepts",
        ("I accepted",),
        lambda it: it.outcome and it.outcome.kind,
        "accepted",
        at="initech",
    ),
    Row(
        "the user declines",
        ("I declined",),
        lambda it: it.outcome and it.outcome.kind,
        "withdrawn",
        at="initech",
    ),
    Row(
        "what ended goes on, said where one logs",
        ("It goes on: reopen it",),
        lambda it: it.reopened_at,
        at(NOW),
        at="umbrella",
    ),
    Row(
        "what ended is reopened",
        ("Reopen",),
        lambda it: it.reopened_at,
        at(NOW),
        at="umbrella",
    ),
)


class Hand:
    """A hand that clicks, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.within: Page | Locator = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        what.first.click(delay=90)
        self.clicks += 1
        idle(self.page)

    def press(self, name: str) -> None:
        self.click(self.page.get_by_role("button", name=name))

    def take(self, step: Step) -> None:
        """One click, and what is typed after it."""
        dialogs = self.page.get_by_test_id("stDialog")
        within = dialogs if dialogs.count() else self.within
        match step:
            case Type():
                self.click(within.get_by_label(step.field, exact=True))
                self.page.keyboard.type(step.text)
                if step.enter:
                    self.page.keyboard.press("Enter")
                idle(self.page)
            case Among():
                group = within.get_by_role("radiogroup", name=step.group)
                self.click(group.get_by_text(step.words, exact=True))
            case Second():
                self.click(_words(within, step.words).nth(1))
            case Open():
                entry = within.get_by_test_id("stExpander").filter(has_text=step.words)
                self.click(entry.locator("summary"))
                self.within = entry
            case _:
                self.click(_words(within, step))


def _words(within: Page | Locator, words: str) -> Locator:
    """What says these words; a quick day says its date behind them."""
    return within.get_by_text(re.compile(f"^{re.escape(words)}(,|$)")).locator("visible=true")


def _gone_through(visit: Visit, folder: Path, rows: Sequence[Row], *, today: bool = False) -> None:
    """Each row is entered from its application (or from Today), in the world as it was before the one before."""
    page: Page | None = None
    wrong: list[str] = []

    store = FileStore(folder / "data.json", backups=folder / "backups")

    for row in rows:
        address = "/" if today else f"/interviews?application={row.at}"
        if page is None:
            page = visit(WORLD, NOW, address)
        else:
            store.update("As before", lambda _: WORLD, now=at(NOW))
        if row.clicks[0] != "What happened?" or address not in page.url:
            visit(WORLD, NOW, address)
        hand = Hand(page)
        if today:
            hand.press(LABELS[row.at])
        for step in row.clicks[1:] if today else row.clicks:
            hand.take(step)
        expect(page.get_by_test_id("stDialog")).to_have_count(0)
        (now,) = (a for a in store.load().facts.applications if a.id == row.at)
        if (found := row.has(now)) != row.expected:
            wrong.append(f"{row.what}: {found}")
        if hand.clicks > MOST:
            wrong.append(f"{row.what}: {hand.clicks} clicks")
    assert not wrong


@pytest.mark.wide
def test_three_kinds_of_happening_in_six_clicks_each(visit: Visit, tmp_path: Path) -> None:
    _gone_through(visit, tmp_path, (*USUAL, OFFER))


@pytest.mark.wide
def test_the_longest_kinds_of_happening_in_six_clicks_each_from_today(
    visit: Visit, tmp_path: Path
) -> None:
    _gone_through(visit, tmp_path, FROM_TODAY, today=True)


@pytest.mark.wide
def test_everything_else_that_happens_in_six_clicks_each(visit: Visit, tmp_path: Path) -> None:
    _gone_through(visit, tmp_path, REST)


def test_every_kind_of_happening_is_in_the_table() -> None:
    assert set(HAPPENINGS) == {
        WORDS[first] for row in (*USUAL, *REST) if (first := row.steps[0]) in WORDS
    }
