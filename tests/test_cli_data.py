"""`backup`, `restore`, `check`, `import` and `export`: the exit status, and what is printed."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from followup.exchange.demo import demo_facts
from followup.model.lossless.codec import encode
from followup.store.file_store import FileStore
from tests.builders.files import NOW, add, application, ids
from tests.called import called

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileStore:
    """Two applications in the user's file, of which the first is in a backup."""
    monkeypatch.setenv("FOLLOWUP_DATA", str(tmp_path / "data.json"))
    monkeypatch.setenv("FOLLOWUP_BACKUPS", str(tmp_path / "backups"))
    made = FileStore(tmp_path / "data.json")
    add(made, "a1")
    made.backups.make(now=NOW)
    add(made, "a2")
    return made


def run(*words: str) -> tuple[int, str, str]:
    """The exit status, and what it printed and complained."""
    done = called(*words)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_backup_says_where_it_is(store: FileStore) -> None:
    status, out, _ = run("backup")
    assert status == 0
    assert Path(out.strip()).read_bytes() == store.path.read_bytes()


def test_restore_lists_previews_restores_and_says_how_to_undo(store: FileStore) -> None:
    _, listed, _ = run("restore")
    assert "by hand" in listed
    assert "1 applications (1 missing in it)" in listed
    before = store.path.read_bytes()
    name = next(each.name for each in store.backups.list() if each.reason == "by-hand")
    status, out, _ = run("restore", name)
    assert (status, "Nothing was changed" in out) == (0, True)
    assert store.path.read_bytes() == before
    status, out, _ = run("restore", name, "--yes")
    assert status == 0
    assert ids(store) == ["a1"]
    undo = shlex.split(out.partition("To undo: ")[2])
    assert subprocess.run(undo, cwd=ROOT, check=False, capture_output=True).returncode == 0
    assert store.path.read_bytes() == before


def test_a_backup_that_is_not_there(store: FileStore) -> None:
    status, out, complaint = run("restore", "99")
    assert (status, out) == (2, "")
    assert "There is no backup “99”" in complaint


def test_restore_brings_back_a_file_that_is_gone_or_bad(store: FileStore) -> None:
    store.path.unlink()
    assert run("plan")[0] == 2
    assert run("restore", "1", "--yes")[0] == 0
    store.path.write_text("{")
    status, out, _ = run("restore", "1", "--yes")
    assert status == 0
    assert "What could not be read is kept as" in out
    assert ids(store) == ["a1"]


def test_check_says_that_all_is_well(store: FileStore, tmp_path: Path) -> None:
    assert run("check") == (0, f"{store.path}: 2 applications can be read; all is well.\n", "")
    export = tmp_path / "export.json"
    export.write_bytes(encode(store.load().facts))
    assert run("check", str(export))[:2] == (0, f"{export}: a whole export; 2 applications.\n")
    assert run("check", str(store.backup_path(store.backups.list()[0])))[0] == 0


def test_check_names_all_that_is_wrong_with_the_path(store: FileStore) -> None:
    text = store.path.read_text().replace('"company"', '"firm"')
    store.path.write_text(text)
    status, out, complaint = run("check")
    assert status == 1
    assert complaint.splitlines() == [
        f"{store.path}: applications.{number}.company: is missing" for number in (1, 2)
    ]
    assert "2 records cannot" in out
    store.path.write_text(text[:100])
    status, _, complaint = run("check")
    assert status == 1
    assert "cut off in the middle" in complaint
    assert store.path.read_text() == text[:100]


def test_what_is_left_out_of_an_export_is_named(store: FileStore) -> None:
    store.path.write_text(store.path.read_text().replace('"company"', '"firm"', 1))
    status, out, complaint = run("export")
    assert status == 0
    assert '"a2"' in out
    assert "left out, since it cannot be read: applications.1" in complaint


def test_a_file_that_is_not_there_is_named(tmp_path: Path, store: FileStore) -> None:
    status, _, complaint = run("check", str(tmp_path / "nothing.json"))
    assert (status, "is not there" in complaint) == (2, True)


def test_an_export_goes_to_a_file_and_never_over_one(store: FileStore, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    status, out, _ = run("export", str(path))
    assert (status, out) == (0, f"Exported to {path}.\n")
    assert path.read_bytes() == encode(store.load().facts)
    for taken in (path, store.path):
        before = taken.read_bytes()
        status, out, complaint = run("export", str(taken))
        assert (status, out) == (2, "")
        assert "is there already: name another" in complaint
        assert taken.read_bytes() == before
    assert run("export", str(tmp_path / "no" / "mine.json"))[0] == 2


def test_an_import_is_previewed_made_and_says_how_to_undo(store: FileStore, tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    here = store.load().facts
    changed = here.applications[1].replace(role="Changed")
    theirs = here.replace(applications=(changed, application("a3")))
    export.write_bytes(encode(theirs))
    before = store.path.read_bytes()
    status, out, _ = run("import", str(export))
    assert status == 0
    assert "1 application comes in. 1 application is replaced. 1 interview comes in." in out
    assert "Nothing was changed. To import it: the same with --yes." in out
    assert store.path.read_bytes() == before
    status, out, _ = run("import", str(export), "--yes")
    assert status == 0
    assert ids(store) == ["a1", "a2", "a3"]
    assert store.load().facts.applications[1].role == "Changed"
    assert "nothing was changed" in run("import", str(export), "--yes")[1]
    undo = shlex.split(out.partition("To undo: ")[2])
    assert subprocess.run(undo, cwd=ROOT, check=False, capture_output=True).returncode == 0
    assert store.path.read_bytes() == before


def test_an_export_comes_in_whole_where_there_is_nothing_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_BACKUPS", str(tmp_path / "backups"))
    export = tmp_path / "export.json"
    export.write_bytes(encode(demo_facts(NOW)))
    monkeypatch.setenv("FOLLOWUP_DATA", str(tmp_path / "new.json"))
    assert run("import", str(export), "--yes")[0] == 0
    assert run("export")[1].encode() == export.read_bytes()


def test_what_is_no_export_is_not_imported(store: FileStore, tmp_path: Path) -> None:
    before = store.path.read_bytes()
    assert "not a Follow-up file" in run("import", str(store.path), "--yes")[2]
    assert "cannot be read" in run("import", str(tmp_path / "nothing.json"), "--yes")[2]
    assert store.path.read_bytes() == before


def test_an_export_in_the_place_of_the_data_file_is_told_the_way_in(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "export.json"
    export.write_bytes(encode(store.load().facts))
    before = export.read_bytes()
    monkeypatch.setenv("FOLLOWUP_DATA", str(export))
    for command in (["plan"], ["check"], ["import", str(export), "--yes"]):
        status, _, complaint = run(*command)
        assert status in (1, 2)
        assert "lossless export" in complaint
        assert "python -m followup import FILE" in complaint
        assert export.read_bytes() == before
    moved = export.rename(tmp_path / "renamed.json")
    assert run("import", str(moved), "--yes")[0] == 0
    assert ids(FileStore(export)) == ids(store)


def test_a_table_is_said_first_then_comes_in_as_one_change(
    store: FileStore, tmp_path: Path
) -> None:
    path, before = tmp_path / "mine.csv", store.path.read_bytes()
    path.write_text(
        "Firm,Role,Applied,Status,Weird\nInitech,Cook,03/04/2026,Applied,x\n"
        "Hooli,Cook,05/06/2026,Bingo,x\n,,,,y\n"
    )
    status, out, complaint = run("import", str(path), "--yes")
    assert status == 2
    assert "day or the month first?" in out
    assert "--date-order" in complaint
    asked = ("import", str(path), "--date-order", "dmy", "--status", "Bingo=offer")
    for words in ((), ("--yes", "--dry-run")):
        status, out, _ = run(*asked, *words)
        assert status == 0
        assert "Initech, Cook, applied 2026-04-03" in out
        assert "Line 4: it names neither a company nor a role." in out
        assert "2 applications would come in. Nothing was changed." in out
    assert store.path.read_bytes() == before
    status, out, _ = run(*asked, "--yes")
    assert status == 0
    new = store.load().facts.applications[-2:]
    assert [(one.company, one.outcome and one.outcome.kind) for one in new] == [
        ("Initech", None),
        ("Hooli", "offer"),
    ]
    assert "nothing was changed" in run(*asked, "--yes")[1]
    undo = shlex.split(out.partition("To undo: ")[2])
    assert subprocess.run(undo, cwd=ROOT, check=False, capture_output=True).returncode == 0
    assert store.path.read_bytes() == before


def test_a_table_that_has_what_is_here_adds_to_it_and_says_so(
    store: FileStore, tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "Firm,Role,Applied,Status,Onsite\nInitech,Cook,2026-04-03,Applied,\n"
        "Initech,Cook,2026-04-03,Interview,2026-04-20\nHooli,Cook,2026-04-03,Rejected,\n"
    )
    status, out, _ = run("import", str(path))
    assert status == 0
    assert re.search(
        r"Line 3: the same as line 2: adds the interview of Mon 20 Apr.* \(Onsite\)\.", out
    )
    assert "? Line 4: On which day did they say no?" in out
    assert "2 applications would come in. Nothing was changed." in out
    assert run("import", str(path), "--yes")[0] == 0
    assert "Line 2: is there already: nothing new." in run("import", str(path))[1]
    path.write_text("Firm,Role,Notes\nINITECH GmbH,Cook,Bring knives\nStark,Cook,\n")
    _, out, _ = run("import", str(path), "--yes")
    assert "Line 2: is there already: adds notes." in out
    assert "Imported 1 application and additions to 1 into" in out
    (cook,) = (a for a in store.load().facts.applications if a.company == "Initech")
    assert (cook.notes, [i.round for i in cook.interviews]) == ("Bring knives", ["Onsite"])


def test_a_column_of_a_table_can_be_named_and_a_mail_is_not_imported(
    store: FileStore, tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("X1,X2\nInitech,Cook\nHooli,Baker\n")
    assert "Which column is the company" in run("import", str(path), "--yes")[1]
    status, out, _ = run("import", str(path), "--column", "X1=company", "--column", "X2=role")
    assert (status, "Hooli, Baker" in out) == (0, True)
    for wrong in ("X9=company", "X1=nonsense", "X1"):
        assert run("import", str(path), "--column", wrong)[0] == 2
    mail = tmp_path / "mail.eml"
    mail.write_text("From: a@b.example\nSubject: x\n\nWe decided for another.\n")
    status, _, complaint = run("import", str(mail), "--yes")
    assert status == 2
    assert "drop it on Today" in complaint
    assert ids(store) == ["a1", "a2"]


def test_an_export_takes_the_form_that_its_name_ends_with(store: FileStore, tmp_path: Path) -> None:
    for ending, begin in (("ics", b"BEGIN:VCALENDAR"), ("xlsx", b"PK")):
        path = tmp_path / f"mine.{ending}"
        assert run("export", str(path))[0] == 0
        assert path.read_bytes().startswith(begin)
    given = store.load().facts.handed_out
    assert given
    assert {each.sequence for each in given} == {0}
    first = store.load().facts.applications[0].interviews[0]
    status, out, _ = run("export", "--ics", "--only", first.id)
    assert (status, out.count("BEGIN:VEVENT")) == (0, 1)
    assert store.load().facts.handed_out == given
