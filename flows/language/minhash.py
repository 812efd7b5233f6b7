"""Likeness of texts without the texts: MinHash over word shingles, and the set of names and numbers as hashes."""

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from flows.language.marks import unmarked

Hashes = npt.NDArray[np.uint32]

PERMUTATIONS: Final = 64
_SHINGLE: Final = 4  # words
_WORD: Final = re.compile(r"\w+")
_TELLING: Final = re.compile(  # begins with its first letters, so that the search leaps from one to the next
    r"[A-Z\d](?:(?<=\b[A-Z])[A-Za-z]{2,}|(?<=\b\d)[\d,.]*\d)"
)
_LEAST_LETTERS: Final = 4  # of a headline's word
_SPACED: Final = bytes(c if chr(c).isalnum() or chr(c) == "_" else ord(" ") for c in range(128)).ljust(256)


def shingled(words: Sequence[bytes]) -> bytes:
    """MinHash of the shingles of a text's words (see ``words_of``): ``PERMUTATIONS`` little-endian 32-bit words."""
    shingles = zip(*(words[at:] for at in range(_SHINGLE)), strict=False) if len(words) >= _SHINGLE else (words,)
    sums = [zlib.crc32(shingle) for shingle in map(b" ".join, shingles)]
    factors, summands = _permutations()
    permuted = _mixed(np.array(sums, np.uint32)) * factors + summands
    return bytes(permuted.min(axis=1).astype("<u4").tobytes())


def words_of(text: str) -> list[bytes]:
    """The words in small letters, in UTF-8. Those of plain ASCII are found four times as fast by what parts them."""
    text = unmarked(text.lower())
    if text.isascii():
        return text.encode().translate(_SPACED).split()
    return [word.encode() for word in _WORD.findall(text)]


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    """Factors and summands of the permutations ``h -> a * h + b`` modulo 2**32, a row each; an odd factor loses nothing."""
    draw = np.random.RandomState(1)
    factors = draw.randint(0, 1 << 31, (PERMUTATIONS, 1), np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, draw.randint(0, 1 << 32, (PERMUTATIONS, 1), np.uint32)


def _mixed(hashes: Hashes) -> Hashes:
    """The hashes with each bit made to depend on all others (the finalizer of MurmurHash3): CRCs of like words are alike."""
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        hashes = (hashes ^ (hashes >> np.uint32(shift))) * np.uint32(factor)
    return hashes ^ (hashes >> np.uint32(16))


def telling(text: str) -> frozenset[str]:
    """The words that tell one event from another: capitalised ones and numbers, in lower case."""
    return frozenset(map(str.lower, _TELLING.findall(text)))


def headline_words(headline: str | None) -> frozenset[str]:
    """The words of a headline, in lower case, short ones left out: they are mostly grammar."""
    return frozenset(word for word in _WORD.findall((headline or "").lower()) if len(word) >= _LEAST_LETTERS)


def hashed(words: Iterable[str]) -> bytes:
    """The set of the words as sorted little-endian 32-bit hashes."""
    return np.array(sorted({zlib.crc32(word.encode()) for word in words}), "<u4").tobytes()
