"""What a mail is by all of its words at once: a second opinion on what its strongest sentences say.

The weights in `words/kinds.tsv.gz` were learned from whole mails (docs/mails.md).
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from followup.exchange.mail.seen import What
from followup.exchange.mail.weigh import START, plain, traits_of
from followup.prose.tone import Weights

KINDS: tuple[What, ...] = tuple(sorted(get_args(What)))
WEIGHTS = Path(__file__).parents[1] / "words" / "kinds.tsv.gz"
"""A row for each trait, cells apart by tabs: its name; then in hundredths what it weighs for each of KINDS."""


@cache
def _weights() -> Weights:
    return Weights(WEIGHTS)


def traits_of_mail(subject: str, sentences: Iterable[str]) -> set[str]:
    """The traits of a mail: those of its sentences, and those of its subject apart from them."""
    found = {f"subject {trait}" for trait in traits_of(plain(subject))}
    return found.union(*(traits_of(plain(one)) for one in sentences))


def likely(subject: str, sentences: Iterable[str]) -> Mapping[What, float]:
    """How likely the mail is of each kind, from 0 to 1, all together 1."""
    weights = _weights()
    sums, known = weights.sum_of(traits_of_mail(subject, sentences))
    share = math.sqrt(known or 1)
    begun = zip(sums, weights.of(START), strict=True)
    odds = [math.exp((total / share + start) / 100) for total, start in begun]
    return {kind: odd / sum(odds) for kind, odd in zip(KINDS, odds, strict=True)}
