"""Cuts ``seeds/person_names.csv`` from Faker's locales (MIT) and from what follows a title in press archives.

``python seeds/cut/person_names.py ARCHIVE.jsonl.gz…`` A row is one word of a name: given, family, or (from the archives) either.
Words of the archives count from three different two-word names on; the texts themselves are not copied.
"""

import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

LOCALES = (
    "en_PK en_IN en_US en_GB en_NG en_KE en_TH en_NZ en_IE it_IT de_DE fr_FR es_ES es_MX pt_BR pl_PL cs_CZ sk_SK hu_HU ro_RO hr_HR sl_SI",
    "sv_SE no_NO da_DK fi_FI nl_NL tr_TR id_ID lt_LT lv_LV et_EE ga_IE tw_GH yo_NG ha_NG ig_NG zu_ZA sw az_AZ uz_UZ vi_VN",
)
NO_NAMES = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October",
    "November December Allah Tamgha Sitara Islam Islamic Asian Senate Ullah Among",
)
TITLE = (
    r"(?:Dr|Mr|Ms|Mrs|Prof|Engr|Barrister|Maulana|Mufti|Senator|Justice|Minister|Ambassador|DIG|SSP|SP|DSP|ASP|IGP?|DPO|SHO"
    r"|Inspector|Constable|General|Gen|Colonel|Brigadier|Major|Captain|Secretary|Commissioner|Governor|Chairman|Director|Advocate|MNA|MPA)\.?"
)
AFTER_TITLE = re.compile(TITLE + r" ((?:[A-Z][a-z]+(?:-[a-z]{1,3}-[A-Z][a-z]+)?)(?: (?:[A-Z][a-z]+|ul|ur|bin|al))+)")


def faker_words() -> Iterator[tuple[str, str, str]]:
    """(word, kind, source) of the Latin-script names of the locales."""
    for locale in " ".join(LOCALES).split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            kind = "given" if "first_name" in attribute else "family" if "last_name" in attribute else ""
            values = getattr(provider, attribute) if kind else ()
            for name in values if isinstance(values, (tuple, list, dict)) else ():
                for word in str(name).split():
                    if re.fullmatch(r"[A-Z][A-Za-zÀ-ž’'-]+", word):
                        yield word, kind, f"Faker {locale} (MIT)"


def archive_words(paths: list[str]) -> Iterator[tuple[str, str, str]]:
    """(word, 'name', source) of words seen in three or more names behind a title, more often so than in lower case."""
    names: dict[str, set[str]] = defaultdict(set)
    lower: dict[str, int] = defaultdict(int)
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("content") or ""
                for match in AFTER_TITLE.finditer(text):
                    for word in match.group(1).split()[:3]:
                        names[word].add(match.group(1))
                for word in re.findall(r"\b[a-z]{3,}\b", text):
                    lower[word] += 1
    for word, seen in names.items():
        if len(seen) >= 3 and lower[word.lower()] < 5 * len(seen) and word[0].isupper() and len(word) > 2:
            yield word, "name", "press archives, behind a title"


def no_names(seeds: Path) -> Iterator[str]:
    """Common words, titles, days, countries and regions: never a sign of a person by themselves."""
    yield from " ".join(NO_NAMES).split()
    for name, column in (
        ("common_words", "word"),
        ("ranks", "form"),
        ("honorifics", "form"),
        ("posts", "form"),
        ("places", "name"),
    ):
        for row in csv.DictReader((seeds / f"{name}.csv").open(encoding="utf-8")):
            if (
                name != "places"
                or row["kind"] in ("country", "province", "region", "continent")
                or int(row["population"] or 0) > 400_000
            ):
                yield row[column].capitalize() if name == "common_words" else row[column]


def main(paths: list[str]) -> None:
    """Writes the file."""
    seeds = Path(__file__).parents[1]
    blocked = set(no_names(seeds))
    rows: dict[str, tuple[str, str]] = {}
    for word, kind, source in (*faker_words(), *archive_words(paths)):
        if word not in blocked:
            rows.setdefault(word, (kind, source))
    with (seeds / "person_names.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "kind", "source"))
        writer.writerows((word, *rows[word]) for word in sorted(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
