"""Phrases with which they promise an answer, and what silence says."""

import re

from followup.exchange.mail.phrases.words import DAY, NEEDS_TIME, any_of

PROMISES = any_of(
    r"\b(?:rufen?|sagen?|melden?|informier\w+|benachrichtig\w+) (?:alle[nr]?|jede[nr]?|euch|beide[nr]?)\b[^.;?]{0,30}"
    r"\bam (?:selben|gleichen) (?:tag|nachmittag|abend)\b",
    r"\b(?:phone|ring|call|tell|text|let|notify) (?:both|all|everyone|everybody|every|each)(?: the| of the| of you)?"
    r"(?: candidates?| applicants?| finalists?)? (?:know )?(?:the|that) (?:very )?same (?:day|afternoon|evening)\b",
    r"\bi'd (?:have thought|say|guess|imagine)\b|\b(?:candidates|applicants|everyone"
    r"|everybody) will be (?:notified|informed|contacted|told)\b",
    r"\b(?:i|we|ill?)(?:'ll| will| shall)?(?: then| also)? (?:mail|text|message|write(?: to)?|ring|phone|call|ping"
    r"|e-?mail) (?:you|u)\b"
    r"(?! (?:in|back in) for)(?![^.;?]*(?:\b(?:at|um|@) ?\d|\d ?[ap]m\b))(?=[^.;?]*\b(?:how|what|when|same day"
    r"|day|then|on|by"
    rf"|next|{DAY})\b)",
    r"\b(?:ich|wir) (?:schreib|ruf|sag|meld)e?n? (?:dir|dich|ihnen|sie|mich|uns)\b[^.;?]{0,40}\b(?:tag|bis|am"
    r"|woche|nächste|kommende|morgen|übermorgen)\b",
    NEEDS_TIME,
    r"\b(?:decision|outcome|results?|answer|verdict)\b[^.;?]{0,12}\b(?:is|are)(?: now)? (?:due|expected)"
    r" (?:on|by|in)\b",
    r"\b(?:weißt|wissen) (?:du|sie)(?: dann)? (?:mehr|bescheid)\b(?!\?)",
    r"\bbest (?:guess|estimate) (?:is|would be|at (?:the|this) moment is)\b",
    r"\b(?:i|we)(?:'ll| will| shall)?(?: then| surely| again)? (?:return|revert|come back|get back|go back) to you\b",
    r"\bbefore (?:we|i)(?:'ll| will)?(?: can| could)?(?: get| give| have| send)? you (?:an?|our|the|any) (?:\w+ )?"
    r"(?:answer|decision|news|response|reply|update)\b|\bbefore (?:we|i) have (?:an?|any) (?:answer|decision|news)\b",
    r"^(?:ich )?meld(?:e|en) (?:mich|uns)\b",
    r"\b(?:entscheidung|auswahl\w*|verfahren|besetzung|rückmeldung|antwort)\b[^.;?]{0,60}\b(?:bis|erst|frühestens|im"
    r"|noch)\b[^.;?]{0,40}\b(?:hinziehen|hinzieht|dauern|dauert|fallen|fällt|ziehen|zieht|gefallen sein|vorliegen)\b",
    r"\b(?:decision|outcome|process|verdict|answer|result)\b[^.;?]{0,30}\b(?:will|may|might|could|is likely to|should"
    r"|is going to|won't|will not)(?: \w+){0,2} (?:take|drag|run|slip|be (?:made|reached|taken|known)|fall|come)\b"
    r"[^.;?]{0,20}\b(?:until|till|into|by|before|on|in)\b",
    r"\b(?:i'll|we'll|she'll|he'll|they'll|will)(?: also| then)? (?:get back to|msg|message|ping|text|call or write"
    r" to|come back to|write to|be in touch with|send) (?:you|u)\b(?! (?:a |an |the |your )?(?:\w+ )?(?:links?"
    r"|invites?|invitation|form|assessment|test|task|case|reminder))",
    r"\b(?:an? )?(?:answer|decision|word|news|verdict|yes or (?:a )?no) (?:from|off) (?:me|us)\b",
    r"\byou(?:'ll| will)(?: then)? (?:have|get|know)\b[^.;?]{0,20}\b(?:yes or (?:a )?no|either way|one way or"
    r"|verdict)\b",
    r"\b(?:i|we|she|he|they)(?:'ll| will)(?: also| then)? (?:let you know|tell you|say)\b[^.;?]{0,40}\b(?:either way"
    r"|one way or|which way|yes or no|our (?:decision|answer)|the (?:outcome|result|verdict))\b",
    r"\bbefore you(?:'ll)? (?:hear|know) (?:anything|more|back|from)\b",
    r"(?:^|[,.;] |\bund )(?:ich )?(?:sage?|gebe?|melde?) (?:dir|ihnen|euch|mich)(?: \w+)?(?: dann)? bis\b",
    r"\b(?:i'll|we'll|will) be in touch\b|(?<!if )(?<!when )(?<!once )(?<!until )(?<!unless )\byou(?:'ll| will"
    r"| shall| should)?"
    r" hear (?:back )?(?:from|of) (?:us|me)\b|\byou(?:'ll| will| shall| should) (?:have (?:our|my|an|a) (?:answer"
    r"|decision))\b",
    r"\b(?:feedback|outcome|results?|decision|update|answer)\b[^.;?]{0,60}\b(?:shall|will) be (?:shared|communicated"
    r"|intimated|conveyed|announced|given|sent|notified)\b",
    # “Invitations go out by the 18th”, “die Einladungen verschicken wir bis zum 18.”
    r"\b(?:invitations|invites|letters|results|decisions)\b[^.;?]{0,20}\b(?:go(?:es|ing)? out|be (?:sent|posted|issued"
    r"|mailed)(?: out)?)\b[^.;?]{0,20}\b(?:by|before|on|in|within|until)\b",
    r"\b(?:einladungen|bescheide|zusagen|absagen|ergebnisse)\b[^.;?]{0,20}\b(?:verschick\w*|versend\w*|verschickt"
    r"|versandt|gehen)\b[^.;?]{0,30}\b(?:bis|am|ab|im|in|spätestens)\b",
    r"\bsie (?:erhalten|hören|bekommen)\b[^.;?]{0,60}\b(?:bis|spätestens|ende|mitte)\b",
    r"\b(?:(?:teilen?|nennen?|schicken?|senden?|geben?|machen?) (?:ich|wir)|(?:ich|wir) (?:teilen?|nennen?|schicken?"
    r"|senden?)) (?:ihnen|dir|euch)\b[^.;?]{0,60}\b(?:bis|im lauf\w*|in (?:der|den) (?:nächsten|kommenden)|nächste"
    r"|kommende|(?:anfang|mitte|ende) (?:der|nächster|kommender))\b",
    r"\b(?:(?:sage?|sagen|gebe?|geben) (?:ich|wir)|(?:ich|wir) (?:sage?|sagen|gebe?|geben)) (?:ihnen|dir|euch)\b"
    r"[^;?]{0,50}\bbescheid\b|\b(?:sie|du) (?:bekomm|erhält|erhalt)\w*\b[^;?]{0,50}\bbescheid\b"
    r"|\bkomm(?:e|en) (?:ich|wir)\b[^;?]{0,90}\bauf (?:sie|dich|euch) zu\b"
    r"|\b(?:ich|wir) komm(?:e|en)\b[^;?]{0,90}\bauf (?:sie|dich|euch) zu\b",
    r"\bschlage?n? (?:ich|wir) (?:ihnen|dir|euch)\b[^;?]{0,40}\bvor\b"
    r"|\bund (?:(?:melden uns|melde mich)\b|(?:rufe?n?|schreibe?n?|sage?n?) (?:sie|dich|ihnen|dir)\b)",
    r"\b(?:ich melde mich|wir melden uns|melden wir uns|melde ich mich|(?:geben|gebe) (?:wir|ich)? ?ihnen bescheid)\b",
)
# “As promised I write today”: that is the answer, not a promise of one.
KEPT = re.compile(
    r"\b(?:i|we) (?:had )?promised you\b|"
    r"\b(?:wie|as) (?:versprochen|angekündigt|zugesagt|promised|announced)\b[^.;?]{0,40}"
    r"\b(?:heute|hiermit|nun|today|hereby)\b"
)
# Who hears nothing has been turned down.
SILENCE = any_of(
    r"\bif (?:you )?(?:haven't|have not|don't|do not|hear nothing|you hear nothing)\b[^.;?]{0,60}\b(?:unsuccessful"
    r"|not been (?:successful|selected|shortlisted)|not this time|means? (?:a |it's a )?no|no luck"
    r"|(?:sorry|assume|take it)(?=\W*$|[^;?]{0,60}\b(?:no|not|unsuccessful|filled|gone|rejected|someone|another)\b))\b",
    r"\b(?:wenn|falls|sollten?) (?:sie|du)\b[^.;?]{0,60}\bnichts\b[^.;?]{0,20}\bhör\w*[^.;?]{0,60}\b(?:absage|leider"
    r"|anderweitig|nicht geklappt|vergeben)\b",
)
# What may be taken for granted when one hears nothing, and is no refusal: “assume the interview goes ahead”.
NO_NEWS = re.compile(
    r"\b(?:assume|take it)\b(?![^.;?]*\b(?:no|not|unsuccessful|filled|gone|rejected|someone|another)\b)"
)
