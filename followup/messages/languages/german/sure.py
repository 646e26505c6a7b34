"""Whether German made of a hurried note is sure to read well; where it may not, a letter goes without it.

It looks for what a native speaker stumbles over, whatever rule wrote it: a word that nobody knows (a noun left small, a
typo, dialect), an article or adjective with no noun, and two verbs in one clause (a forgotten comma or full stop).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from followup.messages.languages.german.compounds import WORD_OR_MARK, is_dialect, unknown_words
from followup.messages.languages.german.nouns import is_verb, may_be_noun
from followup.messages.languages.german.short import OF_ME, OF_ME_ALONE, written_out
from followup.messages.languages.german.verbs import (
    FINITE,
    MODAL,
    NO_VERBS,
    is_finite,
)
from followup.prose.word_lists import word_groups, word_rows, word_set

Order = Literal["last", "any", "none"]
"""Where the verb of a clause may stand: at its end alone, anywhere, or nowhere, as what one talks about has none."""

_NO_WORD = re.compile(
    r"\d+[xX]\b|\b[a-zäöü]+\d|(?<![\w'\u2019-])[a-z](?![\w'\u2019])"
    r"|\bjede[rs] [a-zäöüß]+en\b(?! [A-ZÄÖÜ])|\b(?:ab|ein) (?:bei|mit)\b"
)  # “2x”, “s4”, “klasse c”, “jeder wagen”, “wie ich Blut ab bei jemandem nehme”
_HALF_A_WORD = re.compile(r"\b[a-zäöüß]+ und [A-ZÄÖÜ]")  # “zwischen früh und Spätdienst”

_BY_ITSELF, _, _SOMEBODY, _BEFORE_ONE = word_groups("german_sure")
_THE = word_set("der die das den dem")
_ANY_OF_THE = "|".join(sorted(_THE))
_IN_THE = word_set("im am beim zum zur ins vom ans")
_AN_ARTICLE = re.compile(
    r"(?i)(?:(?:k|m|d)?ein|(?:k|m|d|s)?ein(?:e|en|em|es)|(?:unser|eur)e[nms]"
    rf"|{'|'.join(sorted(_IN_THE))})"
)
_WITH = word_set("mit bei von für gegen aus")  # never before a verb, nor what one has left behind
_LINKING = word_set("jedes einer wenn weil dass ob wer was wie wo und oder")
_NO_PART = _SOMEBODY | _BEFORE_ONE | _THE | _IN_THE | _LINKING
_ADJECTIVE = re.compile(r"[a-zäöüß-]{2,}e[nrsm]?")
_MOST = re.compile(r"[a-zäöüß]+(?:sten|ten)")  # “am liebsten”, “beim zehnten”
_BEGINS_A_THING = re.compile(
    rf"(?i)(?:{_ANY_OF_THE}|des|(?:(?:k|m|d|s)?ein|unser|eu?e?r|ihr|dies|welch)(?:e[nmrs]?)?|zwei|drei"
    rf"|vier|fünf|sechs|sieben"
    r"|acht|neun|zehn|zwölf|alle|beide|viele|mehrere|einige|mehr|weniger|ersten?|letzten?|\d\S*)"
)


def _nouns_stand(words: Sequence[str]) -> bool:
    """Whether a noun stands behind each article and each adjective that wants one."""
    return all(_has_its_noun(words, at) for at in _wanting(words))


def _wanting(words: Sequence[str]) -> Iterator[int]:
    """Where the words begin behind which a noun must come."""
    for at, word in enumerate(words):
        before = words[at - 1].lower() if at else ""
        behind = "".join(words[at + 1 : at + 2])
        does = behind in FINITE or behind in ("hast", "habt", ",")
        one = word.lower() in ("eine", "einen", "einer") and does
        if one or (before == "so" and not _ADJECTIVE.fullmatch(behind)):
            continue  # “eine hätte ich schon”, “meine Oma war auch so eine”
        if (_AN_ARTICLE.fullmatch(word) and not (word[0].isupper() and at)) or (
            before in _BEFORE_ONE and word in _THE
        ):
            yield at + 1
        elif before in _WITH and _ADJECTIVE.fullmatch(word) and word not in _BY_ITSELF:
            yield at


def _has_its_noun(words: Sequence[str], at: int) -> bool:
    if words[at - 3 : at - 2] == [","] and words[at - 1] in _THE and FINITE & {*words[-2:]}:
        return True  # “, mit der noch keiner warm geworden ist”
    for n, word in enumerate(words[at:]):
        if word[:1].isupper() or word[:1].isdigit():
            return True
        if word in _NO_PART:  # “mit dem ich”, and no “einen auf”
            begins = word in _SOMEBODY or (words[at - 3 : at - 2] == [","] and word in _THE)
            return n == 0 and words[at - 1] in _THE and begins  # “, bei dem der Strom ausfiel”
        if not word[:1].isalpha():
            return False
        if n == 0 and _MOST.fullmatch(word) and words[at - 1] in _IN_THE:
            return True
    return False


_NOUN_HEAD = re.compile(r"(?:\d+-)?[A-ZÄÖÜ]")  # “die 14-Uhr-Abfahrt”


def _begins_with_a_noun(words: Sequence[str]) -> bool:
    head = next((n for n, word in enumerate(words) if _NOUN_HEAD.match(word)), None)
    return head is not None and all(
        _BEGINS_A_THING.fullmatch(w) or (_ADJECTIVE.fullmatch(w) and w not in _BY_ITSELF)
        for w in words[:head]
    )


_CLAUSES = re.compile(
    r"(\s(?=(?:als|statt) )|[,;:.!?\u2013„“\"()]|\b(?:und|oder|sowie|aber|sondern|denn)\b)"
)
_SUBORDINATE = re.compile(
    r"(?i)(?:(?:auch|vor allem|erst|nur|selbst|besonders|in|mit|auf|für|an|bei|von|zu|aus|über|nach) )?"
    r"(?:wenn|weil|dass|ob|obwohl|bevor|nachdem|sobald|solange|falls|sodass|wie|was|wer|wen|wem|wo\w*"
    r"|warum|wann|weshalb"
    r"|welche\w*|indem|bis|während|als(?= (?:ich|wir|man|es|er|sie|d[eia][res]) )|seit(?:dem)?(?= (?:ich"
    r"|wir|man|es)\b))\b"
)
_BESIDE_ONE = re.compile(  # stands behind an infinitive: “liegen bleibt”
    r"(?:würd|möcht|k[aoö]nn|soll|m[uü]ss|d[uü]rf|darf|woll|will|w[eiu]rd|l[aä]ss|ließ|geh|ging|hilf|helf"
    r"|bleib|komm|kam"
    r"|lern|hör|sieh|seh|sah|ist|sind|seid|bin|war|hat|hab[et]|hätt|brauch|weiß|tut)\w*"
)
_A_FEW = 4
_OF_ME_TOO = word_set(
    "könnte würde möchte konnte musste durfte wollte"
)  # “ich habe … und könnte …”
_RELATIVE = re.compile(rf"(?:(?:in|mit|auf|für|an|bei|von|zu|aus|über) )?(?:{_ANY_OF_THE}|denen) ")


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def is_sure(text: str, order: Order = "any") -> bool:
    """Whether it reads well; `order` is that of its first clause."""
    words = WORD_OR_MARK.findall(text)
    if _NO_WORD.search(text) or unknown_words(text) or not _nouns_stand(words):
        return False
    if order == "none" and (not _begins_with_a_noun(words) or _HALF_A_WORD.search(text)):
        return False
    if not {"ich", "Ich"} & {*words} and any(OF_ME_ALONE.fullmatch(word) for word in words):
        return False  # “gute pflege Zeit braucht”
    asks = ended = "?" in text
    mine = False
    for link, part in _clauses(text):
        if _SUBORDINATE.match(part) and (link or (order == "any" and not asks)):
            order = "last"
        elif link not in ("", "und", "oder", "sondern"):
            order = "any"
        clause = part.split()
        if order == "last":
            sure = _is_told(clause)
        else:
            begun = ended or (link == "und" and mine and clause[0] in _OF_ME_TOO)
            sure = _is_said(clause, first=not link, ended=begun) and not (
                order == "none" and _verbs(clause)
            )
        if not sure:
            return False
        mine = bool({"ich", "Ich"} & {*clause})
        ended = order == "last" or _RELATIVE.match(part) is not None
    return True


def is_sure_of_me(text: str) -> bool:
    """Whether a thought is sure, alone or in halves that share their “ich”: “das habe ich gemacht und weiß, wo …”."""
    first, _, second = text.rpartition(" und ")
    shares = bool(re.search(r"\b[Ii]ch\b", first)) and is_verb(second.partition(" ")[0].rstrip(","))
    return is_sure(text) or (shares and is_sure(first) and is_sure(f"Ich {second}"))


_BROKEN = re.compile(word_rows("german_sentences")[2])
_A_WORD_UNKNOWN = 5  # words at least to each that nobody knows: a term of their trade


def stands_as_typed(typed: str, said: str) -> bool:
    """Whether what is said is its writer's own sentence, typed with the capitals of its nouns, and only mended.

    Who types so forgets no full stop, and two verbs in a clause are meant: “Das spart Zeit und macht Spaß”.
    """
    written = written_out(typed)
    same = written.replace(",", "").casefold() == said.replace(",", "").casefold()
    words = WORD_OR_MARK.findall(written)
    unknown = len(unknown_words(written))
    plain = written[:1].isupper() and not unknown and _nouns_stand(words)
    nouns = any(word[:1].isupper() for word in words[1:])
    return (
        same
        and not _NO_WORD.search(written)
        and not _BROKEN.search(written)
        and not is_dialect(written)
        and (plain or (nouns and unknown * _A_WORD_UNKNOWN <= len(words)))
    )


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Its clauses, each behind the word or the mark that parts it from the one before."""
    parts = ["", *(part.strip() for part in _CLAUSES.split(text))]
    return ((link, part) for link, part in zip(parts[::2], parts[1::2], strict=True) if part)


def _verbs(clause: Sequence[str]) -> list[int]:
    """Where its verbs stand: what is surely one, with “ich” also what else one says of oneself."""
    ich = "ich" in clause
    return [
        n for n, word in enumerate(clause) if is_finite(word) or (ich and OF_ME.fullmatch(word))
    ]


def _finite_ones(clause: Sequence[str]) -> list[int]:
    """Those of its verbs that need a clause of their own: “müssen” may stand beside one (“lernen müssen”)."""
    return [n for n in _verbs(clause) if clause[n] not in MODAL or clause[n][-2:] != "en"]


def _is_said(clause: Sequence[str], *, first: bool, ended: bool) -> bool:
    """Whether a main clause has one verb at most: at its head only behind one that has `ended`, nor far at its end."""
    verbs = _finite_ones(clause)
    late = first and len(clause) > _A_FEW and verbs == [len(clause) - 1]  # “… die hier gelernt hat”
    return len(verbs) <= 1 and not late and (ended or not is_finite(clause[0].lower()))


def _is_told(clause: Sequence[str]) -> bool:
    """Whether a clause that ends in its verbs has none before them, and nothing among them that is none."""
    if clause[-2:-1] == ["zu"] and is_finite(clause[-3:][0]):
        clause = clause[:-2]  # “… anfängt zu weinen”
    verbs, last = _verbs(clause), len(clause)
    while last and _may_be_verb(clause[last - 1]):
        last -= 1
    left_small = any(
        _is_doing(clause[n:]) and is_verb(clause[n]) and may_be_noun(clause[n])
        for n in range(1, last)
    )
    doing = (
        len(clause) > 1
        and not _BESIDE_ONE.fullmatch(clause[-1])
        and is_finite(clause[-1])
        and _is_doing(clause[-2:])
    )
    return (
        len(_finite_ones(clause)) <= 1
        and not (doing or left_small or _is_doing(clause))
        and all(at >= last for at in verbs)
    )


def _is_doing(clause: Sequence[str]) -> bool:
    """Whether it begins with what one does, left small: “probearbeiten bezahlt wird”, “man vertrauen aufbaut”."""
    head, before_a_noun = clause[0], len(clause) > 1 and clause[1][:1].isupper()
    known = head in _BY_ITSELF | NO_VERBS | _BEFORE_ONE
    return (
        head.islower()
        and head.endswith("en")
        and not (known or before_a_noun or head.endswith("sten"))
    )


def _may_be_verb(word: str) -> bool:
    return word not in NO_VERBS and (
        is_finite(word) or is_verb(word) or word in FINITE or OF_ME.fullmatch(word) is not None
    )
