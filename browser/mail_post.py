"""What the mail scenarios work with: a portal process, a mail server process, and the outbox between them."""

import collections
import json
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

from scenario import expect
from server import Server

HERE = pathlib.Path(__file__).resolve().parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(what: str, condition, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        expect(time.monotonic() < end, f"after {seconds:.0f} s, still not: {what}")
        time.sleep(0.05)


class Post:
    """One portal with a database of its own, and the port of its mail server, which may or may not be running."""

    def __init__(self, binary: str, filled: pathlib.Path | None = None):
        """`filled`: a database that has been started with before, to save the minutes that filling one takes."""
        self.binary = binary
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tremplin-mail-"))
        self.database = self.folder / "tremplin.sqlite"
        self.journal = self.folder / "journal"
        self.port = free_port()
        self.portal_port = free_port()
        # Settings of one scenario, as flags.
        self.extra: list[str] = []
        self.processes: list[subprocess.Popen] = []
        self.portal: subprocess.Popen | None = None
        self.server: subprocess.Popen | None = None
        if filled:
            shutil.copy(filled, self.database)
        self.command("migrate")

    # -- the command

    def arguments(self, url: str | None = None, sender: str = "Tremplin <no-reply@portal.example>") -> list[str]:
        url = url or f"smtp://127.0.0.1:{self.port}?timeout=4"
        return ["--database", str(self.database), "--mail-url", url, "--mail-from", sender, *self.extra]

    def command(self, *words: str, url: str | None = None, environment: dict | None = None) -> subprocess.CompletedProcess:
        return subprocess.run([self.binary, *words, *self.arguments(url)], capture_output=True, text=True, env=environment, timeout=120)

    def queue(self, address: str, count: int = 1, language: str = "en") -> None:
        done = self.command("mail", "test", "--to", address, "--lang", language, "--queue", str(count))
        expect(done.returncode == 0, done.stderr)

    def counts(self) -> dict[str, int]:
        return json.loads(self.command("mail", "outbox", "--json").stdout)

    # -- the mail server

    def start_server(self, *options: str) -> None:
        command = [sys.executable, str(HERE / "mail_server.py"), str(self.port), str(self.journal), *options]
        self.server = subprocess.Popen(command, stderr=open(self.folder / "server.log", "ab"))
        self.processes.append(self.server)
        wait("the mail server listens", self.is_listening)

    def is_listening(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def kill_server(self) -> None:
        self.server.kill()
        self.server.wait()

    @property
    def taken(self) -> list[dict]:
        """Every mail the server has taken; a line that was being written when it was killed was not confirmed."""
        if not self.journal.exists():
            return []
        lines = self.journal.read_text(encoding="utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    # -- the portal

    def start_portal(self) -> None:
        log = open(self.folder / "portal.log", "ab")
        command = [self.binary, "serve", "--port", str(self.portal_port), "--log-level", "notice", *self.arguments()]
        self.portal = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        self.processes.append(self.portal)
        wait("the portal is ready", lambda: Server.is_ready(self.portal_port) or self.portal.poll() is not None, 300)
        expect(self.portal.poll() is None, self.log)

    def kill_portal(self) -> None:
        self.portal.kill()
        self.portal.wait()

    def stop_portal(self) -> int:
        self.portal.send_signal(signal.SIGTERM)
        return self.portal.wait(60)

    @property
    def log(self) -> str:
        return (self.folder / "portal.log").read_text(errors="replace")

    def rows(self, query: str) -> list[tuple]:
        """Read beside the portal, as a second process may."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def confirmed(self) -> set[str]:
        return {f"<{id}@portal.example>" for (id,) in self.rows("SELECT id FROM outbox WHERE state = 'sent'")}

    def queued(self) -> set[str]:
        return {f"<{id}@portal.example>" for (id,) in self.rows("SELECT id FROM outbox")}

    def sent_again(self) -> list[str]:
        """Mails the server took after the portal had noted that it has them."""
        noted = {f"<{id}@portal.example>": time for id, time in self.rows("SELECT id, finished_at FROM outbox WHERE state = 'sent'")}
        # A millisecond, because the portal's clock is read in whole ones.
        return [f"{one['id']} {one['at'] * 1000 - noted[one['id']]:.0f} ms later" for one in self.taken if one["at"] * 1000 > noted.get(one["id"], 1e18) + 1]

    def times(self) -> collections.Counter:
        """How often each mail was taken."""
        return collections.Counter(one["id"] for one in self.taken)

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
                process.wait()
        for file in sorted(self.folder.rglob("*"), reverse=True):
            file.unlink() if file.is_file() else file.rmdir()
        self.folder.rmdir()

