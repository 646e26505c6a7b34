"""`compensation`: talk of pay, benefits and vacation.

Silent where that is what is asked about: in the answer to an offer, in a reply to their own question, and for words
that belong to the role, the company or what was said in the interview (a payroll clerk speaks of pay slips).
"""

import re
from collections.abc import Iterator

from followup.messages.lint.findings import Brief, Finding
from followup.messages.lint.letter import Letter
from followup.messages.lint.lexicon import word_list
from followup.messages.lint.terms import TERMS
from followup.messages.lint.text import lower, words
from followup.messages.lint.tone import hits, remark, sign

_THING = (
    r"(?:algorithm|loop|circuit|claims?|filter|method|model|mechanism|fund|cases?|law"
    r"|lawyers?|layer|term|curve|effect|techniques?|tank|valve|plate|chamber"
    r"|scheme|points?|line|wire|coil|network|capacitor|step|in the|for (?:the )?(?:drift"
    r"|delay|noise|error|loss|offset|temperature|clock|motion))"
)
_OTHER_COMPENSATION = (
    r"(?:workers?'?|motion|temperature|clock|drift|delay|errors?|power|reactive|phase"
    r"|latency|noise|backlash|lens|colou?r|dispersion|carbon|victims?'?|flight"
    r"|passengers?'?"
    r"|frequency|pressure|slope|jitter|exposure|echo|load|torque|gravity|friction|voltage"
    r"|distortion|offset|injury|crime|customers?'?) "
)
_AMOUNT = (
    r"(?:(?:[$€£¥]|\b(?:eur|usd|gbp|chf|pln|sek) ?)\d[\d.,']*(?: ?k\b)?"
    r"|\b\d[\d.,']*(?: ?k\b| ?(?:€|£|euros?\b|dollars?\b|pounds?\b|francs?\b|eur\b|usd\b"
    r"|gbp\b|chf\b|pln\b)))"
)
_BUDGET = (
    r"\b(?:budget|revenue|sales|turnover|costs?|sav(?:e|ed|es|ing|ings)|cut|invest\w*|bill"
    r"|price[sd]?|project|fundrais\w*|raised|worth|loss|losses|contract|grants?|tickets?"
    r"|invoice[sd]?)\b"
)

# Whatever is asked or wanted about these is asked of the job.
_ASKS = (
    r"(?:\b(?:what|how much|how many|how often|is there|are there|do you|does (?:it|the"
    r"|this)|would i|will i|do i|can i|could you|i(?:'d| would)? (?:\w+ )?(?:like|want"
    r"|need|wanted) to (?:\w+ ){0,2}(?:ask|know|talk|discuss)|wonder\w*|i want to ask"
    r"|tell me|what about|curious)\b)"
)
_SUBJECTS = (
    r"(?:pa(?:y|id)|money|benefits|bonus|vacation|holidays?|dental|pension|equity|overtime"
    r"|perks|allowance|days off|salary|wages?|earnings|compensated|sick days|leave days"
    r"|parental leave)"
)
_NOT_PAY = (
    r"pa(?:y|id) (?:attention|off|for|tribute|back|you a visit)|(?:benefits|holidays?"
    r"|vacation|equity|leave) (?:of|to|from|season|in your)|your (?:\w+ )?(?:holidays?"
    r"|vacation)|(?:good|nice|lovely|great|restful|the|after|over) (?:long )?(?:holidays?"
    r"|vacation)|on (?:holiday|vacation|leave)|\bpaid (?:search|media|ads|content|for|by)"
    r"|money (?:back|laundering)|saves? money|bank holiday"
)
_SIGNS = (
    sign(rf"{_ASKS}[^.!?\n]{{0,60}}\b{_SUBJECTS}\b", harmless=_NOT_PAY),
    sign(
        r"\bsalar(?:y|ies)\b",
        r"\bremunerat\w+",
        r"\b(?:first|pay|salary|annual) raises?\b",
        r"\b(?:overtime|it|that|i|we) (?:\w+ )?(?:be|is|get) compensated\b",
        r"\bwages?\b",
        r"\bannual leave\b",
        r"\bsick pay\b",
        r"\bparental leave\b",
        r"\bunpaid leave\b",
        r"\b401 ?\(?k\)?",
        r"\b(?:hourly|daily|day|monthly|weekly) (?:rate|pay|wage)s?\b",
        r"\bstock (?:options?|grants?|plans?|package)\b",
        r"\brsus?\b",
        r"\besop\b",
        r"\bperks\b",
        r"\bpaid (?:time off|holidays?|vacation|leave|overtime|sick)\b",
        r"\bpto\b(?! shaft)",
        r"\bcompany car\b",
        r"\bfringe benefits\b",
        r"\bovertime (?:pay|paid|is paid|rates?|compensation)\b",
        r"\b(?:is|are) (?:the )?overtime paid\b",
        r"\bpay(?: |-)(?:rise|raise|range|scale|grade|band|rate|package|expectations?"
        r"|increase)s?\b",
        r"\brelocation (?:assistance|package|support|costs?|allowance|bonus|money|help)\b",
        r"\b(?:meal|lunch|food) vouchers?\b",
        r"\bjob ticket\b",
        r"\bsign(?:ing|-on) bonus",
        r"\b(?:annual|yearly|performance|christmas|plus|year-end|quarterly) bonus(?:es)?\b",
        r"\bbonus (?:scheme|system|payments?|plan|structure)\b",
        r"\bbonuses\b",
        r"\b(?:is|are) there (?:a|any|also a) bonus",
        r"\bthirteenth month\b",
        r"\b13th (?:month|salary)\b",
        r"\bteam bonus\b|\b(?:a|the|any|what) bonus\b(?= (?:is|on top|of|like|\?)|\?)",
    ),
    sign(
        rf"(?<!compensation )\bcompensation\b(?! {_THING}\b)",
        harmless=rf"\b{_OTHER_COMPENSATION}compensation\b|\bcompensation (?:for|of) (?:the|a"
        r"|an) (?!role|job|position|post|work)",
    ),
    sign(
        r"\bbenefits? (?:package|plan|scheme|you (?:offer|provide|give)|on offer"
        r"|that you offer|are (?:there|on offer|included|offered)|included|like)\b",
        r"\b(?:what|which|(?:about|discuss|regarding|on) (?:the|your)|employee|health|social"
        r"|staff|pay and|salary and|compensation and|company|additional|other|your|full|any"
        r"|and) benefits\b(?! (?:of|to|from|for (?!employees|me\b|staff)|that|would|could|does"
        r"|do\b|can|it|this|we|he|she|they|both|everyone|patients|people|customers|users|all"
        r"|our|your)\b)",
        harmless=r"\bbenefits (?:of|to|from|that)\b|\b(?:you|he|she|it|they|we|i) (?:\w+ )?(?:explain"
        r"|describ|outlin|list|show|see|saw)\w*[^.]*\bbenefits (?:of|for)\b",
    ),
    sign(
        r"\bhow much (?:do|would|will|does|can|could|is|are|did|should) (?:you|i|it|this|that"
        r"|the (?:job|role|position|post))\b[^.!?\n]{0,25}\b(?:pay|pays|paid|earn|make"
        r"|get paid)\b",
        r"\b(?:the|your|my|better|higher|good|low|less|more|starting|base|current|basic|of"
        r"|about|discuss|regarding|on|and|or|gross|equal|fair|take-home) pay\b(?! (?:attention"
        r"|off|out|for|back|tribute|gap|slips?|phones?|stations?|runs?|desk|day|roll|wall|ment"
        r"|per click|you|them|us|a visit|more|close|closer|heed|it forward|as you go)\b)",
        r"\bpay (?:is|was|would be|here|per)\b(?! forward)",
        r"\bwell[- ]paid\b",
        r"\b(?:what|does) (?:does )?(?:it|this|the (?:job|role|position|post)) pays?\b",
        r"\bmoney\b[^.!?\n]{0,15}\b(?:i (?:would|will|need|want|get|earn)|is (?:it|there))\b",
        r"\bfor (?:less|more) money\b",
        r"\bi (?:would |'d |will |need to |want to |hope to |currently |have to )*(?:earn"
        r"|be paid|get paid|make more)\b(?! (?:the trust|trust|a |my |their |your |respect"
        r"|back))",
        r"\bhow (?:well|much) (?:are|do|is) [^.!?\n]{0,30}\bpaid\b",
        harmless=r"\bto pay (?:attention|off)\b|\bper click\b",
    ),
    sign(
        r"\b(?:the|some|any|my|is|there|of|get|negotiate|and|offer"
        r"|with) equity\b(?= (?:negotiable|package|grant|stake|share|plan|part|is|on offer|for"
        r"|included|as)|\?|,? and salary)",
        r"\bequity (?:package|grant|stake|plan|split|compensation|is negotiable|negotiable)\b",
        r"\bshares in the company\b",
    ),
    sign(
        r"\bvacation (?:days?|time|policy|entitlement|allowance|leave|package)\b",
        r"\bholiday (?:allowance|entitlement|pay|policy|leave)\b",
        r"\b(?:days?|weeks?)'? (?:of )?(?:paid )?(?:vacation|annual leave|holidays?|leave)\b",
        r"\bhow (?:much|many)\b[^.!?\n]{0,25}\b(?:vacation|holidays?|leave|days off|time off)\b",
        r"\b(?:book|booked|plan|planned|take|taking|need|have|having|plan(?:ning)?"
        r"|spend) (?:a |my |some |an? \w+ |the |\w+ weeks? (?:of )?)?(?:vacation|time off"
        r"|days? off|annual leave)\b",
        r"\b(?:need|want|get|have|take|request|ask for) (?:\w+ ){0,3}(?:time|days?"
        r"|weeks?) off\b(?! (?:to|from) (?:meet|talk|see|the|your|my))",
        r"\b(?:about|the|your) vacation (?=and|or|is)|\btalk(?:ing)? about (?:my "
        r"|the )?(?:vacation|holidays?)\b",
        r"\bvacation\?",
        harmless=r"\b(?:back|return\w*|after|while|was|were|enjoy\w*) (?:from |on |of )?(?:my |your "
        r"|his |her |our |the |a )?(?:well-deserved )?(?:vacation|holidays?)\b|\bthank"
        r"|\bthe whole day off\b",
    ),
    sign(
        r"\b(?:health|dental|medical|life) (?:insurance|plan|coverage|cover|care plan)\b",
        r"\bpensions?\b(?: (?:scheme|plan|contributions?))?",
        r"\bhome office allowance\b",
        harmless=r"^(?!.*\b(?:(?:do|does|would|will|can) (?:you|the company|it|the job|i|we)|is there"
        r"|are there|offers?|included?|includes|part of it|get|what about|provide|employer)\b)",
    ),
    sign(
        r"\b(?:i(?:'d| would)? (?:need|want|ask for|require|expect|accept|earn|make"
        r"|currently (?:earn|make)|am (?:looking for|asking for|hoping for)|hope for"
        r"|was hoping for|have in mind)|i'm (?:looking for|asking for|hoping for|at|on)"
        r"|expectations?|looking for|asking|at least|currently (?:earn|make|get)"
        rf"|paid)\b[^.!?\n]{{0,40}}{_AMOUNT}",
        rf"{_AMOUNT} (?:gross|net|p\.?a\.?|per annum|base|plus bonus|an hour|per hour)\b",
        r"\b\d{2,3} ?k (?:a|per|base|gross|plus)\b",
        harmless=_BUDGET,
    ),
)
_ASKED = re.compile(
    r"\b(?:you asked|your questions?|you wanted to know|as (?:you )?(?:asked|requested)"
    r"|you requested|asking (?:about|for) my|in answer to|you need from me|your (?:form"
    r"|request|query))\b"
)
_STEM, _SHORT = 4, 2


def _exempt(found: str, about: set[str]) -> bool:
    return any(
        len(w) > _SHORT and any(a == w or (len(w) >= _STEM and a.startswith(w[:-1])) for a in about)
        for w in words(found)
    )


def check_pay(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """A warning for each such place."""
    if brief.kind == "offer_reply" or (brief.kind == "reply" and _ASKED.search(letter.prose)):
        return
    about = {word for word in words(lower(brief.about)) if word not in _COMMON}
    for span in hits(_SIGNS + TERMS, letter.own):
        if not _exempt(span.of(letter.own), about):
            text = "This speaks of pay, benefits or time off; leave that for the offer."
            yield remark("compensation", span, letter, text, "G3.3")


_COMMON = word_list("pay_common")
