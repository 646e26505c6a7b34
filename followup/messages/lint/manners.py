"""What a message must not lack: gratitude, interest in the role, and a check's question."""

import re
from collections.abc import Iterator

from followup.messages.lint.findings import CHECKS, Brief, Finding, Severity
from followup.messages.lint.interest import shows_interest
from followup.messages.lint.letter import Letter
from followup.messages.lint.text import Span, lower, sentences, without

_THANKS = re.compile(
    r"\bthank(?:s|ed|ing|ful|fully)?\b|\bthx\b|\bappreciat(?:e|ed|ive|ion|es|ing)\b"
    r"|\bgrateful(?:ly)?\b|\bgratitude\b|\bindebted\b|\bmuch obliged\b|\bi am obliged\b"
    r"|\b(?:kind|good|generous|gracious|decent|nice|thoughtful|lovely|friendly) of you\b"
    r"|\b(?:tack|takk|tak|merci|danke|grazie|gracias|obrigad[oa]|dzi[eę]kuj[eę]|kiitos|arigato"
    r"|diolch|miigwech|mahalo)\b"
    r"|\bgenerous with your time\b|\bvalued? (?:your|the) time\b"
    r"|\b(?:your|the) (?:kindness|generosity|hospitality)\b|\bthat you took the time\b"
    r"|\b(?:meant|means) (?:so much|a lot|a great deal)\b|\b(?:cheers|ta) (?:for|again|very much)\b"
)
_CHEERS = re.compile(r"\bcheers,")
# "Thanks to the traffic", "no thanks": words of gratitude that thank nobody.
_NO_THANKS = re.compile(
    r"\bthanks to (?!(?:you|your|everyone|everybody|all|ann|the (?:whole |entire )?(?:team"
    r"|panel))\b)|\bno thanks?\b|\bthankless\b|\bthanksgiving\b"
)
_WISHED = re.compile(
    r"\b(?:would|'d|should|will|'ll|be) (?:\w+ ){0,2}(?:appreciat\w+|grateful|thankful"
    r"|obliged)\b|\bappreciate (?:it if|if|an?y? (?:update|reply|answer|response))"
)

_TOPIC = re.compile(
    r"\b(?:next (?:step|stage|phase|round)s?|time ?(?:line|table|frame|scale|plan)|timing"
    r"|schedule|when|dates?|by when|how (?:soon|long)|news|update[sd]?|status|stands?"
    r"|state of"
    r"|progress\w*|proceed\w*|process|decid\w*|decision|estimate|outcome|result"
    r"|hear(?:ing)? (?:back|more)|what (?:happens|comes) next|where (?:things|you|we|i|it)"
    r"|how (?:things|it|the (?:process|search|selection|hiring))"
    r"|still (?:open|under consideration|in the running|considering|being considered)"
    r"|filled|feedback|anything new|heard?|another (?:time|date)|new time|know (?:more"
    r"|already|yet)"
    r"|from here|the plan|moving|move forward|further rounds?|round two|second round"
    r"|where (?:you're|we're|i'm|it's)|made up your minds?|chosen|picked|selected"
    r"|selection|closer to|choos(?:e|ing)|hir(?:e|ing)|a (?:week|month|day) by which)\b"
)
_ASKING = re.compile(
    r"\?|\b(?:could|can|may|might|would you|do you|have you|is there|are there|let me know"
    r"|tell me|wonder\w*|asks?|asking|inquir\w+|enquir\w+|check(?:ing)? (?:in|on|whether"
    r"|if)|curious|please|kindly"
    r"|(?:like|love|glad|happy|grateful|appreciate|pleased|interested|thankful|thanks|good"
    r"|great|keen|eager|welcome|forward|want(?:ed)?|hoping|hope)\b[^.!?]{0,40}\b(?:hear\w*"
    r"|know|learn\w*|find out|share|any|an?|if|to)\b"
    r"|(?:just|only|after) (?:after )?(?:an?|some|any) (?:\w+ )?(?:idea|update|steer|sense"
    r"|indication)"
    r"|thank\w* (?:\w+ ){0,3}for any|touch(?:ing)? base|\bsee (?:if|whether|where|how|when"
    r"|what)\b|follow(?:ing)? up (?:on|regarding|about|to)|any (?:news|update|word|idea"
    r"|sign))"
)
# Questions that a check may hold beside the one it is for.
_OTHER_QUESTION = re.compile(
    r"\banything else\b|\bis (?:now|this|that)\b[^?]{0,25}\?|\b(?:speak|talk) (?:to|with)\b"
    r"|\bput me through\b|\b(?:two|a few"
    r"|five|a|one) (?:minutes?|moments?)\b|\bneed (?:any|more|further|anything)"
    r"|\bfurther (?:information|details|documents)|\b(?:send|provide|show|bring"
    r"|tell) you\b|\bhow (?:are|is|was|were) (?:you|your|the (?:weather|weekend|holiday"
    r"|trip))\b"
    r"|\b(?:salar|pay|wage|benefit|vacation|holiday|pension|insurance|bonus|equity|perk"
    r"|relocation|overtime|why)"
)
_WONDERING = re.compile(
    r"\b(?:see|know|hear|ask|asking|wonder(?:ed|ing)?|check(?:ing)?|learn"
    r"|find out) (?:you )?(?:whether|if|when|how|where)\b(?! (?:i (?:can|could|may)"
    r"|you (?:saw|got|received|read|had a (?:good|nice))))"
)
_NOT_ASKED = re.compile(
    r"\blook(?:ing)? forward to (?:hear\w*|your|the next|next)[^.!?\n]*"
    r"|\bi hope[^.!?\n]{0,40}\bwell\b"
)


def _thanks(letter: Letter, brief: Brief) -> bool:
    start = letter.greeting.end if letter.greeting and letter.greeting.opening else 0
    text = without(_NO_THANKS, lower(letter.body[start:]))
    if brief.kind in CHECKS:
        return bool(_THANKS.search(text) or _CHEERS.search(text))
    return bool(_THANKS.search(without(_WISHED, text)))


def _question(letter: Letter) -> bool:
    text = without(_NOT_ASKED, letter.prose)
    rows = [span.of(text) for span in sentences(text)]
    if any(row.rstrip().endswith("?") and not _OTHER_QUESTION.search(row) for row in rows):
        return True
    if any(_WONDERING.search(row) for row in rows):
        return True
    return any(_ASKING.search(sentence) and _TOPIC.search(sentence) for sentence in rows)


def _anchor(letter: Letter) -> Span:
    """The last sentence of the prose: what is missing could stand behind it."""
    last = Span(letter.end, letter.end)
    for last in sentences(letter.prose):  # noqa: B007
        pass
    lead = len(last.of(letter.prose)) - len(last.of(letter.prose).lstrip())
    return Span(last.start + lead, last.end)


def check_manners(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """`no-thanks`, `no-interest` and `no-next-step`."""
    kind = brief.kind
    missing: list[tuple[str, Severity, str, str]] = []
    must_thank = kind in {"thank_you", "rejection_reply", "offer_reply"}
    if (must_thank or kind in CHECKS) and not _thanks(letter, brief):
        severity: Severity = "error" if must_thank else "warning"
        missing.append(("no-thanks", severity, "There is no word of thanks in it.", "G1.4, G5"))
    if (kind == "thank_you" or kind in CHECKS) and not shows_interest(letter):
        missing.append(
            (
                "no-interest",
                "warning",
                "It does not say that you are interested in the role.",
                "G2.1, G3.1",
            )
        )
    if kind in CHECKS and not _question(letter):
        missing.append(
            (
                "no-next-step",
                "warning",
                "It does not ask about the next steps or the timing.",
                "G2.6, G5",
            )
        )
    if missing:
        anchor = _anchor(letter)
        for code, severity, text, guide in missing:
            yield Finding(
                code=code,
                severity=severity,
                start=anchor.start,
                end=anchor.end,
                message=text,
                guide=guide,
            )
