"""`desperate`: pleading, repeated exclamation marks, and capitals that shout."""

import re
from collections.abc import Iterator

from followup.messages.lint.findings import Brief, Finding
from followup.messages.lint.hardship import HARDSHIP
from followup.messages.lint.letter import Letter
from followup.messages.lint.lexicon import word_list
from followup.messages.lint.text import Span, blank, lower, words
from followup.messages.lint.tone import hits, remark, sign

_I_WOULD = r"\bi(?:'d| would|'ll| will| can| could| am| 'm|'m)\b[^.!?\n]{0,30}\b"
_SIGNS = (
    sign(
        r"\bhow (?:badly|desperately|much) i (?:want|need) (?:this|it|the)\b",
        r"\bany (?:position|job|role|post) (?:would|will) (?:be|do)\b",
        r"\bfor (?:the )?minimum wage\b",
        r"\bmy (?:whole|entire) (?:future|life|family) (?:depends|hangs|relies)\b",
        r"\b(?:can't|cannot|couldn't) live without (?:this|the|it)\b",
    ),
    sign(
        r"\bi (?:(?:really|truly|desperately|badly|absolutely|urgently|just|so|very|much"
        r"|do),? )*need (?:this|the|a|any|that|your) (?:\w+ )?(?:job|position|role|work|chance"
        r"|income|money|opportunity|paycheck)\b",
        r"\bneed(?:ed)? (?:this|the|a) (?:job|position|role|chance"
        r"|opportunity)\b[^.!?\n]{0,15}\b(?:badly|desperately|so much|more than)\b",
        r"\bplease,? (?:please|pretty)\b",
        r"\bpretty please\b",
        r"\bi(?:'m| am)(?: \w+)? desperate(?:ly)?\b",
        r"\b(?:getting|feeling|feel|becoming|quite|really|truly|so|am|i'm"
        r"|increasingly) desperate\b",
        r"\bi desperately\b",
        r"\bdesperate for (?:this|a|the|any|work|news|your)\b",
        r"\bi(?:'m| am)? (?:\w+ )?(?:beg|begging|plead|pleading|implore|imploring)\b(?! to differ)",
        r"\bbegging you\b",
        r"\b(?:last|only|final) (?:hope|chance|resort|option|straw)\b(?! (?:to (?:see|ask"
        r"|visit|meet|buy|tour|save|catch|fix)|for the))",
        harmless=r"\bbeg your pardon\b|\bonly (?:chance|option) (?:the|they|we|for the|of)\b"
        r"|\b(?:their"
        r"|its|his|her|the) (?:patients?'? |customers?'? )?(?:last|only) (?:hope|chance|resort"
        r"|option)\b|\bneed(?:ed)? (?:the|a) (?:\w+ )?(?:role|work|job) (?:done|play|model)",
    ),
    sign(
        _I_WOULD + r"(?:do|take|accept|give|try|sign|agree to) (?:absolutely |just |simply "
        r"|literally )?(?:anything|everything it takes|whatever)\b(?! (?:(?:the"
        r"|your) \w+ (?:need|want|require)s?|else|from|for granted"
        r"|seriously|but|less))",
        _I_WOULD + r"(?:take|accept|do|happy with|work in|settle for) (?:absolutely |just "
        r"|literally )?(?:any|whatever) (?:\w+ )?(?:job|position|role|work|post|terms"
        r"|conditions|salary|pay|offer)\b(?! (?:you need done|that needs))",
        r"\bi(?:'ll| will|'d| would|'m| am)\b[^.!?\n]{0,40}\bwhatever it takes\b",
        r"\banything (?:you (?:want|offer|have|can give)|at all|would do|is fine with me"
        r"|will do)\b(?! (?:to add|you need|for me))",
        r"\bany (?:job|position|role|post|work) (?:at all|whatsoever|would do|will do|you have"
        r"|is fine)\b",
        r"(?:^|[.!?\n,:] *)anything[.!]",
        r"\bwhatever you (?:pay|want|offer|say|ask)\b",
        harmless=r"\b(?:is|if|was|are) there (?:is )?anything\b|\blet me know\b|\bin case\b"
        r"|\bif you need\b|\bhappy to (?:answer|send)\b",
    ),
    sign(
        r"\b(?:please|just|kindly)[, ]+(?:\w+ ){0,3}(?:give|grant) me (?:a|this|the|one"
        r"|just one|another|that|my)\b[^.!?\n]{0,20}\b(?:chance|opportunity|shot|try|break"
        r"|job)\b",
        r"\bgive me (?:just )?(?:a|one|another|this|that) (?:last |single |small |more "
        r"|second )?(?:chance|shot)\b",
        r"\bi(?:'ve|'m| am| have)\b[^.!?\n]{0,25}\b(?:unemployed|jobless|out of (?:work"
        r"|a job)|without (?:a job|work|income))\b",
        r"\bnobody (?:else )?(?:wants|will hire|hires|would hire|would take|takes) me\b",
        r"\bno one (?:else )?(?:wants|will hire|hires|would hire) me\b",
        r"\b(?:can't|cannot|can not|couldn't|how (?:to|i'll|i will)|have to|need to"
        r"|struggling to|unable to|able to) (?:pay|afford) (?:my|the|our"
        r"|for my) (?:\w+ )?(?:rent|bills?|mortgage|loan|debts?|food|family|fees)",
        r"\bi (?:can't|cannot) afford\b",
        r"\b(?:rent|mortgage|bills|debts) (?:is|are) (?:due|overdue|piling|pressing)\b",
        r"\b(?:pay|feed|support) my (?:rent|bills|mortgage|family|kids|children)\b",
        r"\bbills to pay\b",
        r"\brent to pay\b",
        r"\bmy (?:family|children|kids|life|future|whole life|marriage"
        r"|visa) (?:\w+ )?(?:depends?|hangs?|relies|is at stake)\b",
        r"\beverything (?:depends|hangs) on\b",
        r"\ball my hopes?\b",
        r"\bcounting on (?:this|you|it)\b",
        r"\b(?:crush|devastat|heartbr|break my heart|destroy)\w*\b(?=[^.!?\n]{0,30}\b(?:if|not"
        r"|me)\b)",
        _I_WOULD + r"(?:work|start|do it|come|begin)\b[^.!?\n]{0,20}\b(?:for free|for nothing"
        r"|without (?:pay|(?:a |any )?salary|any pay|a wage)|unpaid|for (?:half|less))\b",
        r"\bi(?:'ve| have)? (?:can't|cannot) (?:sleep|eat|think of anything)\b",
        r"\bsleepless nights?\b",
        r"\blie awake\b",
        r"\b(?:check|checking|refresh|refreshing|staring at|stare at) my (?:inbox|phone"
        r"|e-?mails?|mail)\b",
        r"\byou(?:'ll| will| would)? (?:won't|will not|not|never) regret\b",
        r"\b(?:please|just|must) (?:hire|pick|choose|take) me\b",
        r"(?:^|[.!?\n] *)(?:hire|pick|choose|take) me\b",
        r"\breconsider\b(?=[^.!?\n]{0,40}(?:[.!?\n]|$))",
        r"\bi(?:'ve| have) (?:no (?:other|one else)|nowhere else|nothing else|been rejected)\b",
        r"\bi(?:'m| am) (?:dying|ready to cry|at my wits|praying|on my knees)\b",
        r"\b(?:only|one) thing (?:that )?(?:keeps|kept) me going\b",
        r"\bhow much (?:this|it) (?:job |role |position )?would mean\b",
        r"\bmean the world to me\b",
        r"\bsave my life\b",
        r"\bnothing to eat\b",
        r"\b(?:only|one) (?:job|thing|role|company|place) (?:that )?i(?:'ve| have)? (?:ever "
        r"|really |always )*(?:want|wanted|care|cared|dreamed)\b",
        r"\bi (?:don't|do not|won't|wouldn't) know what (?:i'll do|i will do|to do|i would do"
        r"|i'd do)\b",
        r"\bif i (?:don't|do not) get (?:it|this|the (?:job|role|position))\b",
        r"\bend of my (?:rope|tether)\b",
        r"\bmy (?:unemployment|savings|benefits) (?:\w+ )?(?:runs?|ends?|stops?|are|is)\b",
        r"\b(?:evicted|homeless|in tears|heartbroken|devastated)\b(?=[^.!?\n]{0,40}(?:[.!?]"
        r"|$))(?<!the homeless)",
        r"\bi (?:really )?need (?:the|this|some|any) \w+ (?:so )?(?:bad|badly)\b",
        r"\bi need (?:this|it) (?:so )?(?:bad|badly|so much)\b",
        r"\bscrub (?:the )?floors\b",
        r"\bno other (?:options?|choice|job|offers?)\b",
        harmless=r"\bpeople who\b|\bthank(?:s| you)? (?:\w+ )*for (?:giving|choosing|taking"
        r"|counting)\b"
        r"|\bfor good\b|\breconsider(?:ed|s|ing)?\b(?=.*\b(?:design|approach|layout|method"
        r"|the way|process)\b)|\b(?:customers?|patients?|residents?|clients?|pupils?|tenants?"
        r"|families|shops?) (?:who|that|can't|cannot|couldn't)\b",
    ),
)
_MARKS = re.compile(r"[!?]*!\s?!+[!?]*|!\?!*|\?!+")
_SINGLES = 4
# Words that are shouted when they stand in capitals; an acronym is never among them.
_SHOUTED = word_list("shouted")
_ALONE = _SHOUTED - word_list("shouted_in_company")
_CAPITALS = re.compile(
    r"(?<![\w/.@-])[^\W\d_a-z][^\W\d_a-z']*[^\W\d_a-z](?![\w/@-])|(?<!\w)I(?!\w)"
)
_MANY = 3


def _shouting(text: str, known: set[str]) -> Iterator[Span]:
    """Runs of capitals that are words, and single words that nobody writes so but to shout."""
    run: list[re.Match[str]] = []
    for match in [*_CAPITALS.finditer(text), None]:
        if match and run and not text[run[-1].end() : match.start()].strip(" ,"):
            run.append(match)
            continue
        loud = [
            m
            for m in run
            if lower(m.group()).replace("'", "'") in _SHOUTED
            and m.group() != "I"
            and m.group().isupper()
        ]
        alone = [m for m in loud if lower(m.group()) in _ALONE and m.group() not in known]
        if alone or (len(loud) > 1 and len(run) >= _MANY):
            first = run[0] if len(loud) > 1 else (alone or loud)[0]
            last = run[-1] if len(loud) > 1 else first
            yield Span(first.start(), last.end())
        run = [match] if match else []


def _quiet(text: str) -> str:
    """Capitals taken back."""
    return re.sub(r"\bi\b", "I", text.lower())


def _exclaimed(letter: Letter) -> Iterator[Finding]:
    text = letter.own
    doubled = [
        match
        for match in _MARKS.finditer(text)
        if len(match.group()) > len("?!") or "?" not in match.group()
    ]
    for match in doubled:
        mend = "?" if "?" in match.group() else "!"
        note = "One exclamation mark is enough."
        yield Finding(
            code="desperate",
            severity="warning",
            start=match.start(),
            end=match.end(),
            message=note,
            guide="G3.4, G4",
            mend=mend,
        )
    singles = [m.start() for m in re.finditer("!", text)]
    if not doubled and len(singles) >= _SINGLES:
        note = f"{len(singles)} exclamation marks in one message sound breathless."
        yield Finding(
            code="desperate",
            severity="warning",
            start=singles[-1],
            end=singles[-1] + 1,
            message=note,
            guide="G3.4, G4",
            mend="." if len(singles) == _SINGLES else None,
        )


def _capitals(letter: Letter, brief: Brief) -> Iterator[Finding]:
    known = {word for word in words(brief.about) if word.isupper()}
    hidden = [Span(at, at + 1) for at, char in enumerate(letter.own) if char == " "]
    body = blank(letter.flat[: len(letter.own)], hidden)
    for span in _shouting(body, known):
        yield Finding(
            code="desperate",
            severity="warning",
            start=span.start,
            end=span.end,
            message="Capitals shout.",
            guide="G3.4, G4",
            mend=_quiet(span.of(letter.raw)),
        )
    if letter.subject:
        for span in _shouting(letter.subject, known):
            yield Finding(
                code="desperate",
                severity="warning",
                start=span.start,
                end=span.end,
                message="Capitals shout.",
                guide="G3.4, G4",
                mend=span.of(letter.subject).capitalize(),
                part="subject",
            )


def check_pleading(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """A warning for each such place."""
    for span in hits(_SIGNS + HARDSHIP, letter.own):
        text = "This pleads; say what you would bring instead."
        yield remark("desperate", span, letter, text, "G3.4, G4")
    yield from _exclaimed(letter)
    yield from _capitals(letter, brief)
