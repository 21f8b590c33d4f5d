"""From the start of the process to the first answer of /health/ready, on a database that is there."""

import statistics

GOALS = {2_500: 0.5, 1_000_000: 30}
STARTS = {2_500: 7, 100_000: 3, 1_000_000: 1}


def run(workshop, results, sizes):
    for size in sizes:
        database = workshop.database(size)
        workshop.say(f"start, {size:,} programs")
        seconds, memory = [], None
        for _ in range(STARTS.get(size, 3)):
            with workshop.server(database) as server:
                seconds.append(server.seconds_to_ready)
                memory = server.resident()
        goal = ("goal", GOALS[size]) if size in GOALS else (None, None)
        results.add(f"start: until ready, {size:,} programs", statistics.median(seconds), "s", *goal)
        if memory is not None:
            results.add(f"start: memory of the server, {size:,} programs", memory[0] / 1e6, "MB", "its most while starting", memory[1] / 1e6)
