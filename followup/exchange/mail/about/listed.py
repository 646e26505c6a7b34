"""Which roles a mail lists, one an item, so that none of them alone is what it is about."""

import re

from followup.exchange.mail.about.role_words import CAPITAL, clean_role, has_job_word
from followup.exchange.mail.parts.lists import MARK

# “1) Payroll Lead, Harrogate - filled since”
_ITEM = re.compile(
    rf"^\s*{MARK} (?P<role>{CAPITAL}[\w/&-]+(?: {CAPITAL}[\w/&-]+){{0,4}})(?=,| [-\u2013(]|:)",
    re.MULTILINE,
)


def several_in(text: str) -> frozenset[str]:
    """The roles that head the items of a list in a text, where more than one does."""
    heads = (clean_role(found["role"]) for found in _ITEM.finditer(text))
    roles = frozenset(role for role in heads if role and has_job_word(role))
    return roles if len(roles) > 1 else frozenset()
