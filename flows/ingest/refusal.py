"""What a reader says when it cannot read: a reason, where, and which bytes; ``sources`` makes the quarantine row of it."""

import hashlib
from dataclasses import dataclass


@dataclass(eq=False)
class Refusal(Exception):  # noqa: N818 - yielded as a value more often than raised
    """A record that is not a report. ``reason_code`` is one of ``codes.QUARANTINE_REASONS``."""

    reason_code: str
    message: str
    byte_start: int = 0
    content_hash: str = ""


def content_hash(data: bytes) -> str:
    """16 hex digits that tell the bytes apart."""
    return hashlib.sha256(data).hexdigest()[:16]


def refuse(reason_code: str, message: str, data: bytes = b"", byte_start: int = 0) -> Refusal:
    """A refusal of some bytes."""
    return Refusal(reason_code, message, byte_start, content_hash(data))
