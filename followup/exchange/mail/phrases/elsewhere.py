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
_APPOINTMENT = re.compile(
    r"\b(?:prophylaxe\w*|zahnreinigung|kontrolluntersuchung|vorsorge(?:untersuchung)?|impf(?:termin|ung)|blutabnahme"
    r"|behandlung(?:stermin)?|friseurtermin|haarschnitt|hauptuntersuchung|tüv|inspektion|reifenwechsel|ölwechsel"
    r"|werkstatttermin|zählerablesung|heizungswartung|schornsteinfeger\w*|wohnungsbesichtigung|sehtest|lieferung|paketzustellung"
    r"|check-?up|dental|dentist|hygienist|vaccination|flu jab|booster|prescription|repeat order|mot|car service"
    r"|haircut|parcel|boiler service|meter reading|eye test|blood test|smear test|gp surgery|your (?:gp|doctor)"
    r"|table for|reservation|viewing of the (?:flat|house))\b",
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


def is_elsewhere(text: str, *, machine: bool) -> bool:
    """Whether a mail is a code to sign in with (of a machine), or an appointment that nobody applies for."""
    if machine and _CODE.search(text):
        return not re.search(
            r"\b(?:interview|appl(?:ied|ying)|received your application|bewerbung (?:ist|erhalten|eingegangen))\b",
            text,
            re.IGNORECASE,
        )
    return bool(_APPOINTMENT.search(text) and _REMINDS.search(text)) and not _WORK.search(text)
