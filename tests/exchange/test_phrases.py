"""Each phrase that says or denies something does so: a sentence that it means, and one near it that it does not."""

import re
from collections.abc import Iterable

from followup.exchange.mail.phrases import denies
from followup.exchange.mail.phrases.says import SAYS
from followup.exchange.mail.weigh import plain
from tests.rows import each_row

DENIED = [
    ("OUTCOME", "If your profile fits, we will invite you to an interview.",
     "If we can agree on a start date we would like to offer you the job."),
    ("OUTCOME", "Kommen Sie in die engere Wahl, laden wir Sie ein.",
     "Kommen Sie am Donnerstag um 10 Uhr vorbei, dann zeigen wir Ihnen alles."),
    ("_IN_CASE", "If you can't make Thursday we can move it to Friday.",
     "If we could move it to Friday that would be a great help."),
    ("_IN_CASE", "Wenn Ihnen der Termin nicht passt, verlegen wir ihn.", "Wenn möglich verschieben wir auf Freitag."),
    ("PLACE_MOVED", "Only the room has been changed.", "The day has been changed."),
    ("THEIRS", "The board meeting has been moved to Tuesday.", "The start has been moved to 10.30am."),
    ("_ARRANGES", "Dann vereinbaren wir einen Termin.", "Leider müssen wir den Termin absagen."),
    ("_OF_DECISION", "The decision is put back to Friday.", "The interview and the decision are put back to Friday."),
    ("_TOLD", "I told you that you would hear this week.", "I told you that you would meet Ann."),
    ("SUITS_US", "Tuesday works for us too.", "Tuesday no longer works for us."),
    ("_PEOPLE_OFF", "The whole team is off on Thursday.", "Thursday at ten is off."),
    ("_SUPPOSES_OFFER", "How soon could you start if we were to offer you the post?",
     "We would like to offer you the post, if you still want it."),
    ("_PAY", "Please tell us your salary expectations.", "Your salary will be 30,000."),
    ("_OF_JOB", "Start date: 4 January", "The trial starts on 4 January."),
    ("NOT_YET", "Before they can schedule the first round, they need your number.", "They scheduled the first round."),
    ("_SEES_OTHERS", "I have one more person to see.", "I have one more question for you."),
    ("NO_NEWS", "Please assume that the interview goes ahead.", "Please assume that it is a no."),
    ("NO_HOLD", "The freeze is lifted.", "There is a hiring freeze."),
    ("STAYS", "Your application stays with us.", "Your application was looked at."),
    ("_SORRY", "I'm sorry, I know how this feels.", "I'm sorry, yours was among the weaker ones."),
    ("MACHINES", "Please do not reply to this email.", "Please reply to this email."),
    ("_WANTED", "Please let us know by Friday.", "Give me until Monday, then I'll know more."),
    ("_LINKS", "You will receive a calendar invite tomorrow.", "You will receive our answer tomorrow."),
    ("_HELD_OPEN", "I'll hold it open for you until Friday.", "I'll hold the door open."),
    ("HOLDS", "Do you hold a first aid certificate?", "Could you send your first aid certificate?"),
    ("_HAVE", "There is no need to send us your certificates.", "You need to send us your certificates."),
    ("TIME", "We need another two weeks.", "We need your references in two weeks."),
    ("BRINGS", "Please bring your passport.", "Please bring your passport and confirm by Friday."),
    ("ONLY_INVITES", "Gern möchten wir Sie kennenlernen.", "Gern möchten wir Sie kennenlernen, bitte melden Sie sich."),
    ("AT_DOOR", "Geben Sie beim Portier Ihren Namen an.", "Geben Sie uns Ihren Namen an."),
    ("_MAY", "Parken können Sie im Hof.", "Können Sie im Hof parken?"),
    ("HEARS", "You will hear from us on Friday.", "Please tell us when you would like to hear from us."),
    ("_TELLS_ME", "Sage dir bis Freitag Bescheid.", "Sag mir bis Freitag Bescheid."),
    ("SUPPOSES", "If you can't come, just let us know.", "If you would like to come, let us know."),
    ("_FREE", "You may wish to send us a portfolio.", "We wish you would send us a portfolio."),
    ("NO_PROMISE", "If you are not successful, we will let you know.",
     "If you are not successful, we will let you know by Friday."),
    ("KEPT", "As promised I write to you today.", "I promise to write to you."),
    ("NEEDS", "I will need them by Wednesday.", "I will read them by Wednesday."),
    ("OF_OTHERS", "I need an answer out of him by Friday.", "I need an answer from you by Friday."),
    ("_NO_REJECTION", "We won't hold it against you.", "We won't take it further."),
]  # fmt: skip
SAID = [
    ("update", "We have not decided yet.", "You decided what to wear."),
    ("receipt", "Vielen Dank für Ihre Bewerbung.", "Vielen Dank für Ihren Besuch."),
    ("cancellation", "Your interview is cancelled.", "Your subscription is cancelled."),
    ("cancellation", "Monday at 8 is off.", "Ann is off."),
    ("on_hold", "All hiring is frozen.", "All windows are frozen."),
    ("rejection", "We went with another candidate.", "We went with an agency."),
    ("asks", "Please confirm by Friday.", "Ann will confirm by Friday."),
    ("promise", "We will get back to you by Friday.", "Please get back to us by Friday."),
    ("left", "Ann's last day was Friday.", "Ann's first day was Friday."),
    ("offer", "The job is yours.", "The coat is yours."),
    ("invitation", "Please book a slot.", "Please book a room."),
    ("material", "Please reply back to me with your updated CV.", "Please reply back to me with your number."),
    ("silence", "If you haven't heard by then, you were unsuccessful.", "If you haven't heard by then, ring me."),
]  # fmt: skip


def _names(patterns: Iterable[re.Pattern[str]]) -> set[str]:
    named = {id(value): name for name, value in vars(denies).items()}
    return {named[id(pattern)] for pattern in patterns}


def test_each_phrase_is_shown() -> None:
    denied = [pattern for _, patterns in denies.DENIES for pattern in patterns]
    vetoes = [pattern for pattern, _ in denies.VETOES]
    assert {name for name, *_ in DENIED} == _names([*denied, *vetoes])
    assert {label for label, *_ in SAID} == set(SAYS)


@each_row(("name", "meant", "other"), DENIED, ids=[row[1] for row in DENIED])
def test_a_denial_means_this_and_not_that(name: str, meant: str, other: str) -> None:
    pattern: re.Pattern[str] = getattr(denies, name)
    assert pattern.search(plain(meant))
    assert not pattern.search(plain(other))


@each_row(("label", "meant", "other"), SAID, ids=[row[1] for row in SAID])
def test_a_phrase_says_this_and_not_that(label: str, meant: str, other: str) -> None:
    assert SAYS[label].search(plain(meant))
    assert not SAYS[label].search(plain(other))
