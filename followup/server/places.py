"""Where the dashboard may listen, and under which names it is then reached."""

import ipaddress
import os
import socket
from typing import Final

LOOPBACK: Final = "127.0.0.1"
_OWN: Final = (LOOPBACK, "localhost")


def is_loopback(address: str) -> bool:
    """Whether nobody but this computer can reach it."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def hosts_of(address: str) -> tuple[str, ...]:
    """The names that a browser may ask for; FOLLOWUP_HOSTS (separated by commas) adds to them."""
    more = [name.strip() for name in os.environ.get("FOLLOWUP_HOSTS", "").split(",")]
    if is_loopback(address):
        return tuple(dict.fromkeys([*_OWN, address]))
    name = socket.gethostname()
    found = [*_OWN, address, name, f"{name}.local", *_addresses_of(name), *more]
    nowhere = ("", "0.0.0.0", "*")  # noqa: S104 - never as a name
    return tuple(dict.fromkeys(each.lower() for each in found if each not in nowhere))


def _addresses_of(name: str) -> list[str]:
    try:
        found = socket.getaddrinfo(name, None, socket.AF_INET)
    except OSError:
        return []
    return [str(each[4][0]) for each in found]
