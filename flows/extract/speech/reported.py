"""Speech reported in a clause: its cues, what each reports, and who is its subject."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from flows.extract.clauses.chunks import Chunk, Clause, is_bare
from flows.extract.clauses.phrases import Phrase, phrase_list
from flows.extract.clauses.slots import right_slots
from flows.extract.clauses.subjects import main_subject, subject
from flows.extract.speech.contents import (
    OPENING,
    said_of_clause,
    said_of_complement,
    said_of_name,
    said_of_question,
    trim,
)
from flows.extract.speech.cues import Cue, cues, no_sources
from flows.language.cues import any_of, cue_words

_SOURCE: Final = re.compile(r"\baccording to\b", re.I)
_GOING_ON: Final = frozenset({"added", "stressed", "underscored", "emphasised", "emphasized", "maintained", "noted"})
_EMBEDDING: Final = frozenset({"how", "why", "what"})  # open a clause whose subject does not speak
_SPOKEN: Final = frozenset({"will", "would", "must", "can", "should"})  # not: some might say
_PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
_PRESENT: Final = frozenset({"is", "are", "has", "have", "does", "do", "will", "can", "must"})
_NOBODY: Final = frozenset({"no", "nobody", "none", "neither"})
_ASKING: Final = "ask"  # somebody to do something, or what stands in quotation marks
_ENOUGH: Final = 2  # words of a content


class Said(NamedTuple):
    """A cue with what it reports: spans, the phrases of the speaker, and the speaker as printed where that is more."""

    cue: tuple[int, int]
    content: tuple[int, int]
    speaker: list[Phrase]
    printed: tuple[int, int] | None = None
    shows: bool = False  # ``, highlighting the need for …``: what happened may show it, and nobody say it
    names: bool = False  # a thing, no clause: ``highlighted the need for …``


def reported(clause: Clause, inside: Sequence[tuple[int, int]]) -> Iterator[Said]:
    """The reported speech of a clause. Cues in ``inside`` (quotations) are left to what is quoted."""
    verbs = (i for i, chunk in enumerate(clause.chunks) if chunk.kind == "V")
    cued = [(i, cue) for i in verbs if (cue := _cue(clause, i)) and _speaks(clause, i, cue)]
    found: list[Said] = []
    stop = clause.end
    for n, (at, cue) in reversed(list(enumerate(cued))):
        said = _said(clause, at, cue, stop, first=_is_first(clause, at, cued[:n]))
        if said and not any(s <= said.cue[0] < e for s, e in inside):
            found.append(said)
            stop = clause.chunks[at].start if _carries_on(clause, at) else _opening(clause, at, said)
    yield from (said for said in reversed(found) if not _repeats(clause.text, said, found))
    yield from _sources(clause)


def _repeats(text: str, said: Said, found: Sequence[Said]) -> bool:
    """A cue behind what another has opened: ``She said “…,” she said``, ``He said the road was closed, he said``."""
    start, end = said.content
    openers = (one for one in found if one.content[1] == end and start <= one.cue[0] < one.content[0])
    again = (
        text[end : said.cue[0]].strip(" ,\n").lower() in _PRONOUNS
    )  # not: He said the road was closed, the paper reported
    return end <= said.cue[0] and any(
        text[one.content[0] - 1] in OPENING or (again and text[start : one.cue[0]].strip().lower() in _PRONOUNS)
        for one in openers
    )


def _opening(clause: Clause, at: int, said: Said) -> int:
    """Where what an earlier cue reports must end: before a speaker who is named at the end of it all (``…, she said``)."""
    if not said.speaker:
        return clause.end
    first, chunks = said.speaker[0].first, clause.chunks
    if first > 1 and chunks[first - 1].kind == "R" and chunks[first - 2].kind in "PX":
        return chunks[first - 2].start  # said the road was closed, to which the mayor replied
    if said.content[1] > said.cue[0]:
        return clause.end
    return min(clause.chunks[said.speaker[0].first].start, clause.chunks[at].start)


def _is_first(clause: Clause, at: int, before: list[tuple[int, Cue]]) -> bool:
    """Whether no cue before the one at ``at`` reports anything; asked only of what goes on with a speaker."""
    return not _carries_on(clause, at) or not any(_said(clause, a, c, clause.end, first=True) for a, c in before)


def _carries_on(clause: Clause, at: int) -> bool:
    """A further cue of the same speaker: ``, adding that``, ``and added that``."""
    left = next((c for c in reversed(clause.chunks[:at]) if c.kind != "Y"), None)
    return clause.chunks[at].form.gerund or (left is not None and left.kind == "C")


def _cue(clause: Clause, at: int) -> Cue | None:
    chunk = clause.chunks[at]
    if chunk.form.infinitive or chunk.form.negated:
        return None
    for cue in cues().get(chunk.head.word, ()):
        behind = clause.words[chunk.last + 1 : chunk.last + 1 + len(cue.rest)]
        if cue.tag == "base" and chunk.head.tag != "S" and chunk.form.modal not in _SPOKEN:
            continue  # some might say, but analysts say
        if cue.frame == "views":
            if _has_view(clause, at, cue):
                return cue
        elif behind == cue.rest or (cue.frame == "issues" and behind and behind[0].rstrip("s") == cue.rest[0]):
            return cue
    return None


def _has_view(clause: Clause, at: int, cue: Cue) -> bool:
    """Whether the noun of a cue is the object of the verb at ``at``, and ``that`` follows it: ``took the plea that``."""
    behind = clause.chunks[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].head.word.rstrip("s") == cue.rest[0] and behind[1].kind == "W"


def _speaks(clause: Clause, at: int, cue: Cue) -> bool:
    """Not a passive: ``was told`` reports what somebody heard; but ``it was added`` and ``was told by X`` are the speaker's."""
    chunk = clause.chunks[at]
    if chunk.form.passive and cue.frame == "tells" and _teller(clause, at):
        return True
    said_on = chunk.first > 0 and clause.words[chunk.first - 1] == "it" and chunk.head.word in _GOING_ON
    if _is_parted(clause, at):
        return False
    return not chunk.form.passive or (said_on and not chunk.form.modal)  # it may be added: nobody's words


def _is_parted(clause: Clause, at: int) -> bool:
    """A passive whose auxiliary stands apart: was on Thursday told."""
    left = next((c for c in reversed(clause.chunks[:at]) if c.kind not in ("T", "P", "Y")), None)
    return (
        left is not None and left.kind == "V" and all(t.tag == "A" for t in clause.tokens[left.first : left.last + 1])
    )


def _said(clause: Clause, at: int, cue: Cue, stop: int, *, first: bool) -> Said | None:
    chunk = clause.chunks[at]
    verb = chunk.head
    span = (verb.start, _end_of(clause, at, cue))
    speaker = _subject(clause, at, first=first)
    if speaker and clause.chunks[speaker[0].first].word in _NOBODY:
        return None
    main = _main_clause(clause, at) if chunk.form.gerund else -1
    if main >= 0:
        stop, speaker = clause.chunks[main - 1].start, phrase_list(clause.chunks, main)[0]
    stop = min(stop, _own_deed(clause, at, speaker))
    if cue.frame == "asks":
        content = said_of_question(clause, at, stop)
    elif cue.frame == "calls":
        content = said_of_name(clause, at, stop) if speaker else None
    elif cue.frame in ("orders", "issues", "terms"):
        content = said_of_complement(clause, at, cue, stop)
        if content is None and cue.lemma == _ASKING:
            content = said_of_question(clause, at, stop)
        if content is None and cue.lemma == _ASKING and chunk.first == chunk.last:
            content, speaker = said_of_clause(clause, at, cue._replace(frame="quotes"), speaker, stop)
    else:
        content, speaker = said_of_clause(clause, at, cue, speaker, stop)
    if content and main >= 0:
        content = trim(clause.text, content[0], min(content[1], stop))
    shows = cue.frame == "says_np"
    return (
        Said(span, content, speaker, shows=shows and chunk.form.gerund, names=shows and not _is_clause(clause, content))
        if content and len(clause.text[content[0] : content[1]].split()) >= _ENOUGH
        else None
    )


def _end_of(clause: Clause, at: int, cue: Cue) -> int:
    """Where a cue ends with the words or the noun behind its verb."""
    if cue.frame == "views":
        return clause.chunks[at + 1].end
    return clause.tokens[clause.chunks[at].last + len(cue.rest)].end


def _own_deed(clause: Clause, at: int, speaker: list[Phrase]) -> int:
    """Where the speaker's next deed opens behind what the cue at ``at`` reports: ``urged them to vote, and met the mayor``."""
    chunks = clause.chunks
    joined = (j for j in range(at + 2, len(chunks)) if chunks[j].kind == "V" and chunks[j - 1].kind == "C")
    own = (j for j in joined if chunks[j].form.finite and speaker and subject(clause, j) == speaker)
    return next((chunks[j - 1].start for j in own if not _goes_on_there(clause, at, j)), clause.end)


def _goes_on_there(clause: Clause, at: int, joined: int) -> bool:
    """Whether a verb behind ``and`` belongs to what the cue at ``at`` reports.

    It does if the verb of that is still to come (``said that amid growing trade and planned tolls it was vital``), if it tells what may be
    (``said the dam leaks and could break``), or if both are of the present (``said the town is quiet and welcomes guests``).
    """
    if clause.chunks[joined].form.modal:
        return True
    inside = clause.chunks[at + 1 : joined]
    finite = [c for c in inside if c.kind == "V" and c.form.finite]
    if not finite:
        behind = next((c for c in clause.chunks[joined + 1 :] if c.kind in "WRU" or c.form.finite), None)
        return behind is not None and behind.form.finite and any(c.kind == "W" for c in inside)
    past = clause.chunks[at].head.tag == "V"
    return past and _is_present(clause, finite[-1]) and _is_present(clause, clause.chunks[joined])


def _is_present(clause: Clause, verb: Chunk) -> bool:
    """Whether a verb tells what is or will be: ``welcomes``, ``is open``, ``will open``."""
    first = clause.tokens[verb.first]
    return first.tag == "S" or first.word in _PRESENT


def _is_clause(clause: Clause, content: tuple[int, int]) -> bool:
    """Whether ``that`` opens what was said."""
    return clause.text[: content[0]].rstrip(" ,").endswith("that")


def _main_clause(clause: Clause, at: int) -> int:
    """The chunk that opens the main clause behind an opening participle (``Stressing that …, the minister said``), or -1."""
    chunks = clause.chunks
    if any(c.kind in ("V", "NP") for c in chunks[:at]):
        return -1
    for i in range(at + 2, len(chunks)):
        if chunks[i].kind == "NP" and chunks[i - 1].kind == ",":
            behind = (c for c in chunks[phrase_list(chunks, i)[1] :] if c.kind not in ("Y", "T", "P"))
            verb = next(behind, None)
            if verb and verb.form.finite:
                return i
    return -1


def _subject(clause: Clause, at: int, *, first: bool) -> list[Phrase]:
    """The speaker's phrases; none where whoever spoke last goes on: ``, adding that``, ``it was added``."""
    chunk = clause.chunks[at]
    if chunk.form.passive:
        return _teller(clause, at)
    if not first:
        return []
    embedded = any(c.kind == "W" or c.word in _EMBEDDING for c in clause.chunks[:at])
    if chunk.form.gerund and embedded:
        return main_subject(clause)
    speaking = subject(clause, at)
    governed = bool(speaking) and speaking[0].first > 0 and clause.chunks[speaking[0].first - 1].kind == "P"
    return (
        main_subject(clause) if chunk.form.gerund and governed else speaking
    )  # prayers for the family killed, saying …


def _teller(clause: Clause, at: int) -> list[Phrase]:
    """Who told a passive's subject: ``was told by the family that …``; nobody without ``that``."""
    slots = right_slots(clause, at + 1)
    return slots.by_preposition.get("by", []) if slots.content else []


def is_told(clause: Clause) -> bool:
    """Whether somebody unnamed tells (``the meeting was briefed that``): what ``was added`` then is not the last speaker's."""
    for at, chunk in enumerate(clause.chunks):
        if chunk.kind == "V" and chunk.form.passive:
            cue = _cue(clause, at)
            if cue and cue.frame == "tells" and not _teller(clause, at):
                return True
    return False


def _sources(clause: Clause) -> Iterator[Said]:
    """``According to X, …`` and ``…, according to X``."""
    if clause.text.find("ccording to", clause.start, clause.end) < 0:
        return
    for found in _SOURCE.finditer(clause.text, clause.start, clause.end):
        at = clause.chunk_at(found.end())
        if at >= len(clause.chunks) or clause.chunks[at].kind != "NP":
            continue
        if clause.chunks[at].head.word in no_sources():
            continue
        phrases = phrase_list(clause.chunks, at)[0][:1]
        told = _source_end(clause, phrases[0].last)
        end = _behind_description(clause, told)
        opening = found.start() - clause.start < 4
        content = trim(clause.text, end, clause.end) if opening else trim(clause.text, clause.start, found.start())
        if content and any(c.kind == "V" and content[0] <= c.start < content[1] for c in clause.chunks):
            yield Said(found.span(), content, phrases, (clause.chunks[at].start, told))


def _behind_description(clause: Clause, end: int) -> int:
    """Where what tells who a source is ends: ``according to the lab, which is the oldest, …``, ``according to X, head of Y, …``."""
    chunks, comma = clause.chunks, clause.chunk_at(end)
    opens = chunks[comma + 1 : comma + 2]
    if comma >= len(chunks) or chunks[comma].kind != "," or not opens:
        return end
    named = clause.tokens[chunks[comma - 1].last].tag == "m" or clause.text[chunks[comma - 1].head.start].isupper()
    described = opens[0].kind == "R" or is_bare(opens[0]) or (named and _tells_post(clause, opens[0]))
    closes = (i for i in range(comma + 2, len(chunks) - 2) if chunks[i].kind == "," and chunks[i + 2].kind != ",")
    return next((chunks[i].start for i in closes), end) if described else end


def _tells_post(clause: Clause, chunk: Chunk) -> bool:
    """Whether a noun phrase is a post, told by a noun for those who lead or speak for others: the head of …, no Chief Court."""
    return chunk.kind == "NP" and _leads().search(clause.text, chunk.start, chunk.end) is not None


@cache
def _leads() -> re.Pattern[str]:
    """Finds the noun of a post at its end or before the body that it is of."""
    nouns = any_of(cue_words("leaders of bodies"))
    return re.compile(rf"\b{nouns}(?: general)?(?=$|\s(?:of|for|at|in|to)\b)", re.I)


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
