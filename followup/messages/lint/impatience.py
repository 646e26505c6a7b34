"""Impatience in its many forms: counting times and days, ultimatums, commands, reminders of what was due."""

from followup.messages.lint.deadlines import ANSWER, DO, WHEN
from followup.messages.lint.tone import Sign, sign

_NTH = r"(?:second|third|fourth|fifth|sixth|seventh|umpteenth|nth|2nd|3rd|4th|5th|6th)"
_CALL = r"(?:call|ring|phone|text|message|e-?mail|write|reply|answer|respond|revert|ping)"
_FAST = (
    r"(?:by return|on priority|with priority|at the soonest|the same (?:minute|day|hour)"
    r"|this (?:very )?(?:minute|instant)|without fail|pronto|sharpish|stat|double quick"
    r"|as soon as (?:you (?:possibly )?can|you (?:get|read|see) this|humanly possible|ever)"
    r"|the (?:minute|moment|second) you (?:get|read|see|hear) (?:this|it)|at the double)"
)
_LATE = (
    r"(?:by now|already|long ago|weeks? ago|days ago|last (?:week|month|\w+day)|on \w+day"
    r"|yesterday|the other day)"
)

IMPATIENCE: tuple[Sign, ...] = (
    # Counting.
    sign(
        rf"\b{_NTH} (?:time|message|e-?mail|voice ?mail|call|note|attempt|reminder|letter|text)"
        r"\b[^.!?\n]{0,12}\b(?:i've|i have|i|that i|that i've)\b(?: now)? ?(?:had to|left|sent"
        r"|written"
        r"|asked|asking|called|tried|rung|emailed|chas\w+|am|'m|write|ask"
        r"|call)\b(?! (?:to )?(?:explain"
        r"|fix|do|make|teach|tell))",
        rf"\b(?:after|despite|on|is|for) (?:my|the) (?:\w+ )?{_NTH} (?:message|e-?mail|voice ?mail"
        r"|call|attempt|reminder|letter|try)\b",
        rf"\bnever (?:\w+ )?(?:got|had|received|heard|gotten) (?:an?|any|so much as an?|even an?"
        rf"|your) {ANSWER}\b|\b(?:yet|still) to (?:get|have|receive) (?:an?|any) (?:straight|proper"
        r"|real|single)\b",
        r"\b(?:bump|push|mov)(?:ing|ed)? this (?:back )?(?:up )?to the top\b[^.!?\n]{0,25}\bagain\b"
        r"|\b(?:nudg|chas|remind|ask"
        r"|writ)\w*(?: you)? (?:yet )?again(?: and again)?(?=[^.!?\n]{0,15}"
        r"\b(?:because|since|as)\b)|\bonce again\b[^.!?\n]{0,20}\bno (?:answer|reply|response)\b",
        r"\bradio silence\b|\b(?:deafening|stony) silence\b|\bgone quiet on me\b|\bleft on read\b",
        harmless=r"\bfrom (?:you|your team) in the\b|\bpleas\w+ of\b",
    ),
    # What was due.
    sign(
        r"\b(?:you|they|somebody|someone|your \w+) (?:were|was|are|is) (?:supposed|meant|due) to"
        r" (?:\w+ )?(?:hear|get|call|ring|tell|let|answer|reply|decide|be in touch|have|come back"
        r"|phone|write|e-?mail|send)\b",
        r"\bi was (?:supposed|meant|due) to (?:hear|get|have|receive|be (?:told|called"
        r"|informed))\b",
        r"\byou (?:said|told me|promised|wrote) (?:that )?i(?:'d| would| was going to) (?:hear|know"
        r"|have|get)\b[^.!?\n]{0,30}\b(?:and|but|yet)\b",
        rf"\b(?:should|ought to|must) (?:really |surely |at least )?have (?:been (?:told|informed"
        rf"|called)|heard|had|got(?:ten)?|received|known|decided|come)\b[^.!?\n]{{0,30}}\b{_LATE}",
        r"\b(?:i(?:'d| would)(?: have)?|i) (?:have )?(?:thought|imagined|assumed|expected)\b"
        r"[^.!?\n]{0,45}\b(?:by now|plenty|long enough|enough time|sufficient|already|to decide)\b",
        r"\b(?:ought to|should|must|has to|surely) (?:suffice|be (?:enough|plenty|sufficient|ample"
        r"|long enough))\b|\b(?:is|was) (?:plenty|ample|more than enough|long enough)\b"
        r"(?=[^.!?\n]{0,20}(?:time|to (?:decide|answer|reply|choose)|[.!?]))",
        r"\b(?:let me|i (?:must|have to|want to|would like to|need to|feel i must)|need i|may i)"
        r" remind you (?:that|of (?:your|the) promise)\b",
        r"\b(?:reply|answer|response|decision|it|this|call) is (?:\w+ )?(?:overdue|past due"
        r"|long due)\b|\boverdue (?:answer|reply|response|decision)\b",
        r"\bdragg?(?:ing|ed|s)? (?:on|out|its|your|their)\b|\bstring(?:ing)? me along\b"
        r"|\bwhat (?:is )?the hold[- ]up(?: is)?\b|\bget a move on\b|\bsit(?:ting)? on (?:this"
        r"|it|my"
        r" application)\b|\b(?:chop chop|get on with it)\b",
        harmless=r"\b(?:approximate|rough|even an?|just an?)\b|\bwas supposed to be\b"
        r"|\bno (?:rush|hurry)\b",
    ),
    # Commands.
    sign(
        rf"(?:^|[.!?\n;,] *|\b(?:please|kindly|just|so|and|do) )(?:{DO}|{_CALL}|inform|update"
        rf"|revert)"
        rf"\b[^.!?\n]{{0,30}}\b{_FAST}\b",
        rf"(?:^|[.!?\n;] *|\b(?:please|kindly|just|so) )(?:call|ring|phone|text|answer)(?: me)?"
        rf"(?: back)? (?:before|by|within|till|until) (?:{WHEN}|five|six|four|noon|lunch)",
        r"\b(?:i'd|you'd|i had|you had|they'd) better (?:get|hear|answer|reply|decide|have|see)\b",
        r"\bdon't (?:leave|keep) (?:me|us) (?:hanging|waiting|guessing|dangling)\b"
        r"|\b(?:go on|keep on|left|leaving me|keeping me) (?:waiting|hanging|guessing|dangling)\b"
        r"(?= *[.!?,\n]|$| for| like| without)",
        r"\bi (?:must|have to|will|shall|am going to|need to|would) (?:press|chase|push|insist"
        r"|demand)"
        r"\b|\bi(?:'ll| will) keep (?:trying|ringing|calling|at it|on|chasing|asking|writing)\b",
        rf"\bi(?:'m| am)? (?:count|rely|depend|bank)(?:ing)? on (?:your|an?"
        rf"|the) (?:\w+ )?{ANSWER}\b",
        rf"\bi(?:'m| am)? (?:wait|waiting)(?: now)? (?:for|on) (?:your|an?|the) (?:\w+ )?{ANSWER}\b"
        r"(?=[^.!?\n]{0,15}\b(?:since|for|already|now)\b)",
        r"\bwhen (?:do|will|are|can|shall) you (?:finally |going to |ever |at last )?(?:answer"
        r"|reply to|respond to|get back to|call|ring) me\b|\bwhen (?:do|will|are) you (?:finally"
        r"|ever|at last) \w+",
        r"\b(?:want|need|like|deserve|expect|demand) (?:\w+ )?(?:straight|clear|definite|plain"
        r"|final|firm|prompt|proper|simple) (?:answer|yes or no|yes or a no|reply|response)\b",
        rf"\b(?:urgent|immediate|prompt|speedy|quick) (?:\w+ )?{ANSWER}\b(?= (?:is|on|from|about"
        r"|regarding|would be|will be))",
        r"\bwhy (?:nobody|no one|you|they|it|i|i've|you've) (?:\w+ ){0,3}(?:rung|rang|phoned|called"
        r"|answered|replied|come back|got back|heard|dragging|told|let me know|written)\b",
        harmless=r"\bthank\w*\b|\bi(?:'ll| will) (?:\w+ )?(?:send|reply|answer|let you know|do)\b"
        r"|\bno (?:rush|hurry)\b",
    ),
)

_LAPSE = r"(?:weeks?|days?|months?|a fortnight|hours)"
STRAINED: tuple[Sign, ...] = (
    sign(
        rf"\b{_LAPSE}\b[^.!?\n]{{0,12}}\b(?:is|are|was|were|seems?|ought|should"
        rf"|must)\b[^.!?\n]{{0,20}}"
        r"\b(?:reasonable|enough|plenty|long|ample|fair|sufficient|excessive|generous)\b",
        rf"\b(?:cannot|can't|shouldn't|should not|doesn't|does not|needn't) (?:possibly |really "
        rf"|surely )?take"
        rf" (?:\w+ ){{0,2}}(?:{_LAPSE}|long)\b",
        r"\byou (?:said|told|wrote|promised)\b[^.!?\n]{0,40}\b(?:that was|it's been"
        r"|that's) (?:\w+ ){1,4}"
        r"(?:ago|back|now|already)\b",
        r"\b(?:tell|told|know|hear|say|answer|decide)\b[^.!?\n]{0,12}\bone way or (?:the other"
        r"|another)\b",
        r"\bfinally (?:inform|tell|answer|let me|decide|reply|respond|give me|make up)\b",
        r"\b(?:rung|rang|called|phoned|written|wrote|e-?mailed|tried|texted"
        r"|messaged) (?:\w+ ){0,3}(?:twice"
        r"|thrice|(?:three|four|five|six|\d+) times)\b|\b(?:ring|call|write|phone|e-?mail) until\b",
        r"\b(?:now or never|off the market|last call|going once|clock's ticking)\b",
        r"\b(?:not going to|won't|will not|can't|cannot|not prepared to"
        r"|no intention of) (?:sit(?:ting)? (?:by|around"
        r"|here)|hang(?:ing)? (?:about|around|on)|stand(?:ing)? by|hold(?:ing)? out"
        r"|wait(?:ing)? (?:around|about))\b"
        r"|\bsit(?:ting)? by the phone\b",
        r"(?:^|[.!?\n,;] *|\b(?:please|kindly|and|so|really|just) )need to (?:know|hear) (?:it "
        r"|this )?(?:today|now"
        r"|tonight|tomorrow|asap|by|before)\b",
        r"\bhigh time\b(?=[^.!?\n]{0,20}\b(?:i|you|that|somebody|someone)\b)"
        r"|\bhow hard can it be\b|\b(?:latest|spätestens)"
        rf" (?:until|by|on|till) {WHEN}|\byou (?:don't|do not|never) (?:react|answer|reply"
        rf"|respond|write back)\b|\b(?:don't|do not)"
        r" let me wait\b|\b(?:have|having|with) (?:this|it|that) hanging over\b|\byou(?:'ll"
        r"| will)? (?:need|have|want) to (?:move|act|be)"
        r" (?:quick|fast|soon)\w*\b|\b(?:you|somebody|someone) must (?:surely )?know by now\b"
        r"|\b(?:call|ring|write|answer)\b[^.!?\n]"
        r"{0,12}\bthis time\b|\bwithout (?:any )?(?:further|more) delay\b",
        r"\b(?:treat|handle|consider|regard) (?:this|it|my \w+) (?:as"
        r"|with)\b[^.!?\n]{0,12}\b(?:priority|urgen\w+)\b",
        r"\banswer your (?:messages|phone|e-?mails?|mail)\b|\bpick up (?:your|the) phone\b",
        r"\b(?:please|kindly) (?:\w+ ){0,2}(?:take|make|give|send"
        r"|reach) (?!your time)(?:\w+ ){0,3}(?:decision"
        r"|verdict)\b",
        rf"\b(?:can|could|will|would) (?:you|i) (?:please )?(?:get|have|give|make"
        rf"|send)\b[^.!?\n]{{0,15}}\b{ANSWER}"
        rf"\b[^.!?\n]{{0,12}}\b(?:by|before|within) {WHEN}",
        harmless=r"\b(?:approximate|rough|even an?|just an?)\b|\bthank\w*\b|\bno (?:rush|hurry"
        r"|stress)\b|\bif (?:possible|you can)\b"
        r"|\bour (?:customers|clients)\b",
    ),
)

# What an expedite may say, since it is about another offer's deadline.
ULTIMATUMS: tuple[Sign, ...] = (
    sign(
        r"\bif i (?:don't|do not|haven't|have not|can't|cannot) (?:hear|heard|get|had|have|got)\b"
        r"[^.!?\n]{0,45}\bi(?:'m| am|'ll| will|'d| have to| must| take| go)\b",
        rf"\bi(?:'d| would|'ll| will| shall| do)?(?: really| also| definitely)? need (?:an?|your|to"
        rf" have an?|some) (?:\w+ )?{ANSWER}\b",
        r"\b(?:an)?other (?:\w+ )?(?:folks?|people|compan(?:y|ies)|employers?|hotels?|firms?"
        r"|offers?"
        r"|places?|jobs?|schools?|studios?|teams?) (?:\w+ )?(?:(?:is|are|keeps?) (?:calling|chasing"
        r"|knocking|waiting|pushing|asking|keen|interested)|calling|after|chasing|lined up|on the"
        r" table|wants?|who wants?|has|have) ?(?:for )?(?:me|my)?\b|\bother irons in the fire\b"
        r"|\bplenty of (?:other )?(?:offers|interest|places|takers)\b",
        r"\b(?:taking|take|accept|accepting|going (?:with|for|to)) (?:another|the other"
        r"|a different)"
        r" (?:job|offer|role|place|post)\b(?=[^.!?\n]*\b(?:if|unless|otherwise)\b)",
        harmless=r"\bwithdraw\w*\b|\bi understand\b|\bno (?:rush|hurry|pressure)\b"
        r"|\bi(?:'ll| will) (?:assume|understand)\b",
    ),
)
