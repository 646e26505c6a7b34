"""What its kind owes a message: `no-thanks`, `no-interest`, `no-next-step`.

People put these in more words than a list can hold, so each sentence is weighed (`prose/tone.py`).
"""

import re
from collections.abc import Iterator

from followup.messages.lint.findings import Brief, Hit
from followup.messages.lint.reading.letter import Letter
from followup.model.kinds import CHECKS
from followup.prose.tone import excess

# In a check it is enough to thank beforehand ("I'd be grateful for a word").
_POLITE = re.compile(r"\b(?:appreciat\w*|grateful|thankful|obliged)\b|^cheers\b")


def no_thanks(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That nothing in it thanks, at its last sentence."""
    polite = brief.kind in CHECKS and any(_POLITE.search(text) for text in letter.done)
    if not polite and not any(excess(text).thanks > 0 for text in letter.done):
        yield Hit(letter.last_sentence, "There is no word of thanks in it.")


def no_interest(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That nothing in it wishes for the role, or praises it as one does who wants it; at its last sentence."""
    if not any(excess(text).interest > 0 for _, text in letter.said):
        yield Hit(letter.last_sentence, "It does not say that you are interested in the role.")


def no_question(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That it does not ask, at its last sentence."""
    if not any(excess(text).question > 0 for _, text in letter.said):
        text = "It does not ask about the next steps or the timing."
        yield Hit(letter.last_sentence, text)
