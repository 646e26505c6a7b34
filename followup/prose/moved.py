"""How one says that an appointment is put on another day or time: what patterns are made of."""

VERLEGT = (
    r"(?:verleg(?:t|en)|versch(?:oben|ieben)|vor(?:gezogen|ziehen|verlegt|verlegen)|um(?:gebucht|buchen|gelegt|legen)"
    r"|vertag(?:t|en)|geschoben)"
)
"""In German, where it ends the sentence."""
MOVED = (
    r"(?:moved|shifted|switched|swapped|changed|bumped|pushed(?: back)?|delayed|brought forward"
    rf"|put (?:back|off|forward)|(?:pre-?|post)poned|re-?(?:scheduled|arranged|booked)|{VERLEGT})"
)
"""That it is done: “your interview has been …”."""
MOVES = (
    rf"(?:{MOVED}|mov(?:es?|ing)|shift\w*|switch\w*|swap\w*|chang\w+|bump\w*|push\w*|delay\w*"
    r"|(?:br(?:ing|ought)|put(?:ting)?) (?:[\w']+ ){0,3}(?:forward|back|off)|(?:pre-?|post)pon\w+"
    r"|re-?(?:sched|arrang|book)\w*|verleg\w*|verschieb\w*|(?:um)?(?:zu)?legen|schieb\w*)"
)
"""The same in any form."""
