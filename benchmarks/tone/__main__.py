"""Learn the weights of tone anew, set their limits, and say how well they do (docs/tone.md).

`python -m benchmarks.tone` writes followup/messages/lint/words/tone.tsv.gz; `python -m benchmarks.tone FOLDER` measures
the lint on a folder of messages (format: tests/messages/lint_corpus/README.md) and changes nothing.
"""

import gzip
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.tone.corpus import BRANCHED, Sample, messages, read
from benchmarks.tone.fit import learn, score
from followup.messages.lint import lint_message
from followup.messages.lint.tone import LIMITS, TONES

FILE = Path(__file__).parents[2] / "followup" / "messages" / "lint" / "words" / "tone.tsv.gz"
_HUNDREDTHS, _ALARMS = 100, 0.002
Scored = list[tuple[Sample, tuple[float, ...]]]


def _unseen(samples: Sequence[Sample]) -> Scored:
    """Each sentence scored by weights learned without its writer."""
    found: Scored = []
    for writer in sorted({one.writer for one in samples} - {BRANCHED}):
        weights = learn([one for one in samples if one.writer != writer])
        found += [(one, score(weights, one.text)) for one in samples if one.writer == writer]
    return found


def _limits(scored: Scored) -> list[float]:
    """The lowest limits under which so few good sentences of unseen writers raise an alarm."""
    good = [values for one, values in scored if not one.tones and not one.near]
    spared = int(len(good) * _ALARMS)
    return [
        sorted((values[at] for values in good), reverse=True)[spared] for at in range(len(TONES))
    ]


def _report(scored: Scored, limits: Sequence[float]) -> None:
    for writer in sorted({one.writer for one, _ in scored}):
        rows = [(one, values) for one, values in scored if one.writer == writer]
        said = [writer.ljust(10)]
        for at, tone in enumerate(TONES):
            over = [values[at] > limits[at] for one, values in rows if tone in one.tones]
            said.append(f"{tone} {sum(over)} of {len(over)}")
        for name, near in (("good", False), ("near misses", True)):
            kept = [v for one, v in rows if not one.tones and one.near == near]
            alarms = sum(any(a > b for a, b in zip(v, limits, strict=True)) for v in kept)
            said.append(f"alarms on {name} {alarms} of {len(kept)}")
        print(", ".join(said), flush=True)


def _write(weights: dict[str, tuple[float, ...]], limits: Sequence[float]) -> None:
    start = weights[""]
    rows = {
        name: [round(value * _HUNDREDTHS) for value in row] for name, row in weights.items() if name
    }
    rows = {name: row for name, row in rows.items() if any(row)}
    rows[LIMITS] = [
        round((limit - begin) * _HUNDREDTHS) for limit, begin in zip(limits, start, strict=True)
    ]
    lines = ("\t".join([name, *(str(n or "") for n in row)]) for name, row in sorted(rows.items()))
    FILE.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0))
    print(f"{FILE.name}: {len(rows)} rows, {FILE.stat().st_size / 1000:.0f} kB")


def measure(folder: Path) -> None:
    """Faults of tone found, and false alarms, on whole messages."""
    cases = messages(folder)
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
        measure(Path(sys.argv[1]))
        return
    samples = read()
    print(len(samples), "sentences")
    scored = _unseen(samples)
    limits = _limits(scored)
    _report(scored, limits)
    _write(learn(samples), limits)


main()
