"""A German time that one spent on something, noted without a verb: “drei Monate Keller begutachten”."""

import re

from followup.messages.languages.german.nouns import gender_of

_PARTICIPLES = {
    "fahren": "gefahren", "schreiben": "geschrieben", "tragen": "getragen", "treiben": "getrieben",
    "schneiden": "geschnitten",
    "backen": "gebacken", "braten": "gebraten", "gießen": "gegossen", "schleifen": "geschliffen",
    "waschen": "gewaschen",
    "graben": "gegraben", "lesen": "gelesen", "singen": "gesungen", "spinnen": "gesponnen", "fliegen": "geflogen",
    "reiten": "geritten", "betreiben": "betrieben", "vertreten": "vertreten", "unterhalten": "unterhalten",
    "aufbauen": "aufgebaut", "abbauen": "abgebaut", "umbauen": "umgebaut", "ausliefern": "ausgeliefert",
    "zustellen": "zugestellt", "austragen": "ausgetragen", "einrichten": "eingerichtet", "anlernen": "angelernt",
}  # fmt: skip
_REGULAR = frozenset({
    "bauen", "pflegen", "kochen", "machen", "löten", "malen", "mauern", "nähen", "lehren", "leiten", "führen", "planen",
    "prüfen", "putzen", "räumen", "melken", "füttern", "ernten", "pflücken", "packen", "liefern", "lagern", "buchen",
    "zählen", "testen", "warten", "schulen", "trainieren", "betreuen", "bedienen", "begleiten", "begutachten",
    "beraten",
    "verkaufen", "verpacken", "verlegen", "versorgen", "verwalten", "vermieten", "schweißen", "drehen",
    "fräsen", "bohren",
    "hobeln", "lackieren", "dolmetschen", "übersetzen", "unterrichten", "untersuchen", "restaurieren", "erfassen",
    "bearbeiten", "behandeln", "berechnen", "entwickeln", "entwerfen", "erneuern", "ersetzen", "scannen", "filmen",
})  # fmt: skip
_OTHERS = {"beraten": "beraten", "entwerfen": "entworfen"}
_OF_ITSELF = frozenset({
    "telefonieren", "kommunizieren", "diskutieren", "korrespondieren", "patrouillieren", "assistieren", "gratulieren",
    "kooperieren", "jobben", "pausieren", "existieren", "funktionieren",
})  # fmt: skip
"""What one does to nothing: “Kunden telefonieren” lacks its preposition."""
_NO_GE = ("be", "ver", "er", "ent", "zer", "über", "unter")
_THE_SAME = re.compile(
    r"(?i)(?:genau )?(dasselbe|das gleiche|das|so etwas|ähnliches|etwas ähnliches)(?: (.+))?"
)
_A_SERVICE = re.compile(
    r"\w*(?:dienst|arbeit|schichte?n?|buchhaltung|pflege|vertretung|praktikum)\b", re.IGNORECASE
)
_SPAN = re.compile(
    r"(?i)^(?P<time>(?:\d+|\w+) (?:jahre?|monate?|wochen?|winter|sommer|saisons?"
    r"|semester))(?P<long> lang)? (?P<rest>.+)$"
)
_ONE = re.compile(r"(?i)^ein (?=winter|sommer|monat)")
_A_NOUN = re.compile(r"[A-ZÄÖÜ][\wäöüß-]+")
_NO_VERB = re.compile(
    r"(?i)(?:neben|gegen|zwischen|allen|vielen|kleinen|großen|\w+(?:ischen|lichen|igen))$"
)  # of what ends as one does


def spent_on(tie: str) -> str | None:
    """What one did for a time as a sentence, "" where that is not sure; None where the time may be named as it stands.

    “sechs Jahre lang dasselbe in einer Mühle” is “Dasselbe habe ich sechs Jahre lang in einer Mühle
    gemacht”; “acht Jahre Kühlzüge” wants a verb that nobody knows; “zwei Jahre Nachtdienst” is a thing.
    """
    found = _SPAN.match(tie)
    if found is None:
        return None
    time, long, rest = _ONE.sub("einen ", found["time"]), found["long"], found["rest"]
    if rest.endswith(" arbeiten"):
        return f"Ich habe {time[0].lower()}{time[1:]}{long or ''} {rest[:-9]} gearbeitet"
    same = _THE_SAME.fullmatch(rest)
    if same and "," not in rest:
        what = f"{same[1][0].upper()}{same[1][1:]}"
        return f"{what} habe ich {time}{long or ''} {same[2]} gemacht" if same[2] else ""
    if said := _by_its_verb(time[0].lower() + time[1:], long or "", rest):
        return said
    noun = _A_NOUN.match(rest)
    if long:
        sure = noun and _A_SERVICE.fullmatch(noun[0]) and "," not in rest
        return f"Ich habe {time[0].lower()}{time[1:]} lang {rest} gemacht" if sure else ""
    several = noun is not None and gender_of(noun[0]) == "p"
    return "" if several or _infinitive(rest) else None


def _infinitive(rest: str) -> re.Match[str] | None:
    """The verb that a note says by its infinitive, behind its object: “Keller begutachten”."""
    found = re.match(
        r"[A-ZÄÖÜ][\wäöüß-]+ (?:und [A-ZÄÖÜ][\wäöüß-]+ )?([a-zäöüß]+(?:en|ern|eln))\b", rest
    )
    return None if found is None or _NO_VERB.match(found[1]) else found


def _by_its_verb(time: str, long: str, rest: str) -> str:
    """“Ich habe drei Monate lang Keller begutachtet”, where the verb's participle is sure; else ""."""
    found = _infinitive(rest)
    done = _participle(found[1]) if found else ""
    if not found or not done:
        return ""
    what, more = rest[: found.start(1)].strip(), rest[found.end() :]
    place, comma, aside = more.partition(",")
    return f"Ich habe{place} {time}{long or ' lang'} {what} {done}{comma}{aside}"


def _participle(verb: str) -> str:
    known = _PARTICIPLES.get(verb) or _OTHERS.get(verb)
    if known:
        return known
    if verb.endswith("ieren") and verb not in _OF_ITSELF:
        return f"{verb[:-2]}t"
    if verb not in _REGULAR:
        return ""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    ending = "et" if stem.endswith(("t", "d", "chn", "ckn")) else "t"
    return f"{stem}{ending}" if verb.startswith(_NO_GE) else f"ge{stem}{ending}"
