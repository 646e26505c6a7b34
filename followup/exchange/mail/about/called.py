"""What a company is called: as one says its name, without what it is in law."""

import re

from followup.exchange.mail.about.role_words import LARGE, has_job_word
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
