"""What an address tells: a person's, a machine's, one of a service that many employers send by."""

import re
from pathlib import Path

from followup.prose.word_lists import word_list

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""An address, as it stands in a text."""
# What is sent from such a mailbox goes to many, and nobody reads what comes back.
_LISTS = r"(?:news(?:letter)?s?|job-?(?:alert|agent)s?|suchagent|digest)(?![a-z])"
_LIST = re.compile(rf"{_LISTS}@")
_WORDS = Path(__file__).with_name("words")
_MACHINE = re.compile(
    rf"^(?:{_LISTS}|no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|dont[-_.]?reply|notifications?|notify"
    r"|mailer-daemon|postmaster|bounces?|auto(?:mated|mailer|reply)?"
    r"|calendar(?:-notification|-noreply)?|system|mailer|invitations?|messages-noreply|jobs-noreply"
    r"|microsoftexchange[0-9a-f]+|alerts?|surveys?"
    r"|jobs-listings|inmail-hit-reply|hit-reply|unsubscribe"
    r"|[\w.-]*no-?reply[\w.-]*)(?:[+\w.-]*)@|@(?:[\w-]+\.)*(?:calendar\.google\.com"
    r"|resource\.calendar\.google\.com)$",
    re.IGNORECASE,
)
# Who runs hiring for others: their domain names no employer, and their addresses no person.
_SERVICES = word_list("services", _WORDS)
_FREE = word_list("free_mail", _WORDS)
_GENERIC = word_list("generic_hosts", _WORDS)
_AGENCY = re.compile(
    r"recruit|(?<!re)search|talent|staff(?:ing)?(?![a-z])|personnel|headhunt|resourcing|jobagent|executive"
    r"|vermittlung|zeitarbeit|(?:personal|people)$|personal(?:berat|kontor|partner|agentur|profi|union|vermittl)"
)
_SECOND = word_list("second_level", _WORDS)
_STATE = _COUNTRY = 2  # letters of “mn.us”


STAFF = (
    r"(?i:personal(?:abteilung|amt|büro|dienst|entwicklung|gewinnung|management|marketing|referat|service|stelle"
    r"|wesen))"
)
"""What a German house calls its human resources."""
HIRING = (
    rf"(?:{STAFF}|(?i:(?:karriere|bewerber|bewerbungs|job)-?(?:portal|management|team|center|service)?"
    r"|bewerbungen))"
)
"""The same, and what it calls its hiring."""
_TEAM = re.compile(
    rf"\b(?:talent|careers?|karriere\w*|hiring|recruiting|recruitment|acquisition|human resources|hr|team"
    rf"|jobs?|{HIRING}|info|no-?reply|office|notifications?)\b",
    re.IGNORECASE,
)
TEAM_BEFORE = re.compile(
    rf"^(?:{HIRING}|Recruit(?:ing(?:-?[Tt]eam)?|ment)|Sekretariat"
    r"|HR(?: Team| Office| Department)?|Careers|Jobs|Talent Acquisition|(?:People|Hiring|Talent) Team)"
    r"(?: (?:der|des|von|bei|im|am))? (?P<name>[A-Z\u00c0-\u00de].+)$"
)
"""A team before its house: “Karriereportal Nordsee Reederei”, “Personalabteilung St. Gereon”."""
# A mailbox of several, or of whoever is in: what stands before the @, where no person's name does.
_MAILBOX = re.compile(
    r"(?:info|office|contact|kontakt|hello|hallo|hi|mail|post|people|support|service|admin|reception|sekretariat"
    r"|ausbildung|kanzlei|praxis|verwaltung|zentrale|poststelle|empfang|buero|büro|talents|join"
    r"|applications?|apply|accounts|invoices?|billing|press|sales|orders?|bewerbung(?:en)?|personal|recruiters?|vacanc(?:y|ies)|stellen)(?:[-_.+]\w+)*",
    re.IGNORECASE,
)


def is_mailbox(name: str, email: str) -> bool:
    """Whether nobody in particular is named: by a team's name, or by an address alone that is no person's."""
    local = email.partition("@")[0]
    if name.strip().casefold() not in ("", local.casefold(), email.casefold()):
        return is_team(name)
    return is_team(re.sub(r"[-_.+]", " ", local)) or bool(_MAILBOX.fullmatch(local))


def is_own_address(name: str, email: str | None) -> bool:
    """Whether an address has a word of the name before its @: “s.bank@…”."""
    local = (email or "").partition("@")[0]
    return any(word in local for word in re.findall(r"[^\W\d_]{3,}", name.lower()))


def is_team(name: str) -> bool:
    """Whether a sender's name is a team's or a mailbox's: “Initech Talent”, “Hooli Hiring”."""
    return bool(_TEAM.search(name))


def is_machine(email: str | None) -> bool:
    """Whether nobody reads what is sent to the address."""
    return bool(email and _MACHINE.search(email))


def is_list(email: str | None) -> bool:
    """Whether a newsletter or an alert is sent from it."""
    return bool(_LIST.match(email or ""))


def _labels(email: str | None) -> list[str]:
    """The parts of the domain without what stands at its end (de, co.uk)."""
    domain = (email or "").rpartition("@")[2].lower()
    *labels, end = domain.split(".")
    if domain.endswith(".us") and len(labels) > 1 and len(labels[-1]) == _STATE:
        labels = labels[:-1]
    of_country = len(end) == _COUNTRY
    while len(labels) > 1 and (
        f"{labels[-1]}.{end}" in _SECOND or (of_country and labels[-1] in _SECOND)
    ):
        labels = labels[:-1]
    return [label for label in labels if label]


def is_service(email: str | None) -> bool:
    """Whether it is a service's that sends for many employers."""
    labels = _labels(email)
    return bool(labels) and any(
        {label, label.removesuffix("-mail")} & _SERVICES for label in labels[-2:]
    )


def is_free(email: str | None) -> bool:
    """Whether it is a provider's of private mail."""
    labels = _labels(email)
    return bool(labels) and labels[-1] in _FREE


def is_agency(email: str | None) -> bool:
    """Whether the domain says that it finds people for others; “talent.globex.com” is Globex's own."""
    return any(_AGENCY.search(label) for label in _labels(email)[-1:])


def own_domain(email: str | None) -> str | None:
    """The domain of an address, where it is the employer's or the agency's own; None of a provider's or a service's."""
    domain = (email or "").rpartition("@")[2].lower()
    return domain if domain and not is_free(email) and not is_service(email) else None


def employer_label(email: str | None) -> str | None:
    """The part of an address that names an employer: “globex” of dana@mail.globex.co.uk; None where none does."""
    labels = _labels(email)
    if not labels or is_free(email) or is_agency(email):
        return None
    if is_service(email):
        return next((one for one in labels if one not in _SERVICES and one not in _GENERIC), None)
    return labels[-1] if labels[-1] not in _GENERIC else None
