"""What an agency passes on: the client's mail below its own words, read on the day on which that was written."""

import re
from collections.abc import Sequence

from followup.exchange.mail.about.context import Context
from followup.exchange.mail.headers import letter_marks
from followup.exchange.mail.parts.own import own_of
from followup.exchange.mail.parts.pasted import with_headers
from followup.exchange.mail.reading import Read, read_sentences
from followup.prose.text import same
from followup.prose.when import When

_SUBJECT = re.compile(r"^(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
# Times of others: “Interviews with the other two are on the 24th.”
_OTHERS = re.compile(
    r"\b(?:the )?others?\b(?: (?:two|three|four|candidates?|finalists?|applicants?))?|\banderen?\b",
    re.IGNORECASE,
)


def passed_on(context: Context) -> Sequence[Read]:
    """The sentences of the mail that is forwarded below, unless the user wrote that."""
    own = context.own
    if not own.quoted or not (own.forwarded or _SUBJECT.match(context.parts.subject)):
        return ()
    inner = with_headers(own.quoted)
    if not inner.sender.email or _is_users(context, inner.sender.email, inner.sender.name):
        return ()
    if letter_marks(inner.text) > 1:  # a newsletter that was passed on
        return ()
    day = inner.at.date() if inner.at else context.when.today
    reads = read_sentences(
        own_of(inner.text, inner.sender.name).text, When(day, context.when.order)
    )
    return tuple(read for read in reads if not _OTHERS.search(read.text))


def _is_users(context: Context, email: str, name: str | None) -> bool:
    reader = context.reader
    mine = {one.email for one in context.parts.to} | set(reader.addresses)
    return email in mine or bool(name and reader.name and same(name, reader.name))
