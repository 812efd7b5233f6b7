"""Value functions: what a rule's match stands for. ``rules.csv`` names them; each is given its constants behind the name."""

from collections.abc import Callable, Mapping
from typing import Final

from flows.temporal.readers import clocks, days, eras, lengths, months, parts, references, relative, shifts
from flows.temporal.readings import Value

READERS: Final[Mapping[str, Callable[..., Value | None]]] = {
    name: function
    for module in (days, eras, months, parts, relative, shifts, lengths, clocks, references)
    for name, function in vars(module).items()
    if not name.startswith("_") and getattr(function, "__module__", "") == module.__name__
}
