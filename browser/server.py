"""A portal of our own: started on a free port with a database that is thrown away."""

import http.client
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

import labour_market

# A debug build reads the reference data, fills the demonstration catalogue and indexes both: on two cores that takes a while.
START_SECONDS = 300
STOP_SECONDS = 20


class Server:
    def __init__(self, binary: str, log: pathlib.Path):
        self.binary = binary
        self.log = log
        self.process: subprocess.Popen | None = None
        self.folder = tempfile.TemporaryDirectory(prefix="tremplin-browser-")
        self.database = pathlib.Path(self.folder.name) / "tremplin.sqlite"
        self.mail = pathlib.Path(self.folder.name) / "mail"
        self.base_url = ""

    def start(self) -> str:
        if not pathlib.Path(self.binary).exists():
            raise SystemExit(f"{self.binary} is not there: build it first (swift build).")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [self.binary, "serve", "--demo", "--host", "127.0.0.1", "--port", str(port)]
        command += ["--database", str(self.database), "--mail-url", f"folder:{self.mail}"]
        self.base_url = f"http://127.0.0.1:{port}"
        # Before the portal starts, so that its first page has the figures.
        subprocess.run([self.binary, "migrate", "--database", str(self.database)], check=True, capture_output=True)
        labour_market.load(self.binary, self.database)
        command += ["--portal-base-url", self.base_url]
        started = time.monotonic()
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        while time.monotonic() - started < START_SECONDS:
            if self.process.poll() is not None:
                self.print_log()
                raise SystemExit(f"the portal stopped at once, with status {self.process.returncode}")
            if self.is_ready(port):
                print(f"the portal is ready on port {port} after {time.monotonic() - started:.1f} s", flush=True)
                return self.base_url
            time.sleep(0.2)
        self.stop()
        self.print_log()
        raise SystemExit(f"the portal was not ready within {START_SECONDS} s")

    def run(self, *arguments: str) -> str:
        """One of the portal's commands over the same database. Returns what it printed."""
        command = [self.binary, *arguments, "--database", str(self.database), "--portal-base-url", self.base_url]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            raise AssertionError(f"{' '.join(arguments)} ended with {result.returncode}: {result.stderr}")
        return result.stdout.strip()

    @staticmethod
    def is_ready(port: int) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def stop(self) -> str | None:
        """Asks the portal to stop, as a service manager does. Returns what went wrong, if anything."""
        problem = None
        if self.process is not None:
            if self.process.poll() is not None:
                problem = f"it had stopped already, with status {self.process.returncode}"
            else:
                self.process.send_signal(signal.SIGTERM)
                try:
                    status = self.process.wait(STOP_SECONDS)
                    problem = f"its status was {status}" if status != 0 else None
                except subprocess.TimeoutExpired:
                    self.process.kill()
                    self.process.wait()
                    problem = f"it still ran {STOP_SECONDS} s after SIGTERM"
        self.folder.cleanup()
        return problem

    def print_log(self, lines: int = 40) -> None:
        text = self.log.read_text(errors="replace").splitlines()
        print(f"--- last lines of {self.log}")
        print("\n".join(text[-lines:]), flush=True)
