"""RSS and Atom feeds: their entries, and the reports of a saved feed, where its entries hold text.

feedparser searches by patterns that take the square of what is made to stall them: it is given no such thing.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from flows.contract.records import RawReport, SourceFile, Validators
from flows.ingest.decoding import decode, named_by_mark
from flows.ingest.fields import FieldMapping, build
from flows.ingest.markup import parsed
from flows.ingest.refusal import Refusal, refuse
from flows.ingest.streams import Limits, read_whole

_DECLARATION: Final = re.compile(r"\s{0,99}<\?xml[^>]{0,500}>")
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']")
_OURS: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_ROOT: Final = re.compile(r"<\w")
_HEAD: Final = 8192  # characters before the root: a declaration, a document type, a comment
_LONG: Final = re.compile(
    r"([\w.+-]{300})[\w.+-]+", re.ASCII
)  # sought for addresses of mail; no word, name or address of a page


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

    tame = io.BytesIO(_tamed(data))  # never a string: feedparser would take it for an address
    parsed: Any = feedparser.parse(tame, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version"):
        raise refuse("bad_record", "Neither RSS nor Atom.", data)
    return Feed(parsed.feed.get("title"), tuple(_entry(e) for e in parsed.entries), validators)


def _tamed(data: bytes) -> bytes:
    """The feed in UTF-8, with nothing in it that would stall feedparser. Raises Refusal where its root is not found."""
    text = _DECLARATION.sub("", _decoded(data), count=1)
    if not _ROOT.search(text, 0, _HEAD):
        raise refuse("bad_record", "Neither RSS nor Atom: no element at its start.", data)
    return (_OURS + _LONG.sub(r"\1", text)).encode(errors="replace")


def _decoded(data: bytes) -> str:
    """By its mark, as UTF-8, as it declares, else as its bytes speak for."""
    try:
        return data.decode(named_by_mark(data) or "utf-8")
    except UnicodeDecodeError:
        declared = _ENCODING.search(data[:500])
    try:
        return data.decode(declared[1].decode(), errors="replace") if declared else decode(data)[0]
    except LookupError:
        return decode(data)[0]


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
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
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
