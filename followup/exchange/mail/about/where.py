"""Where an interview is held, as a mail says it: the link to join by, or a place."""

import re
from collections.abc import Iterable

from followup.exchange.invite.links import meeting_link
from followup.exchange.mail.about.role_words import LARGE
from followup.prose.text import DAYS_AND_MONTHS
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
    r"| dem)?|come to) (?P<place>(?:[A-Z\u00c0-\u00de][\w'-]+ ){1,3}\d{1,4}[a-z]?(?:, [^.;\n(]{2,50})?)(?=[.;\n(]|$)"
)
_AT_OFFICE = re.compile(
    r"\b(?:at|in) (?P<place>(?:our (?:[A-Z][\w-]+ )?(?:office|offices|headquarters|premises|site|studio)s?"
    r"|our (?:[A-Z][\w-]+ ){1,3}(?:store|shop|branch|depot|workshop|warehouse|restaurant|clinic|surgery|practice"
    r"|factory|plant|farm|nursery|salon|showroom|campus|library|centre|center|school|kitchen))"
    r"(?: (?:in|at|on) [A-Z\u00c0-\u00de0-9][^.;\n(]{2,80}?)?)(?=[.;\n(]|,? (?:on|at \d|from"
    r"|for|to|with|next|this|and)\b|$)"
)
_STREET_EN = rf"(?:{'|'.join(word.title() for word in sorted(word_list('streets')))})\b"
_STREET_DE = (
    r"(?:stra(?:ß|ss)e|str\.|platz|allee|weg|gasse|ring|ufer|damm|markt|hof|chaussee|graben|steig|zeile|berg"
    r"|straat|laan|kade|plein|gracht|dijk|singel|vägen|gatan|gade|vej|veien|katu)"
)
# Before its name: “8 rue des Tanneurs”, “ul. Hutnicza 6”.
_STREET_FIRST_WORD = (
    r"(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Cc]hemin|[Aa]llée|[Cc]ours|[Vv]ia|[Vv]iale|[Pp]iazza"
    r"|[Cc]alle|[Pp]laza|[Rr]ua|[Uu]l\.|[Uu]lica)(?: (?:de|des|du|la|le|del|della|dei|da|do|los|las))*"
)
# What stands in a place, in small letters.
_HOUSE = (
    r"(?:offices?|shop|store|depot|branch|site|warehouse|surgery|practice|school|nursery|studios?|workshop|yard"
    r"|clinic|campus"
    r"|building|factory|plant|farm|station|premises|salon|kitchen|works|bakery|brewery|theatre|church|hall|library"
    r"|museum|hotel"
    r"|pub|caf\u00e9|cafe|restaurant|centre|center|headquarters|quarry|ward|lab|boatyard|shipyard|dockyard"
    r"|(?:stage |back |front |side |main )?(?:door|entrance|gate)|reception|front desk)"
)
_HAUS = (
    r"(?:Büro|Salon|Laden|Werk|Filiale|Geschäft|Geschäftsstelle|Werkstatt|Praxis|Kanzlei|Backstube|Rathaus|Schule"
    r"|Studio|Caf\u00e9"
    r"|Restaurant|Hotel|Gasthof|Zentrale|Lager|Betrieb|Sekretariat|Verwaltung|Niederlassung|Standort|Kita"
    r"|Bibliothek|Museum|Theater)"
)
# What alone says that it is an address: a street with its number, a room with its name.
_STREET = (
    rf"(?:\d{{1,4}}[a-z]?(?:-\d+)?,? (?:{LARGE} ){{1,4}}{_STREET_EN}"
    rf"|(?:{LARGE} ){{1,3}}{_STREET_EN}(?: \d{{1,4}}[a-z]?\b)?"
    rf"|(?:{LARGE}[ -])?[A-Z\u00c0-\u00de]?[\w\u00df-]*{_STREET_DE} ?\d+ ?[a-z]?\b"
    rf"|(?:{LARGE}[ -]){{1,3}}(?:Straße|Str\.|Platz|Allee|Weg|Ring|Ufer|Damm|Markt) \d+ ?[a-z]?\b"
    rf"|(?:{LARGE} ){{1,3}}\d{{1,4}} ?[a-z]?(?=, \d{{5}} {LARGE})"
    rf"|\d{{1,4}},? {_STREET_FIRST_WORD} (?:[dl]['\u2019])?{LARGE}(?:[ -]{LARGE})*"
    rf"|{_STREET_FIRST_WORD} {LARGE}(?: {LARGE})* \d{{1,4}}\b"
    rf"|(?:Am|An der|An den|Zum|Zur|Auf dem|Im|In der|Unter den) (?:{LARGE} ){{1,2}}\d+[a-z]?\b)"
)
_ROOM = (
    rf"(?:(?!(?:In|At|Im|Am|To|The|Our|Unser\w*|Please|Bitte|Use|Find|Go|On) ){LARGE} ){{0,2}}"
    r"(?:[Gg]ebäude|Haus|[Rr]aum|Saal|Zimmer|Besprechungsraum|Konferenzraum|Sitzungszimmer|[Rr]oom|[Mm]eeting [Rr]oom"
    r"|[Bb]uilding|Gewächshaus|Halle|Scheune|[Ff]loor|[Uu]nit|[Ss]uite|[Bb]lock|Etage|Hörsaal)"
    r" (?:[A-Z]?\d[\w./-]*|[A-Z]\d*\b)"
)
_FIRST = re.compile(rf"(?:{_ROOM}|{_STREET})")
_LEAD = re.compile(
    r"(?:\b(?:at|in|im|am|to|bei|hier|here|is|ist|unserem Hause?|unseren? (?:Räumen|Büro|Kanzlei|Praxis)|zu uns"
    r"|gehabt|Uhr,?|[ap]\.?m\.?,?|\d[.:]\d\d,)"
    r"(?: unser(?:em|er|en)| our offices?(?: at)?| our(?: [a-z][\w-]+){1,3}| the| der| dem| den)?"
    r"[:,]? *|^\W*|[.:;(]\s*)$"
)
# What stands before the street: “Wharf House, Canal Road”, “the Boardroom, 2nd Floor, St Fiachra's, Abbey Road”.
_BEFORE = (
    rf"(?:(?:the )?{LARGE}(?: (?:{LARGE}|&|of|the|der|am|im|{_HOUSE}))*"
    r"|\d{1,2}(?:\.|st|nd|rd|th) (?:OG|Stock|[Ff]loor|Etage)|[Gg]round [Ff]loor|Erdgeschoss|EG)"
)
_NAMED = re.compile(rf"(?P<name>{_BEFORE}(?:, {_BEFORE})*), *$")
_MORE = re.compile(
    rf"(?:, *|\s+-\s+)(?P<part>{_ROOM}|{_STREET}|(?:[A-Z]{{0,2}}-?\d{{4,5}} )?{LARGE}(?:[ /-](?:{LARGE}"
    rf"|\d+\w*|am|an der|im|of|upon))*"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th) (?:OG|Stock|[Ff]loor|Etage|Obergeschoss)|EG|Erdgeschoss|[Gg]round [Ff]loor"
    rf"|\d{{5}})"
    r"(?=[\s,.;()!?]|$)"
)
# “It's Veddeler Damm 900, gate 3”, “in the Conference Room, …”; “Am Markt 3” is a street.
_LED_BY = re.compile(r"^(?:(?:[Ii]t|[Tt]hat|[Tt]his)(?:['\u2019]s| is) |(?:in|at) (?:the |our )?)")
_NO_PART = re.compile(
    r"^(?:Bitte|Please|Herrn?|Frau|We|I|You|The|It|On|At|Um|Am|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\w*day|\w*tag|Mittwoch"
    r"|Ask|Uhr"
    rf"|{'|'.join(DAYS_AND_MONTHS[7:])}|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
)
_BUILDING = re.compile(
    rf"\b(?:at|in|to) (?P<place>(?:the |our )?(?:{LARGE} ){{1,4}}(?:Centre|Center|Building|Hall|House|Hospital|Campus"
    rf"|Library|Suite|Wing|Offices?|Rooms?|Depot|Works|Mill|Lodge|Chambers|Museum|Theatre|Hotel|Inn|Surgery"
    rf"|Nursery|Church|Barn|Yard|Stadium|Tower|Studios|Clinic|School|College)\b(?:, {LARGE}(?: {LARGE})*)*)"
    rf"|\bin (?P<ours>unser(?:em|er|en) (?:Büro|Kanzlei|Geschäftsstelle|Zentrale|Hauptverwaltung|Niederlassung"
    rf"|Standort|Werk|Praxis|Verwaltungsgebäude|Filiale) in {LARGE}(?: {LARGE})*)"
)
# “The brewery on Tivoli Quay in Cork”, “Büro an der Mittelstation”: what it is, and where.
_NEAR = re.compile(
    rf"\b(?:at|in|to|place,) (?P<place>(?:the|our) (?:[a-z-]+ ){{0,2}}{_HOUSE}"
    rf"(?: (?:on|at|in|of|behind|opposite|next to|by)(?: the)? {LARGE}(?: {LARGE})*)+)"
    r"|\b(?:at|to) (?P<street>the (?:[a-z-]+ ){1,3}(?:on|at|in|off|behind)"
    rf" (?:{LARGE} ){{1,3}}{_STREET_EN})|\b(?:im|in der|in unser(?:em|er)|zum|zur|ins)"
    rf" (?P<haus>{_HAUS}(?:(?: (?:an|in|am|im|auf|bei)(?: der| dem)?)? {LARGE})+)"
)
_ESTATE = re.compile(rf"(?: {LARGE}){{2,4}}(?=[,;]|\.?$)")  # “Unit 7 Mill Trading Estate”
_IN_TOWN = re.compile(rf" in (?P<town>{LARGE})(?=\W|$)")
# “Same place (Schiehaven, gate 4, ask for me)”, “wieder in der Direktion im 2. Stock”.
_SAME_PLACE = re.compile(
    r"\b(?i:(?:same|usual) (?:place|venue|room|address)|(?:gleiche|selbe)[rn]? (?:ort|platz|raum))[ ,]*\("
    r"(?P<place>[^(),;]{3,60}(?:, (?:[A-Z\u00c0-\u00de]|(?:gate|floor|room|door|entrance|unit|tor"
    r"|raum)\b)[^(),;]{1,40})*)"
)
_ON_FLOOR = re.compile(
    rf"\b(?:in der|im|in unser(?:em|er)) (?P<place>{LARGE} im (?:\d{{1,2}}\. ?(?:Stock|OG|Obergeschoss)"
    r"|Erdgeschoss|EG|Dachgeschoss|Untergeschoss))(?!\w)"
)
# A town alone, right behind the day or the time.
_TOWN = re.compile(
    rf"\b(?:\d|day|{'|'.join(DAYS_AND_MONTHS[7:])}|Uhr|[ap]m|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember),? in"
    rf" (?P<place>{LARGE}(?: {LARGE})?)(?=[.!;]|$)"
)
_WORD = rf"(?:{LARGE}|\d[\w./-]*|{_HOUSE}|&|of|the|der|am|an|im|in|de|des|du|upon)"
# Each part of a line that is an address and nothing else.
_PART = re.compile(rf"{_WORD}(?: {_WORD})*")
_MANY, _LINE = 2, 140
_NO_TOWN = re.compile(
    r"(?:English|German|French|Dutch|Spanish|Italian|Englisch|Deutsch|Person|Teams|Zoom|Präsenz|Absprache)\b"
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
    place = next((place for one in near if (place := _place_in(one))), None)
    return link, place and _LED_BY.sub("", place)


def _place_in(sentence: str) -> str | None:
    """The address that a sentence names, else the house, else the building, else the town."""
    sentence = sentence[:500]
    if named := _as_a_line(sentence) or address_in(sentence) or _what_and_where(sentence):
        return named
    if room := _SAME_PLACE.search(sentence) or _ON_FLOOR.search(sentence):
        return room["place"].strip(" ,.")
    if building := _BUILDING.search(sentence):
        return (building["place"] or building["ours"]).strip(" ,.")
    town = _TOWN.search(sentence)
    return town["place"].strip(".") if town and not _NO_TOWN.match(town["place"]) else None


def _as_a_line(line: str) -> str | None:
    """A line that is nothing but an address: “Verwaltungsgebäude, 2. OG, Besprechungsraum 2.07”."""
    parts = line.strip(" .!").split(", ")
    if len(parts) < _MANY or len(line) > _LINE or not _FIRST.search(line):
        return None
    telling = all(_PART.fullmatch(part) and not _NO_PART.match(part) for part in parts)
    return " ".join(line.split()).strip(" .!") if telling else None


def _what_and_where(sentence: str) -> str | None:
    """What stands in a place, as far as it is told where: “the brewery on Tivoli Quay in Cork”."""
    for found in _NEAR.finditer(sentence):
        place = found["place"] or found["street"] or found["haus"]
        end = found.end()
        town = _IN_TOWN.match(sentence, end)
        end = town.end() if town else end
        while (more := _MORE.match(sentence, end)) and not _NO_PART.match(more["part"]):
            if sentence[more.end("part") :][:1] == " ":  # “…, Dougie will let you in”
                break
            end = more.end("part")
        place += sentence[found.end() : end]
        if not any(_NO_PART.match(word) for word in place.split()[1:]):
            return " ".join(place.split()).strip(" ,.")
    return None


def address_in(sentence: str) -> str | None:
    """The address that a sentence names: from its first part that is one, as far as its parts go."""
    for found in _FIRST.finditer(sentence):
        start, end = found.span()
        named = _NAMED.search(sentence, max(0, start - 120), start)
        starts = [named.start("name"), start] if named else [start]
        behind = sentence[:start].rstrip().endswith((",", "("))
        led = [at for at in starts if _LEAD.search(sentence, max(0, at - 40), at)]
        led += [start] if behind else []
        if not led:
            continue
        start = led[0]
        estate = _ESTATE.match(sentence, end)
        end = estate.end() if estate else end
        while more := _MORE.match(sentence, end):
            if _NO_PART.match(more["part"]):
                break
            end = more.end("part")
        end = start + len(sentence[start:end].rstrip())
        town = _IN_TOWN.match(sentence, end)
        town = town if town and not _NO_TOWN.match(town["town"]) else None
        place = f"{sentence[start:end]}, {town['town']}" if town else sentence[start:end]
        return " ".join(place.split()).strip(" ,.")
    return None
