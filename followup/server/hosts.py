"""Where the dashboard may listen, under which names it is then reached, and what stands in front of it."""

import contextlib
import ipaddress
import os
import re
import socket
from typing import Final
from urllib.parse import urlsplit

from followup.model.errors import FollowupError

LOOPBACK: Final = "127.0.0.1"
URL: Final = "FOLLOWUP_URL"
PROXY: Final = "FOLLOWUP_PROXY"
_HTTPS: Final = 443
_HTTP: Final = 80
_OWN: Final = (LOOPBACK, "localhost")
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\s:/@\[\]]+)(:\d{1,5})?", re.ASCII)


def is_loopback(address: str) -> bool:
    """Whether nobody but this computer can reach it."""
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address == "localhost"


def host_in(header: bytes) -> str | None:
    """The name in a Host header, in small letters, an address of IPv6 in brackets; None where there is none."""
    found = _HOST.fullmatch(header.decode("latin-1"))
    return found[1].lower() if found else None


def public_url() -> str:
    """The address that a proxy gives us, as an Origin (https://search.example), else ""; raises FollowupError.

    Without encryption on this computer alone.
    """
    words = os.environ.get(URL, "").strip()
    if not words:
        return ""
    refused = FollowupError(
        f"{URL} is “{words}”; it must be like https://search.example, without a path."
    )
    try:
        parts = urlsplit(words)
        port = parts.port
    except ValueError as error:
        raise refused from error
    host = host_in(parts.netloc.encode())
    if (
        host is None
        or parts.scheme not in (("https", "http") if is_loopback(host) else ("https",))
        or parts.path not in ("", "/")
        or parts.query
        or parts.fragment
    ):
        raise refused
    usual = _HTTPS if parts.scheme == "https" else _HTTP
    return f"{parts.scheme}://{host}" + (f":{port}" if port and port != usual else "")


def proxies() -> str:
    """The addresses that are believed when they say whom they ask for, separated by commas; raises FollowupError."""
    named = [each.strip() for each in os.environ.get(PROXY, "").split(",") if each.strip()]
    for each in named:
        try:
            ipaddress.ip_network(each)
        except ValueError as error:
            text = f"{PROXY} names “{each}”, which is no address; write 127.0.0.1, or 10.0.0.0/8"
            raise FollowupError(f"{text}.") from error
    return ",".join(named)


def hosts_of(address: str) -> tuple[str, ...]:
    """The names that a browser may ask for; FOLLOWUP_URL and FOLLOWUP_HOSTS (separated by commas) add to them."""
    url = public_url()
    public = [host_in(url.partition("://")[2].encode()) or ""] if url else []
    address = f"[{address}]" if ":" in address else address
    if is_loopback(address):
        return tuple(dict.fromkeys([*_OWN, address, *public]))
    more = [name.strip() for name in os.environ.get("FOLLOWUP_HOSTS", "").split(",")]
    name = socket.gethostname()
    found = [*_OWN, address, name, f"{name}.local", *_addresses_of(name), *public, *more]
    nowhere = ("", "0.0.0.0", "[::]", "*")  # noqa: S104 - never as a name
    return tuple(dict.fromkeys(each.lower() for each in found if each not in nowhere))


def shown_host(address: str) -> str:
    """What to type for it: for “every address” the one that another device reaches."""
    if address in ("0.0.0.0", "::"):  # noqa: S104 - what the user asked for
        reached = [each for each in _addresses_of(socket.gethostname()) if not is_loopback(each)]
        return reached[0] if reached else socket.gethostname()
    return f"[{address}]" if ":" in address else address


def _addresses_of(name: str) -> list[str]:
    """Those that this computer has, as far as they can be known; the one that leads outside comes first."""
    found: list[str] = []
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # nothing is sent: it only asks which way it would go
        found.append(str(probe.getsockname()[0]))
    with contextlib.suppress(OSError):
        found += [str(each[4][0]) for each in socket.getaddrinfo(name, None, socket.AF_INET)]
    return list(dict.fromkeys(found))
