"""One search in process: three words, two filters, the counts of all eighteen facets, the best twenty."""

GOALS = {2_500: 1, 100_000: 2, 1_000_000: 8}
# FTS5 needs so long for a question that more would tell nothing new.
FTS5_QUESTIONS = {2_500: 1_000, 100_000: 300, 1_000_000: 60}


def run(workshop, results, sizes):
    for size in sizes:
        folder = workshop.peers_corpus(size)
        ours = workshop.engine_figures(size)
        peers = {
            "tantivy": workshop.peer("tantivy_search.py", folder),
            "SQLite FTS5": workshop.peer("fts5_search.py", folder, "--questions", str(FTS5_QUESTIONS.get(size, 300))),
        }
        for kind in ("median", "p99"):
            for name, figures in peers.items():
                results.add(f"search: {kind}, {size:,} programs", ours["search"][kind], "ms", name, figures[kind])
        if size in GOALS:
            results.add(f"search: p99, {size:,} programs", ours["search"]["p99"], "ms", "goal", GOALS[size])
        for name, figures in peers.items():
            agreeing = sum(a == b for a, b in zip(ours["totals"], figures["totals"]))
            results.add(
                f"search: totals that agree, {size:,} programs", 100 * agreeing / len(figures["totals"]), "%", name, 100)
