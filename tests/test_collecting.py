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
