"""What one click does: of two tabs in the same moment the second is refused; no day to snooze until stands twice."""

from datetime import timedelta

import pytest

from followup.model import changes
from followup.model.errors import NotThere
from followup.ui.actions.clicks import once, snooze_days
from tests.builders import applied, day, interview, sent


def test_what_another_tab_has_logged_meanwhile_is_not_logged_again() -> None:
    seen = applied("Globex", interview())
    (mine, theirs) = (sent("thank_you", "03-02 15:00", to="ann", id=key) for key in ("m", "t"))
    fresh = changes.with_touchpoint(seen, theirs)
    with pytest.raises(NotThere, match="no longer open"):
        once(seen, mine)(changes.with_touchpoint(fresh, mine))


def test_what_was_there_before_and_what_answers_something_else_stand_in_no_ones_way() -> None:
    before = sent("thank_you", "03-02 15:00", to="ann", id="b")
    seen = applied("Globex", interview(), before)
    mine = sent("thank_you", "03-02 16:00", to="ann", id="m")
    other = sent("status_check", "03-02 16:00", to="ann", id="o")
    fresh = changes.with_touchpoint(changes.with_touchpoint(seen, other), mine)
    assert once(seen, mine)(fresh) == fresh


def test_no_day_to_snooze_until_is_offered_twice() -> None:
    for number in range(7):
        today = day("03-02") + timedelta(days=number)
        days = [until for _, until in snooze_days(today)]
        assert days == sorted(set(days)), today
        assert min(days) > today
