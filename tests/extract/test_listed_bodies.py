"""What the list of bodies says of itself: names that share no more than an abbreviation are two bodies."""

import re
from collections import defaultdict

import pytest

from flows.language.seeds import rows

_SMALL = frozenset(["of", "the", "and", "for", "in"])
_MINED = "press archives: spelt out with its abbreviation"


def words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]+", name)} - _SMALL


@pytest.mark.parametrize(
    "row", [r for r in rows("organizations") if r["source"].startswith(_MINED)], ids=lambda r: r["name"]
)
def test_long_forms_of_one_abbreviation_share_most_of_their_words(row):
    spelt_out = [alias for alias in row["aliases"].split(";") if len(words(alias)) > 1 and not alias.isupper()]
    apart = [alias for alias in spelt_out if 3 * len(words(alias) & words(row["name"])) < len(words(alias))]
    assert not apart


def test_no_form_is_that_of_two_bodies_of_a_country():
    bodies = defaultdict(set)
    for row in rows("organizations"):
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            bodies[form, row["country_code"]].add(row["name"])
    assert {form: names for form, names in bodies.items() if len(names) > 1} == {}
