"""What could be an e-mail address, a phone number, a LinkedIn profile, a link; not whether anybody is there. Pure."""

import re
from urllib.parse import urlsplit

_NOT_IN_ADDRESSES = frozenset('<>(),;:"[]\\ \t\n')
_ADDRESS_LIMIT = 254
_PHONE = re.compile(r"[+\d()\-./ \u00a0]+(?:(?:,|;|x|ext\.?|extension) ?\d{1,6})?", re.IGNORECASE)
_DIGITS = range(3, 21)
_LINKEDIN = ("linkedin.com", "lnkd.in")


def is_address(text: str) -> bool:
    """Whether a text could be one e-mail address."""
    local, at, domain = text.rpartition("@")
    labels = domain.split(".")
    return (
        bool(local and at)
        and "@" not in local
        and len(labels) > 1
        and all(labels)
        and len(text) <= _ADDRESS_LIMIT
        and not _NOT_IN_ADDRESSES.intersection(text)
        and text.isprintable()
    )


def is_phone(text: str) -> bool:
    """Whether a text could be a phone number, written in any country's way."""
    return bool(_PHONE.fullmatch(text)) and sum(map(str.isdecimal, text)) in _DIGITS


def is_linkedin(text: str) -> bool:
    """Whether a text could be the address of a LinkedIn profile, with https:// before it or without."""
    host = _host(text)
    return any(host == name or host.endswith(f".{name}") for name in _LINKEDIN)


def is_link(text: str) -> bool:
    """Whether a text could be a link of the web, with https:// before it or without."""
    return "." in _host(text).strip(".")


def _host(text: str) -> str:
    """The host of an https address; "" for any other text."""
    if any(letter.isspace() or not letter.isprintable() for letter in text):
        return ""
    whole = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(whole)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return ""
    named = parts.username is None and parts.hostname
    return parts.hostname or "" if parts.scheme == "https" and named else ""


_ODD = {
    "email": (is_address, "This does not look like an e-mail address: name@company.com."),
    "phone": (
        is_phone,
        "This does not look like a phone number: digits, with + ( ) - . / or spaces between.",
    ),
    "linkedin": (is_linkedin, "This is no LinkedIn address: write it like linkedin.com/in/name."),
    "link": (is_link, "Only an https address is a link: write it like https://company.com/job."),
}


def odd(kind: str, text: str) -> str:
    """What is odd about an e-mail address, a phone number, a LinkedIn address or a link; "" where nothing is."""
    fits, sentence = _ODD[kind]
    return "" if not text or fits(text) else sentence
