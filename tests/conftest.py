"""What several stages' tests share: a warehouse with its marts, built once."""

import shutil
from pathlib import Path

import pytest

from flows import tasks
from flows.model import DATABASE, BuildResult, build
from flows.settings import Settings
from tests.model import sample

SAMPLES = Path(__file__).parents[1] / "seeds" / "reports"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, in whatever order: else the last one runs alone."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    """The sample's warehouse with its marts, in a folder whose name SQL, globs and templates could trip over; and the build."""
    warehouse = tmp_path_factory.mktemp("it's [a] {ware} house")
    sample.write(warehouse, sample.tellings())
    return warehouse, build(warehouse, unit_tests=True)


@pytest.fixture(scope="session")
def marts(built: tuple[Path, BuildResult]) -> Path:
    """The sample's warehouse with its marts."""
    return built[0]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Five of the sample reports: three batches of two, or five of one."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in sorted(SAMPLES.glob("00[2-6]*.txt")):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def no_marts(monkeypatch: pytest.MonkeyPatch):
    """Stages up to store; dbt has its own tests, and takes seconds."""
    monkeypatch.setattr(tasks.model, "build", _build)
    monkeypatch.setattr(tasks, "publish", _publish)


def _build(warehouse: Path) -> BuildResult:
    (warehouse / DATABASE).touch()
    return BuildResult(warehouse / DATABASE, published=True)


def _publish(settings: Settings) -> Path:
    return settings.warehouse
