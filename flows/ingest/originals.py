"""The bytes that a quarantine row is about, read back from its source."""

from pathlib import Path

from flows.contract.records import Quarantined
from flows.ingest.refusal import Refusal
from flows.ingest.streams import opened


def original_bytes(row: Quarantined, size: int = 2000) -> bytes:
    """Up to ``size`` bytes of the source, unpacked, from the row's offset on. Raises FileNotFoundError where it is gone."""
    path = Path(row.source_uri.partition("#")[0])
    if not path.exists():
        raise FileNotFoundError(f"{path} is no longer there: put it back to see its bytes.")
    try:
        with opened(path) as stream:
            stream.seek(row.byte_start)
            return stream.read(size)
    except (Refusal, EOFError, OSError):  # a damaged archive: what stands before the damage is all there is
        return b""
