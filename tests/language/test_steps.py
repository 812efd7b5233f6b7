"""Work taken step by step."""

import pytest

from flows.language.steps import Steps, abreast, finished


def _count(name: str, steps: int, log: list[str]) -> Steps[str]:
    for step in range(steps):
        yield f"step {step}"
        log.append(f"{name}{step}")
    return name * steps


def test_each_step_is_taken_by_all_before_the_next() -> None:
    log: list[str] = []
    assert abreast([_count("a", 3, log), _count("b", 1, log), _count("c", 2, log)]) == ["aaa", "b", "cc"]
    assert log == ["a0", "b0", "c0", "a1", "c1", "a2"]


def test_a_watch_is_handed_every_step_by_its_name() -> None:
    seen: list[str] = []

    def watch(step, work, /, *args, **kwargs):
        seen.append(step)
        return work(*args, **kwargs)

    abreast([_count("a", 2, []), _count("b", 1, [])], watch)
    assert seen == ["step 0", "step 0", "step 1"]


def test_one_piece_of_work_alone_gives_what_it_gives_among_others() -> None:
    assert finished(_count("a", 4, [])) == "aaaa"


def test_nothing_to_do_gives_nothing() -> None:
    assert abreast([]) == []


def test_an_error_ends_all() -> None:
    def failing() -> Steps[str]:
        yield "only"
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        abreast([_count("a", 2, []), failing()])
