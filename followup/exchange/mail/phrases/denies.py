"""Phrases that say what a sentence is not: what is only supposed, what one may do and need not."""

import re

from followup.exchange.mail.phrases.marks import PLACE_MOVED, STAYS, THEIRS
from followup.exchange.mail.phrases.papers import HOLDS, NEEDS
from followup.exchange.mail.phrases.promises import KEPT, NO_NEWS
from followup.exchange.mail.phrases.supposed import NO_PROMISE, OUTCOME
from followup.exchange.mail.phrases.words import NEEDS_TIME, any_of

LEAST, ABOVE = 3.0, 0.5
NO_HOLD = re.compile(
    r"(?:\b(?:no|not|never)\b|n't\b)[^.;]{0,25}\bto pause\b|"
    r"\b(?:freeze|pause|hold|sperre)\b[^.;]{0,30}\b(?:lifted|over|ended|aufgehoben)\b"
    r"|\b(?:no longer|not|nicht mehr) (?:on hold|paused|frozen|on ice|eingefroren|ausgesetzt)\b"
)
_NO_REJECTION = any_of(
    r"\b(?:won't|wouldn't|will not|would not|not going to|don't|do not) (?:hold|count) (?:it|that|this) against you\b",
    # Of what was spent on the way to it: “die Übernachtung konnte nicht berücksichtigt werden”.
    r"\b(?:kosten|übernachtung|fahrt|frühstück|verpflegung|taxi\w*|bahnfahrt|beleg\w*|expenses?|receipts?|fares?"
    r"|overnight stay|breakfast)\b[^.;?]{0,60}\b(?:nicht|not)\b[^.;?]{0,20}\b(?:berücksichtigt|erstattet|anerkannt"
    r"|übernommen|reimbursed|refunded|considered|covered|included)\b",
    r"\bnot a no\b|\byou(?:'re| are) not (?:one of|among) them\b",
    r"\b(?:is|are)(?: very| quite| really| all)? (?:positive|keen|enthusiastic)\b(?! to\b)"
    r"(?![^.;]*\b(?:but|however|although|unfortunately|though)\b)",
    r"\b(?:isn't|this is no|that's no) (?:a )?(?:no|rejection)\b",
    r"\bkeine (?:absage\b|entscheidung (?:geben|fallen)\b)",
    r"\bentscheidung\b[^.;?]{0,40}\b(?:nicht vor|erst|frühestens|voraussichtlich)\b",
    r"\b(?:remain|still|are)\b(?:(?!\bnot?\b|n't)[^.;?]){0,20}\b(?:under consideration|in the (?:process|running"
    r"|race))\b",
    r"\b(?:bleibt|bleiben|weiterhin)\b(?:(?!\bnicht\b)[^.;?]){0,30}\bim (?:verfahren|rennen|auswahlverfahren)\b",
)
# What they want of me is not what they promise; “let me get back to you” is, and “give me until Monday”.
_WANTED = re.compile(
    r"^(?!(?:give|gib|geben sie|lass|lassen sie) (?:me|us|mir|uns) (?:noch )?(?:(?:un)?till?\b|bis\b"
    r"|(?:a |an |the |some |etwas |ein |das )?(?:\w+ )?(?:time|days?|weeks?|weekend|minutes?|moment|bit|zeit|tage?"
    r"|woche(?:nende)?)\b))"
    r"(?:(?:bitte )?(?:geben sie|gib|lassen sie|lass|sagen sie|sag|schreiben sie|schreib) (?:mir|uns|mich)\b"
    r"|bitte (?:geben|lassen|sagen|schreiben) sie\b|(?:please|pls|kindly) (?:revert|reply|respond)\b|(?:please "
    r"|then |so |just )?(?:(?:tell|write|text|give|drop) (?:me|us)|let (?:me|us) know)\b)"
)
# What one may do, and need not.
_FREE = re.compile(
    r"\b(?:may|might) (?:also )?(?:wish|want|like) to\b|\bfeel free to\b|\bif you (?:wish|like)\b(?! to)"
)
# “If you can't make Thursday …”: only supposed; “if that suits” and “if we could” ask for it.
_IN_CASE = re.compile(
    r"^(?:and |but |so |und |aber )?(?:if|should|in case|falls|wenn|sollten?)\b(?! (?:at all )?possible"
    r"|(?: es)? möglich| (?:it|that|this)(?:'s| is| suits| works)| (?:we|you|i) (?:could|can)\b(?!'t|not)"
    r"| (?:es|das)(?: für)?(?: sie| ihnen| dir)? (?:passt|geht|recht))(?![^;]*\?)"
)
# What is not to be is a decision, no meeting: “we'd have an answer by Friday, and that's not going to happen”.
_OF_DECISION = re.compile(
    r"^(?!.*\b(?:interviews?|assessment|calls?|chat|meet\w*|appointment|visit|tour|session|trial|shift|round|slot"
    r"|see you|seeing you|termin\w*|\w*gespräch\w*|treffen|probe\w*|hospitation|vorstellung\w*)\b)"
    r".*\b(?:answer|decision|decide|outcome|verdict|scores?|results?|signed? off|sign-off|you'd (?:hear|know|have)"
    r"|you would (?:hear|know|have)|get back to you|let you know|entscheid\w*|antwort|rückmeldung|bescheid|ergebnis"
    r"|zusage)\b"
)
# “I told you that you'd hear this week”: no interview is meant.
_TOLD = re.compile(
    r"\b(?:said|told you|promised|hoped)\b.{0,30}\b(?:hear|know|decide|tell you|let you know|get back"
    r"|have (?:an?|our|the|some) (?:answer|decision|news))\b"
)
# “Dann vereinbaren wir einen Termin”: nothing there says that one is off.
_ARRANGES = re.compile(
    r"^(?!.*\b(?:nich\w*|nimmer|kein\w*|leider|doch|statt\w*|ander\w*|neu\w*|ersatz\w*|später|früher|krank|muss"
    r"|müssen|kann|können|klappt|schaff\w*|passt|raus|weg|geplatzt|platzt|sorry|entschuldig\w*|bedau\w*|cancel\w*)\b)"
    r"(?!.*(?:sag|schieb|schob|leg|fall|fäll|streich|strich|storn|verein\w+te|tausch)).*\btermine?s?\b"
    r"|^(?!.*(?:sag|schieb|schob|leg|fall|fäll|leider|nicht)).*\b(?:vereinbaren|finden|machen|suchen|vorschlagen"
    r"|ausmachen) (?:wir|ich)\b.*\btermin\b(?!.*\b(?:neu|ander|ersatz))"
)
# The start in the job, in a line of its own.
_OF_JOB = re.compile(
    r"^\W*(?:joining date|date of joining|start(?:ing)? date|your first (?:working )?day|first day|eintritts\w*"
    r"|arbeitsbeginn|vertragsbeginn)\b"
)
# “The whole team is off on Thursday”: people are away, and no meeting is.
_PEOPLE_OFF = re.compile(
    r"\b(?:team|office|staff|department|panel|every(?:one|body)|colleagues?|managers?|we|they|i|he|she|who)"
    r"(?:'s|'re|'m| is| are| am| will be)(?: all| also| both)? off\b(?! the)"
)
# What I want to earn, and when I may leave: asked, and not offered.
_PAY = re.compile(
    r"\b(?:(?:salary|pay) expectations?|notice period|gehalts(?:vorstellung|wunsch)\w*|kündigungsfrist)\b"
)
# “Der Termin passt bei uns auch”: it stands.
SUITS_US = re.compile(
    r"\b(?:passt|klappt|geht)\b(?: (?:bei |für )?(?:uns|mir|mich))(?: (?!nicht|leider|doch)\w+)?"
    r" (?:auch|gut|prima|bestens|perfekt|wunderbar)\b"
    r"|(?<!no longer )(?<!not )(?<!n't )\b(?:works|suits|is (?:fine|good|great|perfect)|is all good)"
    r"(?: (?:for|with|by))? (?:us|me)\b(?: (?:too|as well|fine|well|perfectly))?(?=[.,;!]|$)",
    re.IGNORECASE,
)
# Below most mails of machines, whatever they are.
MACHINES = re.compile(
    r"^(?:please )?(?:do not|don't) (?:reply|respond) to this (?:e-?mail|message|mail)\b|^for your security\b"
    r"|^(?:this|diese) (?:message|e-?mail|mail|nachricht) (?:is|was|wurde|ist)\b.*\b(?:automat|maschinell)"
    r"|^bitte sehen sie (?:\w+ )*von (?:\w+ )?(?:rück|nach)fragen\b"
    r"|^\W*you can (?:also )?(?:check|view|see|track|follow) (?:the|your) (?:\w+ )?status\b"
)
# “Before they can schedule the first round, …”, “we will then invite up to five candidates”: not yet, and not yet me.
NOT_YET = re.compile(
    r"\b(?:before|bevor) (?:\w+ ){1,3}(?:can |could )?(?:schedul\w+|arrang\w+|book\w*|set\w* up|fix\w*|einlad\w+)\b"
    r"|\b(?:will|shall)\b[^.;?]{0,12}\binvite (?:[\w-]+ ){0,5}(?:candidates|applicants|people)\b"
    r"|\bwerden\b[^.;?]{0,30}\b(?:bewerber\w*|kandidat\w*|personen)\b[^.;?]{0,60}\beinladen\b"
)
# The offer is held until then, and nothing is told on it: “I'll hold it open till a week tomorrow”.
_HELD_OPEN = re.compile(
    r"\b(?:hold|keep|halte) (?:it|this|that|the (?:job|offer|place|post|role)|(?:ihnen |dir )?(?:die stelle"
    r"|den platz|das angebot))(?: open| free| for you| frei| offen)* (?:(?:un)?till?|bis)\b"
)
# A link, a form or an entry of the calendar is no answer.
_LINKS = re.compile(
    r"\byou(?:'ll| will) (?:see|get|receive|have|find) (?:an? |the )?(?:[\w-]+ ){0,3}(?:link|invite|invitation|form)\b"
)
# “I see one more person on Monday”: whom they meet is not me.
_SEES_OTHERS = re.compile(
    r"\b(?:(?:one|two) more|another|noch (?:eine?n?|zwei)) (?:\w+ )?(?:person|people|candidates?|applicants?|personen"
    r"|kandidat\w*|bewerber\w*)\b"
)
# What I am to do, and to tell nobody: “please bring your passport”.
BRINGS = re.compile(
    r"^(?!.*\?)(?!.*\b(?:confirm|let (?:me|us) know|accept|decline|rsvp|reply|answer|tell|send|e-?mail|call|ring"
    r"|choose|pick|book|which (?:of|one|day|date|time|slot|option)|whether|posted|in the loop"
    r"|welche[nrs]?|ob|bestätig\w*|bescheid|antwort\w*|schick\w*|send\w*|mail\w*|melde\w*)\b)(?:and |und |then |so )?"
    r"(?:please |kindly |just |bitte |do )*(?:bring|prepare|arrive|be|come|wear|report|ensure|make sure|note|keep|join"
    r"|dial|park|allow|plan|read|have|remember|don't|mind|ask for|bringen|bring|planen|kommen|komm"
    r"|melden sie sich (?:an|am|beim|bei)|seien|sei|ziehen|beachten|nehmen|nutzen|klingeln|parken)\b"
)
# What others owe them: “I need an answer out of him by Friday”.
OF_OTHERS = re.compile(
    r"\b(?:answers?|decision|reply|word|yes)\b (?:out of|off|from) (?:him|her|them|the (?!candidate|applicant)\w+)\b"
)
TIME = any_of(NEEDS_TIME)
# Who invites asks nothing by that: “laden wir Sie … ein”, “we would like to invite you”.
ONLY_INVITES = re.compile(
    r"^(?!.*\?)(?!.*\b(?:bitte|please|kindly|confirm|let (?:me|us) know|bestätig\w*|bescheid|rückmeldung|melden"
    r"|teilen)\b)"
    r".*(?:\bladen?\b.*\b(?:sie|dich)\b.*\bein(?:laden)?\b|\b(?:sie|dich)\b.*\b(?:einladen|kennen(?:zu)?lernen)\b"
    r"|\binvite you (?:to|for)\b)"
)
# “If something comes up just reply to this email”, “if you have already booked travel please send me the receipt”.
SUPPOSES = re.compile(
    r"^(?!.*\?)(?:and |but |so )?(?:if|should|falls|wenn|sollten?)\b(?:[^.;]{0,12}\b(?:you|this|that|it"
    r"|the (?:time|date|day|slot"
    r"|appointment)|sie|du|ihnen|dir|der termin|das)\b)[^.;,]{0,24}(?:\b(?:not|unable|nicht|verhindert|cannot"
    r"|otherwise)\b|n't\b)"
    r"[^.;,]{0,40},?[^.;]*\b(?:let (?:me|us) know|tell|say|shout|ring|call|contact|write|text|reply|e-?mail"
    r"|bescheid|melde\w*|sag\w*|geben|rufen|schreib\w*)\b|"
    r"\bif (?:something|anything) (?:comes up|happens|changes|crops up)\b"
    r"|\b(?:if|should|falls|sollten) (?:you|sie)(?:'ve| have| haben)?(?: already| bereits| schon)\b(?!.*\?)"
)
# “You will hear from us”, “you can see your status”: nothing that they wait for.
HEARS = re.compile(
    r"^\W*(?![^.]*\b(?:please|let (?:me|us) know|(?:could|can|would) you)\b|.*\?).*(?:"
    r"\byou(?:'ll| will| should| shall| can expect to)(?: then| also)? (?:hear|get an? (?:answer|reply|update))\b"
    r"|\b(?:sie|du) (?:hören|hörst|erhalten|erhältst|bekommen|bekommst)\b[^.;?]{0,60}\bvon (?:uns|mir)\b)"
)
# “Sag dir bis Donnerstag Bescheid”: they do.
_TELLS_ME = re.compile(
    r"\b(?:sage?|gebe?|melde?|schreibe?) (?:dir|ihnen|euch|mich)\b[^?]*\b(?:bis|bescheid)\b"
)
# What is said at the door: “Geben Sie beim Portier Ihren Namen an”.
AT_DOOR = re.compile(
    r"^(?!.*\?).*\b(?:beim|am|an der|at the|to the|at|to) (?:portier|pförtner|empfang|pforte|klingel|reception"
    r"|front desk|gatehouse|gate|security|barrier|door|seiteneingang|haupteingang)\b"
)
# What is offered: “ab 10 Uhr können Sie sich einspielen”, “parken können Sie im Hof”.
_MAY = re.compile(
    r"^(?!.*\?)(?!(?:und |oder )?(?:können|kannst) )(?!.*\b(?:bitte|bescheid|mit(?:zu)?teil\w*|bestätig\w*|antwort\w*"
    r"|melde\w*|schick\w*|send\w*|zu(?:zu)?sag\w*|sag\w*|ob)\b).*\b(?:können sie|kannst du)\b"
)
# What they have, and what need not be sent: “brauchst nix schicken”, “liegen vor und müssen nicht …”.
_HAVE = re.compile(
    r"^(?!.*\b(?:but|just|only|instead|sondern|nur|aber|stattdessen)\b).*(?:"
    r"\b(?:brauch(?:e|en|st|t)?|müssen|musst|muss)\b(?: (?:sie|du|mir|uns))*(?: \w+)? (?:nichts?|nix|keine?[nrms]?)\b"
    r"[^.;?]{0,40}\b(?:schick\w*|send\w*|einreich\w*|mitbring\w*|nachreich\w*|geschickt|gesendet|eingereicht)\b"
    r"|\b(?:brauchen|müssen) nicht\b[^.;?]{0,30}\b(?:geschickt|gesendet|eingereicht|vorgelegt)\b"
    r"|\b(?:no need|nothing|don't need|do not need|needn't|need not)\b[^.;?]{0,20}\b(?:to )?"
    r"(?:send|bring|provide|upload|resend|submit)\b)"
)
# “How soon could you start if we were to offer you the post?”
_SUPPOSES_OFFER = re.compile(
    r"\b(?:if|should|in case) (?:we|they|i)(?:(?: were| did| do| decided?| wanted)? to|'d| should| did| could)?"
    r" (?:offer|hire|take you|choose|appoint)\w*\b|\bif (?:you (?:were|are) )?(?:offered|appointed|hired|successful)\b"
    r"|\b(?:wenn|falls|sollten?|sofern|würden) (?:wir|sie|ich)\b[^.;?]{0,40}\b(?:anbieten|anböten|einstellen|nehmen"
    r"|bekommen|bekämen|entscheiden)\b|\bim fall(?:e)? einer (?:zusage|einstellung)\b"
)
# Regret of whatever else is said: “I'm sorry, I know how this feels”.
_SORRY = re.compile(
    r"\bsorry\W+(?:i know|to hear|(?:about|for) (?:you|your|the|all|that|keeping)\b)"
)
# Whatever the weights say; the phrases of `says` still overrule it.
DENIES = (
    (("invitation", "rejection", "offer", "asks"), (OUTCOME,)),
    (
        ("cancellation",),
        (_IN_CASE, PLACE_MOVED, THEIRS, _ARRANGES, _OF_DECISION, _TOLD, SUITS_US, _PEOPLE_OFF),
    ),
    (("offer",), (_PAY, _SUPPOSES_OFFER)),
    (("invitation",), (_OF_JOB, _SEES_OTHERS)),
    (("invitation", "promise"), (NOT_YET,)),
    (("silence",), (NO_NEWS,)),
    (("on_hold",), (NO_HOLD,)),
    (("rejection",), (STAYS, _SORRY)),
    (("receipt", "asks", "material", "noise"), (MACHINES,)),
    (("promise",), (_WANTED, _LINKS, _HELD_OPEN)),
    (("material",), (HOLDS,)),
    (("material", "asks"), (_HAVE,)),
    (("asks",), (TIME, BRINGS, ONLY_INVITES, AT_DOOR, _MAY, HEARS, _TELLS_ME, _FREE)),
    (("asks", "material"), (SUPPOSES,)),
)
# What no phrase overrules: it says of the phrase itself that it is not meant.
VETOES = (
    (NO_PROMISE, "promise"),
    (KEPT, "promise"),
    (NEEDS, "promise"),
    (OF_OTHERS, "asks"),
    (_NO_REJECTION, "rejection"),
)
