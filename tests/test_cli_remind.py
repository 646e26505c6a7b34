"""`python -m followup remind` as cron calls it."""

from followup.model.lossless.codec import encode
from tests.builders import applied, facts, interview, specific
from tests.called import called

WORLD = encode(facts(applied("Globex", interview("03-02 10:00", specific()))))


def remind(*words: str) -> str:
    done = called("remind", "-", "--now", *words, stdin=WORLD)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_it_says_what_is_due_today_and_nothing_on_a_day_without() -> None:
    wanted = "1 thing to do today:\n  Thank Ann · Globex · by 11:00 today\n"
    assert remind("2026-03-03T07:30:00+01:00") == wanted
    assert remind("2026-02-20T09:00:00+01:00") == "", "cron sends a mail of whatever is printed"


def test_called_every_quarter_of_an_hour_it_says_each_thing_once() -> None:
    said = [
        text
        for hour in (9, 11)
        for minute in ("00", "15", "30", "45")
        if (text := remind(f"2026-03-02T{hour:02}:{minute}:00+01:00", "--every", "15"))
    ]
    assert said == ["Your interview at Globex is over:\n  Thank Ann · Globex · best tonight\n"]


def test_what_is_no_number_of_minutes_is_one_line() -> None:
    for wrong in ("0", "-5", "soon", "99999"):
        done = called("remind", "-", f"--every={wrong}", stdin=WORLD)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.count(b"\n") == 1
