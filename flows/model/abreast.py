"""Steps of an increment two at a time: each costs a fixed time in one thread, however few its rows are.

Which must wait for which is told by the relations that they name: dbt does not know of all, as marts are read as they were before, too.
May not: run SQL, change what a step does.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Final, Protocol, TypeVar

_RELATION: Final = re.compile(r"\b(?:dateline|scratch)\.\w+\.\w+")


class Step(Protocol):
    """What is run: it names relations, and makes one, or none where it is a test."""

    @property
    def name(self) -> str:
        """As no other."""

    @property
    def relation(self) -> str:
        """What it makes."""

    @property
    def reads(self) -> str:
        """All of its SQL but the name of what it makes."""

    @property
    def is_view(self) -> bool:
        """Whether who reads what it makes may read what that is made of."""


StepT = TypeVar("StepT", bound=Step)
ResultT = TypeVar("ResultT")


def waits(steps: Sequence[Step]) -> dict[str, set[str]]:
    """By name, the steps that each has to wait for: who makes what it reads, and who reads before it what it makes again."""
    made_by = {_plain(step.relation): at for at, step in enumerate(steps) if step.relation}
    read: dict[str, set[str]] = {}
    found: dict[str, set[str]] = {step.name: set() for step in steps}
    for at, step in enumerate(steps):
        named = set(_RELATION.findall(_plain(step.reads)))
        named = named.union(*(read.get(relation, ()) for relation in named))
        if step.is_view:
            read[_plain(step.relation)] = named
        for maker in {made_by[relation] for relation in named if relation in made_by} - {at}:
            first, last = min(at, maker), max(at, maker)
            found[steps[last].name].add(steps[first].name)
    return found


def _plain(sql: str) -> str:
    return sql.replace('"', "")


def run_abreast(
    steps: Sequence[StepT], run: Callable[[StepT], ResultT], is_end: Callable[[ResultT], bool], abreast: int
) -> Iterator[tuple[StepT, ResultT]]:
    """What comes of each step, as they end; those that have not begun when one ``is_end`` are left out."""
    todo, left, running = list(steps), waits(steps), dict[Future[ResultT], StepT]()
    with ThreadPoolExecutor(abreast) as threads:
        while todo or running:
            for step in [step for step in todo if not left[step.name]][: abreast - len(running)]:
                todo.remove(step)
                running[threads.submit(run, step)] = step
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                ended = running.pop(future)
                for waiting in left.values():
                    waiting.discard(ended.name)
                if is_end(future.result()):
                    todo.clear()
                yield ended, future.result()
