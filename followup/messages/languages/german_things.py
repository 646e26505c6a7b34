"""What one sends to an employer, with the article that German wants before it."""

import re
from collections.abc import Mapping

_HAS_ARTICLE = re.compile(
    r"(?i)(?:de[rn]|die|das|eine?n?|meine?n?|zwei|drei|vier|fünf|sechs|einige|mehrere|alle)\s"
)
_ENDS: Mapping[str, tuple[str, ...]] = {
    article: tuple(ends.split())
    for article, ends in {
        "das": "konzept zeugnis portfolio papier dokument muster beispiel zertifikat diplom video angebot formular",
        "den": "vertrag plan lauf entwurf nachweis bericht code test text schein brief kurs",
        "die": "ung ion studie probe kopie liste aufgabe skizze übersicht mappe arbeit "
        "referenzen unterlagen zeugnisse proben folien kontakte daten bilder fotos",
    }.items()
}
"""How the names of such things end, by the article in the accusative."""


def with_article(thing: str) -> str:
    """The thing in the accusative (“das Testkonzept”, “zwei Referenzen”); "" where its article is not known."""
    first, _, rest = thing.partition(" ")
    head = (rest if _HAS_ARTICLE.match(thing) else thing).split(" ", 1)[0].casefold().rstrip(",")
    article = next((a for a, ends in _ENDS.items() if head.endswith(ends)), "")
    if not _HAS_ARTICLE.match(thing):
        return f"{article} {thing}" if article else ""
    if first.casefold() == "der":
        return f"den {rest}"
    masculine = article == "den" and first.casefold() in ("ein", "mein")
    return f"{first}en {rest}" if masculine else thing
