"""Each row of the playbook is one rule that carries its name, and says where it is from."""

import inspect
import re

from followup.model.kinds import KINDS
from followup.model.vocabulary import ACTION_KINDS
from followup.playbook.rules import RULES, Rule
from tests.rows import each_row


def name_of(rule: Rule) -> str:
    return str(rule.__name__)


def test_every_kind_has_one_rule_of_its_name_in_the_playbooks_order() -> None:
    assert tuple(name_of(rule) for rule in RULES) == ACTION_KINDS


@each_row("rule", RULES, ids=name_of)
def test_a_rule_names_its_row_and_the_guides_that_the_table_has_of_it(rule: Rule) -> None:
    said = inspect.getdoc(rule) or ""
    guides = [guide for guide in KINDS[name_of(rule)].guides if guide.startswith("G")]  # type: ignore[index]
    assert f"Section 3, `{name_of(rule)}`" in said
    assert re.findall(r"\bG\d(?:\.\d)?", said) == guides
