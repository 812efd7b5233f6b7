"""Who speaks: the printed subject of the cue, or whom its pronoun stands for."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from flows.extract.clauses.cast import Cast, Party
from flows.extract.clauses.chunks import Clause
from flows.extract.clauses.descriptions import noun_kinds
from flows.extract.clauses.parties import parties
from flows.extract.clauses.phrases import Phrase
from flows.extract.clauses.pronouns import people_before
from flows.extract.speech.reported import Said
from flows.language.cues import cue_words
from flows.language.seeds import rows

_NOBODY: Final = frozenset(
    {"no", "some", "what", "there", "nothing", "this", "that", "such", "any", "every", "my", "our", "your"}
)
_ARTICLES: Final = frozenset({"the", "a", "an", "one", "another"})
_FEW: Final = 4  # words of a speaker that is neither named nor a known noun for a party
_THINGS: Final = frozenset({"document", "body", "team"})
_PERSONAL: Final = frozenset({"he", "she"})
_AGED: Final = "-year-old"
_PRONOUN: Final = 3  # characters
_GATHERINGS: Final = cue_words("gatherings") - {"office", "reporters", "media", "crowd"}
_RARER: Final = "she"  # fits few who are named


class Speaker(NamedTuple):
    """A speaker as printed or resolved; ``ordinal`` is a mention, ``kind`` that of the party."""

    name: str
    ordinal: int | None
    kind: str
    plural: bool
    until: int = 0  # where the sentence ends in which he or she speaks


class Talk(NamedTuple):
    """Who spoke before a sentence: the last one, the last one with a name, and what stands between quotation marks."""

    last: Speaker | None = None
    named: Speaker | None = None
    quoted: Sequence[tuple[int, int]] = ()


def speaker_of(clause: Clause, said: Said, cast: Cast, talk: Talk) -> Speaker | None:
    """The speaker of a cue; without a subject of its own it is whoever spoke last."""
    last = talk.last
    if not said.speaker:
        return last
    first, final = clause.chunks[said.speaker[0].first], clause.chunks[said.speaker[-1].last]
    if first.first == final.last and clause.tokens[first.first].tag == "I":
        told = talk._replace(last=None) if _is_addressed(clause, said, cast, last) else talk
        return _of_pronoun(clause.words[first.first], clause.start, cast, told)
    speaking = _speaking(clause, said.speaker, cast)
    start, end = said.printed or (_from_name(clause, speaking[0]), clause.chunks[speaking[-1].last].end)
    name = " ".join(clause.text[start:end].split())
    found = parties(clause, speaking, cast)
    if said.printed:
        found = _behind_document(clause, start, end, found, cast)
        if not found:
            return None
    if not found and last and _is_joined(clause, said):
        return last
    if name.startswith("the ") and name.endswith(_AGED) and (aged := _just_named(clause.start, cast, talk)):
        return aged
    if not found and not _can_speak(name):
        return None
    if not found:
        return Speaker(name, None, "person", name.endswith("s"))
    return Speaker(name, found[0].ordinal, found[0].kind, len(found) > 1 or found[0].plural)


def _from_name(clause: Clause, phrase: Phrase) -> int:
    """Where a speaker begins, behind an occasion that no comma parts from the name: ``During the meeting X said``."""
    head = clause.chunks[phrase.first]
    tokens = clause.tokens[head.first : head.last + 1]
    parted = (b.start for a, b in pairwise(tokens) if a.word in _GATHERINGS and b.tag == "m")
    return next(parted, head.start)


def _is_addressed(clause: Clause, said: Said, cast: Cast, last: Speaker | None) -> bool:
    """Whether who spoke last is whom ``he`` now tells something, and so somebody else: ``he informed the minister that``."""
    at = clause.chunk_at(said.cue[1])
    if last is None or at >= len(clause.chunks) or clause.chunks[at].kind != "NP" or said.content[0] < said.cue[1]:
        return False
    told = parties(clause, [Phrase(at, at)], cast) if clause.chunks[at].end < said.content[0] else []
    post = cast.mentions[last.ordinal].post if last.ordinal is not None else None
    return any(p.name == last.name or (p.post and post and p.post in post) for p in told)


def _speaking(clause: Clause, phrases: Sequence[Phrase], cast: Cast) -> Sequence[Phrase]:
    """The phrases from the first party on: what a list names before it belongs to another clause (``the hall, and a guide``)."""
    if len(phrases) == 2 and _is_unknown_name(clause, phrases[0]):
        return phrases[:1]
    return next((phrases[i:] for i in range(len(phrases)) if parties(clause, phrases[i : i + 1], cast)), phrases)


def _is_unknown_name(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase is two or more words in capitals that a comma and a description follow: ``Rina Costa, head of the union,``."""
    head = clause.chunks[phrase.first]
    tokens = clause.tokens[head.first : head.last + 1]
    comma = clause.chunks[phrase.first + 1 : phrase.first + 2]
    named = len(tokens) > 1 and all(t.tag == "N" and clause.text[t.start].isupper() for t in tokens)
    return named and phrase.first == phrase.last and bool(comma) and comma[0].kind == ","


def _is_joined(clause: Clause, said: Said) -> bool:
    """Whether ``and`` joins a cue to what stands before it: ``said the road was closed and stressed …``."""
    at = clause.chunk_at(said.cue[0])
    return at > 0 and clause.chunks[at - 1].kind == "C"


def _can_speak(name: str) -> bool:
    """Whether an unknown phrase may be a speaker: ``the biologist``, ``The Hindu``; not ``no relation``."""
    words = name.split()
    if not words or words[0].lower() in _NOBODY or "”" in name or name.lower() in _ARTICLES:
        return False
    begins = (
        words[0][0].isupper()
        or words[0].lower() in _ARTICLES
        or (len(words) > 1 and all(w[0].isupper() for w in words[1:]))
    )
    named = begins and (any(word[0].isupper() for word in words[1:]) or len(words) == 1)
    return named or (len(words) <= _FEW and (words[0].lower() in _ARTICLES or words[0][0].isupper()))


def _behind_document(clause: Clause, start: int, end: int, found: list[Party], cast: Cast) -> list[Party]:
    """The body or person that issued what is cited: the last one named in ``a statement issued by …``."""
    inside = [t for t in clause.tokens if t.tag == "m" and start <= t.start < end]
    speaking = [t for t in inside if cast.mentions[t.ordinal].kind in ("person", "organization", "post")]
    if not speaking or (found and found[0].kind != "document"):
        return found
    mention = cast.mentions[speaking[-1].ordinal]
    kind = "person" if mention.kind in ("person", "post") else "body"
    return [Party(kind, mention.name, mention.post, speaking[-1].ordinal, mention.char_start, mention.char_end)]


def _of_pronoun(word: str, start: int, cast: Cast, talk: Talk) -> Speaker | None:
    """He and she are the last speaker who can be one person, it the last body or document, they the last of several."""
    last = talk.last
    if word in _PERSONAL:
        return _of_person(word, start, cast, talk)
    if word == "it":
        return last if last and last.kind in _THINGS else _speaker(cast.neutral) or last
    if word == "they":
        return last if last and last.plural else _speaker(next(iter(cast.plural), None)) or last
    return last


def _of_person(word: str, start: int, cast: Cast, talk: Talk) -> Speaker | None:
    """Whom he or she means: the last speaker whom nothing contradicts, unless only the last one who acted is told to be that."""
    last, named, acted = talk.last, talk.named, _speaker(cast.singular)
    told = acted and word in _pronouns_of(acted, cast) and not (last and word in _pronouns_of(last, cast))
    if acted and told and (word == _RARER or not last or _is_called(last) or _acts_after(last, start, cast, talk)):
        return acted
    others = any(s and not _may_be(word, s, cast) for s in (last, acted))
    last, named, acted = (s if s and _may_be(word, s, cast) else None for s in (last, named, acted))
    fits = last is not None and word in _pronouns_of(last, cast)
    if acted and last and not fits and _acts_after(last, start, cast, talk):
        return acted
    if last and last.kind in ("person", "post", "group") and not last.plural:
        generic = last.ordinal is None and last.name.lower().startswith("the ")
        return named if generic and named else _named(last, cast)
    meant = acted or named or (last if last and last.kind not in _THINGS and not _are_many(last) else None)
    return meant or (_near(word, start, cast) if others else None)


def _near(pronoun: str, start: int, cast: Cast) -> Speaker | None:
    """The last person named before a sentence who is told to be a man where ``he`` speaks, or a woman where ``she`` does."""
    for ordinal in people_before(start, cast):
        mention = cast.mentions[ordinal]
        speaker = Speaker(mention.name, ordinal, "person", plural=False)
        if pronoun in _pronouns_of(speaker, cast) | _given(speaker, cast):
            return speaker
    return None


def _just_named(start: int, cast: Cast, talk: Talk) -> Speaker | None:
    """Who was told of last, whom ``the 46-year-old`` takes up again."""
    acted = _speaker(cast.singular)
    if acted and acted.ordinal is not None and (talk.last is None or _acts_after(talk.last, start, cast, talk)):
        return acted
    return _named(talk.last, cast) if talk.last and talk.last.ordinal is not None else None


def _are_many(speaker: Speaker) -> bool:
    """Whether several speak of whom none is named: ``prosecutors``."""
    return speaker.plural and speaker.ordinal is None


def _is_called(speaker: Speaker) -> bool:
    """Whether a speaker is known by what he is called in capitals alone, which may be no person: ``APP reported that he said``."""
    return speaker.ordinal is None and speaker.name[:1].isupper() and not speaker.name.lower().startswith("the ")


def _acts_after(last: Speaker, start: int, cast: Cast, talk: Talk) -> bool:
    """Whether a sentence before ``start`` has told since of what a named person or a spokesman did, who may be the next to speak."""
    acting = cast.singular
    if acting is None or acting.plural:
        return False
    pronoun = acting.end - acting.start <= _PRONOUN  # he: where he is named
    at = cast.mentions[acting.ordinal].char_start if pronoun and acting.ordinal is not None else acting.start
    if not last.until <= at < start or any(first <= at < end for first, end in talk.quoted):
        return False
    return (
        acting.ordinal is not None or noun_kinds().get((acting.name or " ").split(" of ")[0].split()[-1]) == "speaker"
    )


def _may_be(pronoun: str, speaker: Speaker, cast: Cast) -> bool:
    """Whether nothing says that the speaker is a man where the pronoun is ``she``, or a woman where it is ``he``."""
    told = _pronouns_of(speaker, cast) or _given(speaker, cast)
    return not told or pronoun in told


def _pronouns_of(speaker: Speaker, cast: Cast) -> frozenset[str]:
    """He or she, as the words of a speaker's name, address and post tell, or the noun that he or she is called: ``the widow``."""
    if speaker.ordinal is None:
        noun = speaker.name.split(" of ")[0].split()[-1] if speaker.name and not speaker.plural else ""
        return frozenset({_pronouns("noun")[noun]}) if noun in _pronouns("noun") else frozenset()
    mention = cast.mentions[speaker.ordinal]
    words = f"{mention.honorific or ''} {mention.name} {mention.post or ''}".replace(".", "").split()
    return frozenset(_pronouns("anywhere")[word] for word in words if word in _pronouns("anywhere"))


def _given(speaker: Speaker, cast: Cast) -> frozenset[str]:
    """He or she, as the given name of somebody tells. Only some are listed: it tells who cannot be meant, not who is."""
    mention = cast.mentions[speaker.ordinal] if speaker.ordinal is not None else None
    given = _pronouns("first").get(mention.name.split()[0]) if mention and mention.kind == "person" else None
    return frozenset({given}) if given else frozenset()


@cache
def _pronouns(place: str) -> Mapping[str, str]:
    """Word that stands at this place of a name, address or post → he or she."""
    return {row["word"]: row["pronoun"] for row in rows("genders") if row["place"] == place}


def _named(last: Speaker, cast: Cast) -> Speaker:
    """A speaker who was printed by post alone, by his name."""
    if last.ordinal is None:
        return last
    mention = cast.mentions[last.ordinal]
    return last._replace(name=mention.name) if mention.kind == "person" else last


def _speaker(party: Party | None) -> Speaker | None:
    if party is None:
        return None
    return Speaker(party.name or party.post or "", party.ordinal, party.kind, party.plural)
