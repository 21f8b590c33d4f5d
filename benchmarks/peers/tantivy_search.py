"""tantivy on the same corpus: builds its index once, then answers the same questions in this process, one after the other.

Every facet is a string fast field counted by a terms aggregation. Its counts are conjunctive: a chosen value hides the others of its facet.
Prints one JSON object: median and p99 in milliseconds, and each question's total.
"""

import argparse
import json
import pathlib

import tantivy

from questions import FACETS, measured, read_questions

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--limit", type=int, default=20)
options = parser.parse_args()


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
    for facet in FACETS:
        builder.add_text_field(facet, tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


def build(folder):
    folder.mkdir()
    index = tantivy.Index(schema(), path=str(folder))
    writer = index.writer(heap_size=1_000_000_000, num_threads=2)
    with open(options.folder / "corpus.jsonl", encoding="utf-8") as lines:
        for line in lines:
            program = json.loads(line)
            writer.add_document(tantivy.Document(id=program["id"], text=program["text"], **program["facets"]))
    writer.commit()
    writer.wait_merging_threads()


def index():
    folder = options.folder / "tantivy"
    if not (folder / "complete").exists():
        if folder.exists():
            raise SystemExit(f"{folder} holds half an index: remove it and run again.")
        build(folder)
        (folder / "complete").touch()
    return tantivy.Index.open(str(folder))


opened = index()
fields = opened.schema
searcher = opened.searcher()
# Twenty values of each facet, as a page shows them; ours returns all of them.
COUNTS = {facet: {"terms": {"field": facet, "size": 20}} for facet in FACETS}


def query(question):
    must = []
    for terms in question["terms"]:
        either = [(tantivy.Occur.Should, tantivy.Query.term_query(fields, "text", term, "freq")) for term in dict.fromkeys(terms)]
        must.append((tantivy.Occur.Must, tantivy.Query.boolean_query(either)))
    for facet, value in question["filters"].items():
        chosen = tantivy.Query.const_score_query(tantivy.Query.term_query(fields, facet, value, "basic"), 0.0)
        must.append((tantivy.Occur.Must, chosen))
    return tantivy.Query.boolean_query(must)


def answer(question):
    asked = query(question)
    found = searcher.search(asked, limit=options.limit, count=True)
    searcher.aggregate(asked, COUNTS)
    return found.count


questions = read_questions(options.folder)
print(json.dumps({"version": tantivy.__version__, **measured(answer, questions, warm_up=200)}))
