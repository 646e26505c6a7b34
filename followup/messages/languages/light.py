"""What in a thought is light, in any language: that one only approves, or what is convenient for oneself."""

import re

_APPROVES = re.compile(
    r"(?i)(?:I (?:(?:very much|fully|completely|totally|absolutely|really|do|quite) )*(?:agree"
    r"|like(?:d)? (?:that|it)|think so too"
    r"|feel the same|see it (?:that|the same) way)(?: (?:with (?:that|you|him|her|them)|completely|entirely"
    r"|a lot|very much|too))?"
    r"|I could not agree more|I couldn['\u2019]t agree more|so (?:do|would) I|(?:that|this) is (?:so |very "
    r"|quite )?(?:true|good|right|great)"
    r"|(?:you are|he is|she is|they are) (?:so )?right"
    r"|(?:ich )?(?:das|dies|so)? ?(?:finde?|fand|sehe?|denke?|gefällt|gefiel|stimmt|hat)"
    r"(?: (?:ich|mir|das|es|auch|sehr|gut|so|genauso|ganz|richtig|toll|schön|super|klasse|gefallen|genau|ähnlich))*"
    r"|da (?:bin ich|hat \w+|haben Sie|hast du)(?: (?:ganz|völlig|sehr|absolut))*(?: (?:bei \w+|recht|dabei"
    r"|deiner meinung|ihrer meinung))?"
    r"|(?:da )?stimme ich (?:\w+ )?zu)\W*$"
)
_CONVENIENT = re.compile(
    r"(?i)\b(?:rest days?|days? off|shift patterns?|commut\w+|parking|home office|(?:my|our|two|three) (?:\w+ )?"
    r"(?:children|kids|toddlers?|daughters?|sons?)|freie[nrs]? tage?|urlaub(?!er)\w*|wochenend\w*|gleitzeit|homeoffice"
    r"|parkplatz|(?:meine?|unsere?) (?:\w+ )?(?:kinder|tochter|sohn)|pendel\w*|abends zu hause)\b"
)
_OF_ONESELF = re.compile(r"(?i)\b(?:I|we|my|mine|our|ours|me|us|ich|wir|mein\w*|mir|mich|uns\w*)\b")
_ENOUGH = 6  # words by which a thought says something without


def only_approves(thought: str) -> bool:
    """Whether a thought says no more than that one likes it, or sees it so, too."""
    return _APPROVES.fullmatch(" ".join(thought.split())) is not None


def is_convenience(thought: str) -> bool:
    """Whether a thought is on what is convenient for who applies: their days off, their way to work."""
    return _CONVENIENT.search(thought) is not None


def says_of_oneself(thought: str) -> bool:
    """Whether a thought tells of who thought it, or says at least as much: “erst einmal abwarten” does neither."""
    return bool(_OF_ONESELF.search(thought)) or len(thought.split()) >= _ENOUGH
