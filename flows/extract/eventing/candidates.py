"""Triggers in their clauses: which words of a sentence tell of an event, and who plays which role in it."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from flows.extract.clauses.cast import Cast, Party
from flows.extract.clauses.chunks import Chunk, Clause
from flows.extract.clauses.parties import counted, somebody, unlisted
from flows.extract.clauses.phrases import Phrase
from flows.extract.clauses.slots import Slots, is_passive, right_slots
from flows.extract.clauses.subjects import is_finite, subject
from flows.extract.eventing.frames import FRAMES, Roles, roles
from flows.extract.eventing.matching import match
from flows.extract.eventing.triggers import Trigger, asked, nouns, verbs
from flows.extract.eventing.unmeant import begins_name, is_at_large, is_generic, is_name, is_nth, is_title, qualifies
from flows.language.cues import cue_words

_REHEARSED: Final = frozenset({"drill", "drills", "mock", "simulated", "simulation", "rehearsal", "rehearsals"})
_DEMANDING: Final = frozenset(
    {"orders", "praises", "acts_on_thing", "opens", "opening_of"}
)  # frames whose verb tells nothing without an object
_MEETING_AIMS: Final = cue_words("aims of a meeting")
_BEFALLING: Final = ("incident", "clashes")
_PEOPLE: Final = frozenset({"he", "she", "they", "who"})
_DONE_TO_HIM: Final = frozenset({"COERCE", "SANCTION", "ASSAULT", "x-APPOINT", "REQUEST", "ACCUSE", "AID", "RETREAT"})
_THEM: Final = frozenset({"them", "whom", "us"})
_PATIENTS: Final = frozenset({"him", "her", "them"})
_EACH_OTHER: Final = (("each", "other"), ("one", "another"), ("the", "other"))
_IT: Final = frozenset({"it", "each"})
_SUBJECTS: Final = frozenset({"he", "she", "they"})  # of passives
_BOTH: Final = frozenset({"both", "two"})
_OWN: Final = frozenset({"his", "her", "their", "its"})
_AT: Final = frozenset({"in", "during", "at", "has", "have", "had", "after", "following"})
_NATURE: Final = cue_words("forces of nature")
_DONE_TO_MANY: Final = frozenset({"COERCE", "ASSAULT", "SANCTION", "RETREAT"})
_CRAFT: Final = cue_words("craft that crash")
_PERHAPS_THINGS: Final = frozenset({"CONSULT", "COERCE", "ASSAULT", "MOBILIZE", "x-INCIDENT"})  # what things may do
_HUMAN: Final = frozenset(
    {"arrest", "deport", "convict", "expel", "abduct", "torture", "resign"}
)  # done to people alone


class Meant(NamedTuple):
    """Who need not be named: who acts in a passive that says enough or behind ``they`` (``agentless``), ``him`` who is acted on.

    ``alone``: nothing stands behind the verb, so that who meets may be several. ``doing``: the nouns that the verb is said of,
    however far to its left: ``a missile strike on a hospital in the capital killed 12``.
    """

    alone: bool = False
    agentless: bool = False
    patient: bool = False
    doing: Sequence[str] = ()


@dataclass(slots=True)
class Candidate:
    """An event that a clause may tell of. ``verb`` is the index of its verb group, or of its noun phrase."""

    trigger: Trigger
    start: int
    end: int
    clause: Clause
    at: int
    roles: Roles


def candidates(clause: Clause, cast: Cast) -> Iterator[Candidate]:
    """The candidates of a clause in order, an attack once: ``killed in a bomb attack``."""
    found = list(_candidates(clause, cast))
    for earlier, later in pairwise(found):
        alike = earlier.clause.chunks[earlier.at].form.finite == later.clause.chunks[later.at].form.finite
        open_to = not later.roles.recipients or _is_one_of(clause, earlier.roles.recipients)
        if alike and open_to and _acts_on_them(later, earlier.roles.recipients):
            later.roles.recipients = earlier.roles.recipients  # swore in six judges and directed them
    harmed = any(
        c.trigger.type == "ASSAULT" and c.trigger.part != "noun" and c.trigger.needs != "attacked" for c in found
    )
    for n, candidate in enumerate(found):
        aim = n > 0 and _is_aim_of(found[n - 1], candidate)  # marched through the town to protest against the dam
        if not aim and not (harmed and candidate.trigger.type == "ASSAULT" and candidate.trigger.frame in _BEFALLING):
            yield candidate


def _is_aim_of(told: Candidate, aim: Candidate) -> bool:
    """Whether a protest is but what people who protest are told to do so for."""
    protests = told.trigger.type == aim.trigger.type == "PROTEST"
    return protests and aim.clause.chunks[aim.at].form.infinitive and not told.clause.chunks[told.at].form.infinitive


def _is_one_of(clause: Clause, told: Sequence[Party]) -> bool:
    """Whether one person is told of in a clause, whom ``him`` behind it then means: ``convicted X of graft and jailed him``."""
    return len(told) == 1 and told[0].kind == "person" and clause.start <= told[0].start < clause.end


def _candidates(clause: Clause, cast: Cast) -> Iterator[Candidate]:
    """All candidates; a noun that a light verb has taken is not taken again."""
    taken: set[int] = set()
    words: Set[str] = frozenset()
    triggers = {"V": verbs(), "NP": nouns()}
    for at, chunk in enumerate(clause.chunks):
        listed = triggers[chunk.kind].get(chunk.head.word) if chunk.kind in triggers else None
        if listed is None:
            continue
        if chunk.kind == "V":
            words = words or _words(clause)
            needed, others = asked()[chunk.head.word]
            may = others if words.isdisjoint(needed) else [t for t in listed if _may_stand(t, words)]
            found = _of_verb(clause, at, cast, may)
            if found:
                taken.add(clause.chunk_at(found.end - 1))
                yield found
        elif at not in taken:
            found = _of_noun(clause, at, cast, listed)
            if found:
                yield found


def _acts_on_them(later: Candidate, told: Sequence[Party]) -> bool:
    """Whether a verb has but a pronoun behind it for those whom the verb before it told of."""
    behind = later.clause.chunks[later.at + 1 : later.at + 2]
    if not behind or not told or behind[0].first < behind[0].last or later.clause.chunks[later.at].form.passive:
        return False
    several = len(told) > 1 or told[0].plural
    return behind[0].word == "them" if several else behind[0].word in ("him", "her")


def _words(clause: Clause) -> Set[str]:
    """The words of a clause; of a name or time, which is one word there, each of its words, too."""
    return {*clause.words, *(part for word in clause.words if " " in word for part in word.split())}


def _may_stand(trigger: Trigger, words: Set[str]) -> bool:
    """Whether the words are there without which a trigger cannot hold."""
    if trigger.nouns and words.isdisjoint(trigger.nouns):
        return False
    return not trigger.only or not words.isdisjoint(trigger.only)


def _of_verb(clause: Clause, at: int, cast: Cast, triggers: Sequence[Trigger]) -> Candidate | None:
    chunk = clause.chunks[at]
    for trigger in triggers:
        slots, end = match(clause, at, trigger)
        if slots is None or (trigger.frame == "holds" and not chunk.form.passive):
            continue
        if trigger.frame == "befalls" and chunk.form.gerund and clause.chunks[at - 1].kind in "PX":
            slots.subject = []  # stranded due to flooding: not who is stranded is flooded
        if (
            is_title(clause, at, end)
            or begins_name(clause, at)
            or qualifies(clause, at)
            or (trigger.lemma == "ask" and "?" in clause.text[clause.start : chunk.start])
            or (trigger.type == "ASSAULT" and _is_natural(clause, slots, trigger))
            or (at == 0 and chunk.form.finite and not slots.subject and not slots.by_preposition)
        ):
            continue  # Met officials warned
        found = roles(clause, slots, FRAMES[trigger.frame], cast)
        if trigger.part == "light":  # joined forces with them: the forces are no party
            found.recipients = [r for r in found.recipients if r.end != end]
        if trigger.type not in _PERHAPS_THINGS and not found.actors and not chunk.form.passive:
            found.actors = unlisted(clause, slots.subject)
        if trigger.type in _DONE_TO_MANY and trigger.frame == "acts_on" and not found.recipients:
            found.recipients = [p for phrase in slots.object[:1] if (p := counted(clause, phrase))]
        if trigger.mode in _HUMAN and trigger.frame == "acts_on" and not (found.recipients or _is_ambiguous(trigger)):
            found.recipients = [p for phrase in slots.object[:1] if (p := somebody(clause, phrase))]
        if trigger.frame == "gathers" and not found.actors and is_at_large(clause, slots):
            continue
        if trigger.frame == "appoints" and not chunk.form.passive and not _names_first(clause, slots, found):
            continue
        agentless = _needs_no_agent(trigger, chunk) if chunk.form.passive else _is_somebody(clause, slots)
        doing = _doing(clause, slots) if trigger.only or trigger.frame == "befalls" else ()
        meant = Meant(not slots.object, agentless, _is_him(clause, slots, trigger, chunk), doing)
        if _holds(clause, trigger, found, chunk.last + 1, meant):
            verb = chunk.head
            return Candidate(trigger, verb.start, end if end > verb.start else verb.end, clause, at, found)
    return None


def _needs_no_agent(trigger: Trigger, verb: Chunk) -> bool:
    """Whether a passive tells enough without who did it: a curfew was imposed, two pistols were seized."""
    if trigger.part == "light":
        return trigger.type != "PROTEST"
    return trigger.needs == "done" and verb.form.finite_by_auxiliary


def _is_ambiguous(trigger: Trigger) -> bool:
    """Whether a trigger means something else beside some words: captured the light."""
    return (bool(trigger.unless) and not trigger.only) or trigger.part != "verb"


def _is_somebody(clause: Clause, slots: Slots) -> bool:
    """Whether who acts is but a pronoun for people, whoever they are: ``they swapped prisoners``."""
    if len(slots.subject) != 1:
        return False
    head = clause.chunks[slots.subject[0].first]
    return head.word in _PEOPLE or head.head.word in _BOTH


def _is_him(clause: Clause, slots: Slots, trigger: Trigger, verb: Chunk) -> bool:
    """Whether who is acted on is but a pronoun for people, whoever they are: ``suspended him``, ``she was rushed to hospital``."""
    if trigger.type not in _DONE_TO_HIM or (trigger.type == "AID" and trigger.frame != "acts_on"):
        return False  # offers them nothing
    head = clause.chunks[slots.object[0].first] if len(slots.object) == 1 else None
    if head is not None and verb.form.passive and _is_of_them(clause, slots.object[0]):
        return True
    patients = _PATIENTS | _SUBJECTS if verb.form.passive else _PATIENTS
    if trigger.frame == "tells_of" and trigger.type == "ACCUSE":
        patients = patients | _IT  # condemned the firm, accusing it of fraud
    if head is not None and clause.words[head.first : head.last + 1] in _EACH_OTHER:
        return True
    return head is not None and head.first == head.last and head.word in patients


def _is_of_them(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase counts people out: ``all of them``, ``five of whom``."""
    last = clause.chunks[phrase.last]
    return phrase.last == phrase.first + 2 and clause.chunks[phrase.last - 1].word == "of" and last.word in _THEM


def _is_natural(clause: Clause, slots: Slots, trigger: Trigger) -> bool:
    """Whether no man does it: ``heavy rain across the north killed nine people``, ``a plane crashed, killing two``."""
    doing = _doing(clause, slots)
    crashed = trigger.lemma.startswith("kill") and not _CRAFT.isdisjoint(doing)
    return crashed or not _NATURE.isdisjoint(doing)


def _doing(clause: Clause, slots: Slots) -> list[str]:
    """The nouns that a verb is said of; of a name, each of its words: Typhoon X."""
    return [word for phrase in slots.subject for word in clause.chunks[phrase.first].head.word.split()]


def _names_first(clause: Clause, slots: Slots, found: Roles) -> bool:
    """Whether the first thing named behind a verb is somebody: not ``promoting trade and the work of young experts``."""
    if not slots.object or not found.recipients:
        return True
    first = slots.object[0]
    return found.recipients[0].start <= clause.chunks[first.last].end


def _of_noun(clause: Clause, at: int, cast: Cast, triggers: Sequence[Trigger]) -> Candidate | None:
    chunk = clause.chunks[at]
    for trigger in triggers:
        if trigger.frame in _BEFALLING and (
            (is_generic(clause, chunk) and not _is_fought(clause, at, trigger))
            or is_name(clause, chunk)
            or is_nth(clause, chunk)
        ):
            continue
        first = chunk.last - len(trigger.rest)
        if clause.words[max(chunk.first, first) : chunk.last] != trigger.rest:
            continue
        slots = right_slots(clause, at + 1)
        slots.noun = at
        if trigger.frame == "clashes" and at + 2 < len(clause.chunks) and clause.chunks[at + 1].kind == "V":
            slots.by_preposition |= right_slots(clause, at + 2).by_preposition  # broke out between A and B
        if trigger.type == "CONSULT" and trigger.frame == "mutual" and "with" in slots.by_preposition:
            slots.subject = _present(clause, at)
        if (
            trigger.frame == "by_actor"
            and at > 1
            and clause.chunks[at - 1].word == "on"
            and clause.chunks[at - 2].kind == "V"
        ):
            slots.by_preposition.setdefault("by", subject(clause, at - 2))  # who is on a visit to the port
        found = roles(clause, slots, FRAMES[trigger.frame], cast)
        if _holds(clause, trigger, found, chunk.last + 1, Meant()):
            return Candidate(trigger, clause.tokens[first].start, chunk.end, clause, at, found)
    return None


def _present(clause: Clause, at: int) -> list[Phrase]:
    """Who had ``a meeting with X``, or does something in it, which makes him or her one of those who meet."""
    if at == 0 or clause.chunks[at - 1].word not in _AT or clause.chunks[at].word in _OWN:
        return []
    chunks = clause.chunks
    if chunks[at - 1].kind == "U" and any(is_finite(chunks, i) for i in range(at + 1, _next_comma(chunks, at))):
        return []  # fired at them after talks with the leaders failed
    verbs = [i for i, c in enumerate(chunks) if c.kind == "V" and is_finite(chunks, i) and not is_passive(clause, i)]
    before = [i for i in verbs if i < at]
    return subject(clause, (before[-1:] or verbs[:1])[0]) if verbs else []


def _next_comma(chunks: Sequence[Chunk], at: int) -> int:
    """Index of the first comma or ``that`` behind a chunk, or that of the end."""
    return next((i for i in range(at + 1, len(chunks)) if chunks[i].kind in ",W"), len(chunks))


def _is_fought(clause: Clause, at: int, trigger: Trigger) -> bool:
    """Whether a clash is one of its own, as it is told between whom: ``clashes broke out in the camp between A and B``."""
    return trigger.frame == "clashes" and any(c.word == "between" for c in clause.chunks[at + 1 :])


def _is_allowed(clause: Clause, trigger: Trigger, found: Roles, behind: int, doing: Sequence[str]) -> bool:
    """Whether none of the words that forbid a trigger stand near it, and one of those that it asks for."""
    near = {word for t in clause.tokens[max(0, behind - 5) : behind + 5] for word in (t.word, t.word.split()[-1])}
    if "to" not in clause.words[behind : behind + 5]:
        near.discard("to")  # speaking to X, who called on Y
    if found.about and clause.text.startswith("to ", found.about[0]):
        aim = clause.text[found.about[0] : found.about[1]].split(maxsplit=2)[1:2]
        near = near - {"to"} if aim and aim[0] in _MEETING_AIMS else near | {"to"}
    is_meant = trigger.unless.isdisjoint((*near, *doing))
    if not is_meant or not trigger.only:
        return is_meant
    near.update(clause.words[behind + 5 : behind + 7], doing)
    near.update(word for actor in found.actors for word in f"{actor.name} {actor.post}".lower().split())
    return not (near.isdisjoint(trigger.only) and trigger.only.isdisjoint(_told_of(clause, found)))


def _told_of(clause: Clause, found: Roles) -> Sequence[str]:
    """The words of what an event is about, in small letters."""
    return clause.text[slice(*found.about)].lower().split() if found.about else ()


def _among(clause: Clause, trigger: Trigger, found: Roles) -> bool:
    """Whether the one party that meets is several: ``talks between the rival factions``."""
    return trigger.type == "CONSULT" and any(
        a.plural and clause.text.endswith("between ", clause.start, a.start) for a in found.actors
    )


def _may_come(party: Party, *, received: bool) -> bool:
    """Whether a party may be somebody's guest; bodies, and people who are but counted, where somebody by name or post ``received`` them."""
    if party.kind == "body" or (party.kind == "group" and party.name is not None and party.name[:1].isdigit()):
        return received
    return party.kind in ("person", "post", "team", "group")


def _holds(clause: Clause, trigger: Trigger, found: Roles, behind: int, meant: Meant) -> bool:
    """Whether the parties are there that the trigger needs, and none of the words that forbid it follow."""
    if (trigger.unless or trigger.only) and not _is_allowed(clause, trigger, found, behind, meant.doing):
        return False
    if trigger.frame in _DEMANDING and not (found.recipients or found.about):
        return False  # in line with the court orders
    if trigger.frame == "tells_to" and not clause.text.startswith("to ", found.about[0] if found.about else -1):
        return False
    if trigger.type == "x-INCIDENT" and not _REHEARSED.isdisjoint(clause.words):
        return False
    match trigger.needs:
        case "attacked":
            return bool(found.recipients) and not found.actors  # drafts look for the attack
        case "recipient":
            return bool(found.recipients) or meant.patient
        case "person":
            return any(r.kind in ("person", "post") for r in found.recipients)
        case "guest":
            received = any(a.kind in ("person", "post") for a in found.actors)
            return meant.patient or any(_may_come(r, received=received) for r in found.recipients)
        case "team":
            return bool(found.actors) and any(r.kind == "team" for r in found.recipients)
        case "actor" | "done":
            return bool(found.actors) or meant.agentless
        case "both":
            return bool(found.actors and found.recipients) or len(found.actors) > 1 or _among(clause, trigger, found)
        case "several":
            met = len(found.actors) > 1 or any(a.plural or a.kind in ("body", "team") for a in found.actors)
            named = {a.start for a in found.actors if a.start >= clause.start}  # `both sides` name nobody
            discussed = len(named) > 1 and "part" in trigger.meeting
            return bool(found.recipients) or discussed or (meant.alone and met)
        case "party":
            return bool(found.actors or found.recipients)
    return True
