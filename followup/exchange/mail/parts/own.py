"""The own words of a mail: quotes, forwards, signature, disclaimers and banners cut off."""

import re
from dataclasses import dataclass
from typing import Literal

from followup.exchange.mail.parts.html import MARK
from followup.exchange.mail.parts.marked import answers_between
from followup.prose.text import flatten

_WROTE = re.compile(
    r"(?:on|am|le|el|il|op) .{4,200}?(?:wrote|schrieb[^:\n]{0,60}|a écrit|escribió|ha scritto"
    r"|schreef)[^:\n]{0,40}:\s*$|.{0,80}<[^<>\s]+@[^<>\s]+> (?:wrote|schrieb):\s*$|.{3,60} wrote:\s*$",
    re.IGNORECASE,
)
_DIVIDER = re.compile(
    rf"{MARK}|-+ ?(?:original message|original appointment|forwarded message|ursprüngliche nachricht"
    rf"|weitergeleitete nachricht|message d'origine|messaggio originale|mensaje original"
    r"|mensagem original|forwarded by .*) ?-*"
    r"|-{2,} ?(?:(?:my|our|your|the) )?(?:earlier|previous|last|original|first) (?:message|e?-?mail|note|letter)\b.*"
    r"|-{2,} ?(?:(?:meine|unsere|ihre|die) )?(?:frühere|vorige|letzte|vorherige) (?:nachricht|e?-?mail)\b.*"
    r"|begin forwarded message:|anfang der weitergeleiteten nachricht:",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"forwarded|weitergeleitet", re.IGNORECASE)
_HEADER = re.compile(
    r"\W{0,3}(?:from|von|van|de|da|fra|från|sent|gesendet|sendt|skickat|envoyé|inviato|enviado"
    r"|verzonden|wysłano|date|datum|data|to|an|til|till|aan|à|a|do|para|subject|betreff|emne|ämne|objet"
    r"|oggetto|asunto|assunto|onderwerp|temat|cc)\W{0,2}:\W{0,2} ?\S",
    re.IGNORECASE,
)
_FROM = re.compile(r"\W{0,3}(?:from|von|van|de|da|fra|från|od)\W{0,2}:\W{0,2} ?\S", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"(?:(?:with )?(?:(?:my|all|very|our) ){0,2}(?:kind|good|best|warm|warmest|kindest|many|friendly|cordial)"
    r"(?: (?:regards|wishes|greetings|thanks))|regards|best|cheers|(?:thanks|thank you)(?: (?:so much|very much"
    r"|a (?:bunch|lot|million|ton)))?|many thanks|thx|sincerely(?: yours)?"
    r"|yours(?: (?:sincerely|truly|faithfully))?|all the best|all best|br|kr|rgds|take care|speak soon"
    r"|talk soon|with thanks|thanks again|thanks and regards|thanks & regards|best and thanks"
    r"|mit (?:freundlichen|besten|herzlichen|freundlichem|bestem) gr(?:ü|u|ue)(?:ß|ss)(?:en)?|hochachtungsvoll"
    r"|(?:viele|beste|liebe|herzliche"
    r"|freundliche|schöne|sonnige|winterliche) gr(?:ü|ue)(?:ß|ss)e(?: (?:aus|vo[nm]|nach|in|an) [^.?!]{2,40})?"
    r"|(?:herzlich|freundlich)?(?:en |er )?gru(?:ß|ss)|lg|vg|mfg|herzlichst?|.{0,30}(?:grüßt|wünscht)(?: ihnen"
    r"| dich| sie)?|greetings(?: from .{2,30})?|warmly|cordially|respectfully"
    r"|met vriendelijke groet(?:en)?|cordialement|bien cordialement|cordiali saluti|un (?:abrazo|saludo)"
    r"|saludos(?: cordiales)?|med vänlig hälsning|vennlig hilsen|hilsen|(?:is mise )?le meas|atenciosamente"
    r"|z poważaniem|looking forward(?: to (?:it|hearing from you|meeting you|speaking soon))?|sorry for the trouble"
    r"|hope to see you soon)[,.! -]*$",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\W*(?:caution|external(?: e?-?mail| sender)?|warning|achtung"
    r"|\[ext(?:ernal)?\])\b.{0,200}(?:outside|external|extern|sender|links|attachments)",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:sent|gesendet|envoyé) (?:from|von|de|with|mit) (?:my|mein\w*|mon)\b|get outlook for|sent with",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b(?:intended (?:solely|only|recipient)|confidential(?:ity)?\b.{0,80}\b(?:e-?mail|message"
    r"|information|notice|addressee)|received this (?:e-?mail|message) in error|registered (?:in "
    r"england|office)|company (?:number|registration)"
    r"|amtsgericht|handelsregister|(?:geschäftsführ(?:er(?:in)?|ung)|vorstand|aufsichtsrat)\w*(?: \([^)]*\))?:"
    r"|^\W*geschäftsführ(?:er(?:in)?|ung)\b|managing directors?:"
    r"|environment before printing|privacy (?:notice|policy|statement)|unsubscribe|all rights reserved"
    r"|equal opportunit|©)",
    re.IGNORECASE,
)
# Of the United Kingdom: a telephone number, a postcode, money, what only it has.
_BRITISH = re.compile(
    r"(?:\+|\b00)44[ (]|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
    r"|\bLondon,? (?:[NEW]|SE|SW|NW|EC|WC)\d|\u00a3 ?\d|\b(?:NHS|plc|(?:Borough|District) Council)\b"
    r"|\bRegistered in (?:England|Scotland|Wales)\b"
    r"|\b(?:DBS|PVG|Ofsted|HMRC|P45|NI number|National Insurance|GCSEs?|A-levels?|NVQ|CSCS|PGCE|QTS|SIA|MOT)\b"
)
# Of Ireland, whose postcodes have four signs behind a blank.
_IRISH = re.compile(
    r"(?:\+|\b00)353[ (]|\b[AC-FHKNPRTV-Y]\d[\dW] (?=\d*[A-Z])(?=[A-Z]*\d)[A-Z\d]{4}\b|\bRegistered in Ireland\b"
    r"|\b(?:PPS number|Garda|Leaving Cert|Eircode|Teoranta|Gaeltacht)\b"
    r"|\b(?:Coláiste|Príomhoide|(?:Gael|Bun|Meán)?[Ss]coil|Le gach dea-ghuí|Le (?:meas|dea-mhéin)|Slán)\b"
)
# Of either: what both have or say.
_ISLES = re.compile(
    r"(?<![\d+])\(?0(?:1\d{2,3}|20|7\d{3})\)? \d{3}"
    r"|\b(?:LLP|HSE|(?:County|City) Council|fortnight|cuppa|car park|rota)\b"
    r"|\bhalf (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_PS = re.compile(r"p\.? ?s\.?[:,. -]", re.IGNORECASE)
_LOOKED = 20_000
_BELOW, _SHORT_BELOW, _SHORT_FORM = 14, 90, 3
_LONG_NAME, _SIGNATURE_LINES, _SHORT_LINE, _HEADERS, _NAMES = 48, 60, 40, 2, 4


Isles = Literal["GB", "IE"]


@dataclass(frozen=True, slots=True)
class Own:
    """What the sender wrote in this mail; the signature below; `quoted` is what it answers or forwards.

    `device` is whether a telephone wrote it, `isles` which of GB and IE its numbers and words are of;
    GB where of either.
    """

    text: str
    signature: str
    quoted: str
    forwarded: bool
    device: bool = False
    isles: Isles | None = None


def own_of(text: str, name: str | None = None) -> Own:
    """The parts of a mail's text; `name` is the sender's, with which a signature begins that no greeting precedes."""
    lines = text.replace("\r\n", "\n").split("\n")
    above, below, forwarded = _quote(lines)
    between = [] if forwarded else answers_between(below)
    said = [
        line
        for line in [*above, *between]
        if not line.lstrip().startswith(">") and not _BANNER.match(line)
    ]
    own, signature = _signature(said, name)
    own = [line for line in own if not _DEVICE.match(line.strip())]
    return Own(
        _tidy(own),
        "\n".join(signature).strip(),
        "\n".join(below).strip(),
        forwarded,
        device=any(_DEVICE.match(line.strip()) for line in said),
        isles=_isles_of("\n".join(said)[:_LOOKED]),
    )


def _isles_of(text: str) -> Isles | None:
    """Which of the two countries of those islands a text speaks of, by its numbers, names and words."""
    if _IRISH.search(text) and not _BRITISH.search(text):
        return "IE"
    return "GB" if _BRITISH.search(text) or _ISLES.search(text) else None


def _tidy(lines: list[str]) -> str:
    kept = [line for line in lines if not _DISCLAIMER.search(line) or len(line) < _SHORT_LINE]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in kept)).strip()


def _quote(lines: list[str]) -> tuple[list[str], list[str], bool]:
    """The lines above and below where another mail begins, and whether it is forwarded."""
    for at, line in enumerate(lines):
        bare = flatten(line).strip(" *_>")
        two = f"{bare} {flatten(lines[at + 1]).strip(' *_>')}" if at + 1 < len(lines) else bare
        if _DIVIDER.match(bare):
            return lines[:at], lines[at + 1 :], bool(_FORWARD.search(bare))
        if _WROTE.match(bare) or (
            bare[:3].lower() in ("on ", "am ", "le ", "el ")
            and len(bare) > _SHORT_LINE / 3
            and _WROTE.match(two)
        ):
            return lines[:at], lines[at + (1 if _WROTE.match(bare) else 2) :], False
        if (
            _FROM.match(bare)
            and at
            and sum(bool(_HEADER.match(flatten(each).strip(" *>"))) for each in lines[at : at + 6])
            > _HEADERS
        ):
            start = at - 1 if set(lines[at - 1].strip()) <= set("_-=") else at
            return lines[:start], lines[at:], False
    return lines, [], False


def _signature(lines: list[str], name: str | None) -> tuple[list[str], list[str]]:
    """The lines before the signature, and it; a postscript below stays with the words."""
    for at, line in enumerate(lines):
        bare = flatten(line).strip()
        if line.rstrip() in ("--", "-- ") or bare in ("--", "___", "----------"):
            return lines[:at] + _postscript(lines[at + 1 :]), lines[at + 1 :]
        if _SIGN_OFF.fullmatch(bare) and _is_end(lines[at + 1 :]):
            return lines[:at] + _postscript(lines[at + 1 :]), lines[at + 1 :]
    filled = [at for at, line in enumerate(lines) if line.strip()]
    signed = _signed_at(lines, filled, name)
    if signed:
        return lines[:signed] + _postscript(lines[signed:]), lines[signed:]
    if len(filled) > 1 and _is_name(lines[filled[-1]]) and (not lines[filled[-1] - 1].strip()):
        return lines[: filled[-1]], lines[filled[-1] :]
    return lines, []


def _signed_at(lines: list[str], filled: list[int], name: str | None) -> int | None:
    """Where the sender's name begins a signature: on a line of its own, short lines below."""
    for at in filled[1:]:
        below = [lines[each].strip() for each in filled if each > at]
        short = len(below) <= _BELOW and all(
            len(line) <= _SHORT_BELOW and line[-1] not in ".?!:" for line in below[:2]
        )
        if name and short and _is_signed(lines[at].strip(), name):
            return at
    return None


def _is_signed(line: str, name: str) -> bool:
    """Whether a line is somebody's name, the first one, or a short form of that: “Gav”, “Nat x”."""
    low, known = line.strip(" .,-\u2013").lower(), name.lower()
    if re.match(rf"{re.escape(known)}(?: ?[,|(/\u2013-]|$)", low):
        return True
    given, word = known.split()[0], low.removesuffix(" x")
    return word == given or (len(word) >= _SHORT_FORM and given.startswith(word))


def _is_name(line: str) -> bool:
    """Whether a last line is somebody's name, or a team's."""
    words = line.strip(" .,-").split()
    return (
        0 < len(words) <= _NAMES
        and len(line.strip()) <= _LONG_NAME
        and all(word[0].isupper() or word in ("&", "of", "the", "at", "from") for word in words)
        and line.strip()[-1] not in "?!:"
    )


def _is_end(after: list[str]) -> bool:
    """Whether what follows a sign-off is a name, not the mail."""
    filled = [line.strip() for line in after if line.strip()]
    if not filled:
        return True
    return (
        len(filled) <= _SIGNATURE_LINES
        and len(filled[0]) <= _LONG_NAME
        and not re.search(r"[.?!:]$", filled[0] if len(filled[0]) > _NAMES else "")
    )


def _postscript(lines: list[str]) -> list[str]:
    at = next((at for at, line in enumerate(lines) if _PS.match(line.strip())), None)
    if at is None:
        return []
    end = next((each for each in range(at, len(lines)) if not lines[each].strip()), len(lines))
    return ["", *lines[at:end]]
