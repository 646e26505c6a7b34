"""The facts of the page tests: Globex, where Ann and Ben held an interview on Tuesday 15 September 2026."""

from followup.model.facts import Application, Facts, Interview, Touchpoint
from followup.model.settings import Me
from tests import builders
from tests.builders import applied, at, person, sent, specific

__all__ = ["ANN", "BEN", "ME", "at", "facts", "globex", "interview", "thanked"]

ANN = person("Ann Adler", id="ann", email="ann@globex.example")
BEN = person("Ben Novak", id="ben", email="ben@globex.example")
ME = Me(name="Kim Doe", email="kim@example.org", time_zone="Europe/Berlin", country="DE")


def interview(**changes: object) -> Interview:
    """An hour on Tuesday at 14:00, with both, and one thing that Ann said."""
    said = specific("the move of billing to Kafka", frame="about", id="s1", said_by="ann")
    return builders.interview("09-15 14:00", said, by="ann ben").replace(**changes)


def globex(**changes: object) -> Application:
    """The application at Globex."""
    usual = applied("Globex", ANN, BEN, interview(), id="g", role="Data engineer")
    return usual.replace(**changes)


def thanked(to: str, moment: str = "2026-09-15 18:00") -> Touchpoint:
    """A thank-you that was sent."""
    return sent(
        "thank_you",
        moment,
        to=to,
        id=f"t_{to}",
        interview="i1",
        subject="Thank you",
        text="Thank you for the talk.",
    )


def facts(*applications: Application, **changes: object) -> Facts:
    """A file with these applications; with Globex when none is named."""
    return Facts(me=ME, applications=applications or (globex(),)).replace(**changes)
