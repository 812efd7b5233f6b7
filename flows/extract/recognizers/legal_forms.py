"""Names that the legal form of a firm closes: Norvix Foods, Inc.; and legal forms that close none."""

import re
from collections.abc import Iterator
from typing import Final

from flows.extract.recognizers.spans import Body
from flows.extract.recognizers.units import Units

_FORM: Final = re.compile(r"(?P<comma>,?)F+(?:\.(?!\|))?")
_IN_FIRM: Final = frozenset("CAOKGQWULINPMJYid")
_TOLD_FIRM: Final = frozenset("CAOKGQi")


def firms(units: Units) -> Iterator[Body]:
    """The names that the short legal form of a firm closes, left to right, apart: Norvix Foods, Inc."""
    until = 0
    for form in _FORM.finditer(units.codes):
        first, last = form.span()
        first -= units.codes[first - 1 : first] == "s"  # Weisfield's Inc.
        while first > until and (units.codes[first - 1] in _IN_FIRM or _joins(units, first - 1)):
            first -= 1
        first -= _opens(units, first, form.start())
        first = _with_first_trade(units, first, form.start(), until)
        run, is_dotted = units.codes[first : form.start()], "." in units.words(form.end("comma"), form.end("comma") + 1)
        is_initials = len(units.words(form.end("comma"), last)) < 3  # AG, SE are other things, too
        if is_initials and (form["comma"] or _TOLD_FIRM.isdisjoint(run)):
            continue
        if not run.strip("PNMd"):
            continue  # Punjab Ltd
        if is_dotted and units.codes[last] in "GCQ":
            continue  # Justice Ali S.A. Khan
        yield Body(first, last, "O", "name of a firm")
        until = last


def without_forms(units: Units) -> Units:
    """The units with legal forms that close no firm's name as what they look like: initials (S.A. Khan), abbreviations."""
    if "F" in units.codes:
        forms = {i: "i" if "." in units.words(i, i + 1) else "A" for i, code in enumerate(units.codes) if code == "F"}
        units.codes = "".join(forms.get(i, code) for i, code in enumerate(units.codes))
    return units


def _joins(units: Units, at: int) -> bool:
    """A word that joins two words of a firm's trade: Oil & Gas, Oil and Gas."""
    return units.codes[at] == "a" and (units.words(at, at + 1) == "&" or units.codes[at - 1 : at + 2] == "WaW")


def _with_first_trade(units: Units, first: int, end: int, until: int) -> int:
    """Where a firm's name begins that 'and' would part before a mere trade: Zorvan Inspection and Certification Co Ltd."""
    if first - 2 < until or units.codes[first - 1] != "a" or units.codes[first:end].strip("WUK"):
        return first
    begin = first - 1
    while begin > until and units.codes[begin - 1] in "CWGQPUK":
        begin -= 1
    return begin if {"C", "G"} & set(units.codes[begin : first - 1]) else first


def _opens(units: Units, first: int, end: int) -> bool:
    """A common word that opens the sentence begins the name where nothing else would tell the firm from others: Heartland Foods, Inc."""
    if units.codes[first:end].strip("KLW") or first in (0, end) or units.codes[first - 1] != "x":
        return False
    return units.words(first - 1, first)[0].isupper() and (first == 1 or units.codes[first - 2] in '|"')
