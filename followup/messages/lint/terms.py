"""Terms of employment by the names that people give them: further signs of `compensation`."""

from followup.messages.lint.tone import Sign, sign

_PER = r"(?:an?|per|/) ?(?:hour|hr|week|month|year|annum|shift|day|mile|night)"
_NUMBER = r"\d[\d.,' ]*(?:k|m)?"
_COIN = (
    r"(?:kroner|kronor|nok|sek|dkk|lakhs?|lpa|crores?|rand|zar|rupees|inr|naira|ngn|pesos|php"
    r"|z[lł]oty|pln|aud|cad|dirhams?|aed|shillings?|yen|quid|grand|bucks)"
)
_OFFER = r"(?:do you|does|would i|will i|is|are|what|how|if|whether|with|plus|and|on top|included?)"
# What else one may say of an offer's parts, to be told from a talk about somebody else's.
_MINE = (
    r"\b(?:i|i'd|i'm|me|my|mine|you (?:pay|offer|give|do|put|have|provide|split|cover)|do you"
    r"|does (?:it|the)|is (?:it|the|there)|are there|what|which|how|whether|if|the (?:job|role"
    r"|position|post|package)|on top|included?|negotiable|especially|provided|as long as)\b"
)

TERMS: tuple[Sign, ...] = (
    # Words that hardly mean anything else.
    sign(
        r"\bcost to company\b|\bctc\b|\btake[- ]home (?:pay|salary|and|is|would|amount)\b"
        r"|\bin-hand salary\b",
        r"\b(?:pay|salary|wage) (?:spine|ladder|points?|steps?|level|freeze|review|structure"
        r"|terms|slip)\b",
        r"\bincentive (?:plan|scheme|pay|programme|program)s?\b|\bprofit[- ]shar\w+\b",
        r"\b(?:share|stock) (?:scheme|options?)\b|\bgolden (?:hello|handshake)\b",
        r"\bcents (?:per|a) mile\b|\bsign(?:ing)?[- ]on (?:bonus|fee|money)\b",
        r"\b(?:retirement|pension|super(?:annuation)?) (?:plan|scheme|fund|contributions?"
        r"|match(?:ing)?)\b|\bsuper (?:on top|is included|included)\b|\bplus super\b"
        r"|\bis super\b",
        r"\bmedical aid\b|\b(?:housing|transport|travel|car|meal|living|phone)"
        r" (?:allowance|subsidy|stipend)\b|\b13th (?:cheque|check|month)\b",
        r"\bcomp(?:-wise| package| range| band| expectations)\b|\btotal comp\b",
        r"\b(?:commission|ote) (?:is|are|structure|rates?|plan|split|scheme|uncapped|capped"
        r"|on top)\b|\bon-target earnings\b",
        r"\b(?:unlimited|accrued) pto\b|\b(?:sick|holiday|vacation|leave|personal) days\b"
        r"|\b(?:time|days?) off in lieu\b|\bflexi ?time\b",
        r"\b(?:award|penalty|union|market|overtime|going|competitive) (?:rates?|pay|wages?"
        r"|salary)\b|\bper diems?\b"
        r"|\breimburs\w+ (?:\w+ )?(?:mileage|travel|expenses|costs)\b|\bmileage (?:allowance"
        r"|rate|paid)\b|\bcompany"
        r" (?:vehicle|van|truck|phone)\b|\b(?:staff|employee) discounts?\b|\bfree membership\b"
        r"|\b(?:my|present|current)"
        r" income\b|\bminimum wage\b",
        r"\bhealth and dental\b|\bdental and (?:vision|health)\b|\bsplit (?:the )?tips\b"
        r"|\btips (?:are|shared|pooled|split)\b",
        r"\b(?:\d+|an?) ?(?:%|percent|per cent)? (?:hike|raise|uplift|increment) (?:on|over|in"
        r"|from)? ?(?:my)?\b(?=[^.!?\n]{0,20}(?:pay|current|salary|present|[.,]))",
        rf"\bmy (?:\w+ )?(?:ctc|salary|pay|wage)\b|\b{_NUMBER} ?{_COIN}\b(?= (?:a|per|gross|net"
        r"|brutto|netto|today|now|or))",
        r"\b(?:brutto|netto) (?:a|per|im)\b|\bbrutto\b",
        harmless=r"\b(?:you asked|hr system|payroll|scheme members|clients?'? pensions?)\b",
    ),
    # Words that mean it when they are about oneself, or asked.
    sign(
        r"\buncapped\b|\bsalary\b|\bequity (?:is|side|part)\b|\bstipend\b|\blodging\b"
        r"|\bfree (?:accommodation|housing|meals|parking)\b|\baccommodation (?:is )?(?:included"
        r"|provided|paid)\b",
        r"\b(?:top|bottom|middle|point|step|rung|end) of (?:the )?(?:\w+ )?(?:band|scale|grade"
        r"|spine|range|bracket)\b|\b(?:which|what) (?:pay )?(?:band|grade|bracket|(?:point"
        r"|step) (?:on|of|in))\b",
        r"\bpackage (?:would|should|will|to|that|is|on offer|reflects?|includes?)\b(?=[^.!?\n]"
        r"{0,40}\b(?:i|my|me|experience|years|offer|negotiable|include))"
        r"|\b(?:pay|salary|total|overall|full|remuneration|reward|benefits) package\b",
        rf"\b(?:rate|pay|salary|wage|hourly|money)\b[^.!?\n]{{0,30}}\b{_NUMBER}"
        rf"(?: ?{_PER}| ?{_COIN})?(?=\b|[.,!?])",
        r"\bthe (?:hourly|monthly|day|night|overtime|weekly|base) (?:rate|looks|is|would)\b"
        r"|\bday rate\b|\bwhat the hourly\b|\bcall-out (?:is )?(?:on top|pay|extra)\b",
        r"\b(?:starts?|begin|pays?|earn|paid)\b[^.!?\n]{0,15}\b"
        rf"(?:{_PER})(?=\b|[?.,])",
        r"\b(?:days?|weeks?)'? (?:of )?(?:paid )?(?:holidays?|leave|vacation)\b"
        r"|\b(?:birthday|christmas|fridays?|weekends?|bank holidays?) off\b",
        r"\bdo you pay (?:for|a|an|the|overtime|extra|travel|mileage|expenses)\b",
        r"\b(?:have to|must|should|needs? to|would have to|will it|does it|does this|would it)"
        r" pay\b(?! (?:attention|off|back|tribute|for|heed|respects?|our|their|its|your|the))",
        needs=_MINE,
        harmless=r"\b(?:your|the) (?:salary|pay|stipend|wage) (?:survey|study|tool|data|project"
        r"|benchmark\w*|dashboard|calculator|module|audit|team)\b|\bsurvey\b|\bbudget\b"
        r"|\bgrants?\b|\bcustomers?\b|\bclients?\b|\bpatients?\b|\btenants?\b",
    ),
    sign(
        r"\bbonus(?:es)?\b",
        harmless=r"\b(?:as an? |an? (?:added|extra|nice|real) |big )bonus\b|\bbonus (?:points?"
        r"|rounds?|levels?"
        r"|tracks?|material|question)\b|\bno claims\b|\b(?:story|stories|ruined|customers?|the bonus that)\b",
    ),
    sign(
        r"\b(?:what|how)(?:'s| is| are) (?:the|your) (?:holidays?|leave|pension|pay|perks"
        r"|benefits|money"
        r"|wages?|time off|vacation)\b(?! (?:team|system|run|process))",
        r"\bmatch (?:my|what i)\b[^.!?\n]{0,15}(?:\d|earn|make|get|salary|current)"
        r"|\bi(?:'m| am) (?:currently |now )?on (?:[$€£] ?)?[1-9]\d(?:k|,\d{3})?\b(?! ?\d"
        r"| (?:the|\w+day|\w+ (?:street|road)))",
        r"\bfree (?:travel|gym|lunch(?:es)?|childcare|parking|uniform)\b|\b(?:good|decent"
        r"|company|final) pension\b"
        r"|\b(?:wellness|learning|training|home office|relocation) (?:budget|allowance)\b"
        r"|\bstep up (?:in|on) (?:pay|salary|money)\b|\bmoving expenses\b",
        r"\b(?:it's|it is|is it|pays?|offer(?:ing)?|between|around|about|at|for|on|least) \d{2,3}"
        r"(?: or \d{2,3}| to \d{2,3})? ?(?:thousand|grand|k)\b",
        harmless=r"\b(?:visitors?|customers?|users?|units|records|rows|lines|readers|budget"
        r"|grants?|revenue"
        r"|sales|patients?|people|homes|turnover|raised?|fundrais\w+|members|copies)\b",
    ),
    sign(
        r"\bis (?:it|this|the (?:\w+ )?(?:job|role|position|post|internship|placement"
        r"|apprenticeship|traineeship|work|trial|overtime|course|training)) (?:un)?paid\b",
        rf"\b(?:over|at least|less than|more than|north of|above|around|upwards of|minimum)"
        rf" (?:[$€£] ?)?{_NUMBER} ?(?:{_PER}|{_COIN})(?=\b|[?.,])",
        rf"\bi (?:earn|make|get|am on|currently earn|take home) (?:[$€£] ?)?{_NUMBER}",
        rf"\b(?:move|leave|come|start|join|work) for (?:anything )?(?:less|under|below|more)"
        rf"(?: than)? (?:an? |[$€£] ?)?(?:{_NUMBER}|million|thousand|that)\b",
        r"\b(?:less|more) than (?:what )?(?:i|they|the \w+)(?:'m| am)? (?:earn|make|pays?|get)"
        r"(?: me| now)?\b",
        r"\bwhat (?:do|would|does|will) (?:\w+ ){1,3}(?:start (?:at|on)|pay|make|earn)\b",
        rf"\b{_OFFER} (?:\w+ ){{0,3}}(?:salary|wages?|money|pay) (?:is|are|would|will)\b",
    ),
)
