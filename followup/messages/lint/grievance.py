"""`complaint`: excuses, blame, complaining; a gracious word of regret is none of them."""

from collections.abc import Iterator

from followup.messages.lint.asides import ASIDES
from followup.messages.lint.blame import BLAME, EXCUSES
from followup.messages.lint.findings import Brief, Finding
from followup.messages.lint.letter import Letter
from followup.messages.lint.tone import hits, remark, sign

_VERY = (
    r"(?:(?:very|quite|rather|really|simply|just|so|a bit|highly|totally|completely"
    r"|extremely|pretty|somewhat|frankly|too|a little|deeply|most) )*"
)
_IS = (
    r"(?:is|was|were|are|'s|seems|seemed|felt|feels|has been|have been|looked|sounds|sounded|being)"
)
_BAD = (
    r"(?:unfair|unprofessional\w*|disrespectful|unacceptable|not acceptable|inconsiderate"
    r"|impolite|outrageous|ridiculous|insulting|shameful|disgraceful|a joke|a disgrace"
    r"|a farce|humiliating"
    r"|poorly (?:organi[sz]ed|run|managed|prepared|handled)|badly (?:organi[sz]ed|run"
    r"|managed|prepared|handled)|disorgani[sz]ed|chaotic|a (?:(?:complete|total|real"
    r"|bit of a) )?(?:disaster|mess|shambles|waste of (?:my )?time)|stupid|pointless"
    r"|a waste of time|not fair|not right|not professional|not ok(?:ay)?|rude|unfriendly"
    r"|arrogant|condescending|dismissive|hostile|unreasonable|irrelevant|annoying"
    r"|frustrating|disappointing|terrible|awful|horrible|unpleasant|uncomfortable"
    r"|confusing|unclear|biased|freezing"
    r"|(?:far |much |way )?too (?:long|hard|short|difficult|hot|cold|noisy|slow|easy|vague))"
)
_THEIRS = (
    r"(?:your (?:\w+ ){0,3}\w+|the (?:interview|interviewer|recruiter|receptionist|panel"
    r"|process|questions?|decision|(?:coding |written |practical )?(?:test|task)"
    r"|assignment|exercise|room|office|call|rejection|selection|schedule|organi[sz]ation"
    r"|interviewers|atmosphere|receptionist|treatment|wait|delay|hiring|communication"
    r"|way (?:i|you)[^.!?\n]{0,30}|whole (?:thing|process|interview)))"
)

_SIGNS = (
    # excuses
    sign(
        r"\bmy (?:answers?|performance|presentation|english|test"
        r"|explanations?)\b[^.!?\n]{0,15}\b(?:bad|weak|poor|terrible|awful|confused|confusing"
        r"|not good)\b[^.!?\n]{0,15}\b(?:because|due to|as i|since i|but i|owing)\b",
        r"\bi(?:'d| had)? (?:only )?slept (?:only|badly|poorly|just|terribly|too little)\b",
        r"\bi(?:'d| had) (?:only )?slept\b",
        r"\b(?:not|wasn't|isn't|hardly|never)(?: \w+)? my fault\b",
        r"\bi (?:was|came|arrived|am|was so) [^.!?\n]{0,12}\blate\b[^.!?\n]{0,30}\b(?:because"
        r"|due|as (?:the|my)|since (?:the|my)|traffic|train|bus)\b",
        r"\b(?:because of|due to|blame) the (?:\w+ )?traffic\b(?! (?:on|data|light))",
        r"\b(?:sorry|apologi[sz]e|apologies|forgive)\b[^.!?\n]{0,40}\b(?:i was|i did"
        r"|i came across|i seemed|my|for being)\b[^.!?\n]{0,15}\b(?:bad|weak|poor|poorly"
        r"|nervous|unprepared|terrible|distracted|awful|confus\w+|incoherent|tired)\b",
        r"\bi (?:was|did|performed|answered|seemed|came across)\b[^.!?\n]{0,20}\b(?:nervous"
        r"|bad|badly|poorly|weak|distracted|tired|unprepared|not (?:at )?my best|below my best"
        r"|terrible)\b[^.!?\n]{0,30}\b(?:because|due to|owing|since|as (?:i|my)|so (?:i|that"
        r"|my)|which is why|and couldn't|and could not)\b",
        r"\b(?:wasn't|was not) (?:at my best|(?:really |quite )?myself|feeling (?:well|good"
        r"|great)|prepared)\b",
        r"\bi (?:had|have had|was having) (?:a |an |such a )?(?:terrible|awful|bad|rough"
        r"|horrible|splitting) (?:headache|night|day|migraine|week|cold|morning|sleep)\b",
        r"\bi (?:hardly|barely|didn't|did not|couldn't) (?:sleep|slept)\b",
        r"\b(?:would|could|might) have (?:done|performed|answered"
        r"|been)\b[^.!?\n]{0,25}\b(?:better|best|well)\b[^.!?\n]{0,15}\bif\b",
        r"\bif (?:only )?(?:you|i) had (?:been )?given (?:me )?(?:more|enough)\b",
        r"\bnobody (?:had )?(?:told|warned|informed) me\b",
        r"\bno one (?:had )?(?:told|warned|informed) me\b",
        harmless=r"\bput(?:ting)? me at ease\b|\bthank\w*\b[^.]*\bfor\b[^.]*\blate\b",
    ),
    sign(
        r"\b(?:sorry|apologi[sz]e|apologies|late|delay)\b[^.!?\n]{0,40}\b(?:internet"
        r"|connection|wi-?fi|laptop|phone|computer|car|alarm"
        r"|train|bus) (?:was|were|is|had been|broke|did not|didn't)\b",
        harmless=r"\bthank\w*\b",
    ),
    # what they did
    sign(
        r"\b(?:the|your) (?:\w+ )?(?:interviewer|recruiter|panel|manager|receptionist"
        r"|assistant)s? (?:was|were|came|arrived|seemed)"
        r" (?:\w+ ){0,2}(?:late|unprepared|bored|distracted|cold|uninterested|absent)\b",
        r"\bno(?:body| one) (?:even )?bothered\b",
        r"\bi (?:was|felt) (?:\w+ ){0,2}(?:upset|annoyed|angry|frustrated|irritated"
        r"|offended)\b[^.!?\n]{0,30}"
        r"\b(?:you|your|meeting|interview|panel|nobody|decision|recruiter)\b",
        r"\btraffic was\b[^.!?\n]{0,20}\bso i\b",
        r"\b(?:unreasonably|unnecessarily|needlessly|ridiculously) (?:hard|long|difficult"
        r"|short|complicated|slow|late)\b",
        r"\byou never (?:gave|sent|called|wrote|paid|told) me\b(?! (?:the|a) (?:feeling"
        r"|impression|sense))",
        r"\b(?:panel|interviewers?|nobody|no one|recruiter|you)\b[^.!?\n]{0,10}\b(?:did not"
        r"|didn't|never|wasn't|weren't|not) (?:really )?"
        r"(?:listen\w*|paying attention|pay attention|interested in me)\b",
        r"\b(?:was|were) (?:\w+ ){0,2}(?:disrespectful|rude|condescending|unfriendly"
        r"|dismissive|hostile|arrogant|impolite|unprofessional|unkind|mean|aggressive) (?:to"
        r"|towards?|with) me\b",
        r"\byou (?:had |have |'d |were )?(?:clearly |obviously |probably )?already (?:picked"
        r"|chosen|decided|made up|hired|found|knew)\b(?=[^.!?\n]{0,40}\b(?:before|when i"
        r"|anyway|someone|somebody|beforehand)\b)",
        r"\bnot my (?:mistake|doing|problem)\b",
        r"\b(?:don't|do not|can't|cannot|hardly|never) (?:think|believe|feel|find|say"
        r"|call) (?:that )?(?:it|this|that)(?:'s| was| is)? (?:\w+ )?(?:fair|right|ok|okay"
        r"|professional|acceptable|respectful)\b",
        r"\b(?:kept|left) (?:me )?(?:in the dark|hanging)\b",
        r"\bi (?:don't|do not|didn't|did not) appreciate (?:being|that|how|it|your|the way)\b",
        r"\bhow (?:slow|slowly|badly|poorly|unprofessionally|rudely"
        r"|long)\b[^.!?\n]{0,30}\b(?:is|was|has been|goes|going|handled|treated|takes|took"
        r"|organi[sz]ed)\b(?=[.,!?\n]|$)",
        r"\bno(?:body| one) (?:seemed|was|looked) (?:\w+ )?(?:prepared|ready|interested"
        r"|organi[sz]ed)\b",
        r"\bi (?:was|am|did) [^.!?\n]{0,20}\b(?:late|badly|bad|poorly|weak|slow|distracted"
        r"|unprepared)\b[^.!?\n]{0,20}\b(?:because|due to|since|as)\b[^.!?\n]{0,40}\b(?:broken"
        r"|sick|ill|tired|flu|noisy|alarm|stress|exhausted|jet ?lag)\w*",
        r"\byou (?:\w+ )?(?:started|came|arrived|called|joined|showed up|turned up"
        r"|began)\b[^.!?\n]{0,25}\blate\b",
        r"\b(?:not|wasn't|isn't|hardly) (?:a |been |really )*(?:fair|proper|professional"
        r"|serious) (?:process|interview|decision|chance|treatment|way)\b",
        r"\bi was (?:clearly |certainly |obviously )?the (?:better|best|stronger"
        r"|strongest) candidate\b",
        r"\byour (?:\w+ ){1,3}(?:mixed up|blamed|confused|mistreated|insulted|mocked|kept"
        r"|hung up)\b(?=[^.!?\n]{0,20}\b(?:me|my)\b)",
        r"\bwithout (?:an?|any) (?:apology|explanation)\b",
        rf"\b{_THEIRS} {_IS} {_VERY}{_BAD}\b",
        rf"\b(?:it|this|that|which) {_IS} {_VERY}{_BAD}\b(?= (?:to (?:be|keep|ignore|leave"
        r"|treat|let|make me|have to)|that (?:you|nobody|no one|i|your)|of you|how|and|when"
        r"|not)|[,.!?\n]|$)",
        r"\bi (?:must say |have to say )?(?:find|found|think|thought|consider|feel"
        rf"|felt) [^.!?\n]{{0,40}}\b{_BAD}\b(?= (?:and|that|of|to)|[,.!?\n]|$)",
        r"\byou(?:r \w+)? (?:were|was|are|is) (?:\w+ ){0,2}(?:rude|unfriendly|arrogant"
        r"|unprepared|late|cold|dismissive|unfair|not listening|wrong|disrespectful"
        r"|condescending)\b",
        r"\byour (?:\w+ )?(?:process|hiring|recruitment|procedure|communication"
        r"|organi[sz]ation|department|team) (?:is|was|has been|takes|took"
        r"|seems) (?:\w+ ){0,2}(?:slow|far too|too long|bad|poor|forever|ages|terrible"
        r"|confusing|lacking)\b",
        r"\b(?:waiting|to wait|to sit|sitting)\b[^.!?\n]{0,45}\b(?:not acceptable|unacceptable"
        r"|disrespectful|rude|annoying|unprofessional|too long)\b",
        r"\bto be (?:ignored|treated|kept waiting|left waiting|strung along)\b(?= (?:like|this"
        r"|so|in|by|for|after)|[,.!?\n])",
        r"\b(?:being|been|feel|felt) (?:ignored|ghosted|strung along|led on|cheated"
        r"|treated (?:unfairly|badly|poorly|like)|misled|let down|lied to|humiliated"
        r"|overlooked)\b",
        r"\black of (?:respect|communication|professionalism|feedback|courtesy|response"
        r"|organi[sz]ation|information)\b",
        r"\bpoor communication\b(?! (?:between|skills))",
        r"\b(?:kept|left|had|made) me (?:waiting|wait|sitting|standing|hanging|sit)\b",
        r"\bi had to wait (?:for )?(?:\w+ ){0,3}(?:minutes|hours?|weeks|days|so long|forever"
        r"|long)\b",
        r"\byou (?:have |'ve |had )?(?:wasted|ignored|ghosted|lied|misled|lost my|messed"
        r"|rejected me|strung|let me down|led me)\b",
        r"\bwast(?:e|ed|ing) (?:of )?my time\b",
        r"\byour (?:\w+ ){1,3}(?:lost my|forgot (?:to|about|my|me)|ignored|failed to"
        r"|never (?:\w+ed|called|wrote|got|came|told)|messed|mishandled|misplaced"
        r"|didn't (?:bother|call|answer|show|know|even|read))\b",
        r"\byou (?:didn't|did not|don't|do not|failed to|haven't|never|have not|couldn't even"
        r"|have failed to) (?:even |ever )?(?:keep (?:your|the) (?:word|promise)|bother\w*"
        r"|(?:called|call|answer|answered|reply|replied|respond|responded|tell|told|let me"
        r"|read|listen|look at my|care to|kept|(?:give|gave) me (?:an? (?:\w+ )?chance|enough"
        r"|any))\b)(?!:? (?:to )?me that)",
        r"\bno(?:body| one) (?:has )?(?:bothers|bothered|calls?|called|answers?|answered"
        r"|repl(?:y|ies|ied)|got back|gets back|tells|told|cares?|cared|contacted|showed up"
        r"|responded) (?:to )?(?:me|back|my)\b",
        r"\bnobody (?:bothers|bothered|cares|cared|replies|answers|responds)\b",
        r"\byou made (?:a|the) (?:\w+ )?(?:mistake|wrong decision|error)\b",
        r"\b(?:it's|it is|that's|your) (?:your )?loss\b(?= |[.!])(?! of)",
        r"\byou(?:'ll| will) regret\b",
        r"\b(?:hard|difficult|impossible) to (?:understand|accept|comprehend) (?:your|the"
        r"|why you|this|how you)\b[^.!?\n]{0,20}\b(?:decision|rejection|choice|reasons?"
        r"|silence|chose|rejected)\b",
        r"\bi (?:don't|do not|can't|cannot|fail to|really don't) (?:understand|see|accept"
        r"|agree with) (?:your decision|the decision|why (?:i was (?:rejected|not|turned)"
        r"|you (?:rejected|chose|didn't)))\b",
        r"\b(?:less|not as) qualified (?:candidate|person|than)\b",
        harmless=r"\byou (?:said|told|mentioned|described|explained|asked)\b"
        r"|\byou are (?:\w+ )?late in the (?:day|season)\b|\bno (?:worries|problem)\b",
    ),
    # anger
    sign(
        r"\bi(?:'m| am|'ve been| have been| feel)(?: \w+){0,2} (?:frustrated|annoyed|upset"
        r"|angry|irritated|offended|insulted|furious|appalled|disgusted|fed up|unhappy"
        r"|outraged|bitter|tired of (?:waiting|being|this|asking))\b",
        r"\b(?:frustrated|annoyed|upset|angry|irritated|unhappy|offended) (?:by|with|at|about"
        r"|that) (?:you|your|the (?:process|interview|silence|delay|lack|decision|way|long"
        r"|wait|rejection)|how (?:you|i)|nobody|no one|i)\b",
        r"\bit (?:upsets|annoys|frustrates|angers|bothers|irritates) me\b",
        harmless=r"\bi (?:was|got|used to be) (?:\w+ ){0,2}(?:frustrated|annoyed|upset|angry"
        r"|irritated) (?:by|with|at|about|that) (?!you|your)\b|\bhow (?:frustrated|annoyed"
        r"|upset|angry)\b",
    ),
    sign(
        r"\bdisappoint(?:ed|ing) (?:that (?:you|nobody|no one|your|i (?:haven't|have not"
        r"|was not (?:told|called|informed|given)|wasn't (?:told|called|informed|given)"
        r"|had to))|in (?:you|your|how)|with (?:you|your|how|the (?:way|process|lack|communication"
        r"|interview))|by (?:you|your|the (?:way|process|lack|silence))|at (?:how|the (?:way"
        r"|lack)|your)|how you|about (?:how|the way))\b",
        r"\bvery disappointing\b",
        r"\bhow disappointing\b",
        r"\byou(?:'ve| have)? (?:let me down|disappointed me)\b",
        r"\bi (?:would have |had )?expected (?:more|better) (?:from|of) (?:you|your|a company"
        r"|such)\b",
        r"\bshame on\b",
        r"\bi (?:must|have to|want to|would like to|wish to) complain\b",
        r"\b(?:make|file|lodge) a complaint\b",
    ),
    # past employers
    sign(
        r"\bmy (?:\w+ ){0,2}(?:boss|manager|employer|company|headmaster|headmistress"
        r"|colleagues|supervisor|job|chef|workplace|team|director|coworkers"
        r"|co-workers)\b[^.!?\n]{0,20}\b(?:is|was|were|are)\b[^.!?\n]{0,20}\b(?:nightmare"
        r"|bully|bullies|terrible|awful|horrible|toxic|idiots?|incompetent|useless|tyrant"
        r"|jerks?|stupid|hell|unbearable|lazy|fools?|sinking ship|crooks?|liars?|dreadful"
        r"|impossible|abusive|unfair|like dirt|mean|a pain|clueless|disaster)\b",
        r"\bmy (?:\w+ ){0,2}(?:boss|manager|employer|company|chef"
        r"|supervisor)\b[^.!?\n]{0,30}\btreat(?:s|ed) (?:me|us)\b(?! (?:well|fairly|with"
        r"|like (?:family|an? (?:equal|adult))))",
        r"\bcan't wait to (?:leave|get (?:away|out))\b",
        r"\bi (?:can't stand|cannot stand|hated?|detest|despise) (?:my|it (?:here|there)|him|her"
        r"|them)\b",
        r"\bcan't stand (?:him|her|them|my|it)\b",
        r"\btoxic (?:boss|manager|workplace|environment|team|company|culture)\b",
    ),
)


def check_grievance(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """A warning for each such place."""
    del brief
    for span in hits(_SIGNS + EXCUSES + BLAME + ASIDES, letter.own):
        text = "This sounds like an excuse or a complaint; leave it out."
        yield remark("complaint", span, letter, text, "G3.2")
