"""Fetching by http(s), politely and safely: bounded in time and size, and never into the local network.

A name is resolved here and the connection goes to the address that was checked, so that a server cannot answer the check
with one address and the request with another.
"""

import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from flows.ingest.addresses import is_global
from flows.ingest.refusal import refuse

_REDIRECTS: Final = (301, 302, 303, 307, 308)
_ROBOTS_BYTES: Final = 512_000  # RFC 9309 asks for 500 KiB at least; every address is compared with every rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How pages are fetched. ``allow_private`` lets requests reach loopback and private networks."""

    timeout_seconds: float = 20
    max_bytes: int = 16 << 20
    max_redirects: int = 5
    delay_seconds: float = 1  # between requests to a host, unless its robots.txt asks for more
    longest_delay_seconds: float = (
        30  # where it asks for more than that, a run fetches one page and leaves the rest to the next
    )
    max_pages: int = 1000  # of a feed in a run: its lock is held for so many delays
    allow_private: bool = False
    user_agent: str = "dateline/0.1 (press report archive; respects robots.txt)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave: status, headers, body, and the address it came from after redirects."""

    status: int
    headers: Mapping[str, str]
    data: bytes
    url: str


@dataclass(slots=True)
class Web:
    """A client with a policy; remembers robots rules and when each host was last asked."""

    client: httpx.Client
    policy: Policy = field(default_factory=Policy)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    _delays: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, headers: Mapping[str, str] | None = None, *, asks_robots: bool = False) -> Answer:
        """Fetches an address, redirects followed one by one. Raises Refusal where the policy forbids it or the network fails.

        ``asks_robots``: each address only where the robots.txt of its host allows it.
        """
        for _ in range(self.policy.max_redirects + 1):
            if asks_robots and not self.may_fetch(url):
                raise refuse("unreadable", f"robots.txt of {urlsplit(url).hostname} does not allow it.")
            answer = self._ask(url, headers or {})
            if answer.status not in _REDIRECTS or not (target := answer.headers.get("location")):
                return answer
            url = urljoin(url, target)
        raise refuse("unreadable", f"More than {self.policy.max_redirects} redirects.")

    def may_fetch(self, url: str) -> bool:
        """Whether robots.txt of the host allows it; a host without one allows all."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if origin not in self._robots:
            self._robots[origin] = rules = _rules(self.get(f"{origin}/robots.txt"))
            if delay := rules.crawl_delay(self.policy.user_agent):
                self._delays[urlsplit(url).hostname or ""] = float(delay)
        return self._robots[origin].can_fetch(self.policy.user_agent, url)

    def _ask(self, url: str, headers: Mapping[str, str]) -> Answer:
        address, host = self._checked(url)
        self._wait(host)
        self.client.cookies.clear()  # they would be kept by address, which hosts share
        try:
            asked = httpx.URL(url)
            pinned = asked.copy_with(host=address, username=None, password=None)
            sent, named = self._sent(asked, headers), {"sni_hostname": asked.raw_host.decode()}
            with self.client.stream(
                "GET", pinned, headers=sent, timeout=self.policy.timeout_seconds, extensions=named
            ) as response:
                return Answer(response.status_code, response.headers, self._body(response), url)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise refuse(
                "unreadable", f"{host} did not answer: {type(error).__name__}. The next run tries again."
            ) from None

    def _sent(self, asked: httpx.URL, headers: Mapping[str, str]) -> dict[bytes, bytes]:
        own = {b"User-Agent": self.policy.user_agent.encode(), b"Accept-Encoding": b"gzip", b"Host": asked.netloc}
        return own | {name.encode(): value.encode() for name, value in headers.items()}

    def _body(self, response: httpx.Response) -> bytes:
        if response.headers.get("content-encoding", "identity").lower() not in ("identity", "gzip"):
            raise refuse("unreadable", "Packed otherwise than asked for, or several times over.")  # a bomb, perhaps
        data = bytearray()
        deadline = time.monotonic() + self.policy.timeout_seconds * 3  # a server may not drip for ever
        for piece in response.iter_bytes():  # as it comes: pieces of a size would be waited for
            data += piece
            if len(data) > self.policy.max_bytes or time.monotonic() > deadline:
                raise refuse("too_large", f"More than {self.policy.max_bytes} bytes, or too slow.", bytes(data[:1000]))
        return bytes(data)

    def _checked(self, url: str) -> tuple[str, str]:
        """The address to connect to, and the host's name."""
        try:
            parts = urlsplit(url)
        except ValueError:
            raise refuse("unreadable", "This is no address.", url.encode(errors="replace")) from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise refuse("unreadable", "Only http and https addresses are fetched.", url.encode(errors="replace"))
        try:
            found = {
                str(info[4][0]) for info in socket.getaddrinfo(parts.hostname, parts.port, type=socket.SOCK_STREAM)
            }
        except (OSError, ValueError, UnicodeError):
            raise refuse("unreadable", f"No such host: {parts.hostname}.") from None
        if not self.policy.allow_private and not all(is_global(a) for a in found):
            raise refuse("unreadable", f"{parts.hostname} is in the local network, which feeds may not reach.")
        return min(found, key=lambda a: (":" in a, a)), parts.hostname

    def _wait(self, host: str) -> None:
        delay = max(self.policy.delay_seconds, self._delays.get(host, 0))
        wait = delay - (time.monotonic() - self._asked.get(host, float("-inf")))
        if wait > self.policy.longest_delay_seconds:
            raise refuse("unreadable", f"{host} asks for {delay:.0f} s between pages. The next run fetches this one.")
        time.sleep(max(0.0, wait))
        self._asked[host] = time.monotonic()


def _rules(answer: Answer) -> RobotFileParser:
    """What robots.txt allows: all where there is none, nothing where the server cannot say (RFC 9309)."""
    rules = RobotFileParser()
    if answer.status >= httpx.codes.INTERNAL_SERVER_ERROR:
        rules.parse(["User-agent: *", "Disallow: /"])
    else:
        text = answer.data[:_ROBOTS_BYTES].decode(errors="replace")
        rules.parse(text.splitlines() if answer.status == httpx.codes.OK else [])
    return rules
