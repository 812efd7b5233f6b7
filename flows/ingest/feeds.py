"""RSS and Atom feeds: their entries, and the reports of a saved feed, where its entries hold text."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from flows.contract.records import RawReport, SourceFile, Validators
from flows.ingest.fields import FieldMapping, build
from flows.ingest.markup import parsed
from flows.ingest.refusal import Refusal, refuse
from flows.ingest.streams import Limits, read_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a feed, unread."""

    url: str | None
    title: str | None
    published: str | None
    byline: str | None
    content: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries that a feed has now, and what to send back next time; no entries where nothing is new."""

    outlet: str | None
    entries: tuple[Entry, ...]
    validators: Validators


def read_feed(
    source: SourceFile, stream: BinaryIO, mapping: FieldMapping, limits: Limits
) -> Iterator[RawReport | Refusal]:
    """The reports of a saved feed: each entry's own text."""
    feed = parse_feed(read_whole(stream, limits), Validators(url=source.uri))
    for number, entry in enumerate(feed.entries):
        yield entry_report(entry, feed.outlet, source_name=f"{source.name}#{number}", source_uri=source.uri)


def parse_feed(data: bytes, validators: Validators) -> Feed:
    """The entries of a feed. Raises Refusal where it is none."""
    import feedparser  # here, since the import takes 0.1 s and most runs read no feed

    parsed: Any = feedparser.parse(io.BytesIO(data))  # never a string: feedparser would take it for an address
    if not parsed.get("version"):
        raise refuse("bad_record", "Neither RSS nor Atom.", data)
    return Feed(parsed.feed.get("title"), tuple(_entry(e) for e in parsed.entries), validators)


def _entry(entry: Any) -> Entry:
    bodies = [c.get("value", "") for c in entry.get("content", [])] + [entry.get("summary", "")]
    return Entry(
        url=entry.get("link"), title=entry.get("title"), published=entry.get("published") or entry.get("updated"),
        byline=entry.get("author"), content=_plain(max(bodies, key=len)),
    )  # fmt: skip


def _plain(markup: str) -> str:
    """Text of an entry's markup, a paragraph a line."""
    if "<" not in markup:
        return markup
    try:
        tree = parsed(f"<div>{markup}</div>")
    except Refusal:
        return ""
    for element in tree.iter("p", "br", "div", "li"):
        element.tail = "\n" + (element.tail or "")
    return "\n".join(line for line in (" ".join(x.split()) for x in tree.text_content().split("\n")) if line)


def entry_report(entry: Entry, outlet: str | None, **source: Any) -> RawReport | Refusal:
    """The report that an entry holds itself, or why it holds none."""
    try:
        return build(
            content=entry.content, title=entry.title, url=entry.url, published=entry.published, byline=entry.byline,
            outlet=outlet, source_kind="feed", **source,
        )  # fmt: skip
    except Refusal as refusal:
        return refusal
