"""Invitations: when, where, with whom; what is asked where the file leaves it open."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from followup.exchange.invite import Event, Invite, read_invite
from followup.exchange.reader import Reader
from followup.model.errors import FollowupError

NOW = datetime(2026, 11, 30, 11, tzinfo=UTC)
READER = Reader(NOW, "Europe/Berlin")


def ics(*lines: str, method: str = "REQUEST", above: str = "") -> bytes:
    event = "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", *([f"METHOD:{method}"] if method else []), ""]
    return ("\r\n".join(head) + f"{above}{event}\r\nEND:VCALENDAR\r\n").encode()


def read(data: bytes, reader: Reader = READER) -> Invite:
    return read_invite(data, reader)


def one(*lines: str, method: str = "REQUEST", above: str = "", reader: Reader = READER) -> Event:
    (event,) = read(ics("UID:1", *lines, method=method, above=above), reader).events
    return event


def fields(event: Event) -> list[str]:
    return [ask.field for ask in event.asks]


OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
""".replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("start", "moment", "zone"),
    [
        ("DTSTART:20261201T150000Z", "2026-12-01T15:00:00+00:00", None),
        (
            "DTSTART;TZID=Europe/Berlin:20261201T100000",
            "2026-12-01T10:00:00+01:00",
            "Europe/Berlin",
        ),
        (
            "DTSTART;TZID=Eastern Standard Time:20261201T100000",
            "2026-12-01T10:00:00-05:00",
            "America/New_York",
        ),
        (
            'DTSTART;TZID="W. Europe Standard Time":20260701T100000',
            "2026-07-01T10:00:00+02:00",
            "Europe/Berlin",
        ),
        (
            "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20261201T100000",
            "2026-12-01T10:00:00+00:00",
            "Europe/London",
        ),
        (
            'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20261201T100000',
            "2026-12-01T10:00:00+01:00",
            "Europe/Amsterdam",
        ),
        ("DTSTART;TZID=Office:20261201T100000", "2026-12-01T10:00:00+02:00", None),
        ("DTSTART;TZID=Office:20260701T100000", "2026-07-01T10:00:00+03:00", None),
    ],
)
def test_the_start_in_each_way_that_a_zone_is_named(
    start: str, moment: str, zone: str | None
) -> None:
    event = one(start, above=OWN_ZONE)
    assert event.starts_at is not None
    assert event.starts_at.isoformat() == moment
    assert event.time_zone == zone
    assert event.asks == ()


def test_a_zone_of_one_file_does_not_reach_the_next() -> None:
    one("DTSTART;TZID=Office:20261201T100000", above=OWN_ZONE)
    other = OWN_ZONE.replace("+0300", "+0900").replace("+0200", "+0800")
    event = one("DTSTART;TZID=Office:20261201T100000", above=other)
    assert event.starts_at is not None
    assert event.starts_at.isoformat() == "2026-12-01T10:00:00+08:00"


@pytest.mark.parametrize(
    "start", ["DTSTART:20261201T100000", "DTSTART;TZID=Nowhere Time:20261201T100000"]
)
def test_a_time_without_a_zone_is_taken_on_the_users_clock_and_asked_about(start: str) -> None:
    event = one(start)
    assert event.starts_at == datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert {"starts_at", "time_zone"} <= set(fields(event))


@pytest.mark.parametrize(
    "start",
    [(), ("DTSTART:soon",), ("DTSTART:2026-12-01 10:00",), ("DTSTART:99991231T100000Z",)],
)
def test_without_a_start_one_is_asked_for(start: tuple[str, ...]) -> None:
    event = one("SUMMARY:Interview on 4 December", *start)
    assert (event.starts_at, event.on) == (None, None)
    assert [(ask.field, ask.suggestion) for ask in event.asks] == [("starts_at", date(2026, 12, 4))]


def test_a_day_without_a_time_is_never_midnight() -> None:
    event = one("DTSTART;VALUE=DATE:20261211", "DTEND;VALUE=DATE:20261212")
    assert (event.on, event.starts_at, event.all_day) == (date(2026, 12, 11), None, True)
    assert fields(event) == ["starts_at"]


def test_the_end_by_its_own_line_or_by_a_duration_or_none() -> None:
    start = "DTSTART:20261201T150000Z"
    assert one(start, "DTEND:20261201T160000Z").ends_at == datetime(2026, 12, 1, 16, tzinfo=UTC)
    assert one(start, "DURATION:PT45M").ends_at == datetime(2026, 12, 1, 15, 45, tzinfo=UTC)
    assert one(start).ends_at is None
    assert one(start, "DTEND:20261201T140000Z").ends_at is None


@pytest.mark.parametrize(
    ("lines", "link"),
    [
        (
            ["LOCATION:https://us02web.zoom.us/j/88123?pwd=x"],
            "https://us02web.zoom.us/j/88123?pwd=x",
        ),
        (
            [
                "DESCRIPTION:Help: https://support.zoom.us/hc/en\\nJoin: https://zoom.us/j/1\\nDial in "
                "https://zoom.us/u/abc"
            ],
            "https://zoom.us/j/1",
        ),
        (
            [
                "DESCRIPTION:Meeting options https://teams.microsoft.com/meetingOptions/?x=1\\nJoin "
                "<https://teams.microsoft.com/l/meetup-join/19%3a>"
            ],
            "https://teams.microsoft.com/l/meetup-join/19%3a",
        ),
        (
            [
                "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
                "DESCRIPTION:https://tel.meet/abc",
            ],
            "https://meet.google.com/abc-defg-hij",
        ),
        (["DESCRIPTION:https://acme.webex.com/meet/dana"], "https://acme.webex.com/meet/dana"),
        (
            [
                "DESCRIPTION:https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F5&data=1"
            ],
            "https://zoom.us/j/5",
        ),
        (["DESCRIPTION:Find us: https://maps.google.com/?q=1"], None),
        (["DESCRIPTION:To cancel: https://calendly.com/cancellations/1"], None),
        (
            ["DESCRIPTION:Join the call: https://video.acme.example/room/7"],
            "https://video.acme.example/room/7",
        ),
    ],
)
def test_the_link_to_join_by(lines: list[str], link: str | None) -> None:
    assert one("DTSTART:20261201T150000Z", *lines).link == link


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("12 High Street\\, Leeds", "12 High Street, Leeds"),
        ("Microsoft Teams Meeting", None),
        ("To be confirmed", None),
        ("https://zoom.us/j/1", None),
        ("Room 4\\; https://zoom.us/j/1", "Room 4"),
    ],
)
def test_the_place(location: str, place: str | None) -> None:
    assert one("DTSTART:20261201T150000Z", f"LOCATION:{location}").place == place


def names(event: Event) -> list[Any]:
    return [person.name or person.email for person in event.people]


def test_the_people_are_neither_rooms_nor_machines_nor_the_user_nor_whoever_sent_it() -> None:
    event = one(
        "DTSTART:20261201T150000Z",
        'ORGANIZER;CN="Fox, Dana";SENT-BY="mailto:assistant@globex.example":mailto:dana@globex.example',
        "ATTENDEE;CN=Ari Holm:mailto:ari@globex.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Meeting Room 3:mailto:room3@globex.example",
        "ATTENDEE;CN=Calendar:mailto:no-reply@globex.example",
        "ATTENDEE;CN=kim@example.test:mailto:kim@example.test",
        "DESCRIPTION:You will be meeting with Dr. Maria Berg (Head of Data) and Tom Reyes.",
    )
    assert event.organizer is not None
    assert event.organizer.email == "dana@globex.example"
    assert names(event) == ["Dana Fox", "Ari Holm", "Dr. Maria Berg", "Tom Reyes"]


def test_the_user_is_known_by_their_address() -> None:
    me = Reader(NOW, "Europe/Berlin", addresses=frozenset({"kim@example.test"}))
    lines = (
        "DTSTART:20261201T150000Z",
        "ATTENDEE;CN=Kim:mailto:kim@example.test",
        "ATTENDEE;CN=Ann Lee:mailto:ann@x.example",
    )
    assert names(one(*lines, reader=me)) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("lines", "stated", "method"),
    [
        ([], "REQUEST", "REQUEST"),
        ([], "CANCEL", "CANCEL"),
        (["STATUS:CANCELLED"], "", "CANCEL"),
        (["SUMMARY:Canceled: Interview"], "REQUEST", "CANCEL"),
        (["DESCRIPTION:This meeting has been cancelled."], "", "CANCEL"),
        (["SUMMARY:New Time Proposed: Interview"], "REPLY", "REPLY"),
        (["SUMMARY:New Time Proposed: Interview"], "", "COUNTER"),
        ([], "COUNTER", "COUNTER"),
    ],
)
def test_called_off_and_countered_by_method_status_or_words(
    lines: list[str], stated: str, method: str
) -> None:
    assert one("DTSTART:20261201T150000Z", *lines, method=stated).method == method


def test_a_counter_proposal_is_asked_about() -> None:
    assert "starts_at" in fields(one("DTSTART:20261201T150000Z", method="COUNTER"))


@pytest.mark.parametrize(
    "line", ["STATUS:TENTATIVE", "SUMMARY:HOLD: Interview", "SUMMARY:Interview (TBC)"]
)
def test_a_time_that_is_only_held(line: str) -> None:
    assert one("DTSTART:20261201T150000Z", line).tentative


def test_a_text_that_speaks_of_another_day_is_asked_about() -> None:
    event = one(
        "DTSTART:20261201T150000Z", "DESCRIPTION:Your interview is on Wednesday\\, 2 December 2026."
    )
    assert [(ask.field, ask.suggestion) for ask in event.asks] == [("starts_at", date(2026, 12, 2))]


@pytest.mark.parametrize(
    "text",
    [
        "Your interview is on Tuesday\\, 1 December 2026.",
        "Please send your slides by 28 November.",
        "See you tomorrow!",
    ],
)
def test_a_text_that_agrees_or_speaks_of_something_else_is_not(text: str) -> None:
    assert one("DTSTART:20261201T150000Z", f"DESCRIPTION:{text}").asks == ()


def test_one_that_recurs_is_chosen_from_without_what_is_excepted() -> None:
    event = one(
        "DTSTART;TZID=Europe/Berlin:20261005T100000",
        "RRULE:FREQ=WEEKLY;COUNT=12",
        "EXDATE;TZID=Europe/Berlin:20261207T100000",
    )
    assert event.recurring
    assert [f"{each:%m-%d %H:%M}" for each in event.next_times] == ["12-14 10:00", "12-21 10:00"]
    assert event.asks[-1].suggestion == event.next_times[0]


def test_of_several_versions_the_last_counts_and_several_events_all() -> None:
    versions = [
        ics("UID:a", f"SEQUENCE:{number}", f"DTSTART:2026120{number}T100000Z")
        .split(b"BEGIN:VEVENT")[1]
        .split(b"END:VEVENT")[0]
        for number in (1, 3, 2)
    ]
    body = b"".join(
        b"BEGIN:VEVENT" + each + b"END:VEVENT\r\n"
        for each in [*versions, b"\r\nUID:b\r\nDTSTART:20261209T090000Z\r\n"]
    )
    events = read(b"BEGIN:VCALENDAR\r\n" + body + b"END:VCALENDAR\r\n").events
    assert [(event.uid, event.sequence) for event in events] == [("a", 3), ("b", 0)]


def test_without_a_uid_it_is_read_all_the_same() -> None:
    (event,) = read(ics("DTSTART:20261201T150000Z", "SUMMARY:Chat")).events
    assert (event.uid, event.title) == (None, "Chat")


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\x00\r\n",
        ics("UID:x", "DTSTART:20261201T150000Z") + b"X" * 4_000_000,
        b"BEGIN:VCALENDAR\r\n"
        + b"BEGIN:VEVENT\r\nDTSTART:20261201T150000Z\r\nEND:VEVENT\r\n" * 5_000,
    ],
    ids=["empty", "a task", "NUL", "too large", "too many"],
)
def test_what_is_no_invitation_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(FollowupError):
        read(data)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=1",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=99999999",
        "FREQ=YEARLY;BYHOUR=0,1,2,3;BYSECOND=1,2,3",
        "FREQ=NEVER",
        "nonsense",
    ],
)
def test_no_rule_of_recurrence_takes_long(rule: str) -> None:
    event = one("DTSTART:19700101T000000Z", f"RRULE:{rule}")
    assert event.recurring
    assert len(event.next_times) <= 12
