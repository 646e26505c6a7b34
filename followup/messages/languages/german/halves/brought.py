"""What the user brings, noted as a thing: a time, experience, a work of theirs."""

import re
from functools import lru_cache

from followup.messages.languages.german.halves.answers import HELD
from followup.messages.languages.german.halves.spans import A_TIME, as_said, spent_on
from followup.messages.languages.german.nouns import article_of, gender_of
from followup.messages.languages.german.short import is_written, written_out
from followup.messages.languages.german.things import bent
from followup.messages.languages.german.thoughts import on_one_line, whole_thought
from followup.messages.languages.german.typed import nouns_large
from followup.messages.languages.german.verbs import FINITE

_FEWEST_OF_A_THING = 3
THOUGHT_OF = "Ich dachte dabei an "
_ONE_OF_IT = re.compile(r"(?i)ein(?:en?)?\b")
_OF_ONES_OWN = re.compile(r"(?i)\b(?:ich|wir|mir|mich|mein\w*)\b")
_EXPERIENCE = re.compile(
    r"(?i)^(?:eigene |viel |lange |etwas |auch )?(?:erfahrung(?:en)?|praxis|routine|übung)\b"
)
_NAMED = re.compile(r"(?i)^(?:(?:mein|unser|dies)(?:e[nrs]?)?|eine?n?|de[rn]|die|das)\s")
_AND_ONE_MORE = re.compile(
    r"(?i)\bund (?:de[rnms]|die|das|(?:(?:m|d|k)?ein|unser)(?:e[nrms]?)?|zwei|drei|vier|fünf|sechs|\d+)\b"
)  # a list, and no thing that one thinks of
_CERTIFIED = re.compile(
    rf"(?i)(?P<the>(?:den|die|das|eine?n?|mein(?:en?)?) )?(?P<which>(?-i:[A-ZÄÖÜ\d]{{2,5}}[ -])?)(?P<noun>{HELD})"
)
_OWN_WORK = re.compile(
    r"(?:(?:Master|Bachelor|Diplom|Doktor|Abschluss)arbeit|Ausbildung|Lehre|Umschulung|Praktikum|Studium|Zivildienst)\b"
    r"(?= [a-zäöü])"
)
_WANTS_AN_ENDING = ("mein", "unser", "ein")
_THAT_SAYS = re.compile(
    r"^\w+ [A-ZÄÖÜ][\w-]* (?!ge|(?:mit|damit|seit|nicht|dort|jetzt|selbst|zuletzt|fast|bereit|statt|samt)\b)"
    r"[a-zäöüß]{2,}t\b"
)
_VERB_AND_ME = re.compile(r"\b(?:\w+e|\w+te|bin|war|kann|will|muss) (?:ich|wir)\b")


def _of_experience(tie: str) -> tuple[str, str] | None:
    """The same for a time or for experience; None where it is neither."""
    if A_TIME.match(tie) and (said := spent_on(tie)) is not None:
        return said, ""
    known = _EXPERIENCE.match(tie)
    if not (A_TIME.match(tie) or known) or _OF_ONES_OWN.search(tie):
        return None
    named, comma, of_it = tie.partition(",")
    named = named if known else as_said(named)
    thing = "" if known or _ONE_OF_IT.match(named) else f"meine {named}{comma}{of_it}"
    if " mit " not in named:
        return f"Ich bringe {named} mit{comma}{of_it}", thing
    # “Ich bringe Erfahrung mit Kindern mit”
    verb = (
        "Ich habe"
        if known
        else "Hinter mir liegt"
        if _ONE_OF_IT.match(named)
        else "Hinter mir liegen"
    )
    return f"{verb} {named}{comma}{of_it}", thing


def _held(tie: str) -> str:
    """What one has on paper or has learnt, and a time: “Ich bringe den Staplerschein und zwei Jahre Hochregal mit”."""
    first, and_, time = tie.partition(" und ")
    found = _CERTIFIED.fullmatch(first)
    if and_ and (not A_TIME.match(time) or spent_on(time) is not None):
        return ""
    if found and (article := (found["the"] or f"{article_of(found['noun'])} ").lower()) != " ":
        thing = f"{article}{found['which'].replace(' ', '-')}{found['noun']}"
        return f"Ich bringe {thing} und {time} mit" if and_ else f"Ich habe {thing}"
    if and_ and _NAMED.match(first) and "," not in tie:
        return f"Ich bringe {bent(first[0].lower() + first[1:])} und {time} mit"
    return ""


def _brought(tie: str) -> tuple[str, str]:
    """What one has done or has, noted as a thing, as a sentence, and as it follows “an”; "" for what is not sure.

    “zwei Jahre Nachtdienst” is “Ich bringe zwei Jahre Nachtdienst mit” and meine zwei Jahre Nachtdienst.
    """
    named, comma, of_it = tie.partition(",")
    if (told := _of_experience(tie)) is not None:
        return told
    if own := _OWN_WORK.match(tie):
        ending = {"den": "en", "die": "e"}.get(article_of(own[0]), "")
        tie, named = f"mein{ending} {tie}", f"mein{ending} {named}"
    if (held := _held(tie)) or not _NAMED.match(tie):
        return held, ""
    if any(word in FINITE for word in named.split()[2:]) or _THAT_SAYS.match(named):
        return tie, ""  # “die Oma meiner Freundin lebt dort”, “meine Dissertation handelt von …”
    noun = re.search(r"[A-ZÄÖÜ][\wäöüß-]+", named.partition(" ")[2])
    if noun is None:  # “meine halten nie so gut”: no thing
        return (tie if _VERB_AND_ME.search(of_it) else ""), ""
    if _AND_ONE_MORE.search(named):
        return "", ""
    thing = bent(named[0].lower() + named[1:])
    if not comma and len(thing.split()) < _FEWEST_OF_A_THING:
        return "", ""  # “meine Schwester” says too little
    if thing.split(" ", 1)[0] in _WANTS_AN_ENDING and gender_of(noun[0]) != "n":
        return "", ""
    return f"{THOUGHT_OF}{thing}{comma}{of_it}", f"{thing}{comma}{of_it}"


def thought_said(typed: str) -> str:
    """What the user brings as a sentence of their own; "" where it is none."""
    return _read(typed)[0]


def thing_of_mine(typed: str) -> str:
    """The same where it is a thing, as it follows “an”: “der Umbau in Fulda” is den Umbau in Fulda; else ""."""
    return _read(typed)[1]


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def _read(typed: str) -> tuple[str, str]:
    tie = on_one_line(typed)
    if re.match(r"(?i)indem\b", tie) or not is_written(written_out(tie)):
        return "", ""
    large = nouns_large(tie)
    said = whole_thought(tie)
    if said:
        return said, ""
    said, thing = _brought(large)
    return (
        ("", "") if said == large != tie else (said, thing)
    )  # a sentence is taken as it was typed
