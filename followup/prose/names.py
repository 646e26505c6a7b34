"""Names and addresses: how a person or a company is called, and what could be written to.

One answer for all: a draft greets by `greeting_name`, the lint holds greetings against the same names, and the form,
the settings and the hand-off ask here what could be an e-mail address, a phone number, a LinkedIn profile, a link.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from followup.model.errors import FollowupError
from followup.model.fact import shown
from followup.prose.name_parts import (
    DASHES,
    HONORIFIC,
    PARTICLES,
    TOKEN,
    read_name,
)
from followup.prose.text import folds, same
from followup.prose.word_lists import word_groups, word_list

if TYPE_CHECKING:
    from email_validator import ValidatedEmail

_NICKNAMES = word_groups("nicknames")
_WHOLE = word_list("whole_names")
_ELIDED = re.compile(r"^(?:o|d|l|al|el)['-]", re.IGNORECASE)
_INITIAL = re.compile(r"(?:\w\.-?)+|\w")
_SHORT = 3
_WITH_FIRST_NAME = ("sir", "dame")  # “Sir Michael”
# What a company is in law, behind its name: “GmbH & Co. KG”, “e. V.”, “Pvt. Ltd.”.
_OPEN = (
    r"Sp(?:\.|ó[lł]ka) ?z ?o\. ?o|e\. ?[VKG]|[gG]?Gmb[hH]|mbH|GbR|OHG|oHG|KGaA|PartG(?: ?mbB)?|Pvt|Pty|Pte"
    r"|Private Limited|B\. ?V|N\. ?V|V\.?O\.?F|S\.? ?[rR]\. ?[lL]|S\. ?[pP]\. ?A|SpA|S\. ?A(?:\. ?S)?"
    r"|S\. ?[aà]\. ?r\. ?l|S\.? ?r\.? ?o|d\. ?o\. ?o|A/S|ApS|SPRL|BVBA|SRL|SNC|EURL|Sdn\.? Bhd|PLLC|ULC"
    r"|Nyrt|JSC|Sp\. ?[jk]|Ges(?:mbH|\.m\.b\.H)|A\.?Ş|S\. ?L|DAC|CLG|CIC|CIO|NPC|NPO|Ltda|SLU|SL|LP|Lda|Kft|Zrt|Oyj?"
    r"|(?i:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|gmbh|ggmbh)"
    r"|UG(?: ?\(haftungsbeschränkt\))?|AöR|eG|eV|eK|BV|NV|AG|SE|KG|SAS|SARL|SA|AB|ASA|AS"
)
_FORM = rf"(?:{_OPEN})\b\.?"
_END = rf"[ ,]+(?:(?<!& )Co\.?,? )?{_FORM}(?: ?(?:&|\+|und) ?Co\.?(?: ?{_FORM})?)?"
HAS_FORM = re.compile(rf"{_END}(?: \([^)]*\))?\W*$")
"""What a company is in law, at the end of its name; a place in brackets may follow."""
IN_LAW = rf"{_FORM}(?!\w)"
_ENDS = re.compile(
    rf"(?:{_END}| ?[-\u2013] ?g?gmbh)(?: ?\([^)]*\))?\W*$", re.IGNORECASE
)  # in any case


def first_name(full: str) -> str:
    """The name by which one greets a person less formally; the family name where no other is known."""
    name = read_name(full)
    return name.called or name.family


def family_name(full: str) -> str:
    """The family name with its particles (“van der Berg”); the last name there is where it is not known as one."""
    name = read_name(full)
    return name.family or name.given[-1]


def greeting_name(full: str) -> str:
    """What to write after “Dear”: the first name, or title and family name of somebody who is entered with a title.

    The whole name where none of it is surely the one that they are called by: “J. Smith”, “Wang Wei”.
    """
    name = read_name(full)
    if name.titles and name.titles[-1].casefold() in _WITH_FIRST_NAME and name.given:
        return f"{name.titles[-1]} {name.given[0]}"
    if name.spoken_titles or (name.titles and not name.given):
        return " ".join([*name.spoken_titles, family_name(full)])
    if name.family_first or (
        name.family and _INITIAL.fullmatch(first_name(full)) and first_name(full).isascii()
    ):
        return full_name(full)
    return first_name(full)


def full_name(full: str, *, titled: bool = True) -> str:
    """The name as it is said: titles (where wanted), given names, family name."""
    name = read_name(full)
    said = [name.family, *name.given] if name.family_first else [*name.given, name.family]
    return " ".join([*(name.spoken_titles if titled else ()), *said]).strip()


@lru_cache(maxsize=1024)
def parts(full: str) -> tuple[str, ...]:
    """The names in a full name, given ones first, a hyphened one whole and in parts; no titles, suffixes, particles."""
    name = read_name(full)
    words = [*name.given, *name.family.split()]
    solid = [word for word in words if word not in PARTICLES or word in name.given] or words
    pieces = (part for word in solid for part in (word, *DASHES.split(word)))
    return tuple(dict.fromkeys(part for part in pieces if folds(part)))


def _shortened(one: str, other: str) -> bool:
    for a in folds(one):
        for b in folds(other):
            short, long = sorted((a, b), key=len)
            cut = len(short) >= _SHORT and len(long) >= len(short) + 2 and long.startswith(short)
            if cut and short not in _WHOLE:
                return True
            if {a, b} - _WHOLE and any(a in group and b in group for group in _NICKNAMES):
                return True
    return False


@lru_cache(maxsize=4096)
def means(token: str, full: str) -> bool:
    """Whether a word of a greeting means this person: a part of the name, its short form or an initial."""
    token = HONORIFIC.sub("", token.removesuffix("'s").strip(".'-")) or token
    found = parts(full)
    if not folds(token) or not found:
        return False
    if len(token) == 1 and token.isascii():
        return any(min(folds(part))[0] == token.lower() for part in found)
    bare = _ELIDED.sub("", token)
    if any(same(token, part) or same(bare, part) for part in (*found, *TOKEN.findall(full))):
        return True
    if "-" in token and all(
        any(same(piece, part) for part in found) for piece in token.split("-") if piece
    ):
        return True
    joined = "".join(part for part in found if "-" not in part)
    if not token.isascii() and not token[0].isupper() and not token[0].islower():
        return same(token, joined) or min(folds(joined), default="").startswith(min(folds(token)))
    given = [found[0], *(p for p in found[1:] if p != found[-1])]
    return same(token, joined) or any(_shortened(token, part) for part in given)


def is_name_like(token: str) -> bool:
    """Whether a word is written like a name: a capital first, or a script that has none."""
    return bool(token) and token[0].isalpha() and not token[0].islower()


def name_words(text: str) -> list[tuple[str, int]]:
    """The words of a flattened text that could be names, each with its offset."""
    return [(match.group(), match.start()) for match in TOKEN.finditer(text)]


_PHONE = re.compile(r"[+\d()\-./ \u00a0]+(?:(?:,|;|x|ext\.?|extension) ?\d{1,6})?", re.IGNORECASE)
_DIGITS = range(3, 21)
_LINKEDIN = ("linkedin.com", "lnkd.in")


class BadAddress(FollowupError):
    """A text that is no e-mail address, so that no message can go to it."""


def mail_address(text: str) -> "ValidatedEmail":
    """The one address that a text is, letters of any language on both sides of the @; raises BadAddress."""
    # Only here: its patterns take longer to make than a page of ours, and most pages ask for no address.
    from email_validator import (
        SPECIAL_USE_DOMAIN_NAMES,
        EmailNotValidError,
        ValidatedEmail,
        validate_email,
    )

    # Companies use such names inside (.local, .internal, .test), and what a mail came from can be written to.
    SPECIAL_USE_DOMAIN_NAMES.clear()
    address = text.strip()
    if not address:
        raise BadAddress("There is no e-mail address.")
    try:
        found: ValidatedEmail = validate_email(address, check_deliverability=False)
    except EmailNotValidError as error:
        raise BadAddress(
            f"“{shown(address)}” does not look like an e-mail address (name@company.com). {error}"
        ) from None
    return found


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
    "phone": (
        is_phone,
        "This does not look like a phone number: digits, with + ( ) - . / or spaces between.",
    ),
    "linkedin": (is_linkedin, "This is no LinkedIn address: write it like linkedin.com/in/name."),
    "link": (is_link, "Only an https address is a link: write it like https://company.com/job."),
}


def odd(kind: str, text: str) -> str:
    """What is odd about an e-mail address, a phone number, a LinkedIn address or a link; "" where nothing is."""
    if not text:
        return ""
    if kind == "email":
        try:
            mail_address(text)
        except BadAddress as error:
            return str(error)
        return ""
    fits, sentence = _ODD[kind]
    return "" if fits(text) else sentence


def without_form(name: str) -> str:
    """A company's name without what it is in law; as it is where nothing is left but “The”. “Hale & Co.” is whole."""
    name = " ".join(name.split())
    while (shorter := _ENDS.sub("", name).strip(" ,;|")).lower() not in (name.lower(), "", "the"):
        name = shorter
    return name


def to_whom(noun: str, who: str) -> str:
    """As in “thank-you to Ann” and “answer to the rejection, to Ann”; the noun alone where nobody is named."""
    if not who:
        return noun
    return f"{noun}{',' if ' to ' in noun else ''} to {who}"


def listed(items: Sequence[str]) -> str:
    """As in “Ann”, “Ann and Ben” and “Ann, Ben and Cleo”."""
    *before, last = items
    return f"{', '.join(before)} and {last}" if before else last
