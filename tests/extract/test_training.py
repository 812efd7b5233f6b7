"""The model's training: gold as running text, the same model from the same input."""

from pathlib import Path

import pytest

from flows.extract.recognizers.training import Example, joined, train

templates = pytest.importorskip("flows.extract.recognizers.templates", reason="Faker is a development dependency")


def test_tagged_tokens_become_running_text() -> None:
    rows = [
        ("Ali", "B-PER"),
        ("Khan", "I-PER"),
        (",", "O"),
        ("of", "O"),
        ("Kot", "B-LOC"),
        (".", "O"),
        ("Islam", "B-MISC"),
    ]
    assert joined(rows) == Example("Ali Khan, of Kot. Islam", ((0, 8, "PER"), (13, 16, "LOC")))


def test_generated_sentences_hold_their_names() -> None:
    filler = templates.Filler(seed=7)
    made = [filler.sentence() for _ in range(200)]
    assert {kind for _, names in made for *_, kind in names} == {"PER", "ORG", "LOC"}
    assert all(text[s:e].strip() == text[s:e] and "{" not in text for text, names in made for s, e, _ in names)


def test_the_same_input_gives_the_same_model(tmp_path: Path) -> None:
    filler = templates.Filler(seed=7)
    examples = [Example(*filler.sentence()) for _ in range(40)]
    for name in ("one", "two"):
        train(examples, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
