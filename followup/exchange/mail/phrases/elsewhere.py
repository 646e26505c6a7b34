"""What comes to the same mailbox and has nothing to do with an application: sign-in codes, a patient's appointment."""

import re

_CODE = re.compile(
    r"\b(?:one[- ]time|verification|security|confirmation|sign[- ]?in|log[- ]?in|access|authentication) "
    r"(?:code|pass ?code|pin|password)\b|\b(?:verify|confirm|validate) your (?:new )?(?:e-?mail|account|address)\b"
    r"|\b(?:reset|change|choose|set)(?:ting)? (?:your|a|a new|my) password\b|\bpassword (?:reset|has been changed)\b"
    r"|\b(?:bestätigungs|verifizierungs|anmelde|sicherheits|einmal|zugangs)(?:code|passwort|kennwort)\b"
    r"|\b(?:passwort|kennwort) (?:zurücksetzen|ändern|wurde geändert)\b"
    r"|\bbestätigen sie (?:bitte )?ihre (?:e-?mail|mail)-?adresse\b",
    re.IGNORECASE,
)
# What a customer or a patient comes for, and what a house or a job may be called after.
_SERVICE = (
    r"(?:prophylaxe\w*|zahnreinigung|kontrolluntersuchung|vorsorge(?:untersuchung)?|impf(?:termin|ung)|blutabnahme"
    r"|behandlung(?:stermin)?|friseurtermin|haarschnitt|hauptuntersuchung|inspektion|reifenwechsel|ölwechsel"
    r"|werkstatttermin|zählerablesung|heizungswartung|schornsteinfeger\w*|wohnungsbesichtigung|sehtest|lieferung|paketzustellung"
    r"|check-?up|vaccination|flu jab|booster|prescription|repeat order|mot|car service"
    r"|haircut|parcel|boiler service|meter reading|eye test|blood test|smear test|table for"
    r"|viewing of the (?:flat|house))"
)
_HOUSE = r"(?:tüv|dental|dentist|hygienist|reservation|gp surgery)"
_APPOINTMENT = re.compile(rf"\b(?:{_SERVICE}|{_HOUSE}|your (?:gp|doctor))\b", re.IGNORECASE)
_SERVED = re.compile(rf"\b{_SERVICE}\b", re.IGNORECASE)
_VISIT = r"(?:appointment|termin|check-?up|visit|booking|cleaning|reservation)"
# What only a patient or a customer is told.
_PATIENT = re.compile(
    r"\b(?:versicherten|kranken(?:kassen|versicherungs)?|e-?gesundheits|gesundheits|impf)-?(?:karte|kärtchen|pass)\b"
    r"|\b(?:medical history|new patient|patient registration|insurance) (?:form|card|details)\b|\banamnesebogen\b"
    r"|\b(?:cancel|rebook|reschedul|absag|nicht absag|ausgefall)\w*\b[^.;?]{0,80}"
    r"\b(?:charged|fee|in rechnung|berechne\w*|ausfallhonorar)\b",
    re.IGNORECASE,
)
# They look for people, too, and say so to everybody: to the end of the paragraph.
_ADVERT = re.compile(
    r"\b(?:(?:we(?:'|\u2019)?re|we are)(?: also| now)? hiring|wir (?:suchen (?:auch )?verstärkung|stellen ein)"
    r"|(?:lust|interesse)(?: darauf)?,? bei uns zu arbeiten|(?:want|fancy|like) to work (?:for|with) us"
    r"|werde teil unseres teams)(?!\w)"
    r"(?:[^\n]|\n(?!\s*\n))*",
    re.IGNORECASE,
)
# “Termin zur Vorstellung”: a patient's, too.
_SHOWN_TO_DOCTOR = re.compile(r"\bvorstellung(?:stermin\w*)?\b", re.IGNORECASE)
# A friend's words: how they part, what one meets for, and that they ask how it went elsewhere.
_FOND = re.compile(
    r"\b(?:bussi|küsschen|kuss|knutscher|hdl|hdgdl|hab dich lieb|drück dich|xoxo|love you|lots of love|mum|mama|papa)\b"
    r"|\b(?:go to (?:bed|sleep)|geh (?:ins bett|schlafen))\b|\bx{2,3}\s*$"
    r"|[\U0001F618\U0001F970\U0001F60D\U0001F942\u2764]",
    re.IGNORECASE,
)
_LEISURE = re.compile(
    r"\b(?:caf[\u00e9e]|kneipe|biergarten|kino|pubs?|drinks?|beers?|bierchen|dinner|supper|abendessen|brunch|pizza|party|konzert|concert|gig"
    r"|tickets?|karten|foyer|picknick|picnic|birthday|geburtstag\w*|grillen|barbecue|bbq|movie|fotos|climbing|bouldern)\b",
    re.IGNORECASE,
)
_ASKS_HOW = re.compile(
    r"\bwie (?:war|wars|war's|lief|liefs|lief's)\b[^.;?]{0,60}\?|\bhow (?:did|was|were|'d)\b[^.;?]{0,60}"
    r"\b(?:interview|go|it|trial|chat)\b[^.;?]{0,30}\?|\b(?:haben|hat) (?:sie|der|die|er) dir\b[^.;?]{0,60}\?"
    r"|\b(?:did|have) they\b[^.;?]{0,60}\byou\b[^.;?]{0,30}\?",
    re.IGNORECASE,
)
# Who says so hires, however they sign: “we'd like to invite you to interview … at the pub. Sue xx”.
_HIRES_ME = re.compile(
    r"\b(?:invite you (?:to|for|in)|(?:like|love) you to (?:come|interview|join)"
    r"|your (?:cv|r[e\u00e9]sum[e\u00e9]|application)"
    r"|(?:laden|lade) (?:sie|dich)|(?:ihre|deine) (?:bewerbung|unterlagen))\b",
    re.IGNORECASE,
)
# Luck that is wished for an interview with somebody else, and what is said of those.
_WISHES = re.compile(
    r"\byou(?:'|\u2019)?ll (?:smash|ace|nail|walk) it\b|\b(?:fingers(?: and toes)?|everything) crossed\b"
    r"|\bbreak a leg\b|\btoi,? toi\b|\bdrück\w* dir\b[^.;!]{0,30}\bdaumen\b|\bdu rockst das\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\bthey(?:'|\u2019)?d be (?:mad|fools?|idiots|crazy|stupid) not to\b"
    r"|\b(?:if|when) they (?:have ?n(?:'|\u2019)?t|do ?n(?:'|\u2019)?t|have) "
    r"(?:made|make|offer\w*|given|give|hire|take)\b"
    r"|\b(?:die|sie) wären (?:ja |doch )?(?:blöd|verrückt|dumm)\b",
    re.IGNORECASE,
)
# What many are invited to, and what would say that it is of an application all the same.
_EVENT = re.compile(
    r"\b(?:alumn[ai]\w*|ehemaligentreffen|reunion|class of \d{4}|newsletter|webinar|open (?:day|evening)"
    r"|tag der offenen tür|sommerfest|jubiläumsfeier|vernissage|fundraiser|gala)\b",
    re.IGNORECASE,
)
_TO_MANY = re.compile(
    r"\b(?:register|registration|rsvp|tickets?|unsubscribe|anmeld\w+|abmelden|abbestell\w+)\b",
    re.IGNORECASE,
)
_APPLIED = re.compile(
    r"\b(?:your|ihre?|deine?)[nmrs]? (?:application|interview|candidature|bewerbung|unterlagen)|\bshortlist\w*"
    r"|\binterviews?\b|\w*gespräch\b|\bcandidates?\b|bewerb",
    re.IGNORECASE,
)
# Mine, as a customer's: “your dental check-up”, “Ihr Termin zur Prophylaxe”, “booked in with Sam for a haircut”.
_MINE = re.compile(
    rf"\b(?:your|ihre?[nmrs]?|deine?[nmrs]?) (?:[\w-]+ ){{0,2}}?(?:{_SERVICE}\b|reservation\b(?! \w*manager)"
    rf"|{_HOUSE}[ -]{_VISIT}\b|(?:gp|doctor)\b)"
    r"|\b(?:appointment|termin|reminder|erinnerung|buchung|booking|booked|due|reservation)\b[^.;?]{0,20}?"
    r" (?:for|zur|zum|für|an)(?: (?:the|your|an?|die|den|das|eine?n?|ihre?n?))?(?: [\w-]+)?"
    rf" (?:{_SERVICE}|tüv)\b",
    re.IGNORECASE,
)
_REMINDS = re.compile(
    r"\b(?:termin\w*|erinner\w*|buchung|appointment|remind\w*|booking|booked|due)\b", re.IGNORECASE
)
_WORK = re.compile(
    r"\binterview\w*|\bjobs?\b|\brole\b|\bposition\b|\bvacanc\w+|\bpost (?:of|as)\b"
    r"|\bappl(?:y|ied|ying|ication\w*|icant\w*)\b"
    r"|\bcandidate|\bcvs?\b|\bcareers?\b|\brecruit\w*|\bhir(?:e|ing)\b|\btrial\b|\bassessment\b|\boffer\b"
    r"|bewerb|(?<!rechnung )\bstelle|gespräch"
    r"|probearbeit|hospitation|arbeitstag|lebenslauf|praktikum|ausbildung|vorstell|job",
    re.IGNORECASE,
)
# What comes to a customer, a tenant or a patient.
_CUSTOMER = re.compile(
    r"\b(?:ablesung|heizkosten\w*|heizkörper|mieter\w*|mietsache|hausverwaltung|zustellung|sendung(?:s\w+)?|paket\w*"
    r"|bestell(?:ung|nummer)\w*|lieferung|liefertermin|versand(?:bestätigung)?|gutschein\w*|rabatt\w*|reparatur|zähler\w*"
    r"|deliver(?:y|ies|ed) (?:slot|window|driver|of your|on|between)|parcels?|lettings?|tenan(?:t|cy)\w*|landlord|meter"
    r"|electricity|engineer will"
    r"|(?:inspect\w*|visit) (?:the|your) (?:flat|house|property|boiler)|dispatched|voucher|table for (?:\w+|\d+)"
    r"|your (?:order|car|van|vehicle|bike|policy|table|boiler|lease|broadband|subscription|membership|pet|dog|cat|loan"
    r"))\b|\d ?% (?:auf|off)\b",
    re.IGNORECASE,
)
# What else than a job's name tells that one is met for a job.
_MET_FOR = re.compile(
    r"\b(?:talk\w*|chat\w*|calls?|speak\w*|meet\w*|see you|visit|tour|shift|session|taster|audition|rounds?|runde|stage"
    r"|slides|panel|team|kolleg\w*|colleagues?|shortlist\w*|start(?:ed|ing)?|salary|pay|wage|contract|vertrag\w*|gehalt"
    r"|brutto|\w*probe\w*|schnupper\w*|kennen\w*|treffen|vorbei\w*|komm\w*|telefon\w*|terminbestätigung|entschieden"
    r"|come\w*|can do|slots?|zeigen|show you"
    r"|nehmen dich|want you|wollen dich|all set|interested|interesse\w*|pop in|drop in|test|zoom|video\w*"
    r")\b",
    re.IGNORECASE,
)


_TWICE = 2


def is_strangers(text: str, what: str) -> bool:
    """Whether a mail names nothing of a search: a customer's matter, or an invitation or offer to nothing."""
    if _WORK.search(_ADVERT.sub("", text)):
        return False
    return bool(_CUSTOMER.search(text)) or (what in ("invitation", "offer") and not is_met(text))


def is_met(text: str) -> bool:
    """Whether a text says that one meets, though it names no job."""
    return bool(_MET_FOR.search(text)) and len({*map(str.lower, _CUSTOMER.findall(text))}) < _TWICE


def is_code(text: str) -> bool:
    """Whether a text is about a code or a password to sign in with."""
    return bool(_CODE.search(text))


def is_elsewhere(text: str, *, machine: bool) -> bool:
    """Whether a mail plainly is a code to sign in with (of a machine), or a customer's or a patient's own matter."""
    return may_be_elsewhere(text, machine=machine) and bool(
        _MINE.search(text) or _PATIENT.search(text) or not _APPOINTMENT.search(text)
    )


def is_event(text: str, *, bulk: bool) -> bool:
    """Whether many are invited to something that is no interview; `bulk` is whether it was sent to many."""
    many = bulk and _TO_MANY.search(text) and not _WORK.search(text)
    return bool(many or _EVENT.search(text)) and not _APPLIED.search(text)


def is_friends(text: str) -> bool:
    """Whether a friend may write: with luck for an interview or of pleasure, and parts or asks so."""
    if _HIRES_ME.search(text):
        return False
    wishes, asks = bool(_WISHES.search(text)), len(_ASKS_HOW.findall(text)) >= _TWICE
    fond = bool(_FOND.search(text))
    if _LEISURE.search(text):
        return fond or asks or wishes
    return wishes and (fond or bool(_OF_THEM.search(text)))


def is_of_others(text: str) -> bool:
    """Whether a text speaks of an interview as one that is with somebody else."""
    return bool(_OF_THEM.search(text)) or len(_ASKS_HOW.findall(text)) >= _TWICE


def is_of_work(text: str) -> bool:
    """Whether a text names what only a search has: an interview, a job, a candidate."""
    return bool(_WORK.search(text))


def may_be_elsewhere(text: str, *, machine: bool) -> bool:
    """Whether a mail may be a customer's or a patient's matter, though a house may only be called so: “TÜV Nord”."""
    visits = (_APPOINTMENT.search(text) or _PATIENT.search(text)) and _REMINDS.search(text)
    rest = _ADVERT.sub("", text)
    about_work = _WORK.search(_SHOWN_TO_DOCTOR.sub("", rest) if _PATIENT.search(rest) else rest)
    return bool(visits or (machine and is_code(text))) and not about_work


def without_advert(text: str, subject: str) -> str:
    """A text; of one to a patient or a customer without the vacancies that it advertises to all of them."""
    rest = _ADVERT.sub("", text)
    visits = any(sign.search(rest) for sign in (_PATIENT, _MINE, _SERVED))
    return rest if visits and _REMINDS.search(f"{subject}\n{rest}") else text
