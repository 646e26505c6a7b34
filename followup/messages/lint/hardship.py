"""Need and misery laid before the reader: money, dependants, tears, prayers, and taking whatever there is."""

from followup.messages.lint.tone import Sign, sign

_SOON = (
    r"(?:in|within|at the end of) (?:(?:a|one|two|three|four|six|\d+|few|the) )*(?:days?|weeks?"
    r"|months?|month|year)|soon|shortly|next (?:week|month)|then|this (?:week|month)"
)
_I_ANY = r"\bi(?:'ll| will|'d| would| can| could| am ready to|'m ready to| am willing to)?"

HARDSHIP: tuple[Sign, ...] = (
    # Money and dependants.
    sign(
        r"\b(?:rent|mortgage|bills|loan)(?:'s|'re| is| are) (?:\w+ )?(?:due|overdue|late|piling"
        r"|mounting|waiting)\b|\bbehind (?:on|with) (?:my|the|our) (?:rent|mortgage|bills"
        r"|payments)\b",
        r"\b(?:i've|i have|have|got|with) (?:got )?(?:nothing|no other job|no job"
        r"|nobody) (?:else )?"
        r"(?:lined up|on the horizon|to fall back on|coming in|going)\b|\bnothing else lined up\b",
        r"\bno (?:other )?(?:income|savings|means of (?:support|living))\b(?= (?:at|to|left|coming"
        r"|now|and|so)|[.,!;\n]|$)",
        r"\bi(?:'m| am) (?:\w+ )?(?:skint|broke|penniless|destitute|homeless|in debt|on the dole"
        r"|on benefits|desperate|struggling financially|at rock bottom)\b|\bmak(?:e"
        r"|ing) ends meet\b"
        r"|\bkeep the (?:lights|heating) on\b|\broof over (?:my|our)\b|\b(?:food"
        r"|bread) on (?:the|my"
        r"|our) table\b|\bhand to mouth\b|\bmouths? to feed\b|\bcould (?:really )?(?:do with"
        r"|use) the"
        r" (?:work|money|cash|job|income)\b",
        r"\bmy (?:(?:whole|entire|poor|two|three|four|little) )*(?:family|children|kids|wife"
        r"|husband"
        r"|mother|parents|baby|son|daughter|future|life|career|residence|visa)\b[^.!?\n]{0,25}\b"
        r"(?:depend(?:s|ing|ent)?|rel(?:y|ies|ying)|count(?:s|ing)?|hang(?:s|ing)?|riding|rests?)\b"
        r"[^.!?\n]{0,6}\b(?:on|upon)\b",
        rf"\bmy (?:\w+ )?(?:visa|permit|savings|benefits|money|unemployment"
        rf"|dole) (?:\w+ )?(?:expires?|runs?"
        rf" out|running out|ends?|stops?|dries up|is up)\b[^.!?\n]{{0,8}}\b(?:{_SOON})\b",
        r"\b(?:out of work|unemployed|jobless|without (?:a )?(?:job|work)|job ?hunting|looking for"
        r" work|applying) (?:for|since|now) (?:\w+ ){0,3}(?:months?|years?|weeks|age|long|ever)\b"
        r"(?=[^.!?\n]*\b(?:no|can't|cannot|nothing|please|any|hard|another|lose|losing|so i)\b)",
        r"\b\d+ (?:applications|rejections)\b[^.!?\n]{0,20}\b(?:no|nothing|without|not one"
        r"|later)\b",
        harmless=r"\b(?:tenants?|clients?|patients?|families|customers?|residents?) (?:who|that"
        r"|whose)\b",
    ),
    sign(
        r"\bfinal demand\b|\bbailiffs?\b|\boverdrawn\b|\bpayday loan\b|\b(?:facing|face|avoid"
        r"|threatened with) eviction\b|\bbe evicted\b|\bon the (?:dole|streets?)\b"
        r"(?= (?:soon|by|if|next|again)|[.,!\n])|\b(?:it's|it is) this or\b"
        r"|\bthis or (?:the (?:dole|street|jobcentre)"
        r"|nothing)\b|\bsave (?:us|my family|our home)\b",
        r"\b(?:turned down|rejected|knocked back|refused|ghosted) (?:by|from"
        r"|at) (?:\w+ ){0,2}(?:\d+|every\w*|dozens"
        r"|hundreds|so many|ten|twenty|thirty|forty|fifty|countless)\b|\bgo through (?:it|this"
        r"|that|all this) again\b",
        r"(?:\bnot|n't) (?:slept|eaten|been able to (?:sleep|eat))\b|\bmy nerves\b"
        r"|\bworried sick\b|\bsick with worry\b|\bbeside myself\b|\bclimbing the walls\b"
        r"|\bbiting my nails\b"
        r"|\binconsolable\b|\b(?:don't|do not) know how (?:to|we'll|i'll|we will|i will) (?:live"
        r"|manage|cope|survive|go on|get by)\b",
        r"\b(?:single|unemployed|struggling) (?:mother|father|parent|mum|mom|dad)\b|\bno (?:work"
        r"|job|income|pay) since\b",
        r"\b(?:someone|somebody|anyone|anybody) to (?:take|give|hire|believe"
        r"|just)\b[^.!?\n]{0,20}\bme\b|\bthe only (?:one|place|company)"
        r" that (?:even )?(?:answered|replied|wrote|called|responded|invited)\b|\bappl(?:ied"
        r"|ying) (?:for|to) (?:\w+ )?(?:\d+|\w+ hundred|hundreds|dozens)\b",
        r"\b(?:for|at) (?:the )?half (?:of )?(?:the |my )?(?:money|pay|salary|price|wage)\b",
        needs=r"\b(?:i|i'm|i've|i'd|me|my|us)\b",
        harmless=r"\b(?:tenants?|clients?|patients?|families|callers?|customers?|residents?"
        r"|cases?|advis\w+)\b",
    ),
    # Pity.
    sign(
        r"\b(?:have|take|show) (?:some |a little )?(?:mercy|pity)\b|\bfor (?:god|heaven|pity"
        r"|christ)'?s?"
        r" sake\b|\bfor the love of god\b|\b(?:on my|down on) knees\b|\bi'?m? (?:beseech"
        r"|entreat)\w*\b",
        r"\bi(?:'d| would|'ll| will| could| might)? (?:(?:literally|just|actually|honestly|probably"
        r"|genuinely|gladly|happily|even) )*(?:die|cry|weep|sob|sell (?:my|a)|give my (?:right"
        r"|left|eye"
        r"|teeth|soul)|kill (?:for|to)|crawl|beg|walk (?:over|through|barefoot)|go under|never"
        r" (?:recover|get over)|be (?:crushed|devastated|heartbroken|lost|broken|ruined"
        r"|finished))\b"
        r"(?! (?:for help|laughing|to differ|of laughter|through the))",
        r"\bi(?:'m| am)? (?:pray|praying|cry|crying|cried|weep|wept|lie awake|lay awake"
        r"|lose sleep)\b"
        r"(?=[^.!?\n]{0,20}\b(?:every|each|that|for|you|a bit|daily|night|since|over|to)\b)"
        r"(?! (?:for your|laughing|with laughter))",
        r"\b(?:can't|cannot|can not|couldn't|could not|don't think i can) (?:bear|stand|take"
        r"|face|cope with"
        r"|handle|survive) (?:the (?:thought|idea)|another|one more|it (?:if|any)|any more|a no"
        r"|being|yet another|this (?:waiting|any))\b",
        r"\bwithout (?:you|this|it|that|your help)\b[^.!?\n]{0,30}\b(?:finished|over|lost"
        r"|nothing|ruined"
        r"|done for|hopeless|no future|sunk)\b",
        r"\b(?:everything|all) (?:that )?i(?:'ve| have)? (?:\w+ )?(?:worked|fought|saved|hoped"
        r"|lived"
        r"|sacrificed)[^.!?\n]{0,12}\b(?:is|will be|would be|gone|lost|over|depends|for nothing)\b",
        r"\bi (?:can )?think (?:of|about) nothing else\b|\b(?:can't|cannot) (?:think (?:of"
        r"|about) anything"
        r" else|eat|sleep)\b|\bevery time (?:my|the) phone\b|\bjump(?:s|ing)? (?:every time"
        r"|at every)\b",
        r"\b(?:let it be|pick|choose|hire|save|help) me\b(?= *[!.\n]|$| please| pls|, please)",
        r"\b(?:give|gimme|get) (?:us|me) (?:the|this|a|that) (?:job|gig|chance|break|shot|role)\b"
        r"(?! (?:description|title|spec|advert|details|offer))",
        r"\bplease(?:[, ]+please)+\b|\bpretty please\b|\bpuh-?lease\b|\bbeg(?:gin[g']?)? (?:you"
        r"|ya|ye)\b",
        r"\byou(?:'re| are) my (?:last|only|one|final)\b|\bmy (?:very )?(?:last|only|one"
        r"|final) (?:hope"
        r"|chance|shot|lifeline)\b",
        harmless=r"\bcried (?:with|of) laugh\w*\b|\bthank\w* (?:\w+ ){0,3}for (?:giving|taking"
        r"|choosing)\b"
        r"|\b(?:laughing|laughter|onions?)\b",
    ),
    # Whatever there is.
    sign(
        _I_ANY + r" (?:\w+ )?(?:take|accept|do|work|sign|agree to|settle for) (?:\w+ )?"
        r"(?:literally |absolutely )?(?:any|whatever)"
        r" (?:\w+ )?(?:jobs?|conditions?|terms|roles?|positions?|shifts?|hours|pay|work|tasks?"
        r"|thing"
        r"|contract|wage|salary|offer)\b(?! (?:you need|questions|we|that needs?|the team))",
        r"\beven (?:for (?:free|nothing|less|half)|unpaid|without (?:pay(?:ment)?|(?:a )?salary"
        r"|wages?|money"
        r"|a contract))\b|\b(?:for free|for nothing|for no pay"
        r"|without payment)\b(?=[^.!?\n]{0,15}(?:[.!?\n]|if"
        r"|at first|until|in the|for the first))",
        r"\b(?:sweep|mop|scrub|clean|wash) (?:the )?(?:floors?|toilets?|dishes)\b(?= if|[.!,]"
        r"| or|$)",
        r"\bany (?:bloody|damn|blooming|old) thing\b|\bi(?:'m| am) not (?:picky|fussy|choosy"
        r"|proud)\b",
        needs=r"\b(?:i|i'll|i'd|i'm|me)\b",
        harmless=r"\b(?:volunteer\w*|students?|charity|patients?|customers?|users?|download"
        r"|entry)\b"
        r"|\bwhatever (?:shift|hours) (?:suits?|works?)\b",
    ),
)
