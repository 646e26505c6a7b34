"""Which company a mail is about: by the sender's name, the text, the address; none where one alone hints at it."""

import re
from collections.abc import Sequence

from followup.exchange.mail.about import called
from followup.exchange.mail.about.agency import hires_for
from followup.exchange.mail.about.client import client_of
from followup.exchange.mail.about.role_words import has_job_word
from followup.exchange.mail.about.signed import (
    abbreviates,
    institution_in,
    is_house,
    is_institution,
    named_in,
    organisation,
    signed_as,
    titled_in,
)
from followup.exchange.mail.about.told import companies_in, left_by
from followup.exchange.mail.headers import bare_subject
from followup.exchange.mail.parts.own import Own
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.senders import (
    HIRING,
    TEAM_BEFORE,
    is_machine,
    is_own_address,
    is_service,
    is_team,
)
from followup.prose.names import HAS_FORM

_TEAMS = (
    r"(?:talent(?: acquisition| team)?|careers?|recruit(?:ing|ment|er|ers)?(?: cent(?:re|er))?|hr|ta"
    r"|hiring(?: team| manager)?|human resources|people(?: team| & culture| and culture| operations| ops)?|jobs?"
    rf"|(?:crew )?team|personal|{HIRING}|staffing|early careers"
    r"|candidate (?:care|experience)|no-?reply|shared services|services|(?<!'s )office|notifications?|workday"
    r"|ausbildung(?: & \w+)?|sekretariat|geschäftsstelle|verwaltung|empfang|rezeption|reception"
    r"|leitung|geschäftsführung|büro|administration|via \w+)"
)
_TEAM = re.compile(rf"^(?P<name>.+?)(?:'s)?(?:[ ,|@\u2013-]+(?:the )?{_TEAMS})+$", re.IGNORECASE)
_TEAM_AT = re.compile(
    rf"^(?:the )?{_TEAMS}(?: team)? (?:at|of|from|@|\|) (?P<name>.+)$", re.IGNORECASE
)
_PERSON_AT = re.compile(
    r"^.{2,40}?(?: at | @ | \| | - |, | \(|\bfrom | via )(?P<name>[A-Z][\w&.' -]{1,40})\)?$"
)
_END, _LONG, _LINE = 120, 5, "\n"
# What a team of any company is called.
_ANY_TEAM = re.compile(
    r"(?:academic|graduate|early|campus|university|college|global|internal|corporate|central|regional|candidate|executive"
    r"|staff|professional|support|support staff|group|our|the|international|volunteer|student|medical|clinical|teacher"
    r"|tech|engineering|sales|interview|online|main|head|front|school|back|box|church|parish"
    r"|reservations?|bookings?|orders?|events?|customer|guest|accounts|payroll|housekeeping|kitchen|service)(?: \w+)?",
    re.IGNORECASE,
)
# A name on a line of its own, no “Viele Grüße”.
_PERSON = re.compile(
    r"(?!.*(?i:grü(?:ß|ss)|regards|wishes|thanks|cheers|sincerely|dank|best|yours|herzlich|lieb))"
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?[A-Z\u00c0-\u00de][\w.'-]+(?: [A-Z\u00c0-\u00de][\w.'-]+){0,2}"
)
# “Dezernat 2 - Personal”: a part of an organisation.
_INSIDE = re.compile(
    r"\b(?:dezernat|abteilung|referat|sachgebiet|fachbereich|fachdienst|amt für|department|dept|section|division|unit"
    r"|bereich)\b",
    re.IGNORECASE,
)
# What stands before a company's name, and hardly before a person's.
_AT = (
    r"(?:(?:appl\w+|submitted|welcome|interest(?:ed)?|career|jobs?|roles?|positions?|interview\w*|bewerb\w+|beworben)"
    r" (?:to|in|with|at|bei|an|von)|©(?: \d{4})?|\bat|\bbei|\bjoin(?:ing)?|\bam|\bbeim)"
)


def _of_sender(parts: Parts, own: Own) -> str | None:
    """The company in a sender's name: “Initech Talent”; behind a person's (“Dana from Globex”) if told elsewhere."""
    bare, below = (parts.sender.name or "").strip(" \"'"), f"{own.text}\n{own.signature}"
    for pattern in (_TEAM_AT, _TEAM):
        found = pattern.match(bare)
        company = _named(found["name"]) if found else None
        passed = re.search(r" via \w+$", bare) and company not in {*companies_in(below)}
        signs = company and not is_machine(parts.sender.email) and _signs(company, below)
        if company and not (passed or signs):
            return company
    return _behind_a_name(bare, parts, own)


def _named(text: str) -> str | None:
    """A company's name without the part of it that is meant; no team's, and nobody's title."""
    name = _INSIDE.split(text.strip(" ,|-@'\""))[0].strip(" ,|-&")
    inside = _ANY_TEAM.fullmatch(name) or re.fullmatch(_TEAMS, name, re.IGNORECASE)
    return None if not name or inside or has_job_word(name) else name


def _behind_a_name(text: str, parts: Parts, own: Own) -> str | None:
    """What stands behind somebody's name, if more bears it out: “Dana Fox (Globex)”, “Dana from Globex”."""
    found = _PERSON_AT.match(text.partition("\n")[0].strip())
    name = _named(found["name"]) if found else None
    return name if name and _is_borne_out(name, parts, own) else None


def _times(name: str, text: str) -> int:
    """How often a text names it."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def _is_borne_out(name: str, parts: Parts, own: Own) -> bool:
    """Whether more than one place of a mail names a company, or the name says that it is one."""
    label = called.label_of(parts)
    whole = f"{parts.sender.name}\n{parts.subject}\n{own.text}\n{own.signature}"
    local = (parts.sender.email or "").partition("@")[0]  # “theo.fennimore”
    own_name = any(len(word) >= _LONG and word in local for word in name.lower().split())
    telling = own_name or bool(HAS_FORM.search(name)) or is_institution(name)
    return telling or _times(name, whole) > 1 or bool(label and abbreviates(label, name))


def _signs(name: str, text: str) -> bool:
    """Whether somebody signs by that name: no house that stands below the name of somebody who does."""
    found = re.search(rf"^(?P<above>.*)\n+{re.escape(name)}$", text, re.MULTILINE)
    if not found:
        return bool(re.search(rf"^{re.escape(name)}$", text, re.MULTILINE))
    return not _PERSON.fullmatch(found["above"].strip())


_LABELLED = re.compile(
    r"^\W*(?:employer|company(?: name)?|hiring company|organi[sz]ation|arbeitgeber(?:in)?|unternehmen|firma)\s*:\s*"
    r"(?P<name>\S[^\n]{1,80}?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def company_of(parts: Parts, own: Own, companies: Sequence[str]) -> str | None:
    """The company as one says it: one that is known, an agency's client, the one that signs, that the text names."""
    whole = f"{parts.sender.name or ''}\n{parts.subject}\n{own.text}\n{own.signature}"
    known = [company for company in companies if company and _times(company, whole)]
    if len(known) == 1:
        return known[0]
    labelled = _LABELLED.search(own.text)
    told = labelled["name"] if labelled else _of_itself(parts, whole)
    if not told:
        told = _of_client(parts, own) if hires_for(parts, own) else _of_employer(parts, own, whole)
    return called.as_said(told) if told else None


def _of_client(parts: Parts, own: Own) -> str | None:
    its_own = f"{parts.sender.name or ''}\n{own.signature}"
    return (
        client_of(parts.subject, own.text, own.quoted, its_own)
        or _first_named(parts, own, its_own)
        or left_by(own.text)
    )


def _of_employer(parts: Parts, own: Own, whole: str) -> str | None:
    text, signature, sender = own.text, own.signature, parts.sender.name or ""
    team = TEAM_BEFORE.match(sender)
    sender = team["name"] if team and is_institution(team["name"]) else sender
    label, service = called.label_of(parts), is_service(parts.sender.email)
    house = is_house(sender) and not is_team(sender)
    signs = organisation(sender, None) == sender
    house = house or (signs and not is_own_address(sender, parts.sender.email))
    told = (
        _of_sender(parts, own)
        or (sender if house else None)
        or (_by_label(label, own, whole, sender) if label else None)
        or _behind_a_name(own.signature, parts, own)
        or _of_team(parts, own)
        or (None if service else organisation(sender, None))
        or (None if service else organisation(f"{signature}\n{_last(text, sender)}", sender))
        or (called.by_most_of(label, whole) if label else None)
        or called.of_family(signature)
        or titled_in(signature, bare_subject(parts.subject))
        or (institution_in(label, text) if label else None)
        or _first_named(parts, own, "")
    )
    ending = f"{sender}\n{signature}\n{_last(text, sender)}"
    return called.fuller(told, whole, ending) if told else None


def _of_itself(parts: Parts, whole: str) -> str | None:
    """The sender's name of a machine's mail, where the mail names it as an employer: “Globex <no-reply@…>”."""
    email, name = parts.sender.email, (parts.sender.name or "").strip(" \"'")
    if not name or not (is_machine(email) or is_service(email)) or is_team(name):
        return None
    told = (
        rf"(?:{_AT}|\b(?:position|role|post) (?:of|as)\b[^.\n]{{0,50}}(?:\.[^.\n]{{0,20}})? with)"
        rf" (?:the |the team at )?{re.escape(name)}(?!\w)|\n{re.escape(name)}\s*$"  # or signed
    )
    return name if re.search(told, whole, re.IGNORECASE) else None


def _by_label(label: str, own: Own, whole: str, sender: str) -> str | None:
    """The name that an address stands for: in the signature, else as the text has it; no part of the sender's own."""
    signed = signed_as(label, f"{own.signature}\n{own.text[-_END:]}\n{sender}", sender)
    if signed:
        team = _TEAM.match(signed)
        return team["name"] if team else signed
    written = called.as_written
    name = written(label, whole) or named_in(label, whole) or written(label, own.quoted)
    return None if name and name.casefold() in sender.casefold().split() else name


def _last(text: str, sender: str) -> str:
    """What the text says below its last line but one, or behind the name that ends it: “Jo Fox, Hotel Seeblick”."""
    end = text[-_END:]
    behind = end.rpartition(sender)[2] if sender and sender in end else ""
    return f"{end.partition(_LINE)[2]}\n{behind.lstrip(' ,|-')}"


def hint_of(parts: Parts, own: Own) -> str | None:
    """What one place alone says of the company: behind or below the sender's name, in the text, the address."""
    if hires_for(parts, own):
        return None
    below = [line for line in own.signature.splitlines() if line.strip()]
    behind = [found["name"] for line in below[:1] if (found := _PERSON_AT.match(line.strip()))]
    named = companies_in(own.text)
    label = called.label_of(parts)
    hints = [*map(_named, behind), *named, called.spelled(label) if label else None]
    return next((called.as_said(name) for name in hints if name), None)


def _of_team(parts: Parts, own: Own) -> str | None:
    """The company before the team that signs for it, or behind it in the sender's name."""
    below = [line.strip() for line in own.signature.splitlines() if line.strip()]
    team = _TEAM.match(below[0]) if is_service(parts.sender.email) and len(below) == 1 else None
    if team:
        return team["name"].removeprefix("The ")
    behind = TEAM_BEFORE.match(parts.sender.name or "")
    name = _named(behind["name"]) if behind else None
    return name if name and _is_borne_out(name, parts, own) else None


def _first_named(parts: Parts, own: Own, without: str) -> str | None:
    """The first company that the subject or the text names as one, and that stands there more than once."""
    service = is_service(parts.sender.email) or is_machine(parts.sender.email)
    found = companies_in(f"{bare_subject(parts.subject)}\n{own.text}\n{own.signature}")
    named = (team["name"] if (team := _TEAM.match(one)) else one for one in found)
    return next(
        (
            one
            for one in named
            if one.casefold() not in without.casefold()
            and (service or _is_borne_out(one, parts, own))
        ),
        None,
    )
