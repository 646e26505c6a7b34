"""The user's own templates: saved in their place, deleted by their id."""

import pytest

from followup.model.beside import Template
from followup.model.changes import delete_template, save_template
from followup.model.errors import NotThere
from followup.model.facts import Facts

ONE = Template(id="t1", kind="thank_you", name="One", body="Dear {{ person.greeting }},")
TWO = ONE.replace(id="t2", name="Two")
FACTS = Facts(templates=(ONE, TWO))


def test_a_new_one_comes_last_and_a_known_one_keeps_its_place() -> None:
    assert save_template(Facts(templates=(ONE,)), TWO) == FACTS
    changed = ONE.replace(name="Changed")
    assert save_template(FACTS, changed).templates == (changed, TWO)


def test_the_others_stay_and_what_is_gone_is_said() -> None:
    assert delete_template(FACTS, "t1").templates == (TWO,)
    with pytest.raises(NotThere, match="no longer there"):
        delete_template(FACTS, "t3")
