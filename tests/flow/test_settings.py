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


@pytest.mark.parametrize("given", ["file:///srv/press", "file:/srv/press", Path("file:///srv/press"), "/srv/press"])
def test_a_folder_may_be_given_by_its_address(given):
    assert Settings(warehouse=given).warehouse == Path("/srv/press")


@pytest.mark.parametrize("given", ["s3://bucket/press", Path("s3://bucket/press"), "memory://x", "gs://b"])
def test_an_object_store_is_refused_and_no_folder_of_its_name_is_made(given):
    with pytest.raises(ValidationError, match="network file system"):
        Settings(warehouse=given)


def test_a_colon_in_a_folder_is_none_of_an_address():
    assert Settings(warehouse="a: b/c:d").warehouse == Path("a: b/c:d")


@pytest.mark.parametrize(
    "given", ["s3://bucket/press", "abfs://press@account.dfs.core.windows.net/x", "sftp://me@host/x"]
)
def test_a_share_is_an_address(given: str):
    assert Settings(share=given).share == given


@pytest.mark.parametrize("given", ["s3://key:hidden-42@bucket/press", "https://host/x?sig=hidden-42"])
def test_a_password_in_the_address_of_a_share_is_refused_and_not_repeated(given: str):
    with pytest.raises(ValidationError, match="environment") as told:
        Settings(share=given)
    assert "hidden-42" not in str(told.value)
