#!/usr/bin/env python3
"""Uses a portal as people do, for minutes, while another process edits its programs.

Fails when an answer is not what it should be, when an edit does not show, or when the server's memory keeps growing after a warm-up. Prints
the 99th percentile of every kind of request.
"""

import argparse
import contextlib
import csv
import http.client
import json
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Share of the time that does not count for memory: caches fill and the allocator's pools grow to their size.
WARM_UP = 0.3
# What memory may grow by from then to the end: the noise of an allocator, not a leak of 10 bytes a request.
ALLOWED_GROWTH_MB = 24
# A change of another process is polled for once a second; a debug build under load needs its time.
VISIBLE_WITHIN = 10

parser = argparse.ArgumentParser(prog="script/soak", description=__doc__)
parser.add_argument("--minutes", type=float, default=10)
parser.add_argument("--programs", type=int, default=2_500)
parser.add_argument("--rate", type=float, default=150, help="requests a second at most")
parser.add_argument("--edit-every", type=float, default=5, help="seconds from one edit to the next")
parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/release/tremplin")
options = parser.parse_args()


class Portal:
    """A portal with an invented catalogue, in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.database = folder / "soak.sqlite"
        self.table = folder / "programs.csv"
        self.command("migrate")
        self.command("demo", "--programs", options.programs, "--seed", 11, "--output", self.table)
        self.command("import", "institutions", folder / "programs-institutions.csv")
        self.command("import", "programs", self.table)

    def command(self, *arguments):
        command = [options.binary, *arguments, "--database", self.database]
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)

    @contextlib.contextmanager
    def running(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [options.binary, "serve", "--database", self.database, "--http-port", self.port, "--log-level", "warning"]
        with open(self.folder / "server.log", "wb") as log:
            self.process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=log)
        try:
            if not self.process.stdout.readline().startswith(b"http://"):
                raise SystemExit("The portal did not start: " + (self.folder / "server.log").read_text())
            yield
        finally:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)

    def megabytes(self):
        with contextlib.suppress(OSError):
            for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1_000
        return None


class Reader:
    """One person with one connection, who asks for this and that."""

    def __init__(self, port, programs, numbers):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.programs = programs
        self.numbers = numbers
        self.jobs = ["welder", "soudeuse", "nurse", "infirmier", "cook", "cuisinière", "truck driver", "commis comptable", "web developer",
                     "préposé aux bénéficiaires", "carpenter", "machiniste", "early childhood educator", "electricain", "psw", "it support"]
        self.times = {}
        self.failures = []
        self.count = 0

    def get(self, kind, path, status=200, contains=None):
        start = time.perf_counter()
        headers = {"Accept-Encoding": "gzip"} if contains is None and self.count % 2 else {}
        self.connection.request("GET", path, headers=headers)
        answer = self.connection.getresponse()
        body = answer.read()
        self.times.setdefault(kind, []).append(time.perf_counter() - start)
        self.count += 1
        if answer.status != status or not body and status == 200 or contains and contains.encode() not in body:
            self.failures.append(f"{kind} {path}: {answer.status}, {len(body)} bytes")
        return body

    def step(self):
        program = self.numbers.choice(self.programs)
        job = self.numbers.choice(self.jobs)
        words = [word for word in (program["title_en"] or program["title_fr"]).split() if word.isalpha()] or ["safety"]
        word = self.numbers.choice(words)
        search = urllib.parse.urlencode({"q": word, **self.numbers.choice(
            [{}, {"delivery": "online"}, {"price": "free"}, {"near": "K1A 0B1", "within": "100"}, {"sort": "start"}, {"page": "2"}])})
        occupation = (program["occupations"].split("|") or ["72106"])[0]
        visits = {
            "search": (30, lambda: self.get("search", f"/en/programs?{search}")),
            "recherche": (10, lambda: self.get("recherche", f"/fr/programmes?{search}")),
            "recommendations": (18, lambda: self.get("recommendations", "/en/recommendations?" + urllib.parse.urlencode({"job": job}))),
            "program": (15, lambda: self.get("program", f"/en/programs/{program['id']}", contains="<h1")),
            "occupation": (8, lambda: self.get("occupation", f"/fr/professions/{occupation}", contains="<h1")),
            "suggestions": (10, lambda: self.get("suggestions", "/api/v1/job-titles?" + urllib.parse.urlencode({"q": job[:4], "lang": "en"}))),
            "api": (6, lambda: json.loads(self.get("api", f"/api/v1/programs?{search}", contains="{"))),
            "home": (2, lambda: self.get("home", "/en")),
            "missing": (1, lambda: self.get("missing", f"/en/programs/{occupation}-none", status=404)),
        }
        kinds = list(visits)
        kind = self.numbers.choices(kinds, weights=[visits[kind][0] for kind in kinds])[0]
        try:
            visits[kind][1]()
        except (OSError, http.client.HTTPException, json.JSONDecodeError) as problem:
            self.failures.append(f"{kind}: {problem!r}")
            self.connection.close()


class Editor:
    """Another process that changes the titles of some programs, and looks whether readers see it."""

    def __init__(self, portal, programs, numbers):
        self.portal = portal
        self.programs = programs
        self.numbers = numbers
        self.importing = None
        self.pending = None
        self.number = 0
        self.seconds = []
        self.failures = []

    def step(self, reader):
        if self.pending is None:
            return self.begin()
        if self.importing is not None:
            if self.importing.poll() is None:
                return None
            if self.importing.returncode != 0:
                self.failures.append(f"import {self.number} ended with {self.importing.returncode}")
                self.pending = None
            self.importing = None
            self.started = time.perf_counter()
            return None
        program, mark = self.pending
        if mark.encode() in reader.get("edited", f"/api/v1/programs/{program['id']}"):
            self.seconds.append(time.perf_counter() - self.started)
            self.pending = None
        elif time.perf_counter() - self.started > VISIBLE_WITHIN:
            self.failures.append(f"edit {self.number} of {program['id']} did not show")
            self.pending = None
        return None

    def begin(self):
        self.number += 1
        mark = f"revised{self.number}"
        path = self.portal.folder / "changed.csv"
        changed = [dict(program) for program in self.numbers.sample(self.programs, 5)]
        for program in changed:
            for key in ("title_en", "title_fr"):
                if program[key]:
                    program[key] = f"{program[key].split(' revised')[0]} {mark}"
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=changed[0].keys())
            writer.writeheader()
            writer.writerows(changed)
        command = [options.binary, "import", "programs", path, "--database", self.portal.database]
        self.importing = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
        self.pending = (changed[0], mark)


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def growth(samples, start, end):
    """Megabytes from the end of the warm-up to the end, along the straight line nearest to the samples; and the middle of them."""
    counted = [(moment, value) for moment, value in samples if moment >= start + WARM_UP * (end - start)]
    if len(counted) < 3:
        return None
    middle = sum(moment for moment, _ in counted) / len(counted)
    mean = sum(value for _, value in counted) / len(counted)
    spread = sum((moment - middle) ** 2 for moment, _ in counted)
    slope = sum((moment - middle) * (value - mean) for moment, value in counted) / spread
    return slope * (counted[-1][0] - counted[0][0]), mean


def run(folder):
    portal = Portal(folder)
    numbers = random.Random(5)
    with open(portal.table, encoding="utf-8", newline="") as file:
        csv.field_size_limit(10_000_000)
        programs = [program for program in csv.DictReader(file) if program["state"] == "published"]
    with portal.running():
        reader, editor = Reader(portal.port, programs, numbers), Editor(portal, programs, numbers)
        start = time.perf_counter()
        end = start + 60 * options.minutes
        samples, next_edit, next_sample = [], start + 1, start
        while (now := time.perf_counter()) < end or editor.pending is not None:
            reader.step()
            if now >= next_edit and (editor.pending is not None or now < end):
                editor.step(reader)
                next_edit = now + (0.2 if editor.pending is not None else options.edit_every)
            if now >= next_sample:
                if (megabytes := portal.megabytes()) is not None:
                    samples.append((now, megabytes))
                next_sample = now + 1
            time.sleep(max(0, now + 1 / options.rate - time.perf_counter()))
        return report(reader, editor, growth(samples, start, end), samples)


def report(reader, editor, grown, samples):
    print(f"{'request':<16}{'count':>8}{'median ms':>12}{'p99 ms':>10}{'most ms':>10}")
    for kind, times in sorted(reader.times.items()):
        row = [1_000 * value for value in (percentile(times, 0.5), percentile(times, 0.99), max(times))]
        print(f"{kind:<16}{len(times):>8}{row[0]:>12.2f}{row[1]:>10.2f}{row[2]:>10.2f}")
    times = [value for values in reader.times.values() for value in values]
    print(f"{'all':<16}{len(times):>8}{1_000 * percentile(times, 0.5):>12.2f}{1_000 * percentile(times, 0.99):>10.2f}{1_000 * max(times):>10.2f}")
    if editor.seconds:
        print(f"{len(editor.seconds)} edits by another process, visible after {max(editor.seconds):.1f} s at most")
    failures = reader.failures + editor.failures
    if not editor.seconds:
        failures.append("no edit was seen")
    if grown is not None:
        print(f"memory {samples[0][1]:.0f} MB at first, {grown[1]:.0f} MB after the warm-up, {grown[0]:+.1f} MB from there to the end")
        if grown[0] > ALLOWED_GROWTH_MB:
            failures.append(f"memory grew by {grown[0]:.0f} MB after the warm-up; {ALLOWED_GROWTH_MB} are allowed")
    for failure in failures[:20]:
        print("FAILED  " + failure)
    print(f"{len(failures)} failures in {reader.count} requests")
    return 1 if failures else 0


if __name__ == "__main__":
    if not options.binary.exists():
        sys.exit(f"{options.binary} is not there: build it first, or name one with --binary.")
    with tempfile.TemporaryDirectory(prefix="tremplin-soak-") as temporary:
        sys.exit(run(pathlib.Path(temporary)))
