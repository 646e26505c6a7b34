"""Several people in one line, as one types who was there: “Ann Adler <ann@globex.com>, Dr Ben Baum and Cleo”."""

import re

from followup.prose.name_parts import (
    ANY_GIVEN,
    PARTICLES,
    TITLES,
    TOKEN,
    bare,
    name_and_address,
    read_name,
)
from followup.prose.names import is_name_like
from followup.prose.word_lists import word_list, word_set

# What stands in quotes, in brackets or in an address is no place to part a line.
_BETWEEN = re.compile(
    r"\"[^\"]*\"|\([^()]*\)|<[^<>]*>"
    r"|(?P<between>\s*(?:[;\n]|,\s*(?:(?:and|und|sowie)\s|&)?|\s(?:(?:and|und|sowie|plus)\s|[&+/](?=\s)))\s*)"
)
_FAMILY_TOO, _AS_PEOPLE = word_list("family_too"), word_list("named_as_people")
# What begins words for somebody who is not named: “and the CTO”, “und ihre Chefin”.
_UNNAMED = word_set(
    "the a an her his their your my our one some somebody someone another others der die ein eine einer ihr ihre sein"
    " seine unser unsere jemand weitere"
)
_NOBODY = word_list("job_words") | word_list("firms") | word_list("suffixes")


def people_named(text: str) -> tuple[tuple[str, str], ...]:
    """The name and the address of each who is named in a line; one alone where it cannot be parted in names.

    “Webb, Marcus” is one, his family name first, and so are “Ann Adler, Head of Data” and “Gus Hill, Morgan & Banks”;
    “Ulrike, Jörg” and “Peter Lang, Sara Holm” are two. Who is not named (“and the CTO”) is nobody.
    """
    pieces = _with_firms(_pieces(text))
    filled = [(between, piece) for between, piece in pieces if piece.strip(" ,;")]
    pairs = all("," in between for between, _ in filled[1::2]) and not any(
        between.strip() == "," for between, _ in filled[2::2]
    )  # “Holm, Sara; Webb, Marcus”
    people: list[str] = []
    for at, (between, piece) in enumerate(filled):
        turned = (
            "," in between
            and at > 0
            and _is_turned(filled[at - 1][1], piece, pairs=pairs and len(filled) % 2 == 0)
        )
        if people and "," not in between and piece.split()[0] in _UNNAMED:
            continue  # “Ann Adler and the CTO”
        if people and (turned or not _is_somebody(piece, alone="," not in between)):
            people[-1] = f"{people[-1]}{between}{piece}"
        else:
            people.append(piece)
    if len(people) > 1 and not _is_somebody(filled[0][1], alone=True):
        people = [text]
    return tuple(name_and_address(person) for person in people)


def _pieces(text: str) -> list[tuple[str, str]]:
    """The parts of a line, each with what stands between it and the one before."""
    found, start, between = [], 0, ""
    for each in _BETWEEN.finditer(text):
        if each["between"]:
            found.append((between, text[start : each.start()].strip()))
            start, between = each.end(), each["between"]
    return [*found, (between, text[start:].strip())]


def _with_firms(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts with an agency of two family names as one: “Gus Hill, Morgan & Banks”."""
    made: list[tuple[str, str]] = []
    for between, piece in pieces:
        comma, last = made[-1] if made else ("", "")
        joined = between.strip() in ("&", "and", "und")
        behind = len(made) > 1 and "," in comma and len(TOKEN.findall(made[-2][1])) > 1
        single = all(len(TOKEN.findall(each)) == 1 for each in (last, piece))
        family = piece.lower() not in ANY_GIVEN and (
            between.strip() == "&" or last.lower() not in ANY_GIVEN
        )
        if joined and behind and single and family:
            made[-1] = (comma, f"{last}{between}{piece}")
        else:
            made.append((between, piece))
    return made


def _is_turned(before: str, after: str, *, pairs: bool) -> bool:
    """Whether two parts around a comma are one name with its family first: “van der Berg, Jan”; `pairs`: all are so."""
    if name_and_address(before)[1] or len(TOKEN.findall(name_and_address(after)[0])) != 1:
        return False
    name = read_name(before)
    family = not name.titles and (not name.given or not name.family)
    if after.lower() in ANY_GIVEN and before.lower() in ANY_GIVEN - _FAMILY_TOO:  # “Ulrike, Jörg”
        return False
    return family and (pairs or before.lower() not in ANY_GIVEN)  # “Thomas, Ben”


def _is_somebody(piece: str, *, alone: bool) -> bool:
    """Whether a part names somebody; one word behind a comma is more often what they are, if it is no given name."""
    name, address = name_and_address(piece)
    if address:
        return True
    words = [word for word in TOKEN.findall(name) if bare(word) not in TITLES]
    small = [word for word in words if word not in PARTICLES]
    if not small or any(char.isdigit() for char in name) or words[0] in _UNNAMED:
        return False
    if name.lower().replace(" ", "-") in _AS_PEOPLE or (not alone and "&" in piece):
        return False
    if small[0].lower() in ANY_GIVEN:
        return name == name.lower() or all(map(is_name_like, small))
    named = all(is_name_like(word) and bare(word) not in _NOBODY for word in small)
    titled = len(words) < len(TOKEN.findall(name))
    return named and (len(words) > 1 or titled or (alone and not piece.isupper()))
