"""Mending: a damaged file is removed with all that rests on it, so that the next run makes it anew from what lies before it."""

from pathlib import Path

from flows.store.batches import batch_files
from flows.store.layout import landing_folder, ledger_file, marker_file, table_folder


def mend(warehouse: Path, path: Path) -> None:
    """Removes a damaged file. Tables are made again from landing, landing and quarantine from the sources."""
    path.unlink(missing_ok=True)
    marker_file(warehouse, path.stem).unlink(missing_ok=True)
    if path.parent in (landing_folder(warehouse), table_folder(warehouse, "quarantine")):
        ledger_file(warehouse).unlink(missing_ok=True)
    if path.parent == landing_folder(warehouse):
        for file in batch_files(warehouse, path.stem):
            file.unlink()
