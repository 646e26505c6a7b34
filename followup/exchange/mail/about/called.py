"""What a company is called: by the address it writes from, and as one says its name, without what it is in law."""

import re

from followup.exchange.mail.about.role_words import LARGE, has_job_word
from followup.exchange.mail.about.signed import abbreviates
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.senders import employer_label, is_team
from followup.prose.name_parts import ANY_GIVEN, capitalized
from followup.prose.names import without_form

# What only the register says of it: “Möwe Markt Handels GmbH”.
_REGISTERED = re.compile(
    r"(?<=\w) (?:(?:Handels|Betriebs|Vertriebs|Verwaltungs|Produktions|Beteiligungs)(?:gesellschaft)?|Gesellschaft|ZT)$"
)
_BEFORE = re.compile(r"^(?:Stichting|Firma|Fa\.|Messrs\.?) (?=[A-Z\u00c0-\u00de])")
_TEAM = re.compile(r"\b(Praxis|Kanzlei|Kita|Klinik)-?team(?= [A-Z])", re.IGNORECASE)  # who signs

_PRACTICE = re.compile(r"Praxis|Kanzlei|Klinik|Schule|Apotheke")
_GOES_ON = (
    "(?:Group|Gruppe|Partners|Holdings?|Systems|Solutions|Foods|Capital|Labs|Technolog(?:y|ies)|Consulting|Bank"
    "|Clinic|Studios?|Media|Logistics|Insurance|Analytics|Energy|Health|Software|Digital|Services|Ventures"
    "|Robotics|Industries|International|Networks|Design|Imports|Werke|Bau|Tech|Hotels?|Resorts|Council|Trust|Klinik(?:en|um)?|NHS|Foundation|Hospitals?|Schools?|College|University|Academy"
    "|Books|Bakery|Farm|Garage|Motors|Stores?|Shop|Dental|Vets|Flowers|Gym|Kitchens?|Builders?|Plumbing|Joinery|Print)"
)
_OF_A = "(?:County|Borough|District|City|Town|General|Regional|Community|University|Primary|Secondary|NHS)"
_OF_ALL = (
    "(?:Group|Council|Trust|Schools?|Hospitals?|College|University|Foundation|Academy|Library)"
)
# “Hale & Sons”, “Marlow, Pike and Partners”: a firm that half of its name does not name.
_KIN = "(?:Sons?|Daughters?|Bro(?:thers|s)|Partners?|Associates|Co|Company|Sohn|Söhne|Töchter|Tochter|Kollegen)"
_JOINED = rf"(?:,? {LARGE}){{0,3}},? (?:&|\+|and|und) {_KIN}(?!\w)"
# “Marlow & Pike”, where it signs so.
_PAIR = rf"(?: {LARGE})? [&+] {LARGE}"


def as_said(name: str) -> str:
    """A company's name as one says it: “Old Mill Bakery” for “Old Mill Bakery GmbH & Co. KG”; “Hale & Co” is whole."""
    bare = _TEAM.sub(r"\1", _BEFORE.sub("", " ".join(name.split()).strip(" ,;|")))
    return _REGISTERED.sub("", without_form(bare))


def _in_full(name: str, text: str) -> str | None:
    """How a line ends that spells a name out: “Volksschule Auersee” for “VS Auersee”, “Arztpraxis Dr. Kai Uhl”."""
    first, _, rest = name.partition(" ")
    if not rest:
        return None
    letters = re.fullmatch(r"([A-ZÄÖÜ])([A-ZÄÖÜ])", first)
    house = rf"{letters[1]}[a-zäöüß]+{letters[2].lower()}[a-zäöüß]+" if letters else None
    if _PRACTICE.fullmatch(first):
        house = rf"[A-ZÄÖÜ][a-zäöüß]*{first.lower()}(?: (?:Dres|Dr|Prof|med|dent|vet)\.)*(?: [A-Z][\w-]+)?"
    found = house and re.search(
        rf"(?:^|, )(?P<name>{house} {re.escape(rest)})$", text, re.MULTILINE
    )
    return found["name"] if found else None


def fuller(name: str, text: str, signed: str) -> str:
    """The name with all of it that a text or what signs it says: “Ashdown Borough Council” for “Ashdown Borough”."""
    if spelt := _in_full(name, text):
        return spelt
    named = rf"(?<!\w){re.escape(name)}"
    if joined := re.search(named + _JOINED, text) or re.search(named + _PAIR, signed):
        return joined.group().rstrip(".")
    goes_on = (rf"(?:(?: {_OF_A})* (?:& )?{_GOES_ON})+", f" {LARGE} {_OF_ALL}")
    every = (one for more in goes_on for one in re.finditer(rf"{named}{more}(?!\w)", text))
    return next((one.group() for one in every if not _is_of_job(text, one.end())), name)


def _is_of_job(text: str, at: int) -> bool:
    """Whether the title of a job goes on at a place: “Globex Shop Assistant”."""
    behind = re.compile(rf"(?: {LARGE}){{1,2}}").match(text, at)
    return behind is not None and has_job_word(behind.group())


# Words of somebody's name, before it or in it: “Frau Petersen”.
_NO_HOUSE = re.compile(
    rf"(?i:frau|herrn?|mrs?|ms|dr|prof|fam(?:ilie)?|ihre?|your?|inh(?:aber\w*)?|owner|gez|i|{'|'.join(ANY_GIVEN)})\.?"
)
_SHORT, _LOOKED, _FEW, _MOST = 3, 20_000, 2, 4
# What a house does, at the end of an address.
_DOES = re.compile(
    r"(?<=[a-z]{3})(labs?|group|foods?|care|vets|tech|software|soft|works|bank|media|cafe|bakery|schools?|clinic|homes|hotels?"
    r"|joinery|roofing|dental|legal|farms?|books|stores?|studios?|design|energy|health|partners|systems|solutions|logistics"
    r"|capital|consulting|insurance|analytics|digital|services|robotics|electrical|plumbing|scaffolding|motors|trust"
    r"|gym|gardens?|nursery|kitchen|brewery|print|press|museum|theatre|library|college|academy)$"
)
# “Sent by HireHub”, “powered by TalentLane”: whose machine it is, and nobody who hires.
_CARRIED = re.compile(
    r"\b(?i:sent|delivered|powered|provided|hosted|versendet|zugestellt|bereitgestellt)(?i: to you)?"
    r" (?i:by|via|through|von|über|durch) (?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})"
)


def label_of(parts: Parts) -> str | None:
    """What the sender's address calls an employer: “oldforgelibrary”."""
    calendar = re.match(r"calendar", parts.sender.email or "", re.IGNORECASE)
    label = (None if calendar else employer_label(parts.sender.email)) or employer_label(
        parts.reply_to.email
    )
    carried = label and any(
        abbreviates(label, found["name"].rstrip(".")) for found in _CARRIED.finditer(parts.text)
    )
    return label if label and len(label) >= _SHORT and not carried else None


def spelled(label: str) -> str:
    """The name that a label may stand for, what the house does apart: “Arden Labs” for ardenlabs."""
    apart = _DOES.sub(r" \1", label.replace("-", " "))
    return capitalized(" ".join(apart.split()))


def as_written(label: str, text: str) -> str | None:
    """How a text writes the name that an address gives: “SmartWorks” for smartworks."""
    solid = re.escape(label[0]) + "".join(
        rf"(?: ?& ?| and |[ .'-])?{re.escape(char)}" for char in label[1:] if char != "-"
    )
    found = re.search(rf"(?<![\w@.]){solid}(?![\w@])", text[:_LOOKED], re.IGNORECASE)
    if found and any(char.isupper() for char in found.group()):
        return found.group()
    alone = re.search(rf"^{solid}$", text[:_LOOKED], re.MULTILINE)  # as on a phone: “swift cabs”
    return capitalized(alone.group()) if alone and " " in alone.group() else None


def by_most_of(label: str, whole: str) -> str | None:
    """The name that an address has with a word more: “Altenheim Linde” for ekd-altenheim-linde."""
    pieces = label.split("-")
    most = ("-".join(some) for some in (pieces[1:], pieces[:-1]) if len(some) > 1)
    found = (as_written(some, whole) or "" for some in most)
    return next((name for name in found if name[:1].isupper()), None)


def of_family(signature: str) -> str | None:
    """The house below somebody's name that has their family name: “Biohof Petersen” below “Hinrich Petersen”."""
    above, *below = [line.strip() for line in signature.splitlines() if line.strip()] or [""]
    given, *names = above.split() or [""]
    for line in below if 0 < len(names) <= _FEW and above.istitle() else ():
        words = line.partition(",")[0].split()
        capital = all(word[0].isupper() or word == "&" for word in words)
        house = given not in words and not any(_NO_HOUSE.fullmatch(word) for word in words)
        if 1 < len(words) <= _MOST and capital and house and names[-1] in (words[0], words[-1]):
            return None if has_job_word(line) or is_team(line) else " ".join(words)
    return None
