"""The link by which one joins a meeting, told from those that manage it, dial in, help, or show the way."""

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, urlsplit

_LINK = re.compile(r"https?://[^\s<>\"'\u201d\u00bb\\|]+", re.IGNORECASE)
_TAIL = ".,;:!?)]}>*_"
_MOST = 200_000
_ROOMS = re.compile(
    r"(?:[\w.-]*\.)?zoom(?:gov)?\.(?:us|com|com\.cn)/(?:j|my|w|s|wc/join|wc/\d+/join)/"
    r"|teams\.(?:microsoft|live)\.(?:com|us)/(?:l/meetup-join|meet|l/meeting|_#/l/meetup-join)/"
    r"|teams\.cloud\.microsoft/(?:meet|l/meetup-join)/"
    r"|meet\.google\.com/(?:lookup/)?[a-z]{3,}-?\w+|g\.co/meet/"
    r"|[\w.-]+\.webex\.com/(?:meet|join|[\w.-]+/j\.php|wbxmjs|m/|weblink|webappng|[\w.-]*/?meet)"
    r"|(?:[\w-]+\.)?whereby\.com/[\w-]+|(?:app\.)?(?:gotomeeting\.com|goto\.com|gotomeet\.(?:me|com))/"
    r"|meet\.goto\.com/|global\.gotomeeting\.com/join"
    r"|meet\.jit\.si/|(?:[\w-]+\.)?8x8\.vc/|bluejeans\.com/\d|chime\.aws/\d|join\.skype\.com/"
    r"|meet\.lync\.com/|v\.ringcentral\.com/|meetings\.ringcentral\.com/j/"
    r"|(?:[\w-]+\.)?hirevue\.com/|(?:[\w-]+\.)?sparkhire\.com/|app\.willo\.video/"
    r"|(?:[\w-]+\.)?coderpad\.io/|codility\.com/|(?:[\w-]+\.)?karat\.(?:io|com)/"
    r"|facetime\.apple\.com/join|discord\.(?:gg|com)/|app\.butter\.us/|(?:[\w-]+\.)?livestorm\.co/"
    r"|(?:[\w-]+\.)?daily\.co/|(?:[\w-]+\.)?around\.co/r/"
    r"|(?:[\w-]+\.)?bigmarker\.com/|(?:[\w-]+\.)?bbb\.[\w.-]+/|jitsi\.[\w.-]+/|meet\.[\w-]+\.[a-z]{2,}/",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"meetingoptions|joinTeamsMeeting|dialin\.|/u/|zoomconference|/phone|tel\.meet|/tel/|support\."
    r"|/help|help\.|/hc/|privacy|terms|legal"
    r"|maps\.|/maps|goo\.gl/maps|manage|/cancel|reschedul|/edit|unsubscribe|calendar\.google\.com"
    r"|/settings|/download|learn-?more|what-is|audio|skype/test|/test\b"
    r"|aka\.ms|mailto|calendly\.com|/rsvp|response=|eventedit|action=(?:view|respond)|linkedin\.com"
    r"|facebook\.com|/faq",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"\b(?:join|meeting (?:link|url)|video(?: |-)?(?:call|link|conference|interview|chat)|videokonferenz"
    r"|videogespräch|einwahl(?:link)?|zugangslink|click (?:here )?to|link to the|dial in via)\b",
    re.IGNORECASE,
)
# A room on a host that nobody knows: “zoom.acme.example/j/991”, “video.acme.example/join/7”.
_LIKE_ROOM = re.compile(
    r"(?:^|[./])(?:join|meet|meeting|meetings|meetup-join|zoom|teams|webex|jitsi|bbb|video|videocall|conference|conf|call)"
    r"(?=[./-])|/j/\d",
    re.IGNORECASE,
)
_BOOKS = re.compile(
    r"\b(?:book|booking|schedul\w*|slots?|appointments?|termine?|calendar|survey|apply|careers?|jobs?)\b",
    re.IGNORECASE,
)
_SAFE = ("safelinks.protection.outlook.com",)


def _unwrapped(link: str) -> str:
    """The address within one that a mail filter has put around it."""
    parts = urlsplit(link)
    if (parts.hostname or "").endswith(_SAFE):
        inner = parse_qs(parts.query).get("url")
        return inner[0] if inner else link
    return link


def _links(text: str) -> Iterator[tuple[str, str]]:
    """Each link of a text, and the words right before it."""
    plain = html.unescape(text[:_MOST])
    for found in _LINK.finditer(plain):
        link = found.group().rstrip(_TAIL)
        try:
            yield _unwrapped(link), plain[max(0, found.start() - 60) : found.start()]
        except ValueError:  # no address, however it looks
            continue


def meeting_link(texts: Iterable[str]) -> str | None:
    """The link to join by, of texts in the order of their weight (a field of its own, the place, the description)."""
    likely = []
    for text in texts:
        for link, before in _links(text):
            address = link.split("://", 1)[1]
            if _NOT.search(address):
                continue
            if _ROOMS.match(address):
                return link
            if (
                _JOIN.search(before)
                or (_LIKE_ROOM.search(address) and not _BOOKS.search(address))
                or not text[: len(link) + 3].strip(" <").removeprefix(link).strip()
            ):
                likely.append(link)
    return likely[0] if likely else None


def without_links(text: str) -> str:
    """The text without its links."""
    return " ".join(_LINK.sub(" ", text).split()).strip(" ;,|-<>()")
