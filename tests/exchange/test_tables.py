"""Tables of applications: columns, dates, statuses; what is left out, and what is asked."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.exchange.filled.row import Said
from followup.exchange.filled.table import lines_of
from followup.exchange.reader import Reader
from followup.exchange.table import Table, read_table
from followup.exchange.table.status import read_status
from followup.model.errors import FollowupError
from tests.rows import each_row

NOW = datetime(2026, 11, 30, 11, tzinfo=UTC)
READER = Reader(NOW, "Europe/Berlin")


def table(text: str, encoding: str = "utf-8") -> Table:
    return read_table(text.encode(encoding), READER)


def fields(read: Table) -> dict[str, str]:
    return {column.name: str(column.field) for column in read.columns}


TOOLS = {
    "LinkedIn": (
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume "
        'Name,Question And Answers\n"11/23/26, 9:14 '
        'AM",,,Globex,Analyst,https://www.linkedin.com/jobs/1,cv.pdf,\n',
        "applied",
    ),
    "Huntr": (
        "Title,Company,List,Location,URL,Date "
        "Applied\nAnalyst,Globex,Interview,Berlin,https://x.example/1,2026-11-23\n",
        "interview",
    ),
    "Teal": (
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow "
        "up,Excitement\nAnalyst,Globex,90000,Berlin,Applied,11/20/2026,,11/23/2026,,3\n",
        "applied",
    ),
    "Simplify": (
        "Job Title,Company Name,Job URL,Applied Date,Status,Status "
        "Date\nAnalyst,Globex,https://x.example,2026-11-23,REJECTED,2026-11-24\n",
        "rejected",
    ),
    "JobSync": (
        "Job Title,Company,Location,Status,Applied "
        "Date,Source\nAnalyst,Globex,Berlin,interview,2026-11-23,LinkedIn\n",
        "interview",
    ),
    "Notion": (
        'Name,Position,Stage,Date Applied,Notes\nGlobex,Analyst,👻 No Response,"November 23, 2026",x\n',
        "closed",
    ),
    "Airtable": (
        "Name,Company,Application date,Status\nAnalyst,Globex,23.11.2026,Offer\n",
        "offer",
    ),
    "a German sheet": (
        "Firma;Stelle;Beworben am;Status;Notizen\nGlobex;Analyst;23.11.2026;Absage;x\n",
        "rejected",
    ),
}


@pytest.mark.parametrize(("text", "status"), TOOLS.values(), ids=TOOLS)
def test_the_exports_of_other_tools(text: str, status: str) -> None:
    (row,) = table(text).rows
    assert (row.company, row.role, row.applied, row.status) == (
        "Globex",
        "Analyst",
        date(2026, 11, 23),
        status,
    )
    assert (row.interview, row.line) == (None, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_decided(encoding: str, delimiter: str) -> None:
    read = table(
        delimiter.join(["Company", "Role"])
        + "\n"
        + delimiter.join(["Müller & Söhne", "Köchin"])
        + "\n",
        encoding,
    )
    assert [(row.company, row.role) for row in read.rows] == [("Müller & Söhne", "Köchin")]
    assert (read.delimiter, read.encoding) == (delimiter, encoding.removesuffix("-le"))


def test_a_line_is_where_its_row_begins() -> None:
    read = table('Company,Role,Notes\nA,x,"two\nlines"\n\nB,y,z\n')
    assert [(row.line, row.company) for row in read.rows] == [(2, "A"), (5, "B")]


def test_the_names_of_the_columns_need_not_stand_first() -> None:
    read = table("My search 2026,,\n,,\nCompany,Role,Applied\nGlobex,Analyst,2026-11-02\n")
    assert [(row.line, row.company) for row in read.rows] == [(4, "Globex")]


@pytest.mark.parametrize(
    ("cells", "order", "days"),
    [
        (["10/5/26", "11/24/26"], "mdy", ["2026-10-05", "2026-11-24"]),
        (["10/5/26", "24/11/26"], "dmy", ["2026-05-10", "2026-11-24"]),
        (["10.05.2026", "24.11.2026"], None, ["2026-05-10", "2026-11-24"]),
        (["2026-05-10"], "ymd", ["2026-05-10"]),
        (["5 Oct 2026", "Nov 2, 2026"], None, ["2026-10-05", "2026-11-02"]),
        (["12/11/2026"], "dmy", ["2026-11-12"]),  # 11 December lies ahead: nobody has applied then
        (["10/5/26"], None, [None]),
        (["46351"], None, ["2026-11-25"]),
    ],
)
def test_the_whole_column_tells_the_order(
    cells: list[str], order: str | None, days: list[str | None]
) -> None:
    read = table("Company,Applied\n" + "".join(f"C{at},{cell}\n" for at, cell in enumerate(cells)))
    assert [row.applied and str(row.applied) for row in read.rows] == days
    assert read.date_order == order
    assert [ask.field for ask in read.asks if ask.field == "date_order"] == (
        ["date_order"] if days == [None] else []
    )


def test_a_day_that_does_not_exist_is_named_and_the_row_kept() -> None:
    read = table("Company,Applied\nA,2026-02-30\n")
    assert [row.applied for row in read.rows] == [None]
    assert [left.line for left in read.skipped] == [2]
    assert "2026-02-30" in read.skipped[0].reason


def test_duplicates_and_rows_without_a_name_are_left_out_with_their_line() -> None:
    read = table(
        "Company,Role,Applied\nA,x,2026-11-02\n,,2026-11-02\nA,X,2026-11-02\nA,x,2026-11-09\n"
    )
    assert [row.line for row in read.rows] == [2, 5]
    assert [(left.line, left.reason) for left in read.skipped] == [
        (3, "it names neither a company nor a role"),
        (4, "the same as line 2"),
    ]


def test_a_row_without_its_company_and_a_day_of_applying_that_lies_ahead_are_named() -> None:
    read = table("Company,Role,Applied\n,Cook,2026-11-02\nGlobex,Cook,2027-03-05\n")
    assert [(row.line, row.company, row.applied) for row in read.rows] == [
        (2, None, date(2026, 11, 2)),
        (3, "Globex", date(2027, 3, 5)),
    ]
    assert [(left.line, left.reason) for left in read.skipped] == [
        (2, "it names no company; the row is taken without one"),
        (3, "it was applied for on 2027-03-05, a day that lies ahead; the row is taken with it"),
    ]
    assert not table("Role,Applied\nCook,2026-11-02\n").skipped  # asked once, for the column


def test_a_column_for_each_stage_gives_several_interviews() -> None:
    read = table(
        "Company,Phone Screen,Onsite,Offer\nA,11/12/26,11/24/26 9:00 AM,\nB,x,,\nC,,,11/20/26\nD,,,\n"
    )
    assert [row.status for row in read.rows] == ["interview", "interview", "offer", "applied"]
    assert [each.isoformat() for each in read.rows[0].interviews] == [
        "2026-11-12",
        "2026-11-24T09:00:00+01:00",
    ]
    assert "time_zone" in [ask.field for ask in read.asks]


@pytest.mark.parametrize(
    "text",
    [
        "Company,Role,Date,Time\nGlobex,Analyst,2026-05-06,10:00\n",
        "Company,Role,Applied,Interview,Interview time\nGlobex,Analyst,2026-05-01,2026-05-06,10 am\n",
        "Firma;Stelle;Datum;Uhrzeit\nGlobex;Analyst;06.05.2026;10:00\n",
    ],
)
def test_a_column_of_times_is_the_interviews(text: str) -> None:
    (row,) = table(text).rows
    assert [each.isoformat() for each in row.interviews] == ["2026-05-06T10:00:00+02:00"]
    assert "time_zone" in [ask.field for ask in table(text).asks]


def test_a_day_without_a_time_beside_it_is_still_that_of_the_application() -> None:
    (row,) = table("Company,Role,Date\nGlobex,Analyst,2026-05-06\n").rows
    assert (row.applied, row.interviews) == (date(2026, 5, 6), ())


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("Phone screen", "Phone screen"),
        ("Onsite (date)", "Onsite"),
        ("Date of the technical interview", "technical interview"),
        ("HM_interview_date", "HM interview"),
        ("2nd round on", "2nd round"),
        ("Interview", ""),
        ("Interview date & time", ""),
        ("Interview 2", ""),
        ("Next interview", ""),
    ],
)
def test_the_column_of_a_stage_names_the_round(column: str, name: str) -> None:
    read = table(f"Company,Role,{column},Offer\nGlobex,Analyst,2026-11-24,\n")
    assert [row.rounds for row in read.rows] == [(name,)]


def test_a_name_of_a_person_over_days_is_a_stage() -> None:
    (row,) = table("Company,Role,Hiring manager\nGlobex,Analyst,24.11.2026\n").rows
    assert (row.person, row.interviews, row.rounds) == (
        None,
        (date(2026, 11, 24),),
        ("Hiring manager",),
    )


@pytest.mark.parametrize(
    ("head", "cells", "ended"),
    [
        ("Phone screen,Onsite,Rejected", "2026-11-12,2026-11-20,2026-11-24", "2026-11-24"),
        ("Status,Offer,Rejected", "Phone screen,,2026-11-24", "2026-11-24"),  # an old status
        ("Status,Offer,Rejected", "Rejected,2026-11-20,2026-11-24", "2026-11-24"),
        ("Status,Offer", "Rejected 24 Nov,2026-11-20", "2026-11-24"),
        ("Status,Status Date", "REJECTED,11/24/2026", "2026-11-24"),
        ("Status,Last contact", "No response,2026-11-24", "2026-11-24"),
        ("Status,Offer,Rejected", "Rejected,2026-11-20,x", None),
        ("Rejected", "x", None),
    ],
)
def test_a_rejection_has_the_day_of_its_own_column_else_what_the_table_says(
    head: str, cells: str, ended: str | None
) -> None:
    (row,) = table(f"Company,Applied,{head}\nA,2026-11-02,{cells}\n").rows
    assert row.status in ("rejected", "closed")
    assert row.ended == (date.fromisoformat(ended) if ended else None)


def test_a_second_line_of_one_application_is_a_duplicate_that_may_say_more() -> None:
    read = table("Company,Role,Applied,Interview\nA,x,2026-11-02,\nA,X,2026-11-02,2026-11-09\n")
    assert [row.line for row in read.rows] == [2]
    assert [(left.line, left.reason) for left in read.skipped] == [(3, "the same as line 2")]
    assert [row.interviews for row in read.again] == [(date(2026, 11, 9),)]


def test_a_time_that_cannot_be_placed_is_named_and_never_dropped_silently() -> None:
    read = table(
        "Company,Interview 1,Interview 2,Time\nA,2026-05-06,,later\nB,2026-05-06,2026-05-07,10:00\nC,2026-05-06,,\n"
    )
    assert [left.reason for left in read.skipped] == [
        "Time: “later” is no time that can be read; the row is taken without it",
        "Time: “10:00” may be of either interview; the row is taken without it",
    ]
    assert [row.interviews[0] for row in read.rows] == [date(2026, 5, 6)] * 3


@pytest.mark.parametrize(
    ("column", "role", "there"),
    [
        ("Interviewer", "interviewer", True),
        ("Hiring manager", "hiring_manager", False),
        ("HR", "hr", False),
        ("Contact", "recruiter", False),
    ],
)
def test_a_contact_is_what_the_column_says_and_an_interviewer_was_there(
    column: str, role: str, there: bool
) -> None:
    read = table(f"Company,Role,Interview,{column}\nGlobex,Analyst,2026-05-06 10:00,Dana Fox\n")
    (line,) = lines_of(read, (), READER)
    (dana,), (talk,) = line.said.people, line.said.interviews
    assert (dana.role, talk.interviewers) == (role, (dana.id,) if there else ())
    (met,) = lines_of(read, (), READER, Said(met=True))
    assert met.said.interviews[0].interviewers == (met.said.people[0].id,)


@each_row(
    ("text", "status"),
    [
        ("🟣 Technical Interview", "interview"),
        ("❌ Rejected", "rejected"),
        ("🕒 Waiting", "open"),
        ("3 - Interview", "interview"),
        ("2nd round", "interview"),
        ("Applied", "applied"),
        ("Not Selected", "rejected"),
        ("I Withdrew", "withdrawn"),
        ("No Response 👻", "closed"),
        ("Bookmarked", "saved"),
        ("Offer accepted", "accepted"),
        ("Negotiating", "offer"),
        ("Phone Screen", "interview"),
        ("❌", "rejected"),
        ("Not interested", "withdrawn"),
        ("Absage", "rejected"),
        ("1", None),
        ("blue", None),
    ],
)
def test_a_status(text: str, status: str | None) -> None:
    assert read_status(text) == status


def test_a_status_that_is_not_understood_is_asked_about_once() -> None:
    read = table("Company,Status\nA,blue\nB,blue\n")
    assert [ask.field for ask in read.asks if ask.field == "status"] == ["status"]


def test_columns_that_nobody_knows_are_asked_about() -> None:
    read = table("Alpha,Beta\n1,2\n")
    assert (read.rows, [ask.field for ask in read.asks]) == ((), ["columns"])


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(rows: str, **more: bytes) -> bytes:
    """A workbook of one sheet, whose first cell style is plain and whose second is a date's."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{DOCUMENT}/officeDocument" '
            f'Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook {NS} xmlns:r="{DOCUMENT}"><sheets><sheet name="Search" sheetId="1" '
            f'r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{DOCUMENT}/worksheet" '
            f'Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/styles.xml": f'<styleSheet {NS}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
        for name, data in more.items():
            packed.writestr(f"xl/{name}", data)
    return out.getvalue()


def cells(number: int, *texts: str) -> str:
    inner = "".join(
        f'<c r="{letter}{number}" s="1"><v>{text}</v></c>'
        if text.isdecimal()
        else f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABCDEFG", texts, strict=False)
    )
    return f'<row r="{number}">{inner}</row>'


def test_a_workbook_with_its_dates_and_lines() -> None:
    rows = cells(2, "Company", "Role", "Applied", "Status") + cells(
        5, "Globex", "Analyst", "46349", "Rejected"
    )
    read = read_table(workbook(rows), READER)
    assert [(row.line, row.company, row.role, row.applied, row.status) for row in read.rows] == [
        (5, "Globex", "Analyst", date(2026, 11, 23), "rejected")
    ]
    assert (read.encoding, read.delimiter) == (None, None)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(FollowupError, match="unpacks to more"):
        read_table(workbook("", media=b"0" * 100_000_000), READER)


def test_a_workbook_that_lies_about_its_size_is_refused() -> None:
    data = workbook(cells(1, "Company", "Role"), media=b"0" * 3_000_000)
    size = (3_000_000).to_bytes(4, "little")
    assert data.count(size) == 2
    with pytest.raises(FollowupError, match="damaged"):
        read_table(data.replace(size, (10).to_bytes(4, "little")), READER)


def test_two_cells_at_the_ends_of_a_sheet_are_refused() -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    with pytest.raises(FollowupError, match="too many"):
        read_table(workbook(cells(1, "Company", "Role") + far), READER)


def test_a_zip_of_something_else_is_no_table() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "x")
    with pytest.raises(FollowupError, match="no workbook"):
        read_table(out.getvalue(), READER)


def test_a_formula_or_a_name_of_the_others_kind_is_only_text() -> None:
    read = table("Company,Role,Notes\n=HYPERLINK(1),@x,NA\n")
    assert (read.rows[0].company, read.rows[0].role, read.rows[0].notes) == (
        "=HYPERLINK(1)",
        "@x",
        "NA",
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"Company\x00,Role\n",
        b"one column\nonly\n",
        b"PK\x03\x04 no zip",
        ("Company," * 100_000).encode(),
        b"Company,Role\n" + b"x" * 1_000_000 + b",y\n",
        b"Company,Role\n" + b"a,b\n" * 30_000,
    ],
    ids=[
        "nothing",
        "blank",
        "NUL",
        "one column",
        "no zip",
        "100,000 columns",
        "a cell of 1 MB",
        "30,000 rows",
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(FollowupError):
        read_table(data, READER)


@given(
    st.text(
        alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=300
    )
)
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        table(f"Company,Applied,Status,Interview\n{text}\n")
    except FollowupError as error:
        assert str(error)  # noqa: PT017


def test_an_interview_that_has_no_day_yet_is_told_and_not_dropped_in_silence() -> None:
    read = table(
        "Company,Role,Applied,Interview\nTesco,Clerk,2026-11-02,tbc\nAldi,Clerk,2026-11-03,-\n"
    )
    (left,) = read.skipped
    assert left.line == 2
    assert "“tbc” names no day" in left.reason
