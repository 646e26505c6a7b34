"""French: vous and tu by the terms; “Bonjour Madame Dubois” where the form of address is known."""

import re
from datetime import date

from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import ToBegin
from followup.messages.languages.listener import Listener, Telling
from followup.model.vocabulary import Frame, Terms
from followup.prose.names import first_name, full_name

_NUMBERS = ("", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit")
_WEEK = 7
_A_CLAUSE = re.compile(
    r"(?i)(?:comment|pourquoi|ce (?:que|qui)|quel(?:le)?s?|si|où|quand|combien|qui)\b"
)
_VOWEL = re.compile(r"(?i)(?:[aeiouyàâéèêîôû]|h(?:abit|i(?:er|ver)|omme|eure|eureux|ôtel|ôpital))")


class French(Grammar):
    """Thank-yous, checks and rejection replies."""

    code, name, and_ = "fr", "French", "et"
    at = "chez"
    asked_for = "le dossier"
    they_wrote = "Le {day} à {time}, {who} a écrit :"
    a_time = "{weekday} {day} à {time}"
    recalls = "Depuis, je repense souvent à ceci : {{ moment }}."
    to_begin: ToBegin = {  # noqa: RUF012 (a constant of the class)
        "about": ("Je commencerais par", "Dans mon dernier poste, j'ai", "Depuis, je me dis que"),
        None: ("Depuis, j'ai", "J'y ai repensé quand", "Depuis, je me dis que"),
    }
    since_then = "depuis"
    familiar = r"tu|te|toi|ton|ta|tes"
    client = {"first": "ton client", "formal": "votre client"}  # noqa: RUF012 (a constant of the class)
    months = (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    )
    weekdays = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    sign_offs = {"first": "Bien à toi", "formal": "Bien cordialement"}  # noqa: RUF012 (a constant of the class)

    def greeting(self, name: str, terms: Terms, *, warm: bool) -> str:  # noqa: ARG002 (the terms say it)
        if terms == "first":
            return f"Bonjour {first_name(name)},"
        called = self.address(name, {"f": "Madame", "m": "Monsieur"})
        return f"Bonjour {called or full_name(name)},"

    def greeting_team(self, company: str) -> str:  # noqa: ARG002 (French greets without it)
        return "Madame, Monsieur,"

    def team(self, company: str) -> str:
        return company or "votre entreprise"

    def the_role(self, role: str) -> str:
        if not role:
            return "le poste"
        said = role[0].lower() + role[1:] if role[1:].islower() else role
        return f"le poste d{chr(39) if _VOWEL.match(said) else 'e '}{said}"

    def since(self, days: int) -> str:
        whole = (days + 3) // _WEEK
        if days < _WEEK:
            return "quelques jours"
        many = "s" if whole > 1 else ""
        return f"{_NUMBERS[whole]} semaine{many}" if whole < len(_NUMBERS) else "quelque temps"

    def day(self, day: date, today: date) -> str:
        year = f" {day.year}" if day.year != today.year else ""
        return f"{'1er' if day.day == 1 else day.day} {self.months[day.month - 1]}{year}"

    def on_day(self, day: date, today: date) -> str:
        near = 0 <= (today - day).days < _WEEK
        return self.weekdays[day.weekday()] if near else f"le {self.day(day, today)}"

    def in_month(self, day: date) -> str:
        return f"en {self.months[day.month - 1]}"

    def moment(self, frame: Frame, text: str, to: Listener) -> str:
        your = "ta" if to.terms == "first" else "votre"
        if frame == "about":
            return f"{'notre' if to.met else 'cet'} échange sur {text}"
        noun, link = (
            ("remarque", "selon laquelle") if frame == "that" else ("question,", "à savoir")
        )
        if to.spoke:
            return f"{your} {noun} {link} {text}"
        if not to.speaker:
            return f"la {noun} {link} {text}"
        return f"la {noun.rstrip(',')} de {to.speaker}{',' if noun.endswith(',') else ''} {link} {text}"

    def reported(self, frame: Frame, text: str, to: Listener, as_: Telling = "told") -> str:
        who = "vous m'avez" if to.terms == "formal" else "tu m'as"
        who = who if to.spoke else f"{to.speaker} m'a" if to.speaker else "on m'a"
        if as_ != "told":
            return ""
        if frame == "that":
            return f"{who} dit qu{chr(39) if _VOWEL.match(text) else 'e '}{text}"
        return f"{who} demandé {text}" if frame == "question" and _A_CLAUSE.match(text) else ""
