"""What is asked about a mail as a whole: when it was sent, what it is, and what it belongs to."""

from collections.abc import Iterator

from followup.exchange.found import Ask
from followup.exchange.mail.about.company import hint_of
from followup.exchange.mail.about.context import Context
from followup.exchange.mail.seen import Kind, What
from followup.model.purposes import purpose_words

_CHOICES = 5
_NOBODYS = ("bounce", "noise")


def doubts(context: Context, kind: Kind) -> Iterator[Ask]:
    """The questions that no date or time of the mail raises."""
    if context.parts.at is None:
        yield Ask("at", None, "The text does not say when it was sent. When was it?")
    yield from _what(context, kind)
    fitting = context.fitting
    if len(fitting) > 1:
        names = ", ".join(f"{one.role} at {one.company}" for one in fitting[:_CHOICES])
        sentence = f"Several applications fit: {names}. Which is it?"
        yield Ask("application", fitting[0].id, sentence)
    elif context.reader.applications and not fitting:
        sentence = "No application of yours fits. Which does the mail belong to?"
        yield Ask("application", None, sentence)
    elif not context.company and not context.mine and kind.what not in _NOBODYS:
        yield from _company(context)


def _what(context: Context, kind: Kind) -> Iterator[Ask]:
    if context.mine:
        yield Ask("what", None, "You sent this mail. What was it for?")
    elif kind.rival:
        sentence = f"Which is this mail: “{_words(kind.what)}” or “{_words(kind.rival)}”?"
        yield Ask("what", kind.what, sentence)


def _words(what: What) -> str:
    """A kind of mail in the words in which it is logged."""
    if what == "left":
        return "somebody has left"
    return "newsletter" if what == "noise" else purpose_words(what)


def _company(context: Context) -> Iterator[Ask]:
    """A company that one place alone hints at; none of an agency's that does not name its client."""
    if name := hint_of(context.parts, context.own):
        sentence = f"The mail hardly says which company it is from: “{name}”, perhaps. Which is it?"
        yield Ask("company", name, sentence)
