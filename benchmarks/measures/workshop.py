"""Where the measures work: the built programs, the corpora kept between runs, and the server they start."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SEED = "7"


class Workshop:
    def __init__(self, cache, date, seconds):
        self.cache = cache
        self.date = date
        self.seconds = seconds
        self.engine = ROOT / "benchmarks/.build/release/Benchmarks"
        self.portal = ROOT / ".build/release/tremplin"
        self.in_process = {}

    def say(self, text):
        print(f"==> {text}", file=sys.stderr, flush=True)

    def folder(self, size):
        """A corpus is of one day: dates in it are counted from today. Those of other days are removed."""
        folder = self.cache / f"{size}-{self.date}"
        for old in self.cache.glob(f"{size}-*"):
            if old != folder:
                shutil.rmtree(old)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    # Corpora

    def options(self, size):
        return ["--programs", str(size), "--seed", SEED, "--date", self.date]

    def peers_corpus(self, size):
        folder = self.folder(size)
        if not (folder / "corpus-complete").exists():
            self.say(f"corpus for the peers, {size:,} programs")
            subprocess.run([self.engine, "corpus", *self.options(size), "--folder", folder], check=True)
            (folder / "corpus-complete").touch()
        return folder

    def table(self, size):
        """The CSV file of the programs; the institutions' lies beside it."""
        path = self.folder(size) / "programs.csv"
        if not path.exists():
            self.say(f"table of {size:,} programs")
            partial = path.with_name("partial.csv")
            self.command("demo", *self.options(size), "--output", partial, "--database", partial.with_name("none.sqlite"))
            partial.with_name("partial-institutions.csv").rename(path.with_name("programs-institutions.csv"))
            partial.rename(path)
        return path

    def database(self, size):
        """A database with the programs in it."""
        path = self.folder(size) / "portal.sqlite"
        if not (path.with_name("database-complete")).exists():
            self.say(f"database of {size:,} programs")
            self.remove_database(path)
            self.command("migrate", "--database", path)
            self.command("demo", *self.options(size), "--database", path)
            path.with_name("database-complete").touch()
        return path

    def remove_database(self, path):
        for suffix in ("", "-wal", "-shm"):
            pathlib.Path(f"{path}{suffix}").unlink(missing_ok=True)

    # Programs

    def command(self, *arguments):
        subprocess.run([self.portal, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def measured(self, *arguments):
        """Runs the portal's command; its seconds and the most memory it held, in bytes."""
        start = time.perf_counter()
        process = subprocess.Popen([self.portal, *map(str, arguments)], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"tremplin {' '.join(map(str, arguments))} ended with {process.returncode}")
        scale = 1 if sys.platform == "darwin" else 1_024
        return seconds, usage.ru_maxrss * scale

    def engine_figures(self, size):
        """Search, recommendations, edits and memory, all measured in one process; once for each size."""
        if size not in self.in_process:
            self.say(f"engine, {size:,} programs")
            answer = subprocess.run([self.engine, "measure", *self.options(size)], check=True, stdout=subprocess.PIPE)
            self.in_process[size] = json.loads(answer.stdout)
        return self.in_process[size]

    def peer(self, script, folder, *arguments):
        self.say(f"{script}, {folder.name}")
        command = [sys.executable, ROOT / "benchmarks/peers" / script, folder, *arguments]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)

    @contextlib.contextmanager
    def server(self, database, extra_assets=()):
        """A portal on a free port; it ends with the block."""
        home = self.cache / "server"
        with Server(self.portal, home, database, extra_assets) as server:
            yield server


class Server:
    """Runs from a copy of the program and its resources, so that a file of a measure's own can be served beside the portal's."""

    def __init__(self, program, home, database, extra_assets):
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        os.link(program.resolve(), home / program.name) if same_device(program, home) else shutil.copy2(program, home)
        for resources in program.parent.resolve().glob("tremplin_*.resources"):
            shutil.copytree(resources, home / resources.name)
        images = home / "tremplin_Web.resources" / "Resources" / "images"
        for name, content in extra_assets:
            (images / name).write_bytes(content)
        self.command = [home / program.name, "serve", "--database", database, "--http-port", str(free_port()), "--log-level", "warning"]
        # Reading a million programs takes hours of half a processor: what is measured here is answering.
        self.command += ["--tags-suggest", "false"]
        self.address = None
        self.seconds_to_ready = None

    def __enter__(self):
        start = time.perf_counter()
        self.process = subprocess.Popen([*map(str, self.command)], stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("http://"):
                self.address = line.strip()
                break
        if self.address is None:
            raise SystemExit(f"the portal did not start: {self.process.wait()}")
        with urllib.request.urlopen(self.address + "/health/ready") as answer:
            assert answer.status == 200
        self.seconds_to_ready = time.perf_counter() - start
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def resident(self):
        """Bytes in memory now, and the most there ever were; `None` where the system has no /proc."""
        try:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return None
        return tuple(int(re.search(rf"{key}:\s+(\d+)", status)[1]) * 1_024 for key in ("VmRSS", "VmHWM"))

    def get(self, path, gzip=False):
        request = urllib.request.Request(self.address + path, headers={"Accept-Encoding": "gzip"} if gzip else {})
        with urllib.request.urlopen(request) as answer:
            return answer.read()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def same_device(a, b):
    return a.resolve().stat().st_dev == b.stat().st_dev
