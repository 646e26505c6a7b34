"""Spanish: usted and tú by the terms; “Estimada Sra. García” where the form of address is known."""

import re
from datetime import date

from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import ToBegin
from followup.messages.languages.listener import Listener, Telling
from followup.model.vocabulary import Frame, Terms
from followup.prose.names import first_name, full_name

_NUMBERS = ("", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho")
_WEEK = 7
_A_CLAUSE = re.compile(
    r"(?i)(?:c[óo]mo|por qué|qué|cu[áa]l(?:es)?|qui[ée]n|d[óo]nde|cu[áa]ndo|cu[áa]nt[oa]s?|si)\b"
)


class Spanish(Grammar):
    """Thank-yous, checks and rejection replies."""

    code, name, and_ = "es", "Spanish", "y"
    at = "en"
    asked_for = "la documentación"
    they_wrote = "El {day} a las {time}, {who} escribió:"
    a_time = "{weekday} {day} a las {time}"
    recalls = "Sigo dando vueltas a {{ moment }}."
    to_begin: ToBegin = {  # noqa: RUF012 (a constant of the class)
        "about": ("Yo empezaría por", "En mi último trabajo", "Desde entonces pienso que"),
        None: ("Desde entonces he", "Me acordé de ello cuando", "Ahora pienso que"),
    }
    since_then = "desde"
    familiar = r"tú|te|ti|tu|tus|contigo"
    client = {"first": "tu cliente", "formal": "su cliente"}  # noqa: RUF012 (a constant of the class)
    months = (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    )
    weekdays = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
    sign_offs = {"first": "Un saludo", "formal": "Atentamente"}  # noqa: RUF012 (a constant of the class)

    def greeting(self, name: str, terms: Terms, *, warm: bool) -> str:  # noqa: ARG002 (the terms say it)
        if terms == "first":
            return f"Hola, {first_name(name)}:"
        called = self.address(name, {"f": "Estimada Sra.", "m": "Estimado Sr."})
        return f"{called}:" if called else f"Buenos días, {full_name(name)}:"

    def greeting_team(self, company: str) -> str:
        return f"Estimado equipo de {company}:" if company else "Estimado equipo:"

    def team(self, company: str) -> str:
        return company or "su empresa"

    def the_role(self, role: str) -> str:
        return f"el puesto de {role}" if role else "el puesto"

    def since(self, days: int) -> str:
        whole = (days + 3) // _WEEK
        if days < _WEEK:
            return "unos días"
        many = "s" if whole > 1 else ""
        return f"{_NUMBERS[whole]} semana{many}" if whole < len(_NUMBERS) else "algún tiempo"

    def day(self, day: date, today: date) -> str:
        year = f" de {day.year}" if day.year != today.year else ""
        return f"{day.day} de {self.months[day.month - 1]}{year}"

    def on_day(self, day: date, today: date) -> str:
        near = 0 <= (today - day).days < _WEEK
        return f"el {self.weekdays[day.weekday()] if near else self.day(day, today)}"

    def in_month(self, day: date) -> str:
        return f"en {self.months[day.month - 1]}"

    def moment(self, frame: Frame, text: str, to: Listener) -> str:
        your = "tu" if to.terms == "first" else "su"
        if frame == "about":
            return f"{'nuestra' if to.met else 'la'} conversación sobre {text}"
        noun = "comentario de que" if frame == "that" else "pregunta sobre"
        if to.spoke:
            return f"{your} {noun} {text}"
        the = "el" if frame == "that" else "la"
        word, _, link = noun.partition(" ")
        by = f" de {to.speaker}" if to.speaker else ""
        return f"{the} {word}{by} {link} {text}"

    def reported(self, frame: Frame, text: str, to: Listener, as_: Telling = "told") -> str:
        told, asked = ("dijiste", "preguntaste") if to.terms == "first" else ("dijo", "preguntó")
        if not to.spoke:
            told, asked = ("dijo", "preguntó") if to.speaker else ("dijeron", "preguntaron")
        who = "" if to.spoke or not to.speaker else f"{to.speaker} "
        if as_ != "told":
            return ""
        if frame == "that":
            return f"{who}me {told} que {text}"
        return f"{who}me {asked} {text}" if frame == "question" and _A_CLAUSE.match(text) else ""
