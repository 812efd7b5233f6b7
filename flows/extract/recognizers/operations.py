"""How far the name of an operation goes, which any word with a capital may be part of."""

from typing import Final

from flows.extract.recognizers.units import Units

SUBJECTS: Final = frozenset({"Justice", "General"})  # Justice Department, General Motors


def end_of_operation(units: Units, end: int) -> int:
    """Where the name of an operation ends, which any word with a capital may be part of: Operation Sea Angel, Operation Swift Justice."""
    while units.codes[end] in "CGPQWAZUKLIYJ" or units.words(end, end + 1) in SUBJECTS or _is_one_word(units, end):
        if units.words(end, end + 1)[0].islower():
            break
        end += 1
    is_owned = units.codes[end] == "s" and units.codes[end + 1] in "CW"  # Operation Zorvan's Chariots
    return end_of_operation(units, end + 1) if is_owned else end


def _is_one_word(units: Units, at: int) -> bool:
    """A listed body of one word, which names an operation, too: Operation New Dawn."""
    return units.codes[at] == "O" and units.words(at, at + 1).isalpha()
