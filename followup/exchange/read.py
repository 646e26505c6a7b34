"""What a file from elsewhere is: a mail, an invitation or a table; and what it holds."""

import re
from collections.abc import Callable
from pathlib import PurePath

from followup.exchange.decoding import text_of
from followup.exchange.invite import Invite, read_invite
from followup.exchange.mail import Mail, has_headers, read_mail
from followup.exchange.reader import Reader
from followup.exchange.table import Table, is_workbook, read_table
from followup.model.errors import FollowupError

Found = Mail | Invite | Table
_ENDINGS: dict[str, Callable[[bytes, Reader], Found]] = {
    ".ics": read_invite,
    ".ical": read_invite,
    ".ifb": read_invite,
    ".vcs": read_invite,
    ".csv": read_table,
    ".tsv": read_table,
    ".xlsx": read_table,
    ".xlsm": read_table,
    ".eml": read_mail,
    ".mht": read_mail,
}
_FOREIGN = (
    (
        b"\xd0\xcf\x11\xe0",
        (
            "The file is one of Outlook (.msg) or an old Excel (.xls): save the mail as .eml, the table as "
            ".xlsx or .csv."
        ),
    ),
    (b"%PDF", "The file is a PDF: paste the text of the mail instead."),
    (b"\x89PNG", "The file is a picture: paste the text instead."),
    (b"\xff\xd8\xff", "The file is a picture: paste the text instead."),
)
_SAMPLE = 20_000


def read_file(data: bytes, name: str, reader: Reader) -> Found:
    """What the file of that name holds (a pasted text has none); nothing it says is obeyed, nothing it names fetched.

    Raises FollowupError for what is no such file, is damaged, or is larger than any of its kind.
    """
    return reads(data, name)(data, reader)


def reads(data: bytes, name: str) -> Callable[[bytes, Reader], Found]:
    """What reads such a file: `read_mail`, `read_invite` or `read_table`; raises FollowupError where nothing does."""
    for mark, sentence in _FOREIGN:
        if data.startswith(mark):
            raise FollowupError(sentence)
    if not data.strip():
        raise FollowupError("The file is empty.")
    if is_workbook(data):
        return read_table
    head = (
        text_of(data[: _SAMPLE & ~1])[0]
        if not data.startswith(b"\xef\xbb\xbf")
        else data[:_SAMPLE].decode("utf-8-sig", errors="replace")
    )
    if re.match(r"\s*BEGIN:VCALENDAR\b", head, re.IGNORECASE):
        return read_invite
    if re.match(r"\s*\{\s*\"format\"", head):
        raise FollowupError("The file is an export of Follow-up: bring it in by `import`.")
    known = _ENDINGS.get(PurePath(name).suffix.lower())
    if known:
        return known
    if has_headers(head) or not _is_table(head):
        return read_mail
    return read_table


def _is_table(head: str) -> bool:
    """Whether its first lines are cut into as many cells each by one mark."""
    lines = [line for line in head.split("\n")[:6] if line.strip()]
    for mark in (",", ";", "\t", "|"):
        counts = {line.count(mark) for line in lines}
        if len(lines) > 1 and min(counts) > 1 and (len(counts) == 1 or mark == "\t"):
            return True
    return False
