"""The text around a draft: what an empty field leaves behind, and the message that it answers."""

import re
from zoneinfo import ZoneInfo

from followup.messages.scene import Scene
from followup.messages.wording import clipped
from followup.model.facts import Touchpoint
from followup.model.text import with_one_stop

_QUOTED = 20_000  # characters of a message that an answer carries along


def tidy(text: str) -> str:
    """The text without what a field leaves behind: needless spaces, empty lines, a second stop."""
    text = re.sub(r"(?<=\S) {2,}(?=\S)", " ", text)
    text = re.sub(r"(?<=\w) +(?=[,.;:?!](?:\s|$))", "", text)
    text = with_one_stop(text)
    lines = "\n".join(re.sub(r"^ (?=\S)", "", line.rstrip()) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def answering(last: Touchpoint, subject: str) -> str:
    """“Re:” and the subject that was received, once; the draft's own where that one was empty."""
    bare = re.sub(r"(?i)^(?:\s*(?:re|aw|sv|antw)\s*:)+\s*", "", last.subject).strip()
    return f"Re: {bare}" if bare else subject


def quoted(last: Touchpoint, around: Scene) -> str:
    """The last message received, with who wrote it when, each line behind “> ”."""
    at = last.at.astimezone(ZoneInfo(around.me.time_zone))
    by_id = {p.id: p.name for p in around.application.people}
    who = next(
        (by_id[id_] for id_ in last.people if by_id.get(id_)), around.application.company or "they"
    )
    lines = clipped(last.text, _QUOTED).splitlines() or [""]
    return f"On {at.day} {at:%B %Y} at {at:%H:%M}, {who} wrote:\n" + "\n".join(
        f"> {line}".rstrip() for line in lines
    )
