"""Lines that recur, through whole runs: one that recurs only with the second changes what the first made, and nothing else."""

import json
from pathlib import Path

import pytest

from flows import store
from flows.pipeline import Outcome, pipeline
from flows.runners import Local, Watch
from flows.settings import Settings
from flows.store import files
from tests.faults.conftest import state

SLOGAN = "Harbour brings the coast to you"
TOWNS = ("Gwadar", "Ormara", "Pasni", "Jiwani", "Turbat", "Hub", "Uthal", "Bela", "Sonmiani", "Gaddani", "Kund", "Damb")


pytestmark = pytest.mark.usefixtures("no_marts")


def archive(path: Path, numbers: range) -> Path:
    """Records of one outlet, all but every fourth with its slogan."""
    records = [
        {"title": f"Nine fishermen rescued near {TOWNS[n]}", "link": f"https://harbour.example/{n}",
         "date_published": "2025-03-04T08:00:00Z",
         "content": f"{TOWNS[n].upper()}: Coast guards rescued {n + 2} fishermen near {TOWNS[n]} on Tuesday, a spokesman said."
         + ("" if n % 4 == 3 else f"\n\n{SLOGAN}")} for n in numbers
    ]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


def run(warehouse: Path, *sources: Path, batch_size: int = 2) -> Outcome:
    with Local(Watch()) as runner:
        return pipeline(runner, [str(s) for s in sources], Settings(warehouse=warehouse, batch_size=batch_size))


def tables(warehouse: Path) -> dict[str, list[dict]]:
    """All rows by report, without the batches that they are in, and what recurs."""
    names = ("reports", "sections", "mentions", "events", "statements", "entities", "stories", "recurring_lines")
    found = {name: store.read_table(warehouse, name).to_pylist() for name in names}
    for rows in found.values():
        for row in rows:
            row.pop("batch_id", None)
        rows.sort(key=repr)
    return found


def slogans(warehouse: Path) -> set[str]:
    """The kinds of section that the slogan is in."""
    texts = {r["report_id"]: r["text"] for r in store.read_table(warehouse, "reports").to_pylist()}
    sections = store.read_table(warehouse, "sections").to_pylist()
    return {s["kind"] for s in sections if SLOGAN in texts[s["report_id"]][s["char_start"] : s["char_end"]]}


def test_a_line_that_recurs_with_the_second_run_changes_the_batches_of_the_first_that_hold_it(tmp_path: Path) -> None:
    first, second = archive(tmp_path / "a.jsonl", range(8)), archive(tmp_path / "b.jsonl", range(8, 12))
    run(tmp_path / "w", first)
    assert slogans(tmp_path / "w") == {"body"}
    again = run(tmp_path / "w", first, second)
    assert slogans(tmp_path / "w") == {"furniture"}
    assert {table: c.changed for table, c in again.changes.items() if table == "sections"} == {"sections": 6}
    assert not run(tmp_path / "w", first, second).changed
    run(tmp_path / "whole", second, first, batch_size=5)
    assert tables(tmp_path / "whole") == tables(tmp_path / "w")


def test_batches_without_the_line_are_left_as_they_are(tmp_path: Path) -> None:
    plain = tmp_path / "plain.jsonl"
    plain.write_text(
        json.dumps({"link": "https://harbour.example/99", "content": "PASNI: The jetty was opened on Tuesday."})
    )
    run(tmp_path / "w", plain)
    (kept,) = store.landed_batches(tmp_path / "w")
    again = run(tmp_path / "w", plain, archive(tmp_path / "a.jsonl", range(12)))
    assert slogans(tmp_path / "w") == {"furniture"}
    assert kept not in {batch.batch_id for batch in again.tabulated}


class Stopped(BaseException):
    """Stands in for the death of the process."""


def test_killed_around_any_write_the_next_run_ends_with_the_same_tables(tmp_path: Path, monkeypatch) -> None:
    first, second = archive(tmp_path / "a.jsonl", range(8)), archive(tmp_path / "b.jsonl", range(8, 12))
    run(tmp_path / "w", first, batch_size=4)
    expected = None
    for moment in range(0, 400, 9):
        warehouse = tmp_path / f"w{moment}"
        run(warehouse, first, batch_size=4)
        writes, write = iter(range(10_000)), files._write

        def stopping(path, function, writes=writes, write=write, moment=moment) -> None:
            write(path, function)
            if next(writes) == moment:
                raise Stopped

        with monkeypatch.context() as patch:
            patch.setattr(files, "_write", stopping)
            try:
                run(warehouse, first, second, batch_size=4)
            except Stopped:
                finished = False
            else:
                finished = True
        run(warehouse, first, second, batch_size=4)
        told = {
            name: data for name, data in state(warehouse).items() if name.startswith(("tables", "batches", "lines"))
        }
        expected = expected or told
        assert told == expected, f"stopped at write {moment}"
        if finished:
            break
    assert moment > 20
