"""Archives of many files, ZIP and tar: their members one after the other, bounded in number and size. Nothing is unpacked to disk."""

import io
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final, cast

from flows.contract.records import SourceFile
from flows.ingest.fields import bad_name
from flows.ingest.refusal import Refusal, refuse
from flows.ingest.streams import CHUNK, Limits, too_much, unpacked

_ZIP: Final = b"PK\x03\x04"
_OFFICE: Final = (b"[Content_Types].xml", b"mimetype")  # the first member of .docx, .xlsx and of .odt, .epub
_TAR_AT: Final = 257
_ENCRYPTED: Final = 0x1
Member = tuple[SourceFile, BinaryIO | Refusal]


def is_archive(head: bytes) -> bool:
    """Whether the first bytes are those of a ZIP or tar archive, and not of an office document."""
    return head[_TAR_AT : _TAR_AT + 5] == b"ustar" or (head.startswith(_ZIP) and not head[30:].startswith(_OFFICE))


def members(file: SourceFile, stream: BinaryIO, limits: Limits) -> Iterator[Member]:
    """The files of an archive with their bytes, or why they cannot be had; hidden ones are left out.

    Raises Refusal where there are too many, or where they are together far larger than press text unpacks to.
    """
    found = _of_zip(file) if cast(io.BufferedReader, stream).peek(4).startswith(_ZIP) else _of_tar(file, stream, limits)
    total = 0
    for number, (member, content) in enumerate(found):
        total += member.size
        if number >= limits.members or too_much(total, file.size, limits):
            raise refuse("too_large", f"Unpacks to far more than press text does, at {member.name}: an archive bomb?")
        yield member, _checked(member, content)


def _checked(member: SourceFile, content: BinaryIO | Refusal) -> BinaryIO | Refusal:
    path = PurePosixPath(member.uri.partition("#")[2])
    return bad_name(str(path)) if path.is_absolute() or ".." in path.parts else content


def _of_zip(file: SourceFile) -> Iterator[Member]:
    with zipfile.ZipFile(file.uri) as archive:
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
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for number, info in enumerate(archive):
            cast(Any, archive).members = []  # it would keep every header
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
    return unpacked(io.BufferedReader(cast(io.RawIOBase, content), CHUNK))
