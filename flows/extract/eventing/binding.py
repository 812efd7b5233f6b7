"""What a time does in its clause: dates it, names or limits another thing, or tells of which thing is meant."""

from typing import Final

from flows.contract.records import Time
from flows.extract.clauses.chunks import Clause

LIMITS: Final = frozenset({"since", "before", "until", "till"})
_BRACKET: Final = 80  # characters
_BINDING: Final = frozenset(
    {"in", "of", "for", "over", "about", "against", "regarding"}
)  # a day after these: May 9 cases
_IN: Final = frozenset({"in", "during", "by", "early", "late", "mid"})
_COMPARED: Final = frozenset({"over", "than", "against", "from"})  # up 8pc over last year
_IN_IT: Final = frozenset({"in", "during", "at"})
_UNDATING: Final = LIMITS | {"dated"}  # a letter dated March 5
_TO: Final = frozenset({"to", "till", "until", "-", "–"})
_PART: Final = "part_alone"
_NAMED: Final = "named_day"
NAMES: Final = frozenset({_NAMED, _PART})  # Eid greetings, the morning assembly
_ARTICLES: Final = frozenset({"the", "a", "an"})


def is_bound(clause: Clause, time: Time) -> bool:
    """Whether a time dates another thing (``the May 9 cases``), or tells but a limit (``since Monday``)."""
    at = _token_of(clause, time)
    if at == 0:
        return False
    before = clause.tokens[at - 1]
    if is_bracketed(clause.text, time.char_start) or _ends_range(clause, at):
        return True
    behind = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else before
    modifies = at + 1 < len(clause.tokens) and behind.tag in "Nm" and not _opens(clause, at)
    if behind.tag == "'" and before.word not in _IN_IT:
        return True  # condemned Monday's remarks, but said in Monday's order
    if behind.word == "as" and (before.tag in "GVB" or before.word.endswith("ing")):
        return True  # designating March 8 as Women's Day
    if time.rule in NAMES and (before.tag == "'" or (modifies and before.word != "on")):
        return True  # Eid greetings, the Azerbaijan's Independence Day
    if time.rule == _NAMED and (before.tag == "G" or (before.word == "after" and not modifies)):
        return True  # held for celebrating Eid, will go after Eid
    return (
        before.word in _UNDATING
        or before.word in _ARTICLES
        or (modifies and (before.tag in "D'" or before.word in _BINDING))
    )


def _token_of(clause: Clause, time: Time) -> int:
    return next(i for i, t in enumerate(clause.tokens) if t.start == time.char_start)


def _ends_range(clause: Clause, at: int) -> bool:
    """Whether the time at token ``at`` is an end of a range, or the day after: ``between May and July``, ``eve of Monday’s``."""
    words = clause.words[max(0, at - 3) : at]
    times = [t.tag == "T" for t in clause.tokens[max(0, at - 2) : at]]
    if words[-2:] == ("eve", "of") or words[-1] == "between":
        return True
    joined = len(times) > 1 and times[0]
    return joined and (words[-1] in _TO or (words[-1] == "and" and words[0] == "between"))


def is_bracketed(text: str, position: int) -> bool:
    """Whether a character stands in brackets, where a time says when what is named before it lasts: ``a camp (2nd to 8th June)``."""
    first = max(0, position - _BRACKET)
    return text.rfind("(", first, position) > text.rfind(")", first, position)


def is_adverbial(clause: Clause, time: Time) -> bool:
    """Whether a month or year dates the clause (``in 2021``), not a thing in it (``the 2021 bombing``)."""
    at = _token_of(clause, time)
    if time.precision == "year" and clause.words[at][0].isdigit():
        return at > 0 and clause.words[at - 1] in _IN  # the Finance Bill, 2025
    return at == 0 or (
        clause.words[at - 1] not in _COMPARED
        and clause.tokens[at - 1].tag in "PUCV,YNm"
        and not (at + 1 < len(clause.tokens) and clause.tokens[at + 1].tag in "Nm" and not _opens(clause, at))
    )


def _opens(clause: Clause, at: int) -> bool:
    """Whether the time at token ``at`` opens a sentence, and whoever is named behind it acts: ``In August 2024 Judge Bello ordered …``."""
    told = clause.chunks[3:4]
    opens = at == 1 and bool(told) and clause.tokens[0].tag == "P"
    return opens and clause.tokens[2].tag == "m" and told[0].kind == "V"
