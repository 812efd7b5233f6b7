"""The marts before the published ones, kept to be written into by the next increment: copying all of a large file for a small
change costs more than the change.

DuckDB writes blocks of one size, each under its checksum: so which blocks of two files differ is known from eight bytes of each.
Readers may have the older file open still, or somebody another name of it: then, and where the system cannot tell, all is copied.
May not: touch the published file.
"""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Final

_SPARE: Final = "before.marts"
_HEADER: Final = 4096
_HEADERS: Final = 3 * _HEADER  # of the file, and of the last two checkpoints
_BLOCK: Final = 262_144
_BLOCK_SIZE_AT: Final = 40  # where the headers of checkpoints tell it
_CHECKSUM: Final = 8
_MAGIC: Final = b"DUCK"


def bring(work: Path, published: Path, copy: Path) -> None:
    """Makes ``copy``, which is not there yet, the same as the published file: of the spare one in ``work``, where that can be had."""
    spare = work / _SPARE
    if spare.exists() and _is_nobody_elses(spare):
        spare.replace(copy)  # from here on it is nothing, should this process be killed
        with copy.open("r+b") as old, published.open("rb") as new:
            if _is_known(old) and _is_known(new):
                _renew(old, new)
                return
    shutil.copyfile(published, copy)


def swap(work: Path, new: Path, published: Path) -> None:
    """Puts the new file in the published one's place, in one step, and keeps that one as the spare."""
    old = work / f"old{published.suffix}"
    if not published.is_symlink():  # what that names is somebody's
        with suppress(OSError):  # a file system without second names: then the next increment copies
            os.link(published, old)
    new.replace(published)
    if old.exists():
        old.replace(work / _SPARE)


def renew(work: Path, published: Path) -> None:
    """Makes the spare file of a build of everything, which has little in common with the one before; none where there is no room.

    That build takes long anyhow, and the first increment behind it need not copy the file.
    """
    spare, copy = work / _SPARE, work / f"copy{published.suffix}"
    spare.unlink(missing_ok=True)
    try:
        shutil.copyfile(published, copy)
        copy.replace(spare)
    except OSError:
        copy.unlink(missing_ok=True)


def _is_nobody_elses(file: Path) -> bool:
    """Whether it has no other name, and nobody has it open: what Linux asks of those who want a lease to write."""
    if sys.platform != "linux":
        return False
    with file.open("rb") as opened:
        try:
            fcntl.fcntl(opened, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            fcntl.fcntl(opened, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except OSError:
            return False
        return os.fstat(opened.fileno()).st_nlink == 1


def _is_known(file: BinaryIO) -> bool:
    """Whether it has the form of DuckDB's files: their mark behind a checksum, then blocks of the usual size."""
    head = os.pread(file.fileno(), _HEADERS, 0)
    sizes = {int.from_bytes(head[at + _BLOCK_SIZE_AT :][:8], "little") for at in (_HEADER, 2 * _HEADER)}
    return head[_CHECKSUM:].startswith(_MAGIC) and sizes == {_BLOCK} and (_size(file) - _HEADERS) % _BLOCK == 0


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _renew(old: BinaryIO, new: BinaryIO) -> None:
    """Gives the old file the headers and size of the new one, and its blocks where they differ."""
    old.truncate(_size(new))
    _copy(old, new, 0, _HEADERS)
    for start, end in _differing(old, new):
        _copy(old, new, _HEADERS + start * _BLOCK, _HEADERS + end * _BLOCK)


def _differing(old: BinaryIO, new: BinaryIO) -> Iterator[tuple[int, int]]:
    """Half-open runs of blocks whose checksums are not the same."""
    sums = [
        [os.pread(file.fileno(), _CHECKSUM, at) for at in range(_HEADERS, _size(new), _BLOCK)] for file in (old, new)
    ]
    differ = [number for number, (before, now) in enumerate(zip(*sums, strict=True)) if before != now]
    for _, run in groupby(enumerate(differ), key=lambda found: found[1] - found[0]):
        numbers = [number for _, number in run]
        yield numbers[0], numbers[-1] + 1


def _copy(old: BinaryIO, new: BinaryIO, start: int, end: int) -> None:
    for at in range(start, end, _BLOCK):
        os.pwrite(old.fileno(), os.pread(new.fileno(), min(_BLOCK, end - at), at), at)
