"""Phrases that say what a sentence is, whatever its other words weigh: few words on a phone, an office's German."""

import re

_LEAST, _ABOVE = 3.0, 0.5
_MEETING = r"(?:interviews?|assessment|calls?|chat|meetings?|appointment|visit|tour|day|session|termin|gespräch\w*|conversation)"
_OFF = (
    r"\b(?:have|having|need|going|had) to (?:call off|cancel|scrap|pull|drop|postpone|put off|move|push|reschedule)\b"
    r"(?! (?:this|the|our) (?:role|position|search|vacancy|hire))",
    rf"\b{_MEETING}\b[^.;?]{{0,60}}\b(?:(?:has|have) been|is|are|was|will be)(?: now)? (?:cancell?ed|called off|postponed|rescheduled)\b",
    rf"\b{_MEETING}\b[^.;?]{{0,60}}\b(?:will|can|does|do|is|are)(?: therefore| sadly| unfortunately)?(?: not|n't)"
    r"(?: therefore| now| be)? (?:take|taking|going|go|happen\w*)\b",
    rf"\b{_MEETING}\b[^.;?]{{0,60}}\bwon't (?:take place|go ahead|happen)\b",
    r"\b(?:can't|cant|cannot|can not|won't be able to|not able to|unable to|couldn't)(?: now)? (?:make|do|manage|keep|see you)"
    r" (?:it |our |the |you )*(?:on |this |next |at )?(?:mon|tue|wed|thu|fri|sat|sun|today|tomorrow|tmrw|\d|interview|call|meeting|appointment)",
    r"\b(?:geht|klappt|passt|schaffe ich)\b[^.;?]{0,40}\b(?:doch nicht|leider nicht|nicht mehr|jetzt doch nicht)\b",
    rf"\b{_MEETING}\b[^.;?]{{0,60}}\b(?:abgesagt|absagen|verschieben|verschoben|verlegt|verlegen)\b",
    rf"\b{_MEETING}\b[^.;?]{{0,60}}\b(?:fällt|entfällt|muss|kann)\b[^.;?]{{0,40}}(?:\baus\b|\bentfallen\b|entfällt|nicht stattfinden)",
    rf"\b{_MEETING}\b[^.;?]{{0,30}}\bentfällt\b",
)
_HOLD = (
    r"\b(?:hit|press|pressed|push|pushed|hitting|pressing)(?: the)? pause\b",
    r"\bpaus(?:ed|ing) (?:the |this |our |all )?(?:search|hiring|recruit\w+|role|position|process|vacancy|job)\b",
    r"\b(?:on|put on) (?:the back ?burner|ice)\b",
    r"\b(?:hiring|recruit\w+|headcount|budget|role|position|search)\b[^.;?]{0,30}\b(?:is|are|was|has been|got)(?: now)? (?:frozen|on hold|paused|parked|suspended)\b",
    r"\b(?:verfahren|stelle|besetzung|ausschreibung|auswahlverfahren|einstellung\w*)\b[^?]{0,160}"
    r"\b(?:ruht|ruhen|ausgesetzt|zurückgestellt|eingefroren|auf eis|unterbrochen|angehalten|vorläufig gestoppt)\b",
)
_NO = (
    r"\b(?:we|they|the client|the team|the panel)(?:'ve| have|'re| are|'s| has)?(?: finally| just| now| ultimately| decided to| chosen to)*"
    r" (?:went|gone|go|going)(?: ahead)? with (?:someone|somebody|another|a different|the other|an internal)\b",
    r"\b(?:we|they)(?:'ve| have)?(?: just| now| finally)? (?:picked|chosen|hired|chose|offered (?:it|the (?:job|role)) to)"
    r" (?:someone|somebody|another|the other|a different)\b",
)
_NO_REJECTION = (
    r"\bnot a no\b|\b(?:isn't|is not|this is no) (?:a )?(?:no|rejection)\b|\bkeine absage\b",
    r"\b(?:remain|still|are)\b[^.;?]{0,20}\b(?:under consideration|in the (?:process|running|race))\b",
    r"\b(?:bleibt|bleiben|weiterhin)\b[^.;?]{0,30}\b(?:im (?:verfahren|rennen|auswahlverfahren)|berücksichtigt)\b",
)
_ACT = (
    r"(?:confirm|choose|pick|select|book|reserve|accept|decline|rsvp|reply|respond|answer|let (?:me|us) know (?:if|whether|which|by)"
    r"|drop (?:me|us)|get back to (?:me|us)|come back to (?:me|us)|give (?:me|us) (?:a |an |your )?(?:yes|no|answer|decision|shout|ring|call)"
    r"|tell (?:me|us) (?:if|whether|which|by)|send (?:me|us) (?:a|your) (?:line|answer|reply|decision|note))"
)
_ASKS = (
    rf"\b(?:please|pls|plz|kindly|just|do)(?: also| do)? {_ACT}\b(?! to this (?:e-?mail|message|mail)| (?:if|should) you have)",
    rf"\b(?:you (?:are|have) (?:kindly )?(?:asked|requested|required|invited)|(?:we|i)(?:'d| would| must| do)? (?:ask|need|like|want) you|you (?:need|have)) to {_ACT}\b",
    rf"\bif you (?:could|can|would|will)\b[^.;?]{{0,20}}\b(?:{_ACT}|send|ping|text|mail|email|call)\b",
    r"\b(?:i|we) (?:have|need|must|promised|ought) (?:to )?(?:tell|answer|let|get back to|come back to|give)(?: \w+){1,3} (?:know )?(?:by|before|until|till)\b",
    r"\bbitte\b[^.;?]{0,60}\b(?:bestätigen|bestätige|zusagen|antworten|zurückmelden|rückmeldung|wählen|buchen|geben sie (?:mir|uns) bescheid|teilen sie)\b",
    r"\b(?:bestätigen sie|wählen sie|buchen sie|antworten sie|melden sie sich|geben sie (?:mir|uns))\b[^.;?]{0,80}\bbis\b",
    r"\b(?:wird|werden) (?:um|gebeten)\b[^.;?]{0,80}\b(?:gebeten|bestätigen|rückmeldung|zu bestätigen|antwort)\b",
)
_PROMISES = (
    r"\b(?:i|we|she|he|they|i'll|we'll|she'll|he'll|they'll|your recruiter|will|our (?:recruiter|team)|my colleague)\b(?:'ll| will)? ?"
    r"(?:also )?(?:get back to|msg|message|ping|text|call or write to|come back to|write to|send) (?:you|u)\b"
    r"(?! (?:a |an |the )?(?:link|invite|invitation|form|contract))",
    r"\b(?:sie (?:erhalten|hören|bekommen)|(?:ich|wir) (?:melde|melden|rufe|schreibe|gebe|geben)\b)[^.;?]{0,60}\b(?:bis|am|spätestens|ende|mitte)\b",
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))


_SAYS = {
    "cancellation": _any(*_OFF),
    "on_hold": _any(*_HOLD),
    "rejection": _any(*_NO),
    "asks": _any(*_ASKS),
    "promise": _any(*_PROMISES),
}
_DENIES = _any(*_NO_REJECTION)
# The end of a question whose middle is a list: “by noon on Friday?” invites to nothing.
_FRAGMENT = re.compile(r"(?:by|before|until|no later than|bis)\b[^.,;]{0,40}(?:, [^.,;]{0,20})?\?$")
_CONDITION = re.compile(r"\bif you (?:could|can|would|will)\b")


def settled(said: str, scores: dict[str, float]) -> dict[str, float]:
    """The weights of a sentence in lower case, with what its phrases say beyond doubt."""
    told = dict(scores)
    for label, pattern in _SAYS.items():
        if pattern.search(said):
            told[label] = max(told[label], _LEAST)
    if _DENIES.search(said):
        told["rejection"] = min(told["rejection"], -_LEAST)
    if _SAYS["cancellation"].search(said):
        told["rejection"] = min(told["rejection"], -_ABOVE)
    if _FRAGMENT.match(said):
        told["invitation"] = min(told["invitation"], -_ABOVE)
    if _CONDITION.search(said) and _SAYS["asks"].search(
        said
    ):  # “if you could … by Thursday, I can …”
        told["asks"] = max(told["asks"], told["promise"] + _ABOVE)
    return told
