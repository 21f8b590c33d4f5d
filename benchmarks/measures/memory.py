"""Memory of the catalogue for each program, beside the bytes of the program's own texts."""


def run(workshop, results, sizes):
    for size in sizes:
        figures = workshop.engine_figures(size)
        if figures["memory"] is None:
            workshop.say("memory is measured where there is a /proc")
            continue
        count = figures["programs"]
        results.add(
            f"memory: a program, of {size:,}", figures["memory"] / count, "bytes", "its texts", figures["textBytes"] / count)
