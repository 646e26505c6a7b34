"""Whether a mail stands in a log already, and in which."""

from collections.abc import Iterable
from typing import NamedTuple

from followup.exchange.filled.mail import at_of, id_of, person_of, text_of
from followup.exchange.mail import Mail
from followup.model.facts import Application, Touchpoint
from followup.model.times import Clock

_TELLING = 5  # words: fewer are said in several mails


class Logged(NamedTuple):
    """A message that a mail is, and the application in whose log it stands; `by_id`: its Message-ID says so."""

    application: Application
    message: Touchpoint
    by_id: bool


def logged_already(mail: Mail, applications: Iterable[Application], here: Clock) -> Logged | None:
    """The message that this mail is: of its Message-ID; without one on both sides of its minute and person, or words.

    Two mails with ids of their own are two.
    """
    own, every = id_of(mail.message_id), [(a, t) for a in applications for t in a.touchpoints]
    same = (Logged(a, t, by_id=True) for a, t in every if own and id_of(t.message_id) == own)
    rest = ((a, t) for a, t in every if not (own and t.message_id))
    like = (Logged(a, t, by_id=False) for a, t in rest if _is_like(mail, a, t, here))
    return next(same, None) or next(like, None)


def _is_like(mail: Mail, application: Application, logged: Touchpoint, here: Clock) -> bool:
    words = text_of(mail.text).split()
    at, sender = at_of(mail, here).get("at"), person_of(mail, application)["person"]
    same = at == here.wall(logged.at).replace(tzinfo=None, second=0, microsecond=0)
    by_them = same and (not logged.people or sender in logged.people)
    told = len(words) >= _TELLING and logged.text.split()[: len(words)] == words
    return logged.direction == mail.direction and (by_them or told)
