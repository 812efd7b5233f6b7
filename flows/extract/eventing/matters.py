"""What an event is about, in the report's words: with all that hangs on it, and without who says so."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from flows.extract.clauses.cast import Party
from flows.extract.clauses.chunks import Chunk, Clause
from flows.extract.clauses.inflect import verb_forms
from flows.extract.clauses.phrases import LIGHT, phrase_list
from flows.extract.eventing.frames import FRAMES
from flows.language.seeds import rows

_HANGS_ON: Final = frozenset(
    {"for", "to", "towards", "toward", "against", "between", "among", "into", "on", "over", "regarding", "concerning"}
    | {"with", "from", "within", "without", "under"}
)  # not "in", "at", "during": where and when it happened
_OCCASIONS: Final = frozenset({"behalf", "occasion", "eve", "sidelines"})  # on whose behalf, on what day
_PURPOSES: Final = frozenset(
    {"promises", "acts"}
)  # frames whose object may tell what is to be done: their resolve to …
_SPEAKING: Final = frozenset({"says", "says_that", "says_np", "tells", "quotes"})
_SAYS_NOTHING: Final = re.compile(
    r"(?:(?:the|an?|this|that|their|his|her)\s+)?(?:(?:[\w’'-]+\s+){0,2}"
    r"(?:meeting|session|visit|talks|ceremony|function|event|occasion|gathering|reception|programme|program|conference|rally)s?|it|him|them|this|that)",
    re.I,
)  # a meeting is not what a meeting is about
_CUT_OFF: Final = re.compile(r"(?:\s+(?:and|or|an?|the|of|to|for|with|in))+$")


def whole(clause: Clause, about: tuple[int, int], frame: str, recipients: Sequence[Party]) -> tuple[int, int]:
    """The span of what an event is about, as far as it goes in its clause.

    A noun with what hangs on it (``support`` for the flood-hit, their resolve to help), but for whom it is done to; what is to
    be done up to what the same subject does next (``to go``, and stressed …).
    """
    start, end = about
    chunks = clause.chunks
    if end == clause.end:
        return start, _end_of_aim(clause, start)
    given = FRAMES[frame].recipient.split() if recipients and frame not in _PURPOSES else ()
    at = clause.chunk_at(end)
    while at + 1 < len(chunks) and chunks[at].kind in "PX":
        following = chunks[at + 1]
        if following.kind == "NP" and chunks[at].word in _HANGS_ON and chunks[at].word not in given:
            if following.head.word in _OCCASIONS:
                break
            phrases, at = phrase_list(chunks, at + 1)
            if any(chunks[p.first].start <= r.start < chunks[p.last].end for p in phrases for r in recipients):
                break
            end = chunks[phrases[-1].last].end
        elif following.form.gerund or (following.form.infinitive and frame in _PURPOSES):
            return start, _end_of_aim(clause, chunks[at].start)
        else:
            break
    return start, end


def _end_of_aim(clause: Clause, start: int) -> int:
    """Where what is to be done ends: at the verb that goes on telling, unless a clause within it may be what goes on."""
    if not clause.text.startswith("to ", start):
        return clause.end
    chunks = clause.chunks
    for at in range(clause.chunk_at(start) + 1, len(chunks)):
        if chunks[at].kind in "WRU":
            break
        if chunks[at].form.finite:
            before = _behind_conjunction(chunks, at)
            return chunks[before].end if before >= 0 else clause.end
    return clause.end


def _behind_conjunction(chunks: Sequence[Chunk], at: int) -> int:
    """Index of the last chunk before the conjunction that joins the verb at ``at``, or -1."""
    j = at - 1
    while j > 0 and chunks[j].kind in LIGHT:
        j -= 1
    if j < 1 or chunks[j].kind != "C":
        return -1
    return j - 2 if chunks[j - 1].kind == "," else j - 1


def wording(text: str, about: tuple[int, int] | None) -> str | None:
    """What an event is about as one line, without who says so; None where it says nothing."""
    if about is None or _SAYS_NOTHING.fullmatch(text, *about):
        return None
    told = _CUT_OFF.sub("", _attributed().sub("", " ".join(text[about[0] : about[1]].split())).rstrip(" .,;:"))
    opened, closed = told.count("“"), told.count("”")
    return (told.rstrip("”").rstrip(" .,;:") if closed > opened else told) or None


@cache
def _attributed() -> re.Pattern[str]:
    """Who says it, behind it: ``…, officials said``; ``…, adding that …``; ``… and stressed that …``."""
    lemmas = [row["lemma"] for row in rows("reporting_verbs") if row["part"] == "verb" and row["frame"] in _SPEAKING]
    forms = [(form, kind) for lemma in lemmas for form, kind in verb_forms(lemma).items()]
    told = "|".join(form for form, kind in forms if kind == "past")
    telling = "|".join(form for form, kind in forms if kind == "ing")
    return re.compile(
        rf"(?:,[”\"’]*|[”\"])\s+(?!(?:which|who|whom|whose|that|where|when|as|and|or|but|if)\b)(?:[\w’'.()&-]+\s+){{1,8}}?(?:{told})\b.*$"
        rf"|,?\s+according to\s.*$|,[”\"’]*\s+(?:while |thereby )?(?:{telling})\b.*$|,?\s+and (?:also )?(?:{told})\b.*$",
        re.S,
    )
