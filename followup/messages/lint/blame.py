"""Blame in its many forms: what they did or left undone, verdicts on it, suspicion, hurt, and earlier employers."""

from followup.messages.lint.tone import Sign, sign

_NOBODY = r"(?:nobody|no one|no-one|not one (?:person|of you)|none of you|not a soul)"
_THEM = (
    r"(?:you|you guys|you lot|they|he|she|(?:the|your|one of (?:the|your)|my|our) (?:\w+ ){0,2}"
    r"(?:panel|interviewers?|recruiters?|receptionist|manager|managers|team|colleagues?|people"
    r"|department|office|assistant|director|chair|hr|lady|man|woman|gentleman|agency|firm"
    r"|company))"
)
_VERY = (
    r"(?:(?:a bit|a little|a tad|rather|pretty|quite|very|really|frankly|simply|just|so|somewhat"
    r"|deeply|more than a little|honestly|extremely|a touch|slightly|most) )*"
)
_WRY = (
    r"(?:odd|strange|surprising|puzzling|baffling|disheartening|discouraging|hurtful|insulting"
    r"|disrespectful|poor|poor form|a poor show|poor show|bad form|not good enough|not on|rough"
    r"|harsh|cheeky|galling|upsetting|demorali[sz]ing|off-putting|bizarre|unsettling|rubbish"
    r"|shabby|sloppy|lousy|pathetic|disconcerting|underwhelming|unkind|cold|careless|telling"
    r"|regrettable|unfortunate|rich|steep|out of order|beyond me|a bit (?:much|off|thick))"
)
_SLIGHTED = (
    r"(?:left (?:on read|in the dark|hanging|waiting|without|standing|sitting|dangling)"
    r"|kept (?:waiting|in|hanging|standing|sitting|guessing)|ignored|ghosted|fobbed off"
    r"|brushed off|messed (?:about|around)|strung along|talked over|passed over|interrupted"
    r"|cut off|rushed (?:through|out)|passed from|grilled|told (?:the )?(?:wrong|two different)"
    r"|given the (?:wrong (?:time|date|room|address|name|link|floor|day|building)|runaround)"
    r"|sent (?:to )?the wrong|asked the same|judged|dismissed"
    r"|talked down to|patroni[sz]ed|treated (?:like|as|this|that|so)|bounced|laughed at)"
)
_PAST_PEOPLE = (
    r"(?:boss|bosses|manager|managers|employer|supervisor|foreman|gaffer|chef|head|headteacher"
    r"|principal|owner|lead|chief|director|ceo|partner|colleagues?|company|firm|place|school|job"
    r"|lot|lads|shop|office|department|agency|landlord|geologist|consultant|matron|captain"
    r"|professor|advisor|adviser|team leader|line manager)"
)
_NASTY = (
    r"(?:never (?:let|gave|allowed|paid|listened|trained|bothered|thanked|trusted|noticed"
    r"|appreciated|valued) ?(?:me|us|my|to|any|on)?\b|refuse[sd]? to (?:pay|buy|let|train|promote"
    r"|listen|give|help|allow|support|invest)|(?:wouldn't|won't|would not|will not) (?:let|pay"
    r"|listen|buy|train|give|allow|promote|invest)|scream(?:s|ed)?|shout(?:s|ed)?|yell(?:s|ed)?"
    r"|bull(?:y|ies|ied)|cheat(?:s|ed)?|underpa(?:y|ys|id)|(?:takes?|took|taking|stole|steals)"
    r" (?:all )?(?:the |my )?(?:credit|ideas|work)|blames?|blamed|lie[sd]? to"
    r"|(?:hasn't|haven't|has not|have not) (?:spent|invested|paid|bothered|given)"
    r"|couldn't (?:care|run|organi[sz]e|manage|\w+ an? \w+ (?:if|to save)|\w+ an? bath)"
    r"|micromanag\w+|has no (?:idea|clue|interest|respect)"
    r"|(?:doesn't|don't|does not|do not|didn't|did not) (?:care|listen|value|appreciate"
    r"|respect|know what)|(?:is|was|are|were|'s|'re) (?:\w+ ){0,2}(?:idiots?|bull(?:y|ies)"
    r"|chancers?|crooks?|cowboys?|liars?|tyrants?|clowns?|a joke|a mess|fools?|nightmares?"
    r"|disasters?|shambles|sinking ship|useless|hopeless|incompetent|toxic|awful|terrible"
    r"|dreadful|horrible|abusive|going under|falling apart|badly run|lazy|bitter|control freaks?)"
    r"|drove me|made my life)"
)

BLAME: tuple[Sign, ...] = (
    # Nobody did what was due.
    sign(
        rf"\b{_NOBODY}(?: (?:at|on|in|from) (?:\w+ ){{1,3}}\w+| there| here| ever| even| has| had"
        r"| have| seems?| seemed)* (?:to )?(?:have )?(?:thought (?:to|it)|bothered|cared"
        r"|troubled to|deigned"
        r"|managed to|saw fit|seen fit|took the (?:time|trouble)|taken the (?:time|trouble)"
        r"|had the (?:courtesy|decency)|could be bothered|knew (?:i|who i|about (?:me|my))"
        r"|got back|(?:told|informed|warned|answered|called|rang|rung|updated|greeted|met|offered"
        r"|contacted|e-?mailed|phoned|asked|thanked|introduced) (?:me|us|themsel\w+)"
        r"|expected me)\b",
        harmless=r"\bnobody (?:told|warned) me (?:how|that) [^.!?\n]{0,30}\b(?:beautiful|good"
        r"|much fun"
        r"|friendly|kind|nice|lovely)\b",
    ),
    # A verdict, and what it is on.
    sign(
        rf"\b(?:is|was|'s|find|found|seems?|seemed|feels?|felt|be|being|as|how|think|thought)"
        rf"(?: it| that| this)? {_VERY}{_WRY} (?:that|when|how) (?:{_NOBODY}|you|i (?:was|had to"
        r"|am|have (?:not|heard|had))|candidates|after|the (?:panel|interviewer|recruiter)|they)\b",
        rf"\b(?:is|was|'s|find|found|seems?|seemed|feels?|felt)(?: it| that| this)?"
        rf" {_VERY}{_WRY} to be (?:{_SLIGHTED}|asked to|told|made|turned)",
        rf"\b(?:a shame|a pity|too bad|sad|unfortunate|regrettable)(?:,)? (?:that )?(?:{_NOBODY}"
        r"|you (?:didn't|did not|never|couldn't|could not|haven't|have not)|i was (?:not|never)"
        r"|i wasn't|the (?:panel|interviewer) (?:didn't|did not|never))\b",
        rf"\bbeing {_SLIGHTED}\b|\bi (?:was|got|have been|'ve been|am being) {_SLIGHTED}\b"
        r"(?! (?:and|by) (?:the|your) (?:quiet|laughter|beauty))",
        r"\b(?:dropp(?:ed|ing)|drop) the ball\b|\bmoved the goalposts\b|\bfobbed (?:me )?off\b"
        r"|\bthe runaround\b|\bwild goose chase\b|\bwaste of (?:a|my) (?:day|morning|afternoon"
        r"|time|journey|trip)\b|\bpoor (?:show|form)\b|\bnot good enough, \b",
        r"\bwhat (?:sort|kind) of (?:a )?(?:company|employer|firm|outfit|place|people)\b[^?\n]*\?"
        r"|\b(?:serious|proper|decent|professional|reputable|most|other) (?:firms|companies"
        r"|employers|organi[sz]ations|recruiters)\b[^.!?\n]{0,15}\b(?:keep|reply|answer|inform"
        r"|respond|let|treat|get back|manage)\b|\bcandidates (?:\w+ )?(?:are (?:expected|left"
        r"|treated|kept|made)|deserve|shouldn't|should not)\b",
        r"\b(?:how|the way) (?:my|this|the) (?:\w+ )?(?:matter|application|case|process|interview"
        r"|candidacy)\b[^.!?\n]{0,15}\b(?:handled|treated|dealt|run|managed|conducted)\b",
    ),
    sign(
        rf"\b(?:is|was|'s|felt|feels|seems|seemed) {_VERY}(?:a bit |a little )?(?:much|rich"
        r"|rubbish|rough|off|harsh|poor|steep|cheeky|shabby|sloppy|lousy|unkind|insulting|a joke"
        r"|unfair|unreasonable|excessive|disappointing|stings?)(?= *[.!?,;\n]|$| to be| frankly"
        r"| if)|\b(?:stings?|hurts?|smarts)(?= *[.!?,\n]|$| a bit| a little)",
        needs=r"\b(?:rounds?|take-home|silence|no (?:answer|reply|word|call|feedback)|two-line"
        r"|one-line"
        r"|form letter|template|being (?:left|kept|told|ignored)|in the dark|weeks? (?:for|to"
        r"|without)"
        r"|rejection|rejected|after (?:\w+ ){1,4}(?:hours?|rounds?|interviews?|weeks|test|task))\b",
    ),
    # Unfairness and suspicion.
    sign(
        r"\b(?:internal|inside|favou?rite|other|chosen|local|younger) (?:candidate|man|woman"
        r"|person|applicant)\b[^.!?\n]{0,12}\b(?:always|already|clearly|obviously|bound)\b",
        r"\b(?:was|were) always going to (?:get|win|choose|pick|be (?:chosen|picked|given|him|her)"
        r"|give|hire|go)\b|\bforegone conclusion\b|\bbox-ticking\b|\btick(?:ing)? (?:a|the) box\b"
        r"|\bmake up (?:the|your) numbers\b|\bstitch-?up\b|\bjobs? for the boys\b",
        r"\b(?:you|they|the panel)(?:'d| had| have|'ve)? (?:\w+ )?(?:made up (?:your|their) minds?"
        r"|decided|chosen|picked|filled (?:it|the)|had (?:someone"
        r"|somebody))\b[^.!?\n]{0,15}\b(?:before"
        r"|already|beforehand|in advance|long ago)\b",
        r"(?:n't|\b(?:never|not|without|hardly|barely))\b[^.!?\n]{0,25}\b(?:fair|proper|real|decent"
        r"|genuine|equal|honest|same) (?:chance|shot|crack|hearing|shake|go|treatment|look"
        r"|opportunity)\b|\bnever (?:really )?stood a chance\b",
        r"\b(?:they|you) (?:only|just) (?:wanted|want|were looking for|hire|take) (?:somebody"
        r"|someone|people|men|women|young\w*|locals|graduates)\b",
        r"\b(?:because of|due to|down to|for) my (?:age|accent|gender|sex|name|nationality|race"
        r"|religion|skin|colou?r|pregnancy|disability|gap|grey hair)\b|\bdiscriminat(?:ed|ion)\b"
        r"(?=[^.!?\n]*\b(?:me|my|i|against)\b)|\bif i (?:were|was) (?:younger|a man|local|male"
        r"|white|a native)\b",
        rf"\b{_THEM}(?: (?:clearly|obviously|probably|simply|evidently))? (?:did not|didn't|had not"
        r"|hadn't|have not|haven't|never|barely|hardly)(?: even| really| actually| properly)?"
        r" (?:look(?:ed)?(?: at| through)?|read|glanced? at|opened|listen(?:ed)?|pa(?:y"
        r"|id) attention"
        r"|ask(?:ed)?|check(?:ed)?|understood|understand|consider(?:ed)?|want(?:ed)? to (?:hear"
        r"|know))"
        r"\b(?=[^.!?\n]{0,20}\b(?:my|me|i)\b)",
        r"\b(?:and )?(?:still|yet) (?:another|somebody else|someone else"
        r"|the other)(?: \w+)? (?:was|got"
        r"|is)\b(?=[^.!?\n]{0,15}\b(?:chosen|picked|hired|taken|job|role|it)\b)",
        r"\bi (?:answered|did|got|had) everything (?:right|correctly|you asked)\b",
        harmless=r"\bthank\w* (?:\w+ ){0,2}for (?:giving|taking|the|a|such|your|being)\b",
    ),
    # Hurt.
    sign(
        r"\b(?:i'm|i am|i was|i feel|i felt|i've been|left me(?: feeling)?|i remain"
        r"|i must say i was"
        r"|i confess i(?:'m| am| was)|to be) (?:(?:a bit|a little|rather|quite|very|really|so|still"
        r"|somewhat|honestly|pretty|deeply|frankly|just|not a little) )*(?:hurt|put out|put off"
        r"|baffled|bewildered|dismayed|disheartened|discouraged|stung|deflated|miffed|peeved|sore"
        r"|unimpressed|not (?:too |very |at all )?(?:happy|impressed|pleased|amused)|less than"
        r" (?:happy|impressed|pleased)|aggrieved|disillusioned|wounded|nonplussed|cross|displeased)"
        r"\b(?= (?:that|because|by|at|with|about|how|to (?:hear|learn|see|be|have|find))|[.,!?\n])",
        r"\b(?:surprised|shocked|taken aback|saddened|troubled|concerned|astonished|amazed|puzzled"
        r"|sorry|disappointed) (?:at|by|with|about) (?:the|your)(?: \w+)? (?:silence|delay|lack"
        r"|tone"
        r"|abruptness|brevity|treatment|slowness|absence|indifference|attitude)\b",
        rf"\b(?:surprised|shocked|saddened|astonished|amazed|puzzled|disappointed|sorry|upset)"
        rf" (?:that )?(?:{_NOBODY}|you (?:have not|haven't|didn't|did not|never|couldn't)|not to"
        r" (?:have heard|hear)|to (?:hear nothing|be (?:kept|told by)|have heard nothing|get a form"
        r"|receive a form))\b",
        r"\bi(?:'m| am) not (?:at all |very |too |entirely )?(?:happy|pleased|impressed|satisfied)"
        r" (?:with|about|by|that) (?:how|the|your|this|you)\b(?! (?:my|first))",
        r"\bi (?:can't|cannot|could not|couldn't) help (?:but )?(?:feel|feeling|think|thinking"
        r"|wonder\w*)\b(?=[^.!?\n]{0,50}\b(?:only|never|not|number|already|wast\w+|wrong"
        r"|unfair\w*|ignored|age)\b)",
        r"\bi (?:do )?(?:think|believe|feel|felt|suspect|regret)\b[^.!?\n]{0,30}\b(?:panel"
        r"|interviewers?|you|they|i)\b[^.!?\n]{0,15}\b(?:did not look|didn't look|was not given"
        r"|wasn't given|was never given|had not read|hadn't read|was judged|was overlooked"
        r"|deserved better)\b",
    ),
    # What they did.
    sign(
        rf"\b{_THEM} (?:\w+ )?(?:kept (?:checking|looking at|interrupting|glancing|yawning|getting"
        r"|calling me|mispronouncing|talking over)|(?:took|answered|made) (?:a|his|her|the|your|two"
        r"|several) (?:\w+ )?(?:phone )?calls?\b(?=[^.!?\n]{0,25}\b(?:halfway|middle|during|while"
        r"|through))|interrupted me|cut me (?:off|short)|talked over me|rolled|yawned|looked bored"
        r"|(?:got|mispronounced|misspelt|misspelled) my name|double-booked|rushed me|rushed through"
        r"|hung up|walked out|spent (?:the|most) [^.!?\n]{0,25}\b(?:phone|talking about (?:him"
        r"|her|them))|changed (?:the|my) (?:time|date|room|day)|(?:told|gave|sent|briefed|had"
        r" briefed|had told|had sent) me (?:on |about |to |at )?(?:the |an? )?(?:wrong|different)"
        r"|mixed (?:me|up)|confused me with|promised (?:me )?(?:one|feedback"
        r"|a) [^.!?\n]{0,30}\b(?:never"
        r"|nothing|instead)|made me (?:wait|sit|stand|feel (?:small|stupid|unwelcome|like)))\b",
        r"\byou(?:'d| had) (?:briefed|told|sent|given) me (?:on |to |about )?(?:the )?wrong\b",
        r"\bi (?:was|wasn't|was not|were|have been|had been) (?:never |not )?(?:given|allowed"
        r"|offered|granted) (?:only |barely |just |hardly |very |too )?(?:(?:\d+|five|ten|fifteen"
        r"|twenty) minutes|little (?:time|chance)|few|no (?:time|chance|reason|feedback)|(?:the "
        r"|an?"
        r"|any|enough|a fair|a proper|sufficient) ?(?:time|chance|opportunity|notice|reason"
        r"|feedback"
        r"|explanation|water))\b(?=[^.!?\n]*)(?! to (?:hold|see|try|taste|watch|meet))",
        r"\bi (?:was|am) (?:not|never) given\b|\bi wasn't given\b|\bi was made to"
        r" (?:wait|sit|stand|repeat|feel (?:small|stupid|unwelcome|like))\b"
        r"|\bi was only (?:there|asked|invited)"
        r" (?:to|because|so|for)\b|\bi was told (?:two|three|one thing)\b",
        harmless=r"\bif i (?:was|am) (?:not|never)\b|\bfortunately\b|\blucky\b",
    ),
    # Earlier employers.
    sign(
        rf"\b(?:my|the) (?:\w+ ){{0,2}}{_PAST_PEOPLE}\b(?: (?:i'm with|i work (?:for|with|at)|there"
        rf"|here|now|at the moment|who|where [^.!?\n]{{0,20}}))*,?[^.!?\n,;]{{0,20}}\b{_NASTY}\b",
        rf"\bwhere the {_PAST_PEOPLE} (?:\w+ )?{_NASTY}",
        harmless=r"\byour\b|\bnever let me down\b|\bbut\b[^.!?\n]*\bproud\b|\bcustomers?\b"
        r"|\bclients?\b"
        r"|\bpatients?\b|\bteenagers?\b|\bthe (?:head|lead|partner|agency|school|place)\b",
    ),
)

EXCUSES: tuple[Sign, ...] = (
    sign(
        r"\b(?:sorry|apologies|apologi[sz]e|forgive)\b[^.!?\n]{0,15}\b(?:i|my|for)\b[^.!?\n]{0,25}"
        r"\b(?:fluff\w*|blew|bomb\w+|mess\w* up|muck\w* up|botch\w+|froze|blank\w*|rambl\w+"
        r"|waffl\w+"
        r"|stumbl\w+|muddl\w+|dried up|late|nervous|terrible|bad|awful|distracted|incoherent)\b",
        r"\bi (?:fluff\w*|blew|bombed|botched|froze|blanked|waffled|went blank|dried up)\b",
        needs=r"\b(?:because|since|as i|as my|i'd (?:been|had|slept)|i had (?:been|a)|(?:was"
        r"|been) up"
        r"|hadn't|no sleep|traffic|train|tube|bus|wi-?fi|zoom|teams|connection|internet|kids"
        r"|baby|roommate|neighbou?rs?|alarm|nerves|headache|migraine|flu|jet ?lag|hungover"
        r"|on shift|car|battery|medication|put me off|kept me)\b",
    ),
    sign(
        r"\bthrew me (?:off|completely|badly)\b|\b(?:hope|trust|ask"
        r"|please)\b[^.!?\n]{0,20}\b(?:won't"
        r"|will not|don't|do not|not) hold (?:it|that|this|the|my)\b[^.!?\n]{0,30}\bagainst me\b",
        r"\b(?:not|n't) (?:an? |the )?(?:true|fair|good|accurate|real) (?:reflection|picture"
        r"|representation|measure) of (?:me|my|what i)\b|\b(?:didn't|did not|couldn't|could not)"
        r" (?:do|show) (?:myself|me) justice\b|\b(?:off|not on) (?:my )?(?:form|game)\b"
        r"|\bbeyond my control\b|\bthrough no fault of (?:mine|my own)\b",
        r"\b(?:since|because) the (?:previous|last|other) \w+ (?:overran|ran over|was late)\b",
    ),
    sign(
        r"\bbecause my (?:\w+ ){0,2}(?:supervisor|boss|manager|employer|company|team|professor"
        r"|school) (?:\w+ )?(?:refused|wouldn't|would not|never|didn't|did not|forgot|failed)\b",
    ),
)
