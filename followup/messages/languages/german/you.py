"""Their “we” of a German note as “Sie” or “ihr”, with the verb that goes with it."""

import re

from followup.messages.languages.grammar import Listener

_WE = {"wir": ("Sie", "ihr"), "unser": ("Ihr", "euer"), "uns": ("", "euch")}
_THEIRS = {"wir": "sie", "unser": "ihr", "uns": ""}
_WITH_US = re.compile(r"(?i)\b(bei|mit|von|zu|unter|für|ohne|auf|gegen|über) uns\b")
_DATIVE = ("bei", "mit", "von", "zu", "unter")
_OURS = re.compile(r"(?i)\b(wir|unser|uns)(e[nmrs]?|s)?\b")
_FAMILIAR = re.compile(r"(?i)^(?:du|ihr)\b|\b(?:euch|dich|dir|eure?[nmrs]?|deine?[nmrs]?)\b")
_OF_YOU = {
    "sind": "seid",
    "haben": "habt",
    "werden": "werdet",
    "müssen": "müsst",
    "wissen": "wisst",
}


def theirs(text: str, to: Listener) -> str | None:
    """“Wir” of a note of what they said as “Sie” or “ihr”; None where its forms are not sure."""
    if to.terms == "formal" and _FAMILIAR.search(text):
        return None
    text = re.sub(r"^[Ss]ie (?=.*?(?:en|sind)(?:,|$))", "wir ", text)
    if not _OURS.search(text) or re.search(r"(?i)\b(?:gemeinsam|zusammen|beide)\b", text):
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
    if re.search(r"\bihr\b", tail):
        return None
    head, _, verb = said.rpartition(" ")
    ending = _OF_YOU.get(verb, "")
    if not ending and verb.endswith(("ern", "eln")):
        ending = f"{verb[:-1]}t"
    elif not ending and verb.endswith("en"):
        ending = f"{verb[:-2]}{'et' if verb[-3:-2] in 'td' else 't'}"
    return f"{head} {ending}{comma}{tail}" if ending else None
