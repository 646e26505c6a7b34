"""What tired hands leave out of an English note: the capital of I, of a day and of a sentence, an apostrophe."""

import re

_BARE = {
    "dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't",
    "werent": "weren't", "hasnt": "hasn't", "havent": "haven't", "hadnt": "hadn't", "couldnt": "couldn't",
    "wouldnt": "wouldn't", "shouldnt": "shouldn't", "cant": "can't", "wont": "won't", "im": "I'm", "ive": "I've",
    "youre": "you're", "youve": "you've", "theyre": "they're", "theyve": "they've", "weve": "we've", "thats": "that's",
    "theres": "there's", "whats": "what's", "somebodys": "somebody's", "everybodys": "everybody's",
    "nobodys": "nobody's", "someones": "someone's", "everyones": "everyone's",
}  # fmt: skip
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october"
    " november december christmas easter ramadan english french german spanish polish welsh"
)
_NAMED = re.compile(
    rf"(?<![\w@./-])(?:{_DAYS.replace(' ', '|')})s?(?![\w@/-])"
    r"|(?<=\b(?:by|in|of) )(?:march|may)\b(?! [a-z]+ing)|(?<=\bsince )(?:march|may)\b|(?<=\buntil )(?:march|may)\b"
)
_LEFT_OUT = re.compile(rf"(?i)(?<![\w@./'\u2019-])(?:{'|'.join(_BARE)})(?![\w@/'\u2019-])")
_NEXT = re.compile(r"(?<=[a-z]{3}[.!?] )[a-z](?=[a-z]* )")
_I = re.compile(r"(?<![\w.@/'\u2019-])i(?=['\u2019]|\s|$)(?!\.)")


def typed_out(text: str) -> str:
    """The note with what was left out, where that is sure."""
    text = _LEFT_OUT.sub(lambda found: _apostrophe(found[0]), text)
    text = _NEXT.sub(lambda found: found[0].upper(), _I.sub("I", text))
    return _NAMED.sub(lambda found: found[0].capitalize(), text)


def _apostrophe(word: str) -> str:
    said = _BARE[word.lower()]
    return said[0].upper() + said[1:] if word[0].isupper() else said
