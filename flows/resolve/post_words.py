"""The words of posts, from ``seeds/ranks.csv``, ``posts.csv`` and ``post_forms.csv``: titles, ranks, branches and their forms."""

from collections.abc import Mapping
from functools import cache

from flows.language.names import fold
from flows.language.phrases import Phrases
from flows.language.seeds import rows


@cache
def titles() -> Mapping[str, tuple[str, bool]]:
    """Folded form → (canonical title, whether a rank)."""
    titles = {fold(r["form"]): (r["canonical"], False) for r in rows("posts") if r["kind"] == "title"}
    titles |= {fold(r["form"]): (r["form"], False) for r in rows("post_forms") if r["part"].startswith("title")}
    return titles | {fold(r["form"]): (r["canonical"], True) for r in rows("ranks")}


@cache
def beside_a_post() -> frozenset[str]:
    """Folded titles that a holder may have beside a post: seats in parliament, ranks of the forces and the bench."""
    ranks = (r["form"] for r in rows("ranks") if r["service"] in ("military", "judicial"))
    return frozenset({*part("member"), *map(fold, ranks)} - {"general", "private"})


@cache
def uniformed() -> frozenset[str]:
    """Folded canonical ranks of the police, the forces and the bench: grades rather than posts."""
    return frozenset(fold(r["canonical"]) for r in rows("ranks") if r["service"] in ("police", "military", "judicial"))


@cache
def is_police(title: str) -> bool:
    """Whether a canonical title is one of the police."""
    return "Police" in title or any(r["canonical"] == title and r["service"] == "police" for r in rows("ranks"))


@cache
def forms_of_title(title: str) -> frozenset[str]:
    """The folded forms of a canonical title."""
    return frozenset(form for form, (canonical, _) in titles().items() if canonical == title)


@cache
def title_phrases() -> Phrases:
    """The forms of titles as printed and without accents, to be found in a text."""
    printed = (r["form"] for r in (*rows("posts"), *rows("ranks"), *rows("post_forms")) if fold(r["form"]) in titles())
    return Phrases((*titles(), *printed))


@cache
def units() -> Mapping[str, str]:
    """Folded form → canonical form of the branches of forces."""
    return {fold(r["form"]): r["canonical"] for r in rows("posts") if r["kind"] == "unit"}


@cache
def part(part: str) -> Mapping[str, str]:
    """Folded form → canonical form of one part of ``post_forms.csv``, longest first."""
    found = {fold(r["form"]): r["canonical"] for r in rows("post_forms") if r["part"] == part}
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def long_titles() -> Mapping[str, str]:
    """Folded short title → the title in full: PM, Prime Minister."""
    return part("title")


@cache
def joiners() -> Mapping[str, str]:
    """Title → the word that joins it to what it is over: Minister for, Secretary of."""
    return {r["form"]: r["canonical"] for r in rows("post_forms") if r["part"] == "joiner"}


def trim(words: list[str]) -> list[str]:
    """Words without fillers (of, the, police) at either end."""
    fillers = part("filler")
    while words and fold(words[0]) in fillers:
        words = words[1:]
    while words and fold(words[-1]) in fillers:
        words = words[:-1]
    return words
