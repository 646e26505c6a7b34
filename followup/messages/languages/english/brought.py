"""Things in English that are no sentence: what a user brings (years, a deed, a work of theirs), what they send."""

import re
from functools import lru_cache

from followup.messages.languages.english.frames import (
    ARTICLES,
    AUXILIARY,
    COUNTED,
    cleaned,
    first_word,
    lowered,
    may_be_clause,
    shape_of,
)
from followup.messages.languages.english.thoughts import (
    DEEDS,
    DONE_AS_ING,
    is_sentence,
    with_subject,
)
from followup.messages.languages.english.typed import parted, typed_out
from followup.messages.languages.lines import APOSTROPHES, bare_thing, tidied
from followup.model.vocabulary import Frame
from followup.prose.jotted import is_shorthand
from followup.prose.word_lists import word_set

_SPAN = re.compile(
    r"(?i)(?:(?:my|the|our) )?(?P<how_long>(?:(?:about|almost|nearly|over|some|more than) )?"
    rf"(?:\d+|an?|one|half an?|{'|'.join(sorted(COUNTED))})\+?(?: and a half)?"
    r" (?:years?|months?|weeks?|seasons?|winters?|summers?|springs|autumns|terms?|semesters?|decades?|nights))"
    r"(?P<at> (?:of|in|on|at|as|with|for|under|behind|between|\w{2,}ing)\b.*)"
)
_A_TIME = re.compile(
    rf"(?i)(?:(?:my|the|our) )?(?:\d+|{'|'.join(sorted(COUNTED))}) (?:long |full |good )?"
    r"(?:years?|months?|weeks?|seasons?|winters?|summers?|springs|autumns|terms?|semesters?|decades?"
    r"|nights) (?!when\b|where\b|that\b|which\b)"
)
_OVER = re.compile(r"(?i)\b(?:until|till|ago|before|back then|(?:from|in|between) (?:19|20)\d\d)\b")
_AND_SO = re.compile(r" and (?:never|always|still|not)\b")
_TAKES_ONE = re.compile(rf"[,;:]| (?:where|when|which|who|that)\b|{_AND_SO.pattern}")
_SHORT = re.compile(r"(?i)\bexp\b|^\d+\+? (?:years?|months?|weeks?)\b")
_EXPERIENCE = re.compile(
    r"(?i)(?:some |long |good )?(?:experience|practice) (?:with|in|of|at|as)\b"
)
_STILL = re.compile(
    r"(?i)\bsince (?:last|\d|I|we|the|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b"
)
_DOING = re.compile(r"(?i)([a-z]{2,})ing (?=\S)")
# What one does where no past is known of it: by its verb alone many are none (“nothing”, “during”, “willing”).
_A_DOING = re.compile(
    r"(?i)(?:(?:being|having) \S|\w+-\w+ing (?:in|at|for|with|on|of|to|from|by|an?|the|my|our)\b)"
)
_DONE = {
    "begin": "began", "beginn": "began", "break": "broke", "bring": "brought", "build": "built", "buy": "bought",
    "catch": "caught", "choos": "chose", "com": "came", "cutt": "cut", "deal": "dealt", "digg": "dug", "do": "did",
    "draw": "drew", "driv": "drove", "fall": "fell", "feed": "fed", "fight": "fought", "find": "found",
    "fly": "flew", "get": "got", "gett": "got", "giv": "gave", "go": "went", "grow": "grew", "hold": "held",
    "keep": "kept", "lay": "laid", "lead": "led", "leav": "left", "los": "lost", "mak": "made", "mean": "meant",
    "meet": "met", "pay": "paid", "putt": "put", "read": "read", "rewrit": "rewrote", "rid": "rode", "run": "ran",
    "runn": "ran", "see": "saw", "sell": "sold", "send": "sent", "sett": "set", "sew": "sewed", "shoot": "shot",
    "sing": "sang", "sitt": "sat", "sleep": "slept", "speak": "spoke", "spend": "spent", "stand": "stood",
    "swimm": "swam", "tak": "took", "teach": "taught", "tell": "told", "think": "thought", "wear": "wore",
    "winn": "won", "writ": "wrote",
}  # fmt: skip
_A_NUMBER = re.compile(rf"(?i)(?:\d|(?:{'|'.join(sorted(COUNTED - {'both', 'several'}))})\b)")
_OF_MINE = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur|I(?:[{APOSTROPHES}]ve)?|(?:at|for|with|in) [A-Z][a-z]+)\b"
)


# Somebody or something of mine that is just as was said: “my mother-in-law, to the letter”.
_THE_SAME = re.compile(
    r"(?i)(?:my|our) [^,.;:]+, (?:exactly|precisely|word for word|to (?:the letter|a t|a tee)|through and through)"
)
# What answers how one would do it: “with her name, and not with our reference”.
_IS_HOW = re.compile(
    r"(?i)(?:with|by|in|at|from|without|through|after|before)(?: [\w,'\u2019-]+){2,}"
)
_BECAUSE = re.compile(r"(?i)^because (?=(?:I|we|my|our|it|they|you|nobody|everybody)\b)")


THOUGHT_OF = ("I know something of that from ", "It made me think of ")
"""How a sentence begins that is made of a thing: known to the user, or only come to mind."""


def clause(tie: str, frame: Frame | None = None) -> str:
    """What the user brings to a point of that frame as a sentence; "" where it is none."""
    said, thing = _read(_BECAUSE.sub("", tidied(tie)) if frame == "question" else tie)
    if frame == "question" and not said and not thing:
        return f"In short: {lowered(tidied(tie))}" if _IS_HOW.fullmatch(tidied(tie)) else ""
    if said or not thing:
        return said
    if frame == "question":
        return f"The best answer I have is {thing}"
    known, new = THOUGHT_OF
    return f"{known if _is_of_mine(thing) else new}{thing}"


def thing_of_mine(tie: str) -> str:
    """The same as a thing that the user knows something from: “the cultures from my PhD”; "" where it is none."""
    _, thing = _read(tie)
    return thing if thing and _is_of_mine(thing) else ""


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def _read(tie: str) -> tuple[str, str]:
    """A sentence, a thing, or both: “two years on the ward” is “I have spent two years on the ward”."""
    typed = tidied(parted(typed_out(tie)))
    if _THE_SAME.fullmatch(typed):
        return f"That is {lowered(typed)}", ""
    said, text = with_subject(typed), cleaned(typed)
    span = _SPAN.fullmatch(text)
    is_span = span and not re.search(r"\b(?:I|we|me|us)\b", text) and not AUXILIARY.search(text)
    if not is_span and (is_sentence(said) or is_sentence(cleaned(said))):
        return said, ""
    if not text or is_shorthand(text):
        return "", ""
    if span:
        mine = "my " if _A_NUMBER.match(span["how_long"]) else ""
        thing = "" if _AND_SO.search(span["at"]) else f"{mine}{span['how_long']}{span['at']}"
        return _of_time(span["how_long"], span["at"]), thing
    if _SHORT.search(text) or _A_TIME.match(
        text
    ):  # “6 years Excel”, “eight years the same at a mill”
        return "", ""
    if _EXPERIENCE.match(text):
        return f"I have {text}", text
    doing = _DOING.match(text)
    if doing and (did := _did(doing[1].casefold())):
        still = _STILL.search(text)  # “driving the electric ones since last year”
        return (
            f"I {'have been ' + doing[0].lower() if still else did + ' '}{text[doing.end() :]}",
            "",
        )
    head, *others = text.split()
    named = head.casefold() in ARTICLES | COUNTED | {"one"} or head.isdigit()
    is_thing = named and others and not may_be_clause([head, *others])
    return "", text if is_thing or _A_DOING.match(text) else ""


def _is_of_mine(thing: str) -> bool:
    """Whether the user surely knows it, and it is no idea that came to them."""
    head = thing.split(maxsplit=1)[0].casefold()
    known = _OF_MINE.search(thing) or _A_DOING.match(thing)
    return bool(known) or head in COUNTED or head.isdigit()


def _of_time(how_long: str, at: str) -> str:
    told = _TAKES_ONE.search(at)
    if not at.startswith(" of "):
        return f"I {'spent' if _OVER.search(at) else 'have spent'} {how_long}{at}"
    end = told.start() if told else len(at)
    return f"I have {how_long}{at[:end]} behind me{at[end:]}"


def _did(stem: str) -> str:
    """The past of what ends in -ing, where it is sure: “train” of “training” is trained."""
    regular = (
        f"{stem}ed",
        f"{stem}d",
        f"{stem[:-1]}ed",
        f"{stem[:-1]}ied" if stem.endswith("y") else "",
    )
    known = DEEDS | DONE_AS_ING
    return _DONE.get(stem) or next((past for past in regular if past in known), "")


_NOT_SAID = re.compile(
    rf"(?i)^(?:but )?(?:I )?(?:(?:totally|completely|also) )?"
    rf"(?:never mentioned|(?:forgot|did(?:n[{APOSTROPHES}]?t| not)"
    r"|should have|could have|meant|wanted|failed|never got)(?: to| get to| manage to| get (?:a)?round to| even)*"
    r" (?:mention(?:ed)?|sa(?:y|id)|bring up))\s+(?:that\s+)?"
)
_A_THING = re.compile(r"(?i)(?:my|our|the|an?) ")


def forgotten(text: str) -> str:
    """What I did not say without the words that say so, where it stands by itself: “forgot to say I know it”."""
    rest = _NOT_SAID.sub("", text)
    return rest if is_sentence(rest) or _A_THING.match(rest) else with_subject(text) or text


_SENDING = re.compile(
    rf"(?i)^(?:to\s+|I(?:[{APOSTROPHES}](?:ll|d)|\s+(?:will|would|promised\s+to))\s+)?"
    r"(?:send|share|forward|provide)\s+(?:(?:her|him|them|you)\s+)?(?:(?:over|along)\s+)?"
)
_COUNTED = word_set("one two three four five six seven eight nine ten")


def material(text: str) -> str:
    """What was promised, as a thing to send: “send them code sample” is “the code sample”."""
    text = lowered(_SENDING.sub("", cleaned(bare_thing(text))))
    text = re.sub(
        r"(?i)^an? (?=\w)|\s*\([^()]*\)$", lambda m: "the " if m.start() == 0 else "", text
    )
    head = first_word(text).casefold()
    named = head in ARTICLES | _COUNTED or head.endswith(("'s", "\u2019s"))
    return text if not text or named or shape_of(text) == "clause" else f"the {text}"
