"""Events in the making: a candidate with its realis, time and place, before engagements are put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from flows.contract.records import Event, EventParticipant, make_id
from flows.extract.clauses.cast import Cast, Party
from flows.extract.clauses.chunks import Clause
from flows.extract.clauses.descriptions import vague_nouns
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.candidates import Candidate, candidates
from flows.extract.eventing.dating import When, when
from flows.extract.eventing.elsewhere import is_elsewhere
from flows.extract.eventing.matters import whole, wording
from flows.extract.eventing.nations import is_country
from flows.extract.eventing.placing import (
    aimed_place,
    attacked_place,
    destination,
    house,
    struck_place,
    swept_place,
    taken_place,
    where,
)
from flows.extract.eventing.realis import realis
from flows.extract.eventing.recounting import is_recounted
from flows.extract.eventing.tense import DEEDS, is_earlier, is_in_relative, is_known, is_mourned, is_plain_past
from flows.extract.eventing.triggers import Trigger
from flows.extract.reading import Sentence
from flows.extract.topics import contexts_of
from flows.language.cues import cue_words

PAST: Final = ("asserted", "historical")
UNDONE: Final = ("future", "hypothetical")
_PARAGRAPH: Final = 3  # characters between a sentence and the next, one paragraph or two
_NEAR: Final = 250  # characters from what is told to what follows right on it
VERBAL: Final = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "CONCEDE", "THREATEN"})
_ANEW: Final = ("a ", "an ", "A ", "An ")
_HOUSES: Final = cue_words("houses")
_HOSTING: Final = frozenset({"host", "hosts", "hosted", "hosting"})


@dataclass(slots=True)
class Draft:
    """An event that may still be merged or joined. ``sides`` goes with actors, recipients, attendees in this order."""

    trigger: Trigger
    start: int
    end: int
    sentence: Sentence
    realis: str
    actors: list[Party]
    recipients: list[Party]
    about: tuple[int, int] | None = None
    when: When | None = None
    place: int | None = None
    attendees: list[Party] = field(default_factory=list)
    sides: dict[Party, str] = field(default_factory=dict)
    engagement: "Draft | None" = None
    simple_past: bool = True
    recounted: bool = False
    in_relative: bool = False
    elsewhere: bool = False  # not where the report was filed
    anew: bool = False  # befell something that is told of for the first time: a bridge

    @property
    def participants(self) -> list[Party]:
        """Everybody named, actors first."""
        return [*self.actors, *self.recipients, *self.attendees]


def drafts(parsed: Parsed) -> Iterator[Draft]:
    """The events that the sentences of the stories tell of, in order of the text."""
    story: int | None = None
    met: Draft | None = None
    struck: Draft | None = None
    for told in parsed.told:
        if told.sentence.story_ordinal != story:
            story, met = told.sentence.story_ordinal, None
        cast = _facing(told.cast, met) if met else told.cast
        for draft in _of_sentence(parsed, told.sentence, told.clause, cast):
            if draft.trigger.needs == "attacked" and not (struck and _follows_at_once(struck, draft)):
                continue  # two men were hurt: nobody says by what
            struck = draft if draft.trigger.type == "ASSAULT" else struck
            if met is None and draft.trigger.type == "CONSULT" and len(draft.participants) > 1:
                met = draft
            yield draft


def follows(told: Draft, draft: Draft) -> bool:
    """Whether a deed is told right behind what another draft tells of, and as the same kind of fact."""
    near = draft.sentence.start - told.sentence.end <= _NEAR
    return near and draft.trigger.type in DEEDS and told.realis == draft.realis


def _follows_at_once(struck: Draft, draft: Draft) -> bool:
    """Whether harm is told in the sentence of an attack or in that right behind it, as the same kind of fact."""
    near = is_right_behind(struck, draft) or draft.sentence is struck.sentence
    return near and struck.realis == draft.realis


def is_right_behind(told: Draft, draft: Draft) -> bool:
    """Whether a draft is of the sentence next to that of another."""
    return 0 <= draft.sentence.start - told.sentence.end <= _PARAGRAPH


def _facing(cast: Cast, met: Draft) -> Cast:
    """A cast that knows who met: for ``both sides`` and ``the delegation``."""
    group = next((p for p in met.participants if p.kind == "team" or p.plural), cast.group)
    return cast._replace(group=cast.group or group, pair=tuple(met.participants))


def _of_sentence(parsed: Parsed, sentence: Sentence, clause: Clause, cast: Cast) -> Iterator[Draft]:
    section = parsed.reading.section_at(sentence.start)
    latest = parsed.reading.report.published_on
    background = section is not None and section.story_kind == "background"
    for found in candidates(clause, cast):
        if parsed.of_sport and found.trigger.play:
            continue
        told = realis(clause, found.at, background=background)
        if told is None:
            continue
        place = _place(parsed, clause, found)
        about = found.roles.about
        mourned = is_mourned(clause, found.at, found.trigger)
        known = is_known(clause, found.at, found.trigger)
        earlier = mourned or known or is_earlier(clause, found.at, found.trigger)
        yield Draft(
            trigger=found.trigger,
            start=found.start,
            end=found.end,
            sentence=sentence,
            realis=told,
            actors=found.roles.actors,
            recipients=found.roles.recipients,
            about=about and whole(clause, about, found.trigger.frame, found.roles.recipients),
            when=when(
                parsed.times,
                clause,
                found.at,
                None if told in UNDONE else latest,
                _aim(clause, found),
                foretold=told == "future",
                mourned=mourned,
                known=known,
            ),
            place=place,
            simple_past=not earlier and is_plain_past(clause, found.at, found.trigger),
            recounted=is_recounted(clause, found.at, cast),
            in_relative=is_in_relative(clause, found.at),
            elsewhere=is_elsewhere(clause, found, told, earlier=earlier),
            anew=clause.text.startswith(_ANEW, _named_from(clause, found)),
        )


def _named_from(clause: Clause, found: Candidate) -> int:
    """Where the name of what befell begins: the noun itself, or what it is told of."""
    if clause.chunks[found.at].kind == "NP" or found.roles.about is None:
        return clause.chunks[found.at].start
    return found.roles.about[0]


def _aim(clause: Clause, found: Candidate) -> tuple[int, int] | None:
    """The span of what is to be done, or of what is alleged: an infinitive, or what follows ``that``, which an event is about."""
    about = found.roles.about
    if about is None:
        return None
    alleged = found.trigger.mode == "allege" and clause.text.endswith("that ", clause.start, about[0])
    return about if alleged or clause.text.startswith("to ", about[0]) else None


def _place(parsed: Parsed, clause: Clause, found: Candidate) -> int | None:
    """Where it happened: what was visited, else what stands behind ``at`` or ``in``."""
    visited: int | None = None
    if found.trigger.frame in ("goes_to", "by_actor"):
        visited = destination(parsed.mentions, [r.ordinal for r in found.roles.recipients])
    if found.trigger.frame == "goes_to":
        found.roles.recipients = [r for r in found.roles.recipients if not _is_building(parsed, r)]
        if visited is None and found.roles.about:
            visited = house(parsed.mentions, found.roles.about)
    if visited is not None:
        return visited
    if found.trigger.type == "x-INCIDENT" and clause.chunks[found.at].kind == "NP":
        struck = struck_place(parsed.mentions, clause, found.at)
        if struck is not None:
            return struck
    if found.trigger.type == "ASSAULT":
        struck = attacked_place(parsed.mentions, clause, found.at)
        if struck is not None:
            return struck
    struck = _done_to(parsed, clause, found)
    if struck is not None:
        return struck
    behind = clause.chunk_at(found.end - 1)  # lashed out at the bank: not where
    at = max(found.at, behind) if found.trigger.rest and found.trigger.part == "verb" else found.at
    kind = found.trigger.type
    verbal = (kind in VERBAL and found.trigger.mode != "investigate") or (
        found.trigger.part == "verb" and found.trigger.frame == "mutual"
    )  # discussed the war in …
    told = where(parsed.mentions, clause, at, _aim(clause, found), verbal=verbal, deed=kind in DEEDS)
    return _hosting(parsed, clause, found) if told is None else told


def _hosting(parsed: Parsed, clause: Clause, found: Candidate) -> int | None:
    """The town that hosts a meeting, which is where it was and no party to it: ``Doha hosted the talks``."""
    if clause.chunks[found.at].head.word not in _HOSTING:
        return None
    hosts = [a for a in found.roles.actors if a.ordinal is not None and parsed.mentions[a.ordinal].kind == "place"]
    if len(hosts) != 1 or is_country(hosts[0].name or ""):
        return None
    found.roles.actors = [a for a in found.roles.actors if a is not hosts[0]]
    return hosts[0].ordinal


def _done_to(parsed: Parsed, clause: Clause, found: Candidate) -> int | None:
    """The place that a deed is done to, or that police and troops are sent to."""
    if found.trigger.part != "verb":
        return None
    if found.trigger.type == "MOBILIZE":
        return aimed_place(parsed.mentions, clause, found.at)
    if found.trigger.type == "x-INCIDENT":
        return swept_place(parsed.mentions, clause, found.at)
    return taken_place(parsed.mentions, clause, found.at) if found.trigger.type in ("ASSAULT", "COERCE") else None


def _is_building(parsed: Parsed, party: Party) -> bool:
    """A place, or a body named after its house: ``Central Police Office`` is where, not whom, one visits."""
    if party.ordinal is None:
        return False
    mention = parsed.mentions[party.ordinal]
    return mention.kind == "place" or (mention.kind == "organization" and mention.name.split()[-1].lower() in _HOUSES)


def event_of(draft: Draft, report_id: str, text: str) -> Event:
    """The event row of a draft, offsets in the view."""
    return Event(
        event_id=draft_id(draft, report_id),
        report_id=report_id,
        event_type=draft.trigger.type,
        event_mode=draft.trigger.mode,
        contexts=contexts_of(text[draft.sentence.start : draft.sentence.end]),
        realis=draft.realis,
        trigger_start=draft.start,
        trigger_end=draft.end,
        evidence_start=draft.sentence.start,
        evidence_end=draft.sentence.end,
        occurred_on=draft.when.time.starts_on if draft.when else None,
        occurred_on_precision=_precision(draft),
        time_ordinal=draft.when.ordinal if draft.when else None,
        place_ordinal=draft.place,
        subject=wording(text, draft.about),
        engagement_id=draft_id(draft.engagement, report_id) if draft.engagement else None,
        story_ordinal=draft.sentence.story_ordinal,
    )


def draft_id(draft: Draft, report_id: str) -> str:
    """The event's id: report, trigger span and type."""
    return make_id(report_id, str(draft.start), str(draft.end), draft.trigger.type)


def participants_of(draft: Draft, report_id: str) -> Iterator[EventParticipant]:
    """The participant rows of a draft, each party once, in its first role. Nobody meets ``the board`` of which no name is known."""
    event_id = draft_id(draft, report_id)
    roles: Sequence[tuple[str, Sequence[Party]]] = (
        ("actor", draft.actors), ("recipient", draft.recipients), ("attendee", draft.attendees),
    )  # fmt: skip
    meets = draft.trigger.type == "CONSULT"
    rows = [(role, party) for role, listed in roles for party in listed if not (meets and _is_vague(party))]
    for ordinal, (role, party) in enumerate(rows):
        yield EventParticipant(
            event_id=event_id,
            report_id=report_id,
            ordinal=ordinal,
            role=role,
            side=draft.sides.get(party),
            mention_ordinal=party.ordinal,
            name=party.name,
            post=party.post,
            char_start=party.start,
            char_end=party.end,
        )


def _is_vague(party: Party) -> bool:
    """A bare noun that names nobody: ``the board``, where the report names none."""
    return party.ordinal is None and (party.name or "").lower() in vague_nouns()


def _precision(draft: Draft) -> str | None:
    if draft.when is None:
        return None
    return "day" if draft.when.time.precision in ("hour", "minute", "second") else draft.when.time.precision
