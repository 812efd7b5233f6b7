"""Topics in IPTC Media Topics: weighted cues (seeds/topic_cues.csv) add up to a score; the tree implies the parents."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from flows.contract.records import Topic
from flows.extract.reading import Reading
from flows.language.phrases import Phrases
from flows.language.seeds import rows

THRESHOLD: Final = 0.5  # 1 - 2 ** -weight: cues that weigh 1 together are enough
_SURE: Final = 0.57  # what a topic that is not among the first needs: cues in passing are no topic
_FIRST: Final = 2
_SPORT: Final = "medtop:15000000"
_MOST: Final = 6  # topics of a report
_HEADLINE: Final = 2.0  # a cue in the headline counts twice
_TELLING: Final = 0.4  # weight from which one cue tells the context of its sentence
_OFTEN: Final = 4  # the same cue counts this often at most
_TOLD: Final = frozenset({"headline", "standfirst", "body", "attendance"})


class _Sense(NamedTuple):
    medtop: str
    weight: float


def find_topics(reading: Reading) -> tuple[Topic, ...]:
    """The topics of a report, best first, each with the spans that speak for it. Parents are left to ``ancestors``."""
    weights: dict[str, float] = defaultdict(float)
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for section in reading.sections:
        if section.kind not in _TOLD:
            continue
        factor = _HEADLINE if section.kind == "headline" else 1.0
        for start, end, cue in _spotter().find(reading.text[section.char_start : section.char_end]):
            for sense in _senses()[cue]:
                seen[sense.medtop, cue] += 1
                spans[sense.medtop].append((section.char_start + start, section.char_start + end))
                if seen[sense.medtop, cue] <= _OFTEN:
                    weights[sense.medtop] += sense.weight * factor
    scored = sorted(((1 - 2**-weight, medtop) for medtop, weight in weights.items()), key=lambda s: (-s[0], s[1]))
    return tuple(
        Topic(
            report_id=reading.report.report_id,
            medtop=medtop,
            label=labels()[medtop],
            score=round(score, 4),
            evidence=tuple(spans[medtop]),
        )
        for at, (score, medtop) in enumerate(scored[:_MOST])
        if score >= (THRESHOLD if at < _FIRST else _SURE)
    )


def is_of_sport(found: Sequence[Topic]) -> bool:
    """Whether a report is of sport before all else."""
    return bool(found) and _SPORT in (found[0].medtop, *ancestors(found[0].medtop))


@cache
def labels() -> dict[str, str]:
    """Code → English label of every topic in ``seeds/topics.csv``."""
    return {row["medtop"]: row["label"] for row in rows("topics")}


@cache
def ancestors(medtop: str) -> tuple[str, ...]:
    """The topics above one, nearest first: what it implies."""
    parents = {row["medtop"]: row["parent"] for row in rows("topics")}
    parent = parents.get(medtop, "")
    return (parent, *ancestors(parent)) if parent else ()


def contexts_of(text: str) -> tuple[str, ...]:
    """The PLOVER contexts that the cues in a sentence speak for, in alphabetic order."""
    known = contexts()
    return tuple(sorted({known[cue] for _, _, cue in _spotter().find(text) if cue in known}))


@cache
def contexts() -> dict[str, str]:
    """Cue → PLOVER context of its heaviest topic, where that has one and the cue is no weak one."""
    by_topic = {row["medtop"]: row["context"] for row in rows("topics")}
    strongest = {cue: max(senses, key=lambda s: s.weight) for cue, senses in _senses().items()}
    return {cue: by_topic[s.medtop] for cue, s in strongest.items() if by_topic[s.medtop] and s.weight >= _TELLING}


@cache
def _senses() -> dict[str, tuple[_Sense, ...]]:
    found: dict[str, list[_Sense]] = defaultdict(list)
    for row in rows("topic_cues"):
        found[row["cue"].lower()].append(_Sense(row["medtop"], float(row["weight"])))
    return {cue: tuple(senses) for cue, senses in found.items()}


@cache
def _spotter() -> Phrases:
    return Phrases(_senses())
