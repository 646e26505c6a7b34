"""What other programs, proxies and users send to the server: nobody is let in by it, and the user is not locked out."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

import pytest

from followup.model.errors import FollowupError
from followup.server import passphrase_for
from followup.server.access import own_token
from followup.server.hosts import hosts_of, public_url, shown_host
from tests.served import free_port, served
from tests.test_server import ask, cookies_of, handshake, sign_in

PASSPHRASE = "correct horse battery staple ä"

# What any other program on this computer may have set: cookies know no ports.
ODD_COOKIES = (
    'prefs={"a":1}', 'prefs={"a": 1, "b": [2]}', "a[b]=c", "a[b][c]=d", "flag", "=value", "=", ";", ";;;", " ",
    "a b=c", "a=b c", 'a="b', 'a=b"c', "a=b=c", "a=b,c", "a,b=c", "a@b=c", "a/b=c", "a:b=c", "a{b}=c", "(a)=b",
    "a=<b>", "a=\\b", 'a="\\012"', "ä=ö", "a=ä€", "a=\t", "path=/", "expires=Thu, 01 Jan 1970 00:00:00 GMT",
    "secure", "httponly; path=/", "$Version=1", "__proto__=1", "followup_x", "a=" + "x" * 3_900,
)  # fmt: skip
MANY = "; ".join(f"other_{number}=" + "x" * 3_800 for number in range(8))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("odd")) as url:
        yield url


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that asks for the passphrase."""
    folder: Path = tmp_path_factory.mktemp("closed")
    with served(folder, FOLLOWUP_PASSPHRASE=PASSPHRASE, FOLLOWUP_LOG=str(folder / "log")) as url:
        yield url


def session_of(closed: str) -> str:
    lines = sign_in(closed, PASSPHRASE)[1].get_all("set-cookie", [])
    return next(each for each in lines if each.startswith("followup_session")).partition(";")[0]


@pytest.mark.parametrize("odd", [*ODD_COOKIES, MANY], ids=lambda odd: repr(odd[:20]))
def test_no_cookie_of_another_program_locks_the_user_out(
    address: str, closed: str, odd: str
) -> None:
    odd = odd.encode().decode("latin-1")  # as a browser sends it
    own = cookies_of(address)
    for cookies in (f"{odd}; {own}", f"{own}; {odd}"):
        assert " 101 " in handshake(address, address, cookies)
    session = session_of(closed)
    for cookies in (f"{odd}; {session}", f"{session};{odd}"):
        assert ask(closed, Cookie=cookies)[0] == 200


def test_a_cookie_of_our_name_that_another_program_set_does_not_hide_ours(address: str) -> None:
    own = cookies_of(address)
    name = next(each for each in own.split("; ") if each.startswith("followup")).partition("=")[0]
    for cookies in (f"{name}=wrong; {own}", f"{own}; {name}=wrong"):
        assert " 101 " in handshake(address, address, cookies)
    assert " 403 " in handshake(address, address, f"{name}=wrong; {name}=")


@pytest.mark.parametrize("host", ["evil.example", "0.0.0.0:8501", "[::1]", "ä", "localhost.", ""])
def test_who_is_refused_for_a_name_reads_which_one_works(address: str, host: str) -> None:
    status, _, body = ask(address, Host=host.encode().decode("latin-1"))
    assert status == 400
    assert f"http://127.0.0.1:{urlsplit(address).port}" in body.decode()


def test_who_is_refused_for_an_origin_reads_what_to_do(address: str) -> None:
    origin = f"http://127.0.0.1:{free_port()}"
    status, _, body = ask(address, "/_stcore/upload_file/a/b", "PUT", b"x", Origin=origin)
    assert status == 403
    assert "reload" in body.decode()


# ---- behind a proxy

URL = "https://search.example"


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server behind a proxy that has a name of its own, and passes the Host on."""
    folder: Path = tmp_path_factory.mktemp("behind")
    env = {"FOLLOWUP_URL": URL, "FOLLOWUP_PROXY": "127.0.0.1", "FOLLOWUP_LOG": str(folder / "log")}
    with served(folder, FOLLOWUP_PASSPHRASE=PASSPHRASE, **env) as url:
        yield url


def test_behind_a_proxy_one_signs_in_under_its_name(behind: str) -> None:
    status, headers = sign_in(behind, PASSPHRASE, Origin=URL, Host="search.example")
    assert status == 303
    cookies = headers.get_all("set-cookie", [])
    assert cookies
    assert all("; Secure" in each for each in cookies)
    own = "; ".join(each.partition(";")[0] for each in cookies)
    status, headers, _ = ask(behind, Cookie=own, Host="search.example")
    assert status == 200
    assert "wss://search.example" in headers["content-security-policy"]
    for origin in (
        "http://search.example",
        "https://search.example:444",
        "https://evil.example",
        behind,
    ):
        assert sign_in(behind, PASSPHRASE, Origin=origin, Host="search.example")[0] == 403


@pytest.mark.parametrize(
    "url",
    [
        "http://search.example",
        "search.example",
        "https://",
        "https://a/b",
        "https://a?b",
        "https://a:x",
        "https://ä b",
    ],
)
def test_a_url_that_cannot_be_kept_is_a_sentence(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("FOLLOWUP_URL", url)
    with pytest.raises(FollowupError, match="FOLLOWUP_URL"):
        public_url()


def test_a_public_url_asks_for_a_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLLOWUP_URL", URL)
    monkeypatch.delenv("FOLLOWUP_PASSPHRASE", raising=False)
    with pytest.raises(FollowupError, match="FOLLOWUP_PASSPHRASE"):
        passphrase_for("127.0.0.1")


def test_wrong_passphrases_cost_their_sender_alone(behind: str) -> None:
    for number in range(60):
        other = {"X-Forwarded-For": f"198.51.100.{number // 6}"}
        assert sign_in(behind, "wrong wrong wrong", **other)[0] == (429 if number % 6 == 5 else 401)
    mine = {"X-Forwarded-For": "203.0.113.9"}
    assert sign_in(behind, PASSPHRASE, **mine)[0] == 303


def test_nobody_is_believed_who_was_not_named(tmp_path: Path) -> None:
    env = {"FOLLOWUP_PASSPHRASE": PASSPHRASE, "FOLLOWUP_LOG": str(tmp_path / "log")}
    with served(tmp_path, **env) as url:
        said = [
            sign_in(url, "wrong wrong wrong", **{"X-Forwarded-For": f"198.51.100.{number}"})[0]
            for number in range(7)
        ]
        assert said == [401] * 5 + [429] * 2
        _, headers, _ = ask(url, X_Forwarded_Proto="https")
        assert not any("; Secure" in each for each in headers.get_all("set-cookie", []))


def test_who_signs_out_is_out(closed: str) -> None:
    session = session_of(closed)
    assert b"Sign out" in ask(closed, "/_signout", Cookie=session)[2]
    assert ask(closed, Cookie=session)[0] == 200, "to look does nothing"
    evil = {"Origin": "http://evil.example", "Cookie": session}
    assert ask(closed, "/_signout", "POST", b"", **evil)[0] == 403
    status, headers, _ = ask(closed, "/_signout", "POST", b"", Origin=closed, Cookie=session)
    assert (status, headers["location"]) == (303, "/")
    assert "Max-Age=0" in headers["set-cookie"]
    assert ask(closed, Cookie=session)[0] == 401, "not only the cookie is gone"


@pytest.mark.parametrize(
    "place", ["/é/evil.example/", "/%C3%A9/evil.example/", "/\u2028/evil.example", "/ä/evil", "/\t/evil.example",
              "/%0d%0aX: y", "/%5cevil.example", "/\ud800/evil.example"]
)  # fmt: skip
def test_a_redirect_goes_to_the_bytes_that_were_checked(closed: str, place: str) -> None:
    body = urlencode({"passphrase": PASSPHRASE, "next": place}, errors="surrogatepass").encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Origin": closed}
    status, headers, _ = ask(closed, "/_signin", "POST", body, **kind)
    target = urlsplit(urljoin(closed, headers["location"]))
    assert (status, target.netloc) == (303, urlsplit(closed).netloc)
    assert not headers["location"].startswith(("//", "/\\"))


def test_for_every_address_the_one_is_shown_that_another_device_reaches() -> None:
    for address in ("0.0.0.0", "::"):
        assert shown_host(address) not in ("0.0.0.0", "[::]", "")
        assert shown_host(address) in hosts_of(address)
    assert shown_host("::1") == "[::1]"
    assert "[::1]" in hosts_of("::1")


# ---- on this computer


def stranger(address: str, path: str, *headers: str) -> str:
    """The whole answer to a browser that was never here."""
    place = urlsplit(address)
    lines = [f"GET {path} HTTP/1.1", f"Host: {place.netloc}", "Connection: close", *headers, "", ""]
    with socket.create_connection((place.hostname, place.port), timeout=20) as link:
        link.sendall("\r\n".join(lines).encode())
        return b"".join(iter(lambda: link.recv(65_536), b"")).decode()


def test_without_the_token_nobody_is_let_in_and_it_is_said_how(address: str) -> None:
    for path in (
        "/",
        "/timeline",
        "/static/js/main.js",
        "/_stcore/host-config",
        "/?token=wrong",
        "/?token=",
    ):
        answer = stranger(address, path)
        assert answer.startswith("HTTP/1.1 401 "), path
        assert "?token=" in answer
        assert "followup_access" not in answer
    assert stranger(address, "/_stcore/health").startswith("HTTP/1.1 200 ")


def test_the_token_is_exchanged_for_a_cookie_that_outlives_restarts(tmp_path: Path) -> None:
    cookies = []
    for _ in range(2):
        with served(tmp_path, FOLLOWUP_TOKEN="") as url:
            printed = re.findall(r"http://\S+", (tmp_path / "server.log").read_text())[-1]
            assert printed.startswith(f"{url}/?token=")
            place = urlsplit(printed)
            answer = stranger(url, f"/timeline?a=b&{place.query}")
            assert answer.startswith("HTTP/1.1 200 ")
            assert 'content="0;url=/timeline?a=b"' in answer.replace("&amp;", "&")
            (line,) = re.findall(r"set-cookie: (followup_access\S+=\S+; .*Max-Age=\d+.*)\r", answer)
            assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(line.split("; "))
            cookies.append(line.partition(";")[0])
            assert ask(url, Cookie=cookies[0])[0] == 200
            assert place.query.partition("=")[2] not in cookies[0], (
                "who reads the cookie has not the token"
            )
    assert cookies[0] == cookies[1]
    (kept,) = tmp_path.rglob("access")
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("spoil", ["chmod", "link", "empty", "folder"])
def test_a_token_that_others_may_know_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("FOLLOWUP_TOKEN", raising=False)
    known = own_token()
    assert own_token() == known
    (path,) = tmp_path.rglob("access")
    match spoil:
        case "chmod":
            path.chmod(0o644)
        case "link":
            path.rename(tmp_path / "elsewhere")
            path.symlink_to(tmp_path / "elsewhere")
        case "empty":
            path.write_text("")
        case _:
            path.unlink()
            path.mkdir()
    assert own_token() != known
    assert len(own_token()) > 40


def test_a_link_on_another_site_leads_in_by_a_page_of_ours(address: str) -> None:
    answer = stranger(address, "/timeline?a=b", "Sec-Fetch-Site: cross-site")
    assert answer.startswith("HTTP/1.1 200 ")
    assert "0;url=/timeline?a=b" in answer
    assert "stApp" not in answer
    assert "followup_access" not in answer
