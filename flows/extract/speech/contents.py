"""What was said: the clause on the side of a cue where its content stands."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from flows.extract.clauses.chunks import Chunk, Clause, is_bare
from flows.extract.clauses.descriptions import noun_kinds
from flows.extract.clauses.phrases import Phrase, phrase_list, skip_left
from flows.extract.clauses.slots import right_slots
from flows.extract.clauses.words import NOUN, listed
from flows.extract.speech.cues import Cue, is_saying
from flows.language.cues import cue_words

Span = tuple[int, int]

_LEAD: Final = re.compile(r"[\s,:“”\"‘.–—-]*(?:that\b[\s,]*)?[\s“\"‘]*", re.I)
_TAIL: Final = ' \n\t,.;:”"“–—'
_JOINING: Final = re.compile(r"\s(?:and|but)$")  # leads to what the speaker did or said next
_LONGEST_JOINING: Final = 5  # characters, a line's end with them
_CITED: Final = re.compile(r",\s+according to\s[^,;]+$")  # who told of it, not what was said
_CLOSING: Final = ("”", '"', "”,", '",')
OPENING: Final = ("“", '"', "‘")
_FREE: Final = frozenset({"says", "tells", "quotes"})  # need no "that"
_HAVE: Final = frozenset({"has", "have", "had"})
_SUBJECTS: Final = frozenset({"he", "she", "it", "they", "we", "there"})
_CLOSED: Final = re.compile(  # nothing behind a verb but whom it was told, where and when
    r"(?:\s+(?:an? |the )?(?:reporters|journalists|lawmakers|parliament|(?:press|news) conference|state television"
    r"|[A-Z][\w.’']*(?:\s[A-Z][\w.’']*){0,3}))?"
    r"(?:\s+(?:(?:in|on|at|during|after)\s+[^,;:.]{1,50}|here|today|later))?\s*[.”\"]*\s*$"
)
_SENTENCE: Final = (
    4  # words before ``…, X said`` at the end of a sentence, which say something, whether or not their verb is known
)
_LONG: Final = 8  # chunks before an inverted verb that must hold a clause, whether or not its verb is known
_WHEN: Final = frozenset({"after", "before", "when", "while", "as", "hours", "days"})
_PLAIN: Final = "say"
_EARLY: Final = 8  # tokens in which a clause has its verb
_SCORED: Final = "add"  # which a player does, too: added a fourth since he came
_DAYS: Final = ("day", "today", "tomorrow", "week", "month", "year", "morning", "evening", "night")
_LED: Final = (["led", "by"], ["headed", "by"])
_QUESTIONS: Final = frozenset({"whether", "if", "what", "why", "how", "who", "when", "where", "which"})
_ASKED: Final = "asked"
_ASKED_OF: Final = frozenset("DNmI'")  # tags of whom one asks
_CLAIMS: Final = cue_words("what may be claimed")
_THAT_ALONE: Final = frozenset({"views", "that"})
_NEVER_INVERTED: Final = _THAT_ALONE | {"tells"}
_OBJECTS: Final = frozenset(
    {"that", "says_that", "says_np"}
)  # frames of verbs that have a thing behind them, and nobody who is told
_BEFORE_THAT: Final = 7  # chunks between a cue and "that": said in a statement on Monday that


def said_of_complement(clause: Clause, at: int, cue: Cue, stop: int) -> Span | None:
    """``to`` and what follows it behind the addressee; ``that …`` too; what somebody termed a thing."""
    chunk = clause.chunks[at]
    if chunk.form.passive:
        return None
    if cue.frame == "terms":
        noun = clause.chunks[at + 1 : at + 2] and clause.chunks[at + 1].kind == "P"  # the terms of reference
        return None if noun else trim(clause.text, chunk.end, stop)
    content = right_slots(clause, at + 1).content
    return (
        trim(clause.text, content[0], min(content[1], stop)) if content and _is_order(clause.text, content[0]) else None
    )


def _is_order(text: str, start: int) -> bool:
    """Whether a complement is an infinitive or a ``that`` clause, not what somebody was told of."""
    return text.startswith("to ", start) or text[:start].rstrip().endswith("that")


def said_of_question(clause: Clause, at: int, stop: int) -> Span | None:
    """What somebody asked, from the word that opens the question on, behind whom he asked: ``asked the clerk why it was late``."""
    if clause.chunks[at].form.passive or clause.chunks[0].kind == "U" or (at == 0 and is_bare(clause.chunks[0])):
        return None  # asked whether it was late, the mayor …
    asked = clause.tokens[clause.chunks[at].last + 1 :]
    for token in asked:
        if token.word in _QUESTIONS:
            return trim(clause.text, token.start, stop)
        if token.tag not in _ASKED_OF:
            return None
    return None


def said_of_name(clause: Clause, at: int, stop: int) -> Span | None:
    """What somebody called a thing, between quotation marks: ``called the report “garbage”``."""
    verb = clause.chunks[at]
    opens = clause.text.find("“", verb.end, stop)
    closes = clause.text.find("”", opens, stop + 1) if opens > 0 else -1
    between = [c.kind for c in clause.chunks[at + 1 :] if c.start < opens]
    named = between and between[0] == between[-1] == "NP" and {"NP", "P", "T"}.issuperset(between)
    return trim(clause.text, opens, closes) if named and closes > 0 and not verb.form.passive else None


def said_of_clause(
    clause: Clause, at: int, cue: Cue, speaker: list[Phrase], stop: int
) -> tuple[Span | None, list[Phrase]]:
    """What was said, on the side of the cue where it stands, and the speaker, who may follow the verb."""
    chunk = clause.chunks[at]
    if cue.frame not in _NEVER_INVERTED and _is_inverted(clause, at):
        return trim(clause.text, clause.start, chunk.start), phrase_list(clause.chunks, at + 1)[0][:1]
    start = clause.chunks[speaker[0].first].start if speaker else clause.tokens[chunk.first - chunk.form.passive].start
    apart = chunk.form.gerund or (at > 0 and clause.chunks[at - 1].kind == "R")  # all of whom insisted
    left = _left(clause, cue, start) if start < chunk.end and not apart and not _has_object(clause, at, cue) else None
    that = _that(clause, at)
    if that is not None and cue.frame in _OBJECTS and not cue.rest and _is_of_thing(clause.chunks[at + 1]):
        that = None
    if cue.frame in _THAT_ALONE:
        beside = bool(speaker) and speaker[-1].last + 1 == at  # “We will build it,” he promised
        quoted = left if beside and cue.frame == "that" and _quoted(clause.text, start) else None
        return (trim(clause.text, that, stop) if that is not None else quoted), speaker
    if that is not None:
        return trim(clause.text, that, _cut(clause.text, that, stop)), speaker
    around = _subject_of(clause, at, speaker)
    right = (
        _right(clause, cue, _behind_addressee(clause, at, cue), stop) if around < 0 else trim(clause.text, around, stop)
    )
    if left and right and not _quoted(clause.text, start):
        return max(left, right, key=lambda span: span[1] - span[0]), speaker
    return left or right, speaker


def _subject_of(clause: Clause, at: int, speaker: list[Phrase]) -> int:
    """Where the subject of what was said begins that ``he added`` parts from its verb (``The city, he added, had paid``), or -1."""
    chunks = clause.chunks
    comma = speaker[0].first - 1 if speaker else 0
    if comma < 1 or speaker[-1].last + 1 != at or chunks[comma - 1].kind != "NP":
        return -1
    behind = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind == "NP")  # told reporters
    verb = behind + 1 + (behind + 1 < len(chunks) and chunks[behind + 1].kind == "Y")
    parted = verb < len(chunks) and chunks[comma].kind == chunks[behind].kind == "," and chunks[verb].kind == "V"
    first = next(i for i, c in enumerate(chunks) if c.kind in ("NP", "P"))
    if not parted or not chunks[verb].form.finite or any(c.kind in 'VURW;"' for c in chunks[first:comma]):
        return -1
    return chunks[first].start


def _is_of_thing(behind: Chunk) -> bool:
    """Whether ``that`` behind a noun phrase says more of a thing, and tells nothing: ``highlighted the losses that farmers face``."""
    return behind.kind == "NP" and behind.head.word not in _CLAIMS


def _has_object(clause: Clause, at: int, cue: Cue) -> bool:
    """Whether a verb that mostly leads to ``that`` has a thing behind it, which then is what it tells: ``declared support for them``."""
    return cue.frame == "says_that" and bool(clause.chunks[at + 1 : at + 2]) and clause.chunks[at + 1].kind == "NP"


def _left(clause: Clause, cue: Cue, end: int) -> Span | None:
    """A clause before the speaker that ends in a comma or quotation mark; a subordinate one needs its main clause."""
    quoted = _quoted(clause.text, end)
    if (
        not quoted
        and (
            cue.frame == "quotes"
            or (
                clause.chunks[0].word == _ASKED and is_bare(clause.chunks[0])
            )  # asked if it was late, the mayor said no
            or not clause.text[max(0, end - 4) : end].rstrip().endswith((",", "’", "—", "–", "?", "!"))
        )
    ):
        return None
    span = trim(clause.text, clause.start, end)
    if span is None:
        return None
    opens = clause.text[clause.start : span[0]].strip().startswith(OPENING)
    if (quoted and opens) or _main_verbs(clause, *span):
        return span
    verb = next((c for c in clause.chunks if c.start >= end and c.kind == "V"), None)
    ends = verb is not None and _CLOSED.match(clause.text, verb.end, clause.end)
    return span if ends and len(clause.text[span[0] : span[1]].split()) >= _SENTENCE else None


def _main_verbs(clause: Clause, start: int, end: int) -> int:
    """Finite verbs outside subordinate clauses: each subordinator, ``that`` or relative takes one verb, up to the next comma."""
    found = taken = 0
    for chunk in clause.chunks:
        if not start <= chunk.start < end:
            continue
        if chunk.kind in ("U", "R", "W"):
            taken = 1
        elif chunk.kind == ",":
            taken = 0
        elif chunk.kind == "V" and chunk.form.finite:
            found += not taken
            taken = 0
    return found


def _right(clause: Clause, cue: Cue, start: int, stop: int) -> Span | None:
    """A clause behind a cue that needs no ``that``: it begins with a noun phrase that a verb follows, or with a quotation."""
    span = trim(clause.text, start, _cut(clause.text, start, stop))
    if span is None:
        return None
    at = min(clause.chunk_at(start), len(clause.chunks) - 1)
    following = clause.chunks[at]
    if following.kind == "," and _leads_away(clause, at + 1):
        return None
    if cue.frame == "says_np":
        return (span[0], _joint(clause, *span)) if following.kind == "NP" else None
    if clause.text[start : span[0]].strip(" ,:").startswith(OPENING):
        return trim(clause.text, span[0], _closed(clause.text, *span))
    free = cue.frame in _FREE or (cue.frame == "says_that" and _is_clause_at(clause, at))
    allowed = free and cue.frame != "quotes" and following.kind != "P"
    told = _main_verbs(clause, *span) if cue.lemma == _SCORED else _verbs(clause, *span)
    told = told or (cue.lemma == _PLAIN and _may_tell(clause, *span))
    return span if allowed and told and not _is_object(clause, following, span) else None


def _is_clause_at(clause: Clause, at: int) -> bool:
    """Whether a clause begins at ``at`` whose subject is a pronoun, or its verb a perfect or modal: insisted ``the road had …``."""
    behind = clause.chunks[at : at + 3]
    if len(behind) > 2 and behind[0].kind == "NP" and behind[1].kind == "," and is_bare(behind[2]):
        comma = next((i for i in range(at + 3, len(clause.chunks)) if clause.chunks[i].kind == ","), at)
        behind = [behind[0], *clause.chunks[comma + 1 : comma + 2]]  # insisted the sale, agreed in May, had been fair
    if len(behind) < 2 or behind[0].kind != "NP" or behind[1].kind != "V":
        return False
    form = behind[1].form
    return form.finite and (
        behind[0].word in _SUBJECTS or bool(form.modal) or behind[1].head.word in _HAVE or form.perfect
    )


def _leads_away(clause: Clause, at: int) -> bool:
    """Whether what a comma parts from a cue tells when it was said, or what else was: ``X said, after he was questioned``."""
    if at >= len(clause.chunks):
        return False
    chunk = clause.chunks[at]
    return chunk.word in _WHEN or (chunk.form.gerund and is_saying(chunk.word))


def _joint(clause: Clause, start: int, end: int) -> int:
    """Where a thing that was said ends before what its speaker did next: ``highlighted the ties and thanked the envoy``."""
    chunks = clause.chunks
    inside = [i for i, c in enumerate(chunks) if c.kind == "C" and start < c.start < end and i + 1 < len(chunks)]
    joints = (i for i in inside if chunks[i + 1].kind == "V" and chunks[i + 1].form.finite)
    joint = next((chunks[i].start for i in joints), end)
    return len(clause.text[:joint].rstrip(_TAIL)) if joint < end else end


def _closed(text: str, start: int, end: int) -> int:
    """Where a quotation behind its cue ends, if what is told of it follows: ``said, “We will go,” which he called a right``."""
    mark = text.find("”", start, end)
    told = mark > start and text[mark - 1] in ",." and "“" not in text[mark:end]
    return mark if told else end


def _is_object(clause: Clause, following: Chunk, span: Span) -> bool:
    """Whether a noun phrase behind the cue is its object: a comma comes before any verb, and sets no more apart than who it is."""
    if following.kind != "NP":
        return False
    inside = [c for c in clause.chunks if span[0] <= c.start < span[1]]
    at = next((i for i, c in enumerate(inside) if c.kind == "," or (c.kind == "V" and c.form.finite)), -1)
    if at < 0 or inside[at].kind != "," or _may_tell(clause, span[0], inside[at].start):
        return False
    return not (inside[at + 1 :] and (inside[at + 1].kind == "R" or _is_set_apart(inside, at)))


def _is_set_apart(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether commas from ``at`` on set apart what only tells who: said X``, 28, a clerk from Y,`` had been held."""
    for i in range(at + 1, len(chunks) - 1):
        told = i == at + 1 and is_bare(chunks[i])  # the sale, agreed in May, had been fair
        if chunks[i].kind in ("R", "W") or (chunks[i].kind == "V" and chunks[i].word != "aged" and not told):
            return False
        if chunks[i].kind == "," and chunks[i + 1].kind == "V" and chunks[i + 1].word != "aged":
            return chunks[i + 1].form.finite
    return False


def _is_inverted(clause: Clause, at: int) -> bool:
    """``…, said a spokesperson``: a comma or quotation mark before the verb, the speaker behind it."""
    chunks = clause.chunks
    if at + 1 >= len(chunks) or chunks[at + 1].kind != "NP" or chunks[at].form.gerund or at == 0:
        return False
    head = chunks[at + 1].head
    if head.tag == NOUN and any(letter.isdigit() for letter in head.word):
        return False  # the premier, on a visit, announced a Rs7 cut
    last = phrase_list(chunks, at + 1)[1]
    # a bare participle belongs to the speaker: said a release issued here
    bare = last < len(chunks) and chunks[last].kind == "V" and not chunks[last].form.finite_by_auxiliary
    bare = bare and chunks[last].head.tag != "A"  # said the road was long
    quoted = _quoted(clause.text, chunks[at].start)
    goes_on = last < len(chunks) and not (quoted and chunks[last].kind in "UR") and _goes_on(chunks, last)
    placed = last < len(chunks) and chunks[last].kind in ("UPYR" if quoted else "UPY") and not goes_on  # said one who
    ends = last >= len(chunks) or chunks[last].kind == "," or bare or placed or chunks[last].first > chunks[at].last + 8
    if chunks[at - 1].kind not in ',"' or not ends:
        return False
    document = noun_kinds().get(chunks[at + 1].head.word) == "document"
    return document or at >= _LONG or quoted or _main_verbs(clause, clause.start, chunks[at - 1].start) > 0


def _goes_on(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a finite verb follows before the next comma: the phrase behind the cue was its subject, no speaker."""
    until = next((i for i in range(at, len(chunks)) if chunks[i].kind == ","), len(chunks))
    verbs = (i for i in range(at, until) if chunks[i].kind == "V" and chunks[i].form.finite)
    return any(
        chunks[i].form.finite_by_auxiliary or (i + 1 < until and chunks[i + 1].kind in ("NP", "W")) for i in verbs
    )


def _behind_addressee(clause: Clause, at: int, cue: Cue) -> int:
    """Where what was said can begin: behind the verb, and behind who was told."""
    chunk = clause.chunks[at]
    behind = clause.chunks[at + 1 : at + 3]
    if cue.frame == "tells" and behind and behind[0].kind == "NP" and not behind[-1].form.finite_by_auxiliary:
        last = _last_of_addressee(clause.chunks, at + 1)
        return _behind_occasion(clause, last + 1) or clause.chunks[last].end
    end = clause.tokens[chunk.last + len(cue.rest)].end
    return _behind_day(clause, clause.chunk_at(end)) or end


def _last_of_addressee(chunks: Sequence[Chunk], at: int) -> int:
    """Index of the last chunk of who was told, with who led them: ``told a delegation led by X that …``; at least ``at``."""
    if [c.word for c in chunks[at + 1 : at + 3]] in _LED and at + 3 < len(chunks):
        return phrase_list(chunks, at + 3)[1] - 1
    return at


def _behind_occasion(clause: Clause, at: int) -> int:
    """Where ``here on Tuesday,`` ends behind who was told, or 0: neither belongs to what was said."""
    here = at + (at < len(clause.chunks) and clause.chunks[at].word == "here")
    kinds = "".join(c.kind if len(c.kind) == 1 else "n" for c in clause.chunks[here : here + 3])
    set_apart = kinds.startswith(("PT,", "T,"))
    if set_apart and here > at:
        return clause.chunks[here + kinds.index(",")].end
    return _behind_day(clause, here) or (clause.chunks[at].end if here > at else 0)


def _behind_day(clause: Clause, at: int) -> int:
    """Where a day behind a verb ends that a clause follows (``said on Tuesday it would …``), or 0."""
    kinds = "".join(c.kind if len(c.kind) == 1 else "n" for c in clause.chunks[at : at + 3])
    day = at + kinds.startswith("P")
    if kinds.startswith("T") and not clause.chunks[at].word.endswith(_DAYS):
        return 0  # said Labour Day was …
    return clause.chunks[day].end if kinds.startswith(("PTn", "Tn")) else 0


def _that(clause: Clause, at: int) -> int | None:
    """Where ``that`` begins behind the verb at ``at``, with no more than an addressee, a time and a place between."""
    led = _last_of_addressee(clause.chunks, at + 1)
    for chunk in clause.chunks[led + 1 if led > at + 1 else at + 1 :][:_BEFORE_THAT]:
        if chunk.kind == "W":
            return None if _is_relative(clause.chunks, chunk) else chunk.start
        if chunk.kind == "U" and chunk.word in _WHEN:
            continue  # said after a meeting with the mayor that
        if chunk.kind not in ("NP", "P", "X", "T", "Y", "(", ",") or (
            chunk.kind == "," and chunk is not clause.chunks[at + 1]
        ):
            return None
    return None


def _is_relative(chunks: Sequence[Chunk], that: Chunk) -> bool:
    """Whether ``that`` is itself the subject of the verb behind it: ``in an order that also allowed …``."""
    at = chunks.index(that)
    behind = next((c for c in chunks[at + 1 :] if c.kind != "Y" or c.word == "there"), None)
    left = skip_left(chunks, at - 1)
    named = left >= 0 and (chunks[left].kind == "NP" or chunks[at - 1].kind == '"')
    return named and behind is not None and behind.kind == "V" and behind.form.finite


def _cut(text: str, start: int, stop: int) -> int:
    """Where content ends before a further cue: at the comma that opens it."""
    comma = text.rfind(",", start, stop)
    opens = comma > start and len(text[comma:stop].split()) <= 3
    return comma if opens and stop < len(text) and text[stop - 1] == " " else stop


def _quoted(text: str, position: int) -> bool:
    """Whether a quotation ends right before a position."""
    return text[max(0, position - 4) : position].rstrip().endswith(_CLOSING)


def _may_tell(clause: Clause, start: int, end: int) -> bool:
    """Whether a word that reads like a noun may be the verb of a clause: ``the case raises doubts``, ``officers deserve more``."""
    inside = [t for t in clause.tokens if start <= t.start < end]
    return any(
        one.tag in "Nm" and two.tag == NOUN and listed().get(two.word) == ("B" if one.word.endswith("s") else "S")
        for one, two in pairwise(inside[:_EARLY])
    )


def _verbs(clause: Clause, start: int, end: int) -> int:
    return sum(c.kind == "V" and c.form.finite and start <= c.start < end for c in clause.chunks)


def trim(text: str, start: int, end: int) -> Span | None:
    """A span without ``that``, quotation marks and punctuation around it."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    end = start + len(text[start:end].rstrip(_TAIL))
    cited = _CITED.search(text, start, end)
    if cited:
        end = cited.start()
    joined = _JOINING.search(text, max(start, end - _LONGEST_JOINING), end)
    if joined:
        end = start + len(text[start : joined.start()].rstrip(_TAIL))
    return (start, end) if end > start else None
