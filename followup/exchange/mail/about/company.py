"""Which company a mail is about: by the sender's name, the text, the address."""

import re
from collections.abc import Sequence

from followup.exchange.mail.about.client import client_of
from followup.exchange.mail.about.label import is_plain, label_of, spelled
from followup.exchange.mail.about.role_words import bare_subject
from followup.exchange.mail.about.signed import (
    hires_for_others,
    institution_in,
    named_in,
    organisation,
    signed_as,
    titled_in,
)
from followup.exchange.mail.about.told import NO_COMPANY, WORD, companies_in, left_by
from followup.exchange.mail.parts.own import Own
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.senders import is_agency, is_machine, is_service, is_team

_TEAMS = (
    r"(?:talent(?: acquisition| team)?|careers?|recruit(?:ing|ment|er|ers)?|hiring(?: team| manager)?"
    r"|hr|human resources|people(?: team| & culture| and culture| operations| ops)?|jobs?|team|ta"
    r"|personal(?:abteilung)?|staffing|candidate (?:care|experience)|early careers|no-?reply"
    r"|shared services|services|notifications?|workday|via \w+)"
)
_TEAM = re.compile(rf"^(?P<name>.+?)(?:'s)?(?:[ ,|@-]+(?:the )?{_TEAMS})+$", re.IGNORECASE)
_TEAM_AT = re.compile(
    rf"^(?:the )?{_TEAMS}(?: team)? (?:at|of|from|@|\|) (?P<name>.+)$", re.IGNORECASE
)
_PERSON_AT = re.compile(
    r"^.{2,40}?(?: at | @ | \| | - |, | \(|\bfrom | via )(?P<name>[A-Z][\w&.' -]{1,40})\)?$"
)
_COMPANY = rf"{WORD}(?: (?:{WORD}|&|and|of|de|für))*?"
LEGAL = re.compile(
    r",? (?:inc|ltd|llc|plc|gmbh|ag|se|corp|corporation|limited|co)\.?$", re.IGNORECASE
)
_KINDS = (
    "Group|Gruppe|Partners|Holdings?|Systems|Solutions|Foods|Capital|Labs|Technolog(?:y|ies)|Consulting|Bank"
    "|Clinic|Studios?|Media|Logistics|Insurance|Analytics|Energy|Health|Software|Digital|Services|Ventures"
    "|Robotics|Industries|International|Networks|Design|Imports|Werke|Bau"
)
_FORM = r",? (?:inc|ltd|llc|plc|gmbh|ag|se|corp|corporation|limited)\b"
_SHORT, _END, _QUOTED = 3, 120, 4_000
# What a team of any company is called.
_ANY_TEAM = re.compile(
    r"(?:academic|graduate|early|campus|university|college|global|internal|corporate|central|regional|candidate|executive"
    r"|staff|professional|support|support staff|group|our|the|international|volunteer|student|medical|clinical|teacher"
    r"|tech|engineering|sales|interview|online)(?: \w+)?",
    re.IGNORECASE,
)
# A name on a line of its own, no “Viele Grüße”.
_PERSON = re.compile(
    r"(?!.*(?i:grü(?:ß|ss)|regards|wishes|thanks|cheers|sincerely|dank))(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?"
    r"[A-Z\u00c0-\u00de][\w.'-]+(?: [A-Z\u00c0-\u00de][\w.'-]+){1,2}"
)
# “Praxis Dr. Sommer”: what begins so is no person.
_HOUSE = re.compile(
    r"(?:(?:Gemeinschafts|Zahnarzt|Arzt)?[Pp]raxis|Kanzlei|Hotel|Gast(?:haus|hof)|Restaurant|Caf\u00e9|Bistro|Pension|Weingut"
    r"|Apotheke|Buchhandlung|Autohaus|Kita|Kindergarten|Grundschule|Salon|Haus|\w*(?:bäckerei|tischlerei|schreinerei|metzgerei"
    r"|gärtnerei|konditorei|druckerei|brauerei|schlosserei)|The) [A-Z\u00c0-\u00de].*",
    re.IGNORECASE,
)
# “Dezernat 2 - Personal”: a part of an organisation.
_INSIDE = re.compile(
    r"(?:dezernat|abteilung|referat|sachgebiet|fachbereich|fachdienst|amt für|department|dept|section|division|unit"
    r"|bereich)\b",
    re.IGNORECASE,
)
# What stands before a company's name, and hardly before a person's.
_AT = (
    r"(?:(?:appl\w+|submitted|welcome|interest(?:ed)?|career|jobs?|roles?|positions?|interview\w*|bewerb\w+|beworben)"
    r" (?:to|in|with|at|bei|an|von)|©(?: \d{4})?|\bat|\bbei|\bjoin(?:ing)?|\bam|\bbeim)"
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
            if _ANY_TEAM.fullmatch(company.rstrip(" &")) or _INSIDE.match(company):
                continue
            if (
                company
                and not _signs(company, text)
                and not re.fullmatch(_TEAMS, company, re.IGNORECASE)
            ):
                return company
    return None


def _signs(name: str, text: str) -> bool:
    """Whether somebody signs by that name: no house that stands below the name of somebody who does."""
    found = re.search(rf"^(?P<above>.*)\n+{re.escape(name)}$", text, re.MULTILINE)
    if not found:
        return bool(re.search(rf"^{re.escape(name)}$", text, re.MULTILINE))
    return not _PERSON.fullmatch(found["above"].strip())


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
    if itself := _of_itself(parts, whole):
        return itself
    service = is_service(parts.sender.email)
    hires = is_agency(parts.sender.email) or hires_for_others(label_of(parts), signature)
    agency = (hires and not service) or bool(_FOR_OTHERS.search(signature))
    if agency:
        its_own = f"{sender}\n{signature}"
        return (
            client_of(parts.subject, text, own.quoted, its_own)
            or _first_named(parts, f"{text}\n{signature}", its_own)
            or _of_sender(parts.sender.name)
            or left_by(text)
        )
    label = label_of(parts)
    below = f"{signature}\n{text[-_END:]}\n{sender}"
    return (
        _of_sender(parts.sender.name, f"{text}\n{signature}")
        or (sender if _HOUSE.fullmatch(sender) else None)
        or (_by_label(label, below, whole, parts.sender.name) if label else None)
        or (_as_written(label, own.quoted[:_QUOTED]) if label else None)
        or _of_team(parts, signature)
        or (None if service else organisation(sender, None))
        or (None if service else organisation(signature, parts.sender.name))
        or titled_in(signature, bare_subject(parts.subject))
        or (institution_in(label, text) if label else None)
        or _first_named(parts, text, "")
        or _of_head(parts, f"{text}\n{signature}\n{sender}")
        or (spelled(label) if label and is_plain(label) else None)
    )


def _of_itself(parts: Parts, whole: str) -> str | None:
    """The sender's name of a machine's mail, where the mail names it as an employer: “Globex <no-reply@…>”."""
    email, name = parts.sender.email, (parts.sender.name or "").strip(" \"'")
    if not name or not (is_machine(email) or is_service(email)) or is_team(name):
        return None
    told = re.search(rf"{_AT} (?:the |the team at )?{re.escape(name)}(?!\w)", whole, re.IGNORECASE)
    return name if told else None


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
    named = companies_in(f"{bare_subject(parts.subject)}\n{text}")
    return next((one for one in named if one.casefold() not in without.casefold()), None)


def _of_head(parts: Parts, whole: str) -> str | None:
    """What stands before a subject's colon, where the mail names it as well: “Globex: your interview”."""
    head = re.match(rf"({_COMPANY}): ", bare_subject(parts.subject))
    if not head or len(head[1]) < _SHORT or head[1].lower().split()[0] in NO_COMPANY:
        return None
    return head[1] if re.search(rf"(?<!\w){re.escape(head[1])}(?!\w)", whole) else None
