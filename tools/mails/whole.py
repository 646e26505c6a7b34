"""Learns what whole mails are, from those whose kind is written beside them (`tests/exchange`)."""

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from followup.exchange.mail.headers import bare
from followup.exchange.mail.kinds.whole import KINDS, START, WEIGHTS, traits_of_mail
from followup.exchange.mail.parts.own import own_of
from followup.exchange.mail.parts.parse import has_headers, parse
from followup.exchange.mail.parts.pasted import is_shown, with_headers
from followup.exchange.mail.reading import read_sentences
from followup.prose.when import When

FOLDER = Path(__file__).parents[2] / "tests" / "exchange"
_TODAY = date(2026, 11, 30)  # no trait is a date
_STRENGTH, _SEEN, _MOST, _HUNDREDTHS = 30.0, 3, 8_000, 100


def mails() -> Iterator[tuple[bytes, str]]:
    """The mails whose kind is known, and that kind."""
    for path in sorted(FOLDER.glob("mails*.txt")):
        for block in path.read_text("utf-8").split("\n=== ")[1:]:
            raw, _, values = block.partition("\n")[2].rpartition("\n---\n")
            said = dict(line.partition(":")[::2] for line in values.splitlines())
            if kind := said.get("what") or said.get("?what"):
                yield raw.encode(), kind.strip()
    blind = FOLDER / "blind"
    for line in (blind / "expected.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        if kind := one["right"].get("what"):
            yield (blind / one["file"]).read_bytes(), kind


def _traits(raw: bytes) -> set[str]:
    text = raw.decode("utf-8", errors="replace")
    is_file = has_headers(text) and not is_shown(text)
    parts = parse(raw) if is_file else with_headers(text, _TODAY)
    own = own_of(parts.text, parts.sender.name)
    reads = read_sentences(own.text, When(_TODAY))
    return traits_of_mail(bare(parts.subject), [read.text for read in reads])


def _row(found: set[str], known: frozenset[str]) -> dict[str, float]:
    kept = found & known
    return dict.fromkeys(sorted(kept), 1 / math.sqrt(len(kept) or 1))


def _fit(
    rows: list[set[str]], kinds: list[str], known: frozenset[str]
) -> tuple[list[str], LogisticRegression]:
    vectors = DictVectorizer()
    table = vectors.fit_transform([_row(row, known) for row in rows])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    model = LogisticRegression(C=_STRENGTH, max_iter=400, class_weight="balanced")
    return list(vectors.get_feature_names_out()), model.fit(table, kinds)


def learn() -> Mapping[str, tuple[int, ...]]:
    """What each trait weighs for each of KINDS, in hundredths; of those that several mails have the weightiest."""
    pairs = [(_traits(raw), kind) for raw, kind in mails()]
    rows, kinds = [row for row, _ in pairs], [kind for _, kind in pairs]
    counted = Counter(trait for row in rows for trait in row)
    names, model = _fit(rows, kinds, frozenset(t for t, many in counted.items() if many >= _SEEN))
    most = np.argsort(-np.abs(model.coef_).max(axis=0), kind="stable")[:_MOST]
    names, model = _fit(rows, kinds, frozenset(names[at] for at in most))
    order = [list(model.classes_).index(kind) for kind in KINDS]
    weights = np.rint(model.coef_[order] * _HUNDREDTHS).astype(int)
    starts = np.rint(model.intercept_[order] * _HUNDREDTHS).astype(int)
    table = {name: tuple(weights[:, at].tolist()) for at, name in enumerate(names)}
    return {START: tuple(starts.tolist()), **table}


def write(table: Mapping[str, tuple[int, ...]]) -> None:
    """Write the table as `Weights` reads it."""
    lines = ("\t".join([name, *map(str, row)]) for name, row in table.items())
    WEIGHTS.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", 9, mtime=0))
    print(f"{len(table) - 1} traits of whole mails, {WEIGHTS.stat().st_size // 1024} KB")
