"""Nobody but this computer's own browser gets in, and a page can send nothing away."""

import socket
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.served import free_port, served


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as url:
        yield url


def get(address: str, path: str = "/", **headers: str) -> tuple[int, Message]:
    """The status and the headers of the answer."""
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=20)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.headers


def handshake(address: str, origin: str | None) -> str:
    """The first line of the answer to a WebSocket that a page of `origin` opens."""
    place = urlsplit(address)
    lines = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {place.netloc}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *([f"Origin: {origin}"] if origin is not None else []),
    ]
    with socket.create_connection((place.hostname, place.port), timeout=20) as link:
        link.sendall("\r\n".join([*lines, "", ""]).encode())
        return link.recv(4096).decode("latin-1").splitlines()[0]


def test_the_address_answers_and_is_printed(address: str, folder: Path) -> None:
    assert get(address)[0] == 200
    assert address in (folder / "server.log").read_text()


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/timeline?application=a", "/static/x"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::1]", "0.0.0.0"])
def test_a_foreign_host_is_refused_on_every_route(address: str, path: str, host: str) -> None:
    assert get(address, path, Host=host)[0] == 400


def test_only_our_own_page_may_open_the_websocket(address: str) -> None:
    own = urlsplit(address)
    assert " 101 " in handshake(address, address)
    assert " 101 " in handshake(address, f"http://localhost:{own.port}")
    for foreign in (
        "http://evil.example",
        "null",
        f"http://127.0.0.1:{free_port()}",
        "",
        f"https://{own.netloc}",
    ):
        assert " 403 " in handshake(address, foreign), foreign


def test_a_page_may_load_from_the_dashboard_alone(address: str) -> None:
    for path in ("/", "/static/nothing.js", "/_stcore/health"):
        _, headers = get(address, path)
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "http:" not in policy
        assert "*" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"


def test_it_listens_on_the_loopback_alone(address: str) -> None:
    port = urlsplit(address).port
    listening = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not Path(table).exists():
            pytest.skip("the table of sockets is Linux's")
        for line in Path(table).read_text().splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            if state == "0A" and int(local.rpartition(":")[2], 16) == port:
                listening.append(local.rpartition(":")[0])
    assert listening == ["0100007F"]
