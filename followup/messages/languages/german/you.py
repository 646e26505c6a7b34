"""Their “we” of a German note as “Sie” or “ihr”, with the verb that goes with it."""

import re

from followup.messages.languages.german.nouns import genders_of
from followup.messages.languages.listener import Listener
from followup.prose.word_lists import word_set

_WE = {"wir": ("Sie", "ihr"), "unser": ("Ihr", "euer"), "uns": ("", "euch")}
_THEIRS = {"wir": "sie", "unser": "ihr", "uns": ""}
_WITH_US = re.compile(r"(?i)\b(bei|mit|von|zu|unter|für|ohne|auf|gegen|über|an) uns\b")
_DATIVE = ("bei", "mit", "von", "zu", "unter")
_OURS = re.compile(r"(?i)\b(wir|unser|uns)(e[nmrs]?|s)?\b")
_FAMILIAR = re.compile(r"^(?:[Dd]u|ihr)\b|\b(?:euch|dich|dir|eure?[nmrs]?|deine?[nmrs]?)\b")
_WITH_YOU_ALL = re.compile(r"(?i)\b(bei|mit|von|zu|unter|für|ohne|auf|gegen|über) euch\b")
_YOURS = re.compile(r"(?i)\b(?:euer|eur(?=e))(e[nmrs]?)?\b")
_SOMEBODY = re.compile(r"(?i)(?:er|sie)\b")
_TO_ME = re.compile(r"Sie\b.*\b(?:uns|unser\w*)\b")
_THEY = re.compile(r"[Ss]ie (?=.*?(?:en|sind)(?:,| als | statt |$))")
_BOTH_OF_US = re.compile(r"(?i)\bbeide\b|\b(?:gemeinsam|zusammen)\b.*\b(?:haben|hatten|waren)$")
_OF_YOU = {
    "sind": "seid",
    "haben": "habt",
    "werden": "werdet",
    "müssen": "müsst",
    "wissen": "wisst",
    "tun": "tut",
}


_HERE = re.compile(r"\bhier\b(?! (?:oben|unten|in|im|auf|am|bei|drin|draußen)\b)")


def theirs(text: str, to: Listener) -> str | None:
    """“Wir” of a note of what they said as “Sie” or “ihr”; None where its forms are not sure."""
    there = ("bei Ihnen" if to.terms == "formal" else "bei euch") if to.inside else "dort"
    text = _HERE.sub(there, text)
    if _TO_ME.match(text):
        return None  # “Sie zu uns passen”: it is the user whom they called so
    if to.terms == "formal":
        text = _WITH_YOU_ALL.sub(lambda m: f"{m[1]} {_polite(m[1])}", _YOURS.sub(_politely, text))
        if _FAMILIAR.search(text):
            return None
    if _THEY.match(text):  # “sie ihre Fahrer kennen”
        text = re.sub(r"\bihr(?=(?:e[nmrs]?)?\b)", "unser", text)
        text = re.sub(r"^[Ss]ie (sich )?", lambda m: f"wir {'uns ' * bool(m[1])}", text)
    text = _of_me(text)
    clause = _THEY_IN_A_CLAUSE.search(text) if to.inside else None
    text = _they(text, clause, to) if clause else text
    owned = re.match(r"ihr ([A-ZÄÖÜ][\wäöüß-]*)", text)
    mine = (
        to.spoke
        and to.terms == "first"
        and owned
        and not (_OF_A_FAMILY.match(text) or _is_several(owned[1]) or _YOU_DO.search(text))
    )
    if (
        not text or mine or (to.spoke and _SOMEBODY.match(text))
    ):  # “ihr Brot”: whose, or who bakes it?
        return None
    text = _of_the_reader(text, to) if to.spoke else text
    if not _OURS.search(text) or _BOTH_OF_US.search(text):
        return text
    first = to.terms == "first" and to.inside
    text = _with_you(text, to, first=first)
    table = {word: both[first] for word, both in _WE.items()} if to.inside else _THEIRS
    if any(not table[match[1].casefold()] for match in _OURS.finditer(text)):
        return None

    def say(match: re.Match[str]) -> str:
        word = table[match[1].casefold()]
        return f"{'eur' if word == 'euer' and match[2] else word}{match[2] or ''}"

    said = _OURS.sub(say, text)
    return _of_you(said) if first and re.search(r"(?i)\bwir\b", text) else said


_YOU_DO = re.compile(
    r"\b(?:\w*(?:habt|gebt|nehmt|sprecht|esst|lest|seht|helft|fahrt|tragt|lasst|lauft|trefft|messt|werft)"
    r"|seid|werdet|wisst|könnt|müsst|wollt|sollt|dürft|möchtet)(?=,|$)"
)  # of “ihr” alone


def _is_several(noun: str) -> bool:
    """Whether a noun is surely several, so that “ihr” before it owns nothing: “ihr Tests zuerst schreibt”."""
    genders = genders_of(noun)
    return genders == "p" or (not genders and noun.endswith("s"))


_THEY_IN_A_CLAUSE = re.compile(
    r"(?<=, )((?:(?:in|mit|auf|an|bei|für|zu|von|aus|über|um|nach) )?(?:die|das|den|dem|der|denen|wo\w*|was|weil|wenn"
    r"|dass|ob|wie|warum|bis|obwohl|bevor|seit)) sie (?P<rest>[^,]*?)(?P<verb>\w+en|\w+ern|\w+eln|sind|tun)(?=,|$)"
)
_OF_THEM = word_set("was wie wo ob wenn weil bis warum bevor obwohl seit")
_SEVERAL = re.compile(
    r"\b(?:[Dd]ie|[Zz]wei|[Dd]rei|[Vv]ier|[Vv]iele|\d+) (?:\w+e?n? )?([A-ZÄÖÜ]\w+)"
)


def _they(text: str, clause: re.Match[str], to: Listener) -> str:
    """“den sie seit 1961 führen” said to who is at the company; "" where “sie” may be others named before."""
    named = [noun for noun in _SEVERAL.findall(text[: clause.start()]) if "p" in genders_of(noun)]
    if named and re.match(rf"\w+ {named[0]}\b", text) and clause[1] in _OF_THEM:
        return text  # “die Kinder selbst entscheiden, was sie essen”
    if named or re.search(r"\bih[rn]\w*", text):
        return ""
    who, verb = "Sie", clause["verb"]
    if to.terms == "first":
        who, verb = "ihr", _verb_of_you(verb)
    if not verb:
        return ""
    rest = re.sub(r"\bsich\b", "euch", clause["rest"]) if who == "ihr" else clause["rest"]
    return f"{text[: clause.start()]}{clause[1]} {who} {rest}{verb}{text[clause.end() :]}"


def _of_me(text: str) -> str:
    """What they said of the user to the user's face: “wir Sie gern im Team hätten” is said of “mich”."""
    if not re.search(r"(?i)\bwir\b", text):
        return text
    return re.sub(r"\b(?:Ihnen|dir)\b", "mir", re.sub(r"\b(?:Sie|dich)\b", "mich", text))


def possessed(thing: str, to: Listener) -> str:
    """A thing that the reader spoke of as “ihr” or “sein” as theirs: “ihre Pläne” are Ihre or eure Pläne."""
    if not to.spoke:
        return thing
    first = to.terms == "first"
    thing = re.sub(r"^[Ss]ein(?=(?:e[nmrs]?)? )", "dein" if first else "Ihr", thing)
    return re.sub(r"^[Ii]hr(e[nmrs]?)?(?= )", lambda m: _of_all(m[1], first=first), thing)


def _of_all(ending: str | None, *, first: bool) -> str:
    if not first:
        return f"Ihr{ending or ''}"
    return f"eur{ending}" if ending else "euer"


_TO_THE_READER = re.compile(
    r"(?<=[a-zäöüß] )ih[rm](?= (?!(?:[a-zäöüß]+e[nrsm]? )*[A-ZÄÖÜ])[^,]*"
    r"\b(?:hat|war|habe|würde|ist|gefällt|gefiel)(?:,|$))"
)


def _of_the_reader(text: str, to: Listener) -> str:
    """“ihre” and “bei ihnen” of a note, where nobody else is named before, as said to who spoke."""
    first = to.terms == "first"
    if re.search(r"\b(?:ich|mein\w*)\b", text):  # “mein Lebenslauf ihr gefallen hat”
        text = _TO_THE_READER.sub("dir" if first else "Ihnen", text)
    text = re.sub(
        r"^((?:[a-zäöü]+ )*)(bei|mit|von|zu|unter) ihnen\b",
        rf"\1\2 {'euch' if first else 'Ihnen'}",
        text,
    )
    text = re.sub(r"^ihnen\b", "euch" if first else "Ihnen", text)
    text = re.sub(r"^[Ss]ein(?=(?:e[nmrs]?)? )", "dein" if first else "Ihr", text)
    before, with_, behind = text.partition(" bei ihnen ")
    if with_ and not any("p" in genders_of(noun) for noun in re.findall(r"[A-ZÄÖÜ]\w+", before)):
        text = f"{before} bei {'euch' if first else 'Ihnen'} {behind}"
    if _OF_A_FAMILY.match(text):
        return re.sub(r"^ihr", "dein" if first else "Ihr", text)
    return re.sub(
        r"^((?:bei|in|mit|für|auf|an|aus|von) )?ihr(e[nmrs]?) (?=[A-ZÄÖÜ]|[a-zäöü]+ [A-ZÄÖÜ])",
        lambda m: f"{m[1] or ''}{_of_all(m[2], first=first)} ",
        text,
    )


_OF_A_FAMILY = re.compile(
    r"ihre? (?:Mann|Frau|Sohn|Tochter|Vater|Mutter|Bruder|Schwester|Opa|Oma|Hund|Chef|Chefin|Vorgänger|Vorgängerin)\b"
)


def _polite(preposition: str) -> str:
    return "Ihnen" if preposition.casefold() in _DATIVE else "Sie"


def _politely(match: re.Match[str]) -> str:
    return f"Ihr{match[1] or ''}"


def _with_you(text: str, to: Listener, *, first: bool) -> str:
    """It with its “bei uns” said to them, and what “wir” do to “uns” as they do it to themselves."""
    dative, accusative = (
        ("euch", "euch") if first else ("Ihnen", "Sie") if to.inside else ("ihnen", "sie")
    )
    text = _WITH_US.sub(
        lambda m: f"{m[1]} {dative if m[1].casefold() in _DATIVE else accusative}", text
    )
    return text if first or not re.match(r"(?i)wir\b", text) else re.sub(r"\buns\b", "sich", text)


def _of_you(said: str) -> str | None:
    """A clause of “ihr” with its verb, which is the last word of its first part, in the form of “ihr”."""
    said, comma, tail = said.partition(",")
    head, _, verb = said.rpartition(" ")
    if re.search(r"\bihr\b", tail) or head.endswith(" zu"):
        return None
    ending = _verb_of_you(verb)
    return f"{head} {ending}{comma}{tail}" if ending else None


def _verb_of_you(verb: str) -> str:
    """A verb of “wir” or “sie” in the form of “ihr”; "" where it is none."""
    if verb.endswith(("ern", "eln")):
        return f"{verb[:-1]}t"
    if verb not in _OF_YOU and verb.endswith("en"):
        return f"{verb[:-2]}{'et' if verb[-3:-2] in 'td' else 't'}"
    return _OF_YOU.get(verb, "")
