"""Reading a report beside spaCy on the same texts: reports per CPU second in one process, as ratios. Not a test: a measurement.

    pip install spacy
    PYTHONPATH=. python tests/bench/beside_spacy.py ../shared/corpus/app.jsonl.gz [REPORTS]

spaCy's blank English tokenizer finds no names at all. The small pipeline has the standard small tok2vec and transition-based NER with
weights drawn at random, as no model is downloaded: what it finds is nonsense, what it costs is what a trained one of that size costs.
Ours is measured from parsed reports on: times and entities, with rules alone and with the model, and the whole of extraction.
"""

import sys
from collections.abc import Callable, Iterable
from itertools import islice
from time import process_time
from typing import Any

import spacy

from flows.contract.records import RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.extract.report import extract
from flows.extract.times import find_times
from flows.ingest import read_source
from flows.parse import parse

ROUNDS = 3


def small_pipeline() -> Any:
    """A pipeline of tok2vec and NER as in spaCy's small models, not trained."""
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    for label in ("PER", "ORG", "LOC", "DATE"):
        ner.add_label(label)
    nlp.initialize()
    return nlp


def names(raw: RawReport, model: bool) -> None:
    """Parse, times and entities of a report."""
    reading = read(*parse(raw))
    find_times(reading)
    find_mentions(reading, model=model)


def seconds(work: Callable[[Any], object], items: Iterable[Any]) -> float:
    """CPU seconds for all items, the best of some rounds; the first call is not counted."""
    items = list(items)
    work(items[0])
    best = float("inf")
    for _ in range(ROUNDS):
        started = process_time()
        for item in items:
            work(item)
        best = min(best, process_time() - started)
    return best


def main(source: str, limit: int = 300) -> None:
    """Prints reports a second and how many times the tokenizer's time each way takes."""
    found = (item for item in read_source(source) if isinstance(item, RawReport))
    raws = list(islice(found, limit))
    texts = [raw.text for raw in raws]
    ways: dict[str, tuple[Callable[[Any], object], list[Any]]] = {
        "spaCy, blank tokenizer": (spacy.blank("en").make_doc, texts),
        "spaCy, tokenizer and small NER": (small_pipeline(), texts),
        "ours: parse, times, entities by rules": (lambda raw: names(raw, False), raws),
        "ours: parse, times, entities with the model": (lambda raw: names(raw, True), raws),
        "ours: all of extraction, with the model": (lambda raw: extract(*parse(raw)), raws),
    }
    spent = {way: seconds(*work) for way, work in ways.items()}
    unit = spent["spaCy, blank tokenizer"]
    for way, took in spent.items():
        print(f"{way:45} {len(raws) / took:8.0f} reports/s   {took / unit:5.1f} x the tokenizer's time")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
