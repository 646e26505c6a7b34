"""Which organisation signs a mail: the part of its signature that the address abbreviates, or that has a legal form."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from followup.exchange.mail.about.role_words import LARGE, WORDS, has_job_word
from followup.exchange.senders import STAFF
from followup.prose.name_parts import ANY_GIVEN
from followup.prose.names import HAS_FORM, IN_LAW
from followup.prose.text import same
from followup.prose.word_lists import word_list

_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BARRED = str.maketrans("łøđ", "lod")  # letters that no accent makes
_SMALL = word_list("small", WORDS)
_AND = re.compile(r"(?:and|und|u|et|y)")
_PARTS = re.compile(
    rf"[|;\u00b7\u2022\n\u2014(<]|,(?! ?{IN_LAW})| [-\u2013/] | @ |\. (?=[A-Z])(?<=\w{{5}}\. )"
)
_AROUND = re.compile(
    r"^(?:Ihre?|Your|Eure?|Deine?) (?=[A-Z])|^[A-Za-z\u00c0-\u00ff]+: | \+?\d[\d ()/-]{5,}$"
)  # “Your …”, a telephone number
_INITIALED = re.compile(r"\b[A-Z]\.[A-Z]\.\s*$")  # “B.V.”
# Words that only an organisation's name has.
_KIND = re.compile(
    r"\b(?:universit(?:y|ät)|hochschule|college|school|academy|akademie|institute?|hospitals?|klinik(?:um)?|clinic"
    r"|krankenhaus|trust|council|bank|sparkasse|verlag|library|museum|theat(?:er|re)|stiftung|foundation|charity"
    r"|hospice|verein|verband|stadtwerke|stadtverwaltung|kreisverwaltung|landratsamt|magistrat|(?:ober)?schulamt|finanzamt|forstamt|ministerium|bundesamt|landesamt"
    r"|\w*bücherei|\w*bibliothek|gemeinde|bezirksamt|insurance|versicherung|group|gruppe|holdings?|brewery|brauerei|werke|kliniek"
    r"|ministry|agency|authority|society|association|bakery|garage|surgery|nursery|kennels|stables|boatyard|dairy"
    r"|butchers|motors|joinery|pharmacy|bookshop|playgroup|guesthouse|restaurant|brewhouse"
    r"|\w*schule|gymnasium|\w*spital|\w*krankenhaus|\w*zentrum|\w*institut)\b"
    r"|^(?-i:BG|BRG|BG/BRG|BORG|HTL|HAK|NMS|LKH|AKH|FH|TU) |^(?:stadt|landkreis|kreis|gemeinde|city of|university of) ",
    re.IGNORECASE,
)
# “Praxis Dr. Sommer”: what begins so is no person.
_HOUSE = re.compile(
    r"(?:(?:Ev|Evang|Kath|Städt)\w*\.? )?(?:\w*[Pp]raxis|Kanzlei|KFZ(?:-\w+)?|Hotel|Gast(?:haus|hof)|Restaurant"
    r"|Caf\u00e9|Bistro|Pension|Weingut|Apotheke|Buchhandlung|Autohaus|Kita|Kindergarten"
    r"|Grundschule|Salon|Haus|\w*(?:haus|laden|dienst|verein|stube|handlung|hütte|mühle|[a-z]{3}erei|spedition|schmiede"
    r"|fahrschule|gericht)|The) [A-Z\u00c0-\u00de].*",
    re.IGNORECASE,
)
_SONS = re.compile(
    r" (?:&|and|und|u\.) (?:Sons?|Daughters?|Bros\.?|Brothers|Söhne|Sohn|Töchter|Tochter)$"
)
# A family name beside a given one: “Waldhaus Peter”, “Julia Bank”; no “Brauhaus Peter”.
_FAMILY = re.compile(
    r"(?!(?:gast|auto|brau|kauf|möbel|mode|schuh|sport|back|rat|kranken|pfarr|wirts|pflege|reform|kinder|treppen)haus)"
    r"(?:\w+(?:haus|laden|dienst|stube|hütte|mühle)|bank|gemeinde)"
)
_NO_NAME = re.compile(
    r"\b(?:manager(?:in)?|head|director|officer|lead|leitung|leiter(?:in)?|recruit(?:er|ing|ment)|partner|consultant"
    rf"|assistan(?:t|z)|coordinator|adviser|advisor|personal|{STAFF}|hr|\w+management"
    r"|\w+portal|human resources|team|abteilung"
    r"|department|dept|referat|geschäftsführ\w*|tel|mobile?|fax|phone|resources|talent|people|services?"
    r"|secretary|headteacher|principal|bursar|matron|administrator|teacher|nurse|sekretariat|sekretär\w*)\b",
    re.IGNORECASE,
)
_TEAM_OF = re.compile(
    r"^(?:Recruiting|HR|Personal|Bewerber|Karriere)-?[Tt]eam (?:der|des|von|bei|beim) "
)
_RUN = re.compile(rf"{LARGE}(?: (?:{LARGE}|&|and|und|of|am|an|der|für|de|van))+")
_LOOKED, _WINDOW = 20_000, 5
_TOWN = 5
_PIECE, _WORDS, _INITIALS, _SHORTENED = 3, 8, 3, 4
_FEW, _COMPOUND = (2, 3), 10


def _solid(word: str, *, spelt: bool) -> str:
    """The letters of a word as a domain has them: “ü” as “ue” or as “u”."""
    low = (word.casefold() if not spelt else word.lower().translate(_SPELT)).translate(_BARRED)
    bare = (char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
    return re.sub(r"[^\w]|_", "", "".join(bare))


def _shortened(rest: str, word: str) -> bool:
    """Whether some letters of a word, its first among them, are the rest of a label: “mfg” for “manufacturing”."""
    letters = iter(word)
    return (
        _INITIALS <= len(rest) <= _SHORTENED < len(word) - _INITIALS
        and rest[0] == word[0]
        and all(char in letters for char in rest)
        and not set(rest[1:]) & set("aeiou")
    )


def _made_of(label: str, words: Sequence[str]) -> bool:
    """Whether the letters of a label are those that words begin with, in their order: “kreis-ostertal”."""
    reached = {0}
    for word in words:
        more = {found.end() for at in reached if not word and (found := _AND.match(label, at))}
        if word and any(_shortened(label[at:], word) for at in reached if at >= _PIECE):
            return True
        for at in reached:
            most = next((n for n in range(len(word), 0, -1) if label.startswith(word[:n], at)), 0)
            more |= {at + size for size in range(_PIECE, most + 1)}
            more |= {at + most} if most and most == len(word) else set()
        reached |= more
    short = "".join(word[:1] for word in words)
    ends = (label[at:] for at in reached if at >= _PIECE and len(label) - at > 1)
    return len(label) in reached or any(short.endswith(end) for end in ends)  # “sunvalleycu”


def _initials(short: str, word: str) -> bool:
    """Whether two or three letters stand for a long German word: “wg” for “wohnungsgenossenschaft”."""
    letters = iter(word)
    few = len(short) in _FEW and len(word) >= _COMPOUND and word[0] == short[0]
    return few and all(char in letters for char in short)


def abbreviates(label: str, name: str) -> bool:
    """Whether an address' label stands for a name: its words, the beginnings of them, or their first letters."""
    bare = label.replace("-", "")
    words = name.split()[:_WORDS]
    if not words or len(bare) < _PIECE:
        return False
    first, _, rest = label.partition("-")
    behind = [_solid(word, spelt=True) for word in words[1:]]
    if behind and _initials(first, words[0].lower()) and _made_of(rest, behind):  # “ib-tamms”
        return True
    for spelt in (True, False):
        solid = [_solid(word, spelt=spelt) for word in words]
        if _made_of(bare, solid):
            return True
    letters = "".join(word[0] for word in words if word[0].isupper()).lower()
    return len(bare) >= _INITIALS and bare == letters


def parts_of(signature: str) -> Iterator[str]:
    """The names and titles of a signature, each alone."""
    for part in _PARTS.split(signature):
        bare = _AROUND.sub("", part.strip(" ,.-*\u2022\"'"))
        words = (f"{bare}." if _INITIALED.search(part) else bare).split()
        named = all(
            word[0].isupper() or word[0].isdigit() or word.rstrip(".").lower() in _SMALL
            for word in words
        )
        if 0 < len(words) <= _WORDS and named and not words[0][0].isdigit():
            yield " ".join(words)


def signed_as(label: str, signature: str, person: str | None) -> str | None:
    """The part of a signature that an address stands for, and that is not the sender's own name."""
    found = [
        _without_title(label, part)
        for part in parts_of(signature)
        if not (person and same(part, person)) and abbreviates(label, part)
    ]
    return max(found, key=_formal) if found else None


def _formal(name: str) -> tuple[bool, bool]:
    """What tells the name of an organisation best: its form in law, then what it is."""
    return bool(HAS_FORM.search(name)), bool(_KIND.search(name))


def _without_title(label: str, part: str) -> str:
    """A name without what somebody does there: “Head of People Kestrel Foods”."""
    words = part.split()
    for at in range(1, len(words)):
        rest = " ".join(words[at:])
        if not abbreviates(label, rest):
            break
        title = " ".join(words[:at])
        if (_NO_NAME.search(title) or has_job_word(title)) and words[at] not in _SMALL:
            part = rest
    return part


def _undeclined(word: str, label: str) -> str:
    """“Stadtwerke” for “bei den Stadtwerken”, where the address says so."""
    return word[:-1] if word.endswith("n") and word[:-1].lower() in label.split("-") else word


def named_in(label: str, text: str) -> str | None:
    """The words of a text that an address stands for: “Universität Auenstedt” for uni-auenstedt."""
    for run in _RUN.finditer(text[:_LOOKED]):
        words = run.group().split()
        for at in range(len(words)):
            ends = range(min(len(words), at + _WINDOW), at, -1)
            tight = [
                end
                for end in ends
                if words[at] not in _SMALL
                and abbreviates(label, " ".join(words[at:end]))
                and not abbreviates(label, " ".join(words[at + 1 : end]))
                and not abbreviates(label, " ".join(words[at : end - 1]))
            ]
            if tight:
                return " ".join(_undeclined(word, label) for word in words[at : tight[-1]]).strip(
                    " .,"
                )
    return None


def institution_in(label: str, text: str) -> str | None:
    """The institution of a text that an address names by its town: “Hochschule Mittelau” for hs-mittelau."""
    towns = {word for word in label.split("-") if len(word) >= _TOWN} if "-" in label else set()
    for run in _RUN.finditer(text[:_LOOKED]):
        words = run.group().split()
        ends = [at for at, word in enumerate(words) if _solid(word, spelt=True) in towns]
        for end in ends:
            at = next((at for at in range(end) if _KIND.search(words[at])), None)
            if at is not None:
                return " ".join(words[at : end + 1])
    return None


def organisation(signature: str, person: str | None) -> str | None:
    """The part of a signature that is an organisation's name by its form or its words."""
    parts = [part for part in parts_of(signature) if not (person and same(part, person))]
    legal = [part for part in parts if HAS_FORM.search(part)]
    kinds = [part for part in parts if " " in part and is_institution(part)]
    found = next(iter([*legal, *kinds]), None)
    return _TEAM_OF.sub("", found) if found else None


def is_institution(name: str) -> bool:
    """Whether a name's words say that it is an organisation's."""
    house = is_house(name) and not name.startswith("The ")
    kind = house or (bool(_KIND.search(name)) and not _is_full_name(name))
    return kind and not _NO_NAME.search(name)


def is_house(name: str) -> bool:
    """Whether a name begins with what house it is, or is a family's: “Latham & Son”."""
    return bool(_SONS.search(name)) or (bool(_HOUSE.fullmatch(name)) and not _is_full_name(name))


def _is_full_name(name: str) -> bool:
    """Whether it is a given name and a family name that means a house."""
    words = name.lower().split()
    pair = len(words) == 2  # noqa: PLR2004 (two names)
    return pair and any(
        one in ANY_GIVEN and _FAMILY.fullmatch(other) for one, other in (words, words[::-1])
    )


def titled_in(signature: str, subject: str) -> str | None:
    """What stands behind somebody's title, where the subject names it, too: “Talent Partner, Hollis & Byrne”."""
    for line in signature.splitlines():
        title, _, name = line.rpartition(", ") if ", " in line else line.rpartition(" | ")
        name = name.strip(" .")
        if title and _NO_NAME.search(title) and name[:1].isupper() and name in subject:
            return name
    return None
