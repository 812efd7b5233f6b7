"""Phrases on word edges: a hit broken off inside a word hides none of the words it ran over."""

from flows.language.phrases import Phrases


def test_a_hit_that_ends_inside_a_word_gives_way_to_shorter_and_later_ones() -> None:
    phrases = Phrases(["police command", "police", "commander", "state bank", "bank"])
    assert [hit[2] for hit in phrases.find("The police commander of the estate bank")] == [
        "police",
        "commander",
        "bank",
    ]


def test_offsets_count_in_the_text_behind_such_a_hit() -> None:
    text = "police commanders, police command"
    assert [text[s:e] for s, e, _ in Phrases(["police command", "police"]).find(text)] == ["police", "police command"]
