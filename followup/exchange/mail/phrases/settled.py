"""What a sentence is, by what it weighs and what its phrases say."""

import re
from collections.abc import Iterator

from followup.exchange.mail.phrases.denies import ABOVE, DENIES, LEAST, NO_HOLD, VETOES
from followup.exchange.mail.phrases.marks import ANOTHER, ENDS
from followup.exchange.mail.phrases.papers import HANDS_IN, PAPERS, TELLS
from followup.exchange.mail.phrases.says import SAYS

_POLITE = re.compile(
    r"\b(?:let (?:me|us) know|reach out|contact|write|call|get in touch|reply|shout|drop|ask)\b[^.;?]{0,40}"
    r"\b(?:if|should) (?:you|there|anything)\b[^.;?]{0,20}\b(?:any|questions?|anything|further|unclear"
    r"|concerns?|comes? up|changes?|happens?)\b"
    r"|\bif (?:that|this|it) (?:doesn'?t|does not) (?:suit|work)\b[^.;?]{0,12}"
    r"\b(?:let (?:me|us) know|shout|say|ring|call)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:if|in case|should (?:you|we|the|your)|whether|unless|falls|sollten?)\b"
)
_CONDITION = re.compile(r"\bif you (?:could|can|would|will)\b")


def settled(said: str, scores: dict[str, float]) -> dict[str, float]:
    """The weights of a sentence in lower case: lowered by what denies them, raised by what is said beyond doubt."""
    told = dict(scores)
    for labels, patterns in DENIES:
        if any(pattern.search(said) for pattern in patterns):
            told |= {label: min(told[label], -ABOVE) for label in labels}
    says = {label for label in SAYS if _is_said(label, said)}
    told |= {label: max(told[label], LEAST) for label in says}
    for pattern, label in VETOES:
        if pattern.search(said):
            told[label] = min(told[label], -LEAST)
    told |= {label: min(told[label], -ABOVE) for label in _not_with(says, said)}
    if "promise" in says and "cancellation" not in says:  # “a new time reaches you by Friday”
        told["promise"] = max(told["promise"], told["cancellation"] + ABOVE)
    if "asks" in says and _CONDITION.search(said):  # “if you could … by Thursday, I can …”
        told["asks"] = max(told["asks"], told["promise"] + ABOVE)
    return told


def _not_with(says: set[str], said: str) -> Iterator[str]:
    """What a sentence is not, by the labels that it says beyond doubt."""
    if _POLITE.search(said) and "?" not in said:
        yield "asks"
    told_only = TELLS.search(said) and not PAPERS.search(said)
    if told_only or (says & {"asks", "material"} == {"asks"} and not HANDS_IN.search(said)):
        yield "material"
    if "on_hold" in says and not ENDS.search(said):  # the search rests, and no one is turned down
        yield "rejection"
    if "cancellation" in says:  # of an interview, not of me
        yield "rejection"
    elif "invitation" in says and not ANOTHER.search(said):
        yield "cancellation"


def _is_said(label: str, said: str) -> bool:
    """Whether a phrase says so, and not only supposes it: “if your interview is cancelled …”."""
    found = SAYS[label].search(said)
    if not found or (label == "on_hold" and NO_HOLD.search(said)):
        return False
    # “We'd be delighted if you joined us” is one, and “it would help if we had it back”.
    end = found.start() if label in ("offer", "material") else found.end()
    return label in ("asks", "promise", "silence") or not _SUPPOSED.search(said, 0, end)
