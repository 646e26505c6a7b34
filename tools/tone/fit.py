"""What each trait of a sentence weighs for each tone: logistic regression (scikit-learn) on which traits it has."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import LabelBinarizer

from followup.prose.tone import ACTS, TONES, Weighed, breadth, traits
from tools.tone.corpus import Sample, clauses

Weights = dict[str, tuple[float, ...]]
"""What each trait weighs for each of Weighed; the row of no name is what a text without traits has."""

Floats = NDArray[np.float64]
_SEEN, _RAREST = 2, 6.0
# Traits kept for the tones together, and for each act.
_MOST: dict[tuple[str, ...], int] = {TONES: 36_000, **{(act,): 5_000 for act in ACTS}}
_RIDGE, _FAULTY, _PART = 50.0, 3.0, 0.5
_STEPS, _FLAT = 500, 1e-5


def _weigh(
    has: csr_array, samples: Sequence[Sample], marks: Sequence[str]
) -> tuple[Floats, Floats]:
    """A row for each trait and a column for each of the marks; and what a text without any trait comes to.

    `has` has a row for each sample and a column for each trait: what the trait counts in it, 0 where it is not there.
    Rare traits count for more.
    """
    times = (has > 0).sum(axis=0)
    scale = np.minimum(np.log((1 + len(samples)) / (1 + times)), _RAREST)
    scaled = has @ diags_array(scale)
    rows, starts = [], []
    for mark in marks:
        at = [place for place, one in enumerate(samples) if mark in one.known]
        told = [samples[place] for place in at]
        judge = LogisticRegression(
            C=1 / _RIDGE,
            class_weight={1: _FAULTY} if mark in TONES else None,
            max_iter=_STEPS,
            tol=_FLAT,
        )
        judge.fit(scaled[at], [int(mark in one.marks) for one in told], [o.weight for o in told])
        rows.append(judge.coef_[0] * scale)
        starts.append(judge.intercept_[0])
    return np.stack(rows, axis=1), np.array(starts)


def learn(samples: Sequence[Sample]) -> Weights:
    """The weights, learned from samples of both kinds, good and faulty.

    A part of a good sentence is a good one, too, and does nothing that the whole does not. Of the traits seen in two
    lines, those that weigh most for a tone are kept, and those for each act, and weighed again without the others.
    """
    parts = [
        replace(
            one,
            text=part,
            weight=one.weight * _PART,
            marks=frozenset(),
            known=tuple(mark for mark in one.known if mark not in one.marks),
        )
        for one in samples
        if not one.tones
        for part in clauses(one.text)
    ]
    every = [*samples, *parts]
    vectors = CountVectorizer(analyzer=traits, dtype=np.float64)
    found = csr_array(vectors.fit_transform([one.text for one in every]))
    share = diags_array([1 / breadth(int(count)) for count in found.sum(axis=1)])
    lines = LabelBinarizer(sparse_output=True).fit_transform(
        [one.line or one.text for one in every]
    )
    names = vectors.get_feature_names_out()
    common = np.flatnonzero(((lines.T @ found) > 0).sum(axis=0) >= _SEEN)
    has = share @ found
    columns, starts = [], []
    for marks, most in _MOST.items():
        weights, _ = _weigh(has[:, common], every, marks)
        kept = np.sort(common[np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:most]])
        weights, start = _weigh(has[:, kept], every, marks)
        column = np.zeros((len(names), len(marks)))
        column[kept] = weights
        columns.append(column)
        starts += start.tolist()
    table = np.concatenate(columns, axis=1)
    used = np.flatnonzero(table.any(axis=1))
    rows = map(tuple, [*table[used].tolist(), starts])
    return dict(zip([*names[used], ""], rows, strict=True))


def score(weights: Weights, text: str) -> tuple[float, ...]:
    """What a sentence comes to in each of Weighed."""
    found = traits(text)
    rows = [weights[trait] for trait in sorted(found) if trait in weights]
    sums = map(sum, zip(*rows, strict=True)) if rows else [0.0] * len(Weighed._fields)
    share = breadth(len(found))
    return tuple(one / share + start for one, start in zip(sums, weights[""], strict=True))
