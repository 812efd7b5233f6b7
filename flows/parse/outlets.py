"""Which outlet a report is from, and what that tells: time zone, order of day and month. Seeds, not code, know outlets."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from flows.language.outlets import outlets
from flows.language.seeds import rows

_TRAILER: Final = re.compile(r"(?i:published in|copyright)\s+©?\s*([^,\n]{2,60}),")


class Outlet(NamedTuple):
    """An outlet's name, the time zone of its days, and how it orders day and month in numbers; None where unknown."""

    name: str | None
    timezone: str | None = None
    order: str | None = None


def outlet_of(name: str | None, url: str | None) -> Outlet:
    """The outlet named by the source or told by the address; an unknown one keeps the name that the source gives."""
    host = url.partition("//")[2].partition("/")[0].lower() if url else ""
    known = (_by_name().get(name.strip().casefold()) if name else None) or _by_host(host)
    if known is not None:
        return known._replace(name=name or known.name)
    return (
        _by_country()
        .get(host.rsplit(".", 1)[-1], Outlet(None))
        ._replace(name=name or host.removeprefix("www.") or None)
    )


def is_outlet(name: str) -> bool:
    """Whether a name is that of a known outlet."""
    return name.casefold() in _by_name()


def is_agency(name: str) -> bool:
    """Whether a name is that of a known news agency or desk."""
    return name.casefold().replace("-", " ") in _agencies()


def outlet_in(lines: Iterable[str]) -> str | None:
    """The outlet that a report's own marks tell: its tag on the headline, its trailer. None where no known one is named."""
    for line in lines:
        match = _TRAILER.match(line)
        named = match[1] if match else line.rsplit(" - ", 1)[-1].strip(" -|–—")
        if is_outlet(named):
            return named
    return None


@cache
def _by_host(host: str) -> Outlet | None:
    parts = host.split(".")
    return next((found for at in range(len(parts)) if (found := _by_domain().get(".".join(parts[at:])))), None)


@cache
def _by_domain() -> dict[str, Outlet]:
    return {row["domain"]: _outlet(row) for row in rows("outlets") if row["domain"]}


@cache
def _by_name() -> dict[str, Outlet]:
    return {name: _outlet(row) for name, row in outlets().items()}


@cache
def _by_country() -> dict[str, Outlet]:
    return {r["top_level_domain"]: Outlet(None, r["timezone"], r["day_month_order"]) for r in rows("country_zones")}


def _outlet(row: Mapping[str, str]) -> Outlet:
    return Outlet(row["outlet"], row["timezone"], row["day_month_order"] or None)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(
        name.casefold().replace("-", " ")
        for row in rows("agencies")
        for name in (row["name"], row["abbreviation"])
        if name
    )
