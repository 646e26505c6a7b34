"""Whether a text is English: what the checks of wording know."""

from followup.messages.lint.lexicon import word_list
from followup.messages.lint.text import words

_COMMON = word_list("english")
_FEW, _ENOUGH, _SHARE = 8, 400, 0.15


def is_english(prose: str) -> bool:
    """Whether enough of its words are the small ones of English; a few words alone are taken to be."""
    said = words(prose[:4000])[:_ENOUGH]
    if len(said) < _FEW:
        return True
    return sum(word in _COMMON for word in said) >= _SHARE * len(said)
