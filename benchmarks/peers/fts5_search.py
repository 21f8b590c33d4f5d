"""SQLite FTS5 on the same corpus: the words by MATCH, the filters by an index, every facet counted with GROUP BY.

The matching rows are found once and kept for the question in a temporary table; the best twenty come by bm25. Its counts are conjunctive.
Prints one JSON object: median and p99 in milliseconds, and each question's total.
"""

import argparse
import json
import pathlib
import sqlite3

from questions import measured, read_questions

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--limit", type=int, default=20)
parser.add_argument("--questions", type=int, default=1_000)
options = parser.parse_args()

path = options.folder / "fts5.sqlite"


def build():
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.executescript(
        """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;
        CREATE VIRTUAL TABLE words USING fts5(text, content = '', detail = 'none', tokenize = "unicode61 remove_diacritics 0");
        CREATE TABLE value (number INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value));
        CREATE TABLE carries (program INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (program, value)) WITHOUT ROWID;
        """
    )
    numbers = {}
    with open(options.folder / "corpus.jsonl", encoding="utf-8") as lines:
        texts, carried = [], []
        for row, line in enumerate(lines, start=1):
            program = json.loads(line)
            texts.append((row, program["text"]))
            for facet, values in program["facets"].items():
                for value in values:
                    carried.append((row, numbers.setdefault((facet, value), len(numbers) + 1)))
            if row % 20_000 == 0:
                write(database, texts, carried)
                texts, carried = [], []
        write(database, texts, carried)
    database.executemany("INSERT INTO value VALUES (?, ?, ?)", [(number, *key) for key, number in numbers.items()])
    database.executescript("CREATE INDEX carried ON carries (value, program); INSERT INTO words (words) VALUES ('optimize'); ANALYZE;")
    database.execute("PRAGMA user_version = 1")
    database.commit()
    database.close()


def write(database, texts, carried):
    database.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", texts)
    database.executemany("INSERT INTO carries VALUES (?, ?)", carried)


def opened():
    if path.exists():
        database = sqlite3.connect(path)
        if database.execute("PRAGMA user_version").fetchone()[0] == 1:
            return database
        database.close()
    build()
    return sqlite3.connect(path)


database = opened()
database.executescript("PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY; CREATE TEMP TABLE found (program INTEGER PRIMARY KEY, rank REAL);")
numbers = {(facet, value): number for number, facet, value in database.execute("SELECT number, facet, value FROM value")}


def answer(question):
    words = " AND ".join("(" + " OR ".join(f'"{term}"' for term in dict.fromkeys(terms)) + ")" for terms in question["terms"])
    chosen = [numbers[facet, value] for facet, value in question["filters"].items()]
    database.execute("DELETE FROM found")
    database.execute(
        "INSERT INTO found SELECT rowid, rank FROM words WHERE words MATCH ?"
        " AND EXISTS (SELECT 1 FROM carries WHERE program = words.rowid AND value = ?)"
        " AND EXISTS (SELECT 1 FROM carries WHERE program = words.rowid AND value = ?)",
        [words, *chosen],
    )
    database.execute("SELECT program FROM found ORDER BY rank LIMIT ?", [options.limit]).fetchall()
    database.execute(
        "SELECT facet, value, count FROM"
        " (SELECT value AS number, COUNT(*) AS count FROM found JOIN carries USING (program) GROUP BY value) JOIN value USING (number)"
    ).fetchall()
    return database.execute("SELECT COUNT(*) FROM found").fetchone()[0]


questions = read_questions(options.folder, options.questions)
figures = measured(answer, questions, warm_up=20)
database.rollback()
print(json.dumps({"version": sqlite3.sqlite_version, **figures}))
