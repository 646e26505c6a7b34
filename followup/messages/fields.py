"""The value of every field for one action: the facts as words that fit into a message."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from followup.messages.answers import forgotten, missed, own_point
from followup.messages.field_list import BY_NAME
from followup.messages.languages import ENGLISH, grammar_of
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import clipped, head_of
from followup.messages.occasion import Occasion
from followup.messages.templates import Tone
from followup.messages.things import role_said, things
from followup.messages.thought import said_and_thought, terms_of
from followup.model.facts import Person, Specific
from followup.playbook.case import called
from followup.prose.names import family_name, first_name, full_name, greeting_name, means
from followup.prose.rounds import plain_name
from followup.prose.text import same

_HI = re.compile(r"(?i)\s*(?:hi|hello|hey|hiya|mate)\b(?! again)")
_GREETS = re.compile(rf"(?i){_HI.pattern[4:]}|\s*(?:dear|good (?:morning|afternoon|evening))\b")
# On a line of its own, or behind a stop or a dash.
_SIGNED = re.compile(
    r"(?:^|[.!?\u2026\u2013\u2014]\s+|\s-\s+|\n\s*)((?=[^\W\d_])(?![a-z\u00e4\u00f6\u00fc])[\w\u2019'-]{3,15})(?:\s+x+)?\W*$"
)
_ADDRESSED = re.compile(r"\b(?:Frau|Herrn?|Schwester|Bruder|Pater|Dr|Prof|Professor|Mag|Ing)\b")
_DEAR = re.compile(r"\s*Lieber? (?:Frau|Herr)\b")  # beside a first name one says “du”
_LONGEST_GREETING = 60
_TRADE = re.compile(r"[\w'-]+(?=$|[,(/]| (?:of|for|at|in|with) )")  # the last word of a title
_NAME, _NOTE, _SIGNATURE = 300, 600, 2_000  # characters of one field that go into a message


def closing(sign_off: str, name: str, signature: str) -> str:
    """Sign-off, own name and signature, the name once."""
    lines = [f"{sign_off.strip().rstrip(',')},"] if sign_off.strip() else []
    signed = clipped(signature.strip(), _SIGNATURE)
    if name.strip() and name.strip().casefold() not in signed.casefold():
        lines.append(name.strip())
    return "\n".join([*lines, signed] if signed else lines)


def _sign_off(occasion: Occasion, grammar: Grammar) -> str:
    """The user's own in their own language, unless too stiff or curt for the terms; else what is usual."""
    me, terms = occasion.me, terms_of(occasion, grammar)
    reader = occasion.recipient
    dear = terms == "first" or (reader is not None and _is_dear(reader, occasion))
    too_stiff = dear and me.sign_off.strip(" ,") == grammar.stiff
    if terms == "formal" and re.fullmatch(grammar.curt, me.sign_off.strip(" ,"), re.IGNORECASE):
        return grammar.sign_offs["first"]
    untouched = (
        grammar.code != ENGLISH.code and me.sign_off.strip(" ,") in ENGLISH.sign_offs.values()
    )
    if grammar_of(me.language).code == grammar.code and not too_stiff and not untouched:
        return me.sign_off
    return grammar.sign_offs["first" if too_stiff and terms == "formal" else terms]


def _closing(occasion: Occasion, grammar: Grammar) -> str:
    lines = closing(_sign_off(occasion, grammar), occasion.me.name, occasion.me.signature)
    head, line_break, rest = lines.partition("\n")
    return f"{head.rstrip(',')}{line_break}{rest}" if grammar.code == "de" else lines


def _interview(occasion: Occasion, grammar: Grammar) -> dict[str, str]:
    interview = occasion.interview
    if interview is None:
        return {"day": "", "date": "", "round": "", "mode": ""}
    return {
        "day": grammar.on_day(interview.day, occasion.today),
        "date": grammar.weekday(interview.day, occasion.today),
        "round": plain_name(interview.round),
        "mode": interview.mode,
    }


def _greeting(reader: Person, occasion: Occasion, grammar: Grammar, *, warm: bool) -> str:
    """How a letter to that reader begins, with its comma: as the user's last did, else by their terms."""
    hi, terms = warm or _says_hi(reader, occasion), terms_of(occasion, grammar)
    name = reader.name.strip()
    if reader.terms == "first":  # as the user says, whatever the title
        name = _signed_as(reader, occasion) or full_name(name, titled=False)
    line = _greeted_before(reader, occasion, grammar) or grammar.greeting(name, terms, warm=hi)
    return line.replace("Sehr geehrte", "Liebe", 1) if _is_dear(reader, occasion) else line


def _is_dear(reader: Person, occasion: Occasion) -> bool:
    """Whether the last e-mail between the two is theirs and begins “Liebe Frau …”, which one answers alike."""
    mails = [t for t in occasion.case.touchpoints if t.channel == "email" and reader.id in t.people]
    told = [t for t in mails if t.text.strip()][-1:]
    return any(t.direction == "received" and _DEAR.match(t.text) for t in told)


def _signed_as(reader: Person, occasion: Occasion) -> str:
    """The short name below their last message (“Bobbie”); "" where it ends with none of theirs."""
    last = next((t for t in reversed(occasion.case.messages) if t.people == (reader.id,)), None)
    found = _SIGNED.search(last.text.strip()) if last else None
    name = found[1] if found else ""
    theirs = name and means(name, reader.name) and not same(name, family_name(reader.name))
    return (name.capitalize() if name.isupper() else name) if theirs else ""


def _says_hi(reader: Person, occasion: Occasion) -> bool:
    """Whether the last e-mail between the two began so; where none greets, whether the two got on well."""
    mails = [
        t
        for t in occasion.case.touchpoints
        if t.channel == "email" and reader.id in t.people and _GREETS.match(t.text)
    ]
    return _HI.match(mails[-1].text) is not None if mails else reader.rapport


def _greeted_before(reader: Person, occasion: Occasion, grammar: Grammar) -> str:
    """The line by which the user last greeted them, in a mail to nobody else; "" where none fits."""
    if not grammar.greets:
        return ""
    names = [name for name in re.findall(r"\w{3,}", reader.name) if not _ADDRESSED.match(name)]
    for mail in reversed(occasion.case.touchpoints):
        line, _, _ = mail.text.strip().partition("\n")
        line = line.strip()
        if (
            (mail.direction, mail.channel, mail.people) == ("sent", "email", (reader.id,))
            and re.match(grammar.greets, line)
            and line.endswith(",")
            and len(line) <= _LONGEST_GREETING
            and any(name in line for name in names)
        ):
            fits = bool(_ADDRESSED.search(line)) is (terms_of(occasion, grammar) == "formal")
            return line if fits else ""
    return ""


def _colleagues(occasion: Occasion, grammar: Grammar) -> str:
    """Whoever else was there, each as one's terms with them are, else as those with the reader."""
    reader, terms = occasion.recipient, terms_of(occasion, grammar)
    others = [p for p in occasion.team if p != reader and p.name.strip()]
    return grammar.listed([grammar.colleague(p.name.strip(), p.terms or terms) for p in others])


def _person(person: Person | None, grammar: Grammar) -> dict[str, str]:
    name = person.name.strip() if person else ""
    said = {"greeting": greeting_name(name), "first_name": first_name(name)}
    return {"name": name, "named": grammar.named(name) if name else "", **said}


def _interviewer(occasion: Occasion) -> str:
    through_somebody = occasion.person and occasion.person != occasion.recipient
    return occasion.person.name.strip() if occasion.person and through_somebody else ""


def values(
    occasion: Occasion,
    chosen: Sequence[Specific],
    grammar: Grammar | None = None,
    tone: Tone = "plain",
) -> dict[str, Any]:
    """Every field's value, nested as its name is dotted. Absent ones are empty, never missing."""
    grammar = grammar or occasion.grammar()
    me, application, wanted, reader = (
        occasion.me,
        occasion.application,
        occasion.promise,
        occasion.recipient,
    )
    role = role_said(occasion, application, grammar)
    company = clipped(called(application.company), _NAME)
    person, terms = _person(reader, grammar), terms_of(occasion, grammar)
    to_agency = reader is not None and reader.role == "agency"
    known = person["name"] and reader
    greeting = (
        _greeting(reader, occasion, grammar, warm=tone == "warm")
        if reader and known
        else grammar.greeting_team(company)
    )
    thank_you = occasion.kind == "thank_you"
    company_said = company or (grammar.client[terms] if to_agency else grammar.team(""))
    return {
        "company": company_said,
        "at_company": grammar.at_company(company_said),
        "role": role,
        "the_role": grammar.the_role(role),
        "my_work": grammar.trades.get((_TRADE.findall(role) or [""])[0].casefold(), ""),
        "person": {**person, "greeting": person["greeting"] or f"{company} hiring team".strip()},
        "greeting": greeting,
        "spoken": grammar.spoken(person["name"], terms) if known else "",
        "interviewer": {"name": grammar.named(_interviewer(occasion))},
        "interviewers": grammar.listed(
            [
                grammar.named(p.name.strip())
                for p in occasion.team
                if p.name.strip() and p.role != "referrer"
            ]
        ),
        "colleagues": _colleagues(occasion, grammar),
        "interview": _interview(occasion, grammar),
        "promise": {
            "text": _promised(wanted.text, grammar) if wanted else "",
            "short": head_of(_promised(wanted.text, grammar)) if wanted else "",
            "object": grammar.as_object(_promised(wanted.text, grammar)) if wanted else "",
            "day": grammar.day(wanted.on, occasion.today) if wanted and wanted.on else "",
        },
        **forgotten(missed(occasion, grammar) if thank_you else ("", ""), grammar),
        "my_question": own_point(occasion, "my_question", grammar) if thank_you else "",
        "via_agency": application.route == "agency",
        "to_agency": to_agency,
        "me": {
            "name": me.name.strip(),
            "first_name": first_name(me.name),
            "email": me.email.strip(),
            "phone": me.phone.strip(),
        },
        "closing": _closing(occasion, grammar),
        **said_and_thought(occasion, chosen, grammar),
        **things(occasion, grammar),
    }


def _promised(text: str, grammar: Grammar) -> str:
    """What was promised as a thing inside a sentence."""
    return grammar.thing(clipped(text, _NOTE)) if text.strip() else ""


def absent(occasion: Occasion, found: Mapping[str, Any]) -> frozenset[str]:
    """The names of the fields that stand empty, or with a stand-in."""
    gone = empty(found)
    if not called(occasion.application.company) and not found["to_agency"]:
        gone |= {"company", "at_company"}
    if not found["role"]:
        gone |= {"the_role"}
    if not found["person"]["name"]:
        gone |= {"person.greeting", "greeting"}
    if not found["me"]["name"]:
        gone |= {"closing"}
    return gone


_PARTS = [(name, name.split(".")) for name in BY_NAME]


def empty(found: Mapping[str, Any]) -> frozenset[str]:
    """The names of the fields that say nothing."""
    gone = set()
    for name, parts in _PARTS:
        value: Any = found
        for part in parts:
            value = value[part]
        if value in ("", [], 0):
            gone.add(name)
    return frozenset(gone)
