"""German as one says it and types it: “hätt”, “gehts”, “gesehn”, “sowas”, “ne” as they are written.

What could be several things stays as it is, and `is_written` tells that a letter must not say it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from followup.messages.languages.german.nouns import gender_of, is_noun, is_small, is_verb
from followup.messages.languages.german.verbs import FINITE

_WORDS: Mapping[str, str] = {
    "wär": "wäre", "wärn": "wären", "hätt": "hätte", "hättn": "hätten", "würd": "würde", "würdn": "würden",
    "möcht": "möchte", "hab": "habe", "ham": "haben", "habn": "haben", "is": "ist", "nich": "nicht", "nix": "nichts",
    "sowas": "so etwas", "so was": "so etwas", "garnicht": "gar nicht", "garnichts": "gar nichts",
    "garkein": "gar kein", "schonmal": "schon einmal",
    "nochmal": "noch einmal", "aufm": "auf dem", "ausm": "aus dem", "mitm": "mit dem", "vorm": "vor dem",
    "übern": "über den", "fürn": "für den", "hinterm": "hinter dem", "wolln": "wollen",
    "solln": "sollen", "könn": "können", "müssn": "müssen", "jez": "jetzt", "heut": "heute", "jetz": "jetzt",
    "wieviel": "wie viel", "wieviele": "wie viele",
}  # fmt: skip
_WORD = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(_WORDS)})(?![\w-])")
_IT_BEHIND: Mapping[str, str] = {
    "wär": "wäre",
    "hätt": "hätte",
    "würd": "würde",
    "hab": "habe",
    "find": "finde",
    "nehm": "nehme",
    "mach": "mache",
    "kenn": "kenne",
}
_IT = re.compile(
    r"(?i)\b(hat|haben|hatten?|geht|war|waren|gibt|wird|ist|kommt|läuft|lief|ging|klappt|klappte|passt|passte|macht|gab|steht|heißt|hieß"
    r"|braucht|dauert|reicht|stimmt|lohnt|kann|soll|will|tut|wär|hätt|würd|hab|find|nehm|mach|kenn|ich|wir|man|ob|wenn|weil)['\u2019]?s\b"
)  # fmt: skip
_STEMS = (
    "mach|denk|glaub|find|seh|frag|komm|brauch|lern|arbeit|kenn|könnt|vergess|versteh|kümmer|hoff|schreib|les|geb|nehm"
    "|helf|spiel|bau|fahr|sag|trau|freu|wohn|leb|koch|red|steh|geh|setz|stell|leg|hol|ruf|schau|bleib|lass|zieh|trag"
    "|wart|mess|prüf|back|näh|schaff|krieg|tu|änder|erklär|reagier|probier|organisier|kontrollier|telefonier|reparier|studier|sortier|dokumentier|notier|informier|koordinier|diskutier|trainier|installier"
    "|verpass|bekomm|besuch|verkauf|verlass|bewerb|pass|lieg|sitz|zeig|führ|leit|plan|start|pfleg|putz|kauf|teil|fang|bring"
)
_PAST = "wollt|könnt|müsst|sollt|dürft|konnt|musst|durft|dacht|bräucht|hatt|wusst|kannt"
_APART = (
    "an|ab|auf|aus|ein|vor|zu|nach|mit|weg|um|los|klar|hin|rein|raus|runter|rum|zurecht|teil|weiter"
)
_AT_THE_HEAD = "|".join(f"{stem[0].upper()}{stem[1:]}" for stem in f"{_PAST}|{_STEMS}".split("|"))
_OF_ME = re.compile(
    rf"(?<=\b[Ii]ch )(?:{_PAST}|{_STEMS})(?![\w-])|(?:(?<![\w-])(?:{_PAST}|{_STEMS})|^(?:{_AT_THE_HEAD}))(?= ich\b)"
    r"|(?<=\b[Mm]an )(?:könnt|müsst|sollt|dürft)\b|(?<![\w-])(?:könnt|müsst|sollt|dürft)(?= (?:man|er|es|das)\b)"
)
OF_ME = re.compile(rf"(?:{_APART})?(?:{_PAST}|{_STEMS}|habe?)e?")
OF_ME_ALONE = re.compile(rf"(?:{_APART})?(?!könnt)(?:{_STEMS})e")
_NO_NOUN = "".join(
    rf"(?<!\b{word} )"
    for word in [
        "in",
        "im",
        "auf",
        "zum",
        "zur",
        "am",
        "beim",
        "mit",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "ein",
        "einen",
        "mein",
        "meinen",
        "kein",
        "keinen",
    ]
)
_OF_ME_LAST = re.compile(
    rf"(\b[Ii]ch\b(?:(?!\bihr\b)[^,])*? ){_NO_NOUN}((?:{_APART})?(?:{_PAST}|{_STEMS}|hab))"
    r"(?=$|,| und\b| (?:was|wer|wie|wo|ob|dass|warum|wenn|weil)\b)"
)
_AND_I = re.compile(
    r"(\b[Ii]ch\b[^,]* und )([a-zäöüß]{3,})(?= (?!ich\b)[a-zäöüß])|(?<![\w-])([A-Za-zäöüß]{3,})(?= ich\b)"
)
_SWALLOWED = re.compile(
    r"(?i)\b(\w*(?:geh|seh|steh|zieh|dreh|leih|flieh|näh|schau|trau|klau|freu))n\b"
)
_NUMBERED: Mapping[str, str] = {"min": "Minuten", "std": "Stunden", "mon": "Monate"}
_ABBREVIATED = re.compile(r"(?i)(?<=\d) ?(min|std|mon)\b\.?(?![\w/])")
_ARTICLE = re.compile(
    r"(?<![\w'\u2019-])['\u2019]?(ne|nen|nem|ner|n) (?=(?P<behind>(?:[\wäöüß-]+ ?){1,3}))"
)
_G_ALONE = re.compile(r"\bg([bfhlmnrsw][a-zäöüß]{2,}(?:t|en))\b")
_SHARP = re.compile(
    r"(?<=weg)gross(?=e)|(?<![\w-])(?:(?:un|ver|be|ab|an|auf|aus|ein|zu|hin|um|über|durch|riesen|mittel)?"
    r"(?:gross|gröss|heiss|weiss|giess|fliess|schliess|schweiss|reiss|beiss|bloss|süss|fleiss|dreissig|stoss|aussen|ausser|äusser"
    r"|draussen|gemäss|regelmäss|mäss|hiess|liess|liessen|saß|spass|strasse|grüss)[a-zäöü]*)"
    r"|\b(?:[A-ZÄÖÜ][a-zäöü]*)?(?i:strasse|gruss|spass|sosse|massband|massnahme|massstab|schweisser|fussboden|fussball|grösse)[a-zäöü]*"
)
_LEFT_SHORT = re.compile(r"(?<![\w-])['\u2019]?(?:n|ne|nen)(?![\w.-])")


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def written_out(text: str) -> str:
    """It with the endings and words that were swallowed."""
    text = _G_ALONE.sub(_swallowed_e, _IT.sub(_it_apart, with_sharp_s(text)))
    text = re.sub(r"(?<!\d )\bgrad\b", "gerade", text)
    text = re.sub(r"\b(weiß|wissen|sehen|schauen|gefragt|merkt) wies\b", r"\1 wie es", text)
    text = re.sub(
        r"\b([Aa]n|[Mm]it|[Bb]ei|[Vv]on) so (?=[A-ZÄÖÜ][\wäöüß]+n\b)", r"\1 solchen ", text
    )
    text = _ABBREVIATED.sub(lambda m: f" {_NUMBERED[m[1].lower()]}", text)
    text = re.sub(r"\bso(?=(?:ne|nen|nem|ner|n)\b)", "so ", _AND_I.sub(_and_i, text))
    text = _OF_ME_LAST.sub(r"\1\2e", _OF_ME.sub(r"\g<0>e", text))
    text = _WORD.sub(lambda m: _like(m[0], _WORDS[m[0].lower()]), text)
    return _ARTICLE.sub(_article, _SWALLOWED.sub(r"\1en", text))


def with_sharp_s(text: str) -> str:
    """It with the ß that a Swiss keyboard lacks: “giessen”, “die Strasse”; a name (“Herr Gross”) stays as it is."""
    return _SHARP.sub(lambda found: re.sub("(?i)ss(?!s)", "ß", found[0], count=1), text)


def _swallowed_e(found: re.Match[str]) -> str:
    """“gfallen”, “gmacht” as they are written, where no word begins so."""
    full = f"ge{found[1]}"
    return full if not is_small(found[0]) and not is_verb(found[0]) and is_small(full) else found[0]


def is_written(text: str) -> bool:
    """Whether nothing is left in it that one says and does not write."""
    return _LEFT_SHORT.search(text) is None


def _and_i(found: re.Match[str]) -> str:
    """“und fang oben an”, “nutz ich”: what is a verb with its “e”, and no other small word."""
    stem = (found[2] or found[3]).lower()
    inside = found[3] and found.start() and found.string[found.start() - 2] != ","
    another = (inside and is_noun(stem)) or stem in FINITE or (is_small(stem) and not is_verb(stem))
    return f"{found[0]}{'e' * (is_verb(f'{stem}e') and is_verb(f'{stem}en') and not another)}"


def _like(typed: str, said: str) -> str:
    return f"{said[0].upper()}{said[1:]}" if typed[:1].isupper() else said


def _it_apart(found: re.Match[str]) -> str:
    verb = found[1]
    return f"{_like(verb, _IT_BEHIND.get(verb.lower(), verb.lower()))} es"


def _article(found: re.Match[str]) -> str:
    """The article in full, by the noun that follows; “n” before a man's noun may be ein or einen."""
    words = found["behind"].split()
    noun = next((n for n, w in enumerate(words) if w[:1].isupper() or is_noun(w)), None)
    short = found[1]
    if short in ("nem", "ner"):
        return f"ein{short[1:]} "
    if noun is None or any(not re.search(r"e[nrsm]?$", word) for word in words[:noun]):
        return found[0]
    gender = gender_of(words[noun])
    said = {("ne", "f"): "eine", ("nen", "m"): "einen", ("nen", "n"): "ein", ("n", "n"): "ein"}
    return f"{said[short, gender]} " if (short, gender) in said else found[0]
