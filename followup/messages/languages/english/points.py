"""What an English detail is: a way of working there, a plan, a job to do, so that a letter can answer it.

What is not surely one of them is none: then it is only told.
"""

import re

from followup.model.vocabulary import Frame, Topic
from followup.prose.word_lists import word_set

_COUNTS = re.compile(
    r"(?i)\d|\b(?:half|thirds?|quarters?|most|many|few(?:er)?|several|dozens?|hundreds?|always|constantly|often|still)\b"
)
_VIEW = re.compile(r"(?i)\b(?:should|must|ought|matters?)\b")
# What has its time is to be done, and is no view.
_ITS_TIME = re.compile(
    r"(?i)\b(?:(?:by|in|before|until|from) (?:the )?(?:(?:early|mid|late|end of) )?(?:january|february|march|april"
    r"|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|christmas|easter|\d{4})"
    r"|(?:this|next) (?:week|month|quarter|year|spring|summer|autumn|fall|winter))\b"
)
_HARD = re.compile(
    r"(?i)\b(?:hard(?:er|est)?|difficult\w*|problems?|trouble|short[- ]staffed|short of|lack\w*|missing"
    r"|(?:too|always|often|runs?|running) late|late (?:again|every|deliver\w+|payments?|orders?|trains?)|delays?"
    r"|backlogs?|bottlenecks?|mess\w*|nightmares?|broken|breaks?|falls? (?:apart|over|through)|fell|overload\w*"
    r"|stress\w*|complain\w*|no (?:time|room|budget)|(?:had|has|have) time|not enough|too (?:many|much|long|few|often)"
    r"|fails?|failing|leaks?|floods?|down (?:every|again|most|half|twice)"
    r"|errors?|waste\w*|absen\w+|drops? (?:off|out)|crazy|busiest|rushed off"
    r"|headaches?|challenges?|worst|knows? (?:how|where|why|what)"
    r"|can(?:'t|\u2019t|not)|couldn't|struggl\w+|losing|loses?)\b"
)
# People who go or fail, and what somebody in charge does: true, and nothing that one is thanked for.
_SORE = re.compile(
    r"(?i)\b(?:leav(?:e|es|ing)|left|quits?|quitting|resign\w*|walk(?:s|ed)? out)\b"
    r".*\b(?:after|within|before|because|you)\b"
    r"|\b(?:last|old|previous) (?:person|one|manager|boss|\w+er)\b.*\b(?:left|quit|went|never|didn['\u2019]t)\b"
    r"|\b(?:call(?:s|ing|ed)?|phon\w+|ring(?:s|ing)?) in sick\b|\bno[- ]shows?\b|\bturnover\b|\brunning over\b"
    r"|\bstill\b.*\b(?:by hand|on paper|by fax|manually)\b"
    r"|\bnobody (?:lets?|tells?|listens?|knows?|answers?|ever|has|had)\b|\bnever (?:works?|wants?|runs?)\b"
    r"|\b(?:an?|the|one|our|your) (?:\w+ )?(?:conductor|boss|owner|director|manager|chef|surgeon|consultant|partner"
    r"|landlord|chairman|chair|head|foreman|pastor|councillor|doctor|dentist"
    r"|colleague|predecessor|supplier) (?:who|that)\b"
)
_PLANNED = re.compile(
    r"(?i)\b(?:wants?|wanted|(?:you|they|we|who) (?:\w+ )?plan|plans"
    r"|planning (?:to|on|for|an?|the|another|two|three|\d)|hop(?:e|es|ing)|aim(?:s|ing)?|needs?|trying|tr(?:y|ies) to"
    r"|(?:is|are|'re|\u2019re) (?:going|looking|about|due) to|would like|goal is"
    r"|ha(?:s|ve)(?:n't|n\u2019t| not| never) been"
    r"|(?:is|are|'re|\u2019re) (?:\w+ly )?(?:launching|moving|switching|replacing|rolling|building|opening|rewriting"
    r"|growing|expanding|setting|redoing|merging|migrating))\b"
)
_TO_WANT = re.compile(r"\s+(?:\w+ly |all |just )?(?:want|need|hope|plan|aim|tr(?:y|ie))s?\b")
_PAST = re.compile(
    r"(?i)\b(?:was|were|had|did|has|have|used to|would|will|last (?:year|month|week)|ago"
    r"|(?<!is )(?<!are )(?<!be )(?<!get )(?<!gets )(?:left|quit|retired|joined|moved|came|went|closed|started))\b"
)
_OF_SOMEBODY = re.compile(
    r"(?i)\b(?:you|yours?|they|them|theirs?|he|she|his|her|I|me|my|we|our|it)\b"
)
_OF_THE_READER = re.compile(r"(?i)\b(?:you|yours?|I|me|my|we|our)\b")
_EVERYBODY = re.compile(
    r"(?i)(?:(?:the|good|new|young|old|most) )?(?:every(?:one|body)?|each|all|any(?:one|body)|nobody|no one|no"
    r"|people|staff|new (?:starters?|people|joiners|staff|hires|nurses|teachers|colleagues)|residents|patients"
    r"|pupils|children|kids|lads|boys|girls|carers|cleaners|porters|students|parents|apprentices|juniors|trainees"
    r"|drivers|nurses|engineers|developers|teachers|customers|guests|tenants|chefs|cooks|fitters|mechanics|volunteers"
    r"|families|mistakes|questions)\b"
)
# What is bad to have to do is good where nobody does.
_NOBODY_HAS_TO = re.compile(
    r"(?i)(?:nobody|no one)\b.*\b(?:alone|without|shout\w*|yell\w*|scream\w*|blam\w*|laugh\w*|mock\w*|punish\w*"
    r"|lie[sd]?|rush\w*|hurr\w+|panic\w*|forg[eo]t\w*|left out|ashamed|afraid|humiliat\w*|interrupt\w*|bull\w+"
    r"|weekends?|overtime)\b"
)
# A rule of theirs, where one speaks of how things are done there: “nobody leaves until the walk-in is labelled”.
_A_RULE = re.compile(
    r"(?i)no(?:body| one) (?!gets? paid)\w+.*\b(?:until|unless|before|on \w+days?)\b"
)
_NUMBERED = re.compile(r"\d|(?i:\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b)")
_RELATIVE = re.compile(
    r",? (?:who|which|whose)\b[^,]*"
)  # tells which one is meant, and no plan of theirs
_HABIT = re.compile(
    r"(?i)(?:you|they) (?:all |always |never |only |also |do not |don['\u2019]t )?([a-z]+)\b"
)
_NOT = re.compile(r"(?i)\b(?:never|do not|don['\u2019]t)\b")
_SAY_LITTLE = word_set(
    "are were is was get got have had has use see run sell make lost left started began did could would can will came"
    " went built grew took know think said told spend lose"
)
_JOB = re.compile(
    r"(?i)\b(?:phase|moves?|moving|switch\w*|migrat\w+|rewrit\w+|rewir\w+|refits?|refurb\w*|renovat\w+|launch\w*|opening"
    r"|roll-?outs?|rolling|projects?|build|building (?:a|an|the|up|out)|rebuild\w*|extension|conversion|redesign\w*"
    r"|pilot|campaigns?|appeal|programmes?|program|backlog|audits?|restock\w*|exhibitions?|season|menus?|inspection|merger|replac\w+"
    r"|cutting|clearing|reducing|improving|automating|setting up|getting|upgrad\w+|overhaul|relaunch|restor\w+|planning"
    r"|catalogu?ing|tidying|validation|test plan|new (?!starters?|boss|colleagues?|people|staff|manager|team)\w+)\b"
)
_DOING = re.compile(
    r"(?!(?:work|liv|be|hav|com|leav|grow|commut|runn|be|morn|even|someth|noth|everyth|train|learn|sing|box)ing)[a-z]+ing\s"
)
_NO_JOB = re.compile(
    r"(?i)\b(?:holidays?|dogs?|cats?|football|weekends?|canteen|parking|coffee|lunch|cake|weather|running|garden|family"
    r"|wedding|baby|commute|cycling|house|home|pay|hours|rota|contract|notice|induction|career|degree|probation"
    r"|start date|your (?:time|years|own|background|path|story|move (?:to|from)))\b"
)
_HOW_I_WOULD = re.compile(r"(?i)^(?:how|what|where|which|whether)\b.*?\b(?:I'd|I\u2019d|I would)\b")

_ABOUT_ME = re.compile(
    r"(?i)(?:(?:whether|if) (?:I|my)\b|why I (?:left|leave|want|am|applied|moved|stopped|changed|chose)\b)"
)
_MINE = re.compile(r"\bmy\b")


def is_view(text: str) -> bool:
    """Whether a point says how things should be."""
    return bool(_VIEW.search(text)) and not _ITS_TIME.search(text)


def is_sore(text: str) -> bool:
    """Whether it is a weakness of theirs, or what somebody in charge does: better not the first thing that one says."""
    return _SORE.search(text) is not None


def _is_sad(text: str) -> bool:
    """Whether nobody does it, and it is not known to be bad: “nobody stays longer than two years”."""
    return re.match(r"(?i)no(?:body| one)\b", text) is not None and not _NOBODY_HAS_TO.match(text)


def kinds_of(frame: Frame, topic: Topic, text: str) -> frozenset[str]:
    """The words for a framed text as said to its reader: none where nothing is sure."""
    if frame == "that":
        kinds = _of_a_point(topic, text).split()
        told = "plan" in kinds or _HARD.search(text)
        theirs = topic in {"culture", "strength"} and not (_PAST.search(text) or _is_sad(text))
        principle = theirs or is_view(text) or {*kinds} & {"practice", "habit"}
        saying = ["saying"] if principle and not told else []
        return frozenset(
            [*kinds, *saying, *(["sore"] if is_sore(text) or "trouble" in kinds else [])]
        )
    if frame == "about":
        if _MINE.search(text):
            return frozenset({"yes_or_no"})
        sore = {"sore"} if is_sore(text) else set()
        work = _DOING.match(text) or _JOB.search(text)
        named = topic == "goal" and re.match(r"(?i)(?:the|your) ", text)
        to_do = named or (topic in {"goal", "project", "company"} and work)
        return frozenset(sore | ({"job"} if to_do and not _NO_JOB.search(text) else set()))
    if _ABOUT_ME.match(text):
        return frozenset({"yes_or_no"})
    return frozenset({"of_work"} if _HOW_I_WOULD.search(text) else ())


def _of_a_point(topic: Topic, text: str) -> str:
    theirs = topic in {"culture", "strength", "company"}
    text = _RELATIVE.sub("", text)
    if is_view(text):
        return ""
    everybody = _EVERYBODY.match(text)
    if _TO_WANT.match(text, everybody.end()) if everybody else _PLANNED.search(text):
        return "plan"
    if _VIEW.search(text):  # with its time
        return "plan"
    if _HARD.search(text):
        return "" if theirs else "plan trouble"
    if _PAST.search(text):
        return ""
    if not (_OF_SOMEBODY if not everybody else _OF_THE_READER).search(text):
        if _is_sad(text) and not (theirs and _A_RULE.match(text)):
            return ""
        people = everybody and (_NOBODY_HAS_TO.match(text) or not re.search(r"\d", text))
        one = not re.search(r", (?:and|but|so|then)\b", text)  # as it follows “a place where”
        return "practice" if one and (people or (theirs and not _COUNTS.search(text))) else ""
    habit = _HABIT.match(text)
    if not habit or habit[1].casefold() in _SAY_LITTLE or habit[1].endswith("ed"):
        return ""
    plain = not _NUMBERED.search(text) and not _NOT.search(habit[0])
    return "habit" if theirs or plain else ""
