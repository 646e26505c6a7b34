"""Phrases that say what a sentence is, whatever its other words weigh: few words on a phone, an office's German."""

from followup.exchange.mail.phrases.papers import WANTS_PAPERS
from followup.exchange.mail.phrases.promises import PROMISES, SILENCE
from followup.exchange.mail.phrases.words import DAY, MEETING, any_of
from followup.prose.moved import MOVED, MOVES, VERLEGT

_NOT_YOU = r"(?<!you )(?<!you are )(?<!you're )"
# Somebody, and no firm: not “an agency”, nor “eine Personalberatung”.
_ONE = (
    r"(?:someone|somebody|(?:an?|another|a different|the other|one of the other|an internal|an external)(?: \w+)?"
    r" (?:candidates?|applicants?|person|finalist|profile|hire|colleague))\b"
)
_SOMEBODY_ELSE = (
    r"(?:jemand|(?:eine[nr]?|die|den) (?:\w+e[nr]? )?(?:\w*kolleg\w+|\w*bewerber\w*|\w*kandidat\w*|person)\b"
    r"|eine[nr]? (?:ander|intern|extern)\w+\b(?! [A-ZÄÖÜa-zäöü]*(?:agentur|beratung|firma|abteilung|stelle)))"
)
_JOB = r"(?:job|role|position|post|place|vacancy|spot)"


_OFF = any_of(
    r"\b(?:have|having|need|going|had|got) to (?:bump|shift|call off|cancel|scrap|pull|drop|postpone|put off|move|push"
    rf"|reschedule|rearrange|sack off|shunt|scrub)\b[^.;?]{{0,50}}\b(?:{MEETING}\b|{DAY})",
    rf"\b{MEETING}\b[^.;?]{{0,60}}\b(?:(?:has|have) (?:been|had to be)|is|are|was|will be)(?: now)?"
    rf" (?:cancell?ed|called off|{MOVED})\b",
    rf"\b{MEETING}\b(?:[^.;?]|\.(?=\d)){{0,140}}\b(?:will|can|does|do|is|are)(?: therefore| sadly| now)*"
    r"(?: not|n't)(?: therefore| now| be)* (?:take place|taking place|go(?:ing)? (?:ahead|on|through)"
    r"|happen(?:ing)?)\b(?! before| until)",
    rf"\b{_NOT_YOU}(?:can't|cant|cannot|can not|won't be able to|not able to|unable to|couldn't)(?: now)?"
    rf" (?:make|do|manage|keep|see you)(?: it| our| the| you| to)*(?: on| this| next| at)? (?:{MEETING}\b|{DAY})",
    rf"\b(?:{MEETING}|{DAY})\b(?:[^.;?]|\.(?=\d)){{0,40}}\b(?:won't|doesn't|does not|will not"
    rf"|isn't going to) (?:work|suit)\b"
    r"[^.;?]{0,12}\b(?:any ?more|any longer|after all|now)\b",
    r"\bno way (?:(?:i|we)(?:'m|'re|m| am| are)? )?(?:can |could |will )?(?:mak|do|get)\w*\b[^.;?]{0,20}\d",
    rf"\b(?:{MEETING}|{DAY})\b(?:[^.;?]|\.(?=\d)){{0,40}}\bno longer (?:works?|suits?|possible)\b",
    r"\b(?:geht|klappt|passt|schaffe ich)\b[^.;?]{0,40}\b(?:doch|leider|jetzt)?(?: doch| leider)? ?(?:nicht mehr"
    r"|doch nicht|leider nicht)\b",
    rf"\b{MEETING}\b[^.;?]{{0,60}}(?<!oder )(?<!oder leider )\b(?:abgesagt|absagen|{VERLEGT}|entfällt"
    r"|ausfallen|entfallen|nicht stattfinden)\b",
    rf"\b{MEETING}\b(?:[^.,;?]|(?<=\d)\.){{0,40}}(?<!oder )(?<!oder leider )\b(?:abgesagt|absagen)\b",
    rf"\b(?:fällt|fallen)\b[^;?]{{0,30}}\b{MEETING}\b[^;?]{{0,60}}\baus\b"
    rf"|\b{MEETING}\b[^;?]{{0,60}}\b(?:fällt|fallen)\b[^;?]{{0,30}}\baus\b",
    rf"\b(?:{MEETING}|{DAY})[^;?]{{0,40}}\b(?:is|are)(?: now)? off\b(?! the)",
    r"^statt (?:wie (?:geplant|vereinbart|besprochen) )?(?:am|um|des)\b",
    rf"\b(?:haben|habe) (?:wir |ich )?(?:sie|dich|ihr\w*|dein\w*)\b[^;?]{{0,120}}\bauf\b[^;?]{{0,60}}\b{VERLEGT}\b",
    rf"\b{MEETING}\b[^;?]{{0,90}}\bstands (?:cancell?ed|{MOVED}|deferred)\b",
    r"\b(?:stands |been |is )?(?:pre|post)poned to\b",
    rf"\b{MOVES} (?:you|it|us|(?:our|your|the) [\w-]+)\b[^.;?]{{0,12}}\bfrom\b[^.;?]{{0,12}}\b(?:{DAY})",
)
_HOLD = any_of(
    r"\b(?:stelle|position|posten)\b[^.;?]{0,30}\b(?:im moment|derzeit|vorerst|zurzeit|zur zeit|aktuell|momentan"
    r"|vorläufig) (?:leider )?nicht (?:nach)?(?:besetz\w*|vergeben)\b",
    r"\b(?:unable|not able|can(?:no|')t|cannot) (?:to )?fill (?:the|this|that) (?:\w+ )?(?:role|position|post|job"
    r"|vacancy) (?:at (?:the|this) moment|for now|right now|just now|at present|for the time being)\b",
    r"\b(?:vacanc(?:y|ies)|role|position|post|job|search|recruit\w*|process|hiring|opening)\b[^.;?]{0,60}"
    r"\b(?:put|placed|kept|parked|gone|going)(?: back)? on hold\b",
    r"\b(?:(?<!had )paus(?:ed|ing)|to pause) (?:the |this |our |all |any )?(?:[\w&-]+ ){0,4}?(?:search|hiring"
    r"|recruit\w+|roles?|positions?|process|vacanc\w+|jobs?|posts?|hires?|appointments(?! with)|headcount)\b",
    r"\b(?:stop|freeze|halt|hold|block|brakes?) (?:on|to) (?:(?:all|any|every|each|new|our|the|external) ){0,3}"
    r"(?:hir(?:es?|ing)|recruit\w+|headcount|vacanc\w+|appointments)\b",
    r"\bon (?:the back ?burner|ice)\b",
    r"\b(?:hiring|recruit\w+|headcount|budget|role|position|search)\b[^.;?]{0,30}\b(?:is|are|has been|have been"
    r"|got)(?: now)? (?:frozen|on hold|paused|parked|suspended)\b",
    r"\bkeine (?:neuen? |weiteren? |offenen? )?(?:stellen?|positionen?|einstellungen)\b[^.;?]{0,20}"
    r"\b(?:besetz\w*|nachbesetz\w*|vornehmen|vorzunehmen)\b",
    r"\b(?:alle|sämtliche|jegliche) (?:neu)?(?:einstellungen|besetzungen|stellenbesetzungen)"
    r" (?:vorerst |bis auf weiteres )?(?:gestoppt|ausgesetzt|gesperrt|eingestellt)\b",
    r"\b(?:\w*verfahren|\w*stelle|besetzung|ausschreibung|einstellung\w*)\b[^?]{0,160}"
    r"\b(?:ruht|ruhen|ausgesetzt|zurückgestellt|eingefroren|auf eis|unterbrochen|angehalten|vorläufig gestoppt)\b",
)
_NO = any_of(
    rf"\b(?:stelle|position|ausbildungsplatz|job)\b[^.;?]{{0,50}}\bgeht (?:jetzt |nun |leider )?an {_SOMEBODY_ELSE}",
    r"\b(?:die )?(?:stelle|position|ausbildungsplatz|job)\b[^.;?]{0,30}\b(?:schon |bereits |leider"
    r" |jetzt )*(?:weg|vergeben)\b",
    r"\byou (?:have|were|are|'ve) (?:therefore |unfortunately |sadly )?not (?:been )?(?:selected|shortlisted"
    r"|successful|chosen)\b",
    r"\b(?:have|has|'ve) (?:now |already |since |just )?(?:appointed|filled|recruited)(?: someone| somebody| another"
    r" \w+| a candidate)?(?: to| for)?(?: the| this| that)? (?:post|role|position|job|vacancy)\b",
    r"\b(?:we|they|the client|the team|the panel)(?:'ve| have|'re| are|'s| has)?(?: finally| just| now"
    rf"| ultimately| decided to| chosen to)* (?:went|gone|go|going)(?: ahead)? with {_ONE}",
    rf"\b(?:we|they)(?:'ve| have)?(?: just| now| finally)? (?:picked|chosen|hired|chose) {_ONE}",
    # “The post has gone to the council for approval”, “has taken longer”: not yet anybody's.
    rf"\b{_JOB}(?:'s| is| has)(?: now| just| already| since| been| all)* (?:gone|filled|taken)\b(?! (?:well|up|to"
    r"|out|through|live|back|before|past|on|online|into|in|for|a|an|some|longer|much|ages|so|too|quiet|off)\b)",
    # They hire nobody: “ich trau mich nicht, noch jemanden einzustellen”; for now alone, it rests.
    r"^(?!.*\b(?:derzeit|zurzeit|vorerst|momentan|aktuell|bis|noch nicht|im moment)\b).*\b(?:nicht"
    r"|niemand\w*|keine[nrs]?)\b"
    r"[^.;?]{0,50}\b(?:einstellen|einzustellen|anstellen|anzustellen)\b(?! (?:lassen|zu müssen))",
    r"\b(?:übernimmt|übernehmen)\b[^.;?]{0,60}\baus (?:den|dem|unserem|unseren) (?:eigenen (?:haus|reihen)|haus"
    r"|team)\b",
    r"\b(?:etwas|eine) (?:passend|ander)\w*(?: stelle)? find(?:en|est)\b",
    r"\b(?:appoint(?:ed)?|made an appointment|make an appointment|go(?:ne|ing)?|look(?:ed|ing)?) elsewhere\b",
    r"\bfür (?:jemand(?:en)?|eine[n]? (?:ander\w+|intern\w+|extern\w+|mitbewerber\w*)|ander\w+ (?:bewerb\w+"
    r"|kandidat\w+|person\w*))\b[^.;?]{0,50}\bentschieden\b",
)
_ACT = (
    r"(?:confirm|choose|pick|select|book|reserve|accept|decline|rsvp|reply|respond|answer"
    r"|let (?:me|us) know (?:whether|which|by|if (?:that|this|it|you can|you could|you're (?:still|able|free)"
    r"|you are (?:still|able|free)))"
    r"|(?:drop|send) (?:me|us) (?:a|an|your) (?:line|note|answer|reply|decision)|(?:get|come) back to (?:me|us)|revert"
    r"|give (?:me|us) (?:a |an |your )?(?:yes|no|answer|decision|shout)"
    r"|(?:tell|write|text|mail|message) (?:to )?(?:me|us)(?: back)? (?:whether|which|what|by|until))\b"
    r"(?! to this (?:e-?mail|message|mail))(?![^.;]{0,30} (?:if|should|wenn) (?:you|there|anything|any|sie)\b)"
)
_ASKS = any_of(
    r"\b(?:können|könnten|kann|könnte) (?:wir|ich)\b[^.;?]{0,80}\b(?:ander\w+ (?:tag|termin|zeit\w*)|verschieben"
    r"|verlegen)\b[^.;?]*\?",
    r"\bbis\b(?:[^.;?]|(?<=\d)\.){0,30}\bmuss (?:ich's|ichs|ich(?: es| das)?)(?: dann)? wissen\b",
    r"\b(?:be so (?:kind|good)|have the kindness)(?: and| as to| to)? (?:confirm|let|tell|reply|answer|write"
    r"|inform)\b",
    r"^(?:choose|pick|select|book) (?:from|one|a|your|any)\b",
    r"^(?:then |so )?(?:(?:tell|let|write|text) (?:me|us)(?: know)?|(?:give|drop) (?:me|us) an? (?:line|yes|answer"
    r"|shout)) (?:by|before|until)\b",
    rf"\b(?:please|pls|plz|kindly|just)(?: also| do)? {_ACT}",
    r"\bif you do(?:n't| not) (?:confirm|reply|answer|respond|accept)\b[^.;?]{0,20}\b(?:by|before)\b",
    r"\b(?:you (?:are|have been) (?:kindly )?(?:asked|requested|required)|(?:we|i)(?:'d| would| must| do)? (?:ask"
    rf"|need|like|want) you|you (?:need|have)) to {_ACT}",
    r"\bif you (?:could|can|would|will)\b(?!'t)(?! (?:like|want|prefer|rather|need|have)\b)[^.;?]{0,20}"
    rf"\b(?:{_ACT}|(?:send|ping|text|mail|email|call)\b)",
    r"\b(?:and|then|so) (?:tell|let|text|write) (?:me|us)(?: know)? (?:by|before)\b",
    r"\b(?:could do with|(?:i|we)(?:'d| would)? need) (?:an?|your) (?:answer|reply|response|decision|confirmation)\b",
    r"\b(?:i|we) (?:have|need|must|promised|ought) (?:to )?(?:tell|answer|let|get back to|come back to|give)"
    r"(?: \w+){1,3} (?:know )?(?:by|before|until|till)\b",
    # “Am besten trägst du dich bis Mittwoch ein”, “best to sign up by Wednesday”.
    r"\btr(?:ag|äg)(?:e|en|st|t)? (?:du |sie )?(?:dich|euch|sich)\b[^;?]{0,40}\bbis\b"
    r"|\b(?:best|ideally|try) (?:to |if you )?(?:sign up|put yourself|book|grab|pick)\b[^.;?]{0,40}\bby\b",
    r"\bbitte\b[^.;?]{0,60}\b(?:bestätigen|bestätige|zusagen|antworten|zurückmelden|rückmeldung|wählen|buchen"
    r"|geben sie (?:mir|uns) bescheid|teilen sie)\b[^.;?]{0,60}\bbis\b",
    r"\bbitte\b[^.;?]{0,60}\bbis\b[^;?]{0,80}\b(?:bestätigen|bestätige|zusagen|antworten|zurückmelden|rückmeldung"
    r"|wählen|buchen|bescheid)\b",
    r"\b(?:bestätigen|wählen|buchen|antworten|melden) sie\b[^.;?]{0,80}\bbis\b",
    r"\b(?:geben sie|gib|sagen sie|sag) (?:mir|uns)\b[^.;?]{0,40}\bbescheid\b|\blassen sie (?:mich"
    r"|uns)\b[^.;?]{0,60}\bwissen\b",
    r"\bbitte\b[^.;?]{0,20}\b(?:sagen sie|sag|sagt)\b[^.;?]{0,40}\b(?:zu|ab)\b(?! *(?:uns|mir|dem|der))",
    r"\b(?:seien|sei|wären)\b(?: sie| du)? so (?:nett|lieb|freundlich|gut)\b[^.;?]{0,40}"
    r"\b(?:bestätig\w*|bescheid|antwort\w*)\b",
    r"\b(?:dürfen|dürften|können|könnten) (?:wir|ich)\b[^.;?]{0,60}\bbis\b[^;?]{0,60}\b(?:erwarten|rechnen|haben"
    r"|bekommen)\b",
    r"\b(?:wir|ich) erwarten? (?:ihre[n]?|deine[n]?)\b[^.;?]{0,60}\bbis\b",
    r"\b(?:müss\w*|soll\w*|woll\w*|möcht\w*) (?:wir|ich)(?: (?:es|das|dies|ihre \w+|deine \w+))?"
    r" (?:[^.;?]{0,30}\bbis\b[^.;?]{0,30}) (?:wissen|haben)\b",
    r"\bwerden gebeten\b|\bum (?:ihre )?(?:bestätigung|rückmeldung|antwort|zusage)\b[^;?]{0,60}\bgebeten\b",
)
_INVITES = any_of(
    rf"\b{MEETING}\b[^;?]{{0,60}}\b(?:goes ahead|still (?:stands|goes|on)|(?:findet|bleibt)(?: \w+)?"
    r" (?:wie (?:geplant|vereinbart)|trotzdem|unverändert|bestehen))\b",
    rf"^(?:(?:i|we|he|she|they) )?can do (?:on |this |next )?(?:{DAY})\b(?![^.;?]*\b(?:call|ring|before)\b)",
    r"\b(?:your|ihr|dein) (?:[\w-]+ ){0,2}(?:interview|vorstellungsgespräch|gespräch|probetag)\b[^.;?]{0,60}"
    r"\b(?:is|ist|wurde|has been)(?: now| hereby| hiermit| jetzt)? (?:confirmed|bestätigt)\b(?! by| from)",
    r"\b(?:mitlaufen|hospitieren|probearbeiten|probezuarbeiten|schnuppern|reinschnuppern|mitarbeiten)\b[^.;]*\?",
    rf"\b(?:ich|wir) könnten? (?:mir|uns)\b[^.;?]{{0,40}}\b(?:{DAY})[^.;?]{{0,60}}\bvorstellen\b",
    rf"\b(?:reminder|remind you|erinnerung|erinner\w*)\b[^.;?]{{0,60}}\b{MEETING}\b",
    rf"\bare you (?:about|around|free|available|in town|up for)\b[^.;]{{0,60}}\b(?:{DAY})[^.;]*\?",
    rf"\b(?:can|could|would|will) you (?:be (?:with us|here|in|free|there)|come|make it|join us|drop in"
    rf"|pop (?:in|over|by)|visit us|talk|speak|do)\b(?! back| up with)[^.;?]{{0,50}}\b(?:{DAY})[^.;]*\?",
    rf"\b(?:können|könnten|kannst|könntest|magst|möchten|mögen) (?:sie|du)\b[^.;?]{{0,60}}\b(?:{DAY})[^.;?]{{0,60}}"
    r"\b(?:kommen|vorbeikommen|vorbeischauen|telefonieren|da sein|hier sein|zeit)\b[^.;]*\?",
    r"\b(?:grab|book|pick|choose|select) (?:a|an|any|your|whatever|whichever|one of the|yourself a) (?:\w+ ){0,2}"
    r"(?:slots?|times?|appointment)\b",
    r"\b(?:like|love|want|happy|keen) to (?:set up|schedule|arrange|book|organi[sz]e) (?:a|an|your|our)\b"
    rf" ?(?:[\w-]+ ){{0,4}}{MEETING}\b",
    r"\b(?:would|we'd|i'd) (?:very much )?(?:like|love) to (?:speak|talk|chat|meet)(?: (?:with|to))? you\b"
    r"(?![^.;?]{0,40}\b(?:again|future|another time|some day|if|should|when)\b)",
    r"\b(?:would|we'd|i'd) (?:like|love) to (?:have|see|welcome|get) you"
    r" (?:out here|in|over|on[ -]?site|here|down|up)\b",
    r"\b(?:like|love|want|delighted|pleased|happy) (?:for )?you to (?:come|drop|pop)"
    r" (?:in|over|by|along|down|up|out)\b(?![^.;?]{0,40}\b(?:team|as)\b)",
    r"\b(?:i'll|we'll|i will|we will|will) (?:\w+ )?(?:give you a (?:bell|ring|call|buzz|shout)|(?:ring|call)"
    rf" you|phone you)\b[^.;?]{{0,20}}\b(?:{DAY})\b[^;?]{{0,30}}(?:\bat |@ ?)\d",
    rf"\b(?:it|this|that)(?:'s| is|'ll be| will be)(?: on)?(?: the)? (?:{DAY})\b[^.;?]{{0,30}}\b(?:at|in) our\b",
    r"\b(?:what|which) (?:times?|days?|dates?|slots?)\b[^.;]{0,40}\b(?:suits?|works?|convenient|free|available)\b",
    r"\b(?:same time|(?:gleiche|selbe)[nr]? (?:uhr)?zeit)\b[^.;]{0,30}\?",
    r"\b(?:wann|an welche[mn] tag(?:en)?|welche[rs]? (?:tag|termin))\b[^.;]{0,40}\b(?:passt|zeit|ginge)\b",
    r"\b(?:please|pls|just|to) (?:book|choose|pick|select|reserve) (?:a|an|your|the|one of the)\b"
    r" ?(?:\w+ ){0,2}(?:slots?|times?|appointment)\b",
)
_OFFERS = any_of(
    r"\bwir nehmen dich\b(?=[.!,]|$| als\b)|\byou(?:'re| are) hired\b|\bwe(?:'re| are) taking you on\b",
    r"\bpropose you (?:the|a) (?:position|job|post|role)\b|\b(?:ihnen|dir) eine zusage (?:geben|erteilen|machen)\b",
    r"\b(?:would|'d)(?: all| both)?(?: very much| really| dearly)? (?:like|love|want) you to (?:be (?:our|the)|have it"
    r"|take (?:it|the|on)|accept)\b",
    r"\b(?:our|the|my) (?:proposal|offer) for the (?:position|job|role|post|function)\b",
    r"\bhave your decision\b",
    r"\b(?:(?:^|we(?: do| really)? |i(?: do| really)? )want you(?: in| on (?:the|our) team| aboard| here)?(?=[.!,]|$)"
    r"|wir wollen dich\b(?=[.!,]|$| (?:haben|als|dabei|im team)\b))",
    r"\byou(?:'re| are) in(?=!|\.?$)|\b(?:get|have) you (?:on board|aboard)\b"
    r"|\bwelcome (?:aboard|on board|to the team)\b",
    r"\bhalten? (?:wir |ich )?(?:ihnen|dir|sie) (?:die|den|das) (?:stelle|platz|angebot)\b"
    r"(?:[^.;?]|(?<=\d)\.){0,50}\b(?:frei|offen)\b",
    r"\bfreuen,? wenn (?:du|sie) (?:zu uns|bei uns|ins? team|in unser|mit uns|an bord)\b[^.;?]{0,30}"
    r"\b(?:kommst|kommen|anfängst|anfangen|arbeitest|arbeiten|bist|sind|wirst|werden)\b",
    r"\b(?:hold|keep)(?:ing)? (?:the|this|your|that) (?:offer|job|position|post|place|role)\b"
    r"[^.;?]{0,30}\b(?:until|till|open)\b",
    r"\b(?:it's|it is|that's) a (?:\w+ )?yes from (?:us|me|everyone)\b|\b(?:job|post|place|role)(?:'s| is) yours\b"
    r"|\byou(?:'ve| have)? got the (?:job|post|place|role)\b|\b(?:stelle|job|platz) gehört (?:dir|ihnen)\b"
    r"|\b(?:du hast|sie haben) (?:die stelle|den job|den platz)\b",
    r"\bwe(?:'d| would) (?:love|like) (?:for )?you to (?:join|take)\b",
    r"\b(?:would|'d) be (?:\w+ )?(?:delighted|pleased|thrilled|happy|glad|honoured|over the moon) (?:if you|for you to"
    r"|to have you)(?:'d| would)? ?(?:join|took|take|came|come|accept|work|start|as|on)\w*\b",
    r"\b(?:würden?|möchten) (?:wir |ich )?(?:sie|dich) (?:sehr )?gerne? (?:nehmen|haben|beschäftigen)\b",
    r"\b(?:möchten|würden) (?:wir )?(?:sie|dich)\b[^.;?]{0,60}\b(?:einstellen|anstellen|bei uns haben|übernehmen)\b",
)
_LEFT = any_of(
    r"^(?:i|\w+ \w+) (?:has |have |'ve )?left [\w&.' -]{2,40} (?:on|in|at the (?:end|start|beginning)|as of)\b",
    r"^(?:i|\w+ \w+)(?: has| have|'ve)(?: now| recently| since)? left (?!the office|the building|for\b|my\b|early"
    r"|work\b|on\b|a message)[\w&'-]+(?: [\w&'-]+){0,4}(?:[.,;]|$| and\b)",
    r"\bthis (?:inbox|mailbox|account|address)(?: is|'s) no longer (?:being )?(?:read|looked at|checked"
    r"|monitored|used)\b",
    r"^(?:ich|\w+ \w+) (?:habe|hat)\b[^;?]{1,80} verlassen\b",
    r"\bnicht mehr (?:bei|für|in)\b[^.;]{0,40}\b(?:tätig|beschäftigt)\b",
    r"\b\w+['\u2019]s last (?:working )?day (?:with us |here |at [\w& ]{2,40}? )?(?:was|is)\b",
    r"\b(?:was|is) my last day\b|\bmein letzter (?:arbeits)?tag\b",
)
_RECEIVED = any_of(
    r"\b(?:danke|(?:vielen|herzlichen|besten|schönen) dank) für (?:ihre|deine) bewerbung\b",
    r"\b(?:bewerbung|application)\b[^;?]{0,120}\b(?:eingegangen|eingetroffen|(?:ist da|is in)(?=[.!,]|$)"
    r"|(?:has been|have|was|were|been) received)\b",
)
_NEWS = any_of(
    r"\b(?:have|has|did|are|is)(?: not|n't)(?: yet)? (?:decided|made (?:up|a|any|our)|reached (?:a|any)"
    r"|got (?:an?|any) answer)",
    r"\bnoch (?:nicht entschieden|keine (?:entscheidung|nachricht|rückmeldung|neuigkeiten))\b",
)
SAYS = {
    "update": _NEWS,
    "receipt": _RECEIVED,
    "cancellation": _OFF,
    "on_hold": _HOLD,
    "rejection": _NO,
    "asks": _ASKS,
    "promise": PROMISES,
    "left": _LEFT,
    "offer": _OFFERS,
    "invitation": _INVITES,
    "material": WANTS_PAPERS,
    "silence": SILENCE,
}
