"""The entry form's fields become an application, or what is missing beside which field. Pure."""

from typing import Any

from followup.forms.check_rounds import rounds_of
from followup.forms.checking import Checked, EntryCheck, Typed
from followup.forms.fields import needed_ids
from followup.forms.likely import language_of_letters, route_of
from followup.model.facts import Application, Interview, Person
from followup.model.lossless.codec import reference_problems
from followup.model.times import Clock
from followup.prose.names import odd


def check_entry(
    typed: Typed, stored: Application | None, clock: Clock, mine: str = "en"
) -> Checked:
    """The application as typed over the stored one (None: a new one), or what is missing.

    `mine` is the language of the user's letters where nobody says another one. Records that were added to the stored
    one after the form was opened are kept.
    """
    check = EntryCheck(typed, stored, clock, mine)
    if not check.text("company"):
        check.refuse("company", "Which company is it? Write “?” while they do not say.")
    if not check.text("role"):
        check.refuse("role", "For which role?")
    _address(check, "link", "link", stored.link if stored else "")
    people = _people(check)
    _route(check, people)
    rounds = rounds_of(check, {person.id for person in people})
    _removed(check)
    application = check.made("", lambda: _application(check, people, rounds))
    if application and not check.problems:
        _references(check, application)
    problems = tuple(check.problems)
    return Checked(None if problems else application, problems)


def _application(check: EntryCheck, people: list[Person], rounds: list[Interview]) -> Application:
    fields: dict[str, Any] = {
        "company": check.text("company"),
        "role": check.text("role"),
        "specialised": bool(check.typed["specialised"]),
        "route": route_of(check.typed),
        "channel": check.typed["channel"],
        "language": language_of_letters(check.typed, check.mine),
        "country": check.text("country") or None,
        "region": check.text("region") or None,
        "time_zone": check.typed["zone"] or None,
        "link": check.text("link"),
        "notes": check.text("notes"),
        "people": (
            *people,
            *_added_elsewhere(check, check.stored.people if check.stored else (), "people"),
        ),
        "interviews": (
            *rounds,
            *_added_elsewhere(check, check.stored.interviews if check.stored else (), "rounds"),
        ),
    }
    if check.stored:
        return check.stored.replace(**fields)
    return Application(id=check.typed["id"], **fields)


def _added_elsewhere(check: EntryCheck, stored: tuple[Any, ...], rows: str) -> list[Any]:
    """Records that somebody else (another tab) put in since the form was opened."""
    mine = {*check.typed["known"], *check.typed[rows]}
    return [record for record in stored if record.id not in mine]


def _removed(check: EntryCheck) -> None:
    if check.stored is None:
        return
    needed = needed_ids(check.stored) & {*check.typed["known"]}
    for person in check.stored.people:
        if person.id in needed.difference(check.typed["people"]):
            named = f"{person.name} is named in the log of messages"
            check.refuse("people", f"{named} and has to stay. Put the row back.")
    for interview in check.stored.interviews:
        if interview.id in needed.difference(check.typed["rounds"]):
            check.refuse(
                "rounds", "A round that the log of messages names has to stay. Put the row back."
            )


def _references(check: EntryCheck, application: Application) -> None:
    """What else the log of messages names and the form left out: nothing that is saved may name what is gone."""
    if reference_problems({"applications": [application.model_dump(mode="json")]}):
        check.refuse(
            "rounds", "The log of messages names something that was removed here. Put it back."
        )


def _people(check: EntryCheck) -> list[Person]:
    stored = {person.id: person for person in check.stored.people} if check.stored else {}
    found = (_person(check, row, stored.get(row)) for row in check.typed["people"])
    return [person for person in found if person]


def _route(check: EntryCheck, people: list[Person]) -> None:
    """Of what is stored somebody at an agency is no proof that it goes through it; where it does, checks go to them."""
    known = {person.id for person in check.stored.people} if check.stored else set()
    agency = [p for p in people if p.role == "agency" and p.id not in known]
    if agency and check.stored and route_of(check.typed) != "agency":
        named = agency[0].name or "Somebody"
        check.ask("route", f"{named} is at an agency. Did you come to it through them?")


def _address(check: EntryCheck, kind: str, field: str, stored: str) -> None:
    """Refuses what is odd; one that an old file brought (`stored`) is left as it is, until it is changed."""
    text = check.text(field)
    if text != stored.strip() and (sentence := odd(kind, text)):
        check.refuse(field, sentence)


def _person(check: EntryCheck, row: str, stored: Person | None) -> Person | None:
    texts = {name: check.text(f"{name}_{row}") for name in ("name", "email", "phone", "linkedin")}
    if not any(texts.values()) and not stored and not check.typed[f"rapport_{row}"]:
        return None  # an empty row that nobody filled in
    if not texts["name"]:
        check.refuse(f"name_{row}", "What is their name?")
    for name in ("email", "phone", "linkedin"):
        _address(check, name, f"{name}_{row}", getattr(stored, name, ""))
    fields = {
        **texts,
        "role": check.typed[f"role_{row}"],
        "rapport": bool(check.typed[f"rapport_{row}"]),
        "terms": check.typed.get(f"terms_{row}"),
    }
    return check.record(Person, row, stored, fields)
