"""What a sentence speaks of: closed offices, work that is asked for, a day that is kept free, regret."""

import re

from followup.exchange.mail.phrases.words import MEETING
from followup.prose.moved import MOVED, MOVES

CLOSURE = re.compile(
    r"\b(?:offices?|shop|site|building|we|hotel|practice|surgery|school|nursery|restaurant|kitchen|farm|studio|theatre"
    r"|museum|library|clinic|garage|college|centre|works)(?: is| are| will be| remains?)? closed\b|\bbetriebsferien\b"
    r"|\b(?:büro|geschäftsstelle|betrieb)\b.{0,40}\bgeschlossen\b",
    re.IGNORECASE,
)
# They ask about my data, and say nothing of the search.
PRIVACY = re.compile(
    r"\b(?:gdpr|dsgvo|data protection|personal data|(?:keep|store|delete|erase) (?:\w+ ){0,3}(?:data|profile)"
    r"|datenschutz\w*|personenbezogen\w*)\b",
    re.IGNORECASE,
)
# Instead of the time that stood.
ANOTHER = re.compile(
    rf"\b(?:instead|another (?:day|date|time|slot)|new (?:day|date|time|slot)|(?<!no )(?<!who ){MOVES}"
    r"|(?<!not )(?:later|earlier)|statt(?:dessen)?|neuen? termin|ander\w+ (?:tag|termin|zeit))\b",
    re.IGNORECASE,
)
# They may be hiring me: “Can you start the 11th of Jan?”
_STARTS_ON = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?(?=[./]\d|\W*$|[,;!?]| (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|\d{1,2}(?:st|nd|rd|th)\b|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|next (?:week|month|year|mon|tue|wed|thu|fri|sat|sun)"
    r"|tomorrow\b|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)"
)
STARTS = re.compile(
    rf"\b(?:can|could) (?:you|u) start (?:on |the |in |from )*{_STARTS_ON}|^start (?:on )?(?:the )?{_STARTS_ON}"
    r"|\b(?:kannst du|können sie) (?:am|ab|zum) [^.;?]{2,20} (?:anfangen|beginnen|starten)\b",
    re.IGNORECASE,
)
# What an offer speaks of.
HIRES = re.compile(
    r"\b(?:offer\w*|contract|terms|job|role|position|post|place|yours?|join\w*|start\w*|salary|pay|rate|wage"
    r"|welcome\w*|hir\w+|accept\w*|sign\w*|employ\w*|on board|onboard\w*|team|have you|you(?:'re| are) in|take you on"
    r"|appoint\w*|congrat\w*|a yes|proposal"
    r"|(?:like|want|love) you to|want you|angebot\w*|\w*vertrag\w*|stelle|platz|einstell\w*|zusage\w*|anfangen"
    r"|beginn\w*|eintritt|gehalt\w*|brutto"
    r"|euro?|willkommen|entschieden|nehmen|annehm\w*|antritt\w*|unterschr\w*|dabei|haben|arbeiten|glückwunsch)\b|[£€$]",
    re.IGNORECASE,
)
# What can be called off.
MEETS = re.compile(
    r"\b(?:interview\w*|assessment|call|chat|meet\w*|appointment|visit|tour|session|trial|round|slot|shift|see you|talk"
    r"|conversation|discussion|panel|make it|come|resched\w*|re-?arrang\w*|cancel\w*|postpon\w*|termin\w*"
    r"|\w*gespräch\w*|treffen|probe\w*|hospitation|schnupper\w*|vorsprechen|vorsingen|vorspiel|audition"
    r"|verschieb\w*|verschoben|absag\w*|abgesagt)\b",
    re.IGNORECASE,
)
# The same, and what one is invited to do.
COMES = re.compile(
    rf"{MEETS.pattern}|\b(?:invit\w*|speak|join|drop|pop|visit\w*|book|pick|select|choose|schedul\w+|available"
    rf"|availability"
    r"|free|zoom|teams|phone|video|next (?:stage|step|round)|kennen\w*|vorstell\w*|komm\w*|vorbei\w*|besuch\w*"
    r"|(?:ein)?lad\w*|buch\w*|wähl\w*|telefon\w*|sehen wir|zeit|runde|when|wann|see|links?|calend\w+)\b",
    re.IGNORECASE,
)
# An interview by its name, and not only a coming in.
NAMED = re.compile(rf"\b(?:{MEETING}|meet\w*|rounds?|runde|kennen\w*|vorstell\w*)\b", re.IGNORECASE)
# What was sent in.
APPLIED = re.compile(
    r"\b(?:application|applied|applying|candidature|cv|resume|résumé|bewerbung\w*|beworben|unterlagen|dossier"
    r"|lebenslauf)\b",
    re.IGNORECASE,
)
# What somebody who is turned down is not asked for.
WORK = re.compile(
    r"\b(?:exercise|(?:take-?home|test|sample) (?:task|project)|assignment|case study|homework|your (?:work|solution)"
    r"|probeaufgabe|arbeitsprobe|fallstudie|ihre lösung|deine lösung)\b",
    re.IGNORECASE,
)
# They answer that I asked how things stand.
CHASED = re.compile(
    r"\b(?:thanks?|thank you)(?: \w+){0,3} for (?:checking in|following up|chasing|your patience|the nudge"
    r"|(?:the|your) (?:reminder|follow-?up|check-?in))\b"
    r"|\b(?:no (?:dramas?|worries|problem|bother)|glad|good|fine|happy|right|nice) (?:about|that|with|for|of|to)\b"
    r"[^.;?]{0,20}\b(?:follow\w*[- ]?up|chas(?:e|ed|ing)|check\w* in|ask(?:ed|ing)?|nudge\w*)\b"
    r"|\b(?:radio silence|keep(?:ing)? you (?:waiting|hanging|in the dark)|that you had to (?:ask|chase|wait)"
    r"|as you asked how things stand|silence can be)\b"
    r"|\b(?:sorry|apologies)(?: that| for| about)? (?:we(?:'ve| have) been|the|my|our) (?:so )?(?:slow|quiet|silent"
    r"|delay|wait|silence)\b|\bdanke? der nachfrage\b|\bdass (?:sie|du) nachfrag\w*"
    r"|\b(?:danke|dank) für (?:ihre|deine|die) (?:nachfrage|geduld|erinnerung)\b|\bnachfragen musste\w*\b|\bzum stand\b"
    r"|\bzwischenstand\b|\bso lange (?:nichts|warten)\b",
    re.IGNORECASE,
)
# It rests, and I am still in it.
STAYS = re.compile(
    r"\b(?:application|candidature|profile|candidacy|bewerbung|kandidatur)\b[^.;?]{0,20}"
    r"\b(?:stays?|remains?|is(?: still)?|will (?:stay|remain)|bleibt)\b[^.;?]{0,30}"
    r"\b(?:live|active|open|valid|in place|with us|im (?:verfahren|rennen)|bestehen|aktiv|gültig|bei uns|erhalten)\b"
    r"|\bpick (?:it |this |things )?up (?:exactly |right )?(?:again |from )?where we left off\b"
)
# “Keep the day free”: it stands, though its time is still to come.
FREE_DAY = re.compile(
    r"\b(?:keep|hold|block) (?:the|that|this) (?:whole )?(?:day|date)\b(?!\W+(?:but|however))"
    r"|\bhalten sie sich (?:den|diesen) (?:ganzen )?tag\b|\b(?:tag|termin)\b[^.;?]{0,20}\bfrei(?:halten|zuhalten)\b",
    re.IGNORECASE,
)
# Regret alone: a refusal says so, and a pause.
REGRETS = re.compile(
    r"\b(?:better|happier|brighter|different) news\b|\bdisappoint\w*|\bnot the (?:news|answer|update)\b"
    r"|\b(?:besser|erfreulicher|schöner|ander)en? (?:nachricht\w*|mitteilung|bescheid)\b|\benttäusch\w*"
    r"|\b(?:no|nichts?|in no way) (?:a )?(?:reflection|judge?ment|wertung|mit ihnen)\b",
    re.IGNORECASE,
)
# Why ever, I am out; “unable to proceed until March” is no end.
ENDS = re.compile(
    r"(?:\b(?:unable|not able|not going|won't be able) to (?:take|progress|consider|continue|proceed|move|offer)\b"
    r"|\b(?:not be|no longer|aren't|isn't) (?:progressing|proceeding|moving|going ahead|taking|considering)\b"
    r"|\b(?:clos(?:e|ed|ing)|cancel\w*|withdr\w+) (?:the|this|our) (?:vacancy|role|position|search|post)\b"
    r"|\b(?:nicht weiter|nicht länger|nicht mehr) (?:berücksichtig\w*|verfolg\w*)\b|\babsage erteilen\b)"
    r"(?![^.;]*\b(?:until|till|before|at present|for now|at the moment|bis)\b)",
    re.IGNORECASE,
)
_ENJOYED = r"(?:lovely|nice|great|good|a pleasure|glad|wonderful|nett|schön|toll|super|interessant|spannend|gut|fun)"
_HAVE_MET = r"(?=[^.;?!]*\b(?:haben|hat|hast|habt|konnten?|waren?|warst)\b)"
PAST = (
    rf"(?:\b(?:war|waren|was|were|been) (?:\w+ )?{_ENJOYED}\b"
    rf"|(?:^|[.!?,;] )(?:so |very )?{_ENJOYED} (?:to (?:meet|see|talk|speak|have)|(?:meet|see|talk|speak|hav)ing)\b"
    r"|\benjoyed\b|(?:^|[.!?,;] )(?:we|i|everyone|the team)(?: all| really| very much)? (?:liked|loved|met|saw)\b"
    r"|\b(?:thanks|thank you|ta)(?: very much| so much| again)? for (?:coming|meeting|talking|speaking|visiting"
    r"|(?:your|the) (?:\w+ )?(?:time|visit|interview|chat|talk|conversation|meeting))\b"
    r"|\bdanke?(?: \w+){0,2} fürs?(?: [\w-]+){0,3}? (?:\w*gespräche?|\w*telefonat|\w*besuch|zeit"
    r"|\w*kommen|treffen|kennenlernen|dasein|probe\w+|schnuppertag|hospitation|vorsp\w+|vorsingen)\b"
    rf"|\b(?:schön|danke|toll|nett), dass (?:sie|du|wir|ihr)\b{_HAVE_MET}"
    r"|\bhat (?:mir |uns )?(?:spaß gemacht|(?:sehr |richtig )?(?:gut )?gefallen)\b)(?:, (?:sie|dich|euch)\b)?"
)
"""What tells that the meeting that follows is past: “lovely to meet you on Monday”, “danke für das Gespräch”."""
# “The wash-up has been put back to Tuesday”: theirs, and no meeting with me.
THEIRS = re.compile(
    r"\bthe (?:[\w-]+ )?(?:wash-?up|decision|board|committee|sign-?off|debrief|vote)(?: meeting)?"
    rf" (?:has|have|had|is|was)(?: now)?(?: been| to be)* {MOVED}\b"
)
# “Only the room has been changed”: it stands.
_PLACE = r"(?:room|venue|location|address|link|place|platform|floor|panel|raum|ort|zimmer|gebäude|adresse)"
PLACE_MOVED = re.compile(
    rf"\b{_PLACE} (?:has|have|is|was|wurde|wird|hat sich|ist)\b(?:[^.;?]|\.(?=\d)){{0,30}}\b(?:{MOVED}|geändert)\b"
    rf"|\b(?:only|just|nur) (?:moved |changed |switched )?(?:the |our |den |das |die )?{_PLACE}\b"
)
