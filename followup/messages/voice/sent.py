"""The e-mails that the user sent, each read back: greeting, sentences and sign-off with fields for what they said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from followup.messages.fields import closing
from followup.messages.languages.grammar import Grammar
from followup.messages.lint.reading.letter import Letter, read_letter
from followup.messages.occasion import Occasion, occasion_of
from followup.messages.voice.fields_back import PutBack, put_back, sentences_of
from followup.model.action import Action
from followup.model.facts import Application, Facts, Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind
from followup.playbook.case import employer
from followup.prose.jotted import foreign

_MOST = 60  # e-mails of a kind, the newest: what one wrote years ago is no voice of today's
_SHORT = 4  # words of a line
_RE = re.compile(r"(?i)^(?:(?:re|aw|wg|fwd?|rv)\s*:\s*)+")


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with its fields; `begins`: a paragraph begins with it."""

    text: str
    begins: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMail:
    """One sent e-mail. `greeting` and `close` are "" where they are ours, or none; `familiar`: on first-name terms."""

    occasion: Occasion
    at: datetime
    employer: str
    language: str
    familiar: bool
    subject: str
    greeting: str
    said: tuple[Said, ...]
    close: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All that may recur."""
        return self.subject, self.greeting, *(said.text for said in self.said), self.close


def sent_mails(facts: Facts, kind: ActionKind) -> tuple[SentMail, ...]:
    """The newest e-mails of a kind that were sent with their text; none while all went to one employer."""
    sent = sorted(
        (
            (in_utc(t.at), number, application, t)
            for number, application in enumerate(facts.applications)
            for t in application.touchpoints
            if (t.direction, t.channel, t.purpose) == ("sent", "email", kind) and t.text.strip()
        ),
        key=lambda each: each[:2],
        reverse=True,
    )
    if len({employer(application) for _, _, application, _ in sent}) < 2:  # noqa: PLR2004 (one, and another)
        return ()
    read = (_read(facts, kind, application, t) for _, _, application, t in sent[:_MOST])
    return tuple(mail for mail in read if mail)


def _read(
    facts: Facts, kind: ActionKind, application: Application, t: Touchpoint
) -> SentMail | None:
    occasion = occasion_of(_imagined(kind, application, t), _before(facts, application, t), t.at)
    grammar = occasion.grammar(occasion.grammar().code)  # as our letters are written
    letter = read_letter(t.text, t.subject, occasion.me.name, occasion.me.sign_off)
    if foreign(letter.prose, grammar.code):
        return None
    back = put_back(occasion, grammar)
    return SentMail(
        occasion=occasion,
        at=in_utc(t.at),
        employer=employer(application),
        language=grammar.code,
        familiar=bool(
            grammar.familiar and re.search(rf"(?i)\b(?:{grammar.familiar})\b", letter.prose)
        ),
        subject=back.in_text(_RE.sub("", t.subject.strip())),
        greeting=_greeting(occasion, letter, back, grammar),
        said=tuple(_said(letter, back)),
        close=_close(occasion, letter, grammar),
    )


def _before(facts: Facts, application: Application, t: Touchpoint) -> Facts:
    """The facts as they were when it was written: it, and what came later, is not told yet."""
    told = tuple(other for other in application.touchpoints if in_utc(other.at) < in_utc(t.at))
    then = application.replace(touchpoints=told)
    every = (then if each is application else each for each in facts.applications)
    return facts.replace(applications=tuple(every))


def _imagined(kind: ActionKind, application: Application, t: Touchpoint) -> Action:
    """The action that the e-mail answered, as it must have been."""
    return Action(
        key=f"sent:{t.id}",
        kind=kind,
        application=application.id,
        interview=t.interview,
        person=next(iter(t.people), None),
        opens=t.at,
        due=t.at,
        late=t.at,
        status="open",
        channel="email",
        reason="",
        guides=(),
    )


def _greeting(occasion: Occasion, letter: Letter, back: PutBack, grammar: Grammar) -> str:
    """How the user greets, where it is by a word of their own and by a name that a field says."""
    if letter.greeting is None:
        return ""
    line = letter.raw[letter.greeting.start : letter.greeting.end].strip()
    reader = occasion.recipient
    usual = {
        grammar.greeting(reader.name, terms, warm=warm).rstrip(",:")
        for terms in ("first", "formal")
        for warm in (True, False)
        if reader and reader.name.strip()
    }
    if line.rstrip(",:! ") in usual | {grammar.greeting_team("").rstrip(",:")}:
        return ""
    return back.in_text(line)


def _said(letter: Letter, back: PutBack) -> Iterator[Said]:
    """What stands between greeting and sign-off and was not quoted."""
    begin = letter.greeting.end if letter.greeting else 0
    body = letter.raw[begin : _body_ends(letter)]
    kept = "\n".join(line for line in body.splitlines() if not line.lstrip().startswith(">"))
    for paragraph in re.split(r"\n\s*\n", kept):
        for number, text in enumerate(sentences_of(back.in_text(" ".join(paragraph.split())))):
            yield Said(text, number == 0)


def _body_ends(letter: Letter) -> int:
    """Where the sign-off begins; a short line right above one's name belongs to it: “Herzlich”."""
    end = len(letter.prose.rstrip())
    *above, last = letter.raw[:end].rsplit("\n", 1)
    signed = letter.signer is not None and re.match(r"[ \t]*\r?\n[ \t]*\S", letter.raw[end:])
    short = len(last.split()) <= _SHORT and not last.rstrip().endswith((".", "!", "?"))
    return len(above[0]) if above and signed and short else end


def _close(occasion: Occasion, letter: Letter, grammar: Grammar) -> str:
    """How the user signs off, where it is not as the settings or our letters do."""
    begin = _body_ends(letter)
    lines = [line.strip() for line in letter.raw[begin : letter.end].strip().splitlines()]
    me = occasion.me
    usual = {
        _plain(closing(sign_off, me.name, signature))
        for sign_off in (me.sign_off, *grammar.sign_offs.values())
        for signature in (me.signature, "")
    }
    text = "\n".join(filter(None, lines))
    return "" if _plain(text) in usual else text


def _plain(text: str) -> str:
    return " ".join(text.replace(",", " ").split()).casefold()
