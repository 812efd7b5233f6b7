"""Which country words point to: names and adjectives of countries."""

from functools import cache, lru_cache

from flows.language.phrases import Phrases
from flows.language.seeds import rows


@lru_cache(maxsize=1 << 12)
def nation(text: str) -> str | None:
    """ISO code of the first country that a text names, by its name or its adjective: ``Head of Police Italy`` is IT."""
    return next((_codes()[phrase] for _, _, phrase in _spotter().find(text)), None)


def is_abroad(text: str, home: str | None) -> bool:
    """Whether a text names a country first that is not ``home``, an ISO code; False where either is unknown."""
    code = nation(text)
    return code is not None and home is not None and code != home


def is_country(name: str) -> bool:
    """Whether a name is a country's."""
    return name.lower() in _named()


@cache
def _codes() -> dict[str, str]:
    adjectives = {row["demonym"].lower(): row["country_code"] for row in rows("demonyms") if row["country_code"]}
    return _named() | adjectives


@cache
def _named() -> dict[str, str]:
    return {row["name"].lower(): row["country_code"] for row in rows("places") if row["kind"] == "country"}


@cache
def _spotter() -> Phrases:
    return Phrases(_codes())
