"""A mail read whole: the answer of `read --json`, from its parts, its sentences and what is known of the search."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from followup.exchange.found import Ask, Person
from followup.exchange.hosts import whom_one_meets
from followup.exchange.mail import away, days, offers, successors
from followup.exchange.mail.about import contacts
from followup.exchange.mail.about.context import Context
from followup.exchange.mail.about.writer import writer_of
from followup.exchange.mail.asking.doubts import doubts
from followup.exchange.mail.asking.papers import is_brought, words_of
from followup.exchange.mail.asking.unclaimed import unclaimed
from followup.exchange.mail.asking.wants import asked_aside, asks_on, is_not_needed, wants_answer
from followup.exchange.mail.forwarded import passed_on
from followup.exchange.mail.headers import about_offer, answers
from followup.exchange.mail.interviews import events_of, times_of
from followup.exchange.mail.kinds.kind import kind_of
from followup.exchange.mail.parts.opened import opened
from followup.exchange.mail.parts.pasted import in_zone
from followup.exchange.mail.reading import Read, read_sentences
from followup.exchange.mail.result import Interview, Mail, Material
from followup.exchange.mail.seen import Kind, Seen, What
from followup.exchange.mail.times.whole import times_of_mail
from followup.exchange.reader import Reader
from followup.exchange.senders import is_machine, is_service
from followup.model.fact import shown

_NO_PROMISE: frozenset[What] = frozenset({"noise", "bounce", "out_of_office", "rejection"})
_MACHINES: frozenset[What] = frozenset({"receipt", "noise", "bounce", "out_of_office"})
_SILENT: frozenset[What] = _MACHINES | {"rejection", "left"}
_SHOWN, _REASONS, _NAMED = 300, 6, 20


def read_mail(data: bytes, reader: Reader) -> Mail:
    """What a mail file or a pasted text says; raises FollowupError where it is too large, or no text at all."""
    parts, own = opened(data, reader.now.date())
    return _Reading(Context(in_zone(parts, ZoneInfo(reader.zone)), own, reader)).mail()


class _Reading:
    """One mail while it is read."""

    def __init__(self, context: Context) -> None:
        self.context, self.parts = context, context.parts
        self.today = context.when.today
        own = read_sentences(context.own.text, context.when)
        self.reads = (*own, *passed_on(context, spared=is_not_needed(own)))
        self.slots = times_of_mail(context, self.reads)
        self.events, asks = events_of(context)
        self.asks: list[Ask] = list(asks)

    def mail(self) -> Mail:
        """All that it says."""
        context, parts = self.context, self.parts
        kind = self._kind()
        what = kind.what
        elsewhere = what == "other" and not kind.rival  # a patient's appointment is no interview
        told: What = "noise" if elsewhere else what
        times = times_of(context, self.reads, self.slots, self.events, told, kind.rival)
        self.asks += times.asks
        promise, silence = self._promised(kind.rival or told if told == "rejection" else told)
        other = what == "rejection" and asks_on(self.reads, self.today)
        asking = what not in _SILENT and what != "offer" and not elsewhere
        found = {
            "promised": promise,
            "deadline": self._deadline(what),
            "answer_by": self._if(asking or other, days.asked_by),
            "back_on": self._if(what == "out_of_office", away.back_on),
            "on_hold_until": self._if(what == "on_hold", away.held_until),
        }
        if what == "on_hold" and promise.read is found["on_hold_until"].read:
            found["promised"] = days.NONE
        if found["deadline"].read and what != "offer":  # then that is what they wait for
            found["answer_by"] = days.NONE
        papers = self.reads
        if what == "offer":
            papers = tuple(read for read in self.reads if offers.is_papers(read))
        asked = asking or what == "offer" or (other and not found["answer_by"].day)
        needed = [read for read in papers if read.is_("material")]
        if times.taken and is_brought(needed):
            needed = []
        material, named = self._material(papers, needed) if asked and needed else (None, None)
        if named and named is found["answer_by"].read:
            found["answer_by"] = days.NONE
        self.asks += [each.ask for each in found.values() if each.ask]
        due = bool(material or found["deadline"].read or found["answer_by"].day)
        quiet = elsewhere or kind.strange
        wants = other or (not quiet and self._wants_answer(what, times.taken, due=due))
        if asking:
            on = material.on if material else None
            new = [one.on or one.starts_at for one in times.taken]
            off = [one.on or one.starts_at for one in times.off]
            self._unclaimed(found, [on, *new, *off])
        self.asks += doubts(context, kind)
        inviting = [read.text for read in self.reads if times.taken]
        return Mail(
            sender=self._sender(what),
            to=parts.to[:_NAMED],
            at=parts.at,
            subject=parts.subject,
            channel=self._channel(what),
            direction="sent" if context.mine else "received",
            what="other" if context.mine else what,
            rival=None if context.mine else kind.rival,
            company=context.company,
            role=context.role,
            application=context.application.id if context.application else None,
            **{name: each.day for name, each in found.items()},
            silence_means_no=silence and bool(found["promised"].read),
            wants_answer=wants,
            material=material,
            interviews=times.taken,
            cancelled=times.off,
            bounced=successors.bounced(parts, parts.text) if what == "bounce" else None,
            bounced_id=parts.failed_id if what == "bounce" else None,
            hosts=whom_one_meets(inviting, context.reader.name),
            successors=contacts.successors(self.reads, parts.sender, context.company)
            if what == "left"
            else (),
            stand_in=successors.person_instead(what, self.reads, parts, context.company),
            message_id=parts.message_id or None,
            forwards=context.forwards,
            events=self.events,
            text=context.own.text,
            because=self._because(kind, *found.values()),
            asks=tuple(self.asks),
        )

    # ---- what it is

    def _kind(self) -> Kind:
        """A calendar inside says what the mail is, where its words do not say more."""
        promise = days.promised(self.reads, self.today, machine=False)[0]
        kind = kind_of(
            self.reads,
            self.parts,
            Seen(
                proposes=bool(self.slots.taken or self.events),
                timed=any(slot.starts_at for slot in self.slots.taken),
                calls_off=bool(self.slots.off),
                dated=bool(promise.day),
                tells=bool(promise.day or promise.ask),
                later=any(
                    said.last and said.last > self.today
                    for read in self.reads
                    for said in read.days
                ),
                answers=answers(self.parts) or bool(self.context.own.quoted),
                handed_round=self.context.is_handed_round,
                known=bool(self.context.role or self.context.application),
            ),
        )
        methods = {event.method for event in self.events}
        if methods and kind.what in ("invitation", "update", "reply", "other", "receipt", "noise"):
            what: What = "reply" if methods == {"REPLY"} else "invitation"
            what = "cancellation" if methods == {"CANCEL"} else what
            return Kind(what, None, kind.because)
        return kind

    def _sender(self, what: What) -> Person:
        """Whom one can write to: no machine, no service that sends for others, no newsletter."""
        email, answers = self.parts.sender.email, self.parts.reply_to.email
        if is_machine(email) or is_service(email) or what == "noise":
            human = what != "noise" and not is_machine(answers) and not is_service(answers)
            email = answers if human else None
        return Person(writer_of(self.parts, self.context.own, self.context.company), email)

    def _channel(self, what: What) -> str:
        domain = (self.parts.sender.email or "").rpartition("@")[2]
        spoken = domain.endswith("linkedin.com") and what not in ("noise", "receipt")
        return "linkedin" if spoken else "email"

    # ---- what it says

    def _if(self, wanted: bool, read: "days.Reader") -> days.Day:
        return read(self.reads, self.today) if wanted else days.NONE

    def _promised(self, what: What) -> tuple[days.Day, bool]:
        promise, silence = days.promised(self.reads, self.today, machine=what in _MACHINES)
        return (days.NONE if what in _NO_PROMISE and not silence else promise), silence

    def _deadline(self, what: What) -> days.Day:
        """Until when an offer stands: also where they only grant more time for one."""
        if what == "offer":
            return self._to_the_minute(offers.offer_until(self.reads, self.today))
        if what in ("update", "reply", "other") and about_offer(self.parts):
            return self._to_the_minute(offers.extended_until(self.reads, self.today))
        return days.NONE

    def _to_the_minute(self, found: days.Day) -> days.Day:
        return offers.to_the_minute(found, self.context.clock, self.context.sent)

    def _material(
        self, reads: Sequence[Read], asked: Sequence[Read]
    ) -> tuple[Material, Read | None]:
        """What they ask for in some sentences, those that ask for it, and the one that says by when."""
        day = days.material_by(reads, self.today)
        if day.ask:
            self.asks.append(day.ask)
        return Material(day.day, shown(words_of(self.reads, asked), _SHOWN)), day.read

    def _wants_answer(self, what: What, taken: tuple[Interview, ...], *, due: bool) -> bool:
        """Whether it wants an answer of mine; `due` is whether it names what I am to send, or a last day."""
        if what in _SILENT or self.context.mine:
            self.asks += asked_aside(self.reads, self.today) if what == "rejection" else ()
            return False
        proposes = what in ("invitation", "cancellation") and any(one.proposed for one in taken)
        wants, ask = wants_answer(
            self.reads, owed=due, open_=proposes or what == "offer", held=what == "on_hold"
        )
        self.asks += [ask] if ask else []
        return wants

    def _unclaimed(
        self, found: dict[str, days.Day], others: Iterable[date | datetime | None]
    ) -> None:
        """The days by which something is due that stand nowhere yet."""
        told = [
            *others,
            *(each.day for each in found.values()),
            *(ask.suggestion for ask in self.asks),
        ]
        taken = {
            each.date() if isinstance(each, datetime) else each
            for each in told
            if isinstance(each, date)
        }
        asked = {ask.field for ask in self.asks}
        free = {name for name, each in found.items() if not each.day} | {"material"}
        self.asks += unclaimed(self.reads, self.today, taken, free - asked)

    def _because(self, kind: Kind, *found: days.Day) -> tuple[str, ...]:
        said = [*kind.because, *(each.read.text for each in found if each.read)]
        return tuple(dict.fromkeys(said))[:_REASONS]
