"""What comes to the same mailbox and has nothing to do with an application: sign-in codes, a patient's appointment."""

import re

from followup.exchange.mail.phrases.words import TWICE

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
    r"|werkstatttermin|zählerablesung|heizungswartung|schornsteinfeger\w*|wohnungsbesichtigung|sehtest|lieferung"
    r"|paketzustellung"
    r"|check-?up|scale (?:&|and) polish|physio(?:therapy|therapie)?|lymphdrainage|krankengymnastik|massage"
    r"|vaccination|flu jab|booster|prescription|repeat order|mot|car service"
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
    r"\b(?:charged?|fee|in rechnung|berechne\w*|ausfallhonorar)\b",
    re.IGNORECASE,
)
# They look for people, too, and say so to everybody: to the end of the paragraph.
_ADVERT = re.compile(
    r"\b(?:(?:we(?:'|\u2019)?re|we are)(?: also| now)? hiring|wir (?:suchen (?:auch )?verstärkung|stellen ein)"
    r"|(?:lust|interesse)(?: darauf)?,? bei uns zu arbeiten|(?:want|fancy|like) to work (?:for|with) us"
    r"|werde teil unseres teams)(?!\w)(?:[^\n]|\n(?!\s*\n))*",
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
    r"\b(?:restaurant|thai|curry|caf[\u00e9e]|kneipe|biergarten|kino|pubs?|drinks?|beers?|bierchen|dinner|supper|abendessen|brunch"
    r"|pizza|party|konzert|concert|gig"
    r"|tickets?|karten|foyer|picknick|picnic|birthday|geburtstag\w*|grillen|barbecue|bbq|movie|fotos|climbing"
    r"|bouldern)\b",
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
    r"|your form|hear from (?:us|me)|von (?:uns|mir) hören|(?:laden|lade) (?:sie|dich)|(?:ihre"
    r"|deine) (?:bewerbung|unterlagen))\b",
    re.IGNORECASE,
)
# Luck that is wished for an interview with somebody else, and what is said of those.
_WISHES = re.compile(
    r"\byou(?:'|\u2019)?ll (?:smash|ace|nail|walk) it\b|\b(?:fingers(?: and toes)?|everything) crossed\b"
    r"|\bbreak a leg\b|\btoi,? toi\b|\bdrück\w* dir\b[^.;!]{0,30}\bdaumen\b|\bdu rockst das\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\bthey(?:'|\u2019)?d be (?:mad|fools?|idiots|crazy|stupid) not to\b|\boffered me\b|\bi got (?:it|the job)\b"
    r"|\b(?:if|when) they (?:have ?n(?:'|\u2019)?t|do ?n(?:'|\u2019)?t|have) "
    r"(?:made|make|offer\w*|given|give|hire|take)\b"
    r"|\b(?:die|sie) wären (?:ja |doch )?(?:blöd|verrückt|dumm)\b",
    re.IGNORECASE,
)
# What a school writes to those whose child goes there.
_PARENTS = re.compile(
    r"\b(?:liebe eltern|dear (?:all )?parents|elternsprechtag|elternabend|parents'? evening|elternbeirat|klassenfahrt"
    r"|ihr(?:e[mns]?|es)? kind(?:es)?|your (?:child|son|daughter))\b",
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
    r"\b(?:termin\w*|erinner\w*|buchung|appointment|remind\w*|booking|booked|due|confirmed|bestätigt)\b",
    re.IGNORECASE,
)
_OF_A_SEARCH = re.compile(
    r"\binterview\w*|\bjobs?\b|\brole\b|\bposition\b|\bvacanc\w+|\bpost (?:of|as)\b"
    r"|\bappl(?:y|ied|ying|ication\w*|icant\w*)\b"
    r"|\bcandidate|\bcvs?\b|\bcareers?\b|\brecruit\w*|\bhir(?:e|ing)\b|\btrial (?:day|shift|lesson)|\bassessment cent"
    r"|bewerb|(?<!rechnung )\bstelle (?:als|der|des|einer)\b|stellenan|vorstellungs|probearbeit|hospitation|arbeitstag"
    r"|lebenslauf|praktikum|ausbildung|job",
    re.IGNORECASE,
)
# What comes to a customer, a tenant, a reader or a member.
_CUSTOMERS = re.compile(
    r"\b(?:ablesung|heizkosten\w*|heizkörper|mieter\w*|mietsache|(?:ihre|deine)r? wohnung"
    r"|rauchmelder|zustellung|sendung(?:s\w+)?|paket\w*|(?:vor)?bestell(?:t|te|ung|nummer)\w*|lieferung|liefertermin"
    r"|versand(?:bestätigung)?|gutschein\w*|rabatt\w*|reparatur|zähler\w*|gastherme\w*|festpreis\w*|kostenvoranschlag"
    r"|bei auftrag|kann abgeholt|zur abholung|ihr rezept|abholbereit|ihr (?:fahrrad|auto|wagen|hund|kater)"
    r"|deliver(?:y|ies|ed) (?:slot|window|driver|of your|on|between|is booked)|parcels?|tenan(?:t|cy)\w*"
    r"|(?<!\d )meter|electricity|engineer will|supply and installation|fixed price|asking us to quote"
    r"|inspect\w*(?: of)? (?:the|your) \w+|visit (?:the|your) (?:flat|house|property)|dispatched|voucher"
    r"|table for (?:\w+|\d+)|hold shelf|fines to date|next reader|you reserved|ready (?:to collect|(?:for"
    r"|to be) (?:pick\w*|collect\w*))|overdue"
    r"|your (?:(?:next |new )?(?:order|boiler|gas boiler)|car|van|vehicle|bike|policy|table|lease|broadband"
    r"|subscription|membership|pet|dog|cat|flat|loan)"
    r"|rehearsals?|chor(?:probe|leit\w+)?|altos|\w*verein(?:s|e|en)?|(?:liebe )?mitglieder\w*|members (?:signed"
    r"|have|are|will)|the club's|weihnachtsfeier|christmas party|tickets will|obmann|kegeln|subs are"
    r"|(?:mitglieds)?beiträge|(?:residents|tenants)' association|beim nachbarn|with a neighbour|eigentümerversammlung"
    r"|parents'? evening|elternabend)\b|\d ?% (?:auf|off|rabatt)\b",
    re.IGNORECASE,
)
# What they have around them, and what stands around where one meets for a job as well.
_AROUND = re.compile(
    r"\b(?:hausverwaltung|hausmeister\w*|pharmacy|apotheke|(?:stadt|gemeinde)?bücherei|lettings?|landlord|issue desk"
    r"|gemeindehaus|pfarrsaal|church hall|pitch)\b",
    re.IGNORECASE,
)
# What a job has, and what is bought has not.
_PAY_OR_START = re.compile(
    r"\b(?:start(?:ed|ing)?|salary|pay|wage|contract|vertrag\w*|gehalt|brutto|einstell\w*|anfangen|team|nehmen dich"
    r"|want you|wollen dich)\b",
    re.IGNORECASE,
)
# What else than a job's name tells that one is met for a job.
_MET_FOR = re.compile(
    r"\b(?:talk\w*|chat\w*|calls?|speak\w*|meet\w*|see you|visit|tour|shift|session|taster|audition|rounds?|runde|stage"
    r"|slides|panel|team|kolleg\w*|colleagues?|shortlist\w*"
    r"|probe(?:tag|arbeit|schicht|stunde|zeit|aufgabe)\w*|schnupper\w*|kennen\w*|treffen|vorbei\w*|komm\w*|sprechen|unterhalten"
    r"|telefon\w*|terminbestätigung|entschieden|come\w*|can do|slots?|zeigen|show you"
    r"|stelle|\w*gespräch\w*|trial|assessment|vorstell\w*|all set|interested|interesse\w*|pop in|drop in|test"
    r"|zoom|video\w*)\b",
    re.IGNORECASE,
)


def speaks_of_pay_or_start(text: str) -> bool:
    """Whether a text speaks of pay or of a start."""
    return bool(_PAY_OR_START.search(text))


def speaks_of_meeting(text: str) -> bool:
    """Whether a text says that one meets or works, though it names no job."""
    return bool(_MET_FOR.search(text)) or speaks_of_pay_or_start(text)


def customer_words(text: str, *, around: bool = True) -> int:
    """How many words of a text are a customer's, a patient's, a reader's or a member's; two more where it reminds one.

    `around` is whether what only stands around a place counts, too: one meets for a job beside a pharmacy as well.
    """
    signs = [_CUSTOMERS, *([_AROUND] if around else [])]
    signs += [_PATIENT, _MINE, _SERVED] if _REMINDS.search(text) else []
    found = {one.group().lower() for sign in signs for one in sign.finditer(text)}
    return len(found) + (TWICE if reminds_a_customer(text) else 0)


def reminds_a_customer(text: str) -> bool:
    """Whether a customer or a patient is reminded of what is theirs: “your dental check-up”."""
    return bool(_REMINDS.search(text) and (_MINE.search(text) or _PATIENT.search(text)))


def may_remind_a_customer(text: str) -> bool:
    """Whether a customer may be reminded, though only a house may be called so: “TÜV Nord”."""
    return bool(_REMINDS.search(text) and _APPOINTMENT.search(text))


def as_a_customers(text: str) -> str:
    """A text as its customer reads it: without the vacancies in it; a doctor's “Vorstellung” is no interview."""
    rest = _ADVERT.sub("", text)
    return _SHOWN_TO_DOCTOR.sub("", rest) if _PATIENT.search(rest) else rest


def is_about_a_code(text: str) -> bool:
    """Whether a text is about a code or a password to sign in with."""
    return bool(_CODE.search(text))


def is_to_parents(text: str) -> bool:
    """Whether a school writes to those whose child goes there."""
    return _said(_PARENTS, text) >= TWICE


def is_of_a_friend(text: str) -> bool:
    """Whether a friend may write: with luck for an interview or of pleasure, and parts or asks so."""
    if _HIRES_ME.search(text):
        return False
    wishes, asks = bool(_WISHES.search(text)), len(_ASKS_HOW.findall(text)) >= TWICE
    fond = bool(_FOND.search(text))
    if _LEISURE.search(text):
        return fond or asks or wishes
    return wishes and (fond or bool(_OF_THEM.search(text)))


def is_about_somebody_elses(text: str) -> bool:
    """Whether a text speaks of an interview as one that is with somebody else."""
    return bool(_OF_THEM.search(text)) or len(_ASKS_HOW.findall(text)) >= TWICE


def search_words(text: str) -> int:
    """How many words of a text only a search has: an interview, a job, a candidate."""
    return _said(_OF_A_SEARCH, text)


def _said(words: re.Pattern[str], text: str) -> int:
    """How many different ones of some words a text has."""
    return len({one.group().lower() for one in words.finditer(text)})


def without_vacancies(text: str, subject: str) -> str:
    """A text; of one to a patient or a customer without the vacancies that it advertises to all of them."""
    rest = _ADVERT.sub("", text)
    visits = any(sign.search(rest) for sign in (_PATIENT, _MINE, _SERVED))
    return rest if visits and _REMINDS.search(f"{subject}\n{rest}") else text
