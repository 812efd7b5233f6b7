"""The tables: each is a record class with a key. Schemas and descriptions are read off the record, so they cannot drift from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

import pyarrow as pa

from flows.contract import identity, lines, records
from flows.contract.fixed import fixed
from flows.contract.without_pandas import look_in_vain

look_in_vain()  # here, where all learn what tables are, before any is made
_SCALARS: Final[Mapping[type, pa.DataType]] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    bytes: pa.binary(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}
_SPANS: Final = pa.list_(pa.struct([("char_start", pa.int64()), ("char_end", pa.int64())]))


@fixed()
class Column:
    """A column: its name, Arrow type, whether it may be null, and its meaning."""

    name: str
    type: pa.DataType
    nullable: bool
    description: str


@fixed()
class Table:
    """A table of the warehouse: its record class, key, and the facts field or stage that fills it."""

    name: str
    record: type
    key: tuple[str, ...]
    by_report: bool = True

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in order, read off the record's annotations."""
        return _columns(self.record)

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema that every Parquet file of the table has."""
        return _schema(self.record)

    @property
    def description(self) -> str:
        """What a row is."""
        return (self.record.__doc__ or "").strip()

    def arrow(self, rows: Iterable[Any]) -> pa.Table:
        """Rows (records of the table's class) as an Arrow table."""
        schema = self.schema
        cells = list(zip(*map(attrgetter(*schema.names), rows), strict=True)) or [()] * len(schema)
        return pa.Table.from_arrays([_array(f, column) for f, column in zip(schema, cells, strict=True)], schema=schema)


def _array(field: pa.Field, cells: Sequence[Any]) -> pa.Array:
    """A column. Raises ValueError for a null where the contract allows none: Arrow itself would let it pass."""
    if field.type == _SPANS:
        cells = [[{"char_start": s, "char_end": e} for s, e in spans] for spans in cells]
    array = pa.array(cells, field.type)
    if array.null_count and not field.nullable:
        raise ValueError(f"{field.name} may not be null")
    return array


@cache
def _columns(record: type) -> tuple[Column, ...]:
    hints = get_type_hints(record, include_extras=True)
    return tuple(_column(f.name, hints[f.name]) for f in fields(record))


@cache
def _schema(record: type) -> pa.Schema:
    return pa.schema([pa.field(c.name, c.type, c.nullable, {"description": c.description}) for c in _columns(record)])


def _column(name: str, hint: Any) -> Column:
    plain, description = (hint.__origin__, hint.__metadata__[-1]) if hasattr(hint, "__metadata__") else (hint, "")
    options = [a for a in get_args(plain) if a is not NoneType] if get_origin(plain) is UnionType else [plain]
    return Column(name, _arrow_type(options[0]), get_origin(plain) is UnionType, description)


def _arrow_type(hint: Any) -> pa.DataType:
    if get_origin(hint) is not tuple:
        return _SCALARS[hint]
    inner = get_args(hint)[0]
    return _SPANS if get_origin(inner) is tuple else pa.list_(_SCALARS[inner])


TABLES: Final = {
    t.name: t
    for t in (
        Table("reports", records.Report, ("report_id",)),
        Table("sections", records.Section, ("report_id", "ordinal")),
        Table("times", records.Time, ("report_id", "ordinal")),
        Table("mentions", records.Mention, ("report_id", "ordinal")),
        Table("events", records.Event, ("event_id",)),
        Table("event_participants", records.EventParticipant, ("event_id", "ordinal")),
        Table("statements", records.Statement, ("report_id", "ordinal")),
        Table("figures", records.Figure, ("report_id", "ordinal")),
        Table("topics", records.Topic, ("report_id", "medtop")),
        Table("occupancies", records.Occupancy, ("report_id", "person_entity_id", "post_name", "char_start")),
        Table("report_signatures", records.ReportSignature, ("report_id",)),
        Table("unknown_terms", records.UnknownTerm, ("report_id", "kind", "term")),
        Table("entities", records.Entity, ("entity_id",), by_report=False),
        Table("entity_reviews", identity.EntityReview, ("entity_id", "other_entity_id"), by_report=False),
        Table("entity_renames", identity.EntityRename, ("old_entity_id",), by_report=False),
        Table("override_checks", identity.OverrideCheck, ("override",), by_report=False),
        Table("post_corrections", identity.PostCorrection, ("person_entity_id", "post_name"), by_report=False),
        Table("stories", records.Story, ("report_id",), by_report=False),
        Table("recurring_lines", lines.RecurringLine, ("outlet", "line_key"), by_report=False),
        Table("quarantine", records.Quarantined, ("source_uri", "content_hash", "byte_start"), by_report=False),
    )
}
