"""What a web page says of itself in JSON-LD and meta elements (schema.org, Open Graph): read as data, nothing guessed."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from lxml.html import HtmlElement

_DATES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "publish-date", "publishdate", "publisheddate",
    "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip
_LISTINGS: Final = ("CollectionPage", "SearchResultsPage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The parts of an article that a page declares; ``is_article`` and ``is_listing`` where it says what it is."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    is_article: bool = False
    is_listing: bool = False


def declared(tree: HtmlElement) -> Declared:
    """What a page declares. JSON-LD of the article counts before meta elements, these before JSON-LD of the page."""
    nodes = tuple(_nodes(tree))
    article: Mapping[str, Any] = next((n for n in nodes if _is_article(n) and n.get("datePublished")), {})
    page: Mapping[str, Any] = next((n for n in nodes if "WebPage" in _types(n)), {})
    meta = _meta(tree)
    published_meta = _first(meta, *_DATES)
    return Declared(
        title=_text(article.get("headline")) or _first(meta, "og:title", "twitter:title"),
        url=_canonical(tree) or _first(meta, "og:url") or _text(article.get("url")),
        outlet=_name(article.get("publisher")) or _spelt(_first(meta, "og:site_name")) or _first(meta, "publisher"),
        published=_text(article.get("datePublished")) or published_meta or _text(page.get("datePublished")),
        byline=_name(article.get("author"))
        or _spelt(_first(meta, "author", "article:author", "parsely-author", "byl")),
        is_article=bool(article or published_meta),
        is_listing=not article and any(t in _LISTINGS for n in nodes for t in _types(n)),
    )


def _nodes(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The JSON-LD objects of a page with those of its graphs and main entities. A script that is no JSON is passed over."""
    waiting: list[Any] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        with suppress(ValueError, RecursionError):
            waiting.append(json.loads(script.text or "", strict=False))
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item
        elif isinstance(item, dict):
            yield item
            waiting[:0] = [item[key] for key in ("@graph", "mainEntity") if key in item]


def _types(node: Mapping[str, Any]) -> tuple[str, ...]:
    kind = node.get("@type")
    return tuple(k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str))


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(t.endswith(("Article", "BlogPosting")) for t in _types(node))


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Meta elements by lower-case property, name or itemprop; the first of each that holds something."""
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        content = element.get("content").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (key := element.get(attribute)):
                found.setdefault(key.lower(), content)
    return found


def _first(meta: Mapping[str, str], *names: str) -> str | None:
    return next((meta[n] for n in names if n in meta), None)


def _canonical(tree: HtmlElement) -> str | None:
    link = tree.find(".//link[@rel='canonical']")
    return _text(link.get("href")) if link is not None else None


def _text(value: Any) -> str | None:
    return (value.strip() or None) if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The names of a person, an organization or several."""
    several = value if isinstance(value, list) else [value]
    names = [_text(v.get("name")) if isinstance(v, dict) else _spelt(_text(v)) for v in several]
    return ", ".join(dict.fromkeys(n for n in names if n)) or None


def _spelt(value: str | None) -> str | None:
    """A name that is not the address of a page or an account's handle."""
    return None if value and value.startswith(("http:", "https:", "/", "@")) else value
