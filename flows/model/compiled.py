"""What dbt compiles for an increment, run by DuckDB itself: a start of dbt and its work a node cost more than a small increment.

May not: say how a mart is made (that is ``sql/``), decide what is touched.
"""

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import duckdb

from flows.model.abreast import run_abreast
from flows.model.outcome import Outcome
from flows.model.runner import Connection, dbt, shared, told

_FILE: Final = "increment.json"
_KINDS: Final = ("--select", "resource_type:model", "resource_type:test")
_FOUND_BEFORE: Final = (
    "reports",
    "retold",
    "stories",
    "months",
)  # kinds of keys that are found before a model is built
_FEW: Final = (
    "scratch.touched.reports",
    "scratch.staging.stg_reports",
)  # a staged model that asks these takes few rows
_TEST: Final = "test"


@dataclass(frozen=True, slots=True)
class Step:
    """A model or data test with the SQL that dbt made of it for an increment."""

    name: str
    kind: str  # test, or how a model is materialized: staged, touched, kept
    relation: str
    sql: str
    kept_by: Mapping[str, str]  # rows of keys that are not touched are kept: a column and the kind of its keys
    is_by_report: bool  # made of single reports, so that reports can be taken in portions

    @property
    def schema(self) -> str:
        """Where its relation is."""
        return self.relation.rpartition(".")[0]

    @property
    def is_view(self) -> bool:
        """Whether its relation shows rows of others: of few rows it is a table."""
        return self.kind == "staged"

    @property
    def reads(self) -> str:
        """What names the relations that it rests on."""
        return f"{self.sql} {self.is_touched}"

    @property
    def is_touched(self) -> str:
        """A condition: the row is one to make anew. As the macro of that name."""
        return " and ".join(
            f"{column} in (select touched.* from {_touched_table(kind)} as touched)"
            for column, kind in self.kept_by.items()
        )


def _touched_table(kind: str) -> str:
    return f"scratch.touched.{kind}" if kind in _FOUND_BEFORE else f"scratch.intermediate.int_touched_{kind}"


def steps_of(work: Path, maker: str) -> tuple[Step, ...]:
    """The steps of an increment in their order, as dbt compiled them for marts of this ``maker``: now, or for a build before.

    What is touched has to be attached. Raises CompileError where dbt can make nothing of the project.
    """
    with shared(work, _FILE) as file:
        known = _read(file, maker)
        if known is None:
            known = _compile(work)
            file.write_text(json.dumps({"maker": maker, "steps": [asdict(step) for step in known]}), "utf-8")
    return known


class CompileError(Exception):
    """dbt could not compile the models: the message says why."""


def _read(file: Path, maker: str) -> tuple[Step, ...] | None:
    try:
        found = json.loads(file.read_bytes())
        return tuple(Step(**step) for step in found["steps"]) if found["maker"] == maker else None
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _compile(work: Path) -> tuple[Step, ...]:
    raw = dbt("compile", *_KINDS, work=work)
    if not raw.success:
        raise CompileError("; ".join(told(raw).failures))
    return tuple(_step(result.node) for result in raw.result.results)


def _step(node: Any) -> Step:
    is_test = str(node.resource_type) == _TEST
    return Step(
        name=node.name,
        kind=_TEST if is_test else node.config.materialized,
        relation="" if is_test else node.relation_name,
        sql=node.compiled_code,
        kept_by={} if is_test else dict(node.config.get("kept_by") or {}),
        is_by_report="by_report" in node.tags and not is_test,
    )


def run(connection: Connection, steps: Iterable[Step], *, abreast: int = 1) -> Outcome:
    """Runs steps, in their order or some abreast, up to the first that fails, in marts that are there or begin with these."""
    told = list(steps)
    for schema in sorted({step.schema for step in told} - {""}):
        connection.execute(f"create schema if not exists {schema}")
    seconds: dict[str, float] = {}
    failures: list[str] = []
    counts = {True: 0, False: 0}
    for step, ran in run_abreast(told, partial(_timed, connection), lambda ran: bool(ran.failure), abreast):
        seconds[step.name] = ran.seconds
        counts[step.kind == _TEST] += 1
        failures += [f"{step.name}: {ran.failure}"] if ran.failure else []
    return Outcome(counts[False], counts[True], tuple(failures), (), seconds)


class _Ran(NamedTuple):
    """Why a step failed, nothing where it did not; and how long it took."""

    failure: str
    seconds: float


def _timed(connection: Connection, step: Step) -> _Ran:
    started = time.perf_counter()
    with connection.cursor() as own:  # another thread's statement would take a connection's result away
        failure = _run(own, step)
    return _Ran(failure, time.perf_counter() - started)


def _run(connection: Connection, step: Step) -> str:
    """Why a step failed; nothing where it did not."""
    try:
        if step.kind == _TEST:
            return told_rows(connection, step.sql)
        for statement in _statements(connection, step):
            connection.execute(statement)
    except duckdb.Error as error:
        return str(error)
    return ""


def _statements(connection: Connection, step: Step) -> Sequence[str]:
    if step.is_view:
        is_few = any(table in step.sql.replace('"', "") for table in _FEW)
        kind = "table" if is_few else "view"  # so that it is read once
        return [f"create or replace {kind} {step.relation} as {step.sql}"]
    if step.kept_by and _exists(connection, step.relation):
        return [
            f"delete from {step.relation} where {step.is_touched}",
            f"insert into {step.relation} by name {step.sql}",
        ]
    return [f"create or replace table {step.relation} as {step.sql}"]


def _exists(connection: Connection, relation: str) -> bool:
    try:
        connection.execute(f"from {relation} limit 0")
    except duckdb.CatalogException:
        return False
    return True


def told_rows(connection: Connection, sql: str) -> str:
    """The first rows that fail a data test; nothing where none does."""
    rows = connection.execute(f"select * from ({sql}) limit 3").fetchall()
    return "; ".join(" ".join(map(str, row)) for row in rows)
