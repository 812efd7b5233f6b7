"""Feeds, saved and served on loopback: conditional, bounded, polite, and never into the local network unless allowed."""

import gzip
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from flows.contract.records import Quarantined, RawReport, Validators
from flows.ingest import read_source
from flows.ingest.refusal import Refusal
from flows.ingest.web import Policy, Web
from flows.ingest.web_feeds import read_web_feed

PARAGRAPH = "<p>The bridge over the river was opened on Monday by the provincial minister, who thanked the workers at length.</p>"
PAGE = f"<!doctype html><html><body><h1>The bridge is open</h1><article>{PARAGRAPH * 7}</article></body></html>"
DATE = "Tue, 04 Mar 2025 10:00:00 +0500"
ITEM = f"<item><title>{{title}}</title><link>{{base}}{{path}}</link><pubDate>{DATE}</pubDate><description>{{text}}</description></item>"


def rss(*items: str) -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Sample Times</title>{"".join(items)}</channel></rss>'
    )


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.cookies.append(self.headers.get("Cookie"))
        if self.path in self.server.drip:
            self._drip()
            return
        status, headers, body = self.server.answers.get(self.path, (404, {}, ""))
        if self.headers.get("If-None-Match") and self.headers["If-None-Match"] == headers.get("ETag"):
            status, body = 304, ""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body if isinstance(body, bytes) else body.encode())

    def _drip(self) -> None:
        """Goes on for ten seconds, and never stays silent for long."""
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            for _ in range(500):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.02)

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        served.base = f"http://127.0.0.1:{served.server_port}"
        served.answers, served.asked, served.cookies, served.drip = {}, [], [], set()
        served.block_on_close = False  # who drips goes on until it notices
        thread = threading.Thread(target=served.serve_forever, args=(0.01,))
        thread.start()
        yield served
        served.shutdown()
        thread.join()


@pytest.fixture
def web():
    with httpx.Client() as client:
        yield Web(client, Policy(allow_private=True, delay_seconds=0, timeout_seconds=2, max_bytes=100_000))


def serve(server, **paths) -> str:
    items = (ITEM.format(title=path, base=server.base, path=f"/{path}", text="In short.") for path in paths)
    server.answers["/feed"] = (200, {"ETag": '"one"'}, rss(*items))
    server.answers |= {f"/{path}": answer for path, answer in paths.items()}
    return f"{server.base}/feed"


def test_pages_of_new_entries_are_fetched(server, web) -> None:
    url = serve(server, one=(200, {}, PAGE), two=(200, {}, PAGE))
    validators, items = read_web_feed(web, Validators(url=url), {f"{server.base}/one"})
    (report,) = items
    assert report.text.startswith("The bridge is open\n\nThe bridge over the river")
    assert (report.url, report.published) == (f"{server.base}/two", DATE)
    assert "/one" not in server.asked
    again, nothing = read_web_feed(web, validators)
    assert (again, list(nothing)) == (validators, [])


def test_the_address_of_a_page_gives_its_report(server, web) -> None:
    server.answers["/one"] = (200, {}, PAGE)
    (report,) = read_web_feed(web, Validators(url=f"{server.base}/one"))[1]
    assert report.url == f"{server.base}/one"
    assert list(read_web_feed(web, Validators(url=f"{server.base}/one"), {f"{server.base}/one"})[1]) == []


def test_what_cannot_be_had_is_a_row_and_the_rest_is_read(server, web) -> None:
    broken = {"gone": (410, {}, ""), "big": (200, {}, "x" * 200_000), "loop": (302, {"Location": "/loop"}, "")}
    url = serve(server, **broken, away=(302, {"Location": "file:///etc/passwd"}, ""), good=(200, {}, PAGE))
    items = list(read_web_feed(web, Validators(url=url))[1])
    assert [i.reason_code if isinstance(i, Quarantined) else "" for i in items] == [
        "unreadable",
        "too_large",
        "unreadable",
        "unreadable",
        "",
    ]
    assert [i.source_uri.rpartition("/")[2] for i in items] == ["gone", "big", "loop", "away", "good"]


def test_robots_are_respected_and_the_feed_itself_still_read(server, web) -> None:
    url = serve(server, closed=(200, {}, PAGE))
    server.answers["/robots.txt"] = (200, {}, "User-agent: *\nDisallow: /closed")
    (report,) = read_web_feed(web, Validators(url=url))[1]
    assert isinstance(report, RawReport)
    assert report.text == "closed\n\nIn short."
    assert "/closed" not in server.asked


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/feed",
        "http://localhost/feed",
        "http://[::1]/",
        "http://169.254.169.254/",
        "file:///etc/passwd",
    ],
)
def test_the_local_network_is_out_of_reach(url) -> None:
    with httpx.Client() as client, pytest.raises(Refusal):
        Web(client).get(url)


def test_a_redirect_into_the_local_network_is_not_followed(server, monkeypatch) -> None:
    server.answers["/feed"] = (302, {"Location": "http://169.254.169.254/latest"}, "")
    checked = Web._checked
    monkeypatch.setattr(
        Web, "_checked", lambda self, url: ("127.0.0.1", "127.0.0.1") if "/feed" in url else checked(self, url)
    )
    with httpx.Client() as client, pytest.raises(Refusal, match="local network"):
        Web(client, Policy(delay_seconds=0)).get(f"{server.base}/feed")


def test_the_name_is_resolved_once_so_a_second_answer_leads_nowhere(server, monkeypatch) -> None:
    """A server of names that first gives a public address, which is checked, and then a local one, which is connected to."""
    answers = iter(["198.41.0.4", "127.0.0.1"])
    connected = []

    def resolve(*_, **__):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), 80))]

    def connect(address, *_, **__):
        connected.append(address[0])
        raise OSError("no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    with httpx.Client() as client, pytest.raises(Refusal, match="did not answer"):
        Web(client, Policy(delay_seconds=0)).get("http://rebinding.example/feed")
    assert connected == ["198.41.0.4"]


@pytest.mark.parametrize("address", ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1%eth0", "fd00::1", "0.0.0.0", "::127.0.0.1",
    "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "::ffff:0:7f00:1", "224.0.0.1", "ff02::1", "fec0::1"])  # fmt: skip
def test_every_spelling_of_a_local_address_is_one(monkeypatch, address) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (address, 80))])
    with httpx.Client() as client, pytest.raises(Refusal, match="local network"):
        Web(client, Policy(delay_seconds=0)).get("http://paper.example/feed")


def test_a_server_that_keeps_silent_or_drips_is_left(server) -> None:
    server.drip.add("/feed")
    started = time.monotonic()
    with httpx.Client() as client, pytest.raises(Refusal, match="too slow"):
        Web(client, Policy(allow_private=True, delay_seconds=0, timeout_seconds=1)).get(f"{server.base}/feed")
    assert time.monotonic() - started < 8
    with socket.create_server(("127.0.0.1", 0)) as silent, httpx.Client() as client, pytest.raises(Refusal):
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/feed"
        Web(client, Policy(allow_private=True, delay_seconds=0, timeout_seconds=0.1)).get(url)


def test_a_packed_answer_is_measured_unpacked(server, web) -> None:
    server.answers["/feed"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(1 << 20)))
    with pytest.raises(Refusal) as refused:
        web.get(f"{server.base}/feed")
    assert refused.value.reason_code == "too_large"


@pytest.mark.parametrize("named", ["gzip, gzip", "GZIP,gzip", "br", "zstd", "deflate"])
def test_an_answer_packed_several_times_over_is_not_unpacked(server, web, named) -> None:
    server.answers["/feed"] = (200, {"Content-Encoding": named}, gzip.compress(gzip.compress(bytes(1 << 20))))
    with pytest.raises(Refusal, match="Packed"):
        web.get(f"{server.base}/feed")


def test_a_redirect_is_followed_only_where_robots_allow(server, web) -> None:
    url = serve(server, moved=(302, {"Location": "/closed"}, ""))
    server.answers |= {"/robots.txt": (200, {}, "User-agent: *\nDisallow: /closed"), "/closed": (200, {}, PAGE)}
    (row,) = read_web_feed(web, Validators(url=url))[1]
    assert "does not allow" in row.message
    assert "/closed" not in server.asked


def test_rules_without_end_are_read_in_part(server) -> None:
    server.answers["/robots.txt"] = (200, {}, "User-agent: *\n" + "Disallow: /x\n" * 100_000 + "Disallow: /a")
    with httpx.Client() as client:
        started = time.monotonic()
        assert Web(client, Policy(allow_private=True, delay_seconds=0)).may_fetch(f"{server.base}/a")
    assert time.monotonic() - started < 5


def test_a_run_fetches_so_many_pages_and_says_that_more_wait(server) -> None:
    url = serve(server, **{f"p{n}": (200, {}, PAGE) for n in range(4)})
    with httpx.Client() as client:
        few = Web(client, Policy(allow_private=True, delay_seconds=0, max_pages=3))
        *reports, row = read_web_feed(few, Validators(url=url))[1]
        assert (len(reports), row.source_uri) == (3, url)
        assert "4 new entries" in row.message
        (rest,) = read_web_feed(few, Validators(url=url), {r.url for r in reports})[1]
        assert isinstance(rest, RawReport)


def test_no_cookie_is_sent_back(server, web) -> None:
    """Connections go to addresses, which hosts share: one host's cookie would reach another."""
    server.answers["/a"] = (200, {"Set-Cookie": "who=me"}, "")
    web.get(f"{server.base}/a")
    web.get(f"{server.base}/a")
    assert server.cookies == [None, None]


ODD = ("http://[bad/x", "http://münchen.example/ü", "http://a.example:99999/", "http://a..example/", "javascript:alert(1)",
       "http://a%00b.example/", f"http://{'a' * 300}.example/", "http://a.example\\@127.0.0.1/", "//x", "?", "http://xn--a/")  # fmt: skip


@pytest.mark.parametrize("said", [b'"\xfc"', '"☃"'.encode(), b"\xff"])
def test_odd_addresses_and_marks_are_accounted_for(monkeypatch, said) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("198.41.0.4", 80))])
    links = "".join(f"<item><title>T</title><link>{link}</link></item>" for link in (*ODD, "http://a.example/good"))
    answers = {
        "/feed": httpx.Response(200, headers={b"ETag": said}, text=rss(links)),
        "/good": httpx.Response(200, text=PAGE),
    }
    with httpx.Client(
        transport=httpx.MockTransport(lambda r: answers.get(r.url.path) or httpx.Response(404))
    ) as client:
        web = Web(client, Policy(delay_seconds=0))
        validators, items = read_web_feed(web, Validators(url="http://a.example/feed"))
        rows = list(items)
        assert len(rows) == len(ODD) + 1
        assert [r.url for r in rows if isinstance(r, RawReport)] == ["http://a.example/good"]
        assert read_web_feed(web, validators)[0].url == validators.url


def test_robots_may_ask_for_more_time_between_pages(server) -> None:
    server.answers |= {"/robots.txt": (200, {}, "User-agent: *\nCrawl-delay: 1"), "/a": (200, {}, "")}
    with httpx.Client() as client:
        slow = Web(client, Policy(allow_private=True, delay_seconds=0))
        started = time.monotonic()
        assert slow.may_fetch(f"{server.base}/a")
        slow.get(f"{server.base}/a")
        assert time.monotonic() - started >= 1
        hasty = Web(client, Policy(allow_private=True, delay_seconds=0, longest_delay_seconds=0.1))
        assert hasty.may_fetch(f"{server.base}/a")
        with pytest.raises(Refusal, match="next run"):
            hasty.get(f"{server.base}/a")


@pytest.mark.parametrize(("status", "allowed"), [(200, True), (404, True), (503, False)])
def test_a_server_that_cannot_say_what_is_allowed_allows_nothing(server, web, status, allowed) -> None:
    server.answers["/robots.txt"] = (status, {}, "")
    assert web.may_fetch(f"{server.base}/a") is allowed


def test_entities_of_a_feed_are_not_followed(tmp_path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    path = tmp_path / "feed.xml"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">{grown}<!ENTITY f SYSTEM "file://{tmp_path}/secret">]>'
        + rss("<item><title>T</title><description>Told: &e9; &f; end.</description></item>").partition("?>")[2]
    )
    (item,) = read_source(path)
    assert not isinstance(item, RawReport) or (len(item.text) < 1000 and "SECRET" not in item.text)


def test_a_host_is_asked_no_more_often_than_the_delay(server) -> None:
    server.answers["/a"] = (200, {}, "")
    with httpx.Client() as client:
        slow = Web(client, Policy(allow_private=True, delay_seconds=0.2))
        started = time.monotonic()
        for _ in range(3):
            slow.get(f"{server.base}/a")
    assert time.monotonic() - started >= 0.4


def test_a_saved_feed_gives_the_text_of_its_entries(tmp_path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(ITEM.format(title="A", base="https://a.example", path="/1", text="&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;"),
                        ITEM.format(title="B", base="https://a.example", path="/2", text="")))  # fmt: skip
    first, second = read_source(path)
    assert (first.text, first.url, first.outlet, first.source_kind) == (
        "A\n\nOne\nTwo",
        "https://a.example/1",
        "Sample Times",
        "feed",
    )
    assert second.reason_code == "no_text"


STALLING = {
    "an author of one word": rss(f"<item><title>T</title><author>{'a' * 300_000}</author></item>"),
    "lines before the root": "\n" * 300_000 + rss("<item><title>T</title></item>"),
    "entities before the root": "<!ENTITY x\n" * 100_000 + rss("<item><title>T</title></item>"),
    "declarations": "<?xml " + "encoding='" * 20_000 + rss("<item><title>T</title></item>"),
    "a style": rss(f"<item><title>T</title><description>&lt;p style='{'url(' * 60_000}'&gt;x</description></item>"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", STALLING)
def test_a_feed_that_is_made_to_stall_does_not(tmp_path, name, encoding) -> None:
    (tmp_path / "feed.xml").write_bytes(STALLING[name].encode(encoding))
    started = time.process_time()
    assert len(list(read_source(tmp_path / "feed.xml"))) == 1
    assert time.process_time() - started < 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-r"])
def test_a_feed_is_read_in_the_encoding_that_it_declares(tmp_path, encoding) -> None:
    text = rss("<item><title>T</title><description>Мост открыт.</description></item>")
    declared = text.replace("?>", f' encoding="{encoding.removesuffix("-sig")}"?>', 1)
    (tmp_path / "feed.xml").write_bytes(declared.encode(encoding))
    (report,) = read_source(tmp_path / "feed.xml")
    assert report.text == "T\n\nМост открыт."


def test_scripts_of_an_entry_are_no_text(tmp_path) -> None:
    markup = (
        "&lt;p&gt;One.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;style&gt;p {}&lt;/style&gt;&lt;p&gt;Two.&lt;/p&gt;"
    )
    (tmp_path / "feed.xml").write_text(rss(f"<item><title>T</title><description>{markup}</description></item>"))
    (report,) = read_source(tmp_path / "feed.xml")
    assert report.text == "T\n\nOne.\nTwo."
