"""Programs a second from CSV: read and validated (a dry run), and written to a new database; with the most memory each took."""

GOAL = 20_000


def run(workshop, results, sizes):
    for size in sizes:
        table = workshop.table(size)
        database = table.with_name("import.sqlite")
        workshop.remove_database(database)
        workshop.command("migrate", "--database", database)
        workshop.command("import", "institutions", table.with_name("programs-institutions.csv"), "--database", database)
        workshop.say(f"import, {size:,} programs")
        megabytes = table.stat().st_size / 1e6
        seconds, memory = workshop.measured("import", "programs", table, "--dry-run", "--database", database)
        results.add(f"import: validated, {size:,} programs", size / seconds, "programs/s", "goal", GOAL)
        results.add(f"import: most memory while validating, {size:,} programs", memory / 1e6, "MB", "the file", megabytes)
        if size < 1_000_000:
            seconds, memory = workshop.measured("import", "programs", table, "--database", database)
            results.add(f"import: validated and written, {size:,} programs", size / seconds, "programs/s", "goal", GOAL)
            results.add(f"import: most memory while writing, {size:,} programs", memory / 1e6, "MB", "the file", megabytes)
        workshop.remove_database(database)
