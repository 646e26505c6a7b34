"""What its kind owes a message: `no-thanks`, `no-interest`, `no-next-step`."""

import re
from collections.abc import Iterator

from followup.messages.lint.findings import Brief, Hit
from followup.messages.lint.reading.letter import Letter
from followup.model.kinds import CHECKS
from followup.prose.text import lower, sentences, without

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


def no_thanks(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That nothing in it thanks, at its last sentence."""
    if not _thanks(letter, brief):
        yield Hit(letter.last_sentence, "There is no word of thanks in it.")


def _thanks(letter: Letter, brief: Brief) -> bool:
    start = letter.greeting.end if letter.greeting and letter.greeting.opening else 0
    text = without(_NO_THANKS, lower(letter.body[start:]))
    if brief.kind in CHECKS:
        return bool(_THANKS.search(text) or _CHEERS.search(text))
    return bool(_THANKS.search(without(_WISHED, text)))


# Interest comes in more words than a list can hold. So any wish of one's own counts, but those that only ask, thank
# or offer help.
_VERY = (
    r"(?:(?:really|still|so|do|sincerely|very much|so much|very|much|truly|certainly"
    r"|gladly|most|also|just|of course|dearly|absolutely|definitely|even|more than"
    r"|only) )*"
)
_FOR_NEWS = (
    r"(?:hear|know|ask|thank|learn (?:when|whether|if|about the (?:next|status|timeline"
    r"|decision|outcome))|provide|send|answer|forward|appreciat\w*|grateful|thankful"
    r"|obliged|inquire|enquire|check|follow|say|let you|tell you"
    r"|express|mention|add|apologi[sz]e|point|get (?:an?|your|some|any)|receiv\w*|find out"
    r"|understand (?:when|where|whether|the)|see (?:if|whether|where|when)"
    r"|come back to you|get back|reach out|touch base|take (?:your|up)"
    r"|be (?:able to )?(?:told|informed|updated|grateful|thankful|obliged))"
)
_ADVISE = (
    r"(?:start with|begin with|try|use|suggest|recommend|argue|guess|think|imagine|call it"
    r"|need|expect|assume)"
)
_INTEREST = [
    re.compile(pattern)
    for pattern in (
        r"\b(?:interest(?:s|ed)?|keen(?:er|ly)?|excit(?:ed|ement|es)|enthusias(?:m|tic)"
        r"|eager(?:ly)?|motivat(?:ed|ion)|passionate|attract(?:s|ed|ive)|appeal(?:s|ed|ing)?"
        r"|preference"
        r"|convinced?|drawn to|committed|pumped|stoked|psyched|fired up)\b",
        r"\bexciting (?:role|opportunity|position|job|prospect|chance|possibility)\b"
        r"|\b(?:first|top|number one) choice\b|\btop of my list\b|\bdream (?:job|role|place)\b"
        r"|\bmade for me\b|\ball in\b|\bsold me\b|\bcount me in\b|\bon board\b|\bhungry for\b",
        rf"\b(?:i|we)(?:'d| would| should) {_VERY}(?:be {_VERY})?(?:(?:glad|happy|pleased"
        r"|delighted|proud|honou?red|thrilled|over the moon|chuffed|excited|privileged|able"
        rf"|willing|ready|like|love|prefer|want|wish|hope)(?: and \w+)? {_VERY}(?:to "
        r"|if (?:we|i) could |at |in |as |for (?:the|a) (?:job|role|chance)|this |the |that "
        rf"|it\b|working|joining|being|doing)(?!(?:be )?{_FOR_NEWS}\b)|relish|welcome (?:the"
        r"|a|this|any) (?:chance|opportunity|possibility)|enjoy|move|start|come|join|work"
        r"|do it|take (?:it|this|the)|jump|give (?:a lot|much|my)|fit|bring|learn|contribute"
        r"|thrive|feel at home|accept|go|say yes)",
        r"\b(?:i|we|me)(?: \w+)?(?:'d| would|'ll| will| could| can(?!'t| ?not)| might"
        rf"| get to) (?!have\b){_VERY}(?:be )?(?!(?:be )?(?:{_FOR_NEWS}|{_ADVISE}|wait|call"
        r"|write|be|bring (?:the|my|you)|show|add|only|(?:glad|happy|pleased|delighted|like"
        rf"|love|prefer|willing|free|able|available|interested)(?: to {_FOR_NEWS})?)\b)[a-z]",
        rf"\bwould {_VERY}be {_VERY}(?:proud|honou?red|thrilled|delighted|happy|glad|excited"
        rf"|pleased) to (?!{_FOR_NEWS}\b)|\bwould make me \w+|\bi'd rather\b|\b(?:my"
        r"|the) (?:wish|desire|dream|hope|motivation) (?:is|since|to|for|of)\b"
        r"|\bhope (?:that )?you(?:'ll| will)? (?:choose|pick|take|consider|think of"
        r"|keep me|have me)\b|\bwould be (?:a|my|such a) (?:joy|pleasure|delight|privilege|treat)\b",
        rf"\bwould {_VERY}(?:like|love) to (?!{_FOR_NEWS}\b|you\b|it\b)",
        rf"\bi(?:'d| would| could| should) {_VERY}(?:well |easily )?(?:see|imagine"
        r"|picture) myself\b|\bi (?:see|imagine|picture) myself\b",
        rf"\bit(?:'d| would) {_VERY}be {_VERY}(?:an? )(?!(?:great )?help)\w+|\bit(?:'d"
        rf"| would) {_VERY}be {_VERY}(?:great|wonderful|fantastic|lovely|nice|good"
        rf"|amazing) (?!{_FOR_NEWS}|to {_FOR_NEWS}|if you)",
        r"\bup for (?:the|this|it)\b|\bset on\b|\blike the idea of\b|\b(?:very much|really|still"
        r"|do) want it\b|\bi (?:really )?lik(?:e|ed) (?:them|the (?:job|role|company|place))\b"
        r"|\bwant (?:the|this) (?:job|role|post|position)\b|\bfeel about the (?:job|role|post)\b",
        r"\b(?:role|position|job|post|opportunity|team|place|company|clinic|studio|work"
        r"|vacancy)\b[^.!?\n]{0,30}\b(?:everything|all that|exactly what|precisely what"
        r"|just what) (?:that )?i\b|\bwhat i(?:'m| am)? (?:look|looking|want|hope|wish"
        r"|dream)\w*(?: for| of)?\b",
        rf"\bi(?:'m| am| remain) {_VERY}(?:\w+ )?(?:ready|happy|glad|prepared|willing"
        r"|free|available|able|delighted|thrilled) (?:and \w+ )?(?:to|for|from|at"
        rf"|on) (?!{_FOR_NEWS}\b|discuss|questions|an? (?:call|answer)|wait)|\bi can (?:start"
        r"|begin)\b|\bi(?:'m| am) on board\b",
        rf"\bi(?:'m| am)? {_VERY}(?:want|wish|hope|long|intend|hoping|longing|aspire"
        rf"|mean)(?:ed|s)? {_VERY}(?:so |that (?:i|we) (?:can|may|could|will|might)"
        rf"|to (?!{_FOR_NEWS}\b|this (?:message|email|note)|your|hear)|this\b|the (?:job|role"
        r"|post|position)|a (?:job|role|part|chance)|it\b|in\b)",
        r"\b(?:hoping|hope|hopeful) (?:very much |so much |that i can |to )*(?:join|work"
        r"|be part|become|start|contribute|continue|measure|get)\b"
        rf"|\bi {_VERY}wanted (?:to (?:work|join|be)|this|the (?:job|role))|\b(?:one|job|work"
        r"|role|place|team) (?:that )?i(?:'d)? (?:really |still |most |very much )?(?:want"
        r"|would (?:love|like)|like to be|love to)\b|\bwhere i(?:'d)? (?:really |most "
        r"|would |still )*(?:want|like|belong)",
        r"\blook(?:ing)? forward to (?!hear|your (?:reply|response|answer|decision|feedback"
        r"|message|news)|receiving|any (?:news|update)|the (?:answer|decision|result)"
        r"|an? (?:answer|reply|response|update))",
        r"\b(?:perfect|good|great|strong|natural|excellent|right|ideal|exact|exactly the"
        r"|just the) (?:match|fit|role|job|place|team|sort of work|kind of work|kind of role"
        r"|one)\b|\bfits? (?:me|in|into|my)\b|\bto fit me\b|\bsuits? me\b|\b(?:place|team|role"
        r"|job|position|post|work) for me\b|\bwhat i(?:'m| am| was| have been"
        r"|'ve been) (?:looking|hoping) for\b",
        r"\bremain(?:s|ing)? (?:hopeful|a candidate|my|at the top)\b|\bstill (?:on my mind"
        r"|very much (?:interested|my|in)|my (?:first|top|favou?rite)|available|here for)\b"
        r"|\b(?:would|'d) (?:\w+ )?suit me\b|\bexcited?\b",
        r"\bbe(?:come|ing)? (?:a )?(?:part|member) of\b|\bjoin(?:ing)? (?:you|your|the team)\b"
        r"|\bwork(?:ing)? (?:with|for|alongside) (?:you|your)\b|\bcontribut(?:e|ing) to\b"
        r"|\b(?:take|taking|move|moving) (?:this|things|it) (?:further|forward)\b"
        r"|\bto the next (?:round|stage)\b|\bwhatever comes next\b|\bwhat(?:'s| is) next\b",
    )
]
_NOT_IT = re.compile(
    r"\b(?:not|no longer|never|isn't|wasn't|hardly) (?:\w+ ){0,2}(?:interest\w*|keen"
    r"|excited|convinced)\b|\blost interest\b|\binterest rates?\b"
    r"|\bmotivated (?:team|people|colleagues)\b|\b(?:your|the) (?:\w+ )?(?:enthusiasm"
    r"|commitment|passion)\b(?! (?:for|about) (?:the|this) (?:role|job|position))"
    r"|\b(?:keen|eager|interested|excited|curious) (?:to|in) (?:\w+ )?(?:hear|know|ask"
    r"|learn(?:ing)?|receiv\w+|get|hearing|knowing)\b[^.!?\n]{0,30}\b(?:news|update|back"
    r"|next|timeline|decision|steps?|from you|status|outcome|result|feedback|when"
    r"|whether)\b"
)


def no_interest(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That nothing in it wishes for the role, or praises it as one does who wants it; at its last sentence."""
    close = lower(letter.body[letter.close.start :]) if letter.close else ""
    text = without(_NOT_IT, letter.prose + close)
    if not any(pattern.search(text) for pattern in _INTEREST):
        yield Hit(letter.last_sentence, "It does not say that you are interested in the role.")


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


def no_question(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That it does not ask, at its last sentence."""
    if not _question(letter):
        text = "It does not ask about the next steps or the timing."
        yield Hit(letter.last_sentence, text)


def _question(letter: Letter) -> bool:
    text = without(_NOT_ASKED, letter.prose)
    rows = [span.of(text) for span in sentences(text)]
    if any(row.rstrip().endswith("?") and not _OTHER_QUESTION.search(row) for row in rows):
        return True
    if any(_WONDERING.search(row) for row in rows):
        return True
    return any(_ASKING.search(sentence) and _TOPIC.search(sentence) for sentence in rows)
