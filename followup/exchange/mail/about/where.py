"""Where an interview is held, as a mail says it: the link to join by, or a place."""

import re

from followup.exchange.invite.links import meeting_link

_LABEL = re.compile(
    r"^\W*(?:where|location|address|place|venue|ort|adresse)\W{0,3}:\s*(?P<place>\S.{2,120})$",
    re.IGNORECASE | re.MULTILINE,
)
_AT_OFFICE = re.compile(
    r"\b(?:at|in) (?P<place>our (?:[A-Z][\w-]+ )?(?:office|offices|headquarters|premises|site"
    r"|studio)s?(?: (?:in|at|on) [A-Z\u00c0-\u00de0-9][^.;\n(]{2,80}?)?)(?=[.;\n(]|,? (?:on|at \d|from"
    r"|for|to|with|next|this|and)\b|$)"
    r"|\b(?:at|in) (?P<street>\d{1,4} [A-Z][\w'. -]{2,60}?(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square"
    r"|Place|Drive|Way|Boulevard|Blvd|Court|House)\b[^.;\n]{0,60}"
    r"|[A-Z\u00c0-\u00de][\w\u00df-]+(?:stra(?:ß|ss)e|str\.|platz|allee|weg|gasse|ufer|damm) "
    r"\d+[a-z]?(?:, [^.;\n]{3,60})?)"
)
_ONLINE = re.compile(
    r"^(?:online|video|virtual|remote|(?:microsoft )?teams|zoom|google meet|webex|phone|telephone|by "
    r"phone|tbc|tbd|to be confirmed)\b",
    re.IGNORECASE,
)


def link_and_place(text: str) -> tuple[str | None, str | None]:
    """The link to join by and the place that a mail names."""
    link = meeting_link([text]) if "http" in text.lower() else None
    label = _LABEL.search(text)
    if label and not _ONLINE.match(label["place"]) and "http" not in label["place"].lower():
        return link, label["place"].strip(" .")
    office = _AT_OFFICE.search(text)
    place = office and (office["place"] or office["street"])
    return link, " ".join(place.split()).strip(" ,") if place else None
