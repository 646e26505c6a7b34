"""German words: typed apart and written as one (“die skandinavien tour”), names typed small, and what nobody knows."""

import re
from collections.abc import Mapping

from followup.messages.languages.german.nouns import is_noun, is_small, may_be_noun
from followup.messages.languages.german.order import LINKS, WHO
from followup.messages.languages.german.short import OF_ME
from followup.messages.languages.german.verbs import FINITE, MODAL, PREFIXES, is_done
from followup.prose.word_lists import word_list, word_set

_ARTICLE = r"\b((?i:der|die|das|den|dem|einen?|eine[mr]?|neue[nrs]?|ihr|euer|unser))"
_SHORT_NAME = re.compile(
    _ARTICLE + r" ((?:[A-ZÄÖÜ][A-Z\d]{1,5})(?: \d+)?) (?=[A-ZÄÖÜ][a-zäöüß]{2,})"
)
"""“die GTFS Importe”, “die EN 1090 Zertifizierung”: behind an article a name in capitals belongs to what follows."""
_PAIR = re.compile(
    r"^(?:(der|die|das|den|dem) )?([\wäöüß]{3,}) ([\wäöüß]{3,})"
    r"(?= (?:im|in|am|an|auf|bei|mit|von|vom|für|zu|zum|zur|nach|vor|ab|seit)\b|,|$)"
)
_COUNTED = re.compile(
    r"\b(?:zwei|drei|vier|fünf|sechs|\d+) (?i:tage|schicht|stunden|wochen|gänge|sterne)"
    r" (?i:woche|system|betrieb|modell|dienst|plan|rhythmus|küche|menü|haus|hotel|vertrag|tag)\b"
)
_INFINITIVE = re.compile(r"[a-zäöüß]+(?:en|ern|eln)")
_INFLECTED = re.compile(r"(?:e|en|er|es|em)$")
_BY_ITSELF = word_set(
    "weniger mehr viel super prima extra klasse lila rosa ganz etwas lauter allerlei keinerlei solch manch sehr nur"
    " auch kein mein dein sein ihr unser euer ein jede jeder beide zwei drei vier fünf sechs sieben acht neun zehn"
    " elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend"
)
_NAMED_BEHIND = re.compile(
    r"(?i)^(?:\w*(?:abteilung|firma|projekt|team|stadt|kolleg\w+|herrn?|frau|programm|station|halle|klasse|marke|filiale"
    r"|standort|bereich|thema|stelle|schule|werk|linie|baustelle|software|monat|chef|familie|haus|hotel|kurs|gruppe|art)"
    r"|\w*(?:umzug|umbau|wechsel|start|kauf|suche|pflege)|\w+(?:ung|ungen|bau|er|erin|heit|keit))$"
)
"""“das Projekt Zukunft”, “Umzug Lager”, “die Wiener Filiale”: behind these a name stands, or a thing of its own."""
_ENGLISH = re.compile(r"(?i)(?:\w{3,}ing|reviews?|requests?|calls?|events?|stack|cache)")
_NO_NOUN = LINKS | FINITE | PREFIXES | _BY_ITSELF


def in_one_word(text: str, *, alone: bool = False) -> str:
    """It with the hyphens that were left out. `alone`: it is a thing, so that two words at its head are one noun."""
    text = re.sub(r"\b[Oo]nline (?=[A-ZÄÖÜ])", "Online-", text)
    text = _COUNTED.sub(lambda m: "-".join(map(_large, m[0].split())), text)
    text = _SHORT_NAME.sub(lambda m: f"{m[1]} {m[2].replace(' ', '-')}-", text)
    return _PAIR.sub(_joined, text) if alone else text


def _joined(found: re.Match[str]) -> str:
    """The two as one noun where the first is surely none by itself, and no adjective."""
    article, first, second = found[1], found[2], found[3]
    head = f"{article} " if article else ""
    if first.lower() in _NO_NOUN or second.lower() in _NO_NOUN - FINITE:
        return found[0]
    noun, thing = is_noun(first.lower()), is_noun(second.lower()) or second[0].isupper()
    adjective = first.endswith("e") if article == "das" else _INFLECTED.search(first)
    if (adjective and not noun) or _NAMED_BEHIND.search(first):
        return found[0]
    verb = _INFINITIVE.fullmatch(second.lower()) and not is_noun(second.lower())
    if article == "das" and verb:
        return found[0] if noun else f"das {_large(first)}{second.lower()}"
    known = (
        thing
        or (may_be_noun(second.lower()) and not is_small(second.lower()))
        or _ENGLISH.fullmatch(second)
    )
    if second.endswith("ing") and not article:
        head = "das "
    return f"{head}{_large(first)}-{_large(second)}" if known and not verb else found[0]


def _large(word: str) -> str:
    return f"{word[0].upper()}{word[1:]}"


_SPEAKS = re.compile(r"\b(?:k[aö]nn|spr[ei]ch|lern)\w*\b")
_SPOKEN = re.compile(
    r"\b(?:deutsch|(?:engl|französ|span|italien|türk|poln|russ|ukrain|arab|tschech|ungar|kroat|serb|rumän|portugies)isch)\b"
)
_NAMED = re.compile(
    r"(?i)(?<!eine )(?<!ihre )(?<!die )\b(frau|herrn?)((?: (?:dr\.?|doktor|professor\w*))?) ((?-i:[a-zäöüß]{3,}))\b"
)


_BRANDS: Mapping[str, str] = {
    brand.lower(): brand
    for brand in (
        "WhatsApp",
        "PowerPoint",
        "LinkedIn",
        "YouTube",
        "GitHub",
        "SharePoint",
        "OneNote",
        "AutoCAD",
        "Excel",
    )
}
_BRAND = re.compile(rf"(?i)\b(?:{'|'.join(_BRANDS)})\b(?![.@])")
_TOWN = re.compile(
    r"\b((?i:in|aus|nach)) (essen|halle|kiel|hof|gießen|giessen|rain|singen|hagen|siegen|norden|emden|leer|wesel"
    r"|linden|herne|lünen|hamm|fürth|plauen|gera|jena|bremen|ulm|bonn|trier|worms|speyer|soest|stade|celle|wien|graz"
    r"|linz|steyr|wels|bern|zug|chur|basel|baden|buchs|wil)\b(?! (?:\w+e[nr]|und|oder) (?-i:[A-ZÄÖÜ]))(?! stehend)"
)


def names_as_spelt(text: str) -> str:
    """It with “WhatsApp” so, and the towns large whose names are words as well: “in essen”, where none can stand."""
    text = _BRAND.sub(lambda m: _BRANDS[m[0].lower()], text)
    return _TOWN.sub(lambda m: f"{m[1]} {m[2].capitalize()}", text)


def names_large(text: str) -> str:
    """It with the names of people and languages large: “frau yilmaz”, “auch polnisch”."""
    text = _NAMED.sub(lambda m: m[0] if is_small(m[3]) and not m[2] else m[0].title(), text)
    spoken = _SPEAKS.search(text) or text.startswith("deutsch ")
    return _SPOKEN.sub(lambda m: m[0].capitalize(), text) if spoken else text


def _is_composed(word: str) -> bool:
    """Whether a small word is made of known ones: “rausfährt”, “schwindelfrei”; “telefonzentrale” may be a noun."""
    cuts = (
        (word[:at], word[at:]) for at in range(_FEWEST_LETTERS, len(word) - _FEWEST_LETTERS - 1)
    )
    known = ((head, tail) for head, tail in cuts if is_small(tail))
    return any(
        is_small(head) or head in PREFIXES or (is_noun(head.rstrip("s")) and not may_be_noun(tail))
        for head, tail in known
    )


WORD_OR_MARK = re.compile(r"[\w-]+|[^\w\s]")
_FEWEST_LETTERS = 2
_SHORT = word_set(
    "ab am an da du eh er es im in ja je na ob so um wo zu"
)  # “mm”, “go”: of something else


_ENDING = re.compile(r"(?<=t|n)e[nrsm]?$")  # “versiegelter”


def _is_known(word: str) -> bool:
    """Whether a word is one, so far as anybody can tell: one with a capital may be a name."""
    parts = (
        part
        for part in word.split("-")
        if part.isalpha() and part.islower() and len(part) >= _FEWEST_LETTERS
    )
    return all(
        part in _SHORT
        if len(part) == _FEWEST_LETTERS
        else is_small(part)
        or OF_ME.fullmatch(part)
        or is_done(_ENDING.sub("", part))
        or is_small(_ENDING.sub("", part))
        or _is_composed(part)
        for part in parts
    )


def unknown_words(text: str) -> list[str]:
    """The words of a text that nobody knows."""
    return [word for word in WORD_OR_MARK.findall(_A_UNIT.sub("", text)) if not _is_known(word)]


_A_UNIT = re.compile(r"(?<=\d) ?(?:km|kg|cm|mm|ha|kw|ml)\b")


_AT_THE_HEAD = re.compile(
    r"(?!(?:Sie|Ihr\w*|Ihnen)\b)([A-ZÄÖÜ][a-zäöüß]+)(?= ([a-zäöüß]*[A-ZÄÖÜ])?)"
)

_YOU_ALL = re.compile(
    r"^Ihr(?= [a-zäöüß])(?! (?!(?:die|eine|keine|meine|diese|jede|alle)\b)[a-zäöüß]+e[nrsm]? [A-ZÄÖÜ])"
)  # “Ihr legt die Module zu zweit”, and no “Ihr neues Lager”


def begun_small(text: str) -> str:
    """A note without the capital of a sentence's first word, as it goes on another: “Die Werkstatt zieht um”."""
    text = _YOU_ALL.sub("ihr", text)
    found = _AT_THE_HEAD.match(text)
    word = found[1].lower() if found else ""
    described = found and found[2] and re.search(r"e[nrsm]?$", word) and not is_noun(word)
    if is_small(word) and (described or not may_be_noun(word) or word in LINKS | MODAL | WHO):
        return f"{word[0]}{text[1:]}"
    return text


_DIALECT = word_list("german_dialect")


def is_dialect(text: str) -> bool:
    """Whether a note has words that only a dialect has: “dat”, “hob”, “jemacht”."""
    return not _DIALECT.isdisjoint(text.lower().split())


_LARGE_INSIDE = re.compile(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{2,}\b")
_ENOUGH = 2  # nouns typed large: who does so means the other words small
_AIDS_IT = re.compile(r" (?:möchte|will|woll|kann|könn|darf|dürf|muss|müss|soll|lern|geh)\w*\b")


def has_its_capitals(text: str) -> bool:
    """Whether a note was typed with the capitals of its nouns."""
    return sum(may_be_noun(word.lower()) for word in _LARGE_INSIDE.findall(text)) >= _ENOUGH


def capital_if_sure(found: re.Match[str]) -> str:
    """A small word of such a note, large where it is a noun and nothing that one does (“wieder schrauben will”)."""
    word, behind = found[0], found.string[found.end() :]
    does = (word.endswith("en") and _AIDS_IT.match(behind)) or behind.startswith(" ich")
    return word.capitalize() if is_noun(word) and not is_small(word) and not does else word
