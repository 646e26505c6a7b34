"""What tired hands leave out of an English note, a capital, an apostrophe, a stop, and what they misspell."""

import re
from functools import lru_cache

from followup.messages.languages.english.frames import VERBS, lowered
from followup.messages.languages.english.thoughts import is_sentence
from followup.messages.languages.lines import APOSTROPHES

_BARE = {
    "dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't",
    "werent": "weren't", "hasnt": "hasn't", "havent": "haven't", "hadnt": "hadn't", "couldnt": "couldn't",
    "wouldnt": "wouldn't", "shouldnt": "shouldn't", "cant": "can't", "wont": "won't", "im": "I'm", "ive": "I've",
    "youre": "you're", "youve": "you've", "theyre": "they're", "theyve": "they've", "weve": "we've",
    "thats": "that's", "theres": "there's", "whats": "what's", "somebodys": "somebody's", "everybodys": "everybody's",
    "whos": "who's", "hows": "how's", "wheres": "where's", "shes": "she's", "hes": "he's", "itll": "it'll",
    "youll": "you'll", "theyll": "they'll", "thatll": "that'll", "thered": "there'd", "youd": "you'd",
    "theyd": "they'd", "wouldve": "would've", "shouldve": "should've", "couldve": "could've", "yall": "y'all",
    "nobodys": "nobody's", "someones": "someone's", "everyones": "everyone's",
}  # fmt: skip
_MISSPELT = {
    "peice": "piece", "peices": "pieces", "recieve": "receive", "recieved": "received", "acheive": "achieve",
    "acheived": "achieved", "beleive": "believe", "freind": "friend", "freinds": "friends", "wierd": "weird",
    "thier": "their", "teh": "the", "wich": "which", "alot": "a lot", "untill": "until", "becuase": "because",
    "definately": "definitely", "seperate": "separate", "seperately": "separately", "occured": "occurred",
    "begining": "beginning", "tommorow": "tomorrow", "tomorow": "tomorrow", "truely": "truly", "realy": "really",
    "enviroment": "environment", "goverment": "government", "managment": "management", "maintainance": "maintenance",
    "maintenence": "maintenance", "accomodate": "accommodate", "accomodation": "accommodation", "adress": "address",
    "neccessary": "necessary", "succesful": "successful", "sucessful": "successful", "experiance": "experience",
    "knowlege": "knowledge", "buisness": "business", "custumer": "customer", "equiptment": "equipment",
    "responsability": "responsibility", "existance": "existence", "writting": "writing", "usefull": "useful",
    "collegue": "colleague", "collegues": "colleagues", "foward": "forward", "intresting": "interesting",
    "beeing": "being", "alignement": "alignment",
    "disection": "dissection", "libary": "library", "calender": "calendar", "embarassed": "embarrassed",
    "independant": "independent", "suprised": "surprised", "excercise": "exercise", "apointment": "appointment",
    "garantee": "guarantee", "arguement": "argument", "recomend": "recommend", "greatful": "grateful",
    "diffrent": "different", "usualy": "usually", "basicly": "basically",
}  # fmt: skip
_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october"
    " november december christmas easter ramadan english french german spanish welsh"
    " america australia austria belgium brazil britain canada denmark england europe finland france germany"
    " greece holland hungary india ireland italy japan mexico norway poland portugal romania scotland spain sweden"
    " switzerland ukraine wales amsterdam auckland barcelona berlin birmingham boston brussels chicago copenhagen"
    " dublin edinburgh glasgow hamburg johannesburg leeds lisbon liverpool"
    " london madrid manchester melbourne montreal munich oslo paris"
    " rome stockholm sydney toronto vancouver vienna warsaw zurich"
)
_NAMED = re.compile(
    rf"(?<![\w@./-])(?:{_NAMES.replace(' ', '|')})s?(?![\w@/-])"
    r"|(?<=\b(?:by|in|of) )(?:march|may)\b(?! [a-z]+ing)|(?<=\b(?:since|until|after|early|every) )(?:march|may)\b"
    r"|(?<=\b(?:before|during) )(?:march|may)\b|(?<=\b(?:next|this|last|late|from) )(?:march|may)\b(?! \w+ed\b)"
    r"|(?:(?<=\bin )|(?<=\bspeak )|(?<=\bspeaks )|(?<=\bspoke ))polish\b"
)
_SHORT = {
    "yr": "year", "yrs": "years", "mth": "month", "mths": "months", "wk": "week", "wks": "weeks", "ppl": "people",
    "mins": "minutes", "hrs": "hours",
    "dept": "department", "mgmt": "management", "approx": "about", "xmas": "Christmas", "ok": "OK",
}  # fmt: skip
_MENDED = _BARE | _MISSPELT | _SHORT
_DATES = {
    "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "thurs": "Thursday",
    "fri": "Friday",
    "jan": "January", "feb": "February", "aug": "August", "sep": "September", "sept": "September", "oct": "October",
    "nov": "November", "dec": "December",
}  # fmt: skip
_ALSO_WORDS = {"sat": "Saturday", "sun": "Sunday"}  # “in the sun”, “this sat on my desk”
_A_DAY_BEFORE = (
    r"(?=\.?(?:$|[,;:!?)]|\s(?:at|in|on|from|to|by|for|with|until|till|after|before|and|or|when|where|while|because|if"
    r"|mornings?|afternoons?|evenings?|nights?|shifts?|I|we|you|they|he|she|it|there|nobody|everybody|my|our|the)\b))"
)
_DATE = re.compile(
    rf"(?i)\b(?:(in|by|of|on|next|last|this|from|every|each|second|until) ({'|'.join(_DATES)})"
    rf"|(on|(?<!the )next|(?<!the )last|every|each) ({'|'.join(_ALSO_WORDS)})\b{_A_DAY_BEFORE})\b(?!-)\.?"
)
_BECAUSE = re.compile(
    r"(?i)\bcos (?=(?:i|we|they|you|he|she|it|there|that|this|nobody|everybody|everyone|of)\b)"
)  # a cos is a lettuce, too
_NO_ID = (
    r"(?! (?:cards?|badges?|checks?|documents?|docs?|papers?|numbers?|scans?|tags?|photos?|proofs?|readers?|systems?"
    r"|verification|requirements?|rules|theft|you|they|we|i|he|she|it|is|are|was|were|for|to|in|on|at|and|or|before"
    r"|after|from|with)\b)"
)
_WOULD = re.compile(
    rf"\b([Hh]ow|[Ww]hat|[Ww]here|[Ww]hen|[Ww]hy|and|that|because|if) id(?= [a-z]){_NO_ID}"
)
_WOULD_DO = re.compile(
    r"(?<![\w@./'\u2019-])(?<!\b(?:an|my|no|of|by|or) )(?<!\b(?:the|our|her|his|one|two|any|new|old|tax) )"
    r"(?<!\b(?:your|user|this|that|each|with|fake|work|bank) )(?<!\b(?:their|photo|order|valid|every|staff|badge) )"
    rf"[Ii]d (?=(?:{'|'.join(sorted(VERBS))}|still|also|just|rather|probably|never|always|have|be|do|go|sit|set|give"
    r"|take|start|begin|put|let|make|get|tell|show|try|talk|call|keep|bring|come|move|explain|happily|gladly|definitely"
    r"|cut|swap|turn|check (?:with|that|if|whether|the)|walk|drive|change|write|send|find|offer|pick|train|stay)\b)"
)
_IT_IS = re.compile(
    r"(?<![\w@./'\u2019-])([Ii])ts (?=(?:an?|the|not|been|because|how|why|where|what|about time"
    r"|worth (?:a|the|it)|going to)\b"
    r"|(?:true|dead|quiet|fine|done|over|gone|busy|full|late|empty|cold|hot|hard|easy|ok)(?:$|[.,;!?]))"
)
_WRONG = re.compile(rf"(?i)(?<![\w@./'\u2019-])(?:{'|'.join(_MENDED)})(?![\w@/'\u2019-])")
_FAMILY = "brother|sister|mother|father|son|daughter"
_IN_LAW = re.compile(rf"(?i)\b({_FAMILY})[ -]in[ -]law(s)?\b(?= ?)")
_OF_MINE = re.compile(
    rf"(?i)\b((?:my|his|her|our|their) (?:{_FAMILY}|uncle|aunt|nan|gran|granny|grandad|grandma|grandpa|grandfather"
    r"|grandmother|dad|mum|mom|boss|cousin|husband|wife|partner|friend|neighbour|neighbor|son|brother-in-law"
    r"|mother-in-law|father-in-law|sister-in-law))s (?!(?:and|or|in|at|on|who|were|are|have|had|did|do|all|both|from"
    r"|with|came|went|said|got|used|made|own|they|we|to|for)\b)(?=[a-z])"
)
_NEXT = re.compile(r"(?<=[a-z]{3}[.!?] )[a-z](?=[a-z]* )")
_I = re.compile(r"(?<![\w.@/'\u2019-])i(?=['\u2019]|\s|$)(?!\.)")


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def typed_out(text: str) -> str:
    """The note with what was left out, and what was surely misspelt, put right."""
    text = re.sub(r"(?<=\d) ?([ap])\.m\.(?!\w)", r" \1m", text)
    text = re.sub(r" - (?=(?:and|but|so|or|which|who|because)\b)", ", ", text)
    text = re.sub(r"\bw/ ?(?=\w)", "with ", re.sub(r"\bw/o\b", "without", text))
    text = _WRONG.sub(lambda found: _mended(found[0]), _BECAUSE.sub(_because, text))
    text = _IN_LAW.sub(lambda m: f"{m[1]}-in-law{m[2] or ''}", text)
    text = _OF_MINE.sub(r"\1's ", text)
    text = _NEXT.sub(lambda found: found[0].upper(), _I.sub("I", text))
    text = _DATE.sub(_dated, text)
    text = _WOULD_DO.sub("I'd ", _WOULD.sub(r"\1 I'd", text))
    text = _IT_IS.sub(r"\1t's ", text).replace("what its worth", "what it's worth")
    return _NAMED.sub(lambda found: found[0].capitalize(), text)


def _because(found: re.Match[str]) -> str:
    return "Because " if found[0][0].isupper() else "because "


def _dated(found: re.Match[str]) -> str:
    before, day = found[1] or found[3], found[2] or found[4]
    return f"{before} {(_DATES | _ALSO_WORDS)[day.lower()]}"


def _mended(word: str) -> str:
    said = _MENDED[word.lower()]
    return said[0].upper() + said[1:] if word[0].isupper() else said


# What begins so, or has such a word in it, may hang on what follows its comma.
_MAIN = re.compile(
    r"(?i)(?:(?:in|at|on) [^,]*? (?:it|that|there) (?:was|is|were) (?:the|an?|always|mostly)\b"
    rf"|(?:I|we|it|they|you|he|she|there|nobody|everybody|my|our|the|an?|that|this)(?=[ {APOSTROPHES}])"
    r"(?! (?:first|last|next|way|more|less|day|night|morning|week|month|year|summer|winter|time|moment|minute)\b))"
)
_HANGS = re.compile(
    r"(?i)\b(?:when|whenever|if|as|after|because|once|since|while|although|though|unless|before|until|till|where"
    r"|who|whose|whom|which|what|whatever|how|why|whether|than|so|not only|no matter|the more|said|says?|told|tells?"
    r"|ask(?:ed|s)?|answer(?:ed)?|think|thought|know|knew|believed?|hoped?|wrote|mean|means|find|found|learn(?:ed|t))\b"
    r"|(?<=\w )that (?!(?:was|is|has|had|took|made|would|will)\b)"
)
_ANOTHER_MAIN = re.compile(
    rf"(?:(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Yy]ou)(?:[{APOSTROPHES}]\w+)?"
    r" (?!\w+ing\b|and\b|or\b|who\b|both\b|all\b)\w"
    rf"|(?:it|there|that|this)(?:[{APOSTROPHES}]s| (?:[a-z]{{3,}}ed|is|was|were|has|had|would|will|took|made|cost"
    r"|went|gave))\b|(?:nobody|everybody|everyone|people|customers|children|most of (?:mine|them)) "
    rf"(?:{'|'.join(sorted(VERBS - {'like'}))}|is|are|was|were|has|have|had|will|would|can|could|came|went|held"
    r"|kept|knew|learned)\b)"
)
_ASIDE = re.compile(
    r"(?:it (?:turns|turned out|seems|seemed|appears|appeared)|that is to say"
    r"|(?:I|they|you) (?:think|believe|suppose|guess|know|hope|must|would say|see|say))\b"
)
_HOW_LONG = re.compile(
    r"(?:took|lasted) (?:us |me )?(?:(?:about|only|just|nearly|almost|over|under) )?(?:an?|\w+) (?:minute|hour|day"
    r"|evening|week|month|season|year)s?\W*"
)
_FEWEST = 3  # words of a clause


def parted(thought: str) -> str:
    """A thought with a semicolon between two main clauses that only a comma parts, where they surely are two."""
    sentences = re.split(r"(?<=[a-z][.!?])\s+", thought)
    return " ".join(_parted(sentence) for sentence in sentences)


def _parted(sentence: str) -> str:
    first, comma, other = sentence.partition(", ")
    if (
        not comma
        or "," in other
        or not is_sentence(lowered(first))
        or re.search(r"[;:\u2013\u2014]", sentence)
    ):
        return sentence
    if _HOW_LONG.fullmatch(other):
        return f"{first}, and it {other}"
    whole = len(first.split()) >= _FEWEST <= len(other.split())
    sure = whole and _MAIN.match(first[0].upper() + first[1:]) and not _HANGS.search(first)
    return (
        f"{first}; {other}"
        if sure and _ANOTHER_MAIN.match(other) and not _ASIDE.match(other)
        else sentence
    )
