"""Learn anew what the sentences of mails are, and say how well it does on those that were kept back (docs/mails.md).

`python -m tools.mails` writes mails.tsv.gz and kinds.tsv.gz in followup/exchange/mail/words.
"""

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from followup.exchange.mail.kinds import all_words
from followup.exchange.mail.weigh import LABELS, START, WEIGHTS, traits_of
from followup.prose.tone import breadth
from tools.mails.all_words import learn as learn_all_words
from tools.mails.corpus import Sample, read

Floats = NDArray[np.float64]
_STRENGTH, _MOST, _HUNDREDTHS, _SEEN, _POSITIVE = 3.0, 24_000, 100, 2, 4.0


def _row(text: str, known: frozenset[str] | None = None) -> dict[str, float]:
    found = traits_of(text)
    share = 1 / breadth(len(found))
    return {trait: share for trait in sorted(found) if known is None or trait in known}


def _several(samples: Sequence[Sample]) -> frozenset[str]:
    """The traits that more than one line has."""
    lines: dict[str, set[str]] = {}
    for one in samples:
        for trait in traits_of(one.text):
            lines.setdefault(trait, set()).add(one.line)
    return frozenset(trait for trait, where in lines.items() if len(where) >= _SEEN)


def _fit(samples: Sequence[Sample], rows: Any) -> tuple[Floats, Floats]:
    """Weights (labels by traits) and starts of a logistic regression for each label."""
    weights, starts = [], []
    for label in LABELS:
        wanted = np.array([label in one.labels for one in samples])
        counts = np.array(
            [one.weight * (_POSITIVE if label in one.labels else 1) for one in samples]
        )
        model = LogisticRegression(C=_STRENGTH, max_iter=400, solver="liblinear", random_state=0)
        model.fit(rows, wanted, sample_weight=counts)
        weights.append(model.coef_[0])
        starts.append(model.intercept_[0])
    return np.array(weights), np.array(starts)


def _weigh(samples: Sequence[Sample], known: frozenset[str]) -> tuple[list[str], Floats, Floats]:
    """The traits, their weights and the starts, of these traits alone."""
    vectors = DictVectorizer()
    rows = vectors.fit_transform([_row(one.text, known) for one in samples])
    # Solvers want short indices.
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    return list(vectors.get_feature_names_out()), *_fit(samples, rows)


def learn(samples: Sequence[Sample]) -> dict[str, tuple[int, ...]]:
    """What each trait weighs, in hundredths; those that weigh most are kept and weighed again without the others."""
    known = _several(samples)
    names, weights, _ = _weigh(samples, known)
    most = np.argsort(-np.abs(weights).max(axis=0), kind="stable")[:_MOST]
    names, weights, starts = _weigh(samples, frozenset(names[at] for at in most))
    table = {
        name: tuple(np.rint(weights[:, at] * _HUNDREDTHS).astype(int).tolist())
        for at, name in enumerate(names)
    }
    return {START: tuple(np.rint(starts * _HUNDREDTHS).astype(int).tolist()), **table}


def score(table: dict[str, tuple[int, ...]], text: str) -> list[float]:
    """What a sentence comes to, as `weigh` has it."""
    found = traits_of(text)
    sums = np.sum([table[trait] for trait in found if trait in table], axis=0)
    values: Floats = (sums / breadth(len(found)) + np.array(table[START])) / _HUNDREDTHS
    return list(map(float, values))


def _measure(samples: Sequence[Sample]) -> None:
    """Of the lines kept back: how many sentences of a label are found, and how many others are taken for it."""
    table = learn([one for one in samples if not one.held_out])
    kept = [(one, score(table, one.text)) for one in samples if one.held_out]
    for at, label in enumerate(LABELS):
        found = [values[at] > 0 for one, values in kept if label in one.labels]
        wrong = [values[at] > 0 for one, values in kept if label not in one.labels]
        print(
            f"{label}: {sum(found)} of {len(found)} found, {sum(wrong)} of {len(wrong)} others taken for it"
        )


def _write(path: Path, table: Mapping[str, tuple[int, ...]]) -> None:
    lines = (
        "\t".join([name, *(str(cell) if cell else "" for cell in row)]).rstrip("\t")
        for name, row in table.items()
    )
    path.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", 9, mtime=0))
    print(f"{path.name}: {len(table) - 1} traits, {path.stat().st_size // 1024} KB")


def main() -> None:
    samples = list(read())
    print(len(samples), "sentences")
    _measure(samples)
    _write(WEIGHTS, learn(samples))
    _write(all_words.WEIGHTS, learn_all_words())


main()
