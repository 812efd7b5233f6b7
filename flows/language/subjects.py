"""The words that tell what a text is about, as hashes, and how much each of them tells (``seeds/subject_words.csv``)."""

import math
import zlib
from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np

from flows.language.seeds import rows


def subject_words(words: Iterable[bytes]) -> bytes:
    """The set of those of a text's words (see ``words_of``) that tell what it is about, as sorted little-endian 32-bit hashes."""
    known = _hashes()
    return np.array(sorted(known[word] for word in known.keys() & set(words)), "<u4").tobytes()


@cache
def telling_of() -> Mapping[int, float]:
    """Hash of a word → the bits that it tells: of one report in a thousand, ten."""
    return {_hashed(row["word"].encode()): math.log2(1000 / float(row["per_mille"])) for row in rows("subject_words")}


@cache
def _hashes() -> Mapping[bytes, int]:
    words = (row["word"].encode() for row in rows("subject_words"))
    return {word: _hashed(word) for word in words}


def _hashed(word: bytes) -> int:
    return zlib.crc32(word)
