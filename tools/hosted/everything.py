"""Follow-up as it is hosted, on real parts: PostgreSQL, a provider to sign in at, two processes behind HAProxy."""

import contextlib
import os
import secrets
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.hosted.postgres import Cluster, programs, running

ROOT = Path(__file__).resolve().parents[2]
HAPROXY = shutil.which("haproxy", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
_PATIENCE = 90.0
_AUTH = """[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{secret}"
client_id = "followup"
client_secret = "made up"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""


@dataclass
class Hosted:
    """What is running: the address for the browser, the processes there, their database, and who says who one is."""

    address: str
    issuer: str
    cluster: Cluster
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)


@contextlib.contextmanager
def hosted(folder: Path, ports: Sequence[int], **env: str) -> Iterator[Hosted]:
    """All of it in this folder, on these ports (the browser's, the database's, the provider's, two of ours).

    Without HAProxy the first process answers alone.
    """
    where = programs()
    if where is None:
        raise RuntimeError("There is no PostgreSQL: install Debian's package postgresql.")
    front, database, provider, *own = ports
    address = f"http://localhost:{front if HAPROXY else own[0]}"
    with contextlib.ExitStack() as ends:
        cluster = ends.enter_context(running(where, database))
        call = [sys.executable, "-m", "oidc_provider_mock", "--port", str(provider)]
        ends.enter_context(_ended(call, folder, {}))
        _wait(f"http://localhost:{provider}/.well-known/openid-configuration")
        auth = folder / "auth.toml"
        secret = secrets.token_urlsafe(32)
        auth.write_text(_AUTH.format(address=address, secret=secret, provider=provider))
        told = {
            "FOLLOWUP_DATABASE": cluster.url(),
            "FOLLOWUP_AUTH": str(auth),
            "FOLLOWUP_SECRET": secret,
            "FOLLOWUP_URL": address,
            "FOLLOWUP_PROXY": "127.0.0.1",
            "HOME": str(folder),
            **env,
        }
        made = Hosted(address, f"http://localhost:{provider}", cluster)
        for port in own:
            made.processes.append(ends.enter_context(_process(port, folder, told)))
        if HAPROXY:
            config = folder / "haproxy.cfg"
            config.write_text(_local(front, own))
            ends.enter_context(_ended([HAPROXY, "-f", str(config)], folder, {}))
        _wait(f"{address}/_stcore/health")
        yield made


def _local(front: int, own: Sequence[int]) -> str:
    """deploy/haproxy.cfg for this computer: without a certificate, and on these ports."""
    text = (ROOT / "deploy" / "haproxy.cfg").read_text("utf-8")
    for found, instead in (
        ("bind :443 ssl crt /etc/haproxy/search.example.pem", f"bind 127.0.0.1:{front}"),
        ("    http-request set-header X-Forwarded-Proto https\n", ""),
        ("search.example", "localhost"),
        ("httponly secure", "httponly"),
        ("127.0.0.1:8501", f"127.0.0.1:{own[0]}"),
        ("127.0.0.1:8502", f"127.0.0.1:{own[1]}"),
    ):
        if found not in text:
            raise RuntimeError(f"deploy/haproxy.cfg does not say: {found}")
        text = text.replace(found, instead)
    return text


@contextlib.contextmanager
def _process(port: int, folder: Path, told: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    call = [sys.executable, "-m", "followup", "serve", "--port", str(port)]
    own = {**told, "FOLLOWUP_LOG": str(folder / f"{port}.log")}
    with _ended(call, folder, own) as running_one:
        _wait(f"http://localhost:{port}/_stcore/health")
        yield running_one


@contextlib.contextmanager
def _ended(
    call: Sequence[str], folder: Path, told: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / "out.log").open("ab") as out:
        process = subprocess.Popen(
            call,
            cwd=ROOT,
            env={**os.environ, **told},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=1):  # noqa: S310 - ours
            return
        time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")
