"""Arrow without pandas, which it would import as soon as it is given a list, to see that the list is no Series.

That takes 0.3 s and 48 MB of every process (2026-11, pyarrow 26, pandas 3.1). It looks once: so it is let look in vain. Who asks
for a DataFrame has it look again, and gets one.
"""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec

import pyarrow as pa


class _Hidden(MetaPathFinder):
    """Lets pandas not be found."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: object = None) -> ModuleSpec | None:
        """Raises ImportError for pandas; of others, says nothing."""
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)
        return None


def look_in_vain() -> None:
    """Has Arrow look for pandas where it is not imported yet, and find none."""
    if "pandas" in sys.modules:
        return
    hidden = _Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        pa.array([])
    finally:
        sys.meta_path.remove(hidden)
