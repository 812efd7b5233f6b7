"""Checksums of files, told once while a run lasts: so a second thread can tell them ahead, while Python is busy with reports."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from zlib import crc32

_BLOCK: Final = 1 << 20  # bytes that are read at once
_Piece = tuple[str, int, int, int, int]
_told: dict[_Piece, int] | None = None  # nothing is kept outside of a run: damage may come at any time


@contextmanager
def told_once() -> Iterator[None]:
    """While this lasts, what stays as it is is read once."""
    global _told
    _told = {}
    try:
        yield
    finally:
        _told = None


def forget() -> None:
    """What was told is told anew from here on: something was found that speaks for damage."""
    if _told is not None:
        _told.clear()


def checksum(path: str, status: os.stat_result, start: int = 0, size: int | None = None) -> int:
    """The CRC-32 of a file, or of a piece of it. ``status`` tells one state of the file from another."""
    told, piece = _told, (path, status.st_ino, status.st_size, status.st_mtime_ns, start)
    if told is not None and piece in told:
        return told[piece]
    total = _read(path, start, status.st_size if size is None else size)
    if told is not None:
        told[piece] = total
    return total


def _read(path: str, start: int, size: int) -> int:
    """By the system's own calls: of ten thousand small files, those of a Path and a file object take longer than the reading."""
    total, descriptor = 0, os.open(path, os.O_RDONLY)
    try:
        while size > 0 and (block := os.pread(descriptor, min(_BLOCK, size), start)):
            total, start, size = crc32(block, total), start + len(block), size - len(block)
    finally:
        os.close(descriptor)
    return total
