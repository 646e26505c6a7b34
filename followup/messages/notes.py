"""The user's notes as words for one reader.

What was said is entered as “She asked how I'd handle on-call”, and sent as “your question about
how I'd handle on-call”. A rewriting is done only where it is safe; other notes keep their words.
"""

import re
from dataclasses import dataclass

from followup.messages.wording import (
    APOSTROPHES,
    ARTICLES,
    IRREGULAR,
    SENTENCES,
    SUBJECTS,
    VERBS,
    cleaned,
    first_word,
    form_of,
    lowered,
    raised,
    word_set,
)


@dataclass(frozen=True, slots=True)
class Listener:
    """Who reads the message: whether `inside` the company, and whether it was who `spoke`.

    `speaker` is the first name of whoever else said it, empty where nobody is known.
    """

    inside: bool
    spoke: bool
    speaker: str = ""

    @property
    def owner(self) -> str:
        """Whose question it was: “your”, “Dana's”, or “the”."""
        if self.spoke:
            return "your"
        return f"{self.speaker}'s" if self.speaker else "the"


_AGREES = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_ASKED = re.compile(
    r"(?i)^(?:(?P<who>they|she|he|you|[A-Z][\w-]+)\s+)?asked\s+(?:me\s+)?"
    r"(?P<link>about|how|what|why|where|when|which|whether|if)\s+(?P<rest>.+?)\??$"
)
_TOLD = re.compile(
    r"(?i)^(?:(?P<who>they|she|he|you)\s+)?"
    r"(?:mentioned\s+(?=(?:the|a|an|your|their|his|her|how|why)\b)"
    r"|(?:talked|spoke)\s+about\s+|told\s+me\s+about\s+"
    r"|explained\s+(?=(?:the|your|their|his|her|how|why|what)\b)|described\s+)(?P<rest>.+)$"
)
_LIKED = re.compile(
    r"(?i)^I\s+(?:really\s+)?(?:liked|loved|enjoyed|appreciated)\s+"
    r"(?P<rest>(?:the|a|an|your|their|his|her|how)\b.+)$"
)
_WE_TALKED = re.compile(
    r"(?i)^we\s+(?:talked\s+about|spoke\s+about|chatted\s+about|discussed)\s+(?P<rest>.+)$"
)
_THEY = re.compile(r"(?i)^(?:(?:how|why|what|where|when|that|the way|the fact that)\s+)?they\b")
_THEIR = re.compile(
    r"(?i)^((?:how|why|what|where|when|that|the way|the fact that|about)\s+)?their\b"
)
_OWN = re.compile(
    r"\b(?:his|her)(?=\s+(?!to\b|that\b|about\b|and\b|in\b|on\b|at\b|for\b|the\b|a\b)\w)"
)
_LABEL = re.compile(r"(?i)^(?:q|question)\s*:\s*")


def _your_company(text: str) -> str:
    """“They” of a note, where it opens the note and so means the company, as “you”."""
    if not _THEY.match(text):
        return _THEIR.sub(lambda match: f"{match[1] or ''}your", text)
    text = re.sub(r"(?i)\btheirs\b", "yours", re.sub(r"(?i)\btheir\b", "your", text))
    return re.sub(r"(?i)\bthem\b", "you", re.sub(r"(?i)\bthey\b", "you", text))


def _plain_verb(verb: str) -> str | None:
    """“leads” as “lead”, where the form is sure."""
    regular = re.fullmatch(r"[a-z]{2,}[a-rt-z]s", verb)
    return verb[:-1] if regular and not verb.endswith(("ies", "ches", "shes", "oes")) else None


def _you_yourself(text: str) -> str:
    """“She leads …” as “you lead …”, where the verb's form is sure; else the note as it stands."""
    match = re.match(rf"(?i)^(?:she|he)(?P<is>[{APOSTROPHES}]s)?\s+(?P<rest>.+)$", text)
    if match is None:
        return text
    verb, _, tail = match["rest"].partition(" ")
    if match["is"]:
        has = verb in {"been", "got", "had"} or verb.endswith("ed")
        verb = f"{'have' if has else 'are'} {verb}"
    elif verb in _AGREES:
        verb = _AGREES[verb]
    elif verb not in IRREGULAR and not verb.endswith("ed"):
        plain = _plain_verb(verb)
        if plain is None:
            return text
        verb = plain
        tail = re.sub(r"\b(and|but|or) ([a-z]+)s\b", _second_verb, tail)
    return f"you {verb} {_OWN.sub('your', tail)}".strip()


def _second_verb(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}" if match[2] in VERBS else match[0]


def _question(text: str, listener: Listener) -> str | None:
    match = _ASKED.match(text)
    if match is None:
        return None
    who, link, rest = match["who"] or "", match["link"].casefold(), match["rest"]
    if who and who.casefold() not in SUBJECTS:
        owner = f"{who}'s"
    else:
        owner = "your" if who.casefold() == "you" else listener.owner
    if owner == "the" and listener.inside and who.casefold() in {"they", ""}:
        owner = "your"
    link = {"about": "about", "if": "about whether"}.get(link, f"about {link}")
    return f"{owner} question {link} {rest}"


def _retold(text: str, listener: Listener) -> str | None:
    """A note about speaking, as what was spoken of."""
    if match := _WE_TALKED.match(text):
        owner = "our" if listener.spoke else "the"
        return f"{owner} conversation about {match['rest']}"
    if match := _LIKED.match(text):
        rest = _OWN.sub("your", match["rest"]) if listener.spoke else match["rest"]
        return _your_company(rest) if listener.inside else rest
    match = _TOLD.match(text)
    if match and (listener.spoke or (match["who"] or "").casefold() == "you"):
        return f"what you said about {_OWN.sub('your', _your_company(match['rest']))}"
    if match and not match["who"] and listener.speaker:
        return f"what {listener.speaker} said about {match['rest']}"
    return None


def note(text: str, listener: Listener) -> str:
    """A note of the user's as words to say to that reader, ready for `woven`."""
    text = cleaned(_LABEL.sub("", text.strip()))
    if SENTENCES.search(text):
        return _your_company(text) if listener.inside else text
    if said := _question(text, listener) or _retold(text, listener):
        return said
    if text.endswith("?"):
        return f"{listener.owner} question “{raised(text)}”"
    if listener.inside:
        text = _your_company(text)
        plain = _plain_verb(first_word(text))
        if plain in VERBS:
            text = f"you {plain}{text[len(first_word(text)) :]}"
    if listener.spoke:
        text = _you_yourself(text)
    elif listener.speaker:
        text = re.sub(rf"(?i)^(?:she|he)[{APOSTROPHES}]s(?=\s+\w+ing\b)", "she is", text)
        text = re.sub(rf"(?i)^(?:she|he)\b(?![{APOSTROPHES}])", listener.speaker, text)
    return text


_DID = word_set("led ran built made wrote taught grew cut took kept gave won brought set held")
_MIN_GERUND = len("doing")


def qualification(text: str) -> str:
    """What the user brings, as a phrase where it can be one: “led a team” is “I led a team”."""
    text = cleaned(text)
    small = first_word(text).casefold()
    if small in _DID or re.fullmatch(r"[a-z]{3,}ed", small):
        return f"I {text[0].lower()}{text[1:]}"
    if small.endswith("ing") and len(small) >= _MIN_GERUND and small != "training":
        return f"my experience of {text[0].lower()}{text[1:]}"
    return text


_SENDING = re.compile(
    rf"(?i)^(?:to\s+|I(?:[{APOSTROPHES}](?:ll|d)|\s+(?:will|would|promised\s+to))\s+)?"
    r"(?:send|share|forward|provide)\s+(?:(?:her|him|them|you)\s+)?(?:(?:over|along)\s+)?"
)
_COUNTED = word_set("one two three four five six seven eight nine ten")


def material(text: str) -> str:
    """What was promised, as a thing to send: “send them code sample” is “the code sample”."""
    text = lowered(_SENDING.sub("", cleaned(text)))
    head = first_word(text).casefold()
    named = head in ARTICLES | _COUNTED or head.endswith(("'s", "\u2019s"))
    return text if not text or named or form_of(text) == "clause" else f"the {text}"
