"""Posts that a comma parts from their body, before their holders: Director General, Valley Food Authority, Asim Javed, Secretary, …"""

import re
from typing import Final

from flows.extract.recognizers.units import Units

_BODY_AND_NAME: Final = re.compile(r",(?P<body>O(?:\([OA]\))?P?),H*(?P<name>[GC](?:b?[GCQ]){1,3})(?=[,.;|a(xe])")
_NAME: Final = frozenset("GCQj")


class Parted:
    """Reads the titles of a text from left to right. Behind a name and a comma a title is that holder's, unless the holder before him has
    his own before the name: then the list goes on so."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._goes_on = -1  # the comma behind the last holder whose post stood before him

    def body(self, first: int, last: int, core: int) -> int:
        """Where a post ends whose title is the units ``first`` to ``last``: behind its body, where a name follows that."""
        codes = self._units.codes
        if codes[last] != "," or last != core + 1 or self._service(core) == "military":
            return last
        match = _BODY_AND_NAME.match(codes, last)
        if match is None or (codes[first - 1] == "," and codes[first - 2] in _NAME and first - 1 != self._goes_on):
            return last
        self._goes_on = match.end()
        return match.end("body")

    def _service(self, core: int) -> str | None:
        return self._units.entries[self._units.starts[core]].row.get("service")
