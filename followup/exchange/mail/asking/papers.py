"""What a mail asks for, in its own words."""

import re
from collections.abc import Sequence

from followup.exchange.mail.parts.lists import ITEM, head_of
from followup.exchange.mail.reading import Read

# What the sentence before names: “please email them to me”.
_MEANT = re.compile(
    r"^(?:please|kindly|bitte)? ?(?:\w+ ){0,2}(?:them|it|these|this|both|diese[ns]?|ihn|es|sie(?! uns))\b"
    r"|\b(?:have|need|get|send|email|return|upload) (?:them|it|these|those|both|this)\b",
    re.IGNORECASE,
)
_MOST = 8
# For the day itself, and not by mail: “please bring your passport”, “you'll need a photo ID”.
_BROUGHT = re.compile(
    r"\bbring\b(?! (?:back|round|in by|it (?:in|back|round)))|\bhave (?:your|an?)\b.*\b(?:ready|to hand|with you)\b"
    r"|\byou(?:'ll| will) need (?:your|an?|to bring|proof|photo)\b|\bmit(?:zu)?bring\w*"
    r"|\b(?:bring\w*|nehm\w*|halten)\b.*\b(?:mit|bereit)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:send|share|provide|submit|upload|attach|return|forward|e-?mail|reply|complete|schick\w*|send\w*|reich\w*"
    r"|mail\w*|lad\w* .* hoch)\b",
    re.IGNORECASE,
)


def is_brought(reads: Sequence[Read]) -> bool:
    """Whether all that some sentences ask for is to be brought along."""
    return all(_BROUGHT.search(read.text) and not _SENT.search(read.text) for read in reads)


def words_of(reads: Sequence[Read], asking: Sequence[Read]) -> str:
    """The sentence that asks most for it, and the list below where it announces one."""
    sentences = [read for read in asking if not ITEM.match(read.text)]
    strongest = max(sentences or asking, key=lambda read: read.scores["material"])
    at = head_of(
        [read.text for read in reads],
        next(at for at, read in enumerate(reads) if read is strongest),
    )
    strongest = reads[at]
    if not strongest.text.endswith(":"):
        above = reads[at - 1].text if at and _MEANT.search(strongest.text) else ""
        return f"{above} {strongest.text}".strip()
    items: list[str] = []
    for read in reads[at + 1 : at + 1 + _MOST]:
        if not ITEM.match(read.text):
            break
        items.append(ITEM.sub("", read.text).strip(" ;,."))
    return f"{strongest.text} {', '.join(items)}" if items else strongest.text
