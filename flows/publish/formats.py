"""An answer as text for a terminal, CSV, JSON or Parquet. May not: query, choose columns."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from itertools import repeat
from typing import Any, BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SHORT: Final = 16  # characters of a cell, an id's, that are not broken over lines
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def render(answer: pa.Table, form: str, *, width: int | None = None) -> bytes:
    """The rows of ``answer`` in the form named: table, csv, json or parquet; text is UTF-8. ``width`` is the terminal's.

    Raises ValueError on a form that does not exist.
    """
    if form == "table":
        return as_table(answer, width=width).encode()
    if form not in FORMATS:
        raise ValueError(f"no format named {form}: choose table, {', '.join(FORMATS)}")
    return FORMATS[form](answer)


def as_table(answer: pa.Table, *, width: int | None = None) -> str:
    """A table for a terminal; control characters of the texts cannot reach it."""
    rows = [[_CONTROL.sub(" ", plain(v, "; ")) for v in row.values()] for row in answer.to_pylist()]
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for name, cells in zip(answer.column_names, zip(*rows, strict=True) if rows else repeat(()), strict=False):
        short = max(map(len, cells), default=0) <= _SHORT
        table.add_column(Text(name), overflow="fold", no_wrap=short and len(name) <= _SHORT)
    for row in rows:
        table.add_row(*map(Text, row))
    out = io.StringIO()
    Console(file=out, width=width, no_color=True, highlight=False).print(table, f"{answer.num_rows} rows")
    return out.getvalue()


def as_csv(answer: pa.Table) -> bytes:
    """CSV that a spreadsheet takes for text: a string that would start a formula is led by an apostrophe."""
    out = io.BytesIO()
    write_csv(answer.to_reader(), out)
    return out.getvalue()


def write_csv(rows: pa.RecordBatchReader, stream: BinaryIO) -> None:
    """Batches of rows as CSV, harmless to spreadsheets as in ``as_csv``, in UTF-8."""
    text = io.TextIOWrapper(stream, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_harmless(name) for name in rows.schema.names])
    for batch in rows:
        writer.writerows([_harmless(v) for v in row.values()] for row in batch.to_pylist())
    text.detach()


def as_json(answer: pa.Table) -> bytes:
    """A JSON list of objects, one a row; dates and times in ISO 8601."""
    return (json.dumps(answer.to_pylist(), ensure_ascii=False, indent=1, default=str) + "\n").encode()


def as_parquet(answer: pa.Table) -> bytes:
    """A Parquet file, zstd."""
    out = io.BytesIO()
    pq.write_table(answer, out, compression="zstd")
    return out.getvalue()


def plain(value: Any, separator: str) -> str:
    """A cell as text: nothing for null, a list's members joined."""
    if value is None:
        return ""
    if isinstance(value, list):
        return separator.join(plain(v, ", ") for v in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _harmless(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    text = plain(value, "; ")
    return f"'{text}" if text.startswith(_FORMULA) else text


FORMATS: Final[Mapping[str, Callable[[pa.Table], bytes]]] = {"csv": as_csv, "json": as_json, "parquet": as_parquet}
