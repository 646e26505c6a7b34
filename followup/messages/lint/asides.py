"""Reproach in passing: what they might have done, snide asides, and what failed or was against one."""

from followup.messages.lint.tone import Sign, sign

_UNKIND = (
    r"(?:mean|rude|unkind|cruel|cheeky|thoughtless|careless|cold|heartless|harsh|tactless|petty"
    r"|ungracious|off"
    r"|impolite|poor|shabby|disrespectful|unfair|unprofessional|callous)"
)
_BLEAK = (
    r"(?:cold|impersonal|curt|abrupt|dismissive|patroni[sz]ing|condescending|vague|sloppy|lazy"
    r"|intrusive|hostile"
    r"|aggressive|unfriendly|off-putting|unwelcoming|unprepared|shallow|repetitive|pointless"
    r"|rushed|chaotic|messy"
    r"|unhelpful|generic|insincere|hurtful|tactless|disinterested|uninterested|unclear"
    r"|contradictory)"
)
_TOOL = (
    r"(?:platform|portal|system|website|site|form|link|software|tool|test|app|upload|screen"
    r"|projector|microphone"
    r"|camera|calendar|invitation|chatbot|server)"
)

ASIDES: tuple[Sign, ...] = (
    sign(
        r"\b(?:you|they|somebody|someone|the panel|your \w+) (?:might|could|should)(?: at least"
        r"| surely| easily| really)?"
        r" have (?:told|said|warned|let|mentioned|asked|called|rung|given|written|spared|checked"
        r"|been (?:told|more"
        r"|clearer|honest|warned)|had the|picked up|bothered|read)\b",
        r"\b(?:you'd|you would|one would|i'd have|i would have|anyone would) (?:think|thought"
        r"|have thought|expect|hope)"
        r"(?:ed)? (?:that )?(?:an?|the|any|your|somebody|someone|people|it|you|with)\b",
        r"\bwhich (?:says|tells (?:me|you|one)|said|explains|speaks|shows) (?:it all|everything"
        r"|a lot|volumes|enough|all"
        r"|plenty|what (?:they|you) (?:are|were))\b|\bmake of that what you will\b|\bdraw (?:my"
        r"|your|one's) own"
        r" conclusions?\b|\bgo figure\b|(?:^|[.!?\n] *)so much for\b|\bno surprises? there\b"
        r"|\bfor what it's worth, (?:you|your)\b"
        r"|\bi (?:won't|will not) (?:say more|comment)\b|\bsays (?:a lot|something) about (?:you"
        r"|your|how)\b",
        r"\b(?:went|given|goes|go|gone) to (?:your|the \w+'s|his|her|somebody's|someone's"
        r"|a) (?:niece|nephew|son|daughter"
        r"|cousin|friend|mate|golf\w*|relative|brother|sister|buddy)\b|\bwho you know\b"
        r"|\bnepotism\b|\bfix(?:ed)? from the"
        r" start\b",
        rf"\b{_UNKIND} (?:of you |of them )?to (?:let|leave|make|keep|ask|have|send|tell|call"
        rf"|drag|put|string|cancel|ignore)"
        r"\b",
        rf"\bi (?:\w+ )?(?:found|thought|felt)\b[^.!?\n]{{0,45}}\b(?:letter|e-?mail|wording|tone"
        rf"|question|questions|reply|message"
        r"|interview|interviewer|panel|conversation|process|call|feedback|test|welcome|manner"
        r"|room|colleague)\b"
        rf"[^.!?\n]{{0,15}}\b{_BLEAK}\b|\b(?:your|the) (?:\w+ )?(?:letter|e-?mail|wording|tone"
        rf"|reply|feedback|questions?"
        rf"|welcome|interview|interviewer|process) (?:was|were|felt|seemed|came across as"
        rf"|struck me as) (?:\w+ ){{0,2}}{_BLEAK}\b",
        rf"\b(?:your|the) (?:\w+ )?{_TOOL} (?:\w+ )?(?:crashed|froze|failed|broke|hung|timed out"
        rf"|ate|lost|dropped|kicked me"
        rf"|would not|wouldn't|was (?:broken|down|dead|against me)|cut (?:me )?(?:off|out)"
        rf"|didn't work|did not work)\b",
        r"\b(?:leave|leaving|left|keep|keeping) (?:someone|somebody|people|candidates|a person"
        r"|one) (?:hanging|waiting|guessing"
        r"|in the dark)\b|\b(?:no|without an?|without any|not even an?) (?:apology|apologies"
        r"|word of apology)\b|\bi(?:'d| would) have"
        r" (?:appreciated|liked|welcomed|preferred) (?:knowing|to (?:know|be told)|being told"
        r"|it if|a (?:call|warning|word))\b"
        r"|\b(?:one|i) (?:does|do|have to|must) wonder\b|\bmakes (?:me|one|you) wonder\b"
        r"|\b(?:short|curt|sharp|off|abrupt|rude|cold)"
        r" with me\b|\bi (?:don't|do not|can't|cannot) understand why you\b|\b(?:straight"
        r"|right) (?:in|into|to) the (?:bin|trash|spam)\b"
        r"|\b(?:find|found|think) (?:it|that|this) (?:is )?not (?:correct|right|fair|nice|ok"
        r"|okay|good)\b|\bwaited (?:over |more than )?"
        r"(?:\w+ ){1,3}(?:past|after|beyond) my (?:appointment|slot|time)\b",
        r"\b(?:answered|done|performed|shown"
        r"|explained)\b[^.!?\n]{0,30}\bbetter\b[^.!?\n]{0,8}\bif\b|\b(?:boss|manager|owner"
        r"|head) (?:was|is)"
        r" (?:horrible|nasty|vile|cruel|awful|unfair|a bully) to\b",
        r"\b(?:how little|what little|the lack of) (?:interest|time|respect|attention|notice"
        r"|care|thought|preparation)\b",
        needs=r"\b(?:i|me|my|i'd|i'm|i've|we|us|candidates?|people|you|your)\b",
        harmless=r"\bthank\w* (?:\w+ ){0,2}for\b(?!.*\bthough\b)|\b(?:customers?|users?"
        r"|patients?|callers?)\b"
        r"|\bmade me (?:laugh|smile)\b|\bin a good way\b|\byour (?:story|example|point)\b",
    ),
    sign(
        r"\b(?:sorry|forgive|excuse|apologi[sz]e|apologies)\b[^.!?\n]{0,40}\bi(?:'d| had| was"
        r"| have)\b[^.!?\n]{0,12}\b(?:caught"
        r"|come down|a (?:bug|fever|cold|flu|temperature|stomach|headache|hangover)|ill|sick"
        r"|unwell|exhausted|up all night"
        r"|jet-?lagged)\b",
        r"\b(?:was|were|is|seemed) (?:all )?against me\b|\bdog ate\b|\bnot my (?:day|week)\b"
        r"|\bi was having an off day\b",
        r"\b(?:boss|manager|chef|supervisor|head|director|owner|foreman|gaffer)\b(?: there"
        r"| then)? (?:was|is) (?:an? )?(?:\w+ )?(?:dictator"
        r"|despot|bully|psychopath|narcissist|monster|pig|slave driver|snob|dinosaur|drunk|idiot"
        r"|moron)\b|\b(?:who|and) knew nothing\b"
        r"|\b(?:too (?:mean|stingy|cheap|tight|greedy|lazy|proud) to)\b(?=[^.!?\n]{0,40}\b(?:pay"
        r"|service|fix|repair|buy|hire|train|mend|invest)\b)",
    ),
)
