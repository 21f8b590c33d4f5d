#!/usr/bin/env python3
"""Mail against a real mail server that is killed, encrypted, picky: `python3 browser/mail.py [--only WORD] [--binary FILE]`."""

import argparse
import importlib
import pathlib
import shutil
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import environment  # noqa: E402  must come first: finds the suite's own packages

environment.use_project_packages()

from mail_post import Post  # noqa: E402
from scenario import registered  # noqa: E402


def fill(binary: str, folder: pathlib.Path) -> pathlib.Path:
    """A database with the reference data in it: a debug build takes a while over that, once is enough."""
    post = Post(binary)
    try:
        post.start_portal()
        if post.stop_portal() != 0:
            raise SystemExit(post.log)
        return pathlib.Path(shutil.copy(post.database, folder / "filled.sqlite"))
    finally:
        post.close()


def run(one, binary: str, filled: pathlib.Path) -> str | None:
    post = Post(binary, filled)
    try:
        one.run(post)
        return None
    except Exception as error:  # a scenario may fail in any way; the others go on
        log = "\n".join(post.log.splitlines()[-12:]) if (post.folder / "portal.log").exists() else ""
        return f"{type(error).__name__}: {error}\n{log}".strip()
    finally:
        post.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="The portal's mail, with a real mail server on this machine.")
    parser.add_argument("--only", default="", help="run the scenarios whose file or sentence holds this")
    parser.add_argument("--binary", default=str(HERE.parent / ".build/debug/tremplin"), help="the portal to start")
    options = parser.parse_args()
    for file in sorted((HERE / "mail_scenarios").glob("*.py")):
        importlib.import_module(f"mail_scenarios.{file.stem}")
    chosen = [one for one in registered if options.only.lower() in f"{one.file} {one.sentence}".lower()]
    failed = 0
    with tempfile.TemporaryDirectory(prefix="tremplin-mail-filled-") as folder:
        filled = fill(options.binary, pathlib.Path(folder))
        for one in chosen:
            started = time.monotonic()
            problem = run(one, options.binary, filled)
            failed += problem is not None
            print(f"{'FAILED' if problem else 'ok    '} {one.file}: {one.sentence} ({time.monotonic() - started:.1f} s)", flush=True)
            if problem:
                print("       " + problem.replace("\n", "\n       "), flush=True)
    print(f"\n{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
