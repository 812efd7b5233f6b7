"""A record with other values in some fields. Every mention, participant and statement of every report goes through here."""

from typing import Any, TypeVar, cast

from msgspec.structs import replace

Record = TypeVar("Record")


def changed(record: Record, **values: object) -> Record:
    """What ``dataclasses.replace`` gives for a fixed record, in a tenth of the time."""
    return cast(Record, replace(cast(Any, record), **values))
