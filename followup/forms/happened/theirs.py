"""What they did, as one change of the application: a reply, a date, a freeze, an absence, a no, an offer. Pure."""

from datetime import date, datetime, timedelta
from functools import partial, reduce

from followup.forms.happened.log import Happening, Log, Odd
from followup.forms.likely import dated, newcomers
from followup.model import changes
from followup.model.facts import Application, Promise, Touchpoint
from followup.model.settings import Me
from followup.model.times import in_utc
from followup.model.vocabulary import ReceivedPurpose
from followup.playbook.case import case_of
from followup.prose.text import full_date

NOTHING, ANSWER, MATERIAL = "Nothing", "An answer", "Something I send"
REPLIES: tuple[ReceivedPurpose, ...] = ("reply", "update", "other")
_ADDRESSES = {"email": "email", "linkedin": "linkedin", "phone": "phone", "voicemail": "phone"}


_A_DAY, _A_MINUTE = timedelta(days=1), timedelta(minutes=1)


def answered_since(application: Application, at: datetime) -> tuple[Touchpoint, ...]:
    """My replies that are logged within a day after a message of theirs came.

    By a click they stand at its moment: they may have gone out before, and answer that message then only by the clock.
    """
    sent = (t for t in application.touchpoints if (t.direction, t.purpose) == ("sent", "reply"))
    return tuple(t for t in sent if in_utc(at) < in_utc(t.at) <= in_utc(at) + _A_DAY)


def answered_before(application: Application, at: datetime) -> Application:
    """The application with these replies a minute before the message: it is still to be answered."""
    earlier = at - _A_MINUTE
    return reduce(
        lambda one, mine: changes.on_touchpoint(one, mine.id, lambda t: t.replace(at=earlier)),
        answered_since(application, at),
        application,
    )


def logged(message: Touchpoint, words: str) -> Happening:
    """The message in the log, and nothing else."""
    return Happening(partial(changes.with_touchpoint, touchpoint=message), words)


def asked_for(log: Log) -> tuple[Promise, ...]:
    """What a message asks for, by when: something that is to be sent, or an answer."""
    asks = log.typed.get("asks")
    if asks not in (ANSWER, MATERIAL):
        return ()
    what, by = dated(log.text("what"), log.day_since("by"), log.clock.day(log.at))
    if asks == MATERIAL:
        return (log.promise("material", by, what),)
    return (log.promise("reply_by", by, what),) if by or what else ()


def wants_answer(log: Log) -> bool:
    """Whether a message asks for an answer."""
    return log.typed.get("asks") == ANSWER


def likely_purpose(application: Application, me: Me, now: datetime) -> ReceivedPurpose:
    """What a message of theirs is while nobody says: a reply where the user wrote last, else news."""
    case = case_of(application, me, now)
    mine = [t.at for t in case.touchpoints if t.direction == "sent"]
    theirs = [t.at for t in case.messages]
    return "reply" if mine and max(mine) >= max(theirs, default=mine[0]) else "update"


def replied(log: Log) -> Happening:
    """They wrote or called, and may ask for an answer, or for something that is to be sent."""
    chosen = log.typed.get("received_as")
    purpose: ReceivedPurpose = chosen if chosen in REPLIES else "reply"
    message = log.message(purpose, wants_answer=wants_answer(log), promises=asked_for(log))
    told = {"reply": f"{log.company} replied", "update": f"news from {log.company}"}
    words = told.get(purpose, f"a message from {log.company}")
    if log.typed.get("asks") in (ANSWER, MATERIAL):
        asked = log.text("what") or ("an answer" if wants_answer(log) else "something to send")
        words += f", who ask for {asked}"
    return logged(message, words)


def named_a_date(log: Log) -> Happening:
    """They say by when they decide, for the first time or anew; and may ask for something besides."""
    until = log.day_since("until", "Until which day do they need?")
    promise = log.promise("decision_by", until, silence_means_no=log.ticked("silence"))
    promises = (promise, *asked_for(log))
    message = log.message("update", wants_answer=wants_answer(log), promises=promises)
    return logged(message, f"{log.company} named {_named(log, until) if until else 'a day'}")


def _named(log: Log, until: date) -> str:
    """The day, and where another one counted until then, that one before it: “Fri 11 Dec → Sun 20 Dec”."""
    today = log.clock.today
    before = case_of(log.application, Me(time_zone=log.clock.zone.key), log.at).decision
    on = before.promise.on if before and before.state in ("open", "broken") else None
    said = full_date(until, today)
    return f"another day: {full_date(on, today)} → {said}" if on and on != until else said


def on_hold(log: Log) -> Happening:
    """They paused it, perhaps until a day."""
    back, promises = log.day_since("back"), asked_for(log)
    message = log.message(
        "on_hold", back_on=back, wants_answer=wants_answer(log), promises=promises
    )
    return logged(message, f"{log.company} put it on hold")


def away(log: Log) -> Happening:
    """An automatic answer, perhaps with the day of their return."""
    message = log.message("out_of_office", back_on=log.day_since("back"))
    return logged(message, f"out of office at {log.company}")


def left(log: Log) -> Happening:
    """Somebody is no longer there, and perhaps somebody else in their place."""
    (gone,) = log.people or (log.one_of("person", (), "Who is no longer there?"),)
    new = newcomers(log.text("somebody"), "recruiter")
    people = {person.id: person for person in (*log.application.people, *new)}
    after = new[0].id if new else log.typed.get("successor")
    since = log.day("since") or log.clock.day(log.at)
    message = log.message("out_of_office")

    def without_them(application: Application) -> Application:
        fields = {"left": since, "successor": after if after in people and after != gone else None}
        longer = application.replace(people=(*application.people, *new))
        changed = changes.on_person(longer, gone, lambda found: found.replace(**fields))
        return changes.with_touchpoint(changed, message)

    return Happening(without_them, f"{people[gone].name} has left {log.company}")


def receipt(log: Log) -> Happening:
    """A machine says that something has arrived."""
    return logged(log.message("receipt", people=()), f"a receipt from {log.company}")


def went_out(application: Application, now: datetime) -> tuple[Touchpoint, ...]:
    """The messages that may come back undelivered, newest first: sent by now to an address, and not back yet."""
    back = {touchpoint.bounced for touchpoint in application.touchpoints}
    found = [
        t
        for t in application.touchpoints
        if t.direction == "sent" and t.channel in _ADDRESSES and t.at <= now and t.id not in back
    ]
    return tuple(sorted(found, key=lambda t: in_utc(t.at), reverse=True))


def bounced(log: Log) -> Happening:
    """A message came back: the address that it went to is emptied, so that the next one asks, unless it is right."""
    sent = {t.id: t for t in went_out(log.application, log.clock.now)}
    which = sent[log.one_of("sent", sent, "Which message came back?")]
    people = which.people if len(which.people) == 1 else log.people
    if not people and len(which.people) > 1:
        raise Odd("person", "Whose address was it?")
    field = _ADDRESSES[which.channel]
    went_to = [getattr(p, field) for p in log.application.people if p.id in people]
    wrong = () if log.ticked("right_address") else people
    known = ", ".join(address for address in went_to if address)
    text = log.text() or (f"Not delivered to {known}." if known else "")
    message = log.message(
        "bounce", channel=which.channel, people=people, bounced=which.id, text=text
    )

    def without_address(application: Application) -> Application:
        for person in wrong:
            application = changes.on_person(
                application, person, lambda found: found.replace(**{field: ""})
            )
        return changes.with_touchpoint(application, message)

    return Happening(without_address, f"your message to {log.company} came back")


def rejected(log: Log) -> Happening:
    """They said no; the rounds that lie ahead now are off: one that has begun since they said it took place."""
    message = log.message("rejection")

    def ended(application: Application) -> Application:
        told = changes.with_touchpoint(application, message)
        return changes.called_off_after(told, log.clock.now)

    return Happening(ended, f"{log.company} said no")


def more_time(log: Log) -> Happening:
    """Their offer stands longer: it is offered anew until another day; its letter is awaited as before."""
    until = log.day_since("deadline", "Until which day does the offer stand now?")
    letter = log.typed.get("awaited")
    ahead = letter if letter and letter >= log.clock.day(log.at) else None
    return logged(_offer(log, until, ahead), f"{log.company} gave you more time")


def offered(log: Log) -> Happening:
    """They made an offer: answer it by a day, and have it in writing by another."""
    until, letter = log.day_since("deadline"), log.day_since("letter")
    return logged(_offer(log, until, letter), f"an offer from {log.company}")


def _offer(log: Log, until: date | None, letter: date | None) -> Touchpoint:
    """An offer that stands until a day, and is to come in writing by another."""
    promises = [log.promise("decision_by", letter, "the offer in writing")] if letter else []
    return log.message("offer", deadline=until, promises=promises)
