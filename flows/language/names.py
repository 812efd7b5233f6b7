"""One normaliser of names: spellings of one name share a key, and two keys can be weighed against each other.

Spelling families come from ``seeds/name_spellings.csv``; what no family lists goes through a few sound rules that undo the
habits of romanisation (doubled letters, ``oo``/``u``, ``q``/``k``, ``v``/``w``, mute ``h``, Slavic endings, Arabic articles).
``ee`` and ``i`` are left apart: Naseer and Nasir are two names.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import JaroWinkler

from flows.language.seeds import rows

_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ə": "a", "ħ": "h"}
    | dict.fromkeys("'’‘`´ʿʾʼ\u00ad", "")
)
_SOUNDS: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"(?<=[^aeiouy])(?:yi|yy|ii|iy|ij)$", "i"),  # Zelenskyi, Zelenskyy, Zelenskiy
        (r"(?<=[aeiou])x(?=.)", "ks"),  # Alexei, Aleksei
        (r"ych$", "ich"),
        (r"oo|ou", "u"),
        (r"([^e])\1+", r"\1"),  # doubled letters, but not 'ee'
        (r"e{3,}", "ee"),
        (r"que?$", "k"),
        (r"ck|q", "k"),
        (r"ph", "f"),
        (r"v", "w"),
        (r"(?<=[aeiou])h$", ""),
        (r"(?:ay|ey|ei)(?=[^aeiou])", "ai"),
        (r"(?<=[^aeiou])y(?=[aeiou])|(?<=[^aeiou])y$", "i"),
        (r"(?<=[^e])er$", "ar"),
        (r"(?<=[^aeiouy])[iy]e(?=[vw]$)", "e"),
        (r"(?<=[^aeiou])ey$", "ei"),
    )
)
_BREAKS: Final = re.compile(r"[^\w&]+|_+")
_HUMPS: Final = re.compile(r"(?<=[a-zà-ÿ]{2})(?=[A-Z][a-z]{2})")
_VOWELS: Final = str.maketrans("", "", "aeiouy")
_ARTICLES: Final = frozenset({"al", "el"})
_SON: Final = "bin"
_SERVANT: Final = "abdul"  # has its article with it: Abd al-Fattah is Abdel Fattah
_UNLISTED: Final = 1 / 20_000
_INITIALS_SCORE: Final = 0.8
_STEM_SCORE: Final = 0.8
_OTHER: Final = 0.3  # Shehbaz Sharif is not Hamza Shehbaz Sharif, nor Muhammad Ali Shah Ahmad Ali Shah
_OTHER_TITLE: Final = 0.15  # Malik Zaheer Abbas is hardly Chaudhry Zaheer Abbas
_REORDERED: Final = 0.9  # Nasir Akbar Khan for Akbar Nasir Khan; of two tokens either order is a name
_SPARE: Final = ("dropped", "optional", "title")  # tokens that press reports print or leave out at will
_TAIL: Final = "tail"  # Khan: in one report behind the name, in the next not, whatever else either leaves out
_ALIKE: Final = 0.88  # Jaro-Winkler from which two unlisted tokens count as a slip of one


class _Families(NamedTuple):
    heads: Mapping[str, str]
    roles: Mapping[str, str]
    shares: Mapping[str, float]


@cache
def _families() -> _Families:
    """Sound form of each listed spelling → sound form of its family's head; head → role; head → share of people."""
    heads: dict[str, str] = {}
    roles: dict[str, str] = {}
    shares: dict[str, float] = {}
    for row in rows("name_spellings"):
        head = sound(fold(row["name"]))
        roles[head] = row["role"]
        shares[head] = float(row["per_mille"] or 0) / 1000
        for spelling in (row["name"], *filter(None, row["spellings"].split("|"))):
            heads.setdefault(sound(fold(spelling)), head)
    return _Families(heads, roles, shares)


def fold(text: str) -> str:
    """Lower case, without accents and apostrophes; letters without a Latin base are written with their usual stand-in."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def sound(token: str) -> str:
    """A folded token with the habits of romanisation undone."""
    for pattern, into in _SOUNDS:
        token = pattern.sub(into, token)
    return token


def role(token: str) -> str:
    """What a key token is: ``dropped`` (Syed), ``optional`` (Muhammad), ``title`` (Malik), ``tail`` (Khan), else ''.

    Inside a name: ``particle`` (ul), ``stem`` (Fazl-).
    """
    return _families().roles.get(token, "")


def share(token: str) -> float:
    """The share of people, 0 to 1, whose name has this key token, as listed; a name that no list has is one in 20,000."""
    return _families().shares.get(token) or _UNLISTED


@lru_cache(maxsize=1 << 16)
def name_tokens(name: str) -> tuple[str, ...]:
    """The key tokens of a name, in order: ``Zia-ul-Haq`` and ``Ziaul Haque`` alike give one joined token."""
    words = [w for w in _BREAKS.split(fold(_HUMPS.sub(" ", name))) if w]
    heads = _families().heads
    tokens = [heads.get(s, s) for s in map(sound, words)]
    kept = [token for at, token in enumerate(tokens) if not (words[at] in _ARTICLES and _is_spare(tokens, at))]
    split = (_split_stem(token, is_last=at == len(kept) - 1) for at, token in enumerate(kept))
    return tuple(_join_particles([part for parts in split for part in parts]))


def name_parts(name: str) -> int:
    """How many parts a name has, those that are printed twice by a slip counted once: ``Ana Brandt Ana Brandt``, ``Ana Brandt Brandt``."""
    tokens = name_tokens(name)
    half = len(tokens) // 2
    if half > 1 and tokens[:half] == tokens[half:]:
        return half
    return len(tokens) - (len(tokens) > 2 and tokens[-1] == tokens[-2])


def _is_spare(tokens: Sequence[str], at: int) -> bool:
    """Whether an Arabic article stands before a surname, where it is left out at will; ``Noor al Haq`` is one name."""
    return 0 < at < len(tokens) - 1 and (role(tokens[at - 1]) != "stem" or tokens[at - 1] == _SERVANT)


def _split_stem(token: str, *, is_last: bool) -> tuple[str, ...]:
    """``fazlur`` → ``fazal``, ``ul``: a listed stem that swallowed its article; before another part any listed name (``habibur``)."""
    if len(token) > 4 and token[-2:] in ("ul", "ur", "ud"):
        heads = _families().heads
        stem = heads.get(token[:-2])
        if stem and (role(stem) == "stem" or (not is_last and token not in heads)):
            return stem, "ul"
    return (token,)


def _join_particles(tokens: list[str]) -> list[str]:
    """Tokens around an article become one, so that hyphens and spaces do not matter."""
    joined: list[str] = []
    glue = False
    for at, part in enumerate(tokens):
        if role(part) == "particle" and part != "bin" and 0 < at < len(tokens) - 1 and not glue:
            joined[-1] += part
            glue = True
        elif glue and part == "din":
            joined[-1] = joined[-1].removesuffix("ul") + "udin"  # Nizam ud Din is Nizamuddin
            glue = False
        elif glue or (joined and part == "ula"):
            joined[-1] += part
            glue = False
        else:
            joined.append(part)
    return joined


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """The key that all spellings of a name share. Syed is left out where two tokens remain; '' for a name without letters."""
    tokens = name_tokens(name)
    core = tuple(t for t in tokens if role(t) != "dropped")
    return "".join(core if len(core) > 1 else tokens)


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> float:
    """0 to 1: how well two names can be one person's. 1 is one key; a dropped Muhammad or title costs little, a clash much.

    Every token of the shorter name must find its like in the longer one, in order; initials match their names, and are
    left out at will beside two names.
    """
    if name_key(one) == name_key(other):
        return 1.0
    short, long = sorted((name_tokens(one), name_tokens(other)), key=lambda tokens: (len(tokens), tokens))
    if not short or not long:
        return 0.0
    if len(short) > 2 and sorted(short) == sorted(long):
        return _REORDERED
    return _aligned(short, long)


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """Mean likeness of the tokens' best in-order match, lowered for what is left over before, between and behind matches."""
    scores: list[float] = []
    names = 0  # matched, but initials
    gaps: list[tuple[list[str], list[str]]] = [([], [])]  # left over of the shorter and of the longer name
    at = 0
    for own in short:
        best, score = at, 0.0
        for place in range(at, len(long)):
            if (alike := _token_likeness(own, long[place])) > score:
                best, score = place, alike
        if score:
            gaps[-1][1].extend(long[at:best])
            gaps.append(([], []))
            scores.append(score)
            names += len(own) > 1
            at = best + 1
        elif role(own) in (*_SPARE, _TAIL):
            gaps[-1][0].append(own)
        else:
            return 0.0
    gaps[-1][1].extend(long[at:])
    least = 2 if names > 1 else 1  # letters of a name: S. M. Imran is not any Imran, but M. Imran Ali is Imran Ali
    missing = sum(_cost(*gap, is_first=gap is gaps[0], is_last=gap is gaps[-1], least=least) for gap in gaps)
    return max(0.0, sum(scores) / len(scores) - missing) if scores else 0.0


def _cost(ours: list[str], theirs: list[str], *, is_first: bool, is_last: bool, least: int) -> float:
    """What left-over tokens cost: little for titles and the like, more for a name, most for a given name or one in place of another.

    Khan between two names is no more than a title: Dilawar Khan Bizenjo is Dilawar Bizenjo.
    """
    names = [part for part in _names(theirs, is_first=is_first) if len(part) >= least]
    if not (is_first or is_last):
        names = [part for part in names if role(part) != _TAIL]
    other_name = _OTHER if names and (ours or is_first) else 0.0
    if all(any(role(part) == "title" for part in side) for side in (ours, theirs)):
        other_name += _OTHER_TITLE
    return 0.03 * (len(ours) + len(theirs) - len(names)) + 0.1 * len(names) + other_name


def _names(parts: Sequence[str], *, is_first: bool) -> list[str]:
    """Without titles, and fathers, whom some reports name (Badr bin Hamad); Hamad's son before Hamad is another."""
    ends = len(parts) - 1 if is_first else len(parts)  # where a father's name may follow
    kept = (
        part for at, part in enumerate(parts) if not (part == _SON and at < ends) and not (at and parts[at - 1] == _SON)
    )
    return [part for part in kept if role(part) not in _SPARE]


@lru_cache(maxsize=1 << 17)
def _token_likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) == 1:
        return _INITIALS_SCORE if one[0] == other[0] else 0.0
    short, long = sorted((one, other), key=len)
    if long.startswith(f"{short}ul"):  # Irfan Siddiqui is Irfan-ul-Haque Siddiqui
        return _STEM_SCORE
    skeletons = _skeleton(one), _skeleton(other)
    if one[0] == other[0] and min(len(one), len(other)) > 2 and skeletons[0] == skeletons[1]:
        return 0.6 if {one, other} <= _families().roles.keys() else 0.93  # two listed names are rarely one
    alike = float(JaroWinkler.similarity(one, other)) if min(len(one), len(other)) > 3 else 0.0
    return 0.9 * alike if alike >= _ALIKE and _slip(*skeletons) else 0.0


def _skeleton(token: str) -> str:
    return token.translate(_VOWELS)


def _slip(one: str, other: str) -> bool:
    """Whether consonants differ by at most one letter left out or added: a slip, not another name."""
    return abs(len(one) - len(other)) <= 1 and float(JaroWinkler.similarity(one, other)) > 0.85
