"""What both peers read: the questions, the facets, and how times are summed up."""

import json

FACETS = [
    "occupation", "industry", "skill", "technology", "institution", "institution-kind", "department", "delivery", "language", "duration",
    "price", "funding", "start", "region", "prior-education", "outlook", "support", "feature",
]


def read_questions(folder, count=None):
    with open(folder / "questions.json", encoding="utf-8") as file:
        return json.load(file)[:count]


def percentiles(seconds):
    """Median and p99 in milliseconds: the smallest time that this share of all do not exceed."""
    ordered = sorted(seconds)

    def at(share):
        return 1_000 * ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]

    return {"median": at(0.5), "p99": at(0.99), "count": len(ordered)}
