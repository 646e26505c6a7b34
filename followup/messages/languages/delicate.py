"""What of a note is better left unsaid, in all languages at once."""

import re

_DELICATE = re.compile(
    r"(?i)\b(?:quit|fired|lay-?offs?|laid off|(?:staff|high) turnover|churn|mess|chao\w+|burn-?outs?|divorce\w*"
    r"|pregnan\w+|hates?|gossip|rumou?rs?|lawsuits?|sued|bankrupt\w*|in the red|behind schedule|failed"
    r"|struggl\w+|toxic|salar\w+|scandals?|quarrel\w*|resigned|sick leave|jokes?|idiots?|stupid|useless"
    r"|los(?:e|es|t|ing) (?:two|three|four|half|many|most|much|too|so|their|money|people|time)"
    r"|gekündigt|kündigung\w*|streit\w*|schulden|pleite"
    r"|insolven\w*|entlass\w+|fluktuation|scheidung|krankgeschrieben|krankmeldung\w*|krankenstand|gehalt"
    r"|verlier(?:en|t)|verluste?|skandal\w*|witze?|gescheitert|hassen|hasst|rote zahlen|hinterher)\b"
)


def delicate(text: str) -> bool:
    """Whether a note is gossip, a weakness of theirs or pay: nothing that one would thank them for."""
    return _DELICATE.search(text) is not None
