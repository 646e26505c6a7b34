"""Who wrote a mail: its sender, or who signs it."""

import re

from followup.exchange.mail.about.contacts import NO_NAME
from followup.exchange.mail.about.role_words import has_job_word
from followup.exchange.mail.about.signed import is_house, is_institution
from followup.exchange.mail.parts.own import Own
from followup.exchange.mail.parts.parse import NOBODY, Parts
from followup.exchange.senders import STAFF, is_team
from followup.prose.name_parts import ANY_GIVEN
from followup.prose.names import HAS_FORM
from followup.prose.text import same

# “i. A. Renate Stoll”, “Mag. Ulrike Prohaska”: who signs for an office.
_SIGNS = re.compile(
    r"(?:(?:i\. ?[AV]\.|im Auftrag|gez\.|ppa\.|p\.p\.|LG|VG|(?:M?Mag|Dr|Prof|Ing|Dipl)\.(?:-\w+\.?)?|Mrs?\.?|Ms\.?"
    r"|Frau|Herr),? )*(?P<name>[A-Z\u00c0-\u00de][\w'\u2019-]+(?: (?:van|von|de|der|den|da|di|la|zu"
    r"|[A-Z]\.))*(?: [A-Z\u00c0-\u00de][\w'\u2019-]+){1,2})(?:, [\w. ]{2,12})?"
)
_OFFICE = re.compile(
    rf"\b(?:personal|{STAFF}|sekretariat|bewerber\w*"
    r"|karriere\w*|verwaltung|payroll|direktion|leitung|empfang|reception|admin\w*|department|dept)\b",
    re.IGNORECASE,
)
_SIGNED = 3


def writer_of(parts: Parts, own: Own, company: str | None) -> str | None:
    """Who wrote: the sender's name, or who signs where that is an office's (“i. A. Renate Stoll”) or not known."""
    name, known = parts.sender.name or "", parts.sender != NOBODY
    if known and not (_OFFICE.search(name) or is_team(name) or is_institution(name)):
        return parts.sender.name
    lines = [line.strip() for line in own.signature.splitlines() if line.strip()][:_SIGNED]
    signed = (found["name"] for line in lines if (found := _SIGNS.fullmatch(line)))
    signer = next((one for one in signed if _may_sign(one, name, company)), parts.sender.name)
    return signer if signer or known else _first_name(f"{own.text}\n\n{own.signature}".strip())


def _first_name(text: str) -> str | None:
    """The given name with which a text without a signature ends."""
    lines = [line.strip(" ,.!") for line in text.splitlines() if line.strip()][-_SIGNED:]
    known = (one for one in lines if one.istitle() and one.casefold() in ANY_GIVEN)
    signed = (
        one
        for one in lines
        if not one.isupper() and _SIGNS.fullmatch(one) and _may_sign(one, "", None)
    )
    alone = re.search(r"\n\s*\n([A-Z\u00c0-\u00de][^\W\d_]+)[ .!]*$", text)
    return next(known, None) or next(signed, None) or (alone[1] if alone else None)


def _may_sign(name: str, sender: str, company: str | None) -> bool:
    """Whether it is somebody's name: no office's, no house's, no title, and nothing of the sender's own."""
    office = _OFFICE.search(name) or is_team(name) or is_institution(name) or has_job_word(name)
    own = name.casefold() in sender.casefold() or bool(company and same(name, company))
    office = office or any(word.lower() in NO_NAME for word in name.split())
    return not office and not own and not is_house(name) and not HAS_FORM.search(name)
