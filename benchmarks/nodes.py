#!/usr/bin/env python3
"""Two nodes of the portal on one PostgreSQL, behind the proxy of deploy/haproxy.cfg: writes on one and reads on the other, nodes killed, the
database restarted, its replica taking over. Nothing accepted may be lost, nothing may be stale after a second, no error may be unclear.
"""

import argparse
import contextlib
import csv
import http.client
import os
import pathlib
import random
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
POSTGRES = ROOT / "script/postgres"
HAPROXY = shutil.which("haproxy") or "/usr/sbin/haproxy"
# A debug build loads the reference data on a busy machine.
START_SECONDS = 180
# Every node needs the same key; the portal on one machine makes its own.
ENVIRONMENT = {**os.environ, "TREMPLIN_SECRETS_KEY": secrets.token_hex(32)}
# After an outage: for the nodes to find the server that takes writes now, and the proxy to find the nodes.
RECOVERY_SECONDS = 60

parser = argparse.ArgumentParser(prog="script/nodes", description=__doc__)
parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/release/tremplin")
parser.add_argument("--throughput", action="store_true", help="also measure what one node and two answer a second")
options = parser.parse_args()
BINARY = options.binary.resolve()

passed = failed = 0


def check(sentence: str, holds: bool, otherwise: str = "") -> None:
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'ok    ' if holds else 'FAILED'} {sentence}" + ("" if holds or not otherwise else f"\n       {otherwise}"), flush=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(holds, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return holds()


class Answer:
    def __init__(self, status: int, headers, body: bytes):
        self.status, self.headers, self.body = status, headers, body.decode(errors="replace")


def ask(port: int, path: str, form: dict | None = None, timeout: float = 30, cookie: str = "") -> Answer | None:
    """`None` when the connection breaks: nobody was told that anything was accepted."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    headers = {"Cookie": cookie} if cookie else {}
    try:
        if form is None:
            connection.request("GET", path, headers=headers)
        else:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{port}"}
            connection.request("POST", path, urllib.parse.urlencode(form), headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


# ---- the servers -----------------------------------------------------------------------------------------------------


class Cluster:
    """A PostgreSQL that takes writes, and a replica that has every commit before it is answered."""

    def __init__(self, folder: pathlib.Path):
        os.chmod(folder, 0o755)
        self.primary, self.replica = folder / "primary", folder / "replica"
        self.environment = {**os.environ, "TREMPLIN_TEST_FSYNC": "on"}
        address = self.run("start", self.primary)
        self.sql(address, "CREATE DATABASE portal TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
        other = self.run("standby", self.replica, self.primary)
        # Only on the primary: the replica, once it takes over, waits for nobody.
        self.sql(address, "ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
        ports = [urllib.parse.urlsplit(one).port for one in (address, other)]
        self.address = f"postgresql://tremplin@127.0.0.1:{ports[0]},127.0.0.1:{ports[1]}/portal?target_session_attrs=read-write&connect_timeout=2"

    def run(self, *arguments) -> str:
        done = subprocess.run([POSTGRES, *map(str, arguments)], env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout.strip()

    def sql(self, address: str, *statements: str) -> None:
        for statement in statements:
            subprocess.run(["psql", "-q", "-d", address, "-c", statement], check=True, stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        for folder in (self.replica, self.primary):
            self.run("stop", folder)


class Node:
    def __init__(self, name: str, address: str, folder: pathlib.Path):
        self.name, self.address, self.port, self.log = name, address, free_port(), folder / f"{name}.log"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        command = [BINARY, "serve", "--demo", "--port", str(self.port), "--database", self.address, "--http-trusted-proxy", "true"]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=ENVIRONMENT)

    def is_ready(self) -> bool:
        answer = ask(self.port, "/health/ready", timeout=5)
        return answer is not None and answer.status == 200

    def wait(self) -> None:
        if not wait_until(lambda: self.is_ready() or self.process.poll() is not None, START_SECONDS) or self.process.poll() is not None:
            raise SystemExit(f"{self.name} did not become ready:\n" + self.log.read_text()[-3000:])

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.kill()


class Proxy:
    def __init__(self, nodes: list[Node], folder: pathlib.Path):
        self.port = free_port()
        nobody = f"127.0.0.1:{free_port()}"
        environment = {**os.environ, "TREMPLIN_PROXY_BIND": f"127.0.0.1:{self.port}", "TREMPLIN_PROXY_PAGES": str(ROOT / "deploy")}
        for number in range(4):
            environment[f"TREMPLIN_PROXY_NODE_{number + 1}"] = f"127.0.0.1:{nodes[number].port}" if number < len(nodes) else nobody
        with open(folder / "proxy.log", "wb") as log:
            self.process = subprocess.Popen([HAPROXY, "-f", ROOT / "deploy/haproxy.cfg", "-db"], env=environment, stdout=log, stderr=log)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


# ---- what people and institutions do ---------------------------------------------------------------------------------


class Portal:
    def __init__(self, folder: pathlib.Path, cluster: Cluster, nodes: list[Node]):
        self.folder, self.cluster, self.nodes = folder, cluster, nodes
        self.count = 0

    def command(self, *arguments, **keywords) -> subprocess.Popen:
        command = [BINARY, *map(str, arguments), "--database", self.cluster.address]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT, **keywords)

    def table(self, name: str, titles: dict[str, str]) -> pathlib.Path:
        """Programs of the first demonstration institution, by reference and title."""
        path = self.folder / f"{name}.csv"
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["institution", "reference", "title_en", "url", "offerings"])
            for reference, title in titles.items():
                writer.writerow([self.institution, reference, title, "https://granite.example/p", "open; online; ; en; free"])
        return path

    def publish(self, titles: dict[str, str]) -> tuple[int, str]:
        self.count += 1
        process = self.command("import", "programs", self.table(f"table-{self.count}", titles))
        output, _ = process.communicate(timeout=300)
        return process.returncode, output

    def learn(self) -> None:
        answer = ask(self.nodes[0].port, "/en/institutions")
        self.institution = re.search(r'/en/institutions/([a-z0-9-]+)"', answer.body).group(1)

    @staticmethod
    def found(port: int, words: str) -> int:
        answer = ask(port, "/api/v1/programs?" + urllib.parse.urlencode({"q": words, "lang": "en"}))
        found = re.search(r'"total"\s*:\s*(\d+)', answer.body) if answer else None
        return int(found.group(1)) if found else -1


def begin_quiz(port: int) -> tuple[str | None, Answer | None]:
    """The code of a quiz that was accepted, or the answer that says why not."""
    answer = ask(port, "/en/quiz", {"job": "personal support worker", "then": "continue"})
    code = re.search(r"/en/quiz/([0-9A-Z-]+)/direction", answer.headers.get("Location", "")) if answer and answer.status == 303 else None
    return (code.group(1), answer) if code else (None, answer)


def knows_quiz(port: int, code: str) -> bool:
    answer = ask(port, f"/en/quiz/{code}/answers")
    return answer is not None and answer.status == 200


class Load:
    """People who begin quizzes and search, one request after the other, through the proxy."""

    def __init__(self, port: int, people: int = 6):
        self.port, self.accepted, self.refused, self.broken, self.unclear = port, [], 0, 0, []
        self.searches = self.failed_searches = 0
        self.isOver = threading.Event()
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.person, args=(number,)) for number in range(people)]

    def person(self, number: int) -> None:
        while not self.isOver.is_set():
            if number % 2:
                self.search()
            else:
                self.quiz()
            # All together stay below what the proxy takes from one address.
            time.sleep(0.15)

    def quiz(self) -> None:
        code, answer = begin_quiz(self.port)
        with self.lock:
            if code:
                self.accepted.append(code)
            elif answer is None:
                self.broken += 1
            else:
                self.refused += 1
                if not is_clear(answer):
                    self.unclear.append(f"{answer.status}: {answer.body[:200]!r}")

    def search(self) -> None:
        answer = ask(self.port, "/en/programs?" + urllib.parse.urlencode({"q": random.choice(["welding", "care", "data", "soins"])}))
        with self.lock:
            self.searches += 1
            if answer is None or answer.status != 200:
                self.failed_searches += 1
                if answer is not None and not is_clear(answer):
                    self.unclear.append(f"{answer.status}: {answer.body[:200]!r}")

    @contextlib.contextmanager
    def running(self):
        for thread in self.threads:
            thread.start()
        try:
            yield self
        finally:
            self.isOver.set()
            for thread in self.threads:
                thread.join()


def is_clear(answer: Answer) -> bool:
    """A page with a heading and a language, or JSON that says what is wrong; and it says that it is the portal's fault, for now."""
    isPage = "<h1" in answer.body and "lang=" in answer.body
    return answer.status in (429, 502, 503) and (isPage or '"title"' in answer.body) and "Fatal" not in answer.body


def all_there(port: int, codes: list[str]) -> list[str]:
    return [code for code in codes if not knows_quiz(port, code)]


# ---- the scenario ----------------------------------------------------------------------------------------------------


def shows_on_both(portal: Portal, nodes: list[Node]) -> None:
    late = []
    for number in range(8):
        word = f"Zircon{number:03d}"
        status, output = portal.publish({f"ZN-{number}": f"{word} handling"})
        if status:
            late.append(f"the import failed: {output[-300:]}")
            continue
        end = time.monotonic() + 1
        for node in nodes:
            if not wait_until(lambda: portal.found(node.port, word) == 1, max(0, end - time.monotonic())):
                late.append(f"{word} is not on {node.name}")
    check("what is published shows on every node within a second", not late, "; ".join(late))
    portal.publish({"ZN-0": "Renamed Yttrium handling"})
    time.sleep(1)
    check("what is renamed is found by its new name and not by its old one, on every node",
          all(portal.found(node.port, "Zircon000") == 0 and portal.found(node.port, "Yttrium") == 1 for node in nodes))


def shared_state(nodes: list[Node]) -> None:
    codes = [begin_quiz(nodes[number % 2].port)[0] for number in range(6)]
    check("answers given on one node are there on the other at once",
          all(code and knows_quiz(nodes[(number + 1) % 2].port, code) for number, code in enumerate(codes)))
    letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    statuses = []
    for number in range(8):
        wrong = "-".join("".join(random.choice(letters) for _ in range(4)) for _ in range(3))
        statuses.append(ask(nodes[number % 2].port, f"/en/quiz/{wrong}/answers").status)
    # Of random letters not all make a code: those that do not are no guess.
    check("wrong codes are counted by all nodes together", statuses[:5] == [404] * 5 and statuses[5:] == [429] * 3, f"{statuses}")
    check("a code in use is not held up by them", all(knows_quiz(node.port, codes[0]) for node in nodes))


def one_session(portal: Portal, nodes: list[Node]) -> None:
    """Somebody takes up an invitation on one node, works on the other, and signs out there."""
    process = portal.command("user", "create", "--institution", portal.institution, "--role", "viewer", "--email", "ana@lakes.example", "--name", "Ana")
    said, _ = process.communicate(timeout=60)
    link = re.search(r"/en/account/invitation/[\w-]+", said)
    if not link:
        return check("somebody is invited", False, said[-300:])
    taken = ask(nodes[0].port, link.group(0), {"name": "Ana", "language": "en", "password": "seven quiet herons"})
    cookie = (taken.headers.get("Set-Cookie") or "").split(";")[0]
    pages = [ask(node.port, "/en/account", cookie=cookie) for node in nodes]
    check("who signs in on one node is signed in on every node", bool(cookie) and all(page.status == 200 and "Ana" in page.body for page in pages),
          f"{taken.status} {[page.status for page in pages]}")
    ask(nodes[1].port, "/en/account/sign-out", {}, cookie=cookie)
    check("and signed out on every node once they sign out on one", all(ask(node.port, "/en/account", cookie=cookie).status != 200 for node in nodes))
    check("the link of the invitation works on no node a second time", all(ask(node.port, link.group(0)).status in (404, 410) for node in nodes))


def killed_import(portal: Portal, nodes: list[Node]) -> None:
    """The moment differs from one time to the next: wherever it falls, all of the file is there or nothing of it."""
    halves = []
    for number, after in enumerate((0.2, 0.5, 0.9, 1.4)):
        word = f"Beryl{number}"
        table = portal.table(word, {f"BR-{number}-{row}": f"{word} part {row}" for row in range(1_500)})
        process = portal.command("import", "programs", table)
        time.sleep(after)
        process.kill()
        process.communicate()
        time.sleep(1.5)
        found = [portal.found(node.port, word) for node in nodes]
        if len(set(found)) != 1 or found[0] not in (0, 1_500):
            halves.append(f"killed after {after} s: {found}")
    check("of an import killed on its way there is all or nothing, the same on every node", not halves, "; ".join(halves))
    check("the nodes agree with the database afterwards", wait_until(lambda: all(node.is_ready() for node in nodes), 20))


def killed_node(proxy: Proxy, nodes: list[Node]) -> list[str]:
    load = Load(proxy.port)
    with load.running():
        time.sleep(2)
        nodes[0].kill()
        time.sleep(4)
        before = len(load.accepted)
        time.sleep(2)
        check("one node goes on alone", len(load.accepted) > before, f"{len(load.accepted)} accepted, none of them after the kill")
        nodes[0].start()
        nodes[0].wait()
        time.sleep(3)
    report("a node killed", load)
    check("searches went on: at the most those in the killed node's hands failed", load.failed_searches <= 6, f"{load.failed_searches} failed")
    check("every answer to somebody refused was a clear page", not load.unclear, "; ".join(load.unclear[:3]))
    lost = all_there(nodes[0].port, load.accepted) + all_there(nodes[1].port, load.accepted)
    check("nothing accepted was lost", load.accepted and not lost, f"{len(lost)} of {len(load.accepted)} lost")
    return load.accepted


def restarted_database(proxy: Proxy, cluster: Cluster, nodes: list[Node]) -> list[str]:
    load = Load(proxy.port)
    with load.running():
        time.sleep(2)
        cluster.run("restart", cluster.primary)
        back = wait_until(lambda: begin_quiz(proxy.port)[0] is not None, RECOVERY_SECONDS)
        time.sleep(2)
    report("PostgreSQL restarted", load)
    check("writing goes on by itself after PostgreSQL was restarted", back)
    check("searches did not notice", load.failed_searches == 0, f"{load.failed_searches} of {load.searches} failed")
    check("every answer to somebody refused was a clear page", not load.unclear, "; ".join(load.unclear[:3]))
    lost = all_there(nodes[0].port, load.accepted)
    check("nothing accepted was lost", load.accepted and not lost, f"{len(lost)} of {len(load.accepted)} lost")
    return load.accepted


def failed_over(portal: Portal, proxy: Proxy, cluster: Cluster, nodes: list[Node], earlier: list[str]) -> None:
    portal.publish({"OP-1": "Opal before the failover"})
    load = Load(proxy.port)
    with load.running():
        time.sleep(2)
        cluster.run("kill", cluster.primary)
        time.sleep(1)
        cluster.run("promote", cluster.replica)
        back = wait_until(lambda: begin_quiz(proxy.port)[0] is not None, RECOVERY_SECONDS)
        time.sleep(2)
    report("the replica took over", load)
    check("writing goes on by itself once the replica has taken over", back)
    check("searches did not notice", load.failed_searches == 0, f"{load.failed_searches} of {load.searches} failed")
    check("every answer to somebody refused was a clear page", not load.unclear, "; ".join(load.unclear[:3]))
    lost = all_there(nodes[1].port, load.accepted + earlier)
    check("nothing accepted was lost, neither now nor before", not lost, f"{len(lost)} lost")
    check("every node is ready again", wait_until(lambda: all(node.is_ready() for node in nodes), RECOVERY_SECONDS))
    status, output = portal.publish({"OP-2": "Opal after the failover"})
    time.sleep(1)
    found = [portal.found(node.port, "Opal") for node in nodes]
    check("what was published before is there, and what is published now shows on every node within a second", status == 0 and found == [2, 2],
          f"{status} {found} {output[-300:]}")


def no_database(proxy: Proxy, cluster: Cluster, nodes: list[Node]) -> None:
    cluster.run("kill", cluster.replica)
    time.sleep(3)
    search, quiz = ask(proxy.port, "/fr/programmes?q=soins"), begin_quiz(proxy.port)[1]
    check("without any database searches are answered all the same", search is not None and search.status == 200)
    check("and what cannot be kept is refused with a clear page that says when to try again",
          quiz is not None and is_clear(quiz) and quiz.headers.get("Retry-After"), f"{quiz and quiz.status}")
    check("no node says that it is ready", not any(node.is_ready() for node in nodes))


def report(what: str, load: Load) -> None:
    print(f"       {what}: {len(load.accepted)} accepted, {load.refused} refused, {load.broken} connections broken, "
          f"{load.searches} searches, {load.failed_searches} failed", flush=True)


def throughput(proxy: Proxy, nodes: list[Node]) -> None:
    """wrk beside the nodes on one machine: they share its processors, so two nodes are no faster here than the processors allow."""
    if not shutil.which("wrk"):
        print("       wrk is not installed: no throughput", flush=True)
        return
    path = "/en/programs?q=welding&delivery=online"
    for name, port in [("node 1 alone", nodes[0].port), ("node 2 alone", nodes[1].port), ("both behind the proxy", proxy.port)]:
        done = subprocess.run(["wrk", "-t1", "-c32", "-d5s", f"http://127.0.0.1:{port}{path}"], stdout=subprocess.PIPE, text=True)
        rate = re.search(r"Requests/sec:\s*([\d.]+)", done.stdout)
        print(f"       throughput, {name}: {rate.group(1) if rate else '?'} requests/s", flush=True)
    both = [subprocess.Popen(["wrk", "-t1", "-c16", "-d5s", f"http://127.0.0.1:{node.port}{path}"], stdout=subprocess.PIPE, text=True) for node in nodes]
    rates = [float(re.search(r"Requests/sec:\s*([\d.]+)", one.communicate()[0]).group(1)) for one in both]
    print(f"       throughput, both without the proxy, at once: {sum(rates):.0f} requests/s", flush=True)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="tremplin-nodes-") as name:
        folder = pathlib.Path(name)
        cluster = Cluster(folder)
        nodes = [Node("node 1", cluster.address, folder), Node("node 2", cluster.address, folder)]
        proxy = None
        try:
            # Together, on a database that is empty.
            for node in nodes:
                node.start()
            for node in nodes:
                node.wait()
            proxy = Proxy(nodes, folder)
            if not wait_until(lambda: (ask(proxy.port, "/health/live") or Answer(0, {}, b"")).status == 200, 20):
                raise SystemExit("the proxy does not answer:\n" + (folder / "proxy.log").read_text())
            portal = Portal(folder, cluster, nodes)
            portal.learn()
            check("nodes that start together on an empty database hold the same", len({portal.found(node.port, "") for node in nodes}) == 1)
            shows_on_both(portal, nodes)
            shared_state(nodes)
            one_session(portal, nodes)
            killed_import(portal, nodes)
            if options.throughput:
                throughput(proxy, nodes)
            accepted = killed_node(proxy, nodes)
            accepted += restarted_database(proxy, cluster, nodes)
            failed_over(portal, proxy, cluster, nodes, accepted)
            no_database(proxy, cluster, nodes)
            for node in nodes:
                node.stop()
            check("nodes stop when they are asked to, without a database too", all(node.process.returncode == 0 for node in nodes),
                  f"{[node.process.returncode for node in nodes]}")
        finally:
            for node in nodes:
                node.stop()
            if proxy:
                proxy.stop()
            if failed:
                for file in sorted(folder.glob("*.log")):
                    print(f"--- {file.name}\n" + "\n".join(file.read_text(errors="replace").splitlines()[-30:]))
            cluster.stop()
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
