"""Forms of English words, so that seed lists need only their lemmas."""

import re
from functools import cache
from typing import Final

from flows.language.seeds import rows

_SIBILANT: Final = ("s", "x", "z", "ch", "sh")
_STRESSED: Final = re.compile(
    r"(?:[^aeiou]|qu)(?:[ai]n|[aiou]t|um?n|id|im|ig|get|set)$"
)  # how irregular verbs end that double: beginning, shutting


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {row["lemma"]: (row["past"], row["participle"]) for row in rows("verbs") if row["past"]}


@cache
def verb_forms(lemma: str) -> dict[str, str]:
    """Form → tag of a verb: ``base``, ``s``, ``ing``, ``past``, ``participle`` (``past`` where both are one).

    Only the first word of a phrase is inflected: ``hand over`` gives ``handed over``.
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = _irregular().get(head) or (_past(head),) * 2
    ing = _ing(head)
    forms = {head: "base", participle: "participle", past: "past", _third(head): "s", ing: "ing"}
    if head.endswith("el") and past.endswith("lled"):  # as it is spelt in America: canceled, traveling
        forms |= {f"{head}ed": "past", f"{head}ing": "ing"}
    return {form + tail: tag for form, tag in forms.items()}


@cache
def noun_forms(lemma: str) -> tuple[str, ...]:
    """Singular and plural of a noun; the first noun of ``X of Y`` is the one that changes."""
    head, of, rest = lemma.partition(" of ")
    return (lemma, _third(head) + of + rest)


def _past(head: str) -> str:
    if head.endswith("e"):
        return head + "d"
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ied"
    return _doubled(head) + "ed"


def _third(head: str) -> str:
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    return head + ("es" if head.endswith((*_SIBILANT, "o")) else "s")


def _ing(head: str) -> str:
    if head.endswith("e") and not head.endswith(("ee", "oe")):
        return head[:-1] + "ing"
    return _doubled(head) + "ing"


@cache
def _doubled(head: str) -> str:
    """The head as it stands before ``-ed`` and ``-ing``: the last letter twice in short words and where the seed list says so."""
    short = len(head) == 3 and head[-1] in "bdgmnpt" and head[-2] in "aeiou" and head[0] not in "aeiou"
    past, _ = _irregular().get(head, ("", ""))
    doubles = past == f"{head}{head[-1]}ed" or (past and _STRESSED.search(head))
    return head + head[-1] if short or doubles else head
