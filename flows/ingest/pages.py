"""Saved web pages: the story by trafilatura, what stands around it from the page's own data, htmldate as the last resort.

A page that lists stories is not one, and is refused as ``not_article``.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from flows.contract.records import RawReport, SourceFile
from flows.ingest.decoding import decode
from flows.ingest.fields import FieldMapping, build
from flows.ingest.layouts import layout_part
from flows.ingest.markup import parsed
from flows.ingest.refusal import Refusal, refuse
from flows.ingest.streams import Limits, read_whole
from flows.ingest.structured import Declared, declared

_CHARSET: Final = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_DATED_PATH: Final = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d?|[a-z]{3,9})[/-](?P<d>\d\d?)(?=[/-]|$)|/(?P<d2>\d\d?)-(?P<m2>[a-z]{3,9})-(?P<y2>20\d\d)/",
    re.I,
)
_SAVED_FROM: Final = re.compile(rb"saved from url=\(\d{4}\)(https?://[^\s>]+)")
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS: Final = dict(
    zip(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), range(1, 13), strict=True)
)
_INLINE: Final = frozenset(("p", "b", "i", "em", "strong", "span", "font", "u", "q", "abbr", "small", "time", "mark"))
_PROSE: Final = etree.XPath(
    "//text()[string-length() > 60][not(ancestor::a or ancestor::head or ancestor::script or ancestor::style or ancestor::noscript)]"
)
_COOKIES: Final = (
    "//*[self::div or self::section or self::table][contains(@class, 'cookie') or contains(@id, 'cookie')]"
)
_HEAD_LINES: Final = 6
_PROSE_CHARS: Final = 600  # of paragraphs side by side. 23 saved articles have 900 and more, 21 listings 406 at most
_NOTICE_CHARS: Final = (
    120  # of a page whose title is its headline: a press note may be a sentence. Of the listings none is so titled
)


def read_page(
    source: SourceFile, stream: BinaryIO, mapping: FieldMapping, limits: Limits
) -> Iterator[RawReport | Refusal]:
    """The report of a saved page. Its bytes are kept beside the text."""
    data = read_whole(stream, limits)
    yield page_report(data, source_name=source.name, source_uri=source.uri, source_kind="html")


def page_report(data: bytes, *, url: str | None = None, **values: Any) -> RawReport:
    """The report of a page's bytes; ``url`` is where it was fetched from. Raises Refusal where it holds no article."""
    markup, encoding = _decoded(data)
    tree = parsed(markup)
    said = declared(tree)
    if said.is_listing or not (said.is_article or _is_story(tree)):
        raise refuse("not_article", "A page that lists stories, or has none: give the pages of the stories.", data)
    address = said.url or url or _saved_from(data)
    host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    published = _published(tree, markup, said, address, host)
    day = published[:10] if published and _ISO_DAY.match(published) else None
    title = _first(layout_part(tree, host, "headline", day)) or _headline(tree, said)
    content = "\n".join(layout_part(tree, host, "body", day)) or _story(markup)
    return build(
        content=_without(content, title), title=title, url=address, published=published, outlet=said.outlet,
        byline=_first(layout_part(tree, host, "byline", day)) or said.byline, raw=data, encoding=encoding, **values,
    )  # fmt: skip


def _saved_from(data: bytes) -> str | None:
    """The address that browsers note in a page they save."""
    noted = _SAVED_FROM.search(data[:2048])
    return noted[1].decode(errors="replace") if noted else None


def _decoded(data: bytes) -> tuple[str, str | None]:
    named = _CHARSET.search(data[:4096])
    try:
        return decode(data)
    except Refusal:
        if not named:
            raise
    try:
        return data.decode(named[1].decode(), errors="replace"), named[1].decode()
    except LookupError:
        raise refuse(
            "undecodable", f"The page names a character set that there is not: {named[1].decode()}.", data
        ) from None


def _is_story(tree: HtmlElement) -> bool:
    """Whether a page that does not say what it is tells one story: at length, or in short under the headline of its title."""
    prose = _prose(tree)
    return prose >= _PROSE_CHARS or (prose >= _NOTICE_CHARS and _is_headed(tree))


def _is_headed(tree: HtmlElement) -> bool:
    title = (_text(tree.findtext(".//title")) or "").casefold()
    return any(headline.casefold() in title for headline in _printed_headlines(tree))


def _prose(tree: HtmlElement) -> int:
    """Characters of running text in the element that holds most of it; a list of teasers has each in an element of its own."""
    by_element: dict[HtmlElement, int] = {}
    for text in _PROSE(tree):
        holder = text.getparent()
        while holder.getparent() is not None and holder.tag in _INLINE:
            holder = holder.getparent()
        by_element[holder] = by_element.get(holder, 0) + len(text.strip())
    return max(by_element.values(), default=0)


def _published(tree: HtmlElement, markup: str, said: Declared, url: str | None, host: str) -> str | None:
    named = _first(layout_part(tree, host, "published", None)) or said.published or _dated_path(url)
    if named:
        return named
    import htmldate  # here, since the import takes 0.13 s and most pages say their date

    guessed: str | None = htmldate.find_date(markup, original_date=True, extensive_search=True)
    return guessed


def _dated_path(url: str | None) -> str | None:
    """The date that an address holds: ``/2025/jan/29/``, ``/2025/01/28/``, ``/05-Feb-2025/``."""
    if not (match := _DATED_PATH.search(urlsplit(url or "").path)):
        return None
    year, month, day = match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"]
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3].lower(), 0)
    return f"{year}-{number:02}-{int(day):02}" if 1 <= number <= 12 and 1 <= int(day) <= 31 else None


def _headline(tree: HtmlElement, said: Declared) -> str | None:
    """The headline as printed over the story; else as declared."""
    return next(_printed_headlines(tree), None) or said.title or _text(tree.findtext(".//title"))


def _printed_headlines(tree: HtmlElement) -> Iterator[str]:
    """Headings of three words and more; shorter ones name sections: Latest News."""
    printed = (" ".join(h.text_content().split()) for h in tree.iterfind(".//h1"))
    return (headline for headline in printed if len(headline.split()) > 2)


def _text(value: str | None) -> str | None:
    return " ".join((value or "").split()) or None


def _first(texts: list[str]) -> str | None:
    return texts[0] if texts else None


def _story(markup: str) -> str:
    import trafilatura  # here, since the import takes 0.3 s and most runs read no page

    return trafilatura.extract(markup, include_comments=False, include_tables=True, prune_xpath=_COOKIES) or ""


def _without(content: str, title: str | None) -> str:
    """The content behind the headline, where its first lines repeat it with bylines and stamps of other stories before it."""
    lines = content.split("\n")
    repeated = [at for at, line in enumerate(lines[:_HEAD_LINES]) if line.strip() == title]
    return "\n".join(lines[repeated[-1] + 1 :]).lstrip() if repeated else content
