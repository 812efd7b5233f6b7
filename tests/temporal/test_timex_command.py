"""``dateline timex``: a table for a text, JSON lines for a file."""

import json
from pathlib import Path

from typer.testing import CliRunner

from flows.cli import main

RUNNER = CliRunner()


def test_file_of_texts(tmp_path: Path) -> None:
    text = "\nHe came on Friday; it rained for two days.\n"
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"doc_id": "a", "dct": "1998-02-06T22:19:00", "text": text}) + "\n\n", "utf-8")
    result = RUNNER.invoke(main, ["timex", "--jsonl", str(path)])
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert lines == [
        {"doc_id": "a", "start": 12, "end": 18, "text": "Friday", "type": "DATE", "value": "1998-02-06"},
        {"doc_id": "a", "start": 34, "end": 42, "text": "two days", "type": "DURATION", "value": "P2D"},
    ]
    assert all(text[line["start"] : line["end"]] == line["text"] for line in lines)


def test_a_document_without_a_day_is_read_without_an_anchor(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"doc_id": "a", "dct": "1998-02-XX", "text": "He came on Friday."}), "utf-8")
    result = RUNNER.invoke(main, ["timex", "--jsonl", str(path)])
    assert result.exit_code == 0
    assert "1998-02-XX" in result.stderr
    assert json.loads(result.stdout.splitlines()[-1])["value"] == "XXXX-WXX-5"


def test_text_with_an_anchor() -> None:
    result = RUNNER.invoke(main, ["timex", "They left the day before yesterday.", "--anchor", "2025-03-01"])
    assert result.exit_code == 0
    assert "2025-02-" in result.stdout


def test_what_it_refuses() -> None:
    assert RUNNER.invoke(main, ["timex"]).exit_code == 2
    assert RUNNER.invoke(main, ["timex", "today", "--anchor", "someday"]).exit_code == 2
    assert RUNNER.invoke(main, ["timex", "today", "--ordering", "random"]).exit_code == 2
