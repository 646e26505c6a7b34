"""Made-up searches of any size, the same for the same seed: few applications run, most have ended over the years."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from followup.model.facts import Facts
from followup.model.lossless.codec import FORMAT, from_document
from followup.model.vocabulary import SCHEMA

NOW = datetime(2026, 9, 16, 10, 0, tzinfo=UTC)
Record = dict[str, Any]

_YEARS = 4
_FIRST = (
    "Ann",
    "Ben",
    "Chen",
    "Dana",
    "Elif",
    "Femi",
    "Gita",
    "Hugo",
    "Ines",
    "Jonas",
    "Kim",
    "Lea",
)
_LAST = (
    "Adler",
    "Brandt",
    "Costa",
    "Dubois",
    "Eriksen",
    "Fischer",
    "Gomez",
    "Haas",
    "Ito",
    "Jansen",
)
_NAMES = ("Aurora", "Borealis", "Cobalt", "Delta", "Ember", "Fathom", "Granite", "Harbor", "Indigo")
_TRADES = ("Analytics", "Logistics", "Energy", "Health", "Systems", "Robotics", "Foods", "Media")
_ROLES = ("Data engineer", "Platform engineer", "Product manager", "Analyst", "Team lead")
_SAID = (
    "the move from nightly batches to Kafka",
    "code review in pairs every Thursday",
    "the new office in Lisbon",
    "how the team splits the monolith",
    "the on-call rota that nobody likes",
)
_ENDS = ("rejected",) * 12 + ("closed",) * 6 + ("withdrawn",) * 2


def search(interviews: int, *, active: float = 0.03, seed: int = 15) -> Facts:
    """A search with about so many interviews in half as many applications, of which so large a part is active."""
    dice = random.Random(f"{seed} {interviews} {active}")
    made: list[Record] = []
    held = 0
    while held < interviews:
        count = min(dice.choice((1, 1, 2, 2, 3, 3)), interviews - held)
        runs = dice.random() < active or not made  # one at least
        made.append(_application(f"a{len(made)}", count, dice, runs=runs))
        held += count
    me = {"name": "Robin Example", "email": "robin@example.org"}
    me |= {"time_zone": "Europe/Berlin", "country": "DE"}
    document = {"format": FORMAT, "schema": SCHEMA, "me": me, "cadence": {"preset": "standard"}}
    return from_document(document | {"applications": made})


def _application(name: str, rounds: int, dice: random.Random, *, runs: bool) -> Record:
    company = f"{dice.choice(_NAMES)} {dice.choice(_TRADES)} {name[1:]}"
    domain = company.casefold().replace(" ", "-")
    people = [
        {
            "id": f"{name}-p{number}",
            "name": f"{dice.choice(_FIRST)} {dice.choice(_LAST)}",
            "role": role,
            "email": f"{role}{number}@{domain}.example",
            "rapport": dice.random() < 0.2,
        }
        for number, role in enumerate(("recruiter", "hiring_manager", "interviewer"))
    ]
    ago = dice.randrange(3, 12) if runs else dice.randrange(60, _YEARS * 365)
    last = datetime.combine((NOW - timedelta(days=ago)).date(), time(dice.randrange(8, 16)), UTC)
    starts = [last - timedelta(days=9 * back) for back in reversed(range(rounds))]
    if runs and rounds > 1 and dice.random() < 0.3:  # the last round lies ahead
        starts[-1] = last + timedelta(days=16)
    record: Record = {
        "id": name,
        "company": company,
        "role": dice.choice(_ROLES),
        "people": people,
        "interviews": [_round(name, n, at, people, dice) for n, at in enumerate(starts)],
        "touchpoints": [],
    }
    for number, at in enumerate(starts):
        if at < NOW:
            record["touchpoints"] += _said(name, number, at, people, dice)
    if not runs:
        ended = last + timedelta(days=dice.randrange(4, 30))
        record["outcome"] = {"kind": dice.choice(_ENDS), "at": ended.isoformat()}
    return record


def _round(
    name: str, number: int, at: datetime, people: list[Record], dice: random.Random
) -> Record:
    met = [people[1]["id"], people[2]["id"]] if number else [people[0]["id"]]
    specifics = [
        {"id": f"{name}-s{number}-{n}", "text": text, "frame": "about", "said_by": met[0]}
        for n, text in enumerate(dice.sample(_SAID, 2))
    ]
    promises = []
    if dice.random() < 0.4:
        day = (at + timedelta(days=dice.randrange(3, 10))).date()
        promises = [
            {"id": f"{name}-d{number}", "kind": "decision_by", "on": day.isoformat()},
        ]
    return {
        "id": f"{name}-i{number}",
        "starts_at": at.isoformat(),
        "time_zone": "Europe/Berlin",
        "round": ("Screening", "First interview", "Second interview")[number],
        "interviewers": met,
        "specifics": specifics,
        "promises": promises,
    }


def _said(
    name: str, number: int, at: datetime, people: list[Record], dice: random.Random
) -> Iterator[Record]:
    met = [people[1], people[2]] if number else [people[0]]
    for n, person in enumerate(met):
        if dice.random() < 0.8:
            sent = at + timedelta(hours=3 + n)
            yield _message(f"{name}-t{number}-{n}", sent, "sent", "thank_you", person["id"])
    if dice.random() < 0.5:
        heard = at + timedelta(days=2)
        if heard < NOW:
            yield _message(f"{name}-u{number}", heard, "received", "update", people[0]["id"])


def _message(name: str, at: datetime, direction: str, purpose: str, person: str) -> Record:
    text = "Thank you for the conversation; the plan for the next year has stayed with me. " * 3
    return {
        "id": name,
        "at": at.isoformat(),
        "direction": direction,
        "purpose": purpose,
        "people": [person],
        "subject": "Our conversation",
        "text": text,
    }
