"""English notes as words for one reader: “she leads two teams” is said to her as “you lead two teams”.

What was said is jotted down as “She asked how I'd handle on-call”; `proposed` gives the frame and the end of the
sentence that it surely makes, for the user to accept. A rewriting is done only where it is safe.
"""

import re

from followup.messages.languages.english.frames import (
    IRREGULAR,
    SAID,
    VERBS,
    cleaned,
    first_word,
    is_topic,
    says_something,
    shape_of,
)
from followup.messages.languages.english.typed import typed_out
from followup.messages.languages.lines import APOSTROPHES
from followup.messages.languages.listener import Listener
from followup.model.vocabulary import Frame
from followup.prose.jotted import is_shorthand
from followup.prose.name_parts import ANY_GIVEN, read_name
from followup.prose.word_lists import word_list

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
_SAID = re.compile(
    r"(?i)^(?!(?:what|how|why|where|when|that|everything|something|things?|all|the|a|an|i|we)\b)(?:[\w.'-]+ ){1,3}?"
    r"(?:said|says|told (?:me|us)|thinks|thought|felt|feels|pointed out|meant|admitted|mentioned|complained|added)"
    r",?(?: that)? (?!about\b)(?P<rest>\S+ \S+ .+)$"
)  # “Tom said the last analyst left”
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


_THEY_OF_A_THING = re.compile(rf"\bthey(?=[{APOSTROPHES}](?:re|ve|ll|d)\b| \w)")
_SEVERAL = re.compile(
    r"(?i)\b(?!(?:is|was|has|as|us|this|its|his|hers|across|less|always|perhaps|\w+(?:ss|us|is|ess))\b)\w{2,}s\b"
    r"|\b(?:people|children|men|women|staff|police|they|who|them|everyone|everybody|someone|somebody|anyone|anybody"
    r"|nobody|and|or|each|every|all|most|many|some)\b"
)


def _your_company(text: str) -> str:
    """“They” of a note, where it opens the note and so means the company, as “you”."""
    if not _THEY.match(text):
        text = re.sub(r"(?i)(?<=\bis )their\b|(?<=\bare )their\b", "your", text)
        if (found := _THEY_OF_A_THING.search(text)) and not _SEVERAL.search(text[: found.start()]):
            text = f"{text[: found.start()]}you{text[found.end() :]}"  # “the desk they're rewiring”
        return _THEIR.sub(lambda match: f"{match[1] or ''}your", text)
    others = _SEVERAL.search(text, len("they"))
    of_them, rest = (text[: others.end()], text[others.end() :]) if others else (text, "")
    said = {"they": "you", "their": "your", "theirs": "yours", "them": "you"}
    of_you = re.sub(r"(?i)\b(?:they|their|theirs|them)\b", lambda m: said[m[0].casefold()], of_them)
    return of_you + re.sub(rf"\bthey(?=[{APOSTROPHES}](?:re|ve|ll|d)\b| )", "you", rest)


_WE = {
    "we": ("you", "they"),
    "us": ("you", "them"),
    "our": ("your", "their"),
    "ours": ("yours", "theirs"),
    "ourselves": ("yourselves", "themselves"),
}


def _their_we(text: str, to: Listener) -> str:
    """“We” of a note of what they said is their company: “you” to its people, “they” to an agency."""
    if re.search(r"(?i)\b(?:together|both of us|we both|we two)\b", text):
        return text
    return re.sub(
        r"(?i)\b(?:we|us|ours?|ourselves)\b",
        lambda match: _WE[match[0].casefold()][0 if to.inside else 1],
        text,
    )


def _plain_verb(verb: str) -> str | None:
    """“leads” as “lead”, where the form is sure."""
    if verb.endswith(("ches", "shes", "sses", "xes")):
        return verb[:-2]
    regular = re.fullmatch(r"[a-z]{2,}[a-rt-z]s", verb)
    return verb[:-1] if regular and not verb.endswith(("ies", "oes")) else None


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


_AND_ALSO = re.compile(r"\b(and|but) (?:she|he) ([a-z]+)\b")


def _you_as_well(match: re.Match[str]) -> str:
    verb = _AGREES.get(match[2]) or _plain_verb(match[2])
    return f"{match[1]} you {verb}" if verb else match[0]


def _second_verb(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}" if match[2] in VERBS else match[0]


def to_the_reader(text: str, to: Listener) -> str | None:
    """A framed text as said to them; None where it may speak of them as of somebody else."""
    if text.startswith("“"):  # word for word
        return text
    text = re.sub(r"\bhere\b(?! (?:in|at|on)\b)", "there", _their_we(_own_name(text, to.name), to))
    if to.inside:
        text = _your_company(text)
    if to.spoke:
        text = _AND_ALSO.sub(_you_as_well, _you_yourself(text))
        head, tail = _up_to_another(text)
        head = _OWN.sub("your", head)
        return None if _SOMEBODY.search(head) else head + tail
    if not to.inside and to.speaker:
        text = re.sub(r"\byour\b", "their", re.sub(r"\byou\b", "they", text))
    if to.speaker:
        text = re.sub(rf"(?i)^(?:she|he)[{APOSTROPHES}]s(?=\s+\w+ing\b)", "she is", text)
        text = re.sub(rf"(?i)^(?:she|he)\b(?![{APOSTROPHES}])", to.speaker, text)
    return text


def _up_to_another(text: str) -> tuple[str, str]:
    """A text up to whoever it names beside the reader, whose “his” and “her” is: “if a lady won't | take her meds”."""
    named = (m for m in re.finditer(r"\b[A-Z][a-z]+\b", text) if m[0].casefold() in ANY_GIVEN)
    ends = [m.end() for m in (_ANOTHER.search(text), *named) if m]
    end = min(ends, default=len(text))
    return text[:end], text[end:]


def _own_name(text: str, name: str) -> str:
    """The reader's own name where it surely means “you” and “your”."""
    found = read_name(name)
    for called in (name, *found.given, found.family):
        if called:
            text = re.sub(rf"(?<!\w){re.escape(called)}[{APOSTROPHES}]s\b", "your", text)
            said = re.sub(rf"^{re.escape(called)}(?= \w)", "she", text)
            text = _you_yourself(said) if said != text else text
    return text


def is_report(text: str) -> bool:
    """Whether a note tells what somebody said, as a sentence by itself: “Tom said the last analyst left”."""
    return _SAID.match(text) is not None


def proposed(text: str) -> tuple[Frame, str] | None:
    """The frame that a jotting fits, and the end of the sentence that it makes; None where that is not sure."""
    text = cleaned(_LABEL.sub("", text.strip()))
    if not text or is_shorthand(typed_out(text)):
        return None
    if match := _ASKED.match(text):
        link = match["link"].casefold()
        return "question", match["rest"] if link == "about" else f"{link} {match['rest']}"
    if (match := _SAID.match(text)) and not text.endswith("?"):
        return "that", match["rest"]
    for pattern in (_WE_TALKED, _LIKED, _TOLD):
        if match := pattern.match(text):
            return "about", match["rest"]
    if text.endswith("?"):
        return "question", f"“{text[0].upper()}{text[1:]}”"
    if match := SAID.match(text):
        return "that", match["rest"]
    plain = _plain_verb(first_word(text))
    if plain in VERBS:
        return "that", f"they {plain}{text[len(first_word(text)) :]}"
    if shape_of(text) == "phrase" or is_topic(text):
        return "about", text
    return ("that", text) if says_something(text) and ":" not in text else None


_OTHERS = "|".join(sorted(word_list("english_others")))
_ANOTHER = re.compile(
    rf"(?i)\b(?:(?:an?|any|each|every|some|one|another|the) (?:[\w'-]+ ){{0,2}}?(?:{_OTHERS})"
    r"|\w+(?:,| \w+)? who(?:se)?|some(?:body|one)|any(?:body|one))\b"
)
_SOMEBODY = re.compile(r"(?i)\b(?:she|he|her|him|his|herself|himself)\b")
_NAMED_BEFORE = re.compile(
    r"\b(?:(?:a|an|the|my|our)(?: \w+)+|(?!I\b)[A-Z]\w+ ).*?\b(?:she|he|her|him|his)\b"
)


def of_somebody(thought: str, said: str) -> str:
    """The “she” of a thought for which neither it nor what was said names somebody else; "" where there is none."""
    another = _NAMED_BEFORE.search(thought, 1) or _ANOTHER.search(said)
    found = None if another else _SOMEBODY.search(thought)
    return found[0] if found else ""
