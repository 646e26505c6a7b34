"""What the user wrote can be said whatever is live at the moment: the plan of that day first, then every purpose."""

from zoneinfo import ZoneInfo

from followup.forms.happened import begin, happening
from followup.forms.happened.log import EARLIER, Happening
from followup.forms.happened.then import SENT, actions_then, purposes_then, served
from followup.forms.mending import purposes_of
from followup.model.facts import Application, Facts
from followup.model.purposes import purpose_label, purpose_words
from followup.model.times import Clock
from followup.playbook.plan import plan
from tests.builders import (
    ANN,
    RITA,
    applied,
    at,
    facts,
    interview,
    person,
    received,
    sent,
    status,
)
from tests.forms.test_happened import wall

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = at("03-24 14:00")
REF = person("Ref", "referrer")
REJECTED = applied(
    "Globex",
    *(RITA, ANN, interview(by="ann")),
    *(sent("thank_you", "03-02 15:00", to="ann"), received("rejection", "03-10 09:00", by="rita")),
    id="g",
)


def offered(application: Application, when: str, world: Facts | None = None) -> list[str]:
    """The kinds that a message of that moment may have been for, as the dialog lists them to tick."""
    known = world or facts(application)
    now = plan(known, TODAY)
    return [
        a.kind for a in served(application, actions_then(application, known, now, at(when), TODAY))
    ]


def test_an_answer_that_is_too_late_now_is_offered_behind_what_can_still_be_done() -> None:
    assert offered(REJECTED, "03-24 14:00") == [
        "linkedin_connect",
        *("rejection_reply", "feedback_request"),
        "keep_in_touch",
    ]


def test_what_was_to_be_done_on_the_day_of_the_message_is_offered_for_it() -> None:
    assert offered(REJECTED, "03-10 12:00")[0] == "rejection_reply"
    assert offered(REJECTED, "03-09 12:00")[0] == "status_check", (
        "no longer there once they said no"
    )


def test_what_is_done_by_now_is_not_offered_again() -> None:
    done = REJECTED.replace(
        touchpoints=(*REJECTED.touchpoints, sent("rejection_reply", "03-11 09:00", to="rita"))
    )
    assert "rejection_reply" not in offered(done, "03-10 12:00")


def test_an_offer_elsewhere_counts_for_what_could_be_sent_here() -> None:
    here = applied("Globex", RITA, ANN, interview(by="ann"), id="g")
    elsewhere = applied("Initech", received("offer", "03-04 09:00", deadline=at("03-12 12:00")))
    assert "expedite" in offered(here, "03-05 09:00", facts(here, elsewhere))


def test_every_purpose_is_there_and_those_that_fit_that_day_come_first() -> None:
    for when in ("03-01 09:00", "03-09 09:00", "03-24 14:00"):
        assert set(purposes_then(REJECTED, facts().me, at(when))) == set(SENT)
    before, after = (
        purposes_then(REJECTED, facts().me, at(w)) for w in ("03-09 09:00", "03-11 09:00")
    )
    assert before[0] == after[0] == "other"
    assert before.index("status_check") < before.index("rejection_reply")
    assert after.index("rejection_reply") < after.index("status_check")


def test_a_word_to_a_referrer_fits_where_there_is_one() -> None:
    referred = applied("Globex", ANN, REF, interview())
    first = purposes_then(referred, facts().me, TODAY)
    assert first.index("tell_referrer") < first.index("rejection_reply")


def test_an_answer_to_a_rejection_of_weeks_ago_is_logged_as_one_and_counts() -> None:
    clock = Clock(TODAY, BERLIN)
    form = begin(REJECTED, facts().me, TODAY)
    typed = {"kind": "wrote", "when": EARLIER, "at": wall("2026-03-10 14:00"), "person": "rita"}
    made = happening(REJECTED, {**form, **typed, "sent_for": "rejection_reply"}, clock)
    assert isinstance(made, Happening)
    after = made.change(REJECTED)
    assert (after.touchpoints[-1].purpose, after.touchpoints[-1].people) == (
        "rejection_reply",
        ("rita",),
    )
    assert made.words == "your answer to the rejection, to Rita (Globex)"
    assert status(facts(REJECTED), TODAY, "rejection_reply") == "lapsed"
    assert status(facts(after), TODAY, "rejection_reply") == "done"


def test_the_log_and_its_mending_have_the_same_purposes_each_by_a_word_of_its_own() -> None:
    assert purposes_of(sent("other", "03-02 12:00")) == SENT
    assert len({purpose_label(purpose) for purpose in SENT}) == len(SENT)
    assert purpose_label("rejection_reply") == "Answer to a rejection"
    assert purpose_words("rejection_reply") == "answer to the rejection"
