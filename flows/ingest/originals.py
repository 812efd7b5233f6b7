"""The bytes that a quarantine row is about, read back from its source."""

from pathlib import Path
from typing import BinaryIO

from flows.contract.records import Quarantined, SourceFile
from flows.ingest.archives import members
from flows.ingest.refusal import Refusal
from flows.ingest.streams import CHUNK, Limits, as_utf8, opened


def source_of(row: Quarantined) -> str:
    """The file or address that a row is from: what stands before the ``#`` of an archive's member or of a report."""
    if "://" in row.source_uri:
        return row.source_uri
    parts = row.source_uri.split("#")
    paths = ("#".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((path for path in paths if Path(path).exists()), parts[0])


def original_bytes(row: Quarantined, size: int = 2000) -> bytes:
    """Up to ``size`` bytes of the source, unpacked, from the row's offset on. Raises FileNotFoundError where it is gone."""
    path = Path(source_of(row))
    if not path.exists():
        raise FileNotFoundError(f"{path} is no longer there: put it back to see its bytes.")
    member = row.source_uri.removeprefix(str(path)).removeprefix("#").removesuffix(f"#{row.content_hash}")
    try:
        return _bytes_of(path, member, row.byte_start, size)
    except (Refusal, EOFError, OSError):  # a damaged archive: what stands before the damage is all there is
        return b""


def _bytes_of(path: Path, member: str, start: int, size: int) -> bytes:
    file = SourceFile(uri=str(path), name=path.name, size=path.stat().st_size, modified_ns=0)
    with opened(path) as stream:
        if not member:
            return _piece(stream, start, size)
        for found, content in members(file, stream, Limits()):
            if found.uri == f"{path}#{member}" and not isinstance(content, Refusal):
                return _piece(content, start, size)
    return b""


def _piece(stream: BinaryIO, start: int, size: int) -> bytes:
    stream = as_utf8(stream)
    while start and (skipped := stream.read(min(start, CHUNK))):  # not every stream can be set forward
        start -= len(skipped)
    return stream.read(size)
