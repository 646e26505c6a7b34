"""nginx with TLS in front, set up as docs/proxy.md says: sign in, the WebSocket, an upload, sign out."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from followup.model.lossless.codec import encode
from tests.browser.conftest import idle
from tests.builders import applied, facts, interview
from tests.served import CHECKOUT, ROOT, Server, free_port, wait_for

PASSPHRASE = "correct horse battery staple ä"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
OPENSSL = shutil.which("openssl")
pytestmark = pytest.mark.skipif(not (NGINX and OPENSSL), reason="needs nginx and openssl")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address that nginx gives the dashboard."""
    port = free_port()
    url = f"https://localhost:{port}"
    certificate = ["-keyout", tmp_path / "key", "-out", tmp_path / "pem", "-subj", "/CN=localhost"]
    make = [OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *certificate]
    subprocess.run([str(each) for each in make], check=True, capture_output=True)
    env = {
        "FOLLOWUP_URL": url,
        "FOLLOWUP_PROXY": "127.0.0.1",
        "FOLLOWUP_LOG": str(tmp_path / "log"),
    }
    with Server(CHECKOUT, ROOT, tmp_path, FOLLOWUP_PASSPHRASE=PASSPHRASE, **env) as server:
        (block,) = re.findall(
            r"```nginx\n(.*?)```", (ROOT / "docs" / "proxy.md").read_text(), re.DOTALL
        )
        for found, instead in (
            ("listen 443", f"listen 127.0.0.1:{port}"),
            ("search.example;", "localhost;"),
            ("/etc/ssl/search.example.pem", str(tmp_path / "pem")),
            ("/etc/ssl/search.example.key", str(tmp_path / "key")),
            ("http://127.0.0.1:8501", server.address),
        ):
            assert found in block
            block = block.replace(found, instead)
        temporary = "\n".join(
            f"{kind}_temp_path {tmp_path}/{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        conf = tmp_path / "nginx.conf"
        conf.write_text(
            f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;\n"
            f"events {{}}\nhttp {{ access_log off; {temporary}\n{block} }}\n"
        )
        with subprocess.Popen([str(NGINX), "-c", str(conf), "-p", str(tmp_path)]) as nginx:
            try:
                wait_for(port)
                yield url
            finally:
                nginx.terminate()


@pytest.mark.wide
def test_behind_nginx_one_signs_in_uploads_and_signs_out(
    browser: Browser, browser_context_args: dict[str, Any], address: str, tmp_path: Path
) -> None:
    export = tmp_path / "export.json"
    export.write_bytes(encode(facts(applied("Globex", interview("03-02 10:00")))))
    context = browser.new_context(**browser_context_args, ignore_https_errors=True)
    page = context.new_page()
    page.goto(f"{address}/data")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Data")
    idle(page)
    cookies = [each for each in context.cookies() if each["name"].startswith("followup_session")]
    assert [each["secure"] for each in cookies] == [True]
    page.locator("input[type=file]").first.set_input_files(export)
    expect(page.get_by_text("1 application comes in")).to_be_visible()
    page.goto(f"{address}/_signout")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Passphrase")).to_be_visible()
    page.goto(f"{address}/data")
    expect(page.get_by_label("Passphrase")).to_be_visible()
    context.close()
