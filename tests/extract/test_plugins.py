"""Users' recognizers join the rules: an entry point, and a spaCy pipeline by its path."""

import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from flows.contract.records import Report, Section
from flows.extract.mentions import find_mentions
from flows.extract.reading import Reading, read
from flows.extract.recognizers import plugins


def reading(text: str) -> Reading:
    report = Report(report_id="0" * 16, source_name="x.txt", source_uri="x.txt", text=text)
    return read(report, (Section(report_id="0" * 16, ordinal=0, kind="body", char_start=0, char_end=len(text)),))


def loud_words(text: str) -> list[tuple[int, int, str, float]]:
    at = text.index("Blorbian")
    return [(at, at + 8, "LOC", 0.9), (at, at + 8, "DATE", 0.9)]


@pytest.fixture(autouse=True)
def fresh_names() -> None:
    plugins.recognizer.cache_clear()


def test_an_entry_point_is_found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("loud", f"{__name__}:loud_words", plugins.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point] if group == plugins.GROUP else [])
    monkeypatch.setattr(EntryPoint, "load", lambda self: loud_words)
    rows = find_mentions(reading("He crossed the Blorbian on foot."), ("loud",), model=False)
    assert [(m.kind, m.text, m.recognizer) for m in rows] == [("place", "Blorbian", "loud")]


def test_trusted_rules_hold_against_a_plug_in(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("wrong", f"{__name__}:loud_words", plugins.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point])
    monkeypatch.setattr(EntryPoint, "load", lambda self: loud_words)
    rows = find_mentions(reading("They met DIG Blorbian Khan there."), ("wrong",), model=False)
    assert [m.text for m in rows if m.kind == "person"] == ["Blorbian Khan"]
    assert not [m for m in rows if m.kind == "place"]


@pytest.mark.parametrize("name", ["nobody", "nobody:here"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(LookupError, match="nobody"):
        find_mentions(reading("Text."), (name,))


def test_a_gliner_model_is_asked_for_our_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    class Model:
        def predict_entities(self, text: str, labels: list[str]) -> list[dict[str, object]]:
            assert {"person", "organization", "place", "initiative"} == set(labels)
            at = text.index("Blorbian")
            return [{"start": at, "end": at + 8, "label": "place", "score": 0.95}]

    module = ModuleType("gliner")
    module.GLiNER = SimpleNamespace(from_pretrained=lambda where: {"models/small": Model()}[where])  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", module)
    rows = find_mentions(reading("He crossed the Blorbian on foot."), ("gliner:models/small",), model=False)
    assert [(m.kind, m.text, m.recognizer) for m in rows] == [("place", "Blorbian", "gliner:models/small")]


def test_a_spacy_pipeline_joins_by_its_path(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.training import Example

    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    ner.add_label("GPE")
    texts = [f"He walked to {name} today." for name in ("Blorbian", "Quorbian", "Zorbian", "Morbian")]
    gold = [Example.from_dict(nlp.make_doc(t), {"entities": [(13, t.index(" today"), "GPE")]}) for t in texts]
    spacy.util.fix_random_seed(1)
    optimizer = nlp.initialize(lambda: gold)
    for _ in range(30):
        nlp.update(gold, sgd=optimizer)
    nlp.to_disk(tmp_path / "tiny")
    name = f"spacy:{tmp_path / 'tiny'}"
    rows = find_mentions(reading("He walked to Blorbian today."), (name,), model=False)
    assert [(m.kind, m.text, m.recognizer) for m in rows] == [("place", "Blorbian", name)]
