import http.server
import threading
from collections.abc import Iterator

import pytest

from flows import engines, local_prefect
from flows.settings import Settings


@pytest.fixture
def no_prefect(monkeypatch: pytest.MonkeyPatch, tmp_path):
    for name in ("PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    monkeypatch.setattr(local_prefect, "LOOPBACK", "http://127.0.0.1:9/api")
    return tmp_path


@pytest.fixture
def api() -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            known = {"/api/health": b"true", "/other/health": b"<html>"}
            self.send_response(200 if self.path in known else 404)
            self.end_headers()
            self.wfile.write(known.get(self.path, b""))

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/api"
    server.shutdown()


def test_without_an_api_the_run_is_in_this_process(no_prefect):
    choice = engines.choose("auto")
    assert choice.engine == "local" and "dateline ui" in choice.reason


def test_a_configured_api_is_used(no_prefect, monkeypatch: pytest.MonkeyPatch, api: str):
    monkeypatch.setenv("PREFECT_API_URL", api)
    assert engines.choose("auto") == engines.Choice("prefect", f"its API answers at {api}")


def test_an_api_of_the_active_profile_is_used(no_prefect, api: str):
    (no_prefect / "profiles.toml").write_text(f'active = "mine"\n[profiles.mine]\nPREFECT_API_URL = "{api}"\n')
    assert engines.choose("auto").engine == "prefect"


def test_a_server_that_answers_on_loopback_is_used(no_prefect, monkeypatch: pytest.MonkeyPatch, api: str):
    monkeypatch.setattr(local_prefect, "LOOPBACK", api)
    assert engines.choose("auto").engine == "prefect"


def test_a_named_engine_is_taken(no_prefect):
    assert engines.choose("processes").engine == "processes"


def test_a_profile_file_that_is_broken_is_no_api(no_prefect):
    (no_prefect / "profiles.toml").write_text("active = [")
    assert local_prefect.configured_api() is None


def test_a_configured_api_that_is_down_is_not_waited_for(no_prefect, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert engines.choose("auto").engine == "local"
    with pytest.raises(ConnectionError, match="does not answer"):
        engines.choose("prefect")


def test_dask_without_an_address_says_what_is_missing(no_prefect, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DATELINE_DASK_ADDRESS", raising=False)
    with pytest.raises(ConnectionError, match="--address"):
        engines.run("dask", [], Settings(engine="dask"))


def test_another_server_on_the_port_is_not_prefect(no_prefect, monkeypatch: pytest.MonkeyPatch, api: str):
    monkeypatch.setattr(local_prefect, "LOOPBACK", api.replace("/api", "/other"))
    assert engines.choose("auto").engine == "local"
