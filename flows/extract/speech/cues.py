"""The verbs and phrases that report speech (seeds/reporting_verbs.csv)."""

from functools import cache
from itertools import product
from typing import Final, NamedTuple

from flows.extract.clauses.inflect import verb_forms
from flows.language.seeds import rows

_NEEDY: Final = frozenset({"issues", "calls", "views"})  # frames of verbs that mean little by themselves


class Cue(NamedTuple):
    """How a verb reports: ``frame`` says what follows it, ``rest`` the words behind its first."""

    lemma: str
    frame: str
    tag: str
    rest: tuple[str, ...]


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """First word's form → the cues that it may begin."""
    found: dict[str, list[Cue]] = {}
    for row in rows("reporting_verbs"):
        if row["part"] != "verb":
            continue
        for words in product(*(word.split("/") for word in row["lemma"].split())):
            for form, tag in verb_forms(words[0]).items():
                found.setdefault(form, []).append(Cue(row["lemma"], row["frame"], tag, tuple(words[1:])))
    return {form: tuple(sorted(senses, key=lambda c: -len(c.rest))) for form, senses in found.items()}


def is_saying(word: str) -> bool:
    """Whether a form may report speech by itself: ``said``, not ``issued``, which needs its order."""
    return any(cue.frame not in _NEEDY for cue in cues().get(word, ()))


@cache
def no_sources() -> frozenset[str]:
    """What one acts, not speaks, ``according to``: the law, a plan."""
    return frozenset(
        word for row in rows("reporting_verbs") if row["part"] == "phrase" for word in row["unless"].split()
    )
