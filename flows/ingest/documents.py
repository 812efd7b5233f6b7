"""JSON that is not a record a line: an array of records, records over many lines, or several of these. Read piece by piece."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from flows.ingest.refusal import Refusal, refuse
from flows.ingest.streams import Limits, Line, read_piece, too_much

_TOKEN: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],]|"', re.DOTALL)  # the last: a string that goes on
_DEEPEST: Final = 200  # records of archives nest four deep


def is_too_deep(data: bytes) -> bool:
    """Whether JSON nests deeper than a record may, told without parsing it: that would overflow the stack."""
    if data.count(b"[") + data.count(b"{") <= _DEEPEST:
        return False
    depth = deepest = 0
    for token in _TOKEN.finditer(data):
        depth += (token[0] in (b"[", b"{")) - (token[0] in (b"]", b"}"))
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def elements(stream: BinaryIO, limits: Limits, packed_size: int) -> Iterator[Line | Refusal]:
    """The records of a JSON document, each with its offset; after one that is too long the rest is not read."""
    held, offset, in_array = b"", 0, False
    while piece := read_piece(stream, offset + len(held)):
        if isinstance(piece, Refusal):
            yield piece
            return
        held += piece
        spans, start, in_array = _cut(held, in_array)
        yield from (line for s in spans if (line := _line(held[slice(*s)], offset + s[0])))
        held, offset = held[start:], offset + start
        if len(held) > limits.record_bytes or too_much(offset + len(held), packed_size, limits):
            message = f"A record of more than {limits.record_bytes} bytes: is a quotation mark or bracket left open?"
            yield refuse("too_large", message, held, offset)
            return
    if held.strip():
        yield refuse("bad_record", "The document ends within a record. Fetch the source again.", held, offset)


def _cut(held: bytes, in_array: bool) -> tuple[list[tuple[int, int]], int, bool]:
    """Spans of the whole records in the bytes, which begin between two; where the rest starts, and whether in an array."""
    spans: list[tuple[int, int]] = []
    depth, start = int(in_array), 0
    for token in _TOKEN.finditer(held):
        mark = token[0]
        if mark == b'"':
            break
        if mark == b"[" and depth == 0:
            depth, in_array, start = 1, True, token.end()
        elif mark in (b"[", b"{"):
            depth += 1
        elif mark == b"," and depth == in_array:
            spans.append((start, token.start()))
            start = token.end()
        elif mark in (b"]", b"}") and (depth := depth - 1) <= 0:
            spans.append((start, token.start() if in_array else token.end()))
            depth, in_array, start = 0, False, token.end()
    return spans, start, in_array


def _line(data: bytes, byte_start: int) -> Line | None:
    """The record without the space around it; None where there is nothing else."""
    text = data.lstrip()
    return Line(byte_start + len(data) - len(text), text.rstrip()) if text else None
