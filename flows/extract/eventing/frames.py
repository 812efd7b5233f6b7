"""From grammatical slots to roles: a frame says which phrase acts, which is acted on, and what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from flows.extract.clauses.cast import Cast, Party, of_mention, same_party
from flows.extract.clauses.chunks import Clause
from flows.extract.clauses.company import companions, holders, leaders, members
from flows.extract.clauses.parties import parties
from flows.extract.clauses.phrases import Phrase, phrase_list
from flows.extract.clauses.pronouns import other_than
from flows.extract.clauses.slots import Slots
from flows.language.cues import cue_words

_CHAIRS: Final = cue_words("chairs")
_MEETINGS: Final = frozenset({"meeting", "session", "moot", "conference", "talks", "huddle", "jirga"})
_SIGNED: Final = (["by"], ["from"])

_HARM: Final = cue_words("harm done")


class Frame(NamedTuple):
    """Slots by role: ``subject``, ``object``, ``inner`` (what hangs on the object), ``holder`` (whose the object is),
    ``asked`` (who is to do it), ``pair`` (between whom, where nobody else is named), ``genitive`` (whose the trigger noun is),
    ``chair`` (who leads a meeting), or a preposition; ``for?``: where nobody else is named (thanked A for B, but prayed for B).
    ``about``: what becomes the subject; ``to?``: unless that is a recipient (agreed to the plan, but committed to the bank)."""

    actor: str = "subject"
    recipient: str = ""
    about: str = ""
    bare: bool = False  # ``of`` does not belong to the object: assured the delegation of support
    company: str = ""  # whom the actor comes with, where the object is a party: called on the mayor with two friends


FRAMES: Final = {
    "acts": Frame(about="object content"),
    "acts_on": Frame(recipient="object"),
    "takes_in": Frame(recipient="object", about="to at"),
    "explains": Frame(recipient="to", about="on about object content"),
    "briefs": Frame(recipient="object", about="on about content"),
    "acts_on_thing": Frame(recipient="object from", about="object"),
    "holds": Frame(recipient="object"),
    "appoints": Frame(recipient="object", about="as second"),
    "opens": Frame(about="object"),
    "undergoes": Frame(actor="", recipient="subject", about="object"),
    "signed": Frame(actor="between by genitive", recipient="with", about="of"),
    "joins": Frame(actor="subject chair pair", recipient="object with", about="content", company="with"),
    "gathers": Frame(actor="subject between chair inner", recipient="with", about="content"),
    "goes_to": Frame(recipient="object to", about="object"),
    "orders": Frame(recipient="object to upon", about="content object?"),
    "tells_to": Frame(recipient="asked", about="content"),
    "tells_of": Frame(recipient="object", about="of content", bare=True),
    "promises": Frame(actor="subject pair", recipient="with to", about="on content object to?"),
    "asks_of": Frame(recipient="of from asked", about="on content object"),
    "praises": Frame(recipient="object holder inner for?", about="object"),
    "gives_to": Frame(recipient="to among for on", about="object? second content"),
    "shares": Frame(recipient="with to", about="object"),
    "from_party": Frame(recipient="from", about="object content"),
    "against_party": Frame(recipient="against"),
    "at_party": Frame(recipient="at towards against"),
    "on_party": Frame(recipient="on at against"),
    "befalls": Frame(actor="", about="subject object"),
    "mutual": Frame(actor="between of genitive subject", recipient="with", about="on"),
    "by_actor": Frame(actor="of by genitive", recipient="to with"),
    "of_patient": Frame(actor="by", recipient="of genitive"),
    "to_patient": Frame(recipient="to"),
    "draws": Frame(actor="from", recipient="subject"),
    "gets": Frame(actor="from", recipient="subject", about="object"),
    "opening_of": Frame(actor="by", about="of"),
    "incident": Frame(actor=""),
    "clashes": Frame(actor="between"),
    "accepts": Frame(recipient="from holder inner"),
    "incident_of": Frame(actor="", about="of"),
}


@dataclass(slots=True)
class Roles:
    """Who acts, who is acted on, and the span of what it is about."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    about: tuple[int, int] | None = None


def roles(clause: Clause, slots: Slots, frame: Frame, cast: Cast) -> Roles:
    """The roles of a trigger with these slots."""
    if frame.bare:
        slots.object = [_bare(phrase) for phrase in slots.object]
    actors = _parties(clause, slots, frame.actor, cast, nearest=False)
    if frame.company and parties(clause, slots.object, cast):
        actors += parties(clause, slots.by_preposition.pop(frame.company, ()), cast)
    recipients = [
        other_than(clause, r, actors, cast) for r in _parties(clause, slots, frame.recipient, cast, nearest=True)
    ]
    if slots.second and "to" in frame.recipient.split() and not recipients:  # presented him a shield
        recipients = parties(clause, slots.object, cast)
    actors += [c for a in actors for c in companions(clause, a, cast) if not any(same_party(c, b) for b in actors)]
    recipients = [r for r in recipients if clause.text[r.start : r.end].lower() != "it"]
    acting = _with_named(clause, [p for a in actors for p in _authors(clause, a, cast)], cast)
    receiving = _with_named(clause, [r for r in recipients if r.kind != "document"], cast)
    others = [r for r in receiving if not any(same_party(r, a) for a in acting)]
    return Roles(acting, others, _about(clause, slots, frame.about, others))


def _authors(clause: Clause, party: Party, cast: Cast) -> list[Party]:
    """Whoever acts himself, and of a document who wrote it: ``a UN report accused``, ``a report by the audit office accused``."""
    if party.kind != "document":
        return [party]
    inside = [i for i, m in enumerate(cast.mentions) if party.start <= m.char_start and m.char_end <= party.end]
    named = [p for i in inside if cast.mentions[i].kind == "organization" for p in of_mention(i, cast)][:1]
    return named or _signers(clause, party, cast)


def _signers(clause: Clause, document: Party, cast: Cast) -> list[Party]:
    """Whoever is told behind ``by`` to have written a document."""
    chunks, at = clause.chunks, clause.chunk_at(document.start)
    if [c.word for c in chunks[at + 1 : at + 2]] not in _SIGNED or at + 2 >= len(chunks):
        return []
    return [p for p in parties(clause, phrase_list(chunks, at + 2)[0][:1], cast) if p.kind != "document"]


def _with_named(clause: Clause, found: Sequence[Party], cast: Cast) -> list[Party]:
    """The parties with who leads them or is named of them; a list of people holds no places."""
    told = [p for party in found if party.kind in ("group", "team") for p in leaders(clause, party, cast)]
    told += [p for party in found if party.kind in ("group", "team") for p in members(clause, party, cast)]
    named = [*found, *(p for p in told if p not in found)]
    if any(p.kind in ("person", "post") for p in named):  # places in a list of people belong to their posts
        return [p for p in named if p.ordinal is None or cast.mentions[p.ordinal].kind != "place"]
    return named


def _parties(clause: Clause, slots: Slots, names: str, cast: Cast, *, nearest: bool) -> list[Party]:
    """The parties of the first slots that give any; ``inner``, ``holder`` and ``genitive`` only where no other has.

    ``nearest``: ``his arrest`` is that of the person named last before it, not of whoever speaks.
    """
    found = parties(clause, _phrases(clause, slots, names), cast)
    for name in () if found else names.split():
        if name == "inner":
            found = parties(clause, inner(clause, slots.object or slots.subject), cast)
        elif name == "holder":
            found = [party for phrase in slots.object for party in holders(clause, phrase.first, cast)]
        elif name == "asked" and slots.content and clause.text.startswith("to ", slots.content[0]):
            found = parties(clause, slots.object, cast)
        elif name == "pair":
            found = parties(clause, slots.by_preposition.get("between", ()), cast)
        elif name.endswith("?"):
            found = parties(clause, slots.by_preposition.get(name[:-1], ()), cast)
        elif name == "genitive" and slots.noun >= 0:
            found = holders(clause, slots.noun, cast, nearest=nearest)
        if found:
            break
    return found


def _phrases(clause: Clause, slots: Slots, names: str) -> list[Phrase]:
    found: list[Phrase] = []
    for name in names.split():
        if name == "subject":
            found += slots.subject
        elif name == "object":
            found += slots.object
        elif name == "chair":
            found += _chair(clause)
        else:
            found += slots.by_preposition.get(name, [])
    return found


def _chair(clause: Clause) -> list[Phrase]:
    """Who leads: ``under the chairmanship of X``, ``chaired by X``, wherever it stands in the clause."""
    chunks = clause.chunks
    return [
        phrase
        for at in range(len(chunks) - 2)
        if _is_chaired(clause, at) and chunks[at + 2].kind == "NP"
        for phrase in phrase_list(chunks, at + 2)[0][:1]
    ]


def _is_chaired(clause: Clause, at: int) -> bool:
    """Whether two chunks from ``at`` on lead to who leads a meeting."""
    word, link = clause.chunks[at].head.word, clause.chunks[at + 1].word
    return (word in _CHAIRS and link == "of" and at > 0 and clause.chunks[at - 1].word == "under") or (
        link == "by" and (word == "chaired" or (word == "headed" and _is_meeting(clause, at - 1)))
    )


def _is_meeting(clause: Clause, at: int) -> bool:
    """Whether a noun phrase is a meeting, and no group of people, whom somebody may head as well."""
    return at >= 0 and clause.chunks[at].kind == "NP" and clause.chunks[at].head.word in _MEETINGS


def _bare(phrase: Phrase) -> Phrase:
    return Phrase(phrase.first, phrase.first)


def inner(clause: Clause, phrases: Sequence[Phrase]) -> list[Phrase]:
    """What hangs on noun phrases: behind ``of`` and ``for``."""
    found: list[Phrase] = []
    for phrase in phrases:
        if clause.chunks[phrase.first].head.word in _HARM:
            continue  # condemned the killing of a clerk
        for i in range(phrase.first + 1, phrase.last + 1):
            if clause.chunks[i].kind == "NP" and not (found and i <= found[-1].last):
                found += phrase_list(clause.chunks, i)[0]
    return found


def _about(clause: Clause, slots: Slots, names: str, recipients: Sequence[Party]) -> tuple[int, int] | None:
    for name in names.split():
        if name == "content":
            if slots.content:
                return slots.content
            continue
        phrases = _phrases(clause, slots, name.rstrip("?"))
        if phrases:
            start, end = clause.chunks[phrases[0].first].start, clause.chunks[phrases[-1].last].end
            if not name.endswith("?") or not any(start <= r.start < end for r in recipients):
                return start, end
    return None
