"""What the head of a mail says of its kind: its subject, and whether it answers one of mine."""

import re
from typing import Literal

from followup.exchange.mail.parts.parse import Parts
from followup.exchange.senders import is_list

BOUNCE = re.compile(
    r"undeliver|delivery (?:status|failure|has failed|incomplete|notification)|failure notice"
    r"|returned (?:mail|to sender)|mail delivery failed|unzustellbar|nicht zustellbar|address not found",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"\b(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)|automatische antwort|out of "
    r"(?:the )?office|abwesen|autoreply|ooo|on (?:annual |parental )?leave|vacation reply|réponse automatique)",
    re.IGNORECASE,
)
_RECEIPT = re.compile(
    r"\b(?:application (?:received|confirmation|submitted)|(?:thank you|thanks) for (?:applying|your "
    r"application)|we(?:'ve| have) received your|your application (?:to|for|was sent|has been "
    r"received)|bewerbung (?:eingegangen|erhalten)"
    r"|(?:ihre|deine) bewerbung (?:bei|als|um|auf|für)\b|eingangsbestätigung|confirmation of receipt)",
    re.IGNORECASE,
)
SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "cancellation",
        re.compile(
            r"\b(?:cancell?ed|cancell?ation|reschedul\w+|rearrang\w+|postponed|abgesagt|new time"
            r"|(?:is|are) (?:now )?(?:off|cancelled)|call(?:ed|ing)? off|change (?:of|to) (?:your "
            r")?(?:interview|time))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "offer",
        re.compile(
            r"\b(?:(?:your|job|employment|formal|written) offer|offer (?:letter|of employment|from)|angebot"
            r"|congratulations)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "invitation",
        re.compile(
            r"\b(?:invitation|interview (?:invitation|invite|request|confirmation|confirmed|details"
            r"|schedul\w+)|invite|einladung|availability|schedule (?:a|your|an))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "rejection",
        re.compile(
            r"^(?:absage\b(?!.*(?:termin|gespräch|interview|treffen))"
            r"|(?:your )?unsuccessful (?:application|candidate))",
            re.IGNORECASE,
        ),
    ),
    ("receipt", _RECEIPT),
    ("on_hold", re.compile(r"\bon hold|hiring freeze|paus(?:ed|ing)\b", re.IGNORECASE)),
    (
        "noise",
        re.compile(
            r"\b(?:newsletter|survey|job alert|new jobs|neue (?:jobs|stellen\w*|treffer)|suchauftrag"
            r"|jobs for you|how did we do|your feedback|digest|webinar)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "left",
        re.compile(
            r"\b(?:no longer (?:with|at)|has left|leaving|farewell|new contact)\b", re.IGNORECASE
        ),
    ),
)
# What mail programs put before a subject, in whatever language: that it answers, that it passes on, and what else.
_ANSWERS = r"re|aw|antw(?:ort)?|r|rif|sv|vs|odp|res"
_PASSES_ON = r"fwd?|wg|tr|rv|vb"
_TELLS = (
    r"(?:automatic|auto|automatische|réponse)[- ]?(?:reply|antwort|automatique|response)|out of (?:the )?office"
    r"|undeliver(?:able|ed mail)|unzustellbar|abwesen\w+|accepted|declined|cancell?ed(?: event)?|updated invitation"
    r"|invitation|reminder|erinnerung|confirmed|notification"
)
_COUNT = r"(?:\[\d+\])?"
_PASSED = re.compile(rf"\s*(?:{_PASSES_ON}){_COUNT}\s*:", re.IGNORECASE)
_ANSWERED = re.compile(rf"^(?:(?:{_ANSWERS}|{_PASSES_ON}){_COUNT}\s*:\s*)+", re.IGNORECASE)
_PREFIX = re.compile(
    rf"^(?:(?:{_ANSWERS}|{_PASSES_ON}|{_TELLS}){_COUNT} ?(?::\s*|(?= (?:re|aw):)))+", re.IGNORECASE
)
_STATUS = re.compile(
    r"\b(?:status|news|updates?|check(?:ing)? in|follow(?:ing)?[- ]up|timeline|my application)\b",
    re.IGNORECASE,
)


_LETTER = re.compile(
    r"\bunsubscribe\b|\bread more\b|\bview (?:this|it)? ?(?:e-?mail )?in (?:your |a )?browser\b"
    r"|\bissue (?:no\.? )?#?\d+"
    r"|\bwebinar\b|\bnewsletter\b|\byou(?:'re| are)? (?:get|receiv\w+|getting) this\b|\b(?:weekly|monthly) digest\b"
    r"|\breserve your (?:seat|spot)\b|\bupdate your preferences\b|\babbestellen\b|\babmelden\b",
    re.IGNORECASE,
)
_MARKS = 3
_OFFER = re.compile(r"\b(?:offer|angebot|contract|vertrag\w*)\b", re.IGNORECASE)


def letter_marks(text: str) -> int:
    """How many of the marks of a newsletter a text has."""
    return len({found.group().lower() for found in _LETTER.finditer(text)})


def is_letter(parts: Parts) -> bool:
    """Whether it is sent to many, and looks like it: three marks of a newsletter (four do alone), no conversation."""
    least = _MARKS if parts.bulk else _MARKS + 1
    return not parts.thread and letter_marks(f"{parts.subject}\n{parts.text}") >= least


def bare(subject: str) -> str:
    """A subject without the marks of an answer: “Re:”, “AW:”, “SV:”."""
    return _ANSWERED.sub("", subject)


def bare_subject(subject: str) -> str:
    """The subject without what mail programs put before it."""
    return _PREFIX.sub("", subject).strip()


def passes_on(parts: Parts) -> bool:
    """Whether its subject says that it passes another mail on."""
    return bool(_PASSED.match(parts.subject))


def answers(parts: Parts) -> bool:
    """Whether it answers a mail; who passes one on does not, though mail programs put that in its thread."""
    named = bool(parts.thread) or bare(parts.subject) != parts.subject
    return named and not passes_on(parts)


def about_offer(parts: Parts) -> bool:
    """Whether it answers a mail about an offer."""
    return answers(parts) and bool(_OFFER.search(bare(parts.subject)))


def asked_for_news(parts: Parts) -> bool:
    """Whether the mail that it answers asked how things stand."""
    return answers(parts) and bool(_STATUS.search(bare(parts.subject)))


_QUESTION = re.compile(
    r"\b(?:questions?|quer(?:y|ies)|(?:rück|nach)?fragen?|details?|documents?|certificates?|references?|papers|cv|unterlagen"
    r"|zeugnisse?|nachweise?|lebenslauf|parking|directions|anfahrt)\b",
    re.IGNORECASE,
)


def asked_a_question(parts: Parts) -> bool:
    """Whether the mail that it answers asked something else, or sent papers."""
    return answers(parts) and bool(_QUESTION.search(bare(parts.subject)))


_CALLED_OFF = re.compile(
    r"^(?:cancell?ed(?: event)?(?: with (?:a )?note)?|abgesagt(?:er termin)?|termin abgesagt)\s*:",
    re.IGNORECASE,
)


def is_called_off(parts: Parts) -> bool:
    """Whether a calendar says that an event is called off: “Canceled event: …”."""
    return bool(_CALLED_OFF.match(parts.subject))


def by_headers(parts: Parts, *, bounced: bool) -> Literal["noise", "bounce", "cancellation"] | None:
    """What a mail server's or a calendar's report is; `bounced` is whether the words of a server say so, too."""
    if is_called_off(parts):
        return "cancellation"
    server = (
        bool(parts.sender.email and re.match(r"(?:mailer-daemon|postmaster)@", parts.sender.email))
        or "mail delivery" in (parts.sender.name or "").lower()
    )
    if parts.delayed or is_list(parts.sender.email):
        return "noise"
    head = (
        parts.subject or parts.text.strip().partition("\n")[0]
    )  # pasted, it begins with what would be its subject
    if parts.failed or ((server or BOUNCE.search(head)) and (server or bounced)):
        return "bounce"
    return None
