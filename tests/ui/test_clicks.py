"""Two tabs that answer the same action in the same moment: the one that comes second is refused."""

import pytest

from followup.model import changes
from followup.model.errors import NotThere
from followup.ui.actions.clicks import once
from tests.builders import applied, interview, sent


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
