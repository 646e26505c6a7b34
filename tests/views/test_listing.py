"""The list of applications: what comes first, and what a search finds."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from followup.model.action import Action
from followup.model.facts import Application, Outcome, Person
from followup.model.vocabulary import Status
from followup.views.listing import listing, next_actions
from tests.builders import applied, interview, specific

NOW = datetime(2026, 9, 16, 10, tzinfo=ZoneInfo("Europe/Berlin"))


def action(application: str, status: Status, days: int = 0) -> Action:
    due = NOW + timedelta(days=days)
    return Action(
        key=f"status_check:{application}:{status}:{days}",
        kind="status_check",
        application=application,
        opens=due,
        due=due,
        late=due,
        status=status,
        channel="email",
        reason="",
        guides=(),
    )


def application(name: str, **more: object) -> Application:
    return Application.model_validate({"id": name, "company": name, "role": "Engineer", **more})


def test_the_next_action_is_the_most_urgent_and_nothing_done_counts() -> None:
    found = next_actions([action("a", "upcoming", -3), action("a", "overdue"), action("b", "done")])
    assert {key: item.status for key, item in found.items()} == {"a": "overdue"}


def test_of_two_alike_the_one_due_first_is_next() -> None:
    assert next_actions([action("a", "due", 3), action("a", "due", 1)])["a"].due == NOW + timedelta(
        days=1
    )


def test_those_with_something_to_do_come_first_and_the_ended_last() -> None:
    applications = (
        application("ended", outcome=Outcome(kind="rejected", at=NOW)),
        application("quiet"),
        application("later"),
        application("now"),
    )
    upcoming = next_actions([action("later", "upcoming", 5), action("now", "due")])
    assert [item.application.id for item in listing(applications, upcoming)] == [
        "now",
        "later",
        "quiet",
        "ended",
    ]


def test_search_wants_every_word_in_company_role_or_people() -> None:
    ann = application("Globex", people=(Person(id="p", name="Ann Ädler"),))
    other = application("Hooli")
    for words, found in (
        ("", 2),
        ("engineer", 2),
        ("ÄDLER glob", 1),
        ("ann hooli", 0),
        ("  hooli ", 1),
    ):
        assert len(listing((ann, other), {}, words)) == found


def test_search_finds_what_was_said_and_noted() -> None:
    said = applied(
        "Globex", interview("03-02 10:00", specific("The move to Kafka")), notes="By tram"
    )
    others = (said, applied("Initech", interview(key="i2")))
    for words in ("kafka", "globex tram"):
        assert [item.application.company for item in listing(others, {}, words)] == ["Globex"]
