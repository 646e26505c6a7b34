"""The words and sentences by which a text names a role, and what of them is its title."""

import re
from pathlib import Path

from followup.prose.name_parts import capitalized
from followup.prose.word_lists import word_list

WORDS = Path(__file__).with_name("words")


def _pattern(word: str) -> str:
    """“*pfleger” is also what ends so, “tischler*” what begins so."""
    before = r"\w*" if word.startswith("*") else ""
    behind = r"(?!\w*ei\b)\w*" if word.endswith("*") else ""
    return f"{before}{word.strip('*')}{behind}"


ROLE_WORDS = f"(?:{'|'.join(map(_pattern, sorted(word_list('roles', WORDS))))})"
"""What a job's title ends with; a trade's workshop is none: “Tischler”, and no “Tischlerei”."""
CAPITAL = r"[A-Z\u00c0-\u00de]"
LARGE = rf"(?<!\w){CAPITAL}[\w&.'\u2019-]{{0,40}}"
"""A word with a capital at its head."""
TITLE = (
    rf"(?:{CAPITAL}[\w/&+#.'*-]{{0,40}}(?::(?:in|innen)\b)?|(?:of|for|and|de|du|in|für|im|und|der|des|zur)\b|[&\u2013-]"
    rf"|to the(?= [A-Z])|\d{{1,2}}(?:st|nd|rd|th)?(?= [A-Z])|\d(?=[.,;)\n]|$| (?:in|at|with|on) )"
    r"|\(.{1,20}?\))"
)
_QUOTE = "[\"'\u201e\u201c\u201d\u00bb\u00ab]"
# Who is meant: “(m/w/d)”. What stands before it is a job's title.
_ANYONE = r"\((?:m|w|d|f|x|gn|all genders?)(?: ?[/|,*] ?(?:m|w|d|f|x|i|h|gn|divers|diverse?))*\)"
ANYONE = re.compile(_ANYONE, re.IGNORECASE)
JOB = "position|role|post|job|vacancy|opening|opportunity|application|function|requirement|spot"
"""What a job is called."""
_JOB = f"(?:{JOB})"
_A = r"(?:den|die|das|eine[nr]?|unsere[nr]?|deine[nr]?)(?: neue[nrs]?)? "


def _post(least: int) -> str:
    """A title, or a field's noun with at least so many letters before its end: “Vermessungstechnik”."""
    field = rf"\w{{{least},}}(?:{'|'.join(sorted(word_list('posts', WORDS)))})"
    return (
        rf"(?P<role>(?:{CAPITAL}[\w/&+#.-]* ){{0,2}}(?={CAPITAL})(?i:{ROLE_WORDS}|{field})\b"
        rf"(?: (?!Frau|Herr){CAPITAL}[\w/&-]+){{0,2}})"
    )


MARKED = re.compile(
    rf"(?<!\w)(?P<role>{CAPITAL}(?:[\w/&+#.'*-]"
    rf"|:(?=[a-z])){{0,40}}(?: {TITLE}){{0,5}}? ?{_ANYONE}(?: {CAPITAL}[\w/&-]*)*)"
)
LABELLED = re.compile(
    r"^[^\w\n]*(?:job title|position|role|post|vacancy|stelle|stellenbezeichnung|funktion"
    r"|ausgeschriebene stelle)\s*:\s*(?P<role>[^\n:]{3,60})$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says what is meant: “Position: …”."""
_HOURS = (
    "(?:(?:part|full)-?time|temporary|permanent|seasonal|weekend|evening|new|vacant|advertised)"
)
LOOSE = re.compile(
    rf"\b(?:[Oo]ur|[Tt]he|[Aa]n?|[Yy]our|[Tt]his|[Mm]y) (?:{_HOURS} )?(?P<role>{TITLE}(?:,? {TITLE}){{0,6}})"
    rf" (?:{JOB}|search|team role|interview|requisition)\b"
)
"""Not taken in capitals alone: “our HR position”."""
ROLES = (
    LABELLED,
    re.compile(
        rf"\b(?:{_JOB}|[Ss]telle|Position|Funktion|Ausschreibung)(?: as| of| for| als| der| des| einer?"
        rf"| im Bereich)?:? {_QUOTE}(?P<role>[^\"'\u201c\u201d\u201e\u00bb\u00ab\n]{{3,70}}){_QUOTE}"
    ),
    re.compile(
        rf"\b{_JOB}(?: as| of| for)(?: an?| our"
        rf"| the)?(?: (?:role|position|post) of)? (?={CAPITAL})(?P<role>{TITLE}(?: {TITLE}){{0,6}})"
    ),
    # “What we're offering: Dairy Herd Assistant, 45 hours”.
    re.compile(
        rf"\b(?:offer\w*|biete\w*|anbiete\w*|[Aa]ngebot\w*|job)[^.:;?\n]{{0,30}}: (?P<role>(?:{TITLE} ){{0,4}}"
        rf"(?={CAPITAL})(?i:{ROLE_WORDS}))\b"
    ),
    re.compile(rf"\boffer for (?P<role>{TITLE}(?: {TITLE}){{0,4}}) (?:at|with)\b"),
    re.compile(
        rf"\b(?:Stelle|Position|Bewerbung|Funktion|Tätigkeit|Aufgabe|Besetzung (?:der|einer) Stelle)"
        rf"(?: als| zum| zur| der| des| einer?| in der| im| um die Stelle(?: als| der)?)?[\n ](?={CAPITAL})"
        rf"(?!Bei|Die|Wir|Ich|Sie|Das|Für|Es|In|Im|Am|Um)(?P<role>{TITLE}(?: {TITLE}){{0,5}})"
    ),
    re.compile(
        rf"\bzur Besetzung (?:der|des|einer?)(?: (?:Stelle|Position))?(?: als| der"
        rf"| des)? (?P<role>{TITLE}(?: {TITLE}){{0,5}})"
    ),
    LOOSE,
    re.compile(
        rf"\b(?:as|hire|position|role|post|vacancy|als)(?: an?| our| the"
        rf"| your| my| neue[nr]?)?(?: new| first| next| second)? (?P<role>(?:{CAPITAL}[\w/&+#.-]* ){{0,4}}(?={CAPITAL})"
        rf"(?i:{ROLE_WORDS})\b(?::in|\*in)?(?: [IVX]{{1,3}}\b)?(?: (?!Bei|Die|Wir|Sie|Und){CAPITAL}[\w/&-]+)*)"
    ),
    re.compile(
        rf"\b(?:[Yy]ou|[Ss]ie|[Dd]ich) (?:to be|to become|as|als) (?:our |the |an? |unsere[nr]? )?"
        rf"(?:new |next |neue[nr]? )?(?={CAPITAL})(?P<role>{TITLE}(?: {TITLE}){{0,5}})"
    ),
    re.compile(
        rf"\b\w*(?:[Tt]ag|[Tt]ermin|[Gg]espräch|[Aa]rbeit(?:en)?|[Aa]nstellung|[Ee]insatz) als (?={CAPITAL})"
        rf"(?P<role>{TITLE}(?: {TITLE}){{0,4}})"
    ),
    # “Für den Souschef haben wir uns … entschieden”, “für die Kasse (EG 5) einzustellen”: what was decided.
    re.compile(
        rf"\b[Ff]ür {_A}{_post(3)}"
        r"(?=[^.;?!]{0,60}\b(?:nehmen|wurde|fiel|suchen|entscheiden|entschieden|genommen|ein(?:zu)?stellen|anstellen"
        r"|gewinnen|beschäftigen|vor(?:zu)?schlagen|vorgesehen|laden|kennen(?:zu)?lernen)\b)"
    ),
    re.compile(rf"\b(?:Bewerbung|\w*[Uu]nterlagen) für(?:s | (?:{_A})?){_post(0)}"),
    # “Die Probeaufgabe für die Redaktionsassistenz”.
    re.compile(
        r"\b(?:\w*(?:[Gg]espräch|[Tt]ermin|[Vv]ertrag|[Aa]ngebot|[Vv]erfahren|[Aa]ufgabe)|Probe\w+|Hospitation)"
        rf" für {_A}{_post(3)}"
    ),
    # “Übernimmt die Filialleitung nun jemand aus dem Haus”: who is hired instead of me.
    re.compile(
        rf"\b(?:übernimmt|übernehmen|macht|besetzen|besetzt)(?: nun| jetzt| wir)* {_A}{_post(3)}"
        r"(?=[^.;?!]{0,40}\b(?:jemand|[Kk]olleg\w+|intern|ander\w+|eigene\w+)\b)"
    ),
    re.compile(
        rf"\b[Ff]or the (?P<role>(?:[\w-]+ ){{0,2}}(?i:{ROLE_WORDS}))\b"
        r"(?=,? (?:we|they|i|you|it|the client|has|have|is)\b)"
    ),
    re.compile(
        rf"\b(?:hiring|looking for|recruiting|seeking|suchen|suche) (?:an? |our |eine[nr]? |noch )*(?:new "
        rf"|neue[nr]? )?(?P<role>(?:{CAPITAL}[\w/&+#.-]* ){{0,4}}(?={CAPITAL})(?i:{ROLE_WORDS})\b(?::in|\*in|/in)?)"
    ),
    # Whom they hire, whatever the title: “join us as a Porter”, “als Bürokraft einstellen”.
    re.compile(
        rf"\b(?:join(?:ed|ing)? us|appoint(?:ed)? you|hire you|tak(?:e|ing) you on|employ you|have you"
        rf"|start(?:ed)? with us)(?: here)? as (?:an? |our |the )?(?P<role>{CAPITAL}[\w/&+#'-]*(?: {TITLE}){{0,4}})"
    ),
    re.compile(
        rf"\bals (?P<role>{CAPITAL}[\w/&+#:*-]*(?: {TITLE}){{0,4}}) (?:\w+ )?(?:einstellen|anstellen|beschäftigen"
        r"|begrüßen|gewinnen|übernehmen|einsetzen|haben|nehmen)\b"
    ),
    MARKED,
    re.compile(
        rf"^(?P<role>{TITLE}(?: {TITLE}){{1,6}}),? ?[\u2013|-] ?(?:(?i:job|post|vacancy|position) )?"
        r"(?i:ref(?:erence)?|kennziffer|id|no|number)\b",
        re.MULTILINE,
    ),
    re.compile(
        rf"\b(?:[Gg]espräch\w*|\w*termin|[Ii]nterviews?|Bewerbung|application) \((?={CAPITAL})"
        rf"(?P<role>{TITLE}(?: {TITLE}){{0,5}})\)"
    ),
)
FAINT = (
    re.compile(
        rf"\b(?:for|you|zur|zum|um) (?:an? |our |the |your |die |den )?(?:new |next )?"
        rf"(?P<role>(?:{CAPITAL}[\w/&+#.-]* ){{0,4}}(?={CAPITAL})(?i:{ROLE_WORDS})\b(?::in|\*in)?(?: [IVX]{{1,3}}\b)?)"
    ),
    re.compile(
        rf"\b(?:start|work|join|hire|tak|employ)\w*\b[^.\n]{{0,30}}? as (?:an? |our |the )"
        rf"(?P<role>(?:[a-z][\w-]+ ){{0,2}}{ROLE_WORDS})\b"
    ),
    # In small letters, as on a phone: “the post of patient planner”, “the planner job”.
    re.compile(
        rf"\b{_JOB} (?:of|as|for)(?: an?| the| our)? (?P<role>(?:[a-z][\w-]+ ){{0,3}}"
        r"(?:researcher|lecturer|fellow|professor) (?:in|of|for)(?: (?!the|our|on|at|with|a)"
        r"[a-z][\w-]+){1,3})(?= on | at | with | from |[,.;\n])"
    ),
    re.compile(
        rf"\b{_JOB} (?:of|as|for)(?: an?| the| our)? (?P<role>(?:[a-z][\w-]+ ){{0,3}}(?i:{ROLE_WORDS})\b)"
    ),
    re.compile(
        rf"\b(?:the|our|your|this) (?P<role>(?:(?!new|right|next|same|other)[a-z][\w-]+ ){{0,2}}(?:{ROLE_WORDS}))"
        r" (?:position|role|post|job|vacancy)\b"
    ),
)
"""Where nothing says it better."""
GENERIC = word_list("no_role", WORDS)
# “Eine Stelle in der Tierarztpraxis”: where it is.
_HOUSES = (
    r"(?i:\w*(?:praxis|kanzlei|klinik|klinikum|kita|kindergarten|schule|apotheke|werkstatt|krankenhaus|filiale"
    r"|unternehmen|bibliothek|bücherei|museum|theater|gymnasium|buchhandlung|archiv|gärtnerei))"
)
_HOUSE = re.compile(rf"^{_HOUSES}$")
_IN_HOUSE = re.compile(rf" (?:(?:in|an) (?:der|unserer)|im|am|in unserem) {_HOUSES}\b.*$")
_LONGEST = 70


# What offices put around a title: “R-0048172 Analyst (Hybrid)”, “Referent, Kennziffer 2026-117”, “Nurse (Band 6)”.
_OFFICIAL = re.compile(
    r"^(?:req(?:uisition)?|job|ref(?:erence)?|vacancy|post|kennziffer)\.?(?: (?:id|no|nr)\.?)? ?#?[\w-]*\d{2,}"
    r"[\w/-]*:? "
    r"|^(?:[A-Z]{1,4}[-_]?)?\d{3,}[\w/-]* ?[:\u2013-]? ?|,? \(?(?:kennziffer|kennzahl|ref(?:erenz|erence)?|job id"
    rf"|post no|req(?:uisition)?)\b.*$| ?{_ANYONE}|(?<= )(?:[mwdfx]/){{2}}[mwdfx]\b"
    r"| ?\((?:[^()]*\d{3,}[^()]*|[^()]*\d ?%|[^()]*\d ?(?:h|hours?|hrs?|std|stunden|wochenstunden|uur|fte"
    r"|heures)\b[^()]*|(?:band|grade|gr|level|scale|ks|eg?|a|tvöd|tvl|entgeltgruppe|bes)\.? ?\d[^()]*"
    r"|(?:hybrid|remote|on-?site|full|part|vollzeit|teilzeit|(?:un)?befristet|permanent|temporary|fixed|maternity"
    r"|nights?|days?|shifts?|homeoffice|hours?)\b[^()]*)\)"
    r"| x ?\d{1,2}$|,? (?:\d{2,3} ?[-\u2013] ?)?\d{2,3} ?%|,? (?:in )?(?:teilzeit|vollzeit)$"
    r"|,? \d[\d.,]* (?:wochenstunden|stunden|std\.?|hours|hrs|uur)\b.*$|,? (?:band|grade|scale|EG|E|TVöD|A"
    r"|Entgeltgruppe) ?\d{1,2}[a-d]?$|,? (?:spielzeit|saison|season|schuljahr|semester|academic year) \d[\d/-]*.*$"
    r"|,? (?:am standort|standort|filiale|niederlassung|außenstelle|werk) \S.*$",
    re.IGNORECASE,
)


def without_marks(text: str) -> str:
    """A text without what offices put around a title."""
    return " ".join(_OFFICIAL.sub(" ", text).split()).replace(" ,", ",")


def has_job_word(text: str) -> bool:
    """Whether a text names a job by its words."""
    return bool(re.search(rf"\b{ROLE_WORDS}\b", text, re.IGNORECASE))


def clean_role(text: str) -> str | None:
    text = re.split(r"(?<=[a-z\u00df-\u00ff]{4}\.) ", text)[0]  # the next sentence is none of it
    text = without_marks(text.strip())
    role = re.sub(
        r"(?:\s+(?:at|with|in|for|of|and|to|on|-|\u2013|&|für|im|und|der|des|zur))+$",
        "",
        text.strip(" .,:;!?\"'“”-\u2013|"),
    ).strip()
    role = re.sub(
        r"^(?:the|our|an?|your|my|(?:ihre? |deine? )?(?:stelle|position|bewerbung|ausschreibung)(?: als)?) ",
        "",
        role,
        flags=re.IGNORECASE,
    )
    role = re.sub(
        r"\s+(?:position|role|post|vacancy|job|search|opening)$", "", role, flags=re.IGNORECASE
    )
    role = re.split(
        r" (?:at|with) (?=[A-Z])| (?:bei |der )*Firma\b| und (?:Ihr|das|dein)e?n? (?=[A-Z])", role
    )[0]
    post = re.sub(r"(?<=[a-zß-ü]{4})s?stelle$", "", role)  # “Hausmeisterstelle”
    role = post if " " not in role and has_job_word(post) else role
    role = _IN_HOUSE.sub("", role)
    role = capitalized(role) if role.isupper() and " " in role else role  # “FLEET SUPERVISOR”
    role = re.sub(
        r" (?:in|for) (?:Year|Grade|Class|Form|Key Stage|Ward|Room|Klasse|Station)$", "", role
    )
    words = role.lower().split()
    if (  # “Termin mit Frau Koch”
        re.search(r"\b(?:Frau|Herrn?|Mrs?|Ms)\b", role)
        or _HOUSE.search(role)
        or not words
        or len(role) > _LONGEST
        or all(word in GENERIC for word in words)
        or not re.search(r"[^\W\d_]{2}", role)
    ):
        return None
    return role
