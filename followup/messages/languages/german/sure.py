"""Whether German made of a hurried note is sure to read well; where it may not, a letter goes without it.

It looks for what a native speaker stumbles over, whatever rule wrote it: a word that nobody knows (a noun left small, a
typo, dialect), an article or adjective with no noun, and two verbs in one clause (a forgotten comma or full stop).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from followup.messages.languages.german.nouns import is_noun, is_small, is_verb
from followup.messages.languages.german.order import FINITE, MODAL, PREFIXES
from followup.messages.languages.german.short import OF_ME, OF_ME_ALONE
from followup.prose.word_lists import word_set

Order = Literal["last", "any", "none"]
"""Where the verb of a clause may stand: at its end alone, anywhere, or nowhere, as what one talks about has none."""

# --- its words ---

_TOKEN = re.compile(r"[\w-]+|[^\w\s]")
_NO_WORD = re.compile(
    r"\d+[xX]\b|\b[a-zäöü]+\d|(?<![\w'\u2019-])[a-z](?![\w'\u2019])"
)  # “2x”, “s4”, “klasse c”
_SHORTEST = 2


def _is_known(word: str) -> bool:
    """Whether a word is one, so far as anybody can tell: one with a capital may be a name."""
    parts = (
        part
        for part in word.split("-")
        if part.isalpha() and part.islower() and len(part) >= _SHORTEST
    )
    return all(is_small(part) or OF_ME.fullmatch(part) or _is_composed(part) for part in parts)


def _is_composed(word: str) -> bool:
    """Whether a small word is put together of known ones: “rausfährt”, “schwindelfrei”."""
    cuts = ((word[:at], word[at:]) for at in range(_SHORTEST, len(word) - _SHORTEST - 1))
    return any(
        is_small(tail) and (is_small(head) or head in PREFIXES or is_noun(head.rstrip("s")))
        for head, tail in cuts
    )


_HALF_A_WORD = re.compile(r"\b[a-zäöüß]+ und [A-ZÄÖÜ]")  # “zwischen früh und Spätdienst”

# --- its nouns ---

_AN_ARTICLE = re.compile(
    r"(?i)(?:(?:k|m|d)?ein|(?:k|m|d|s)?ein(?:e|en|em|es)|(?:unser|eur)e[nms]|im|am|beim|zum|zur|ins|vom|ans)"
)
_BEFORE_ONE = word_set(
    "in an auf bei mit von zu aus für gegen ohne durch um nach vor über unter statt wegen trotz"
)
_WITH = word_set("mit bei von für gegen aus")  # never before a verb, nor what one has left behind
_THE = word_set("der die das den dem")
_SOMEBODY = word_set(
    "ich wir man ihr sie es er mich mir uns sich keiner niemand jeder jede alle alles viele manche nicht"
)
_NO_PART = (
    _SOMEBODY
    | _BEFORE_ONE
    | _THE
    | word_set("jedes einer wenn weil dass ob wer was wie wo und oder zum zur im am")
)
_BY_ITSELF = word_set(  # ends as an adjective does, and is none
    "allem beidem vielem allen alle beiden beide anderen andere ihnen denen einen keinen meinen deinen seinen"
    " jeden vielen wenigen mehreren hinten vorne unten oben heute gerne morgen immer wieder unter über außer aber"
    " oder lieber hinter weiter später früher diese dieser diesen jede jeder meine deine seine unsere eure ihre"
    " ihren ihrer einer keiner eine keine viele wenige mehrere einige manche solche welche welcher welchen innen"
    " außen"
)  # fmt: skip
_ADJECTIVE = re.compile(r"[a-zäöüß-]{2,}e[nrsm]?")
_MOST = re.compile(r"[a-zäöüß]+(?:sten|ten)")  # “am liebsten”, “beim zehnten”
_BEGINS_A_THING = re.compile(
    r"(?i)(?:de[rnms]|die|das|(?:(?:k|m|d|s)?ein|unser|eu?e?r|ihr|dies|welch)(?:e[nmrs]?)?|zwei|drei|vier|fünf|sechs|sieben"
    r"|acht|neun|zehn|zwölf|alle|beide|viele|mehrere|einige|mehr|weniger|ersten?|letzten?|\d\S*)"
)


def _nouns_stand(words: Sequence[str]) -> bool:
    """Whether a noun stands behind each article and each adjective that wants one."""
    return all(_has_its_noun(words, at) for at in _wanting(words))


def _wanting(words: Sequence[str]) -> Iterator[int]:
    """Where the words begin behind which a noun must come."""
    for at, word in enumerate(words):
        before = words[at - 1].lower() if at else ""
        if (_AN_ARTICLE.fullmatch(word) and not (word[0].isupper() and at)) or (
            before in _BEFORE_ONE and word in _THE
        ):
            yield at + 1
        elif before in _WITH and _ADJECTIVE.fullmatch(word) and word not in _BY_ITSELF:
            yield at


def _has_its_noun(words: Sequence[str], at: int) -> bool:
    for n, word in enumerate(words[at:]):
        if word[:1].isupper() or word[:1].isdigit():
            return True
        if word in _NO_PART:  # “mit dem ich”, and no “einen auf”
            return n == 0 and words[at - 1] in _THE and word in _SOMEBODY
        if not word[:1].isalpha():
            return False
        if n == 0 and _MOST.fullmatch(word) and words[at - 1] in ("am", "im", "beim", "zum"):
            return True
    return False


def _begins_with_a_noun(words: Sequence[str]) -> bool:
    head = next((n for n, word in enumerate(words) if word[:1].isupper()), None)
    return head is not None and all(
        _BEGINS_A_THING.fullmatch(w) or (_ADJECTIVE.fullmatch(w) and w not in _BY_ITSELF)
        for w in words[:head]
    )


# --- its verbs ---

_CLAUSES = re.compile(
    r"(\s(?=(?:als|statt) )|[,;:.!?\u2013„“\"()]|\b(?:und|oder|sowie|aber|sondern|denn)\b)"
)
_SUBORDINATE = re.compile(
    r"(?i)(?:(?:auch|vor allem|erst|nur|selbst|besonders|in|mit|auf|für|an|bei|von|zu|aus|über|nach) )?"
    r"(?:wenn|weil|dass|ob|obwohl|bevor|nachdem|sobald|solange|falls|sodass|wie|was|wer|wen|wem|wo\w*|warum|wann|weshalb"
    r"|welche\w*|indem|bis|während)\b"
)
_RELATIVE = re.compile(
    r"(?:(?:in|mit|auf|für|an|bei|von|zu|aus|über) )?(?:der|die|das|den|dem|denen) "
)
_PARTICIPLE = re.compile(
    r"\w*ge\w{2,}(?:t|en)|\w{3,}iert|\w*(?:be|ver|er|ent|zer|miss|über|unter)\w{2,}(?:t|en)"
)
_NO_VERB = word_set(  # for all that their endings say
    "gegen zwischen sondern wegen zusammen morgen gern gerne gestern oben unten neben dagegen deswegen eben"
    " inzwischen daneben hinten mitten selten offen außen innen eigen seinen seinem seiner bestimmt gesamt direkt"
    " seit gut nicht recht fest laut statt mit oft fast dort jetzt selbst sonst meist zuletzt zuerst leicht"
    " schlecht echt bereit bekannt perfekt konkret nett kaputt satt insgesamt überhaupt tot rot spät acht heute"
    " komplett kalt alt erst bitte eine liebe ware"
)  # fmt: skip


def is_sure(text: str, order: Order = "any") -> bool:
    """Whether it reads well; `order` is that of its first clause."""
    words = _TOKEN.findall(text)
    if _NO_WORD.search(text) or not all(map(_is_known, words)) or not _nouns_stand(words):
        return False
    if order == "none" and (not _begins_with_a_noun(words) or _HALF_A_WORD.search(text)):
        return False
    if "ich" not in text.lower().split() and any(OF_ME_ALONE.fullmatch(word) for word in words):
        return False  # “gute pflege Zeit braucht”
    asks = ended = "?" in text
    for link, part in _clauses(text):
        if _SUBORDINATE.match(part) and (link or (order == "any" and not asks)):
            order = "last"
        elif link not in ("", "und", "oder"):
            order = "any"
        if not _fits(part.split(), order, ended=ended):
            return False
        ended = order == "last" or _RELATIVE.match(part) is not None
    return True


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Its clauses, each behind the word or the mark that parts it from the one before."""
    parts = ["", *(part.strip() for part in _CLAUSES.split(text))]
    return ((link, part) for link, part in zip(parts[::2], parts[1::2], strict=True) if part)


def _fits(clause: Sequence[str], order: Order, *, ended: bool) -> bool:
    """Whether its verbs stand where they must; only behind a clause that has `ended` does it begin with one."""
    ich = "ich" in clause
    verbs = [
        n for n, word in enumerate(clause) if is_finite(word) or (ich and OF_ME.fullmatch(word))
    ]
    alone = [
        n for n in verbs if clause[n] not in MODAL or clause[n][-2:] != "en"
    ]  # “lernen müssen”
    if len(alone) > (order != "none") or (
        order == "any" and not ended and is_finite(clause[0].lower())
    ):
        return False
    last = _at_its_end(clause)
    follows = (
        clause[0] in ("wir", "Sie", "sie") and last > 1 and is_verb(clause[1])
    )  # “Sie suchen wen, der bleibt”
    return order != "last" or (not follows and all(at >= last for at in verbs))


def is_finite(word: str) -> bool:
    """Whether a word is surely a verb with its ending: no infinitive or participle, which stand beside one."""
    if word in MODAL:
        return True
    if (
        word in _NO_VERB
        or word in PREFIXES
        or _PARTICIPLE.fullmatch(word)
        or word.endswith(("eln", "ern", "en"))
    ):
        return False
    return word in FINITE or (is_verb(word) and word.endswith(("t", "te")))


def _at_its_end(clause: Sequence[str]) -> int:
    """Where the verbs begin with which a clause ends: “arbeiten muss”, “gewesen ist”."""
    at = len(clause)
    while at and _may_be_verb(clause[at - 1]):
        at -= 1
    return at


def _may_be_verb(word: str) -> bool:
    return word not in _NO_VERB and (
        is_verb(word) or word in FINITE or OF_ME.fullmatch(word) is not None
    )
