"""Learns what whole mails are, from those of the tests whose kind is known (docs/mails.md)."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import orjson
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from followup.exchange.mail.headers import bare
from followup.exchange.mail.kinds.all_words import KINDS, traits_of_mail
from followup.exchange.mail.parts.opened import opened
from followup.exchange.mail.reading import read_sentences
from followup.exchange.mail.weigh import START
from followup.prose.when import When
from tests.exchange.mails import FILE, cases

_TODAY = date(2026, 11, 30)  # no trait is a date
_STRENGTH, _SEEN, _MOST, _HUNDREDTHS, _FOLDS, _SURE = 30.0, 3, 8_000, 100, 5, 0.6


def mails() -> Iterator[tuple[bytes, str]]:
    """The mails whose kind is known, and that kind."""
    for path in sorted(FILE.parent.glob("mails*.txt")):
        for case in cases(path):
            said = dict(case.wanted)
            if kind := said.get("what") or said.get("?what"):
                yield case.raw.encode(), kind
    for path in sorted(FILE.parent.glob("**/expected.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            one = orjson.loads(line)
            if kind := one["right"].get("what"):
                yield (path.parent / one["file"]).read_bytes(), kind


def _traits(raw: bytes) -> set[str]:
    parts, own = opened(raw, _TODAY)
    reads = read_sentences(own.text, When(_TODAY))
    return traits_of_mail(bare(parts.subject), [read.text for read in reads])


def _row(found: set[str], known: frozenset[str]) -> dict[str, float]:
    kept = found & known
    return dict.fromkeys(sorted(kept), 1 / math.sqrt(len(kept) or 1))


def _fit(
    rows: Sequence[set[str]], kinds: Sequence[str], known: frozenset[str]
) -> tuple[list[str], LogisticRegression]:
    vectors = DictVectorizer()
    table = vectors.fit_transform([_row(row, known) for row in rows])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    model = LogisticRegression(C=_STRENGTH, max_iter=400, class_weight="balanced")
    return list(vectors.get_feature_names_out()), model.fit(table, kinds)


Weighed = tuple[list[str], LogisticRegression]


def _learned(rows: Sequence[set[str]], kinds: Sequence[str]) -> Weighed:
    """What each trait weighs; of those that several mails have the weightiest."""
    counted = Counter(trait for row in rows for trait in row)
    names, model = _fit(rows, kinds, frozenset(t for t, many in counted.items() if many >= _SEEN))
    most = np.argsort(-np.abs(model.coef_).max(axis=0), kind="stable")[:_MOST]
    return _fit(rows, kinds, frozenset(names[at] for at in most))


def _shares(rows: Sequence[set[str]], kinds: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """Of each mail its kind, the one that the others say it is, and how likely that is."""
    for fold in range(_FOLDS):
        others = [at for at in range(len(rows)) if at % _FOLDS != fold]
        names, model = _learned([rows[at] for at in others], [kinds[at] for at in others])
        for at in range(fold, len(rows), _FOLDS):
            known = _row(rows[at], frozenset(names))
            row = [[known.get(name, 0.0) for name in names]]
            shares = model.predict_proba(row)[0]
            yield kinds[at], str(model.classes_[shares.argmax()]), float(shares.max())


def learn() -> Mapping[str, tuple[int, ...]]:
    """What each trait weighs for each of KINDS, in hundredths; says how well the others tell each fifth mail."""
    pairs = [(_traits(raw), kind) for raw, kind in mails()]
    rows, kinds = [row for row, _ in pairs], [kind for _, kind in pairs]
    told = [(kind == other, share) for kind, other, share in _shares(rows, kinds)]
    sure = [right for right, share in told if share >= _SURE]
    print(f"{len(told)} whole mails: {sum(right for right, _ in told)} told by the others,")
    print(f"of {len(sure)} plain ones {sum(sure)}")
    names, model = _learned(rows, kinds)
    order = [list(model.classes_).index(kind) for kind in KINDS]
    weights = np.rint(model.coef_[order] * _HUNDREDTHS).astype(int)
    starts = np.rint(model.intercept_[order] * _HUNDREDTHS).astype(int)
    table = {name: tuple(weights[:, at].tolist()) for at, name in enumerate(names)}
    return {START: tuple(starts.tolist()), **table}
