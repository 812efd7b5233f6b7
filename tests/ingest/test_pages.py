"""A saved page gives its story with headline, outlet, date and byline; a list of stories is refused."""

import json
import time

import pytest
from lxml import etree

from flows.contract.records import Quarantined
from flows.ingest import layouts, read_source
from flows.ingest.layouts import layout_part
from flows.ingest.pages import _dated_path
from flows.language.seeds import rows

STORY = [
    f"The {place} bridge was opened on Monday by the provincial minister, who thanked the engineers and the workers for their patience."
    for place in ("Ravi", "Chenab", "Jhelum", "Indus", "Kabul", "Hub")
]
LD = {"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "Sample Times"},
    {"@type": "NewsArticle", "headline": "Six bridges opened", "datePublished": "2025-03-04T10:00:00+05:00",
     "author": [{"@type": "Person", "name": "A. Writer"}], "publisher": {"@type": "Organization", "name": "Sample Times"}},
]}  # fmt: skip


def page(head: str = "", body: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>T</title>{head}</head><body>{body}</body></html>".encode()


def story(lines=STORY) -> str:
    return "<article><h1>Six bridges opened in a day</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</article>"


def ld(data=LD) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(tmp_path, data: bytes):
    path = tmp_path / "page.html"
    path.write_bytes(data)
    (item,) = read_source(path)
    return item


def test_the_page_speaks_for_itself(tmp_path) -> None:
    data = page(ld() + '<link rel="canonical" href="https://times.example/1">', story())
    report = read(tmp_path, data)
    assert report.text.startswith(f"Six bridges opened in a day\n\n{STORY[0]}")
    assert report.text.count("Six bridges opened in a day") == 1
    assert (report.title, report.outlet, report.byline) == ("Six bridges opened in a day", "Sample Times", "A. Writer")
    assert (report.published, report.url) == ("2025-03-04T10:00:00+05:00", "https://times.example/1")
    assert (report.source_name, report.source_kind, report.raw) == ("page.html", "html", data)


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2025-01-02">', "", "2025-01-02"),
        ('<meta itemprop="datePublished" content="2025-01-03">', "", "2025-01-03"),
        ('<link rel="canonical" href="https://a.example/2025/jan/04/bridges/">', "", "2025-01-04"),
        ("", '<time datetime="2025-01-05">Sunday</time>', "2025-01-05"),
    ],
)  # fmt: skip
def test_dates_are_found_where_pages_keep_them(tmp_path, head, body, published) -> None:
    assert read(tmp_path, page(head, body + story())).published == published


def test_an_article_inside_a_declared_page_is_found(tmp_path) -> None:
    inside = {"@type": "WebPage", "mainEntity": LD["@graph"][1]}
    assert read(tmp_path, page(ld([inside]), story())).byline == "A. Writer"


def test_a_list_of_stories_is_refused(tmp_path) -> None:
    teasers = "".join(f"<div><h2><a href='/{n}'>Story {n}</a></h2><p>{line}</p></div>" for n, line in enumerate(STORY))
    for data in (page("", teasers), page(ld({"@type": "CollectionPage"}), story())):
        item = read(tmp_path, data)
        assert isinstance(item, Quarantined)
        assert item.reason_code == "not_article"


def test_a_press_note_of_a_sentence_is_a_story_where_the_page_bears_its_headline(tmp_path) -> None:
    note, other = (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{story(STORY[:1])}</body></html>".encode()
        for title in ("Six bridges opened in a day – District Police", "District Police – Latest news of the day")
    )
    assert read(tmp_path, note).text == f"Six bridges opened in a day\n\n{STORY[0]}"
    assert read(tmp_path, other).reason_code == "not_article"


def test_a_table_of_postings_is_told_and_one_of_cookies_is_not(tmp_path) -> None:
    postings, cookies = (
        "<table>" + "".join(f"<tr><td>{who}</td><td>{what}</td></tr>" for who, what in cells) + "</table>"
        for cells in (
            [("Sara Malik", "SP City"), ("Omar Khan", "SP Saddar")],
            [("session", "a year"), ("consent", "a month")],
        )
    )
    told = read(tmp_path, page(ld(), f"{story()[:-10]}{postings}</article><div id='cookie-law'>{cookies}</div>")).text
    assert "Sara Malik | SP City" in told
    assert "consent" not in told


def test_an_article_without_words_is_quarantined(tmp_path) -> None:
    assert read(tmp_path, page(ld(), "<video></video>")).reason_code == "no_text"


def test_deep_and_broken_pages_do_not_stop_the_reader(tmp_path) -> None:
    for data in (
        page("", "<div>" * 5000 + story()),
        page('<script type="application/ld+json">{"a":' * 3),
        b"<html><\xff\xfe\x81 \xc3\xa9",
    ):
        read(tmp_path, data)


def test_a_layout_holds_for_its_outlet_and_time(monkeypatch) -> None:
    from lxml.html import document_fromstring

    row = {
        "host": "times.example",
        "part": "byline",
        "xpath": "//b",
        "valid_from": "2024-01-01",
        "valid_until": "2024-12-31",
    }
    monkeypatch.setattr(layouts, "rows", lambda _: (row,))
    tree = document_fromstring("<p><b>By  A. Writer</b></p>")
    assert layout_part(tree, "www.times.example", "byline", "2024-06-01") == ["By A. Writer"]
    assert layout_part(tree, "times.example", "byline", "2025-01-01") == []
    assert layout_part(tree, "othertimes.example", "byline", "2024-06-01") == []


def test_dates_in_addresses() -> None:
    found = {
        u: _dated_path(f"https://a.example{u}")
        for u in ("/2025/1/2/x", "/05-Feb-2025/x", "/news/1915/12", "/2025/jan/29/x/", "/2025/99/10/x")
    }
    assert list(found.values()) == ["2025-01-02", "2025-02-05", None, "2025-01-29", None]


def test_every_layout_can_be_followed() -> None:
    for row in rows("page_layouts"):
        assert row["part"] in layouts.PARTS
        assert row["valid_from"] < row["valid_until"]
        assert row["source"]
        etree.XPath(row["xpath"])


def test_a_page_made_to_stall_the_parser_is_refused_at_once(tmp_path) -> None:
    path = tmp_path / "a.html"
    for separator in (" ", "/", "", "\n"):
        attributes = separator.join(f'a{n}="x"' for n in range(60_000))
        path.write_text(f"<!doctype html><html><body {attributes}><p>{'A long sentence about a bridge. ' * 40}")
        started = time.process_time()
        (row,) = read_source(path)
        assert row.reason_code == "too_deep"
        assert time.process_time() - started < 2


def test_a_picture_inside_a_page_is_no_such_page(tmp_path) -> None:
    path = tmp_path / "a.html"
    picture = "iVBOR/w0KGgo=+" * 100_000
    path.write_text(
        f"<!doctype html><html><body><img src='data:image/png;base64,{picture}'><p>{'The bridge was opened. ' * 40}"
    )
    (report,) = read_source(path)
    assert "The bridge was opened." in report.text
