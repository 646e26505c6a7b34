"""A German company, and a role there, inside a sentence: the word before it, its article, what of its name one says."""

import re
from collections.abc import Mapping

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


# --- roles ---

_HOURS = re.compile(
    r"(?i)[,;(\s]*(?:(?:\d+\s*[-\u2013]\s*)?\d+\s*%"
    r"|\b(?:ab sofort|unbefristet|befristet|minijob|(?:voll|teil)zeit)\b)[)\s]*$"
)
_ONE_OF_TWO = re.compile(r"([\wäöüÄÖÜß-]+)\s?/\s?(-?)([\wäöüÄÖÜß-]+)")
_INNEN = re.compile(r"(?<=\w)(?:[*:_]in|/-?in|\(in\)|In)\b")
_ZUM = re.compile(r"\b([Zz])um\s?/\s?-?zur\b|\b([Zz])ur\s?/\s?-?zum\b")
_PEOPLE: Mapping[str, str] = {"frau": "f", "schwester": "f", "mann": "m", "pfleger": "m"}
_A_PERSON = re.compile(rf"(?i)(?:{'|'.join(_PEOPLE)})$")


def of_one(role: str, gender: str) -> str:
    """The role of one person, f or m: “Kaufmann/-frau für …” is Kauffrau, “Entwickler*in” Entwicklerin.

    As it stands where nobody's gender is known.
    """
    role = " ".join(_HOURS.sub("", role).split())
    if not gender:
        return role
    role = _ZUM.sub(lambda z: f"{z[1] or z[2]}u{'r' if gender == 'f' else 'm'}", role)
    role = _INNEN.sub("in" if gender == "f" else "", role)
    return _ONE_OF_TWO.sub(lambda found: _either(found, gender), role, count=1)


def _either(found: re.Match[str], gender: str) -> str:
    """The form for the gender of two behind each other with a stroke; both where they are no such pair."""
    one, other = found[1], found[3]
    ending = _A_PERSON.search(other)
    if (ending and not _A_PERSON.search(one)) or not (ending or other.casefold().endswith("in")):
        return found[0]
    of_other = _PEOPLE[ending[0].casefold()] if ending else "f"
    if ending and ending[0] == other:
        other = _A_PERSON.sub(other.casefold(), one)
    return other if of_other == gender else one


_FIELDS = (
    "buchhaltung verwaltung küche produktion montage disposition konstruktion reinigung logistik"
)
_INS = "vertrieb einkauf lager verkauf service marketing support controlling außendienst innendienst labor büro"
_WITH_A_FIELD = re.compile(
    r"(\w+(?:erin|istin|entin|örin|eurin|ärin|frau|mann|kraft|techniker|pfleger|schwester|meister|lehrer|fahrer|anwalt"
    r"|anwältin|ärztin|arzt|köchin|koch|ingenieur|mechaniker|mechatroniker|elektroniker|entwickler|disponent))"
    r" [A-ZÄÖÜ][\wäöüß-]+"
)  # “Pflegefachfrau Intensivstation”
_SAYS_TOO_LITTLE = re.compile(
    r"(?i)(?:leiterin|mitarbeiterin|sachbearbeiterin|assistentin|managerin|werkstudentin)$"
)
_BY_ITSELF: Mapping[str, str] = {
    **dict.fromkeys(("ausbildung", "umschulung", "promotion", "weiterbildung"), "die"),
    **dict.fromkeys(("praktikum", "volontariat", "referendariat", "studium", "fsj", "jahr"), "das"),
}


def the_position(role: str) -> str:
    """The role as a thing: “die Stelle als Koch”, “die Ausbildung zum Koch”, “die Stelle im Vertrieb”.

    A field set behind it is for adverts: “Pflegefachfrau Intensivstation” is die Stelle als Pflegefachfrau.
    """
    words = role.split()
    heads = [n for n, word in enumerate(words[:3]) if word.casefold().endswith(tuple(_BY_ITSELF))]
    if heads and all(word.endswith("es") for word in words[: heads[0]]):
        article = next(
            a for end, a in _BY_ITSELF.items() if words[heads[0]].casefold().endswith(end)
        )
        small = [f"{word[0].lower()}{word[1:-1]}" for word in words[: heads[0]]]
        return " ".join([article, *small, *words[heads[0] :]])
    if role.casefold() in _FIELDS.split():
        return f"die Stelle in der {role}"
    if role.casefold() in _INS.split():
        return f"die Stelle im {role}"
    field = _WITH_A_FIELD.fullmatch(role)
    return f"die Stelle als {field[1] if field and not _SAYS_TOO_LITTLE.search(field[1]) else role}"


_THE_POST = re.compile(r"\b(die|der) (?:Stelle|Aufgabe)\b(?! als\b)", re.IGNORECASE)
_TAKEN_ON = re.compile(r"\b(sehr gern|gern|richtig gern) (?:übernehmen|annehmen)\b")
_DATIVE: Mapping[str, str] = {"die": "der", "das": "dem"}


def with_its_own_word(letter: str, role: str) -> str:
    """A letter in which “die Stelle” is “die Ausbildung” or “das Praktikum”, where that is what the role is."""
    position = the_position(role) if role else ""
    article, _, thing = position.partition(" ")
    noun = next((w for w in thing.split() if w.casefold().endswith(tuple(_BY_ITSELF))), "Jahr")
    if thing.startswith("Stelle ") or noun == "Jahr":  # which is nothing that one has
        return letter

    def say(found: re.Match[str]) -> str:
        said = article if found[1].casefold() == "die" else _DATIVE[article]
        return f"{said.capitalize() if found[1][0].isupper() else said} {noun}"

    return _TAKEN_ON.sub(r"\1 machen", _THE_POST.sub(say, letter))
