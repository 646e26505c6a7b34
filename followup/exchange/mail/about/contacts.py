"""Whom a mail names in the place of its sender: who stands in, who comes after."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from followup.exchange.found import Person
from followup.exchange.mail.about.called import as_said
from followup.exchange.mail.about.signed import is_institution
from followup.exchange.mail.reading import Read
from followup.exchange.senders import MAIL, is_mailbox
from followup.prose.names import full_name
from followup.prose.text import same
from followup.prose.word_lists import word_list

_NAME = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Herrn?|Frau)\.? ){0,2}[A-Z\u00c0-\u00de][\w'\u2019-]+(?: (?:van|von|de|der|den"
    r"|da|di|la|zu))*(?: [A-Z\u00c0-\u00de][\w'\u2019-]+){1,2}"
)
_COLLEAGUE = (
    "(?:Kolleg(?:e|en|in|innen)|(?:Urlaubs)?[Vv]ertret(?:ung|er|erin)|Stellvertret(?:er|erin|ung)|Nachfolg(?:er|erin)"
    "|Assistenz|Assistent(?:en|in)|Mitarbeiter(?:in)?|Teamleit(?:er|erin|ung)|Ansprechpartner(?:in)?|Herrn?|Frau)"
)
_ADDRESSED = re.compile(rf"^(?:(?:Mr|Mrs|Ms|Herrn?|Frau|{_COLLEAGUE})\.? )+")
# “Bewerbungen: Lea Frei, lea@…”: for my matter, whoever is for the others.
_MATTER = (
    r"(?i:(?:[^:]{0,30} )?(?:bewerbung(?:en|sfragen)?|stellen|recruit(?:ing|ment)|personal(?:fragen)?|applications?"
    r"|vacancies|jobs?|hr): (?:(?:my|meine?) (?:colleague|kollegin|kollege) )?)"
)
_FOR_MINE = re.compile(rf"^{_MATTER}{_NAME}[ ,(<]+[\w.+-]+@")
_BEFORE_NAME = (
    re.compile(
        rf"\b(?:contact|get on ?to|reach(?: out to)?|try"
        rf"|ping|mail|write to|email|e-mail|call|ask|to|successor|replacement"
        rf"|colleagues?|manager|assistant|deputy|team ?mate|by|is|with|and|or|from|an|bei|hat|durch"
        rf"|touch with|hand(?:ing"
        rf"|ed) over to)(?: (?:is|will be|my|our|the|your new|new|former|by|to|colleagues?|deputy|manager"
        rf"|assistant|contact|person|recruiter|hr|team|lead|mr\.?|ms\.?|,))*,? (?P<name>{_NAME})"
    ),
    re.compile(
        rf"\b(?:an|bei|durch|von|ist|sind|[Ss]ie|mich|{_COLLEAGUE})"
        rf"(?:(?: (?:(?i:mein|unser|ihr)(?:e[nmr]?)?|liebe[nr]?|gerne?|ist|übernimmt|hat"
        rf"|{_COLLEAGUE})\b|,|:))*:?,? (?P<name>{_NAME})"
    ),
    re.compile(
        rf"(?P<name>{_NAME})(?:,[^,.]{{2,40}},)? (?:\([^)]*\) )?(?:vertritt|übernimmt|hilft|steht|kümmert"
        rf"|hat (?:meine|die)|ist (?:während|in|meine|ihre|für)"
        rf"|ist (?:im Büro |dann |stattdessen |gern |gerne )*(?:erreichbar|da|zuständig))"
    ),
    re.compile(
        rf"\b(?:hilft|kümmert sich) (?:(?:Ihnen|dir|euch|gern|gerne|auch) )*(?P<name>{_NAME})"
    ),
    re.compile(rf"^(?i:(?:meine |urlaubs)?(?:vertretung|vertreter(?:in)?)): (?P<name>{_NAME})"),
    re.compile(
        rf"(?P<name>{_NAME})(?:,[^,.]{{2,40}},)? (?:\([^)]*\) |<[^>]*> )?(?:is (?:covering|standing in|my"
        rf"|your|taking|now|looking|in charge|responsible|the new)|will (?:be|take|cover|look|stand|help"
        rf"|support|handle|assist)|has taken|has picked up|picked up|has inherited|covers|takes (?:over|care)"
        rf"|took over|stands in|can help|fills in|is filling in)"
    ),
    re.compile(rf"^{_MATTER}(?P<name>{_NAME})(?=[ ,(<]+[\w.+-]+@)"),
    re.compile(rf"^(?P<name>{_NAME})\s*[(<,:-]+\s*[\w.+-]+@"),
    re.compile(
        r"(?P<name>(?:Frau|Herrn?|Mr\.?|Mrs\.?|Ms\.?) [A-Z\u00c0-\u00de][\w-]+)[ ,:(<]+(?:unter |at |on "
        r"|via )?[\w.+-]+@"
    ),
)
_INSTEAD = re.compile(
    r"\b(?:urgent|urgently|absence|while i|meanwhile|in the meantime|stand(?:s|ing)? in|cover(?:s"
    r"|ing)?|can't wait|cannot wait|assist(?:ance)?|reached|look(?:s|ing|ed)? after|handl(?:ing|ed|es)|contact"
    r"|write to|reach|call|refer to|until then|vertretung"
    r"|vertr(?:itt|eten)|dringend\w*|wenden sie sich|wende dich|kontaktieren|abwesenheit|zwischenzeit|in dieser zeit"
    r"|erreichen sie|eilige[nrs]?|schreiben sie|melden sie sich|urlaubsvertretung|erreichbar"
    r"|notf(?:all|ällen?)|emergenc\w+|sooner|nicht (?:so lange )?warten|kümmert sich|springt ein|in my absence"
    r"|if it's urgent|get in touch|get on ?to|for anything|(?:won't|will not) keep|hilft\b.{2,50}\bweiter)\b",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(
    r"\b(?:picked up|inherited|tak(?:en|es|ing) (?:it |this |them )?over|took over|try|ping|successors?"
    r"|replac(?:ed|es|ement)"
    r"|(?:now|from now on|please) (?:with|go(?:es)? to|lies? with|belongs? to|send|mail|e-?mail)|instead"
    r"|(?:direct|address|forward|refer|send|redirect) (?:[\w'-]+ ){1,8}to"
    r"|nachfolge\w*|übernimmt|übernommen|zuständig|wenden sie sich|ansprechpartner\w*)\b",
    re.IGNORECASE,
)
NO_NAME = word_list("no_name", Path(__file__).with_name("words"))
"""Words with a capital that are no part of a person's name."""


def _names(text: str) -> list[str]:
    found = [
        (match.start("name"), match["name"])
        for pattern in _BEFORE_NAME
        for match in pattern.finditer(text)
    ]
    kept = [
        _ADDRESSED.sub("", name.strip())
        for _, name in sorted(found)
        if not any(word.lower().strip(".") in NO_NAME for word in name.split())
    ]
    return list(dict.fromkeys(full_name(name) for name in kept))


def _belongs(name: str, email: str) -> bool:
    """Whether an address is that of a name, by its letters."""
    local = re.split(r"[._+-]|\d+", email.partition("@")[0].lower())
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", name)]
    return any(
        word in local
        or "".join(local).endswith(word)
        or any(same(word, part) for part in local if part)
        for word in words
    )


def _in(texts: Sequence[str], sender: Person) -> tuple[Person, ...]:
    """The people whom sentences name, each with the address beside the name."""
    people: list[Person] = []
    for text in texts:
        names = [name for name in _names(text) if not (sender.name and same(name, sender.name))]
        mails = [
            mail.lower().rstrip(".") for mail in MAIL.findall(text) if mail.lower() != sender.email
        ]
        for name in names:
            email = next(
                (mail for mail in mails if _belongs(name, mail)),
                mails[0] if len(mails) == len(names) == 1 else None,
            )
            people.append(Person(name, email))
            mails = [mail for mail in mails if mail != email]
        people += [Person(None, mail) for mail in mails if not _belongs(sender.name or "", mail)]
    return tuple(_united(people, " ".join(texts)))[:6]


def _united(people: Sequence[Person], text: str) -> Iterable[Person]:
    """Each once, an address with the name that the text has for it; no mailbox where somebody is named."""
    united: dict[str, Person] = {}
    names = [one.name for one in people if one.name]
    for one in people:
        mail = one.email or ""
        fits = (each for each in names if mail and _belongs(each, mail))
        name = one.name or next(fits, None) or _owner(mail, text)
        there = united.get(name or mail)
        known = any(mail == each.email for each in united.values())
        if there or not (known or (names and not name and is_mailbox("", mail))):
            united[name or mail] = Person(name, (there and there.email) or one.email)
    return united.values()


def _owner(email: str, text: str) -> str | None:
    """The name of which all words stand in an address: “Priya Nair” of priya.nair@…."""
    local = re.sub(r"[^a-zß-ü]", "", email.partition("@")[0].lower())
    pairs = (f"{one} {two}" for one, two in pairwise(re.findall(r"[\w'-]+", text)))
    fits = (each for each in pairs if each.istitle() and each.lower().replace(" ", "") == local)
    return next(fits, None)


_NOT_WITH = (
    r"(?:no longer (?:with|at|works? (?:for|at)|part of)|left|leaving|nicht mehr (?:bei|für|im))"
)
# Where the writer themselves is reached.
_MINE = re.compile(
    r"\b(?:reach me|my (?:new|private|personal)|i(?: am|'m| can be) (?:still )?(?:reach|contact)\w*|erreichen sie mich"
    r"|bin ich|meine (?:neue|private)|unsubscribe|abmelden)\b",
    re.IGNORECASE,
)
_MYSELF = re.compile(
    r"\bi(?: am|'m| will be|'ll be|'ve|'ve| have)(?: now)? (?:your (?:new )?contact|taken over|taking over|in"
    r" charge|responsible|stepping in|looking after)|\b(?:write|reply|turn) to me\b|\blanded with me\b",
    re.IGNORECASE,
)


def successors(reads: Sequence[Read], sender: Person, company: str | None) -> tuple[Person, ...]:
    """Who takes over from somebody who has left `company`."""
    texts = [
        read.text
        for read in reads
        if read.is_("left", over=-1.0)
        or _INSTEAD.search(read.text)
        or _TAKES_OVER.search(read.text)
        or MAIL.search(read.text)
    ]
    found = _people(_in(texts, sender), company) or _only_other(reads, sender)
    if sender.email and any(_MYSELF.search(text) for text in texts):
        found = (sender, *found)
    gone = [
        found
        for text in texts
        for found in (
            re.search(
                rf"(?P<name>{_NAME}) (?:has left|is no longer|left|no longer|doesn't|does not|has moved)",
                text,
            ),
            re.search(rf"{_NOT_WITH} (?:the |der |das |dem )?(?P<name>{_NAME})", text),
        )
    ]
    return tuple(
        one
        for one in found
        if not any(each and one.name and same(full_name(each["name"]), one.name) for each in gone)
    )


def stand_in(reads: Sequence[Read], sender: Person, company: str | None) -> Person | None:
    """Whom to write to while somebody is away."""
    mine = [read.text for read in reads if _FOR_MINE.match(read.text)]
    texts = mine or [read.text for read in reads if _INSTEAD.search(read.text)]
    named = _in([text for text in texts if not _MINE.search(text)], sender)
    found = _people(named, company) or _only_other(reads, sender)
    return found[0] if found else None


def _people(found: Sequence[Person], company: str | None) -> tuple[Person, ...]:
    """Those who are no organisation: “no longer with Lakeland Pharmacy”."""
    return tuple(
        one
        for one in found
        if not (one.name and not one.email)
        or not (is_institution(one.name) or (company and same(as_said(one.name), company)))
    )


def _only_other(reads: Sequence[Read], sender: Person) -> tuple[Person, ...]:
    """The one address that the mail gives, where it says whom to write to in no words that are known."""
    texts = [read.text for read in reads if not _MINE.search(read.text)]
    mails = {mail.lower().rstrip(".") for text in texts for mail in MAIL.findall(text)}
    others = mails - {sender.email}
    return tuple(Person(_owner(mail, " ".join(texts)), mail) for mail in others if len(others) == 1)
