"""Places: which row of ``seeds/places.csv`` a name means, where the report's country and its other places tell homonyms apart."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from flows.contract.fixed import fixed
from flows.contract.records import make_id
from flows.language.names import fold
from flows.language.seeds import forms_of, rows
from flows.language.towns import towns

_WEIGHT: Final = {
    "continent": 10,
    "country": 9,
    "namesake": 8,
    "province": 7,
    "city": 6,
    "sea": 5,
    "region": 4,
    "district": 3,
    "tehsil": 2,
}
CAPITAL: Final = "Islamabad"  # a territory with police of its own, but neither governor nor chief minister
_LOCAL: Final = frozenset({"city", "district", "tehsil"})
_NAMESAKE: Final = (
    300_000  # people from which a city, not the province that has its name from it, is meant: Tehran, Washington
)
_NAMESAKE_BY_CITY: Final = (
    5_000_000  # where the press tells the city apart as one: Kansas and Quebec are provinces, New York is none
)
_KNOWN_ABROAD: Final = 500_000  # people from which a city is meant without its country being named


@fixed()
class Place:
    """A row of the gazetteer."""

    name: str
    kind: str
    country: str | None
    province: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    population: int
    weight: int  # how likely the name means it, of places of different kinds

    @property
    def entity_id(self) -> str:
        """Stable id: from GeoNames where it knows the place, else from name, kind, country and province."""
        if self.geonames_id:
            return _id(str(self.geonames_id))
        return _id(self.name, self.kind, self.country, self.province)


@lru_cache(maxsize=1 << 15)
def _id(*fields: str | None) -> str:
    return make_id("place", *fields)


@cache
def gazetteer() -> Mapping[str, tuple[Place, ...]]:
    """Folded name or alias → its places, most likely first when nothing else is known."""
    found: dict[str, list[Place]] = {}
    for row in rows("places"):
        place = _place(row)
        for name in {fold(form) for form in forms_of(row)}:
            found.setdefault(name, []).append(place)
    return {n: tuple(sorted(of, key=_prominence) if len(of) > 1 else of) for n, of in found.items()}


def _place(row: Mapping[str, str]) -> Place:
    number = {k: float(row[k]) if row[k] else None for k in ("latitude", "longitude", "population", "geonames_id")}
    return Place(
        row["name"],
        row["kind"],
        row["country_code"] or None,
        row["admin1"] or None,
        int(number["geonames_id"]) if number["geonames_id"] else None,
        number["latitude"],
        number["longitude"],
        int(number["population"] or 0),
        _weight(row, int(number["population"] or 0)),
    )


def _weight(row: Mapping[str, str], population: int) -> int:
    """By kind; a large city weighs more than a province, unless its aliases tell it apart: Kansas City."""
    told_apart = f"{row['name']} City" in forms_of(row)
    is_large = population >= (_NAMESAKE_BY_CITY if told_apart else _NAMESAKE)
    return _WEIGHT.get("namesake" if row["kind"] == "city" and is_large else row["kind"], 0)


def _prominence(place: Place) -> tuple[int, int, str, str]:
    return -place.weight, -place.population, place.country or "", place.entity_id


def find_place(name: str, countries: Iterable[str] = (), provinces: Collection[str] = ()) -> Place | None:
    """The place that ``name`` means in a report of these countries and provinces, nearest context first; None if unknown.

    A city of another country is taken only where it is large enough to be known without its country, a town only of the nearest.
    """
    candidates = _by_name(name)
    for nth, country in enumerate(countries):
        near = [p for p in candidates if p.country == country]
        if near:
            within = [p for p in near if p.province in provinces]
            return (within or near)[0]
        if not nth and (town := _town(name, country)):
            return town
    return next(
        (p for p in candidates if p.kind not in _LOCAL or p.population >= _KNOWN_ABROAD), next(iter(candidates), None)
    )


@lru_cache(maxsize=1 << 15)
def _town(name: str, country: str) -> Place | None:
    """The town of a name that only reports of its country mean."""
    row = towns(country).get(fold(name))
    return _place(row) if row else None


@cache
def known_places(country: str | None) -> Mapping[str, Place]:
    """Entity id → place of the gazetteer, or of a country's towns."""
    if country is None:
        return {place.entity_id: place for places in gazetteer().values() for place in places}
    return {place.entity_id: place for place in map(_place, towns(country).values())}


@lru_cache(maxsize=1 << 15)
def _by_name(name: str) -> tuple[Place, ...]:
    """The places of a name, most likely first when nothing else is known."""
    return gazetteer().get(fold(name), ())


@cache
def jurisdiction_at(name: str, country: str | None, *, is_wide: bool = False, is_branch: bool = False) -> str | None:
    """The canonical name of the place that ``name`` is, as the jurisdiction of a post; None where it is no place's name.

    ``is_wide`` leaves cities and districts out: only a country, a province or the capital's territory will do. What may be a
    branch, too (``is_branch``), is no other country's province: Central.
    """
    if not name[:1].isupper():
        return None
    for place in _by_name(name):
        at_home = place.country == (country or "PK")
        if is_wide and not (place.kind == "country" or (place.kind == "province" and at_home) or place.name == CAPITAL):
            continue
        if place.kind == "country" or at_home or place.population >= _KNOWN_ABROAD:
            return place.name
        if place.kind == "province" and not is_branch:
            return place.name
    return None


@cache
def is_province(name: str) -> bool:
    """Whether ``name`` is first of all a province's, or the capital territory's."""
    place = find_place(name) if name[:1].isupper() else None
    return place is not None and (place.kind == "province" or place.name == CAPITAL)


@cache
def nation(demonym: str) -> str | None:
    """The country whose adjective ``demonym`` is: Iran of Iranian."""
    code = next((row["country_code"] for row in rows("demonyms") if row["demonym"] == demonym), None)
    return country_name(code or "")


def country_name(code: str) -> str | None:
    """The name of the country of an ISO 3166-1 alpha-2 code."""
    return _countries().get(code)


@cache
def _countries() -> Mapping[str, str]:
    """Country code → its name."""
    return {p.country: p.name for places in gazetteer().values() for p in places if p.kind == "country" and p.country}
