"""Which company a mail is about: by the sender's name, the text, the address."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from followup.exchange.mail.about.role import WORDS, bare_subject
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.senders import employer_label, is_agency, is_service
from followup.prose.word_lists import word_list

_TEAMS = (
    r"(?:talent(?: acquisition| team)?|careers?|recruit(?:ing|ment|er|ers)?|hiring(?: team| manager)?"
    r"|hr|human resources|people(?: team| & culture| and culture| operations| ops)?|jobs?|team|ta"
    r"|personal(?:abteilung)?|staffing|candidate (?:care|experience)|early careers|no-?reply"
    r"|notifications?|workday|via \w+)"
)
_TEAM = re.compile(rf"^(?P<name>.+?)(?:'s)?(?:[ ,|@-]+(?:the )?{_TEAMS})+$", re.IGNORECASE)
_TEAM_AT = re.compile(
    rf"^(?:the )?{_TEAMS}(?: team)? (?:at|of|from|@|\|) (?P<name>.+)$", re.IGNORECASE
)
_PERSON_AT = re.compile(
    r"^.{2,40}?(?: at | @ | \| | - |, | \(|\bfrom | via )(?P<name>[A-Z][\w&.' -]{1,40})\)?$"
)
_WORD = r"[A-Z\u00c0-\u00de0-9][\w&.'\u2019+-]*"
_COMPANY = rf"{_WORD}(?: (?:{_WORD}|&|and|of|de|für))*?"
_IN_TEXT = (
    re.compile(
        rf"(?:\bapplication was (?:sent|submitted) to|[@]|(?<!\bon )\b[Tt]he|\b(?:feedback|news|update) from) "
        rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
        r"(?= (?:team|are|is|have|has)\b|$|[\n,.!])",
        re.MULTILINE,
    ),
    re.compile(
        rf"(?:^|[:.!?] )(?P<name>{_WORD}(?: {_WORD}){{0,3}}) (?:has invited you|have invited you|is inviting|would "
        rf"like to invite|invites you|(?:has|have) (?:put|moved|asked|decided|chosen|shortlisted|declined"
        rf"|cancelled|confirmed)|(?:wants?|would like) to (?:see|meet|move|talk|speak))",
        re.MULTILINE,
    ),
    re.compile(
        rf"\b(?:application (?:to|with|at)|applying (?:to|at|with)|interest in (?:joining |working (?:at"
        rf"|for|with) )?|interview (?:with|at)|offer from|position at|role at|opening at|job at|team at"
        rf"|career (?:at|with)|working (?:at|for) |here at|on behalf of|behalf of everyone at|join(?:ing)?"
        rf"|employment with|recruiter (?:at|for)|talent acquisition (?:at|for)|\bat) (?P<name>{_WORD}(?: "
        rf"{_WORD}){{0,3}})"
    ),
)
_NOT = word_list("no_company", WORDS)
LEGAL = re.compile(
    r",? (?:inc|ltd|llc|plc|gmbh|ag|se|corp|corporation|limited|co)\.?$", re.IGNORECASE
)
_KINDS = (
    "Group|Gruppe|Partners|Holdings?|Systems|Solutions|Foods|Capital|Labs|Technolog(?:y|ies)|Consulting|Bank"
    "|Clinic|Studios?|Media|Logistics|Insurance|Analytics|Energy|Health|Software|Digital|Services|Ventures"
    "|Robotics|Industries|International|Networks|Design|Imports|Werke|Bau"
)
_FORM = r",? (?:inc|ltd|llc|plc|gmbh|ag|se|corp|corporation|limited)\b"
_SHORT, _WORDS, _END = 3, 5, 120


def _of_sender(name: str | None) -> str | None:
    """The company in a sender's name: “Initech Talent”, “Dana from Globex”."""
    if not name:
        return None
    bare = name.strip(" \"'")
    for pattern in (_TEAM_AT, _TEAM, _PERSON_AT):
        found = pattern.match(bare)
        if found:
            company = found["name"].strip(" ,|-@'\"")
            if company and not re.fullmatch(_TEAMS, company, re.IGNORECASE):
                return company
    return None


def _in_text(text: str) -> Iterator[str]:
    for pattern in _IN_TEXT:
        for found in pattern.finditer(text):
            words = re.split(r"(?<=\w{5}[.!]) ", found["name"])[0].rstrip(".,'\u2019").split()
            while words and words[-1].lower().strip(".,") in _NOT:
                words.pop()
            name = re.sub(r"(?:'s|\u2019s)$", "", " ".join(words)).rstrip(".,")
            if name and words[0].lower() not in _NOT and len(name) > 1 and not name[0].isdigit():
                yield name


def _solid(text: str) -> str:
    """The letters of a name as a domain has them: without accents, spaces and “and”."""
    bare = "".join(
        char
        for char in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(char)
    )
    return re.sub(r"[^\w]|_", "", bare).replace("and", "")


def _in_signature(label: str, signature: str) -> str | None:
    """The name that begins as the address does, a part of a signature: “Ostrander Capital” for ostrandercap."""
    solid = _solid(label)
    if len(solid) < _SHORT:
        return None
    for part in re.split(r"[|,;\u00b7\u2022\n\u2013\u2014(@<]| - ", signature):
        words = part.strip(" .-").split()
        named = all(word[0].isupper() or word in ("&", "and", "of", "de") for word in words)
        if 0 < len(words) <= _WORDS and named and _solid(part).startswith(solid):
            team = _TEAM.match(" ".join(words))
            return team["name"] if team else " ".join(words)
    return None


def _as_written(label: str, text: str) -> str | None:
    """How a text writes the name that an address gives: “SmartWorks” for smartworks."""
    solid = re.escape(label[0]) + "".join(
        rf"(?: ?& ?| and |[ .'-])?{re.escape(char)}" for char in label[1:] if char != "-"
    )
    found = re.search(
        rf"(?<![\w@.]){solid}(?![\w@])(?:(?-i: (?:{_KINDS}))\b)*(?:{_FORM})?", text, re.IGNORECASE
    )
    return found.group() if found and any(char.isupper() for char in found.group()) else None


def company_of(parts: Parts, text: str, signature: str, companies: Sequence[str]) -> str | None:
    """The company: one that is known and named, the sender's, the one that the text names, that of the address."""
    whole = f"{parts.sender.name or ''}\n{parts.subject}\n{text}\n{signature}"
    known = [
        company
        for company in companies
        if company and re.search(rf"(?<!\w){re.escape(company)}(?!\w)", whole, re.IGNORECASE)
    ]
    if len(known) == 1:
        return known[0]
    sender = _of_sender(parts.sender.name)
    if sender:
        return sender
    label = employer_label(parts.sender.email) or employer_label(parts.reply_to.email)
    if label and len(label) >= _SHORT:
        written = _in_signature(
            label, f"{signature}\n{text[-_END:]}\n{parts.sender.name or ''}"
        ) or _as_written(label, f"{parts.subject}\n{text}\n{signature}\n{parts.sender.name or ''}")
        if written:
            return written
    below = [line.strip() for line in signature.splitlines() if line.strip()]
    team = _TEAM.match(below[0]) if is_service(parts.sender.email) and len(below) == 1 else None
    if team:
        return team["name"]
    named = next(_in_text(f"{bare_subject(parts.subject)}\n{text}"), None)
    if named:
        return named
    client = re.split(r" [-\u2013|] |: ", bare_subject(parts.subject))[0]
    if is_agency(parts.sender.email) and re.search(
        rf"\b(?:with|from|at|by) {re.escape(client)}(?!\w)", text
    ):
        return client
    head = re.match(rf"({_COMPANY}): ", bare_subject(parts.subject))
    if (
        head
        and len(head[1]) >= _SHORT
        and head[1].lower().split()[0] not in _NOT | {"application", "invitation", "offer", "thank"}
    ):
        return head[1]
    return label.replace("-", " ").title() if label else None
