"""German verbs: which words are surely one with its ending, and the participle, “aufgebaut” of “aufbauen”."""

import re

from followup.messages.languages.german.nouns import is_verb
from followup.prose.word_lists import word_groups, word_list, word_set

FINITE = word_list("german_verbs")
MODAL = word_set(
    "kann können muss müssen soll sollen sollte sollten darf dürfen will wollen wird werden möchte möchten würde würden"
)
NO_VERBS = word_groups("german_sure")[1]
_IRREGULAR = dict(pair.split(":") for pair in word_list("german_participles"))
PREFIXES = word_set(
    "an auf aus ab ein mit vor zu los nach weg zurück um bei hin her zusammen weiter statt durch fest dazu"
)
_BEFORE = PREFIXES | word_set(
    "entgegen bereit fertig frei heraus herunter hinein rein raus runter rauf rum hoch nieder sauber voran vorbei ran"
)
"""What stands apart from its verb: “aufgebaut”."""
_GROWN_ON = re.compile(
    r"(?:be|emp|ent|er|miss|über|unter|ver|wider|zer)(?!(.)\1)(?=\w{5})"
)  # and takes no “ge”: “verteilt”; “betteln” has none
_INFINITIVE = re.compile(r"[a-zäöüß]{2,}(?:en|ern|eln)|tun")
_PARTICIPLE = re.compile(
    rf"\w*ge\w{{2,}}(?:t|en)|\w{{3,}}iert|(?:{'|'.join(sorted(_BEFORE))})?(?:be|ver|er|ent)\w{{3,}}(?:t|en)"
    r"|\w*(?:unter|über)\w{3,}(?:t|en)"
)
_WANTS_AN_E = ("t", "d", "chn", "ckn", "ffn", "gn")
_STRONG = frozenset(done.removeprefix("ge") for done in _IRREGULAR.values())


def participle(verb: str) -> str:
    """The participle of an infinitive; "" where the word may be none, or nobody knows it."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if not _INFINITIVE.fullmatch(verb) or verb.startswith("ge") or _is_strong(verb):
        return ""
    if verb.endswith("ieren"):
        return f"{verb[:-2]}t"
    for apart in sorted(_BEFORE, key=len, reverse=True):
        base = verb.removeprefix(apart)
        if base != verb and (is_verb(base) or base in _IRREGULAR):
            done = participle(base)
            return f"{apart}{done}" if done else ""
    if not is_verb(verb):
        return ""
    if grown := _GROWN_ON.match(verb):
        base = verb[grown.end() :]
        return f"{grown[0]}{_IRREGULAR.get(base, '').removeprefix('ge') or _regular(base)}"
    return f"ge{_regular(verb)}"


def _regular(verb: str) -> str:
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    return f"{stem}{'et' if stem.endswith(_WANTS_AN_E) else 't'}"


def _is_strong(word: str) -> bool:
    """Whether it is the participle of an irregular verb, as “verstanden” and “übernommen” are."""
    grown = _GROWN_ON.match(word)
    return grown is not None and word[grown.end() :] in _STRONG


def is_participle(word: str) -> bool:
    """Whether a word may be a participle: “verteilen” ends as one does, and is none."""
    return _PARTICIPLE.fullmatch(word) is not None and participle(word) in ("", word)


_DONE = re.compile(rf"(?:{'|'.join(sorted(_BEFORE))})?ge\w{{3,}}t")


def is_done(word: str) -> bool:
    """Whether a word is built as the participle of a regular verb, be that in no list: “gebrüht”, “durchgebrüht”."""
    return _DONE.fullmatch(word) is not None


def is_finite(word: str) -> bool:
    """Whether a word is surely a verb with its ending: no infinitive or participle, which stand beside one."""
    if word in MODAL:
        return True
    if (
        word in NO_VERBS
        or word == "tun"  # “was ich tun würde”
        or word in PREFIXES
        or is_participle(word)
        or word.endswith(("eln", "ern", "en"))
    ):
        return False
    apart = (word.removeprefix(prefix) for prefix in PREFIXES)  # “aufbaut”
    return any(part in FINITE for part in apart) or (is_verb(word) and word.endswith(("t", "te")))
