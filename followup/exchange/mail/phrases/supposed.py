"""What stands under a condition that is theirs to decide: how it may go on, and nothing that is said yet."""

import re

from followup.exchange.mail.phrases.words import DAY

# What they think of me: that my profile fits, that they go on with me, that I am through.
_FITS = (
    r"(?:fits?|match\w*|suit(?:s|ed|able) (?:the|this|our|to)|short-?list\w*|select\w*|(?:un)?success\w*"
    r"|chosen|progress\w*|proceed|move|forward|further|next (?:stage|step|round)|meets?|align\w*|interest\w*"
    r"|(?:like|wish|want) to|decide\w*)"
)
_AM = (
    r"(?:short-?listed|selected|(?:un)?successful|chosen|through|among"
    r"|the (?:right|requirements|criteria|shortlist|cut))"
)
_IN = (
    r"(?:engere\w* (?:aus)?wahl|(?:nächste|zweite)\w* (?:runde|schritt|stufe)|ausgewählt|überzeug\w*"
    r"|berücksichtigt|in frage|in betracht|erfolgreich|eingeladen)"
)
OUTCOME = re.compile(
    r"^(?!.*\?)(?:and |but |und |aber )?(?:"
    r"(?:if|should|in case|provided(?: that)?) (?:(?:there(?:'s| is)|your (?!interview|appointment)\w+|we|our \w+|they"
    rf"|the (?:team|panel|recruiters?|hiring \w+))\b[^.;,?]{{0,60}}\b{_FITS}\b"
    rf"|you(?:'re|'ve| are| were| have| get| make| meet| be)\b(?: been| also| not)* {_AM}\b)"
    rf"|(?:sollten?|falls|wenn|sofern) (?:(?:sie|du)\b[^.;?,]{{0,60}}\b{_IN}\b|(?:ihre?|deine?|wir|es|das)\b"
    r"[^.;?,]{0,60}\b(?:passt|passen|passend\w*|überzeug\w*|entscheid\w*|kennenlernen|interess\w*|absagen|einladen"
    r"|erfüll\w*|entspr\w*|match)\b)"
    # Verb-first: “Passt Ihr Profil, laden wir …”, “Kommen Sie in die engere Wahl, …”.
    r"|(?:kommen|kommst|passt|passen|überzeugt|überzeugen|gehören|gehörst|entspricht|entscheiden|müssen|möchten|wollen)"
    r" (?:uns )?(?:sie|du|ihre?|deine?|wir|es)\b[^.;?,]{0,60}, (?:(?:so|dann) )?\w+ (?:wir|sie|du|ich)\b)"
)
"""“If you are shortlisted, …”, “sollten Sie in die engere Wahl kommen, …”: of a sentence in small letters."""
# They hear all the same where a day is named: “if you are not successful, you will hear by Friday”.
NO_PROMISE = re.compile(
    rf"(?!.*\b(?:{DAY}|\w+ (?:days?|weeks?|tagen?|wochen?)\b)){OUTCOME.pattern}"
)
# “For your security this link expires in 24 hours”.
LINK_ENDS = re.compile(
    r"\b(?:security|sicherheit\w*|portal|status|log-? ?in)\b.*\b(?:expires?|(?:ab)?läuft|gültig|valid)\b"
)
