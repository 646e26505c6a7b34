"""A German time that one spent on something, noted with no verb or an infinitive: “drei Monate Keller begutachten”."""

import re

from followup.messages.languages.german.nouns import gender_of
from followup.messages.languages.german.verbs import is_participle, participle
from followup.prose.word_lists import word_groups, word_list, word_set

_UNIT = "|".join(sorted(word_list("german_times"), key=len, reverse=True))
A_TIME = re.compile(rf"(?i)^(?:\d+|\w+) (?:{_UNIT})\b")
_GONE = word_groups("german_thoughts")[4]
_OF_ITSELF = word_set(
    "telefonieren kommunizieren diskutieren korrespondieren patrouillieren assistieren gratulieren kooperieren jobben"
    " pausieren existieren funktionieren"
)
"""What one does to nothing: “Kunden telefonieren” lacks its preposition."""
_AT = r"(?:bei|beim|in|im|an|am|auf|für|mit|aus|vor|zwischen|neben|unter|über|von|vom|ohne|nach|seit|zu|zum|zur)"
_THE_SAME = re.compile(
    r"(?i)(?:genau )?(?P<what>(?:genau )?(?:dasselbe|das gleiche|etwas (?:sehr |ganz )?ähnliches|ähnliches|so etwas"
    rf"|das(?= {_AT} )))(?: (?P<where>{_AT} [^,]+?))?(?: gemacht| machen)?"
)
_AS_A_NOUN = re.compile(r"(?<=das )gleiche|(?<= )ähnliches")
_A_SERVICE = re.compile(
    r"\w*(?:dienst|arbeit|schichte?n?|buchhaltung|pflege|vertretung|praktikum)\b", re.IGNORECASE
)
_A_POST = re.compile(
    r"\w*(?i:lehrer|fahrer|leiter|führer|käufer|pfleger|arbeiter|helfer|berater|techniker|mechaniker|kellner|trainer"
    r"|meister|lagerist|monteur|betreuer|(?:er|ist|ent)in|köchin|(?<![a-z])koch)\b"
)
_SPAN = re.compile(rf"(?i)^(?P<time>(?:\d+|\w+) (?:{_UNIT}))(?P<long> lang)? (?P<rest>.+)$")
_ONE = re.compile(r"(?i)^ein (?=winter|sommer|monat)")
_VERB = "[a-zäöüß]+(?:en|ern|eln)"
_DONE_WITH = re.compile(
    rf"(?P<what>(?:[^,]*? )?[A-ZÄÖÜ][\wäöüß-]+) (?P<verb>{_VERB})(?: und (?P<also>{_VERB}))?"
    rf"(?P<where> {_AT} [^,]+)?(?P<aside>,.*)?"
)
_NAMES_IT = re.compile(r"(?:[Dd]as|[Dd]ie|[Dd]en|[Dd]er|[Ee]in(?:e|en)?)\b")
_A_NOUN = re.compile(r"(?:[a-zäöüß]+e[nrs]? )*([A-ZÄÖÜ][\wäöüß-]+)")
_AS_IT_STANDS = re.compile(rf"(?i){_AT}\b|als\b")


def spent_on(tie: str) -> str | None:
    """What one did for a time as a sentence, "" where that is not sure; None where the time may be named as it stands.

    “sechs Jahre lang dasselbe in einer Mühle” is “Dasselbe habe ich sechs Jahre lang in einer Mühle
    gemacht”; “acht Jahre Kühlzüge” wants a verb that nobody knows; “zwei Jahre Nachtdienst” is a thing.
    """
    found = _SPAN.match(tie)
    if found is None:
        return None
    time, long, rest = as_said(found["time"]), found["long"] or "", found["rest"]
    if rest.endswith(" arbeiten"):
        return f"Ich habe {time}{long} {rest[:-9]} gearbeitet"
    if same := _THE_SAME.fullmatch(rest):
        what = _AS_A_NOUN.sub(lambda m: m[0].capitalize(), same["what"].lower())
        where = f" {same['where']}" if same["where"] else ""
        return f"{what[0].upper()}{what[1:]} habe ich {time}{long}{where} gemacht"
    if (done := _DONE_WITH.fullmatch(rest)) and not is_participle(done["verb"]):
        return _by_its_verb(time, long, done)
    noun = _A_NOUN.match(rest)
    if _A_POST.match(rest) and "," not in rest:
        return f"Ich war {time}{long} {rest}"
    if long:
        sure = noun and _A_SERVICE.fullmatch(noun[1]) and "," not in rest
        return f"Ich habe {time} lang {rest} gemacht" if sure else ""
    if _AS_IT_STANDS.match(rest):
        return None
    several = noun is not None and gender_of(noun[1]) == "p"
    return "" if several or _NAMES_IT.match(rest) else None


def as_said(time: str) -> str:
    """A time inside a sentence, as its object: “Ein Winter” is einen Winter."""
    time = _ONE.sub("einen ", time)
    return f"{time[0].lower()}{time[1:]}"


def _by_its_verb(time: str, long: str, done: re.Match[str]) -> str:
    """“Ich habe drei Monate lang Keller begutachtet”, where the verb's participle is sure; else ""."""
    verbs = [verb for verb in (done["verb"], done["also"]) if verb]
    said = [participle(verb) for verb in verbs if verb not in _OF_ITSELF]
    if len(said) < len(verbs) or not all(said):
        return ""
    gone = {*said} <= _GONE and not _NAMES_IT.match(
        done["what"]
    )  # “bin Taxi”, “habe den Bus gefahren”
    if not gone and len({*said} & _GONE) == 1 and len(said) > 1:
        return ""
    have = "bin" if gone else "habe"
    return (
        f"Ich {have}{done['where'] or ''} {time}{long or ' lang'} {done['what']} {' und '.join(said)}"
        f"{done['aside'] or ''}"
    )
