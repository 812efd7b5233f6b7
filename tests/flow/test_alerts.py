"""What is secret is told to nobody."""

import logging
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows import tasks
from flows.alerts import tell_failure
from flows.settings import Settings


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/s3cret",
        "http://s3cret host/x",
        "file:///s3cret",
        "http://[s3cret",
        "http://127.0.0.1:s3cret/",
    ],
)
def test_an_address_that_cannot_be_told_is_not_logged(address: str, monkeypatch, caplog) -> None:
    monkeypatch.setenv("DATELINE_FAILURE_URL", address)
    run, state = SimpleNamespace(name="r", id=1), SimpleNamespace(name="Failed", message="m")
    with caplog.at_level(logging.DEBUG):
        tell_failure(SimpleNamespace(name="dateline"), run, state)
    assert "could not be told" in caplog.text
    assert "s3cret" not in caplog.text


def test_settings_do_not_show_it(monkeypatch) -> None:
    monkeypatch.setenv("DATELINE_FAILURE_URL", "https://a.example/s3cret")
    assert "s3cret" not in repr(Settings()) + str(Settings())


def test_a_feed_with_a_password_is_refused_before_anything_is_kept(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="without it") as refused:
        tasks.land(["https://user:s3cret@paper.example/feed"], Settings(warehouse=tmp_path / "w"))
    assert "s3cret" not in str(refused.value)
    assert not (tmp_path / "w").exists()
