"""Which kind of mail it is: what its headers say, then what its sentences weigh."""

from collections.abc import Sequence
from dataclasses import replace

from followup.exchange.mail.asking.wants import is_question
from followup.exchange.mail.headers import about_offer, asked_a_question, bare, by_headers
from followup.exchange.mail.kinds.all_words import likely
from followup.exchange.mail.kinds.degrees import (
    CLEAR,
    CLOSE,
    FAINT,
    FAR,
    FIRM,
    NEVER,
    WEAK,
)
from followup.exchange.mail.kinds.strangers import Incoming, sign_of
from followup.exchange.mail.kinds.sums import (
    DECISIVE,
    by_machine,
    is_received,
    settle,
    sums_of,
)
from followup.exchange.mail.kinds.unsaid import unsaid
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.mail.phrases.denies import LEAST
from followup.exchange.mail.phrases.marks import NAMED, STARTS
from followup.exchange.mail.reading import Read, best
from followup.exchange.mail.seen import Kind, Seen, What

_SURELY, _RATHER, _HARDLY = 0.6, 0.4, 0.1  # how likely a kind is by all words of a mail
_LONG_ENOUGH = 40  # words: of fewer, all together say no more than the strongest
_BY_SIGNS: tuple[What, ...] = ("bounce", "noise", "other")  # which have signs of their own


def _because(reads: Sequence[Read], label: str) -> tuple[str, ...]:
    """The sentences that weigh most for it."""
    found = sorted(reads, key=lambda read: -read.scores.get(label, NEVER))
    strong = [read.text for read in found[:3] if read.scores.get(label, NEVER) > 0]
    return tuple(strong or [read.text for read in found[:1]])


def _asks_for_papers(reads: Sequence[Read]) -> bool:
    """Whether it asks for material, and speaks of an interview only as of what comes later."""
    invites = any(
        read.is_("invitation") and read.is_("asks") and not read.is_("material") for read in reads
    )
    return not invites and any(read.is_("material", over=0.5) for read in reads)


def _undated(far: float, reads: Sequence[Read], parts: Parts, seen: Seen) -> Kind | None:
    """What an invitation is that names no time, by how far it is one; None where it may be one."""
    asks = best(reads, "asks")
    if _asks_for_papers(reads):
        return Kind("update", None, _because(reads, "material"))
    if far < CLOSE < asks:  # questions of theirs
        close = far > FIRM and asks < FAR
        what: What = "reply" if seen.answers else "update"
        return Kind(what, "invitation" if close else None, _because(reads, "asks"))
    if best(reads, "asks", "material") <= 0 and asked_a_question(parts):  # mine are answered
        return Kind("reply", None, _because(reads, "reply"))
    if about_offer(parts):
        return Kind("update", None, _because(reads, "asks"))  # they give more time for it
    return None


def _at_odds(
    first: What, sums: dict[str, float], reads: Sequence[Read], parts: Parts, seen: Seen
) -> Kind | None:
    """What a mail is whose other sentences do not go with its likeliest kind; None where they do."""
    promise = max((read.most("promise") for read in reads), default=NEVER)
    what: What
    if first == "invitation" and not seen.proposes:
        return _undated(sums[first], reads, parts, seen)
    asks = best(reads, "asks")
    if first == "rejection" and sums[first] < FAINT and asks > sums[first] + CLOSE:
        # Nor is who is turned down asked questions, still less for papers.
        rival = first if best(reads, "material") < FIRM else None
        return Kind("update", rival, _because(reads, "asks"))
    told = seen.dated or (seen.tells and sums[first] < FAR)
    if first == "rejection" and promise > CLOSE and (told or sums[first] < promise + CLOSE):
        # Who is turned down hears of no day on which it is decided.
        if promise > sums[first]:
            rival = first if promise < sums[first] + FAR else None
            return Kind("update", rival, _because(reads, "promise"))
        return Kind(first, "update", _because(reads, first))
    if first == "receipt" and not by_machine(parts):
        questions = [read.scores["asks"] for read in reads if is_question(read)]
        by_a_day = any(
            read.is_("asks", over=FAR) and read.is_limit(said)
            for read in reads
            for said in read.days
        )
        if (
            by_a_day or max(questions, default=NEVER) > CLOSE
        ):  # who only confirms a receipt asks nothing
            what = "reply" if seen.answers else "update"
            return Kind(what, None, _because(reads, "asks"))
    if first == "receipt" and best(reads, "update") > CLOSE and not by_machine(parts):
        # Unless it says that it came in, it is none: “Bitte sehen Sie von Nachfragen ab.”
        return Kind("update", first if is_received(reads) else None, _because(reads, "update"))
    return None


def kind_of(reads: Sequence[Read], parts: Parts, seen: Seen) -> Kind:
    """What the mail is; where two kinds are close, the likelier, and the other as its rival.

    Of the two the sentence comes first that speaks for the one which decides something.
    """
    kind = _doubted(_kind_of(reads, parts, seen), reads, parts)
    weighs = kind.rival in DECISIVE and kind.what not in DECISIVE
    speaks = _because(reads, str(kind.rival))[:1] if weighs else ()
    return replace(kind, because=tuple(dict.fromkeys((*speaks, *kind.because))))


def _doubted(kind: Kind, reads: Sequence[Read], parts: Parts) -> Kind:
    """The kind, unless all words of a longer mail speak for another: then that one, or both where it is not plain."""
    words = sum(len(read.text.split()) for read in reads)
    if kind.rival or kind.what in _BY_SIGNS or words < _LONG_ENOUGH:
        return kind
    odds = likely(bare(parts.subject), [read.text for read in reads])
    other, far = max(odds.items(), key=lambda each: each[1])
    if other == kind.what:
        return kind
    if far >= _SURELY and odds[kind.what] <= _HARDLY:
        return Kind(other, None, _because(reads, other))
    rather = far >= _RATHER and odds[kind.what] <= _HARDLY * 2
    return replace(kind, rival=other) if rather else kind


def _kind_of(reads: Sequence[Read], parts: Parts, seen: Seen) -> Kind:
    told = by_headers(parts, bounced=any(read.is_("bounce") for read in reads))
    if told:
        return Kind(told, None, _because(reads, told))
    kind = _likeliest(reads, parts, seen)
    if seen.handed_round and kind.what in ("reply", "update"):  # said to each other, not to me
        return replace(kind, what="other", rival=kind.what, strange=True)
    if aside := _of_elsewhere(kind, reads, parts, seen):
        return aside
    if kind.what in ("invitation", "update", "reply") and any(
        STARTS.search(read.text) for read in reads
    ):
        return replace(kind, rival=kind.rival or "offer")
    if seen.timed and kind.what in ("update", "reply", "other", "receipt") and not kind.rival:
        return replace(kind, rival="invitation")  # a time is named, for what?
    return kind


def _of_elsewhere(kind: Kind, reads: Sequence[Read], parts: Parts, seen: Seen) -> Kind | None:
    """What a mail is that is likely none of the search; None where nothing says so."""
    text = "\n".join([bare(parts.subject), *(read.text for read in reads)])
    sign = sign_of(
        Incoming(
            text=text,
            subject=parts.subject,
            sender=f"{parts.sender.name} {parts.sender.email}",
            what=kind.what,
            machine=by_machine(parts),
            bulk=parts.bulk,
            expected=seen.answers or seen.known,
            of_a_search=seen.known,
            asks=best(reads, "asks") > 0,
            tells=best(reads, "material", "promise") > 0,
            meets=kind.what == "invitation" and seen.timed,
        )
    )
    if sign == "plain":
        many = parts.bulk and kind.what == "invitation"
        return replace(kind, what="noise" if many else "other", rival=None)
    if sign is None or kind.what == "other":
        return None
    if sign == "may":
        return replace(kind, rival=kind.rival or "other")
    return replace(kind, what="other", rival=kind.what, strange=sign == "strange")


def _likeliest(reads: Sequence[Read], parts: Parts, seen: Seen) -> Kind:
    """What its strongest sentences say."""
    sums = sums_of(reads, parts)
    sums["invitation"] += 0.5 if seen.proposes else 0.0
    sums["cancellation"] += 0.7 if seen.calls_off else 0.0
    settle(sums, reads, seen)
    ranked: list[What] = sorted(DECISIVE, key=lambda label: -sums[label])
    first, second = ranked[0], ranked[1]
    rest, rival, far = unsaid(reads, parts, seen)
    asks = best(reads, "asks")
    if sums[first] <= 0:
        clear = max(far, best(reads, "asks", "material"))
        faint = (sums[first] > -CLEAR and clear < FAINT) or (
            far < FIRM and rest != "noise" and not seen.answers and best(reads, "asks") <= 0
        )
        rival = rival or (first if faint and first != rest else None)
        return Kind(rest, rival, _because(reads, _shown(rest, reads)))
    if odd := _at_odds(first, sums, reads, parts, seen):
        return odd
    meets = seen.proposes or seen.calls_off
    if far > sums[first] and (
        sums[first] < FAINT or (seen.answers and first == "invitation" and not meets)
    ):
        close = far - sums[first] < FAR and sums[first] > CLEAR and first != "noise"
        close = close and (meets or asks <= FAR)  # who asks and names no time
        return Kind(rest, first if close else rival, _because(reads, _shown(rest, reads)))
    if first == "receipt" and second == "rejection" and sums["rejection"] > CLOSE:
        near = sums["receipt"] - sums["rejection"] < FAR or best(reads, "rejection") >= LEAST
        first, second = ("rejection", "receipt") if near else (first, second)
    margin = abs(sums[first] - sums[second])
    close = sums[second] > CLEAR and margin < CLOSE
    if first == "rejection" and second == "receipt":
        firm = best(reads, first) >= LEAST  # no receipt says so
        close = sums["receipt"] > CLEAR and margin < FAR and not firm
    if close and {first, second} != {"cancellation", "invitation"}:
        return Kind(first, second, _because(reads, first))
    gone = best(reads, "left") > (-CLEAR if seen.later else -FAINT)
    if first == "out_of_office" and best(reads, first) < FAR and gone:
        return Kind(first, "left", _because(reads, first))
    dated = meets or first not in ("invitation", "cancellation")
    least = FAINT if dated else FAR  # what is called off, or invited to, on no day
    weak = sums[first] < WEAK and not (
        seen.timed
        and ((first == "invitation" and asks > FAR) or (first == "cancellation" and seen.calls_off))
    )
    faint = weak or (sums[first] < least and far > sums[first] - CLOSE)
    faint = faint or (first == "cancellation" and not seen.calls_off and seen.dated)
    if first == "invitation" and not meets and asks <= 0:  # “Come by for a loaf”
        faint = faint or not any(read.is_(first) and NAMED.search(read.text) for read in reads)
    other = rest if rest != first else second
    return Kind(first, other if faint else None, _because(reads, first))


def _shown(what: What, reads: Sequence[Read]) -> str:
    """The label whose sentences show why a mail is news."""
    promises = what == "update" and any(read.is_("promise") for read in reads)
    return "promise" if promises else what
