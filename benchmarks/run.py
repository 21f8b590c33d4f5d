#!/usr/bin/env python3
"""Measures the portal beside its peers and its limits, in one run on one machine (docs/benchmarks.md).

Prints one table and writes results.json: an array of name, value, unit, peer, peer_value, ratio. No timing ever makes it fail.
"""

import argparse
import datetime
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from measures import edits, http_pages, imports, memory, recommendations, search, start, weight
from measures.machine import machine
from measures.results import Results
from measures.workshop import Workshop

MEASURES = {
    "search": search, "recommendations": recommendations, "edits": edits, "memory": memory, "start": start, "import": imports,
    "http": http_pages, "weight": weight,
}
SIZES = [2_500, 100_000, 1_000_000]

parser = argparse.ArgumentParser(prog="script/benchmark", description=__doc__)
parser.add_argument("--only", action="append", choices=list(MEASURES), help="one measure; may be given several times")
parser.add_argument("--quick", action="store_true", help="2,500 and 100,000 programs, not a million")
parser.add_argument("--programs", type=int, action="append", help="these sizes instead; for trying things out")
parser.add_argument("--seconds", type=int, default=10, help="how long each HTTP measure lasts")
parser.add_argument("--output", type=pathlib.Path, help="write here, and leave benchmarks/results.json and the table of the documentation")
options = parser.parse_args()

sizes = options.programs or (SIZES[:2] if options.quick else SIZES)
workshop = Workshop(
    cache=pathlib.Path(os.environ.get("TREMPLIN_BENCHMARK_CACHE", pathlib.Path(__file__).parent / "cache")),
    date=datetime.date.today().isoformat(), seconds=options.seconds)
here = pathlib.Path(__file__).resolve().parent
results = Results(options.output or here / "results.json", measures=options.only)
described = f"{machine()}; load before the run {os.getloadavg()[0]:.1f}"
print(described, file=sys.stderr)
for name, measure in MEASURES.items():
    if options.only is None or name in options.only:
        measure.run(workshop, results, sizes)
results.write()
if options.output is None:
    results.write_documentation(here.parent / "docs/benchmarks.md", f"{workshop.date}, {described}.")
print(results.table())
