"""Cuts ``seeds/subject_words.csv``: words that tell what a report is about, with how many reports in a thousand have them.

``python seeds/cut/subject_words.py ARCHIVE.jsonl.gz…`` Of ``common_words.csv`` those of four letters or more, in large or
small letters, that are in three reports or more and in no more than one of twenty: what more have says nothing. No text is copied.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

SEEDS = Path(__file__).parents[1]
WORD = re.compile(r"[a-z]{4,}")
FEWEST = 3  # reports
MOST = 1 / 20  # of all


def main(paths: list[str]) -> None:
    """Writes the file."""
    common = {r["word"] for r in csv.DictReader((SEEDS / "common_words.csv").open(encoding="utf-8"))}
    reports: Counter[str] = Counter()
    total = 0
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for text in {json.loads(line).get("content") or "" for line in lines}:
                reports.update(common & set(WORD.findall(text.lower())))
                total += 1
    with (SEEDS / "subject_words.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "per_mille", "source"))
        for word, count in sorted(reports.items()):
            if FEWEST <= count <= MOST * total:
                writer.writerow((word, f"{1000 * count / total:.2g}", "press archives"))


if __name__ == "__main__":
    main(sys.argv[1:])
