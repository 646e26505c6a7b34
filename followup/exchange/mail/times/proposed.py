"""Whether a time is only proposed: one of several, asked about, or to be confirmed first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from followup.exchange.mail.phrases.denies import SUPPOSES
from followup.exchange.mail.phrases.marks import FREE_DAY
from followup.exchange.mail.phrases.words import MEETING
from followup.exchange.mail.reading import Read
from followup.exchange.mail.times.labels import headed, labelled
from followup.exchange.mail.times.slot import Slot
from followup.prose.moved import MOVED

_OPEN = re.compile(
    r"\?|\b(?:tentativ\w+|(?:i'm|i am|we're|we are) thinking|would|could|can you|suit"
    r"|propose|suggest|how about|options?|possible times|either"
    r"|whether|if (?:that|this|it|you)|let (?:me|us) know|which (?:of|one|time|would)|available"
    r"|please (?:choose|pick|select|confirm)|work(?:s)? (?:for you|on your end)|alternatively"
    r"|offer(?: you)? the following|wenn .{0,20}passt|passt (?:ihnen|dir)|vorschlagen"
    r"|vorschlag|schlage?n?\b.{0,40}\bvor)\b",
    re.IGNORECASE,
)
FIXED = re.compile(
    r"\b(?:(?<!to be )confirmed|we confirm|(?:bestätig\w*) (?:ich|wir)?|confirm (?:your|our|the|that)|is (?:set"
    r"|scheduled|booked|fixed|confirmed)|(?:has"
    r"|have) (?:been )?(?:booked|scheduled|arranged|set up|reserved|moved|rescheduled|rearranged)|scheduled for"
    r"|(?<!to )(?<!could )see you|(?<!not )(?<!n't )takes? place|will (?:take place|be held|call|ring)"
    r"|remind\w*|erinner\w*|(?:is|are|'s) (?:still )?on for|look(?:ing)? forward|as agreed|(?:we're|we are|i'm"
    r"|i am) making it|it(?:'s| is) now"
    r"|(?<!n't )(?<!not )(?<!would )(?<!could )(?<!both )(?<!either )works? for (?:us|me)|that works|suits (?:us|me)"
    r"|passt (?:es |das )?(?:bei |für )?(?:uns|mir)(?! (?:leider |doch |auch )*nicht)|the new (?:time|date)"
    r"|you(?:'ve| have)(?: already)? accepted|it is(?=[.!]|$)|bleibt es dabei|dann also|abgemacht)\b",
    re.IGNORECASE,
)
"""What says that a time stands."""
_MOVED_TO = re.compile(rf"\b{MOVED} (?:to|auf)\b", re.IGNORECASE)
# That the mail has come: the time is not asked about.
_GOT = (
    r"(?! (?:to (?:me|us) )?(?:the |your )?(?:safe )?receipt\b| (?:that )?you(?:'ve| have| will have)?"
    r" (?:got|received|seen)\b| (?:sie |mir |uns |kurz |bitte )*(?:den|die|ihre|deine) (?:erhalt|eingang|empfang)\b)"
)
_CONFIRM = re.compile(
    rf"\b(?:(?:could|can|would) you (?:please |kindly )?confirm{_GOT}|(?:please|kindly) (?:confirm{_GOT}"
    rf"|let(?! (?:me|us) know){_GOT}|let (?:me|us) know{_GOT}|revert)|tentativ\w+"
    rf"|bitte (?:bestätigen|bestätige){_GOT}|bitte (?:geben|gib)"
    r"|(?:geben|gib|sagen|sag) (?:sie |du )?(?:mir|uns) bitte)\b",
    re.IGNORECASE,
)
_SUITS = re.compile(
    r"\b(?:(?:confirm|tell (?:me|us)|let (?:me|us) know) (?:if|whether|which)(?! (?:you |that you )?(?:will|are going"
    r" to|intend to|plan to)(?: be)? (?:attend|com|tak))(?! (?:you (?:have|need|require|want|would)|there"
    r"|anything|any)\b)"
    r"|(?:if|wenn|falls) (?:that|this|it|es|das|der termin)(?: \w+)? (?:doesn't (?:suit|work)|does not (?:suit|work)"
    r"|nicht passt|nicht klappt)|(?:does|do|would"
    r"|will|is|are) (?:that|this|these|either|any|it|the) .{0,30}(?:work|suit|convenient|ok|okay|fit"
    r"|fine)|if (?:that|this|it|thats) (?:works|suits|is (?:convenient|ok|any))|suits? you"
    r"|(?:are|will) you (?:be )?(?:free|available|around) (?:on )?(?:that|this|the) (?:day|date)"
    r"|können sie (?:da|dann|an (?:dem|diesem) tag)|kannst du (?:da|dann|an (?:dem|diesem) tag)"
    r"|passt (?:ihnen|dir|(?:das|es)(?! (?:bei |für )?(?:uns|mir)\b))|(?:ihnen|dir|das|es) passt)\b",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\b(?:all set|(?:is|are) (?:now )?(?:confirmed|booked|scheduled)|your (?:schedule|timetable|agenda)"
    r"|(?:i|we)(?:'ve| have)? (?:went ahead and )?(?:locked|moved|booked) (?:it|you|us)(?: in| to)?"
    r"|no need to (?:reply|write|confirm|respond|answer))\b",
    re.IGNORECASE,
)
# Who invites to a day has set it, though an attendance is still to be confirmed.
_INVITES = re.compile(
    r"\b(?:you are|you have been|you're|and are) (?:hereby |cordially |therefore )?invited to\b"
    r"|\b(?:pleased|delighted|glad|happy|hereby|herewith)(?: to)?(?: (?:i|we))? invite you\b"
    r"|\b(?:lade|laden)\b.{0,220}\bein\b|\binvite you to (?:[\w-]+ ){0,4}interview\b[^.;?]{0,30}(?:as follows|:)\W*$"
    r"|\b(?:findet|finden)\b.{0,60}\bstatt\b"
    rf"|\b(?:your|the|ihr|dein|das) (?:[\w-]+ ){{0,2}}?{MEETING} (?:is|will be|ist)(?: on| at| am| um)\b",
    re.IGNORECASE,
)
# The same, where it names the time itself.
_INVITES_TO_IT = re.compile(
    r"\b(?:would|'d) like to invite you (?:back |in |along |again )?(?:to|for)\b", re.IGNORECASE
)
# The day is set, though its time follows.
_LATER = re.compile(
    r"\b(?:time|timings?|slot|exact time|uhrzeit|zeit)\b[^.;?]{0,40}\b(?:will be|to be|shall be|follows?|is to follow"
    r"|tbc|tba|wird|folgt|teile|nenne)\b"
    r"|\b(?:give|tell|send|confirm|let)\b[^.;?]{0,30}\b(?:a|the|exact|precise|start) times?\b[^.;?]{0,40}\b(?:yet|later"
    r"|separately|once|soon|as soon as|when|nearer|closer|in due course|(?:a|the|some) (?:few |couple of )?days? before"
    r"|beforehand)\b|\b(?:timings?|exact times?|start times?) (?:to follow|(?:will )?follows?)\b"
    r"|\b(?:genaue )?uhrzeit\b[^.;?]{0,40}\b(?:noch|später|separat|folgt|kurz (?:vor|davor)\w*|rechtzeitig)\b",
    re.IGNORECASE,
)
_ABOVE = 2


def with_proposals(slots: Sequence[Slot], reads: Sequence[Read]) -> Iterator[Slot]:
    """The times with `proposed` as the sentences of the mail say."""
    suits = any(_SUITS.search(each.text) for each in reads)
    asked = suits or any(_CONFIRM.search(each.text) for each in reads)
    later = not suits and any(
        _LATER.search(each.text) or FREE_DAY.search(each.text) for each in reads
    )
    unless = any(SUPPOSES.search(each.text.lower()) for each in reads)
    settled = not asked and any(_SET.search(each.text) for each in reads)
    for slot in slots:
        text = slot.read.text
        alone = len(slots) == 1
        fixed = (
            bool(FIXED.search(text))
            or (alone and not suits and _invites(slot, reads))
            or (alone and slot.starts_at is None and later)
            or (alone and unless and not suits and slot.starts_at is not None and "?" not in text)
            or (alone and "?" not in text and (_is_new(slot, reads) or _MOVED_TO.search(text)))
        )
        open_ = bool(_OPEN.search(text) or _is_of_question(slot, reads)) and not fixed
        proposed = (
            (len(slots) > 1 and not settled)
            or open_
            or (asked and not fixed)
            or (slot.starts_at is None and not fixed)
        )
        yield replace(slot, proposed=proposed)


def _place(slot: Slot, reads: Sequence[Read]) -> int:
    """Which of the sentences names it."""
    return next((at for at, read in enumerate(reads) if read is slot.read), 0)


def _is_of_question(slot: Slot, reads: Sequence[Read]) -> bool:
    """Whether it only adds the hour to a day that is asked about: “… Monday? Same time, 9.15”."""
    at = _place(slot, reads)
    above = reads[at - 1] if at and not slot.read.days else slot.read
    return above is not slot.read and bool(above.days) and bool(_OPEN.search(above.text))


def _is_new(slot: Slot, reads: Sequence[Read]) -> bool:
    """Whether its line, or one above it, calls it the new time: it is set, though they want to hear that it suits."""
    at = _place(slot, reads)
    told = labelled(slot.read, slot.place)
    return (headed(reads, at) if told is None else told) is False


def _invites(slot: Slot, reads: Sequence[Read]) -> bool:
    """Whether its sentence, or one right above it, invites to that time."""
    at = _place(slot, reads)
    near = any(_INVITES.search(read.text) for read in reads[max(0, at - _ABOVE) : at + 1])
    return near or bool(_INVITES_TO_IT.search(slot.read.text))
