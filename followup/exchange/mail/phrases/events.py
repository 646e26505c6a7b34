"""What many are invited to beside the search, an open day, a Christmas dinner: no interview, on whatever day it is."""

import re

from followup.exchange.mail.phrases.elsewhere import search_words

_EVENT = re.compile(
    r"\b(?:open (?:day|house|evening)|tag der offenen tür|hausmesse|sommerfest|weihnachts(?:feier|essen|markt|basar)"
    r"|advents\w*|nikolaus\w*|umtrunk|(?:öffentliche\w* |abend|antritts|fest|ring)\w*(?:vortrag|lesung)"
    r"|offene werkstatt|verkaufsoffen\w*|public lecture"
    r"|glühwein\w*|grillfest|jubiläum\w*|stammtisch|flohmarkt|basar|tombola"
    r"|(?:christmas|xmas|holiday|summer|leaving|birthday|launch) (?:party|do|dinner|lunch|drinks|fair|market"
    r"|bash|fayre)"
    r"|(?:staff|office) (?:party|do|bash)|mulled wine|bake sale|fun ?run|charity (?:run|walk)|quiz night|raffle"
    r"|walk-?in drive|(?:career|job) fair|(?:small|little|big|farewell) party"
    r"|carol (?:service|concert)|nativity|webinar|alumn[ai]\w*|ehemaligentreffen|reunion|class of \d{4}|vernissage"
    r"|fundraiser|gala|ribbon[- ]cutting|housewarming|anniversary"
    r"|(?:\d+|zehn|zwanzig|fünfzig|hundert)[- ]jahr(?:e|-feier|feier)|(?:feiern|feiert|celebrat\w+) (?:\w+ ){0,3}"
    r"(?:\d+|jahre|years|geburtstag|birthday))\b",
    re.IGNORECASE,
)
# What they have on themselves on a day: “um 19 Uhr eröffnen wir”, “the vet is here”, “our stocktake”.
_THEIRS = re.compile(
    r"\b(?:(?:eröffne|feier|veranstalte|tag)(?:n|t|en) (?:wir|die|der|das|unser\w*|hier)\b"
    r"|wir (?:eröffnen|feiern|veranstalten)"
    r"|(?:we|they|i) (?:(?:are |will be )?(?:open|launch|celebrat|host)ing|open|launch|celebrate|host)\b(?! you)"
    r"|\b(?:re-?)?opens\b|\w*(?:fest|eröffnung|premiere|konzert|lesung|inventur|livestream|offsite"
    r"|betriebsausflug|hochzeit|taufe|versammlung)\b"
    r"|(?:(?:own|grand|big|public) opening|reading from|book reading|wedding|christening|funeral|stocktak\w+|luncheon"
    r"|off-?site|auction|concert|dress rehearsal|(?:tb|fire) test|jury term|retreat)\b)",
    re.IGNORECASE,
)
# What would say that it is the search's all the same.
_OF_THE_SEARCH = re.compile(
    r"\b(?:interview\w*|\w*gespräch\w*|trial|taster|prob\w+|kennenlern\w*|kennen ?zu ?lernen|shift|schicht|audition"
    r"|assessment|(?:your|ihre?|deine?)[nmrs]? (?:application|bewerbung|offer|vertrag|contract)|position|stelle|role"
    r"|(?:you|sie|du) (?:would|will|würde\w*|werde\w*)|you['\u2019](?:d|ll))\b",
    re.IGNORECASE,
)
_TO_ME = re.compile(
    r"\b(?:you|your|(?-i:Sie|Ihnen|Ihre?)|du|dir|dich|deine?|vorstell\w*|bewerb\w*|call|chat|meet\w*|termine?|treffen|zoom|teams|visit)\b|\?",
    re.IGNORECASE,
)
# Who writes to many, and what would say that it is of an application all the same.
_TO_MANY = re.compile(
    r"\b(?:register|registration|rsvp|tickets?|unsubscribe|anmeld\w+|abmelden|abbestell\w+)\b",
    re.IGNORECASE,
)
_APPLIED = re.compile(
    r"\b(?:your|ihre?|deine?)[nmrs]? (?:application|interview|candidature|bewerbung|unterlagen)|\bshortlist\w*"
    r"|\binterviews?\b|\w*gespräch\b|\bcandidates?\b|bewerb",
    re.IGNORECASE,
)


def is_event(text: str) -> bool:
    """Whether a sentence speaks of such a thing, and of nothing of the search."""
    return bool(_EVENT.search(text)) and not _OF_THE_SEARCH.search(text)


def is_theirs(part: str) -> bool:
    """Whether the part of a sentence that names a day says what they have on then, and speaks to nobody of it."""
    return bool(_THEIRS.search(part)) and not (_OF_THE_SEARCH.search(part) or _TO_ME.search(part))


def is_of_an_event(text: str, *, bulk: bool) -> bool:
    """Whether many are invited to something that is no interview; `bulk` is whether it was sent to many."""
    many = bulk and _TO_MANY.search(text) and not search_words(text)
    return bool(many or _EVENT.search(text)) and not _APPLIED.search(text)
