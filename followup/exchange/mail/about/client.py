"""The client whom an agency hires for: named in its words, or at the head of its subject."""

import re
from collections.abc import Iterator

from followup.exchange.mail.about.role_words import has_job_word
from followup.exchange.mail.headers import bare_subject
from followup.exchange.mail.kinds.degrees import FAINT
from followup.exchange.mail.kinds.sums import OF_THE_SEARCH
from followup.exchange.mail.parts.sentences import sentences_of
from followup.exchange.mail.weigh import weigh

_WORD = r"[A-Z\u00c0-\u00de0-9][\w&.'\u2019+-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|&|and|of|de|for))*"
_CLIENT = re.compile(
    rf"\b(?:clients?|employer|Kund(?:e|en|in)|Auftraggeber(?:in|s)?|Mandant(?:en|in)?),?:?(?: (?:die|der|das"
    rf"|den|dem|the))? (?:[\"'\u201c]+(?=[A-Z])|\((?=[^(),]+\)))?(?P<name>{_NAME})"
)
_AT = re.compile(rf"\b(?:at|bei|over at|beim|on behalf of) (?P<name>{_NAME})")
_SPOKE = re.compile(
    rf"\b(?:from|with|by|to|for|had|got|von|mit|dass|that|says?|said|how|and|but|because|as|since) (?P<name>{_NAME})"
)
_ACTS = re.compile(
    rf"(?:^|[,.;:!?] +|\b(?:that|dass|and|but|because|as|since|had|got) )(?P<name>{_NAME})"
    r"(?= (?:has|have|had|are|is|was|were|would|want|wants|decided|loved|liked|came|went|said|say|will|need|needs"
    r"|hat|haben|möchte|will|wollen)\b)",
    re.MULTILINE,
)
# “Corbett & Sons have had to pull …”: people “has”.
_THEY = re.compile(
    rf"(?:^|[,.;:!?] +|\b(?:that|and|but|as) )(?P<name>{_NAME})(?= (?:have|are|want|were|aren't|haven't)\b)",
    re.MULTILINE,
)
_GENERIC = re.compile(
    r"^(?:few|couple|several|bits?|two|three|four|re|interview|update|news|feedback|your|the|final|first|second|third|next|new|change|changed|job|role|offer"
    r"|application|quick|any|status|stage|round|cv|hi|hello|good|bad|great|thanks|thank|invitation|confirmed|moved"
    r"|ihre|ihr|einladung|bewerbung|frau|herr|herrn|absage|zusage|termin|gespräch|neuer|neue|they|he|she|we|you|it|i|my|our|not"
    r"|when|while|once|since|after|before|until|as|if|how|what|why|where|who|which|whether|because|although|though|here|there"
    r"|today|tomorrow|yesterday|wenn|wann|als|sobald|falls|während|nachdem|bevor|weil|da|wie|was|warum|wo|wer|heute|morgen"
    r"|gestern|danach|dann|nun|nachher|vorher|leider|das|der|die|den"
    r"|no|yes|so|meanwhile|however|unfortunately|also|then|now|both|all|everyone|people|some|most|candidates|heads|sorry|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|zoom|teams|christmas|uk|us|hr|ceo|cto|vp|[lr]\d)$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?i:i|we|you|he|she|they|it)")
_JOINS = ("&", "and", "of", "de", "for")
# “Kim Vale <kim@example.test>”: people, no companies.
_WITH_ADDRESS = re.compile(r"([^\n:<>]{3,60}) <[^<>\s]+@")
_GREETED = re.compile(
    r"^[^\w\n]*(?i:hi|hiya|hello|hey|dear|morning|afternoon|evening|hallo|liebe[rs]?|good \w+|guten \w+)"
    r"(?: (?:Mr|Mrs|Ms|Dr|Frau|Herr)\.?)? ([A-Z][\w-]+)|^([A-Z][\w-]+)(?:,| ?[\u2013-])\s*$",
    re.MULTILINE,
)
# Whose it is: no name of a company follows.
_ONES = r"(?:ihr|dein|euer|unser|mein|your|my|our|an?)(?:e[mnrs]?)?"
_HEAD = re.compile(rf"^(?P<name>{_NAME})")
_DIVIDERS = re.compile(r" [-\u2013\u2014|/] |: |\|\|?|, |[!?]+ ")


def _cut(name: str) -> str | None:
    """A name without what only begins a sentence, or goes on after one."""
    words = re.split(r"(?<=\w{3}[.!?]) ", name)[0].strip(" .,'\u2019\"").split()
    if words and _PRONOUN.fullmatch(words[-1]):  # “Once I have …”: what is before it, has not
        return None
    while words and (_GENERIC.match(words[-1]) or words[-1] in _JOINS):
        words.pop()
    while words and _GENERIC.match(words[0]):
        words.pop(0)
    bare = re.sub(r"(?:'s|\u2019s)$", "", " ".join(words)).strip(" .,&")
    return bare if len(bare) > 1 and not bare[0].isdigit() else None


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        if name := _cut(found["name"]):
            yield name


def named_client(text: str) -> str | None:
    """Whom an agency's text calls its client."""
    return next(_found(_CLIENT, " ".join(text.split())), None)


def client_of(subject: str, text: str, quoted: str, agency: str) -> str | None:
    """The client that an agency's mail names; `agency` is its own name, `quoted` what it answers."""
    head = [
        name
        for part in _apart(bare_subject(subject), text)
        if (name := _name_at_head(part)) and not has_job_word(name)
    ]
    plain = " ".join(text.split())
    told = [
        *_found(_CLIENT, plain),
        *(name for name in _found(_ACTS, text) if _is_in(name, subject)),
        *_found(_THEY, text),
        *(name for name in [*_found(_AT, plain), *_found(_SPOKE, plain)] if _is_in(name, subject)),
        *(
            name
            for name in head
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", f"{plain} {quoted}")
            and not re.search(rf"(?i:\b{_ONES}) {re.escape(name)}(?!\w)", plain)
            and not _only_in_titles(name, plain)
            and (" " in name or not re.search(rf"\bin {re.escape(name)}(?!\w)", plain))  # a town
        ),
        *(
            name
            for name in head
            for word in [name.partition(" ")[0]]
            if re.search(rf"\b(?:at|from) {re.escape(word)}\b", plain)
        ),
    ]
    people = f"{agency}\n{' '.join(_WITH_ADDRESS.findall(quoted))}".casefold()
    greeted = {found[1] or found[2] for found in _GREETED.finditer(text)}
    known = [
        name for name in told if name.casefold() not in people and not greeted & set(name.split())
    ]
    return _fullest(_of_verdict(known, text), head) if known else None


def _of_verdict(names: list[str], text: str) -> str:
    """Of several clients the one in whose paragraph it is decided, the nearest before; else the first."""
    firsts = dict.fromkeys(name.partition(" ")[0] for name in names)
    if len(firsts) == 1:
        return names[0]
    sentences = sentences_of(text)
    decides = max(sentences, key=lambda one: _decided(one.text), default=None)
    if not decides or _decided(decides.text) < FAINT:
        return names[0]
    same = [one.text for one in sentences if one.paragraph == decides.paragraph]
    upto = " ".join(same[: same.index(decides.text) + 1])
    places = {first: upto.rfind(first) for first in firsts}
    last = max(firsts, key=lambda first: places[first])
    return next(name for name in names if name.startswith(last)) if places[last] >= 0 else names[0]


def _decided(text: str) -> float:
    scores = weigh(text)
    return max(scores[label] for label in OF_THE_SEARCH)


def _apart(subject: str, text: str) -> Iterator[str]:
    """The parts of a subject; “Tarnside and Quayle” are two where the text never names them together."""
    for part in _DIVIDERS.split(subject):
        joined = part.strip() in text
        yield from [part] if joined else re.split(r" (?:and|und|&) (?=[A-Z])", part)


def _name_at_head(part: str) -> str | None:
    found = _HEAD.match(part.strip())
    return _cut(found["name"]) if found else None


def _only_in_titles(name: str, text: str) -> bool:
    """Whether a text has a name only as a part of what a job is called: “Treasury Analyst”."""
    found = re.findall(rf"(?<!\w){re.escape(name)}(?!\w)(?: {_WORD}){{0,2}}", text)
    return bool(found) and all(map(has_job_word, found))


def _is_in(name: str, subject: str) -> bool:
    """Whether the subject names it, too, if only by its first word."""
    return bool(
        re.search(rf"(?<!\w){re.escape(name.partition(' ')[0])}(?!\w)", subject, re.IGNORECASE)
    )


def _fullest(name: str, head: list[str]) -> str:
    """The name as the subject has it, where that is longer: “Kestrel” for “Kestrel Mutual”."""
    return max([name, *(one for one in head if one.startswith(f"{name} "))], key=len)
