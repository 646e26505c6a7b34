"""Links, files and sheets: read back by other programs than ours."""

import base64
import quopri
import re
from email import message_from_bytes, message_from_string, policy
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.exchange.out.letter import Attached, eml, gmail, mailto, outlook
from followup.messages.draft import draft
from followup.messages.lint.findings import linkedin_count
from followup.model.facts import Touchpoint
from followup.model.vocabulary import Channel
from followup.prose.names import BadAddress, odd
from tests.builders.northwind import ME, TUESDAY, action, facts, occasion

BODY = "Dear Zoë,\n\nthanks & “best” = 100 % +1 ? # 🙂\n\nSam"
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200)


def parse(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def by_hand(data: bytes) -> tuple[dict[str, str], str]:
    """A second reader that shares no code with email: splits the lines and undoes the encodings itself."""
    head, _, body = data.partition(b"\r\n\r\n")
    lines = re.sub(rb"\r\n[ \t]", b" ", head).decode("ascii").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert len(headers) == len(lines)

    def word(match: re.Match[str]) -> str:
        raw = match[3].encode()
        return (
            base64.b64decode(raw) if match[2] in "bB" else quopri.decodestring(raw, header=True)
        ).decode(match[1])

    for name, value in headers.items():
        joined = re.sub(r"\?=\s+=\?", "?==?", value)
        headers[name] = re.sub(r"=\?([^?]+)\?([bBqQ])\?([^?]*)\?=", word, joined)
    encoding, raw = headers.get("Content-Transfer-Encoding", "7bit"), body
    if encoding == "base64":
        raw = base64.b64decode(body)
    elif encoding == "quoted-printable":
        raw = quopri.decodestring(body)
    return headers, raw.decode("utf-8").replace("\r\n", "\n")


# --- mailto and the web ---


def test_a_mailto_link_is_read_back_by_a_url_parser() -> None:
    link = mailto("dana@example.com", "Grüße: a & b?", BODY)
    parts = urlsplit(link.url)
    assert (parts.scheme, unquote(parts.path), parts.fragment) == ("mailto", "dana@example.com", "")
    assert parse_qs(parts.query, strict_parsing=True) == {
        "subject": ["Grüße: a & b?"],
        "body": [BODY.replace("\n", "\r\n")],
    }
    assert "+" not in link.url
    assert link.url.isascii()


@given(TEXT, TEXT)
def test_any_text_survives_the_link(subject: str, body: str) -> None:
    query = parse_qs(urlsplit(mailto("d@example.com", subject, body).url).query)
    assert query.get("subject", [""]) == [subject]
    assert query.get("body", [""]) == [body]


def test_a_link_past_what_outlook_takes_says_so() -> None:
    assert not mailto("d@example.com", "x", "a" * 1_550).too_long
    assert mailto("d@example.com", "x", "a" * 1_600).too_long
    assert mailto("d@example.com", "x", "ü" * 300).too_long


def test_without_a_recipient_the_link_leaves_it_open() -> None:
    assert mailto("", "x", "y").url == "mailto:?subject=x&body=y"


def test_an_address_cannot_add_recipients_or_fields() -> None:
    assert (
        unquote(urlsplit(mailto("a+b?cc=e@example.com", "", "").url).path) == "a+b?cc=e@example.com"
    )
    with pytest.raises(BadAddress):
        mailto("a@example.com,evil@example.org", "", "")


def test_the_web_links_carry_the_same_message() -> None:
    message = ("dana@example.com", "Grüße", BODY)
    for link, subject in ((gmail(*message), "su"), (outlook(*message), "subject")):
        parts = urlsplit(link.url)
        assert (parts.scheme, parts.hostname) in {
            ("https", "mail.google.com"),
            ("https", "outlook.office.com"),
        }
        query = parse_qs(parts.query)
        assert query["to"] == ["dana@example.com"]
        assert query[subject] == ["Grüße"]
        assert query["body"] == [BODY.replace("\n", "\r\n")]


# --- the file ---


@pytest.mark.parametrize(
    "body", [BODY, "word " * 2_000, "x" * 5_000, "ü🙂\n" * 2_000, ".\nFrom me\n..", ""]
)
def test_two_readers_agree_on_the_file(body: str) -> None:
    data = eml(ME, "zoe@example.com", "Zoë Müller, PhD", "Grüße 🙂 " + "long " * 30, body)
    message, (headers, text) = parse(data), by_hand(data)
    subject = ("Grüße 🙂 " + "long " * 30).strip()
    assert message["Subject"] == headers["Subject"] == subject
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("Zoë Müller, PhD", "zoe@example.com")
    assert "zoe@example.com" in headers["To"]
    assert "Zoë Müller, PhD" in headers["To"]
    assert message["From"].addresses[0].addr_spec == "sam@example.org"
    assert message["X-Unsent"] == headers["X-Unsent"] == "1"
    assert (
        message.get_content().replace("\r\n", "\n").rstrip("\n")
        == text.rstrip("\n")
        == body.rstrip("\n")
    )
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


@pytest.mark.parametrize("evil", ["Ann\r\nBcc: evil@example.org", "Ann\nBcc: evil@example.org",
                                  "Ann, evil@example.org", 'Ann" <evil@example.org>',
                                  "Ann\u2028Bcc: x", "Ann\x85Bcc: x", "Ann\x0bBcc: x"])  # fmt: skip
def test_a_name_or_subject_can_never_add_a_header_or_recipient(evil: str) -> None:
    data = eml(ME.replace(name=evil), "ann@example.com", evil, evil, "Hello")
    message = parse(data)
    assert set(message.keys()) == {"From", "To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding",
                                   "MIME-Version"}  # fmt: skip
    assert [a.addr_spec for a in message["To"].addresses] == ["ann@example.com"]
    assert [a.addr_spec for a in message["From"].addresses] == ["sam@example.org"]
    assert set(by_hand(data)[0]) == set(message.keys())


@pytest.mark.parametrize("address", ["jürgen@firma.de", "用户@例子.公司", "jürgen@bücher.de"])
def test_an_address_in_letters_of_any_language_goes_into_link_and_file_as_it_is(
    address: str,
) -> None:
    assert odd("email", address) == ""  # what the form takes can be written to
    assert unquote(urlsplit(mailto(address, "", "").url).path) == address
    data = eml(ME.replace(name="Zoë"), address, "Jürgen, Öz", "Grüße", "Servus")
    message = message_from_string(data.decode("utf-8"), policy=policy.default)
    (to,) = message["To"].addresses
    local, _, domain = address.partition("@")
    assert (to.display_name, to.username) == ("Jürgen, Öz", local)
    assert to.domain.encode("ascii").decode("idna") == domain
    assert (message["From"].addresses[0].display_name, message["Subject"]) == ("Zoë", "Grüße")


def test_a_file_is_in_ascii_wherever_it_can_be() -> None:
    eml(ME, "dana@bücher.de", "Jürgen", "Grüße", "Servus").decode("ascii")


def test_a_thread_is_not_invented_and_an_unknown_sender_is_left_out() -> None:
    message = parse(eml(ME.replace(email=""), "", "", "Re: x", "y"))
    for header in ("In-Reply-To", "References", "Message-ID", "From", "To"):
        assert header not in message
    with pytest.raises(BadAddress):
        eml(ME, "a@b\r\n.com", "", "x", "y")


@given(TEXT, TEXT)
def test_any_name_and_subject_survive_the_file(name: str, subject: str) -> None:
    message = parse(eml(ME, "d@example.com", name, subject, "x"))
    assert message["To"].addresses[0].addr_spec == "d@example.com"
    assert len(message["To"].addresses) == 1
    assert str(message["Subject"]).split() == subject.split()


# --- LinkedIn ---


def test_a_note_is_counted_against_the_limit() -> None:
    assert str(linkedin_count("a" * 200)) == "200 of 200 characters"
    assert linkedin_count("a" * 200).fits
    assert str(linkedin_count("a" * 203)) == "203 of 200 characters, 3 too many"
    assert linkedin_count("a" * 203, 300).fits
    assert linkedin_count("🙂").characters == 2


# --- in the thread, and with the file ---


def _mail_of_theirs(channel: Channel = "email") -> Touchpoint:
    return Touchpoint(
        id="m",
        at=TUESDAY,
        channel=channel,
        direction="received",
        purpose="rejection",
        people=("dana",),
        subject="AW: Your application",
        message_id="<abc.1@mail.example>",
    )


def test_an_answer_goes_in_the_thread_of_their_mail() -> None:
    found = occasion(action("rejection_reply"), facts(touchpoints=[_mail_of_theirs()]))
    assert draft(found).subject == "Re: Your application"
    message = parse(eml(ME, "dana@example.com", "Dana", "Re: x", "y", thread=found.thread))
    assert message["In-Reply-To"] == message["References"] == "<abc.1@mail.example>"
    called = occasion(
        action("rejection_reply"), facts(touchpoints=[_mail_of_theirs(channel="phone")])
    )
    assert called.thread is None
    assert "application" not in draft(called).subject
    assert occasion(action("status_check"), facts(touchpoints=[_mail_of_theirs()])).thread is None


@pytest.mark.parametrize("id_", ["", "abc", "<a@b>\r\nBcc: e@example.com", "<a b@c>", "<ü@b>"])
def test_what_is_no_message_id_gets_into_no_header(id_: str) -> None:
    thread = _mail_of_theirs().replace(message_id=id_)
    message = parse(eml(ME, "dana@example.com", "Dana", "x", "y", thread=thread))
    assert message["In-Reply-To"] is None
    assert message["Bcc"] is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kostprobe ü.pdf", "application/pdf"),
        ("../a.txt", "text/plain"),
        ("x", "application/octet-stream"),
    ],
)
def test_the_promised_file_goes_along(name: str, kind: str) -> None:
    data = eml(
        ME, "dana@example.com", "Dana", "x", "Here it is.\n", attached=Attached(name, b"\x00\xff1")
    )
    message = parse(data)
    (part,) = message.iter_attachments()
    assert part.get_content_type() == kind
    assert part.get_filename() == name.replace("/", "-")
    assert part.get_payload(decode=True) == b"\x00\xff1"
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().strip() == "Here it is."
