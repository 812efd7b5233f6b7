"""Whether the marts are of the tables as they stand: so a run with nothing new builds nothing, and one after a killed run does."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from flows.model import DATABASE, is_asked_anew

_MARK: Final = "built.txt"
_SQL: Final = Path(__file__).parents[1] / "sql"
_OVERRIDES: Final = Path(__file__).parents[1] / "seeds" / "overrides.csv"  # applied when linking: they change no batch
_TABLES: Final = (
    "batches",
    "tables/reports",
    "tables/entities",
    "tables/quarantine",
)  # written with any change of any table


def fingerprint(warehouse: Path) -> str:
    """Changes with the tables, with the SQL that makes marts of them, and with the corrections."""
    folders = [*(warehouse / name for name in _TABLES), _SQL]
    lines = sorted(line for folder in folders for line in _files(folder))
    lines.append(_OVERRIDES.read_text("utf-8"))
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def is_built(warehouse: Path) -> bool:
    """Whether the marts are there, and of the tables as they stand, and no others are asked for."""
    mark = warehouse / ".build" / _MARK
    marts = warehouse / DATABASE
    if is_asked_anew(warehouse) or not marts.exists():
        return False
    return mark.exists() and mark.read_text("utf-8") == fingerprint(warehouse)


def mark_built(warehouse: Path) -> None:
    """Remember that the published marts are of the tables as they stand."""
    mark = warehouse / ".build" / _MARK
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_text(fingerprint(warehouse), "utf-8")


def _files(folder: Path) -> Iterator[str]:
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("target", "logs")]
        for name in names:
            status = os.stat(os.path.join(path, name))  # noqa: PTH116, PTH118 - thousands of files
            yield f"{path}/{name} {status.st_size} {status.st_mtime_ns}"
