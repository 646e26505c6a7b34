"""German nouns in their case: what one sends or talks about, a role as one person's."""

import re
from collections.abc import Mapping

from followup.messages.languages.german.nouns import article_of, gender_of

_HAS_ARTICLE = re.compile(
    r"(?i)(?:de[rnms]|die|das|eine?[nmrs]?|(?:mein|unser|ihr|sein|kein|eur?)e?[nmrs]?|diese[nmrs]?|jede[nmrs]?"
    r"|zwei|drei|vier|fünf|sechs|einige|mehrere|alle|viele|\d+)\s"
)
_AND = re.compile(r"\s+und\s+|\s+sowie\s+")
_ADJECTIVE = re.compile(
    r"(?!(?:weniger|mehrer|all|viel|einig|unser|manch|solch|immer|super|lauter))([a-zäöüß-]+)(e[rs]) (?=[A-ZÄÖÜ])"
)
_ADJECTIVE_E = re.compile(r"[a-zäöüß-]+e (?=[A-ZÄÖÜ])")
_WRITTEN_APART = re.compile(r"^([A-ZÄÖÜ]{2,4}|[A-Z]-\w+) (?=[A-ZÄÖÜ][a-zäöü])")  # “SAP Umstellung”
_OF_SOMEBODY = re.compile(r"(?i)^((?:m|d|s|k)?ein|ihr|unser|euer) ((?-i:[A-ZÄÖÜ])\w+)")
_OF_A_PLACE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+er ([A-ZÄÖÜ][a-zäöüß]+)\b")  # “Berliner Filiale”
_OF_A_MAN = re.compile(r"^((?i:ein|mein|unser|kein|dies|jed)(?:er)?) ([a-zäöüß-]+)er (?=[A-ZÄÖÜ])")


def with_article(thing: str) -> str:
    """The things in the accusative (“das Testkonzept”, “zwei Referenzen”); "" where an article is not known."""
    parts = _AND.split(thing)
    said = [_with_article(part) for part in parts]
    return " und ".join(said) if all(said) else ""


def _with_article(thing: str) -> str:
    first, _, rest = thing.partition(" ")
    head = (rest if _HAS_ARTICLE.match(thing) else thing).split(" ", 1)[0]
    article = article_of(head)
    if not _HAS_ARTICLE.match(thing):
        return f"{article} {thing}" if article else ""
    if first.casefold() == "der":
        return f"den {rest}"
    masculine = article == "den" and first.casefold() in ("ein", "mein")
    return f"{first}en {rest}" if masculine else thing


_IN_A_PLACE = re.compile(
    r"\b(?:in|bei|von|aus|mit|für|nach|zu|an|auf|ohne) [\wäöüß-]+$"
)  # “in Hamburg und Kiel”


def talked_about(thing: str) -> str:
    """A thing as it follows “über”: “der Umzug” is den Umzug, “Einarbeitung” die Einarbeitung.

    What is not surely one thing (“Nachtdienste”) needs no article, and what has one keeps it.
    """
    parts = thing.split(" und ")
    if len(parts) > 1 and _IN_A_PLACE.search(parts[0]):
        return " und ".join([talked_about(parts[0]), *parts[1:]])
    if len(parts) > 1:
        said = [talked_about(part) for part in parts]
        each = all(map(_HAS_ARTICLE.match, said)) or said == parts
        return " und ".join(said) if each else thing
    thing = _WRITTEN_APART.sub(r"\1-", re.sub(r"^[Dd]er\s(?=\S+(?:\s|$))", "den ", thing))
    if (found := _OF_SOMEBODY.match(thing)) and article_of(found[2]) == "den":
        thing = f"{re.sub('er$', 'r', found[1]) if found[1][-3:] == 'uer' else found[1]}en {thing[found.start(2) :]}"
    thing = re.sub(r"^den ([a-zäöüß-]+e) (?=[A-ZÄÖÜ])", r"den \1n ", thing)
    if found := _OF_A_MAN.match(thing):
        head = re.sub(r"er$", "", found[1]) if found[1].casefold() != "unser" else found[1]
        return f"{head}en {found[2]}en {thing[found.end() :]}"
    if _HAS_ARTICLE.match(thing):
        return thing
    if found := _ADJECTIVE.match(thing):
        article = {"er": "den", "es": "das"}[found[2]]
        ending = "en" if article == "den" else "e"
        return f"{article} {found[1]}{ending} {thing[found.end() :]}"
    if found := _ADJECTIVE_E.match(thing):
        noun = re.split(r"\W", thing[found.end() :], maxsplit=1)[0]
        return f"die {thing}" if gender_of(noun) == "f" else thing
    first = re.split(r"[\s,]", thing, maxsplit=1)[0]
    if found := _OF_A_PLACE.match(thing):
        article = article_of(found[1])
        return f"{article} {thing}" if article in ("das", "die") else thing
    if not re.fullmatch(r"[A-ZÄÖÜ][\wäöüß-]+", first):
        return thing
    article = "" if gender_of(first) == "p" else article_of(first)
    return f"{article} {thing}" if article else thing


_TRIALS = re.compile(
    r"(?i)\b(?:((?:schnupper|probe|hospitations|info|kennenlern)tag|probedienst|rundgang|besuch)"
    r"|(hospitation|probeschicht|führung|probestunde|lehrprobe)"
    r"|(probearbeiten|schnuppern|telefonat|hearing|assessment.center|abendessen|mittagessen))\b"
)


def the_round(name: str) -> str:
    """A round as a thing to thank for: “Schnuppertag in der Küche” is den Schnuppertag, any talk das Gespräch."""
    found = _TRIALS.search(name)
    if found is None:
        return "das Gespräch"
    article = "den" if found[1] else "die" if found[2] else "das"
    noun = found[0]
    return f"{article} {noun[0].upper()}{noun[1:]}"


_MINE = ("zeugnis", "lauf", "portfolio", "nachweis", "zertifikat", "diplom", "schein")
_MINE_ALL = ("zeugnisse", "referenzen", "proben", "nachweise", "zertifikate", "unterlagen")


def of_mine(thing: str) -> str:
    """What I send, in the accusative: “Lebenslauf und Zeugnisse” are meinen Lebenslauf und meine Zeugnisse."""
    parts = []
    for part in _AND.split(thing):
        head = part.split(" ", 1)[0].casefold().rstrip(",")
        article = {"den": "meinen", "das": "mein"}.get(article_of(head), "")
        if head.endswith(_MINE_ALL):
            article = "meine"
        own = article if head.endswith((*_MINE, *_MINE_ALL)) and part[:1].isupper() else ""
        parts.append(f"{own} {part}" if own else _with_article(part))
    return " und ".join(parts) if all(parts) else ""


_COUNTED = re.compile(
    r"(?=[A-ZÄÖÜ])\w*?(?i:plan|dienst|tag|chef|meister|leiter|betrieb|umzug|team|büro|übergabe|schicht|küche|werkstatt"
    r"|stelle|einarbeitung|leitung|besprechung|chefin|anlage|maschine)(?= [a-zäöü\d])"
)


_ONE = re.compile(
    r"(?!(?:unser|euer|jeder|jedes|dieser|dieses|immer|aller|alles|lauter|weniger|mehrer|super|hier|keiner|einer|eine"
    r"|keine|meine|deine|seine|ihre|unsere|eure|jede|diese|viele|alle|einige|mehrere|wenige|beide)\b)"
    r"[a-zäöüß]{3,}(er|es|e) ([A-ZÄÖÜ][\wäöüß-]+) (?=[a-zäöü\d])"
)  # “neuer Etagenofen kommt”


def as_first(clause: str) -> str:
    """A clause whose first noun lacks its article with it: “Dienstplan früh steht” is der Dienstplan früh steht."""
    found = _COUNTED.match(clause)
    if one := _ONE.match(clause):
        fits = gender_of(one[2]) == {"er": "m", "es": "n", "e": "f"}[one[1]]
        return f"ein{'e' * (one[1] == 'e')} {clause}" if fits else clause
    if not found:
        return clause
    article = {"das": "das", "die": "die"}.get(article_of(found[0]), "der")
    return f"{article} {clause}"


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
