"""The timeline's rows: which lanes, in which order, with which windows and points, as naive wall-clock times."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import combinations, pairwise
from typing import Any
from zoneinfo import ZoneInfo

from followup.model.facts import Application, Facts, Interview, Outcome, Person, Promise, Touchpoint
from followup.model.settings import Me
from followup.model.times import Clock
from followup.model.vocabulary import LIVE, ActionKind, Status
from followup.playbook.plan import plan
from followup.views.labels import application_labels
from followup.views.timeline.in_words import happenings, quiet_words, summary, windows
from followup.views.timeline.labels import bar_words, pixels
from followup.views.timeline.lanes import (
    lanes,
)
from followup.views.timeline.parts import Lane, PointKind, Wanted
from followup.views.timeline.quiet import quiet_times
from followup.views.timeline.rows import Rows, chart, rows_of
from followup.views.words import Period, period_around

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 9, 16, 10, tzinfo=BERLIN)
CLOCK = Clock(NOW, BERLIN)
PERIOD = period_around(date(2026, 9, 16))
WORDS: dict[Status, str] = {
    "overdue": "Overdue",
    "due": "Due",
    "open": "Open",
    "held": "Held",
    "upcoming": "Upcoming",
    "done": "Done",
    "skipped": "Skipped",
    "lapsed": "Lapsed",
}


def wall(year: int, month: int, day: int, hour: int) -> datetime:
    """A time on the wall, without its zone."""
    return datetime(year, month, day, hour, tzinfo=BERLIN).replace(tzinfo=None)


def application(name: str, days_ago: float = 1, **changes: object) -> Application:
    usual = Application(
        id=name,
        company=name.capitalize(),
        role="Engineer",
        people=(
            Person(id=f"{name}-ann", name="Ann Adler"),
            Person(id=f"{name}-ben", name="Ben Novak"),
        ),
        interviews=(
            Interview(
                id=f"{name}-i",
                starts_at=NOW - timedelta(days=days_ago),
                time_zone="Europe/Berlin",
                interviewers=(f"{name}-ann", f"{name}-ben"),
                promises=(Promise(id=f"{name}-p", kind="decision_by", on=date(2026, 9, 18)),),
            ),
        ),
    )
    return usual.replace(**changes)


def shown(
    *applications: Application,
    statuses: tuple[Status, ...] = LIVE,
    period: Period = PERIOD,
    clock: Clock = CLOCK,
    kinds: tuple[ActionKind | PointKind, ...] = (),
) -> tuple[Lane, ...]:
    facts = Facts(me=Me(time_zone=clock.zone.key), applications=applications)
    wanted = Wanted(statuses, period, kinds)
    quiet = quiet_times(facts, clock.now)
    return lanes(facts, plan(facts, clock.now), clock, wanted, quiet)


def drawn(*applications: Application) -> Rows:
    return rows_of(shown(*applications), WORDS, PERIOD)


def test_a_lane_holds_the_windows_and_what_happened() -> None:
    (lane,) = shown(application("globex"))
    assert lane.label == "Globex · Engineer"
    kinds = [bar.id.partition(":")[0] for line in lane.lines for bar in line]
    assert kinds.count("thank_you") == 2
    assert "status_check" in kinds
    assert [(p.kind, p.at) for p in lane.points] == [
        ("interview", wall(2026, 9, 15, 10)),
        ("promise", wall(2026, 9, 18, 12)),
    ]


def test_a_promise_says_what_came_of_it() -> None:
    later = Promise(id="later", kind="decision_by", on=date(2026, 9, 25))
    moved = Touchpoint.model_validate(
        {"id": "t", "at": NOW, "direction": "received", "purpose": "update", "promises": (later,)}
    )
    (lane,) = shown(application("globex", touchpoints=(moved,)))
    assert [(p.when, p.title) for p in lane.points if p.kind == "promise"] == [
        ("by Fri 18 Sep", "They decide: moved to another day"),
        ("by Fri 25 Sep", "They decide"),
    ]


def test_windows_that_overlap_stand_on_lines_of_their_own() -> None:
    (lane,) = shown(application("globex"))
    for line in lane.lines:
        for before, after in pairwise(line):
            assert before.ends < after.opens


def test_all_times_are_the_users_wall_clock_without_a_zone() -> None:
    for zone, hour in (("America/Los_Angeles", 1), ("Europe/Berlin", 10), ("Pacific/Auckland", 20)):
        (lane,) = shown(application("globex"), clock=Clock(NOW, ZoneInfo(zone)))
        assert lane.points[0].at == wall(2026, 9, 15, hour)
        times = [time for bar in lane.bars for time in (bar.opens, bar.due, bar.ends)]
        assert all(time.tzinfo is None for time in (*times, *(point.at for point in lane.points)))


def test_a_bar_runs_from_opens_over_due_to_its_end() -> None:
    (lane,) = shown(application("globex"))
    bar = next(bar for bar in lane.bars if bar.id == "thank_you:globex:globex-i:globex-ann")
    end = wall(2026, 9, 15, 11)
    assert (bar.opens, bar.due, bar.ends) == (
        end,
        end + timedelta(hours=24),
        end + timedelta(days=7),
    )
    assert bar.when == "due today, 11:00"
    assert "Ann Adler" in bar.title


def test_what_is_to_be_done_soonest_comes_first_and_the_ended_go() -> None:
    found = shown(
        application("ahead", -6),
        application("late", 4),
        application("fresh", 1),
        application("gone", 3, outcome=Outcome(kind="closed", at=NOW - timedelta(days=1))),
    )
    assert [lane.application for lane in found] == ["late", "fresh", "ahead"]


def test_only_the_statuses_and_days_asked_for_are_shown() -> None:
    thanks = tuple(
        Touchpoint(
            id=f"t-{who}",
            at=NOW - timedelta(hours=2),
            direction="sent",
            purpose="thank_you",
            people=(f"globex-{who}",),
            interview="globex-i",
        )
        for who in ("ann", "ben")
    )
    thanked = application("globex", touchpoints=thanks)
    (lane,) = shown(thanked, statuses=("done",))
    assert {bar.status for bar in lane.bars} == {"done"}
    assert {(bar.day, bar.when) for bar in lane.bars} == {("Wed 16 Sep", "done Wed 16 Sep")}
    assert [p.kind for p in lane.points].count("sent") == 2
    assert shown(application("globex"), period=Period(date(2027, 1, 1), date(2027, 2, 1))) == ()


def test_two_applications_of_one_name_have_two_lanes() -> None:
    twice = (application("a", company="Globex"), application("b", company="Globex "))
    assert sorted(application_labels(twice).values()) == [
        "Globex · Engineer",
        "Globex · Engineer (2)",
    ]
    assert len(shown(*twice)) == 2


def test_the_list_says_the_same_as_the_chart() -> None:
    found = shown(application("globex"), application("hooli", 3))
    bars = {bar.id for lane in found for bar in lane.bars}
    assert {item.id for item in windows(found)} == bars
    order = [LIVE.index(item.look) for item in windows(found) if item.look in LIVE]
    assert order == sorted(order)
    assert {item.id for item in happenings(found)} == {p.id for lane in found for p in lane.points}


def test_the_sentence_for_those_who_do_not_see_it() -> None:
    words = summary(shown(application("globex")), PERIOD, date(2026, 9, 16))
    assert words.startswith("Timeline of 1 application, Wed 2 Sep to Wed 28 Oct: ")
    assert "3 due, 1 upcoming" in words


def test_each_mark_stands_on_a_line_of_the_chart() -> None:
    rows = drawn(application("globex"))
    lines = [row["line"] for row in rows["lines"]]
    assert len(set(lines)) == len(lines)
    assert {row["line"] for name in ("bars", "points") for row in rows[name]} <= set(lines)


def data_in(view: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    """The rows of each layer that has some, and the rest of the view is then without them."""
    if "data" in view:
        yield json.loads(view.pop("data")["values"])
    for layer in view.get("layer", ()):
        yield from data_in(layer)


def test_moments_reach_the_browser_as_they_are_on_the_wall() -> None:
    spec = chart(drawn(application("globex")), PERIOD, wall(2026, 9, 16, 10))
    rows = [row for each in data_in(spec) for row in each]
    assert {"at": "2026-09-16T10:00:00"} in rows
    assert "2026-09-15T11:00:00" in {row.get("opens") for row in rows}
    assert "2026-09-15T10:00:00" in {row.get("at") for row in rows}


def test_a_chart_without_rows_can_be_drawn() -> None:
    rows = list(data_in(chart(rows_of((), WORDS, PERIOD), PERIOD, wall(2026, 9, 16, 10))))
    assert [each for each in rows if each] == [[{"at": "2026-09-16T10:00:00"}]]


def test_user_text_in_labels_and_tooltips_is_data_not_code() -> None:
    nasty = "'] + alert(1) + ['| \" </script>"
    spec = chart(drawn(application("globex", company=nasty)), PERIOD, wall(2026, 9, 16, 10))
    rows = [row for each in data_in(spec) for row in each]
    assert "alert" not in str(spec)
    assert nasty in {row.get("company") for row in rows}
    assert [row for row in rows if row.get("line", "").partition("|")[2].startswith(nasty)]


def test_both_mark_layers_can_be_picked_by_id() -> None:
    spec = chart(drawn(application("globex")), PERIOD, wall(2026, 9, 16, 10))
    assert {param["name"] for param in spec["params"]} == {"picked", "picked_point"}
    assert all(param["select"]["fields"] == ["id"] for param in spec["params"])


def axes_in(view: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "x" in view.get("encoding", {}):
        yield view["encoding"]["x"]
    for layer in view.get("layer", ()):
        yield from axes_in(layer)


def test_the_period_is_the_time_axis_of_every_layer() -> None:
    for period, first in (
        (PERIOD, (2026, 9)),
        (Period(date(2027, 1, 1), date(2027, 2, 1)), (2027, 1)),
    ):
        axes = list(axes_in(chart(drawn(application("globex")), period, wall(2026, 9, 16, 10))))
        domains = [axis["scale"]["domain"][0] for axis in axes]
        assert {(each["year"], each["month"]) for each in domains} == {first}


def wrote(days_ago: float) -> Touchpoint:
    return Touchpoint(
        id="t",
        at=NOW - timedelta(days=days_ago),
        direction="sent",
        purpose="status_check",
        people=("globex-ann",),
    )


def test_it_is_quiet_from_an_outreach_until_the_next_may_go() -> None:
    (lane,) = shown(application("globex", 9, touchpoints=(wrote(2),)))
    (shade,) = lane.shades
    # Seven days after Monday 14 September is a Monday again, and a working day.
    assert (shade.begins, shade.ends) == (wall(2026, 9, 14, 10), wall(2026, 9, 21, 0))
    assert quiet_words((lane,), date(2026, 9, 16)) == (
        "Globex · Engineer until Mon 21 Sep: you wrote to Globex on Mon 14 Sep.",
    )


def test_one_day_is_said_for_the_check_where_my_own_promise_holds_it_longer() -> None:
    slides = Promise(id="slides", kind="material", on=date(2026, 9, 18), text="the slides")
    thanked = wrote(2).replace(purpose="thank_you")
    met = application("globex", 9, touchpoints=(thanked,))
    owing = met.replace(interviews=(met.interviews[0].replace(promises=(slides,)),))
    (lane,) = shown(owing)
    (check,) = [bar for bar in lane.bars if bar.id.startswith("status_check")]
    (said,) = quiet_words((lane,), date(2026, 9, 16))
    assert f"{check.opens:%-d %b}" in said
    assert "Globex · Engineer until Mon 5 Oct" in said
    assert "21 Sep" not in said


def test_it_is_quiet_while_they_are_out_of_office() -> None:
    away = wrote(1).replace(
        direction="received", purpose="out_of_office", back_on=date(2026, 9, 25)
    )
    (lane,) = shown(application("globex", 9, touchpoints=(away,)))
    assert [(s.begins, s.ends) for s in lane.shades] == [
        (wall(2026, 9, 15, 10), wall(2026, 9, 25, 0))
    ]


def test_it_is_quiet_no_more_once_they_wrote_again() -> None:
    away = wrote(2).replace(
        direction="received", purpose="out_of_office", back_on=date(2026, 9, 25)
    )
    back = wrote(1).replace(id="back", direction="received", purpose="update")
    (lane,) = shown(application("globex", 9, touchpoints=(away, back)))
    assert lane.shades == ()


def test_a_quiet_time_is_drawn_on_the_first_line_of_its_lane() -> None:
    data = drawn(application("globex", 9, touchpoints=(wrote(2),)))
    firsts = [row["line"] for row in data["lines"] if row["first"]]
    assert [row["line"] for row in data["quiet"]] == firsts


def test_what_happened_stands_on_a_line_of_its_own_above_the_bars() -> None:
    data = drawn(application("globex", touchpoints=(wrote(0.5),)))
    assert not {row["line"] for row in data["points"]} & {row["line"] for row in data["bars"]}


def test_the_words_of_a_bar_cover_no_other_bar_and_stay_in_the_picture() -> None:
    found = shown(application("globex", 3, touchpoints=(wrote(2),)), application("hooli", 9))
    texts = 0
    for line in (line for lane in found for line in lane.lines):
        spans = []
        for words in bar_words(line, PERIOD):
            long = pixels(len(words.text) * 5.4, PERIOD)
            begins = words.at if words.side == "left" else words.at - long
            spans.append((begins, begins + long))
        texts += len(spans)
        for begins, ends in spans:
            assert PERIOD.begins <= begins
            assert ends <= PERIOD.ends
            assert all(ends <= bar.opens or bar.ends <= begins for bar in line)
        assert all(before[1] <= after[0] for before, after in pairwise(sorted(spans)))
    assert texts > 3


def test_the_words_of_a_bar_are_cut_where_they_are_too_long_for_its_line() -> None:
    (lane,) = shown(application("globex", 3))
    for title, left, shows in (
        ("Thank Ann", 400, "Thank Ann"),
        ("Thank Ann and all whom she brought", 120, "Thank Ann and all …"),
        ("Thank Ann and all whom she brought", 60, None),
    ):
        ends = PERIOD.ends - pixels(left, PERIOD)
        bar = dataclasses.replace(lane.bars[0], title=title, opens=PERIOD.begins, ends=ends)
        assert [words.text for words in bar_words([bar], PERIOD)] == ([shows] if shows else [])


def test_marks_of_one_day_stand_below_each_other_and_on_their_day() -> None:
    twice = (wrote(1), wrote(1).replace(id="t2"), wrote(0.9).replace(id="t3"))
    data = drawn(application("globex", touchpoints=twice))
    marks = [(row["line"], row["at"]) for row in data["points"] if row["kind"] != "Promise"]
    moments = {"t": wrote(1).at, "t2": wrote(1).at, "t3": wrote(0.9).at}
    for row in data["points"]:
        if row["id"] in moments:
            aside = row["at"] - CLOCK.wall(moments[row["id"]])
            assert timedelta() <= aside <= pixels(4, PERIOD)
    for (line, at), (other, then) in combinations(marks, 2):
        assert line != other or abs(then - at) >= pixels(11, PERIOD)


def test_a_crowd_of_marks_keeps_its_day_and_its_lane_stays_low() -> None:
    crowd = tuple(wrote(1).replace(id=f"t{number}") for number in range(9))
    data = drawn(application("globex", touchpoints=crowd))
    placed = {row["at"] for row in data["points"] if row["kind"] == "Sent"}
    assert placed == {CLOCK.wall(wrote(1).at)}
    assert len({row["line"] for row in data["points"]}) == 4


def test_a_round_that_is_off_and_a_day_that_was_moved_are_hollow() -> None:
    (held,) = application("globex").interviews
    off = held.replace(id="off", state="cancelled", promises=())
    moved = held.replace(id="moved", state="moved", promises=())
    later = Promise(id="later", kind="decision_by", on=date(2026, 9, 25))
    told = wrote(0.5).replace(direction="received", purpose="update", promises=(later,))
    one = application("globex", interviews=(held, off, moved), touchpoints=(told,))
    hollow = {row["id"] for row in drawn(one)["points"] if row["hollow"]}
    assert hollow == {"off", "moved", "globex-p"}


def test_the_next_step_says_by_when_at_its_own_bar() -> None:
    (lane,) = lanes_ = shown(application("globex"))
    bar = lane.bars[0]
    data = rows_of(lanes_, WORDS, PERIOD, {"globex": (bar.id, "Thank Ann Adler, today")})
    (own,) = [row["line"] for row in data["bars"] if row["id"] == bar.id]
    assert "Thank Ann Adler, today" in [t["text"] for t in data["texts"] if t["line"] == own]
    assert not [row for row in data["texts"] if row["at"] == PERIOD.ends]


def test_a_next_step_without_a_bar_in_sight_stands_at_the_edge_of_its_lane_unless_a_mark_does() -> (
    None
):
    near, far = application("globex"), application("hooli")
    late = Promise(id="late", kind="decision_by", on=date(2026, 10, 26))
    (talk,) = far.interviews
    far = far.replace(interviews=(talk.replace(promises=(late,)),))
    step = ("move_on:gone", "Decide, overdue since Thu 15 Jan")
    data = rows_of(shown(near, far), WORDS, PERIOD, {"globex": step, "hooli": step})
    edge = [row["line"] for row in data["texts"] if row["at"] == PERIOD.ends]
    assert [str(line).partition("|")[2] for line in edge] == ["Globex · Engineer"]


def test_only_the_kinds_asked_for_are_shown() -> None:
    (lane,) = shown(application("globex"), kinds=("thank_you", "interview"))
    assert {bar.id.partition(":")[0] for bar in lane.bars} == {"thank_you"}
    assert {point.kind for point in lane.points} == {"interview"}
    assert shown(application("globex"), kinds=("expedite",)) == ()
