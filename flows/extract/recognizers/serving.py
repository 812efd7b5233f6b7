"""Names behind a post that is somebody else's: assistants to PM A and B serve the one who holds it; PM, A discuss the law."""

from functools import cache
from typing import Final

from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.units import Units
from flows.language.seeds import rows

_LEAD: Final = 24  # characters before a post that may say who serves its holder
_WHOLE: Final = frozenset({"office", "portfolio"})  # services whose bare titles are positions


def is_served(units: Units, post: Post) -> bool:
    """Whether those named behind a post serve its holder: special assistants to PM A and B."""
    return units.text[max(0, post.start - _LEAD) : post.start].lower().endswith(_servants())


def is_next_items(units: Units, post: Post) -> bool:
    """Whether the post that another ends is of the name behind it, an item of a list: A, Special Assistant to PM B."""
    text, inner = units.text, post.inner
    return inner is not None and inner.is_bare and text[post.core_start].isupper() and text[inner.start].isupper()


def are_two(units: Units, post: Post, last: int) -> bool:
    """Whether the comma between a post that opens a headline and a name is an 'and': PM, A discuss the law; CM, B visits the site.

    ``last`` is the unit behind the name.
    """
    if not post.is_bare or units.entries[post.core_start].row.get("service") not in _WHOLE:
        return False
    is_short = units.text[post.start : post.end].isupper()
    return is_short or units.words(last, last + 1) in _verbs()


@cache
def _servants() -> tuple[str, ...]:
    forms = [row["form"].lower() for row in rows("post_forms") if row["part"] == "serves"]
    return tuple(f"{form} {to}{the} " for form in forms for to in ("to", "of") for the in ("", " the"))


@cache
def _verbs() -> frozenset[str]:
    """Verbs as several do them."""
    return frozenset(row["lemma"] for row in rows("verbs"))
