"""Mails that are none of the search: what tells so, and whether that is plain."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from followup.exchange.mail.kinds.sums import OF_THE_SEARCH
from followup.exchange.mail.phrases.elsewhere import (
    is_code,
    is_event,
    is_friends,
    is_hired,
    is_met,
    is_of_others,
    matters,
    may_be_matter,
    of_work,
    without_adverts,
)
from followup.exchange.mail.seen import What

_TWICE = 2
# What is off is a talk with me; and who serves patients, customers or members.
_TALKS = re.compile(
    r"\b(?:\w*gespräch\w*|call|chat|talk|trial|probe(?:tag|arbeit\w*|schicht)|kennen\w*|vorstell\w*|meet you)\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"praxis|physio|dental|dentist|zahn|tierarzt|tierärzt|salon|friseur|barber|garage|choir|chor\b|verein\b|club"
    r"|lettings|librar"
    r"|bücherei|hausverwaltung",
    re.IGNORECASE,
)
Sign = Literal["plain", "strange", "likely", "may"]
"""None of the search; likely none, and nothing that I answer; likely none; likely of it all the same."""


class Letter(NamedTuple):
    """A mail as it is looked at here: `known` is whether it answers me or belongs to a search, `ours` only the latter.

    `asks` is whether it asks anything of me, `tells` whether it promises something or wants papers.
    """

    text: str
    subject: str
    sender: str
    what: What
    machine: bool
    bulk: bool
    known: bool
    ours: bool
    asks: bool
    tells: bool


def sign_of(mail: Letter) -> Sign | None:
    """What of a mail says that it is none of the search; None where nothing does."""
    return next((found for sign in _SIGNS if (found := sign(mail))), None)


def _code(mail: Letter) -> Sign | None:
    free = mail.what == "noise" or not of_work(mail.text)
    return "plain" if free and mail.machine and is_code(mail.text) else None


def _matter(mail: Letter) -> Sign | None:
    """A customer's, a patient's, a reader's or a member's: plain where it is so twice over, or wants nothing."""
    if mail.what == "noise" or (mail.known and not mail.ours):
        return None
    text = without_adverts(mail.text)
    words, work = matters(text), of_work(text)
    met = is_hired(text) if mail.what == "offer" else is_met(text)
    searched = mail.what in OF_THE_SEARCH
    if mail.known:
        return "may" if words >= _TWICE + met and not work else None
    if work:
        return "plain" if words >= _TWICE * work else "may" if words > _TWICE else None
    if words >= _TWICE + (met and searched):
        return "likely" if mail.what in ("rejection", "on_hold") else "plain"
    if words and not met:
        wants = (searched or mail.asks or mail.tells) and not (mail.machine or mail.bulk)
        return ("may" if mail.tells else "strange") if wants else "plain"
    serves = mail.what == "cancellation" and not _TALKS.search(text) and _SERVES.search(mail.sender)
    return "may" if (words and searched) or serves or may_be_matter(text) else None


def _friend(mail: Letter) -> Sign | None:
    if mail.ours or mail.machine or not is_friends(mail.text):
        return None
    plain = is_of_others(mail.text) or (mail.what not in OF_THE_SEARCH and not mail.tells)
    return "plain" if plain else "may" if of_work(mail.text) else "likely"


def _event(mail: Letter) -> Sign | None:
    """What many are invited to."""
    if mail.what != "invitation" or mail.known or not is_event(mail.text, bulk=mail.bulk):
        return None
    if mail.bulk:
        return "plain"
    if of_work(mail.text):
        return "may"
    return "plain" if is_event(mail.subject, bulk=False) else "likely"


def _stranger(mail: Letter) -> Sign | None:
    """Who invites or offers, and names nothing of what one meets for."""
    text = without_adverts(mail.text)
    if mail.known or mail.what not in ("offer", "invitation") or of_work(text) or is_met(text):
        return None
    return "plain" if mail.machine else "strange"


_SIGNS: tuple[Callable[[Letter], Sign | None], ...] = (_code, _matter, _friend, _event, _stranger)
