"""Whether an agency wrote a mail, that hires for others."""

import re

from followup.exchange.mail.about.called import label_of
from followup.exchange.mail.about.client import client_of
from followup.exchange.mail.about.signed import abbreviates, parts_of
from followup.exchange.mail.parts.own import Own
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.senders import is_agency, is_machine, is_service, is_team
from followup.prose.names import without_form

_HIRES = re.compile(
    r"(?:recruit(?:ment|ing|ers)|resourcing|staffing|personnel|search|talent|selection"
    r"|personal(?:beratung|vermittlung|service|dienst(?:leistung(?:en)?|e)?)?|zeitarbeit)",
    re.IGNORECASE,
)
# A firm that signs so hires for others; who has that title does where another firm is named: a house may have its own.
_RECRUITS = re.compile(r"\b(?:recruitment|resourcing|search|staffing) consultant\b", re.IGNORECASE)
_FOR_OTHERS = re.compile(
    r"\b(?:(?:employment|recruitment|staffing) (?:agency|business)"
    r"|(?:food|drink|it|tech|technical|legal|finance|engineering|healthcare|industrial|logistics|education|sales|creative"
    r"|digital|construction|scientific) (?:recruitment|staffing|search)|executive search|headhunt\w+"
    r"|personal(?:berat|vermittl|dienstleist)\w+|zeitarbeit|(?<=\w )hr (?:consult(?:ing|ancy|ants)|solutions|services)"
    r"|manpower|placements?|im (?:auftrag|namen) unserer (?:mandant|kund|auftraggeber)\w*)\b",
    re.IGNORECASE,
)
_OUR_CLIENT = re.compile(
    r"\b(?:our|my|(?:got|have|for|from) (?:a|the)) (?:end )?client(?:'s|\u2019s)?\b"
    r"|\b(?:unser|mein)(?:e[mnrs]?)? (?:Kund(?:e|en|in)|Mandant(?:en|in)?|Auftraggeber(?:in|s)?)\b"
)

# Who sends teachers to schools.
_SUPPLY = re.compile(
    r"\bsupply(?: (?:teachers?|teaching|agency|staff\w*|ltd|limited))*\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_TEACHES = re.compile(
    r"\b(?:teach(?:er|ers|ing)|class(?:es|room)?|year \d|school|primary|infants?|juniors|academy|nursery)\b",
    re.IGNORECASE,
)


def hires_for(parts: Parts, own: Own) -> bool:
    """Whether an agency wrote it, that hires for others."""
    hires = (is_agency(parts.sender.email) and not _sends_for_one(parts)) or _signs_as_one(
        label_of(parts), own.signature
    )
    service = is_service(parts.sender.email)
    told = _FOR_OTHERS.search(own.signature) or _OUR_CLIENT.search(own.text)
    told = told or (
        _SUPPLY.search(own.signature) and _TEACHES.search(f"{parts.subject}\n{own.text}")
    )
    client = _RECRUITS.search(own.signature) and client_of(
        parts.subject, own.text, own.quoted, own.signature
    )
    return (hires and not service) or bool(told or client)


def _sends_for_one(parts: Parts) -> bool:
    """Whether a machine sends for the team of a house that its address does not name: “Globex Talent Team”."""
    name, email = (parts.sender.name or "").lower(), parts.sender.email or ""
    if not (is_machine(email) and is_team(name)):
        return False
    words = [word for word in re.findall(r"[^\W\d_]{4,}", name) if not _HIRES.fullmatch(word)]
    return bool(words) and not any(word in email.rpartition("@")[2] for word in words)


def _signs_as_one(label: str | None, signature: str) -> bool:
    """Whether an agency signs that its address shortens: “Lantern Recruitment” for lantern-rec."""
    if not label:
        return False
    names = (without_form(part).rpartition(" ") for part in parts_of(signature))
    return any(
        name and _HIRES.fullmatch(last) and _spells_out(label, name, last)
        for name, _, last in names
    )


def _spells_out(label: str, name: str, last: str) -> bool:
    """Whether an address has more than the name before its last word: the beginning of that, too."""
    return abbreviates(label, f"{name} {last}") and not abbreviates(label, name)
