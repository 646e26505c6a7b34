"""What a German point tells of: a trouble of theirs, a view, or what speaks for them."""

import re

# What one would not thank for: it is told, and nobody says that it was good to hear.
_A_TROUBLE = re.compile(
    r"(?i)\b(?:zu (?:viel|wenig|lange?|spät|langsam|teuer|klein|groß|eng|alt|oft)\w*|fehl(?:t|en)|mangel\w*"
    r"|\w*problem\w*|schwierig\w*|schwer|ärger\w*|leider|veraltet\w*|kaum|stress\w*|überlast\w*|überstunden"
    r"|unterbesetzt\w*|ausfäll\w*|ausgefallen|ausfallen|verzöger\w*|nerv\w*|hakt|klemmt|liegen ?bl(?:ei|ie)b\w*|rente"
    r"|krank\w*|sink(?:t|en)|not|weggegangen|verlassen|sorgen?|leid\w*|chaos|knapp\w*|nicht (?:mehr|genug|immer)"
    r"|noch nicht|kein\w* (?:zeit|geld|platz|leute))\b"
)
# What only says how things are: neither good nor bad news to whoever wants to work there.
_A_CONDITION = re.compile(
    r"(?i)\b(?:ab (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|\d+)|erst"
    r"|such(?:t|en)|brauch(?:t|en)|samstag\w*|sonntag\w*|wochenend\w*|\w*schicht\w*|probezeit|befristet\w*"
    r"|start(?:et|en)|beginn\w*|umzieh\w*|meld\w*|wichtig|kein\w*|nicht|wechsel\w*|gegangen|offen|druck|hektisch|laut|alt\w*|muss|müssen|soll(?:te)?n?|zähl\w*)\b"
)


def is_trouble(german: str) -> bool:
    """Whether a point tells of something that is hard for them."""
    return _A_TROUBLE.search(german) is not None


def speaks_for_them(german: str) -> bool:
    """Whether a point is one that whoever wants to work there likes to hear."""
    return not is_trouble(german) and _A_CONDITION.search(german) is None


_A_VIEW = re.compile(r"(?i)\b(?:soll(?:te)?n?|muss|müssen|darf|dürfen|zählt)\b")


def is_view(text: str) -> bool:
    """Whether a point says how things should be."""
    return bool(_A_VIEW.search(text))
