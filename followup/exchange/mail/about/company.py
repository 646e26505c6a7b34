"""Which company a mail is about: by the sender's name, the text, the address."""

import re
from collections.abc import Iterator, Sequence

from followup.exchange.mail.about.client import client_of
from followup.exchange.mail.about.role_words import WORDS, bare_subject
from followup.exchange.mail.about.signed import (
    hires_for_others,
    named_in,
    organisation,
    signed_as,
    titled_in,
)
from followup.exchange.mail.parts.own import Own
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
        rf"\b(?:Bewerbung|beworben|Karriere|Tätigkeit|Team|Arbeiten|Interesse|Mitarbeit|Einstieg|Recruiting-Team)"
        rf" (?:bei|von|an|in)(?: der| dem| den| einer)? (?P<name>{_WORD}(?: {_WORD}){{0,3}})"
    ),
    re.compile(rf"\b[Tt]eam (?:at|of) (?P<name>{_WORD}(?: {_WORD}){{0,3}})"),
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
_SHORT, _END, _PLAIN, _QUOTED = 3, 120, 10, 4_000
# What a team of any company is called.
_ANY_TEAM = re.compile(
    r"(?:academic|graduate|early|campus|university|college|global|internal|corporate|central|regional|candidate|executive"
    r"|staff|professional|support|support staff|group|our|the|international|volunteer|student|medical|clinical|teacher"
    r"|tech|engineering|sales|interview|online)(?: \w+)?",
    re.IGNORECASE,
)
# “He leads the Payments team”: a team of theirs.
_INNER = re.compile(
    r"\b(?:leads?|leading|led|runs?|running|heads?|heading|manag(?:es?|ing)|in|within|on|of|oversee(?:s|ing)|supervis\w+)"
    r" $"
)
# Who signs so hires for others.
_FOR_OTHERS = re.compile(
    r"\b(?:(?:recruitment|resourcing|search|staffing) consultant|(?:employment|recruitment|staffing) (?:agency"
    r"|business)"
    r"|(?:food|drink|it|tech|technical|legal|finance|engineering|healthcare|industrial|logistics|education|sales|creative"
    r"|digital|construction|scientific) (?:recruitment|staffing|search)|executive search|headhunt\w+"
    r"|personal(?:berat|vermittl)\w+)\b",
    re.IGNORECASE,
)
# “Karriereportal Nordsee Reederei”, “Personalabteilung St. Gereon”.
_TEAM_BEFORE = re.compile(
    r"^(?:(?:Karriere|Bewerber|Bewerbungs|Job)-?(?:portal|management|team|center|service)?|Personal(?:abteilung|amt|referat"
    r"|wesen|management|service)|Recruiting(?:-Team)?|Sekretariat|Bewerbungen)"
    r"(?: (?:der|des|von|bei|im|am))? (?P<name>[A-Z\u00c0-\u00de].+)$"
)


def _of_sender(name: str | None, text: str = "") -> str | None:
    """The company in a sender's name: “Initech Talent”, “Dana from Globex”; nobody who signs the text by that name."""
    if not name:
        return None
    bare = name.strip(" \"'")
    for pattern in (_TEAM_AT, _TEAM, _PERSON_AT):
        found = pattern.match(bare)
        if found:
            company = found["name"].strip(" ,|-@'\"")
            if _ANY_TEAM.fullmatch(company):
                continue
            signs = re.search(rf"^{re.escape(company)}$", text, re.MULTILINE)
            if company and not signs and not re.fullmatch(_TEAMS, company, re.IGNORECASE):
                return company
    return None


def _in_text(text: str) -> Iterator[str]:
    for pattern in _IN_TEXT:
        for found in pattern.finditer(text):
            if _INNER.search(text, max(0, found.start() - 30), found.start()):
                continue
            words = re.split(r"(?<=\w{5}[.!]) ", found["name"])[0].rstrip(".,'\u2019").split()
            while words and words[-1].lower().strip(".,") in _NOT:
                words.pop()
            name = re.sub(r"(?:'s|\u2019s)$", "", " ".join(words)).rstrip(".,")
            if name and words[0].lower() not in _NOT and len(name) > 1 and not name[0].isdigit():
                yield name


def _as_written(label: str, text: str) -> str | None:
    """How a text writes the name that an address gives: “SmartWorks” for smartworks."""
    solid = re.escape(label[0]) + "".join(
        rf"(?: ?& ?| and |[ .'-])?{re.escape(char)}" for char in label[1:] if char != "-"
    )
    found = re.search(
        rf"(?<![\w@.]){solid}(?![\w@])(?:(?-i: (?:{_KINDS}))\b)*(?:{_FORM})?", text, re.IGNORECASE
    )
    return found.group() if found and any(char.isupper() for char in found.group()) else None


_LABELLED = re.compile(
    r"^\W*(?:employer|company(?: name)?|hiring company|organi[sz]ation|arbeitgeber(?:in)?|unternehmen|firma)\s*:\s*"
    r"(?P<name>\S[^\n]{1,80}?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def company_of(parts: Parts, own: Own, companies: Sequence[str]) -> str | None:
    """The company: one that is known and named, an agency's client, the one that signs, that the text names."""
    text, signature = own.text, own.signature
    sender = parts.sender.name or ""
    whole = f"{sender}\n{parts.subject}\n{text}\n{signature}"
    known = [
        company
        for company in companies
        if company and re.search(rf"(?<!\w){re.escape(company)}(?!\w)", whole, re.IGNORECASE)
    ]
    if len(known) == 1:
        return known[0]
    if labelled := _LABELLED.search(text):
        return labelled["name"]
    service = is_service(parts.sender.email)
    hires = is_agency(parts.sender.email) or hires_for_others(label_of(parts), signature)
    agency = (hires and not service) or bool(_FOR_OTHERS.search(signature))
    if agency:
        its_own = f"{sender}\n{signature}"
        return (
            client_of(parts.subject, text, own.quoted, its_own)
            or _first_named(parts, f"{text}\n{signature}", its_own)
            or _of_sender(parts.sender.name)
        )
    label = label_of(parts)
    below = f"{signature}\n{text[-_END:]}\n{sender}"
    return (
        _of_sender(parts.sender.name, f"{text}\n{signature}")
        or (_by_label(label, below, whole, parts.sender.name) if label else None)
        or (_as_written(label, own.quoted[:_QUOTED]) if label else None)
        or _of_team(parts, signature)
        or (None if service else organisation(signature, parts.sender.name))
        or titled_in(signature, bare_subject(parts.subject))
        or _first_named(parts, text, "")
        or _of_head(parts, f"{text}\n{signature}\n{sender}")
        or (label.replace("-", " ").title() if label and _is_plain(label) else None)
    )


def label_of(parts: Parts) -> str | None:
    """What the sender's address calls an employer: “oldforgelibrary”."""
    calendar = re.match(r"calendar", parts.sender.email or "", re.IGNORECASE)
    label = (None if calendar else employer_label(parts.sender.email)) or employer_label(
        parts.reply_to.email
    )
    return label if label and len(label) >= _SHORT else None


def _is_plain(label: str) -> bool:
    """Whether it hardly is two words in one, and spelt as a name is: “globex”, “studio-nord”; not “uni-koeln”."""
    words = label.split("-")
    if len(words) == 1:
        return len(label) <= _PLAIN
    return all(len(word) > _SHORT and not re.search("[aou]e", word) for word in words)


def _by_label(label: str, below: str, whole: str, person: str | None) -> str | None:
    """The name that an address stands for: in the signature, else as the text writes it."""
    signed = signed_as(label, below, person)
    if signed:
        team = _TEAM.match(signed)
        return team["name"] if team else signed
    return _as_written(label, whole) or named_in(label, whole)


def _of_team(parts: Parts, signature: str) -> str | None:
    """The company before the team that signs for it, or behind it in the sender's name."""
    below = [line.strip() for line in signature.splitlines() if line.strip()]
    team = _TEAM.match(below[0]) if is_service(parts.sender.email) and len(below) == 1 else None
    if team:
        return team["name"].removeprefix("The ")
    behind = _TEAM_BEFORE.match(parts.sender.name or "")
    return behind["name"] if behind else None


def _first_named(parts: Parts, text: str, without: str) -> str | None:
    """The first company that the subject or the text names as one."""
    named = _in_text(f"{bare_subject(parts.subject)}\n{text}")
    return next((one for one in named if one.casefold() not in without.casefold()), None)


def _of_head(parts: Parts, whole: str) -> str | None:
    """What stands before a subject's colon, where the mail names it as well: “Globex: your interview”."""
    head = re.match(rf"({_COMPANY}): ", bare_subject(parts.subject))
    if not head or len(head[1]) < _SHORT or head[1].lower().split()[0] in _NOT:
        return None
    return head[1] if re.search(rf"(?<!\w){re.escape(head[1])}(?!\w)", whole) else None
