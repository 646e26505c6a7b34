"""Mails that are none of the search: what tells so, and whether that is plain."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from followup.exchange.mail.kinds.sums import OF_THE_SEARCH
from followup.exchange.mail.phrases.elsewhere import (
    as_a_customers,
    customer_words,
    is_about_a_code,
    is_about_somebody_elses,
    is_of_a_friend,
    is_to_parents,
    may_remind_a_customer,
    reminds_a_customer,
    search_words,
    speaks_of_meeting,
    speaks_of_pay_or_start,
)
from followup.exchange.mail.phrases.events import is_of_an_event
from followup.exchange.mail.phrases.words import TWICE
from followup.exchange.mail.seen import What

# What is off is a talk with me; and who serves patients, customers or members.
_TALKS = re.compile(
    r"\b(?:\w*gespräch\w*|call|chat|talk|trial|probe(?:tag|arbeit\w*|schicht)|kennen\w*|vorstell\w*|meet you)\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"praxis|physio|dental|dentist|zahn|tierarzt|tierärzt|salon|friseur|barber|garage|choir|chor\b|verein\b|club"
    r"|lettings|librar|bücherei|hausverwaltung",
    re.IGNORECASE,
)
Sign = Literal["plain", "strange", "likely", "may"]
"""What it says: none of the search; likely none, and nothing that I answer; likely none; likely of it all the same."""


class Incoming(NamedTuple):
    """A mail as it is looked at here.

    `of_a_search` is whether an application of mine fits or it names a role, `expected` whether that is so or it answers
    me; `asks` is whether it asks anything of me, `tells` whether it promises something or wants papers, `meets` whether
    it invites to a time.
    """

    text: str
    subject: str
    sender: str
    what: What
    machine: bool
    bulk: bool
    expected: bool
    of_a_search: bool
    asks: bool
    tells: bool
    meets: bool


def sign_of(mail: Incoming) -> Sign | None:
    """What of a mail says that it is none of the search; None where nothing does."""
    return next((found for sign in _SIGNS if (found := sign(mail))), None)


def _code(mail: Incoming) -> Sign | None:
    free = mail.what == "noise" or not search_words(mail.text)
    return "plain" if free and mail.machine and is_about_a_code(mail.text) else None


def _customers(mail: Incoming) -> Sign | None:
    """A customer's, a patient's, a reader's or a member's: plain where it is so twice over, or wants nothing.

    Who wants to meet at a time is asked about, unless a machine writes or a customer is reminded of what
    is theirs.
    """
    sign = _of_customers(mail)
    many = mail.machine or mail.bulk
    real = (
        mail.meets and speaks_of_meeting(mail.text) and not (many or reminds_a_customer(mail.text))
    )
    return "likely" if real and sign == "plain" else sign


def _of_customers(mail: Incoming) -> Sign | None:
    if mail.what == "noise" or (mail.expected and not mail.of_a_search):
        return None
    text = as_a_customers(mail.text)
    words, search = customer_words(text, around=not mail.meets), search_words(text)
    met = speaks_of_pay_or_start(text) if mail.what == "offer" else speaks_of_meeting(text)
    searched = mail.what in OF_THE_SEARCH
    if mail.expected:
        return "may" if words >= TWICE + met and not search else None
    if search:
        return "plain" if words >= TWICE * search else "may" if words > TWICE else None
    if words >= TWICE + (met and searched):
        return "likely" if mail.what in ("rejection", "on_hold") else "plain"
    if words and not met:
        wants = (searched or mail.asks or mail.tells) and not (mail.machine or mail.bulk)
        return ("may" if mail.tells else "strange") if wants else "plain"
    serves = mail.what == "cancellation" and not _TALKS.search(text) and _SERVES.search(mail.sender)
    near = searched and customer_words(text)
    return "may" if near or serves or may_remind_a_customer(text) else None


def _parents(mail: Incoming) -> Sign | None:
    return "plain" if is_to_parents(mail.text) else None


def _friend(mail: Incoming) -> Sign | None:
    if mail.of_a_search or mail.machine or not is_of_a_friend(mail.text):
        return None
    plain = is_about_somebody_elses(mail.text) or (
        mail.what not in OF_THE_SEARCH and not mail.tells
    )
    return "plain" if plain else "may" if search_words(mail.text) else "likely"


def _event(mail: Incoming) -> Sign | None:
    """What many are invited to."""
    if mail.what != "invitation" or mail.expected or not is_of_an_event(mail.text, bulk=mail.bulk):
        return None
    if mail.bulk:
        return "plain"
    if search_words(mail.text):
        return "may"
    return "plain" if is_of_an_event(mail.subject, bulk=False) else "likely"


def _stranger(mail: Incoming) -> Sign | None:
    """Who invites or offers, and names nothing of what one meets for."""
    text = as_a_customers(mail.text)
    if (
        mail.expected
        or mail.what not in ("offer", "invitation")
        or search_words(text)
        or speaks_of_meeting(text)
    ):
        return None
    return "plain" if mail.machine else "strange"


_SIGNS: tuple[Callable[[Incoming], Sign | None], ...] = (
    _code,
    _customers,
    _parents,
    _friend,
    _event,
    _stranger,
)
