"""Nobody but this computer's own browser gets in, and a page can send nothing away."""

import json
import re
import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from icalendar import Calendar

from followup.exchange.out.entries import entries
from followup.model.errors import FollowupError
from followup.playbook.plan import plan
from followup.server import passphrase_for
from followup.server.access import cookie_of
from followup.server.hosts import hosts_of, is_loopback
from followup.server.signin import Attempts, sender
from tests.builders.files import NOW, application, store_at
from tests.served import TOKEN, free_port, served
from tests.store.conftest import cluster  # noqa: F401
from tools.hosted.postgres import Cluster

PASSPHRASE = "correct horse battery staple ä"
OWN = "=".join(cookie_of(TOKEN))  # of a browser that was let in on this computer
AFTER = NOW + timedelta(hours=2)
SECRET = "Nobody may read this of Globex"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("server")
    store_at(made).save(application(notes=SECRET), now=NOW)
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder, FOLLOWUP_BACKUPS=str(folder / "backups")) as url:
        yield url


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that asks for the passphrase."""
    folder = tmp_path_factory.mktemp("closed")
    with served(
        folder, FOLLOWUP_PASSPHRASE=PASSPHRASE, FOLLOWUP_LOG=str(folder / "followup.log")
    ) as url:
        yield url


def ask(
    address: str, path: str = "/", method: str = "GET", body: bytes | None = None, **headers: str
) -> tuple[int, Message, bytes]:
    """The status, the headers and the body of the answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named["Cookie"] = f"{OWN}; {named.get('Cookie', '')}"
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=20)) as connection:
        connection.request(method, path, body=body, headers=named)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


def cookies_of(address: str, path: str = "/") -> str:
    """What a browser sends back after it has seen a page."""
    _, headers, _ = ask(address, path)
    return "; ".join(each.partition(";")[0] for each in headers.get_all("set-cookie", []))


def handshake(address: str, origin: str | None, cookies: str) -> str:
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
        f"Cookie: {OWN}; {cookies}",
    ]
    return raw(address, "\r\n".join([*lines, "", ""]).encode()).splitlines()[0]


def raw(address: str, request: bytes) -> str:
    """The first bytes of the answer to exactly these bytes."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname, place.port), timeout=20) as link:
        link.sendall(request)
        return link.recv(65_536).decode("latin-1")


def test_the_address_answers_and_is_printed(address: str, folder: Path) -> None:
    assert ask(address)[0] == 200
    assert address in (folder / "server.log").read_text()


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/timeline?application=a", "/static/x"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::1]", "0.0.0.0"])
def test_a_foreign_host_is_refused_on_every_route(address: str, path: str, host: str) -> None:
    assert ask(address, path, Host=host)[0] == 400


def foreign_to(address: str) -> tuple[str, ...]:
    own = urlsplit(address)
    return (
        "http://evil.example",
        "null",
        "",
        f"http://127.0.0.1:{free_port()}",
        f"https://{own.netloc}",
        f"{address}.evil.example",
        address.upper(),
    )


def test_only_our_own_page_may_open_the_websocket(address: str) -> None:
    cookies = cookies_of(address)
    assert " 101 " in handshake(address, address, cookies)
    assert " 101 " in handshake(address, f"http://localhost:{urlsplit(address).port}", cookies)
    for foreign in foreign_to(address):
        assert " 403 " in handshake(address, foreign, cookies), foreign


def test_a_websocket_without_the_token_of_this_run_is_refused(address: str) -> None:
    cookies = cookies_of(address)
    name, _, value = next(
        each for each in cookies.split("; ") if each.startswith("followup_run")
    ).partition("=")
    for wrong in ("", f"{name}=", f"{name}={value[:-1]}", f"other={value}", f"{name}={value}x"):
        for origin in (address, None):
            assert " 403 " in handshake(address, origin, wrong), wrong
    assert " 101 " in handshake(address, None, cookies)


def test_the_token_is_for_no_script_and_for_no_other_site(address: str) -> None:
    _, headers, _ = ask(address)
    (line,) = [each for each in headers.get_all("set-cookie", []) if "followup_run" in each]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(line.split("; "))
    _, headers, _ = ask(address, Cookie=line.partition(";")[0])
    assert not any("followup_run" in each for each in headers.get_all("set-cookie", []))


def test_nothing_is_taken_from_another_page(address: str) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        for foreign in foreign_to(address):
            status, _, _ = ask(address, "/_stcore/upload_file/a/b", method, b"x", Origin=foreign)
            assert status == 403, (method, foreign)
        status, _, _ = ask(
            address, "/_stcore/upload_file/a/b", method, b"x", Sec_Fetch_Site="cross-site"
        )
        assert status == 403
    status, _, _ = ask(address, "/_stcore/upload_file/a/b", "PUT", b"x", Origin=address)
    assert status in (400, 403, 404), "Streamlit's own token and session are asked for as well"


def test_what_is_too_large_is_refused_before_it_is_read(address: str) -> None:
    begin = f"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: {urlsplit(address).netloc}\r\n"
    for length in ("7000000", "99999999999999999999", "-1", "x"):
        answer = raw(address, f"{begin}Content-Length: {length}\r\n\r\n".encode())
        assert re.match(r"HTTP/1.1 (413|400) ", answer), (length, answer[:80])
    chunked = f"{begin}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    assert raw(address, chunked.encode()).startswith("HTTP/1.1 411 ")


TRAVERSALS = (
    "/../data.json", "/..%2fdata.json", "/%2e%2e/data.json", "/static/../../data.json",
    "/static/..%2f..%2f..%2fapp.py", "/static/%2e%2e/%2e%2e/app.py", "/static/....//app.py",
    "/app/static/../app.py", "/app/static/..%5c..%5capp.py", "/component/x/../../../app.py",
    "/component/x/..%2f..%2fapp.py", "/_stcore/../app.py", "/media/../../app.py", "//etc/passwd",
    "/static//etc/passwd", "/%00", "/static/%00/app.py", "/..\\data.json", "/~root/", "/.git/config",
    "/.streamlit/config.toml", "/data/followup.json", "/app.py", "/followup/cli/__init__.py",
)  # fmt: skip


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leads_to_a_file_of_ours(address: str, folder: Path, path: str) -> None:
    for way in (path, path.replace("data.json", str(folder / "data.json"))):
        lines = (f"GET {way} HTTP/1.1", f"Host: {urlsplit(address).netloc}", f"Cookie: {OWN}")
        request = "\r\n".join([*lines, "Connection: close", "", ""])
        answer = raw(address, request.encode())
        for secret in (SECRET, "The front door", "root:", "repositoryformatversion", "gatherUsage"):
            assert secret not in answer, way


def test_a_page_may_load_from_the_dashboard_alone(address: str) -> None:
    for path in ("/", "/static/nothing.js", "/_stcore/health"):
        _, headers, _ = ask(address, path)
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert {"frame-ancestors 'none'", "form-action 'self'", "object-src 'none'"} <= set(
            policy.split("; ")
        )
        assert "http:" not in policy
        assert "*" not in policy
        named = set(re.findall(r"wss?://([^:]+):", policy))
        assert named == {"127.0.0.1", "localhost"}
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cross-origin-opener-policy"] == "same-origin"


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


def test_a_phones_home_screen_gets_its_icons_without_a_cookie(closed: str, address: str) -> None:
    _, _, page = ask(address, Accept="text/html", Accept_Encoding="gzip")
    linked = re.findall(r'<link rel="(?:manifest|apple-touch-icon)" href="([^"]+)"', page.decode())
    manifest = json.loads(ask(closed, "/manifest.webmanifest")[2])
    for path in (*linked, *(icon["src"] for icon in manifest["icons"])):
        status, headers, body = ask(closed, path)
        assert (status, headers["content-length"]) == (200, str(len(body))), path
    assert linked == ["/manifest.webmanifest", "/apple-touch-icon.png"]
    assert manifest["start_url"] == "/"


def test_reminders_are_for_who_may_see_the_pages(closed: str, address: str) -> None:
    assert ask(closed, "/reminders")[0] == 401
    now = quote(datetime.now(UTC).isoformat())
    status, _, body = ask(address, f"/reminders?since={now}&zone=Mars")
    assert (status, json.loads(body)["reminders"]) == (200, [])
    assert ask(address, "/reminders?since=yesterday")[0] == 204


# ---- the calendar feed


def test_the_feed_is_for_who_knows_its_address_and_for_nothing_else(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    store.save(application(notes=SECRET), now=NOW)
    env = {"FOLLOWUP_PASSPHRASE": PASSPHRASE, "FOLLOWUP_NOW": AFTER.isoformat()}
    secret = "k" * 32
    path = f"/calendar/{secret}.ics"
    with served(tmp_path, **env) as url:
        assert ask(url, path)[0] == 404, "it is off"
        store.unsent.keep_feed(secret, now=NOW)
        status, headers, body = ask(url, path)
        assert (status, headers.get_content_type()) == (200, "text/calendar")
        facts = store.load().facts
        expected = {entry.title for entry in entries(facts, plan(facts, AFTER), AFTER)}
        assert {str(e["summary"]) for e in Calendar.from_ical(body).walk("VEVENT")} == expected
        assert len(expected) > 2
        tag = headers["etag"]
        for known in (tag, f'"x", W/{tag}', "*"):
            assert ask(url, path, If_None_Match=known)[::2] == (304, b"")
        assert ask(url, path, If_None_Match='"x"')[0] == 200
        assert ask(url, path, "HEAD")[::2] == (200, b"")
        for wrong in ("/calendar/x.ics", f"/calendar/{secret}x.ics", f"/calendar/{secret[1:]}.ics"):
            assert ask(url, wrong)[0] == 404
        # The secret opens the feed alone, and only this address.
        others = ("/", f"/?token={secret}", f"{path}/", f"/calendar/{secret}", f"/calendar/x/{secret}.ics",
                  f"/calendar/..%2f{secret}.ics", f"/x{path}")  # fmt: skip
        for other in others:
            assert ask(url, other)[0] == 401, other
        assert ask(url, path, "POST")[0] == 401
        assert ask(url, path, Host="evil.example")[0] == 400
        store.save(application("a2", company="Initech"), now=NOW)
        status, headers, body = ask(url, path, If_None_Match=tag)
        assert (status, b"Initech" in body) == (200, True)
        store.unsent.keep_feed("", now=NOW)
        assert (ask(url, path)[0], ask(url, "/calendar/.ics")[0]) == (404, 401)
    assert secret not in (tmp_path / "server.log").read_text()


def test_over_a_database_there_is_no_feed_not_even_of_a_file_that_lies_there(
    tmp_path: Path,
    cluster: Cluster,  # noqa: F811
) -> None:
    store = store_at(tmp_path)
    store.save(application(notes=SECRET), now=NOW)
    secret = "k" * 32
    store.unsent.keep_feed(secret, now=NOW)
    env = {"FOLLOWUP_PASSPHRASE": PASSPHRASE, "FOLLOWUP_DATABASE": cluster.url()}
    with served(tmp_path, **env) as url:
        status, _, body = ask(url, f"/calendar/{secret}.ics")
        assert (status, b"VEVENT" in body) == (404, False)
        assert ask(url, f"/calendar/{secret}.ics", "HEAD")[0] == 404


# ---- the passphrase


def sign_in(address: str, passphrase: str, next_: str = "/", **headers: str) -> tuple[int, Message]:
    body = urlencode({"passphrase": passphrase, "next": next_}).encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Origin": address, **headers}
    status, answer, _ = ask(address, "/_signin", "POST", body, **kind)
    return status, answer


def test_without_the_passphrase_nothing_of_the_app_is_seen(closed: str) -> None:
    for path in ("/", "/timeline", "/static/js/main.js", "/_stcore/host-config", "/media/x"):
        status, headers, body = ask(closed, path)
        assert (status, b"Passphrase" in body) == (401, True), path
        assert "default-src 'self'" in headers["content-security-policy"]
        assert not any("followup_session" in each for each in headers.get_all("set-cookie", []))
    assert " 403 " in handshake(closed, closed, cookies_of(closed))
    assert ask(closed, "/_stcore/health")[0] == 200


def test_the_passphrase_opens_the_app_and_the_websocket(closed: str) -> None:
    status, headers = sign_in(closed, PASSPHRASE, "/timeline?application=a")
    assert (status, headers["location"]) == (303, "/timeline?application=a")
    (line,) = [each for each in headers.get_all("set-cookie", []) if "followup_session" in each]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(line.split("; "))
    session = line.partition(";")[0]
    assert ask(closed, Cookie=session)[0] == 200
    assert " 101 " in handshake(closed, closed, f"{session}; {cookies_of(closed)}")
    assert ask(closed, Cookie=f"{session}x")[0] == 401


@pytest.mark.parametrize(
    "place",
    ["//evil.example", "https://evil.example", "/\\evil.example", "", "/_signin", "/a\r\nX: y"],
)
def test_it_leads_to_no_other_place(closed: str, place: str) -> None:
    assert sign_in(closed, PASSPHRASE, place)[1]["location"] == "/"


def test_the_page_shows_a_path_as_it_is(closed: str) -> None:
    _, _, body = ask(closed, "/x?a=%22%3E%3Cscript%3E&b=<script>")
    assert b"<script>" not in body


def test_a_passphrase_of_any_length_is_not_read(closed: str) -> None:
    assert sign_in(closed, "x" * 5_000)[0] == 413


def test_another_page_may_not_sign_in(closed: str) -> None:
    assert sign_in(closed, PASSPHRASE, Origin="http://evil.example")[0] == 403


def test_a_thousand_passphrases_are_refused(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "followup.log"
    with served(tmp_path, FOLLOWUP_PASSPHRASE=PASSPHRASE, FOLLOWUP_LOG=str(log)) as url:
        for number in range(999):
            assert sign_in(url, f"password{number}")[0] == (401 if number < 5 else 429)
        assert sign_in(url, PASSPHRASE)[0] == 429, "after five wrong ones not even the right opens"
        _, _, body = ask(url)
        assert b"Passphrase" in body
    said = log.read_text()
    assert "A wrong passphrase was tried" in said
    assert "password" not in said
    assert "127.0.0.1" not in said
    assert log.stat().st_mode & 0o777 == 0o600


def test_attempts_are_counted_for_each_sender_and_forgotten_in_time() -> None:
    now = 0.0
    attempts = Attempts(lambda: now)
    assert [attempts.may("a") for _ in range(6)] == [True] * 5 + [False]
    assert attempts.may("b")
    attempts.worked("b")
    assert all(attempts.may(f"c{number}") for number in range(20_000)), (
        "each costs its sender alone"
    )
    now = 301.0
    assert attempts.may("a")


def test_whoever_has_many_addresses_of_ipv6_is_one_sender() -> None:
    assert len({sender(f"2001:db8:1:2::{number:x}") for number in range(99)}) == 1
    assert sender("2001:db8:1:3::1") != sender("2001:db8:1:2::1")
    assert sender("::ffff:192.0.2.1") == sender("192.0.2.1")
    assert len({sender(f"192.0.2.{number}") for number in range(99)}) == 99


def test_beyond_the_loopback_a_passphrase_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOLLOWUP_PASSPHRASE", raising=False)
    for near in ("127.0.0.1", "127.8.9.1", "localhost", "::1"):
        assert is_loopback(near)
        assert passphrase_for(near) == ""
    for far in ("0.0.0.0", "192.168.1.7", "::", "my-computer", "10.0.0.1"):
        with pytest.raises(FollowupError, match="set FOLLOWUP_PASSPHRASE to a passphrase"):
            passphrase_for(far)
    monkeypatch.setenv("FOLLOWUP_PASSPHRASE", "short")
    with pytest.raises(FollowupError, match="too short"):
        passphrase_for("127.0.0.1")
    monkeypatch.setenv("FOLLOWUP_PASSPHRASE", PASSPHRASE)
    assert passphrase_for("0.0.0.0") == PASSPHRASE


def test_the_names_that_it_is_reached_under(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLLOWUP_HOSTS", "search.example, other")
    assert hosts_of("127.0.0.1") == ("127.0.0.1", "localhost")
    far = hosts_of("0.0.0.0")
    assert {"127.0.0.1", "search.example", "other", socket.gethostname().lower()} <= set(far)
    assert not {"0.0.0.0", "*", ""} & set(far)
