#!/usr/bin/env python3
"""Pictures of the main pages: `python3 browser/screenshots.py [--base-url URL] [--binary FILE] [--only WORD]` -> browser/output/."""

import argparse
import itertools
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import environment  # noqa: E402

environment.use_project_packages()

from playwright.sync_api import sync_playwright  # noqa: E402

from portal import PHONE, WIDE, Portal  # noqa: E402
from server import Server  # noqa: E402

PAGES = ["home", "recommendations", "search", "program", "occupation", "about the data"]


def take(base_url: str, only: str) -> None:
    with sync_playwright() as playwright:
        browser = environment.launch(playwright)
        portal = Portal(base_url, browser)
        for language in ("en", "fr"):
            pages = portal.pages(language)
            for name, width, scheme in itertools.product(PAGES, (WIDE, PHONE), ("light", "dark")):
                file = f"{name.replace(' ', '-')}-{language}-{'desktop' if width == WIDE else 'phone'}-{scheme}.png"
                if only not in file:
                    continue
                visit = portal.open(pages[name], width=width, language=language, color_scheme=scheme, reduced_motion="reduce")
                visit.page.screenshot(path=HERE / "output" / file, full_page=True)
                visit.page.context.close()
                portal.visits.remove(visit)
                print(HERE / "output" / file)
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--base-url")
    parser.add_argument("--binary", default=str(HERE.parent / ".build/debug/tremplin"))
    parser.add_argument("--only", default="", help="files whose name holds this, such as home-fr or phone-dark")
    options = parser.parse_args()
    (HERE / "output").mkdir(exist_ok=True)
    if options.base_url:
        take(options.base_url.rstrip("/"), options.only)
        return
    server = Server(options.binary, HERE / "output/portal.log")
    try:
        take(server.start(), options.only)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
