"""The lint on whole messages (lint_corpus/README.md).

The held-out batches were written after the rules and measured before anything was mended for them. Good messages with a
false alarm; faults found:

- one to three: 15 of 39 and 105 of 125, then 7 of 31 and 73 of 88, then 5 of 21 and 49 of 60;
- four: 12 of 82 and 130 of 182;
- five: 9 of 76 and 160 of 167 (written before the rules were mended for four, by the same hand: too kind a number);
- six: 4 of 48 and 66 of 99; seven, mostly faults of tone: 1 of 20 and 20 of 51.

Form, names and duties (greeting, names, fields, thanks, interest, question, sign-off, length) were found in 56 of
the 57 such cases of six. Tone was then judged by patterns, which found one in four faults in wording that was new.
Since it is weighed, all these batches are learned from, and so are eight to ten, once they had been measured
(docs/tone.md): they hold what was reached, and say nothing of new messages. Eleven is new to the weights: 0 of 40
false alarms, and 75 of 80 faults found. Twelve, the first with `third-person` and `jotting` in it: 3 of 45 and
86 of 96 at first sight. It was mended for; thirteen was not: 2 of 60 and 61 of 65. Fourteen, while thanks, interest and
questions were still looked up: 2 of 54 and 78 of 83. Fifteen, with much quiet blame: 4 of 55 and 65 of 78 by the lint
that looked them up, 7 of 55 and 65 of 78 by the first that weighed them (its limits are lower since: 4 of 55 and 68 of
78 with fields and jottings mended). Sixteen: 0 of 50 and 77 of 87 at first sight. Seventeen: 6 of 50 and 78 of 86
by the lint before sixteen was mended for, 5 of 50 and 80 of 86 by the one after. All four have been mended for since.
A field for one's own name under the close counts as `no-sign-off` since sixteen; older batches were marked anew for it.
"""

from tests.messages.lint_corpus_reader import Case, read_corpus
from tests.rows import each_row

GOOD = read_corpus("good_*.txt")
BAD = read_corpus("bad_*.txt")
HELD_OUT = read_corpus("held_out_*.txt")


def codes(case: Case) -> set[str]:
    """Errors and warnings, and hints where the case speaks of them."""
    return {f.code for f in case.found if f.severity != "hint" or f.code in case.expected}


def test_the_corpus_is_wide() -> None:
    assert len(GOOD) >= 120
    assert len(BAD) >= 200
    assert all(not case.expected for case in GOOD)
    assert all(case.expected for case in BAD)


@each_row("case", GOOD, ids=lambda case: case.name)
def test_a_good_message_has_no_error_and_no_warning(case: Case) -> None:
    assert codes(case) == set()


@each_row("case", BAD, ids=lambda case: case.name)
def test_a_bad_message_has_exactly_its_faults(case: Case) -> None:
    assert codes(case) == case.expected


def test_nine_in_ten_faults_are_found_and_one_in_twenty_alarms_is_false() -> None:
    good = [case for case in HELD_OUT if not case.expected]
    alarms = [case.name for case in good if codes(case)]
    assert len(alarms) <= len(good) / 20, alarms
    faults = [(case, code) for case in HELD_OUT for code in case.expected]
    missed = [(case.name, code) for case, code in faults if code not in codes(case)]
    assert len(missed) <= len(faults) / 10, missed
