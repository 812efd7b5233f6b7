"""From a source's own fields to a RawReport. Which field holds what is data (``fields.toml``, or a mapping in the settings)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any, Final

from flows.contract.records import RawReport, SourceFile, make_id
from flows.ingest.refusal import Refusal, refuse

_DEFAULTS: Final = Path(__file__).with_name("fields.toml")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMapping:
    """Names of the fields that hold a report's parts, in order of preference, and patterns of telling file names."""

    text: tuple[str, ...]
    title: tuple[str, ...]
    url: tuple[str, ...]
    outlet: tuple[str, ...]
    published: tuple[str, ...]
    byline: tuple[str, ...]
    name: tuple[str, ...]
    file_names: tuple[str, ...]


@cache
def default_mapping() -> FieldMapping:
    """The mapping of ``fields.toml``."""
    values = tomllib.loads(_DEFAULTS.read_text(encoding="utf-8"))
    return FieldMapping(**{key: tuple(names) for key, names in values.items()})


def load_mapping(overrides: Mapping[str, Any]) -> FieldMapping:
    """The default mapping with some lists replaced, as settings give them. Raises ValueError for a part that is unknown."""
    known = {f.name for f in fields(FieldMapping)}
    if unknown := set(overrides) - known:
        raise ValueError(
            f"Unknown in the field mapping: {', '.join(sorted(unknown))}. Known: {', '.join(sorted(known))}."
        )
    base = default_mapping()
    return FieldMapping(**{n: tuple(overrides[n]) if n in overrides else getattr(base, n) for n in known})


def report_of(
    record: Mapping[str, Any],
    mapping: FieldMapping,
    *,
    source: SourceFile,
    kind: str,
    number: int,
    encoding: str | None = None,
) -> RawReport:
    """The report that a record of an archive holds. Raises Refusal where it has no text or a name with a path in it."""
    parts = {
        part: field_value(record, getattr(mapping, part))
        for part in ("title", "url", "outlet", "published", "byline", "name")
    }
    text = field_value(record, mapping.text)
    if text is None:
        wanted = ", ".join(mapping.text)
        raise refuse("no_text", f"None of the fields {wanted} holds text.")
    told = told_by_name(source.name, mapping)
    return build(
        source_name=checked_name(parts["name"]) if parts["name"] else f"{source.name}#{number}",
        source_uri=source.uri, source_kind=kind, content=text, encoding=encoding,
        title=parts["title"], url=parts["url"], byline=parts["byline"],
        outlet=parts["outlet"] or told.get("outlet"), published=parts["published"] or told.get("published"),
    )  # fmt: skip


def build(*, content: str, title: str | None = None, url: str | None = None, **values: Any) -> RawReport:
    """A report of its parts: a title kept apart stands before the content. Raises Refusal where it is empty."""
    if not content.strip():
        raise refuse("no_text" if title else "empty", "There is no text in it.", content.encode(errors="replace"))
    text = f"{title}\n\n{content}" if title else content
    report = RawReport(report_id="", text=text, title=title, url=url, **values)
    for f in fields(RawReport):
        if isinstance(value := getattr(report, f.name), str) and _unpaired(value):
            raise refuse(
                "undecodable", f"Half a character (a lone surrogate) in {f.name}.", value.encode(errors="replace")
            )
    return RawReport(
        **{f.name: getattr(report, f.name) for f in fields(RawReport)} | {"report_id": make_id(url, title, text)}
    )


def _unpaired(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return True
    return False


def field_value(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first named field that holds something, as text; lists of texts are joined by commas."""
    for name in names:
        value: Any = record
        for step in name.split("."):
            value = value.get(step) if isinstance(value, Mapping) else None
        if isinstance(value, list):
            value = ", ".join(v for v in value if isinstance(v, str))
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def told_by_name(name: str, mapping: FieldMapping) -> dict[str, str]:
    """Outlet and date where a file's name tells them (``the_news_20250526.csv``), unread but for underscores."""
    stem = name.split(".", 1)[0]
    for pattern in mapping.file_names:
        if match := re.fullmatch(pattern, stem):
            told = {key: value for key, value in match.groupdict().items() if value}
            return told | ({"outlet": told["outlet"].replace("_", " ").title()} if "outlet" in told else {})
    return {}


def checked_name(name: str) -> str:
    """The name, where it is one and not a path. Raises Refusal otherwise: names end up in tables, pages and file names."""
    plain = name not in ("", ".", "..") and PurePath(name).name == name and PureWindowsPath(name).name == name
    if not plain or _CONTROL.search(name) or _unpaired(name) or len(name) > 255:
        raise bad_name(name)
    return name


def bad_name(name: str) -> Refusal:
    """The refusal of a name."""
    return refuse(
        "bad_name",
        "The name holds a path or characters that no name may have: rename it.",
        name.encode(errors="replace"),
    )
