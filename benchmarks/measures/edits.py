"""From a changed program to a search that finds the change, in process: the 99th of a hundred edits, and the slowest of two hundred."""

GOALS = {1_000_000: 50}


def run(workshop, results, sizes):
    for size in sizes:
        figures = workshop.engine_figures(size)["edits"]
        goal = ("goal", GOALS[size]) if size in GOALS else (None, None)
        results.add(f"edits: median until visible, {size:,} programs", figures["median"], "ms")
        results.add(f"edits: p99 until visible, {size:,} programs", figures["p99"], "ms", *goal)
        results.add(f"edits: slowest of {figures['count']}, {size:,} programs", figures["most"], "ms", *goal)
