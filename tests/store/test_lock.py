"""One writer at a time, and no lock that outlives its process."""

import os
import signal
import subprocess
import sys

import pytest

from flows.store import WarehouseBusy, locked

HOLD = """
import pathlib, sys, time
from flows.store import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_second_writer_is_told_and_a_killed_one_leaves_no_lock(tmp_path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(WarehouseBusy, match="another run"), locked(tmp_path):
            pass
    finally:
        os.kill(holder.pid, signal.SIGKILL)
        holder.communicate()
    (tmp_path / ".half.parquet.1.tmp").touch()
    with locked(tmp_path, wait_seconds=5):
        assert not list(tmp_path.rglob("*.tmp"))
