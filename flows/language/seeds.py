"""Reviewed world knowledge: the CSV files in ``seeds/``, read once. A row is a dict of stripped strings; '' is 'not given'."""

import csv
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``seeds/<name>.csv``. Lines that start with ``#`` are comments; a row with too many cells raises ValueError."""
    path = SEEDS / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(line for line in file if not line.startswith("#"))  # DictReader takes half as long again
        header = next(reader)
        return tuple(_row(path, reader.line_num, header, cells) for cells in reader if cells)


def forms_of(row: Mapping[str, str]) -> tuple[str, ...]:
    """The name of a row and its aliases, which ``;`` parts."""
    return tuple(filter(None, (row["name"], *row["aliases"].split(";"))))


def _row(path: os.PathLike[str], line: int, header: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
    if len(cells) != len(header):
        raise ValueError(f"{path}, line {line}: cells do not match the header")
    return dict(zip(header, map(str.strip, cells), strict=True))
