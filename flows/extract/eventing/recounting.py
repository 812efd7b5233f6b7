"""What somebody tells in a report, apart from what the report tells: what a speaker recounts is not the day's news."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from flows.extract.clauses.cast import Cast
from flows.extract.clauses.chunks import Clause
from flows.extract.clauses.parties import parties
from flows.extract.clauses.subjects import subject
from flows.extract.speech.cues import cues
from flows.language.cues import cue_words

_FRAMES: Final = frozenset({"says", "says_that", "says_np", "tells"})
_NO_FRAMES: Final[frozenset[str]] = frozenset()
_OPEN: Final = frozenset({"says", "tells"})  # what is said needs no "that"
_ONE: Final = frozenset({"he", "she", "i"})
_WRITS: Final = cue_words("writs")
_SPOKEN_FOR: Final = "spokes"  # spokesman, spokesperson
_OURS: Final = frozenset({"we", "i", "our", "my", "us", "me"})


def is_recounted(clause: Clause, at: int, cast: Cast) -> bool:
    """Whether chunk ``at`` is recounted by a person: in what he or she said, or in a quotation.

    What police, witnesses, spokesmen, releases and other bodies say is how news are told.
    """
    cue = _cue_before(clause, at)
    while cue >= 0 and not _is_personal(clause, cue, cast) and (outer := _cue_before(clause, cue)) >= 0:
        cue = outer  # she said the summary claimed …
    if cue < 0:
        quoted, cue = _is_quoted(clause, at), _cue_behind(clause, at)
        if quoted:
            return cue < 0 or _is_personal(clause, cue, cast)
        return cue > 1 and _closes_with(clause, cue) and _is_personal(clause, cue, cast)
    return cue >= 0 and _is_personal(clause, cue, cast)


def _is_quoted(clause: Clause, at: int) -> bool:
    """Whether chunk ``at`` stands between quotation marks, or in a sentence in the first person that has none."""
    first = clause.chunks[at].first
    marks = [i for i, t in enumerate(clause.tokens) if t.tag == '"']
    if not marks:
        ours = not _OURS.isdisjoint(clause.words)
        return ours and any(t.word in _OURS and clause.text[t.start : t.end] != "US" for t in clause.tokens)
    open_before = sum(i < first for i in marks) % 2 == 1
    return open_before or (first < marks[0] and _closes(clause.text, clause.tokens[marks[0]].start))


def _closes(text: str, position: int) -> bool:
    """Whether the quotation mark at a position ends a quotation; a straight one does behind another mark: ``…,"``."""
    return text[position] == "”" or (text[position] == '"' and text[position - 1 : position] in (",", ".", "?", "!"))


def _cue_behind(clause: Clause, at: int) -> int:
    """Index of the reporting verb that ends a quotation: ``…, the statement said``; or -1."""
    indices = range(len(clause.chunks) - 1, at, -1)
    return next((i for i in indices if clause.chunks[i].kind == "V" and _frames(clause, i)), -1)


def _closes_with(clause: Clause, cue: int) -> bool:
    """Whether a sentence ends with who said it: ``…, he added.``"""
    chunks = clause.chunks
    told = "NP" if "tells" in _frames(clause, cue) else ""  # he told a news channel on Friday
    closing = all(c.kind in ".TPY" or c.kind == told for c in chunks[cue + 1 :])
    return chunks[cue - 2].kind == "," and chunks[cue - 1].kind == "NP" and closing


def _cue_before(clause: Clause, at: int) -> int:
    """Index of the reporting verb in whose content chunk ``at`` stands, or -1."""
    for i in range(at - 1, -1, -1):
        chunk = clause.chunks[i]
        if chunk.kind == "V" and not chunk.form.infinitive and (frames := _frames(clause, i)):
            if _is_while_said(clause, i):
                continue
            opened = any(c.kind == "W" for c in clause.chunks[i + 1 : at])
            if (opened or frames & _OPEN) and not _is_joined(clause, i, at):
                return i
    return -1


def _is_while_said(clause: Clause, cue: int) -> bool:
    """Whether when it was said stands behind the verb, and nothing of what: ``he said while talking to a guest who …``."""
    behind = clause.chunks[cue + 1 : cue + 3]
    return len(behind) > 1 and behind[0].word in ("while", "after") and behind[1].form.gerund


def _frames(clause: Clause, at: int) -> frozenset[str]:
    return _reporting().get(clause.chunks[at].head.word, _NO_FRAMES)


@cache
def _reporting() -> Mapping[str, frozenset[str]]:
    """The frames of each word that reports what somebody says."""
    return {word: frames for word, found in cues().items() if (frames := _FRAMES & {cue.frame for cue in found})}


def _is_joined(clause: Clause, cue: int, at: int) -> bool:
    """Whether the verb at ``at`` has the subject of the reporting verb: ``said the road was open and directed …``."""
    if clause.chunks[at].kind != "V":
        return False
    acting = subject(clause, at)
    return bool(acting) and acting[0].first < cue


def _spoken_first(clause: Clause, cue: int) -> int:
    """Index of the reporting verb that ``adding`` at ``cue`` carries on, or ``cue``: ``said A was B who did C, adding …``."""
    if not clause.chunks[cue].form.gerund:
        return cue
    indices = range(cue - 1, -1, -1)
    spoken = (
        i for i in indices if clause.chunks[i].kind == "V" and clause.chunks[i].form.finite and _frames(clause, i)
    )
    return next(spoken, cue)


def _is_personal(clause: Clause, cue: int, cast: Cast) -> bool:
    """Whether a person speaks, or a meeting was told."""
    if clause.chunks[cue].form.passive:
        return True
    speaking = subject(clause, _spoken_first(clause, cue))
    if not speaking:
        return False
    if clause.chunks[speaking[0].first].head.word in _ONE | _WRITS:
        return True
    found = parties(clause, speaking, cast)
    named = bool(found) and found[0].ordinal is not None and found[0].kind in ("person", "post")
    return named and _SPOKEN_FOR not in (found[0].post or "").lower()
