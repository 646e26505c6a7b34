"""The German nouns in use, from Wiktionary (tools/nouns): what is surely one when typed small, and its gender."""

import gzip
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import followup.prose

NOUNS = Path(followup.prose.__file__).parent / "words" / "nouns_de.tsv.gz"
LOWERCASE = NOUNS.with_name("lowercase_de.tsv.gz")
SURE, ALSO = "!", "?"
"""Whether a form is a noun alone, or another word as well (“arbeiten”)."""
_OF_ITS_OWN: Mapping[tuple[str, ...], str] = {
    ("tag", "azubi", "profi", "pool", "juni"): "m",
    ("probearbeiten", "probeschweißen", "probekochen", "vorkochen"): "n",
    ("uni", "reha", "deko", "app", "fräse"): "f",
}
"""The genders of nouns that the list does not know, or of which it knows another one (“das Tag”)."""
ARTICLES: Mapping[str, str] = {"m": "den", "f": "die", "n": "das", "p": "die"}
"""The article in the accusative by gender; p is the plural."""
_OF_A_VERB = re.compile(
    r"\w+ieren|(?:an|auf|aus|ein|vor|zu|ab|mit|nach|um|be|hin|her|los|weg)?ge\w+(?:t|en)"
)  # “assistieren” is no kind of Tier, “gesehen” none of Ehe
_BY_ITS_END = re.compile(
    r"\w{3,}(?:(?:ung|heit|keit|schaft|tion)(?:en)?|erei(?:en)?|ität(?:en)?|ismus|erin(?:nen)?|istin(?:nen)?)"
)
_LINKS = ("", "s", "es", "n", "en")
_HEAD, _TAIL = 3, 3  # letters of a compound's first and last noun


@lru_cache(maxsize=1)
def _known() -> Mapping[str, tuple[bool, str]]:
    """Of each form, small, whether it is sure, and its genders; "" where it is none of a nominative."""
    lines = gzip.decompress(NOUNS.read_bytes()).decode().splitlines()
    rows = (line.split("\t") for line in lines)
    return {
        form: (sure == SURE, genders) for sure, genders, forms in rows for form in forms.split()
    }


@lru_cache(maxsize=1)
def _lowercase() -> tuple[frozenset[str], frozenset[str]]:
    """The words in use that are written small, with ss for ß: forms of verbs, and the rest."""
    verbs, others = gzip.decompress(LOWERCASE.read_bytes()).decode().splitlines()
    return frozenset(verbs.split()), frozenset(others.split())


def is_small(word: str) -> bool:
    """Whether a word is in use that is written small, be it a noun as well."""
    return is_verb(word) or word.replace("ß", "ss") in _lowercase()[1]


def is_verb(word: str) -> bool:
    """Whether it may be the form of a verb."""
    verbs, word = _lowercase()[0], word.replace("ß", "ss")
    return word in verbs or (
        word.endswith("et") and f"{word[:-1]}n" in verbs
    )  # “röstet”, of “rösten”


def is_noun(word: str) -> bool:
    """Whether a small word is surely a noun, by itself or as a compound of nouns."""
    known = _known()
    if word in known:
        return known[word][0]
    if is_small(word) or _OF_A_VERB.fullmatch(word) or _BY_ITS_END.fullmatch(word):
        return not is_small(word) and _BY_ITS_END.fullmatch(word) is not None
    return any(known[tail][0] for head, tail in _compounds(word) if _is_head(head))


def may_be_noun(word: str) -> bool:
    """Whether it is a noun, or one and another word."""
    return word in _known() or is_noun(word)


def is_plural(word: str) -> bool:
    """Whether it may be several of something, and of no gender."""
    return _known().get(word, (False, ""))[1] == "p"


def are_given(word: str) -> bool:
    """Whether it may be several of a thing behind “mit” or “bei”: “mit leuten”."""
    return word[-1:] == "n" and is_plural(word[:-1]) and may_be_noun(word)


def ends_as_noun(word: str) -> bool:
    """Whether it ends in a noun, whatever stands before: “steildach”."""
    known = _known()
    new = word not in known and not _OF_A_VERB.fullmatch(word)
    ends = [tail for _, tail in _compounds(word)] if new else []
    return any(known[tail] == (True, genders) for tail in ends if (genders := known[tail][1]))


def genders_of(noun: str) -> str:
    """The genders that a noun may have in the nominative, those of its last noun in a compound: p is several."""
    if own := next((g for ends, g in _OF_ITS_OWN.items() if noun.lower().endswith(ends)), ""):
        return own
    known, word = _known(), noun.lower().rstrip(",.").rsplit("-", 1)[-1]
    return known[word][1] if word in known else next((known[t][1] for _, t in _compounds(word)), "")


def gender_of(noun: str) -> str:
    """The gender of a noun in the nominative; "" where it is not known, or one of several."""
    genders = genders_of(noun)
    if genders == "fp" and noun.endswith("e"):
        return "f"  # “Akten” are several, and “Akte” several of another word
    return genders if len(genders) == 1 else ""


def article_of(noun: str) -> str:
    """The article in the accusative: “den” of Vertrag; "" where it is not known."""
    return ARTICLES.get(gender_of(noun), "")


_WEAK = re.compile(
    r"\b((?:(?i:den|dem|(?:k|m|d|s)?eine[nm]|(?:unser|eur|dies|jed)e[nm]|zum|beim|vom)|Ihre[nm])(?: [a-zäöüß]+en)? )"
    r"(?=[A-ZÄÖÜ])(?!(?i:(?:kuh|pferde|hühner|schaf|rinder|schweine|stall)?mist|rist|\w*(?:frist|[tz]wist))\b)"
    r"(\w*?(?i:kollege|kunde|experte|laie|geselle|junge|neffe|insasse|loge|nachbar|bauer|herr|mensch|patient|student"
    r"|assistent|dozent|referent|konkurrent|produzent|präsident|klient|mandant|praktikant|lieferant|fabrikant|[^e\W]ist))(?![\w-])"
)
_WITHOUT_E = re.compile(r"(?i)(?:e|nachbar|bauer|herr)$")


def weak_ones_bent(text: str) -> str:
    """It with the ending that some men have in every case but one: “den Kollegen Meier”, “einem Patienten”."""
    return _WEAK.sub(lambda m: f"{m[1]}{m[2]}{'n' if _WITHOUT_E.search(m[2]) else 'en'}", text)


_A_THING = re.compile(
    r"(?:(?P<article>(?i:den|das|die|diese[ns]?|eine?n?|[kmds]eine?n?|unser(?:e?n|e)?|euer|euren?|ihre?n?)) )?"
    r"(?P<number>(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|\d+) )?"
    r"(?P<adjectives>(?:[a-zäöüß-]+e[ns]? )*)(?P<noun>[A-ZÄÖÜ][\wäöüß-]*)(?P<rest>(?: .*)?)"
)
_AND_ANOTHER = re.compile(r" und (?=(?:den|die|das|einen?|eine|Ihre?n?|eure?n?|unsere?n?) )")
_APPOSED = re.compile(
    r", (?:einen?|eine|mein\w*|unser\w*|nicht|also|vor allem|auch|(?:das|die|den) [A-ZÄÖÜ]\w+(?=,|$))\b"
)
_NAMED = re.compile(r"(.*?)((?:,| und (?:warum|wieso|wie|was|wo|ob|wann|wer)\b).*|$)")
_RELATIVE = re.compile(r", (?:\w+ )?(?:der|die|das|dem|den|denen|deren|dessen)\b")


def behind_von(thing: str) -> tuple[str, str]:
    """A thing in the accusative behind “von”, and the clause that tells of it; "" where its dative is not sure.

    “den Kopierer, den keiner mag” is „von dem Kopierer“ and „, den keiner mag“.
    """
    found = _NAMED.match(thing)
    named, clause = found.groups() if found else ("", "")
    parts = [_in_dative(part) for part in _AND_ANOTHER.split(named)]
    if _APPOSED.match(clause) or not all(parts) or (clause and len(parts) > 1):
        return "", ""
    said = " und ".join(f"von {part}" for part in parts)
    return (said if _RELATIVE.match(clause) else re.sub(r"\bvon dem ", "vom ", said)), clause


def _in_dative(thing: str) -> str:
    """One thing in the accusative as the dative; "" where it may be one thing or several, or an “und” joins two."""
    if re.match(r"(?:Herrn|Frau) [A-ZÄÖÜ]", thing):
        return thing
    found = _A_THING.fullmatch(thing)
    if found is None or " und " in found["rest"]:
        return ""
    article, number, noun = found["article"] or "", found["number"] or "", found["noun"]
    adjectives = re.sub(r"e[ns]? ", "en ", found["adjectives"])
    of_many = number or (article[-1:] == "e" and found["adjectives"][-2:] == "n ")
    a_woman = found["adjectives"][-2:] == "e " or gender_of(noun) == "f"
    if article[-1:] == "n" and article not in ("ein", "kein", "mein", "dein", "sein"):
        said = f"{article[:-1]}m"  # “den”, “einen”, “Ihren”
    elif article[-2:] in ("as", "es"):
        said = {"das": "dem", "Das": "dem"}.get(article, f"{article[:-1]}m")
    elif article and article[-1] != "e":
        said = f"{article.replace('euer', 'eur')}em"  # “ein”, “Ihr”
    elif article and article != "die" and a_woman and not of_many:
        said = f"{article}r"
    elif article == "die" and a_woman and not of_many:
        said = "der"
    elif of_many or genders_of(noun) == "p":
        said = {"die": "den", "": ""}.get(article, f"{article}n")
        noun = noun if noun[-1] in "ns" else f"{noun}n"
    else:
        return ""
    return f"{said} {number}{adjectives}{noun}{found['rest']}".strip()


def _compounds(word: str) -> Iterator[tuple[str, str]]:
    """The ways to take a word for a compound: what stands before, and a noun of some length at its end."""
    ends = range(3, len(word) - _TAIL + 1)
    return ((word[:at], word[at:]) for at in ends if word[at:] in _known())


def _is_head(head: str) -> bool:
    """Whether a noun, or its form inside a compound."""
    stems = (head.removesuffix(link) for link in _LINKS)
    return any(stem in _known() for stem in stems if len(stem) >= _HEAD) or f"{head}e" in _known()
