"""How likely two persons of like names are one: evidence, its weights (``seeds/link_weights.csv``), a score and its reason.

Weights add up as log2 odds (Fellegi and Sunter's model); the name itself weighs by how many people would bear it by chance.

Splink has the same model over columns of two rows. What tells most here is no column: the names that reports put beside both, their
words, how many bear a name; and a run must weigh again only what changed, with the reason of each link in words.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from typing import Final, NamedTuple

import orjson

from flows.language.names import likeness, name_tokens, role, share
from flows.language.seeds import rows
from flows.resolve.company import Beside, Company, Shared
from flows.resolve.marks import Bearers, mark
from flows.resolve.posts import read_post
from flows.resolve.profiles import Office, Profile
from flows.resolve.styles import Styles
from flows.resolve.wording import Wording

LINKED: Final = 0.75  # from here a link is made …
UNSURE: Final = 0.4  # … and from here it is put up for review
_BITS: Final = 7.0  # no single count weighs more than this
_COMMON: Final = (
    0.6  # of several bearers of a name the press names few, again and again; who they are, ``well_known`` tells better
)
_PEOPLE: Final = 20_000  # names that the listed shares count for, beside those seen
_PART: Final = 0.15  # unlikeness that counts at most where one part of a name stands for all of it
_FEWEST: Final = 2.5  # doublings of the names beside someone that are counted at least
_FEW: Final = 3.0  # doublings of the names beside someone up to which two people share none by chance …
_CHANCE: Final = 2.1  # … and bits of company that they share by chance for each further one
_MANY: Final = 2.5  # by how much more each further doubling tells where no name is shared, once there are very many
_ALIKE: Final = 0.028  # likeness in words at which two reports may as well tell of two people
_LEAST_ALIKE: Final = 0.01  # … below which less says no more …
_MOST_ALIKE: Final = (
    0.1  # … and above which more tells of the form of reports: results of an election are told in one form
)
_LEARNED: Final = frozenset({"learned"})  # Dr: borne by many, of all walks of life
_NEAR: Final = timedelta(days=60)
_FAR: Final = timedelta(days=365)
_HALF_YEAR: Final = timedelta(days=182)


class Weight(NamedTuple):
    """A piece of evidence with its weight in bits, in words."""

    bits: float
    says: str


class Verdict(NamedTuple):
    """How likely two are one (0 to 1), and why."""

    score: float
    reason: str
    rests_on: tuple[int, ...] = ()  # shared names: while none is more common, it stays, or stays too small to count
    grounds: str = ""  # what it was made of, where it rests on any: by this it can be told again, see ``reweigh``


class Background:
    """What evidence is weighed against: how many people would bear a name by chance, who is named beside whom, what in.

    How common a name's parts are is told by the list of spellings and by the names of the set.
    """

    def __init__(self, bearers: Bearers, company: Company, wording: Wording) -> None:
        self.company = company
        self.wording = wording
        self._with = bearers.parts
        self._total = _PEOPLE + bearers.names
        self._expected: dict[str, float] = {}
        self._likest: dict[tuple[Sequence[str], Sequence[str]], tuple[float, float]] = {}

    def bearers(self, name: str) -> float:
        """Expected number of people, of those whom such reports may name, who bear all parts of the name."""
        if name not in self._expected:
            parts = (part for part in name_tokens(name) if role(part) != "dropped")
            known = (_PEOPLE * share(part) + self._with.get(mark(part), 0.0) for part in parts)
            self._expected[name] = math.prod((people / self._total for people in known), start=float(self._total))
        return self._expected[name]

    def likest(self, one: Sequence[str], other: Sequence[str]) -> tuple[float, float]:
        """(likeness, expected bearers) of the likest two spellings of two names, the rarest where several are."""
        names = one, other
        if names not in self._likest:
            pairs = ((likeness(a, b), -max(self.bearers(a), self.bearers(b))) for a in one for b in other)
            alike, bearers = max(pairs)
            self._likest[names] = alike, -bearers
        return self._likest[names]


@cache
def _weights() -> Mapping[str, tuple[float, str]]:
    return {row["evidence"]: (float(row["weight"]), row["says"]) for row in rows("link_weights")}


def _weight(evidence: str, amount: float = 1.0, shown: str = "") -> Weight:
    bits, says = _weights()[evidence]
    return Weight(bits * amount, says.replace("{amount}", shown))


def verdict(weights: Iterable[Weight]) -> Verdict:
    """The score that the weights add up to, and their words, weightiest first."""
    ordered = sorted(weights, key=lambda w: (-abs(w.bits), w.says, w.bits))
    odds = 2.0 ** max(-60.0, min(60.0, sum(w.bits for w in ordered)))
    return Verdict(
        round(odds / (1 + odds), 4), "; ".join(f"{w.says} ({w.bits:+.1f})" for w in ordered if abs(w.bits) >= 0.05)
    )


def weigh(one: Profile, other: Profile, background: Background) -> Verdict:
    """Whether two profiles of like names are one person. Symmetric."""
    weights = [*_names(one, other, background, _COMMON), *_posts(one, other), *_around(one, other)]
    weights += _words(one, other, background.wording)
    return _told(weights, background.company.shared(one, other))


def reweigh(before: Verdict, company: Company) -> Verdict | None:
    """The same verdict where names that it rests on are more common now; None where its grounds do not tell."""
    weights, (bits, rests_on, kept, left, beside) = orjson.loads(before.grounds)
    shared = company.again(Shared(bits, tuple(rests_on), tuple(map(Beside._make, kept)), left, beside))
    return _told([Weight(*weight) for weight in weights], shared) if shared else None


def _told(weights: Sequence[Weight], shared: Shared) -> Verdict:
    """A verdict that counts rests on the names shared: it shrinks as they become more common. One too small only shrinks more."""
    found = verdict([*weights, _company(shared)])
    if found.score < UNSURE or not shared.rests_on:
        return found
    return found._replace(rests_on=shared.rests_on, grounds=orjson.dumps((weights, shared), default=tuple).decode())


def _company(shared: Shared) -> Weight:
    """What is shared, less what two people share by chance, who are the likelier to the more names are beside them.

    To share none says the more the more there are; it never says less than to share what tells nothing.
    """
    doublings = max(_FEWEST, math.log2(1 + shared.beside))
    over = doublings - _FEW
    if shared.bits:
        return _weight("same_company", shared.bits - _CHANCE * over)
    return _weight("other_company", max(doublings, _MANY * over))


def _names(one: Profile, other: Profile, background: Background, common: float = 1.0) -> Iterator[Weight]:
    """``common``: by how much it counts that several people would bear the name."""
    alike, bearers = background.likest(one.usual_names, other.usual_names)
    least = 0.0 if _same_office(one, other) else -_BITS  # no office has two holders of a name, however common
    rare = -math.log2(max(bearers, 1e-9))
    bits = max(least, min(_BITS, rare if rare > 0 else common * rare))
    yield _weight("rare_name", bits, f"{bearers:.2g}")
    if alike < 1:  # a surname with its holder's post is no other spelling
        is_part = least == 0 and 1 in (len(name_tokens(one.name)), len(name_tokens(other.name)))
        yield _weight("other_spelling", min(1 - alike, _PART) if is_part else 1 - alike)


def _posts(one: Profile, other: Profile) -> Iterator[Weight]:
    if not (one.is_placed and other.is_placed):
        yield _weight("no_office")
    shared = _shared(one, other)
    if _same_office(one, other):
        yield _weight("same_office")
    elif shared:
        yield _weight("same_rank")
    if one.bodies & other.bodies:
        yield _weight("same_body")
    elif not shared and one.is_official and other.is_official:
        yield _weight("same_field" if one.fields & other.fields and not _are_abroad(one, other) else "other_office")
    yield from _walks(one, other)
    yield from _styles(one, other)
    if one.seats & other.seats:
        yield _weight("same_seat")
    if not shared and any(_at_once(a, b) for a in one.offices for b in other.offices):
        yield _weight("at_once")


def _are_abroad(one: Profile, other: Profile) -> bool:
    """Whether they are of two countries, each of which has its own ministers of a field."""
    return bool(one.country and other.country and one.country != other.country)


def _walks(one: Profile, other: Profile) -> Iterator[Weight]:
    own, others = one.walks, other.walks
    if own.lasting & others.of or others.lasting & own.of:
        yield _weight("same_service")
    elif own.of and others.of and not own.of & others.of:
        yield _weight("near_service" if own.of & others.near or others.of & own.near else "other_service")
    if one.callings & other.callings:
        yield _weight("same_occupation")


def _styles(one: Profile, other: Profile) -> Iterator[Weight]:
    """By how they are addressed, and by their ranks where no post tells of them."""
    yield from _alike(one.styles, other.styles, "style")
    if not _shared(one, other):
        yield from _alike(one.ranked, other.ranked, "rank")


def _alike(one: Styles, other: Styles, of: str) -> Iterator[Weight]:
    if shared := one.of & other.of:
        yield _weight("same_learned" if shared == _LEARNED else f"same_{of}")
    elif one.of and other.of:
        yield _weight(f"other_{of}")
    elif one.usual or other.usual:
        yield _weight(f"one_{of}")


def _shared(one: Profile, other: Profile) -> frozenset[str]:
    """The posts that both held; one that is told without its place and body is shared with the same that has them."""
    if not (one.posts and other.posts):
        return frozenset()
    return (one.posts & other.posts) | (one.posts & other.titles) | (other.posts & one.titles)


def _same_office(one: Profile, other: Profile) -> bool:
    return any(read_post(post).is_specific for post in _shared(one, other))


def _at_once(one: Office, other: Office) -> bool:
    """Whether one rank was held for two places in overlapping times: a transfer seen once makes no conflict."""
    if not (one.first_on and one.last_on and other.first_on and other.last_on):
        return False
    apart = one.last_on <= other.first_on or other.last_on <= one.first_on
    seats = {one.jurisdiction, other.jurisdiction} - {None}
    return not apart and one.rank is not None and one.rank == other.rank and len(seats) > 1


def _around(one: Profile, other: Profile) -> Iterator[Weight]:
    if one.country and other.country:
        yield _weight("other_country" if _are_abroad(one, other) else "same_country")
    if one.datelines and other.datelines:
        yield _weight("same_dateline" if one.datelines & other.datelines else "other_dateline")
    if one.subjects & other.subjects:
        yield _weight("same_subject")
    if one.days and other.days:
        gap = max(one.days[0] - other.days[-1], other.days[0] - one.days[-1])
        if gap <= _NEAR:
            yield _weight("near_in_time")
        elif gap > _FAR:
            yield _weight("far_in_time")


def _words(one: Profile, other: Profile, wording: Wording) -> Iterator[Weight]:
    alike = wording.likeness(one, other)
    if alike is not None:
        bits = math.log2(min(max(_LEAST_ALIKE, alike), _MOST_ALIKE) / _ALIKE)
        yield _weight("like_words" if bits > 0 else "other_words", bits)


def weigh_bare(bare: Profile, known: Profile, others: int, background: Background) -> Verdict:
    """Whether a person named without post or body is ``known``, one of the bearers of the name that the reports know.

    ``others`` says how often they name the other bearers around that time (``days_near``).
    """
    own = days_near(bare, known)
    weights = [*_names(bare, known, background), _weight("no_office"), *_walks(bare, known), *_styles(bare, known)]
    weights += [*_around(bare, known), *_words(bare, known, background.wording)]
    if _same_office(bare, known):
        weights.append(_weight("same_office"))
    weights.append(_weight("well_known", min(_BITS, math.log2(1 + own)), str(own)))
    if others:
        weights.append(_weight("other_bearers", math.log2(1 + others / (1 + own))))
    return _told(weights, background.company.shared(bare, known))


def days_near(bare: Profile, known: Profile) -> int:
    """Days within half a year of the bare mention that name the other."""
    if not bare.days:
        return 0
    return bisect_right(known.days, bare.days[-1] + _HALF_YEAR) - bisect_left(known.days, bare.days[0] - _HALF_YEAR)
