"""Languages: which one a report is in, and which paragraphs are in another.

English is told by its commonest words, which costs nothing; what is not plainly English is left to py3langid.
"""

import re
from collections.abc import Sequence
from copy import copy
from functools import cache
from typing import Any, Final

from flows.language.marks import unmarked

_COMMON: Final = (" the ", " of ", " and ", " to ", " in ")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SAMPLE: Final = 1_500  # characters that a verdict rests on
_FEWEST: Final = 20  # letters without which no verdict is given
_SURE: Final = 0.6  # confidence below which no verdict is given
_ENGLISH_SHARE: Final = 0.008  # common words a character of English press text, at the least


def language_of(text: str) -> str | None:
    """ISO 639-1 code of a text's main language; None where there is too little to tell."""
    sample = text[:_SAMPLE]
    is_wordy = _is_wordy(sample) or _is_wordy(sample.lower())
    if is_wordy and (sample.isascii() or not _ARABIC.search(sample)):
        return "en"
    letters = len(_LETTER.findall(sample))
    if letters < _FEWEST:
        return None
    if is_wordy and 2 * len(_ARABIC.findall(sample)) < letters:  # English with quotations in Urdu
        return "en"
    return _classified(sample)


def _is_wordy(sample: str) -> bool:
    """Whether the commonest English words are as common as in English."""
    return sum(map(sample.count, _COMMON)) > _ENGLISH_SHARE * len(sample)


def is_mixed(text: str) -> bool:
    """Whether a text holds any letters of the Arabic script at all."""
    return not unmarked(text).isascii() and _ARABIC.search(text) is not None


def foreign(line: str, main: str | None) -> str | None:
    """The language of a paragraph that an English report prints in another script; None where it is in the report's own."""
    if main != "en" or line.isascii():
        return None
    arabic = len(_ARABIC.findall(line))
    if not arabic or 2 * arabic < len(_LETTER.findall(line)):
        return None
    return _classified(line, ("ur", "ar", "fa", "ps"))


def _classified(text: str, languages: Sequence[str] | None = None) -> str | None:
    code, confidence = _detector(languages).classify(text)
    return str(code) if code and confidence >= _SURE else None


@cache
def _detector(languages: Sequence[str] | None) -> Any:
    if languages:
        detector = copy(_detector(None))
        detector.set_languages(list(languages))
        return detector
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes most of a second to load, so once

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
