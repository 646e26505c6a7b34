"""What stands under a condition that is theirs to decide: how it may go on, and nothing that is said yet."""

import re

from followup.exchange.mail.phrases.words import DAY

# The rest of the condition: to its comma, without a day, and not into what follows from it: “…, we would like to”.
_REST = (
    rf"(?:(?! (?:we|i|you|they|it)(?:'| would| will| can| could| are| have)|\b(?:{DAY}))[^.;,?])*"
)
# What they think of me: that my profile fits, that they go on with me, that I am through.
_FITS = (
    r"(?:fits?|match\w*|suit(?:s|ed|able) (?:the|this|our|to)|short-?list\w*|select\w*|(?:un)?success\w*|chosen"
    r"|progress\w*|proceed|(?:mov\w+|go|tak\w+|put) (?:\w+ ){0,3}(?:forward|further|on|ahead)|next (?:stage|step|round)"
    r"|meets?|align\w*|interest\w*|agrees|approves?|signs (?:it |this )?off|(?:like|wish|want) to (?:progress"
    r"|proceed|invite|meet|interview|see|speak|talk)|decide\w*)"
)
_AM = (
    r"(?:short-?listed|selected|(?:un)?successful|chosen|through|among"
    r"|the (?:right|requirements|criteria|shortlist|cut))"
)
_IN = (
    r"(?:engere\w* (?:aus)?wahl|(?:nächste|zweite)\w* (?:runde|schritt|stufe)|ausgewählt\w*|überzeug\w*"
    r"|berücksichtigt|in frage|in betracht|erfolgreich|eingeladen)"
)
_OURS = (
    rf"(?:{_IN}|pass(?:t|en|end\w*)|entscheid\w*|kennenlernen|interess\w*|absagen|einladen|zustimm\w*|erfüll\w*"
    rf"|entspr\w*"
    r"|match)"
)
_YOURS = r"(?:ihre?|deine?)\b"
OUTCOME = re.compile(
    r"^(?!.*\?)(?:and |but |und |aber )?(?:"
    r"(?:if|should|in case|provided(?: that)?) (?:(?:there(?:'s| is)|your (?!interview|appointment)\w+|we|our \w+|they"
    rf"|the (?:\w+ )?(?:team|panel|recruiters?|hiring \w+|director|board|trustees|committee"
    rf"|council))\b{_REST}\b{_FITS}\b"
    rf"|you(?:'re|'ve| are| were| have| get| make| meet| be)\b(?: been| also| not)* {_AM}\b)"
    rf"|(?:sollten?|falls|wenn|sofern) (?:(?:sie|du)\b{_REST}\b{_IN}\b"
    rf"|(?:{_YOURS}|(?:die|der|das) (?:geschäftsführung|leitung|vorstand|team|gremium|betriebsrat|träger)|wir\b"
    rf"|es\b(?! für sie| ihnen| dir)){_REST}\b{_OURS}\b)"
    # Verb-first: “Passt Ihr Profil, laden wir …”, “Kommen Sie in die engere Wahl, …”.
    rf"|(?:(?:passt|passen|überzeug\w+|entspr\w+|erfüll\w+) (?:uns )?{_YOURS}"
    rf"|(?:kommen|kommst|gehören|gehörst) (?:sie|du)\b{_REST}\b{_IN}\b"
    rf"|(?:entscheiden|müssen|möchten|wollen) wir\b{_REST}\b(?:{_OURS}|für (?:sie|dich))\b){_REST},"
    r" (?:(?:so|dann) )?\w+ (?:wir|sie|du|ich)\b)"
)
"""“If you are shortlisted, …”, “sollten Sie in die engere Wahl kommen, …”: of a sentence in small letters."""
# They hear all the same where a day is named: “if you are not successful, you will hear by Friday”.
NO_PROMISE = re.compile(
    rf"(?!.*\b(?:{DAY}|\w+ (?:days?|weeks?|tagen?|wochen?)\b)){OUTCOME.pattern}"
)
