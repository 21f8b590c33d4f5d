"""The figures of a run, as a file and as a table."""

import json


class Results:
    """Rows of another run that are not measured again stay, so that `--only` renews a part of the file."""

    def __init__(self, path, measures):
        self.path = path
        self.rows = []
        self.kept = []
        if measures is not None and path.exists():
            kept = json.loads(path.read_text(encoding="utf-8"))
            self.kept = [row for row in kept if row["name"].split(":")[0] not in measures]

    def add(self, name, value, unit, peer=None, peer_value=None):
        """A value beside a peer's, or beside the limit we set ourselves ("goal")."""
        ratio = value / peer_value if peer_value else None
        row = {"name": name, "value": value, "unit": unit, "peer": peer, "peer_value": peer_value, "ratio": ratio}
        self.rows.append({key: round(part, 4) if isinstance(part, float) else part for key, part in row.items()})

    def write(self):
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in self.kept + self.rows)
        self.path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")

    def write_documentation(self, path, described):
        """Puts the table between the marks of the page."""
        before, rest = path.read_text(encoding="utf-8").split("<!-- table -->\n")
        after = rest.split("<!-- end of table -->", 1)[1]
        path.write_text(f"{before}<!-- table -->\n{described}\n\n{self.table()}\n<!-- end of table -->{after}", encoding="utf-8")

    def table(self):
        header = ["what", "value", "unit", "beside", "its value", "ratio"]
        cells = [[row["name"], number(row["value"]), row["unit"], row["peer"] or "", number(row["peer_value"]), number(row["ratio"])]
                 for row in self.kept + self.rows]
        widths = [max(len(line[place]) for line in [header, *cells]) for place in range(len(header))]

        def line(parts):
            padded = [part.rjust(width) if place in (1, 4, 5) else part.ljust(width) for place, (part, width) in enumerate(zip(parts, widths))]
            return "| " + " | ".join(padded) + " |"

        rule = ["-" * (width - 1) + ":" if place in (1, 4, 5) else "-" * width for place, width in enumerate(widths)]
        return "\n".join([line(header), line(rule), *map(line, cells)])


def number(value):
    """Three figures that count."""
    if value is None:
        return ""
    if abs(value) >= 1_000:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) < 100 else f"{value:.0f}"
