"""The subject of a verb group: what stands before it, past relatives, insertions and other verbs."""

from collections.abc import Sequence
from typing import Final

from flows.extract.clauses.chunks import OPENERS, Chunk, Clause, verb_index_left
from flows.extract.clauses.descriptions import kind_of
from flows.extract.clauses.phrases import Phrase, group_left, skip_left, split
from flows.extract.clauses.relatives import WHILE, antecedent, before_doing, joined_by, relative_of
from flows.extract.clauses.words import NOUN, participles
from flows.extract.speech.cues import is_saying
from flows.language.cues import cue_words

_ASKED: Final = cue_words("asked")
_ORDERED: Final = frozenset({"directed", "ordered", "instructed", "asked"})
_CALLED: Final = cue_words("called")
_BEFORE_VERB: Final = frozenset({"NP", "P", "T", "Y", "(", ")"})
_LISTING: Final = frozenset({"including", "comprising"})
_TELLING: Final = cue_words("telling")
_SPEAKING: Final = cue_words("speaking")
_PLEAS: Final = cue_words("pleas")
_WRITTEN: Final = frozenset({"statement", "message", "tweet", "post", "letter", "interview", "speech"})
_ARTICLES: Final = frozenset({"a", "an", "the", "one"})
_HAVE: Final = frozenset({"had", "has", "have"})
_TOLD_TO: Final = frozenset({"them", "him", "her", "us"})
_GREETED: Final = cue_words("greeted")
_CONTROLLED: Final = frozenset({"for", "from", "of"})  # before an -ing form whose subject is the phrase before them


def subject(clause: Clause, at: int) -> list[Phrase]:
    """The phrases that are the subject of the verb group at ``at``; empty where the clause has none."""
    known: dict[int, list[Phrase]] = clause.subjects
    if at not in known:
        known[at] = _subject(clause, at)
    return known[at].copy()


def _subject(clause: Clause, at: int) -> list[Phrase]:
    """The subject by what stands left of the verb: its phrase, a relative, a comma, a preposition, or what joins it to another verb."""
    chunks = clause.chunks
    j = skip_left(chunks, at - 1)
    if j < 0 or (j == 0 and chunks[0].kind in "PU"):
        return _fronted(clause, at)
    kind = chunks[j].kind
    if kind == "NP":
        return _right_before(clause, j, at)
    if kind in "RW":
        return antecedent(chunks, j)
    if kind == ",":
        return _behind_insertion(clause, j, at)
    if kind == "P" and (doers := _behind_preposition(clause, j)):
        return doers
    if (joined := _joined_to(clause, j, at)) >= 0:
        return subject(clause, joined)
    return _of_verb_before(clause, j, at) if kind in "CXUVP" else []


def _right_before(clause: Clause, noun: int, at: int) -> list[Phrase]:
    """The subject of the verb at ``at`` where a noun phrase ends right before it, at ``noun``: it, or whom a relative tells of."""
    chunks = clause.chunks
    if noun == at - 1 and chunks[at].form.gerund and chunks[noun].head.word in _PLEAS:
        return [Phrase(noun, noun)]  # heard a petition seeking a stay
    if _is_inserted(clause, at):
        return split(chunks, noun, noun)
    first = _behind_object(chunks, group_left(chunks, noun), noun)
    if (joined := joined_by(chunks, first)) >= 0:
        return split(chunks, group_left(chunks, joined), joined)
    if first == 0 or not is_finite(chunks, at):
        return split(chunks, first, noun)
    if (whose := before_doing(chunks, first)) >= 0:
        return split(chunks, group_left(chunks, whose), whose)
    within = first > 1 and chunks[first - 1].kind == "U" and any(c.kind == "V" for c in chunks[first:noun])
    relative = relative_of(chunks, first - within)  # who died when a bus fell on a wall have sued
    if relative < 0:
        return split(chunks, first, noun)
    owners = antecedent(chunks, relative)  # widows of men who …
    return split(chunks, group_left(chunks, owners[-1].last), owners[-1].last) if owners else []


def _behind_preposition(clause: Clause, at: int) -> list[Phrase]:
    """Whose doing a verb behind the preposition at ``at`` is, where that is told before it: praised the guards ``for`` catching him."""
    chunks = clause.chunks
    if at < 1:
        return []
    greeted = chunks[at].word == "on" and at > 1 and chunks[at - 2].head.word in _GREETED  # congratulated X on winning
    if greeted or chunks[at].word in _CONTROLLED:
        if chunks[at - 1].kind == "NP":
            return split(chunks, group_left(chunks, at - 1), at - 1)
        if chunks[at - 1].kind == "," and (held := _held(clause, at)):
            return held  # detained three men, among them X, for blocking the road
    if at > 1 and chunks[at - 2].kind == "NP" and _may_be_participle(chunks[at - 1]):
        return split(chunks, group_left(chunks, at - 2), at - 2)  # a man wanted for opening fire
    return []


def _joined_to(clause: Clause, joint: int, at: int) -> int:
    """Index of the verb that the one at ``at`` goes on from behind ``and`` or ``but``, so that they share their subject; -1: none tells."""
    chunks = clause.chunks
    is_and = chunks[joint].kind == "C"
    if is_and and chunks[at].form.gerund and (before := _gerund_before(chunks, joint)) >= 0:
        return before  # a man for detaining and assaulting her
    return (
        _speaks_on(clause, joint, at) if is_and or chunks[joint].word == "but" else -1
    )  # said it was open and urged drivers


def _of_verb_before(clause: Clause, joint: int, at: int) -> list[Phrase]:
    """The subject of the nearest verb before ``joint``, of which the verb at ``at`` is told, too; else of what it opens."""
    chunks = clause.chunks
    previous = _outside_relative(chunks, joint, _verb_before(chunks, joint))
    if previous >= 0:
        return subject(clause, previous)
    if chunks[joint].word in WHILE and chunks[at].form.gerund and chunks[joint - 1].kind == "NP":
        return split(chunks, group_left(chunks, joint - 1), joint - 1)
    return _fronted(clause, at)


def _behind_object(chunks: Sequence[Chunk], first: int, last: int) -> int:
    """Where a subject begins that looks like the end of a list: ``seized 30 guns, police and residents said``."""
    before = next((c for c in reversed(chunks[:first]) if c.kind != "Y"), None)
    if before is None or before.kind != "V" or not before.form.finite:
        return first
    return next((k + 1 for k in range(last, first, -1) if chunks[k].kind == ","), first)


def _held(clause: Clause, joint: int) -> list[Phrase]:
    """Whom the verb before an insertion that ends at ``joint`` was done to: they are the ones who did what ``for`` tells."""
    chunks = clause.chunks
    verb = verb_index_left(chunks, joint)
    if verb < 0 or verb + 1 >= joint or chunks[verb].form.passive or chunks[verb + 1].kind != "NP":
        return []
    return split(chunks, verb + 1, verb + 1) if any(c.kind == "," for c in chunks[verb + 2 : joint - 1]) else []


def _speaks_on(clause: Clause, joint: int, at: int) -> int:
    """Index of the reporting verb that the verb at ``at`` behind ``and`` carries on, across what was said; -1: it carries on what was said.

    It does where it says something too, and what was said is of a thing, of what will or may be, or stands in the plain past of ``be``.
    """
    chunks = clause.chunks
    inner = _verb_before(chunks, joint) if _speaks(clause, at) else -1
    while inner > 1 and (told := subject(clause, inner)) and not _is_cue(clause, inner):
        cue = verb_index_left(chunks, told[0].first)
        limited = chunks[joint - 1].kind == "," and (
            chunks[told[0].first - 1].kind == "U" or chunks[told[0].first].head.tag == "I"
        )  # …, unless they paid, and …; asked why it had not, and …
        if cue < 0 or not chunks[cue].form.finite:
            return -1
        if _is_cue(clause, cue):
            return cue if limited or _ends(clause, told[0].first, inner, at) else -1
        inner = cue if limited else -1
    return -1


def _outside_relative(chunks: Sequence[Chunk], joint: int, verb: int) -> int:
    """The verb that one behind ``, and`` goes on from: not that of a relative (``held a man who had run, and freed two``)."""
    if verb < 2 or chunks[joint].kind != "C" or chunks[joint - 1].kind != ",":
        return verb
    opened = next((k for k in range(verb - 1, 0, -1) if chunks[k].kind in "VWRU;,"), 0)
    if chunks[opened].word not in ("who", "that", "which") or chunks[opened - 1].kind != "NP":
        return verb
    outer = next((k for k in range(opened - 1, -1, -1) if is_finite(chunks, k)), -1)
    saying = outer >= 0 and chunks[opened].kind == "W" and is_saying(chunks[outer].word)
    return verb if outer < 0 or saying else outer


def _is_cue(clause: Clause, at: int) -> bool:
    """Whether a verb says what follows it: ``said``, ``ruled that``."""
    chunks = clause.chunks
    return is_saying(chunks[at].head.word) or (at + 1 < len(chunks) and chunks[at + 1].kind == "W")


def _ends(clause: Clause, told: int, verb: int, at: int) -> bool:
    """Whether what is said of the phrase at ``told`` by ``verb`` has ended before the verb at ``at``."""
    chunks = clause.chunks
    head = chunks[told].head
    thing = head.tag == NOUN and kind_of(head.word) is None and not clause.text[head.start].isupper()
    ordered = chunks[at].word in _ORDERED and clause.words[chunks[verb].first] == "has"  # has read it and directed that
    again = (chunks[at + 1].kind == "W" and not ordered) or clause.words[chunks[at + 1].first] in _TOLD_TO
    still = (chunks[verb].head.tag == "A" and chunks[verb].word not in _HAVE) or (
        chunks[verb].form.passive and chunks[at].word in _ASKED
    )
    over = chunks[verb].form.perfect and clause.words[chunks[verb].first] == "had" and chunks[at - 2].kind == ","
    return thing or again or still or over or bool(chunks[verb].form.modal)


def _speaks(clause: Clause, at: int) -> bool:
    """Whether the verb at ``at`` is a plain past in which somebody says or asks something of another: ``urged drivers to wait``."""
    chunk = clause.chunks[at]
    if chunk.first != chunk.last or chunk.form.passive or at + 1 >= len(clause.chunks):
        return False
    if is_saying(chunk.word) and clause.chunks[at + 1].kind in ',"':
        return True
    return (chunk.word in _SPEAKING or is_saying(chunk.word)) and clause.chunks[at + 1].kind in ("NP", "X", "W", "P")


def _fronted(clause: Clause, at: int) -> list[Phrase]:
    """Whose doing an -ing form that opens a sentence is: ``Condemning the attack, the mayor said``; of another form nobody's."""
    chunks = clause.chunks
    if not chunks[at].form.gerund:
        return []
    for comma in range(at + 1, len(chunks) - 2):
        if chunks[comma].kind == "," and chunks[comma + 1].kind == "NP":
            main = next((i for i in range(comma + 2, len(chunks)) if chunks[i].kind not in _BEFORE_VERB), -1)
            if main > 0 and is_finite(chunks, main):
                return subject(clause, main)
    return []


def _gerund_before(chunks: Sequence[Chunk], j: int) -> int:
    """Index of the nearest verb left of ``j`` where that is an -ing form, else -1."""
    nearest = verb_index_left(chunks, j)
    return nearest if nearest >= 0 and chunks[nearest].form.gerund else -1


def main_subject(clause: Clause) -> list[Phrase]:
    """The subject of a clause's first finite verb group that is in no relative, or of the first where all are."""
    opened, first = "", -1
    for at, chunk in enumerate(clause.chunks):
        if chunk.kind == "V" and chunk.form.finite:
            if _is_inserted(clause, at):
                continue
            if opened != "R":  # not in A, who was elected, …
                return subject(clause, at)
            first = at if first < 0 else first
        if chunk.kind in OPENERS:
            opened = chunk.kind
    return subject(clause, first) if first >= 0 else []


def _is_inserted(clause: Clause, at: int) -> bool:
    """Whether the verb at ``at`` is no clause's own: ``X, when contacted, said``, ``The city, he added, had paid``."""
    chunks = clause.chunks
    if at and chunks[at - 1].kind == "U":
        return chunks[at].first == chunks[at].last
    apart = at > 2 and chunks[at - 1].kind == "NP" and chunks[at - 2].kind == "," and chunks[at - 3].kind == "NP"
    apart = apart and not any(c.kind == "V" for c in chunks[:at])
    return apart and at + 1 < len(chunks) and chunks[at + 1].kind == "," and is_saying(chunks[at].head.word)


def _describes(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an insertion that begins at ``at`` describes the noun before it: ``chairing …``, ``identified as …``, ``whose son …``."""
    chunk = chunks[at]
    if chunk.kind == "R" or chunk.form.gerund:
        return True
    acts = chunks[at + 1].kind == "NP" and chunk.word not in _CALLED  # it shut the border, expelled two envoys, and …
    return _may_be_participle(chunk) and not acts


def _may_be_participle(chunk: Chunk) -> bool:
    """A participle or past without an auxiliary."""
    alone = chunk.kind == "V" and chunk.first == chunk.last and not chunk.form.passive
    return alone and (chunk.form.finite or chunk.word in participles())


def _behind_insertion(clause: Clause, comma: int, verb: int) -> list[Phrase]:
    """``NP, insertion, V``: the phrase before the insertion, and the insertion where it is a name set in apposition."""
    chunks = clause.chunks
    opening = _listed_from(chunks, next((k for k in range(comma - 1, -1, -1) if chunks[k].kind == ","), -1))
    opening = _from_doing(chunks, opening, comma)
    told = next((k for k in range(comma - 1, opening, -1) if is_finite(chunks, k)), -1)
    if opening > 0 and chunks[opening - 1].kind == "NP" and _describes(chunks, opening + 1):
        told = -1  # the minister, chairing a meeting of those who …, said
    described = opening > 0 and _is_told_more(chunks, opening)
    if described:
        told = -1  # X, a group that opposes the dam, condemned
    if opening > 0 and comma - opening == 3 and told == comma - 1 and chunks[opening - 1].kind == "NP":
        told = -1  # the minister, she added, will …
    if opening > 0 and chunks[opening - 1].kind == "NP" and _is_in_statement(chunks, opening + 1):
        told = -1  # the minister, in a statement issued after a vote was held, thanked them
    if chunks[verb].form.gerund or opening < 1 or told >= 0:
        previous = _verb_before(chunks, comma)
        if chunks[verb].word in _TELLING and (that := _opened_content(chunks, previous)) > 0:
            previous = _verb_before(chunks, that)  # said that the reply was late, accusing the clerk
        if previous < 0 and not chunks[verb].form.gerund and (led := _led(chunks, comma)):
            return led
        if previous < 0 and chunks[comma - 1].kind == "NP" and _is_told_on(chunks, verb):
            return split(chunks, group_left(chunks, comma - 1), comma - 1)
        return subject(clause, previous) if previous >= 0 else []
    k = skip_left(chunks, opening - 1)
    if k < 0 or chunks[k].kind != "NP":
        return []
    first = group_left(chunks, k)
    named = chunks[opening + 1].kind == "NP" and not chunks[comma - 1].form.finite  # the minister, she added, will …
    first = _apposed_left(chunks, first) if named else first
    if named and first > 0 and chunks[first - 1].kind in "PXU":  # According to the details, X, met: no subject before X
        return [Phrase(opening + 1, comma - 1)]
    phrases = split(chunks, first, k)
    if named and not described:
        phrases += _inserted(clause, opening + 1, comma - 1)
    return phrases


def _led(chunks: Sequence[Chunk], comma: int) -> list[Phrase]:
    """Who opens a sentence and does something beside: ``The mayor while opening a fair on crafts, said``, ``X voicing concern, said``."""
    doing = next((k for k in range(1, comma) if chunks[k].form.gerund), -1)
    if doing < 1 or chunks[doing + 1].kind not in ("NP", "P"):
        return []
    k = skip_left(chunks, doing - 1 - (chunks[doing - 1].word in WHILE))
    if k < 0 or chunks[k].kind != "NP" or group_left(chunks, k) > 0:
        return []
    return split(chunks, 0, k)


def _is_told_on(chunks: Sequence[Chunk], verb: int) -> bool:
    """Whether a verb behind ``NP,`` is said of it: ``the minister in a statement, said``; an -ing form where its verb is to follow."""
    if not chunks[verb].form.gerund:
        return True  # the minister, chairing a meeting, said
    return any(chunks[k - 1].kind == "," and is_finite(chunks, k) for k in range(verb + 2, len(chunks)))


def _is_told_more(chunks: Sequence[Chunk], opening: int) -> bool:
    """Whether the comma at ``opening`` sets apart a phrase with a relative clause behind the noun that it describes."""
    described = opening > 0 and chunks[opening - 1].kind == chunks[opening + 1].kind == "NP"
    return described and chunks[opening + 1].word in _ARTICLES and chunks[opening + 2].word in ("that", "who", "which")


def _is_in_statement(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an insertion that begins at ``at`` says in what somebody speaks: ``in a statement …``."""
    return chunks[at].word == "in" and chunks[at + 1].head.word in _WRITTEN


def _opened_content(chunks: Sequence[Chunk], verb: int) -> int:
    """Index of the ``that`` whose clause the verb at ``verb`` belongs to, or -1."""
    opened = next((k for k in range(verb - 1, -1, -1) if chunks[k].kind in "VWR"), -1)
    return opened if opened >= 0 and chunks[opened].kind == "W" else -1


def _listed_from(chunks: Sequence[Chunk], comma: int) -> int:
    """Index of the comma before ``including`` where one at ``comma`` parts the list behind it: ``a team, including A, B and C, met``."""
    k = comma
    while k > 1 and chunks[k - 1].kind in ("NP", ",", "C", "(", "P"):
        k -= 1
        if chunks[k].word in _LISTING:
            return k - 1 if chunks[k - 1].kind == "," else comma
    return comma


def _from_doing(chunks: Sequence[Chunk], opening: int, comma: int) -> int:
    """Index of the comma before an -ing form whose objects are a list: ``the minister, chairing a board on A, B and C, said``."""
    if opening < 0 or not any(c.kind == "C" for c in chunks[opening:comma]):
        return opening
    for k in range(opening - 1, 1, -1):
        if chunks[k].form.gerund:
            return k - 1 if chunks[k - 1].kind == "," and chunks[k - 2].kind == "NP" else opening
        if chunks[k].kind in "RWU;" or chunks[k].form.finite:
            break
    return opening


def _inserted(clause: Clause, first: int, last: int) -> list[Phrase]:
    """What stands between two commas: a list where names alone are joined (two men, A and B, were), else one description."""
    listed = split(clause.chunks, first, last)
    named = all(clause.chunks[phrase.first].head.tag == "m" for phrase in listed)
    return listed if named else [Phrase(first, last)]


def _apposed_left(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the name that a phrase set between commas describes: ``Rina Costa, head of the union, a painter, said``."""
    if first < 2 or chunks[first - 1].kind != "," or chunks[first - 2].kind != "NP":
        return first
    name = group_left(chunks, first - 2)
    return first if name > 0 and chunks[name - 1].kind in "PXUVC" else name


def _verb_before(chunks: Sequence[Chunk], j: int) -> int:
    """Index of the nearest finite verb group left of ``j``, or -1; ``involved in`` behind its noun gives way to one before it."""
    found = [
        k
        for k in range(j - 1 if chunks[j].kind != "V" else j, -1, -1)
        if chunks[k].kind == "V" and chunks[k].form.finite
    ]
    own = [k for k in found if not any(c.kind == "W" for c in chunks[k:j])] or found  # not across "that"
    return next((k for k in own if is_finite(chunks, k) or _opens_when(chunks, k)), own[0] if own else -1)


def _opens_when(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether a verb is the first of a clause of time, with its subject right before it: ``after the board met on Friday and said``."""
    return k > 1 and chunks[k - 1].kind == "NP" and chunks[k - 2].kind == "U"


def is_finite(chunks: Sequence[Chunk], k: int) -> bool:
    """A finite verb group, as far as form tells: a bare participle before a preposition may stand for a relative clause."""
    if chunks[k].kind != "V" or not chunks[k].form.finite:
        return False
    left = chunks[k - 1].kind if k > 0 else ""
    right = chunks[k + 1].kind if k + 1 < len(chunks) else ""
    reduced = (right == "P" and left in ("NP", ",") and chunks[k].word != "said") or (right == "X" and left == ",")
    opens = k > 1 and left == "NP" and chunks[k - 2].kind == ";"  # …; the police charged at them
    return chunks[k].form.finite_by_auxiliary or not reduced or opens


def has_finite(chunks: Sequence[Chunk], first: int, last: int) -> bool:
    """Whether a verb among the chunks from ``first`` to before ``last`` is finite (see ``is_finite``)."""
    return any(is_finite(chunks, at) for at in range(first, last))
