"""Parcels: what a stage reads of a batch, and what it made of it, a file each, for workers that do not see the warehouse.

Unpacked into an empty folder a parcel is a warehouse of that one batch: a stage runs there as it does here. What it made is
adopted under the same names and in the same order as if it had been written here, the commit marker last.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile, ZipInfo

from flows.store.batches import batch_files
from flows.store.files import commit, explained, read_parquet, write_bytes
from flows.store.layout import landing_file, lines_file, marker_file, share_file
from flows.store.quarantine import batch_rows_file
from flows.store.whole import table_files

_PARQUET: Final = ".parquet"


def pack_batch(warehouse: Path, batch_id: str) -> bytes:
    """All that a stage reads of a batch: as it was landed, what was made of it before, and which lines recur.

    Raises Damaged for a file that is not as it was written: here it can be mended, at a worker it cannot.
    """
    paths = (landing_file(warehouse, batch_id), *table_files(warehouse, "recurring_lines"), *_made(warehouse, batch_id))
    for path in paths:
        if path.suffix == _PARQUET:
            read_parquet(path)
    return _packed(warehouse, paths)


def pack_made(warehouse: Path, batch_id: str) -> bytes:
    """What stages have made of a batch."""
    return _packed(warehouse, _made(warehouse, batch_id))


def unpack(parcel: bytes, warehouse: Path) -> None:
    """Writes the files of a parcel into a folder."""
    for name, content in _files(parcel):
        write_bytes(warehouse / name, content)


def adopt(warehouse: Path, batch_id: str, parcel: bytes) -> None:
    """Makes what a worker made of a batch the batch's own, in place of what it had. Only for the holder of the lock."""
    made = {warehouse / name: content for name, content in _files(parcel)}
    marker = marker_file(warehouse, batch_id)
    if marker.exists() and made.get(marker) != marker.read_bytes():
        with explained(warehouse):
            marker.unlink()
    for path in set(_made(warehouse, batch_id)) - made.keys():
        path.unlink()
    for path, content in made.items():
        write_bytes(path, content)
    if marker in made:
        commit(marker)


def note_share(warehouse: Path, folder: str) -> str | None:
    """Remembers where the parcels of this run lie; the folder that a killed run left behind, if one did."""
    path = share_file(warehouse)
    left = path.read_text("utf-8") if path.exists() else None
    write_bytes(path, folder.encode())
    return left


def forget_share(warehouse: Path, folder: str) -> None:
    """Forgets where the parcels of this run lay, once they are gone; another run may have noted its own meanwhile."""
    path = share_file(warehouse)
    if path.exists() and path.read_text("utf-8") == folder:
        path.unlink()


def _made(warehouse: Path, batch_id: str) -> tuple[Path, ...]:
    """The files that stages have made of a batch, in the order they are written."""
    before = (lines_file(warehouse, batch_id), batch_rows_file(warehouse, batch_id))
    tables = reversed(batch_files(warehouse, batch_id))
    return tuple(path for path in (*before, *tables, marker_file(warehouse, batch_id)) if path.exists())


def _packed(warehouse: Path, paths: tuple[Path, ...]) -> bytes:
    parcel = BytesIO()
    with ZipFile(parcel, "w") as archive:  # Parquet is compressed as it is
        for path in paths:
            archive.writestr(ZipInfo(path.relative_to(warehouse).as_posix()), path.read_bytes())
    return parcel.getvalue()


def _files(parcel: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(parcel)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)
