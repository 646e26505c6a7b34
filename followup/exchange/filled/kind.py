"""Which kind of happening a mail is, of those that “What happened?” knows."""

from collections.abc import Mapping
from typing import Final

from followup.exchange.filled.when import round_of
from followup.exchange.mail import Mail
from followup.exchange.mail.seen import What
from followup.forms.happened.rounds import planned_rounds
from followup.forms.happened.theirs import went_out
from followup.model.facts import Application
from followup.model.times import Clock

_KINDS: Final[Mapping[What, str]] = {
    "reply": "replied",
    "update": "replied",
    "invitation": "next_round",
    "rejection": "rejected",
    "offer": "offer",
    "on_hold": "on_hold",
    "out_of_office": "away",
    "receipt": "receipt",
    "bounce": "bounced",
    "left": "left",
}


def happening_of(mail: Mail, application: Application, here: Clock) -> str | None:
    """What happened: None where the user has to say it first.

    Where it may be that an interview is off, that is what one must not miss.
    """
    if mail.direction == "sent":
        return "wrote"
    planned = planned_rounds(application, here.now)
    what = "cancellation" if planned and mail.rival == "cancellation" else mail.what
    return _kind_of(what, mail, application, here)


def either_of(mail: Mail, application: Application, here: Clock) -> tuple[str, ...]:
    """The two kinds of happening that it may be; none where it is one, or both are the same."""
    rival = _kind_of(mail.rival, mail, application, here) if mail.rival else None
    kinds = (_kind_of(mail.what, mail, application, here), rival)
    return tuple(kind for kind in kinds if kind) if rival and kinds[0] != rival else ()


def _kind_of(what: What, mail: Mail, application: Application, here: Clock) -> str | None:
    if what in ("noise", "other"):
        return None
    planned = planned_rounds(application, here.now)
    if what == "cancellation":
        if mail.interviews or any(ask.field == "interviews" for ask in mail.asks):
            return "moved" if planned else "next_round"
        return "called_off" if planned else "replied"
    if what == "invitation" and planned and _moves(mail, application):
        return "moved"
    if what == "bounce" and not went_out(application, here.now):
        return "replied"
    dated = mail.promised or any(ask.field == "promised" for ask in mail.asks)
    if what in ("reply", "update") and dated:
        return "date"
    return _KINDS.get(what, "replied")


def _moves(mail: Mail, application: Application) -> bool:
    """Whether its calendar part is a newer version of a round that is on file."""
    return any(round_of(event.uid, application) for event in mail.events)
