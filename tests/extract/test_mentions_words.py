"""Words that name nobody by themselves, abbreviations that are said as words, and names behind a word in small letters."""

import pytest

from tests.extract.test_mentions import found


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The lecture on Islam drew the Ulema of Quetta.", "person", []),
        ("Mr Nahid Islam spoke on Monday.", "person", ["Nahid Islam"]),
        ("Officials of Nepra and Unesco met on Monday.", "organization", ["Nepra", "Unesco"]),
        ("Roads in south Punjab are shut.", "place", ["Punjab"]),
        ("Villages on the Indus river were warned.", "place", ["Indus river"]),
        ("Visitors admired the Sistine Chapel on Monday.", "person", []),
    ],
)
def test_what_a_word_names(text, kind, names):
    assert found(text, kind) == names
