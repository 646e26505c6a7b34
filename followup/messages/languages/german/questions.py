"""A German question as it was put, told as the user's own: “Wie lösen Sie das?” is wie ich das löse."""

import re
from collections.abc import Mapping

from followup.messages.languages.german.order import LINKS, has_a_verb
from followup.messages.languages.german.verbs import FINITE, MODAL, PREFIXES
from followup.prose.word_lists import word_set

_IS_A_QUESTION = re.compile(
    r"(?i)(?:(?:in|mit|auf|für|an|bei|bis|ab|seit|vor|nach|zu|von|aus) )?(?:wie\w*|was|we[rnm]|wo\w*|warum|wann|ob"
    r"|welche\w*|weshalb|wieso)\b"
)
_PUT = re.compile(
    r"(?i)^(?P<asks>(?:(?:in|mit|auf|für|an|bei|bis|ab|seit|vor|nach|zu|von|aus) )?"
    r"(?:wie|was|we[nm]|wo\w*|warum|wann|weshalb|wieso|welche[nmrs]?)(?: [\wäöüß-]+){0,3}?)"
    r" (?P<verb>(?-i:[a-zäöüß]+))"
    r" (?P<who>Sie|du|ich|wir|Ihnen|dir|mir|mich|man|das|die|der|es|(?:Ihr|dein|mein|ein)\w*)\b(?P<rest>.*)$"
)
# “wann ich … hole und wann nicht” is told already, wherever its verb stands.
_TOLD = re.compile(rf"{_IS_A_QUESTION.pattern}(?: \w+)? (?:ich|wir|man) \w+")
_OF_YOU = re.compile(
    r"^(?P<asks>(?i:wie|was|wo|wann|warum|ob|welche\w*)(?: (?:viele?|oft|lange?|gut|schnell|[A-ZÄÖÜ]\w+))?) "
    r"(?P<who>[Ss]ie|du) (?P<rest>[^,]*?)(?P<verb>[a-zäöüß]+(?:n|st))(?P<tail>(?:, .*)?)$"
)
"""As the user would put it: “ob Sie auch am Samstag arbeiten würden”."""
_YES_OR_NO = re.compile(r"(?i)^(?P<verb>[a-zäöüß]+) (?P<who>Sie|du)\b(?P<rest>.*)$")
_SOMEBODY = word_set("man das die der es ein eine einer eines einem einen")
_ASKS_OF_ME = re.compile(r" (?:mich|mir|ich|sich)\b")
_NO_VERBS = word_set(
    "lange viele gute große gern gerne oft weit hohe neue erste andere sonst eigentlich genau"
)
_MINE: Mapping[str, str] = {
    "sind": "bin", "bist": "bin", "können": "kann", "kannst": "kann", "müssen": "muss", "musst": "muss",
    "wollen": "will", "willst": "will", "sollen": "soll", "sollst": "soll", "dürfen": "darf", "darfst": "darf",
    "mögen": "mag", "magst": "mag",
    "wissen": "weiß", "weißt": "weiß", "tun": "tue", "tust": "tue", "waren": "war", "warst": "war", "kamen": "kam",
    "gingen": "ging", "fanden": "fand", "hast": "habe", "gibst": "gebe", "nimmst": "nehme", "siehst": "sehe",
    "sprichst": "spreche", "hilfst": "helfe", "liest": "lese", "fährst": "fahre", "hältst": "halte", "lässt": "lasse",
    "trägst": "trage", "triffst": "treffe", "wirst": "werde", "isst": "esse", "verlässt": "verlasse", "löst": "löse",
}  # fmt: skip
"""Verbs of “Sie” and “du” as those of “ich”, where more than the ending changes."""
_TO_ME: Mapping[str, str] = {"sie": "mich", "ihnen": "mir", "dir": "mir", "dich": "mich"}
_STILL_YOU = re.compile(r"\b(?:Sie|du|Du|Ihnen|ihr|euch)\b")
_ITSELF = re.compile(r"\bsich(?= (?:das|die|den|ein\w*|etwas|dein\w*|Ihr\w*|[A-ZÄÖÜ]\w+)\b)")


def is_a_question(text: str) -> bool:
    """Whether it follows “Sie haben mich gefragt”, and is no thing like “Umgang mit Kritik”."""
    return text.endswith("?") or bool(_IS_A_QUESTION.match(text))


def question_told(text: str) -> str:
    """A question as it is told: “wie gehe ich mit Stress um” is “wie ich mit Stress umgehe”.

    What was put in its own words and cannot surely be told keeps its mark, or gets it; "" where nobody would put it so.
    """
    bare = text.rstrip("? ")
    if (of_you := _OF_YOU.match(bare)) and not _STILL_YOU.search(of_you["tail"]):
        mine, verb = _mine(of_you["verb"], of_you["who"])
        rest = _my_own(_yours(of_you["rest"], of_you["who"]))
        return f"{_small(of_you['asks'])} {mine} {rest}{verb}{of_you['tail']}"
    found = _PUT.match(bare)
    put = None if found and found["verb"] in _NO_VERBS else found or _YES_OR_NO.match(bare)
    if put is None or not _of(put):
        told = has_a_verb(text) or _TOLD.match(text)  # “warum gerade wir” has no verb
        asks = told and not text.endswith("?")
        return _small(text) if asks or not _IS_A_QUESTION.match(text) else f"{bare}?"
    return _told(put) or ("" if put["who"].lower() == "ich" else f"{bare}?")


def _small(text: str) -> str:
    """It with its first word small, where that asks: “Wieviel Kinder ich betreue” goes on with a sentence."""
    asks = _IS_A_QUESTION.match(text)
    return f"{text[0].lower()}{text[1:]}" if asks else text


def _of(put: re.Match[str]) -> bool:
    """Whether its verb is one, so that it was put as a question: in “wie lange ich bliebe” it is none."""
    verb, who = put["verb"].lower(), put["who"].lower()
    if who == "du":
        return verb.endswith("st") or verb in _MINE
    if who == "sie" and "asks" not in put.groupdict():
        return verb.endswith("n") or verb == "sind"
    if who == "ich":
        return verb.endswith(("e", "te")) or verb in _MINE.values()
    if who in _SOMEBODY or _ASKS_OF_ME.search(put.groupdict().get("asks") or ""):
        return who in _SOMEBODY and verb in FINITE - PREFIXES
    return verb in FINITE or verb.endswith(("n", "t"))


def _told(put: re.Match[str]) -> str:
    """It as the end of “Sie haben mich gefragt, …”; "" where that is not sure."""
    verb, who = put["verb"].lower(), put["who"]
    rest, comma, tail = put["rest"].partition(",")
    asks = put.groupdict().get("asks") or "ob"
    if (
        who.lower() == "wir"
        or _STILL_YOU.search(tail)
        or re.search(r"\bund (?:wie|was|warum|wo)\b", rest)
    ):
        return ""
    if who.lower() == "ich" and re.search(r"(?i)\b(?:dich|dir|Sie|Ihnen)\b", rest):
        return ""
    if who.lower() == "ihr" and (rest.split() or ["in"])[0] in LINKS:
        return ""  # “wie würdet ihr eine neue Klasse anfangen”
    rest = _yours(rest, who)
    if who == "sie" and _STILL_THEIRS.search(rest):
        return ""
    mine, verb = _mine(verb, who)
    words = _my_own(rest).split()
    if (
        verb in MODAL
        and words
        and not words[-1].endswith("n")
        and any(w.endswith("en") for w in words)
    ):
        return ""  # “können Sie gut schlafen nach so einem Dienst”
    if words and words[-1] in PREFIXES and verb not in MODAL | _AUXILIARIES:
        verb, words = f"{words[-1]}{verb}", words[:-1]
    elif words and words[-1] in FINITE and verb not in MODAL | _AUXILIARIES:
        return ""
    parted = verb in _AUXILIARIES and any(
        re.fullmatch(r"ge\w{2,}(?:t|en)", word) for word in words[:-1]
    )
    if parted or _STILL_YOU.search(" ".join(words)):  # “zuletzt gelacht bei der Arbeit habe”
        return ""
    return " ".join([_small(asks), mine, *words, verb]) + comma + tail


_AUXILIARIES = word_set(
    "habe hätte bin wäre war hatte werde würde lasse soll darf kann muss will möchte könnte sollte müsste"
)


_STILL_THEIRS = re.compile(r"\bih(?:r\w*|nen)\b")


def _yours(rest: str, who: str) -> str:
    """It with the capital of “Ihr” where “sie” was typed small, too; behind a noun it may be somebody's."""
    small = r"^([^A-ZÄÖÜ]*)\bi(?=hr(?:e[nmrs]?)?\b|hnen\b)"
    return re.sub(small, r"\1I", rest) if who == "sie" else rest


def _mine(verb: str, who: str) -> tuple[str, str]:
    """Who and its verb as the user says them: “Sie gehen” is ich gehe, of “hat Sie” mich and hat."""
    small = who.lower()
    if small == "du" or (small == "sie" and (verb.endswith("n") or verb == "sind")):
        return "ich", _MINE.get(verb) or _regular(verb)
    if small.startswith(("ihr", "dein")) and small != "ihnen":
        return re.sub(r"(?i)^(?:ihr|dein)", "mein", who), verb
    return _TO_ME.get(small, small), verb


def _regular(verb: str) -> str:
    if verb.endswith("eln"):
        return f"{verb[:-3]}le"
    if verb.endswith("ern"):
        return f"{verb[:-1]}e"
    if verb.endswith("n"):
        return verb[:-1]
    stem = verb[:-2]  # of “du”
    if stem.endswith("e"):
        return stem
    return f"{stem}se" if re.search(r"(?:[aoäöüi]|ei)$", stem) else f"{stem}e"


def _my_own(rest: str) -> str:
    rest = re.sub(r"\bsich\b", "mich", _ITSELF.sub("mir", rest))
    rest = re.sub(r"\b(?:Ihnen|dir|dich)\b", lambda m: _TO_ME[m[0].lower()], rest)
    return re.sub(r"\b(?:Ihr|dein|Dein)(e[nmrs]?)?\b", lambda m: f"mein{m[1] or ''}", rest)
