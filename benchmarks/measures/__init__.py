"""What script/benchmark measures: one module a subject, each with `run(workshop, results, sizes)`."""
