"""What an English user brings to what was said, noted as a thing and no sentence: years, a deed, a work of theirs."""

import re
from functools import lru_cache

from followup.messages.languages.english.frames import ARTICLES, AUXILIARY, cleaned, may_be_clause
from followup.messages.languages.english.thoughts import DEEDS, is_sentence, with_subject
from followup.messages.languages.english.typed import parted, typed_out
from followup.messages.languages.lines import APOSTROPHES, tidied
from followup.model.vocabulary import Frame
from followup.prose.jotted import is_shorthand
from followup.prose.word_lists import word_set

_COUNTED = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty"
    " thirty several both many"
)
_SPAN = re.compile(
    r"(?i)(?:(?:my|the|our) (?:(?:first|last|past) )?)?(?P<how_long>(?:(?:about|almost|nearly|over|some|more than) )?"
    rf"(?:\d+|an?|one|half an?|{'|'.join(sorted(_COUNTED))})\+?(?: and a half)?"
    r" (?:years?|months?|weeks?|seasons?|winters?|summers?|springs|autumns|terms?|semesters?|decades?|nights))"
    r"(?P<at> (?:of|in|on|at|as|with|for|under|behind|between|\w{2,}ing)\b.*)"
)
_OVER = re.compile(r"(?i)\b(?:until|till|ago|before|back then|(?:from|in|between) (?:19|20)\d\d)\b")
_AND_SO = re.compile(r" and (?:never|always|still|not)\b")
_TAKES_ONE = re.compile(rf"[,;:]| (?:where|when|which|who|that)\b|{_AND_SO.pattern}")
_SHORT = re.compile(r"(?i)\bexp\b|^\d+\+? (?:years?|months?|weeks?)\b")
_EXPERIENCE = re.compile(
    r"(?i)(?:some |long |good )?(?:experience|practice) (?:with|in|of|at|as)\b"
)
_DOING = re.compile(r"(?i)([a-z]{2,})ing (?=\S)")
_DONE = {
    "build": "built", "buy": "bought", "bring": "brought", "catch": "caught", "cutt": "cut", "deal": "dealt",
    "do": "did", "draw": "drew", "driv": "drove", "feed": "fed", "find": "found", "get": "got", "gett": "got",
    "giv": "gave", "go": "went", "grow": "grew", "hold": "held", "keep": "kept", "lead": "led", "mak": "made",
    "mean": "meant", "meet": "met", "putt": "put", "rid": "rode", "run": "ran", "runn": "ran", "sell": "sold",
    "send": "sent", "sett": "set", "sew": "sewed", "sitt": "sat", "spend": "spent", "stand": "stood",
    "tak": "took", "teach": "taught", "tell": "told", "think": "thought", "writ": "wrote",
}  # fmt: skip
_OF_MINE = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur|I(?:[{APOSTROPHES}]ve)?|(?:at|for|with|in) [A-Z][a-z]+)\b"
)


def clause(tie: str, frame: Frame | None = None) -> str:
    """What the user brings to a point of that frame as a sentence; "" where it is none."""
    said, thing = _read(tie)
    if said or not thing:
        return said
    if frame == "question":
        return f"The best answer I have is {thing}"
    known = _is_of_mine(thing)
    return f"I know something of that from {thing}" if known else f"It made me think of {thing}"


def thing_of_mine(tie: str) -> str:
    """The same as a thing that the user knows something from: “the cultures from my PhD”; "" where it is none."""
    _, thing = _read(tie)
    return thing if thing and _is_of_mine(thing) else ""


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def _read(tie: str) -> tuple[str, str]:
    """A sentence, a thing, or both: “two years on the ward” is “I have spent two years on the ward”."""
    typed = tidied(parted(typed_out(tie)))
    said, text = with_subject(typed), cleaned(typed)
    span = _SPAN.fullmatch(text)
    is_span = span and not re.search(r"\b(?:I|we|me|us)\b", text) and not AUXILIARY.search(text)
    if not is_span and (is_sentence(said) or is_sentence(cleaned(said))):
        return said, ""
    if not text or is_shorthand(text):
        return "", ""
    if span:
        thing = "" if _AND_SO.search(span["at"]) else f"{span['how_long']}{span['at']}"
        return _of_time(span["how_long"], span["at"]), thing
    if _SHORT.search(text):  # “6 years Excel”
        return "", ""
    if _EXPERIENCE.match(text):
        return f"I have {text}", text
    doing = _DOING.match(text)
    if doing and (did := _did(doing[1].casefold())):
        return f"I {did} {text[doing.end() :]}", ""
    head, *others = text.split()
    named = head.casefold() in ARTICLES | _COUNTED | {"one"} or head.isdigit()
    is_thing = named and others and not may_be_clause([head, *others])
    return "", text if is_thing or head.endswith("ing") else ""


def _is_of_mine(thing: str) -> bool:
    """Whether the user surely knows it, and it is no idea that came to them."""
    head = thing.split(maxsplit=1)[0].casefold()
    return (
        bool(_OF_MINE.search(thing)) or head in _COUNTED or head.isdigit() or head.endswith("ing")
    )


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
    return _DONE.get(stem) or next((past for past in regular if past in DEEDS), "")
