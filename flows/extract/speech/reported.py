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
_FREE: Final = frozenset({"says", "tells", "quotes"})  # need no "that"
_ENOUGH: Final = 2  # words of a content


class Said(NamedTuple):
    """A cue with what it reports: spans, the phrases of the speaker, and the speaker as printed where that is more."""

    cue: tuple[int, int]
    content: tuple[int, int]
    speaker: list[Phrase]
    printed: tuple[int, int] | None = None


def reported(clause: Clause, inside: tuple[tuple[int, int], ...]) -> Iterator[Said]:
    """The reported speech of a clause. Cues in ``inside`` (quotations) are left to what is quoted."""
    cued = [(i, cue) for i in range(len(clause.chunks)) if (cue := _cue(clause, i)) and _speaks(clause, i)]
    found: list[Said] = []
    stop = clause.end
    for n, (at, cue) in reversed(list(enumerate(cued))):
        said = _said(clause, at, cue, stop, first=n == 0)
        if said and not any(s <= said.cue[0] < e for s, e in inside):
            found.append(said)
            stop = clause.chunks[at].start if _carries_on(clause, at) else clause.end
    yield from reversed(found)
    yield from _sources(clause)


def _carries_on(clause: Clause, at: int) -> bool:
    """A further cue of the same speaker: ``, adding that``, ``and added that``."""
    left = next((c for c in reversed(clause.chunks[:at]) if c.kind != "Y"), None)
    return clause.chunks[at].form.gerund or (left is not None and left.kind == "C")


def _cue(clause: Clause, at: int) -> Cue | None:
    chunk = clause.chunks[at]
    if chunk.kind != "V" or chunk.form.infinitive or chunk.form.negated:
        return None
    for cue in cues().get(clause.tokens[chunk.last].word, ()):
        behind = clause.tokens[chunk.last + 1 : chunk.last + 1 + len(cue.rest)]
        if cue.tag in ("base",) and not chunk.form.modal:
            continue
        if tuple(t.word for t in behind) == cue.rest or (cue.frame == "issues" and cue.rest and _issues(behind, cue)):
            return cue
    return None


def _speaks(clause: Clause, at: int) -> bool:
    """Not a passive: ``was told`` reports what somebody heard; but ``it was added`` is the speaker's."""
    chunk = clause.chunks[at]
    return not chunk.form.passive or (chunk.first > 0 and clause.tokens[chunk.first - 1].word == "it")


def _issues(behind: object, cue: Cue) -> bool:
    words = [t.word for t in behind]  # type: ignore[attr-defined]
    return bool(words) and words[0].rstrip("s") == cue.rest[0]


def _said(clause: Clause, at: int, cue: Cue, stop: int, *, first: bool) -> Said | None:
    chunk = clause.chunks[at]
    verb = clause.tokens[chunk.last]
    span = (verb.start, clause.tokens[chunk.last + len(cue.rest)].end if cue.rest else verb.end)
    speaker = _subject(clause, at, first=first)
    if cue.frame in ("orders", "issues", "terms"):
        content = _complement(clause, at, cue)
    else:
        content, speaker = _clause_said(clause, at, cue, speaker, stop)
    return Said(span, content, speaker) if content and _words(clause, content) >= _ENOUGH else None


def _subject(clause: Clause, at: int, *, first: bool) -> list[Phrase]:
    """The speaker's phrases; none where whoever spoke last goes on: ``, adding that``, ``it was added``."""
    chunk = clause.chunks[at]
    if chunk.form.passive or (chunk.form.gerund and not first):
        return []
    return subject(clause, at)


def _complement(clause: Clause, at: int, cue: Cue) -> tuple[int, int] | None:
    """``to`` and what follows it behind the addressee; ``that …`` too; what somebody termed a thing."""
    chunk = clause.chunks[at]
    if chunk.form.passive:
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
    if _inverted(clause, at):
        return trim(clause.text, clause.start, chunk.start), phrase_list(clause.chunks, at + 1)[0][:1]
    start = clause.chunks[speaker[0].first].start if speaker else clause.tokens[chunk.first - chunk.form.passive].start
    behind = _behind_addressee(clause, at, cue)
    left = _left(clause, start) if start < chunk.end else None
    right = _right(clause, cue, behind, stop)
    if left and right and not _that(clause, behind):
        return max(left, right, key=lambda span: span[1] - span[0]), speaker
    return right or left, speaker


def _left(clause: Clause, end: int) -> tuple[int, int] | None:
    """A clause before the speaker that ends in a comma or quotation mark."""
    span = trim(clause.text, clause.start, end) if _ends_open(clause.text, end) else None
    return span if span and _has_verb(clause, *span) else None


def _right(clause: Clause, cue: Cue, start: int, stop: int) -> tuple[int, int] | None:
    """A clause behind the cue: with ``that``, or without where the cue allows it."""
    span = trim(clause.text, start, _cut(clause.text, start, stop))
    if span is None or _that(clause, start):
        return span
    following = clause.chunk_at(start)
    kind = clause.chunks[following].kind if following < len(clause.chunks) else ""
    if cue.frame == "says_np":
        return span if kind == "NP" else None
    return span if cue.frame in _FREE and kind != "P" and _has_verb(clause, *span) else None


def _inverted(clause: Clause, at: int) -> bool:
    """``…, said a spokesperson``: a comma or quotation mark before the verb, the speaker behind it."""
    chunks = clause.chunks
    if at + 1 >= len(chunks) or chunks[at + 1].kind != "NP" or chunks[at].form.gerund or at == 0:
        return False
    last = phrase_list(chunks, at + 1)[1]
    ends = last >= len(chunks) or chunks[last].kind in ",V" or chunks[last].first > clause.chunks[at].last + 8
    return chunks[at - 1].kind in ',"' and ends and _has_verb(clause, clause.start, chunks[at - 1].start)


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
    if clause.text.find("ccording to", clause.start, clause.end) < 0:
        return
    for found in _SOURCE.finditer(clause.text, clause.start, clause.end):
        at = clause.chunk_at(found.end())
        if at >= len(clause.chunks) or clause.chunks[at].kind != "NP":
            continue
        phrases = phrase_list(clause.chunks, at)[0][:1]
        end = _source_end(clause, phrases[0].last)
        opening = found.start() - clause.start < 4
        content = trim(clause.text, end, clause.end) if opening else trim(clause.text, clause.start, found.start())
        if content and _has_verb(clause, *content):
            yield Said(found.span(), content, phrases, (clause.chunks[at].start, end))


def _source_end(clause: Clause, at: int) -> int:
    """Where a source ends that may go on behind its noun phrase: ``a statement issued by the ministry``."""
    comma = next((c for c in clause.chunks[at + 1 :] if c.kind in (",", ";", '"')), None)
    if comma:
        return comma.start
    return (
        clause.chunks[at].end
        if at + 1 < len(clause.chunks) and clause.chunks[-1].kind != "NP"
        else clause.chunks[-1].end
    )
