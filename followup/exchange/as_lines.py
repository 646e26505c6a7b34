"""What was read from a file, as lines for people."""

from collections.abc import Iterator

from followup.exchange.invite import Invite
from followup.exchange.mail import Mail
from followup.exchange.table import Table

_NAMED = (
    "company",
    "role",
    "promised",
    "back_on",
    "on_hold_until",
    "deadline",
    "answer_by",
    "bounced",
)


def to_lines(read: Mail | Invite | Table) -> Iterator[str]:
    """What it is, what it says, and what the user must say."""
    if isinstance(read, Mail):
        yield from _mail(read)
    elif isinstance(read, Invite):
        for event in read.events:
            off = ", called off" if event.method == "CANCEL" else ""
            when = event.starts_at or event.on or "without a date"
            yield f"{event.title or 'An event'}: {when}{off}"
        yield from read.problems
    else:
        yield f"{len(read.rows)} applications; {len(read.skipped)} remarks."
        yield from (f"Line {left.line}: {left.reason}." for left in read.skipped)
    for ask in read.asks:
        yield f"? {ask.sentence}{f' ({ask.suggestion})' if ask.suggestion else ''}"


def _mail(mail: Mail) -> Iterator[str]:
    sender = mail.sender.name or mail.sender.email or "somebody"
    yield f"{mail.what.replace('_', ' ')} from {sender}, {mail.at or 'undated'}: {mail.subject}"
    for name in _NAMED:
        value = getattr(mail, name)
        if value:
            yield f"{name.replace('_', ' ')}: {value}"
    if mail.material:
        by = f" (by {mail.material.on})" if mail.material.on else ""
        yield f"they ask for: {mail.material.text}{by}"
    for one in mail.interviews:
        yield f"{'proposed' if one.proposed else 'interview'}: {one.starts_at or one.on}"
    yield from (f"called off: {one.starts_at or one.on}" for one in mail.cancelled)
    yield from (f"because: {sentence}" for sentence in mail.because)
