"""Small facts for the page tests: Globex, where Ann and Ben held an interview on Tuesday 15 September 2026."""

from datetime import datetime

from followup.model.facts import (
    Application,
    Facts,
    Interview,
    Me,
    Person,
    Specific,
    Touchpoint,
)

ANN = Person(id="ann", name="Ann Adler", email="ann@globex.example")
BEN = Person(id="ben", name="Ben Novak", email="ben@globex.example")
ME = Me(name="Kim Doe", email="kim@example.org")


def at(text: str) -> datetime:
    """A moment in Berlin's summer: "2026-09-15 14:00"."""
    return datetime.fromisoformat(f"{text}+02:00")


def interview(**changes: object) -> Interview:
    """An hour on Tuesday at 14:00, with both, and one thing that Ann said."""
    said = Specific(id="s1", text="You are moving the billing system to Kafka", said_by="ann")
    usual = Interview(
        id="i1",
        starts_at=at("2026-09-15 14:00"),
        time_zone="Europe/Berlin",
        interviewers=("ann", "ben"),
        specifics=(said,),
    )
    return usual.replace(**changes)


def globex(**changes: object) -> Application:
    """The application at Globex."""
    usual = Application(
        id="g", company="Globex", role="Data engineer", people=(ANN, BEN), interviews=(interview(),)
    )
    return usual.replace(**changes)


def thanked(person: str, moment: str = "2026-09-15 18:00") -> Touchpoint:
    """A thank-you that was sent."""
    return Touchpoint(
        id=f"t_{person}",
        at=at(moment),
        direction="sent",
        purpose="thank_you",
        people=(person,),
        interview="i1",
        subject="Thank you",
        text="Thank you for the talk.",
    )


def facts(*applications: Application, **changes: object) -> Facts:
    """A file with these applications; with Globex when none is named."""
    return Facts(me=ME, applications=applications or (globex(),)).replace(**changes)
