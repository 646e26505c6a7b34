"""Where an interview is held, as a mail says it: the link to join by, or a place."""

import re
from collections.abc import Iterable

from followup.exchange.invite.links import meeting_link
from followup.prose.word_lists import word_list

_LABEL = re.compile(
    r"^[^\w\n]*(?:(?:our |the |unsere )?(?:where|location|address|place|venue|ort|adresse|anschrift|treffpunkt"
    r"|wo))\W{0,3}:\s*(?P<place>\S.{2,120})$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(
    r"\b(?:[Oo]ur|[Tt]he|[Uu]nsere) (?:address|Adresse|Anschrift)(?: is| ist|:):? (?P<place>[^.\n;(]{5,90})"
)
_FIND_US = re.compile(
    r"\b(?:find us (?:at|in)|we(?:'re| are)(?: located| based)? (?:at|in)|finden uns (?:in|an|auf)(?: der"
    r"| dem)?|come to)"
    r" (?P<place>(?:[A-Z\u00c0-\u00de][\w'-]+ ){1,3}\d{1,4}[a-z]?(?:, [^.;\n(]{2,50})?)(?=[.;\n(]|$)"
)
_AT_OFFICE = re.compile(
    r"\b(?:at|in) (?P<place>(?:our (?:[A-Z][\w-]+ )?(?:office|offices|headquarters|premises|site|studio)s?"
    r"|our [A-Z][\w-]+ (?:store|shop|branch|depot|workshop|warehouse|restaurant|clinic|surgery|practice|factory"
    r"|plant|farm|nursery|salon|showroom|campus|library|centre|center|school|kitchen))"
    r"(?: (?:in|at|on) [A-Z\u00c0-\u00de0-9][^.;\n(]{2,80}?)?)(?=[.;\n(]|,? (?:on|at \d|from"
    r"|for|to|with|next|this|and)\b|$)"
)
_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019.-]*"
_STREET_EN = rf"(?:{'|'.join(word.title() for word in sorted(word_list('streets')))})\b"
_STREET_DE = r"(?:stra(?:ß|ss)e|str\.|platz|allee|weg|gasse|ring|ufer|damm|markt|hof|chaussee|graben|steig|zeile|berg)"
# What alone says that it is an address: a street with its number, a room with its name.
_STREET = (
    rf"(?:\d{{1,4}}[a-z]?(?:-\d+)?,? (?:{_CAPITAL} ){{1,4}}{_STREET_EN}"
    rf"|(?:{_CAPITAL} ){{1,3}}{_STREET_EN}(?: \d{{1,4}}[a-z]?\b)?"
    rf"|(?:{_CAPITAL}[ -])?[A-Z\u00c0-\u00de]?[\w\u00df-]*{_STREET_DE} ?\d+ ?[a-z]?\b"
    rf"|(?:{_CAPITAL}[ -]){{1,3}}(?:Straße|Str\.|Platz|Allee|Weg|Ring|Ufer|Damm|Markt) \d+ ?[a-z]?\b"
    rf"|(?:{_CAPITAL} ){{1,3}}\d{{1,4}} ?[a-z]?(?=, \d{{5}} {_CAPITAL})"
    rf"|(?:Am|An der|An den|Zum|Zur|Auf dem|Im|In der|Unter den) (?:{_CAPITAL} ){{1,2}}\d+[a-z]?\b)"
)
_ROOM = (
    rf"(?:(?!(?:In|At|Im|Am|To|The|Our|Unser\w*|Please|Bitte|Use|Find|Go|On) ){_CAPITAL} ){{0,2}}"
    r"(?:[Gg]ebäude|Haus|[Rr]aum|Saal|Zimmer|Besprechungsraum|Konferenzraum|Sitzungszimmer|[Rr]oom|[Mm]eeting [Rr]oom"
    r"|[Bb]uilding|[Ff]loor|[Uu]nit|[Ss]uite|[Bb]lock|Etage|Hörsaal)"
    r" (?:[A-Z]?\d[\w./-]*|[A-Z]\d*\b)"
)
_STREET_FIRST = re.compile(_STREET)
_FIRST = re.compile(rf"(?:{_ROOM}|{_STREET})")
_LEAD = re.compile(
    r"(?:\b(?:at|in|im|am|to|bei|hier|here|is|ist|unserem Hause?|unseren? (?:Räumen|Büro|Kanzlei|Praxis)|zu uns)"
    r"(?: our offices?(?: at)?| our(?: [a-z][\w-]+){1,3}| the| der| dem| den)?[:,]? *|^\W*|[.:;(]\s*)$"
)
# What stands before the street: “Wharf House, Canal Road”.
_NAMED = re.compile(rf"(?P<name>{_CAPITAL}(?: (?:{_CAPITAL}|&|of|the|der|am|im))*), *$")
_MORE = re.compile(
    rf"(?:, *|\s+-\s+)(?P<part>{_ROOM}|{_STREET}|(?:[A-Z]{{0,2}}-?\d{{4,5}} )?{_CAPITAL}(?:[ /-](?:{_CAPITAL}"
    rf"|\d+\w*|am|an der|im|of|upon))*"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th) (?:OG|Stock|floor|Etage|Obergeschoss)|EG|Erdgeschoss|ground floor|\d{{5}})"
    r"(?=[\s,.;()!?]|$)"
)
_NO_PART = re.compile(
    r"^(?:Bitte|Please|Herr|Frau|We|I|You|The|It|On|At|Um|Am|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\w*day|\w*tag|Mittwoch|Ask)\b"
)
_BUILDING = re.compile(
    rf"\b(?:at|in|to) (?P<place>(?:the |our )?(?:{_CAPITAL} ){{1,4}}(?:Centre|Center|Building|Hall|House"
    rf"|Hospital|Campus"
    rf"|Library|Suite|Wing|Tower|Studios|Clinic|School|College)\b(?:, {_CAPITAL}(?: {_CAPITAL})*)*)"
    rf"|\bin (?P<ours>unser(?:em|er|en) (?:Büro|Kanzlei|Geschäftsstelle|Zentrale|Hauptverwaltung|Niederlassung"
    rf"|Standort|Werk"
    rf"|Praxis|Verwaltungsgebäude|Filiale) in {_CAPITAL}(?: {_CAPITAL})*)"
)
_ONLINE = re.compile(
    r"^(?:online|video|virtual|remote|(?:microsoft )?teams|zoom|google meet|webex|phone|telephone|by "
    r"phone|tbc|tbd|to be confirmed)\b",
    re.IGNORECASE,
)


def link_and_place(text: str, near: Iterable[str]) -> tuple[str | None, str | None]:
    """The link to join by and the place that a mail names; `near` are the sentences around its times."""
    link = meeting_link([text]) if "http" in text.lower() else None
    label = _LABEL.search(text) or _ADDRESS.search(text)
    if label and not _ONLINE.match(label["place"]) and "http" not in label["place"].lower():
        return link, label["place"].strip(" .")
    label = _FIND_US.search(text)
    if label:
        return link, label["place"].strip(" .,")
    office = _AT_OFFICE.search(text)
    if office:
        return link, " ".join(office["place"].split()).strip(" ,")
    return link, next((place for one in near if (place := _place_in(one))), None)


def _place_in(sentence: str) -> str | None:
    """The address that a sentence names, else the building."""
    building = _BUILDING.search(sentence[:500])
    return address_in(sentence) or (
        (building["place"] or building["ours"]).strip(" ,.") if building else None
    )


def address_in(sentence: str) -> str | None:
    """The address that a sentence names: from its first part that is one, as far as its parts go."""
    for found in _FIRST.finditer(sentence[:500]):
        start, end = found.span()
        named = _NAMED.search(sentence, max(0, start - 60), start)
        starts = [named.start("name"), start] if named else [start]
        behind = _STREET_FIRST.match(found.group()) and sentence[:start].rstrip().endswith(
            (",", "(")
        )
        led = [at for at in starts if _LEAD.search(sentence, max(0, at - 40), at)]
        led += [start] if behind else []
        if not led:
            continue
        start = led[0]
        while more := _MORE.match(sentence, end):
            if _NO_PART.match(more["part"]):
                break
            end = more.end("part")
        return " ".join(sentence[start:end].split()).strip(" ,.")
    return None
