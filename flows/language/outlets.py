"""The listed outlets by any name that they go by (``seeds/outlets.csv``), and the country that each is of."""

from collections.abc import Mapping
from functools import cache

from flows.language.seeds import rows


@cache
def outlets() -> Mapping[str, Mapping[str, str]]:
    """The row of each outlet, by its name and the others that it goes by, in small letters."""
    return {
        name.casefold(): row for row in rows("outlets") for name in (row["outlet"], *row["aliases"].split("|")) if name
    }


def country_of_outlet(outlet: str | None) -> str | None:
    """ISO 3166-1 alpha-2 of an outlet's country; None where no list has it."""
    row = outlets().get(outlet.casefold()) if outlet else None
    return (row["country_code"] or None) if row else None
