"""Of a mail that decides nothing: whether it is news of the process, or only answers one of mine."""

import re
from collections.abc import Sequence

from followup.exchange.mail.headers import asked_a_question, asked_for_news
from followup.exchange.mail.kinds.degrees import CLEAR, CLOSE, FAINT, FAR, FIRM
from followup.exchange.mail.parts.lists import ITEM
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.mail.phrases.marks import CHASED, PRIVACY
from followup.exchange.mail.phrases.words import TWICE
from followup.exchange.mail.reading import Read, best
from followup.exchange.mail.seen import Seen, What

_YES = re.compile(
    r"(?:yes|yep|nope|ja|nein|no\b(?! (?:\w+ )?(?:dramas?|worries|problem|bother|rush|need|news"
    r"|idea|doubt|decision|one)\b))\b",
    re.IGNORECASE,
)
_TO_QUESTION = re.compile(
    r"\b(?:to answer your|as (?:to|for) your|regarding your|about your|on your|in answer to your"
    r"|zu (?:ihre[rn]|deine[rn])|auf (?:ihre|deine)) (?:\w+ )?(?:questions?|quer(?:y|ies)|fragen?)\b"
    r"|\bthanks? (?:you )?for asking,? and\b"
    r"|\b(?:and|but|und|oh) (?:yes|ja)\b|\byou(?:'d)? asked (?:about|whether|if|me)\b|\bsie fragten\b|\bdu fragtest\b",
    re.IGNORECASE,
)
_AS_SAID = re.compile(
    r"\b(?:as|like) (?:i|we) (?:said|told|mentioned|wrote|explained|promised)\b"
    r"|\bas (?:agreed|discussed|mentioned|promised)\b|\b(?:has|have)(?:n't| not) changed\b"
    r"|\bstill (?:expect|plan|hope|aim)\b|\bwie (?:gesagt|besprochen|erwähnt|angekündigt)\b",
    re.IGNORECASE,
)
_ANSWERS = 1.0


def _answering(reads: Sequence[Read], seen: Seen) -> float:
    """How far it answers a mail of mine: “Yes, …” does."""
    answer = best(reads, "reply") + (_ANSWERS if seen.answers else -_ANSWERS)
    yes = seen.answers and any(_YES.match(read.text) for read in reads)
    return max(answer, CLOSE) if yes else answer


def _answers_me(read: Read) -> bool:
    """Whether it answers what I asked, and not how things stand: “1. Yes, you would keep it”."""
    said = _YES.match(ITEM.sub("", read.text)) or _TO_QUESTION.search(read.text)
    return bool(said) and not read.is_("update", "promise")


def _repeats(read: Read) -> bool:
    """Whether it says a promise again: “as I said, you will have our answer by Friday”."""
    return read.is_("promise") and bool(_AS_SAID.search(read.text))


def unsaid(reads: Sequence[Read], parts: Parts, seen: Seen) -> tuple[What, What | None, float]:
    """Of a mail that decides nothing: whether it is news or answers one of mine, the other where close, how far."""
    update, answer = best(reads, "update"), _answering(reads, seen)
    news, wants = best(reads, "update", "promise"), best(reads, "material", "asks")
    if parts.bulk and not parts.thread and wants <= 0 and news < 0:
        return "noise", None, 0.0
    if seen.answers:
        if (
            wants > 0 >= max(news, best(reads, "material")) and update < -CLEAR
        ):  # a question of theirs
            return "reply", None, max(wants, answer)
        chased = any(CHASED.search(read.text) for read in reads)
        if (chased or asked_for_news(parts)) and (news > 0 or seen.dated):
            update = max(update, answer + CLOSE)
        far = max(update, answer, news)
        if seen.dated and not any(
            map(_repeats, reads)
        ):  # a day on which they decide is news, whatever else
            asked_too = any(_answers_me(read) for read in reads)
            return "update", "reply" if asked_too else None, max(far, CLOSE)
        if seen.tells and news > answer + FAR:
            vague = not seen.dated and news > answer + FAR + CLOSE
            close = answer > -FIRM and update < answer + FAR and not vague
            return "update", "reply" if close and not chased else None, far
        rival = abs(update - answer) < CLOSE
        if news > 0 >= max(update, answer):  # nothing but a promise
            return "update", "reply" if answer > -CLOSE else None, far
        rival = rival or (news > 0 and max(update, answer) < CLOSE / 2)
        material = best(reads, "material")
        if update >= answer or material > FIRM:
            # What answers me, and says how it goes on, may be either.
            told = not chased and (asked_a_question(parts) or any(map(_answers_me, reads)))
            close = (rival or told) and material < FAINT
            return "update", "reply" if close else None, max(far, material)
        new = seen.tells and answer - news < FAR and not any(map(_repeats, reads))
        return "reply", "update" if rival or new else None, far
    return _by_itself(reads, seen, answer)


def _by_itself(reads: Sequence[Read], seen: Seen, answer: float) -> tuple[What, What | None, float]:
    """The same of a mail that answers none of mine."""
    update, material = best(reads, "update"), best(reads, "material")
    news = max(update, best(reads, "promise"))
    if seen.dated or material > CLEAR or update > CLOSE:
        return "update", None, max(news, material)
    if answer > max(news, -_ANSWERS):
        close = news > 0 and (seen.tells or answer - news < CLOSE)
        return "reply", "update" if close else None, answer
    if news <= 0 and sum(bool(PRIVACY.search(read.text)) for read in reads) >= TWICE:
        return "other", None, 0.0
    if news > 0 or max(material, best(reads, "asks")) > 0:
        return "update", "reply" if 0 < news - answer < CLEAR else None, news
    return ("update" if news > -1.0 else "other"), None, news
