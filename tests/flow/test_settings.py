from pathlib import Path

import pytest
from pydantic import ValidationError

from flows.settings import Settings


def test_arguments_come_before_the_environment_and_that_before_pyproject(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "pyproject.toml").write_text("[tool.dateline]\nworkers = 3\nbatch_size = 7\nengine = 'local'\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_WORKERS", "5")
    monkeypatch.setenv("DATELINE_ENGINE", "processes")
    settings = Settings(engine="prefect")
    assert (settings.workers, settings.batch_size, settings.engine) == (5, 7, "prefect")


def test_a_setting_that_does_not_exist_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "pyproject.toml").write_text("[tool.dateline]\nwarehous = 'x'\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValidationError, match="warehous"):
        Settings()


def test_a_value_that_cannot_be_is_refused():
    with pytest.raises(ValidationError):
        Settings(workers=0)
