"""A malicious page in the same browser, and another user of the same computer: they get nothing and change nothing."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import idle, serving
from tests.builders import applied, facts, interview

NOW = "03-03 12:30"
ATTACKS = """async address => {
  const found = {};
  const tried = async (name, doing) => { try { found[name] = await doing(); } catch (e) { found[name] = 'no'; } };
  await tried('read', async () => (await fetch(address, { credentials: 'include' })).text());
  await tried('cors', async () =>
    (await fetch(address + '/_stcore/host-config', { mode: 'cors', credentials: 'include' })).text());
  await tried('socket', () => new Promise((yes, no) => {
    const socket = new WebSocket(address.replace('http', 'ws') + '/_stcore/stream');
    socket.onopen = () => yes('open'); socket.onerror = () => no();
  }));
  for (const [name, method, path] of [['upload', 'PUT', '/_stcore/upload_file/a/b'], ['form', 'POST', '/_signin']])
    await tried(name, async () => (await fetch(address + path, { method, body: 'x', credentials: 'include' })).text());
  const loads = (kind, path) => new Promise((yes, no) => {
    const node = document.createElement(kind);
    node.onload = () => yes('loaded'); node.onerror = () => no();
    node.src = address + path;
    document.body.append(node);
  });
  await tried('picture', () => loads('img', '/favicon.png'));
  await tried('script', () => loads('script', '/'));
  const frame = document.createElement('iframe');
  frame.src = address;
  document.body.append(frame);
  return found;
}"""


@pytest.fixture
def evil(tmp_path: Path) -> Iterator[str]:
    """Another program on this computer that serves pages."""
    folder = tmp_path / "evil"
    folder.mkdir()
    (folder / "index.html").write_text("<title>Win a prize</title><h1>Win</h1>")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.wide
def test_a_page_of_another_port_gets_nothing(page: Page, evil: str, tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    with serving(tmp_path, facts(applied("Globex", interview("03-02 10:00"))), NOW) as address:
        page.goto(address)  # the browser has our cookies, which know no ports
        idle(page)
        before = path.read_bytes()
        page.goto(evil)
        assert set(page.evaluate(ATTACKS, address).values()) == {"no"}
        inside = next(frame for frame in page.frames if frame != page.main_frame)
        assert "Globex" not in inside.content()
        assert "stApp" not in inside.content()

        # A window that it opens, on an address that a click of ours would change something on.
        with page.context.expect_page() as opened:
            page.evaluate(
                "a => { window.ours = window.open(a + '/interviews?delete=globex') }", address
            )
        ours = opened.value
        idle(ours)
        expect(ours.get_by_role("heading", level=1)).to_have_text("Interviews")
        assert ours.evaluate("window.opener") is None
        reached = (
            "() => { try { return ours.closed || ours.document.title } catch { return true } }"
        )
        assert page.evaluate(reached) is True
        assert path.read_bytes() == before


@pytest.mark.wide
@pytest.mark.skipif(os.name == "nt", reason="the rights of files are POSIX's")
def test_another_user_of_this_computer_can_read_nothing(page: Page, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    path = home / "search" / "data.json"
    env = {"HOME": str(home), "XDG_DATA_HOME": str(home / "share"), "FOLLOWUP_DATA": str(path)}
    before = os.umask(0)  # whoever forgets to say it gives everybody all rights
    try:
        with serving(
            tmp_path, None, NOW, FOLLOWUP_LOG=str(home / "logs" / "log"), **env
        ) as address:
            page.goto(address)
            idle(page)
            page.get_by_role("button", name="Load the demo data").click()
            expect(page.get_by_test_id("stBottom")).to_be_visible()
            page.goto(address + "/compose")
            idle(page)
            page.get_by_label("Text", exact=True).fill("Dear Ann, my own words")
            page.get_by_label("Text", exact=True).press("Tab")
            idle(page)
            page.goto(address + "/data")
            idle(page)
            page.get_by_role("button", name="Back up now").click()
            expect(page.get_by_text("by hand")).to_be_visible()
    finally:
        os.umask(before)
    made = sorted(each for each in home.rglob("*") if each.is_file())
    names = " ".join(each.name for each in made)
    for word in ("data.json", "data.drafts.json", ".lock", "by-hand.json", "log"):
        assert word in names
    assert {each.name: oct(each.stat().st_mode & 0o077) for each in made} == {
        each.name: "0o0" for each in made
    }
