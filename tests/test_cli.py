"""The command as people type it, on five of the samples."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from flows.cli import main

ROOT = Path(__file__).parents[1]
COMMANDS = (
    "run",
    "sql",
    "show",
    "export",
    "quarantine",
    "refresh",
    "backfill",
    "compact",
    "ui",
    "serve",
    "bench",
    "score",
    "timex",
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for path in sorted((ROOT / "seeds" / "reports").glob("00[1-5]*.txt")):
        shutil.copy(path, folder)
    (folder / "empty.txt").touch()
    return folder


@pytest.fixture(scope="module")
def ran(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A warehouse, and what the run that made it wrote. In a process of its own, which tells whether it imported Prefect."""
    warehouse = tmp_path_factory.mktemp("run") / "warehouse"
    code = "import sys; from flows.cli import main; main(sys.argv[1:], standalone_mode=False); print('prefect' in sys.modules)"
    arguments = ["run", str(reports), "--warehouse", str(warehouse), "--engine", "local"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    return warehouse, done


def _call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_run_tells_what_was_found_and_what_to_type_next(ran):
    _, done = ran
    assert done.returncode == 0, done.stderr
    assert "6 reports seen = 5 new + 0 unchanged + 0 duplicate + 1 quarantined" in done.stderr
    assert f"`dateline quarantine --warehouse {ran[0]}` says what was refused, and why" in done.stderr
    assert "build" in done.stderr  # where the seconds went
    assert "reports" in done.stdout and "dateline sql" in done.stdout


def test_two_outlets_tell_other_figures_of_one_accident(ran):
    with duckdb.connect(str(ran[0] / "dateline.duckdb"), read_only=True) as connection:
        told = connection.execute("select about, told from rpt_disagreements order by told").fetchall()
    assert told == [("rupees PKR", "1,000,000"), ("injured", "6"), ("rupees PKR", "8,000,000"), ("injured", "9")]


def test_a_local_run_does_not_import_prefect(ran):
    assert ran[1].stdout.splitlines()[-1] == "False"


def test_a_folder_without_a_report_is_told_of(ran, tmp_path: Path):
    done = _call("run", str(tmp_path), "--warehouse", str(ran[0]), "--engine", "local")
    assert done.exit_code == 0, "a folder may be watched before anything lies in it"
    assert f"no report was found in {tmp_path}" in done.stderr


@pytest.mark.parametrize(
    "command",
    [("quarantine",), ("refresh", "--plan"), ("refresh",), ("compact",), ("backfill", "--since", "2024-01-01", "--until", "2024-02-01")],
    ids=" ".join,
)  # fmt: skip
def test_what_keeps_a_warehouse_makes_none(command: tuple[str, ...], tmp_path: Path):
    done = _call(*command, "--warehouse", str(tmp_path / "w"))
    assert done.exit_code == 1 and "is no warehouse" in done.stderr
    assert not list(tmp_path.iterdir())


def test_days_in_the_wrong_order_are_refused(ran):
    done = _call("backfill", "--since", "2024-02-01", "--until", "2024-01-01", "--warehouse", str(ran[0]))
    assert done.exit_code == 2 and "--since lies after --until" in done.stderr


def test_a_run_that_finds_nothing_new_says_so(ran, reports: Path):
    again = _call("run", str(reports), "--warehouse", str(ran[0]), "--engine", "local")
    assert again.exit_code == 0
    assert "nothing new: no row added, no file written" in again.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_explains_every_command_and_option(command: str):
    assert command in _call("--help").output
    shown = _call(command, "--help")
    assert shown.exit_code == 0
    for line in shown.output.splitlines():
        if line.startswith("  --") and len(line.split()) < 3 and "--help" not in line:
            pytest.fail(f"no word on {line}")


def test_sql_answers_in_every_format(ran):
    question = "select source_name, word_count from dim_reports order by source_name"
    answers = {
        form: _call("sql", question, "--warehouse", str(ran[0]), "--format", form) for form in ("table", "csv", "json")
    }
    rows = json.loads(answers["json"].output)
    assert len(rows) == 5
    assert [r["source_name"] for r in csv.DictReader(io.StringIO(answers["csv"].output))] == [
        r["source_name"] for r in rows
    ]
    assert rows[0]["source_name"] in answers["table"].output


def test_sql_reads_a_file_and_may_not_write(ran, tmp_path: Path):
    (tmp_path / "count.sql").write_text("select count(*) as n from dim_reports")
    assert json.loads(
        _call("sql", str(tmp_path / "count.sql"), "--warehouse", str(ran[0]), "--format", "json").output
    ) == [{"n": 5}]
    refused = _call("sql", "create table x (a int)", "--warehouse", str(ran[0]))
    assert refused.exit_code == 1 and "read-only" in refused.stderr


@pytest.mark.parametrize(
    "question",
    [
        "select * from read_csv('{file}')",
        "select * from '{file}'",
        "copy (select 1) to '{file}'",
        "attach '{file}' as other",
        "install httpfs",
        "set enable_external_access = true",
    ],
)
def test_sql_reaches_nothing_but_the_marts(ran, tmp_path: Path, question: str):
    file = tmp_path / "other.csv"
    file.write_text("a\n1\n")
    refused = _call("sql", question.format(file=file), "--warehouse", str(ran[0]))
    assert refused.exit_code == 1, refused.output
    assert "configuration" in refused.stderr
    assert file.read_text() == "a\n1\n"


def test_show_prints_a_report_with_its_facts(ran):
    shown = _call("show", "001", "--warehouse", str(ran[0]))
    assert shown.exit_code == 0, shown.output
    assert "headline" in shown.output and "mentions" in shown.output
    unknown = _call("show", "nowhere.txt", "--warehouse", str(ran[0]))
    assert unknown.exit_code == 1 and "no report is called nowhere.txt" in unknown.stderr


def test_a_run_leaves_a_briefing_and_export_every_mart(ran, tmp_path: Path):
    assert "</html>" in (ran[0] / "briefing" / "index.html").read_text()
    done = _call("export", str(tmp_path), "--warehouse", str(ran[0]))
    assert done.exit_code == 0, done.output
    assert (tmp_path / "dim_reports.csv").read_text().count("\n") >= 6


@pytest.mark.slow
def test_a_mended_source_leaves_the_quarantine(reports: Path, tmp_path: Path):
    shutil.copytree(reports, tmp_path / "reports")
    bad, place = tmp_path / "reports" / "bad.jsonl", ("--warehouse", str(tmp_path / "w"))
    bad.write_text('{"title": "no text"}\n')
    assert _call("run", str(bad), "--engine", "local", *place).exit_code == 0
    shown = _call("quarantine", *place).output
    assert "no_text" in shown and str(bad) in shown
    content_hash = next(line.split()[0] for line in shown.splitlines() if "no_text" in line)
    assert "no text" in _call("quarantine", "--show", content_hash, *place).output
    bad.write_text('{"title": "Mended", "text": "LAHORE: The minister met the delegation on Monday."}\n')
    replayed = _call("quarantine", "--replay", "all", "--engine", "local", *place)
    assert replayed.exit_code == 0, replayed.output
    assert "1 new" in replayed.stderr and "is empty" in _call("quarantine", *place).stderr


@pytest.mark.slow
def test_backfill_does_the_batches_of_a_month_again_and_nothing_changes(ran):
    place = ("--warehouse", str(ran[0]), "--engine", "local")
    none = _call("backfill", "--since", "1999-01-01", "--until", "1999-12-31", *place)
    assert none.exit_code == 0 and "nothing new" in none.stderr
    again = _call("backfill", "--since", "2025-01-15", "--until", "2025-12-01", *place)
    assert again.exit_code == 0 and "tabulate" in again.stderr
    assert "rows added" not in again.stderr
    assert "batches made anew: 1: no row is another" in again.stderr


@pytest.mark.slow
def test_refresh_builds_all_marts_anew_on_request(ran):
    place = ("--warehouse", str(ran[0]), "--engine", "local")
    anew = _call("refresh", "--marts", *place)
    assert anew.exit_code == 0, anew.output
    assert " build " in anew.stderr
    assert " build " not in _call("refresh", *place).stderr


def test_refresh_plans_what_another_extractor_made(ran, monkeypatch: pytest.MonkeyPatch):
    place = ("--warehouse", str(ran[0]))
    assert "recurred: 0; never tabulated: 0" in _call("refresh", "--plan", *place).stderr
    monkeypatch.setattr("flows.version.extractor_version", lambda _: "another")
    planned = _call("refresh", "--plan", *place)
    assert "recurred: 1; never tabulated: 0" in planned.stderr
    batch_id, months, reports = planned.stdout.strip().split("\t")
    assert re.fullmatch(r"20\d\d-\d\d to 20\d\d-\d\d", months) and reports.endswith(" reports")
    assert (ran[0] / "batches" / f"{batch_id}.json").exists()


def test_bench_tells_speed_and_stages(reports: Path):
    shown = _call("bench", str(reports), "--limit", "2")
    assert shown.exit_code == 0, shown.output
    assert "2 reports" in shown.output and "words/s" in shown.output and "mentions" in shown.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run", "nowhere", "--engine", "local"), "no such file"),
        (("run", "x", "--engine", "quantum"), "engine"),
        (("run", "x", "--workers", "0"), "workers"),
        (("sql", "select 1", "--warehouse", "nowhere"), "dateline run"),
    ],
)
def test_a_mistake_gets_a_sentence_and_not_a_traceback(
    arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    failed = _call(*arguments)
    assert failed.exit_code in (1, 2)
    assert message in failed.stderr and "Traceback" not in failed.output


def test_what_a_message_repeats_does_not_steer_the_terminal(tmp_path: Path):
    failed = _call("run", str(tmp_path / "\x1b[2Jx\x9b31m"), "--engine", "local")
    assert failed.exit_code == 1 and "no such file" in failed.stderr
    assert not {"\x1b", "\x9b"} & set(failed.stderr)
