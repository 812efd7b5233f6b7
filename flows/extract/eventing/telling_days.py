"""When something was said, which is not when that happened: ``said on Friday that …``."""

from typing import Final

from flows.extract.clauses.chunks import Clause, verb_left_of
from flows.extract.clauses.subjects import has_finite, is_finite
from flows.extract.eventing.nominal import FUTURE
from flows.extract.speech.cues import cues, is_saying
from flows.language.cues import cue_words

_WRITTEN: Final = cue_words("tellings")
_BEFORE_SAYING: Final = frozenset({",", "NP", "P", "Y"})


def dates_saying(clause: Clause, i: int, at: int) -> bool:
    """Whether the time of chunk ``i`` stands beside a reporting verb not at ``at``: ``said on Friday that …``, ``on Friday said …``."""
    chunks = clause.chunks
    if chunks[0].word == "according" and i < at and all(c.kind != "," for c in chunks[:i]):
        return True  # According to a release issued on Friday, …
    left = i - 2 if i > 0 and chunks[i - 1].kind == "P" else i - 1
    left -= left > 1 and chunks[left].kind == "Y" and chunks[left - 1].kind == "NP"  # told reporters here on Friday
    if left > 2 and chunks[left].head.word in _WRITTEN and chunks[left - 1].kind == "P":
        left -= 2  # said in a statement on Sunday
    if left > 1 and chunks[left].kind == "NP" and chunks[left - 1].kind == "V":
        left -= 1  # told reporters on Tuesday
    right = i + 1
    if left < 1 and right < len(chunks) and chunks[right].kind == ",":  # On Sunday, officials said …
        right = next((k for k in range(right, len(chunks)) if chunks[k].kind not in _BEFORE_SAYING), right)
    beside = [chunks[k] for k in (left, right) if 0 <= k < len(chunks) and k != at]
    return any(c.kind == "V" and c.head.word in cues() for c in beside)


def opens_saying(clause: Clause, i: int, at: int) -> bool:
    """Whether a time stands in what opens a sentence before who speaks: ``Addressing a rally on Monday, he said jobs would be …``."""
    chunks = clause.chunks
    comma = next((k for k in range(i + 1, at) if chunks[k].kind == ","), -1)
    opens = comma > 0 and not has_finite(chunks, 0, comma)
    return opens and any(is_finite(chunks, k) and is_saying(chunks[k].head.word) for k in range(comma, at))


def is_of_content(clause: Clause, i: int, at: int) -> bool:
    """Whether a month or year lies in what is said to come behind the event: ``lauded it, hoping that it would grow this year``."""
    opened = next((k for k in range(i - 1, at, -1) if clause.chunks[k].kind == "W"), -1)
    return opened > 0 and has_finite(clause.chunks, opened + 1, i)


def is_foretold(clause: Clause, i: int, at: int) -> bool:
    """Whether the time of chunk ``i`` before an event is that of what will be: ``said it would rain this week, and advised …``."""
    told = verb_left_of(clause.chunks, i) if i < at else None
    return told is not None and told.form.modal in FUTURE
