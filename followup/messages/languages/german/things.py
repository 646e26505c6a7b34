"""German nouns in their case: what one sends or talks about."""

import re

from followup.messages.languages.german.nouns import (
    article_of,
    gender_of,
    genders_of,
    weak_ones_bent,
)
from followup.prose.rounds import on_trial
from followup.prose.word_lists import word_set

_HAS_ARTICLE = re.compile(
    r"(?i)(?:de[rnms]|die|das|eine?[nmrs]?|(?:mein|dein|unser|ihr|sein|kein|eur?)e?[nmrs]?|diese[nmrs]?|jede[nmrs]?"
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
    if len(parts) > 1 and (_IN_A_PLACE.search(parts[0]) or parts[0].rsplit(" ", 1)[-1].islower()):
        return " und ".join([talked_about(parts[0]), *parts[1:]])
    if len(parts) > 1:
        said = [talked_about(part) for part in parts]
        each = all(_HAS_ARTICLE.match(part) or _is_several(part) for part in said) or said == parts
        return " und ".join(said) if each else thing
    return _articled(bent(thing))


def bent(thing: str) -> str:
    """A thing with its own article or title in the accusative: “der Umzug” is den Umzug."""
    thing = _WRITTEN_APART.sub(r"\1-", re.sub(r"^[Dd]er\s(?=\S+(?:\s|$))", "den ", thing))
    if (found := _OF_SOMEBODY.match(thing)) and article_of(found[2]) == "den":
        thing = f"{re.sub('er$', 'r', found[1]) if found[1][-3:] == 'uer' else found[1]}en {thing[found.start(2) :]}"
    thing = re.sub(
        r"^Herr(?= [A-ZÄÖÜ])",
        "Herrn",
        re.sub(r"^den ([a-zäöüß-]+e) (?=[A-ZÄÖÜ])", r"den \1n ", thing),
    )
    if found := _OF_A_MAN.match(thing):
        head = re.sub(r"er$", "", found[1]) if found[1].casefold() != "unser" else found[1]
        thing = f"{head}en {found[2]}en {thing[found.end() :]}"
    return weak_ones_bent(thing)


def _articled(thing: str) -> str:
    """A thing with the article that it lacks, where it has one."""
    if _HAS_ARTICLE.match(thing) or re.match(r"(?:Herrn|Frau) [A-ZÄÖÜ]", thing):
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


def _is_several(thing: str) -> bool:
    found = re.search(r"[A-ZÄÖÜ][\wäöüß-]+", thing)
    return found is not None and "p" in genders_of(found[0])


_OCCASION = re.compile(
    r"(?i)\b(?:rundgang|besuch|führung|hearing|abendessen|mittagessen|verkostung|(?:info|kennenlern)tag|probefahrt"
    r"|probe(?:stunde|dienst))\b|(?P<coffee>kaffee)\b|(?P<phone>telefon\w*)|(?P<second>(?P<which>zweit"
    r"|dritt)(?:es )?gespräch)"
)


def the_round(name: str) -> str:
    """A round as a thing to thank for: “Schnuppertag in der Küche” is den Schnuppertag, any talk das Gespräch."""
    if trial := on_trial(name, "de"):
        article = "die" if trial.lower().endswith("tion") else article_of(trial) or "das"
        return f"{article} {trial[0].upper()}{trial[1:]}"
    found = _OCCASION.search(name)
    if found is None:
        return "das Gespräch"
    if found["phone"] or found["coffee"]:
        return "das Telefonat" if found["phone"] else "den Kaffee"
    if found["second"]:
        return f"das {found['which'].lower()}e Gespräch"
    return f"{article_of(found[0]) or 'das'} {found[0].capitalize()}"


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
    r"(?=[A-ZÄÖÜ])\w*?(?i:plan|dienst|tag|chef|meister|leiter|betrieb|umzug|team|büro|übergabe|schicht"
    r"|küche|werkstatt"
    r"|stelle|einarbeitung|leitung|besprechung|chefin|anlage|maschine)(?= [a-zäöü\d])"
)


_ONE = re.compile(
    r"(?!(?:unser|euer|jeder|jedes|dieser|dieses|immer|aller|alles|lauter|weniger|mehrer|super|hier|keiner|einer|eine"
    r"|keine|meine|deine|seine|ihre|unsere|eure|jede|diese|viele|alle|einige|mehrere|wenige|beide)\b)"
    r"[a-zäöüß]{3,}(er|es|e) ([A-ZÄÖÜ][\wäöüß-]+) (?=[a-zäöü\d])"
)  # “neuer Etagenofen kommt”


_BARE = re.compile(
    r"(?i)\w+(?:heit|keit|ität|schaft|ung|tion|ismus)|laune|stimmung|luft|musik|arbeit|zusammenarbeit"
    r"|pflege|kleidung|technik"
    r"|ware|milch|butter|qualität|zeit|post"
)
"""What one has no number of: “gute Laune”."""


def as_first(clause: str) -> str:
    """A clause whose first noun lacks its article with it: “Dienstplan früh steht” is der Dienstplan früh steht.

    "" where it may be one thing or no thing that is counted: “alte Halle leer steht”.
    """
    found = _COUNTED.match(clause)
    if one := _ONE.match(clause):
        if gender_of(one[2]) != {"er": "m", "es": "n", "e": "f"}[one[1]] or _BARE.fullmatch(one[2]):
            return clause
        return f"ein{'e' * (one[1] == 'e')} {clause}" if clause.startswith("neue") else ""
    if not found:  # “LKW alle neu sind”
        return f"die {clause}" if re.match(r"[A-ZÄÖÜ][\wäöüß-]+ alle\b", clause) else clause
    article = {"das": "das", "die": "die"}.get(article_of(found[0]), "der")
    return f"{article} {clause}"


def lacks_its_article(thing: str) -> bool:
    """Whether a thing has none and may want one: “Springerpool”, “alte Fräse”."""
    found = re.match(r"((?:[a-zäöüß]+e )*)([A-ZÄÖÜ][\wäöüß-]+)", thing)
    if not found or _HAS_ARTICLE.match(thing) or _BARE.fullmatch(found[2]):
        return False
    genders = genders_of(found[2])
    return "p" not in genders and (bool(found[1]) or len(genders) > 1)


# --- what tells of it ---

_OF_IT = re.compile(
    r"(?<=\w) (?=(?:(?:in|an|auf|bei|mit|für|von|zu|aus|über|um|nach) )?"
    r"(?:der|die|das|dem|den|denen|deren|dessen|wo)"
    r" (?:[\wäöüß-]+ ){0,7}(?:[a-zäöüß]+(?:t|te|en|ern|eln)|sind|war|wird|wurde|wäre|würde|muss|kann|will|soll|darf)"
    r"(?:$| und (?:bei|im|in|auf|an|mit|nach|für|von|zu) ))"
)
_WITH_A_NOUN = re.compile(r"(?:[a-zäöü]+ )?(?:der|die|das|dem|den) [A-ZÄÖÜ]")
_A_LINK = word_set(
    "und oder über für von mit in an auf bei zu aus um nach vor seit gegen ohne durch der die das den dem des"
)


def with_its_clause_apart(thing: str) -> str:
    """A thing with the comma before the clause that tells of it: “die alte CNC, an die keiner ran will”."""
    every = [] if "," in thing else [*_OF_IT.finditer(thing)]
    # “in der Fertigung wo …”, “der Firma die …”: what a noun follows is a place or an owner
    found = next(
        (m for m in every if not _WITH_A_NOUN.match(thing, m.end())), next(iter(every), None)
    )
    before = thing[: found.start()].rsplit(" ", 1)[-1] if found else ""
    if found is None or before in _A_LINK or before[:1].islower():
        return thing
    return f"{thing[: found.start()]}, {thing[found.end() :]}"
