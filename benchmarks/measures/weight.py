"""The first visit in bytes over the wire: page, style sheet, scripts and pictures it names, compressed as a browser asks for them."""

import re

LIMIT = 60_000
PAGES = {"home": "/en/", "results": "/en/programs?q=safety"}


def run(workshop, results, sizes):
    with workshop.server(workshop.database(min(sizes))) as server:
        for name, path in PAGES.items():
            page = server.get(path).decode()
            assets = sorted(set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', page)))
            parts = {asset.rsplit("/", 1)[1]: len(server.get(asset, gzip=True)) for asset in assets}
            total = len(server.get(path, gzip=True)) + sum(parts.values())
            workshop.say(f"{name}: page {len(server.get(path, gzip=True)):,} bytes, " + ", ".join(f"{k} {v:,}" for k, v in parts.items()))
            results.add(f"weight: {name} page with all it loads, compressed", total, "bytes", "goal", LIMIT)
