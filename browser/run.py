#!/usr/bin/env python3
"""Runs the acceptance suite: `python3 browser/run.py [--only WORD] [--base-url URL] [--binary FILE] [--workers N]`."""

import argparse
import importlib
import pathlib
import queue
import sys
import threading
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import environment  # noqa: E402  must come first: finds the suite's own packages

environment.use_project_packages()

from playwright.sync_api import sync_playwright  # noqa: E402

from portal import Portal  # noqa: E402
from scenario import Scenario, registered  # noqa: E402
from server import Server  # noqa: E402

OUTPUT = HERE / "output"


def scenarios(only: str) -> list[Scenario]:
    for file in sorted((HERE / "scenarios").glob("*.py")):
        importlib.import_module(f"scenarios.{file.stem}")
    return [one for one in registered if only.lower() in f"{one.file} {one.sentence}".lower()]


def run_worker(base_url: str, server: Server | None, work: "queue.Queue[Scenario]", report) -> None:
    """One browser of its own: Playwright's objects must stay in the thread that made them."""
    with sync_playwright() as playwright:
        browser = environment.launch(playwright)
        while True:
            try:
                one = work.get_nowait()
            except queue.Empty:
                break
            started = time.monotonic()
            if not browser.is_connected():
                browser = environment.launch(playwright)
            portal = Portal(base_url, browser, server)
            problem = None
            try:
                one.run(portal)
                portal.check_visits()
            except Exception as error:  # a scenario may fail in any way; the others go on
                problem = describe(error)
                portal.save_evidence(OUTPUT, one.slug)
            finally:
                portal.close()
            report(one, problem, time.monotonic() - started)
        browser.close()


def describe(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)
    place = next((f"{pathlib.Path(f.filename).name}:{f.lineno}" for f in reversed(last) if "scenarios" in f.filename), "")
    text = str(error) or type(error).__name__
    lines = text.strip().splitlines()
    return "\n".join([f"{place} {lines[0]}"] + lines[1:30])


def run(base_url: str, chosen: list[Scenario], workers: int, server: Server | None = None) -> tuple[int, int]:
    """Those that only read come first: they count what is in the catalogue, and those that have staff and operators change it."""
    passed, failed = 0, 0
    for part in ([one for one in chosen if not one.needs_server], [one for one in chosen if one.needs_server]):
        counts = run_side_by_side(base_url, part, workers, server)
        passed, failed = passed + counts[0], failed + counts[1]
    return passed, failed


def run_side_by_side(base_url: str, chosen: list[Scenario], workers: int, server: Server | None) -> tuple[int, int]:
    counts = {"passed": 0, "failed": 0}
    lock = threading.Lock()

    def report(one: Scenario, problem: str | None, seconds: float) -> None:
        with lock:
            counts["failed" if problem else "passed"] += 1
            print(f"{'FAILED' if problem else 'ok    '} {one.file}: {one.sentence} ({seconds:.1f} s)", flush=True)
            if problem:
                print("       " + problem.replace("\n", "\n       "), flush=True)

    work: "queue.Queue[Scenario]" = queue.Queue()
    for one in chosen:
        work.put(one)
    threads = [threading.Thread(target=run_worker, args=(base_url, server, work, report)) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # A browser that could not start leaves its scenarios in the queue: they did not pass.
    counts["failed"] = len(chosen) - counts["passed"]
    return counts["passed"], counts["failed"]


def main() -> int:
    parser = argparse.ArgumentParser(description="The portal's acceptance suite, in a real browser.")
    parser.add_argument("--only", default="", help="run the scenarios whose file or sentence holds this")
    parser.add_argument("--base-url", help="a portal that runs already; without it, one is started")
    parser.add_argument("--binary", default=str(HERE.parent / ".build/debug/tremplin"), help="the portal to start")
    parser.add_argument("--workers", type=int, default=2, help="browsers side by side (default 2)")
    options = parser.parse_args()

    OUTPUT.mkdir(exist_ok=True)
    chosen = scenarios(options.only)
    if not chosen:
        print(f"no scenario holds {options.only!r}")
        return 2
    if options.base_url:
        # A portal that runs already has its own mail and its own people.
        chosen = [one for one in chosen if not one.needs_server]
        passed, failed = run(options.base_url.rstrip("/"), chosen, options.workers)
    else:
        server = Server(options.binary, OUTPUT / "portal.log")
        try:
            base_url = server.start()
            passed, failed = run(base_url, chosen, options.workers, server)
        finally:
            problem = server.stop()
        if problem:
            failed += 1
            print(f"FAILED the portal stops when it is asked to\n       {problem}")
        else:
            passed += 1
            print("ok     the portal stops when it is asked to")
        if failed:
            server.print_log()
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
