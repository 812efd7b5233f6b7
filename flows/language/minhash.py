"""Likeness of texts without the texts: MinHash over word shingles, and the set of names and numbers as hashes."""

import re
import zlib
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

import numpy as np
from datasketch import MinHash

PERMUTATIONS: Final = 64
_SHINGLE: Final = 4  # words
_WORD: Final = re.compile(r"\w+")
_TELLING: Final = re.compile(r"\b(?:[A-Z][A-Za-z]{2,}|\d[\d,.]*\d)")


@cache
def _base() -> Any:
    return MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=zlib.crc32)


def shingled(text: str) -> bytes:
    """MinHash of the text's word shingles: ``PERMUTATIONS`` little-endian 32-bit words. Case and punctuation do not count."""
    words = _WORD.findall(text.lower())
    shingles = [" ".join(words[at : at + _SHINGLE]).encode() for at in range(max(1, len(words) - _SHINGLE + 1))]
    base = _base()
    sketch = MinHash(
        num_perm=PERMUTATIONS, seed=1, hashfunc=zlib.crc32, permutations=base.permutations, scheme=base.scheme
    )  # fmt: skip
    sketch.update_batch(shingles)
    return bytes(np.asarray(sketch.hashvalues, "<u4").tobytes())


def telling(text: str) -> frozenset[str]:
    """The words that tell one event from another: capitalised ones and numbers, in lower case."""
    return frozenset(word.lower() for word in _TELLING.findall(text))


def hashed(words: Iterable[str]) -> bytes:
    """The set of the words as sorted little-endian 32-bit hashes."""
    return np.array(sorted({zlib.crc32(word.encode()) for word in words}), "<u4").tobytes()
