"""Accuracy on TimeBank, AQUAINT and the annotated reports, and speed, against floors that only rise (``floors.toml``)."""

import importlib.util
import json
import time
import tomllib
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from flows.contract.records import RawReport, make_id
from flows.extract.reading import read, rebased
from flows.extract.times import find_times
from flows.parse import parse
from flows.temporal import Settings, tag

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the annotated texts (../shared) are not beside the checkout"
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The scoring script of ../shared."""
    spec = importlib.util.spec_from_file_location("score_timex", SHARED / "timex" / "score_timex.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predictions(documents: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    settings = Settings(country="US")
    return {
        name: [
            {"doc_id": name, "start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value}
            for t in tag(document["text"], datetime.fromisoformat(document["dct"]), settings)
        ]
        for name, document in documents.items()
    }


@pytest.mark.parametrize("corpus", ["timebank", "aquaint"])
def test_newswire(scorer: ModuleType, corpus: str) -> None:
    documents = scorer.load_gold(str(SHARED / "timex" / corpus))
    result, _ = scorer.score(documents, predictions(documents))
    reached = {name: result[name]["F1"] / 100 for name in FLOORS[corpus]}
    assert {name: value for name, value in reached.items() if value < FLOORS[corpus][name]} == {}


def test_annotated_reports() -> None:
    exact, value = [0, 0, 0], [0, 0, 0]  # right, found, annotated
    for line in (SHARED / "gold" / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        found = report_times((SHARED / "gold" / "reports" / gold["doc"]).read_text("utf-8"), gold["doc"])
        spans = {tuple(t["span"]): t["value"] for t in gold["times"]}
        for tally, right in ((exact, set(found) & set(spans)), (value, {s for s in spans if found.get(s) == spans[s]})):
            tally[0] += len(right)
            tally[1] += len(found)
            tally[2] += len(spans)
    reached = {name: 2 * r / (f + a) for name, (r, f, a) in {"exact": exact, "value": value}.items()}
    assert {name: score for name, score in reached.items() if score < FLOORS["gold"][name]} == {}


def report_times(text: str, name: str) -> dict[tuple[int, int], str | None]:
    """The values that a report's times have, by span."""
    raw = RawReport(
        report_id=make_id(None, None, text), source_name=name, source_uri=name, source_kind="text", text=text
    )
    reading = read(*parse(raw))
    found = rebased(reading, find_times(reading))
    return {(t.char_start, t.char_end): t.timex_value for t in found}


def test_words_per_cpu_second(scorer: ModuleType) -> None:
    texts = [
        (d["text"], datetime.fromisoformat(d["dct"]))
        for d in scorer.load_gold(str(SHARED / "timex" / "timebank")).values()
    ]
    words = sum(len(text.split()) for text, _ in texts)
    assert words / min(seconds(texts) for _ in range(5)) >= FLOORS["speed"]["words_per_cpu_second"]


def seconds(texts: list[tuple[str, datetime]]) -> float:
    started = time.process_time()
    for text, moment in texts:
        tag(text, moment)
    return time.process_time() - started
