"""Whether a message says that its writer is interested in the role."""

import re

from followup.messages.lint.letter import Letter
from followup.messages.lint.text import lower, without

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
        r"|keep me)\b",
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


def shows_interest(letter: Letter) -> bool:
    """Whether some words of it wish for the role, or praise it as one does who wants it."""
    text = without(
        _NOT_IT, letter.prose + lower(letter.body[letter.close.start :] if letter.close else "")
    )
    return any(pattern.search(text) for pattern in _INTEREST)
