"""The collector looks less often inside, and as often as before behind, whatever happens."""

import gc

import pytest

from flows.collecting import seldom_collected


def test_looks_a_hundredth_as_often_and_then_as_before() -> None:
    usual = gc.get_threshold()
    with pytest.raises(KeyError), seldom_collected():
        assert gc.get_threshold() == (100 * usual[0], *usual[1:])
        raise KeyError
    assert gc.get_threshold() == usual


def test_threads_that_read_at_once_share_one_threshold_and_leave_the_usual_one() -> None:
    """Each took the other's for the usual one: it grew a hundredfold with every overlap, past what an integer holds."""
    usual, inside = gc.get_threshold(), []
    for _ in range(4):
        first, second = seldom_collected(), seldom_collected()
        first.__enter__()
        second.__enter__()
        inside.append(gc.get_threshold())
        first.__exit__(None, None, None)
        inside.append(gc.get_threshold())
        second.__exit__(None, None, None)
    assert set(inside) == {(100 * usual[0], *usual[1:])}
    assert gc.get_threshold() == usual
