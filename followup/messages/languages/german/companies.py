"""A German company inside a sentence: the word before it, its article, and what of its name one says."""

import re

from followup.prose.word_lists import word_groups

_FIRMS = tuple(zip(("bei der", "beim", "bei den"), word_groups("german_firms"), strict=True))


_A_PART = re.compile(r"(?<=\w), (?!.*(?:,|&| und |\bDr\.))")
_INFLECTED = re.compile(
    r"(?:\w*(?:isch|lich)|Deutsch|Frei|Erst|Neu|Alt|Groß|Klein|Hoh)(?=(e|es|er)$)"
)


def at_company(company: str) -> str:
    """Where one works: “bei der Zimmerei Huber”, “beim Städtischen Klinikum Ulm”, “bei Northwind”.

    What is but a part of a company is left out: “Stadt Ulm, Standesamt” is bei der Stadt Ulm.
    """
    whole, *part = _A_PART.split(company)
    words = (whole if " " in whole or (part and _firm(part[0])) else company).split()
    if words[0] in ("Der", "Die", "Das") and words[2:] and _firm(words[1]):
        del words[0]
    first = next((n for n, word in enumerate(words[:2]) if _firm(word) and words[1:]), None)
    if first is None:
        return " ".join(["bei", *words])
    at = _firm(words[first])
    if at == "bei den" and words[first].endswith("e"):
        words[first] += "n"
    if first and (stem := _INFLECTED.match(words[0])):
        words[0] = f"{stem[0]}en"
    elif first and not re.search(
        r"(?:er|\.)$", words[0]
    ):  # “Nova Studio” has a name before it, and no article
        return " ".join(["bei", *words])
    return " ".join([at, *words])


def _firm(word: str) -> str:
    """The words before a company whose name begins so; "" where it is a name like others."""
    bare = word.partition(" ")[0].casefold()
    return next((a for a, ends in _FIRMS if bare.endswith(tuple(ends))), "")


def of_company(company: str) -> str:
    """The same behind “von”: “von der Zimmerei Huber”, “vom Hotel Seeblick”."""
    return re.sub(r"^bei(m?)", lambda at: "vom" if at[1] else "von", at_company(company))
