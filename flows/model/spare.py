"""The marts before the published ones, kept to be written into by the next increment: copying all of a large file for a small
change costs more than the change.

The pieces of the two files are compared and those that differ are written: reading both costs a third of what writing one does.
(The checksums before DuckDB's blocks do not tell: two blocks that hold the same words in other places have one sum.)
That is done before the run has anything to write, if it is asked for (``make_ready``), and then need not be done again.
Readers may have the older file open still, or somebody another name of it: then, and where the system cannot tell, all is copied.
May not: touch the published file.
"""

import fcntl
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

_SPARE: Final = "before.marts"
_PIECE: Final = 262_144  # bytes, as of DuckDB's blocks
_AT_ONCE: Final = 16 * _PIECE  # that are read: Python's lock is waited for after each time

_States = list[tuple[int, int, int]]
_ONE_AT_A_TIME: Final = Lock()  # who makes it ready writes into the file that an increment would take
_ready: dict[Path, _States] = {}  # spare files, and how they and the published ones were when they were the same


def make_ready(work: Path, published: Path) -> None:
    """Makes the spare file in ``work``, where that can be had, the same as the published one."""
    spare = work / _SPARE
    with _ONE_AT_A_TIME:
        if published.exists() and spare.exists() and _is_nobody_elses(spare):
            _make_same(spare, published)
            _ready[spare] = _states(spare, published)


def bring(work: Path, published: Path, copy: Path) -> None:
    """Makes ``copy``, which is not there yet, the same as the published file: of the spare one in ``work``, where that can be had.

    Waits for who makes that ready.
    """
    spare = work / _SPARE
    with _ONE_AT_A_TIME:
        ready = _ready.pop(spare, None)
        if spare.exists() and _is_nobody_elses(spare):
            is_ready = ready == _states(spare, published)
            spare.replace(copy)  # from here on it is nothing, should this process be killed
            if not is_ready:
                _make_same(copy, published)
        else:
            shutil.copyfile(published, copy)


def _states(*files: Path) -> _States:
    """What tells that files are those of a moment before."""
    return [(status.st_ino, status.st_size, status.st_mtime_ns) for status in map(Path.stat, files)]


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
        with copy.open("rb") as written:
            os.fsync(written.fileno())  # or the first increment that checkpoints waits for the disk
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


def _make_same(to_be: Path, published: Path) -> None:
    """Gives a file the size of the published one, and its pieces where they differ."""
    with to_be.open("r+b") as old, published.open("rb") as new:
        size = os.fstat(new.fileno()).st_size
        old.truncate(size)
        ours, read = bytearray(_AT_ONCE), bytearray(_AT_ONCE)
        for at in range(0, size, _AT_ONCE):
            wanted = memoryview(read)[: os.preadv(new.fileno(), [read], at)]
            is_whole = os.preadv(old.fileno(), [ours], at) == len(wanted)
            if is_whole and ours.startswith(wanted):  # compared where they lie
                continue
            for start in range(0, len(wanted), _PIECE):
                piece = wanted[start : start + _PIECE]
                if not is_whole or not ours.startswith(piece, start):
                    os.pwrite(old.fileno(), piece, at + start)
