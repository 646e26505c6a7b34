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
_VISIT = r"(?:appointment|termin|check-?up|visit|booking|cleaning|reservation)"
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
    r"|bewerb|\bstelle|gespräch|probearbeit|hospitation|arbeitstag|lebenslauf|praktikum|ausbildung|vorstell|job",
    re.IGNORECASE,
)


def is_code(text: str) -> bool:
    """Whether a text is about a code or a password to sign in with."""
    return bool(_CODE.search(text))


def is_elsewhere(text: str, *, machine: bool) -> bool:
    """Whether a mail plainly is a code to sign in with (of a machine), or a customer's or a patient's own matter."""
    return may_be_elsewhere(text, machine=machine) and bool(
        _MINE.search(text) or not _APPOINTMENT.search(text)
    )


def may_be_elsewhere(text: str, *, machine: bool) -> bool:
    """The same, where a house or a job may only be called so: “the team at our dental practice”, “TÜV Nord”."""
    visits = _APPOINTMENT.search(text) and _REMINDS.search(text)
    return bool(visits or (machine and is_code(text))) and not _WORK.search(text)
