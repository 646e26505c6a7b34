"""What is entered as an address can be written to; what cannot is refused with one and the same sentence everywhere."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.exchange.out.letter import eml, mailto
from followup.model.settings import Me
from followup.prose.name_parts import name_and_address
from followup.prose.names import (
    BadAddress,
    is_link,
    is_linkedin,
    is_phone,
    mail_address,
    odd,
)
from tests.rows import each_row


@each_row(
    "text",
    [
        "a@b.co",
        "dana@example.com",
        " dana@example.com ",
        "d.o'b+x@sub.example.co.uk",
        "ann.adler+jobs@globex.example",
        "o'neil@x-y.org",
        "a@bücher.de",
        "é@büro.example",
        "jürgen@firma.de",
        "dänä@example.com",
        "用户@例子.公司",
        "ann@globex.test",
        "ann@mail.globex.internal",
        "ann@globex.local",
    ],
)
def test_addresses(text: str) -> None:
    assert mail_address(text).normalized == text.strip()
    assert odd("email", text) == ""


@each_row(
    ("text", "reason"),
    [
        ("dana", "must have an @-sign"),
        ("@", "something before the @"),
        ("dana@", "something after the @"),
        ("@example.com", "something before the @"),
        ("a@b", "should have a period"),
        ("dana@northwind", "should have a period"),
        ("a@.b", "period immediately after the @"),
        ("a@b.", "end with a period"),
        ("a b@c.de", "SPACE"),
        ("da na@example.com", "SPACE"),
        ("a@example.com\r\nBcc: e@example.org", "invalid characters"),
        ("a@example.com\u2028b", "unsafe characters"),
        ("a@b@c.de", "invalid characters"),
        ("<a@b.de>", "angle brackets"),
        ("Dana<dana@example.com>", "angle brackets"),
        ("a,b@example.com", "','"),
        ("a@b.de,c@d.de", "invalid characters"),
        ("a..b@example.com", "two periods"),
        ("a@b..de", "two periods"),
        ("x" * 250 + "@b.de", "too long"),
        ("a" * 300 + "@example.com", "too long"),
        ("a@" + "b" * 70 + ".com", "so many characters"),
    ],
)
def test_no_addresses(text: str, reason: str) -> None:
    with pytest.raises(BadAddress, match="does not look like an e-mail address") as refused:
        mail_address(text)
    assert reason in str(refused.value)
    assert odd("email", text) == str(refused.value)
    assert len(str(refused.value)) < 250
    assert "\n" not in str(refused.value)


def test_nothing_typed_is_nothing_odd_and_nothing_to_write_to() -> None:
    assert odd("email", "") == ""
    with pytest.raises(BadAddress, match="There is no e-mail address"):
        mail_address(" ")


@given(st.emails() | st.text(max_size=40) | st.from_regex(r"\A[\wü.]{1,8}@[\wü.]{1,8}\.de\Z"))
def test_the_form_takes_exactly_what_the_hand_off_can_carry(text: str) -> None:
    taken = not odd("email", text) and bool(text.strip())
    try:
        carried = bool(mailto(text, "x", "y").url and eml(Me(), text, "Z", "x", "y"))
    except BadAddress:
        carried = False
    assert taken == (carried and bool(text.strip()))


@pytest.mark.parametrize(
    ("fits", "texts"),
    [
        (
            is_phone,
            ["+49 (0)30 1234-567", "030/1234567", "555.0100 ext. 12", "+1 555 0100x12", "112"],
        ),
        (
            is_linkedin,
            ["linkedin.com/in/ann", "https://www.linkedin.com/in/ann?x=1", "de.LinkedIn.com/in/ä"],
        ),
        (
            is_link,
            [
                "https://globex.example/job/1?a=b#c",
                "globex.example/job",
                "https://localhost.test:8080",
            ],
        ),
    ],
)
def test_what_looks_right(fits: Callable[[str], bool], texts: list[str]) -> None:
    assert [text for text in texts if not fits(text)] == []


@pytest.mark.parametrize(
    ("fits", "texts"),
    [
        (is_phone, ["abc", "12", "+", "1" * 30, "call me on 030 1234", "030 1234 javascript:"]),
        (
            is_linkedin,
            [
                "javascript:alert(1)",
                "javascript://linkedin.com/%0aalert(1)",
                "http://linkedin.com/in/ann",
                "https://linkedin.com.evil.example/in/ann",
                "https://linkedin.com@evil.example",
                "https://evil.example/linkedin.com",
                "ann adler",
            ],
        ),
        (
            is_link,
            [
                "javascript:alert(1)",
                "data:text/html,x",
                "http://globex.example",
                "job 12",
                "https://[x",
                "x:y",
            ],
        ),
    ],
)
def test_what_does_not(fits: Callable[[str], bool], texts: list[str]) -> None:
    assert [text for text in texts if fits(text)] == []


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("Maria Schmidt <m@globex.example>", "Maria Schmidt", "m@globex.example"),
        ('"Schmidt, Maria" <m@globex.example>;', "Schmidt, Maria", "m@globex.example"),
        (" <m@globex.example> ", "", "m@globex.example"),
        ("Ann <mailto:ann@globex.example>", "Ann", "ann@globex.example"),
        ("Maria Schmidt", "Maria Schmidt", ""),
        ("m@globex.example", "", "m@globex.example"),
        ("maria.schmidt@globex.example", "Maria Schmidt", "maria.schmidt@globex.example"),
        ("a < b", "a < b", ""),
        ("", "", ""),
    ],
)
def test_a_pasted_mailbox_is_a_name_and_an_address(text: str, name: str, address: str) -> None:
    assert name_and_address(text) == (name, address)
