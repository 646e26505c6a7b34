"""What a mail comes to for each kind: its sentences added up, and what two kinds have to do with each other."""

import re
from collections.abc import Sequence

from followup.exchange.mail.headers import AWAY, SUBJECTS, bare, is_letter
from followup.exchange.mail.kinds.degrees import CLEAR, CLOSE, FAINT, FAR, FIRM, NEVER
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.mail.phrases.marks import (
    ANOTHER,
    APPLIED,
    CLOSURE,
    COMES,
    ENDS,
    HIRES,
    MEETS,
    REGRETS,
    STAYS,
    WORK,
)
from followup.exchange.mail.reading import Read, best
from followup.exchange.mail.seen import Seen, What
from followup.exchange.senders import is_machine

_SUBJECT_WEIGHT, _SECOND = 1.2, 0.35
DECISIVE: tuple[What, ...] = (
    "rejection",
    "offer",
    "on_hold",
    "cancellation",
    "invitation",
    "left",
    "receipt",
    "noise",
    "out_of_office",
)
_FROM = re.compile(r"\b(?:ab|from|as of|starting)(?: dem| the)? *$", re.IGNORECASE)
_LEAVE = re.compile(
    r"\b(?:leave|away|holiday|vacation|\w*urlaub|elternzeit|mutterschutz)\b", re.IGNORECASE
)
_BACK = re.compile(r"\b(?:back|return\w*|until|till|wieder|zurück|bis|to|through)\b", re.IGNORECASE)
OF_THE_SEARCH: tuple[What, ...] = ("rejection", "offer", "on_hold", "cancellation", "invitation")


def by_machine(parts: Parts) -> bool:
    """Whether nobody typed it."""
    return is_machine(parts.sender.email) or parts.automatic


def sums_of(reads: Sequence[Read], parts: Parts) -> dict[str, float]:
    """What the mail comes to for each kind: its strongest sentence, and a part of the others that agree."""
    sums: dict[str, float] = {}
    says = not parts.automatic and best(reads, "asks", "material", *OF_THE_SEARCH) > CLOSE
    for label in DECISIVE:
        counted = reads
        if label == "out_of_office" and not parts.automatic:
            counted = [
                read
                for read in reads
                if not (_is_later(read, parts) or (says and CLOSURE.search(read.text)))
            ]
        if label != "invitation":  # a line of a list says no more than its day
            counted = [read for read in counted if not read.is_bare]
        values = sorted((read.scores[label] for read in counted), reverse=True)
        sums[label] = (
            values[0] + _SECOND * sum(each for each in values[1:6] if each > 0) if values else NEVER
        )
    subject = bare(parts.subject)
    for named, pattern in SUBJECTS:
        if pattern.search(subject):
            sums[named] += _SUBJECT_WEIGHT / 2 if subject != parts.subject else _SUBJECT_WEIGHT
    sums["receipt"] += 0.5 if by_machine(parts) else -0.7
    sums["noise"] += (1.0 if parts.bulk else -0.5) + (FAR if is_letter(parts) else 0.0)
    sums["left"] += 0.3 if parts.automatic else 0.0
    absent = parts.automatic or AWAY.search(parts.subject)
    asks = any(read.text.endswith("?") for read in reads)
    if not absent and (
        asks or best(reads, "promise", "material") > 0
    ):  # another is away, or will be
        sums["out_of_office"] -= FAR
    sums["out_of_office"] += (2.0 if AWAY.search(parts.subject) else 0.0) + (
        1.0 if parts.automatic else -1.2
    )
    if parts.automatic and any(CLOSURE.search(read.text) for read in reads):
        sums["out_of_office"] = max(sums["out_of_office"], FAINT)
    return sums


def _is_later(read: Read, parts: Parts) -> bool:
    """Whether it says from which day on somebody will be away, and not until when: “from 21 December I am on leave”."""
    if not (parts.at and _LEAVE.search(read.text)) or _BACK.search(read.text):
        return False
    today = parts.at.date()
    later = [said for said in read.days if said.last and said.last > today]
    return any(_FROM.search(read.before(said)) for said in later)


def _rests(reads: Sequence[Read]) -> bool:
    """Whether the search plainly rests: until a day, or with me still in it. No refusal says either."""
    if any(ENDS.search(read.text) for read in reads):
        return False
    held = [read for read in reads if read.is_("on_hold", over=FAINT)]
    dated = any(said.is_day and read.is_limit(said) for read in held for said in read.days)
    return dated or (bool(held) and any(STAYS.search(read.text.lower()) for read in reads))


def is_received(reads: Sequence[Read]) -> bool:
    """Whether it says that an application came in, and not only a mail of mine."""
    return any(read.is_("receipt") and APPLIED.search(read.text) for read in reads)


def _moves(read: Read) -> bool:
    """Whether it rather calls an interview off than invites to one, or puts it on another day."""
    off, on = read.scores["cancellation"], read.scores["invitation"]
    return off > max(FIRM, on) or (off > 0 and bool(ANOTHER.search(read.text)))


def settle(sums: dict[str, float], reads: Sequence[Read], seen: Seen) -> None:
    """What two kinds have to do with each other: the sums of those that only seem so are lowered."""
    _settle_receipt(sums, reads, seen)
    plain = [read for read in reads if not REGRETS.search(read.text)]
    if _rests(reads) and best(plain, "rejection") < FAR:
        for other in ("rejection", "receipt"):
            sums[other] = min(sums[other], sums["on_hold"] - CLOSE)
    if sums["rejection"] < FAR and any(
        read.is_("material", over=FIRM) and WORK.search(read.text) for read in reads
    ):
        sums["rejection"] = min(sums["rejection"], -CLEAR)
    if sums["left"] > 0 and not seen.later:  # nobody who is away says no day
        clear = CLOSE if sums["left"] > FAINT else CLEAR
        sums["out_of_office"] = min(sums["out_of_office"], sums["left"] - clear)
    if not seen.calls_off and not any(
        read.is_("cancellation") and (MEETS.search(read.text) or ANOTHER.search(read.text))
        for read in reads
    ):  # nothing that could be off
        sums["cancellation"] = min(sums["cancellation"], -CLEAR)
    if not any(read.is_("offer") and HIRES.search(read.text) for read in reads):
        sums["offer"] = min(sums["offer"], -CLEAR)
    _settle_invitation(sums, reads, seen)


def _settle_receipt(sums: dict[str, float], reads: Sequence[Read], seen: Seen) -> None:
    """What only seems to confirm a receipt."""
    if sums["rejection"] > 0 and sums["receipt"] > 0:
        # “We cannot write to all who are not chosen” is none.
        silent = [read.is_("silence", over=-0.5) for read in reads]
        firm = [
            read.scores["rejection"] for read, each in zip(reads, silent, strict=True) if not each
        ]
        if len(firm) < len(reads):
            sums["rejection"] = min(sums["rejection"], max(firm, default=NEVER))
    if sums["receipt"] > sums["noise"] and is_received(reads):  # no newsletter says so
        sums["noise"] = min(sums["noise"], -CLEAR)
    if seen.timed and sums["invitation"] > 0:
        sums["receipt"] = min(sums["receipt"], sums["invitation"] - CLOSE)
    if seen.answers and not is_received(reads):  # “Got it, thanks!”
        sums["receipt"] = min(sums["receipt"], -CLEAR)
    if best(reads, "material") > CLOSE:  # who only confirms a receipt asks for nothing
        sums["receipt"] = min(sums["receipt"], -CLEAR)


def _settle_invitation(sums: dict[str, float], reads: Sequence[Read], seen: Seen) -> None:
    """What only seems to invite: who is hired comes in on a day, too, and what is off is put on another day."""
    meets = any(read.is_("invitation") and COMES.search(read.text) for read in reads)
    if not (seen.proposes or meets):  # “would you look at 55 with the bonus?”: nothing to come to
        sums["invitation"] = min(sums["invitation"], -CLEAR)
    if best(reads, "offer") > FAINT and not seen.timed:
        sums["invitation"] = min(sums["invitation"], sums["offer"] - CLOSE)
    moves = [read for read in reads if _moves(read)]
    timed = best([read for read in moves if read.days or read.times], "cancellation") > FAINT
    close = sums["invitation"] - sums["cancellation"] < FAR or timed
    moved = sums["cancellation"] > 0 and (
        seen.calls_off or (close and (bool(moves) or not seen.proposes))
    )
    if moved and sums["invitation"] > 0:
        sums["invitation"] = min(sums["invitation"], sums["cancellation"] - CLEAR)
