"""What an agency passes on: the client's mail below its own words, read on the day on which that was written."""

import re
from collections.abc import Sequence

from followup.exchange.mail.about.context import Context
from followup.exchange.mail.reading import Read, read_sentences
from followup.prose.when import When

# Times of others: “Interviews with the other two are on the 24th.”
_OTHERS = re.compile(
    r"\b(?:the )?others?\b(?: (?:two|three|four|candidates?|finalists?|applicants?))?|\banderen?\b",
    re.IGNORECASE,
)


def passed_on(context: Context, *, spared: bool) -> Sequence[Read]:
    """The sentences of the mail that is forwarded below.

    `spared`: who passes it on says that nothing is to be done, so that what it asks for is theirs to do.
    """
    if not context.passed:
        return ()
    inner, own = context.passed
    day = inner.at.date() if inner.at else context.when.today
    reads = read_sentences(own.text, When(day, context.when.order))
    kept = (read for read in reads if read.is_("rejection") or not _OTHERS.search(read.text))
    if not spared:
        return tuple(kept)
    return tuple(read for read in kept if not read.is_("asks", "material"))
