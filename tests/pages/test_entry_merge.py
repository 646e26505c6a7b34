"""Two versions of an application in the entry form: what differs, what is picked already, and what is saved."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from followup.forms.check import check_entry
from followup.forms.fields import Fields, add_person, add_specific, opened
from followup.forms.merge import Differing, Side, Versions, versions
from followup.model.facts import Application, Person, Promise, Specific
from followup.model.times import Clock
from followup.ui.entry.version_words import added, label, words
from tests.builders.globex import ANN, BEN, at, globex, interview, thanked

BERLIN = ZoneInfo("Europe/Berlin")
CLOCK = Clock(at("2026-09-16 10:20"), BERLIN)
FRIDAY = Promise(id="p", kind="decision_by", on=date(2026, 9, 18))


def side_by_side(newer: Application, base: Application | None = None, **typed: Any) -> Versions:
    """A form opened on `base`, with some fields typed over; and what was saved elsewhere."""
    began = opened(base or globex())
    return versions(began, began | typed, opened(newer), CLOCK.today)


def presets(both: Versions) -> dict[str, Side | None]:
    return {difference.field: difference.preset for difference in both.differing()}


def only(both: Versions) -> Differing:
    (difference,) = both.differing()
    return difference


def saved(both: Versions, newer: Application, row: Side = "mine", **picks: Side) -> Application:
    checked = check_entry(both.merged({"rows:people:ben": row, **picks}), newer, CLOCK)
    assert checked.problems == ()
    assert checked.application is not None
    return checked.application


def test_what_one_side_alone_changed_is_picked_and_what_both_changed_is_not() -> None:
    newer = globex(role="Lead", notes="Theirs", people=(ANN.replace(phone="+1 555"), BEN))
    both = side_by_side(newer, role="Staff engineer", link="globex.example/job", name_ben="Benno")
    assert presets(both) == {
        "role": None,
        "link": "mine",
        "notes": "newer",
        "phone_ann": "newer",
        "name_ben": "mine",
    }
    mine = saved(both, newer, role="mine")
    assert (mine.role, mine.notes, mine.link) == ("Staff engineer", "Theirs", "globex.example/job")
    assert mine.people == (newer.people[0], BEN.replace(name="Benno"))
    assert saved(both, newer, role="newer", notes="mine").role == "Lead"
    assert saved(both, newer, role="newer", notes="mine").notes == ""


def test_what_both_typed_alike_does_not_differ() -> None:
    assert side_by_side(globex(role="Lead"), role=" Lead ").differing() == ()
    assert side_by_side(globex(touchpoints=(thanked("ann"),))).differing() == ()


def test_what_either_side_added_is_kept() -> None:
    theirs = Specific(id="s2", text="They hire in spring", said_by="ben")
    newer = globex(
        people=(*globex().people, Person(id="cy", name="Cy Berg")),
        interviews=(interview(specifics=(*interview().specifics, theirs)),),
    )
    began = opened(globex())
    mine = dict(began)
    dee, detail = add_person(mine, apart=True), add_specific(mine, "i1")
    mine |= {f"name_{dee}": "Dee", f"text_{detail}": "Hiking"}
    both = versions(began, mine, opened(newer), CLOCK.today)
    assert both.differing() == ()
    assert added(both) == ["Cy Berg", "“They hire in spring”"]
    application = saved(both, newer)
    assert [person.name for person in application.people] == [
        *("Ann Adler", "Ben Novak"),
        *("Cy Berg", "Dee"),
    ]
    texts = [specific.text for specific in application.interviews[0].specifics]
    assert texts == [interview().specifics[0].text, "They hire in spring", "Hiking"]


def test_a_row_taken_out_on_one_side_goes_unless_the_other_changed_it() -> None:
    without = globex(people=(ANN,), interviews=(interview(interviewers=("ann",)),))
    untouched = side_by_side(without)
    assert presets(untouched)["rows:people:ben"] == "newer"
    assert saved(untouched, without, row="newer").people == (ANN,)
    both = side_by_side(without, phone_ben="+1 555")
    assert presets(both)["rows:people:ben"] is None
    row = both.differing()[0]
    assert (label(both, row), words(both, row, "newer")) == ("Ben Novak", "Taken out")
    assert words(both, row, "mine") == "Ben Novak, ben@globex.example, +1 555"
    kept = saved(both, without, row="mine")
    assert kept.people == (ANN, BEN.replace(phone="+1 555"))
    changed = globex(people=(ANN, BEN.replace(phone="+1 555")))
    gone = side_by_side(changed, people=["ann"])
    assert presets(gone)["rows:people:ben"] is None
    assert saved(gone, changed, row="newer").people == changed.people


def test_who_held_it_is_the_same_in_any_order() -> None:
    assert side_by_side(globex(role="Lead"), role="Lead", who_i1=["ben", "ann"]).differing() == ()
    difference = only(side_by_side(globex(), who_i1=["ann"]))
    both = side_by_side(globex(), who_i1=["ann"])
    assert label(both, difference) == "Who was there"
    assert words(both, difference, "mine") == "Ann Adler"
    assert words(both, difference, "newer") == "Ann Adler, Ben Novak"


def decided(draft: Fields, day: date) -> Fields:
    (row,) = draft["promises_i1"]
    return draft | {f"choice_{row}": "day", f"on_{row}": day}


def test_the_day_they_decide_by_is_one_field_whoever_entered_it_first() -> None:
    began = opened(globex())
    newer = globex(interviews=(interview(promises=(FRIDAY,)),))
    mine = decided(began, date(2026, 9, 25))
    both = versions(began, mine, opened(newer), CLOCK.today)
    difference = only(both)
    assert (difference.preset, label(both, difference)) == (None, "They decide by")
    assert words(both, difference, "mine") == "Fri 25 Sep"
    assert words(both, difference, "newer") == "Fri 18 Sep"
    (promise,) = saved(both, newer, choice_p="mine").interviews[0].promises
    assert promise == FRIDAY.replace(on=date(2026, 9, 25))
    assert saved(both, newer, choice_p="newer") == newer
    alike = versions(began, decided(began, date(2026, 9, 18)), opened(newer), CLOCK.today)
    assert alike.differing() == ()
    assert saved(alike, newer) == newer


def test_a_day_they_decide_by_that_was_taken_back_elsewhere() -> None:
    base = globex(interviews=(interview(promises=(FRIDAY,)),))
    both = side_by_side(globex(), base)
    assert presets(both) == {"choice_p": "newer"}
    assert words(both, only(both), "newer") == "(nothing)"
    assert saved(both, globex()).interviews[0].promises == ()
    later = side_by_side(globex(), base, on_p=date(2026, 9, 25))
    assert presets(later) == {"choice_p": None}
    kept = saved(later, globex(), choice_p="mine").interviews[0].promises
    assert [promise.on for promise in kept] == [date(2026, 9, 25)]


def test_every_kind_of_field_has_its_name_and_its_words() -> None:
    newer = globex(
        specialised=True,
        country="AT",
        time_zone="Europe/Vienna",
        people=(ANN.replace(role="recruiter"), BEN),
        interviews=(interview(starts_at=at("2026-09-14 09:30"), minutes=45, mode="phone"),),
    )
    both = side_by_side(newer)
    shown = {
        label(both, difference): (words(both, difference, "mine"), words(both, difference, "newer"))
        for difference in both.differing()
    }
    assert shown == {
        "A senior or specialised role": ("No", "Yes"),
        "Country": ("(nothing)", "Austria (AT)"),
        "Time zone": ("(nothing)", "Europe/Vienna"),
        "Ann Adler: Is": ("Interviewer", "Recruiter"),
        "Day": ("Tue 15 Sep", "Mon 14 Sep"),
        "Start": ("14:00", "09:30"),
        "Minutes": ("60", "45"),
        "How": ("Video", "Phone"),
    }
    assert saved(both, newer) == newer
