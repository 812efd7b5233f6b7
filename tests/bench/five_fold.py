"""Whether knowledge gathered with a fold left out still holds: F1 of the annotated reports with all seed lists and with lists cut.

    PYTHONPATH=. python tests/bench/five_fold.py GOLD.jsonl [ARCHIVE.jsonl.gz ...]

Protocol. The reports are dealt to five folds in the order of their file names. For each fold the seed lists that people filled while
they read reports (organizations, initiatives, ranks, posts, portfolios, honorifics, heads and cues of names, demonyms; of places
and words of names those rows that reading added) lose every row that the fold alone attests: one of its forms stands in the fold's
texts, and none stands in the texts of the other four or, where given, in the ARCHIVEs less their records that share a headline or
an opening with an annotated report. Rows that open lists gave (GeoNames, Faker, ISO) stay: nobody gathered them from a report.
Code and model stay too; the model has seen no annotated report. Each fold is read in a process of its own with its lists, the
tallies of the five are summed, and so the table compares the same 26 reports. Without archives the cut is harsher than life: it
takes away what any other report would have taught.

Measured 2026-11-22, with the APP and Dawn archives: person, rank, post, organization and unnamed post lose nothing, place 0.4,
initiative 1.6 points (9 rows cut). Without archives (measured 2026-11-21, 352 rows cut): person 16.5, rank 42.5, organization 14.9.
"""

import csv
import gzip
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any, Final

import flows.language.seeds as seeds
from flows.language.phrases import Phrases

FOLDS: Final = 5
_GATHERED: Final[Mapping[str, tuple[str, ...]]] = {
    "organizations": ("name", "aliases"), "initiatives": ("name", "aliases"), "ranks": ("form",), "posts": ("form",),
    "portfolios": ("form",), "honorifics": ("form",), "name_heads": ("head",), "name_cues": ("word",), "demonyms": ("demonym",),
    "places": ("name", "aliases"), "person_names": ("word",),
}  # fmt: skip
_BY_READING: Final = (
    "press",
    "archives",
)  # how the source of a row says so, in lists that are mostly cut from open ones
_MOSTLY_OPEN: Final = frozenset({"places", "person_names"})
_NAMED: Final = frozenset({"person", "organization", "place", "initiative"})
_OPENING: Final = 60  # characters that tell a record from others


def folds(docs: Sequence[str]) -> list[list[str]]:
    """The reports dealt in order, like cards."""
    return [sorted(docs)[i::FOLDS] for i in range(FOLDS)]


def cut(folder: Path, inside: str, outside: str) -> int:
    """Takes from the seed lists of a folder the rows that only ``inside`` attests; how many."""
    listed = {name: _rows(folder / f"{name}.csv") for name in _GATHERED}
    phrases = Phrases(form for name, (_, rows) in listed.items() for row in rows for form in _forms(name, row))
    here, there = ({hit for *_, hit in phrases.find(text)} for text in (inside, outside))
    dropped = 0
    for name, (header, rows) in listed.items():
        kept = [row for row in rows if not _only_here(name, row, here, there)]
        dropped += len(rows) - len(kept)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header)
            writer.writeheader()
            writer.writerows(kept)
    return dropped


def _rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(line for line in file if not line.startswith("#"))
        rows = list(reader)
        return list(reader.fieldnames or ()), rows


def _forms(name: str, row: Mapping[str, str]) -> list[str]:
    return [form.lower() for column in _GATHERED[name] for form in row[column].split(";") if form]


def _only_here(name: str, row: Mapping[str, str], here: set[str], there: set[str]) -> bool:
    if name in _MOSTLY_OPEN and not any(word in row["source"] for word in _BY_READING):
        return False
    forms = set(_forms(name, row))
    return bool(forms & here) and not forms & there


def archive_text(paths: Iterable[str], gold: Iterable[str]) -> str:
    """The texts of archives, without records of the annotated reports."""
    known = " ".join(" ".join(text.split()) for text in gold)
    return "\n".join(
        text for path in paths for title, text in _records(path) if title not in known and text[:_OPENING] not in known
    )


def _records(path: str) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield " ".join((record["title"] or "\0").split()), " ".join((record["content"] or "\0").split())


def read_fold(folder: Path, gold: Path, docs: Sequence[str]) -> dict[str, list[int]]:
    """Right, annotated and claimed of each measure over some reports, read with the seed lists of a folder."""
    seeds.SEEDS = folder  # before anything that reads a list is imported
    from flows.accuracy.spans import measure
    from flows.contract.records import RawReport
    from flows.reader import read_report

    rows = [row for line in gold.read_text("utf-8").splitlines() if (row := json.loads(line))["doc"] in docs]
    pairs: list[tuple[Any, Any]] = []
    for row in rows:
        text = (gold.parent / "reports" / row["doc"]).read_text("utf-8")
        raw = RawReport(report_id=row["doc"], source_name=row["doc"], source_uri="", source_kind="text", text=text)
        pairs.append((row, read_report(raw)))
    told = {name: [t.hits, t.gold, t.claimed] for name, t in measure(pairs).items() if name.split(".")[0] in _NAMED}
    return told | _people(pairs)


def _people(pairs: Iterable[tuple[Any, Any]]) -> dict[str, list[int]]:
    """Ranks and posts of the annotated people, and unnamed posts by overlap."""
    from flows.accuracy.spans import norm, overlapping

    counts = {"person.rank": [0, 0, 0], "person.post": [0, 0, 0], "post.unnamed": [0, 0, 0]}
    for gold, facts in pairs:
        for person in gold["people"]:
            ours = [m for m in facts.mentions if m.kind == "person" and norm(m.name) == norm(person["name"])]
            for field in ("rank", "post"):
                values = {norm(getattr(m, field)) for m in ours if getattr(m, field)}
                wanted = person.get(field)
                right = bool(wanted) and norm(wanted) in values
                _add(counts[f"person.{field}"], (right, bool(wanted), bool(values)))
        unnamed = [
            (m.char_start, m.char_end) for m in facts.mentions if m.kind == "post" and m.holder_entity_id is None
        ]
        tally = overlapping([(s, e) for s, e in gold["unnamed_posts"]], unnamed)
        _add(counts["post.unnamed"], (tally.hits, tally.gold, tally.claimed))
    return counts


def _add(total: list[int], more: Iterable[int]) -> None:
    total[:] = [a + int(b) for a, b in zip(total, more, strict=True)]


def _f1(counts: Sequence[int]) -> float:
    right, there, claimed = counts
    return 2 * right / max(1, there + claimed)


def _in_a_process(folder: Path, gold: Path, docs: Sequence[str]) -> dict[str, list[int]]:
    command = [sys.executable, __file__, "--fold", str(folder), str(gold), *docs]
    told: dict[str, list[int]] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return told


def main(gold: Path, archives: Sequence[str]) -> None:
    """Prints F1 with all lists and with lists cut, a row a measure."""
    texts = {path.name: path.read_text("utf-8") for path in sorted((gold.parent / "reports").glob("*.txt"))}
    archive = archive_text(archives, texts.values())
    whole: dict[str, list[int]] = {}
    left_out: dict[str, list[int]] = {}
    for docs in folds(list(texts)):
        with TemporaryDirectory() as folder:
            lists = Path(copytree(seeds.SEEDS, Path(folder) / "seeds"))
            for total in (whole, left_out):
                for name, counts in _in_a_process(lists, gold, docs).items():
                    _add(total.setdefault(name, [0, 0, 0]), counts)
                if total is whole:
                    others = "\n".join(text for doc, text in texts.items() if doc not in docs)
                    dropped = cut(lists, "\n".join(texts[doc] for doc in docs), f"{others}\n{archive}")
        print(f"{len(docs)} reports: {dropped} rows that they alone attest", file=sys.stderr)
    print(f"{'measure':24}{'all':>8}{'cut':>8}{'points':>8}")
    for name in sorted(whole):
        all_of_it, less = _f1(whole[name]), _f1(left_out[name])
        print(f"{name:24}{all_of_it:8.3f}{less:8.3f}{100 * (less - all_of_it):8.1f}")


if __name__ == "__main__":
    if sys.argv[1] == "--fold":
        print(json.dumps(read_fold(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])))
    else:
        main(Path(sys.argv[1]), sys.argv[2:])
