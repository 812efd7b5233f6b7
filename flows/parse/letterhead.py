"""Letterheads: lines that name the office that issues a press release, above its headline."""

import re
from functools import cache
from typing import Final

from flows.language.seeds import rows

_WORD: Final = re.compile(r"[^\W\d_][\w.'’-]*|&")
_SMALL: Final = frozenset(("of", "the", "and", "for", "in", "to", "&", "de", "del", "da"))
_LONGEST: Final = 10  # words
_OFFICES: Final = frozenset(  # heads of names of offices that no name of a body in a story would be known by
    ("office", "headquarters", "command", "branch", "centre", "center", "station", "section", "government", "region", "range",
     "district", "zone", "republic", "kingdom", "sultanate", "commonwealth",
     "operations", "relations", "prosecution", "spokesperson", "spokesman")
)  # fmt: skip
_IN_TITLES: Final = frozenset(
    ("acting", "managing", "commanding", "presiding", "coordinating", "united")
)  # no verbs there
_ATTRIBUTED: Final = re.compile(r"(?:Please attribute|Attribut(?:ed|able)) to\b")
_ABBREVIATED: Final = 6  # letters; a longer rank is one in full
_ENDINGS: Final = ("", "s", "es", "d", "ed", "ing")
_TRAILING: Final = 2  # words behind the head: `District Police Mardan`


def is_letterhead(line: str) -> bool:
    """Whether a line is an office's name and nothing else: every word with a capital, none a verb, the head that of a body."""
    if is_attribution(line):
        return False
    words = _WORD.findall(line.rstrip(" ,.:-"))
    if not 2 <= len(words) <= _LONGEST or any(c.isdigit() for c in line):
        return False
    plain = _plain(words)
    heads = [at for at, word in enumerate(plain) if word in _heads()]
    if not heads or not is_nominal(line):
        return False
    is_of = heads[0] <= 1 and "of" in plain[heads[0] : heads[0] + 3]  # `Ministry of …`, `Directorate General of …`
    return is_of or "," in line or len(plain) - 1 - heads[-1] <= _TRAILING


def is_attribution(line: str) -> bool:
    """Whether a line says to whom a release's words are to be attributed: Inspector Ana Tui, Northland Police:"""
    if not line.endswith(":"):
        return False
    return _ATTRIBUTED.match(line) is not None or any(line.startswith(f"{rank} ") for rank in _ranks())


def is_nominal(line: str) -> bool:
    """Whether a line is names and titles only: every word of weight with a capital, none a verb."""
    words = _WORD.findall(line)
    if any(word[0].islower() and word not in _SMALL for word in words):
        return False
    return not any(_is_verb(word) for word in _plain(words) if word not in _heads() and word not in _IN_TITLES)


def _plain(words: list[str]) -> list[str]:
    return [word.casefold().removesuffix("'s").removesuffix("’s") for word in words]


def _is_verb(word: str) -> bool:
    return any(word.endswith(ending) and word[: len(word) - len(ending)] in _verbs() for ending in _ENDINGS) or (
        word.endswith("es") and word[:-1] in _verbs()
    )


@cache
def _ranks() -> frozenset[str]:
    """Ranks of a police service, in full, that a name follows."""
    return frozenset(
        row["form"] for row in rows("ranks") if row["service"] == "police" and len(row["form"]) > _ABBREVIATED
    )


@cache
def _heads() -> frozenset[str]:
    heads = (row["head"].casefold() for row in rows("name_heads") if row["kind"] == "organization")
    return frozenset(word for head in heads for word in head.split()) | _OFFICES


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for row in rows("verbs") for form in (row["lemma"], row["past"], row["participle"]) if form)
