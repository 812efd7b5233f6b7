"""The place of an event: what stands behind ``at`` and ``in``, what was visited, what was struck."""

from collections.abc import Iterable, Sequence
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.chunks import Clause, opener
from flows.extract.clauses.subjects import has_finite, is_finite
from flows.extract.eventing.tense import EARLIER, REACTING
from flows.extract.speech.cues import is_saying
from flows.language.cues import cue_words

_STRIKES: Final = cue_words("strikes a place")
_WHERE: Final = frozenset({"at", "in", "near", "inside", "outside", "off"})
_PARTS: Final = cue_words("parts of a place")
_HALLS: Final = cue_words("halls")
_WITHIN: Final = frozenset({"of", "in"})
_TOPICAL: Final = frozenset({"about", "regarding", "concerning", "over", "following", "after"})
_ATTACKS: Final = cue_words("attacks")
_MATTERS: Final = cue_words("matters talked of")
_ALONG: Final = frozenset({"on", "along"})
_THROUGH: Final = frozenset({"through", "across"})
_GATHERINGS: Final = cue_words("gatherings")
_STATIONED: Final = cue_words("stationed")
_MOVED: Final = cue_words("moved")
_NO_PLACES: Final = cue_words("named after places")
_COMES_ABOUT: Final = cue_words("comes about")
_AMONG: Final = frozenset({"especially", "particularly", "notably"})
_AT: Final = frozenset({"at", "during"})
_LINKING: Final = frozenset({"between", "from"})
_WAYS: Final = (
    "road",
    "street",
    "highway",
    "motorway",
    "expressway",
    "avenue",
    "bypass",
    "bridge",
    "chowk",
    "boulevard",
)


def where(
    mentions: Sequence[Mention],
    clause: Clause,
    at: int,
    aim: tuple[int, int] | None = None,
    *,
    verbal: bool = False,
    deed: bool = False,
) -> int | None:
    """The ordinal of the place or building behind ``at``, ``in``, ``near`` nearest to chunk ``at``, looking right first.

    What another verb tells lies elsewhere: the clause of the event is left at finite verbs, ``that``, relatives and its ``aim``.
    Where the event is but words (``verbal``), what follows them places what they are about, up to the gathering they are said at.
    A ``deed`` lies where what it follows on lies: ``hurt after an explosion in …``.
    """
    indices = range(at + 1, min(_clause_end(clause, at, aim), len(clause.chunks) - 1))
    told: Sequence[int] = (
        _at_gathering(clause, indices) if verbal else indices if deed else _beside_topics(clause, indices)
    )
    tail = _attribution(clause, told)
    right = _located(mentions, clause, [i for i in told if i < tail])
    if right is None and deed and tail == len(clause.chunks):
        right = _located(mentions, clause, _in_when(clause, indices))
    if right is not None or (clause.chunks[at].kind == "NP" and clause.chunks[at - 1].word in EARLIER | REACTING):
        return right  # closed on Monday after the raid, held over a murder: these may lie elsewhere
    there = _antecedent_place(mentions, clause, at)
    if there is not None:
        return there
    of_whom = _of_whom(clause, at)
    before = range(at - 1, max(_own_clause(clause, at), of_whom), -1)
    apart = (i for i in before if not _is_workplace(mentions, clause, i) and not (verbal and _is_of_noun(clause, i)))
    left = [_narrower(mentions, clause, i) for i in apart if _located(mentions, clause, [i]) is not None][:1]
    found = _located(mentions, clause, [*left, *(i for i in told if i > tail)])
    holds = before.stop < 1 or of_whom < 0  # In X, one was shot and two were robbed
    return _fronted(mentions, clause) if found is None and holds else found


def _in_when(clause: Clause, indices: range) -> range:
    """The chunks behind the verb that tells when a deed came about: ``were killed when their car hit a mine in …``."""
    opened = any(clause.chunks[i].word == "when" for i in indices)
    verb = indices.stop
    told = opened and verb < len(clause.chunks) - 1 and clause.chunks[verb].kind == "V"
    return range(verb + 1, min(_clause_end(clause, verb, None), len(clause.chunks) - 1)) if told else range(0)


def _narrower(mentions: Sequence[Mention], clause: Clause, i: int) -> int:
    """Index of the preposition before the narrower place that stands right before the one at ``i``: ``near the town of X in Y``."""
    left = i - 4 if i > 3 and clause.chunks[i - 2].word == "of" else i - 2
    stands = left >= 0 and clause.chunks[i - 1].kind == clause.chunks[left + 1].kind == "NP"
    return left if stands and _located(mentions, clause, [left]) is not None else i


def _of_whom(clause: Clause, at: int) -> int:
    """Index of the ``who`` whose clause the verb at ``at`` is in, -1 if none: ``In X, a clerk who was robbed in March said``."""
    opened = opener(clause.chunks, at)
    return opened if clause.chunks[at].kind == "V" and clause.chunks[opened].word == "who" else -1


def _antecedent_place(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place that ``where`` stands for, behind a comma: ``was taken to the City Hospital on Monday, where he died``."""
    chunks = clause.chunks
    opened = opener(chunks, at)
    if chunks[opened].word != "where" or opened < 2 or chunks[opened - 1].kind != ",":
        return None
    named = next((i for i in range(opened - 2, -1, -1) if chunks[i].kind not in "TP"), 0)
    told = chunks[named].head
    at_place = chunks[named].kind == "NP" and (told.tag == "m" or told.word in _PARTS | _HALLS)
    return _in_phrase(mentions, clause, named, building=True) if at_place else None


def _fronted(mentions: Sequence[Mention], clause: Clause) -> int | None:
    """The place that opens a sentence, and holds for all of it: ``In X, three people died when …``."""
    chunks = clause.chunks
    opens = len(chunks) > 2 and chunks[0].kind == "P" and chunks[1].kind == "NP" and chunks[2].kind == ","
    return _located(mentions, clause, [0]) if opens else None


def _at_gathering(clause: Clause, indices: range) -> range:
    """The chunks from where words are said at a gathering on: ``discussed the raids in Y at a meeting in X``."""
    chunks = clause.chunks
    said_at = (i for i in indices if chunks[i].word in _AT and chunks[i + 1].head.word in _GATHERINGS)
    return range(next(said_at, indices.stop), indices.stop)


def _attribution(clause: Clause, told: Sequence[int]) -> int:
    """Index of the comma behind which stands who told it (``…, a police officer in Multan said``), or that of the end."""
    chunks = clause.chunks
    for i in told:
        if chunks[i].kind == ",":
            verb = next((c for c in chunks[i + 1 :] if c.kind not in ("NP", "P", "(", ")")), None)
            if verb and verb.kind == "V" and is_saying(verb.head.word) and chunks[i + 1] is not verb:
                return i
    return len(chunks)


def _own_clause(clause: Clause, at: int) -> int:
    """Index of the conjunction behind which the clause of the verb at ``at`` begins with its own subject, or -1."""
    chunks = clause.chunks
    for i in range(at - 1, 0, -1):
        if chunks[i].kind in "RW":
            return -1
        if chunks[i].kind in "CU" and chunks[i + 1].kind == "NP" and _is_told(clause, i):
            told = chunks[at].kind == "V" and (chunks[at].form.finite or chunks[at].form.infinitive)
            return i if told and i + 1 < at else -1
    return -1


def _is_told(clause: Clause, stop: int) -> bool:
    """Whether a finite verb stands in the clause that ends at ``stop``."""
    opened = next((i for i in range(stop - 1, -1, -1) if clause.chunks[i].kind in "RWU"), -1)
    return has_finite(clause.chunks, opened + 1, stop)


def _is_of_noun(clause: Clause, i: int) -> bool:
    """Whether ``in …`` at ``i`` says which thing is meant, and that is no gathering: ``the need for a ceasefire in …``."""
    if i > 2 and clause.chunks[i - 1].kind == "V" and clause.chunks[i - 2].kind == "NP":
        return clause.chunks[i - 3].kind == "P" and not is_finite(clause.chunks, i - 1)  # on talks held in X
    left = clause.chunks[i - 1] if i else None
    return left is not None and left.kind == "NP" and left.head.word not in _GATHERINGS


def _beside_topics(clause: Clause, indices: range) -> list[int]:
    """The chunks behind an event's that hang on no topic and on no reason: ``jailed for stealing a car in …``."""
    chunks = clause.chunks
    reason = next((i for i in indices if chunks[i].form.gerund and chunks[i - 1].word == "for"), indices.stop)
    return [i for i in indices if i <= reason and not _is_topic(clause, i, indices.start - 1)]


def _is_topic(clause: Clause, i: int, at: int) -> bool:
    """Whether ``in …`` at ``i`` hangs on what was talked about or on what came before."""
    chunks = clause.chunks
    noun = (
        i - 3 if i > 3 and chunks[i - 1].kind == "T" and chunks[i - 2].kind == "P" else i - 1
    )  # the attack on Sunday in …
    while noun - 1 > at and chunks[noun].kind == "NP" and chunks[noun - 1].word in _WITHIN:
        noun -= 2  # a briefing about the part of women in schools in …
    topical = _TOPICAL | {"on"} if chunks[noun].head.word in _ATTACKS | _MATTERS else _TOPICAL
    return noun - 1 > at and chunks[noun].kind == "NP" and chunks[noun - 1].word in topical


def _is_workplace(mentions: Sequence[Mention], clause: Clause, i: int) -> bool:
    """Whether ``at …`` at ``i`` says where somebody works: ``the head of sales at Insight Securities``."""
    if i < 1 or clause.chunks[i].word != "at" or clause.chunks[i - 1].kind != "NP":
        return False
    place = clause.chunks[i + 1].head
    return place.tag == "m" and mentions[place.ordinal].kind == "organization"


def _clause_end(clause: Clause, at: int, aim: tuple[int, int] | None) -> int:
    """Index of the chunk at which the clause of the event at ``at`` ends on its right."""
    trigger_is_verb = clause.chunks[at].kind == "V"
    own = not trigger_is_verb  # the verb that says but that it came about: clashes between A and B erupted in X
    for i in range(at + 1, len(clause.chunks)):
        chunk = clause.chunks[i]
        bare = chunk.form.finite and clause.chunks[i - 1].kind == "NP"
        told = chunk.form.finite_by_auxiliary or (bare and not _is_participle(clause, i))
        told = told or (clause.chunks[i - 1].kind == "," and is_saying(chunk.head.word))
        if told and own and chunk.head.word in _COMES_ABOUT and (chunk.form.passive or chunk.word != "held"):
            told = own = False
        apart = (
            chunk.form.infinitive or (chunk.form.gerund and clause.chunks[i - 1].kind == ",") or _is_moved(clause, i)
        )
        if (
            chunk.kind in "WR"
            or apart
            or (told and (trigger_is_verb or i > at + 2))
            or (aim and aim[0] <= chunk.start < aim[1])
        ):
            return i
    return len(clause.chunks)


def _is_moved(clause: Clause, i: int) -> bool:
    """Whether who was told of is then brought somewhere: ``were held and shifted to a camp near X``."""
    chunks = clause.chunks
    moved = chunks[i].head.word in _MOVED and chunks[i - 1].kind in "C,"
    return moved and next((c.word for c in chunks[i + 1 : i + 3] if c.kind != "NP"), "") == "to"


def _is_participle(clause: Clause, i: int) -> bool:
    """Whether what reads like a past tense is one of those who …: ``a group headed by X``."""
    return i + 1 < len(clause.chunks) and clause.chunks[i + 1].word == "by"


def _located(mentions: Sequence[Mention], clause: Clause, indices: Iterable[int]) -> int | None:
    for i in indices:
        if not _locates(clause, i):
            continue
        found = _in_phrase(mentions, clause, i + 1, clause.chunks[i].word == "at")
        wider = None if found is not None and _is_head(mentions, clause, i + 1, found) else _of(mentions, clause, i + 1)
        if found is not None or wider is not None:
            return found if wider is None else wider
    return None


def _locates(clause: Clause, at: int) -> bool:
    """Whether a preposition and the noun phrase behind it may tell where: ``in …``, but ``on …`` only of roads."""
    chunk, following = clause.chunks[at], clause.chunks[at + 1]
    if at and clause.chunks[at - 1].head.word in _STATIONED | _AMONG:
        return False  # a clerk posted at X; order in the province, especially in X
    if following.kind != "NP" or not (chunk.kind == "P" or chunk.word == "off"):
        return False
    return chunk.word in _WHERE or (chunk.word in _ALONG and following.head.word.endswith(_WAYS))


def _is_head(mentions: Sequence[Mention], clause: Clause, at: int, found: int) -> bool:
    """Whether a place is where itself: ``in X``, ``in the X area of Y``; a station's area is no more than part of its town."""
    return clause.chunks[at].head.ordinal == found or not mentions[found].name.lower().endswith("station")


def _of(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place behind ``of``: in the suburbs of Y; the first one that a road links: on the road between Y and Z."""
    chunks = clause.chunks
    follows = at + 2 < len(chunks) and chunks[at + 1].kind == "P" and chunks[at + 2].kind == "NP"
    noun, link = chunks[at].head.word, chunks[at + 1].word if follows else ""
    follows = noun.endswith(_WAYS) if link in _LINKING else link == "of" and noun in _PARTS
    return _in_phrase(mentions, clause, at + 2, False) if follows else None


def _in_phrase(mentions: Sequence[Mention], clause: Clause, at: int, building: bool) -> int | None:
    """The place that a noun phrase names; not whose something is: ``in Pakistan’s history``."""
    chunk = clause.chunks[at]
    if chunk.head.word in _NO_PLACES:
        return None  # in the Middle East war
    for i in range(chunk.first, chunk.last + 1):
        token = clause.tokens[i]
        if token.tag != "m" or (i < chunk.last and clause.tokens[i + 1].tag == "'"):
            continue
        kind = mentions[token.ordinal].kind
        held_by = chunk.head.word in _GATHERINGS  # at a party's meeting in X
        if kind == "place" or (kind == "organization" and building and not held_by):
            return token.ordinal
    return None


def struck_place(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place that an incident at chunk ``at`` struck: ``an earthquake jolted the valley``."""
    chunks = clause.chunks
    if at + 2 >= len(chunks) or chunks[at + 1].kind != "V" or chunks[at + 2].kind != "NP":
        return None
    strikes = chunks[at + 1].head.word in _STRIKES
    return _in_phrase(mentions, clause, at + 2, False) if strikes else None


def attacked_place(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place that an attack was on, where chunk ``at`` tells of it or of its harm: ``hurt in a drone attack on the village of X``."""
    chunks = clause.chunks
    for i in range(at, min(_clause_end(clause, at, None), len(chunks) - 2)):
        attack = chunks[i].kind == "NP" and chunks[i].head.word in _ATTACKS
        if attack and chunks[i + 1].word in ("on", "against") and chunks[i + 2].kind == "NP":
            found = _in_phrase(mentions, clause, i + 2, False)
            return found if found is not None else _of(mentions, clause, i + 2)
    return None


def taken_place(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place that the verb at chunk ``at`` does something to: ``seized the port of X``, ``Y was shelled``."""
    chunks = clause.chunks
    done_to = at + 1
    if chunks[at].form.passive:
        done_to = at - 3 if at > 2 and chunks[at - 2].word == "of" else at - 1
        if done_to > 0 and chunks[done_to - 1].kind == "P":
            return None  # three men from X were shot
    return _named_place(mentions, clause, done_to) if 0 <= done_to < len(chunks) else None


def aimed_place(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place that somebody is sent to: ``deployed two ships to the strait of X``."""
    chunks = clause.chunks
    to = (i for i in range(at + 1, min(_clause_end(clause, at, None), len(chunks) - 1)) if chunks[i].word == "to")
    return next((found for i in to if (found := _named_place(mentions, clause, i + 1)) is not None), None)


def swept_place(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place that what the verb at chunk ``at`` tells of struck or went through: ``a storm battered X``, ``swept through Y``."""
    through = at + 2 < len(clause.chunks) and clause.chunks[at + 1].word in _THROUGH
    return _named_place(mentions, clause, at + 2) if through else taken_place(mentions, clause, at)


def _named_place(mentions: Sequence[Mention], clause: Clause, i: int) -> int | None:
    """The place that a noun phrase is, or that it is part of."""
    head = clause.chunks[i].head
    if clause.chunks[i].kind != "NP" or head.tag != "m":
        return _of(mentions, clause, i)
    return head.ordinal if mentions[head.ordinal].kind == "place" else None


def house(mentions: Sequence[Mention], span: tuple[int, int]) -> int | None:
    """The place or body that is named in the span of what was visited: ``the Safe Cities Authority headquarters``."""
    inside = (i for i, m in enumerate(mentions) if span[0] <= m.char_start and m.char_end <= span[1])
    return next((i for i in inside if mentions[i].kind in ("place", "organization")), None)


def destination(mentions: Sequence[Mention], parties: Iterable[int | None]) -> int | None:
    """The ordinal of the place or body that somebody went to, among the ordinals of the parties visited."""
    visited = [o for o in parties if o is not None and mentions[o].kind in ("place", "organization")]
    return visited[0] if visited else None
