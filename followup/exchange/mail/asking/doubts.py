"""What is asked about a mail as a whole: when it was sent, what it is, and what it belongs to."""

import re
from collections.abc import Iterator

from followup.exchange.found import Ask
from followup.exchange.mail.about.company import hint_of
from followup.exchange.mail.about.context import Context
from followup.exchange.mail.about.role import may_be_named
from followup.exchange.mail.about.role_words import CAPITAL, JOB, ROLE_WORDS, WORDS, clean_role
from followup.exchange.mail.seen import Kind, What
from followup.model.purposes import purpose_words
from followup.prose.word_lists import word_list

_CHOICES = 5
_NOBODYS = ("bounce", "noise")
_NO_JOBS = (*_NOBODYS, "other", "out_of_office")
# What may be the job's title, where nothing calls it one: “(Werkstattleitung)”, “auch die Flottenkoordination”,
# “the front desk job”, “our new Community Manager”, “Workshop manager, 34k”.
_FIELD = (
    rf"(?!(?:Geschäfts|Schul|Klinik|Personal|Abteilungs)leitung){CAPITAL}\w{{2,}}"
    rf"(?:{'|'.join(sorted(word_list('posts', WORDS)))})|Assistenz der \w+"
)
_ROLES = (
    re.compile(rf"\((?P<role>{_FIELD}|{CAPITAL}[\w/-]*(?i:{ROLE_WORDS}))[,)]"),
    re.compile(
        r"\b(?:betr[io]ff\w*|entsch\w+|vergeb\w+|besetz\w*)\b(?:[^.;?!]|(?<=\d)\.){0,50}"
        rf"\b(?:die|der|unsere) (?P<role>{_FIELD})\b"
    ),
    re.compile(
        r"\b(?:the|our|an?) (?:new )?(?P<role>(?:(?!new|right|next|same|other|last|first|full|part|good|great|only|big"
        rf"|by|said|of|for|on|dream|whole|this|your)[a-z][\w-]+ ){{1,3}}?)(?:{JOB}|gig)\b"
    ),
    re.compile(
        rf"\b[Oo]ur new (?P<role>{CAPITAL}[\w/-]*(?: {CAPITAL}[\w/-]*){{1,3}})"
        rf"|\b[Tt]he (?P<search>{CAPITAL}[\w/-]*(?: {CAPITAL}[\w/-]*){{1,3}}) recruitment\b"
    ),
    re.compile(
        rf"(?:^|[.!?] )(?P<role>{CAPITAL}[a-z]+ (?:[a-z]+ )??{ROLE_WORDS}), (?=\d)", re.MULTILINE
    ),
)


def doubts(context: Context, kind: Kind) -> Iterator[Ask]:
    """The questions that no date or time of the mail raises."""
    if context.parts.at is None:
        yield Ask("at", None, "The text does not say when it was sent. When was it?")
    yield from _what(context, kind)
    if not (context.role or context.application or context.mine or kind.what in _NO_JOBS):
        yield from _role(context)
    fitting = context.fitting
    if len(fitting) > 1:
        names = ", ".join(f"{one.role} at {one.company}" for one in fitting[:_CHOICES])
        sentence = f"Several applications fit: {names}. Which is it?"
        yield Ask("application", fitting[0].id, sentence)
    elif context.reader.applications and not fitting:
        sentence = "No application of yours fits. Which does the mail belong to?"
        yield Ask("application", None, sentence)
    elif not context.company and not context.mine and kind.what not in _NOBODYS:
        yield from _company(context)


def _what(context: Context, kind: Kind) -> Iterator[Ask]:
    if context.mine:
        yield Ask("what", None, "You sent this mail. What was it for?")
    elif kind.rival:
        sentence = f"Which is this mail: “{_words(kind.what)}” or “{_words(kind.rival)}”?"
        yield Ask("what", kind.what, sentence)


def _words(what: What) -> str:
    """A kind of mail in the words in which it is logged."""
    if what == "left":
        return "somebody has left"
    return "newsletter" if what == "noise" else purpose_words(what)


def _role(context: Context) -> Iterator[Ask]:
    """The first title that may be the job's, in the text or as all that the subject says."""
    parts = context.parts
    found = (match for pattern in _ROLES for match in pattern.finditer(context.own.text))
    named = [clean_role(match[match.lastgroup or "role"]) for match in found]
    people = [context.company, *(one.name for one in (parts.sender, *parts.to))]
    if name := next(filter(None, [*named, may_be_named(parts.subject, people)]), None):
        sentence = f"The mail hardly says which job it is about: “{name}”, perhaps. Which is it?"
        yield Ask("role", name, sentence)


def _company(context: Context) -> Iterator[Ask]:
    """A company that one place alone hints at; none of an agency's that does not name its client."""
    if name := hint_of(context.parts, context.own):
        sentence = f"The mail hardly says which company it is from: “{name}”, perhaps. Which is it?"
        yield Ask("company", name, sentence)
