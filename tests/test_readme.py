"""What the README tells people to type works."""

import re
import shlex
from pathlib import Path

import duckdb
import pytest
import typer
from typer.testing import CliRunner

from flows.cli import main

README = (Path(__file__).resolve().parents[1] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.S)
COMMANDS = [
    shlex.split(line, comments=True) for block in BLOCKS for line in block.splitlines() if line.startswith("dateline ")
]
QUERIES = [c[-1] for c in COMMANDS if c[1] == "sql" and not c[-1].endswith(".sql")]


def test_the_readme_opens_with_the_two_commands() -> None:
    assert [line.split("#")[0].strip() for line in BLOCKS[0].splitlines()] == ["make run", "make test"]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_and_option_is_there(command: list[str]) -> None:
    known = typer.main.get_command(main).commands[command[1]]  # type: ignore[attr-defined]
    options = {o for p in known.params for o in (*p.opts, *p.secondary_opts)}
    assert {word for word in command[2:] if word.startswith("--")} <= options


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_is_answered(query: str, marts: Path) -> None:
    with duckdb.connect(str(marts / "dateline.duckdb"), read_only=True) as connection:
        connection.execute(query).fetchall()


def test_help_explains_every_command() -> None:
    shown = CliRunner().invoke(main, ["--help"])
    assert shown.exit_code == 0
    assert all(c.help for c in typer.main.get_command(main).commands.values())  # type: ignore[attr-defined]
