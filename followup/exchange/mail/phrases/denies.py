"""Phrases that say what a sentence is not: what is only supposed, what one may do and need not."""

import re

from followup.exchange.mail.phrases.marks import FREE_DAY, PLACE_MOVED, STAYS, THEIRS
from followup.exchange.mail.phrases.papers import HOLDS, NEEDS, PAPER_ITEM
from followup.exchange.mail.phrases.promises import KEPT, NO_NEWS
from followup.exchange.mail.phrases.supposed import LINK_ENDS, NO_PROMISE, OUTCOME
from followup.exchange.mail.phrases.words import DAY, NEEDS_TIME, any_of

LEAST, ABOVE = 3.0, 0.5
NO_HOLD = re.compile(
    r"(?:\b(?:no|not|never)\b|n't\b)[^.;]{0,25}\bto pause\b|"
    r"\b(?:freeze|pause|hold|sperre)\b[^.;]{0,30}\b(?:lifted|over|ended|aufgehoben)\b"
    r"|\b(?:no longer|not|nicht mehr) (?:on hold|paused|frozen|on ice|eingefroren|ausgesetzt)\b"
)
_NO_REJECTION = any_of(
    r"\b(?:won't|wouldn't|will not|would not|not going to|don't|do not) (?:hold|count) (?:it|that"
    r"|this) against you\b",
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
    r"\b(?:bleibt|bleiben|weiterhin)\b(?:(?!\bnicht\b)[^.;?]){0,30}\bim (?:verfahren|rennen"
    r"|auswahlverfahren)\b",
)
# A link, a form or an entry of the calendar is no answer.
_LINKS = re.compile(
    r"\byou(?:'ll| will) (?:see|get|receive|have|find) (?:an? |the )?(?:[\w-]+ ){0,3}(?:link|invite|invitation"
    r"|form)\b"
)
# What they want of me is not what they promise; “let me get back to you” is, and “give me until Monday”.
_WANTED = re.compile(
    r"^(?!(?:give|gib|geben sie|lass|lassen sie) (?:me|us|mir|uns) (?:noch )?(?:(?:un)?till?\b|bis\b"
    r"|(?:a |an |the |some |etwas |ein |das )?(?:\w+ )?(?:time|days?|weeks?|weekend|minutes?|moment|bit|zeit|tage?"
    r"|woche(?:nende)?)\b))"
    r"(?:(?:bitte )?(?:geben sie|gib|lassen sie|lass|sagen sie|sag|schreiben sie|schreib) (?:mir|uns|mich)\b"
    r"|bitte (?:geben|lassen|sagen|schreiben) sie\b|(?:please|pls|kindly) (?:revert|reply|respond)\b|(?:please "
    r"|then |so |just )?(?:(?:tell|write|text|give"
    r"|drop) (?:me|us)|let (?:me|us) know)\b)"
)
# What one may do, and need not.
_FREE = re.compile(
    r"\b(?:may|might) (?:also )?(?:wish|want|like) to\b|\bfeel free to\b|\bif you (?:wish|like)\b(?! to)"
)
# “… before I book you in for Thursday”: they wait for me.
_FIRST = re.compile(
    r"\bbefore (?:i|we) (?:can )?(?!tell|give|know|get|have|let|send)\w+ (?:you|u)\b"
)
# “If you can't make Thursday …”: only supposed, where it is no question.
_IN_CASE = re.compile(
    r"^(?:and |but |so )?(?:if|should|in case|falls|sollten?)\b"
    r"(?! (?:it|that|this)(?:'s| is| suits| works)|(?! possible))(?![^;]*\?)"
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
    r"|müssen|kann"
    r"|können|klappt|schaff\w*|passt|raus|weg|geplatzt|platzt|sorry|entschuldig\w*|bedau\w*|cancel\w*)\b)"
    r"(?!.*(?:sag|schieb|schob|leg|fall|fäll|streich|strich|storn|verein\w+te|tausch)).*\btermine?s?\b"
    r"|^(?!.*(?:sag|schieb|schob|leg|fall|fäll|leider|nicht)).*\b(?:vereinbaren|finden|machen|suchen|vorschlagen"
    r"|ausmachen)"
    r" (?:wir|ich)\b.*\btermin\b(?!.*\b(?:neu|ander|ersatz))"
)
# “Sag dir bis Donnerstag Bescheid”: they do.
_TELLS_ME = re.compile(
    r"\b(?:sage?|gebe?|melde?|schreibe?) (?:dir|ihnen|euch|mich)\b[^?]*\b(?:bis|bescheid)\b"
)
_HEARD = re.compile(r"\bbefore you(?:'ll)? (?:hear|know)\b")
# The start in the job, in a line of its own.
_OF_JOB = re.compile(
    r"^\W*(?:joining date|date of joining|start(?:ing)? date|your first (?:working )?day|first day|eintritts\w*"
    r"|arbeitsbeginn|vertragsbeginn)\b"
)
# The end of a question whose middle is a list: “by noon on Friday?” invites to nothing.
_FRAGMENT = re.compile(
    r"^(?:by|before|until|no later than|bis)\b[^.,;]{0,40}(?:, [^.,;]{0,20})?\?$"
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
    r"^(?:please )?(?:do not|don't) (?:reply|respond) to this (?:e-?mail|message|mail)\b"
    r"|^\W*you can (?:also )?(?:check|view|see|track|follow) (?:the|your) (?:\w+ )?status\b"
)
# “Before they can schedule the first round, …”: not yet.
NOT_YET = re.compile(
    r"\b(?:before|bevor) (?:\w+ ){1,3}(?:can |could )?(?:schedul\w+|arrang\w+|book\w*|set\w* up|fix\w*|einlad\w+)\b"
)
# “We will then invite up to five candidates to interview on 10 December”: not yet me.
_WILL_INVITE = re.compile(
    r"\b(?:will|shall)\b[^.;?]{0,12}\binvite (?:up to |around |about |the |a |between |those )?(?:[\w-]+ ){0,3}"
    r"(?:candidates|applicants|people)\b[^.;?]{0,20}\b(?:to|for)\b"
    r"|\bwerden\b[^.;?]{0,30}\b(?:bewerber\w*|kandidat\w*|personen)\b[^.;?]{0,60}\beinladen\b"
)
# The offer is held until then, and nothing is told on it: “I'll hold it open till a week tomorrow”.
_HELD_OPEN = re.compile(
    r"\b(?:hold|keep|halte) (?:it|this|that|the (?:job|offer|place|post|role)|(?:ihnen |dir )?(?:die stelle"
    r"|den platz|das angebot))(?: open| free| for you| frei| offen)* (?:(?:un)?till?|bis)\b"
)
# What I am to do, and to tell nobody: “please bring your passport”.
BRINGS = re.compile(
    r"^(?!.*\?)(?!.*\b(?:confirm|let (?:me|us) know|accept|decline|rsvp|reply|answer|tell|send|e-?mail|call|ring"
    r"|choose|pick|book|which (?:of|one|day|date|time|slot|option)|whether|posted|in the loop"
    r"|welche[nrs]?|ob|bestätig\w*|bescheid|antwort\w*|schick\w*|send\w*|mail\w*|melde\w*)\b)(?:and |und |then "
    r"|so )?"
    r"(?:please |kindly |just |bitte |do )*(?:bring|prepare|arrive|be|come|wear|report|ensure|make sure|note|keep"
    r"|join"
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
    r".*(?:\bladen?\b.*\b(?:sie|dich)\b.*\bein(?:laden)?\b|\b(?:sie|dich)\b.*\beinladen\b|\binvite you (?:to|for)\b)"
)
# What is said at the door: “Geben Sie beim Portier Ihren Namen an”.
AT_DOOR = re.compile(
    r"^(?!.*\?).*\b(?:beim|am|an der|at the|to the|at|to) (?:portier|pförtner|empfang|pforte|klingel|reception"
    r"|front desk"
    r"|gatehouse|gate|security|barrier|door|seiteneingang|haupteingang)\b"
)
# “If something comes up just reply to this email”, “if you have already booked travel please send me the receipt”.
SUPPOSES = re.compile(
    r"^(?!.*\?)(?:and |but |so )?(?:if|should|falls|wenn|sollten?)\b(?:[^.;]{0,12}\b(?:you|this|that|it"
    r"|the (?:time|date|day|slot"
    r"|appointment)|sie|du|ihnen|dir|der termin|das)\b)[^.;,]{0,24}(?:\b(?:not|unable|nicht|verhindert|cannot"
    r"|otherwise)\b|n't\b)"
    r"[^.;,]{0,40},?[^.;]*\b(?:let (?:me|us) know|tell|say|shout|ring|call|contact|write|text|reply|e-?mail"
    r"|bescheid|melde\w*"
    r"|sag\w*|geben|rufen|schreib\w*)\b|"
    r"\bif (?:something|anything) (?:comes up|happens|changes|crops up)\b"
    r"|\b(?:if|should|falls|sollten) (?:you|sie)(?:'ve| have| haben)?(?: already| bereits| schon)\b(?!.*\?)"
)
# “You will hear from us”, “you can see your status”: nothing that they wait for.
HEARS = re.compile(
    r"^\W*(?![^.]*\b(?:please|let (?:me|us) know|(?:could|can|would) you)\b|.*\?).*(?:"
    r"\byou(?:'ll| will| should| shall| can expect to)(?: then| also)? (?:hear|get an? (?:answer|reply|update))\b"
    r"|\byou can (?:check|view|see|track|follow) \w+ (?:\w+ )?(?:status|application|progress)\b"
    r"|\b(?:sie|du) (?:hören|hörst|erhalten|erhältst|bekommen|bekommst)\b[^.;?]{0,60}\bvon (?:uns|mir)\b)"
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
# “Can do Thursday at half past seven, not later”: the time that there is.
_CAN_DO = re.compile(
    rf"^(?!.*\b(?:cancel\w*|can't|cannot|instead|mov\w+|resched\w+|no longer)\b).*\bcan do (?:\w+ )?(?:{DAY})"
)
# “I'm sorry, I know how this feels”: regret of whatever else is said.
_SORRY = re.compile(
    r"^(?:and |but )?(?:i'm|i am|we're|we are)?(?: so| very| really| truly)* ?sorry\b(?! to\b| that you)"
    r"(?!.*\b(?:not|no|unable|another|else|unsuccessful|filled|gone|decided|disappoint\w*|news|time)\b|.*n't\b)"
)
_DECIDED = ("invitation", "rejection", "offer", "cancellation", "asks")
DENIES = (
    *((OUTCOME, label, -ABOVE) for label in _DECIDED),
    (NO_PROMISE, "promise", -ABOVE),
    (LINK_ENDS, "asks", -ABOVE),
    (LINK_ENDS, "material", -ABOVE),
    (PLACE_MOVED, "cancellation", -ABOVE),
    (_SORRY, "rejection", -ABOVE),
    (NO_NEWS, "silence", -ABOVE),
    (THEIRS, "cancellation", -ABOVE),
    (THEIRS, "invitation", -ABOVE),
    (_CAN_DO, "cancellation", -ABOVE),
    (_HAVE, "material", -ABOVE),
    (_HAVE, "asks", -ABOVE),
    (TIME, "asks", -ABOVE),
    (OF_OTHERS, "asks", -ABOVE),
    (TIME, "material", -ABOVE),
    (BRINGS, "asks", -ABOVE),
    (AT_DOOR, "asks", -ABOVE),
    (_MAY, "asks", -ABOVE),
    (ONLY_INVITES, "asks", -ABOVE),
    (SUPPOSES, "asks", -ABOVE),
    (SUPPOSES, "material", -ABOVE),
    (_NO_REJECTION, "rejection", -LEAST),
    (NO_HOLD, "on_hold", -LEAST),
    (_IN_CASE, "cancellation", -ABOVE),
    (HOLDS, "material", -ABOVE),
    (_OF_JOB, "invitation", -ABOVE),
    (_HEARD, "invitation", -ABOVE),
    (_ARRANGES, "cancellation", -ABOVE),
    (_TOLD, "cancellation", -ABOVE),
    (_OF_DECISION, "cancellation", -ABOVE),
    (_FIRST, "promise", -ABOVE),
    (_FREE, "material", -ABOVE),
    (_FREE, "asks", -ABOVE),
    (KEPT, "promise", -ABOVE),
    (_LINKS, "promise", -ABOVE),
    (_WANTED, "promise", -ABOVE),
    (NEEDS, "promise", -ABOVE),
    (HEARS, "asks", -ABOVE),
    (_TELLS_ME, "asks", -ABOVE),
    (NOT_YET, "invitation", -ABOVE),
    (_WILL_INVITE, "invitation", -ABOVE),
    (_HELD_OPEN, "promise", -ABOVE),
    (STAYS, "rejection", -LEAST),
    (FREE_DAY, "cancellation", -ABOVE),
    (PAPER_ITEM, "noise", -ABOVE),
    (SUITS_US, "cancellation", -ABOVE),
    (MACHINES, "receipt", -ABOVE),
    (_FRAGMENT, "invitation", -ABOVE),
)
