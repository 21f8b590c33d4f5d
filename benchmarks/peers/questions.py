"""What both peers read: the questions, the facets, and how times are summed up."""

import json
import time

FACETS = [
    "occupation", "industry", "skill", "technology", "institution", "institution-kind", "department", "delivery", "language", "duration",
    "price", "funding", "start", "region", "prior-education", "outlook", "support", "feature",
]


def read_questions(folder, count=None):
    with open(folder / "questions.json", encoding="utf-8") as file:
        return json.load(file)[:count]


def measured(answer, questions, warm_up):
    """Asks all questions, one after the other: median and p99 in milliseconds, and the total that `answer` gives for each.

    A percentile is the smallest time that this share of all do not exceed.
    """
    for question in questions[:warm_up]:
        answer(question)
    times, totals = [], []
    for question in questions:
        start = time.perf_counter()
        totals.append(answer(question))
        times.append(time.perf_counter() - start)
    ordered = sorted(times)

    def at(share):
        return 1_000 * ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]

    return {"median": at(0.5), "p99": at(0.99), "count": len(ordered), "totals": totals}
