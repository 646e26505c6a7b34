"""Deadlines that a message sets for its reader, and the words that demands are made of."""

from followup.messages.lint.tone import Sign, sign

ANSWER = (
    r"(?:answer|reply|respon[ds]e?|decision|feedback|confirmation|call|update|result"
    r"|outcome|email|offer|word|news)"
)
WHEN = (
    r"(?:(?:the )?(?:end|close) of|(?:next |this |coming |the )*(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day|(?:next|this|the coming) (?:week|month)|tomorrow|today|tonight"
    r"|noon|midnight|eod|cob|eow|now|then"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th|:\d\d| ?[ap]m| o'clock)?\b|\w+ (?:hours?|days?)"
    r"|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october)"
)
BY = r"(?:by|before|until|till|no later than|not later than|within)"
DO = (
    r"(?:let me know|reply|respond|answer|get back|get in touch|decide|confirm|tell me"
    r"|call me|write (?:to me|back)|contact me|inform me|send me|come back to me"
    r"|make (?:up your mind|a decision)|give me)"
)
NOW = (
    r"(?:immediately|at once|right away|right now|straight away|instantly|urgently"
    r"|without (?:any )?(?:further )?delay|promptly)"
)
IN_THEIR_TIME = (
    r"\bwhether|\bif\b|\bno (?:hurry|rush|pressure)|\bwhen(?:ever)? (?:you|it)|\bconvenien"
    r"|\bunless\b"
)
MINE = (
    r"\bi(?:'ll| will| can| could| shall| would|'d| am able to|'m going to| am going to"
    r"| promise to) (?:be able to |gladly |happily |also |of course |then )?(?:send|start"
    r"|answer|reply|respond|get back|join|come|begin|bring|forward|provide|be|let you"
    r"|write|return|do|finish|submit|confirm|decide)\b"
)

DEADLINES: tuple[Sign, ...] = (
    sign(
        r"\b(?:please|could you|can you|must|need to) expedite\b",
        r"(?:^|[.!?\n] *|\b(?:please|kindly|and"
        rf"|so) (?:(?!will|shall|would|can|could)\w+ ){{0,2}})(?:{DO})\b[^.!?\n]{{0,45}}\b{BY} {WHEN}",
        rf"\b(?:could|can|would|will) you (?:please )?(?:{DO})\b[^.!?\n]{{0,30}}\b(?:by"
        rf"|no later than|not later than|until|within) {WHEN}",
        rf"\bi(?:'d| would)? (?:like|want|hope|expect|wish|ask) (?:\w+ ){{0,3}}(?:{ANSWER}"
        r"|to (?:hear|know|have))\b[^.!?\n]{0,30}\b(?:by|until|no later than"
        rf"|within) {WHEN}",
        r"\b(?:please|kindly) (?:\w+ ){0,2}(?:reply|respond|answer|call me"
        r"|get back to me)(?: \w+){0,3} (?:today|tonight|now|tomorrow|this week)\b",
        harmless=IN_THEIR_TIME
        + rf"|{MINE}|\bcould i\b|\bmay i\b|\bmight i\b|\bas you (?:said|mentioned|suggested)\b",
    ),
)
