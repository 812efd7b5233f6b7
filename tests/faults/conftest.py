"""Sources with everything in them, and the state of a warehouse to compare."""

import json
import random
from pathlib import Path

import pyarrow.parquet as pq
import pytest


@pytest.fixture
def archive(tmp_path) -> Path:
    return write_archive(tmp_path / "source" / "a.jsonl", 9)


def write_archive(path: Path, records: int) -> Path:
    """Records of several months, some broken, some repeated, some re-crawled with more text, a slogan below each."""
    rng = random.Random(7)
    lines = []
    slogan = "\n\nHarbour brings the coast to you"
    for n in range(records):
        page = n - 1 if n % 9 == 5 else n
        record = {"title": f"Bridge {page}", "link": f"https://a.example/{page}", "date_published": f"2024-0{1 + n % 2}-11T00:00:00Z",
                  "content": f"LAHORE: Bridge {page} was opened." + " It is long." * (n % 9 + rng.randrange(3)) + slogan}  # fmt: skip
        lines.append("{broken" if n % 11 == 7 else json.dumps(record))
        if n % 7 == 3:
            lines.append(lines[-1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines))
    return path


def state(warehouse: Path) -> dict[str, object]:
    """Every file's bytes, but for when and how often a quarantined record was seen."""
    found: dict[str, object] = {}
    for path in sorted(p for p in warehouse.rglob("*") if p.is_file()):
        name = path.relative_to(warehouse).as_posix()
        if name.startswith("tables/quarantine/"):
            table = pq.read_table(path).drop_columns(["first_seen_at", "last_seen_at", "attempts"])
            found[name] = table.to_pylist()
        else:
            found[name] = path.read_bytes()
    return found
