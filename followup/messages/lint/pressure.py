"""`pushy`: pressure on the reader, and deadlines set for them."""

from collections.abc import Iterator

from followup.messages.lint.deadlines import ANSWER, BY, DEADLINES, DO, MINE, NOW, WHEN
from followup.messages.lint.findings import Brief, Finding
from followup.messages.lint.impatience import IMPATIENCE, STRAINED, ULTIMATUMS
from followup.messages.lint.letter import Letter
from followup.messages.lint.tone import hits, remark, sign

_ALWAYS = (
    sign(
        r"\b(?:please|kindly)\b[^.!?\n]{0,20}\b(?:decide|decision|answer|reply|respond"
        r"|get back)\b[^.!?\n]{0,15}\b(?:quickly|soon|fast)\b",
        r"\byou still (?:haven't|have not|didn't|did not) (?:\w+ )?(?:repl|respon|answer"
        r"|g[eo]t|call|contact|writ|decid)",
        r"\b(?:waiting|waited) for your \w+ (?:for|since)\b",
        r"\bi(?:'m| am) going to need (?:an?|your)\b",
        rf"\bi want (?:an?|your|the) (?:\w+ )?{ANSWER}\b",
        r"\byou have (?:\w+ )?until\b",
        r"\bat your (?:very )?earliest\b(?! (?:convenience|opportunity|possib))",
        r"\bif i (?:don't|do not) hear\b[^.!?\n]{0,40}\bi(?:'ll| will| would|'d| have to"
        r"| must)\b(?! (?:understand|assume the))",
        r"\bas (?:very )?urgent\b|\bmatter of urgency\b",
        r"\bthis is (?:already )?the (?:third|fourth|fifth|last) time (?:that )?i\b",
        r"\byou (?:need|have|had better|ought)(?: to)? hurry\b",
        harmless=r"\bif you still\b|\bthank\w*\b|\ball right\b|\b(?:quite|fully|completely) understand\b",
    ),
    sign(
        r"\b(?:left|sent|written|wrote|emailed|mailed) (?:you |her "
        r"|him )?(?:already )?(?:three|four|five|six|several|many|countless"
        r"|\d+) (?:voice ?mails?|messages|e-?mails?|mails|letters|texts|reminders|times)\b",
        r"\bhold-?up\b(?=[?.! ]|$)",
        r"\bunless i hear\b",
        r"\bi(?:'ll| will| must| have to) (?:have to )?assume (?:that )?(?:you|the|my)\b",
        r"\btak(?:e|es|ing|en) (?:you )?(?:so|this|that) long\b",
        r"\btak(?:es|ing) (?:forever|ages|an eternity)\b",
        r"\bwhy the (?:delay|silence|wait)\b",
        r"\b(?:by|per) return of post\b",
        r"\bstill no (?:answer|reply|response|news|word|decision|feedback)\b",
        r"\bnot a single (?:word|reply|answer|response)\b",
        r"\bi deserve (?:an?|to)\b",
        r"\byou owe me\b",
        r"\bwhat(?:'s| is) going on\b",
        r"\bsurely (?:you|a decision|someone|somebody|by now|there)\b",
        r"\bthe courtesy of an? (?:reply|answer|response|call)\b",
        r"\byet to (?:receive|hear|get)\b[^.!?\n]{0,30}\b(?:courtesy|single|simple)\b",
        r"\b(?:tell me|answer|reply|respond|decide)(?: to me)? (?:quickly|fast|quick)\b",
        r"\bthe sooner the better\b",
        r"\bbefore it(?:'s| is) too late\b",
        r"\b(?:won't|will not) be (?:available|free|on the market) (?:much longer|forever"
        r"|for long|for ever)\b",
        r"\b(?:did you|have you) (?:even|not|actually) (?:get|read|see|seen|got|received?)\b",
        r"\bi (?:have|'ve got|got) (?:other|many|several|better|plenty of) (?:offers|places"
        r"|options|companies|employers|interested)\b[^.!?\n]{0,50}",
        r"\b(?:ignored|ignoring) my (?:e-?mails?|messages|calls|application)\b",
        harmless=r"\ball right\b|\b(?:didn't|did not|doesn't|won't) take (?:so|that|this) long\b|\bsorry\b"
        r"|\bthank\w* (?:\w+ )?for\b|\btook\b",
    ),
    sign(
        r"(?:^|[.!?\n] *|\b(?:please|kindly|just|so|and) )(?:call|reply|answer|write|respond"
        r"|e-?mail|ring|phone|text)(?: to)?(?: me)?(?: back)? (?:today|now|tonight|tomorrow"
        r"|this week)\b",
        r"\bi (?:really |had |would have |certainly |had really )*expected (?:to (?:hear"
        r"|receive|get)|an?|your|some|any) ?(?:back |from you|by|answer|reply|response"
        r"|decision|call|news)",
        r"\b(?:please|kindly)\b[^.!?\n]{0,60}\b(?:no later than|not later than"
        r"|at the (?:very )?latest|latest by)\b",
        r"\byou (?:said|told me|wrote|mentioned) (?:that )?(?:you(?:'d| would)|i(?:'d| would)"
        r"|someone would)[^.!?\n]{0,50}\b(?:and|but|yet) (?:you |i |nobody |no one |nothing "
        r"|still )?(?:\w+ )?(?:didn't|did not|haven't|have not|never|nothing|hasn't|didn"
        r"|no one|nobody)\b",
        harmless=MINE,
    ),
    sign(r"\basap\b", r"\ba\.s\.a\.p\b"),
    sign(
        rf"\b(?:{DO}|hear (?:back )?from you|please|kindly|need|want|must (?:know|hear)|know"
        rf"|{ANSWER})\b[^.!?\n]{{0,60}}\b(?:as soon as possible|as quickly as possible"
        r"|as fast as (?:possible|you can)|at the (?:very )?earliest\b(?! opportunity"
        r"| convenience))",
        harmless=MINE + r"|\bno later than\b.*\bi\b",
    ),
    sign(
        rf"\b{DO}\b(?: to me| to my \w+)?[^.!?\n]{{0,25}}\b{NOW}\b",
        r"\b(?:need|want|require|demand|expect|hope for|appreciate"
        rf"|request)\b[^.!?\n]{{0,25}}\b(?:{ANSWER}|to (?:know|hear)|you to|it"
        rf"|this)\b[^.!?\n]{{0,20}}\b{NOW}\b",
        r"\b(?:need|want|require|demand|expect|request"
        rf"|appreciate)\b[^.!?\n]{{0,25}}\b(?:immediate|urgent|instant) (?:{ANSWER}"
        r"|attention|action)",
        rf"\burgent(?:ly)? (?:need|{ANSWER}|request|await)",
        r"\b(?:it|this|that|the matter|my situation|which) (?:is|'s|has become"
        r"|becomes) (?:\w+ ){0,2}urgent\b(?! care)",
        r"\bit's (?:\w+ ){0,2}urgent\b",
        r"\b(?:please|kindly) (?:\w+ ){0,3}(?:act|hire|decide"
        rf"|hurry)\b[^.!?\n]{{0,20}}\b{NOW}\b",
        r"\burgently (?:need|require|await)",
        harmless=rf"\bthank\w*\b|{MINE}",
    ),
    sign(
        r"\bi(?:'m| am)?(?: do| fully| really| fully| certainly"
        r"| firmly)? expect(?:ing)? (?:(?:your|an?|some|any|the|this|prompt|quick|immediate"
        r"|further|to (?:hear|receive|get|be given|have)|for) )*(?:your |an? |the "
        rf"|to have )?(?:\w+ )?{ANSWER}\b",
        r"\bi(?:'m| am)?(?: do| fully"
        r"| really)? expect(?:ing)? (?:to (?:hear (?:back )?(?:from you|soon|by|about)"
        r"|be (?:told|informed|contacted|called|hired|offered|chosen|invited))|you to\b"
        r"|(?:that )?you(?:'ll| will) (?:answer|reply|respond|call|write|get|let|inform|decide"
        r"|hire|tell|be in touch))",
        harmless=r"\bi(?:'m| am)? expect(?:ing)? (?:an? |the )?(?:results?|offer|decision"
        r"|\w+ results?) (?:of|from|on) (?:my|the exam|the other|another)\b",
    ),
    sign(
        r"(?:^|[.!?\n] *|\bi(?:'m| am| have been|'ve been) +(?:here +)?(?:patiently "
        r"|anxiously )?|\band (?:i'm |am )?)(?:still|anxiously) (?:anxiously "
        r"|patiently )?(?:waiting|awaiting)\b",
        rf"\bstill (?:waiting (?:for|on)|awaiting) (?:an?|any|your|the|some) (?:\w+ )?{ANSWER}",
        r"\bstill waiting (?:to hear|for you)\b",
        r"\bi(?:'ve| have) (?:now |already )?(?:been )?wait(?:ed"
        r"|ing) (?:now )?(?:for )?(?:over |more than |almost |nearly "
        r"|about )?(?:\w+ )?(?:weeks?|days?|months?|so long|too long|long enough|ages|forever"
        r"|patiently|since)\b",
        r"\b(?:keep|keeping) me (?:waiting|hanging|in the dark)\b",
        r"\bpatience is (?:running|wearing)",
        r"\brunning out of (?:time|patience)\b",
    ),
    sign(
        r"\bwhy (?:haven't|have not|hasn't|has|have|didn't|did|don't|do|doesn't|am|is|are|it"
        r"|you|i|nobody|no one|there)\b[^.!?\n]{0,40}\b(?:repl\w*|respon\w*|answer\w*|call\w*"
        r"|heard|hear|writ\w+|wrote|contact\w*|got back|get back|gotten back|come back"
        r"|decid\w*|told|so long|this long|silence|ignor\w*|no news|any news)\b",
        r"\bwhat(?:'s| is) taking (?:you )?(?:so|this) long\b",
        r"\bhow (?:much longer|long)\b[^.!?\n]{0,12}\b(?:will|do|must|should|does|is|am|are"
        r"|can|have)\b (?:this|it|i|you|the)\b[^.!?\n]{0,30}\b(?:take|wait|last|need|have to"
        r"|going to|gonna|supposed|be|keep)\b",
        r"\b(?:have you|did you|you have|you've) (?:\w+ )?(?:forgot(?:ten)?"
        r"|lost) (?:about )?(?:me|my application)\b",
        r"\bare you ignoring\b",
        r"\bnot heard (?:a|one) (?:single )?(?:thing|word|peep)\b",
        r"\bheard (?:absolutely )?nothing (?:from|back|at all)\b",
        r"\b(?:complete|total|radio) silence\b",
        harmless=r"\bhow long (?:do|does|did) (?:you|it) (?:usually|normally|typically|expect)"
        r"|\bi understand why\b|\bunderstandable why\b|\bexplain(?:ed"
        r"|s)? why\b.*\bcustomers?\b",
    ),
    sign(
        r"\bi (?:must |have to |really )?(?:demand|insist)\b(?! on (?:clean|good|quality|tests))",
        r"\bi (?:must|have to) (?:know|hear|have (?:an?|your))\b",
        rf"\bi (?:really |urgently |just )?need (?:an?|your|some|the) (?:\w+ )?(?:{ANSWER})\b",
        r"\bi (?:really |urgently |just )?need to (?:know|hear)\b[^.!?\n]{0,40}\b(?:today|now"
        r"|tomorrow|by|soon|this week|before|immediately|one way|where i stand|whether i"
        r"|if i)\b",
        r"\bi need you to (?:\w+ )?(?:decide|answer|reply|respond|tell|let|confirm|make|get"
        r"|give|send)",
        r"\byou (?:must|need to|have to|should|ought to|had better)(?: at least| really| also"
        r"| already)? (?:have )?(?:answer|repl|decid|call|contact|hir|respon|let me|tell|told"
        r"|get back|got back|come back|writ|inform|made|make (?:a|your|up)|known|give me"
        r"|given me|tak(?:e|en) a decision)",
        r"\b(?:since|but|and|because|although|though|as) you (?:had |have )?promised\b",
        r"\byou (?:had |have )?(?:promised|assured) (?:me )?(?:to|that|an?|you)\b",
        r"\bmake up your mind\b",
        r"\bgive me (?:a|an|your) (?:clear |straight |final |definite )?(?:answer|yes or no"
        r"|decision)\b",
        r"\byes or no\?",
        harmless=r"\bpromised (?:me )?(?:a |the |to send me )?(?:recipe|link|copy|book|walk|tour)\b"
        r"|\bno (?:hurry|rush|pressure)\b",
    ),
    sign(
        r"\b(?:this is|that's|it is|it's|here is|here comes|now) (?:already |now )?my (?:third"
        r"|fourth|fifth|sixth|\d+(?:rd|th)) (?:e-?mail|message|attempt|reminder|mail|note|call"
        r"|letter|time|follow-?up|inquiry|enquiry)\b",
        r"\bfor the (?:third|fourth|fifth|umpteenth|last) time\b(?=[^.!?\n]{0,30}\b(?:ask|writ"
        r"|remind|email|call|contact))",
        r"\b(?:any|no|a|without) (?:\w+ )?(?:answer|reply|response|feedback|reaction)s? (?:to"
        r"|on|for|from) (?:any of )?my (?:two|three|four|several|many|repeated|numerous"
        r"|previous|earlier|last two|last three|multiple|other) (?:\w+ )?(?:e-?mails?|messages"
        r"|mails|calls|letters|notes)\b",
        r"\b(?:i(?:'ve| have)?|my) (?:already )?(?:\w+ )?(?:e-?mailed|called|written|wrote"
        r"|phoned|contacted|messaged|emails?)\b[^.!?\n]{0,20}\b(?:three|four|five|several|many"
        r"|multiple|countless|numerous) times\b",
        r"\bfinal (?:reminder|notice|warning)\b",
        r"\blast (?:reminder|warning)\b",
        r"\bi(?:'ll| will| am going to|'m going to) (?:call|phone|ring|write(?: to)?|email"
        r"|e-mail|contact|message|keep (?:calling|writing|asking)|be (?:calling|writing"
        r"|emailing))(?: you)?\b[^.!?\n]{0,15}\b(?:every|until|again and again|daily|each"
        r"|non-?stop)\b",
        r"\bkeep (?:calling|writing|emailing|asking|following up) (?:you )?until\b",
        r"\b(?:i )?(?:won't|will not|can't|cannot|can not) wait (?:any longer|forever"
        r"|much longer|around|longer|for ever)\b",
        r"(?:^|[.!?\n;] *|\bplease |, |\bbetter )hurry\b(?! was| is)",
        r"\bhurry up\b",
        r"\bor else\b(?= i|[.!]|$)",
        r"\botherwise i(?:'ll|'m| will| am| would|'d| have to)\b",
        r"\btime is (?:running out|ticking)\b",
        r"\bclock is ticking\b",
    ),
    sign(
        r"\b(?:i need|i want|i demand|i require|i must have|need to (?:know|hear"
        rf"|have))\b[^.!?\n]{{0,50}}\b{BY} {WHEN}",
        rf"\b(?:{DO}|{ANSWER}|from you)\b[^.!?\n]{{0,40}}\b(?:{WHEN} at the (?:very "
        r")?latest|no later than|not later than|latest by)\b",
        r"\bwithin (?:the next )?(?:24|48|72|twenty-four|forty-eight|two|one|an?"
        r"|three) (?:hours?|days?)\b(?=[^.!?\n]{0,20}(?:[.!?\n]|$))",
        harmless=rf"{MINE}|\b(?:you|your|they|we|patients?|customers?|i (?:sent|answered|had|got|was"
        r"|have)|could i|may i|can i|might i|shall i)\b(?! (?:must|to (?:answer"
        r"|reply)))[^.!?\n]*\bwithin\b|\bcould i let\b|\bmay i let\b|\bi(?:'d"
        r"| would) (?:let you|answer)\b",
    ),
    sign(
        r"\b(?:please|kindly|you (?:must|have to"
        rf"|need to))\b[^.!?\n]{{0,20}}\b(?:{DO})\b[^.!?\n]{{0,10}}\bwithin (?:the next "
        r")?(?:\w+ )(?:hours?|days?|week)\b"
    ),
)
_TEXT = "This puts pressure on the reader; ask, and leave the time to them."


def check_pressure(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """A warning for each such place; asking to be told before the other offer's deadline is what an expedite is for."""
    signs = _ALWAYS + IMPATIENCE
    if brief.kind != "expedite":
        signs += DEADLINES + STRAINED + ULTIMATUMS
    for span in hits(signs, letter.own):
        yield remark("pushy", span, letter, _TEXT, "G2.6, G4, G5")
