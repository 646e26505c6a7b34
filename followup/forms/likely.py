"""What the forms take for true while nobody has said: who held a round (PLAYBOOK 4.9), who said what, the route.

By when something was promised, where its words say so; and who may belong to it of those on file, so that nobody is
typed a second time. Pure.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from followup.model.fact import shown
from followup.model.facts import Application, Person, new_id
from followup.model.vocabulary import Role, Route
from followup.playbook.case import address_key, employer
from followup.playbook.case.people import HUMANS
from followup.prose.jotted import code_of, other_language
from followup.prose.name_lists import people_named
from followup.prose.when.arithmetic import add_working_days
from followup.prose.when.find import days_in
from followup.prose.when.places import zone_of_country
from followup.prose.when.said import SHORT_WEEKDAY, When, weekday_of
from followup.prose.word_lists import word_set

_LONGEST = 200  # of a company, to be compared
_ANYBODYS = word_set("ai ac cc co fm gg im io ly me sh so to tv ws")  # endings used everywhere
_ENDING = re.compile(r"@.*\.([a-z]{2})\s*$")
_GERMAN_FORM = re.compile(r"\b(?:g?GmbH|AG|S?KG|OHG|GbR|KGaA|UG|eG|e\. ?[VK]\.|mbH)(?!\w)")
_LATEST = timedelta(days=366)  # what lies farther ahead is no promise: “the plan of March 2028”
_LIMIT = (
    r"(?:by|until|till?|no later than|not later than|(?P<before>before|ahead of|vor)|due|bis|(?:bis )?spätestens)"
    r"(?: (?:by|spätestens|zum|am|the|dem|den))*(?: (?:eod|cob|cop|(?:end|close) of (?:play|business|day)))?"
)
_BEFORE_A_DAY = re.compile(rf"(?i)(?:^|[\s,;:(\u2013-]+){_LIMIT}[\s,]*$")
_BEHIND_A_DAY = re.compile(
    r"(?i)(?:,? (?:in the )?(?:early )?(?:morning|noon|afternoon|evening|night|früh"
    r"|vormittag|mittag|nachmittag|abend))?"
    r"(?:,? (?:at (?:the )?(?:very )?)?latest| spätestens| eod)?(?P<end>[\s),.;:]*)"
)
_TELLS_ITSELF = re.compile(
    r"(?i)(?:before|by|within|in|until|this|next|vor|bis|bis zum|binnen|innerhalb|diese|nächste)\b.*"
    r"|tomorrow|tonight|today|heute|morgen|übermorgen"
)
_SHORT_DAY = re.compile(rf"(?i)(?:^|[\s,;(]+)(?:bis|vor) (?P<day>{SHORT_WEEKDAY})\)?\s*$")


class KnownPerson(NamedTuple):
    """Somebody on file who is still there."""

    id: str
    name: str
    role: str
    has_address: bool


def likely_hosts(
    people: Sequence[KnownPerson], before: Collection[str], *, agency: bool
) -> list[str]:
    """The ids of `people` (in the order of the file) to begin with; none where a recruiter, HR or manager is thanked.

    Else those of another round (`before`), or the first; and those first who can be written to, so that no thank-you
    ends in “no address is known” while there is one. On the `agency` route its people pass on what has no address.
    """
    hosts = [each for each in people if each.role != "referrer"]
    passes_on = agency and any(each.role == "agency" and each.has_address for each in hosts)
    reached = [each.id for each in hosts if each.has_address or passes_on]
    thanked = min((p for p in hosts if p.role in HUMANS), key=_rank, default=None)
    if thanked and (thanked.id in reached or not reached):
        return []
    met = [each.id for each in hosts if each.id in before]
    if any(each in reached for each in met):
        return met
    return reached[:1] or met or [each.id for each in hosts[:1]]


def _rank(known: KnownPerson) -> tuple[int, str, str]:
    return HUMANS.index(known.role), known.name, known.id


def likely_interviewers(application: Application) -> tuple[str, ...]:
    """Who will hold the next round while nobody has said: those of the last one, where else nobody could be thanked."""
    last = max(application.interviews, key=lambda i: i.begins, default=None)
    there = [
        KnownPerson(p.id, p.name, p.role, bool(p.email.strip()))
        for p in application.people
        if not p.left
    ]
    before = last.interviewers if last else ()
    return tuple(likely_hosts(there, before, agency=application.route == "agency"))


def usual(application: Application) -> dict[str, Any]:
    """How, how long and with whom a round will be of which nothing is said: as the last."""
    last = max(application.interviews, key=lambda i: i.begins, default=None)
    return {
        "mode": last.mode if last else "video",
        "minutes": last.minutes if last else 60,
        "interviewers": likely_interviewers(application),
    }


def unsaid(application: Application) -> dict[str, Any]:
    """The same of a round whose time is still to be taken: the first one is held by those entered as interviewers."""
    met = tuple(p.id for p in application.people if p.role == "interviewer" and not p.left)
    first = {"interviewers": met} if met and not application.interviews else {}
    return {**usual(application), **first}


def interviewers(typed: Mapping[str, Any], row: str, *, named: bool = True) -> list[str]:
    """Who held a round: the user's choice, else all just entered as met, whatever they are; an AI has no name.

    Where nobody was, and nobody could be thanked then, those of another round, or the first who is on file.
    """
    chosen = typed.get(f"who_{row}")
    if chosen is not None:
        return [person for person in typed["people"] if person in chosen]
    if typed.get(f"mode_{row}") == "ai":
        return []
    people = [
        person
        for person in typed["people"]
        if not typed.get(f"apart_{person}")
        and (not named or (typed[f"name_{person}"] or "").strip())
    ]
    new = [person for person in people if person not in typed["known"]]
    if new:
        return new
    before = {who for each in typed["rounds"] if each != row for who in typed[f"who_{each}"] or ()}
    known = [
        KnownPerson(
            each,
            (typed[f"name_{each}"] or "").strip(),
            typed[f"role_{each}"],
            bool((typed[f"email_{each}"] or "").strip()),
        )
        for each in people
    ]
    return likely_hosts(known, before, agency=route_of(typed) == "agency")


def said_by(typed: Mapping[str, Any], row: str, item: str) -> str | None:
    """Who said a detail of a round: one of those who were there; of what is stored, whoever it says."""
    who: str | None = typed[f"said_by_{item}"]
    return who if item in typed["known"] or who in interviewers(typed, row, named=False) else None


def route_of(typed: Mapping[str, Any]) -> Route:
    """How the user came to it: as chosen, else by who is entered: through an agency, by who referred them."""
    chosen: Route | None = typed["route"]
    roles = {typed[f"role_{p}"] for p in typed["people"] if (typed[f"name_{p}"] or "").strip()}
    by_itself: Route = "referral" if "referrer" in roles else "direct"
    return chosen or ("agency" if "agency" in roles else by_itself)


def language_of_letters(typed: Mapping[str, Any], mine: str) -> str | None:
    """The language to write to them in: as chosen, else that of the notes; None where it is the user's own (`mine`)."""
    chosen: str | None = typed.get("language")
    rows = [each for row in typed["rounds"] for each in typed[f"specifics_{row}"]]
    noted = (typed.get(f"{name}_{row}") for row in rows for name in ("text", "ties_to"))
    return chosen or other_language("\n".join(filter(None, (typed["role"], *noted))), mine)


def likely_zone(typed: Mapping[str, Any], mine: str) -> str | None:
    """On whose clock the employer lives: by the country of its people's addresses, else by its form in German letters.

    None where neither tells one; `mine` is the language of the user's own letters.
    """
    own = (p for p in typed["people"] if typed.get(f"role_{p}") not in ("agency", "referrer"))
    found = (_ENDING.search(str(typed.get(f"email_{person}") or "").lower()) for person in own)
    ends = {end[1] for end in found if end} - _ANYBODYS
    named = {zone_of_country("GB" if end == "uk" else end.upper()) for end in ends} - {None}
    if named:
        return named.pop() if len(named) == 1 else None
    german = code_of(language_of_letters(typed, mine) or mine) == "de"
    in_law = _GERMAN_FORM.search(str(typed["company"] or ""))
    return "Europe/Berlin" if german and in_law else None


def people_at(company: str, own: str, applications: Iterable[Application]) -> list[Person]:
    """The people of the other applications at an employer, then those of agencies; `own` is the application's id."""
    named = shown(company.strip(), _LONGEST)
    if not named:
        return []
    here = employer(Application(id=own, company=named, role=""))
    others = [each for each in applications if each.id != own]
    found = [p for each in others if employer(each) == here for p in each.people]
    return found + [p for each in others for p in each.people if p.role == "agency"]


def on_file(typed: Mapping[str, Any], found: Iterable[Person], today: date) -> list[Person]:
    """Of those found, whom one may want to enter: each once, none who left, none who stands in the form."""
    entered = {name for row in typed["people"] for name in typed_names(typed, row)}
    offered: list[Person] = []
    for person in found:
        names = {person.name.casefold(), address_key(person)} - {""}
        gone = person.left is not None and person.left <= today
        if person.name and not gone and not names & entered:
            offered.append(person)
            entered |= names
    return offered


def dated(text: str, on: date | None, since: date) -> tuple[str, date | None]:
    """What was promised on that day, and by when: “my sheet by Thursday” is my sheet, by Thursday, while `on` is None.

    A day that was chosen stands, and the words with it where they name another one.
    """
    named = _day_named(" ".join(text.split()), since)
    return named if named and on in (None, named[1]) else (text, on)


def _day_named(text: str, since: date) -> tuple[str, date] | None:
    """The thing and the day of the last limit in its words; only at its head or end, or behind “by”."""
    if short := _SHORT_DAY.search(text):
        ahead = (weekday_of(short["day"].lower()) - since.weekday()) % 7
        return _apart(text, short.start(), short.end(), since + timedelta(days=ahead or 7))
    for said in reversed(days_in(text, When(since))):
        if said.last is None or not since <= said.last <= since + _LATEST:
            continue
        limit = _BEFORE_A_DAY.search(text, 0, said.span.start)
        behind = _BEHIND_A_DAY.match(text, said.span.end)
        end = behind.end() if behind else said.span.end
        start = limit.start() if limit else said.span.start
        at_an_end = not text[:start].strip(" ,;:(-") or end == len(text)
        if limit or (at_an_end and _TELLS_ITSELF.fullmatch(said.span.of(text))):
            earlier = limit and limit["before"] and said.is_day and said.last > since
            day = add_working_days(said.last, -1) if earlier else said.last
            return _apart(text, start, end, max(day, since))
    return None


def _apart(text: str, start: int, end: int, day: date) -> tuple[str, date]:
    thing = f"{text[:start].rstrip(' ,;:(-')} {text[end:].lstrip(' ,;:)-')}"
    return thing.strip(), day


def newcomers(text: str, role: Role = "interviewer") -> tuple[Person, ...]:
    """Those named in a field for people, not on file yet, perhaps with an address (“Max Ito <max@globex.example>”)."""
    return tuple(
        Person(id=new_id(), name=name, email=address, role=role)
        for name, address in people_named(text.strip())
        if name or address
    )


def typed_names(typed: Mapping[str, Any], row: str) -> set[str]:
    texts = (str(typed.get(f"{name}_{row}") or "") for name in ("name", "email"))
    return {" ".join(text.split()).casefold() for text in texts} - {""}
