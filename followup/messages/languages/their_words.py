"""What a message of theirs says, by its words: that somebody is ill, why they decided so, that it was close."""

import re
from collections.abc import Sequence

# The word alone gives none: “we cannot give reasons”.
_REASON = re.compile(
    r"(?i)\b(?:(?<!not )because|since you|as you|more (?:\w+ )?experience|experienced"
    r"|(?:somebody|someone|colleague|candidate|applicant|person|member)\b[^.!?]{0,30}\b(?:from|within|in) (?:our|the)"
    r" (?:\w+ )?(?:team|staff|ranks|company|house|practice|firm)\b"
    r"|(?:from|within|out of|one of) our own\b|(?<!\w)in-house\b"
    r"|promot\w+ (?:\w+ ){0,3}from within|fill(?:ed)? (?:it |(?:the|this) (?:post|role|position|vacancy) )?internally"
    r"|aus (?:dem|unserem|den|unseren) eigenen\b"
    r"|aus unsere[mn] (?:team|haus|reihen|kreis|betrieb) (?:besetz|vergeb)\w*"
    r"|(?:jemand\w*|kolleg\w+|person|bewerber\w*)\b[^.!?]{0,30}\baus unsere[mn] (?:team|haus|reihen|betrieb)\b"
    r"|(?:on|by|through|internal) transfer\w*|transferr\w+|budgets?|hiring freeze|headcount"
    r"|restructur\w+|reorgani[sz]\w+|lost (?:the|a|our) (?:\w+ )?(?:contract|tender|funding|grant)"
    r"|scored (?:(?:a|slightly|rather|little|bit) ){0,3}(?:higher|better)"
    r"|(?:post|role|position|place) (?:has been|was|is) (?:cut|cancelled|canceled|withdrawn|frozen|scrapped)"
    r"|internal (?:candidate|applicant|colleague|appointment)|closer (?:fit|match)|with more\b"
    r"|for (?:somebody|someone) (?:who|with)"
    r"|(?:somebody|someone|candidate),? (?:who(?:se)?|with)\b"
    r"|(?:chose|chosen|went with|gone with|picked|took|taken) an? \w+(?: \w+)? (?:who|with|from)"
    r"|(?:somebody|someone) from (?:inside|within|here)"
    r"|lack(?:ed|ing)?|missing|too (?:junior|senior)|overqualified|not enough"
    r"|(?<!nicht )weil|da (?:sie|du|wir|er)|mehr (?:\w+ )?erfahrung|mit mehr"
    r"|für jemanden(?: \w+)?,? (?:mit|der|die)|\w{4,}erfahrung"
    r"|(?:jemand\w*|bewerber\w*|kandidat\w*|person|eine[nr]? kolleg\w+)\b[^.!?]{0,45}, (?:die|der|deren|dessen)\b"
    r"|intern (?:besetzt|vergeben)|interne\w* (?:kandidat|bewerb|kolleg|lösung|besetzung)\w*"
    r"|fehlt\w*|aus dem eigenen haus|ausschlaggebend|den ausschlag|entscheidend (?:war|waren)|what decided it)\b"
)
_PRAISE = re.compile(
    r"(?i)\b(?:because|since you|as you|impressed|liked|loved|convinced"
    r"|weil|da (?:sie|du)|überzeugt|gefallen|beeindruckt)\b"
)
_KIND_WORD = re.compile(
    r"(?i)\b(?:I|we)(?: (?:all|both|really|very much|so))*"
    r" (?:liked|loved|enjoyed|was impressed|were (?:all )?impressed|thought highly)\b"
    r"|\b(?:he|she|they) (?:really |very much )?(?:liked|loved|enjoyed) your\b"
    r"|\byou(?:r| had| gave)\b[^.!?]*\b(?:strongest|kindest|finest|best)\b[^.!?]*"
    r"\b(?:we|I)(?:['\u2019]ve| have)? (?:heard|saw|seen|met)\b"
)
_MOVE = re.compile(
    r"(?i)\b(?:push|move|shift|postpone|reschedule|put (?:it )?off|bring (?:it )?forward)\b"
    r"[^.?!]*\b(?:it|our|the|to|until|back)\b"
    r"|(?:can(?:'t|\u2019t|not)|unable to) (?:make|do) (?:it|that|our|the)\b|\banother (?:day|time)\b"
)
_CLOSE = re.compile(
    r"(?i)\b(?:(?:it was|was a|were|came) (?:a |an |so |very |really |incredibly )*(?:close|near)\b(?! to)"
    r"|close (?:call|decision|run|second)|runner[- ]?up|second (?:by|choice|place)|by a whisker|narrowly)\b"
)
_KEEP_IN_TOUCH = re.compile(
    r"(?i)\b(?:let (?:me|us) know (?:where|how|what) you|(?:keep|stay) in touch|keep (?:me|us) posted"
    r"|(?:melden sie sich|melde? (?:dich|euch)) (?:\w+ ){0,3}?(?:wieder|mal|gern)|in (?:kontakt|verbindung) bleiben)\b"
)
_ANOTHER = r"(?:an)?other (?:\w+ ){0,2}?(?:place|post|role|position|opening|vacancy|job|opportunity|chance)"
_OPENS_THE_DOOR = re.compile(
    rf"(?i)\b(?:(?:if|when|should) {_ANOTHER}|(?:if|when) (?:something|anything)\b.*?\b(?:comes up|opens?|turns up)"
    r"|(?:keep|have) (?:you|your (?:cv|details|name|application))\b.*?\b(?:in mind|on file|on (?:our|my|the) list)"
    r"|think of you|(?:please|do) (?:apply|try|come back)(?: to us)? again|apply again|will (?:call|ring"
    r"|contact) you when"
    r"|(?:wenn|falls|sobald|sollte)\b.*?\b(?:wieder|andere|weitere|ähnliche)\w*\b.*?\b(?:stelle|frei|etwas|suchen)\b"
    r"|(?:denken|kommen|melden) (?:wir )?(?:gern |gerne )?(?:an|auf|bei|uns) (?:sie|dich|ihnen|dir)\b"
    r"|im (?:auge|hinterkopf) behalten|in (?:kontakt|verbindung) (?:zu )?bleiben"
    r"|(?:bewerben sie sich|bewirb dich)\b.*?\b(?:wieder|erneut|noch einmal))\b"
)
_TO_FOLLOW = re.compile(
    r"(?i)\b(?:(?:new|another) (?:date|time|slot|day)|resched\w+|will follow|with a date|neue[nrs]? termin"
    r"|ersatztermin|folgt|melde[nt]? (?:mich|uns))\b"
)
# Of the writer alone: between “I” and the word stand adverbs, and nobody else (“I'm afraid our cook is ill”).
_ILL = re.compile(
    r"(?i)(?:^\W*(?:sorry,? (?:but )?)?|\b(?:I(?:['\u2019]m| am| was| feel|['\u2019]ve been| have been)"
    r"|(?:ich )?(?:bin|lag)|ich (?:war|liege))(?: (?:still|rather|quite|so|really|very|pretty|off|at home|now|leider"
    r"|noch|selbst|gerade|ziemlich|sehr|seit \w+|mit \w+))* )"
    r"(?:ill|sick|unwell|poorly|in bed|down with|krank|erkrankt|krank geworden|im bett)\b"
    r"|\b(?:I(?:['\u2019]ve| have| got)|ich habe|habe) (?:got )?(?:the |a |die |eine )?(?:flu|covid|grippe|fieber)\b"
)
_WHO = (
    r"(?:father|mother|dad|mum|mom|wife|husband|partner|son|daughter|child|brother|sister|uncle|aunt|cousin|grand\w+|nan|gran"
    r"|friend|colleague|boss|manager|director|owner|founder|he|she|who|vater|mutter|mann|frau|kind|kolleg\w+|chef\w*|bruder"
    r"|schwester|opa|oma|onkel|tante|freund\w*)"
)
_DIED = re.compile(
    r"(?i)\b(?:passed away|funeral|bereave\w+|verstorben|todesfall|beerdigung|trauerfall"
    rf"|{_WHO}(?: \w+){{0,4}}? (?:died|dying|gestorben)"
    r"|(?-i:[A-Z]\w+) (?:has |ist |suddenly |sadly )*(?:died|gestorben))\b"
)
_A_TIME = re.compile(
    r"(?i)\b(?:\d{1,2}[:.]\d{2}|\d{1,2} ?(?:am|pm|a\.m|p\.m|uhr|o.clock)|half (?:past )?\w+|noon|midday|halb \w+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|\d{1,2}(?:st|nd|rd|th)"
    r"|tomorrow|morgen)\b"
)

_ASKS_WHEN = re.compile(
    r"(?i)\b(?:when (?:could|can|would|might|are|do) you|your availability|you(?:r| are|['\u2019]re) availab\w+"
    r"|(?:what|which) (?:day|date|time|slot)s?\b[^.?!]*\b(?:you|suits?|works?)\b|let (?:me|us) know when"
    r"|(?:suggest|propose|send (?:me|us)|name) (?:me |us )?(?:a few|some|a couple of|one or two|two|three)"
    r" (?:dates|times|slots|days)"
    r"|wann (?:könnten|können|würde|passt|hätten|hast|kannst|haben)|(?:ihre|deine) verfügbarkeit"
    r"|welche[rn]? (?:tag|termin|uhrzeit)\w*\b[^.?!]*\b(?:ihnen|dir|euch)|terminvorschl\w+)"
)
# In one sentence, and in none that says no; in English, which alone has letters for it.
_MORE_TIME = re.compile(
    r"(?i)^(?!.*\b(?:no|not|cannot|unable|unfortunately|sorry|\w+n['\u2019]t)\b).*"
    r"\b(?:(?:take|have) (?:until|till|as long as|your time)"
    r"|(?:more|extra|longer|enough) (?:time|days) to (?:decide|think|answer)|longer to (?:decide|think)"
    r"|(?:gi[vf]\w+|grant\w*|allow\w*|offer\w*) you (?:\w+ ){0,3}(?:more time|longer|extra (?:time|days)|until)"
    r"|(?:happy|glad|fine) to (?:wait|extend|hold)"
    r"|extend\w* (?:the|your|our|this|that) (?:deadline|date|time|offer (?:to|until|by))"
    r"|(?:decide|answer|let (?:me|us) know) (?:by|until) .* instead)\b"
)
_BY_SURNAME = re.compile(
    r"(?i)\s*(?:dear|good (?:morning|afternoon|evening),?|hello) (?:mr|mrs|ms|miss|mx)\b"
)
_SIGNED_BY_FIRST_NAME = re.compile(r"\n\s*[^\W\d_][\w'\u2019-]+(?: x+)?\W*\Z")


def gives_a_reason(text: str) -> bool:
    """Whether it says why it is a no."""
    return bool(_REASON.search(text))


def praises(text: str) -> bool:
    """Whether it says what they liked."""
    return bool(_PRAISE.search(text))


def was_close(text: str) -> bool:
    """Whether it says that there was little between the user and whom they took."""
    return bool(_CLOSE.search(text))


def says_a_kind_word(text: str) -> bool:
    """Whether it says what they liked about the user."""
    return bool(_KIND_WORD.search(text))


def asks_to_move(text: str) -> bool:
    """Whether it asks for another time than the one agreed on."""
    return bool(_MOVE.search(text))


_FROM_INSIDE = re.compile(
    r"(?i)\b(?:aus (?:dem|unserem) eigenen (?:haus|team|betrieb)|intern (?:besetz|vergeb)\w*|interne\w* (?:kandidat"
    r"|bewerb|kolleg|lösung|besetzung)\w*|filled (?:\w+ ){0,3}internally"
    r"|internal (?:candidate|applicant|colleague|transfer))\b"
)
_NOT_YOU = re.compile(
    r"(?i)\b(?:nichts gegen (?:sie|dich)|(?:an (?:ihnen|dir)|daran) (?:hat|lag) es (?:\w+ ){0,2}?nicht\b"
    r"|(?:lag|liegt) (?:\w+ ){0,3}?nicht an (?:ihnen|dir|ihrer|deiner|ihren|deinen)\b"
    r"|nicht an (?:ihnen|dir) (?:ge)?leg\w+)"
)
_GONE = re.compile(
    r"(?i)\b(?:gestrichen|(?:gar )?nicht (?:mehr |neu )?(?:besetzt|vergeben)|fällt weg|weggefallen"
    r"|(?:been|is|was) (?:cut|cancelled|canceled)|no longer (?:exists|being filled))\b"
)


def of_a_no(text: str) -> dict[str, bool]:
    """What a rejection says, by the words of `field_list.WHEN`: close, kind, somebody of theirs, no post, no fault."""
    return {
        "kind_word": says_a_kind_word(text),
        "was_close": was_close(text),
        "from_inside": bool(_FROM_INSIDE.search(text)),
        "post_gone": bool(_GONE.search(text)),
        "not_you": bool(_NOT_YOU.search(text)),
    }


def wants_news(text: str) -> bool:
    """Whether it asks the user to stay in touch."""
    return bool(_KEEP_IN_TOUCH.search(text))


def opens_the_door(text: str) -> bool:
    """Whether it says that another place may come, and that they would think of the user then."""
    return bool(_OPENS_THE_DOOR.search(text))


def date_follows(text: str) -> bool:
    """Whether it says that a new date is to follow."""
    return bool(_TO_FOLLOW.search(text))


def writer_is_ill(text: str) -> bool:
    """Whether who wrote it is ill, and not somebody else of whom it tells."""
    return bool(_ILL.search(text))


def is_ill(text: str, names: Sequence[str]) -> bool:
    """Whether it says that who has one of these names is ill."""
    known = "|".join(map(re.escape, names))
    said = r"(?:is|has been|was taken|ist|war|called in|liegt) (?:\w+ ){0,3}?(?:ill|sick|unwell|poorly|krank|erkrankt)"
    return re.search(rf"\b(?:{known}) {said}\b", text) is not None


def tells_of_a_death(text: str) -> bool:
    """Whether it says that somebody has died."""
    return bool(_DIED.search(text))


def speaks_of_a_time(text: str) -> bool:
    """Whether it names an hour or a day, or asks for one."""
    return bool(_A_TIME.search(text) or _ASKS_WHEN.search(text))


def gives_more_time(text: str) -> bool:
    """Whether it lets the user decide later."""
    return any(_MORE_TIME.search(sentence) for sentence in re.split(r"(?<=[.!?])\s|\n", text))


def is_formal(text: str) -> bool:
    """Whether an English message greets by title and surname, and is not signed by a first name alone."""
    return bool(_BY_SURNAME.match(text)) and not _SIGNED_BY_FIRST_NAME.search(text.rstrip())
