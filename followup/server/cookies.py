"""Cookies of ours among those of others: cookies know no ports, so any program on this computer may set some, too."""

from starlette.types import Scope


def values_of(scope: Scope, name: str) -> list[str]:
    """All that the browser sends under this name, whatever stands beside it.

    Read by hand: the standard library drops every cookie for the sake of one that it cannot read. More than one value
    means that somebody else uses our name; then any of them may be ours.
    """
    wanted = name.encode()
    pairs = (
        pair.partition(b"=")
        for key, line in scope["headers"]
        if key == b"cookie"
        for pair in line.split(b";")
    )
    return [value.strip().decode("latin-1") for key, _, value in pairs if key.strip() == wanted]


def cookie_line(
    scope: Scope, name: str, value: str, seconds: int | None = None
) -> tuple[bytes, bytes]:
    """The header that sets a cookie, of no use to scripts and other sites: for `seconds`, or this browser session."""
    age = "" if seconds is None else f"; Max-Age={seconds}"
    secure = "; Secure" if scope["scheme"] in ("https", "wss") else ""
    return b"set-cookie", f"{name}={value}; Path=/; HttpOnly; SameSite=Strict{age}{secure}".encode()
