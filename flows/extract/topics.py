"""Topics in IPTC Media Topics: weighted cues (seeds/topic_cues.csv) add up to a score; the tree implies the parents."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from flows.contract.records import Event, EventParticipant, Mention, Topic
from flows.extract.eventing.nations import nation
from flows.extract.reading import Reading
from flows.language.phrases import Phrases
from flows.language.seeds import rows

THRESHOLD: Final = 0.5  # 1 - 2 ** -weight: cues that weigh 1 together are enough
_SURE: Final = 0.57  # what a topic that is not among the first needs: cues in passing are no topic
_FIRST: Final = 2
_ALONE: Final = 0.38  # what the best topic of a report that reaches no threshold needs: short reports hold few cues
_SPORT: Final = "medtop:15000000"
_MOST: Final = 6  # topics of a report
_HEADLINE: Final = 2.0  # a cue in the headline counts twice
_LEAD: Final = 1.5  # an event of the first sentence weighs this much more
_TELLING: Final = 0.4  # weight from which one cue tells the context of its sentence
_TWICE: Final = 2
_OFTEN: Final = 4  # the same cue counts this often at most
_TOLD: Final = frozenset({"headline", "standfirst", "body", "attendance"})


class _Sense(NamedTuple):
    medtop: str
    weight: float


class _EventSense(NamedTuple):
    mode: str
    nations: bool
    medtop: str
    weight: float


class Weighed(NamedTuple):
    """What speaks for each topic of a report: how much, and where it stands."""

    weights: dict[str, float]
    spans: dict[str, list[tuple[int, int]]]


def weigh(reading: Reading) -> Weighed:
    """What the words of a report say of its topics."""
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
    return Weighed(weights, spans)


def with_events(
    words: Weighed,
    events: Sequence[Event],
    participants: Sequence[EventParticipant],
    mentions: Sequence[Mention],
    lead: int = 0,
) -> Weighed:
    """What the words and the events of a report say of its topics; an event that is told often counts twice at most.

    Those before ``lead``, where the first sentence ends, weigh more: it tells what the report is about.
    """
    weights, spans = defaultdict(float, words.weights), {medtop: list(found) for medtop, found in words.spans.items()}
    home = next((m.country_code for m in mentions if m.kind == "place" and m.country_code), None)
    parties: dict[str, list[EventParticipant]] = defaultdict(list)
    for party in participants:
        parties[party.event_id].append(party)
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for event in events:
        for sense in _event_senses().get(event.event_type, ()):
            told = event.realis == "asserted" and sense.mode in ("", event.event_mode or "")
            if not told or (sense.nations and not _is_abroad(parties[event.event_id], mentions, home)):
                continue
            seen[sense.medtop, event.event_type] += 1
            spans.setdefault(sense.medtop, []).append((event.trigger_start, event.trigger_end))
            if seen[sense.medtop, event.event_type] <= _TWICE:
                weights[sense.medtop] += sense.weight * (_LEAD if event.trigger_start < lead else 1.0)
    return Weighed(weights, {medtop: sorted(set(found)) for medtop, found in spans.items()})


def _is_abroad(parties: Sequence[EventParticipant], mentions: Sequence[Mention], home: str | None) -> bool:
    """Whether parties are of two countries, or of another one than that where a story is told."""
    countries = {home} if home else set()
    for party in parties:
        named = mentions[party.mention_ordinal] if party.mention_ordinal is not None else None
        code = nation(f"{party.post or ''} {party.name or ''}") or (named.country_code if named else None)
        if code and code != home:
            countries.add(code)
            if len(countries) > 1:
                return True
    return False


def chosen(weighed: Weighed, report_id: str) -> tuple[Topic, ...]:
    """The topics for which enough speaks, best first, each with the spans that speak for it. Parents are left to ``ancestors``."""
    weights = weighed.weights
    scored = sorted(((_score(weight), medtop) for medtop, weight in weights.items()), key=lambda s: (-s[0], s[1]))
    if scored and _ALONE <= scored[0][0] < THRESHOLD:
        return (_topic(weighed, scored[0], report_id),)
    return tuple(
        _topic(weighed, found, report_id)
        for at, found in enumerate(scored[:_MOST])
        if found[0] >= (THRESHOLD if at < _FIRST else _SURE)
    )


def _topic(weighed: Weighed, found: tuple[float, str], report_id: str) -> Topic:
    score, medtop = found
    return Topic(
        report_id=report_id,
        medtop=medtop,
        label=labels()[medtop],
        score=round(score, 4),
        evidence=tuple(weighed.spans[medtop]),
    )


def _score(weight: float) -> float:
    return 1 - 2**-weight


def is_of_sport(words: Weighed) -> bool:
    """Whether a report is of sport before all else."""
    weights = words.weights
    first = min(weights, key=lambda medtop: (-weights[medtop], medtop), default=None)
    return first is not None and _score(weights[first]) >= THRESHOLD and _SPORT in (first, *ancestors(first))


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
def _event_senses() -> dict[str, tuple[_EventSense, ...]]:
    found: dict[str, list[_EventSense]] = defaultdict(list)
    for row in rows("event_topics"):
        sense = _EventSense(row["mode"], row["between"] == "nations", row["medtop"], float(row["weight"]))
        found[row["type"]].append(sense)
    return {kind: tuple(senses) for kind, senses in found.items()}


@cache
def _spotter() -> Phrases:
    return Phrases(_senses())
