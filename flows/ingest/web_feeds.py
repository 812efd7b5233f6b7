"""Feeds on the web: what is new in them, and the pages of their entries, fetched one by one. A page's address is a feed of one.

Apart from the other readers, since the client takes 0.15 s to import: only runs that are given an address need it.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from flows.contract.records import Quarantined, RawReport, Validators, make_id
from flows.ingest.feeds import Entry, Feed, entry_report, parse_feed
from flows.ingest.kinds import HEAD_BYTES, is_page
from flows.ingest.pages import page_report
from flows.ingest.refusal import Refusal, quarantined, refuse, unreadable
from flows.ingest.web import Answer, Web

_OK: Final = 200
_NOT_MODIFIED: Final = 304


def read_web_feed(
    web: Web, validators: Validators, known_urls: Collection[str] = ()
) -> tuple[Validators, Iterator[RawReport | Quarantined]]:
    """A feed on the web: what to send back next time, and the reports of its entries, fetched while they are iterated.

    Keep the validators only when every entry could be read: a server that says 'nothing new' gives no second chance.
    """
    try:
        feed = fetch_feed(web, validators)
    except Refusal as refusal:
        return validators, iter((quarantined(refusal, validators.url),))
    except Exception as error:  # whatever a feed makes a library say, the other sources are read
        return validators, iter((quarantined(unreadable(error), validators.url),))
    items = read_entries(web, feed, known_urls)
    return feed.validators, (i if isinstance(i, RawReport) else quarantined(i[1], i[0]) for i in items)


def fetch_feed(web: Web, validators: Validators) -> Feed:
    """Fetches a feed, unless the server says that nothing is new. Raises Refusal where it cannot be had."""
    asked = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    answer = web.get(validators.url, {name: value for name, value in asked.items() if value})
    if answer.status == _NOT_MODIFIED:
        return Feed(None, (), validators)
    if answer.status != _OK:
        raise refuse("unreadable", f"The server answered {answer.status}. The next run tries again.")
    said = Validators(
        url=validators.url, etag=answer.headers.get("etag"), last_modified=answer.headers.get("last-modified")
    )
    if is_page(answer.data[:HEAD_BYTES]):
        return Feed(None, (Entry(url=validators.url, title=None, published=None, byline=None, content=""),), said)
    return parse_feed(answer.data, said)


def read_entries(web: Web, feed: Feed, known_urls: Collection[str] = ()) -> Iterator[RawReport | tuple[str, Refusal]]:
    """The reports of a feed's entries, each from its page, or its address and what is wrong; known addresses are left out."""
    new = [entry for entry in feed.entries if entry.url and entry.url not in known_urls]
    most = web.policy.max_pages
    for entry in new[:most]:
        item = _page(web, entry, feed.outlet)
        yield item if isinstance(item, RawReport) else (entry.url or "", item)
    if len(new) > most:
        message = f"{len(new)} new entries, of which a run fetches {most}. The next runs fetch the rest."
        yield feed.validators.url, refuse("too_large", message)


def _page(web: Web, entry: Entry, outlet: str | None) -> RawReport | Refusal:
    url = entry.url or ""
    try:
        source = {"source_name": f"{urlsplit(url).hostname}#{make_id(url)}", "source_uri": url}
        if not web.may_fetch(url):  # what the feed itself gives may be read all the same
            return entry_report(entry, outlet, **source)
        report = page_report(_found(web.get(url, asks_robots=True)), url=url, source_kind="feed", **source)
    except Refusal as refusal:
        return refusal
    except Exception as error:  # whatever a page makes a library say, the others are read
        return unreadable(error, url.encode(errors="replace"))
    return replace(report, published=report.published or entry.published, byline=report.byline or entry.byline)


def _found(answer: Answer) -> bytes:
    if answer.status != _OK:
        raise refuse("unreadable", f"The server answered {answer.status}.")
    return answer.data
