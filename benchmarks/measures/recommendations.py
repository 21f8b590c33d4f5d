"""From an official job title, as typed, to ten programs with their reasons, in process."""

GOALS = {100_000: 5}


def run(workshop, results, sizes):
    for size in sizes:
        figures = workshop.engine_figures(size)["recommendations"]
        results.add(f"recommendations: median, {size:,} programs", figures["median"], "ms")
        results.add(
            f"recommendations: p99, {size:,} programs", figures["p99"], "ms", "goal" if size in GOALS else None, GOALS.get(size))
