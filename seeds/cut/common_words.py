"""Cuts ``seeds/common_words.csv``: words that press English writes small, so that a capital at a sentence's start says nothing.

``python seeds/cut/common_words.py ARCHIVE.jsonl.gz…`` A word is common where it stands in lower case fifteen times or more and
at least 70 % of the time, starts of sentences left out, or five times and 90 % where no list of names has it ("small"), or where it
opens sentences and hardly ever has its capital elsewhere (Furthermore); from 25 % on it is still no name ("often"): Foundation, Studies.
Counts are of the archives; no text is copied.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

SEEDS = Path(__file__).parents[1]
TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*|[.!?:\n“\"]")


def main(paths: list[str]) -> None:
    """Writes the file."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for text in {json.loads(line).get("content") or "" for line in lines}:
                before = "\n"
                for word in TOKEN.findall(text):
                    if word[0].islower():
                        small[word] += 1
                    elif word[0].isalpha() and not word.isupper() and before not in '.!?:\n“"':
                        capital[word.lower()] += 1
                    elif word[0].isupper() and not word.isupper():
                        opening[word.lower()] += 1
                    before = word
    names = {
        r["word"].lower()
        for r in csv.DictReader((SEEDS / "person_names.csv").open(encoding="utf-8"))
        if "Faker en_" in r["source"]
    }
    listed = list(csv.DictReader((SEEDS / "person_names.csv").open(encoding="utf-8")))
    english = {r["word"].lower() for r in listed if "Faker en_" in r["source"]}
    names = {r["word"].lower() for r in listed}
    openers = {
        w: 1.0
        for w, n in opening.items()
        if n >= 10 and capital[w] < 0.15 * n and w not in names and "'" not in w and "’" not in w
    }
    share = openers | {w: n / (n + capital[w]) for w, n in small.items() if n >= 15 and len(w) > 1}
    rare = {
        w: n / (n + capital[w])
        for w, n in small.items()
        if 5 <= n < 15
        and len(w) > 3
        and w.isalpha()
        and w not in names | listed_forms()
        and n >= 0.9 * (n + capital[w])
    }
    share = rare | share
    common = [
        (w, "small" if s >= 0.7 else "often") for w, s in share.items() if s >= 0.7 or (s >= 0.25 and w not in english)
    ]
    with (SEEDS / "common_words.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "usually", "source"))
        writer.writerows((*row, "counts over press archives") for row in sorted(common))


def listed_forms() -> set[str]:
    """Places and bodies of one word, in small letters."""
    forms: set[str] = set()
    for name in ("places", "organizations"):
        for row in csv.DictReader((SEEDS / f"{name}.csv").open(encoding="utf-8")):
            forms |= {form.lower() for form in (row["name"], *row["aliases"].split(";"))}
    return forms


if __name__ == "__main__":
    main(sys.argv[1:])
