"""The entry form's fields become an application, or what is missing beside which field. Pure: no Streamlit here."""

from typing import Any

from followup.model.facts import Application, Interview, Person
from followup.model.references import reference_problems
from followup.ui.entry_addresses import odd
from followup.ui.entry_check_rounds import rounds_of
from followup.ui.entry_draft import Typed, needed_ids
from followup.ui.entry_gaps import Checked, Form
from followup.ui.entry_times import Present


def check(draft: Typed, base: Application | None, present: Present) -> Checked:
    """The application as typed over the stored one (`base`), or what is missing.

    Records that were added to `base` after the form was opened are kept.
    """
    form = Form(draft, base, present)
    if not form.text("company"):
        form.missing("company", "Which company is it?")
    if not form.text("role"):
        form.missing("role", "For which role?")
    _address(form, "link", "link", base.link if base else "")
    people = _people(form)
    rounds = rounds_of(form, {person.id for person in people})
    _removed(form)
    application = form.made("", lambda: _application(form, people, rounds))
    if application and not form.gaps:
        _references(form, application)
    gaps = tuple(form.gaps)
    return Checked(None if gaps else application, gaps)


def _application(form: Form, people: list[Person], rounds: list[Interview]) -> Application:
    fields: dict[str, Any] = {
        "company": form.text("company"),
        "role": form.text("role"),
        "specialised": bool(form.draft["specialised"]),
        "route": form.draft["route"],
        "channel": form.draft["channel"],
        "country": form.text("country") or None,
        "time_zone": form.draft["zone"] or None,
        "link": form.text("link"),
        "notes": form.text("notes"),
        "people": (
            *people,
            *_added_elsewhere(form, form.base.people if form.base else (), "people"),
        ),
        "interviews": (
            *rounds,
            *_added_elsewhere(form, form.base.interviews if form.base else (), "rounds"),
        ),
    }
    if form.base:
        return form.base.replace(**fields)
    return Application(id=form.draft["id"], **fields)


def _added_elsewhere(form: Form, stored: tuple[Any, ...], rows: str) -> list[Any]:
    """Records that somebody else (another tab) put in since the form was opened."""
    mine = {*form.draft["known"], *form.draft[rows]}
    return [record for record in stored if record.id not in mine]


def _removed(form: Form) -> None:
    if form.base is None:
        return
    needed = needed_ids(form.base)
    for person in form.base.people:
        if (
            person.id in needed
            and person.id in form.draft["known"]
            and person.id not in form.draft["people"]
        ):
            form.missing(
                "people",
                f"{person.name} is named in the log of messages and has to stay. Put the row back.",
            )
    for interview in form.base.interviews:
        if (
            interview.id in needed
            and interview.id in form.draft["known"]
            and interview.id not in form.draft["rounds"]
        ):
            form.missing(
                "rounds", "A round that the log of messages names has to stay. Put the row back."
            )


def _references(form: Form, application: Application) -> None:
    """The last line: whatever else the log names and the form left out."""
    if reference_problems({"applications": [application.model_dump(mode="json")]}):
        form.missing(
            "rounds", "The log of messages names something that was removed here. Put it back."
        )


def _people(form: Form) -> list[Person]:
    stored = {person.id: person for person in form.base.people} if form.base else {}
    found = (_person(form, row, stored.get(row)) for row in form.draft["people"])
    return [person for person in found if person]


def _address(form: Form, kind: str, field: str, stored: str) -> None:
    """One that an old file brought is left as it is, until it is changed."""
    text = form.text(field)
    if text != stored.strip() and (sentence := odd(kind, text)):
        form.missing(field, sentence)


def _person(form: Form, row: str, stored: Person | None) -> Person | None:
    texts = {name: form.text(f"{name}_{row}") for name in ("name", "email", "phone", "linkedin")}
    if not any(texts.values()) and not stored and not form.draft[f"rapport_{row}"]:
        return None  # an empty row that nobody filled in
    if not texts["name"]:
        form.missing(f"name_{row}", "What is their name?")
    for name in ("email", "phone", "linkedin"):
        _address(form, name, f"{name}_{row}", getattr(stored, name, ""))
    fields = {
        **texts,
        "role": form.draft[f"role_{row}"],
        "rapport": bool(form.draft[f"rapport_{row}"]),
    }
    return form.made(row, lambda: stored.replace(**fields) if stored else Person(id=row, **fields))
