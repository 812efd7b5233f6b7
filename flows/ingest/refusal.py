"""What a reader says when it cannot read: a reason, where, and which bytes."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.contract.records import Quarantined


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


def unreadable(error: Exception, data: bytes = b"") -> Refusal:
    """The refusal of what made a library say something that it does not tell of."""
    return refuse("unreadable", f"Cannot be read: {type(error).__name__}: {error}.", data)


def quarantined(refusal: Refusal, uri: str) -> Quarantined:
    """The quarantine row of a refusal."""
    now = datetime.now(UTC)
    return Quarantined(
        source_uri=uri.encode(errors="replace").decode(), content_hash=refusal.content_hash, reason_code=refusal.reason_code,
        stage="ingest", message=refusal.message, byte_start=refusal.byte_start, first_seen_at=now, last_seen_at=now,
    )  # fmt: skip
