"""A full name taken apart, however it was written: in order or not, in capitals, or as the header of a mail.

No name is refused; what is not understood is a given name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from followup.prose.text import folds
from followup.prose.word_lists import word_list

OF_OFFICE: Mapping[str, frozenset[str]] = {"f": word_list("titles_f"), "m": word_list("titles_m")}
"""Titles that have a gender."""
_TITLES = word_list("titles") | OF_OFFICE["f"] | OF_OFFICE["m"]
TITLES = _TITLES | word_list("titles_or_names")
PARTICLES = word_list("particles")
_BEFORE_A_FAMILY = PARTICLES | word_list("noble")
_SUFFIXES = word_list("suffixes")
_FAMILY_FIRST = word_list("family_first")
_FIRMS = word_list("firms")
HONORIFIC = re.compile(
    r"(?:(?<=\w)-(?:san|sama|sensei|ssi|nim)|先生|女士|小姐|老师|老師|经理|經理|总|さん|さま|様|氏|님|씨)$"
)
TOKEN = re.compile(r"[^\s,;:!?()\[\]{}<>\"&/|+*=\\]+")
DASHES = re.compile(r"[-\u2010\u2011\u2013]")
_HEADER = re.compile(
    r"\s*[<(\[]\s*(?:mailto:)?([^\s<>()\[\]]+@[^\s<>()\[\]]+)\s*[>)\]]\s*[,;]?\s*$"
)
_BARE = re.compile(r"\s*(?:mailto:)?([^\s<>@,;]+@[^\s<>@,;]+)\s*")
_LOUD = 3  # letters of a family name in capitals; two are initials
GIVEN: Mapping[str, frozenset[str]] = {"f": word_list("given_f"), "m": word_list("given_m")}
"""Given names by gender, f and m, small."""
ANY_GIVEN = GIVEN["f"] | GIVEN["m"]


@dataclass(frozen=True, slots=True)
class Name:
    """A full name taken apart: “Dr. van der Berg, Jan” has ("Dr.",), ("Jan",) and “van der Berg”. Any may be empty.

    `family_first`: it is said in that order, as “Wang Wei” is.
    """

    titles: tuple[str, ...]
    given: tuple[str, ...]
    family: str
    family_first: bool = False
    nickname: str = ""

    @property
    def called(self) -> str:
        """The given name that one is called by; "" without any.

        The one in quotes (“Zbigniew 'Ziggy' Baran”), in Vietnamese the last (“Linh” of “Phạm Thùy Linh”), of a double
        name both (“María José”).
        """
        if self.nickname:
            return self.nickname
        if len(self.given) < 2:  # noqa: PLR2004 (one name)
            return "".join(self.given)
        first, second, *_ = (name.lower() for name in self.given)
        if first in _DOUBLE_FIRST and second in _DOUBLE_SECOND:
            return " ".join(self.given[:2])
        rare = first not in ANY_GIVEN
        vietnamese = first in _IN_THE_MIDDLE or (self.family.lower() in _VIETNAMESE and rare)
        return self.given[-1 if vietnamese else 0]

    @property
    def spoken_titles(self) -> tuple[str, ...]:
        """The titles that one says: “Dr. iur.” is Dr."""
        said = [re.sub(r"(?<=Dr\.)-.*", "", t) for t in self.titles if bare(t) not in _UNSPOKEN]
        return tuple(t for t in said if bare(t) not in {"pd", "priv-doz"} or len(said) == 1)


def bare(token: str) -> str:
    return token.strip("'-").replace(".", "").lower()


def _is_title(token: str, *, follows: bool) -> bool:
    """Whether a word at the head of a name is a title; one letter (h. c.) only where it follows another."""
    pieces = DASHES.split(bare(token))
    dotted = token.endswith(".") and (follows or len(pieces[0]) > 1)
    return all(piece in (TITLES if dotted else _TITLES) for piece in pieces)


_VIETNAMESE = word_list("vietnamese")
_DOUBLE_FIRST, _DOUBLE_SECOND = word_list("double_first"), word_list("double_second")
_UNSPOKEN = word_list("unspoken") | word_list("trades")
_IN_THE_MIDDLE = frozenset({"thi", "thị", "van", "văn"})
_SPANISH = word_list("spanish_family")
_RANKS = word_list("ranks")
_OF_THREE = word_list("titles_of_three") | word_list("trades")


def _without_titles(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The titles at the head, and the rest without suffixes at its end."""
    at = 0
    while at < len(words) and (
        _is_title(words[at], follows=at > 0)
        or (bare(words[at]) in _OF_THREE and len(words) - at > 2)  # noqa: PLR2004 (“Dean Rusk” is called Dean)
    ):
        if bare(words[at]) == "h" and [bare(word) for word in words[at + 1 : at + 2]] != ["c"]:
            break  # an initial, and no “h. c.”
        at += 1
    rank = [bare(word) for word in words[at : at + 2]]
    if len(words) - at > 2 and rank[1:] and rank[1] in _RANKS:  # noqa: PLR2004 (“Watch Manager Tom Ash”)
        at += 2
    end = len(words)
    while end > at and bare(words[end - 1]) in _SUFFIXES:
        end -= 1
    return tuple(words[:at]), words[at:end]


def _particles_at_end(words: list[str]) -> int:
    """Where the particles begin that end a list of given names (“Berg, Jan van der”)."""
    at = len(words)
    while at > 1 and words[at - 1].lower() in _BEFORE_A_FAMILY:
        at -= 1
    return at


def _in_order(words: list[str], titles: tuple[str, ...]) -> Name:
    """A name written as it is said: given names, particles, family name; or family name first where that is plain."""
    if words[0] in PARTICLES or (titles and len(words) == 1):
        return Name(titles, (), " ".join(words))
    if _is_family_first(words):
        return Name(titles, tuple(words[1:]), words[0], family_first=True)
    at = _particles_at_end(words[:-1])
    if at > 1 and not folds(words[at - 1]).isdisjoint(_SPANISH):  # “Ana Ruiz de la Torre”
        at -= 1
    return Name(titles, tuple(words[:at] or words), " ".join(words[at:]) if at else "")


def _is_family_first(words: list[str]) -> bool:
    """“KOCH Sven”, in capitals, or a name that is written so where it comes from (“Nguyen Van An”)."""
    if len(words) < 2:  # noqa: PLR2004 (one word has no order)
        return False
    head, last = words[0].lower(), words[-1].lower()
    if len(words) > 2 and words[1].lower() in _IN_THE_MIDDLE - {"van"}:  # noqa: PLR2004 (“Phan Thị Lan”)
        return True
    return head in _FAMILY_FIRST and last not in _FAMILY_FIRST


def name_and_address(text: str) -> tuple[str, str]:
    """What is pasted as a name or an address, as both: “Schmidt, Maria <m@x.org>” has a name and “m@x.org”.

    Either is "" where it is not there. An address alone gives the name that it surely spells (“maria.schmidt@x.org”).
    """
    if header := _HEADER.search(text):
        return _unquoted(text[: header.start()]), header[1]
    if bare := _BARE.fullmatch(text):
        local = bare[1].partition("@")[0]
        words = re.split(r"[._]", re.sub(r"\+.*|\d+$", "", local))
        spelled = len(words) > 1 and all(word.isalpha() and len(word) > 1 for word in words)
        return " ".join(word.capitalize() for word in words) if spelled else "", bare[1]
    return _unquoted(text), ""


def _unquoted(name: str) -> str:
    """A header's name without its quotation marks, and without the sender's note in brackets (“(Globex)”)."""
    return (
        re.sub(r"\s*\([^()]*\)\s*$", "", name.strip().strip("\"'“”").strip()).strip()
        or name.strip()
    )


def _cased(words: list[str]) -> tuple[list[str], bool]:
    """The words of a name with its capitals where all are written large or small; whether the first was its family."""
    letters = [word for word in words if any(map(str.isalpha, word))]
    long = [word for word in letters if len(word) > 1]
    if long and all(word.islower() for word in long) and all(word.isascii() for word in long):
        return [w if w in PARTICLES else capitalized(w) for w in words], False
    loud = [word.isupper() and len(word) > 1 and "." not in word for word in words]
    if all(large or word not in long for word, large in zip(words, loud, strict=True)) and any(
        loud
    ):
        spoken = [
            capitalized(word) if large and _sayable(word) else word
            for word, large in zip(words, loud, strict=True)
        ]
        return [
            w.lower() if 0 < i < len(spoken) - 1 and w.lower() in PARTICLES else w
            for i, w in enumerate(spoken)
        ], False
    shouted = [
        large and _sayable(word) and len(word) >= _LOUD
        for word, large in zip(words, loud, strict=True)
    ]
    named = [capitalized(w) if large else w for w, large in zip(words, shouted, strict=True)]
    return named, len(words) > 1 and shouted[0] and not any(loud[1:])


def _sayable(word: str) -> bool:
    """Whether a word in capitals is a name: “LI”, and not the initials “TJ”."""
    return any(letter in "aeiouyäöüàáèéíìóòúùâêîôû" for letter in word.lower())


def capitalized(text: str) -> str:
    """Words with a capital at their head, behind a hyphen, and behind O' and Mc: “Joe's Garage”."""
    text = re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), text.lower())
    text = re.sub(r"\bMc(\w)", lambda part: "Mc" + part[1].upper(), text)
    return re.sub(r"(?<=\w)['\u2019](?:S|T|Ll|Re|Ve)\b", lambda part: part.group().lower(), text)


def _is_a_firm(behind: list[str], name: list[str]) -> bool:
    """Whether what stands behind a comma is a firm or a post: “Gus Hill, Harper Search”, and not “Hill, Gus”."""
    plain = len(name) > 1 and name[0].lower() in ANY_GIVEN and behind[0].lower() not in ANY_GIVEN
    return plain or not _FIRMS.isdisjoint(bare(word) for word in behind)


_OF_A_SCHOOL = re.compile(r"(?<=\w|\.)\s?\((?:FH|TH|TU|HTL|PH|BA|Univ?\.?)\)")  # “DI (FH)”
_NICKNAME = re.compile(r"(?<=\w )['\"“\u2018(]([^\W\d_][\w-]*)['\"”\u2019)] (?=\w)")


@lru_cache(maxsize=1024)
def read_name(full: str) -> Name:
    """The parts of a full name, written “Jan van der Berg”, “van der Berg, Jan”, “SVEN KOCH” or as a mail's header."""
    full = _OF_A_SCHOOL.sub("", full)
    if found := _NICKNAME.search(full):
        return replace(read_name(_NICKNAME.sub("", full, count=1)), nickname=found[1])
    return _read(full)


def _read(full: str) -> Name:
    heads, family_first = [], False
    for piece in name_and_address(full)[0].split(","):
        words = [
            HONORIFIC.sub("", token) or token for token in TOKEN.findall(piece) if folds(token)
        ]
        if words:
            found, rest = _without_titles(words)
            rest, first = _cased(rest)
            family_first = family_first or first
            heads.append((found, rest))
    titles = tuple(
        capitalized(t) if t.isupper() and len(bare(t)) > 1 and bare(t) != "pd" else t
        for found, _ in heads
        for t in found
    )
    fallback = "" if "@" in full else full.strip()
    first_words, *others = [words for _, words in heads if words] or [list(titles) or [fallback]]
    if not any(words for _, words in heads):
        return Name((), tuple(first_words), "")
    if others and not _is_a_firm(others[0], first_words):
        at = _particles_at_end(others[0])
        return Name(titles, tuple(others[0][:at]), " ".join([*others[0][at:], *first_words]))
    if family_first:
        return Name(titles, tuple(first_words[1:]), first_words[0])
    return _in_order(first_words, titles)
