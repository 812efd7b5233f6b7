"""Speech reported in a clause: the cue's verb, what was said on its left or right, and who is its subject."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from flows.extract.clauses.chunks import Clause
from flows.extract.clauses.slots import Phrase, phrase_list, right_slots, subject
from flows.extract.speech.cues import Cue, cues

_LEAD: Final = re.compile(r"[\s,:“”\"‘.–—-]*(?:that\b[\s,]*)?[\s“\"‘]*", re.I)
_TAIL: Final = ' \n\t,.;:”"“–—'
_SOURCE: Final = re.compile(r"\baccording to\b", re.I)
_ENOUGH: Final = 3  # words of a content


class Said(NamedTuple):
    """A cue with what it reports: spans, and the phrases of the speaker."""

    cue: tuple[int, int]
    content: tuple[int, int]
    speaker: list[Phrase]


def reported(clause: Clause, inside: tuple[tuple[int, int], ...]) -> Iterator[Said]:
    """The reported speech of a clause. Cues in ``inside`` (quotations) are left to what is quoted."""
    found = [(i, cue) for i in range(len(clause.chunks)) if (cue := _cue(clause, i))]
    for n, (at, cue) in enumerate(found):
        stop = clause.chunks[found[n + 1][0]].start if n + 1 < len(found) else clause.end
        said = _said(clause, at, cue, stop)
        if said and not any(s <= said.cue[0] < e for s, e in inside):
            yield said
    yield from _sources(clause)


def _cue(clause: Clause, at: int) -> Cue | None:
    chunk = clause.chunks[at]
    if chunk.kind != "V" or chunk.infinitive or chunk.negated:
        return None
    for cue in cues().get(clause.tokens[chunk.last].word, ()):
        behind = clause.tokens[chunk.last + 1 : chunk.last + 1 + len(cue.rest)]
        if cue.tag in ("base",) and not chunk.modal:
            continue
        if tuple(t.word for t in behind) == cue.rest or (cue.frame == "issues" and cue.rest and _issues(behind, cue)):
            return cue
    return None


def _issues(behind: object, cue: Cue) -> bool:
    words = [t.word for t in behind]  # type: ignore[attr-defined]
    return bool(words) and words[0].rstrip("s") == cue.rest[0]


def _said(clause: Clause, at: int, cue: Cue, stop: int) -> Said | None:
    chunk = clause.chunks[at]
    verb = clause.tokens[chunk.last]
    span = (verb.start, clause.tokens[chunk.last + len(cue.rest)].end if cue.rest else verb.end)
    speaker = [] if chunk.passive else subject(clause, at)
    if cue.frame in ("orders", "issues", "terms"):
        content = _complement(clause, at, cue)
    else:
        content, speaker = _clause_said(clause, at, cue, speaker, stop)
    return Said(span, content, speaker) if content and _words(clause, content) >= _ENOUGH else None


def _complement(clause: Clause, at: int, cue: Cue) -> tuple[int, int] | None:
    """``to`` and what follows it behind the addressee; ``that …`` too; what somebody termed a thing."""
    chunk = clause.chunks[at]
    if chunk.passive:
        return None
    slots = right_slots(clause, at + 1)
    if cue.frame == "terms":
        return trim(clause.text, chunk.end, clause.end)
    return trim(clause.text, *slots.content) if slots.content and _orders(clause, slots.content[0]) else None


def _orders(clause: Clause, start: int) -> bool:
    """Whether a complement is an infinitive or a ``that`` clause, not what somebody was told of."""
    return clause.text.startswith("to ", start) or clause.text[:start].rstrip().endswith("that")


def _clause_said(
    clause: Clause, at: int, cue: Cue, speaker: list[Phrase], stop: int
) -> tuple[tuple[int, int] | None, list[Phrase]]:
    """What was said, on the side of the cue where it stands, and the speaker, who may follow the verb."""
    chunk = clause.chunks[at]
    start = clause.chunks[speaker[0].first].start if speaker else chunk.start
    left = trim(clause.text, clause.start, start) if start < chunk.end else None
    right_from = _behind_addressee(clause, at, cue)
    right = trim(clause.text, right_from, _cut(clause.text, right_from, stop))
    if left and not _ends_open(clause.text, start):
        left = None
    if (
        not speaker
        and left
        and chunk.kind == "V"
        and at + 1 < len(clause.chunks)
        and clause.chunks[at + 1].kind == "NP"
    ):
        return left, phrase_list(clause.chunks, at + 1)[0][:1]
    left_ok = left and _has_verb(clause, *left)
    right_ok = (
        right and _has_verb(clause, *right) and (_that(clause, right_from) or cue.frame in ("says", "tells", "quotes"))
    )
    if cue.frame == "says_that" and not _that(clause, right_from) and not left_ok:
        return None, speaker
    if left_ok and right_ok and left and right and not _that(clause, right_from):
        return (left if left[1] - left[0] > right[1] - right[0] else right), speaker
    return (right if right_ok else left if left_ok else None), speaker


def _behind_addressee(clause: Clause, at: int, cue: Cue) -> int:
    """Where what was said can begin: behind the verb, and behind who was told."""
    chunk = clause.chunks[at]
    if cue.frame == "tells" and at + 1 < len(clause.chunks) and clause.chunks[at + 1].kind == "NP":
        return clause.chunks[at + 1].end
    return clause.tokens[chunk.last + len(cue.rest)].end


def _cut(text: str, start: int, stop: int) -> int:
    """Where content ends before a further cue: at the comma that opens it."""
    comma = text.rfind(",", start, stop)
    return (
        comma
        if comma > start and len(text[comma:stop].split()) <= 3 and stop < len(text) and text[stop - 1] == " "
        else stop
    )


def _that(clause: Clause, position: int) -> bool:
    return clause.text[position : position + 12].strip(" ,").lower().startswith("that")


def _ends_open(text: str, position: int) -> bool:
    """Whether the text before a speaker ends a quotation or at a comma."""
    before = text[max(0, position - 4) : position].rstrip()
    return before.endswith((",", "”", '"', "’", "—", "–", ",”", "?", "!"))


def _has_verb(clause: Clause, start: int, end: int) -> bool:
    return any(c.kind == "V" and start <= c.start < end for c in clause.chunks)


def _words(clause: Clause, span: tuple[int, int]) -> int:
    return len(clause.text[span[0] : span[1]].split())


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without ``that``, quotation marks and punctuation around it."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1] in _TAIL:
        end -= 1
    return (start, end) if end > start else None


def _sources(clause: Clause) -> Iterator[Said]:
    """``According to X, …`` and ``…, according to X``."""
    for found in _SOURCE.finditer(clause.text, clause.start, clause.end):
        at = clause.chunk_at(found.end())
        if at >= len(clause.chunks) or clause.chunks[at].kind != "NP":
            continue
        phrases, behind = phrase_list(clause.chunks, at)
        opening = found.start() - clause.start < 4
        end = _source_end(clause, behind)
        content = trim(clause.text, end, clause.end) if opening else trim(clause.text, clause.start, found.start())
        if content and _has_verb(clause, *content):
            yield Said(found.span(), content, phrases)


def _source_end(clause: Clause, at: int) -> int:
    """Where the source's phrase ends: the first comma behind it."""
    comma = next((c for c in clause.chunks[at:] if c.kind == ","), None)
    return comma.end if comma else clause.chunks[min(at, len(clause.chunks) - 1)].start
