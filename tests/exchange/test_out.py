"""What goes out is read back the same: calendars by two other readers, tables by csv, openpyxl and ourselves."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import openpyxl
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from followup.exchange.out.entries import Entry, entries
from followup.exchange.out.ics import calendar_file, feed
from followup.exchange.out.marks import handed_out
from followup.exchange.out.report import report
from followup.exchange.out.sheet import Sheet, as_csv, as_xlsx, sheet
from followup.exchange.reader import Reader
from followup.exchange.table import read_table
from followup.model.errors import NotThere
from followup.model.facts import Facts
from followup.model.snoozes_and_skips import skip, snooze, wake
from followup.model.times import Clock
from followup.playbook.plan import plan
from tests.builders import ANN, BERLIN, applied, at, day, facts, interview, person, sent

NOW = at("03-02 12:00")
NASTY = "Acme, Ünï; \"Co\" \\n 'x' \N{ROCKET}" + "ä" * 60
THANKS = "thank_you:globex:i1:ann"


def world(*changes: Any, role: str = "Data engineer") -> Facts:
    return facts(
        applied("Globex", interview(location=NASTY), *changes, ANN, role=role, applied=day("02-20"))
    )


def calendar(of: Facts, only: str | None = None, now: datetime = NOW) -> tuple[Facts, bytes]:
    """The file, and the facts after it was given out."""
    actions = plan(of, now)
    after = of.replace(handed_out=handed_out(of, actions, now, only))
    data = calendar_file(of, actions, now, only)
    assert calendar_file(after, actions, now, only) == data
    return after, data


def events(data: bytes) -> list[Any]:
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def told(data: bytes) -> dict[str, tuple[int, str]]:
    """The number and the status of each entry, by its title."""
    return {
        str(event["summary"]): (int(event["sequence"]), str(event["status"]))
        for event in events(data)
    }


def by_icalendar(data: bytes) -> list[tuple[Any, ...]]:
    return [
        (str(e["uid"]), str(e["summary"]), e.start, e.end, str(e.get("description", "")),
         str(e.get("location", "")), e.walk("VALARM")[0]["trigger"].dt)
        for e in events(data)
    ]  # fmt: skip


def by_vobject(data: bytes) -> list[tuple[Any, ...]]:
    def text(event: Any, name: str) -> str:
        return str(event.contents[name][0].value) if name in event.contents else ""

    return [
        (e.uid.value, e.summary.value, e.dtstart.value, e.dtend.value, text(e, "description"),
         text(e, "location"), e.valarm.trigger.value)
        for e in vobject.readOne(data.decode()).vevent_list
    ]  # fmt: skip


def as_read(entry: Entry) -> tuple[Any, ...]:
    return (entry.uid, entry.title, entry.starts, entry.ends, entry.text, entry.place, entry.alarm)


def test_two_other_readers_find_the_same_in_a_calendar() -> None:
    here = world(interview("03-09", key="i2", on=day("03-09"), starts_at=None), role=NASTY)
    expected = [as_read(entry) for entry in entries(here, plan(here, NOW), NOW)]
    _, data = calendar(here)
    assert by_icalendar(data) == expected
    assert by_vobject(data) == expected
    assert len({row[0] for row in expected}) == len(expected) >= 4
    assert b"\r\n" in data
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_an_interview_with_a_time_is_timed_a_day_alone_is_whole_and_what_is_due_rings() -> None:
    here = world(interview("03-09", key="i2", on=day("03-09"), starts_at=None))
    found = {entry.of: entry for entry in entries(here, plan(here, NOW), NOW)}
    assert (found["i1"].starts, found["i1"].busy) == (datetime(2026, 3, 2, 9, tzinfo=UTC), True)
    assert (found["i2"].starts, found["i2"].ends) == (day("03-09"), day("03-10"))
    thanks = found[THANKS]  # 24 hours after the end at eleven
    assert (thanks.starts, thanks.alarm) == (at("03-03 11:00"), -timedelta(hours=1))
    debrief = found["debrief:globex:i1"]
    assert (debrief.starts, debrief.alarm) == (day("03-02"), timedelta(hours=9))


def test_a_change_rises_in_number_and_what_is_withdrawn_is_cancelled_and_may_come_back() -> None:
    here, data = calendar(world())
    words = "Thank Ann (Globex)"
    assert told(data)[words] == (0, "CONFIRMED")
    assert told(calendar(here)[1])[words] == (0, "CONFIRMED"), "the same again is no change"
    here, data = calendar(skip(here, THANKS, NOW))
    assert told(data)[words] == (1, "CANCELLED")
    here, data = calendar(here)
    assert told(data)[words] == (1, "CANCELLED")
    here, data = calendar(here.replace(skips=()))
    assert told(data)[words] == (2, "CONFIRMED")
    first = here.applications[0]
    moved = first.replace(interviews=(interview("03-02 09:00"),))
    here, data = calendar(here.replace(applications=(moved,)))
    assert told(data)[words] == (3, "CONFIRMED"), "an hour earlier"
    # Once its day is past it rings nowhere, and is forgotten.
    gone = here.replace(applications=())
    assert calendar(gone)[1].count(b"STATUS:CANCELLED") > 0
    assert calendar(gone, now=at("09-01"))[0].handed_out == ()


def replace_round(of: Facts, **changes: object) -> Facts:
    """The facts with their first interview changed."""
    first = of.applications[0]
    changed = first.interviews[0].replace(**changes)
    return of.with_application(first.replace(interviews=(changed, *first.interviews[1:])))


def test_one_of_them_alone_leaves_the_others_as_they_were() -> None:
    here, data = calendar(world(), THANKS)
    assert list(told(data)) == ["Thank Ann (Globex)"]
    assert len(here.handed_out) == 1
    again, data = calendar(here, "i1")
    assert list(told(data)) == ["Globex: Interview by video with Ann"]
    assert again.handed_out[0] == here.handed_out[0]
    assert len(again.handed_out) == 2
    off = replace_round(again, state="cancelled")
    after, data = calendar(off, "i1")
    assert told(data)["Globex: Interview by video with Ann"] == (1, "CANCELLED")
    assert calendar(after, "i1")[0] == after
    assert after.handed_out[0] == here.handed_out[0]
    with pytest.raises(NotThere, match="named “nothing”"):
        calendar(here, "nothing")


def test_a_check_keeps_its_entry_when_somebody_else_is_asked() -> None:
    here = world(sent("thank_you", "03-02 15:00", to="ann"))
    then = at("03-10 09:00")
    before = {e.of.split(":")[0]: e.uid for e in entries(here, plan(here, then), then)}
    rita = here.applications[0].replace(people=(ANN, person("Rita", "recruiter")))
    other = here.replace(applications=(rita,))
    (check,) = (e for e in entries(other, plan(other, then), then) if "Rita" in e.title)
    assert check.uid == before["status_check"]


def test_a_snoozed_action_stands_on_the_day_when_it_is_back() -> None:
    here = snooze(world(), THANKS, at("03-05"))
    found = {entry.of: entry for entry in entries(here, plan(here, NOW), NOW)}
    assert found[THANKS].starts == day("03-05")
    assert wake(here, THANKS) == world()


def test_a_feed_has_what_the_plan_has_and_its_tag_stands_still_while_nothing_changes() -> None:
    here, later = world(), NOW + timedelta(minutes=5)
    first, second = feed(here, plan(here, NOW), NOW), feed(here, plan(here, later), later)
    assert first.tag == second.tag
    assert [as_read(entry) for entry, _ in first.numbered] == by_icalendar(first.file(NOW))
    other = world(sent("thank_you", "03-02 11:30", to="ann"))
    assert feed(other, plan(other, NOW), NOW).tag != first.tag


# ---- tables

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'=x",
    "''@x",
    " =x",
    "\uff1d1",
    '=HYPERLINK("http://x")',
)


def row_of(data: bytes) -> tuple[Any, ...]:
    reader = Reader(NOW, BERLIN)
    table = read_table(data, reader)
    assert (table.asks, table.skipped) == ((), ())
    (row,) = table.rows
    return (row.company, row.role, row.applied, row.notes, row.interviews, row.status)


def table(of: Facts) -> Sheet:
    return sheet(of, plan(of, NOW), Clock.of(NOW, of.me.zone))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula_to_a_spreadsheet_and_all_comes_back(text: str) -> None:
    application = applied("Globex", interview(), role=text, notes=f"{text}\n{text}; x, y").replace(
        company=text
    )
    here = facts(application)
    written, book = as_csv(table(here)), as_xlsx(table(here))
    head, row = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert len(head) == len(row)
    assert not any(cell.lstrip(" ").startswith(tuple("=+-@\t\r\uff1d")) for cell in row)
    (page,) = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    assert "f" not in {cell.data_type for cells in page.iter_rows() for cell in cells}
    assert page["A2"].value == text
    stripped = text.strip()
    for data in (written, book):
        company, role, *_ = row_of(data)
        assert (company, role) == (stripped, stripped)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1),
    st.text(st.sampled_from("a=+-@',;\"\n \t|"), max_size=40),
)
def test_what_is_exported_is_imported_the_same(company: str, notes: str) -> None:
    of = applied(
        "Globex", interview(), interview("03-20", key="i2", on=day("03-20"), starts_at=None)
    )
    made = of.replace(company=f"x{company}", notes=notes, applied=day("02-20"), role="Analyst")
    expected = (
        " ".join(made.company.split()), "Analyst", date(2026, 2, 20), made.notes.strip() or None,
        (at("03-02 10:00"), day("03-20")), "interview",
    )  # fmt: skip
    name, *rest = row_of(as_csv(table(facts(made))))
    assert (" ".join(str(name).split()), *rest) == expected


# ---- the report


def test_a_report_shows_what_was_done_in_its_days_and_runs_nothing() -> None:
    bad = "<script>alert(1)</script>"
    here = world(sent("thank_you", "03-02 15:00", to="ann"), role=bad)
    here = here.replace(me=here.me.replace(name=bad))
    later = Clock.of(at("03-31"), here.me.zone)
    page = report(here, later).decode()
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 4
    for said in ("20 February 2026", "Applied", "Interview by video with Ann",
                 "Sent: thank-you to Ann (E-mail)", "1 role, 1 application, 1 interview"):  # fmt: skip
        assert said in page, said
    march = report(here, later, day("03-01"), day("03-31")).decode()
    assert "Applied" not in march
    assert "1 March 2026 to 31 March 2026" in march
    assert "Nothing was entered" in report(here, later, day("01-01"), day("01-31")).decode()
