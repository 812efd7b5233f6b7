"""Archives of many files, ZIP and tar: their members one after the other, bounded in number and size. Nothing is unpacked to disk."""

import io
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final, cast

from flows.contract.records import SourceFile
from flows.ingest.fields import bad_name
from flows.ingest.refusal import Refusal, refuse
from flows.ingest.streams import CHUNK, Limits, most_bytes, too_much, unpacked

_ZIP: Final = b"PK\x03\x04"
_OFFICE: Final = (b"[Content_Types].xml", b"mimetype")  # the first member of .docx, .xlsx and of .odt, .epub
_TAR_AT: Final = 257
_ENCRYPTED: Final = 0x1
_HEADER_BYTES: Final = 4 << 20  # of a member: tar holds names and attributes of any length in memory
_DIRECTORY_BYTES: Final = 1 << 20  # of a ZIP whatever its members, and of each:
_ENTRY_BYTES: Final = 512  # its header and a long name
Member = tuple[SourceFile, BinaryIO | Refusal]


@dataclass(slots=True)
class _Allowance:
    """How many bytes may be read yet, of one stream or of several together."""

    left: int


class _Metered(io.RawIOBase):
    """A stream that is read within an allowance. Raises Refusal beyond it, before anything is held."""

    def __init__(self, stream: BinaryIO, allowance: _Allowance) -> None:
        self._stream, self._allowance = stream, allowance

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: Any) -> int:
        if len(buffer) > self._allowance.left:
            raise refuse("too_large", "Unpacks to far more than press text does: an archive bomb?")
        data = self._stream.read(len(buffer))
        self._allowance.left -= len(data)
        buffer[: len(data)] = data
        return len(data)


def is_archive(head: bytes) -> bool:
    """Whether the first bytes are those of a ZIP or tar archive, and not of an office document."""
    return head[_TAR_AT : _TAR_AT + 5] == b"ustar" or (head.startswith(_ZIP) and not head[30:].startswith(_OFFICE))


def members(file: SourceFile, stream: BinaryIO, limits: Limits) -> Iterator[Member]:
    """The files of an archive with their bytes, or why they cannot be had; hidden ones are left out.

    Raises Refusal where there are too many, or where they are together far larger than press text unpacks to.
    """
    is_zip = cast(io.BufferedReader, stream).peek(4).startswith(_ZIP)
    found = _of_zip(file, stream, limits) if is_zip else _of_tar(file, stream, limits)
    total, packed = 0, _Allowance(most_bytes(file.size, limits))
    for number, (member, content) in enumerate(found):
        total += member.size
        if number >= limits.members or too_much(total, file.size, limits):
            raise refuse("too_large", f"Unpacks to far more than press text does, at {member.name}: an archive bomb?")
        content = _checked(member, content)
        yield member, content if isinstance(content, Refusal) else _within(content, packed)


def _checked(member: SourceFile, content: BinaryIO | Refusal) -> BinaryIO | Refusal:
    path = PurePosixPath(member.uri.partition("#")[2])
    return bad_name(str(path)) if path.is_absolute() or ".." in path.parts else content


def _within(content: BinaryIO, packed: _Allowance) -> BinaryIO:
    """The bytes of a member; those of packed ones count together, or each would have the measure of an archive."""
    plain = unpacked(cast(io.BufferedReader, content))
    return plain if plain is content else _buffered(_Metered(plain, packed))


def _of_zip(file: SourceFile, stream: BinaryIO, limits: Limits) -> Iterator[Member]:
    directory = _Allowance(_DIRECTORY_BYTES + limits.members * _ENTRY_BYTES)
    with zipfile.ZipFile(_Metered(stream, directory)) as archive:
        directory.left = sys.maxsize
        for info in archive.infolist():
            if not info.is_dir() and (member := _member(file, info.filename, info.file_size)):
                yield member, _opened(archive, info)


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO | Refusal:
    if info.flag_bits & _ENCRYPTED:
        return refuse("unreadable", f"{info.filename} is encrypted: unpack the archive with its password.")
    try:
        return _buffered(archive.open(info))
    except (NotImplementedError, zipfile.BadZipFile) as error:
        return refuse("unreadable", f"{info.filename} cannot be unpacked: {error}.")


def _of_tar(file: SourceFile, stream: BinaryIO, limits: Limits) -> Iterator[Member]:
    allowance = _Allowance(_HEADER_BYTES)
    with tarfile.open(fileobj=_Metered(stream, allowance), mode="r|") as archive:
        for number, info in enumerate(archive):
            cast(Any, archive).members = []  # it would keep every header
            allowance.left = _HEADER_BYTES + min(info.size, most_bytes(file.size, limits))
            if number >= 2 * limits.members or too_much(info.offset_data, file.size, limits):
                raise refuse("too_large", "More entries than an archive of reports has.")
            if info.isdir() or not (member := _member(file, info.name, info.size)):
                continue
            content = archive.extractfile(info) if info.isreg() and not info.issparse() else None
            yield member, _buffered(content) if content else refuse("unreadable", f"{info.name} is no regular file.")


def _member(file: SourceFile, path: str, size: int) -> SourceFile | None:
    """A member as a source of its own; None where it is hidden or what an archiver adds."""
    name = PurePosixPath(path).name
    hidden = any(part.startswith(".") and part not in (".", "..") for part in PurePosixPath(path).parts)
    if hidden or path.startswith("__MACOSX/"):
        return None
    return SourceFile(uri=f"{file.uri}#{path}", name=name, size=size, modified_ns=file.modified_ns)


def _buffered(content: object) -> BinaryIO:
    return io.BufferedReader(cast(io.RawIOBase, content), CHUNK)
