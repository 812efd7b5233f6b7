"""Noun phrases as parties: persons, posts, bodies, and parties that the text only describes."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from flows.contract.changed import changed
from flows.extract.clauses.cast import Cast, Party, of_mention, same_party
from flows.extract.clauses.chunks import Clause
from flows.extract.clauses.descriptions import ARTICLES, described, kind_of
from flows.extract.clauses.phrases import Phrase
from flows.extract.clauses.pronouns import OWN, named_before, of_pronoun
from flows.extract.clauses.tagging import Token
from flows.extract.clauses.words import NOUN
from flows.language.cues import any_of, cue_words

_COLLECTIVE: Final = frozenset({"team", "body", "people", "speaker"})
_PARTITIVE: Final = frozenset(  # scores of outlaws: outlaws
    {
        "scores", "tens", "hundreds", "dozens", "thousands", "number", "total", "majority", "some", "one", "two", "three",
        "most", "many", "all", "several", "none",
    }
)  # fmt: skip
_STYLES: Final = frozenset({"majesty", "highness", "excellency", "holiness"})
_FURTHER: Final = frozenset({"more", "others"})
_NUMBERS: Final = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)
_SOME: Final = frozenset({"a", "an", "another", "several", "many", "some", "one"})
_NAMED: Final = 2  # capitalised words that make a name
_KIN: Final = frozenset({"s/o", "d/o", "w/o", "r/o"})  # Bilal s/o Gul Khan: Bilal
_OF_PLACE: Final = re.compile(r"\b(?:of|with|between|from|for)\s+(?:the\s+)?[A-Z][^,]*$")
_APPOSED: Final = 28  # characters between a post and its holder's name: a comma, a rank, an honorific
_FOUND: Final = frozenset(  # what they were found or held to be, or what they know: officials familiar with the matter
    {"guilty", "responsible", "liable", "hostage", "familiar", "privy", "aware", "knowledgeable"}
)
_REGNAL: Final = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "xii", "xiv", "xvi"})
_A: Final = frozenset({"a", "an"})
_PRINTED: Final = frozenset({"press", "news", "media"})
_SEATED: Final = 2  # chunks before the town of a body that opens a sentence: it, and a comma
PAIR: Final = re.compile(any_of(cue_words("two told of before")) + r"\b", re.I)


def parties(clause: Clause, phrases: Sequence[Phrase], cast: Cast) -> list[Party]:
    """The parties that noun phrases name, each once; phrases that name none give none."""
    found: list[Party] = []
    alone = _is_apposed(clause, phrases) or _is_placed(clause, phrases, cast)
    for phrase in phrases[:1] if alone else phrases:
        for party in _of_phrase(clause, phrase, cast):
            if found and _goes_on(found[-1], party, cast):
                found[-1] = found[-1]._replace(
                    name=" ".join(clause.text[found[-1].start : party.end].split()), end=party.end
                )
                continue
            if not any(same_party(party, p) or _is_post_of(party, p) for p in found):
                found = [p for p in found if not _is_post_of(p, party)]
                found.append(party)
    return found


def unlisted(clause: Clause, phrases: Sequence[Phrase]) -> list[Party]:
    """The body that a phrase of capitalised words names where no list knows it: ``Meridian Marine said``."""
    head = clause.chunks[phrases[0].first] if len(phrases) == 1 else None
    tokens = clause.tokens[head.first : head.last + 1] if head else ()
    named = [t for t in tokens if t.tag == NOUN and clause.text[t.start].isupper() and t.word.isalpha()]
    called = next(
        (i for i, t in enumerate(tokens[:-1], 1) if kind_of(t.word)), 0
    )  # the environmental group Green Pulse
    named = [t for t in named if t.start >= tokens[called].start] if called else named
    if head is None or not named or named != list(tokens[-len(named) :]) or any(t.tag == "m" for t in tokens):
        return []
    if len(named) < _NAMED and not called and not _is_named_before(clause, named[0]):
        return []
    return [Party("body", clause.text[named[0].start : named[-1].end], None, None, head.start, head.end)]


def _is_named_before(clause: Clause, name: Token) -> bool:
    """Whether a word in a capital stood so before, where no sentence began: ``fined a rival, Falke. Falke said``."""
    word = clause.text[name.start : name.end]
    before = clause.text.rfind(f" {word}", 0, name.start)
    return before > 0 and (clause.text[before - 1].islower() or clause.text[before - 1] == ",")


def _is_apposed(clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether the second of two phrases describes the first: ``a clerk of the court, a lawyer, said``."""
    if len(phrases) != 2 or phrases[1].first < 1 or phrases[0].last + 2 != phrases[1].first:
        return False
    first = clause.chunks[phrases[0].first].head
    return (
        bool(first.tag == "m" or kind_of(first.word))
        and clause.chunks[phrases[1].first].word in _A
        and clause.chunks[phrases[1].first - 1].kind == ","
    )


def _is_place(clause: Clause, at: int, cast: Cast) -> bool:
    """Whether the chunk at ``at`` ends in the name of a place."""
    head = clause.chunks[at].head
    return head.tag == "m" and cast.mentions[head.ordinal].kind == "place"


def _is_placed(clause: Clause, phrases: Sequence[Phrase], cast: Cast) -> bool:
    """Whether the second of two phrases tells where the first is: ``the accountability court, Multan``."""
    if len(phrases) != 2 or phrases[0].last + 2 != phrases[1].first or phrases[1].first != phrases[1].last:
        return False
    town = clause.chunks[phrases[1].first]
    apart = clause.chunks[phrases[1].first - 1].kind == "," and town.first == town.last
    ends = (phrases[0].first, phrases[0].last)  # the mayors of Lyon, Metz
    told = apart and _is_place(clause, phrases[1].first, cast) and not any(_is_place(clause, at, cast) for at in ends)
    return told and bool(_of_phrase(clause, phrases[0], cast))


def _is_body(clause: Clause, cast: Cast) -> bool:
    """Whether a sentence begins with a body or a post."""
    head = clause.chunks[0].head
    if head.tag == "m":
        return cast.mentions[head.ordinal].kind in ("organization", "post")
    return clause.chunks[0].kind == "NP" and kind_of(head.word) in _COLLECTIVE


def _before_places(clause: Clause, phrase: Phrase, cast: Cast) -> Phrase:
    """The phrase that ``who`` behind a place takes up, as no place is anybody: ``a trader from Lyon, who …``."""
    chunks, at = clause.chunks, phrase.first
    if at == _SEATED and chunks[1].kind == "," and _is_body(clause, cast):
        return Phrase(0, 0)  # The accountability court, Multan held that
    behind = phrase.last + 1 + (phrase.last + 1 < len(chunks) and chunks[phrase.last + 1].kind == ",")
    if behind >= len(chunks) or chunks[behind].word != "who":
        return phrase
    while at > 1 and _is_place(clause, at, cast) and chunks[at - 1].kind in ",P" and chunks[at - 2].kind == "NP":
        at -= 2
    return phrase if at == phrase.first or _is_place(clause, at, cast) else Phrase(at, at)


def _goes_on(described: Party, party: Party, cast: Cast) -> bool:
    """Whether a place belongs to the description before it: the ministers of A, B and C."""
    place = party.ordinal is not None and cast.mentions[party.ordinal].kind == "place"
    return place and described.ordinal is None and described.plural and bool(_OF_PLACE.search(described.name or ""))


def _is_post_of(one: Party, other: Party) -> bool:
    """Whether a description is another party's post, set in apposition: ``X, Head of …``, ``Chairman Senate, X``."""
    if one.kind == "post" and other.kind == "person" and one.ordinal is not None:
        return 0 < other.start - one.end <= _APPOSED  # President of the council, Dr X
    if one.ordinal is not None or one.kind != "person" or not one.name or other.kind != "person":
        return False
    if other.ordinal is not None and (0 < other.start - one.end <= len(", ") or 0 < one.start - other.end <= len(", ")):
        return True  # a third suspect, X; or X, a third suspect
    if other.post and one.name in other.post:
        return True
    titled = one.name[0].isupper() and one.name.split()[0].lower() not in ARTICLES
    return titled and other.ordinal is not None and 0 < other.start - one.end <= _APPOSED


def _of_phrase(clause: Clause, phrase: Phrase, cast: Cast) -> list[Party]:
    if pair := _titled_pair(clause, phrase, cast):
        return pair
    phrase = _before_places(clause, phrase, cast) if _is_place(clause, phrase.first, cast) else phrase
    head = clause.chunks[phrase.first]
    if PAIR.match(clause.text, head.start, head.end) or _are_pair(clause, phrase, cast):
        return list(cast.pair) or of_tokens(clause, clause.tokens[head.first : head.last + 1], head.end, cast)
    tokens = clause.tokens[head.first : head.last + 1]
    if tokens[-1].tag == "I" or (len(tokens) == 1 and tokens[0].word == "her"):
        return of_pronoun(tokens[-1], cast) or named_before(clause, tokens[-1], cast)
    for at in range(phrase.first + 1, phrase.last):
        behind = clause.chunks[at + 1]
        last = behind.head
        if clause.chunks[at].kind == "(" and last.tag == "m" and cast.mentions[last.ordinal].kind == "person":
            return of_mention(last.ordinal, cast)  # Major General (retired) X
    if tokens[-1].word in _PARTITIVE and phrase.last >= phrase.first + 2:
        inner = clause.chunks[phrase.first + 2]
        if inner.head.word in _PARTITIVE and phrase.last >= phrase.first + 4:
            inner = clause.chunks[phrase.first + 4]  # tens of thousands of people
        return of_tokens(clause, clause.tokens[inner.first : inner.last + 1], clause.chunks[phrase.last].end, cast)
    return of_tokens(clause, tokens, clause.chunks[_last_of_team(clause, phrase)].end, cast)


def _last_of_team(clause: Clause, phrase: Phrase) -> int:
    """Index of a phrase's last chunk, of a team with where it is from: ``a team from the World Bank``."""
    chunks, last = clause.chunks, phrase.last
    is_team = last + 2 < len(chunks) and kind_of(chunks[phrase.first].head.word) == "team"
    return last + 2 if is_team and chunks[last + 1].word == "from" and chunks[last + 2].kind == "NP" else last


def _titled_pair(clause: Clause, phrase: Phrase, cast: Cast) -> list[Party]:
    """The last two people named before who bear the title of ``the two presidents``, a counterpart among them."""
    head = clause.chunks[phrase.first]
    words = clause.words[head.first : head.last + 1]
    if len(words) != 3 or words[:2] != ("the", "two") or not words[2].endswith("s"):
        return []
    title, found = words[2][:-1], dict[str, Party]()
    last = bisect_left(cast.mentions, clause.start, key=lambda mention: mention.char_start)
    for i in range(last - 1, -1, -1):
        mention = cast.mentions[i]
        bears = mention.kind == "person" and not {title, "counterpart"}.isdisjoint((mention.post or "").lower().split())
        if bears and mention.name not in found:
            found[mention.name] = Party("person", mention.name, mention.post, i, head.start, head.end)
        if len(found) == 2:
            return list(reversed(found.values()))
    return []


def _are_pair(clause: Clause, phrase: Phrase, cast: Cast) -> bool:
    """Whether ``the ministers`` are those who met: no more is said of them, and some of them bear that title."""
    head = clause.chunks[phrase.first]
    if len(cast.pair) < 2 or phrase.last > phrase.first or head.last != head.first + 1:
        return False
    words = clause.words[head.first : head.last + 1]
    if words[0] != "the" or not words[1].endswith("s"):
        return False
    return any(words[1][:-1] in (party.post or "").lower().split() for party in cast.pair)


def of_tokens(clause: Clause, tokens: Sequence[Token], end: int, cast: Cast) -> list[Party]:
    """The party of one noun phrase: its last mention where that is its head, else its head noun where that names a party."""
    bare = _bare(tokens) if len(tokens) > 1 else tokens
    end = end if bare[-1] is tokens[-1] else bare[-1].end
    tokens, head = bare, bare[-1]
    if head.tag == "'" and len(tokens) > 1:
        head = tokens[-2]
    if head.tag == "m":
        before = tokens[-2] if len(tokens) > 1 and head is tokens[-1] else head
        branch = before.tag == "m" and cast.mentions[head.ordinal].kind == "place"  # ANF Punjab
        return of_mention((before if branch else head).ordinal, cast)
    if (
        head.word in _STYLES
        and tokens[0].word in OWN
        and (meant := of_pronoun(changed(tokens[0], word="he", end=head.end), cast))
    ):
        return meant  # His Majesty
    kind = kind_of(head.word) or _of_capital(clause, head) or _of_number(tokens)
    inside = [t for t in tokens if t.tag == "m"]
    if (
        kind in _COLLECTIVE
        and inside
        and end == tokens[-1].end
        and kind != "speaker"
        and cast.mentions[inside[-1].ordinal].kind == "organization"
    ):
        return of_mention(inside[-1].ordinal, cast)
    if kind is None or (head.word == "release" and end > tokens[-1].end and not _is_printed(tokens)):
        return []  # the release of the prisoners
    if head.word == "force" and len(tokens) == 1:  # the use of force
        return []
    if head.word == "services" and end > tokens[-1].end:  # appreciated the services of X
        return []
    return [described(clause, tokens, end, kind, inside, cast)]


def _is_printed(tokens: Sequence[Token]) -> bool:
    """Whether a release is one to be read: ``a press release issued by the ministry``."""
    return len(tokens) > 1 and tokens[-2].word in _PRINTED


def _bare(tokens: Sequence[Token]) -> Sequence[Token]:
    """A noun phrase of several words without what is no part of a party."""
    for at in range(1, len(tokens)):
        if tokens[at].word == "aged" or (
            tokens[at - 1].tag == "m" and (tokens[at].word in _KIN or tokens[at].word[0].isdigit())
        ):
            tokens = tokens[:at]  # a man aged 41, fined Omar Rashid 12 million rupees
            break
    tokens = tokens[:-1] if len(tokens) > 1 and tokens[-1].word in _FOUND else tokens
    if len(tokens) > 1 and tokens[-2].tag == "m" and tokens[-1].word in _REGNAL:
        tokens = tokens[:-1]  # King Abdullah II
    return tokens[1:] if tokens[0].word == "dead" and len(tokens) > 1 else tokens  # shot dead two men


def _of_capital(clause: Clause, head: Token) -> str | None:
    """The kind of what is a body only where it is written large or told to be one: the House, the lower house."""
    chamber = clause.text[head.start] == "H" or clause.text.endswith(("lower ", "upper "), clause.start, head.start)
    return "body" if head.word == "house" and chamber else None


def _of_number(tokens: Sequence[Token]) -> str | None:
    """People where a bare number stands for those told of before: ``the four were arrested``."""
    return "people" if len(tokens) > 1 and tokens[-2].word == "the" and tokens[-1].word in _NUMBERS else None


def counted(clause: Clause, phrase: Phrase) -> Party | None:
    """The people that a bare number counts, where somebody is hurt, held or tried: ``killing 11``, ``arrested three more``."""
    head = clause.chunks[phrase.first]
    tokens = clause.tokens[head.first : head.last + 1]
    number = tokens[-2] if len(tokens) > 1 and tokens[-1].word in _FURTHER else tokens[-1]
    exact = number.word.isdigit() or number.word in _NUMBERS
    if not exact or any(token.tag == "m" for token in tokens) or number is not tokens[0]:
        return None
    return Party("group", clause.text[head.start : head.end], None, None, head.start, head.end, plural=True)


def somebody(clause: Clause, phrase: Phrase) -> Party | None:
    """Who a noun means that no list knows, where only people can be meant: ``arrested an impostor``."""
    head = clause.chunks[phrase.first]
    tokens = clause.tokens[head.first : head.last + 1]
    counted_or_new = tokens[0].word in _SOME or tokens[0].word in _NUMBERS or tokens[0].word.isdigit()
    if len(tokens) < _NAMED or tokens[-1].tag != NOUN or not tokens[-1].word.isalpha() or not counted_or_new:
        return None
    start = tokens[1].start if tokens[0].word in ARTICLES else tokens[0].start
    plural = tokens[-1].word.endswith("s")
    name = " ".join(clause.text[start : tokens[-1].end].split())
    return Party("group" if plural else "person", name, None, None, head.start, tokens[-1].end, plural)
