"""What many are invited to beside the search, an open day, a Christmas dinner: no interview, on whatever day it is."""

import re

_EVENT = re.compile(
    r"\b(?:open (?:day|house|evening)|tag der offenen tür|hausmesse|sommerfest|weihnachts(?:feier|essen|markt|basar)"
    r"|advents\w*|nikolaus\w*|umtrunk|(?:öffentliche\w* |abend|antritts|fest|ring)\w*(?:vortrag|lesung)"
    r"|offene werkstatt|verkaufsoffen\w*|public lecture"
    r"|glühwein\w*|grillfest|jubiläum\w*|stammtisch|flohmarkt|basar|tombola"
    r"|(?:christmas|xmas|holiday|summer|leaving|birthday|launch) (?:party|do|dinner|lunch|drinks|fair|market"
    r"|bash|fayre)"
    r"|(?:staff|office) (?:party|do|bash)|mulled wine|bake sale|fun ?run|charity (?:run|walk)|quiz night|raffle"
    r"|walk-?in drive|(?:career|job) fair|(?:small|little|big|farewell) party"
    r"|carol (?:service|concert)|nativity|webinar|alumni|ribbon[- ]cutting|housewarming|anniversary"
    r"|(?:\d+|zehn|zwanzig|fünfzig|hundert)[- ]jahr(?:e|-feier|feier)|(?:feiern|feiert|celebrat\w+) (?:\w+ ){0,3}"
    r"(?:\d+|jahre|years|geburtstag|birthday))\b",
    re.IGNORECASE,
)
# What would say that it is the search's all the same.
_OF_THE_SEARCH = re.compile(
    r"\b(?:interview\w*|\w*gespräch\w*|trial|taster|prob\w+|kennenlern\w*|kennen ?zu ?lernen|shift|schicht|audition"
    r"|assessment|(?:your|ihre?|deine?)[nmrs]? (?:application|bewerbung|offer|vertrag|contract)|position|stelle|role"
    r"|(?:you|sie|du) (?:would|will|würde\w*|werde\w*))\b",
    re.IGNORECASE,
)


def is_event(text: str) -> bool:
    """Whether a sentence speaks of such a thing, and of nothing of the search."""
    return bool(_EVENT.search(text)) and not _OF_THE_SEARCH.search(text)
