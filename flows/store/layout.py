"""Where things lie in a warehouse folder. Nothing else knows these names."""

from pathlib import Path


def is_warehouse(folder: Path) -> bool:
    """Whether a run has written to a folder."""
    return landing_folder(folder).exists() or tables_folder(folder).exists()


def landing_folder(warehouse: Path) -> Path:
    """Raw reports, a Parquet file a batch."""
    return warehouse / "landing"


def landing_file(warehouse: Path, batch_id: str) -> Path:
    """The raw reports of a batch."""
    return landing_folder(warehouse) / f"{batch_id}.parquet"


def landed_batches(warehouse: Path) -> tuple[str, ...]:
    """The ids of all landed batches."""
    return tuple(sorted(path.stem for path in landing_folder(warehouse).glob("*.parquet")))


def tables_folder(warehouse: Path) -> Path:
    """All tables."""
    return warehouse / "tables"


def table_folder(warehouse: Path, table: str) -> Path:
    """The Parquet files of a table."""
    return tables_folder(warehouse) / table


def table_file(warehouse: Path, table: str, month: str, batch_id: str) -> Path:
    """The rows that a batch has in a table for reports published in a month (``YYYY-MM`` or ``unknown``)."""
    return table_folder(warehouse, table) / f"published_month={month}" / f"{batch_id}.parquet"


def lines_folder(warehouse: Path) -> Path:
    """The short lines of landed reports, a Parquet file a batch: what recurs is counted from them."""
    return warehouse / "lines"


def lines_file(warehouse: Path, batch_id: str) -> Path:
    """The short lines of a batch's reports."""
    return lines_folder(warehouse) / f"{batch_id}.parquet"


def marker_folder(warehouse: Path) -> Path:
    """A commit marker for each batch whose tables are complete."""
    return warehouse / "batches"


def marker_file(warehouse: Path, batch_id: str) -> Path:
    """The commit marker of a batch: it exists when, and only when, all its files do."""
    return marker_folder(warehouse) / f"{batch_id}.json"


def ledger_file(warehouse: Path) -> Path:
    """What is known of each source file that has been read."""
    return warehouse / "sources.parquet"


def seals_file(warehouse: Path) -> Path:
    """What each file of the tables was when it was found whole."""
    return warehouse / "seals.parquet"


def lock_file(warehouse: Path) -> Path:
    """Locked while a run writes."""
    return warehouse / ".lock"


def compaction_folder(warehouse: Path) -> Path:
    """What is being merged; empty but for the time of a compaction."""
    return warehouse / "compactions"


def compaction_file(warehouse: Path, batch_id: str) -> Path:
    """Says which batches a batch is being merged from."""
    return compaction_folder(warehouse) / f"{batch_id}.json"


def feeds_file(warehouse: Path) -> Path:
    """What the servers of feeds said last."""
    return warehouse / "feeds.json"


def memo_folder(warehouse: Path, stage: str) -> Path:
    """What a stage remembers of the run before."""
    return warehouse / "memos" / stage


def sums_file(warehouse: Path) -> Path:
    """What linking has added up of each batch."""
    return memo_folder(warehouse, "sums") / "sums.sqlite"


def share_file(warehouse: Path) -> Path:
    """Where the parcels of the run under way lie; there only while one goes, and after one that was killed."""
    return warehouse / ".share"
