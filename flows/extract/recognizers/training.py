"""Trains the CRF: ``python -m flows.extract.recognizers.training GOLD.conll.gz…`` writes names.crfsuite, the same bytes each time.

Gold is token TAB tag, an empty line between sentences. Copies with other persons and places join it, and generated sentences of the
press genre (see templates). Every sentence is read a second time with some of its listed words unknown, so that the model learns
to do without the lists.
"""

import argparse
import gzip
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pycrfsuite

from flows.contract.records import Report, Section
from flows.extract.reading import read
from flows.extract.recognizers.model import MODEL, features, rule_labels
from flows.extract.recognizers.rules import apply_rules
from flows.extract.recognizers.templates import Filler
from flows.extract.recognizers.units import Units, units

_GLUED_LEFT: Final = frozenset({",", ".", ")", "'s", "’s", "-", ";", ":", "?", "!", "%", "n't", "”"})
_GLUED_RIGHT: Final = frozenset({"(", "-", "“", "$"})
_FORGOTTEN: Final = {"G": "C", "Q": "C", "P": "C", "O": "A", "J": "W"}
_FORGET: Final = 0.4
_SETTINGS: Final = {"c1": 0.2, "c2": 0.02, "max_iterations": 80, "feature.minfreq": 2}


class Example(NamedTuple):
    """A sentence and its names as (start, end, PER, ORG or LOC)."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def gold(path: Path) -> Iterator[Example]:
    """The sentences of a CoNLL file as text; tags other than PER, ORG and LOC are dropped."""
    rows: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                word, _, tag = line.rstrip("\n").partition("\t")
                rows.append((word, tag))
            elif rows:
                yield joined(rows)
                rows = []
    if rows:
        yield joined(rows)


def joined(rows: Iterable[tuple[str, str]]) -> Example:
    """Tagged tokens as running text, spaces where print has them."""
    text, names = "", list[list[object]]()
    for word, tag in rows:
        if word in _GLUED_LEFT:
            text = text.removesuffix(" ")
        start, text = len(text), text + word
        if tag.startswith("B-"):
            names.append([start, len(text), tag[2:]])
        elif tag.startswith("I-") and names:
            names[-1][1] = len(text)
        text += "" if word in _GLUED_RIGHT else " "
    kept = ((int(str(s)), int(str(e)), str(k)) for s, e, k in names if k != "MISC")
    return Example(text.rstrip(), tuple(kept))


def sequences(example: Example, rng: random.Random) -> Iterator[tuple[list[list[str]], list[str]]]:
    """(features, labels) of a sentence: as the lists see it, and with some listed words forgotten."""
    report = Report(report_id="", source_name="", source_uri="", text=example.text)
    body = Section(report_id="", ordinal=0, kind="body", story_ordinal=0, char_start=0, char_end=len(example.text))
    seen = units(read(report, (body,)))
    for known in (seen, _with_gaps(seen, rng)):
        rules = rule_labels(known, apply_rules(known))
        labels = _labels(known, example)
        first = 0
        while (last := known.codes.find("|", first)) >= 0:
            if last > first:
                yield features(known, rules, first, last), labels[first:last]
            first = last + 1


def swapped(example: Example, filler: Filler) -> Example:
    """The sentence with other persons and places in it, so that contexts are learnt apart from names."""
    text, names, done = "", [], 0
    for start, end, kind in example.names:
        words = example.text[start:end].count(" ") + 1
        new = example.text[start:end] if kind == "ORG" else filler.person(words) if kind == "PER" else filler.place()
        text += example.text[done:start]
        names.append((len(text), len(text) + len(new), kind))
        text += new
        done = end
    return Example(text + example.text[done:], tuple(names))


def train(examples: Iterable[Example], path: Path, seed: int = 1) -> None:
    """Fits an averaged perceptron and writes the model."""
    rng = random.Random(seed)  # noqa: S311
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=_SETTINGS, verbose=False)
    for example in examples:
        for xs, ys in sequences(example, rng):
            trainer.append(xs, ys)
    trainer.train(str(path))


def _with_gaps(seen: Units, rng: random.Random) -> Units:
    codes = "".join(_FORGOTTEN[c] if c in _FORGOTTEN and rng.random() < _FORGET else c for c in seen.codes)
    return seen.recoded(codes)


def _labels(seen: Units, example: Example) -> list[str]:
    labels = ["O"] * len(seen.codes)
    for start, end, kind in example.names:
        inside = [
            i for i, s in enumerate(seen.starts) if start <= s < end and seen.codes[i] != "|" and seen.ends[i] <= end
        ]
        for i in inside:
            labels[i] = ("B-" if i == inside[0] else "I-") + kind
    return labels


def main(arguments: Sequence[str]) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--generated", type=int, default=4000)
    parser.add_argument("--out", type=Path, default=MODEL)
    given = parser.parse_args(arguments)
    examples = [e for path in given.gold for e in gold(path)]
    filler = Filler(seed=1)
    examples += [swapped(e, filler) for e in examples if any(kind != "ORG" for *_, kind in e.names)]
    examples += [Example(*filler.sentence()) for _ in range(given.generated)]
    random.Random(1).shuffle(examples)  # noqa: S311
    train(examples, given.out)


if __name__ == "__main__":
    main(sys.argv[1:])
