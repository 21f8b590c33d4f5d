"""The results page over HTTP beside a static file of the same size from the same server, by wrk with one thread on the same machine."""

import json
import re
import statistics
import subprocess
import urllib.parse

CONNECTIONS = [16, 64]
GOAL_SHARE = 0.5
# A million programs change nothing in the page; search at that size is measured in process.
LARGEST = 100_000


def run(workshop, results, sizes):
    for size in [size for size in sizes if size <= LARGEST]:
        database = workshop.database(size)
        paths = pages(workshop.peers_corpus(size))
        with workshop.server(database) as server:
            typical = sample(server, paths)
        # An asset is kept as it is and compressed once: the page itself, under a name the portal serves.
        with workshop.server(database, extra_assets=[("benchmark.svg", typical)]) as server:
            static = f"/assets/{fingerprint(typical)}/benchmark.svg"
            assert server.get(static) == typical
            workshop.say(f"HTTP, {size:,} programs, page of {len(typical):,} bytes")
            for connections in CONNECTIONS:
                for gzip in (False, True):
                    how = "gzip" if gzip else "plain"
                    file, _ = load(workshop, server, [static], connections, gzip)
                    for kind, fresh in (("asked for again", False), ("never asked before", True)):
                        page, errors = load(workshop, server, paths, connections, gzip, fresh)
                        name = f"http: results page {kind}, {how}, {connections} connections, {size:,} programs"
                        results.add(name, page, "requests/s", "static file of its size", file)
                        if errors:
                            results.add(f"http: answers that failed, {how}, {connections} connections", errors, "answers", "goal", 0)
            results.add(f"http: results page, gzip, {size:,} programs", len(server.get(paths[0], gzip=True)), "bytes", "plain",
                        len(server.get(paths[0])))


def pages(folder):
    """Searches with words and filters, as the questions of the corpus ask them, one word each so that pages are full."""
    questions = json.loads((folder / "questions.json").read_text(encoding="utf-8"))[:200]
    paths = []
    for question in questions:
        words = question["words"].split()[:1]
        facet, value = sorted(question["filters"].items())[0]
        page = "/en/programs?" if question["language"] == "en" else "/fr/programmes?"
        paths.append(page + urllib.parse.urlencode({"q": " ".join(words), facet: value}))
    return paths


def sample(server, paths):
    """The page of median length."""
    bodies = sorted((server.get(path) for path in paths[:101]), key=len)
    return bodies[len(bodies) // 2]


def fingerprint(content):
    value = 0xCBF29CE484222325
    for byte in content:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:x}"


def load(workshop, server, paths, connections, gzip, fresh=False):
    """Requests a second, median of three runs, and how many answers were errors.

    `fresh` makes every address another one, by a parameter that no page reads: the portal has to write each page anew.
    """
    script = workshop.cache / "pages.lua"
    header = 'wrk.headers["Accept-Encoding"] = "gzip"\n' if gzip else ""
    fresh_part = "'&visit=' .. run .. '-' .. count" if fresh else "''"
    listed = ",\n".join(json.dumps(path) for path in paths)
    script.write_text(
        f"{header}local paths = {{\n{listed}\n}}\nlocal place = 0\n"
        "local run, count = tostring(os.time()), 0\nrequest = function()\n  place = place % #paths + 1\n  count = count + 1\n"
        f"  return wrk.format('GET', paths[place] .. {fresh_part})\nend\n", encoding="utf-8")
    command = ["wrk", "-t1", f"-c{connections}", f"-d{max(2, workshop.seconds // 3)}s", "-s", str(script), server.address]
    rates, errors = [], 0
    for _ in range(3):
        answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", answer)[1]))
        failed = re.search(r"Non-2xx or 3xx responses: (\d+)", answer)
        errors += int(failed[1]) if failed else 0
    return statistics.median(rates), errors
