from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A temporary Prefect server with a database of its own. Starting it takes ten to forty seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PREFECT_HOME", str(tmp_path_factory.mktemp("prefect")))
        for name in ("PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
            patch.delenv(name, raising=False)
        from flows import local_prefect

        local_prefect.prepare()
        from prefect.testing.utilities import prefect_test_harness

        with prefect_test_harness(server_startup_timeout=local_prefect.START_SECONDS):
            yield
