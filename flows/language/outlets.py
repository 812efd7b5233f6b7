"""Which country an outlet is of (``seeds/outlets.csv``)."""

from collections.abc import Mapping
from functools import cache

from flows.language.seeds import rows


def country_of_outlet(outlet: str | None) -> str | None:
    """ISO 3166-1 alpha-2 of an outlet's country, by its name or another that it goes by; None where no list has it."""
    return _countries().get(outlet.casefold()) if outlet else None


@cache
def _countries() -> Mapping[str, str]:
    return {
        name.casefold(): row["country_code"]
        for row in rows("outlets")
        for name in (row["outlet"], *row["aliases"].split("|"))
        if name and row["country_code"]
    }
