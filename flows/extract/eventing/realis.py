"""Whether an event is told as a fact: asserted, future, hypothetical, negated or historical."""

import re
from itertools import islice
from typing import Final

from flows.extract.clauses.chunks import Chunk, Clause, opener, verb_index_left, verb_left_of
from flows.extract.clauses.subjects import subject
from flows.extract.eventing.nominal import FUTURE, MAYBE, of_noun
from flows.extract.eventing.tense import EARLIER
from flows.extract.speech.cues import is_saying
from flows.language.cues import cue_words

PLANNED: Final = frozenset({"scheduled", "expected", "set", "due", "planned"})
_PLANS: Final = PLANNED | {"plan", "plans", "planning", "going", "intends", "intend", "intended", "decided"}
_TRIES: Final = cue_words("tries")
_WISHES: Final = cue_words("wishes")
_CALLS: Final = cue_words("calls")
_URGED: Final = cue_words("urged")
_ASKING: Final = _URGED | _CALLS | _WISHES
_WILLING: Final = cue_words("willing")
_ENGAGE: Final = cue_words("engage")
_ASSURED: Final = frozenset({"assured", "assure", "assures", "assuring"})
_MEANS: Final = frozenset({"by", "into"})
_ASIDE: Final = frozenset({"before", "after", "besides"})
_CLAIMED: Final = cue_words("claimed")
_ARE: Final = frozenset({"are", "is"})
_AIMS: Final = cue_words("aims")
_RALLYING: Final = frozenset({"demand", "protest", "condemn", "denounce", "press"})
_GREETING: Final = cue_words("greeting")
_CALLED: Final = frozenset({"telephoned", "phoned", "called", "visited", "wrote", "rang"})
_RALLIED: Final = cue_words("rallied")
SUCCEEDS: Final = frozenset({"managed", "able", "began", "started", "continued", "helped", "voted"})
_NEED: Final = re.compile(
    r"\b(?:need|possibility|hopes?|aim|aims|importance|essential|necessary|required|mandatory|important) (?:of|for)\b[^.;:]*$"
    r"|\b(?:procedures?|process|mechanism|methods?|criteria|guidelines) (?:of|for)\b[^.;:]*$"
    r"|\b(?:talks|negotiations|discussions|plans?|proposals?|ideas?|options?|possibilit\w+|progress) (?:on|about|of|for|towards?)\b[^.;:]*$"
    r"|\b(?:close to|verge of|stages? of|instead of|rather than|avoid(?:ing|ed)?)\b[^.,;:]*$"
    r"|\b(?:moratorium|ban|restrictions?|curbs?) on (?:\w+ly )?$|\bopen to (?:\w+ly )?$"
    r"|\b(?:stress|emphasi|insist|warn|caution)\w* (?:[^.;:,]{0,40}\b)?(?:on|upon|against) (?:\w+ly )?$"
    r"|\bcall(?:s|ed|ing)? for (?:\w+ly )?$"
    r"|\b(?:interest|interested|willingness|readiness|reluctance) (?:in|to|for) (?:\w+ly )?$"
    r"|\b(?:committed|dedicated|devoted|focus(?:ed|ing)?|aimed|bent|keen) (?:to|on|at|towards) (?:\w+ly )?$"
)
_PROPOSING: Final = cue_words("proposing")
_DENIES: Final = cue_words("denies")
_BEING: Final = frozenset({"is", "was", "remains", "remained", "has", "requires", "means"})
_NEAR: Final = 12  # tokens
_ENDS: Final = cue_words("ends")
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
_INCLUDING: Final = cue_words("including")
_UNTIL: Final = frozenset({"until", "till"})
_NONE: Final = frozenset({"no", "nobody", "none", "neither", "nor"})
_ENSURES: Final = frozenset({"ensure", "see", "guarantee"})
_SHALL: Final = cue_words("that it be done")
_ASKS: Final = frozenset(
    {"has", "have", "had", "did", "do", "does", "is", "are", "was", "were", "will", "would", "can", "could", "should"}
)
_RECALLED: Final = frozenset({"recalled", "recalls", "recalling", "remembered", "remembers"})  # taking part in a march
_HINDERED: Final = cue_words("hindered")


def realis(clause: Clause, at: int, *, background: bool) -> str | None:
    """The realis of the event at chunk ``at``; None where a purpose or a content clause tells of no event at all."""
    chunk = clause.chunks[at]
    if chunk.form.negated or _of_none(clause, at):
        governor = verb_left_of(clause.chunks, at) if chunk.form.infinitive else None
        wished = governor is not None and governor.form.modal in MAYBE  # neither should attempt to seize it
        return "hypothetical" if wished or _is_condition(clause, at) else "negated"
    if chunk.kind == "V" and chunk.form.infinitive:
        return _of_infinitive(clause, at)
    if chunk.form.gerund and at > 0 and clause.chunks[at - 1].head.word in _PROPOSING:
        return "hypothetical"
    if chunk.form.gerund and at > 0 and clause.chunks[at - 1].head.word in _ENDS:
        return (
            "hypothetical" if clause.chunks[at - 1].form.infinitive or clause.chunks[at - 1].form.modal else "negated"
        )
    if _is_denied_doing(clause, at):
        return "negated"
    if chunk.form.gerund and at > 0 and clause.chunks[at - 1].head.word in _RECALLED:
        return "historical"
    if _is_asked(clause):
        return "hypothetical"
    if _is_denied(clause, at) or _is_gerund_subject(clause, at) or _is_subjunctive(clause, at):
        return "hypothetical"
    governed = _of_gerund(clause, at) if chunk.form.gerund and at > 1 else None
    if governed:
        return governed
    if chunk.form.modal in FUTURE:
        return "future"
    if chunk.form.modal in MAYBE or _is_condition(clause, at) or _is_ensured(clause, at) or _is_awaited(clause, at):
        return "hypothetical"
    if chunk.kind == "NP" and (told := of_noun(clause, at)):
        return told
    if _is_wished(clause, at) or (chunk.kind == "NP" and _is_urged(clause, at)):
        return "hypothetical"
    if chunk.form.gerund and _NEED.search(clause.text, clause.start, chunk.start):
        return "hypothetical"
    return "historical" if background else "asserted"


def _by_modal(modal: str) -> str | None:
    """What a modal makes of what hangs on it; None where there is none."""
    return "future" if modal in FUTURE else "hypothetical" if modal in MAYBE else None


def _is_denied_doing(clause: Clause, at: int) -> bool:
    """Whether somebody denies to have done what chunk ``at`` tells: ``denied paying the judge and hiding it``, ``denied any talks``."""
    if at < 1:
        return False
    chunk, before = clause.chunks[at], clause.chunks[at - 1]
    if chunk.kind == "NP":
        return before.kind == "V" and chunk.word == "any" and before.head.word in _DENIES and not before.form.negated
    if not (chunk.form.gerund or clause.words[chunk.first] == "having"):
        return False
    if before.kind == "C":
        first = verb_index_left(clause.chunks, at)
        return first > 0 and _is_denied_doing(clause, first)
    return before.kind == "V" and before.head.word in _DENIES and not before.form.negated


def _is_denied(clause: Clause, at: int) -> bool:
    """Whether somebody denies what chunk ``at`` tells: ``rejected rumours that he had met …``, ``denied that …``."""
    opened = next((i for i in range(at - 1, 0, -1) if clause.chunks[i].kind in "WRU;"), 0)
    if clause.chunks[opened].kind != "W" or not opened:
        acting = subject(clause, at) if clause.chunks[at].form.finite else []
        opened = acting[0].first if acting else 0  # denied talks were taking place
        if opened < 1 or clause.chunks[opened - 1].kind != "V":
            return False
    governor = verb_left_of(clause.chunks, opened)
    return governor is not None and not governor.form.negated and governor.head.word in _DENIES


def _is_ensured(clause: Clause, at: int) -> bool:
    """Whether a purpose is told: ``the aim is to ensure that officers are appointed``."""
    opened = next((i for i in range(at - 1, 0, -1) if clause.chunks[i].kind in "WRU;"), 0)
    if clause.chunks[opened].kind != "W" or not opened:
        return False
    governor = verb_left_of(clause.chunks, opened)
    return governor is not None and governor.form.infinitive and governor.word in _ENSURES


def _is_awaited(clause: Clause, at: int) -> bool:
    """Whether something is to go on until then: ``will stay shut until a deal is reached``, ``demanding a halt until …``."""
    chunks = clause.chunks
    opened = next((i for i in range(at - 1, 0, -1) if chunks[i].kind in "VWRU;,"), 0)
    if chunks[opened].word not in _UNTIL:
        return False
    verbs = (c for c in reversed(chunks[:opened]) if c.kind == "V")
    return any(v.form.modal or v.form.infinitive or v.head.word in _WISHES for v in islice(verbs, 2))


def _is_subjunctive(clause: Clause, at: int) -> bool:
    """Whether what shall be is told: ``recommended that the session be held``, ``demanded that the board set up a camp``."""
    chunk = clause.chunks[at]
    if chunk.kind != "V" or chunk.form.modal or chunk.form.infinitive:
        return False
    opened = opener(clause.chunks, at)
    asked = clause.chunks[opened].kind == "W" and opened > 0 and clause.chunks[opened - 1].head.word in _SHALL
    return clause.words[chunk.first] == "be" or (asked and not chunk.form.perfect)


def _is_asked(clause: Clause) -> bool:
    """Whether a sentence is a question that may be answered with no: ``Has the king agreed to it?``."""
    return clause.words[0] in _ASKS and clause.text[: clause.end].rstrip("”\"’' \n").endswith("?")


def _is_gerund_subject(clause: Clause, at: int) -> bool:
    """Whether an -ing form is what something is said of: ``providing justice is the first duty``, ``flooding may occur``."""
    chunk = clause.chunks[at]
    if not chunk.form.gerund:
        return False
    if at and clause.chunks[at - 1].kind not in ',"W' and not is_saying(clause.chunks[at - 1].head.word):
        return False  # said holding talks was pointless
    behind = next((c for c in clause.chunks[at + 1 :] if c.kind in 'V,;URW"'), None)
    return behind is not None and (behind.word in _BEING or behind.form.modal != "")


def _is_condition(clause: Clause, at: int) -> bool:
    """Whether ``if`` or the like stands before chunk ``at``."""
    chunks, first = clause.chunks, clause.chunks[at].first
    opened = next((i for i in range(at - 1, -1, -1) if chunks[i].word in _CONDITIONS), -1)
    if opened < 0 or chunks[opened].first < first - _NEAR:
        return not _CONDITIONS.isdisjoint(clause.words[max(0, first - _NEAR) : first])
    closed = chunks[at].kind == "V" and at > 2 and chunks[at - 1].kind == "C" and chunks[at - 2].kind == ","
    acting = subject(clause, at) if closed else []
    return not acting or acting[0].first > opened  # warned of strikes if jobs were cut, and demanded talks


def _of_none(clause: Clause, at: int) -> bool:
    """Whether the phrase acted on is none: ``no case was registered``, ``arrested no one``."""
    chunk = clause.chunks[at]
    if chunk.kind != "V":
        return chunk.word == "no"
    if not chunk.form.passive and at + 1 < len(clause.chunks) and clause.chunks[at + 1].word == "no":
        return True
    left = not _NONE.isdisjoint(clause.words[: chunk.first])
    around = (clause.chunks[i].word for phrase in subject(clause, at) for i in (max(0, phrase.first - 1), phrase.first))
    return left and any(word in _NONE for word in around)  # neither the chief nor the board has been appointed


def _of_gerund(clause: Clause, at: int) -> str | None:
    """What the words before an -ing form make of it, as a preposition, ``while`` or a list of such forms joins them; None: nothing."""
    before = clause.chunks[at - 1]
    if before.kind == "P" or before.word in _ASIDE:
        return _of_governed(clause, at)
    verb = max(0, verb_index_left(clause.chunks, at))
    joined = before.kind == "C"
    while verb > 1 and clause.chunks[verb].form.gerund and before.word != "while":
        if joined and clause.chunks[verb - 1].kind == "P":
            return _of_governed(clause, verb)  # will be responsible for hosting guests and holding meetings
        before, verb = clause.chunks[verb - 1], max(0, verb_index_left(clause.chunks, verb))
    listed = before is clause.chunks[verb] and before.head.word in _INCLUDING
    if not verb or not (before.word == "while" or listed):
        return None
    return _by_modal(clause.chunks[verb].form.modal)


def _of_governed(clause: Clause, at: int) -> str | None:
    """What the words before an -ing form make of it: ``without launching``, ``would explain it by blaming``; None: nothing."""
    preposition = clause.chunks[at - 1].word
    if preposition == "without":
        return "negated"
    nearest = verb_index_left(clause.chunks, at - 1)
    if nearest > 0 and clause.chunks[nearest].form.infinitive:
        asking = verb_left_of(clause.chunks, nearest) if preposition in _ASIDE else None
        if preposition in _MEANS or (asking and asking.head.word in _ASKING):
            return "hypothetical"  # urged them to help by opening camps, advised them to apply before entering …
    governor = next((c for c in reversed(clause.chunks[: at - 1]) if c.kind == "V" and c.form.finite), None)
    if governor is None:
        return None
    if preposition == "from" and governor.head.word in _HINDERED:
        return "hypothetical"
    if preposition == "of" and governor.head.word in _ASSURED:
        return "future"  # assured them of helping farmers
    return _by_modal(governor.form.modal)


def _is_wished(clause: Clause, at: int) -> bool:
    """Whether a noun, or a participle joined to one, is what somebody demands: ``demanded the arrest and sealing of …``."""
    chunks = clause.chunks
    if chunks[at].kind != "NP" and not (chunks[at].form.gerund and at > 1 and chunks[at - 1].kind == "C"):
        return False
    wishing = next((i for i in range(at - 1, -1, -1) if chunks[i].kind not in ("NP", "C", ",")), -1)
    if wishing > 0 and chunks[wishing].word == "for" and chunks[wishing - 1].kind == "V":
        return chunks[wishing - 1].head.word in _CALLS
    return wishing >= 0 and chunks[wishing].kind == "V" and chunks[wishing].head.word in _WISHES


def _is_urged(clause: Clause, at: int) -> bool:
    """Whether a noun is part of what somebody is asked to do: ``urged them to engage in talks``."""
    verb = verb_index_left(clause.chunks, at)
    apart = any(c.word in EARLIER for c in clause.chunks[verb + 1 : at])  # urged them to agree after talks in Oslo
    asked = verb > 0 and clause.chunks[verb].form.infinitive and clause.chunks[verb].word in _ENGAGE and not apart
    if asked and clause.words[clause.chunks[verb].first - 2] in _WILLING:
        return True  # was ready to engage in talks
    asking = verb_left_of(clause.chunks, verb) if asked else None
    return asking is not None and asking.head.word in _URGED


def _of_infinitive(clause: Clause, at: int) -> str | None:
    """``to`` behind a verb of planning is future, of trying hypothetical, of succeeding or claiming a fact; purpose tells nothing."""
    at = _begun(clause, at)
    governor = _governor(clause, at)
    if governor is None:
        return None
    word = governor.head.word
    if word in SUCCEEDS:
        return _of_success(clause, at)
    if word in _CLAIMED and clause.words[clause.chunks[at].first] == "have":
        return "asserted"
    if word in _ARE and governor.kind == "V":
        return _of_being(clause, at)
    if word in _PLANS:
        return None if clause.chunks[at - 2].word == "up" else "future"  # set up to oppose it
    return "hypothetical" if word in _TRIES else _of_rally(clause, at)


def _of_being(clause: Clause, at: int) -> str | None:
    """``the parties are to sign`` is a plan, ``the aim is to sign`` none."""
    acting = subject(clause, at - 2)
    aim = not acting or any(clause.chunks[p.first].head.word in _AIMS for p in acting)
    return None if aim else "future"


def _of_rally(clause: Clause, at: int) -> str | None:
    """What people demand who take to the streets ``to demand`` it is demanded, as is thanks of who calls; other purposes tell nothing."""
    word = clause.chunks[at].head.word
    doing = _RALLIED if word in _RALLYING else _CALLED if word in _GREETING else None
    verb = verb_left_of(clause.chunks, at - 1) if doing else None
    if verb is None or not doing or verb.head.word not in doing or verb.form.infinitive or verb.form.negated:
        return None
    return _by_modal(verb.form.modal) or "asserted"


def _of_success(clause: Clause, at: int) -> str:
    """``was able to`` is a fact, ``should be able to`` none."""
    verb = verb_left_of(clause.chunks, at - 1)
    return _by_modal(verb.form.modal if verb else "") or "asserted"


def _begun(clause: Clause, at: int) -> int:
    """Index of the infinitive that the one at ``at`` carries on: ``is due to arrive in Lima and meet the mayor``."""
    while at > 1 and clause.chunks[at - 1].kind != "X" and (left := verb_index_left(clause.chunks, at)) > 0:
        if not clause.chunks[left].form.infinitive:
            break
        at = left
    return at


def _governor(clause: Clause, at: int) -> Chunk | None:
    """The verb group or noun phrase before ``to``, with no more than a day between: ``voted on Thursday to censure him``."""
    j = at - 2
    while j >= 0 and clause.chunks[j].kind in ("Y", '"', "T"):
        j -= 1 + (clause.chunks[j].kind == "T" and clause.chunks[j - 1].kind == "P")
    return clause.chunks[j] if j >= 0 and clause.chunks[j].kind in ("V", "NP") else None
