"""The greeting of a message: where it stands, whom it names, and whether it is for several."""

import re
from dataclasses import dataclass

from followup.messages.lint.reading import WORDS
from followup.prose.name_parts import PARTICLES, TITLES
from followup.prose.names import is_name_like
from followup.prose.text import Span, lower
from followup.prose.word_lists import word_list

_OPENING = re.compile(
    r"(?:dear|my dear|hi|hiya|hello|hey|heya|greetings|howdy|g'day|respected|alright"
    r"|(?:good )?(?:morning|afternoon|evening|day)|to|hej|hei|hallo|guten (?:tag|morgen)"
    r"|sehr geehrte[rsn]?|liebe[rsn]?|bonjour|bonsoir|salut|ch[eè]re?s?|estimad[oa]s?"
    r"|querid[oa]s?|hola|buenos d[ií]as"
    r"|gentile|caro|cara|ciao|egregi[oa]|beste|geachte|szanown[ayi]|kære|prezad[oa]"
    r"|caríssim[oa]|moin|servus|salaa?m|shalom|aloha|kia ora|t[eē]n[aā] koe|sawubona|ol[aá]|ahoj"
    r"|namaste|namaskar)(?![\w'-])"
)
_JOINERS = word_list("greeting_joiners", WORDS)
_PLURAL = word_list("greeting_plural", WORDS)
_NAMELESS = word_list("greeting_nameless", WORDS)
# Words that begin a sentence right after a greeting; they are no names.
_STARTERS = word_list("greeting_starters", WORDS)
_TOKEN = re.compile(r"[^\s,;:!?()]+")
_MAX_WORDS, _MAX_ZONE, _MAX_NAMES = 14, 200, 6


@dataclass(frozen=True, slots=True)
class Greeting:
    """`[start, end)` with its comma; `names` are the words that are names, each with its offset."""

    start: int
    end: int
    opening: str
    names: tuple[tuple[str, int], ...]
    others: tuple[str, ...]
    titled: bool
    plural: bool
    nameless: bool


def _kind(token: str) -> str:
    low = token.lower().strip(".")
    if low in _JOINERS:
        return "joiner"
    if low in TITLES:
        return "title"
    if low in _PLURAL or low in _NAMELESS:
        return "group"
    if low in _STARTERS or low.strip("'") in _STARTERS:
        return "prose"
    if is_name_like(token):
        return "name"
    return "particle" if low in PARTICLES else "prose"


def _run(zone: str, at: int) -> tuple[list[tuple[str, int, str]], int]:
    """The words of the greeting from `at`, and where they end; prose or punctuation ends them."""
    found: list[tuple[str, int, str]] = []
    end = at
    while len(found) < _MAX_WORDS and (match := _TOKEN.search(zone, end)):
        between = zone[end : match.start()]
        if found and between.strip(" ,"):
            break
        kind = "joiner" if match.group() in {"-", "--"} and not found else _kind(match.group())
        if (
            kind == "prose"
            and not found
            and is_name_like(match.group())
            and zone[match.end() : match.end() + 1] == ","
        ):
            kind = "name"
        if kind == "prose":
            break
        if "," in between and found and not _is_list(zone, match.start()):
            break
        found.append((match.group(), match.start(), kind))
        end = match.end()
    while found and found[-1][2] in {"joiner", "particle"}:
        found.pop()
    return found, found[-1][1] + len(found[-1][0]) if found else at


def _is_list(zone: str, at: int) -> bool:
    """Whether what stands after a comma is a further name: names alone up to the next stop."""
    stop = re.search(r"[,:!]|$| - ", zone[at:])
    segment = zone[at : at + stop.start()] if stop else zone[at:]
    found = [_kind(t) for t in _TOKEN.findall(segment)]
    if not 0 < len(found) <= _MAX_NAMES:
        return False
    return all(kind in {"name", "title", "joiner", "particle", "group"} for kind in found)


def find_greeting(body: str, rows: list[Span]) -> Greeting | None:
    """The greeting at the head of a message, if there is one."""
    if not rows:
        return None
    row = rows[0]
    zone = body[row.start : min(row.end, row.start + _MAX_ZONE)]
    opening = _OPENING.match(lower(zone))
    if opening is None:
        return _bare(zone, row)
    if opening.group() == "to" and not lower(zone).startswith("to whom"):
        return _bare(zone, row)
    found, end = _run(zone, opening.end())
    return _made(zone, row, opening.group(), found, end)


def _bare(zone: str, row: Span) -> Greeting | None:
    """A line of names alone that ends with a comma, or names before the first comma of a sentence."""
    found, end = _run(zone, 0)
    rest = zone[end:].lstrip()
    if not found or found[0][1] != 0 or rest[:1] not in {",", "!", ":", "-"}:
        return None
    if not any(kind == "name" for _, _, kind in found) or len(found) > _MAX_NAMES:
        return None
    if found[0][2] not in {"name", "title"}:
        return None
    return _made(zone, row, "", found, end)


def _made(
    zone: str, row: Span, opening: str, found: list[tuple[str, int, str]], end: int
) -> Greeting:
    mark = re.match(r"(?:\s*\([^()\n]{1,30}\))?\s*[,:!;-]*", zone[end:])
    stop = end + (mark.end() if mark else 0)
    kinds = [kind for _, _, kind in found]
    for at in range(len(found) - 2, -1, -1):
        # "Dear Purchasing Team", "Dear Brightwater team": capitals that name a group, not a person.
        if kinds[at] == "name" and kinds[at + 1] == "group" and "title" not in kinds:
            kinds[at] = "group"
    names = tuple(
        (token, row.start + at)
        for (token, at, _), kind in zip(found, kinds, strict=True)
        if kind == "name"
    )
    low = {token.lower().strip(".") for token, _, _ in found}
    return Greeting(
        start=row.start,
        end=row.start + stop,
        opening=opening,
        names=names,
        others=tuple(
            token
            for (token, _, _), kind in zip(found, kinds, strict=True)
            if kind in {"title", "group"}
        ),
        titled="title" in kinds,
        plural=bool(low & _PLURAL),
        nameless=bool(low & (_NAMELESS - _PLURAL)) or opening == "to",
    )
