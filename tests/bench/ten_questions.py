"""How long the ten common questions of ``sql/analyses/ten_questions.sql`` take: ``python -m tests.bench.ten_questions WAREHOUSE``."""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

QUESTIONS = Path(__file__).parents[2] / "sql" / "analyses" / "ten_questions.sql"


def questions() -> Iterator[tuple[str, str]]:
    """Each question in words, with its SQL."""
    _, *parts = QUESTIONS.read_text("utf-8").split("\n\n-- ")
    for part in parts:
        words, _, sql = part.partition("\n")
        yield words, sql


def milliseconds(database: Path, sql: str, *, times: int = 5) -> float:
    """Median of some askings, each of a connection of its own."""
    taken = []
    for _ in range(times):
        with duckdb.connect(str(database), read_only=True) as connection:
            started = time.perf_counter()
            connection.execute(sql).fetchall()
            taken.append(1000 * (time.perf_counter() - started))
    return statistics.median(taken)


if __name__ == "__main__":
    for words, sql in questions():
        print(f"{milliseconds(Path(sys.argv[1]) / 'dateline.duckdb', sql):7.0f} ms  {words}")
