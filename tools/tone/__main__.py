"""Learn the weights of tone anew, set their limits, and say how well they do (docs/tone.md).

`make tone` writes followup/prose/words/tone.tsv.gz, and measures the lint on the messages that are kept from it.
`make tone ARGS=FOLDER` measures it on those of a folder (format: tests/messages/lint_corpus/README.md) alone.
"""

import gzip
import sys
from collections.abc import Sequence
from pathlib import Path

from followup.messages.lint import lint_message
from followup.prose.tone import ACTS, LIMITS, TONES, WEIGHTS, Weighed
from tests.messages.lint_corpus_reader import Case
from tools.tone.corpus import BRANCHED, Sample, owing, read, unseen
from tools.tone.fit import Weights, learn, score

_HUNDREDTHS, _ALARMS = 100, 0.002
# An act counts from a chance of one in eight on: a message has to do it but once.
_LIKELY = -1.95
Scored = list[tuple[Sample, tuple[float, ...]]]


def _unseen(samples: Sequence[Sample]) -> Scored:
    """Each sentence scored by weights learned without its writer."""
    found: Scored = []
    for writer in sorted({one.writer for one in samples} - {BRANCHED}):
        weights = learn([one for one in samples if one.writer != writer])
        found += [(one, score(weights, one.text)) for one in samples if one.writer == writer]
    return found


def _limits(scored: Scored) -> list[float]:
    """Of tones, the lowest limits under which so few good sentences of unseen writers raise an alarm; of acts, one.

    A sentence that stands there with and without its contractions counts once.
    """
    good = {values for one, values in scored if not one.tones and not one.near}
    spared = int(len(good) * _ALARMS)
    tones = [
        sorted((values[at] for values in good), reverse=True)[spared] for at in range(len(TONES))
    ]
    return [*tones, *(_LIKELY for _ in ACTS)]


def _report(scored: Scored, limits: Sequence[float]) -> None:
    for writer in sorted({one.writer for one, _ in scored}):
        rows = [(one, values) for one, values in scored if one.writer == writer]
        said = [writer.ljust(10)]
        for at, mark in enumerate(Weighed._fields):
            over = [values[at] > limits[at] for one, values in rows if mark in one.marks]
            said.append(f"{mark} {sum(over)} of {len(over)}")
        for name, near in (("good", False), ("near misses", True)):
            kept = [v for one, v in rows if not one.tones and one.near == near]
            alarms = sum(any(v[at] > limits[at] for at, _ in enumerate(TONES)) for v in kept)
            said.append(f"alarms on {name} {alarms} of {len(kept)}")
        print(", ".join(said), flush=True)


def _write(weights: Weights, limits: Sequence[float]) -> None:
    start = weights[""]
    rows = {
        name: [round(value * _HUNDREDTHS) for value in row] for name, row in weights.items() if name
    }
    rows = {name: row for name, row in rows.items() if any(row)}
    rows[LIMITS] = [
        round((limit - begin) * _HUNDREDTHS) for limit, begin in zip(limits, start, strict=True)
    ]
    lines = ("\t".join([name, *(str(n or "") for n in row)]) for name, row in sorted(rows.items()))
    WEIGHTS.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0))
    print(f"{WEIGHTS.name}: {len(rows)} rows, {WEIGHTS.stat().st_size / 1000:.0f} kB")


def measure(cases: Sequence[Case]) -> None:
    """Faults of tone found, and false alarms, on whole messages."""
    found = {case.name: {f.code for f in lint_message(case.raw, case.brief)} for case in cases}
    for tone in TONES:
        faulty = [case for case in cases if tone in case.expected]
        hit = sum(tone in found[case.name] for case in faulty)
        print(f"{tone}: {hit} of {len(faulty)}")
    good = [case for case in cases if not case.expected]
    alarms = [case.name for case in good if found[case.name] & set(TONES)]
    print(f"false alarms: {len(alarms)} of {len(good)} good messages")


def main() -> None:
    if sys.argv[1:]:
        measure(unseen(Path(sys.argv[1])))
        return
    samples = read()
    print(len(samples), "sentences")
    scored = _unseen(samples)
    limits = _limits(scored)
    _report(scored, limits)
    first = learn(samples)
    told = owing(lambda text, act: score(first, text)[Weighed._fields.index(act)])
    _write(learn([*samples, *told]), limits)
    measure(unseen(None))


main()
