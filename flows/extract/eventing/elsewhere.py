"""What tells that an event happened elsewhere than where its report was filed."""

from typing import Final

from flows.extract.clauses.chunks import Clause, opener
from flows.extract.eventing.candidates import Candidate
from flows.extract.eventing.tense import DEEDS, is_attributive
from flows.language.cues import cue_words

_WHERE: Final = frozenset({"in", "at", "across", "throughout", "to", "from", "of", "including"})
_REGIONS: Final = cue_words("parts of countries")
_OUTSIDE: Final = frozenset({"abroad", "overseas", "elsewhere", "nationwide", "countrywide", "worldwide", "globally"})


def is_elsewhere(clause: Clause, found: Candidate, told: str, *, earlier: bool) -> bool:
    """Whether a candidate lies outside the report's own scene: history, a journey to come, many places, a deed reacted to."""
    if told == "historical" or is_attributive(clause, found.at) or _is_scattered(clause, found.at):
        return True
    if found.trigger.frame == "goes_to" and told != "asserted":
        return True
    named = clause.chunks[found.at].kind == "NP"
    chunk = clause.chunks[found.at]
    gerund = chunk.form.gerund or clause.words[chunk.first] == "being"
    if chunk.form.perfect and clause.chunks[opener(clause.chunks, found.at)].word == "who":
        return True  # fought men who had seized land
    reason = gerund and clause.chunks[found.at - 1].word == "for"
    return reason or (named and found.trigger.type in DEEDS and earlier)


def _is_scattered(clause: Clause, at: int) -> bool:
    """Whether the phrases around chunk ``at``, up to the verbs beside it, tell of many places or of none near."""
    first = next((i for i in range(at - 1, -1, -1) if clause.chunks[i].kind in "VRWU;"), -1) + 1
    stop = next((i for i in range(at + 1, len(clause.chunks)) if clause.chunks[i].kind in "VRWU;"), len(clause.chunks))
    for i in range(first, stop):
        chunk = clause.chunks[i]
        if chunk.word in _OUTSIDE:
            return True
        governed = i > 0 and clause.chunks[i - 1].kind in "PX" and clause.chunks[i - 1].word in _WHERE
        if chunk.kind == "NP" and governed and chunk.head.word in _REGIONS:
            return True
    return False
