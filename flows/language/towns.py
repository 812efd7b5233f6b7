"""Towns and divisions of other countries that the gazetteer leaves out: they count in reports of their country or about it."""

from collections.abc import Mapping
from functools import cache

from flows.language.names import fold
from flows.language.seeds import SEEDS, forms_of, rows


@cache
def towns(country: str) -> Mapping[str, Mapping[str, str]]:
    """Folded name or alias → its row of ``seeds/towns``; empty for a country without a list."""
    if not (SEEDS / "towns" / f"{country}.csv").exists():
        return {}
    return {fold(form): row for row in reversed(rows(f"towns/{country}")) for form in forms_of(row)}


@cache
def places_of(country: str) -> Mapping[str, Mapping[str, str]]:
    """Folded name or alias → the row of a country's place: of the gazetteer, the largest of a name, else of its towns."""
    own = sorted((r for r in rows("places") if r["country_code"] == country), key=lambda r: int(r["population"] or 0))
    return {**towns(country), **{fold(form): row for row in own for form in forms_of(row)}}
