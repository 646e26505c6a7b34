"""What a sentence of a mail speaks of: closed offices, work or papers that are asked for, a day that is kept free."""

import re

CLOSURE = re.compile(
    r"\b(?:office|offices|shop|site|building|we)(?: is| are| will be| remains?)? closed\b|\bbetriebsferien\b"
    r"|\b(?:büro|geschäftsstelle|betrieb)\b.{0,40}\bgeschlossen\b",
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
    r"|\b(?:radio silence|keep(?:ing)? you (?:waiting|hanging|in the dark)|that you had to (?:ask|chase|wait)"
    r"|as you asked how things stand|silence can be)\b"
    r"|\b(?:danke|dank) für (?:ihre|deine|die) (?:nachfrage|geduld|erinnerung)\b|\bnachfragen musste\w*\b|\bzum stand\b"
    r"|\bzwischenstand\b|\bso lange (?:nichts|warten)\b",
    re.IGNORECASE,
)
# What is handed in, not only said.
HANDS_IN = re.compile(
    r"\b(?:send|share|provide|submit|upload|attach|return|bring|forward|complete|schicken|senden|einreichen)\b"
)
# What is only told, and what is handed in all the same.
TELLS = re.compile(
    r"\bwhich (?:one|of (?:them|these|those)|slot|time|day|date|option)\b|\b(?:answers|replies|responses) to\b"
    r"|\b(?:the |these |those |your )?(?:below|following|above)(?: \w+)? (?:details|questions|points"
    r"|information|info|particulars)"
    r"|\b(?:details|questions|points|information|info|particulars) (?:below|above|asked)"
    r"|\b(?:what|which|where|when|how (?:much|many|long|soon)) (?:are|do|did|would|could|can|is|was|were|have|notice)\b"
    r"[^.;]{0,80}\?|\b(?:pick|choose|select) (?:one|any)\b"
    r"|\b(?:notice period|ctc|salary expectations?|expected salary|availability|current salary|kündigungsfrist"
    r"|gehaltsvorstellung\w*)\b"
)
_PAPER = (
    r"(?:cvs?|resumes?|résumés?|portfolio|certificat\w+|references|referees|transcripts?|diploma|exercise|task|case|work"
    r"|samples?|slides|presentation|passport|documents?|forms?|pdf|lebenslauf|\w*zeugniss?e?n?|unterlagen|nachweis\w*"
    r"|\w*bescheinigung\w*|referenzen|urkunden?|diploms?)"
)
PAPERS = re.compile(rf"\b{_PAPER}\b")
# “1. Updated CV”: an item of what they want.
PAPER_ITEM = re.compile(
    rf"^(?:\(?\d{{1,2}}[.)]|[-*\u2022\u2013]) (?:[\w'-]+ ){{0,5}}{_PAPER}(?: \([^)]*\))?\W*$"
)
_THEM = (
    r"(?:them|it|these|those|this|both|all of (?:them|it|these)|everything|the (?:below|following|same)|diese[ns]?"
    r"|sie|es|beide[s]?|alles|dies|ihn)"
)
# What is still missing, what they want back with an answer, and “send us these by …”.
WANTS_PAPERS = re.compile(
    rf"\b(?:reply|respond|answer|write|get|come) back (?:to (?:me|us) )?with (?:\w+ ){{0,7}}{_PAPER}\b"
    rf"|\b(?:reply|respond|answer|revert) with (?:(?!when|what|which|if)\w+ ){{0,7}}{_PAPER}\b"
    rf"|\b(?:we|i)(?:'re| are|'m| am)(?: still| just)? (?:missing|lacking|short of|waiting (?:for|on) your)"
    rf" (?:\w+ ){{0,4}}{_PAPER}\b"
    rf"|\blet (?:me|us) have (?:{_THEM}|your (?:\w+ ){{0,3}}{_PAPER})\b"
    rf"|\bfehl(?:t|en)\b[^.;?]{{0,40}}\b{_PAPER}\b"
    rf"|\b(?:benötigen|benötige|brauchen|brauche|bräuchten|bräuchte) (?:wir|ich)?\b[^.;?]{{0,60}}\b{_PAPER}\b"
    r"|\b(?:(?:schicken|senden|reichen|mailen|laden) sie(?: (?:uns|mir))?|(?:schick|send|mail|reich|lad)\w*"
    r" (?:uns|mir)|bitte (?:schick|send|mail|reich|lad)\w*)(?: bitte)? (?:diese[ns]?|es|beides?|alles|dies|ihn)\b"
    r"[^.;?]{0,60}\bbis\b"
)
# “I will need them by Wednesday” is what I owe, not what they do.
NEEDS = re.compile(
    rf"\b(?:i|we)(?:'ll| will| would| shall|'d)?(?: also| only| just| still)? (?:need|require|want) {_THEM}\b"
    r"|\b(?:i|we)(?:'ll| will| would| shall|'d)?(?: also| only| just| still)? (?:need|require) (?:[\w']+ ){1,4}"
    r"(?:back )?(?:by|before|no later than)\b"
    rf"|\b(?:ich|wir) (?:brauche|brauchen|benötige|benötigen) {_THEM}\b"
)
# It rests, and I am still in it.
STAYS = re.compile(
    r"\b(?:application|candidature|profile|candidacy|bewerbung|kandidatur)\b[^.;?]{0,20}"
    r"\b(?:stays?|remains?|is(?: still)?|will (?:stay|remain)|bleibt)\b[^.;?]{0,30}"
    r"\b(?:live|active|open|valid|in place|with us|im (?:verfahren|rennen)|bestehen|aktiv|gültig)\b"
    r"|\bpick (?:it |this |things )?up (?:exactly |right )?(?:again |from )?where we left off\b"
)
# “Keep the day free”: it stands, though its time is still to come.
FREE_DAY = re.compile(
    r"\b(?:keep|hold|block) (?:the|that|this) (?:whole )?(?:day|date)\b(?!\W+(?:but|however))"
    r"|\bhalten sie sich (?:den|diesen) (?:ganzen )?tag\b|\b(?:tag|termin)\b[^.;?]{0,20}\bfrei(?:halten|zuhalten)\b",
    re.IGNORECASE,
)
# “Der Termin passt bei uns auch”: it stands.
SUITS_US = re.compile(
    r"\b(?:passt|klappt|geht)\b(?: (?:bei |für )?(?:uns|mir|mich))(?: (?!nicht|leider|doch)\w+)?"
    r" (?:auch|gut|prima|bestens|perfekt|wunderbar)\b"
    r"|(?<!no longer )(?<!not )(?<!n't )\b(?:works|suits|is (?:fine|good|great|perfect)|is all good)"
    r"(?: (?:for|with|by))? (?:us|me)\b(?: (?:too|as well|fine|well|perfectly))?(?=[.,;!]|$)",
    re.IGNORECASE,
)
# Regret alone: a refusal says so, and a pause.
REGRETS = re.compile(
    r"\b(?:better|happier|brighter|different) news\b|\bdisappoint\w*|\bnot the (?:news|answer|update)\b"
    r"|\b(?:besser|erfreulicher|schöner|ander)en? (?:nachricht\w*|mitteilung|bescheid)\b|\benttäusch\w*"
    r"|\b(?:no|nichts?|in no way) (?:a )?(?:reflection|judge?ment|wertung|mit ihnen)\b",
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
# “You will hear from us”, “you can see your status”: nothing that they wait for.
HEARS = re.compile(
    r"^\W*(?![^.]*\b(?:please|let (?:me|us) know|(?:could|can|would) you)\b|.*\?).*(?:"
    r"\byou(?:'ll| will| should| shall| can expect to)(?: then| also)? (?:hear|get an? (?:answer|reply|update))\b"
    r"|\byou can (?:check|view|see|track|follow) \w+ (?:\w+ )?(?:status|application|progress)\b"
    r"|\b(?:sie|du) (?:hören|hörst|erhalten|erhältst|bekommen|bekommst)\b[^.;?]{0,60}\bvon (?:uns|mir)\b)"
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
