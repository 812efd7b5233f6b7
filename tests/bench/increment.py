"""Whether a warehouse's marts, grown by increments, equal a build of everything: row by row.

    python -m tests.bench.increment WAREHOUSE FOLDER     # FOLDER takes the other build: as much room as dateline.duckdb

Before it, run `dateline run` on something new with that warehouse, so that its last build is an increment.
"""

import sys
from pathlib import Path

from flows.model import build
from tests.model.differing import differing


def main(warehouse: Path, folder: Path) -> int:
    """Prints what came of it; 1 where a row differs."""
    folder.mkdir(parents=True)
    (folder / "tables").symlink_to((warehouse / "tables").absolute())
    whole = build(folder)
    print(whole.message)
    rows = differing(warehouse / "dateline.duckdb", folder / "dateline.duckdb")
    for table, found in rows.items():
        print(f"{table}: {len(found)} rows are in one of the two alone, as {found[0]}")
    print("the marts differ" if rows else "the marts are equal, row by row")
    return int(bool(rows) or not whole.published)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
