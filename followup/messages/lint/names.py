"""Names of people: which words of a text are meant by a name."""

import re
from functools import lru_cache

from followup.messages.lint.lexicon import word_groups, word_list
from followup.messages.lint.text import folds, same

TITLES = word_list("titles")
PARTICLES = word_list("particles")
SUFFIXES = word_list("suffixes")
_HONORIFIC = re.compile(r"(?:先生|女士|小姐|老师|老師|经理|經理|总|さん|さま|様|氏|님|씨)$")
_TOKEN = re.compile(r"[^\s,;:!?()\[\]{}<>\"&/|+*=\\]+")

_NICKNAMES = word_groups("nicknames")
_SHORT = 3
_ELIDED = re.compile(r"^(?:o|d|l|al|el)['-]", re.IGNORECASE)


@lru_cache(maxsize=1024)
def parts(name: str) -> tuple[str, ...]:
    """The names in a full name: no titles, suffixes or particles; a hyphened one whole and in its parts."""
    found: list[str] = []
    for token in _TOKEN.findall(name):
        bare = token.strip(".'-").lower()
        if bare in TITLES or bare in SUFFIXES or not folds(token):
            continue
        found.append(token)
        found += [
            piece for piece in re.split(r"[-\u2010\u2011\u2013]", token) if piece and piece != token
        ]
    solid = [token for at, token in enumerate(found) if at == 0 or token.lower() not in PARTICLES]
    return tuple(solid or _TOKEN.findall(name))


@lru_cache(maxsize=1024)
def first_name(name: str) -> str:
    """The name by which one greets a person less formally."""
    found = parts(name)
    return found[0] if found else name


def last_name(name: str) -> str:
    """The last name with its particles (`van der Berg`)."""
    tokens = [t for t in _TOKEN.findall(name) if t.strip(".").lower() not in TITLES | SUFFIXES]
    if not tokens:
        return name
    at = len(tokens) - 1
    while at > 1 and tokens[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(tokens[at:])


def _shortened(one: str, other: str) -> bool:
    for a in folds(one):
        for b in folds(other):
            short, long = sorted((a, b), key=len)
            if len(short) >= _SHORT and len(long) >= len(short) + 2 and long.startswith(short):
                return True
            if any(a in group and b in group for group in _NICKNAMES):
                return True
    return False


@lru_cache(maxsize=4096)
def means(token: str, name: str) -> bool:
    """Whether a word of a greeting means this person: a part of the name, its short form or an initial."""
    token = _HONORIFIC.sub("", token.removesuffix("'s").strip(".'-")) or token
    found = parts(name)
    if not folds(token) or not found:
        return False
    if len(token) == 1 and token.isascii():
        return any(folds(part) and min(folds(part))[0] == token.lower() for part in found)
    bare = _ELIDED.sub("", token)
    if any(same(token, part) or same(bare, part) for part in (*found, *_TOKEN.findall(name))):
        return True
    if "-" in token and all(
        any(same(piece, part) for part in found) for piece in token.split("-") if piece
    ):
        return True
    joined = "".join(part for part in found if "-" not in part)
    if not token.isascii() and not token[0].isupper() and not token[0].islower():
        return same(token, joined) or min(folds(joined), default="").startswith(min(folds(token)))
    given = [found[0], *(p for p in found[1:] if p != found[-1])]
    return same(token, joined) or any(_shortened(token, part) for part in given)


def is_name_like(token: str) -> bool:
    """Whether a word is written like a name: a capital first, or a script that has none."""
    return bool(token) and token[0].isalpha() and not token[0].islower()


def tokens(text: str) -> list[tuple[str, int]]:
    """The words of a flattened text that could be names, each with its offset."""
    return [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
