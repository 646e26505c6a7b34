"""How papers and tasks are asked for."""

import re

# What is handed in, not only said.
HANDS_IN = re.compile(
    r"\b(?:send|share|provide|submit|upload|attach|return|bring|forward|complete|schicken|senden|einreichen)\b"
)
# What is only told, and what is handed in all the same.
TELLS = re.compile(
    r"\b(?:let (?:me|us) have|(?:send|drop|give) (?:me|us)) (?:a (?:quick |short )?(?:line|word|note|shout|text)"
    r"|an answer|your answers?)\b|"
    r"\bwhich (?:one|of (?:them|these|those)|slot|time|day|date|option)\b|\b(?:answers|replies|responses) to\b"
    r"|\b(?:the |these |those |your )?(?:below|following|above)(?: \w+)? (?:details|questions|points"
    r"|information|info|particulars)|\b(?:details|questions|points|information|info|particulars) (?:below|above|asked)"
    r"|\b(?:what|which|where|when|how (?:much|many|long|soon)) (?:are|do|did|would|could|can|is|was|were|have|notice)\b"
    r"[^.;]{0,80}\?|\b(?:pick|choose|select) (?:one|any)\b"
    r"|\b(?:notice period|ctc|salary expectations?|expected salary|availability|current salary|kündigungsfrist"
    r"|gehaltsvorstellung\w*)\b"
)
_PAPER = (
    r"(?:cvs?|resumes?|résumés?|portfolio|certificat\w+|references|referees|transcripts?|diploma|exercise|task"
    r"|case|work"
    r"|samples?|solution|slides|presentation|passport|documents?|forms?|pdf|lebenslauf|lösung(?:en)?|fallstudie"
    r"|datei(?:en)?|\w*zeugniss?e?n?|unterlagen|nachweis\w*"
    r"|\w*bescheinigung\w*|referenzen|urkunden?|diploms?)"
)
PAPERS = re.compile(rf"\b{_PAPER}\b")
_THEM = (
    r"(?:them|it|these|those|this|both|all of (?:them|it|these)|everything|the (?:below|following|same)|diese[ns]?"
    r"|sie|es|beide[s]?|alles|dies|ihn)"
)
# “Do you hold a first aid certificate?”: only asked about.
HOLDS = re.compile(
    r"^(?!.*\b(?:send|share|provide|submit|upload|attach|bring|forward|schick\w*|send\w*|mitbring\w*)\b)"
    r".*\b(?:(?:do|have|are) you|haben sie|hast du)\b[^.;]{0,60}\b(?:hold|have|got|own|need|haben|einen?|ein)\b[^.;]*\?"
    r"|\byour answers?\b|\b(?:ihre|deine) antwort(?:en)?\b"
)
# What is still missing, what they want back with an answer, and “send us these by …”.
WANTS_PAPERS = re.compile(
    r"\bif (?:we|i) (?:had|have|got|get|could have|could get|received) (?:it|them|these|those|this|everything"
    r"|both)(?: \w+)? (?:by|before|until|no later|within|in)\b|"
    r"\bwenn (?:ich|wir) (?:sie|es|das|die|alles|beides)\b[^.;?,]{0,30}\bbis\b[^.;?,]{0,30}\b(?:habe|hätte|bekomm"
    r"|vorlieg)\w*|"
    rf"\b(?:reply|respond|answer|write|get|come) back (?:to (?:me|us) )?with (?:\w+ ){{0,7}}{_PAPER}\b"
    rf"|\b(?:reply|respond|answer|revert) with (?:(?!when|what|which|if)\w+ ){{0,7}}{_PAPER}\b"
    rf"|\b(?:we|i)(?:'re| are|'m| am)(?: still| just)? (?:missing|lacking|short of|waiting (?:for|on) your)"
    rf" (?:\w+ ){{0,4}}{_PAPER}\b"
    r"|\b(?:could|can|may|might) (?:i|we) (?:please )?(?:have|get|see) (?:them|these|those|both)(?: all)? (?:\w+ )?"
    r"(?:by|before|until|no later)\b"
    r"|\b(?:schaffst du|schaffen sie|bekomme(?:n)? (?:ich|wir)|kriege(?:n)? (?:ich|wir)) (?:das|die|den|es|alles|sie)\b"
    r"[^.;?]{0,20}\bbis\b"
    rf"|\blet (?:me|us) have (?:{_THEM}|your (?:\w+ ){{0,3}}{_PAPER})\b"
    rf"|\bfehl(?:t|en)\b[^.;?]{{0,40}}\b{_PAPER}\b"
    rf"|\b(?:benötigen|benötige|brauchen|brauche|bräuchten|bräuchte) (?:wir|ich)?\b[^.;?]{{0,60}}\b{_PAPER}\b"
    r"|\b(?:(?:schicken|senden|reichen|mailen|laden) sie(?: (?:uns|mir))?|(?:schick|send|mail|reich|lad)\w*"
    r" (?:uns|mir)|bitte (?:schick|send|mail|reich|lad)\w*)(?: bitte)?"
    rf" (?:diese[ns]?|es|beides?|alles|dies|ihn|(?:ihre?n?|deine?n?|die|den|das) (?:\w+ ){{0,2}}{_PAPER}"
    r"|(?:die|das|den) (?!antwort|rückmeld|bestätig|zusage)[\w-]+(?=.* (?:zurück|ein|nach|hoch)\b))\b"
    r"[^.;?]{0,60}\b(?:bis|innerhalb|binnen)\b"
)
# “I will need them by Wednesday” is what I owe, not what they do.
NEEDS = re.compile(
    rf"\b(?:i|we)(?:'ll| will| would| shall|'d)?(?: also| only| just| still)? (?:need|require|want) {_THEM}\b"
    r"|\b(?:i|we)(?:'ll| will| would| shall|'d)?(?: also| only| just| still)? (?:need|require) (?:[\w']+ ){1,4}"
    r"(?:back )?(?:by|before|no later than)\b"
    rf"|\b(?:ich|wir) (?:brauche|brauchen|benötige|benötigen) {_THEM}\b"
)
