"""A template of the user's own, from the sentences that recur in the e-mails that they sent.

The one of these e-mails in which the most recurs is the model: its recurring sentences stay, in their order, what is
said of one interview becomes the place where the detail stands, and all else goes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from followup.messages.brief import brief_for
from followup.messages.draft import draft
from followup.messages.field_list import DETAILS
from followup.messages.languages import LANGUAGES
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import raised
from followup.messages.lint import lint
from followup.messages.occasion import Occasion
from followup.messages.templates import MessageTemplate, built_in, check_template, template_of
from followup.messages.voice.fields_back import ALWAYS, Secrets, fields_in, ours, skeleton, wording
from followup.messages.voice.sent import Said, SentMail, sent_mails
from followup.model.beside import Template
from followup.model.facts import Facts
from followup.model.kinds import CHECKS, KINDS
from followup.model.vocabulary import ActionKind
from followup.prose.jotted import foreign

_GREETS, _CLOSES = "{{ greeting }}", "{{ closing }}"
_ONE_AND_ANOTHER = 2  # employers to whom the same was said, so that it is the user's own and not said of one of them


@dataclass(frozen=True, slots=True)
class Turn:
    """What recurs: its text with its fields, and in how many of the e-mails it stands."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A template that the user may keep: with an empty id, what of it recurs, and in how many e-mails one looked."""

    language: str
    template: Template
    turns: tuple[Turn, ...]
    mails: int

    @property
    def key(self) -> str:
        """What it is told apart by: the kind and the language."""
        return f"{self.template.kind} {self.language}"

    def is_taken(self, templates: Sequence[Template]) -> bool:
        """Whether the user has a template of theirs of this kind in this language."""
        own = [t for t in templates if t.kind == self.template.kind and t.channel == "email"]
        return any(not foreign(t.body, self.language) for t in own)


def offers(facts: Facts, kind: ActionKind) -> tuple[Offer, ...]:
    """What the sent e-mails of a kind offer, one for each language."""
    mails = sent_mails(facts, kind)
    found = (_offer(facts, kind, grammar, mails) for grammar in LANGUAGES.values())
    return tuple(offer for offer in found if offer)


def _offer(
    facts: Facts, kind: ActionKind, grammar: Grammar, mails: Sequence[SentMail]
) -> Offer | None:
    """The same for one language and the terms that are usual there; None where nothing of the user's own recurs."""
    written = [m for m in mails if m.language == grammar.code]
    if not written:
        return None
    terms, _ = Counter(m.familiar for m in written).most_common(1)[0]
    alike = [m for m in written if m.familiar == terms]
    known = _Recurring(alike, Secrets.of(facts, grammar), grammar.code)
    own, model = known, known.model()
    if kind in CHECKS and not known.asks(model):
        known = known.with_our_questions()
        model = known.model()
    if not own.turns(model) or (kind in CHECKS and not known.asks(model)):
        return None
    turns = known.turns(model)
    greeting = known.best([m.greeting for m in alike]) or Turn(_GREETS, 0)
    close = known.best([m.close for m in alike]) or Turn(_CLOSES, 0)
    usual = _usual(kind, grammar)
    subject = known.best([m.subject for m in (model, *alike)])
    body = "\n\n".join([greeting.text, *_paragraphs(model, known, usual, grammar), close.text])
    template = Template(
        id="offered",
        kind=kind,
        name=f"My {KINDS[kind].noun}" + ("" if grammar.code == "en" else f" ({grammar.name})"),
        subject=subject.text if subject else usual.subject if usual else "",
        body=body,
    )
    if not _can_be_sent(template, model.occasion):
        return None
    shown = (greeting, *turns, close)
    return Offer(grammar.code, template, tuple(t for t in shown if t.times), len(alike))


def _usual(kind: ActionKind, grammar: Grammar) -> MessageTemplate | None:
    """Our own letter of that kind, in that language or else in English."""
    every = (t for code in (grammar.code, "en") for t in built_in(code))
    fit = (t for t in every if t.kind == kind and t.channel == "email" and not t.choice)
    return next(fit, None)


def _can_be_sent(template: Template, occasion: Occasion) -> bool:
    """Whether it passes the gate, and the lint finds no error in what it gives but a detail that nobody noted."""
    if check_template(template.subject, template.body):
        return False
    made = draft(occasion, template=template_of(template))
    found = lint(made.body, made.subject, brief_for(occasion, made))
    return not any(f.severity == "error" and f.code != "no-specific" for f in found)


class _Recurring:
    """What stands in e-mails to several employers, word for word, is no sentence of our letters and nobody's secret."""

    def __init__(
        self, mails: Sequence[SentMail], secrets: Secrets, language: str, *, questions: bool = False
    ) -> None:
        self._mails, self._secrets, self._language = mails, secrets, language
        self._questions = questions
        self._times: dict[str, int] = {}
        self._to: dict[str, list[str]] = {}
        for mail in mails:
            for text in {wording(each) for each in mail.texts}:
                self._to.setdefault(text, []).append(mail.employer)

    def with_our_questions(self) -> "_Recurring":
        """The same, in which a question counts even if it is one of ours, too: a check that asks nothing is none."""
        return _Recurring(self._mails, self._secrets, self._language, questions=True)

    def asks(self, mail: SentMail) -> bool:
        """Whether one of the recurring sentences of an e-mail is a question."""
        return any(turn.text.endswith("?") for turn in self.turns(mail))

    def times(self, text: str) -> int:
        """In how many e-mails it stands; 0 where it is not the user's own, or stands in those to one employer alone."""
        if text not in self._times:
            self._times[text] = self._counted(text)
        return self._times[text]

    def _counted(self, text: str) -> int:
        to = self._to.get(wording(text), [])
        if len({*to}) < _ONE_AND_ANOTHER or self._secrets.stand_in(text):
            return 0
        bare = skeleton(text)
        if bare in {"", "{}"}:
            return 0
        spared = self._questions and text.endswith("?")
        return len(to) if spared or bare not in ours(self._language) else 0

    def model(self) -> SentMail:
        """The e-mail of which the most recurs, the newest of several."""
        return max(self._mails, key=self._score)

    def _score(self, mail: SentMail) -> tuple[int, int, datetime]:
        times = [self.times(said.text) for said in mail.said]
        return sum(map(bool, times)), sum(times), mail.at

    def turns(self, mail: SentMail) -> tuple[Turn, ...]:
        """What of an e-mail recurs, in its order."""
        every = (Turn(said.text, self.times(said.text)) for said in mail.said)
        return tuple(turn for turn in every if turn.times)

    def best(self, texts: Sequence[str]) -> Turn | None:
        """The one of these that recurs the most; None where none does."""
        every = [Turn(text, self.times(text)) for text in texts if text]
        found = max(every, key=lambda turn: turn.times, default=None)
        return found if found and found.times else None


# --- from the model to the text ---


def _paragraphs(
    model: SentMail, known: _Recurring, usual: MessageTemplate | None, grammar: Grammar
) -> Iterator[str]:
    """The recurring sentences by paragraphs, with the place for the detail where the model told of one."""
    takes_detail = bool(usual and usual.letter and "moment" in usual.letter.fields)
    detail_at = _detail_at(model.said, known)
    own: Mapping[str, str] = {
        next(filter(DETAILS.__contains__, fields_in(s.text))): s.text
        for s in reversed(model.said)
        if known.times(s.text) and DETAILS & {*fields_in(s.text)}
    }
    paragraphs: list[list[str]] = []
    for at, said in enumerate(model.said):
        recurs = known.times(said.text) and not DETAILS & {*fields_in(said.text)}
        if said.begins or not paragraphs:
            paragraphs.append([])
        if recurs:
            first = not any(paragraphs)
            paragraphs[-1].append(_where_filled(said.text if first else raised(said.text)))
        if at == detail_at and (takes_detail or own):
            paragraphs[-1].append(_detail(own, grammar))
    for some in paragraphs:
        if some:
            yield " ".join(some)


def _detail_at(said: Sequence[Said], known: _Recurring) -> int:
    """Where the detail stands: at the first sentence behind the user's first own one that does not recur."""
    times = [known.times(s.text) for s in said]
    plain = [
        bool(n) and not DETAILS & {*fields_in(s.text)} for n, s in zip(times, said, strict=True)
    ]
    first = plain.index(True) if any(plain) else 0
    return next((at for at in range(first + 1, len(said)) if not plain[at]), first)


def _detail(own: Mapping[str, str], grammar: Grammar) -> str:
    """What was said, in the user's own words where those recur, else as our letters tell it; then their thought."""
    usual = {
        "they_asked": "{{ they_asked | sentence }}",
        "they_said": "{{ they_said | sentence }}",
        fields_in(grammar.recalls)[0]: grammar.recalls,
    }
    ways = {name: text for name, text in own.items() if name not in ("tie", "moment")}
    if "moment" in own:
        ways["moment"] = own["moment"]
    else:
        ways |= {name: text for name, text in usual.items() if name not in ways}
    words = ("if", *("elif",) * len(ways))
    branches = (
        f"{{% {word} {name} %}}{raised(text)}"
        for word, (name, text) in zip(words, ways.items(), strict=False)
    )
    return "".join([*branches, "{% endif %} {{ tie }}"])


def _where_filled(text: str) -> str:
    """A sentence that stands only where the fields that it says are filled; those that a letter has need no word."""
    asked = [name for name in dict.fromkeys(fields_in(text)) if name not in ALWAYS]
    return f"{{% if {' and '.join(asked)} %}}{text}{{% endif %}}" if asked else text
