"""A PostgreSQL of our own, made anew from the programs that are installed, on a port of the loopback."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg

from followup.store.database.schema import migrate

OWNER, APP = "followup_owner", "followup_app"
_DEBIAN = Path("/usr/lib/postgresql")
_ACCOUNT = "postgres"  # that Debian's package makes: the server does not run as root
_ROLES = Path(__file__).resolve().parents[2] / "deploy" / "roles.sql"
_QUICK = "-c fsync=off -c full_page_writes=off"  # a test's data need not outlive the machine


def programs() -> Path | None:
    """The folder with initdb and pg_ctl; None: PostgreSQL is not installed, or nobody is there whom it could run as."""
    if os.geteuid() == 0 and not _has_account():
        return None
    found = sorted(_DEBIAN.glob("*/bin"), key=lambda each: int(each.parent.name.partition(".")[0]))
    on_path = shutil.which("initdb")
    return found[-1] if found else Path(on_path).resolve().parent if on_path else None


def _has_account() -> bool:
    with contextlib.suppress(KeyError):
        return bool(pwd.getpwnam(_ACCOUNT))
    return False


class Cluster:
    """A server in this folder, that may be stopped and started again."""

    def __init__(self, bin_folder: Path, folder: Path, port: int) -> None:
        self._bin = bin_folder
        self._data = folder / "data"
        self._log = folder / "log"
        self.port = port

    def url(self, role: str = APP, database: str = "followup") -> str:
        """How this role connects."""
        return f"postgresql://{role}@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        """Makes it, with the roles and the tables that Follow-up asks for, and starts it."""
        if os.geteuid() == 0:
            account = pwd.getpwnam(_ACCOUNT)
            os.chown(self._data.parent, account.pw_uid, account.pw_gid)
        words = [
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]
        self._run("initdb", "-D", str(self._data), *words)
        self.start()
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as connection:
            for statement in _ROLES.read_text("utf-8").split(";\n"):
                connection.execute(statement)
        migrate(self.url(OWNER))

    def start(self) -> None:
        """It answers once this returns."""
        where = f"-c port={self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        self._run(
            "pg_ctl",
            "-D",
            str(self._data),
            "-w",
            "-l",
            str(self._log),
            "-o",
            f"{where} {_QUICK}",
            "start",
        )

    def stop(self, how: str = "fast") -> None:
        """Ends it: `fast` cuts who is connected, `immediate` is as if it were killed."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", how, "stop")

    def _run(self, program: str, *words: str) -> None:
        as_account: Sequence[str] = ()
        if os.geteuid() == 0:
            as_account = ("setpriv", f"--reuid={_ACCOUNT}", f"--regid={_ACCOUNT}", "--init-groups")
        call = [*as_account, str(self._bin / program), *words]
        done = subprocess.run(
            call, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(call)}\n{done.stdout}{done.stderr}")


@contextlib.contextmanager
def running(bin_folder: Path, port: int) -> Iterator[Cluster]:
    """One that is made in a folder of its own, and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="followup-postgres-") as folder:
        cluster = Cluster(bin_folder, Path(folder), port)
        try:
            cluster.make()
            yield cluster
        finally:
            with contextlib.suppress(RuntimeError):  # a test may have ended it
                cluster.stop("immediate")
