"""A mail file or a pasted text opened: its parts, and its own words apart from what it quotes."""

import re
from dataclasses import replace
from datetime import date

from followup.exchange.decoding import text_of
from followup.exchange.mail.parts.own import Own, own_of
from followup.exchange.mail.parts.parse import Parts, has_headers, parse
from followup.exchange.mail.parts.pasted import is_shown, with_headers

_SAMPLE = 50_000


def opened(data: bytes, today: date) -> tuple[Parts, Own]:
    """The parts and own words of a mail that was saved, or pasted `today`; of one that only forwards, of that below.

    Raises FollowupError where it is too large, or no text at all.
    """
    head = data[:_SAMPLE].decode("utf-8", errors="replace")
    is_file = has_headers(head) and not is_shown(head)
    parts = parse(data) if is_file else with_headers(text_of(data)[0], today)
    own = own_of(parts.text, parts.sender.name)
    if own.forwarded and not re.search(r"\w", own.text):
        inner = with_headers(own.quoted, today)
        parts = replace(inner, to=parts.to, calendars=parts.calendars, message_id=parts.message_id)
        own = own_of(parts.text, parts.sender.name)
    return parts, own
