"""One search in process: three words, two filters, the counts of all eighteen facets, the best twenty."""

GOALS = {2_500: 1, 100_000: 2, 1_000_000: 8}
# At a hundred thousand FTS5 needs two orders of magnitude more than we do; its index of a million would take longer than all other measures.
FTS5_LARGEST = 100_000
FTS5_QUESTIONS = 300


def run(workshop, results, sizes):
    for size in sizes:
        folder = workshop.peers_corpus(size)
        ours = workshop.engine_figures(size)
        peers = {"tantivy": workshop.peer("tantivy_search.py", folder)}
        if size <= FTS5_LARGEST:
            peers["SQLite FTS5"] = workshop.peer("fts5_search.py", folder, "--questions", str(FTS5_QUESTIONS))
        for kind in ("median", "p99"):
            for name, figures in peers.items():
                results.add(f"search: {kind}, {size:,} programs", ours["search"][kind], "ms", name, figures[kind])
        if size in GOALS:
            results.add(f"search: p99, {size:,} programs", ours["search"]["p99"], "ms", "goal", GOALS[size])
        for name, figures in peers.items():
            agreeing = sum(a == b for a, b in zip(ours["totals"], figures["totals"]))
            results.add(
                f"search: totals that agree, {size:,} programs", 100 * agreeing / len(figures["totals"]), "%", name, 100)
