"""Files that mean harm: a sentence within seconds, or an answer; never a traceback."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.exchange.as_json import to_json
from followup.exchange.as_lines import to_lines
from followup.exchange.mail import read_mail
from followup.exchange.read import read_file
from followup.exchange.reader import Reader
from followup.model.errors import FollowupError
from tests.rows import each_row

READER = Reader(datetime(2026, 11, 30, 11, tzinfo=UTC), "Europe/Berlin")
HEAD = b"From: a@b.example\r\nSubject: x\r\nDate: Mon, 30 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
SECONDS = 8  # of the processor: what else runs is no matter of ours


def nested(depth: int, filler: bytes = b"") -> bytes:
    """A mail within a mail within …"""
    head = b"".join(
        HEAD
        + b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\nContent-Type: message/rfc822\r\n\r\n"
        % (at, at)
        for at in range(depth)
    )
    return head + HEAD + b"\r\n" + filler


LONG = {
    "20 MB with nested forwards": lambda: nested(
        40, b"We will get back to you by Friday. " * 600_000
    ),
    "forwards without end": lambda: nested(5_000),
    "one line of 5 MB": lambda: HEAD + b"\r\n" + b"by Friday at 10:00 or " * 250_000,
    "a million lines": lambda: HEAD + b"\r\n" + b"> On Monday\r\n" * 1_000_000,
    "angles": lambda: HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div><a href='x'>" * 100_000,
    "digits": lambda: HEAD + b"\r\n" + b"1" * 2_000_000,
    "slashes": lambda: HEAD + b"\r\n" + b"12/3/" * 400_000,
    "spaces": lambda: HEAD + b"\r\n" + b"on" + b" " * 2_000_000 + b"wrote:",
    "capitals": lambda: HEAD + b"\r\n" + b"Contact Aa Bb Cc " * 50_000,
    "addresses": lambda: HEAD + b"To: " + b"<a@b>, " * 100_000 + b"\r\n\r\nx",
    "a header of 5 MB": lambda: (
        b"From: a@b.example\r\nSubject: " + b"=?utf-8?q?x?= " * 300_000 + b"\r\n\r\nx"
    ),
    "a description of 2 MB": lambda: (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201T100000Z\r\nDESCRIPTION:"
        + b"meeting with Aa Bb, " * 100_000
        + b"\r\nEND:VEVENT\r\nEND:VCALENDAR"
    ),
    "200 events that recur": lambda: (
        b"BEGIN:VCALENDAR\r\n"
        + b"BEGIN:VEVENT\r\nDTSTART:20240101T100000Z\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT\r\n"
        * 200
        + b"END:VCALENDAR"
    ),
    "a zone of many rules": lambda: (
        b"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:X\r\n"
        + b"BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\n"
        b"TZOFFSETTO:+0200\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\n"
        * 5
        + b"END:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=X:20261201T100000\r\nEND:VEVENT\r\nEND:VCALENDAR"
    ),
    "5,000 rows": lambda: (
        b"Company,Role,Applied,Interview,Notes\n"
        + b"".join(
            b"C%d,r,%d/%d/26,5 Nov 2026 at 10:00,decide by %d Dec\n"
            % (at, at % 12 + 1, at % 28 + 1, at % 28 + 1)
            for at in range(5_000)
        )
    ),
}


@each_row("make", LONG.values(), ids=LONG)
def test_it_takes_seconds(make: object) -> None:
    assert callable(make)
    data = make()
    begun = time.process_time()
    try:
        to_json(read_file(data, "", READER))
    except FollowupError as error:
        assert "\n" not in str(error)  # noqa: PT017
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"abcdef\x00g", "NUL"),
        (b"\xd0\xcf\x11\xe0x", "Outlook"),
        (b"%PDF-1.7", "PDF"),
        (b'{"format": "followup", "schema": 1}', "import"),
        (HEAD + b"\r\n" + b"x" * 31 * 1024 * 1024, "larger"),
    ],
)
def test_it_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(FollowupError, match=words):
        read_file(data, "", READER)


@pytest.mark.parametrize(
    "header",
    [
        "From: \r\n",
        "From: =?utf-8?b?!!!?= <x>\r\n",
        "From: a@b, \x80\xff\r\n",
        "Date: never\r\n",
        "Date: Mon, 99 Nov 2026 99:00:00 +9999\r\n",
        "Content-Type: text/plain; charset=nonsense\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "Content-Type: multipart/mixed\r\n",
        "To: group: a@b, c@d;\r\n",
    ],
)
def test_a_header_that_is_none_is_let_be(header: str) -> None:
    mail = read_mail(
        f"Subject: x\r\nMessage-ID: <1>\r\n{header}\r\nWe decided for someone else.\r\n".encode(
            "latin-1"
        ),
        READER,
    )
    assert to_json(mail)
    assert list(to_lines(mail))


@given(st.text(max_size=400))
def test_any_pasted_text_is_read(text: str) -> None:
    try:
        assert to_json(read_mail(text.encode("utf-8", "replace"), READER))
    except FollowupError as error:
        assert str(error)  # noqa: PT017


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    for name in ("x.eml", "x.ics", "x.csv", "x.xlsx", ""):
        try:
            to_json(read_file(data, name, READER))
        except FollowupError as error:
            assert str(error)  # noqa: PT017
